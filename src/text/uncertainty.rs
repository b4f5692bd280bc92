//! Texts of the view of uncertainty. They claim no more than the draws support: chances
//! hold within the ranges, and only for effects with a figure.

use crate::model::simulation::PmDraws;
use crate::model::{InputId, Perspective, Shape};
use crate::uncertainty::{SimulatedFigure, Spread};

/// Name and notation of an uncertain input.
pub struct InputLabel {
    /// Id in files, such as `dagbesteding.aantal`.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// Writes a value of the input, with its unit.
    pub shown: fn(f64) -> String,
    /// Identity of the input; `None` where the scenario no longer has it.
    pub input: Option<InputId>,
}

/// Facts about how the draws of the effects hang together, and whose figures these are.
pub struct CaveatFacts {
    /// Share of draws in which all effects turn out well or badly together.
    pub dependence: f64,
    /// Whether the user entered that share.
    pub is_own_dependence: bool,
    /// Share of draws without effect.
    pub no_effect: f64,
    /// Whether the user entered that share.
    pub is_own_no_effect: bool,
    /// Whether any saving is counted and not zero: without one all draws are without effect.
    pub has_effects: bool,
}

/// Facts for the title and description of the tornado chart.
pub struct TornadoFacts<'a> {
    /// Whose saldo it is.
    pub perspective: Perspective,
    /// Name of the input with the largest sensitivity range.
    pub first: &'a str,
    /// Saldo at the low and at the high end of the range of that input.
    pub at: [f64; 2],
    /// Names of the inputs that can change the conclusion, each by itself.
    pub switching_inputs: &'a [&'a str],
    /// Willingness-to-pay threshold per visitor, on which the conclusion is based.
    pub drempel: f64,
}

/// Facts for the title and description of the acceptability curve; a drempel is a
/// willingness-to-pay threshold per visitor and year, in euros.
pub struct CurveFacts {
    /// Perspective whose gap the drempel must cover.
    pub perspective: Perspective,
    /// Drempels at which the chance is 50% and 80%; `None` where that depends only on the
    /// chance that there is no effect.
    pub drempels: [Option<f64>; 2],
    /// Drempel of the scenario.
    pub drempel: f64,
    /// Chance at the drempel of the scenario.
    pub chance: f64,
    /// Gap of society per visitor, without uncertainty; zero or below where there is none.
    pub society_gap_per_visitor: f64,
}

/// Facts about one input, for the advice on how to measure it.
pub struct MeasurementFacts<'a> {
    /// Whose saldo and decision it is about.
    pub perspective: Perspective,
    /// Input that is to be measured.
    pub input: &'a InputLabel,
    /// Share of the variance of the saldo that the input explains.
    pub variance_share: f64,
    /// Expected value of knowing the input (EVPPI), in euros a year.
    pub evppi: f64,
    /// Both ends of the range of the input, and the saldo at each; `None` where the input
    /// does not move the saldo.
    pub sensitivity_range: Option<([f64; 2], [f64; 2])>,
}

