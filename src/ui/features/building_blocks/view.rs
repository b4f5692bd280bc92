//! The view in which bouwstenen and participatieladder are filled in, and the
//! card among the results that sums up both. No euro depends on them. The ten
//! bouwstenen are in three rings: the core, in every initiative, then the region
//! and the context around it. The fields and the table of the participatieladder
//! are in `ladder`.

use crate::building_blocks::{
    BuildingBlock, BuildingBlocks, Presence, Ring, UnsupportedLine, required_blocks,
};
use crate::model::Line;
use crate::ui::commands::Command;
use crate::ui::components::choice::ChoiceOption;
use crate::ui::components::element::{
    attributes, button, classed, div, element, heading, p, row, row_name, section, span, table, text_in,
};
use crate::ui::components::figure::{figure_button, name_in, name_text, sentence_in, space};
use crate::ui::context::PageContext;
use crate::ui::controls::choice;
use crate::ui::features::building_blocks::ladder;
use crate::ui::features::building_blocks::state::BuildingBlockAction;
use crate::ui::routes::Route;
use crate::ui::state::State;
use yew::prelude::*;

/// The id of the card among the results that sums up bouwstenen and participatieladder.
const SUMMARY: &str = "aanbod";

/// Prefix of the HTML name of the list in which the presence of a block is chosen;
/// the id of the block follows it.
const BLOCK: &str = "bouwsteen.";

/// Draws the view in which bouwstenen and participatieladder are filled in.
pub fn view(ctx: &PageContext) -> Html {
    let words = ctx.text().building_blocks();
    let blocks = ctx.blocks();
    let mut offered = vec![heading("h2", "bouwstenen-titel", words.blocks), p("small", words.blocks_intro)];
    offered.extend(Ring::ALL.map(|ring| ring_fields(ctx, &blocks, ring)));
    let mut lines = vec![heading("h2", "nodige-bouwstenen-titel", words.lines), p("small", words.lines_note)];
    lines.extend([required_table(ctx), unsupported(ctx, &blocks, true)]);
    let to_figures = ctx.press(Command::RevealInWorksheet(SUMMARY.to_owned()));
    let content = vec![
        heading("h1", "", ctx.text().page.building_blocks),
        p("", words.intro),
        div("buttons", vec![button("button", to_figures, words.to_figures)]),
        div("blocks-figures", offered_blocks(ctx, &blocks)),
        section("card", "bouwstenen-titel", offered),
        section("card", "nodige-bouwstenen-titel", lines),
        section("card", "ladder-titel", ladder::fields(ctx)),
    ];
    div("blocks-view", content)
}

/// Draws the card among the results that sums up bouwstenen and
/// participatieladder, with a button to the view in which they are filled in.
/// Where neither is filled in, it invites to fill them in.
pub fn summary(ctx: &PageContext) -> Html {
    let words = ctx.text().building_blocks();
    let (blocks, ladder) = (ctx.blocks(), ctx.ladder());
    let filled = blocks.is_filled() || ladder.is_filled();
    let mut content = vec![heading("h3", "aanbod-titel", ctx.text().page.building_blocks)];
    if !filled {
        content.push(p("", words.invite));
    }
    if blocks.is_filled() {
        content.extend(offered_blocks(ctx, &blocks));
        content.push(unsupported(ctx, &blocks, false));
    }
    if ladder.is_filled() {
        content.push(heading("h4", "", words.ladder));
        content.extend(ladder::finding(ctx, &ladder));
    }
    let words = if filled { words.change } else { words.fill_in };
    let fill_in = ctx.press(Command::GoTo(Route::BuildingBlocks));
    content.push(div("buttons", vec![figure_button("button", fill_in, name_text(words))]));
    let section = attributes! {
        "class" => if filled { "card optional-card" } else { "card optional-card is-empty" },
        "id" => SUMMARY,
        "tabindex" => "-1",
        "aria-labelledby" => "aanbod-titel",
    };
    element("section", section, content)
}

/// Draws, for each block of one ring, the list in which its presence is chosen.
fn ring_fields(ctx: &PageContext, blocks: &BuildingBlocks, ring: Ring) -> Html {
    let words = ctx.text().building_blocks();
    let field = |block: BuildingBlock| {
        let chosen = blocks.get(block);
        let option = |presence: Option<Presence>| {
            let action = BuildingBlockAction::SetPresence(block, presence);
            ChoiceOption::new(
                presence.map_or("", Presence::id),
                (words.presence)(presence),
                presence == chosen,
                action,
            )
        };
        let options = [None].into_iter().chain(Presence::ALL.map(Some)).map(option).collect();
        let name = format!("{BLOCK}{}", block.id());
        choice(ctx, &name, (words.block)(block), options, Some((words.activities)(block)))
    };
    let fields = BuildingBlock::ALL.into_iter().filter(|block| block.ring() == ring).map(field).collect();
    let legend = text_in("legend", "label", (words.ring)(ring));
    classed("fieldset", "", vec![legend, div("blocks-fields", fields)])
}

