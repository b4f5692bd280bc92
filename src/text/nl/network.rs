//! Dutch texts of a network of initiatives.

use crate::model::price::LAST_KNOWN_YEAR;
use crate::number::DUTCH;
use crate::text::network::{NetworkFacts, NetworkText};
use crate::text::nl::{list, whole_number};

pub static NETWORK: NetworkText = NetworkText {
    title: "Netwerk: meer initiatieven samen",
    intro: "Hoeveel initiatieven zijn er zoals elk scenario? Het model telt ze bij elkaar op. Het rekent niet met wat een netwerk zelf kost of oplevert, zoals een koepel of samen inkopen.",
    stored_hint: |is_saved| match is_saved {
        true => {
            "Deze aantallen blijven bewaard in deze browser en gaan mee in het bestand met al uw scenario’s. In een link staan ze niet."
        }
        false => "Deze aantallen gaan mee in het bestand met al uw scenario’s. In een link staan ze niet.",
    },
    save: "Scenario met netwerk opslaan",
    example: "Landelijk, zoals in de brochure",
    example_hint: "Zet 31 initiatieven van de brochure neer, en de andere scenario’s op 0. U kunt het ongedaan maken.",
    national_table: "Twee manieren van tellen naast elkaar",
    national: "Landelijk: twee manieren van tellen",
    national_explanation: "‘Bezoeker’ wordt in de brochure op twee manieren geteld. 31 × 500 is 15.500, niet de 30.000 mensen die de brochure ook noemt. Gebruik ze nooit door elkaar: € 9,3 miljoen hoort bij 15.500 bezoekers, en € 18,0 miljoen bij 30.000 mensen. Waar het verschil vandaan komt, weten wij niet.",
    national_methods: ["31 initiatieven × 500 bezoekers", "30.000 mensen × € 600"],
    national_head: ["Manier van tellen", "Mensen", "Kosten per persoon", "Kosten per jaar"],
    count: |name| format!("Aantal initiatieven als ‘{name}’"),
    count_unit: "initiatieven",
    inhabitants: "Inwoners van de regio (niet verplicht)",
    inhabitants_unit: "mensen",
    dependence: "Hoe vallen initiatieven mee of tegen?",
    dependence_options: ["Elk apart (onafhankelijk)", "Allemaal tegelijk (bewegen samen)"],
    dependence_meanings: [
        "Of het werkt, geldt ook hier voor alle initiatieven samen. Verder valt elk apart mee of tegen, en vallen mee- en tegenvallers voor een deel tegen elkaar weg. Dat is meestal te mooi, want een aanname die voor alle initiatieven geldt, is ook voor alle tegelijk te hoog of te laag.",
        "Als een aanname te hoog of te laag is, is zij dat bij alle initiatieven tegelijk. Niets valt tegen elkaar weg. Laag en hoog liggen dan zo ver uit elkaar als kan. De werkelijkheid ligt meestal tussen beide keuzes in.",
    ],
    no_initiatives: "Vul bij een scenario in hoeveel initiatieven er zijn. Dan ziet u hier wat zij samen kosten en besparen.",
    stale: "Er is een aantal dat niet klopt. U ziet de uitkomst met het laatste goede aantal.",
    summary,
    share,
    reach,
    too_many: "Let op: dat is meer dan 100%. Er zijn dan meer bezoekers dan inwoners. Kijk de aantallen na.",
    chart_title: |facts| {
        let net = (facts.savings - facts.costs).round();
        if net < 0.0 {
            format!("De geschatte besparingen zijn samen {} lager dan de kosten", DUTCH.euro(-net))
        } else {
            "Naar schatting dekken de besparingen samen de kosten".to_owned()
        }
    },
    chart_sentence: |facts| {
        format!(
            "Kosten {}, geschatte besparingen {}, in een gewoon jaar, in prijzen van {}. Alle balken hebben dezelfde schaal.",
            DUTCH.euro(facts.costs),
            DUTCH.euro(facts.savings),
            facts.year
        )
    },
    chart_head: ["Wat", "Kosten", "Besparingen", "Besparingen min kosten"],
    whole_network: "Het netwerk samen",
    member,
    description: |facts| {
        format!("Netwerk van {}, per jaar, in prijzen van {}", members(facts.members), facts.year)
    },
    figures_table: "Cijfers per scenario van het netwerk",
    years_table: "Bedragen van het netwerk per jaar",
    table: "Cijfers van het netwerk",
    table_head: ["Cijfer", "Samen"],
    initiatives: "Initiatieven",
    visitors: "Bezoekers",
    fte: "Betaalde medewerkers (fte)",
    volunteers: "Vrijwilligers",
    npv: |years| format!("Waarde over {years} jaar samen"),
    reach_label: "Bezoekers als deel van de inwoners",
    chance: "Kans dat de geschatte effecten de kosten van het netwerk dekken",
    range_90: "Besparingen min kosten, in 9 van de 10 berekeningen",
    low_to_high: |low, high| format!("{low} tot {high}"),
    visitors_note: "Bedragen gaan over een gewoon jaar, behalve de waarde over alle jaren samen. Wie bij twee initiatieven komt, telt twee keer als bezoeker.",
    staff: "Medewerkers en vrijwilligers zijn alleen geteld bij scenario’s die met een begroting rekenen. Met een bedrag per bezoeker zijn die niet bekend.",
    prices: |year| {
        let inflation = if year > LAST_KNOWN_YEAR {
            format!(
                "de inflatie van het CBS, en na {LAST_KNOWN_YEAR} met de inflatie die elk scenario verwacht"
            )
        } else {
            "de inflatie van het CBS".to_owned()
        };
        format!(
            "De scenario’s staan in prijzen van verschillende jaren. Hier is alles omgerekend naar prijzen van {year}, met {inflation}."
        )
    },
    chance_method_single: |draws| {
        format!(
            "De kans komt uit {} berekeningen. In elke berekening liggen de cijfers ergens tussen laag en hoog.",
            whole_number(draws)
        )
    },
    chance_methods: [
        |draws, may_have_no_effect| {
            let apart = if may_have_no_effect {
                "Of er effect is, geldt voor alle initiatieven tegelijk. Verder valt elk initiatief apart mee of tegen. Voor de som is, met en zonder effect, een klokvorm aangenomen (een normale verdeling)."
            } else {
                "Elk initiatief valt apart mee of tegen. Voor de som is een klokvorm aangenomen (een normale verdeling)."
            };
            format!(
                "De kans volgt uit {} berekeningen per scenario. In elke berekening liggen de cijfers ergens tussen laag en hoog. {apart}",
                whole_number(draws)
            )
        },
        |draws, _| {
            format!(
                "De kans volgt uit {} berekeningen per scenario. In elke berekening liggen de cijfers ergens tussen laag en hoog. Voor het netwerk zijn mee- en tegenvallers opgeteld, alsof alle initiatieven tegelijk mee- of tegenvallen. Telt meer dan één scenario mee, dan is voor de som een klokvorm aangenomen (een normale verdeling).",
                whole_number(draws)
            )
        },
    ],
    mean_below_saldo: |mean, net, may_have_no_effect| {
        let reason = if may_have_no_effect {
            "door de kans dat er geen effect is, en doordat tussen laag en hoog vooral tegenvallers liggen"
        } else {
            "doordat tussen laag en hoog vooral tegenvallers liggen"
        };
        format!(
            "Gemiddeld over de berekeningen is besparingen min kosten {}. Zonder onzekerheid is het {}. Dat het lager uitvalt, komt {reason}.",
            DUTCH.euro(mean),
            DUTCH.euro(net)
        )
    },
    ledgers: "Wie betaalt en wie bespaart in het netwerk",
    npv_head: "Waarde over alle jaren samen",
    ledger_society: |counts_quality_of_life| {
        if counts_quality_of_life {
            "Rekening 2: de samenleving (geschatte effecten)"
        } else {
            "Rekening 2: de samenleving (geschatte effecten; welzijn is nog niet geschat)"
        }
    },
    ledgers_note: "De twee rekeningen bekijken dezelfde initiatieven op twee manieren. Tel ze niet bij elkaar op. Telt u het hele land, dan verlaagt het Rijk op den duur het bijstandsbudget van elke gemeente. Dat rekent het model hier niet.",
    not_cashable: |amount| {
        format!(
            "Van de geschatte besparingen levert {} geen geld op dat iemand anders kan uitgeven. Daarom komen de partijen samen lager uit dan het netwerk.",
            DUTCH.euro(amount)
        )
    },
    uncovered: |amount| {
        format!(
            "Ongedekt: volgens de dekkingsplannen betaalt niemand {} van de kosten. Dat staat bij geen partij. Het gaat om een gewoon jaar: wie tijdelijk betaalt, telt niet mee.",
            DUTCH.euro(amount)
        )
    },
    surplus: |amount| {
        format!(
            "Overschot: volgens de dekkingsplannen komt er {} meer binnen dan nodig is.",
            DUTCH.euro(amount)
        )
    },
    years: "Het netwerk over de jaren",
    years_head: ["Jaar", "Kosten", "Besparingen", "Opgeteld: besparingen min kosten", "Ongedekt"],
    shortened: |years| {
        format!(
            "De scenario’s kijken niet even ver vooruit. Het netwerk telt alleen de jaren die zij allemaal hebben: {years}."
        )
    },
};

