//! Answers of the helpers, as they are stored in the scenario's `meta`:
//! `"hulpvragen": { "uitkeringen.uitstroom": 4, "uitkeringen.telt": "naar-werk" }`.
//! Content that is not understood is ignored and stays as it is.

use crate::helpers::{Answer, ExitKind, NumberQuestion, PurchaseForm};
use crate::number::digits;
use crate::scenario::meta::{self, MetaMember};

const MEMBER: MetaMember = MetaMember::Hulpvragen;

/// Value in `meta` of an answer that says that it is not known.
const UNKNOWN: &str = "weet-ik-niet";

/// Id of the question about the kind of exits that are counted.
const EXIT_KIND: &str = "uitkeringen.telt";

/// Id of the question about the form in which the gemeente buys dagbesteding.
const PURCHASE: &str = "dagbesteding.inkoop";

/// Answers to all questions of the helpers.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct HelperAnswers {
    pub(super) numbers: [Answer<f64>; NumberQuestion::ALL.len()],
    /// Kind of exits that both numbers of leavers are of.
    pub exit_kind: Answer<ExitKind>,
    /// Form in which the gemeente buys dagbesteding.
    pub purchase: Answer<PurchaseForm>,
}

impl HelperAnswers {
    /// Reads the answers from `meta`; a value that is no accepted answer counts as open.
    pub fn read(meta: Option<&str>) -> HelperAnswers {
        let mut answers = HelperAnswers::default();
        for (id, value) in MEMBER.read(meta).map(meta::members).unwrap_or_default() {
            if id == EXIT_KIND {
                answers.exit_kind = choice(value, &ExitKind::ALL, ExitKind::id);
            } else if id == PURCHASE {
                answers.purchase = choice(value, &PurchaseForm::ALL, PurchaseForm::id);
            } else if let Some(question) =
                NumberQuestion::ALL.into_iter().find(|question| question.id() == id)
            {
                answers.numbers[question as usize] = number(value, question);
            }
        }
        answers
    }

    /// Returns `meta` with these answers. Other members stay as they are, and so does the
    /// stored value of each question whose answer did not change: a newer version of the
    /// page may have written it.
    pub fn write(&self, meta: Option<&str>) -> Option<String> {
        let before = HelperAnswers::read(meta);
        let old = MEMBER.read(meta).filter(|old| old.starts_with('{'));
        let mut all = old.map(str::to_owned);
        let mut store = |id: &str, json: Option<String>| {
            all = meta::set_member(all.as_deref(), id, json.as_deref());
        };
        for question in NumberQuestion::ALL {
            let answer = self.number(question);
            if answer != before.number(question) {
                store(question.id(), json(answer, digits::format));
            }
        }
        if self.exit_kind != before.exit_kind {
            store(EXIT_KIND, json(self.exit_kind, |kind| meta::quote(kind.id())));
        }
        if self.purchase != before.purchase {
            store(PURCHASE, json(self.purchase, |form| meta::quote(form.id())));
        }
        if *self == before { meta.map(str::to_owned) } else { MEMBER.write(meta, all.as_deref()) }
    }

    /// Returns the answer to a question.
    pub fn number(&self, question: NumberQuestion) -> Answer<f64> {
        self.numbers[question as usize]
    }

    /// Returns the number that was given to a question; `None` where it is open or not known.
    pub fn given(&self, question: NumberQuestion) -> Option<f64> {
        self.number(question).given()
    }

    /// Changes the answer to a question; returns whether it is accepted. A number
    /// that is not accepted leaves the answer as it was.
    pub fn set(&mut self, question: NumberQuestion, answer: Answer<f64>) -> bool {
        let accepted = answer.given().is_none_or(|number| question.accepts(number));
        if accepted {
            self.numbers[question as usize] = answer;
        }
        accepted
    }
}

fn is_unknown(json: &str) -> bool {
    meta::text(json).is_some_and(|text| text == UNKNOWN)
}

fn number(json: &str, question: NumberQuestion) -> Answer<f64> {
    let number = meta::number(json).filter(|number| question.accepts(*number));
    if is_unknown(json) { Answer::Unknown } else { number.map_or(Answer::Open, Answer::Given) }
}

fn choice<T: Copy>(json: &str, all: &[T], id: fn(T) -> &'static str) -> Answer<T> {
    let text = meta::text(json).unwrap_or_default();
    let found = all.iter().copied().find(|choice| id(*choice) == text);
    if is_unknown(json) { Answer::Unknown } else { found.map_or(Answer::Open, Answer::Given) }
}

fn json<T>(answer: Answer<T>, written: impl Fn(T) -> String) -> Option<String> {
    match answer {
        Answer::Open => None,
        Answer::Unknown => Some(meta::quote(UNKNOWN)),
        Answer::Given(value) => Some(written(value)),
    }
}
