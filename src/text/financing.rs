//! Texts of the dekkingsplan (financing plan): who pays how much, until when, and which
//! costs are uncovered.

use crate::explain::PlanFigure;
use crate::model::financing::{Financing, Funder};
use crate::model::{Euro, Outcome};

/// Texts of the dekkingsplan.
#[allow(missing_docs)]
pub struct FinancingText {
    pub title: &'static str,
    /// Invitation to make a plan, where there is none.
    pub invite: &'static str,
    pub begin: &'static str,
    /// Remark that a new plan starts with the current shares.
    pub begin_note: &'static str,
    /// Remark that the plan replaces the shares; with the price year of its amounts.
    pub in_force: fn(price_year: i32) -> String,
    pub add: &'static str,
    pub full: &'static str,
    pub remove_plan: &'static str,
    pub label: &'static str,
    pub party: &'static str,
    pub contribution_kind: &'static str,
    /// Names of the two kinds of contribution: a fixed amount, or a share of the costs.
    pub contribution_kinds: [&'static str; 2],
    pub amount: &'static str,
    pub share: &'static str,
    pub euro: &'static str,
    pub term: &'static str,
    /// Names of the two terms: permanent, or until a year.
    pub terms: [&'static str; 2],
    pub until: &'static str,
    pub until_unit: &'static str,
    /// Error message for a number outside its limits, or for one that should be whole.
    pub out_of_limits: fn(allowed: &str, must_be_whole: bool) -> String,
    pub remove: fn(funder: &str) -> String,
    /// Buttons that move a funder, with its name, its number in the list (from 1) and the
    /// number of funders.
    pub up: fn(name: &str, number: usize, count: usize) -> String,
    pub down: fn(name: &str, number: usize, count: usize) -> String,
    /// Name of the funder at an index of the plan.
    pub funder: fn(&[Funder], index: usize) -> String,
    /// Contribution and term of a funder, in a few words.
    pub pays: fn(&Funder) -> String,
    /// Name of the contribution of a funder as an input.
    pub entered: fn(funder: &str) -> String,
    /// The plan as an entry in the list of changes, with the number of funders.
    pub in_changes: fn(funders: usize) -> String,
    /// Findings about the plan, a sentence each.
    pub findings: fn(&[Funder], &Financing) -> Vec<Finding>,
    /// Warning next to the headline; `None` where all costs are covered.
    pub warning: fn(&Financing) -> Option<Finding>,
    pub see_plan: &'static str,
    pub edit_plan: &'static str,
    /// Explains which funders the ledger of a full-effect year includes.
    pub full_year: &'static str,
    /// Caption of the table of amounts per year.
    pub by_year: &'static str,
    pub funder_head: &'static str,
    pub year: &'static str,
    pub uncovered: &'static str,
    pub surplus: &'static str,
    pub paid: &'static str,
    pub costs: &'static str,
    // The table of what happens where one funder leaves.
    pub without_title: &'static str,
    pub without_note: &'static str,
    pub without_head: [&'static str; 3],
    /// Name of the row in which no funder leaves.
    pub nobody: &'static str,
    pub empty_cell: &'static str,
    /// Explains why the ledgers of the parties and of society differ, including the
    /// uncovered costs.
    pub bridge: fn(&Outcome) -> String,
    /// Title of the chart of who pays and who saves, including the uncovered costs.
    pub parties_title: fn(&Outcome) -> String,
    // The chart over the years.
    pub chart_title: fn(&Financing) -> String,
    pub chart_sentence: fn(&Financing) -> String,
    /// Name of several merged funders, with their number.
    pub others: fn(count: usize) -> String,
}

/// A finding about a plan, in a sentence.
#[derive(Clone, Debug, PartialEq)]
pub struct Finding {
    /// Sentence for the page.
    pub sentence: String,
    /// The amount in the sentence, whose explanation the page offers.
    pub stated_amount: StatedAmount,
}

/// An amount that a sentence about a plan states.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum StatedAmount {
    /// No amount at all.
    NoAmount,
    /// A figure of the plan, the year (counted from 1), and the amount.
    InYear(PlanFigure, u32, Euro),
    /// Uncovered costs of all years together.
    UncoveredAllYears(Euro),
}
