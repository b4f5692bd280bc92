//! Bouwstenen and participatieladder: a view of their own to fill them in, and
//! what was filled in among the results. No euro depends on them.

use crate::building_blocks::{BuildingBlock, BuildingBlocks, Presence, Ring, required_blocks};
use crate::model::Line;
use crate::number::digits;
use crate::participation_ladder;
use crate::participation_ladder::{Ladder, LadderEntry, LadderShift, MeasuringPoint, STEPS};
use crate::ui::components::element::{
    button, classed, div, element, heading, input, number, p, row, row_name, section, span, table, text,
};
use crate::ui::features::centre::field::field_id;
use crate::ui::features::own_lines::view::choice;
use crate::ui::state::State;
use yew::prelude::*;

/// The id of what was filled in, among the results.
const SUMMARY: &str = "aanbod";

const BLOCK: &str = "bouwsteen.";
const RUNG: &str = "ladder.";

/// The view where both are filled in.
pub fn view(state: &State) -> Html {
    let words = state.text().building_blocks;
    let blocks = state.blocks();
    let ladder = state.ladder();
    let mut offered = vec![heading("h2", "bouwstenen-titel", words.blocks), p("small", words.blocks_intro)];
    offered.extend(Ring::ALL.map(|ring| ring_fields(state, &blocks, ring)));
    let mut lines = vec![heading("h2", "rust-op-titel", words.lines), p("small", words.lines_note)];
    lines.extend([rests(state), unsupported(state, &blocks, true)]);
    let mut stands = vec![heading("h2", "ladder-titel", words.ladder), p("small", words.ladder_intro)];
    stands.push(div("rungs", (0..STEPS).map(|step| rung_fields(state, &ladder, step)).collect()));
    stands.extend(MeasuringPoint::ALL.map(|when| column(state, &ladder, when)));
    stands.push(div("outcome", ladder_found(state, &ladder)));
    let content = vec![
        heading("h1", "", state.text().page.offer),
        p("", words.intro),
        div("buttons", vec![button("button", format!("go {SUMMARY}"), words.to_figures)]),
        div("offer-figures", offers(state, &blocks)),
        section("card", "bouwstenen-titel", offered),
        section("card", "rust-op-titel", lines),
        section("card", "ladder-titel", stands),
    ];
    div("offer-view", content)
}

/// What was filled in, with the results and on paper; else the way to do so.
pub fn summary(state: &State) -> Html {
    let words = state.text().building_blocks;
    let (blocks, ladder) = (state.blocks(), state.ladder());
    let filled = blocks.is_filled() || ladder.is_filled();
    let mut content = vec![heading("h3", "aanbod-titel", state.text().page.offer)];
    if !filled {
        content.push(p("", words.invite));
    }
    if blocks.is_filled() {
        content.extend(offers(state, &blocks));
        content.push(unsupported(state, &blocks, false));
    }
    if ladder.is_filled() {
        content.push(heading("h4", "", words.ladder));
        content.extend(ladder_found(state, &ladder));
    }
    let way = if filled { words.change } else { words.fill_in };
    content.push(div("buttons", vec![button("button", "view bouwstenen", way)]));
    let class = if filled { "card offer-card" } else { "card offer-card is-empty" };
    let values = [class, SUMMARY, "-1", "aanbod-titel"].map(|value| Some(value.into()));
    element("section", &["class", "id", "tabindex", "aria-labelledby"], values.into(), content)
}

/// The block that the list of this name is about.
pub fn block_named(name: &str) -> Option<BuildingBlock> {
    BuildingBlock::from_id(name.strip_prefix(BLOCK)?)
}

/// The number of people that the field of this name is about.
pub fn rung_named(name: &str) -> Option<LadderEntry> {
    let (when, step) = name.strip_prefix(RUNG)?.split_once('.')?;
    let when = MeasuringPoint::ALL.into_iter().find(|of| of.id() == when)?;
    let step = (0..STEPS).find(|of| participation_ladder::step_id(*of) == step)?;
    Some(LadderEntry { when, step })
}

