//! What the publications say besides figures, and the way between its conditions and the
//! dekkingsplan.

use crate::sources::{BackgroundPart, BackgroundPoint, BackgroundShape, Sources};
use crate::ui::commands::Command;
use crate::ui::components::element::{attributes, button, classed, div, element, p};
use crate::ui::components::figure::{name_in, name_text, sentence_in};
use crate::ui::context::PageContext;
use crate::ui::features::financing::editor::EDITOR;
use crate::ui::features::sources::card::{card, publication};
use yew::prelude::*;

/// The id of the card with the background.
pub const BACKGROUND: &str = "achtergrond";

/// Returns the id of the element of the part with this name in the file.
pub fn part_id(name: &str) -> String {
    format!("{BACKGROUND}-{name}")
}

/// Draws the card with the background.
pub fn background(ctx: &PageContext, sources: &Sources) -> Html {
    let words = ctx.text().sources();
    let mut content = vec![p("", words.background_intro)];
    content.extend(sources.background.iter().map(|found| part(ctx, sources, found)));
    card(BACKGROUND.into(), words.background.into(), content)
}

/// Draws a part with its title, its points and its publication.
fn part(ctx: &PageContext, sources: &Sources, part: &BackgroundPart) -> Html {
    let words = ctx.text().sources();
    let mut content =
        vec![name_in("h3", "", part.title.clone()), name_in("p", "", part.intro.clone()), points(part)];
    if part.id == BackgroundPart::CONDITIONS {
        let to_plan = ctx.press(Command::RevealInWorksheet(EDITOR.to_owned()));
        content.push(p("", words.conditions_checked));
        content.push(div("buttons", vec![button("plain", to_plan, words.to_plan)]));
    }
    let mut source = vec![name_text((words.place)(&part.place))];
    source.extend(publication(ctx, &sources.publications[part.publication]));
    content.push(classed("p", "small", source));
    let attributes =
        attributes! { "class" => "background-part", "id" => part_id(&part.id), "tabindex" => "-1" };
    element("div", attributes, content)
}

/// Draws the points of a part in its shape.
fn points(part: &BackgroundPart) -> Html {
    let class = match part.shape {
        BackgroundShape::List => "background-list",
        BackgroundShape::SideBySide => "background-panels",
        BackgroundShape::Names => {
            let item = |point: &BackgroundPoint| {
                name_in("li", "", format!("{}, {}", point.name, point.lines.join(", ")))
            };
            return classed("ul", "background-names", part.points.iter().map(item).collect());
        }
    };
    let item = |point: &BackgroundPoint| {
        let mut item = vec![name_in("dt", "", point.name.clone())];
        item.extend(point.lines.iter().map(|line| sentence_in("dd", "", line.clone())));
        div("", item)
    };
    classed("dl", class, part.points.iter().map(item).collect())
}
