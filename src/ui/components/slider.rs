//! Sliders, which lie over a track on which the plausible range is marked.

use crate::model::Unit;
use crate::number::digits;
use crate::ui::components::element::{attributes, element};
use yew::prelude::*;

/// The ends and the position of a slider, in the unit of its field: percentages
/// for shares.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slider {
    /// The value at the left end.
    pub low: f64,
    /// The value at the right end.
    pub high: f64,
    /// The distance between two positions.
    pub step: f64,
    /// The value at the present position.
    pub value: f64,
    /// The factor from the input's value to the slider's: 100 for shares, or else 1.
    pub scale: f64,
    /// The ends of the plausible range, or of the user's own where none is known, as percentages
    /// of the slider's length.
    pub plausible: Option<(f64, f64)>,
}

impl Slider {
    /// Returns the position of an input's value, as a percentage of the slider's
    /// length.
    pub fn position(&self, value: f64) -> f64 {
        ((value * self.scale - self.low) / (self.high - self.low) * 100.0).clamp(0.0, 100.0)
    }
}

/// Returns the track of a slider. On it, a range is marked whose ends are
/// percentages of the track's length.
pub fn track(range: Option<(f64, f64)>) -> Html {
    let bar = |class: &'static str, x: f64, width: f64| {
        let (x, width) = (digits::format(x), digits::format(width));
        element("rect", attributes! { "class" => class, "x" => x, "width" => width, "height" => "4" }, vec![])
    };
    let mut bars = vec![bar("track", 0.0, 100.0)];
    bars.extend(range.map(|(from, to)| bar("plausible", from, to - from)));
    let frame =
        attributes! { "viewBox" => "0 0 100 4", "preserveAspectRatio" => "none", "aria-hidden" => "true" };
    element("svg", frame, bars)
}

/// Returns the distance between two positions of a slider from `low` to `high`: the
/// smallest of 1, 2, 5, 10, 20 … (or a power of ten less) that makes at most about
/// two hundred steps. At least 1 for units that are counted.
pub fn step(low: f64, high: f64, unit: Unit) -> f64 {
    let smallest = (high - low) / 200.0;
    let mut power = 1e-4;
    let round = loop {
        let fits =
            [1.0, 2.0, 5.0].map(|digit| digit * power).into_iter().find(|step| *step >= smallest * 0.999);
        match fits {
            Some(step) => break step,
            None => power *= 10.0,
        }
    };
    let whole = unit.is_whole() || unit == Unit::Persons;
    if whole { round.max(1.0) } else { round }
}
