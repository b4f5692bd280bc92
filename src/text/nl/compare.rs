//! Dutch texts of the comparison of scenarios.

use crate::compare::ComparedFigure;
use crate::model::{Euro, Party, Perspective};
use crate::number::DUTCH;
use crate::text::compare::{CompareText, DifferenceFacts, ScenarioFigures};

/// Name of savings less costs: below zero where the costs are higher.
const NET: &str = "Besparingen min kosten";

pub static COMPARE: CompareText = CompareText {
    title: "Scenario’s vergelijken",
    intro: "Wat komt er uit elk scenario, en waardoor verschillen ze? Elk scenario wordt naast de referentie gezet. Welk scenario het waarschijnlijkst is, zegt dit niet.",
    only_one: "Er is nu één scenario. Zet er een ander naast om te vergelijken.",
    only_one_hint: "Uw eigen cijfers blijven staan. U kunt een kopie veranderen, of beginnen met een ander voorbeeld.",
    stale: "Er is invoer die niet klopt. U ziet de laatste goede uitkomst.",
    prices: |years| {
        format!(
            "Let op: de scenario’s staan in prijzen van verschillende jaren ({years}). Een verschil in euro’s is dan deels een verschil in prijzen. De tabel met alle cijfers geeft er bij bedragen daarom geen."
        )
    },
    charts: "In beeld",
    costs: "kosten",
    savings: "besparingen",
    net: NET,
    gap: "verschil",
    surplus: "overschot",
    reference: "referentie",
    scenario_bars_title,
    scenario_bars,
    scenario_bars_head: ["Scenario", "Kosten", "Besparingen", NET, "Verschil met referentie"],
    measure,
    chance: "Kans dat de geschatte effecten de kosten dekken",
    choose_measure: "Welk cijfer wilt u naast elkaar zien?",
    measure_title: |facts| match facts.extremes {
        None => format!("{}: in elk scenario gelijk", facts.measure),
        Some([(high, _), (low, _)]) => {
            format!("{}: het hoogst bij ‘{high}’, het laagst bij ‘{low}’", facts.measure)
        }
    },
    measure_sentence: |facts| {
        let (name, shown) = facts.reference;
        let extremes = match facts.extremes {
            None => String::new(),
            Some([(_, high), (_, low)]) => format!("Het loopt van {low} tot {high}. "),
        };
        format!("{extremes}De referentie, ‘{name}’, staat op {shown}. Alle balken hebben dezelfde schaal.")
    },
    measure_head: |measure| ["Scenario".to_owned(), measure.to_owned(), "Verschil met referentie".to_owned()],
    figures_table: "Cijfers per scenario",
    table: "Alle cijfers",
    table_hint: "Onder elk cijfer staat het verschil met de referentie. Bedragen gaan over een gewoon jaar. Alleen wat ‘alle jaren samen’ heet, gaat over meer jaren.",
    figure: "Cijfer",
    payback: |year, horizon| match year {
        Some(year) => format!("jaar {year}"),
        None => format!("niet binnen {horizon} jaar"),
    },
    payback_difference: |years| {
        let count = DUTCH.number(years.abs(), 0);
        if years < 0.0 { format!("{count} jaar eerder") } else { format!("{count} jaar later") }
    },
    percentage_points: |points| format!("{points} procentpunt"),
    price_year: "Prijzen van het jaar",
    changes: "Wijzigingen",
    change_count: |count, preset| match count {
        0 => format!("‘{preset}’ zonder wijzigingen"),
        1 => format!("1 wijziging vanaf ‘{preset}’"),
        _ => format!("{count} wijzigingen vanaf ‘{preset}’"),
    },
    waiting: "wordt berekend",
    failed: "niet gelukt",
    no_value: "niet te zeggen",
    no_difference: "geen verschil",
    other_prices: "andere prijzen",
    chance_note: |draws| {
        format!(
            "De kans komt uit {} berekeningen per scenario. In elke berekening liggen de cijfers ergens tussen laag en hoog. Het is de kans dat de geschatte effecten alleen al de kosten dekken. Of het werkt, geldt voor alle scenario’s samen: een ander scenario is daarop geen tweede kans.",
            DUTCH.number(f64::from(draws), 0)
        )
    },
    why: "Waardoor verschillen ze?",
    choose_why: "Vergelijk de referentie met",
    why_title,
    why_sentence,
    why_head: |from, to| {
        ["Wat verschilt".to_owned(), from.to_owned(), to.to_owned(), "Verandert de uitkomst met".to_owned()]
    },
    saldo_of: |name| format!("‘{name}’"),
    together: "Verschil samen",
    others: |count| format!("Nog {count} verschillen"),
    which_saldo: |perspective, price_year| {
        format!(
            "De uitkomst is hier: besparingen min kosten, voor {perspective}. Beide scenario’s staan in prijzen van {price_year}."
        )
    },
    without_effect: "Dit verschilt ook, maar verandert die uitkomst niet:",
    no_saldo_difference: "Er is geen verschil in invoer dat de uitkomst verandert.",
    basis: "Rekenwijze van de kosten",
    line_counted: |line| format!("{line}: telt mee"),
    is_counted: "ja",
    line_absent: "staat er niet in",
    description: |reference, others| format!("Vergelijking met ‘{reference}’ als referentie: {others}"),
};

