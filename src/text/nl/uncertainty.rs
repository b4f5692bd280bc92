//! Dutch texts of the view of uncertainty.

use crate::model::simulation::PmDraws;
use crate::model::{General, InputId, LineField, Perspective, Shape};
use crate::number::{DUTCH, round_up};
use crate::text::nl::sentences::{capitalised, for_whom};
use crate::text::uncertainty::{CaveatFacts, CurveFacts, MeasurementFacts, TornadoFacts, UncertaintyText};
use crate::uncertainty::{SimulatedFigure, Spread, three_digits};

pub static UNCERTAINTY: UncertaintyText = UncertaintyText {
    title: "Hoe zeker is dit?",
    intro: "Veel cijfers zijn schattingen. Hier kiest het model duizenden keren andere waarden, binnen de bandbreedte van elke aanname, en rekent steeds alles opnieuw uit. Zo ziet u welke uitkomsten mogelijk zijn.",
    caveat,
    deterministic_only: "Toon alleen de puntberekening",
    deterministic_hint: "De puntberekening gebruikt van elke aanname één waarde, zonder bandbreedte.",
    waiting: "De simulatie begint …",
    unsupported: "Deze browser kan de simulatie niet uitvoeren. U ziet alleen de puntberekening. In een nieuwere browser ziet u ook de spreiding.",
    failed: "De simulatie lukte niet. U ziet alleen cijfers zonder kans en spreiding.",
    not_loaded: |why| {
        format!("De simulatie kon niet worden geladen. U ziet alleen cijfers zonder kans en spreiding. {why}")
    },
    stale: "Er is invoer die niet klopt. U ziet de laatste goede uitkomst.",
    figures: "Welke uitkomst wilt u zien?",
    figure,
    chance,
    chance_name,
    median: "Midden van de trekkingen (P50)",
    range_90: "90% van de trekkingen ligt tussen",
    range_90_shown: |low, high| format!("{} en {}", rounded(low), rounded(high)),
    deterministic: "Puntberekening",
    below_deterministic: "Trekkingen onder de puntberekening",
    draw_count: |draws| format!("Berekend met {} trekkingen.", DUTCH.number(f64::from(draws), 0)),
    histogram_title,
    histogram,
    histogram_head: ["Wat", "Waarde"],
    histogram_rows: [
        "P5: 5% ligt hieronder",
        "P25: 25% ligt hieronder",
        "P50: de helft ligt hieronder",
        "P75: 75% ligt hieronder",
        "P95: 95% ligt hieronder",
    ],
    mean: "Gemiddelde",
    sd: "Standaardafwijking",
    share_of_draws: |low, high| format!("Tussen {low} en {high}"),
    deterministic_short: "punt",
    tornado_title,
    tornado,
    tornado_head: ["Aanname", "Laag", "Saldo bij laag", "Hoog", "Saldo bij hoog", "Kan omslaan"],
    switches: "kan omslaan",
    no_switch: "nee",
    at_low: "aanname laag",
    at_high: "aanname hoog",
    break_even: "omslagpunt",
    more_rows: |count| match count {
        1 => "Nog 1 aanname met minder invloed staat in de tabel.".to_owned(),
        _ => format!("Nog {count} aannames met minder invloed staan in de tabel."),
    },
    no_saldo_effect: "Deze aannames veranderen dit saldo niet",
    no_saldo_effect_intro: "Ze veranderen alleen een andere uitkomst. Die staat boven elke tabel.",
    no_saldo_effect_head: ["Aanname", "Laag", "Uitkomst bij laag", "Hoog", "Uitkomst bij hoog"],
    curve_title,
    curve,
    curve_head: |perspective| match perspective {
        Perspective::Samenleving => ["Waarde per bezoeker per jaar", "Kans"],
        Perspective::Partijen | Perspective::Gemeente => ["Mag per bezoeker per jaar kosten", "Kans"],
    },
    curve_axis: |perspective| match perspective {
        Perspective::Samenleving => "waarde per bezoeker per jaar",
        Perspective::Partijen | Perspective::Gemeente => "mag per bezoeker per jaar kosten",
    },
    curve_own: |drempel, chance| {
        format!("nu {}: {}", DUTCH.euro(drempel), crate::text::nl::uncertainty::chance(chance))
    },
    curve_society: |gap| format!("tekort samenleving {}", DUTCH.euro(gap)),
    curve_society_none: "geen tekort samenleving",
    curve_note: "Dit is een afweging van wie beslist, geen besparing: het bedrag wordt nergens bij opgeteld.",
    ranking_title: |first, can_change| match (first, can_change) {
        (None, _) => "Wat meten we eerst? Er is niets onzekers om te meten".to_owned(),
        (Some(first), true) => format!("Wat meten we eerst? Beginnen met ‘{first}’ is het meest waard"),
        (Some(first), false) => {
            format!("Wat meten we eerst? ‘{first}’ verklaart het grootste deel van de spreiding")
        }
    },
    ranking,
    ranking_head: |can_change| {
        ["Aanname", if can_change { "Waarde van weten, per jaar" } else { "Deel van de spreiding" }]
    },
    measurement_plan: "Meetplan",
    propose_drempel: |drempel, perspective| {
        let choose = match perspective {
            Perspective::Samenleving => "Kies dan een waarde waarbij het erom spant: is het",
            Perspective::Partijen | Perspective::Gemeente => {
                "Kies dan een bedrag waarbij het erom spant: mag het"
            }
        };
        let verb = if perspective == Perspective::Samenleving { "waard" } else { "kosten" };
        format!(
            "Wilt u weten welke meting een beslissing wél kan veranderen? {choose} {} per bezoeker {verb}, dan is de kans 50%.",
            DUTCH.euro(drempel)
        )
    },
    propose_drempel_button: |drempel| format!("Zet het bedrag op {}", DUTCH.euro(drempel)),
    no_drempel_needed: "De becijferde effecten dekken de kosten al bij € 0 per bezoeker, met een kans van minstens 50%.",
    what_to_measure,
    how_long,
    could_change,
    measurement_headings: ["Registreer", "Hoe lang", "Wat het kan veranderen"],
    summary: "De spreiding in het kort",
    summary_chance: "Kans op € 0 of meer, binnen deze bandbreedtes",
    summary_median: "Midden",
    low_end: |name| format!("Laagste waarde van {name}"),
    high_end: |name| format!("Hoogste waarde van {name}"),
    ranges: "Bandbreedtes",
    ranges_intro: "Hoe laag en hoe hoog kan elke aanname zijn? Verander de waarde of de bandbreedte en de beelden rekenen mee. Vorm: ‘PERT’ en ‘driehoek’ trekken vaker dicht bij de waarde, ‘gelijk verdeeld’ overal even vaak, ‘vast’ altijd de waarde zelf.",
    group_costs: "Het initiatief en de kosten",
    range_of: |name| format!("Bandbreedte van {name}"),
    low: "Laag",
    high: "Hoog",
    kind: "Vorm",
    shape: |shape| match shape {
        Shape::Fixed => "vast",
        Shape::Uniform => "gelijk verdeeld",
        Shape::Triangular => "driehoek",
        Shape::Pert => "PERT",
    },
    reset_range: |name| format!("Zet de bandbreedte van {name} terug"),
    widened: |value, low, high| {
        format!("De waarde {value} ligt erbuiten. Gerekend wordt daarom met {low} tot {high}.")
    },
    fixed_count: |uncertain, all| format!("{uncertain} van {all} met bandbreedte"),
    reversed_low: |high| {
        format!("Laag mag niet hoger zijn dan hoog ({high}). Maak dit lager, of maak eerst ‘Hoog’ hoger.")
    },
    reversed_high: |low| {
        format!("Hoog mag niet lager zijn dan laag ({low}). Maak dit hoger, of maak eerst ‘Laag’ lager.")
    },
    simulation_settings: "Zo wordt er getrokken",
    draws: "Aantal trekkingen",
    draws_hint: "1.000 tot 1.000.000. Meer trekkingen geven rustiger cijfers, geen betere aannames.",
    seed: "Startgetal",
    seed_hint: "Met hetzelfde startgetal krijgt iedereen precies dezelfde trekkingen.",
    pm_draws: "Posten die nog niet geschat zijn",
    pm_draws_name: |pm| match pm {
        PmDraws::Weglaten => "laat ze weg uit de trekkingen",
        PmDraws::Trekken => "trek ze mee, tussen laag en hoog",
    },
    pm_draws_hint: "Trek ze mee om te zien wat u het best eerst kunt uitzoeken. Gebruik die uitkomst niet als cijfer voor uw centrum: ook een post met 0 als meest waarschijnlijk aantal heeft dan een gemiddelde.",
    not_whole: |low, high| format!("Vul een heel getal in van {low} tot en met {high}."),
};

