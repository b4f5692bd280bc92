//! One fixed savings line: whether it counts, how many, how much, what is
//! corrected, and who saves.

use crate::model::savings::SavingId;
use crate::model::{InputId, Line, LineField, SavingKind};
use crate::ui::components::element::{classed, details, heading, p, span, text};
use crate::ui::components::figure::{figure_in, sentence_in};
use crate::ui::context::{Message, PageContext};
use crate::ui::controls::checkbox;
use crate::ui::features::centre::field::field;
use crate::ui::features::explain::total::Total;
use crate::ui::features::{evidence, explain};
use crate::ui::state::WorkspaceAction;
use yew::prelude::*;

/// The corrections, in the order in which they apply.
const CORRECTIONS: [LineField; 4] =
    [LineField::Autonoom, LineField::Toerekening, LineField::Verdringing, LineField::Verzilverbaar];
/// The shares of who saves.
const PARTIES: [LineField; 3] = [LineField::Gemeente, LineField::Rijk, LineField::Zorgverzekeraar];

/// Returns fields for those of the parts that a line has.
pub fn fields(
    ctx: &PageContext,
    parts: &[LineField],
    has: impl Fn(LineField) -> bool,
    id: impl Fn(LineField) -> InputId,
) -> Vec<Html> {
    parts.iter().copied().filter(|part| has(*part)).map(|part| field(ctx, id(part))).collect()
}

/// Returns a line in its own frame: name and total, and inside it a named group.
fn frame(name: &str, total: Html, content: Vec<Html>) -> Html {
    let mut inside = vec![classed("legend", "hidden", vec![text(name.to_owned())])];
    inside.extend(content);
    let summary = vec![heading("h4", "", name.to_owned()), total];
    details("line", false, summary, vec![classed("fieldset", "line-content", inside)])
}

/// Returns the corrections and who saves, each in a part that opens.
pub fn finer(
    ctx: &PageContext,
    name: &str,
    has: impl Fn(LineField) -> bool,
    id: impl Fn(LineField) -> InputId,
    rest: f64,
) -> Vec<Html> {
    let words = ctx.text();
    let page = words.page;
    let about = |title: &'static str| vec![text(title), span("hidden", (page.explain_of)(name))];
    let mut corrections = vec![p("small", page.corrections_intro)];
    corrections.extend(fields(ctx, &CORRECTIONS, &has, &id));
    let mut all = vec![details("sub", false, about(page.corrections), corrections)];
    all.push(if has(LineField::Gemeente) {
        let mut parties = fields(ctx, &PARTIES, &has, &id);
        parties.push(sentence_in("p", "small", (page.remainder_share)(&words.notation.percent(rest))));
        details("sub", false, about(page.who_saves), parties)
    } else {
        Html::default()
    });
    all
}

/// Returns one fixed savings line.
pub fn line(ctx: &PageContext, line: Line) -> Html {
    let text_of = ctx.text();
    let words = (text_of.line)(line);
    let inputs = ctx.workspace.inputs.line(line);
    let has = |part: LineField| inputs.kind != SavingKind::Welvaart || part.applies_to_welfare();
    let id = |part: LineField| InputId::Line(line, part);
    let (kind, what) = (text_of.kind)(inputs.kind);
    let kind = classed("p", "small", vec![span("tag", kind), text(" "), text(what)]);
    let mut content = vec![
        explain::total::view(ctx, Total::Line(line as usize)),
        p("small", words.what),
        kind,
        evidence::view::of_line(ctx, &SavingId::Fixed(line)),
        counted(ctx, &format!("{}.counted", line.id()), inputs.counted, move |on| {
            WorkspaceAction::SetCounted(line, on).into()
        }),
    ];
    content.extend(fields(ctx, &[LineField::Aantal, LineField::Bedrag], has, id));
    content.extend(finer(ctx, words.label, has, id, inputs.parties().overig));
    let total = if inputs.counted {
        figure_in(
            "span",
            "line-total",
            text_of.notation.euro(ctx.workspace.outcome.savings[line as usize].net.euros()),
        )
    } else {
        figure_in("span", "line-total is-pm", text_of.page.pm)
    };
    frame(words.label, total, content)
}

/// Returns the box that counts a line, or makes it p.m.
pub fn counted(ctx: &PageContext, name: &str, on: bool, message: impl Fn(bool) -> Message + 'static) -> Html {
    let page = ctx.text().page;
    let mut content = vec![checkbox(ctx, name, on, message), span("", page.counts)];
    if !on {
        content.push(span("note-inline", page.is_pm));
    }
    classed("label", "check", content)
}