fn measure(measure: ComparedFigure) -> &'static str {
    match measure {
        ComparedFigure::Costs => "Kosten",
        ComparedFigure::Savings => "Geschatte besparingen",
        ComparedFigure::Net => "Besparingen min kosten, alle betalers samen",
        ComparedFigure::CostsPerVisitor => "Kosten per bezoeker",
        ComparedFigure::NetPerVisitor => "Besparingen min kosten, per bezoeker",
        ComparedFigure::Coverage => "Besparingen als deel van de kosten",
        ComparedFigure::Party(Party::Gemeente) => "Besparingen min kosten, gemeente",
        ComparedFigure::Party(Party::Rijk) => "Besparingen min kosten, rijk",
        ComparedFigure::Party(Party::Zorgverzekeraar) => "Besparingen min kosten, zorgverzekeraar",
        ComparedFigure::Party(Party::Overig) => "Besparingen min kosten, overig",
        ComparedFigure::Uncovered => "Ongedekt volgens dekkingsplan",
        ComparedFigure::UncoveredAllYears => "Ongedekt, alle jaren samen",
        ComparedFigure::Society => "Besparingen min kosten, samenleving",
        ComparedFigure::Npv => "Waarde over alle jaren samen",
        ComparedFigure::Payback => "Terugverdiend vanaf",
    }
}

/// Returns the first scenario with the highest saldo.
fn best(scenarios: &[ScenarioFigures]) -> Option<&ScenarioFigures> {
    let high = scenarios.iter().map(|scenario| scenario.net).fold(f64::NEG_INFINITY, f64::max);
    scenarios.iter().find(|scenario| scenario.net == high)
}

/// Returns the first scenario with the lowest saldo.
fn worst(scenarios: &[ScenarioFigures]) -> Option<&ScenarioFigures> {
    let low = scenarios.iter().map(|scenario| scenario.net).fold(f64::INFINITY, f64::min);
    scenarios.iter().find(|scenario| scenario.net == low)
}

/// Returns whether two amounts differ by less than the page shows.
fn is_same(one: f64, other: f64) -> bool {
    Euro::new(one - other).rounds_to_zero()
}

fn scenario_bars_title(scenarios: &[ScenarioFigures]) -> String {
    let count = scenarios.len();
    let (Some(best), Some(worst)) = (best(scenarios), worst(scenarios)) else { return String::new() };
    let covering: Vec<&ScenarioFigures> = scenarios.iter().filter(|scenario| scenario.net > -0.5).collect();
    match covering.as_slice() {
        [] if is_same(best.net, worst.net) => {
            format!(
                "Naar schatting dekt geen van de {count} scenario’s de kosten; het verschil is overal even groot"
            )
        }
        [] => format!(
            "Naar schatting dekt geen van de {count} scenario’s de kosten; het verschil is het kleinst bij ‘{}’",
            best.name
        ),
        all if all.len() == count => {
            format!("Naar schatting dekken de besparingen in alle {count} scenario’s de kosten")
        }
        [only] => format!("Naar schatting dekken de besparingen alleen in ‘{}’ de kosten", only.name),
        some => {
            format!(
                "Naar schatting dekken de besparingen in {} van de {count} scenario’s de kosten",
                some.len()
            )
        }
    }
}

fn scenario_bars(all: &[ScenarioFigures], reference: usize, perspective: Perspective) -> String {
    let (Some(best), Some(worst), Some(reference)) = (best(all), worst(all), all.get(reference)) else {
        return String::new();
    };
    let whose = match perspective {
        Perspective::Partijen => "Alle betalers samen.",
        Perspective::Gemeente => "Alleen de gemeente.",
        Perspective::Samenleving => "De samenleving als geheel.",
    };
    let range = if is_same(best.net, worst.net) {
        format!("Besparingen min kosten is overal {}.", DUTCH.euro(best.net))
    } else {
        format!(
            "Besparingen min kosten loopt van {} (‘{}’) tot {} (‘{}’).",
            DUTCH.euro(worst.net),
            worst.name,
            DUTCH.euro(best.net),
            best.name
        )
    };
    format!(
        "{whose} {range} Bij de referentie, ‘{}’, is het {}. Alle balken hebben dezelfde schaal.",
        reference.name,
        DUTCH.euro(reference.net)
    )
}

