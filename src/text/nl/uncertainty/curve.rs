//! Dutch texts of the card with the acceptability curve.

use crate::model::Perspective;
use crate::number::{DUTCH, round_up};
use crate::text::nl::sentences::for_whom;
use crate::text::nl::uncertainty::chance;
use crate::text::uncertainty::CurveFacts;

pub fn curve_title(facts: &CurveFacts) -> String {
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

pub fn curve(facts: &CurveFacts) -> String {
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
            "Voor de samenleving als geheel is minstens {} per bezoeker nodig (puntberekening). Een uitkering minder is daar geen winst.",
            rounded_up(facts.society_gap_per_visitor)
        )
    } else {
        "Voor de samenleving als geheel is er in de puntberekening geen verschil te dekken.".to_owned()
    };
    format!("{start} {now} {society} Dit alles binnen deze bandbreedtes.")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is needed is rounded up, as in the other sentences about it. Society may have a gap where no benefit counts, so that a benefit is no reason for it.
    #[test]
    fn the_gap_of_society_has_no_reason_that_may_be_false() {
        let facts = CurveFacts {
            perspective: Perspective::Partijen,
            drempels: [Some(600.0), Some(650.0)],
            drempel: 0.0,
            chance: 0.0,
            society_gap_per_visitor: 590.4,
        };
        let sentence = curve(&facts);
        assert!(
            sentence.contains(
                "is minstens €\u{a0}591 per bezoeker nodig (puntberekening). Een uitkering minder is daar geen winst."
            ),
            "{sentence}"
        );
    }
}