fn ring_fields(state: &State, blocks: &BuildingBlocks, ring: Ring) -> Html {
    let words = state.text().building_blocks;
    let field = |block: BuildingBlock| {
        let now = blocks.get(block);
        let option = |presence: Option<Presence>| {
            let value = presence.map_or("", Presence::id);
            (value, (words.presence)(presence), presence == now)
        };
        let options =
            [None, Some(Presence::Aanwezig), Some(Presence::Deels), Some(Presence::Mist)].map(option);
        choice(&format!("{BLOCK}{}", block.id()), (words.block)(block), &options, Some((words.doing)(block)))
    };
    let fields = BuildingBlock::ALL.into_iter().filter(|block| block.ring() == ring).map(field).collect();
    classed(
        "fieldset",
        "",
        vec![classed("legend", "label", vec![text((words.ring)(ring))]), div("offer-fields", fields)],
    )
}

/// How many there are, with a picture of the rings and each block by name.
fn offers(state: &State, blocks: &BuildingBlocks) -> Vec<Html> {
    let words = state.text().building_blocks;
    let ring = |ring: Ring| {
        let of_ring = BuildingBlock::ALL.into_iter().filter(|block| block.ring() == ring);
        let item = |block: BuildingBlock| {
            let presence = blocks.get(block);
            let class = format!("presence is-{}", presence.map_or("open", Presence::id));
            let said = span("", (words.presence)(presence));
            let said = classed("span", class, vec![said]);
            classed("li", "", vec![text((words.block)(block)), text(" "), said])
        };
        let count = (words.of_ring)(blocks.counts(Some(ring)));
        div(
            "",
            vec![
                classed("strong", "", vec![text((words.ring)(ring))]),
                p("small", count),
                classed("ul", "", of_ring.map(item).collect()),
            ],
        )
    };
    let mut parts = vec![rings(blocks)];
    parts.extend(Ring::ALL.map(ring));
    vec![p("sentence", (words.offers)(blocks.counts(None))), div("offer-rings", parts)]
}

/// Dashes along a ring of 120 that is cut in three or four: a whole arc,
/// stripes, or dots; never only another colour.
fn dashes(parts: usize, presence: Option<Presence>) -> &'static str {
    match (parts, presence) {
        (3, Some(Presence::Deels)) => "3 2 3 2 3 2 3 2 3 2 3 2 3 2 2 83",
        (_, Some(Presence::Deels)) => "3 2 3 2 3 2 3 2 3 2 2 93",
        (3, None) => "1 3 1 3 1 3 1 3 1 3 1 3 1 3 1 3 1 3 1 83",
        (_, None) => "1 3 1 3 1 3 1 3 1 3 1 3 1 95",
        (3, _) => "37 83",
        _ => "27 93",
    }
}

/// The three rings, the core in the middle; what it shows stands beside it.
fn rings(blocks: &BuildingBlocks) -> Html {
    let arc = |block: BuildingBlock| {
        let ring = block.ring();
        let parts = blocks.counts(Some(ring)).all;
        let first = BuildingBlock::ALL.iter().position(|other| other.ring() == ring).unwrap_or(0);
        let turn = (block as usize - first) * 120 / parts;
        let presence = blocks.get(block);
        let values = [
            format!("ring is-{}", presence.map_or("open", Presence::id)),
            "64".to_owned(),
            "64".to_owned(),
            (20 + 18 * (ring as usize)).to_string(),
            "120".to_owned(),
            dashes(parts, presence).to_owned(),
            format!("-{turn}"),
        ];
        let keys = &["class", "cx", "cy", "r", "pathLength", "stroke-dasharray", "stroke-dashoffset"];
        element("circle", keys, values.map(|value| Some(value.into())).into(), vec![])
    };
    let arcs = BuildingBlock::ALL.into_iter().map(arc).collect();
    let turned = element("g", &["transform"], vec![Some("rotate(-90 64 64)".into())], arcs);
    let values = ["rings", "0 0 128 128", "true"].map(|value| Some(value.into()));
    element("svg", &["class", "viewBox", "aria-hidden"], values.into(), vec![turned])
}