fn why_title(facts: &DifferenceFacts) -> String {
    let ((from, before), (to, after)) = (facts.from, facts.to);
    let by = after - before;
    if is_same(by, 0.0) {
        return format!("‘{to}’ en ‘{from}’ komen op hetzelfde uit");
    }
    // The words are 'higher' and 'lower', not 'better' and 'worse': a difference of price
    // year makes a saldo higher or lower without being better or worse.
    let direction = if by > 0.0 { "hoger" } else { "lager" };
    // A contribution in the opposite direction is no reason for the difference.
    let first = facts.first.filter(|(_, amount)| (*amount > 0.0) == (by > 0.0));
    let reason = match first {
        Some((name, _)) if facts.count > 1 => format!(", vooral door ‘{name}’"),
        Some((name, _)) => format!(", door ‘{name}’"),
        None => String::new(),
    };
    format!(
        "Besparingen min kosten is bij ‘{to}’ {} {direction} dan bij ‘{from}’{reason}",
        DUTCH.euro(by.abs())
    )
}

fn why_sentence(facts: &DifferenceFacts) -> String {
    let ((_, before), (_, after)) = (facts.from, facts.to);
    let (before, after) = (DUTCH.euro(before), DUTCH.euro(after));
    let explanation = match facts.count {
        0 => "Er is geen verschil in invoer dat de uitkomst verandert.",
        1 => "Eén verschil in de invoer doet dat.",
        _ => {
            "Elke balk is wat één verschil in de invoer eraan bijdraagt. Dat is het gemiddelde over alle volgordes waarin u ze kunt veranderen. Samen zijn de balken precies het verschil."
        }
    };
    format!("De uitkomst gaat van {before} naar {after}. {explanation}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn scenario(name: &str, net: f64) -> ScenarioFigures {
        ScenarioFigures { name: name.to_owned(), costs: 0.0, savings: net, net }
    }

    #[test]
    fn the_title_states_which_scenarios_cover_their_costs() {
        let title = |nets: &[f64]| {
            let all: Vec<ScenarioFigures> =
                nets.iter().zip(["A", "B", "C"]).map(|(net, name)| scenario(name, *net)).collect();
            scenario_bars_title(&all)
        };
        assert_eq!(
            title(&[-9.0, -5.0]),
            "Naar schatting dekt geen van de 2 scenario’s de kosten; het verschil is het kleinst bij ‘B’"
        );
        assert_eq!(
            title(&[-9.0, -9.2]),
            "Naar schatting dekt geen van de 2 scenario’s de kosten; het verschil is overal even groot"
        );
        assert_eq!(title(&[-9.0, 5.0, -1.0]), "Naar schatting dekken de besparingen alleen in ‘B’ de kosten");
        assert_eq!(
            title(&[9.0, 5.0, -1.0]),
            "Naar schatting dekken de besparingen in 2 van de 3 scenario’s de kosten"
        );
        assert_eq!(title(&[9.0, 0.0]), "Naar schatting dekken de besparingen in alle 2 scenario’s de kosten");
    }

    #[test]
    fn a_contribution_in_the_opposite_direction_is_no_reason() {
        let title = |to: f64, first: f64, count: usize| {
            why_title(&DifferenceFacts {
                from: ("A", -100.0),
                to: ("B", to),
                first: Some(("huur", first)),
                count,
            })
        };
        assert_eq!(
            title(-80.0, 30.0, 2),
            "Besparingen min kosten is bij ‘B’ €\u{a0}20 hoger dan bij ‘A’, vooral door ‘huur’"
        );
        assert_eq!(
            title(-80.0, 20.0, 1),
            "Besparingen min kosten is bij ‘B’ €\u{a0}20 hoger dan bij ‘A’, door ‘huur’"
        );
        assert_eq!(title(-120.0, 30.0, 3), "Besparingen min kosten is bij ‘B’ €\u{a0}20 lager dan bij ‘A’");
        assert_eq!(title(-100.0, 30.0, 2), "‘B’ en ‘A’ komen op hetzelfde uit");
    }
}
