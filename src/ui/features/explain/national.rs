//! Explains the table of the brochure's national case, which reaches national
//! costs in two ways: from the number of initiatives, and from the number of
//! people who use one.

use crate::explain::ValueUnit;
use crate::model::General;
use crate::text::explain::shown;
use crate::ui::features::explain::panel::ExplanationView;
use crate::ui::features::network::national::rows;
use crate::ui::state::State;

/// The kind of a figure in the table of the national case, by its row and
/// column: `landelijk.0.2`.
pub const KIND: &str = "landelijk";

/// Explains one figure in the table of the national case. Columns are people,
/// costs per person, and costs.
pub fn explain(state: &State, subject: &str) -> Option<ExplanationView> {
    let all = state.text();
    let (row, column) = subject.split_once('.')?;
    let (row, column): (usize, usize) = (row.parse().ok()?, column.parse().ok()?);
    let (count, inputs, outcome) = rows().into_iter().nth(row)?;
    let words = all.network();
    let number = |value: f64| shown(all.notation, value, ValueUnit::Number);
    let euro = |value: f64| shown(all.notation, value, ValueUnit::Euro);
    let (count, people) = (f64::from(count), inputs.general(General::Bezoekers));
    let (per_person, costs) = (outcome.costs.per_visitor.euros(), outcome.costs.net.euros());
    let (filled, value) = match column {
        0 => (format!("{} × {}", number(count), number(people)), number(count * people)),
        1 => (format!("{} ÷ {}", euro(costs), number(people)), euro(per_person)),
        2 => (format!("{} × {}", number(count), euro(costs)), euro(count * costs)),
        _ => return None,
    };
    Some(ExplanationView {
        name: format!("{}: {}", words.national_methods.get(row)?, words.national_head.get(column + 1)?),
        value: value.clone(),
        lines: vec![
            (all.explain().formula, all.explain_extra().national[column].to_owned()),
            (all.explain().formula_with_numbers, format!("{filled} = {value}")),
        ],
        notes: vec![all.explain_extra().national_note.into()],
        terms: vec![],
    })
}
