//! The tables of lines that are p.m., in natural units such as hours or QALYs, with the
//! quantity of each that would be worth the gap of all payers, or that of society.

use crate::chart::aggregates::INPUT_KIND;
use crate::model::inputs::OwnSide;
use crate::model::savings::{Saving, SavingId};
use crate::model::{General, Line, Perspective};
use crate::number::round_up;
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

/// Returns the tables of the lines that are p.m., each with the quantity that would be worth
/// the gap by itself, in the unit of the line. Lines that save money are weighed against the
/// gap of all payers, and lines that are worth something to society against society's: the
/// two are never mixed, since a benefit less is a gain for payers only.
pub(super) fn view(ctx: &PageContext) -> Vec<Html> {
    let words = ctx.text().explorer();
    let mut content = vec![heading("h4", "", words.natural_units_title)];
    content.extend(list(ctx, Perspective::Partijen, anchor::NATURAL));
    content.extend(list(ctx, Perspective::Samenleving, anchor::NATURAL_FOR_SOCIETY));
    content.push(p("small", words.natural_units_note));
    content
}

/// Returns the sentence on the gap of a perspective, and the table of the p.m. lines that
/// could cover it; no table where there is no gap or no such line.
fn list(ctx: &PageContext, perspective: Perspective, anchor: &'static str) -> Vec<Html> {
    let (words, outcome) = (ctx.text().explorer(), &ctx.workspace.outcome);
    let visitors = ctx.workspace.inputs.general(General::Bezoekers);
    let gap = outcome.break_even.gap_of(perspective).gap;
    let is_listed =
        |saving: &&Saving| !saving.counted && saving.kind.counts_for(perspective) && gap.euros() >= 0.5;
    let mut rows = Vec::new();
    for saving in outcome.savings.iter().filter(is_listed) {
        let Some(count) = gap.units_at(saving.net_price) else { continue };
        let (unit, [one, many]) = natural_unit(ctx, saving);
        let facts = NaturalFacts { unit, one, many, count: count.units(), visitors };
        let label = ctx.text().saving_label(&saving.id, |index| own_lines::view::label(ctx, index));
        let price = ctx.text().notation.euro(saving.net_price.euros());
        let id = saving.id.name();
        let button = |name: String, is_first, shown: String| {
            explain::figure_with_explanation(ctx, anchor, &name, is_first, sentence_text(shown))
        };
        let price = button(format!("savings.{id}.net_price"), rows.is_empty(), price);
        let price = classed("span", "small", vec![sentence_text("× "), price]);
        let name = row_name(vec![name_text(label), space(), price]);
        let needed = (words.natural_units_row)(&facts);
        let needed = button(explain::other_cases::natural_units_name(perspective, id), false, needed);
        rows.push(row(vec![name, classed("td", "", vec![needed])]));
    }
    let mut content = vec![sentence(ctx, perspective, visitors, !rows.is_empty())];
    if !rows.is_empty() {
        let caption = (words.natural_units_caption)(perspective);
        content.push(table(caption, &words.natural_units_head, 2, rows));
        content.push(explain::explanation_at(ctx, anchor));
    }
    content
}

/// Returns the sentence on the gap of a perspective, in total and per visitor, that p.m. lines
/// would have to be worth; `has_lines` is whether there are such lines.
fn sentence(ctx: &PageContext, perspective: Perspective, visitors: f64, has_lines: bool) -> Html {
    let break_even = &ctx.workspace.outcome.break_even;
    let (anchor, mut figures) = match perspective {
        Perspective::Partijen | Perspective::Gemeente => (
            "eenheden-zin",
            vec![
                stated_euros(ctx, "break_even.gap", break_even.gap.euros()),
                // What is needed for each visitor is rounded up.
                stated_euros(
                    ctx,
                    "break_even.gap_per_visitor",
                    round_up(break_even.gap_per_visitor.euros(), 0),
                ),
            ],
        ),
        // The sentence rounds thresholds up.
        Perspective::Samenleving => (
            "eenheden-samenleving-zin",
            [
                ("break_even.society_threshold", break_even.society_threshold.euros()),
                (
                    "break_even.society_threshold_per_visitor",
                    break_even.society_threshold_per_visitor.euros(),
                ),
            ]
            .map(|(name, amount)| stated_euros(ctx, name, round_up(amount, 0)))
            .to_vec(),
        ),
    };
    let visitors_name = format!("{INPUT_KIND}.{}", General::Bezoekers.id());
    figures.push((visitors_name, ctx.text().notation.number(visitors, 0)));
    let words = ctx.text().explorer();
    let sentence = (words.natural_units)(&ctx.workspace.outcome, perspective, visitors, has_lines);
    paragraph(ctx, anchor, &sentence, &figures)
}

/// Returns the natural unit of a saving, and the singular and plural of its name.
fn natural_unit<'a>(state: &'a State, saving: &Saving) -> (NaturalUnit, [&'a str; 2]) {
    match &saving.id {
        SavingId::Fixed(line) => {
            let unit = match line {
                Line::BetaaldWerk | Line::Vrijwilligerswerk => NaturalUnit::Hours,
                Line::KwaliteitVanLeven => NaturalUnit::Qaly,
                Line::Uitkeringen | Line::Dagbesteding | Line::Zorggebruik | Line::Overlast => {
                    if line.definition().per_person { NaturalUnit::PersonYears } else { NaturalUnit::Other }
                }
            };
            let text = (state.text().line)(*line);
            (unit, [text.one, text.many])
        }
        SavingId::Own(index, _) => match &state.workspace.inputs.own[*index].side {
            OwnSide::Saving(own) => (NaturalUnit::Other, [own.unit.as_str(); 2]),
            OwnSide::Cost(_) => (NaturalUnit::Other, [""; 2]),
        },
    }
}
