//! The typed text of an input's field: read as a number, and then accepted, or
//! refused with the reason.

use crate::model::InputId;
use crate::number::Style;
use crate::ui::lazy::reduce;
use crate::ui::state::{Draft, FieldId, State};

impl State {
    /// Applies the text of an input's field. A text that is no number, or a value
    /// that the scenario cannot have, stays in the field with its problem, and
    /// the scenario stays as it was.
    pub(crate) fn type_input(&mut self, id: InputId, text: String) {
        let words = self.text();
        let style = State::input_style(id);
        let parsed = match words.notation.parse(&text, style) {
            Ok(parsed) => parsed,
            Err(reason) => {
                let problem = (words.not_a_number)(reason, &self.allowed_values(id));
                self.begin_step(Some(FieldId::Input(id).into()));
                self.editing.input_drafts.insert(id, Draft { text, problem: Some(problem), note: None });
                return;
            }
        };
        let note = parsed
            .read_as_decimal
            .then(|| (words.sentences.read_as)(&words.notation.field(parsed.value, style)));
        let problem =
            self.try_change(id, parsed.value).err().map(|issue| to_sentence((words.problem)(&issue)));
        let is_accepted = problem.is_none();
        if !is_accepted {
            self.begin_step(Some(FieldId::Input(id).into()));
        }
        self.editing.input_drafts.insert(id, Draft { text, problem, note });
        if is_accepted {
            self.retry_refused_inputs(id);
        }
    }

    /// Returns the values that an input accepts, in words.
    pub fn allowed_values(&self, id: InputId) -> String {
        let words = self.text();
        let (low, high) = id.definition().limits;
        let style = State::input_style(id);
        let sign = if style == Style::Percent { "%" } else { "" };
        let limit = |value| format!("{}{sign}", words.notation.shown(value, style));
        (words.sentences.limits)(&limit(low), &limit(high))
    }

    /// Tries all refused texts again after `changed` got another value: shares
    /// that must add up to 100% at most are often valid only together.
    pub(super) fn retry_refused_inputs(&mut self, changed: InputId) {
        let refused: Vec<InputId> =
            self.editing.refused_inputs().map(|(id, _)| id).filter(|id| *id != changed).collect();
        for id in refused {
            let Some(draft) = self.editing.input_drafts.get(&id).cloned() else { continue };
            let Ok(parsed) = self.text().notation.parse(&draft.text, State::input_style(id)) else {
                continue;
            };
            if self.try_change(id, parsed.value).is_ok() {
                self.editing.input_drafts.insert(id, Draft { problem: None, ..draft });
            }
        }
        if !self.editing.ladder_drafts.is_empty() {
            reduce(|feature| (feature.retry_people)(self));
        }
    }

    /// Removes the text of an input. A refused text is saved as a step first, so
    /// that undo brings it back.
    pub(super) fn drop_text(&mut self, id: InputId) {
        if self.editing.input_drafts.get(&id).is_some_and(Draft::is_refused) {
            self.begin_step(Some(FieldId::Input(id).into()));
        }
        self.editing.input_drafts.remove(&id);
    }
}

/// Makes a sentence of a clause: with a capital and a full stop.
pub(crate) fn to_sentence(clause: String) -> String {
    let mut sentence = format!("{clause}.");
    // All clauses of the catalogue begin with an ASCII letter.
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence
}

#[cfg(test)]
mod tests;