/// Draws the number of blocks that are offered, a drawing of the rings, and the
/// names of the blocks per ring.
fn offered_blocks(state: &State, blocks: &BuildingBlocks) -> Vec<Html> {
    let words = state.text().building_blocks();
    let ring = |ring: Ring| {
        let ring_blocks = BuildingBlock::ALL.into_iter().filter(|block| block.ring() == ring);
        let item = |block: BuildingBlock| {
            let presence = blocks.get(block);
            let class = format!("presence is-{}", presence.map_or("open", Presence::id));
            let presence = classed("span", class, vec![name_text((words.presence)(presence))]);
            classed("li", "", vec![span("", (words.block)(block)), space(), presence])
        };
        let content = vec![
            text_in("strong", "", (words.ring)(ring)),
            sentence_in("p", "small", (words.ring_counts)(blocks.counts(Some(ring)))),
            classed("ul", "", ring_blocks.map(item).collect()),
        ];
        div("", content)
    };
    let mut drawing_and_names = vec![rings(blocks)];
    drawing_and_names.extend(Ring::ALL.map(ring));
    let counts = sentence_in("p", "sentence", (words.block_counts)(blocks.counts(None)));
    vec![counts, div("blocks-rings", drawing_and_names)]
}

/// Returns the `stroke-dasharray` that draws one arc of a ring whose length is
/// 120 and which is cut in three or four arcs. The arc is whole for a block that
/// is present or missing, striped where it is partly present, and dotted where
/// nothing is filled in. The style sheet draws the arc of a missing block much
/// thinner than that of a present one, so that colour alone never makes the
/// difference.
fn dashes(arcs: usize, presence: Option<Presence>) -> &'static str {
    match (arcs, presence) {
        (3, Some(Presence::Deels)) => "3 2 3 2 3 2 3 2 3 2 3 2 3 2 2 83",
        (_, Some(Presence::Deels)) => "3 2 3 2 3 2 3 2 3 2 2 93",
        (3, None) => "1 3 1 3 1 3 1 3 1 3 1 3 1 3 1 3 1 3 1 83",
        (_, None) => "1 3 1 3 1 3 1 3 1 3 1 3 1 95",
        (3, Some(Presence::Aanwezig | Presence::Mist)) => "37 83",
        (_, Some(Presence::Aanwezig | Presence::Mist)) => "27 93",
    }
}

/// Draws the three rings around each other, the core innermost. The drawing is hidden
/// from screen readers; the names next to it say the same.
fn rings(blocks: &BuildingBlocks) -> Html {
    let arc = |block: BuildingBlock| {
        let ring = block.ring();
        let arcs = blocks.counts(Some(ring)).all;
        let first = BuildingBlock::ALL.iter().position(|other| other.ring() == ring).unwrap_or(0);
        let start = (block as usize - first) * 120 / arcs;
        let presence = blocks.get(block);
        let attributes = attributes! {
            "class" => format!("ring is-{}", presence.map_or("open", Presence::id)),
            "cx" => "64",
            "cy" => "64",
            "r" => (20 + 18 * (ring as usize)).to_string(),
            "pathLength" => "120",
            "stroke-dasharray" => dashes(arcs, presence),
            "stroke-dashoffset" => format!("-{start}"),
        };
        element("circle", attributes, vec![])
    };
    let arcs = BuildingBlock::ALL.into_iter().map(arc).collect();
    // Without the rotation, SVG would begin each ring at the right.
    let rotated = element("g", attributes! { "transform" => "rotate(-90 64 64)" }, arcs);
    let frame = attributes! { "class" => "rings", "viewBox" => "0 0 128 128", "aria-hidden" => "true" };
    element("svg", frame, vec![rotated])
}

/// Draws the table that names, for each savings line, the blocks that bring
/// about its effect.
fn required_table(state: &State) -> Html {
    let words = state.text().building_blocks();
    let line = |line: Line| {
        let names: Vec<&str> = required_blocks(line).iter().map(|block| (words.block)(*block)).collect();
        let name = row_name(vec![name_text((state.text().line)(line).label)]);
        row(vec![name, name_in("td", "", names.join(" · "))])
    };
    let rows = Line::ALL.into_iter().map(line).collect();
    table(words.lines_table, &[state.text().results().line, words.required_blocks], 2, rows)
}

/// Draws the list of savings lines that count although blocks that they depend
/// on are missing. Without such lines, it draws a sentence that says so if
/// `confirm_none` is set, and otherwise nothing.
fn unsupported(state: &State, blocks: &BuildingBlocks, confirm_none: bool) -> Html {
    let words = state.text().building_blocks();
    if !blocks.is_filled() {
        return Html::default();
    }
    let found = blocks.unsupported(&state.workspace.inputs);
    if found.is_empty() {
        return if confirm_none { p("small", words.supported) } else { Html::default() };
    }
    let item = |line: &UnsupportedLine| {
        let names: Vec<&str> = line.missing.iter().map(|block| (words.block)(*block)).collect();
        let label = (state.text().line)(line.line).label;
        sentence_in("li", "", (words.unsupported)(label, &names.join(", "), line.all_missing))
    };
    classed("ul", "", found.iter().map(item).collect())
}
