//! Bouwstenen and participatieladder: a view of their own to fill them in, and
//! what was filled in among the results. No euro depends on them.

use crate::building_blocks::{
    BuildingBlock, BuildingBlocks, Presence, Ring, UnsupportedLine, required_blocks,
};
use crate::model::Line;
use crate::number::digits;
use crate::participation_ladder;
use crate::participation_ladder::{Ladder, LadderEntry, LadderShift, MeasuringPoint, STEPS};
use crate::ui::commands::Command;
use crate::ui::components::choice::ChoiceOption;
use crate::ui::components::element::{
    attributes, button, classed, div, element, heading, input, number, p, row, row_name, section, span,
    table, text,
};
use crate::ui::components::field::field_id;
use crate::ui::context::PageContext;
use crate::ui::controls::choice;
use crate::ui::features::building_blocks::state::BuildingBlockAction;
use crate::ui::routes::Route;
use crate::ui::state::{FieldId, State};
use yew::prelude::*;

/// The id of what was filled in, among the results.
const SUMMARY: &str = "aanbod";

/// The name of the list of each block, before the name of the block.
const BLOCK: &str = "bouwsteen.";
/// The name of the field of each number of people, before that of its column
/// and step.
const RUNG: &str = "ladder.";

/// Draws the view where both are filled in.
pub fn view(ctx: &PageContext) -> Html {
    let words = ctx.text().building_blocks();
    let blocks = ctx.blocks();
    let ladder = ctx.ladder();
    let mut offered = vec![heading("h2", "bouwstenen-titel", words.blocks), p("small", words.blocks_intro)];
    offered.extend(Ring::ALL.map(|ring| ring_fields(ctx, &blocks, ring)));
    let mut lines = vec![heading("h2", "rust-op-titel", words.lines), p("small", words.lines_note)];
    lines.extend([required_table(ctx), unsupported(ctx, &blocks, true)]);
    let mut stands = vec![heading("h2", "ladder-titel", words.ladder), p("small", words.ladder_intro)];
    stands.push(div("rungs", (0..STEPS).map(|step| rung_fields(ctx, &ladder, step)).collect()));
    stands.extend(MeasuringPoint::ALL.map(|when| column(ctx, &ladder, when)));
    stands.push(div("outcome", ladder_finding(ctx, &ladder)));
    let to_figures = ctx.press(Command::RevealInCentre(SUMMARY.to_owned()));
    let content = vec![
        heading("h1", "", ctx.text().page.building_blocks_link),
        p("", words.intro),
        div("buttons", vec![button("button", to_figures, words.to_figures)]),
        div("offer-figures", offered_blocks(ctx, &blocks)),
        section("card", "bouwstenen-titel", offered),
        section("card", "rust-op-titel", lines),
        section("card", "ladder-titel", stands),
    ];
    div("offer-view", content)
}

/// Draws what was filled in, with the results and on paper; else the way to do
/// so.
pub fn summary(ctx: &PageContext) -> Html {
    let words = ctx.text().building_blocks();
    let (blocks, ladder) = (ctx.blocks(), ctx.ladder());
    let filled = blocks.is_filled() || ladder.is_filled();
    let mut content = vec![heading("h3", "aanbod-titel", ctx.text().page.building_blocks_link)];
    if !filled {
        content.push(p("", words.invite));
    }
    if blocks.is_filled() {
        content.extend(offered_blocks(ctx, &blocks));
        content.push(unsupported(ctx, &blocks, false));
    }
    if ladder.is_filled() {
        content.push(heading("h4", "", words.ladder));
        content.extend(ladder_finding(ctx, &ladder));
    }
    let words = if filled { words.change } else { words.fill_in };
    let fill_in = ctx.press(Command::GoTo(Route::BuildingBlocks));
    content.push(div("buttons", vec![button("button", fill_in, words)]));
    let section = attributes! {
        "class" => if filled { "card offer-card" } else { "card offer-card is-empty" },
        "id" => SUMMARY,
        "tabindex" => "-1",
        "aria-labelledby" => "aanbod-titel",
    };
    element("section", section, content)
}

