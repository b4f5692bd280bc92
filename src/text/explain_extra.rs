//! The words that explain figures which are no part of an outcome: where one
//! input breaks even, and what the simulation and the sensitivity ranges say.

use crate::model::Unit;
use crate::uncertainty::SimulatedFigure;

/// A figure of all draws together.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawStatistic {
    /// The share of draws at or above zero.
    Chance,
    /// The share of draws below the deterministic figure.
    BelowDeterministic,
    /// Mean of the draws.
    Mean,
    /// The standard deviation.
    Deviation,
    /// Value that so many percent of the draws lie below.
    Quantile(u32),
    /// Range between P5 and P95.
    Middle,
    /// The share of draws in one part of the histogram.
    Part,
}

/// Words and sentences. A field's words are its own documentation.
#[allow(missing_docs)]
pub struct ExplainExtraText {
    /// Break-even of one input.
    pub break_even: fn(name: &str) -> String,
    pub break_even_formula: fn(from_zero: bool) -> &'static str,
    /// Says how many times the value of now that is.
    pub break_even_times: fn(name: &str) -> String,
    pub break_even_times_formula: &'static str,
    /// Says what one more of it does, by what it counts.
    pub one_more: fn(Unit) -> &'static str,
    /// Says that it is even now.
    pub is_even: &'static str,
    /// Says why it begins at zero.
    pub from_zero: &'static str,
    /// Says that it is about a full-effect year, all else unchanged.
    pub break_even_note: &'static str,
    /// Costs and savings as they would be at that value.
    pub check: &'static str,
    /// Says what one input has to be for a goal, a coverage or a saldo.
    pub goal_value: fn(name: &str) -> String,
    pub goal_formula: &'static str,
    pub goal_shortfall: fn(is_coverage: bool) -> &'static str,
    pub goal_per_unit: fn(is_coverage: bool) -> &'static str,
    pub goal_check: fn(is_coverage: bool) -> &'static str,
    /// The goal is met now.
    pub goal_met: &'static str,
    /// Says how a figure of the draws is made.
    pub how: &'static str,
    pub drawn: fn(DrawStatistic, SimulatedFigure) -> &'static str,
    pub drawn_name: fn(DrawStatistic, SimulatedFigure) -> String,
    /// Sentence that says how many of all draws.
    pub counted: fn(count: f64, draws: u32, share: &str) -> String,
    /// Way in which draws are made: how many, from what number on, of how many
    /// inputs.
    pub draws: fn(draws: u32, seed: u64, inputs: usize) -> String,
    /// They tell of the ranges, and no more.
    pub honest: &'static str,
    pub draws_term: &'static str,
    pub seed_term: &'static str,
    /// The chance at one worth per visitor.
    pub curve_name: fn(drempel: &str) -> String,
    pub curve: &'static str,
    /// The worth at which the chance is so much.
    pub on_curve_name: fn(share: &str) -> String,
    pub on_curve: fn(share: &str) -> String,
    pub on_curve_note: &'static str,
    /// Says what an end of a range is; which of two it is where the value lies
    /// beyond it.
    pub limit: fn(high: bool) -> &'static str,
    pub limit_plausible: fn(high: bool) -> &'static str,
    pub limit_beyond: fn(high: bool, end: &str, value: &str, result: &str) -> String,
    pub limit_beyond_note: &'static str,
    /// Says how sure the usual one is.
    pub limit_usual: &'static str,
    /// The usual one, in the prices of this year.
    pub limit_base: fn(year: i32) -> String,
    /// One input at an end of its range.
    pub sensitivity_name: fn(figure: &str, input: &str, value: &str) -> String,
    pub sensitivity_note: fn(input: &str, value: &str, now: &str) -> String,
    /// Says what knowing one input is worth.
    pub worth_name: fn(&str) -> String,
    pub worth: fn(drempel: &str) -> String,
    pub worth_note: &'static str,
    /// The part of the spread that one input explains.
    pub share_name: fn(&str) -> String,
    pub share: &'static str,
    pub share_note: &'static str,
    /// Says what a change does to a figure.
    pub effect_name: fn(figure: &str, change: &str) -> String,
    pub effect: &'static str,
    pub effect_without: &'static str,
    pub effect_note: &'static str,
    /// Says what warnings state: lines without corrections, lines that free all
    /// money, funders that stop, savings per visitor, welfare without corrections.
    pub warning_figures: [&'static str; 5],
    /// Says what a step of the waterfall leaves.
    pub left_after: fn(step: &str) -> String,
    /// The saldi of the parties added up.
    pub parties_net: &'static str,
    /// Was entered, and not calculated.
    pub entered: &'static str,
    /// Says how much lower or higher all costs or savings turn the conclusion.
    pub off: fn(costs: bool, lower: bool) -> &'static str,
    pub off_note: &'static str,
    /// A figure of the chosen beginning.
    pub at_first: fn(figure: &str, preset: &str) -> String,
    pub at_first_note: &'static str,
    /// Says what all changes together do to the saldo.
    pub together: &'static str,
    /// Without a funder of the dekkingsplan.
    pub without: fn(funder: &str) -> String,
    /// A figure of one scenario.
    pub in_scenario: fn(figure: &str, scenario: &str) -> String,
    /// Says how a figure differs from the reference.
    pub difference: fn(figure: &str, reference: &str) -> String,
    /// Says what one thing adds to the difference of two saldi.
    pub adds_name: fn(&str) -> String,
    pub adds: &'static str,
    /// Says what it adds as the first change, as the last one, and on average.
    pub adds_ends: fn(first: &str, last: &str, mean: &str) -> String,
    /// Says what it is in the two scenarios, each with its name.
    pub adds_note: fn(&str, from: [&str; 2], to: [&str; 2]) -> String,
    pub adds_whole: &'static str,
    pub smallest: &'static str,
    /// Figures of a network.
    pub in_network: fn(figure: &str) -> String,
    pub part_of_network: fn(figure: &str, scenario: &str) -> String,
    pub network_sum: fn(figure: &str, converted: bool) -> String,
    pub network_count: &'static str,
    pub network_factor: fn(year: i32) -> String,
    pub network_mean: &'static str,
    /// A default in the prices of the scenario: in those it is known in, times what.
    pub indexed: fn(default: &str, factor: &str, from: i32, to: i32) -> String,
    pub network_distribution: fn(mean: &str, sd: &str) -> String,
    /// The brochure's two ways of counting: people, costs of each, costs.
    pub national: [&'static str; 3],
    pub national_note: &'static str,
}