fn member(count: u32, name: &str) -> String {
    format!("{} × ‘{name}’", whole_number(count))
}

fn members(members: &[(u32, String)]) -> String {
    let names: Vec<String> = members.iter().map(|(count, name)| member(*count, name)).collect();
    list(&names)
}

fn summary(facts: &NetworkFacts) -> String {
    let with_noun = |count: u32| {
        let word = if count == 1 { "initiatief" } else { "initiatieven" };
        format!("{} {word}", whole_number(count))
    };
    let costs = DUTCH.euro(facts.costs);
    let beginning = match facts.members {
        [(1, name)] => format!("Eén initiatief als ‘{name}’ kost {costs} per jaar."),
        [(count, name)] => format!("{} als ‘{name}’ kosten samen {costs} per jaar.", with_noun(*count)),
        all => {
            let names: Vec<String> =
                all.iter().map(|(count, name)| format!("{} als ‘{name}’", whole_number(*count))).collect();
            format!("{} ({}) kosten samen {costs} per jaar.", with_noun(facts.initiatives), list(&names))
        }
    };
    let net = (facts.savings - facts.costs).round();
    let savings = format!("Naar schatting zijn de besparingen {}", DUTCH.euro(facts.savings));
    let comparison = if net < 0.0 {
        format!(
            "{savings}: {} minder dan de kosten. Tegenover dat bedrag staat voor alle betalers samen geen geschatte besparing.",
            DUTCH.euro(-net)
        )
    } else if net > 0.0 {
        format!("{savings}: {} meer dan de kosten.", DUTCH.euro(net))
    } else {
        format!("{savings}: even veel als de kosten.")
    };
    let verb = if facts.initiatives == 1 { "Het heeft" } else { "Zij hebben samen" };
    format!("{beginning} {verb} {} bezoekers. {comparison}", DUTCH.number(facts.visitors, 0))
}

