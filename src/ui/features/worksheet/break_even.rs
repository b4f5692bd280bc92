//! The card on break-even: for each line the quantity at which savings would equal
//! costs, and the worth that the lines which are p.m. would need to have.

use crate::chart::aggregates::INPUT_KIND;
use crate::explain::FigureId;
use crate::model::inputs::OwnSide;
use crate::model::quantity::Count;
use crate::model::savings::{Saving, SavingId};
use crate::model::{EuroPer, General, Perspective};
use crate::number::round_up;
use crate::text::sentences::BreakEvenFacts;
use crate::ui::components::element::{classed, heading, p, row, row_name, section, span, table};
use crate::ui::components::figure::{name_text, sentence_in, sentence_text, space};
use crate::ui::context::PageContext;
use crate::ui::features::explain;
use crate::ui::features::explain::anchor;
use crate::ui::features::explain::other_cases::Margin;
use crate::ui::features::explain::sentence::{classed_paragraph, paragraph, stated_euros};
use crate::ui::features::own_lines;
use crate::ui::state::State;
use yew::prelude::*;

/// Returns the whole card.
pub fn view(ctx: &PageContext) -> Html {
    let words = ctx.text();
    let (page, results) = (words.page, words.results());
    let (outcome, perspective) = (&ctx.workspace.outcome, ctx.workspace.inputs.perspective);
    let price = match perspective {
        Perspective::Partijen | Perspective::Samenleving => "net_price",
        Perspective::Gemeente => "gemeente_price",
    };
    let rows = outcome.break_even.per_line.iter().enumerate().filter_map(|(index, line)| {
        let saving = outcome.savings.iter().find(|saving| saving.id == line.id)?;
        let label = words.saving_label(&line.id, |index| own_lines::view::label(ctx, index));
        let mut name = vec![name_text(label)];
        if !line.counted {
            name.extend([space(), span("tag", page.pm)]);
        }
        let needed = (words.result_sentences().needed)(&needed_facts(ctx, saving, line.needed));
        let id = line.id.name();
        let cell = |class, name: String, is_first, shown: String| {
            let figure =
                explain::figure_with_explanation(ctx, anchor::ENOUGH, &name, is_first, sentence_text(shown));
            classed("td", class, vec![figure])
        };
        let unit_value = words.notation.euro(line.unit_value.euros());
        Some(row(vec![
            row_name(name),
            cell("", format!("break_even.per_line.{id}"), index == 0, needed),
            cell("number", format!("savings.{id}.{price}"), false, unit_value),
        ]))
    });
    let rows = rows.collect();
    let times = Margin::SavingsFactor.value(outcome, perspective).filter(|times| *times > 1.0);
    let mut content = vec![
        heading("h3", "genoeg", results.break_even),
        sentence_in("p", "", (results.break_even_of)(perspective)),
        pm_sentence(ctx),
    ];
    content.extend(times.map(|times| {
        let times = words.notation.number(round_up(times, 2), 2);
        let sentence = sentence_text((results.savings_factor)(&times, perspective));
        let name = Margin::SavingsFactor.name();
        let figure = explain::figure_with_explanation(ctx, anchor::ENOUGH, &name, true, sentence);
        classed("p", "", vec![figure])
    }));
    content.extend([
        threshold_sentence(ctx, "", "genoeg-drempel"),
        table(
            results.break_even_table,
            &[results.line, results.needed_alone, results.value_of_one_more],
            2,
            rows,
        ),
        explain::explanation_at(ctx, anchor::ENOUGH),
        p("small", results.break_even_note),
    ]);
    section("card", "genoeg", content)
}

/// Returns the sentence on what the p.m. lines must be worth in the perspective. It states the
/// threshold rounded up, or where no line can reach it, the gap.
fn pm_sentence(ctx: &PageContext) -> Html {
    let (outcome, perspective) = (&ctx.workspace.outcome, ctx.workspace.inputs.perspective);
    let gap = outcome.break_even.gap_of(perspective).gap.euros();
    let gap_name = FigureId::gap_of(perspective).name(outcome);
    let threshold = match perspective {
        Perspective::Partijen => "break_even.pm_threshold",
        Perspective::Gemeente => &gap_name,
        Perspective::Samenleving => "break_even.society_threshold",
    };
    let figures = [stated_euros(ctx, threshold, round_up(gap, 0)), stated_euros(ctx, &gap_name, gap)];
    let sentence = (ctx.text().result_sentences().pm)(outcome, perspective);
    paragraph(ctx, "genoeg-pm", &sentence, &figures)
}

/// Returns the sentence on the drempel for below its field.
pub fn threshold_note(ctx: &PageContext) -> Html {
    threshold_sentence(ctx, "small", "drempel-zin")
}

/// Returns the sentence that compares the drempel, which is the worth per visitor
/// of all effects that are not counted, with the gap per visitor.
fn threshold_sentence(ctx: &PageContext, class: &'static str, anchor: &'static str) -> Html {
    let (words, outcome) = (ctx.text(), &ctx.workspace.outcome);
    let drempel = EuroPer::new(ctx.workspace.inputs.general(General::Drempel));
    let perspective = ctx.workspace.inputs.perspective;
    let gap = outcome.break_even.perspectives.get(perspective).gap_per_visitor.euros();
    let figures = [
        (format!("{INPUT_KIND}.{}", General::Drempel.id()), words.notation.euro(drempel.euros())),
        (
            format!("break_even.perspectives.{}.gap_per_visitor", perspective.id()),
            words.notation.euro(if gap > 0.0 { round_up(gap, 0) } else { -gap }),
        ),
    ];
    let figures = if drempel.euros() == 0.0 { &figures[1..] } else { &figures[..] };
    classed_paragraph(
        ctx,
        class,
        anchor,
        &(words.result_sentences().drempel)(drempel, outcome, perspective),
        figures,
    )
}

/// Returns the facts that the sentence on the needed quantity of a line states.
fn needed_facts<'a>(state: &'a State, saving: &Saving, needed: Option<Count>) -> BreakEvenFacts<'a> {
    let ([one, many], per_person) = match &saving.id {
        SavingId::Fixed(line) => {
            let text = (state.text().line)(*line);
            ([text.one, text.many], line.definition().per_person)
        }
        SavingId::Own(index, _) => match &state.workspace.inputs.own[*index].side {
            OwnSide::Saving(own) => ([own.unit.as_str(); 2], false),
            OwnSide::Cost(_) => ([""; 2], false),
        },
    };
    BreakEvenFacts {
        needed,
        counted: saving.counted,
        now: saving.quantity,
        one,
        many,
        per_person,
        visitors: Count::new(state.workspace.inputs.general(General::Bezoekers)),
    }
}
