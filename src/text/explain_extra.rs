//! Texts that explain figures outside the outcome of one scenario: break-even values,
//! goals, the simulation, sensitivity, changes, comparisons and networks.

use crate::model::{Perspective, Unit};
use crate::uncertainty::SimulatedFigure;

/// Facts about how the draws of a simulation are made.
pub struct DrawFacts {
    /// Number of draws.
    pub draws: u32,
    /// Seed of the random numbers.
    pub seed: u64,
    /// Number of uncertain inputs.
    pub inputs: usize,
    /// Share of draws in which all effects turn out well or badly together.
    pub dependence: f64,
    /// Share of draws without effect.
    pub no_effect: f64,
}

/// A statistic of the draws of a simulation.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum DrawStatistic {
    /// Share of draws at or above zero.
    Chance,
    /// Share of draws below the deterministic figure.
    BelowDeterministic,
    /// Mean of the draws.
    Mean,
    /// Standard deviation of the draws.
    StandardDeviation,
    /// Value below which this percentage of the draws lies.
    Percentile(u32),
    /// Range from P5 to P95, which contains 90% of the draws.
    Range90,
    /// Share of draws in one group of bins of the histogram.
    BinShare,
}

/// Point from which the explanation of a break-even value follows a straight line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LineStart {
    /// Present value of the input.
    Now,
    /// Zero, since the present value is negative.
    Zero,
    /// Value at which the saldo bends, since the present value is on another line.
    Bend,
}