/// Writes how the draws of the effects hang together, that some have no effect, and that
/// the ranges are assumptions.
fn caveat(facts: &CaveatFacts) -> String {
    let together = if facts.dependence > 0.0 {
        let whose =
            if facts.is_own_dependence { "Dat aantal vulde u zelf in." } else { "Ook dat is onze aanname." };
        format!(
            "Bij {} van de trekkingen vallen alle effecten samen mee of tegen. {whose}",
            DUTCH.percent(facts.dependence)
        )
    } else {
        "Elk effect valt los van de andere mee of tegen. In het echt hangen ze vaak samen.".to_owned()
    };
    let without = if facts.no_effect > 0.0 {
        let whose = if facts.is_own_no_effect { "vulde u zelf in" } else { "kozen wij zelf" };
        format!(
            " Bij {} van de trekkingen rekenen wij zonder effect; dat aantal {whose}. Geen kans kan daarom hoger zijn dan {}, tenzij de kosten zonder effect al gedekt zijn.",
            DUTCH.percent(facts.no_effect),
            DUTCH.percent(1.0 - facts.no_effect)
        )
    } else {
        String::new()
    };
    format!("{together}{without} De bandbreedtes zijn zelf ook aannames.")
}

/// Writes an amount that follows from draws, rounded to three digits.
fn rounded(value: f64) -> String {
    DUTCH.euro(three_digits(value))
}

