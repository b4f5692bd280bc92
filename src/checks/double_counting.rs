//! Checks for double counting: the same gain in two lines, and for a gain in the wrong line.

use crate::checks::{WarningKind, WarningList, has_gain, line};
use crate::model::inputs::{OwnLine, OwnSide};
use crate::model::savings::Saving;
use crate::model::{InputId, Inputs, Line, LineField, Outcome};

/// Beginnings of words in the name of an own line that is about work or income.
const INCOME_WORDS: [&str; 12] = [
    "inkom",
    "arbeid",
    "loon",
    "salaris",
    "verdien",
    "productie",
    "werk",
    "baan",
    "banen",
    "income",
    "wage",
    "job",
];
/// Beginnings of words that start like those about work, but are about the way of working.
const NOT_INCOME_WORDS: [&str; 4] = ["werkdruk", "werkwijze", "werkplan", "werkgroep"];
/// Beginnings of words in the name of an own line that is about sheltered housing.
const HOUSING_WORDS: [&str; 4] = ["beschermd", "beschut wonen", "ribw", "sheltered"];

/// Beginnings of words in the name of an own line that is about bijstand.
const BIJSTAND_WORDS: [&str; 3] = ["bijstand", "uitkering", "participatiewet"];

/// Adds the warnings about gains that are probably counted twice.
pub fn double_counting(inputs: &Inputs, outcome: &Outcome, warnings: &mut WarningList) {
    let [benefits, work] = [Line::Uitkeringen, Line::BetaaldWerk].map(|id| line(outcome, id));
    let [quality_of_life, day_care] =
        [Line::KwaliteitVanLeven, Line::Dagbesteding].map(|id| line(outcome, id));
    let quantity_input = |saving: &Saving| saving.id.input(LineField::Aantal);
    let (people, hours) = (benefits.quantity.units(), work.quantity.units());
    let both_count = has_gain(benefits) && has_gain(work);
    warnings.add_if(
        both_count,
        WarningKind::WorkCountedTwice { people, hours },
        &[quantity_input(benefits), quantity_input(work)],
    );
    let both_count = has_gain(quality_of_life) && has_gain(work);
    warnings.add_if(
        both_count,
        WarningKind::WorkAndQualityOfLife,
        &[quantity_input(quality_of_life), quantity_input(work)],
    );
    let own_lines_about = |words: &[&str], exceptions: &[&str]| -> Vec<InputId> {
        let lines = inputs.own.iter().enumerate();
        let lines = lines.filter(|(_, own)| counts(own) && is_about(&own.label, words, exceptions));
        lines.map(|(index, _)| InputId::Own(index, LineField::Aantal)).collect()
    };
    if has_gain(benefits) || has_gain(work) {
        warnings.add(WarningKind::IncomeCountedTwice, own_lines_about(&INCOME_WORDS, &NOT_INCOME_WORDS));
    }
    if has_gain(day_care) {
        warnings.add(WarningKind::DayCareWithinHousing, own_lines_about(&HOUSING_WORDS, &[]));
    }
    let mut bijstand = own_lines_about(&BIJSTAND_WORDS, &[]);
    bijstand.retain(|id| matches!(id, InputId::Own(index, _) if is_of_gemeente(&inputs.own[*index])));
    warnings.add(WarningKind::BijstandAsOwnLine, bijstand);
}

/// Returns whether the gemeente has a share in an own line.
fn is_of_gemeente(own: &OwnLine) -> bool {
    matches!(&own.side, OwnSide::Saving(saving) if saving.inputs.kind.counts_for_payers()
        && saving.inputs.get(LineField::Gemeente) > 0.0)
}

/// Returns whether an own line is a saving that counts.
fn counts(own: &OwnLine) -> bool {
    matches!(&own.side, OwnSide::Saving(saving) if saving.inputs.counted)
}

/// Returns whether a name contains a word that begins with one of `words` and with none of
/// `exceptions`.
fn is_about(label: &str, words: &[&str], exceptions: &[&str]) -> bool {
    let label = label.to_lowercase();
    let begins = |text: &str, starts: &[&str]| starts.iter().any(|start| text.starts_with(start));
    // Compares the whole text from the beginning of each word on, since one of `words` can
    // be two words ('beschut wonen').
    let word_starts = label.char_indices().filter(|(at, c)| {
        c.is_alphabetic() && !label[..*at].chars().next_back().is_some_and(char::is_alphabetic)
    });
    word_starts.map(|(at, _)| &label[at..]).any(|rest| begins(rest, words) && !begins(rest, exceptions))
}