/// Draws the lists of the blocks of one ring.
fn ring_fields(ctx: &PageContext, blocks: &BuildingBlocks, ring: Ring) -> Html {
    let words = ctx.text().building_blocks();
    let field = |block: BuildingBlock| {
        let now = blocks.get(block);
        let option = |presence: Option<Presence>| {
            let action = BuildingBlockAction::SetPresence(block, presence);
            ChoiceOption::new(
                presence.map_or("", Presence::id),
                (words.presence)(presence),
                presence == now,
                action,
            )
        };
        let options = [None].into_iter().chain(Presence::ALL.map(Some)).map(option).collect();
        let name = format!("{BLOCK}{}", block.id());
        choice(ctx, &name, (words.block)(block), options, Some((words.activities)(block)))
    };
    let fields = BuildingBlock::ALL.into_iter().filter(|block| block.ring() == ring).map(field).collect();
    let legend = classed("legend", "label", vec![text((words.ring)(ring))]);
    classed("fieldset", "", vec![legend, div("offer-fields", fields)])
}

/// Draws how many blocks are offered, with a picture of the rings and each block
/// by name.
fn offered_blocks(state: &State, blocks: &BuildingBlocks) -> Vec<Html> {
    let words = state.text().building_blocks();
    let ring = |ring: Ring| {
        let of_ring = BuildingBlock::ALL.into_iter().filter(|block| block.ring() == ring);
        let item = |block: BuildingBlock| {
            let presence = blocks.get(block);
            let class = format!("presence is-{}", presence.map_or("open", Presence::id));
            let presence = classed("span", class, vec![span("", (words.presence)(presence))]);
            classed("li", "", vec![text((words.block)(block)), text(" "), presence])
        };
        let content = vec![
            classed("strong", "", vec![text((words.ring)(ring))]),
            p("small", (words.ring_counts)(blocks.counts(Some(ring)))),
            classed("ul", "", of_ring.map(item).collect()),
        ];
        div("", content)
    };
    let mut parts = vec![rings(blocks)];
    parts.extend(Ring::ALL.map(ring));
    vec![p("sentence", (words.block_counts)(blocks.counts(None))), div("offer-rings", parts)]
}

/// Returns the dashes along a ring of 120 that is cut in three or four: a whole
/// arc, stripes, or dots; never only another colour.
fn dashes(parts: usize, presence: Option<Presence>) -> &'static str {
    match (parts, presence) {
        (3, Some(Presence::Deels)) => "3 2 3 2 3 2 3 2 3 2 3 2 3 2 2 83",
        (_, Some(Presence::Deels)) => "3 2 3 2 3 2 3 2 3 2 2 93",
        (3, None) => "1 3 1 3 1 3 1 3 1 3 1 3 1 3 1 3 1 3 1 83",
        (_, None) => "1 3 1 3 1 3 1 3 1 3 1 3 1 95",
        (3, Some(Presence::Aanwezig | Presence::Mist)) => "37 83",
        (_, Some(Presence::Aanwezig | Presence::Mist)) => "27 93",
    }
}

/// Draws the three rings, the core in the middle; words beside the drawing say
/// what it shows.
fn rings(blocks: &BuildingBlocks) -> Html {
    let arc = |block: BuildingBlock| {
        let ring = block.ring();
        let parts = blocks.counts(Some(ring)).all;
        let first = BuildingBlock::ALL.iter().position(|other| other.ring() == ring).unwrap_or(0);
        let turn = (block as usize - first) * 120 / parts;
        let presence = blocks.get(block);
        let attributes = attributes! {
            "class" => format!("ring is-{}", presence.map_or("open", Presence::id)),
            "cx" => "64",
            "cy" => "64",
            "r" => (20 + 18 * (ring as usize)).to_string(),
            "pathLength" => "120",
            "stroke-dasharray" => dashes(parts, presence),
            "stroke-dashoffset" => format!("-{turn}"),
        };
        element("circle", attributes, vec![])
    };
    let arcs = BuildingBlock::ALL.into_iter().map(arc).collect();
    // Each ring begins at the top.
    let turned = element("g", attributes! { "transform" => "rotate(-90 64 64)" }, arcs);
    let frame = attributes! { "class" => "rings", "viewBox" => "0 0 128 128", "aria-hidden" => "true" };
    element("svg", frame, vec![turned])
}

