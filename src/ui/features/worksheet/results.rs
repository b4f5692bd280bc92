//! The results below the main chart: further charts, the method, and cards such as
//! the warnings, the ledgers, the years and break-even.

use crate::ui::blocks::{Draw, deferred_block};
use crate::ui::commands::Command;
use crate::ui::components::element::{attributes, button, div, element, heading, list, section};
use crate::ui::context::PageContext;
use crate::ui::features::charts::outcome::{OTHER_CHARTS, main_card, other_card};
use crate::ui::features::{building_blocks, changes, checks, evidence, financing, worksheet};
use yew::prelude::*;

/// The id of the section with the results in the document.
pub const RESULTS: &str = "uitkomst";

/// The cards below the charts, in their order.
const CARDS: [Draw; 10] = [
    |ctx, _| checks::view::view(ctx),
    |ctx, _| changes::view::view(ctx),
    |ctx, _| worksheet::ledgers::ledgers(ctx),
    |ctx, _| worksheet::break_even::view(ctx),
    |ctx, _| worksheet::ledgers::years(ctx),
    |ctx, _| financing::results::view(ctx),
    |ctx, _| evidence::view::view(ctx),
    |ctx, _| building_blocks::view::summary(ctx),
    |ctx, _| worksheet::explorer::view(ctx),
    |ctx, _| worksheet::goal::view(ctx),
];

/// Number of [`CARDS`] that the static shell shows, from the first.
const SHELL_CARDS: usize = 5;

/// Returns the card of the main chart, which shows costs against savings.
pub fn main_chart(ctx: &PageContext) -> Html {
    main_card(ctx)
}

/// Returns all results.
pub fn view(ctx: &PageContext) -> Html {
    let shell = ctx.is_shell();
    let (page, results) = (ctx.text().page, ctx.text().results());
    let mut head = vec![heading("h2", "uitkomst-titel", page.results)];
    if !shell {
        let reveal = ctx.press(Command::Reveal("invoer".to_owned()));
        head.push(button("jump", reveal, results.to_inputs));
    }
    let method = vec![heading("h3", "methode", results.method), list(results.method_points)];
    let mut charts: Vec<Html> =
        (0..OTHER_CHARTS.len()).map(|index| deferred_block(ctx, index, other_card)).collect();
    charts.push(section("card method", "methode", method));
    let mut content = vec![div("results-head", head), div("pictures", charts)];
    let cards = CARDS.iter().take(if shell { SHELL_CARDS } else { CARDS.len() });
    content.extend(cards.map(|draw| deferred_block(ctx, 0, *draw)));
    section_with(content)
}

fn section_with(content: Vec<Html>) -> Html {
    let attributes = attributes! {
        "class" => "results", "id" => RESULTS, "aria-labelledby" => "uitkomst-titel", "tabindex" => "-1",
    };
    element("section", attributes, content)
}