/// Which line rests on which blocks.
fn rests(state: &State) -> Html {
    let words = state.text().building_blocks;
    let line = |line: Line| {
        let names: Vec<&str> = required_blocks(line).iter().map(|block| (words.block)(*block)).collect();
        let name = row_name(vec![text((state.text().line)(line).label)]);
        row(vec![name, classed("td", "", vec![text(names.join(" · "))])])
    };
    let rows = Line::ALL.into_iter().map(line).collect();
    table(words.lines, &[state.text().page.line, words.rests_on], 2, rows)
}

/// The lines that count while what they rest on is missing.
fn unsupported(state: &State, blocks: &BuildingBlocks, or_none: bool) -> Html {
    let words = state.text().building_blocks;
    if !blocks.is_filled() {
        return Html::default();
    }
    let found = blocks.unsupported(&state.inputs);
    if found.is_empty() {
        return if or_none { p("small", words.supported) } else { Html::default() };
    }
    let item = |one: &crate::building_blocks::Unsupported| {
        let names: Vec<&str> = one.missing.iter().map(|block| (words.block)(*block)).collect();
        let said = (words.unsupported)((state.text().line)(one.line).label, &names.join(", "), one.all);
        classed("li", "", vec![text(said)])
    };
    classed("ul", "", found.iter().map(item).collect())
}

fn rung_fields(state: &State, ladder: &Ladder, step: usize) -> Html {
    let words = state.text().building_blocks;
    let name = words.steps[step];
    let mut remarks = Vec::new();
    let mut fields = Vec::new();
    for when in MeasuringPoint::ALL {
        let rung = LadderEntry { when, step };
        let draft = state.rungs.get(&rung);
        let stored = || ladder.get(rung).map(|people| state.text().notation.number(f64::from(people), 0));
        let shown = draft.map_or_else(|| stored().unwrap_or_default(), |draft| draft.text.clone());
        let problem = draft.and_then(|draft| draft.problem.as_ref());
        let wrong = problem.is_some() || ladder.rest(when, state.visitors()).is_none();
        let field = format!("{RUNG}{}.{}", when.id(), participation_ladder::step_id(step));
        let id = field_id(&field);
        let described = match problem {
            Some(_) => format!("{id}-fout"),
            None => column_id(when),
        };
        let values = vec![
            Some(id.clone().into()),
            Some(field.into()),
            Some("text".into()),
            Some("numeric".into()),
            Some("off".into()),
            Some(described.into()),
            wrong.then_some("true".into()),
        ];
        let keys = &["id", "name", "type", "inputmode", "autocomplete", "aria-describedby", "aria-invalid"];
        let label = vec![text((words.when)(when))];
        let label = element("label", &["for"], vec![Some(id.clone().into())], label);
        fields.push(div("range-part", vec![label, input(keys, values, shown)]));
        remarks.push(problem.map_or_else(Html::default, |problem| {
            let values =
                vec![Some("problem".into()), Some(format!("{id}-fout").into()), Some("alert".into())];
            element("p", &["class", "id", "role"], values, vec![text(problem.clone())])
        }));
    }
    let content =
        vec![classed("legend", "label", vec![text(name)]), div("range", fields), div("remarks", remarks)];
    classed("fieldset", "rung", content)
}

fn column_id(when: MeasuringPoint) -> String {
    format!("ladder-{}", when.id())
}

/// How many of the visitors a column holds, and how many it leaves out.
fn column(state: &State, ladder: &Ladder, when: MeasuringPoint) -> Html {
    let all = state.text();
    let words = all.building_blocks;
    let shown = |value: f64| all.notation.number(value, 1);
    let (sum, visitors) = (shown(ladder.sum(when) as f64), shown(state.visitors()));
    let (class, said) = match ladder.rest(when, state.visitors()) {
        Some(rest) => ("", (words.column)(when, &sum, &visitors, &shown(rest))),
        None => ("problem", (words.column_too_many)(when, &sum, &visitors)),
    };
    let values = vec![Some(class.into()), Some(column_id(when).into()), Some("status".into())];
    element("p", &["class", "id", "role"], values, vec![text(said)])
}