/// Draws the table of the blocks that each line rests on.
fn required_table(state: &State) -> Html {
    let words = state.text().building_blocks();
    let line = |line: Line| {
        let names: Vec<&str> = required_blocks(line).iter().map(|block| (words.block)(*block)).collect();
        let name = row_name(vec![text((state.text().line)(line).label)]);
        row(vec![name, classed("td", "", vec![text(names.join(" · "))])])
    };
    let rows = Line::ALL.into_iter().map(line).collect();
    table(words.lines, &[state.text().page.line, words.required_blocks], 2, rows)
}

/// Draws the lines that count while what they rest on is missing; where there
/// are none, a sentence says so if `or_none` asks for it.
fn unsupported(state: &State, blocks: &BuildingBlocks, or_none: bool) -> Html {
    let words = state.text().building_blocks();
    if !blocks.is_filled() {
        return Html::default();
    }
    let found = blocks.unsupported(&state.workspace.inputs);
    if found.is_empty() {
        return if or_none { p("small", words.supported) } else { Html::default() };
    }
    let item = |of: &UnsupportedLine| {
        let names: Vec<&str> = of.missing.iter().map(|block| (words.block)(*block)).collect();
        let sentence =
            (words.unsupported)((state.text().line)(of.line).label, &names.join(", "), of.all_missing);
        classed("li", "", vec![text(sentence)])
    };
    classed("ul", "", found.iter().map(item).collect())
}

/// Draws the fields of one step, with what is wrong with them.
fn rung_fields(ctx: &PageContext, ladder: &Ladder, step: usize) -> Html {
    let words = ctx.text().building_blocks();
    let name = words.steps[step];
    let mut remarks = Vec::new();
    let mut fields = Vec::new();
    for when in MeasuringPoint::ALL {
        let rung = LadderEntry { when, step };
        let draft = ctx.editing.ladder_drafts.get(&rung);
        let stored = || ladder.get(rung).map(|people| ctx.text().notation.number(f64::from(people), 0));
        let shown = draft.map_or_else(|| stored().unwrap_or_default(), |draft| draft.text.clone());
        let problem = draft.and_then(|draft| draft.problem.as_ref());
        let invalid = problem.is_some() || ladder.not_filled_in(when, ctx.visitors()).is_none();
        let name = format!("{RUNG}{}.{}", when.id(), participation_ladder::step_id(step));
        let id = field_id(&name);
        let described = match problem {
            Some(_) => format!("{id}-fout"),
            None => column_id(when),
        };
        let label = vec![text((words.measuring_point)(when))];
        let label = element("label", attributes! { "for" => id.clone() }, label);
        let attributes = attributes! {
            "id" => id.clone(),
            "name" => name,
            "type" => "text",
            "inputmode" => "numeric",
            "autocomplete" => "off",
            "aria-describedby" => described,
            "aria-invalid" => invalid.then_some("true"),
        };
        let field = input(attributes, shown, ctx.text_listeners(FieldId::LadderEntry(rung)));
        fields.push(div("range-part", vec![label, field]));
        remarks.push(problem.map_or_else(Html::default, |problem| {
            let attributes =
                attributes! { "class" => "problem", "id" => format!("{id}-fout"), "role" => "alert" };
            element("p", attributes, vec![text(problem.clone())])
        }));
    }
    let content =
        vec![classed("legend", "label", vec![text(name)]), div("range", fields), div("remarks", remarks)];
    classed("fieldset", "rung", content)
}

/// Returns the id of the sentence about a column.
fn column_id(when: MeasuringPoint) -> String {
    format!("ladder-{}", when.id())
}

/// Draws how many of the visitors a column holds, and how many it leaves out.
fn column(state: &State, ladder: &Ladder, when: MeasuringPoint) -> Html {
    let all = state.text();
    let words = all.building_blocks();
    let shown = |value: f64| all.notation.number(value, 1);
    let (sum, visitors) = (shown(ladder.sum(when) as f64), shown(state.visitors()));
    let (class, sentence) = match ladder.not_filled_in(when, state.visitors()) {
        Some(rest) => ("", (words.column)(when, &sum, &visitors, &shown(rest))),
        None => ("problem", (words.column_too_many)(when, &sum, &visitors)),
    };
    let attributes = attributes! { "class" => class, "id" => column_id(when), "role" => "status" };
    element("p", attributes, vec![text(sentence)])
}

