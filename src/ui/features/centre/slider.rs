//! The slider of an input.

use crate::model::{General, InputId, Shape, Unit, price};
use crate::number::Style;
use crate::ui::components::slider::{Slider, step};
use crate::ui::state::State;

/// Returns the number of screen units in a unit of an input.
fn scale(id: InputId) -> f64 {
    if State::input_style(id) == Style::Percent { 100.0 } else { 1.0 }
}

/// Returns the value of an input at a position of its slider.
pub fn value_at(id: InputId, position: f64) -> f64 {
    position / scale(id)
}

/// Returns the slider of an input: the plausible range with room on both sides,
/// always within the limits and always with the value on it.
pub fn slider_of(state: &State, id: InputId) -> Slider {
    let definition = id.definition();
    let scale = scale(id);
    let factor = if definition.unit.is_amount() { price::factor(state.workspace.inputs.year()) } else { 1.0 };
    let usual = definition.plausible.map(|(low, high)| (low * factor * scale, high * factor * scale));
    let limits = (definition.limits.0 * scale, definition.limits.1 * scale);
    let value = state.workspace.inputs.get(id) * scale;
    let (mut low, mut high) = reach(id, usual, state.workspace.preset_inputs.get_or_neutral(id) * scale);
    let mut include = |from: f64, to: f64| (low, high) = (low.min(from * scale), high.max(to * scale));
    // A range of the user's own takes the place of the plausible one.
    let own = Some(state.set_range(id)).filter(|_| state.has_own_range(id));
    let own = own.filter(|range| range.shape != Shape::Fixed);
    if let Some(range) = own {
        include(range.low, range.high);
    }
    // While it is held, a slider keeps its length.
    if let Some(before) = state.scenario_before_step() {
        if let Some(value) = before.values.get(&id) {
            include(*value, *value);
        }
        if let Some(range) = before.ranges.get(&state.workspace.inputs.name(id)) {
            include(range.low, range.high);
        }
    }
    let plausible = own.map(|range| (range.low * scale, range.high * scale)).or(usual);
    let step = step(low.max(limits.0), high.min(limits.1), definition.unit);
    let low = ((low.max(limits.0).min(value)) / step).floor() * step;
    let high = ((high.min(limits.1).max(value)) / step).ceil() * step;
    let (low, high) = (low.max(limits.0), high.min(limits.1));
    let part = |at: f64| ((at - low) / (high - low) * 100.0).clamp(0.0, 100.0);
    Slider { low, high, step, value, scale, plausible: plausible.map(|(from, to)| (part(from), part(to))) }
}

/// Returns how far the slider should reach, before limits and the value.
fn reach(id: InputId, plausible: Option<(f64, f64)>, usual: f64) -> (f64, f64) {
    if let Some((low, high)) = plausible {
        let room = (high - low) / 2.0;
        // Below nothing only where plausible values are: harm is typed.
        let low = if low >= 0.0 { (low - room).max(0.0) } else { low - room };
        return (low, high + room);
    }
    match (id, id.definition().unit) {
        (InputId::General(General::Kostenstijging | General::Batenstijging), _) => (-5.0, 5.0),
        (InputId::General(General::Drempel), _) => (0.0, 1_000.0),
        (_, Unit::Share) => (0.0, 100.0),
        (_, Unit::Years | Unit::Year) => id.definition().limits,
        (_, Unit::Count) => (0.0, (usual * 4.0).max(20.0)),
        _ => (0.0, (usual * 2.0).max(100_000.0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::link::Address;

    #[test]
    fn every_slider_has_its_value_and_plausible_range_on_it() {
        let state = State::from_address(&Address { view: String::new(), scenario: None });
        for id in InputId::fixed() {
            let slider = slider_of(&state, id);
            assert!(slider.low < slider.high && slider.step > 0.0, "{id:?} {slider:?}");
            assert!(slider.low <= slider.value && slider.value <= slider.high, "{id:?} {slider:?}");
            assert!((slider.high - slider.low) / slider.step < 501.0, "{id:?} {slider:?}");
        }
    }

    #[test]
    fn visitors() {
        let state = State::from_address(&Address { view: String::new(), scenario: None });
        let slider = slider_of(&state, InputId::General(General::Bezoekers));
        assert_eq!((slider.low, slider.high, slider.step), (275.0, 775.0, 5.0));
        assert_eq!(slider.plausible, Some((25.0, 75.0)));
    }
}
