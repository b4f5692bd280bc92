//! The typed text of an input's field: read as a number, and then accepted, or
//! refused with the reason.

use crate::model::InputId;
use crate::model::inputs::value_problem;
use crate::number::Style;
use crate::ui::lazy::reduce;
use crate::ui::state::{Draft, FieldId, State};

impl State {
    /// Applies the text of an input's field. A text that is no number, or a value
    /// that the scenario cannot have, stays in the field with its problem, and
    /// the scenario is what it was before the field was edited.
    pub(crate) fn type_input(&mut self, id: InputId, text: String) {
        let number = self.read_input(id, &text);
        let result = number.and_then(|(value, read_as)| {
            let tried = self.try_change(id, value);
            tried.map(|()| read_as).map_err(|issue| to_sentence((self.text().problem)(&issue)))
        });
        match result {
            Ok(read_as) => {
                self.editing.input_drafts.insert(id, Draft { text, problem: None, read_as });
                self.retry_refused_inputs(id);
            }
            Err(problem) => {
                self.refuse_text(FieldId::Input(id));
                self.editing.input_drafts.insert(id, Draft { text, problem: Some(problem), read_as: None });
            }
        }
    }

    /// Reads the text of an input's field; see [`State::read_number`].
    fn read_input(&self, id: InputId, text: &str) -> Result<(f64, Option<String>), String> {
        let accepts = |value| value_problem(id, value).is_none();
        self.read_number(text, State::input_style(id), &accepts, &self.allowed_values(id))
    }

    /// Reads the text of a field: its number, and that number in the usual notation where the
    /// text has another one. `accepts` says whether the field can have a value, and `allowed`
    /// says so in words.
    ///
    /// # Errors
    /// The sentence to show at the field, where the text is no number, or can be read in
    /// two ways: 36,500 as 36.500 and as 36,5. If only one of both can be meant in this
    /// field, and a comma is for decimals in it, the text is read so.
    pub(crate) fn read_number(
        &self,
        text: &str,
        style: Style,
        accepts: &dyn Fn(f64) -> bool,
        allowed: &str,
    ) -> Result<(f64, Option<String>), String> {
        let words = self.text();
        let parsed =
            words.notation.parse(text, style).map_err(|reason| (words.not_a_number)(reason, allowed))?;
        if let Some(grouped) = parsed.if_grouped.filter(|value| accepts(*value)) {
            let fraction = accepts(parsed.value).then_some(parsed.value);
            return Err((words.sentences.unclear)(grouped, fraction, style));
        }
        let read_as = || words.notation.field(parsed.value, style);
        Ok((parsed.value, parsed.other_notation.then(read_as)))
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
            let Ok((value, read_as)) = self.read_input(id, &draft.text) else { continue };
            if self.join_step(FieldId::Input(id), |state| state.try_change(id, value).is_ok()) {
                self.editing.input_drafts.insert(id, Draft { problem: None, read_as, ..draft });
            }
        }
        if !self.editing.ladder_drafts.is_empty() {
            reduce(|feature| (feature.retry_people)(self));
        }
    }

    /// Removes the remark on how a text was read from fields that got another value since.
    /// While a field is typed in, its text is what it is.
    pub(super) fn drop_outdated_remarks(&mut self) {
        let (active, notation, inputs) =
            (self.editing.active_field(), self.text().notation, self.workspace.inputs.clone());
        self.editing.input_drafts.retain(|id, draft| {
            let is_left = !draft.is_refused() && active != Some(FieldId::Input(*id));
            let Some(read_as) = draft.read_as.as_ref().filter(|_| is_left) else { return true };
            *read_as == notation.field(inputs.get_or_neutral(*id), State::input_style(*id))
        });
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
