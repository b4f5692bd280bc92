//! The table of lines that are p.m., in natural units such as hours or QALYs, with the
//! quantity of each that would be worth the gap.

use crate::chart::aggregates::INPUT_KIND;
use crate::model::inputs::OwnSide;
use crate::model::savings::{Saving, SavingId};
use crate::model::{General, Line};
use crate::ui::components::element::{classed, heading, p, row, row_name, table};
use crate::ui::components::figure::{name_text, sentence_text, space};
use crate::ui::context::PageContext;
use crate::ui::features::explain;
use crate::ui::features::explain::anchor;
use crate::ui::features::explain::sentence::{paragraph, stated_euros};
use crate::ui::features::own_lines;
use crate::ui::features::worksheet::explorer::text::{NaturalFacts, NaturalUnit};
use crate::ui::state::State;
use yew::prelude::*;

/// Returns the table of the lines that are p.m., each with the quantity that would
/// be worth the gap by itself, in the unit of the line.
pub(super) fn view(ctx: &PageContext) -> Vec<Html> {
    let words = ctx.text().explorer();
    let visitors = ctx.workspace.inputs.general(General::Bezoekers);
    let gap = ctx.workspace.outcome.break_even.gap;
    let mut rows = Vec::new();
    for saving in ctx.workspace.outcome.savings.iter().filter(|saving| !saving.counted && gap.euros() >= 0.5)
    {
        let Some(count) = gap.units_at(saving.net_price) else { continue };
        let (unit, unit_plural) = natural_unit(ctx, saving);
        let facts = NaturalFacts { unit, many: unit_plural, count: count.units(), visitors };
        let label = ctx.text().saving_label(&saving.id, |index| own_lines::view::label(ctx, index));
        let price = ctx.text().notation.euro(saving.net_price.euros());
        let id = saving.id.name();
        let button = |name: String, is_first, shown: String| {
            explain::figure_with_explanation(ctx, anchor::NATURAL, &name, is_first, sentence_text(shown))
        };
        let price = button(format!("savings.{id}.net_price"), rows.is_empty(), price);
        let price = classed("span", "small", vec![sentence_text("× "), price]);
        let name = row_name(vec![name_text(label), space(), price]);
        let needed = (words.natural_units_row)(&facts);
        // Welfare is in nobody's budget: it can be worth as much as the gap, but not
        // close it, so it is not among the lines of break-even.
        let closes_gap = ctx.workspace.outcome.break_even.per_line.iter().any(|line| line.id == saving.id);
        let kind = if closes_gap { "break_even.per_line" } else { explain::what_if::NATURAL_UNITS };
        let needed = button(format!("{kind}.{id}"), false, needed);
        rows.push(row(vec![name, classed("td", "", vec![needed])]));
    }
    let mut content =
        vec![heading("h4", "", words.natural_units_title), sentence(ctx, visitors, !rows.is_empty())];
    if !rows.is_empty() {
        content.push(table(words.natural_units_title, &words.natural_units_head, 2, rows));
        content.push(explain::explanation_at(ctx, anchor::NATURAL));
        content.push(p("small", words.natural_units_note));
    }
    content
}

/// Returns the sentence on the gap, in total and per visitor, that the lines which
/// are p.m. would have to be worth; `has_lines` is whether the table has rows.
fn sentence(ctx: &PageContext, visitors: f64, has_lines: bool) -> Html {
    let break_even = &ctx.workspace.outcome.break_even;
    let figures = [
        stated_euros(ctx, "break_even.gap", break_even.gap.euros()),
        stated_euros(ctx, "break_even.gap_per_visitor", break_even.gap_per_visitor.euros()),
        (format!("{INPUT_KIND}.{}", General::Bezoekers.id()), ctx.text().notation.number(visitors, 0)),
    ];
    let sentence = (ctx.text().explorer().natural_units)(&ctx.workspace.outcome, visitors, has_lines);
    paragraph(ctx, "eenheden-zin", &sentence, &figures)
}

/// Returns the natural unit of a saving, and the plural of its name.
fn natural_unit<'a>(state: &'a State, saving: &Saving) -> (NaturalUnit, &'a str) {
    match &saving.id {
        SavingId::Fixed(line) => {
            let unit = match line {
                Line::BetaaldWerk | Line::Vrijwilligerswerk => NaturalUnit::Hours,
                Line::KwaliteitVanLeven => NaturalUnit::Qaly,
                Line::Uitkeringen | Line::Dagbesteding | Line::Zorggebruik | Line::Overlast => {
                    if line.definition().per_person { NaturalUnit::PersonYears } else { NaturalUnit::Other }
                }
            };
            (unit, (state.text().line)(*line).many)
        }
        SavingId::Own(index, _) => match &state.workspace.inputs.own[*index].side {
            OwnSide::Saving(own) => (NaturalUnit::Other, own.unit.as_str()),
            OwnSide::Cost(_) => (NaturalUnit::Other, ""),
        },
    }
}
