//! Figures that can be opened, and the explanation that opens below the block
//! that they stand in. What it says comes from [`crate::explain`].

use super::element::{button, classed, div, element, icon_button, p, span, text};
use super::field::field_id;
use super::state::explained::{Explained, Explaining};
use super::state::{Action, State, View};
use super::{compact, later, own};
use crate::explain::{Explanation, FigureId, Origin, Term, explain};
use crate::platform;
use crate::text::explain::{Naming, shown};
use yew::prelude::*;

/// The id of the explanation in the document; there is one at the most.
const PANEL: &str = "uitleg";

/// The blocks that figures stand in, each with its explanation below it.
pub mod place {
    /// The figures that stay in view.
    pub const HEADLINE: &str = "kop";
    /// The figures beside the headline.
    pub const FACTS: &str = "feiten";
    /// The two ledgers.
    pub const LEDGERS: &str = "rekeningen";
    /// The years.
    pub const YEARS: &str = "jaren";
    /// When it is enough.
    pub const ENOUGH: &str = "genoeg";
}

/// The focus goes into an explanation that opens, and back to its figure when
/// it closes.
#[hook]
pub fn use_focus(state: &UseReducerHandle<State>) {
    let before = use_mut_ref(|| None::<Explained>);
    use_effect_with(state.explained.clone(), move |now| {
        let before = before.replace(now.clone());
        match (before, now) {
            (before, Some(_)) if before != *now => platform::focus(PANEL),
            (Some(before), None) => platform::focus(&figure_id(&before.place, &before.trail[0])),
            _ => {}
        }
    });
}

/// Escape closes an explanation, and arrows go from figure to figure in a
/// table, as long as the page is there.
pub fn listen(page: UseReducerDispatcher<State>) {
    let close = move || page.dispatch(Action::Explain(Explaining::Close));
    if let Some(listener) = platform::figure_keys(PANEL, FIGURE, close) {
        listener.forget();
    }
}

/// The class of a figure that can be opened.
const FIGURE: &str = "figure-button";

fn figure_id(place: &str, name: &str) -> String {
    format!("cijfer-{place}-{}", name.replace('.', "-"))
}

/// A figure that opens its explanation. In a table only the first can be
/// reached with the Tab key; arrows lead to the others.
pub fn figure(state: &State, place: &'static str, name: &str, by_tab: bool, content: Html) -> Html {
    if state.is_shell() {
        return content;
    }
    let open = |explained: &Explained| explained.place == place && explained.trail[0] == name;
    let open = state.explained.as_ref().is_some_and(open);
    let values = vec![
        Some("button".into()),
        Some(FIGURE.into()),
        Some(figure_id(place, name).into()),
        Some(format!("explain {place} {name}").into()),
        Some(if open { "true" } else { "false" }.into()),
        open.then_some(PANEL.into()),
        (!by_tab).then_some("-1".into()),
    ];
    let keys = &["type", "class", "id", "data-do", "aria-expanded", "aria-controls", "tabindex"];
    let opens = span("hidden", state.text().page.opens);
    element("button", keys, values, vec![content, opens])
}

/// The explanation that stands under this block, if one is open there.
pub fn under(state: &State, place: &'static str) -> Html {
    match &state.explained {
        Some(explained) if explained.place == place => later::explanation(state),
        _ => Html::default(),
    }
}

/// The explanation of the figure that was opened last.
pub fn panel(state: &State) -> Html {
    let Some(explained) = &state.explained else { return Html::default() };
    let said = state.text().explain();
    let own = |place| own::label(state, place);
    let naming = Naming { text: state.text(), inputs: &state.inputs, outcome: &state.outcome, own: &own };
    let read = |name: &String| FigureId::read(name, &state.outcome);
    let figure = explained.trail.last().and_then(read);
    let Some(explanation) = figure.and_then(|figure| explain(figure, &state.inputs, &state.outcome)) else {
        return Html::default();
    };
    let name = naming.figure(explanation.figure);
    let title = element("p", &["id", "class"], vec![Some(TITLE.into()), Some("explanation-title".into())], {
        let value = naming.value(explanation.value, explanation.measure);
        vec![text(name), text(": "), classed("strong", "", vec![text(value)])]
    });
    let close = icon_button("icon", "explain-close".into(), said.close.into(), true, CROSS);
    let mut content = vec![div("explanation-head", vec![title, close])];
    let before = explained.trail.len().checked_sub(2).and_then(|place| read(&explained.trail[place]));
    content.push(before.map_or_else(Html::default, |before| {
        button("plain", "explain-back", (said.back)(&naming.figure(before)))
    }));
    let formula = naming.in_words(&explanation);
    if !formula.is_empty() {
        let line = |label: &'static str, line: String| {
            [classed("dt", "", vec![text(label)]), classed("dd", "", vec![text(line)])]
        };
        let mut lines: Vec<Html> = line(said.formula, formula).into();
        lines.extend(line(said.filled, with_result(&naming, &explanation)));
        content.push(classed("dl", "formula", lines));
    }
    content.extend(explanation.notes.iter().map(|note| p("", (said.note)(*note))));
    if !explanation.terms.is_empty() {
        let terms = explanation.terms.iter().map(|one| term(state, &naming, one)).collect();
        content.push(p("explanation-terms", said.terms));
        content.push(classed("ul", "terms", terms));
    }
    let values = [PANEL, "explanation", TITLE, "-1", "region"].map(|value| Some(value.into()));
    let keys = &["id", "class", "aria-labelledby", "tabindex", "role"];
    element("div", keys, values.into(), content)
}

const TITLE: &str = "uitleg-titel";
const CROSS: &str = "M6 6l12 12M18 6L6 18";

/// The numbers filled in, and what they come to.
fn with_result(naming: &Naming, explanation: &Explanation) -> String {
    let line = naming.in_numbers(explanation);
    match explanation.value {
        Some(value) => format!("{line} = {}", shown(naming.text.notation, value, explanation.measure)),
        None => line,
    }
}

/// One value: its name, how sure it is, and the way to its field or to its own
/// explanation.
fn term(state: &State, naming: &Naming, term: &Term) -> Html {
    let said = state.text().explain();
    let name = naming.origin(term.origin);
    let value = shown(state.text().notation, term.value, term.measure);
    let mut top = vec![
        span("term-name", name.clone()),
        text(" "),
        classed("strong", "term-value", vec![text(value)]),
        text(" "),
    ];
    let mut content = Vec::new();
    match term.origin {
        Origin::Figure(figure) => {
            let command = format!("explain-further {}", figure.name(&state.outcome));
            top.push(button("plain", command, (said.to_figure)(&name)));
        }
        Origin::Input(id) => {
            let fixed = id.fixed_id().is_some();
            let status = (state.text().status)(id.definition().status);
            let status = if state.is_changed(id) || !fixed { said.own } else { status };
            top.extend([span("status", status), text(" ")]);
            if state.view != View::Compact || compact::INPUTS.contains(&id) {
                let command = format!("reveal {}", field_id(&state.inputs.name(id)));
                top.push(button("plain", command, (said.to_field)(&name)));
            }
            if fixed {
                let source = format!("{} {}", state.text().rest().source, state.text().help(id).source);
                content.push(p("small", source));
            }
        }
    }
    content.insert(0, classed("p", "", top));
    classed("li", "", content)
}
