//! The words of the dekkingsplan: who pays what, until when, and what nobody
//! pays.

use crate::explain::PlanFigure;
use crate::model::financing::{Financing, Funder};
use crate::model::{Euro, Outcome};

/// Words and sentences. A field's words are its own documentation.
#[allow(missing_docs)]
pub struct FinancingText {
    pub title: &'static str,
    /// Place where there is none: what it is, and that it begins as things are.
    pub invite: &'static str,
    pub begin: &'static str,
    pub begin_note: &'static str,
    /// Place where there is one, with the price year.
    pub holds: fn(i32) -> String,
    pub add: &'static str,
    pub full: &'static str,
    pub drop: &'static str,
    pub label: &'static str,
    pub party: &'static str,
    pub way: &'static str,
    /// Names of the two ways: by amount, by share.
    pub ways: [&'static str; 2],
    pub amount: &'static str,
    pub share: &'static str,
    pub euro: &'static str,
    pub term: &'static str,
    /// Names of the two terms: for good, or until a year.
    pub terms: [&'static str; 2],
    pub until: &'static str,
    pub until_unit: &'static str,
    /// A number outside its limits; whether only whole ones are allowed.
    pub out_of_limits: fn(allowed: &str, whole: bool) -> String,
    pub remove: fn(&str) -> String,
    pub up: fn(&str, usize, usize) -> String,
    pub down: fn(&str, usize, usize) -> String,
    /// The name of the funder at a place.
    pub funder: fn(&[Funder], usize) -> String,
    /// Says what it pays and how long, in a few words.
    pub pays: fn(&Funder) -> String,
    /// The name of what was entered of it.
    pub entered: fn(&str) -> String,
    /// Stands in a list of changes.
    pub in_changes: fn(usize) -> String,
    /// Says what the plan comes to, sentence by sentence.
    pub findings: fn(&[Funder], &Financing) -> Vec<Finding>,
    /// Beside the headline; nothing where all is covered.
    pub warning: fn(&Financing) -> Option<Finding>,
    pub see: &'static str,
    pub edit: &'static str,
    /// Says which year the ledger of a full-effect year takes.
    pub full_year: &'static str,
    pub by_year: &'static str,
    pub who: &'static str,
    pub year: &'static str,
    pub uncovered: &'static str,
    pub surplus: &'static str,
    pub paid: &'static str,
    pub costs: &'static str,
    /// Says what it means that one of them leaves.
    pub without_title: &'static str,
    pub without_note: &'static str,
    pub without_head: [&'static str; 3],
    pub nobody: &'static str,
    pub nothing: &'static str,
    /// Says why the two ledgers differ, with what nobody pays.
    pub bridge: fn(&Outcome) -> String,
    /// The title of the picture of who pays and who saves, with the same.
    pub parties_title: fn(&Outcome) -> String,
    /// The picture over the years.
    pub chart_title: fn(&Financing) -> String,
    pub chart: fn(&Financing) -> String,
    pub others: fn(usize) -> String,
}

/// Finding about a plan, in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Sentence for the page.
    pub said: String,
    /// The amount that it states.
    pub states: StatedAmount,
}

/// An amount that a sentence about a plan states.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StatedAmount {
    /// No amount at all.
    Nothing,
    /// Amount of one year, counted from 1.
    InYear(PlanFigure, u32, Euro),
    /// Amount that is uncovered in all years together.
    InAll(Euro),
}