/// Texts of the view of uncertainty.
#[allow(missing_docs)]
pub struct UncertaintyText {
    pub title: &'static str,
    pub intro: &'static str,
    /// How the draws hang together, and that the ranges are assumptions.
    pub caveat: fn(&CaveatFacts) -> String,
    pub deterministic_only: &'static str,
    pub deterministic_hint: &'static str,
    pub waiting: &'static str,
    /// Message where the browser cannot run the simulation.
    pub unsupported: &'static str,
    /// Message where the simulation failed.
    pub failed: &'static str,
    /// Message where the simulation could not be loaded, with the reason.
    pub not_loaded: fn(why: &str) -> String,
    /// Remark that the last valid outcome is shown, since there is invalid input.
    pub stale: &'static str,
    pub figures: &'static str,
    /// Name of a figure; the net present value is that of the perspective.
    pub figure: fn(SimulatedFigure, Perspective) -> &'static str,
    /// Writes a chance as a percentage, but never as 0% or 100%.
    pub chance: fn(share: f64) -> String,
    pub chance_name: fn(SimulatedFigure, Perspective) -> &'static str,
    pub median: &'static str,
    pub range_90: &'static str,
    pub range_90_shown: fn(p5: f64, p95: f64) -> String,
    pub deterministic: &'static str,
    pub below_deterministic: &'static str,
    pub draw_count: fn(draws: u32) -> String,
    // Charts.
    pub histogram_title: fn(SimulatedFigure, Perspective, &Spread) -> String,
    pub histogram: fn(SimulatedFigure, Perspective, &Spread, deterministic: f64) -> String,
    pub histogram_head: [&'static str; 2],
    pub histogram_rows: [&'static str; 5],
    pub mean: &'static str,
    pub sd: &'static str,
    pub share_of_draws: fn(low: &str, high: &str) -> String,
    pub deterministic_short: &'static str,
    pub tornado_title: fn(Option<&TornadoFacts>) -> String,
    pub tornado: fn(Option<&TornadoFacts>) -> String,
    pub tornado_head: [&'static str; 6],
    pub switches: &'static str,
    pub no_switch: &'static str,
    pub at_low: &'static str,
    pub at_high: &'static str,
    pub break_even: &'static str,
    pub more_rows: fn(count: usize) -> String,
    // The table of inputs that do not move the saldo, only other figures.
    pub no_saldo_effect: &'static str,
    pub no_saldo_effect_intro: &'static str,
    pub no_saldo_effect_head: [&'static str; 5],
    // The acceptability curve.
    pub curve_title: fn(&CurveFacts) -> String,
    pub curve: fn(&CurveFacts) -> String,
    pub curve_head: fn(Perspective) -> [&'static str; 2],
    pub curve_axis: fn(Perspective) -> &'static str,
    pub curve_own: fn(drempel: f64, chance: f64) -> String,
    pub curve_society: fn(gap: f64) -> String,
    pub curve_society_none: &'static str,
    pub curve_note: &'static str,
    // The ranking of inputs by the value of knowing them.
    pub ranking_title: fn(first: Option<&str>, can_change: bool) -> String,
    pub ranking: fn(can_change: bool, drempel: f64, Perspective) -> String,
    pub ranking_head: fn(can_change: bool) -> [&'static str; 2],
    // The advice on measuring.
    pub measurement_plan: &'static str,
    pub propose_drempel: fn(drempel: f64, Perspective) -> String,
    pub propose_drempel_button: fn(drempel: f64) -> String,
    pub no_drempel_needed: &'static str,
    pub what_to_measure: fn(Option<InputId>) -> &'static str,
    pub how_long: fn(&MeasurementFacts) -> &'static str,
    pub could_change: fn(&MeasurementFacts) -> String,
    pub measurement_headings: [&'static str; 3],
    // The summary above the ranges.
    pub summary: &'static str,
    pub summary_chance: &'static str,
    pub summary_median: &'static str,
    // The ranges of the inputs.
    pub low_end: fn(input: &str) -> String,
    pub high_end: fn(input: &str) -> String,
    pub ranges: &'static str,
    pub ranges_intro: &'static str,
    pub group_costs: &'static str,
    pub range_of: fn(input: &str) -> String,
    pub low: &'static str,
    pub high: &'static str,
    pub kind: &'static str,
    pub shape: fn(Shape) -> &'static str,
    pub reset_range: fn(input: &str) -> String,
    /// Remark that the range was extended to a value outside it.
    pub widened: fn(value: &str, low: &str, high: &str) -> String,
    pub fixed_count: fn(uncertain: usize, all: usize) -> String,
    // Error messages for a low end above the high end, at each of the two fields.
    pub reversed_low: fn(high: &str) -> String,
    pub reversed_high: fn(low: &str) -> String,
    // The settings of the simulation.
    pub simulation_settings: &'static str,
    pub draws: &'static str,
    pub draws_hint: &'static str,
    pub seed: &'static str,
    pub seed_hint: &'static str,
    pub pm_draws: &'static str,
    pub pm_draws_name: fn(PmDraws) -> &'static str,
    pub pm_draws_hint: &'static str,
    pub not_whole: fn(low: &str, high: &str) -> String,
}
