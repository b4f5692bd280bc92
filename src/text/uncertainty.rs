//! The words of the view that shows what is uncertain. They claim no more than
//! the draws carry: chances hold within the ranges, for the figured effects.

use crate::model::{InputId, Shape};
use crate::uncertainty::{SimulatedFigure, Spread};

/// An input with its name and how its values are written.
pub struct InputLabel {
    /// Name in files.
    pub id: String,
    /// Name on screen.
    pub name: String,
    /// A value of it, with its unit.
    pub shown: fn(f64) -> String,
    /// Identity of the input; none where the scenario no longer has it.
    pub input: Option<InputId>,
}

/// Facts for the sentence of the tornado.
pub struct TornadoFacts<'a> {
    /// The name of the input with the largest sensitivity range.
    pub first: &'a str,
    /// The saldo at both ends of its range.
    pub at: [f64; 2],
    /// Names of the inputs that can turn the conclusion by themselves.
    pub switching_inputs: &'a [&'a str],
    /// The worth per visitor at which the conclusion is drawn.
    pub drempel: f64,
}

/// Facts for the sentence of the acceptability curve.
pub struct CurveFacts {
    /// Worth at which the chances are 50% and 80%; none where that hangs on the chance
    /// that there is no effect.
    pub drempels: [Option<f64>; 2],
    /// The scenario's own worth per visitor.
    pub drempel: f64,
    /// The chance at that worth.
    pub chance: f64,
    /// Amount that society as a whole falls short per visitor.
    pub society: f64,
}

/// Facts about measuring one input: for how long, and what that could change.
pub struct MeasurementFacts<'a> {
    /// Input that is to be measured.
    pub named: &'a InputLabel,
    /// The unit of its line, more of it; may be empty.
    pub many: &'a str,
    /// The part of the spread that it explains.
    pub variance_share: f64,
    /// Expected value of knowing the input, euros a year.
    pub evppi: f64,
    /// Range of the input, and the saldo at both ends.
    pub sensitivity_range: Option<([f64; 2], [f64; 2])>,
}

/// Words and sentences. A field's words are its own documentation.
#[allow(missing_docs)]
pub struct UncertaintyText {
    pub title: &'static str,
    pub intro: &'static str,
    pub honest: &'static str,
    pub deterministic_only: &'static str,
    pub deterministic_hint: &'static str,
    pub waiting: &'static str,
    pub refused: &'static str,
    pub failed: &'static str,
    pub stale: &'static str,
    pub figures: &'static str,
    pub figure: fn(SimulatedFigure) -> &'static str,
    pub chance: fn(f64) -> String,
    pub chance_name: fn(SimulatedFigure) -> &'static str,
    pub middle: &'static str,
    pub between: &'static str,
    pub between_shown: fn(f64, f64) -> String,
    pub deterministic: &'static str,
    pub below_deterministic: &'static str,
    pub drawn: fn(draws: u32) -> String,
    // Pictures.
    pub histogram_title: fn(SimulatedFigure, &Spread) -> String,
    pub histogram: fn(SimulatedFigure, &Spread, point: f64) -> String,
    pub histogram_head: [&'static str; 2],
    pub histogram_rows: [&'static str; 5],
    pub mean: &'static str,
    pub sd: &'static str,
    pub share_of_draws: fn(&str, &str) -> String,
    pub deterministic_short: &'static str,
    pub tornado_title: fn(Option<&TornadoFacts>) -> String,
    pub tornado: fn(Option<&TornadoFacts>) -> String,
    pub tornado_head: [&'static str; 6],
    pub switches: &'static str,
    pub no_switch: &'static str,
    pub at_low: &'static str,
    pub at_high: &'static str,
    pub break_even: &'static str,
    pub more_rows: fn(usize) -> String,
    pub apart: &'static str,
    pub apart_intro: &'static str,
    pub apart_figures: [&'static str; 4],
    pub apart_head: [&'static str; 5],
    pub curve_title: fn(&CurveFacts) -> String,
    pub curve: fn(&CurveFacts) -> String,
    pub curve_head: [&'static str; 2],
    pub curve_axis: &'static str,
    pub curve_own: fn(drempel: f64, chance: f64) -> String,
    pub curve_society: fn(f64) -> String,
    pub curve_society_none: &'static str,
    pub curve_note: &'static str,
    pub ranking_title: fn(first: Option<&str>, can_change: bool) -> String,
    pub ranking: fn(can_change: bool, drempel: f64) -> String,
    pub ranking_head: fn(can_change: bool) -> [&'static str; 2],
    pub measure: &'static str,
    pub propose: fn(f64) -> String,
    pub propose_button: fn(f64) -> String,
    pub no_need: &'static str,
    pub what: fn(&MeasurementFacts) -> String,
    pub how_long: fn(&MeasurementFacts) -> &'static str,
    pub could_change: fn(&MeasurementFacts) -> String,
    pub plan_terms: [&'static str; 3],
    // Ranges.
    pub strip: &'static str,
    pub strip_chance: &'static str,
    pub strip_middle: &'static str,
    pub low_end: fn(&str) -> String,
    pub high_end: fn(&str) -> String,
    pub ranges: &'static str,
    pub ranges_intro: &'static str,
    pub group_costs: &'static str,
    pub range_of: fn(&str) -> String,
    pub low: &'static str,
    pub high: &'static str,
    pub kind: &'static str,
    pub shape: fn(Shape) -> &'static str,
    pub reset_range: fn(&str) -> String,
    pub widened: fn(&str, &str, &str) -> String,
    pub fixed_count: fn(uncertain: usize, all: usize) -> String,
    pub reversed_low: fn(&str) -> String,
    pub reversed_high: fn(&str) -> String,
    pub running: &'static str,
    pub draws: &'static str,
    pub draws_hint: &'static str,
    pub seed: &'static str,
    pub seed_hint: &'static str,
    pub not_whole: fn(&str, &str) -> String,
}
