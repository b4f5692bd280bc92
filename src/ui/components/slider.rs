//! Sliders over a track on which the plausible range is marked.

use crate::model::Unit;
use crate::number::digits;
use crate::ui::components::element::{attributes, element};
use yew::prelude::*;

/// The reach and position of a slider, in the units of the screen (percentages
/// for shares).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Slider {
    /// The value at its left end.
    pub low: f64,
    /// The value at its right end.
    pub high: f64,
    /// The distance between two positions.
    pub step: f64,
    /// The value at its position.
    pub value: f64,
    /// The number of screen units in a unit of the input: 100 for shares.
    pub scale: f64,
    /// The plausible range as parts of its length, 0 to 100.
    pub plausible: Option<(f64, f64)>,
}

impl Slider {
    /// Returns the position of a value of the input as a part of the length, 0
    /// to 100.
    pub fn position(&self, value: f64) -> f64 {
        ((value * self.scale - self.low) / (self.high - self.low) * 100.0).clamp(0.0, 100.0)
    }
}

/// Returns the track of a slider, with a range marked on it as parts of its
/// length, 0 to 100.
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

/// Returns the distance between positions: about two hundred steps, each a
/// round number.
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
