//! The same gain under two names.

use crate::checks::{WarningKind, WarningList, gains, line};
use crate::model::inputs::{OwnLine, OwnSide};
use crate::model::savings::Saving;
use crate::model::{InputId, Inputs, Line, LineField, Outcome};

/// Beginnings of words in the name of an own line that is about work or income.
const INCOME: [&str; 12] = [
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
/// Beginnings of words about how somebody works, which are not about income.
const NO_INCOME: [&str; 4] = ["werkdruk", "werkwijze", "werkplan", "werkgroep"];
/// Beginnings of words in the name of an own line that is about sheltered housing.
const HOUSING: [&str; 4] = ["beschermd", "beschut wonen", "ribw", "sheltered"];

pub fn double_counting(inputs: &Inputs, outcome: &Outcome, warnings: &mut WarningList) {
    let [benefits, work] = [Line::Uitkeringen, Line::BetaaldWerk].map(|of| line(outcome, of));
    let [life, day] = [Line::KwaliteitVanLeven, Line::Dagbesteding].map(|of| line(outcome, of));
    let number = |saving: &Saving| saving.id.input(LineField::Aantal);
    let (people, hours) = (benefits.quantity.units(), work.quantity.units());
    let both = gains(benefits) && gains(work);
    warnings.note_if(
        both,
        WarningKind::WorkCountedTwice { people, hours },
        &[number(benefits), number(work)],
    );
    let both = gains(life) && gains(work);
    warnings.note_if(both, WarningKind::WorkAndQualityOfLife, &[number(life), number(work)]);
    let own = |about: &[&str], but: &[&str]| -> Vec<InputId> {
        let lines = inputs.own.iter().enumerate();
        let lines = lines.filter(|(_, own)| counts(own) && is_about(&own.label, about, but));
        lines.map(|(place, _)| InputId::Own(place, LineField::Aantal)).collect()
    };
    if gains(benefits) || gains(work) {
        warnings.note(WarningKind::IncomeCountedTwice, own(&INCOME, &NO_INCOME));
    }
    if gains(day) {
        warnings.note(WarningKind::DayCareWithinHousing, own(&HOUSING, &[]));
    }
}

fn counts(own: &OwnLine) -> bool {
    matches!(&own.side, OwnSide::Saving(saving) if saving.inputs.counted)
}

/// Returns whether words in a name begin so, but not so.
fn is_about(label: &str, words: &[&str], but: &[&str]) -> bool {
    let label = label.to_lowercase();
    let begins = |text: &str, starts: &[&str]| starts.iter().any(|start| text.starts_with(start));
    // From the beginning of each word on, since a word can need the next.
    let starts = label.char_indices().filter(|(at, c)| {
        c.is_alphabetic() && !label[..*at].chars().next_back().is_some_and(char::is_alphabetic)
    });
    starts.map(|(at, _)| &label[at..]).any(|rest| begins(rest, words) && !begins(rest, but))
}
