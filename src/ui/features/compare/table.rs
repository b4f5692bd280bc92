//! Every figure of every scenario, with how it differs from the reference.

use crate::compare::ComparedFigure;
use crate::model::years::Payback;
use crate::number::digits;
use crate::text::Text;
use crate::ui::components::element::{classed, div, element, row, row_name, text};
use crate::ui::features::compare::view::Entry;
use crate::ui::features::explain;
use crate::ui::state::State;
use yew::prelude::*;

/// The block that these figures stand in.
const TABLE: &str = "vergelijk-tabel";

/// One figure of one scenario.
pub struct Cell {
    /// The figure, unrounded; none where there is none.
    pub value: Option<f64>,
    /// The same, written out.
    pub shown: String,
    /// How it differs from the reference; empty for the reference itself.
    pub difference: String,
}

/// The figures that say something of these, with their places among all; and
/// the one that was chosen, whatever it says.
pub fn measures(
    entries: &[Entry],
    chosen: Option<ComparedFigure>,
) -> impl Iterator<Item = (usize, ComparedFigure)> {
    let planned = entries.iter().any(|entry| !entry.inputs.plan.is_empty());
    ComparedFigure::ALL
        .into_iter()
        .enumerate()
        .filter(move |(_, measure)| planned || !measure.is_of_plan() || chosen == Some(*measure))
}

/// One figure of an entry; none is the chance.
pub fn cell(state: &State, measure: Option<ComparedFigure>, entry: &Entry, reference: &Entry) -> Cell {
    let all = state.text();
    let words = all.compare;
    let of = |entry: &Entry| match measure {
        Some(measure) => measure.of(&entry.outcome),
        None => entry.chance.flatten(),
    };
    let value = of(entry);
    let shown = match (measure, value) {
        (Some(ComparedFigure::Payback), _) => payback(all, entry),
        (Some(ComparedFigure::Coverage), Some(share)) => all.notation.percent(share),
        (Some(_), Some(amount)) => all.notation.euro(amount),
        (None, Some(chance)) => (all.uncertainty.chance)(chance),
        (None, None) if entry.chance.is_none() => words.waiting.to_owned(),
        (_, None) => words.none.to_owned(),
    };
    let difference = match (value, of(reference)) {
        _ if std::ptr::eq(entry, reference) => String::new(),
        (Some(value), Some(reference)) => difference(all, measure, value - reference),
        _ => String::new(),
    };
    Cell { value, shown, difference }
}

fn payback(all: &Text, entry: &Entry) -> String {
    let year = match entry.outcome.payback_year {
        Payback::Year(year) => Some(year),
        Payback::NotWithinHorizon => None,
    };
    (all.compare.payback)(year, entry.outcome.years.len())
}

/// A difference with its sign, or that there is none.
fn difference(all: &Text, measure: Option<ComparedFigure>, by: f64) -> String {
    let words = all.compare;
    let signed = |shown: String, size: f64| if size > 0.0 { format!("+{shown}") } else { shown };
    match measure {
        Some(ComparedFigure::Payback) if by != 0.0 => (words.later)(by),
        Some(ComparedFigure::Payback) => words.no_difference.to_owned(),
        Some(measure) if measure.is_amount() => {
            let shown = all.notation.euro(by);
            match by.round() {
                0.0 => words.no_difference.to_owned(),
                size if size > 0.0 => shown.replacen('\u{a0}', "\u{a0}+", 1),
                _ => shown,
            }
        }
        _ => {
            let points = (by * 1000.0).round() / 10.0;
            if points == 0.0 {
                words.no_difference.to_owned()
            } else {
                (words.points)(&signed(all.notation.number(points, 1), points))
            }
        }
    }
}

/// The whole table; what is too wide scrolls in a region of its own, where
/// the names of the figures stay.
pub fn view(state: &State, entries: &[Entry]) -> Html {
    let all = state.text();
    let words = all.compare;
    let workspace = &state.workspace;
    let reference = &entries[workspace.reference];
    let mut head = vec![element("th", &["scope"], vec![Some("col".into())], vec![text(words.figure)])];
    head.extend(entries.iter().enumerate().map(|(place, entry)| {
        let mut name = vec![text(entry.label.clone())];
        if place == workspace.reference {
            name.push(classed("span", "tag", vec![text(words.reference)]));
        }
        let values = vec![Some("col".into()), Some("number".into())];
        element("th", &["scope", "class"], values, name)
    }));
    let mut rows = Vec::new();
    let measures = measures(entries, None).map(|(_, measure)| Some(measure));
    for measure in measures.chain([None]) {
        let name = measure.map_or(words.chance, |measure| (words.measure)(measure));
        let mut cells = vec![row_name(vec![text(name)])];
        cells.extend(entries.iter().enumerate().map(|(place, entry)| {
            let found = cell(state, measure, entry, reference);
            let value = found.value.map(digits::written).unwrap_or_default();
            let data = element("data", &["value"], vec![Some(value.into())], vec![text(found.shown)]);
            // One figure of a table is reached with Tab; a payback that is none
            // says so by itself.
            let first = place == 0 && measure == Some(ComparedFigure::ALL[0]);
            let name = explain::comparison::name(state, place, measure);
            let known = explain::comparison::opens(state, place, measure);
            let data = if known { explain::figure(state, TABLE, &name, first, data) } else { data };
            let both = known && explain::comparison::opens(state, workspace.reference, measure);
            let by = match found.difference.as_str() {
                "" => Html::default(),
                by if !both => text(by.to_owned()),
                by => {
                    let name = explain::comparison::difference_of(state, place, measure);
                    explain::figure(state, TABLE, &name, false, text(by.to_owned()))
                }
            };
            classed("td", "number", vec![data, div("small", vec![by])])
        }));
        rows.push(row(cells));
    }
    let plain = |name: &'static str, of: &dyn Fn(&Entry) -> String| {
        let mut cells = vec![row_name(vec![text(name)])];
        cells.extend(entries.iter().map(|entry| classed("td", "number", vec![text(of(entry))])));
        row(cells)
    };
    rows.push(plain(words.price_year, &|entry| entry.inputs.year().to_string()));
    rows.push(plain(words.changes, &|entry| {
        (all.page.differs)(entry.changes, (all.preset)(entry.scenario.base).0)
    }));
    let table = classed("table", "", vec![classed("thead", "", vec![row(head)]), classed("tbody", "", rows)]);
    let values = vec![
        Some("table beside-table".into()),
        Some("region".into()),
        Some(words.table.into()),
        Some("0".into()),
    ];
    let table = element("div", &["class", "role", "aria-label", "tabindex"], values, vec![table]);
    div("", vec![table, explain::under(state, TABLE)])
}
