//! How firm the headline is: below its sentence, per line, and as a card with
//! the rule; and the marks of figures that are the user's own.

use crate::evidence::grade::{EvidenceGrade, EvidenceSubject};
use crate::model::InputId;
use crate::model::savings::SavingId;
use crate::text::catalogue;
use crate::text::evidence::EvidenceText;
use crate::ui::components::element::{
    button, classed, details, div, element, heading, input, list, p, row, row_name, span, table, text,
};
use crate::ui::features::centre::field::field_id;
use crate::ui::features::changes::view::name;
use crate::ui::features::own_lines;
use crate::ui::state::State;
use yew::prelude::*;

/// What the name of the field begins with that tells where a figure comes from.
pub const FROM: &str = "herkomst.";

const CARD: &str = "stevig";

/// The words of all this.
pub fn words() -> &'static EvidenceText {
    catalogue().evidence
}

/// Below the headline's sentence: how firm it is, and the way to why.
pub fn line(state: &State) -> Html {
    let page = state.text().page;
    let compact = state.view == crate::ui::state::View::Compact;
    let mut content = vec![text((page.evidence_line)(state.firm.grade))];
    if !compact {
        // Rendered at build time, without a browser, there is nothing to press;
        // it has its place, so that nothing moves when there is.
        let shell = state.is_shell();
        let values = [
            Some("button".into()),
            Some("plain".into()),
            Some(format!("reveal {CARD}").into()),
            shell.then_some("disabled".into()),
        ];
        let keys = &["type", "class", "data-do", "disabled"];
        content.extend([text(" "), element("button", keys, values.into(), vec![text(page.evidence_see)])]);
    }
    classed("p", "small firm", content)
}

fn tag(grade: EvidenceGrade) -> Html {
    let class = match grade {
        EvidenceGrade::Assumed => "grade grade-1",
        EvidenceGrade::Estimated => "grade grade-2",
        EvidenceGrade::Reasonable => "grade grade-3",
        EvidenceGrade::Sound => "grade grade-4",
    };
    span(class, (catalogue().page.evidence_grade)(grade))
}

/// The card: every line that counts, what limits it, and how that is decided.
pub fn view(state: &State) -> Html {
    let words = words();
    let firm = &state.firm;
    let rows = firm.lines.iter().map(|line| {
        let label = match &line.of {
            EvidenceSubject::Costs => words.costs.to_owned(),
            EvidenceSubject::Saving(id) => {
                state.text().saving_label(id, |place| own_lines::view::label(state, place))
            }
        };
        let weakest = match line.weakest {
            Some(id) if state.is_shell() => text(own_name(state, id)),
            Some(id) => {
                let command = format!("reveal {}", field_id(&state.inputs.name(id)));
                button("plain", command, own_name(state, id))
            }
            None => text(words.no_weakest),
        };
        let cells = [tag(line.grade), weakest].map(|cell| classed("td", "", vec![cell]));
        let [grade, weakest] = cells;
        row(vec![row_name(vec![text(label)]), grade, weakest])
    });
    let rows = rows.collect();
    let mut content = vec![
        heading("h3", "stevig-titel", words.title),
        p("", (words.intro)(firm.grade)),
        table(words.title, &words.head, 3, rows),
    ];
    if !state.marks.is_empty() {
        let mark = |(id, from): &(InputId, String)| {
            let of = classed("strong", "", vec![text(name(state, *id))]);
            classed("li", "", vec![of, text(". "), text((state.text().page.own_figure_from)(from))])
        };
        let marks = state.marks.iter().map(mark).collect();
        content.extend([heading("h4", "", words.own_title), classed("ul", "", marks)]);
    }
    content.push(details("why", false, vec![text(words.rule)], vec![list(words.rule_points)]));
    let values = ["card firmness", CARD, "-1", "stevig-titel"].map(|value| Some(value.into()));
    element("section", &["class", "id", "tabindex", "aria-labelledby"], values.into(), content)
}

/// The name of an input by itself: its line stands beside it.
fn own_name(state: &State, id: InputId) -> String {
    crate::ui::features::centre::field::words(state, id).label.to_owned()
}

/// The state of evidence of one line, with what limits it; nothing where it
/// does not count.
pub fn of_line(state: &State, id: &SavingId) -> Html {
    let page = state.text().page;
    let found = state.firm.lines.iter().find(|line| line.of == EvidenceSubject::Saving(id.clone()));
    let Some(found) = found else { return Html::default() };
    let mut content = vec![tag(found.grade)];
    if let Some(weakest) = found.weakest {
        content.push(text(format!(" {}: {}", page.evidence_weakest, own_name(state, weakest))));
    }
    classed("p", "small", content)
}

/// In a field's explanation: the mark of an own figure, and where it is from.
pub fn mark(state: &State, of: InputId) -> Html {
    if state.is_shell() {
        return Html::default();
    }
    let words = words();
    let label = crate::ui::features::centre::field::words(state, of).label;
    let name = state.inputs.name(of);
    let Some((_, from)) = state.marks.iter().find(|(id, _)| *id == of) else {
        return press(format!("mark {name}"), words.mark, label);
    };
    let field_name = format!("{FROM}{}", name);
    let id = field_id(&field_name);
    let label_values = vec![Some("label".into()), Some(id.clone().into())];
    let words_of = vec![text(words.from_words), span("hidden", format!(" ({label})"))];
    let values = [
        id.into(),
        field_name.into(),
        "text".into(),
        "wide".into(),
        "200".into(),
        "off".into(),
        words.from_hint.into(),
    ];
    let keys = &["id", "name", "type", "class", "maxlength", "autocomplete", "placeholder"];
    div(
        "own-from",
        vec![
            element("label", &["class", "for"], label_values, words_of),
            input(keys, values.map(Some).into(), from.clone()),
            press(format!("unmark {}", name), words.unmark, label),
        ],
    )
}

/// A button that says for listeners which input it is about.
fn press(command: String, words: &'static str, label: &'static str) -> Html {
    let values = ["button".into(), "plain".into(), command.into()];
    let content = vec![text(words), span("hidden", format!(" ({label})"))];
    element("button", &["type", "class", "data-do"], values.map(Some).into(), content)
}

/// The field that gets the focus when the button that was pressed is gone.
pub fn focus_after(state: &State, id: InputId, marked: bool) -> String {
    let name = state.inputs.name(id);
    field_id(&if marked { format!("{FROM}{name}") } else { name })
}
