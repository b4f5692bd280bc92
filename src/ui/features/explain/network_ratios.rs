//! Explains figures of the network of initiatives that are one figure divided by another,
//! such as the costs per visitor.

use crate::explain::{FigureId, ValueUnit};
use crate::text::explain::{bracketed, shown};
use crate::ui::commands::Command;
use crate::ui::features::compare::compared_scenario::ComparedScenario;
use crate::ui::features::explain::network_totals;
use crate::ui::features::explain::network_totals::named_sum;
use crate::ui::features::explain::panel::{ExplanationView, with_naming};
use crate::ui::features::explain::state::ExplainAction;
use crate::ui::features::explain::terms::{TermLink, TermView};
use crate::ui::features::inputs::field::field_id;
use crate::ui::features::network::view::INHABITANTS;
use crate::ui::state::State;

/// Ratios of the network: the subject of each, of its numerator and of its
/// denominator.
const RATIOS: [(&str, &str, &str); 3] = [
    ("costs.per_visitor", "costs.net", "bezoekers"),
    ("total.net_per_visitor", "total.net", "bezoekers"),
    ("total.coverage", "total.savings", "costs.net"),
];

/// The subject of the reach: the visitors as a share of the inhabitants.
const REACH: &str = "bereik";

/// Returns whether the figure of the network with this subject is a ratio.
pub fn is_ratio(subject: &str) -> bool {
    subject == REACH || RATIOS.iter().any(|(name, ..)| *name == subject)
}

/// Explains the ratio of the network with this subject.
pub fn explain(state: &State, entries: &[ComparedScenario], subject: &str) -> Option<ExplanationView> {
    if subject == REACH {
        return explain_reach(state, entries);
    }
    explain_ratio(state, entries, RATIOS.iter().find(|(name, ..)| *name == subject)?)
}

/// Returns a term with another figure of the network, and a link to its
/// explanation.
fn network_term(state: &State, subject: &str, name: &str, value: String) -> TermView {
    let name = (state.text().explain_extra().in_network)(name);
    let to_figure = (state.text().explain().to_figure)(&name);
    let link = TermLink::new(ExplainAction::Follow(network_totals::name(subject)), to_figure);
    TermView::with_link(name, value, link)
}

/// Explains a figure of the network that is one figure divided by another; see
/// [`RATIOS`].
fn explain_ratio(
    state: &State,
    entries: &[ComparedScenario],
    (subject, numerator, denominator): &(&str, &str, &str),
) -> Option<ExplanationView> {
    let (words, all) = (state.text().explain_extra(), state.text());
    let (numerator_name, dividend, dividend_unit) = named_sum(state, entries, numerator)?;
    let (denominator_name, divisor, divisor_unit) = named_sum(state, entries, denominator)?;
    let figure = FigureId::read(subject, &state.workspace.outcome)?;
    let dividend_text = shown(all.notation, dividend, dividend_unit);
    let divisor_text = shown(all.notation, divisor, divisor_unit);
    // A coverage only exists where both costs and savings are above zero.
    let exists = figure.unit() != ValueUnit::Share || (dividend > 0.0 && divisor > 0.0);
    let result = if exists {
        shown(all.notation, dividend / divisor, figure.unit())
    } else {
        all.explain().no_value.to_owned()
    };
    let bracketed_dividend = bracketed(dividend, dividend_text.clone());
    Some(ExplanationView {
        name: (words.in_network)(&with_naming(state, |naming| naming.figure(figure))),
        value: result.clone(),
        lines: vec![
            (all.explain().formula, format!("{numerator_name} ÷ {denominator_name}")),
            (all.explain().formula_with_numbers, format!("{bracketed_dividend} ÷ {divisor_text} = {result}")),
        ],
        notes: vec![],
        terms: vec![
            network_term(state, numerator, &numerator_name, dividend_text),
            network_term(state, denominator, &denominator_name, divisor_text),
        ],
    })
}

/// Explains the reach: the visitors as a share of the inhabitants.
fn explain_reach(state: &State, entries: &[ComparedScenario]) -> Option<ExplanationView> {
    let all = state.text();
    let words = all.network();
    let inhabitants = state.workspace.current.network.inhabitants?;
    let (name, visitors, unit) = named_sum(state, entries, "bezoekers")?;
    let share = shown(all.notation, visitors / inhabitants, ValueUnit::Share);
    let [visitors, inhabitants] = [visitors, inhabitants].map(|value| shown(all.notation, value, unit));
    let to_field = (all.explain().to_field)(words.inhabitants);
    let link = TermLink::new(Command::Reveal(field_id(INHABITANTS)), to_field);
    Some(ExplanationView {
        name: words.reach_label.to_owned(),
        value: share.clone(),
        lines: vec![
            (all.explain().formula, format!("{name} ÷ {}", words.inhabitants)),
            (all.explain().formula_with_numbers, format!("{visitors} ÷ {inhabitants} = {share}")),
        ],
        notes: vec![],
        terms: vec![
            network_term(state, "bezoekers", &name, visitors),
            TermView::with_link(words.inhabitants.to_owned(), inhabitants, link),
        ],
    })
}
