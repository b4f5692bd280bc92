//! The brochure's two ways of counting initiatives and people, with the sum of
//! each figure.

use crate::explain::ValueUnit;
use crate::model::General;
use crate::text::explain::shown;
use crate::ui::features::explain::panel::ExplanationView;
use crate::ui::features::network::view::national_ways;
use crate::ui::state::State;

/// The prefix of a figure of the brochure's two ways of counting; its row and
/// column follow.
pub const KIND: &str = "landelijk";

/// Explains one figure of the brochure's two ways of counting.
pub fn explain(state: &State, about: &str) -> Option<ExplanationView> {
    let all = state.text();
    let (row, column) = about.split_once('.')?;
    let (row, column): (usize, usize) = (row.parse().ok()?, column.parse().ok()?);
    let (count, inputs, outcome) = national_ways().into_iter().nth(row)?;
    let words = all.network();
    let plain_number = |value: f64| shown(all.notation, value, ValueUnit::Number);
    let euro = |value: f64| shown(all.notation, value, ValueUnit::Euro);
    let (many, people) = (f64::from(count), inputs.general(General::Bezoekers));
    let (each, costs) = (outcome.costs.per_visitor.euros(), outcome.costs.net.euros());
    let (formula, filled, value) = match column {
        0 => (0, format!("{} × {}", plain_number(many), plain_number(people)), plain_number(many * people)),
        1 => (1, format!("{} ÷ {}", euro(costs), plain_number(people)), euro(each)),
        2 => (2, format!("{} × {}", plain_number(many), euro(costs)), euro(many * costs)),
        _ => return None,
    };
    Some(ExplanationView {
        name: format!("{}: {}", words.national_methods.get(row)?, words.national_head.get(column + 1)?),
        value: value.clone(),
        lines: vec![
            (all.explain().formula, all.explain_extra().national[formula].to_owned()),
            (all.explain().formula_with_numbers, format!("{filled} = {value}")),
        ],
        notes: vec![all.explain_extra().national_note.into()],
        terms: vec![],
    })
}
