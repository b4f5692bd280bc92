//! Warnings that block nothing: one calm card, closed until it is asked for.

use crate::checks::{Warning, plausibility_checks};
use crate::model::InputId;
use crate::ui::components::element::{button, classed, details, div, heading, p, span, text};
use crate::ui::features::centre::field::field_id;
use crate::ui::features::changes::view::name;
use crate::ui::features::explain;
use crate::ui::features::own_lines;
use crate::ui::state::State;
use yew::prelude::*;

/// All warnings, each with the fields to look at.
pub fn view(state: &State) -> Html {
    let words = state.text().checks;
    let found = plausibility_checks(&state.inputs, &state.outcome);
    let doubts = found.iter().filter(|guard| guard.is_doubt()).count();
    let count = (words.count)(found.len(), doubts);
    let summary = vec![heading("h3", "", state.text().page.guards), span("group-total", count)];
    let intro = p("small", if found.is_empty() { words.none } else { words.intro });
    let items = found.iter().map(|guard| item(state, guard)).collect();
    let content = vec![intro, classed("ul", "guard-list", items)];
    details("group guards", false, summary, vec![div("group-content", content)])
}

fn item(state: &State, guard: &Warning) -> Html {
    let words = state.text().checks;
    let mut lines: Vec<String> = Vec::new();
    for line in guard.inputs.iter().filter_map(|id| line_of(state, *id)) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    let (title, what) = (words.say)(&guard.kind, &(words.list)(&lines));
    let mut top = vec![classed("strong", "", vec![text(title)])];
    if guard.is_doubt() {
        top.extend([text(" "), span("tag", words.doubt)]);
    }
    let mut look = vec![span("small", words.look)];
    if guard.inputs.is_empty() {
        let plan = state.text().financing.title;
        let command = format!("reveal {}", crate::ui::features::financing::editor::EDITOR);
        look.extend([text(" "), if state.shell { text(plan) } else { button("plain", command, plan) }]);
    }
    for id in &guard.inputs {
        let command = format!("reveal {}", field_id(&state.inputs.name(*id)));
        // Without a program there is no way to a field.
        let name = name(state, *id);
        look.extend([text(" "), if state.is_shell() { text(name) } else { button("plain", command, name) }]);
    }
    let place = place(state, title, guard);
    let what =
        explain::sentence::paragraph(state, &place, &what, &explain::warning_figures::stated(state, guard));
    classed("li", "", vec![div("", top), what, classed("p", "guard-look", look)])
}

/// The block of a warning: some state the same figure, and some are there for
/// more than one line.
fn place(state: &State, title: &str, guard: &Warning) -> String {
    let about = guard.inputs.first().map(|id| state.inputs.name(*id)).unwrap_or_default();
    let title: Vec<&str> = title.split_whitespace().collect();
    format!("{}-{about}", title.join("-"))
}

/// The name of the line that an input is of, if of any.
fn line_of(state: &State, id: InputId) -> Option<String> {
    let name = match id {
        InputId::General(_) => return None,
        InputId::Line(line, _) => (state.text().line)(line).label.to_owned(),
        InputId::Own(place, _) => own_lines::view::label(state, place),
    };
    Some((state.text().checks.line)(&name))
}
