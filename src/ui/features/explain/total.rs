//! The first line in a group of inputs or in a line: what it comes to, as a
//! figure that opens. The summary above it cannot hold it, for that is pressed
//! itself.

use crate::model::Euro;
use crate::model::inputs::{OwnLine, OwnSide};
use crate::model::savings::Saving;
use crate::ui::components::element::classed;
use crate::ui::components::figure::{figure_text, name_text, space};
use crate::ui::context::PageContext;
use crate::ui::features::explain::{figure, under_figure};
use yew::prelude::*;

/// The anchor of the explanation of a line.
const LINE_ANCHOR: &str = "som-post";

/// A total of a group of inputs.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// The total of all costs.
    Costs,
    /// The total of all figured savings.
    Savings,
    /// The total of the savings line at this position of the outcome.
    Line(usize),
}

/// Returns the line that says a total; nothing where there is no program to
/// open it.
pub fn view(ctx: &PageContext, total: Total) -> Html {
    if ctx.is_shell() {
        return Html::default();
    }
    let (words, outcome) = (ctx.text(), &ctx.workspace.outcome);
    let in_all = words.explain().total;
    let euro = |amount: Euro| words.notation.euro(amount.euros());
    match total {
        Total::Costs => line(ctx, "som-kosten", "costs.net", in_all, euro(outcome.costs.net)),
        Total::Savings => line(ctx, "som-besparingen", "total.savings", in_all, euro(outcome.total.savings)),
        Total::Line(position) => match outcome.savings.get(position) {
            Some(saving) => of_saving(ctx, saving),
            None => Html::default(),
        },
    }
}

/// Returns the line that says the total of a line of the user's own.
pub fn own(ctx: &PageContext, own: &OwnLine) -> Html {
    match &own.side {
        OwnSide::Cost(cost) => {
            let amount = ctx.text().notation.euro(cost.quantity * cost.amount);
            let name = format!("costs.lines.{}", own.id);
            line(ctx, LINE_ANCHOR, &name, ctx.text().explain().total, amount)
        }
        OwnSide::Saving(_) => {
            let found = ctx.workspace.outcome.savings.iter().find(|saving| saving.id.name() == own.id);
            found.map_or_else(Html::default, |saving| of_saving(ctx, saving))
        }
    }
}

/// Returns the line of a saving; for one that is p.m. it opens what the line
/// would have to be.
fn of_saving(ctx: &PageContext, saving: &Saving) -> Html {
    let words = ctx.text();
    let id = saving.id.name();
    if saving.counted {
        let net = words.notation.euro(saving.net.euros());
        return line(ctx, LINE_ANCHOR, &format!("savings.{id}.net"), words.explain().after_corrections, net);
    }
    let needed = ctx.workspace.outcome.break_even.per_line.iter().any(|line| line.id == saving.id);
    let name = if needed { format!("break_even.per_line.{id}") } else { format!("savings.{id}.net") };
    line(ctx, LINE_ANCHOR, &name, words.explain().not_counted, words.page.pm.to_owned())
}

fn line(ctx: &PageContext, anchor: &'static str, name: &str, words: &'static str, shown: String) -> Html {
    let opens = figure(ctx, anchor, name, true, figure_text(shown));
    let content = vec![name_text(words), space(), classed("strong", "", vec![opens])];
    // Many lines have this anchor, and only the one of the figure opens.
    let below = under_figure(ctx, anchor, name);
    classed("div", "sum", vec![classed("p", "", content), below])
}
