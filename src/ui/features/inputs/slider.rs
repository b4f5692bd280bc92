//! The slider of an input: how far it reaches, its steps, and where on it the
//! plausible range lies.

use crate::model::inputs::plausible_range;
use crate::model::{General, InputId, Shape, Unit};
use crate::number::Style;
use crate::ui::components::slider::{Slider, step};
use crate::ui::state::State;

/// Returns the factor from the value of an input to the position on its slider:
/// a share of 0.5 is shown as 50%, other values as they are.
fn scale(id: InputId) -> f64 {
    if State::input_style(id) == Style::Percent { 100.0 } else { 1.0 }
}

/// Returns the value of an input at a position of its slider.
pub fn value_at(id: InputId, position: f64) -> f64 {
    position / scale(id)
}

/// Returns the slider of an input. It reaches half of the plausible range
/// beyond that range on both sides, never beyond the limits of the input, and
/// always includes the current value.
pub fn slider_of(state: &State, id: InputId) -> Slider {
    let definition = id.definition();
    let scale = scale(id);
    let plausible =
        plausible_range(&state.workspace.inputs, id).map(|(low, high)| (low * scale, high * scale));
    let limits = (definition.limits.0 * scale, definition.limits.1 * scale);
    let value = state.workspace.inputs.get(id) * scale;
    let (mut low, mut high) = ends(id, plausible, state.workspace.preset_inputs.get_or_neutral(id) * scale);
    let mut include = |from: f64, to: f64| (low, high) = (low.min(from * scale), high.max(to * scale));
    // The slider reaches a range that the user set, but what is plausible stays the same.
    let own = Some(state.unwidened_range(id)).filter(|_| state.has_own_range(id));
    let own = own.filter(|range| range.shape != Shape::Fixed);
    if let Some(range) = own {
        include(range.low, range.high);
    }
    // While the user drags the thumb, the slider keeps the length that it had
    // before; otherwise it would move away under the pointer.
    if let Some(before) = state.scenario_before_step() {
        if let Some(value) = before.values.get(&id) {
            include(*value, *value);
        }
        if let Some(range) = before.ranges.get(&state.workspace.inputs.name(id)) {
            include(range.low, range.high);
        }
    }
    let marked = plausible.or_else(|| own.map(|range| (range.low * scale, range.high * scale)));
    let step = step(low.max(limits.0), high.min(limits.1), definition.unit);
    let low = ((low.max(limits.0).min(value)) / step).floor() * step;
    let high = ((high.min(limits.1).max(value)) / step).ceil() * step;
    let (low, high) = (low.max(limits.0), high.min(limits.1));
    let percentage = |position: f64| ((position - low) / (high - low) * 100.0).clamp(0.0, 100.0);
    let plausible = marked.map(|(from, to)| (percentage(from), percentage(to)));
    Slider { low, high, step, value, scale, plausible }
}

/// Returns both ends of the slider, before the limits and the current value are
/// taken into account. Without a plausible range they follow from the unit and
/// from the preset's value.
fn ends(id: InputId, plausible: Option<(f64, f64)>, preset: f64) -> (f64, f64) {
    if let Some((low, high)) = plausible {
        let room = (high - low) / 2.0;
        // The slider goes below zero only where plausible values do. A negative
        // saving, which is harm, can still be typed.
        let low = if low >= 0.0 { (low - room).max(0.0) } else { low - room };
        return (low, high + room);
    }
    if matches!(id, InputId::General(General::Kostenstijging | General::Batenstijging)) {
        return (-5.0, 5.0);
    }
    if id == InputId::General(General::Drempel) {
        return (0.0, 1_000.0);
    }
    match id.definition().unit {
        Unit::Share => (0.0, 100.0),
        Unit::Years | Unit::Year => id.definition().limits,
        // Above 40,000 inhabitants the bijstand budget no longer follows.
        Unit::Inhabitants => (0.0, 100_000.0),
        Unit::Count => (0.0, (preset * 4.0).max(20.0)),
        Unit::Persons | Unit::Fte | Unit::Euro | Unit::EuroPer => (0.0, (preset * 2.0).max(100_000.0)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::link::Address;

    #[test]
    fn every_slider_has_its_value_and_plausible_range_on_it() {
        let state = State::from_address(&Address::of_view(""));
        for id in InputId::fixed() {
            let slider = slider_of(&state, id);
            assert!(slider.low < slider.high && slider.step > 0.0, "{id:?} {slider:?}");
            assert!(slider.low <= slider.value && slider.value <= slider.high, "{id:?} {slider:?}");
            assert!((slider.high - slider.low) / slider.step < 501.0, "{id:?} {slider:?}");
        }
    }

    #[test]
    fn the_slider_of_visitors_has_room_beside_the_plausible_range() {
        let state = State::from_address(&Address::of_view(""));
        let slider = slider_of(&state, InputId::General(General::Bezoekers));
        assert_eq!((slider.low, slider.high, slider.step), (275.0, 775.0, 5.0));
        assert_eq!(slider.plausible, Some((25.0, 75.0)));
    }
}
