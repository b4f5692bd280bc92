//! Dutch texts of the view of uncertainty. Those of its cards are in files of their own.

mod curve;
mod distribution;
mod measurement;
mod tornado;

use crate::model::simulation::PmDraws;
use crate::model::{Perspective, Shape};
use crate::number::{DUTCH, round_up};
use crate::text::nl::uncertainty::curve::{curve, curve_title};
use crate::text::nl::uncertainty::distribution::{chance_name, figure, histogram, histogram_title};
use crate::text::nl::uncertainty::measurement::{could_change, how_long, ranking, what_to_measure};
use crate::text::nl::uncertainty::tornado::{tornado, tornado_title};
use crate::text::uncertainty::{CaveatFacts, UncertaintyText};
use crate::uncertainty::three_digits;

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
    curve_society: |gap| format!("samenleving: minstens {}", DUTCH.euro(round_up(gap, 0))),
    curve_society_none: "samenleving: niets nodig",
    curve_note: "Dit is een afweging van wie beslist, geen besparing: het bedrag wordt nergens bij opgeteld.",
    ranking_title: |first, can_change| match (first, can_change) {
        (None, _) => "Wat meten we eerst? Er is niets onzekers om te meten".to_owned(),
        (Some(first), true) => format!("Wat meten we eerst? Beginnen met ‘{first}’ is het meest waard"),
        (Some(first), false) => {
            format!("Wat meten we eerst? De meeste spreiding komt door ‘{first}’")
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
    let without = if facts.no_effect > 0.0 && facts.has_effects {
        let whose = if facts.is_own_no_effect { "vulde u zelf in" } else { "kozen wij zelf" };
        format!(
            " Bij {} van de trekkingen rekenen wij zonder effect; dat aantal {whose}. De kans bij € 0 per bezoeker is daarom hoogstens {}, tenzij de kosten zonder effect al gedekt zijn.",
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

/// Writes a chance. It is never 0% or 100%: a limited number of draws cannot prove that an
/// outcome is impossible or certain.
fn chance(share: f64) -> String {
    match share {
        share if share < 0.01 => "< 1%".to_owned(),
        share if share > 0.99 => "> 99%".to_owned(),
        share => DUTCH.percent(share),
    }
}

/// Names the saldo of a perspective; that of all payers is the saldo without more words.
fn saldo_of(perspective: Perspective) -> &'static str {
    match perspective {
        Perspective::Partijen => "het saldo",
        Perspective::Gemeente => "het saldo van de gemeente",
        Perspective::Samenleving => "het saldo van de samenleving",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// By hand: 1 − 0.15. A higher amount per visitor has a higher chance, so only that at € 0 is limited;
    /// and without anything that counts there is no draw with an effect.
    #[test]
    fn the_chance_without_effect_limits_the_chance_at_zero_only() {
        let said = |has_effects| {
            let facts = CaveatFacts {
                dependence: 0.5,
                is_own_dependence: false,
                no_effect: 0.15,
                is_own_no_effect: false,
                has_effects,
            };
            caveat(&facts)
        };
        assert!(
            said(true).contains("De kans bij € 0 per bezoeker is daarom hoogstens 85%"),
            "{}",
            said(true)
        );
        assert!(!said(false).contains("zonder effect"), "{}", said(false));
    }
}