fn figure(figure: SimulatedFigure, perspective: Perspective) -> &'static str {
    match figure {
        SimulatedFigure::Net => "Saldo van alle betalers",
        SimulatedFigure::Npv => match perspective {
            Perspective::Partijen => "Netto contante waarde",
            Perspective::Gemeente => "Netto contante waarde voor de gemeente",
            Perspective::Samenleving => "Netto contante waarde voor de samenleving",
        },
        SimulatedFigure::Gemeente => "Saldo gemeente",
        SimulatedFigure::Society => "Saldo samenleving",
    }
}

/// Writes a chance. It is never 0% or 100%: a limited number of draws cannot prove that an
/// outcome is impossible or certain.
fn chance(share: f64) -> String {
    match share {
        share if share < 0.01 => "< 1%".to_owned(),
        share if share > 0.99 => "> 99%".to_owned(),
        share => DUTCH.percent(share),
    }
}

fn chance_name(figure: SimulatedFigure, perspective: Perspective) -> &'static str {
    match (figure, perspective) {
        (SimulatedFigure::Net, _) => {
            "De kans dat de becijferde effecten alleen de kosten dekken, binnen deze bandbreedtes"
        }
        (SimulatedFigure::Npv, Perspective::Partijen) => {
            "De kans dat de becijferde effecten alleen over de jaren de kosten dekken, binnen deze bandbreedtes"
        }
        (SimulatedFigure::Npv, Perspective::Gemeente) => {
            "De kans dat het vrijgemaakte geld alleen over de jaren de kosten van de gemeente dekt, binnen deze bandbreedtes"
        }
        (SimulatedFigure::Npv, Perspective::Samenleving) => {
            "De kans dat de becijferde effecten alleen over de jaren voor de samenleving de kosten dekken, binnen deze bandbreedtes"
        }
        (SimulatedFigure::Gemeente, _) => {
            "De kans dat het vrijgemaakte geld alleen de kosten van de gemeente dekt, binnen deze bandbreedtes"
        }
        (SimulatedFigure::Society, _) => {
            "De kans dat de becijferde effecten alleen voor de samenleving de kosten dekken, binnen deze bandbreedtes"
        }
    }
}

