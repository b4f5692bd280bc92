//! One fixed savings line: whether it counts, how many, how much, what is
//! corrected, and who saves.

use crate::model::savings::SavingId;
use crate::model::{InputId, Line, LineField, SavingKind};
use crate::ui::components::element::{classed, details, heading, p, span, text};
use crate::ui::features::centre::field::field;
use crate::ui::features::explain::total::Total;
use crate::ui::lazy;
use crate::ui::state::State;
use yew::prelude::*;

/// The corrections, in the order in which they apply.
const CORRECTIONS: [LineField; 4] =
    [LineField::Autonoom, LineField::Toerekening, LineField::Verdringing, LineField::Verzilverbaar];
/// The shares of who saves.
const PARTIES: [LineField; 3] = [LineField::Gemeente, LineField::Rijk, LineField::Zorgverzekeraar];

/// Fields for those of the parts that a line has.
pub fn fields(
    state: &State,
    parts: &[LineField],
    has: impl Fn(LineField) -> bool,
    id: impl Fn(LineField) -> InputId,
) -> Vec<Html> {
    parts.iter().copied().filter(|part| has(*part)).map(|part| field(state, false, id(part))).collect()
}

/// A line in its own frame: name and total, and inside it a named group.
fn frame(name: &str, total: Html, content: Vec<Html>) -> Html {
    let mut inside = vec![classed("legend", "hidden", vec![text(name.to_owned())])];
    inside.extend(content);
    let summary = vec![heading("h4", "", name.to_owned()), total];
    details("line", false, summary, vec![classed("fieldset", "line-content", inside)])
}

/// The corrections and who saves, each in a part that opens.
pub fn finer(
    state: &State,
    name: &str,
    has: impl Fn(LineField) -> bool,
    id: impl Fn(LineField) -> InputId,
    rest: f64,
) -> Vec<Html> {
    let words = state.text();
    let page = words.page;
    let about = |title: &'static str| vec![text(title), span("hidden", (page.explain_of)(name))];
    let mut corrections = vec![p("small", page.corrections_intro)];
    corrections.extend(fields(state, &CORRECTIONS, &has, &id));
    let mut all = vec![details("sub", false, about(page.corrections), corrections)];
    all.push(if has(LineField::Gemeente) {
        let mut parties = fields(state, &PARTIES, &has, &id);
        parties.push(p("small", (page.rest_share)(&words.notation.percent(rest))));
        details("sub", false, about(page.who_saves), parties)
    } else {
        Html::default()
    });
    all
}

/// One fixed savings line.
pub fn line(state: &State, line: Line) -> Html {
    let text_of = state.text();
    let words = (text_of.line)(line);
    let inputs = state.inputs.line(line);
    let has = |part: LineField| inputs.kind != SavingKind::Welvaart || part.applies_to_welfare();
    let id = |part: LineField| InputId::Line(line, part);
    let (kind, what) = (text_of.kind)(inputs.kind);
    let kind = classed("p", "small", vec![span("tag", kind), text(" "), text(what)]);
    let mut content = vec![
        lazy::total(state, Total::Line(line as usize)),
        p("small", words.what),
        kind,
        crate::ui::features::evidence::view::of_line(state, &SavingId::Fixed(line)),
        counted(state, &format!("{}.counted", line.id()), inputs.counted),
    ];
    content.extend(fields(state, &[LineField::Aantal, LineField::Bedrag], has, id));
    content.extend(finer(state, words.label, has, id, inputs.parties().overig));
    let total = if inputs.counted {
        span("line-total", text_of.notation.euro(state.outcome.savings[line as usize].net.euros()))
    } else {
        span("line-total is-pm", text_of.page.pm)
    };
    frame(words.label, total, content)
}

/// Whether the line counts.
pub fn counted(state: &State, name: &str, on: bool) -> Html {
    let page = state.text().page;
    let mut content =
        vec![html! { <input type="checkbox" name={name.to_owned()} checked={on} /> }, span("", page.counts)];
    if !on {
        content.push(span("note-inline", page.is_pm));
    }
    classed("label", "check", content)
}