/// Texts that explain figures outside the outcome of one scenario. For each kind of
/// figure there is usually its name, the method by which it is calculated, and a note.
#[allow(missing_docs)]
pub struct ExplainExtraText {
    // The break-even value of one input.
    pub break_even: fn(name: &str) -> String,
    pub break_even_formula: fn(LineStart) -> &'static str,
    /// Name of the break-even value divided by the current value.
    pub break_even_times: fn(name: &str) -> String,
    pub break_even_times_formula: &'static str,
    /// Label of the effect on the saldo of one more, by the unit of the input.
    pub one_more: fn(Unit) -> &'static str,
    /// Remark that costs equal savings already.
    pub is_break_even: fn(Perspective) -> String,
    /// Explains why the formula starts at zero for an input whose value is now negative.
    pub from_zero: &'static str,
    /// Explains why the formula starts at another number of inhabitants than the current one.
    pub from_bend: &'static str,
    /// Remark that the break-even value is about a full-effect year, with all other inputs
    /// unchanged.
    pub break_even_note: &'static str,
    /// Label of costs and savings at the break-even value.
    pub verification: &'static str,
    // The value of one input that meets a goal: a coverage, or a saldo.
    pub goal_value: fn(name: &str) -> String,
    pub goal_formula: &'static str,
    pub goal_shortfall: fn(is_coverage: bool) -> &'static str,
    pub goal_per_unit: fn(is_coverage: bool) -> &'static str,
    pub goal_check: fn(is_coverage: bool) -> &'static str,
    /// Remark that the current value meets the goal already.
    pub goal_met: &'static str,
    // Statistics of the draws of a simulation.
    pub method: &'static str,
    pub statistic_method: fn(DrawStatistic, SimulatedFigure) -> &'static str,
    pub statistic_name: fn(DrawStatistic, SimulatedFigure, Perspective) -> String,
    /// Number of draws that a share is based on.
    pub draw_count: fn(count: f64, draws: u32, share: &str) -> String,
    /// How the draws are made.
    pub draws: fn(&DrawFacts) -> String,
    /// Caveat that a chance depends on the ranges, which are assumptions themselves.
    pub ranges_caveat: &'static str,
    pub draws_term: &'static str,
    pub seed_term: &'static str,
    // Points of the acceptability curve: the chance at a drempel, and the drempel at which
    // the chance is 50% or 80%.
    pub chance_name: fn(drempel: &str) -> String,
    pub chance_method: fn(Perspective) -> &'static str,
    pub drempel_for_chance_name: fn(share: &str, Perspective) -> String,
    pub drempel_for_chance: fn(share: &str) -> String,
    pub drempel_for_chance_note: &'static str,
    // Ends of the range of an input. Where the value lies outside its range, the range is
    // extended to it.
    pub range_end: fn(high: bool) -> &'static str,
    pub plausible_end: fn(high: bool) -> &'static str,
    pub extended_end: fn(high: bool, end: &str, value: &str, result: &str) -> String,
    pub extended_end_note: &'static str,
    /// Remark that the default range is an assumption.
    pub default_range_note: &'static str,
    /// Label of the plausible range in prices of a year.
    pub plausible_in_prices_of: fn(year: i32) -> String,
    // Terms of a default range that goes along with the value: its end for the default
    // value, that default, and the visitors of the average initiative.
    pub plausible_by_default: &'static str,
    pub default_value: &'static str,
    pub average_visitors: &'static str,
    /// Remark that a default range of a volunteer's fee does not pass this amount.
    pub highest_fee_note: fn(highest: &str) -> String,
    // A figure with one input at an end of its range.
    pub sensitivity_name: fn(figure: &str, input: &str, value: &str) -> String,
    pub sensitivity_note: fn(input: &str, value: &str, now: &str) -> String,
    // The expected value of knowing one input (EVPPI).
    pub evppi_name: fn(input: &str) -> String,
    pub evppi: fn(drempel: &str) -> String,
    pub evppi_note: &'static str,
    // The share of the variance of the saldo that one input explains.
    pub variance_share_name: fn(input: &str) -> String,
    pub variance_share: &'static str,
    pub variance_share_note: &'static str,
    // The effect of one change on a figure.
    pub change_effect_name: fn(figure: &str, change: &str) -> String,
    pub change_effect: &'static str,
    pub change_effect_without: &'static str,
    pub change_effect_note: &'static str,
    /// Names of the figures in warnings: savings without corrections, savings that are fully
    /// cashable, funders that stop, savings per visitor, welfare without corrections.
    pub warning_figures: [&'static str; 5],
    /// Name of the costs that remain after a step of the waterfall.
    pub left_after: fn(step: &str) -> String,
    /// Name of the sum of the saldi of the parties.
    pub parties_net: &'static str,
    /// Remark that a figure was entered, and not calculated.
    pub entered: &'static str,
    /// Name of the percentage by which all costs (or else all savings) must be lower (or
    /// else higher) to change the conclusion.
    pub common_change: fn(costs: bool, lower: bool, Perspective) -> String,
    pub common_change_note: fn(Perspective) -> String,
    /// Name of the factor by which all savings must grow to change the conclusion.
    pub savings_factor: fn(Perspective) -> String,
    // A figure of the chosen preset, without changes.
    pub in_preset: fn(figure: &str, preset: &str) -> String,
    pub in_preset_note: &'static str,
    /// Name of the effect of all changes together on the saldo.
    pub all_changes: &'static str,
    /// Name of the case in which a funder leaves.
    pub without_funder: fn(funder: &str) -> String,
    /// Name of a figure of one scenario.
    pub in_scenario: fn(figure: &str, scenario: &str) -> String,
    /// Name of the difference of a figure from the reference scenario.
    pub difference: fn(figure: &str, reference: &str) -> String,
    // The contribution of one difference to the difference of two saldi (Shapley value).
    pub contribution_name: fn(name: &str) -> String,
    pub contribution: &'static str,
    /// Contribution as the first change, as the last change, and on average.
    pub contribution_by_order: fn(first: &str, last: &str, mean: &str) -> String,
    /// Value in each of the two scenarios: name and value, `from` and `to`.
    pub contribution_note: fn(name: &str, from: [&str; 2], to: [&str; 2]) -> String,
    pub contribution_rounding: &'static str,
    pub merged_differences: &'static str,
    // Figures of a network.
    pub in_network: fn(figure: &str) -> String,
    pub of_network_members: fn(figure: &str, scenario: &str) -> String,
    pub network_sum: fn(figure: &str, converted: bool) -> String,
    pub network_count: &'static str,
    pub network_factor: fn(year: i32) -> String,
    pub network_mean: &'static str,
    /// Conversion of a default to the price year of the scenario.
    pub indexed: fn(default: &str, factor: &str, from: i32, to: i32) -> String,
    pub network_distribution: fn(mean: &str, sd: &str) -> String,
    /// Formulas of the brochure's national figures: people, costs per person, costs.
    pub national: [&'static str; 3],
    pub national_note: &'static str,
}
