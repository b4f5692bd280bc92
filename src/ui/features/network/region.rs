//! The bouwstenen of the initiatives in a network: which initiative offers what, what is missing
//! in the region, and what several of them offer.

use crate::building_blocks::region::{RegionBlock, RegionStatus, region_blocks};
use crate::building_blocks::{BuildingBlock, BuildingBlocks};
use crate::ui::commands::Command;
use crate::ui::components::element::{
    attributes, button, classed, div, element, heading, p, row, row_name, section, span,
};
use crate::ui::components::figure::{figure_text, name_in, name_text, sentence_in};
use crate::ui::context::PageContext;
use crate::ui::features::compare::compared_scenario::ComparedScenario;
use crate::ui::features::network::view::counted_members;
use crate::ui::routes::Route;
use yew::prelude::*;

/// A kind of initiative in the network, with what it offers.
struct RegionMember {
    label: String,
    count: u32,
    blocks: BuildingBlocks,
}

/// Draws what the initiatives of the network offer together.
pub(super) fn view(ctx: &PageContext, entries: &[ComparedScenario]) -> Html {
    let words = ctx.text().region();
    let member = |(count, entry): (u32, &ComparedScenario)| RegionMember {
        label: entry.label.clone(),
        count,
        blocks: BuildingBlocks::read(entry.scenario.meta.as_deref()),
    };
    let members: Vec<RegionMember> = counted_members(ctx, entries).map(member).collect();
    let mut content = vec![heading("h3", "netwerk-bouwstenen", words.title)];
    if members.iter().any(|member| member.blocks.is_filled()) {
        content.extend(filled_in(ctx, &members));
    } else {
        content.push(p("", words.nothing_filled_in));
    }
    let fill_in = button("button", ctx.press(Command::GoTo(Route::BuildingBlocks)), words.fill_in);
    content.extend([div("buttons", vec![fill_in]), p("small region-hint", words.fill_in_hint)]);
    section("card", "netwerk-bouwstenen", content)
}

fn filled_in(ctx: &PageContext, members: &[RegionMember]) -> Vec<Html> {
    let words = ctx.text().region();
    let counted: Vec<(u32, BuildingBlocks)> =
        members.iter().map(|member| (member.count, member.blocks)).collect();
    let blocks = region_blocks(&counted);
    let initiatives = members.iter().map(|member| member.count).sum();
    vec![
        sentence_in("p", "region-finding", (words.finding)(initiatives, &blocks)),
        lists(ctx, &blocks),
        p("small", words.several_note),
        table(ctx, members, &blocks),
        p("small", words.note),
    ]
}

/// Draws the names of the blocks by what the region has of them.
fn lists(ctx: &PageContext, blocks: &[RegionBlock]) -> Html {
    let words = ctx.text().region();
    let name = |block: &RegionBlock| (ctx.text().building_blocks().block)(block.block).to_owned();
    let list = |title: &'static str, status: RegionStatus, is_always_shown: bool| {
        let with_status = blocks.iter().filter(|block| block.status() == status);
        let names: Vec<String> = with_status
            .map(|block| match status {
                RegionStatus::Several => (words.times)(&name(block), block.present),
                RegionStatus::Once | RegionStatus::Partly | RegionStatus::Missing | RegionStatus::Unknown => {
                    name(block)
                }
            })
            .collect();
        let shown = if names.is_empty() { words.none_known.to_owned() } else { (words.list)(&names) };
        let is_shown = is_always_shown || !names.is_empty();
        is_shown.then(|| div("", vec![name_in("dt", "", title), name_in("dd", "", shown)]))
    };
    let lists = [
        list(words.missing, RegionStatus::Missing, true),
        list(words.several, RegionStatus::Several, true),
        list(words.partly, RegionStatus::Partly, false),
        list(words.unknown, RegionStatus::Unknown, false),
    ];
    classed("dl", "region-lists", lists.into_iter().flatten().collect())
}

/// Draws the table of blocks and initiatives. What the region has is beside the name of the
/// block, so that it is seen on a phone before the table is scrolled.
fn table(ctx: &PageContext, members: &[RegionMember], blocks: &[RegionBlock]) -> Html {
    let (words, names) = (ctx.text().region(), ctx.text().building_blocks());
    let head_cell = |content: Html| element("th", attributes! { "scope" => "col" }, vec![content]);
    let mut head = vec![head_cell(span("", words.block)), head_cell(span("", words.region))];
    head.extend(members.iter().map(|member| {
        let label = match member.count {
            1 => member.label.clone(),
            count => (ctx.text().network().member)(count, &member.label),
        };
        head_cell(name_text(label))
    }));
    let line =
        |region: &RegionBlock| {
            let block: BuildingBlock = region.block;
            let status = classed("strong", "", vec![figure_text((words.status)(region))]);
            let mut cells =
                vec![row_name(vec![name_text((names.block)(block))]), classed("td", "", vec![status])];
            cells.extend(members.iter().map(|member| {
                classed("td", "", vec![name_text((names.presence)(member.blocks.get(block)))])
            }));
            row(cells)
        };
    let rows = blocks.iter().map(line).collect();
    let table = classed("table", "", vec![classed("thead", "", vec![row(head)]), classed("tbody", "", rows)]);
    let region = attributes! {
        "class" => "table compare-table region-table", "role" => "region", "aria-label" => words.table, "tabindex" => "0",
    };
    element("div", region, vec![table])
}
