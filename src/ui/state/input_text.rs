//! The typed text of an input's field: read, accepted or refused.

use crate::model::InputId;
use crate::number::Style;
use crate::ui::lazy::reduce;
use crate::ui::state::{Draft, FieldId, State};

impl State {
    /// Takes in the text of an input's field.
    pub(crate) fn type_input(&mut self, id: InputId, text: String) {
        let words = self.text();
        let style = State::style(id);
        let parsed = match words.notation.parse(&text, style) {
            Ok(parsed) => parsed,
            Err(why) => {
                let problem = (words.not_a_number)(why, &self.allowed(id));
                self.begin_step(Some(FieldId::Input(id).into()));
                self.editing.drafts.insert(id, Draft { text, problem: Some(problem), note: None });
                return;
            }
        };
        let note = parsed
            .read_as_decimal
            .then(|| (words.sentences.read_as)(&words.notation.field(parsed.value, style)));
        let problem = self.try_change(id, parsed.value).err().map(|issue| sentence((words.problem)(&issue)));
        let good = problem.is_none();
        if !good {
            self.begin_step(Some(FieldId::Input(id).into()));
        }
        self.editing.drafts.insert(id, Draft { text, problem, note });
        if good {
            self.retry_others(id);
        }
    }

    /// The values that an input accepts, in words.
    pub fn allowed(&self, id: InputId) -> String {
        let words = self.text();
        let (low, high) = id.definition().limits;
        let style = State::style(id);
        let sign = if style == Style::Percent { "%" } else { "" };
        let end = |value| format!("{}{sign}", words.notation.shown(value, style));
        (words.sentences.limits)(&end(low), &end(high))
    }

    /// Shares that must add up become good together: what was refused before
    /// may fit now.
    pub(super) fn retry_others(&mut self, but: InputId) {
        let waiting: Vec<InputId> =
            self.editing.problems().map(|(id, _)| id).filter(|id| *id != but).collect();
        for id in waiting {
            let Some(draft) = self.editing.drafts.get(&id).cloned() else { continue };
            let Ok(parsed) = self.text().notation.parse(&draft.text, State::style(id)) else { continue };
            if self.try_change(id, parsed.value).is_ok() {
                self.editing.drafts.insert(id, Draft { problem: None, ..draft });
            }
        }
        if !self.editing.rungs.is_empty() {
            reduce(|feature| (feature.retry_people)(self));
        }
    }

    /// Drops the text of an input; one that was refused comes back with undo.
    pub(super) fn drop_text(&mut self, id: InputId) {
        if self.editing.drafts.get(&id).is_some_and(|draft| draft.problem.is_some()) {
            self.begin_step(Some(FieldId::Input(id).into()));
        }
        self.editing.drafts.remove(&id);
    }
}

/// A clause as a sentence of its own.
pub(crate) fn sentence(clause: String) -> String {
    let mut sentence = format!("{clause}.");
    // All of them begin with a plain letter.
    if let Some(first) = sentence.get_mut(..1) {
        first.make_ascii_uppercase();
    }
    sentence
}

#[cfg(test)]
mod tests;
