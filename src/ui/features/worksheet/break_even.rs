//! When it is enough: what each line would have to bring, and the p.m. items.

use crate::chart::aggregates::ENTERED;
use crate::model::inputs::OwnSide;
use crate::model::quantity::Count;
use crate::model::savings::{Saving, SavingId};
use crate::model::{EuroPer, General};
use crate::text::sentences::BreakEvenFacts;
use crate::ui::components::element::{classed, heading, p, row, row_name, section, span, table, text};
use crate::ui::features::explain;
use crate::ui::features::explain::place;
use crate::ui::features::explain::sentence::{euros, paragraph, styled};
use crate::ui::features::own_lines;
use crate::ui::state::State;
use yew::prelude::*;

/// When it is enough.
pub fn view(state: &State) -> Html {
    let words = state.text();
    let page = words.page;
    let outcome = &state.outcome;
    let rows = outcome.break_even.per_line.iter().enumerate().filter_map(|(place, line)| {
        let saving = outcome.savings.iter().find(|saving| saving.id == line.id)?;
        let mut name = vec![text(words.saving_label(&line.id, |place| own_lines::view::label(state, place)))];
        if !line.counted {
            name.extend([text(" "), span("tag", page.pm)]);
        }
        let needed = (words.sentences.needed)(&facts(state, saving, line.needed));
        let id = line.id.name();
        let cell = |class, name: String, first, shown: String| {
            let figure = explain::figure(state, place::ENOUGH, &name, first, text(shown));
            classed("td", class, vec![figure])
        };
        let worth = words.notation.euro(line.net_price.euros());
        Some(row(vec![
            row_name(name),
            cell("", format!("break_even.per_line.{id}"), place == 0, needed),
            cell("number", format!("savings.{id}.net_price"), false, worth),
        ]))
    });
    let rows = rows.collect();
    let times = outcome.break_even.savings_factor.times().filter(|times| *times > 1.0);
    let threshold = [euros(state, "break_even.pm_threshold", outcome.break_even.pm_threshold.euros())];
    let pm = paragraph(state, "genoeg-pm", &(words.sentences.pm)(outcome), &threshold);
    let mut content = vec![heading("h3", "genoeg", page.break_even), pm];
    content.extend(times.map(|times| {
        let said = (page.savings_factor)(&words.notation.number(times, 1));
        let figure = explain::figure(state, place::ENOUGH, "break_even.savings_factor", true, text(said));
        classed("p", "", vec![figure])
    }));
    content.extend([
        worth(state, "", "genoeg-drempel"),
        table(page.break_even, &[page.line, page.needed, page.worth], 2, rows),
        explain::under(state, place::ENOUGH),
        p("small", page.break_even_note),
    ]);
    section("card", "genoeg", content)
}

/// Below the field of what the rest is worth: what that means for the gap.
pub fn weighed(state: &State) -> Html {
    worth(state, "small", "drempel-zin")
}

fn worth(state: &State, class: &'static str, place: &'static str) -> Html {
    let (words, outcome) = (state.text(), &state.outcome);
    let drempel = EuroPer::new(state.inputs.general(General::Drempel));
    let figures = [
        (format!("{ENTERED}.{}", General::Drempel.id()), words.notation.euro(drempel.euros())),
        (
            "break_even.gap_per_visitor".to_owned(),
            words.notation.euro(outcome.break_even.gap_per_visitor.euros()),
        ),
    ];
    let figures = if drempel.euros() == 0.0 { &figures[1..] } else { &figures[..] };
    styled(state, class, place, &(words.sentences.drempel)(drempel, outcome), figures)
}

fn facts<'a>(state: &'a State, saving: &Saving, needed: Option<Count>) -> BreakEvenFacts<'a> {
    let (many, per_person) = match &saving.id {
        SavingId::Fixed(line) => ((state.text().line)(*line).many, line.definition().per_person),
        SavingId::Own(place, _) => match &state.inputs.own[*place].side {
            OwnSide::Saving(own) => (own.unit.as_str(), false),
            OwnSide::Cost(_) => ("", false),
        },
    };
    BreakEvenFacts {
        needed,
        counted: saving.counted,
        now: saving.quantity,
        many,
        per_person,
        visitors: Count::new(state.inputs.general(General::Bezoekers)),
    }
}
