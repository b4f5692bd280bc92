//! The participatieladder: the fields for the number of people on each step at both
//! measuring points, and how the visitors moved between them.

use crate::number::digits;
use crate::participation_ladder;
use crate::participation_ladder::{Ladder, LadderEntry, LadderShift, MeasuringPoint, STEPS};
use crate::ui::components::element::{
    attributes, classed, div, element, heading, input, p, row, row_name, span, table, text_in,
};
use crate::ui::components::field::field_id;
use crate::ui::components::figure::{
    figure_attributes, figure_element, figure_in, name_text, sentence_in, space,
};
use crate::ui::context::PageContext;
use crate::ui::state::{FieldId, State};
use yew::prelude::*;

/// The start of the name of each field for a number of people; the ids of its
/// column and step follow.
const RUNG: &str = "ladder.";

/// Draws the content of the card with the fields: those of each step, the sum of each
/// column, and how the visitors moved.
pub(super) fn fields(ctx: &PageContext) -> Vec<Html> {
    let words = ctx.text().building_blocks();
    let ladder = ctx.ladder();
    let rungs = (0..STEPS).map(|step| rung_fields(ctx, &ladder, step)).collect();
    let mut content = vec![heading("h2", "ladder-titel", words.ladder), p("small", words.ladder_intro)];
    content.push(div("rungs", rungs));
    content.extend(MeasuringPoint::ALL.map(|when| column_sum(ctx, &ladder, when)));
    content.push(div("outcome", finding(ctx, &ladder)));
    content
}

/// Draws the two fields of one step, with the problem of a text that is refused.
fn rung_fields(ctx: &PageContext, ladder: &Ladder, step: usize) -> Html {
    let words = ctx.text().building_blocks();
    let name = words.steps[step];
    let mut remarks = Vec::new();
    let mut fields = Vec::new();
    for when in MeasuringPoint::ALL {
        let entry = LadderEntry { when, step };
        let draft = ctx.editing.ladder_drafts.get(&entry);
        let stored = || ladder.get(entry).map(|people| ctx.text().notation.number(f64::from(people), 0));
        let shown = draft.map_or_else(|| stored().unwrap_or_default(), |draft| draft.text.clone());
        let problem = draft.and_then(|draft| draft.problem.as_ref());
        let invalid = problem.is_some() || ladder.visitors_without_step(when, ctx.visitors()).is_none();
        let name = format!("{RUNG}{}.{}", when.id(), participation_ladder::step_id(step));
        let id = field_id(&name);
        let described = match problem {
            Some(_) => format!("{id}-fout"),
            None => column_id(when),
        };
        let label = vec![span("", (words.measuring_point)(when))];
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
        let field = input(attributes, shown, ctx.text_listeners(FieldId::LadderEntry(entry)));
        fields.push(div("range-part", vec![label, field]));
        remarks.push(problem.map_or_else(Html::default, |problem| {
            let attributes =
                figure_attributes! { "class" => "problem", "id" => format!("{id}-fout"), "role" => "alert" };
            figure_element("p", attributes, problem.clone())
        }));
    }
    let content = vec![text_in("legend", "label", name), div("range", fields), div("remarks", remarks)];
    classed("fieldset", "rung", content)
}

/// Returns the id of the sentence on the sum of a column.
fn column_id(when: MeasuringPoint) -> String {
    format!("ladder-{}", when.id())
}

/// Draws the sentence on a column: the people on all its steps together, and how
/// many visitors remain without a step.
fn column_sum(state: &State, ladder: &Ladder, when: MeasuringPoint) -> Html {
    let all = state.text();
    let words = all.building_blocks();
    let shown = |value: f64| all.notation.number(value, 1);
    let (sum, visitors) = (shown(ladder.sum(when) as f64), shown(state.visitors()));
    let (class, sentence) = match ladder.visitors_without_step(when, state.visitors()) {
        Some(remainder) => ("", (words.column)(when, &sum, &visitors, &shown(remainder))),
        None => ("problem", (words.column_too_many)(when, &sum, &visitors)),
    };
    let attributes = figure_attributes! { "class" => class, "id" => column_id(when), "role" => "status" };
    figure_element("p", attributes, sentence)
}