/// What the columns tell, as a sentence, with bars and as a table.
fn ladder_found(state: &State, ladder: &Ladder) -> Vec<Html> {
    let words = state.text().building_blocks;
    if !ladder.is_filled() {
        return vec![p("small", words.no_finding)];
    }
    let moved = ladder.shift(state.visitors());
    let mut content = Vec::new();
    match &moved {
        Some(moved) => content.push(p("sentence", (words.finding)(moved))),
        None => {
            let full = |when: &MeasuringPoint| ladder.rest(*when, state.visitors()).is_none();
            let full: Vec<MeasuringPoint> = MeasuringPoint::ALL.into_iter().filter(full).collect();
            content.push(if full.is_empty() { p("small", words.no_finding) } else { Html::default() });
            content.extend(full.into_iter().map(|when| column(state, ladder, when)));
        }
    }
    content.push(ladder_table(state, ladder, moved.as_ref()));
    content.extend(moved.iter().map(|moved| p("small", (words.totals_only)(moved))));
    content.push(p("small", words.no_money));
    content
}

fn ladder_table(state: &State, ladder: &Ladder, moved: Option<&LadderShift>) -> Html {
    let all = state.text();
    let words = all.building_blocks;
    let nothing = || words.nothing.to_owned();
    let shown = |value: f64| all.notation.number(value, 1);
    let most = (0..STEPS)
        .flat_map(|step| MeasuringPoint::ALL.map(|when| ladder.get(LadderEntry { when, step }).unwrap_or(0)));
    let most = f64::from(most.max().unwrap_or(0).max(1));
    let step_row = |step: usize| {
        let people = MeasuringPoint::ALL.map(|when| ladder.get(LadderEntry { when, step }));
        let bar = |(place, people): (usize, Option<u32>)| {
            let width = digits::written(f64::from(people.unwrap_or(0)) / most * 100.0);
            let class = ["bar-start", "bar-now"][place];
            let y = ["0", "5"][place];
            let values = [class.into(), y.into(), width, "4".into()].map(|value: String| Some(value.into()));
            element("rect", &["class", "y", "width", "height"], values.into(), vec![])
        };
        let values = ["bars", "0 0 100 9", "none", "true"].map(|value| Some(value.into()));
        let keys = &["class", "viewBox", "preserveAspectRatio", "aria-hidden"];
        let bars = element("svg", keys, values.into(), people.into_iter().enumerate().map(bar).collect());
        let count = |people: Option<u32>| people.map_or_else(nothing, |people| shown(f64::from(people)));
        let by =
            moved.map_or_else(nothing, |moved| signed(shown(moved.on[step].abs() as f64), moved.on[step]));
        let [start, now] = people;
        row(vec![
            row_name(vec![text(words.steps[step]), bars]),
            number(count(start)),
            number(count(now)),
            number(by),
        ])
    };
    let mut rows: Vec<Html> = (0..STEPS).map(step_row).collect();
    let rest = |when: MeasuringPoint| ladder.rest(when, state.visitors()).map_or_else(nothing, shown);
    let [start, now] = MeasuringPoint::ALL.map(rest);
    rows.push(row(vec![row_name(vec![text(words.rest)]), number(start), number(now), number(nothing())]));
    let [start, now] = MeasuringPoint::ALL.map(words.when);
    let key = |class: &'static str, name: &'static str| {
        let values = vec![Some(class.into()), Some("14".into()), Some("10".into())];
        let mark = element("rect", &["class", "width", "height"], values, vec![]);
        let values = ["key", "0 0 14 10", "true"].map(|value| Some(value.into()));
        let mark = element("svg", &["class", "viewBox", "aria-hidden"], values.into(), vec![mark]);
        classed("span", "", vec![mark, text(name)])
    };
    let keys = classed("p", "small keys", vec![key("bar-start", start), text(" "), key("bar-now", now)]);
    div("", vec![keys, table(words.ladder, &[words.step, start, now, words.difference], 1, rows)])
}

/// A number with its sign; nothing has none.
fn signed(shown: String, by: i64) -> String {
    match by {
        0 => shown,
        1.. => format!("+{shown}"),
        _ => format!("−{shown}"),
    }
}