fn histogram_title(figure: SimulatedFigure, perspective: Perspective, spread: &Spread) -> String {
    if spread.is_certain() {
        return format!(
            "{}: zonder bandbreedtes is er één uitkomst",
            crate::text::nl::uncertainty::figure(figure, perspective)
        );
    }
    format!("{}: {}", chance_name(figure, perspective), chance(spread.positive))
}

fn histogram(
    figure: SimulatedFigure,
    perspective: Perspective,
    spread: &Spread,
    deterministic: f64,
) -> String {
    if spread.is_certain() {
        return format!(
            "De puntberekening is {}. Geen enkele aanname met invloed op deze uitkomst heeft een bandbreedte.",
            DUTCH.euro(deterministic)
        );
    }
    let [low, _, middle, _, high] = spread.quantiles;
    let reason = match spread.below_deterministic {
        Some(share) if share > 0.6 && spread.no_effect.is_some() => {
            ": door de bandbreedtes, of doordat er dan geen effect is"
        }
        Some(share) if share > 0.6 => ": de bandbreedtes laten vooral lagere uitkomsten toe",
        Some(share) if share < 0.4 => ": de bandbreedtes laten vooral hogere uitkomsten toe",
        _ => "",
    };
    let below = spread.below_deterministic.map_or_else(String::new, |share| {
        format!("; {} van de trekkingen ligt daaronder{reason}", chance(share))
    });
    format!(
        "{}: in 90% van de trekkingen {} tot {}, met {} als midden. De puntberekening is {}{below}.",
        crate::text::nl::uncertainty::figure(figure, perspective),
        rounded(low),
        rounded(high),
        rounded(middle),
        DUTCH.euro(deterministic),
    )
}

/// Names the saldo of a perspective; that of all payers is the saldo without more words.
fn saldo_of(perspective: Perspective) -> &'static str {
    match perspective {
        Perspective::Partijen => "het saldo",
        Perspective::Gemeente => "het saldo van de gemeente",
        Perspective::Samenleving => "het saldo van de samenleving",
    }
}

fn tornado_title(facts: Option<&TornadoFacts>) -> String {
    match facts {
        None => "Geen enkele aanname beweegt het saldo".to_owned(),
        Some(facts) => {
            format!("{} hangt het meest aan ‘{}’", capitalised(saldo_of(facts.perspective)), facts.first)
        }
    }
}

fn tornado(facts: Option<&TornadoFacts>) -> String {
    let Some(facts) = facts else {
        return "Geen enkele aanname met invloed op het saldo heeft een bandbreedte.".to_owned();
    };
    let [low, high] = facts.at;
    let (low, high) = (low.min(high), low.max(high));
    let drempel = DUTCH.euro(facts.drempel);
    let conclusion = match facts.perspective {
        Perspective::Samenleving if facts.drempel > 0.0 => {
            format!("of saldo en waarde samen de kosten dekken, bij {drempel} per bezoeker")
        }
        Perspective::Partijen | Perspective::Gemeente if facts.drempel > 0.0 => {
            format!("of {drempel} per bezoeker genoeg is voor het verschil")
        }
        Perspective::Partijen => "of de becijferde effecten alleen de kosten dekken".to_owned(),
        Perspective::Gemeente => "of het vrijgemaakte geld alleen haar kosten dekt".to_owned(),
        Perspective::Samenleving => {
            "of de becijferde effecten alleen voor de samenleving de kosten dekken".to_owned()
        }
    };
    let can_change = match facts.switching_inputs {
        [] => format!("Geen enkele aanname kan in haar eentje veranderen {conclusion}."),
        [one] => format!("‘{one}’ kan in haar eentje veranderen {conclusion}."),
        many => {
            let listed = many.iter().take(3).map(|name| format!("‘{name}’")).collect::<Vec<_>>().join(", ");
            let more = if many.len() > 3 { format!(" en nog {}", many.len() - 3) } else { String::new() };
            format!("Elk van deze aannames kan in haar eentje veranderen {conclusion}: {listed}{more}.")
        }
    };
    format!(
        "Steeds gaat één aanname van laag naar hoog; de rest blijft staan. ‘{}’ brengt {} van {} tot {}. {can_change}",
        facts.first,
        saldo_of(facts.perspective),
        DUTCH.euro(low),
        DUTCH.euro(high),
    )
}

