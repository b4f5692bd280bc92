//! Warnings about inputs that contradict each other, in Dutch.

use crate::checks::{Inconsistency, MAX_OFF_BENEFIT};
use crate::number::DUTCH;
use crate::text::nl::checks::number;

/// Says that the effects are those of the brochure all the same.
const SAME_EFFECTS: &str = "De aantallen mensen met minder uitkering of dagbesteding zijn wel die van de brochure, of hoger. Pas ze naar verhouding aan, of leg uit hoe dat kan.";

pub fn say(what: Inconsistency) -> (&'static str, String) {
    match what {
        Inconsistency::AllWhoLeft { people, visitors } => (
            "Telt u iedereen die ooit uit de uitkering ging?",
            format!(
                "U telt {} mensen zonder uitkering. Dat is meer dan {} van uw {} bezoekers; in de brochure is het 0,8%. Tel alleen wie nu zonder uitkering is. En alleen wie dat zonder u niet was geweest.",
                number(people),
                DUTCH.percent(MAX_OFF_BENEFIT),
                number(visitors)
            ),
        ),
        Inconsistency::FewerStaffSameEffects { fte } => (
            "Minder medewerkers, evenveel effect: klopt dat?",
            format!(
                "U rekent met {} fte (volle banen); de brochure met 3,5 tot 4. {SAME_EFFECTS}",
                DUTCH.number(fte, 2)
            ),
        ),
        Inconsistency::LowerCostsSameEffects { costs, brochure } => (
            "Minder geld, evenveel effect: klopt dat?",
            format!(
                "Uw centrum kost {} per jaar; in de brochure is dat {}, in prijzen van hetzelfde jaar. {SAME_EFFECTS}",
                DUTCH.euro(costs.euros()),
                DUTCH.euro(brochure.euros())
            ),
        ),
        Inconsistency::InhabitantsNotGiven { amount } => (
            "Hoe groot is de gemeente?",
            format!(
                "U kijkt naar de gemeente, maar haar aantal inwoners is niet ingevuld. Nu houdt zij alles wat zij aan uitkeringen bespaart: {}. Dat is het hoogste dat kan. Een kleine gemeente krijgt na twee jaar minder geld van het Rijk als zij minder uitkeringen betaalt.",
                DUTCH.euro(amount.euros())
            ),
        ),
        Inconsistency::DoubtCountedTwice { chance, without_effect } => {
            ("U telt twijfel dubbel: kies één", {
                let counted = if without_effect {
                    "In deze telling is er geen effect."
                } else {
                    "In deze telling is al veel van de effecten afgetrokken."
                };
                format!(
                    "{counted} Daarnaast rekent u met een kans van {} dat er geen effect is. Zet die kans op 0, of neem de gewone telling.",
                    DUTCH.percent(chance)
                )
            })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Euro;
    use crate::text::nl::checks::assert_plain;

    /// The figures are those of the warning.
    #[test]
    fn plain_and_with_their_figures() {
        let (costs, brochure, amount) = (Euro::new(250_000.0), Euro::new(402_345.0), Euro::new(54_000.0));
        for (kind, figures) in [
            (Inconsistency::AllWhoLeft { people: 25.5, visitors: 500.0 }, vec!["25,5", "500", "5%"]),
            (Inconsistency::FewerStaffSameEffects { fte: 2.25 }, vec!["2,25"]),
            (Inconsistency::LowerCostsSameEffects { costs, brochure }, vec!["250.000", "402.345"]),
            (Inconsistency::InhabitantsNotGiven { amount }, vec!["54.000"]),
            (Inconsistency::DoubtCountedTwice { chance: 0.15, without_effect: false }, vec!["15%"]),
            (Inconsistency::DoubtCountedTwice { chance: 0.15, without_effect: true }, vec!["15%"]),
        ] {
            let (title, words) = say(kind);
            for figure in figures {
                assert!(words.contains(figure), "{figure}: {words}");
            }
            assert_plain(title, &words);
        }
    }
}
