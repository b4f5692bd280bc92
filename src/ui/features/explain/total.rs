//! The total at the top of a group of inputs or of a savings line, as a figure
//! that opens its explanation. It repeats the total in the summary of the group,
//! which cannot be such a button since pressing it unfolds the group.

use crate::model::Euro;
use crate::model::inputs::{OwnLine, OwnSide};
use crate::model::savings::Saving;
use crate::ui::components::element::classed;
use crate::ui::components::figure::{figure_text, name_text, space};
use crate::ui::context::PageContext;
use crate::ui::features::explain::{explanation_at_figure, figure_with_explanation};
use yew::prelude::*;

/// The anchor of the explanations of totals of lines, which all lines share.
const LINE_ANCHOR: &str = "som-post";

/// A total of a group of inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// The total of all costs.
    Costs,
    /// The total of all savings that are counted.
    Savings,
    /// The total of the savings line at this index of the outcome.
    Line(usize),
}

/// Returns a total; empty in the static shell, which has no explanations.
pub fn view(ctx: &PageContext, total: Total) -> Html {
    if ctx.is_shell() {
        return Html::default();
    }
    let (words, outcome) = (ctx.text(), &ctx.workspace.outcome);
    let label = words.explain().total;
    let euro = |amount: Euro| words.notation.euro(amount.euros());
    match total {
        Total::Costs => total_line(ctx, "som-kosten", "costs.net", label, euro(outcome.costs.net)),
        Total::Savings => {
            total_line(ctx, "som-besparingen", "total.savings", label, euro(outcome.total.savings))
        }
        Total::Line(index) => match outcome.savings.get(index) {
            Some(saving) => saving_total(ctx, saving),
            None => Html::default(),
        },
    }
}

/// Returns the total of a line of the user's own.
pub fn own_line_total(ctx: &PageContext, own: &OwnLine) -> Html {
    match &own.side {
        OwnSide::Cost(cost) => {
            let amount = ctx.text().notation.euro(cost.quantity * cost.amount);
            let name = format!("costs.lines.{}", own.id);
            total_line(ctx, LINE_ANCHOR, &name, ctx.text().explain().total, amount)
        }
        OwnSide::Saving(_) => {
            let found = ctx.workspace.outcome.savings.iter().find(|saving| saving.id.name() == own.id);
            found.map_or_else(Html::default, |saving| saving_total(ctx, saving))
        }
    }
}

/// Returns the total of a saving. Where it is p.m., the word 'p.m.' opens the
/// explanation of the quantity at which this line would cover the costs.
fn saving_total(ctx: &PageContext, saving: &Saving) -> Html {
    let words = ctx.text();
    let id = saving.id.name();
    if saving.counted {
        let net = words.notation.euro(saving.net.euros());
        return total_line(
            ctx,
            LINE_ANCHOR,
            &format!("savings.{id}.net"),
            words.explain().after_corrections,
            net,
        );
    }
    let can_break_even = ctx.workspace.outcome.break_even.per_line.iter().any(|line| line.id == saving.id);
    let name = if can_break_even { format!("break_even.per_line.{id}") } else { format!("savings.{id}.net") };
    total_line(ctx, LINE_ANCHOR, &name, words.explain().not_counted, words.page.pm.to_owned())
}

fn total_line(
    ctx: &PageContext,
    anchor: &'static str,
    name: &str,
    label: &'static str,
    shown: String,
) -> Html {
    let button = figure_with_explanation(ctx, anchor, name, true, figure_text(shown));
    let content = vec![name_text(label), space(), classed("strong", "", vec![button])];
    let explanation = explanation_at_figure(ctx, anchor, name);
    classed("div", "sum", vec![classed("p", "", content), explanation])
}