/// Draws how the visitors moved between both measuring points: as a sentence,
/// with bars and as a table.
pub(super) fn finding(state: &State, ladder: &Ladder) -> Vec<Html> {
    let words = state.text().building_blocks();
    if !ladder.is_filled() {
        return vec![p("small", words.no_finding)];
    }
    let shift = ladder.shift(state.visitors());
    let mut content = Vec::new();
    match &shift {
        Some(shift) => content.push(sentence_in("p", "sentence", (words.finding)(shift))),
        None => {
            let exceeds =
                |when: &MeasuringPoint| ladder.visitors_without_step(*when, state.visitors()).is_none();
            let excessive: Vec<MeasuringPoint> = MeasuringPoint::ALL.into_iter().filter(exceeds).collect();
            content.push(if excessive.is_empty() { p("small", words.no_finding) } else { Html::default() });
            content.extend(excessive.into_iter().map(|when| column_sum(state, ladder, when)));
        }
    }
    content.push(people_table(state, ladder, shift.as_ref()));
    content.extend(shift.iter().map(|shift| sentence_in("p", "small", (words.totals_only)(shift))));
    content.push(p("small", words.people_not_money));
    content
}

/// Draws the people on each step in both columns, as bars and as numbers.
fn people_table(state: &State, ladder: &Ladder, shift: Option<&LadderShift>) -> Html {
    let all = state.text();
    let words = all.building_blocks();
    let unknown = || words.empty_cell.to_owned();
    let shown = |value: f64| all.notation.number(value, 1);
    let all_numbers = (0..STEPS)
        .flat_map(|step| MeasuringPoint::ALL.map(|when| ladder.get(LadderEntry { when, step }).unwrap_or(0)));
    let largest = f64::from(all_numbers.max().unwrap_or(0).max(1));
    let step_row = |step: usize| {
        let people = MeasuringPoint::ALL.map(|when| ladder.get(LadderEntry { when, step }));
        let bar = |(index, people): (usize, Option<u32>)| {
            let attributes = attributes! {
                "class" => ["bar-start", "bar-now"][index],
                "y" => ["0", "5"][index],
                "width" => digits::format(f64::from(people.unwrap_or(0)) / largest * 100.0),
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
        let count = |people: Option<u32>| people.map_or_else(unknown, |people| shown(f64::from(people)));
        let difference = shift.map_or_else(unknown, |shift| {
            signed(shown(shift.on_step[step].abs() as f64), shift.on_step[step])
        });
        let [start, now] = people;
        row(vec![
            row_name(vec![span("", words.steps[step]), bars]),
            figure_in("td", "number", count(start)),
            figure_in("td", "number", count(now)),
            figure_in("td", "number", difference),
        ])
    };
    let mut rows: Vec<Html> = (0..STEPS).map(step_row).collect();
    let remainder = |when: MeasuringPoint| {
        ladder.visitors_without_step(when, state.visitors()).map_or_else(unknown, shown)
    };
    let [start, now] = MeasuringPoint::ALL.map(remainder);
    rows.push(row(vec![
        row_name(vec![name_text(words.not_filled_in)]),
        figure_in("td", "number", start),
        figure_in("td", "number", now),
        figure_in("td", "number", unknown()),
    ]));
    let [start, now] = MeasuringPoint::ALL.map(words.measuring_point);
    let legend_entry = |class: &'static str, name: &'static str| {
        let swatch = attributes! { "class" => class, "width" => "14", "height" => "10" };
        let frame = attributes! { "class" => "key", "viewBox" => "0 0 14 10", "aria-hidden" => "true" };
        let swatch = element("svg", frame, vec![element("rect", swatch, vec![])]);
        classed("span", "", vec![swatch, span("", name)])
    };
    let legend = vec![legend_entry("bar-start", start), space(), legend_entry("bar-now", now)];
    let legend = classed("p", "small keys", legend);
    div("", vec![legend, table(words.ladder_table, &[words.step, start, now, words.difference], 1, rows)])
}

/// Puts the sign of a difference before its absolute value, which is written
/// already; a difference of zero has no sign.
fn signed(absolute: String, difference: i64) -> String {
    match difference {
        0 => absolute,
        1.. => format!("+{absolute}"),
        _ => format!("−{absolute}"),
    }
}
