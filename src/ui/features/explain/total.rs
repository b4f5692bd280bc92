//! The first line in a group of inputs or in a line: what it comes to, as a
//! figure that opens. The summary above it cannot hold it, for that is pressed
//! itself.

use crate::model::inputs::{OwnLine, OwnSide};
use crate::model::savings::Saving;
use crate::ui::components::element::{classed, text};
use crate::ui::features::explain::{figure, under_figure};
use crate::ui::state::State;
use yew::prelude::*;

/// Where the explanation of a line stands.
const PLACE: &str = "som-post";

/// What a group of inputs comes to.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Total {
    /// All costs.
    Costs,
    /// All figured savings.
    Savings,
    /// The savings line at this place of the outcome.
    Line(usize),
}

/// The line that says it; nothing where there is no program to open it.
pub fn view(state: &State, total: Total) -> Html {
    if state.is_shell() {
        return Html::default();
    }
    let (words, outcome) = (state.text(), &state.outcome);
    let in_all = words.explain.in_all;
    let euro = |amount: crate::model::Euro| words.notation.euro(amount.euros());
    match total {
        Total::Costs => line(state, "som-kosten", "costs.net", in_all, euro(outcome.costs.net)),
        Total::Savings => {
            line(state, "som-besparingen", "total.savings", in_all, euro(outcome.total.savings))
        }
        Total::Line(place) => match outcome.savings.get(place) {
            Some(saving) => of_saving(state, saving),
            None => Html::default(),
        },
    }
}

/// The same in a line of the user's own.
pub fn own(state: &State, own: &OwnLine) -> Html {
    match &own.side {
        OwnSide::Cost(cost) => {
            let amount = state.text().notation.euro(cost.quantity * cost.amount);
            line(state, PLACE, &format!("costs.lines.{}", own.id), state.text().explain.in_all, amount)
        }
        OwnSide::Saving(_) => {
            let found = state.outcome.savings.iter().find(|saving| saving.id.name() == own.id);
            found.map_or_else(Html::default, |saving| of_saving(state, saving))
        }
    }
}

/// Of a line that is p.m. it says what it would have to be.
fn of_saving(state: &State, saving: &Saving) -> Html {
    let words = state.text();
    let id = saving.id.name();
    if saving.counted {
        let net = words.notation.euro(saving.net.euros());
        return line(state, PLACE, &format!("savings.{id}.net"), words.explain.after, net);
    }
    let needed = state.outcome.break_even.per_line.iter().any(|line| line.id == saving.id);
    let figure = if needed { format!("break_even.per_line.{id}") } else { format!("savings.{id}.net") };
    line(state, PLACE, &figure, words.explain.not_counted, words.page.pm.to_owned())
}

fn line(state: &State, place: &'static str, name: &str, words: &'static str, shown: String) -> Html {
    let opens = figure(state, place, name, true, text(shown));
    let content = vec![text(words), text(" "), classed("strong", "", vec![opens])];
    // Many lines have this place, and only the one of the figure opens.
    let below = under_figure(state, place, name);
    classed("div", "sum", vec![classed("p", "", content), below])
}
