//! Dutch texts of the list of changes from the chosen preset.

use crate::model::{Euro, Party};
use crate::number::DUTCH;
use crate::scenario::changes::{Effect, MovedFigure};
use crate::text::nl::sentences;
use crate::ui::features::changes::text::{ChangesText, ChangesTotal};

pub static CHANGES: ChangesText = ChangesText {
    difference_count: |count, base| match count {
        0 => format!("‘{base}’ zonder wijzigingen"),
        1 => format!("1 afwijking van ‘{base}’"),
        _ => format!("{count} afwijkingen van ‘{base}’"),
    },
    see_differences: "Bekijk de lijst",
    for_payers: "De effecten in deze lijst gaan over alle betalers samen.",
    total_effect,
    other_base: |name, what| format!("Het begin is ‘{name}’, en dat is niet de brochure zelf. {what}"),
    verdict: |effect| match effect {
        Effect::Moves(..) if effect.helps() == Some(true) => "gunstiger",
        Effect::Moves(..) => "ongunstiger",
        Effect::SpreadOnly => "alleen spreiding",
        Effect::Shifts { .. } => "verschuift",
        Effect::Prices => "andere prijzen",
        Effect::NoEffect => "geen verschil",
    },
    effect,
    note: "‘Gunstiger’: hierdoor ziet het initiatief er beter uit dan bij het begin. Per wijziging staat er wat zij doet terwijl de andere blijven staan.",
    from_to: |from, to, unit| {
        if unit.is_empty() {
            format!("Van {from} naar {to}.")
        } else {
            format!("Van {from} naar {to} ({unit}).")
        }
    },
    own_line: |total| format!("Eigen post, niet in het begin: {total}."),
    range_of: |name| format!("Bandbreedte: {name}"),
    range: |shape, low, high| {
        if low.is_empty() { shape.to_owned() } else { format!("{low} tot {high} ({shape})") }
    },
    revert: |name| format!("Zet terug: {name}"),
};

fn euro(amount: Euro) -> String {
    DUTCH.euro(amount.euros())
}

fn total_effect(total: ChangesTotal) -> String {
    let ChangesTotal { from, to, better, worse } = total;
    let by = to - from;
    let effect = if sentences::is_shown_as_zero(by) {
        format!("Alle wijzigingen samen laten het saldo op {}.", euro(to))
    } else if by > Euro::ZERO {
        let (by, from, to) = (euro(by), euro(from), euro(to));
        format!("Alle wijzigingen samen maken het saldo {by} hoger: van {from} naar {to}.")
    } else {
        let (by, from, to) = (euro(-by), euro(from), euro(to));
        format!("Alle wijzigingen samen maken het saldo {by} lager: van {from} naar {to}.")
    };
    let with_count = |count: usize, verdict: &str| match count {
        0 => format!("geen ervan is {verdict}"),
        1 => format!("1 is {verdict}"),
        _ => format!("{count} zijn {verdict}"),
    };
    match (better, worse) {
        (0, 0) => effect,
        _ => {
            let mut counts =
                format!("{}, {}.", with_count(better, "gunstiger"), with_count(worse, "ongunstiger"));
            // The text begins with an ASCII letter or a digit.
            if let Some(first) = counts.get_mut(..1) {
                first.make_ascii_uppercase();
            }
            format!("{effect} {counts}")
        }
    }
}

fn effect(effect: Effect) -> String {
    match effect {
        Effect::Moves(MovedFigure::Net, by) => sentences::effect(by),
        Effect::Moves(moved, by) => {
            let figure = match moved {
                MovedFigure::Party(party) => saldo_of(party),
                MovedFigure::Npv => "de netto contante waarde",
                MovedFigure::Net | MovedFigure::Society => "het saldo van de samenleving",
            };
            format!("Verandert het saldo niet, maar maakt {figure} {}.", sentences::higher_or_lower(by))
        }
        Effect::Shifts { party, by, uncovered } => {
            let (figure, by) = (saldo_of(party), sentences::higher_or_lower(by));
            let shift = "Verandert het saldo niet, alleen bij wie het terechtkomt";
            let shift = format!("{shift}: {figure} wordt {by}.");
            if sentences::is_shown_as_zero(uncovered) {
                return shift;
            }
            format!("{shift} In een gewoon jaar is {} ongedekt.", euro(uncovered))
        }
        Effect::NoEffect => sentences::effect(Euro::ZERO),
        Effect::SpreadOnly => "Verandert de uitkomst niet, alleen de spreiding onder ‘Zekerheid’.".to_owned(),
        Effect::Prices => "Alle bedragen die u niet zelf invulde, staan nu in andere euro’s.".to_owned(),
    }
}

fn saldo_of(party: Party) -> &'static str {
    match party {
        Party::Gemeente => "het saldo van de gemeente",
        Party::Rijk => "het saldo van het Rijk",
        Party::Zorgverzekeraar => "het saldo van de zorgverzekeraar",
        Party::Overig => "het saldo van alle anderen",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_shift_names_the_party_and_the_uncovered_costs() {
        let sentence = |party, by: f64, uncovered: f64| {
            effect(Effect::Shifts { party, by: Euro::new(by), uncovered: Euro::new(uncovered) })
        };
        assert_eq!(
            sentence(Party::Gemeente, 150_000.0, 50_000.0),
            "Verandert het saldo niet, alleen bij wie het terechtkomt: het saldo van de gemeente wordt €\u{a0}150.000 hoger. In een gewoon jaar is €\u{a0}50.000 ongedekt."
        );
        assert!(sentence(Party::Rijk, -5.0, 0.0).ends_with("het saldo van het Rijk wordt €\u{a0}5 lager."));
    }

    fn total_effect_of(from: f64, to: f64, better: usize, worse: usize) -> String {
        total_effect(ChangesTotal { from: Euro::new(from), to: Euro::new(to), better, worse })
    }

    #[test]
    fn total_effect_in_words() {
        assert_eq!(
            total_effect_of(-146_000.0, -158_200.0, 0, 1),
            "Alle wijzigingen samen maken het saldo €\u{a0}12.200 lager: van €\u{a0}−146.000 naar €\u{a0}−158.200. Geen ervan is gunstiger, 1 is ongunstiger."
        );
        assert_eq!(total_effect_of(-5.0, -5.2, 0, 0), "Alle wijzigingen samen laten het saldo op €\u{a0}−5.");
        assert!(total_effect_of(-5.0, 5.0, 2, 1).ends_with("2 zijn gunstiger, 1 is ongunstiger."));
    }
}