fn curve_title(facts: &CurveFacts) -> String {
    let Some(at_80_percent) = facts.drempels[1] else {
        return "De kans van 80% hangt geheel af van de kans dat er geen effect is".to_owned();
    };
    if at_80_percent < 0.5 {
        return format!(
            "De kans is groter dan 80% dat de besparingen alleen al de kosten{} dekken",
            for_whom(facts.perspective)
        );
    }
    let amount = rounded_up(at_80_percent);
    match facts.perspective {
        Perspective::Samenleving => format!(
            "Is wat niet in geld staat {amount} per bezoeker waard, dan is de kans groter dan 80% dat het opweegt tegen de kosten"
        ),
        Perspective::Partijen | Perspective::Gemeente => format!(
            "Mag het {amount} per bezoeker kosten, naast wat het bespaart, dan is de kans groter dan 80% dat dit genoeg is"
        ),
    }
}

/// Writes a drempel rounded up to whole euros, so that the chance at it is at least the
/// stated one.
fn rounded_up(value: f64) -> String {
    DUTCH.euro(round_up(value, 0))
}

fn curve(facts: &CurveFacts) -> String {
    let start = if facts.drempels[1].is_some_and(|drempel| drempel < 0.5) {
        format!(
            "Ook bij € 0 per bezoeker is de kans groter dan 80% dat de besparingen de kosten{} dekken.",
            for_whom(facts.perspective)
        )
    } else {
        let [at_50_percent, at_80_percent] = facts.drempels.map(|drempel| match drempel {
            Some(drempel) => format!("vanaf {} per bezoeker", rounded_up(drempel)),
            None => "hangt geheel af van de kans dat er geen effect is".to_owned(),
        });
        format!(
            "De lijn geeft de kans dat dit bedrag groot genoeg is voor het verschil{}: 50% {at_50_percent}, 80% {at_80_percent}.",
            for_whom(facts.perspective)
        )
    };
    let now = format!("Bij {} per bezoeker is de kans {}.", DUTCH.euro(facts.drempel), chance(facts.chance));
    let society = if facts.society_gap_per_visitor > 0.0 {
        format!(
            "Voor de samenleving als geheel is het tekort {} per bezoeker (puntberekening), want een uitkering minder is daar geen winst.",
            DUTCH.euro(facts.society_gap_per_visitor)
        )
    } else {
        "Voor de samenleving als geheel is er in de puntberekening geen tekort.".to_owned()
    };
    format!("{start} {now} {society} Dit alles binnen deze bandbreedtes.")
}

fn ranking(can_change: bool, drempel: f64, perspective: Perspective) -> String {
    let drempel = DUTCH.euro(drempel);
    let is_worth = perspective == Perspective::Samenleving;
    if can_change {
        let condition = if is_worth {
            format!("als wat niet in geld staat {drempel} per bezoeker waard is")
        } else {
            format!("als het {drempel} per bezoeker mag kosten")
        };
        format!(
            "Wat is het waard om één aanname zeker te weten vóór u beslist over geld, {condition}? Elke balk is een bovengrens, in euro’s per jaar: geen meting geeft volledige zekerheid."
        )
    } else {
        let condition = if is_worth {
            format!("Is wat niet in geld staat {drempel} per bezoeker waard")
        } else {
            format!("Mag het {drempel} per bezoeker kosten")
        };
        format!(
            "{condition}, dan kan geen enkele aanname in haar eentje de beslissing veranderen. Meten maakt het beeld dan scherper, maar verandert de keuze niet. U ziet daarom welk deel van de spreiding in het saldo elke aanname verklaart."
        )
    }
}