fn share(share: f64) -> String {
    if share < 0.0005 { "minder dan 0,1%".to_owned() } else { DUTCH.percent(share) }
}

fn reach(visitors: f64, inhabitants: f64) -> String {
    format!(
        "Dat zijn {} bezoekers op {} inwoners: {}.",
        DUTCH.number(visitors, 0),
        DUTCH.number(inhabitants, 0),
        share(visitors / inhabitants)
    )
}

#[cfg(test)]
mod tests {
    use super::*;

    fn summary_of(members: &[(u32, &str)], costs: f64, savings: f64) -> String {
        let members: Vec<(u32, String)> =
            members.iter().map(|(count, name)| (*count, (*name).to_owned())).collect();
        let initiatives = members.iter().map(|(count, _)| count).sum();
        summary(&NetworkFacts {
            members: &members,
            initiatives,
            visitors: 15_500.0,
            costs,
            savings,
            year: 2016,
        })
    }

    #[test]
    fn the_summary_names_the_numbers_and_the_gap() {
        let national = summary_of(&[(31, "Brochure")], 9_300_000.0, 4_774_000.0);
        assert!(
            national.starts_with("31 initiatieven als ‘Brochure’ kosten samen €\u{a0}9.300.000 per jaar.")
        );
        assert!(national.contains("15.500 bezoekers") && national.contains("€\u{a0}4.526.000 minder"));
        let both = summary_of(&[(1, "A"), (2, "B"), (1, "C")], 1.0, 3.0);
        assert!(
            both.starts_with("4 initiatieven (1 als ‘A’, 2 als ‘B’ en 1 als ‘C’) kosten samen"),
            "{both}"
        );
        assert!(both.contains("€\u{a0}2 meer dan de kosten"));
        assert!(
            summary_of(&[(1, "A")], 5.0, 5.0).starts_with("Eén initiatief als ‘A’ kost €\u{a0}5 per jaar.")
        );
        assert!(summary_of(&[(1, "A")], 5.0, 5.0).contains("even veel als"));
        for savings in [4.0, 5.0, 6.0] {
            let summary = summary_of(&[(1, "A")], 5.0, savings);
            assert!(summary.contains("Naar schatting zijn de besparingen €"), "{summary}");
        }
    }

    #[test]
    fn prices_after_the_last_index_are_called_expected() {
        assert!((NETWORK.prices)(2025).ends_with("met de inflatie van het CBS."));
        let expected = (NETWORK.prices)(2027);
        assert!(expected.contains("na 2025 met de inflatie die elk scenario verwacht"), "{expected}");
    }

    /// In a full-effect year only funders without an end pay.
    #[test]
    fn what_is_uncovered_is_of_a_year_without_temporary_funders() {
        let uncovered = (NETWORK.uncovered)(150_000.0);
        assert!(uncovered.contains("wie tijdelijk betaalt, telt niet mee"), "{uncovered}");
        assert!(NETWORK.ledgers_note.contains("bijstandsbudget van elke gemeente"));
        assert!(!(NETWORK.not_cashable)(1.0).contains("geld vrij"));
    }

    #[test]
    fn a_very_small_reach_is_not_written_as_zero() {
        assert!(reach(500.0, 1e9).ends_with("minder dan 0,1%."));
        assert!(reach(500.0, 10_000.0).ends_with(": 5%."));
    }
}