/// Draws what follows from the columns, as a sentence, with bars and as a table.
fn ladder_finding(state: &State, ladder: &Ladder) -> Vec<Html> {
    let words = state.text().building_blocks();
    if !ladder.is_filled() {
        return vec![p("small", words.no_finding)];
    }
    let moved = ladder.shift(state.visitors());
    let mut content = Vec::new();
    match &moved {
        Some(moved) => content.push(p("sentence", (words.finding)(moved))),
        None => {
            let exceeds = |when: &MeasuringPoint| ladder.not_filled_in(*when, state.visitors()).is_none();
            let excessive: Vec<MeasuringPoint> = MeasuringPoint::ALL.into_iter().filter(exceeds).collect();
            content.push(if excessive.is_empty() { p("small", words.no_finding) } else { Html::default() });
            content.extend(excessive.into_iter().map(|when| column(state, ladder, when)));
        }
    }
    content.push(ladder_table(state, ladder, moved.as_ref()));
    content.extend(moved.iter().map(|moved| p("small", (words.totals_only)(moved))));
    content.push(p("small", words.people_not_money));
    content
}

/// Draws the people on each step in both columns, as bars and as numbers.
fn ladder_table(state: &State, ladder: &Ladder, moved: Option<&LadderShift>) -> Html {
    let all = state.text();
    let words = all.building_blocks();
    let nothing = || words.empty_cell.to_owned();
    let shown = |value: f64| all.notation.number(value, 1);
    let most = (0..STEPS)
        .flat_map(|step| MeasuringPoint::ALL.map(|when| ladder.get(LadderEntry { when, step }).unwrap_or(0)));
    let most = f64::from(most.max().unwrap_or(0).max(1));
    let step_row = |step: usize| {
        let people = MeasuringPoint::ALL.map(|when| ladder.get(LadderEntry { when, step }));
        let bar = |(index, people): (usize, Option<u32>)| {
            let attributes = attributes! {
                "class" => ["bar-start", "bar-now"][index],
                "y" => ["0", "5"][index],
                "width" => digits::format(f64::from(people.unwrap_or(0)) / most * 100.0),
                "height" => "4",
            };
            element("rect", attributes, vec![])
        };
        let frame = attributes! {
            "class" => "bars",
            "viewBox" => "0 0 100 9",
            "preserveAspectRatio" => "none",
            "aria-hidden" => "true",
        };
        let bars = element("svg", frame, people.into_iter().enumerate().map(bar).collect());
        let count = |people: Option<u32>| people.map_or_else(nothing, |people| shown(f64::from(people)));
        let by = moved.map_or_else(nothing, |moved| {
            signed(shown(moved.on_step[step].abs() as f64), moved.on_step[step])
        });
        let [start, now] = people;
        row(vec![
            row_name(vec![text(words.steps[step]), bars]),
            number(count(start)),
            number(count(now)),
            number(by),
        ])
    };
    let mut rows: Vec<Html> = (0..STEPS).map(step_row).collect();
    let rest =
        |when: MeasuringPoint| ladder.not_filled_in(when, state.visitors()).map_or_else(nothing, shown);
    let [start, now] = MeasuringPoint::ALL.map(rest);
    rows.push(row(vec![
        row_name(vec![text(words.not_filled_in)]),
        number(start),
        number(now),
        number(nothing()),
    ]));
    let [start, now] = MeasuringPoint::ALL.map(words.measuring_point);
    let key = |class: &'static str, name: &'static str| {
        let mark = attributes! { "class" => class, "width" => "14", "height" => "10" };
        let frame = attributes! { "class" => "key", "viewBox" => "0 0 14 10", "aria-hidden" => "true" };
        let mark = element("svg", frame, vec![element("rect", mark, vec![])]);
        classed("span", "", vec![mark, text(name)])
    };
    let keys = classed("p", "small keys", vec![key("bar-start", start), text(" "), key("bar-now", now)]);
    div("", vec![keys, table(words.ladder, &[words.step, start, now, words.difference], 1, rows)])
}

/// Returns a difference with its sign; none has no sign.
fn signed(shown: String, by: i64) -> String {
    match by {
        0 => shown,
        1.. => format!("+{shown}"),
        _ => format!("−{shown}"),
    }
}