fn what_to_measure(facts: &MeasurementFacts) -> String {
    let many = facts.many;
    match facts.input.input {
        Some(InputId::General(general)) => match general {
            General::Bezoekers => "Tel unieke bezoekers: iedereen die komt één keer, met een eenvoudig register.",
            General::Fte | General::LoonkostenPerFte => "Neem de uren en loonkosten over uit de salarisadministratie.",
            General::Vrijwilligers | General::VergoedingPerVrijwilliger => {
                "Houd bij hoeveel vrijwilligers er zijn en wat zij per jaar aan vergoeding krijgen."
            }
            General::IngroeiJaar1 | General::IngroeiJaar2 => {
                "Leg per kwartaal vast hoeveel van het volle effect er is."
            }
            General::KansGeenEffect => {
                "Volg mensen die komen én mensen die niet komen: dan blijkt of er verschil is."
            }
            _ => "Neem de bedragen over uit begroting en jaarrekening.",
        }
        .to_owned(),
        Some(InputId::Line(_, field) | InputId::Own(_, field)) => match field {
            LineField::Aantal if many.is_empty() => "Noteer elk geval, met begin- en einddatum.".to_owned(),
            LineField::Aantal => format!("Noteer per deelnemer hoeveel {many} het scheelt, met begin- en einddatum."),
            LineField::Bedrag => "Vraag wie nu betaalt, meestal de gemeente, naar het werkelijke bedrag in uw regio.".to_owned(),
            LineField::Autonoom => {
                "Vergelijk met mensen die niet komen, of met een wachtlijst: wat was er ook zonder het initiatief gebeurd?"
                    .to_owned()
            }
            LineField::Toerekening => {
                "Vraag deelnemers en hulpverleners welke andere hulp meespeelde, en voor welk deel.".to_owned()
            }
            LineField::Verdringing => "Ga na of een ander de plek of de baan heeft verloren.".to_owned(),
            _ => "Vraag de gemeente welke plekken of contracten echt zijn gestopt.".to_owned(),
        },
        None => "Noteer de waarde zodra die bekend is.".to_owned(),
    }
}

fn how_long(facts: &MeasurementFacts) -> &'static str {
    match facts.input.input {
        Some(InputId::General(General::KansGeenEffect)) => {
            "Minstens twee jaar: bij de start en een jaar later, bij beide groepen."
        }
        Some(InputId::General(General::IngroeiJaar1 | General::IngroeiJaar2)) => "De eerste twee jaar.",
        Some(InputId::General(General::Bezoekers)) => "Eén heel jaar, daarna elk jaar.",
        Some(InputId::General(_)) => "Eén keer, na afsluiting van het boekjaar.",
        Some(InputId::Line(_, LineField::Bedrag) | InputId::Own(_, LineField::Bedrag)) => {
            "Eén keer navragen, elk jaar bijwerken."
        }
        Some(InputId::Line(_, LineField::Autonoom) | InputId::Own(_, LineField::Autonoom)) => {
            "Minstens twee jaar: bij de start en een jaar later, bij beide groepen."
        }
        Some(InputId::Line(_, LineField::Verzilverbaar) | InputId::Own(_, LineField::Verzilverbaar)) => {
            "Eén begrotingsjaar."
        }
        _ => "Minstens één heel jaar.",
    }
}

/// Writes what knowing an input could change: the decision, or else only the spread.
fn could_change(facts: &MeasurementFacts) -> String {
    let sensitivity_range =
        facts.sensitivity_range.map_or_else(String::new, |([low, high], [at_low, at_high])| {
            let shown = facts.input.shown;
            format!(
                " Van {} naar {} gaat {} van {} naar {}.",
                shown(low),
                shown(high),
                saldo_of(facts.perspective),
                DUTCH.euro(at_low),
                DUTCH.euro(at_high)
            )
        });
    let worth = if facts.evppi >= 0.5 {
        format!(
            "De beslissing kan ervan omslaan; zeker weten is hoogstens {} per jaar waard.",
            rounded(facts.evppi)
        )
    } else {
        let (share, saldo) = (chance(facts.variance_share), saldo_of(facts.perspective));
        format!("{share} van de spreiding in {saldo} verdwijnt.")
    };
    format!("{worth}{sensitivity_range}")
}
