//! The fields of a savings line: whether it counts, its quantity and amount, its
//! corrections, and the shares in which parties save. For the fixed lines as a
//! whole; the user's own lines use some of these fields too.

use crate::model::savings::SavingId;
use crate::model::{InputId, Line, LineField};
use crate::ui::components::element::{classed, details, p, span};
use crate::ui::components::figure::{figure_in, name_in, sentence_in, space};
use crate::ui::context::{Message, PageContext};
use crate::ui::controls::checkbox;
use crate::ui::features::explain::total::Total;
use crate::ui::features::inputs::field::field;
use crate::ui::features::inputs::groups::is_asked;
use crate::ui::features::{evidence, explain};
use crate::ui::state::WorkspaceAction;
use yew::prelude::*;

/// Returns a field for each of these quantities that a line `has`; `id` gives
/// its input.
pub fn fields(
    ctx: &PageContext,
    line_fields: &[LineField],
    has: impl Fn(LineField) -> bool,
    id: impl Fn(LineField) -> InputId,
) -> Vec<Html> {
    line_fields
        .iter()
        .copied()
        .filter(|of_line| has(*of_line))
        .map(id)
        .filter(|id| !is_asked(ctx, *id))
        .map(|id| field(ctx, id))
        .collect()
}

/// Returns a line that can be unfolded: its name and total as the summary, and
/// the content in a `<fieldset>` with the name of the line.
fn frame(name: &str, total: Html, content: Vec<Html>) -> Html {
    let mut inside = vec![name_in("legend", "hidden", name.to_owned())];
    inside.extend(content);
    let summary = vec![name_in("h4", "", name.to_owned()), total];
    details("line", false, summary, vec![classed("fieldset", "line-content", inside)])
}

/// Returns two groups that can be unfolded: the corrections of the line with
/// this name, and the shares in which parties save. `overig` is the share of
/// party Overig, which is the remainder and has no field.
pub fn corrections_and_parties(
    ctx: &PageContext,
    name: &str,
    has: impl Fn(LineField) -> bool,
    id: impl Fn(LineField) -> InputId,
    overig: f64,
) -> Vec<Html> {
    let words = ctx.text();
    let page = words.page;
    let summary =
        |title: &'static str| vec![span("", title), name_in("span", "hidden", (page.explain_of)(name))];
    let mut corrections = vec![p("small", words.inputs().corrections_intro)];
    corrections.extend(fields(ctx, &LineField::CORRECTIONS, &has, &id));
    let corrections = details("sub", false, summary(words.inputs().corrections), corrections);
    let parties = if has(LineField::Gemeente) {
        let mut parties = fields(ctx, &LineField::PARTIES, &has, &id);
        parties.push(sentence_in(
            "p",
            "small",
            (words.inputs().remainder_share)(&words.notation.percent(overig)),
        ));
        details("sub", false, summary(words.inputs().who_saves), parties)
    } else {
        Html::default()
    };
    vec![corrections, parties]
}

/// Returns one fixed savings line.
pub fn line(ctx: &PageContext, line: Line) -> Html {
    let all = ctx.text();
    let words = (all.line)(line);
    let inputs = ctx.workspace.inputs.line(line);
    let has = |field: LineField| field.applies_to(inputs.kind);
    let id = |field: LineField| InputId::Line(line, field);
    let (kind, description) = (all.kind)(inputs.kind);
    let kind = classed("p", "small", vec![span("tag", kind), space(), span("", description)]);
    let mut content = vec![
        explain::total::view(ctx, Total::Line(line as usize)),
        p("small", words.what),
        kind,
        evidence::view::line_grade(ctx, &SavingId::Fixed(line)),
        counted_checkbox(ctx, &format!("{}.counted", line.id()), inputs.counted, move |on| {
            WorkspaceAction::SetCounted(line, on).into()
        }),
    ];
    content.extend(fields(ctx, &[LineField::Aantal, LineField::Bedrag], has, id));
    content.extend(corrections_and_parties(ctx, words.label, has, id, inputs.parties().overig));
    let total = if inputs.counted {
        figure_in(
            "span",
            "line-total",
            all.notation.euro(ctx.workspace.outcome.savings[line as usize].net.euros()),
        )
    } else {
        figure_in("span", "line-total is-pm", all.page.pm)
    };
    frame(words.label, total, content)
}

/// Returns the checkbox that decides whether a line counts or is p.m.
pub fn counted_checkbox(
    ctx: &PageContext,
    name: &str,
    counted: bool,
    message: impl Fn(bool) -> Message + 'static,
) -> Html {
    let page = ctx.text().page;
    let mut content = vec![checkbox(ctx, name, counted, message), span("", page.counts)];
    if !counted {
        content.push(span("note-inline", ctx.text().inputs().is_pm));
    }
    classed("label", "check", content)
}
