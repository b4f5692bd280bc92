//! Actions of the helpers: their answers, which are stored with the scenario as they are
//! given, and the values that they fill in.

use crate::helpers::{Answer, ExitKind, FilledValue, Helper, HelperAnswers, NumberQuestion, PurchaseForm};
use crate::model::{InputId, Range, Shape};
use crate::number::Style;
use crate::scenario::Scenario;
use crate::sources::reference_prices::ReferencePrice;
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::helpers::readiness::{Readiness, readiness};
use crate::ui::state::{ChangeOrigin, Draft, FieldId, State};

/// A change by a helper or a reference price.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum HelperAction {
    /// Answers a question that asks for a number with 'weet ik niet' (true), or takes that back.
    SetUnknown(NumberQuestion, bool),
    /// Answers which exits from a benefit count.
    SetExitKind(Answer<ExitKind>),
    /// Answers in which form the gemeente buys dagbesteding.
    SetPurchase(Answer<PurchaseForm>),
    /// Answers a question with a reference price.
    AnswerWithPrice(NumberQuestion, &'static ReferencePrice),
    /// Fills in the values of a helper.
    FillIn(Helper),
    /// Sets an input to a reference price, in the scenario's prices.
    SetToPrice(InputId, &'static ReferencePrice),
}

/// Returns how the field of an answer writes its number.
pub fn answer_style(question: NumberQuestion) -> Style {
    match question {
        NumberQuestion::StillOff | NumberQuestion::LeaveAnyway | NumberQuestion::Surcharge => Style::Percent,
        NumberQuestion::Exits
        | NumberQuestion::YearsInOperation
        | NumberQuestion::DayCarePeople
        | NumberQuestion::DagdelenPerWeek
        | NumberQuestion::WeeksPerYear
        | NumberQuestion::PricePerDagdeel
        | NumberQuestion::OwnContribution
        | NumberQuestion::GroupSize
        | NumberQuestion::Salary => Style::Plain,
    }
}

/// Returns a reference price in the scenario's prices, in whole cents.
pub fn price_in_cents(state: &State, price: &ReferencePrice) -> f64 {
    (price.in_prices(state.workspace.inputs.prices()).euros() * 100.0).round() / 100.0
}

impl State {
    /// Returns the answers to the questions of the helpers, as the scenario stores them.
    pub fn helper_answers(&self) -> HelperAnswers {
        HelperAnswers::read(self.scenario().meta.as_deref())
    }

    /// Applies an action of the helpers.
    pub(crate) fn reduce_helper(&mut self, action: HelperAction) {
        let mut answers = self.helper_answers();
        match action {
            HelperAction::SetUnknown(question, is_unknown) => {
                answers.set(question, if is_unknown { Answer::Unknown } else { Answer::Open });
                self.commit_answer_over_text(question, &answers);
            }
            HelperAction::SetExitKind(answer) => {
                answers.exit_kind = answer;
                self.commit_answers(&answers, None);
            }
            HelperAction::SetPurchase(answer) => {
                answers.purchase = answer;
                self.commit_answers(&answers, None);
            }
            HelperAction::AnswerWithPrice(question, price) => {
                if answers.set(question, Answer::Given(price_in_cents(self, price))) {
                    self.commit_answer_over_text(question, &answers);
                }
            }
            HelperAction::FillIn(helper) => self.fill_in_with(helper, &answers),
            HelperAction::SetToPrice(id, price) => {
                self.fill_in(id, price.in_prices(self.workspace.inputs.prices()).euros());
            }
        }
    }

    /// Fills in the values of a helper as one step, rounded as the page shows them; does nothing
    /// while it has none.
    fn fill_in_with(&mut self, helper: Helper, answers: &HelperAnswers) {
        let Readiness::Ready(values) = readiness(self, helper, answers) else { return };
        let mut scenario = self.scenario().clone();
        helper.apply(answers, &mut scenario);
        for FilledValue { input, value, .. } in &values {
            scenario.values.insert(*input, *value);
            let Some(name) = input.fixed_id() else { continue };
            if let Some(range) = scenario.ranges.get_mut(&name)
                && range.shape == Shape::Fixed
            {
                *range = Range::fixed(*value);
            }
            // Equal to the brochure's, it is the user's own all the same.
            if *value == self.workspace.preset_value(*input) {
                scenario.values.remove(input);
                if !self.workspace.is_marked_own(*input) {
                    scenario.set_user_source(&name, Some(""));
                }
            }
        }
        self.commit_over_texts(scenario);
        for FilledValue { input, .. } in values {
            self.editing.input_drafts.remove(&input);
        }
    }

    /// Sets the answer to a question, whose field has this number. An error is the
    /// sentence to show at the field; then nothing changed.
    pub(crate) fn try_answer(&mut self, question: NumberQuestion, value: f64) -> Result<(), String> {
        let mut answers = self.helper_answers();
        if !answers.set(question, Answer::Given(value)) {
            let allowed = self.allowed_answers(question);
            return Err((self.text().financing().out_of_limits)(&allowed, question.is_whole()));
        }
        self.commit_answers(&answers, Some(FieldId::Setting(Setting::Helper(question)).into()));
        Ok(())
    }

    /// Makes a question open again, whose field was emptied.
    pub(crate) fn empty_answer(&mut self, question: NumberQuestion, text: String) {
        let mut answers = self.helper_answers();
        if answers.given(question).is_some() {
            answers.set(question, Answer::Open);
            self.commit_answers(&answers, Some(FieldId::Setting(Setting::Helper(question)).into()));
        }
        let draft = Draft { text, problem: None, read_as: None };
        self.editing.setting_drafts.insert(Setting::Helper(question), draft);
    }

    /// Returns which answers a question accepts, in words.
    pub(crate) fn allowed_answers(&self, question: NumberQuestion) -> String {
        let words = self.text();
        let style = answer_style(question);
        let sign = if style == Style::Percent { "%" } else { "" };
        let shown = |value| format!("{}{sign}", words.notation.shown(value, style));
        let (low, high) = question.limits();
        (words.sentences.limits)(&shown(low), &shown(high))
    }

    fn with_answers(&self, answers: &HelperAnswers) -> Scenario {
        let meta = answers.write(self.scenario().meta.as_deref());
        Scenario { meta, ..self.scenario().clone() }
    }

    fn commit_answers(&mut self, answers: &HelperAnswers, origin: Option<ChangeOrigin>) {
        self.commit(self.with_answers(answers), origin);
    }

    /// Stores an answer that was not typed, and removes the text of its field.
    fn commit_answer_over_text(&mut self, question: NumberQuestion, answers: &HelperAnswers) {
        self.commit_over_texts(self.with_answers(answers));
        self.editing.setting_drafts.remove(&Setting::Helper(question));
    }
}

#[cfg(test)]
mod tests;
