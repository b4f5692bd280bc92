//! The evidence grade of the headline: below its sentence, per line, and as a
//! card with the rule; and the sources of figures that are the user's own.

use crate::evidence::grade::{EvidenceGrade, EvidenceSubject};
use crate::model::InputId;
use crate::model::savings::SavingId;
use crate::text::catalogue;
use crate::text::evidence::EvidenceText;
use crate::ui::commands::Command;
use crate::ui::components::element::{
    attributes, classed, details, disabled, div, element, heading, input, list, on_click, row, row_name,
    span, table, text, with_listeners,
};
use crate::ui::components::figure::{figure_button, name_in, name_text, sentence_in, sentence_text, space};
use crate::ui::context::PageContext;
use crate::ui::features::centre;
use crate::ui::features::centre::field::field_id;
use crate::ui::features::changes::view::name;
use crate::ui::features::own_lines;
use crate::ui::routes::Route;
use crate::ui::state::{FieldId, FocusRequest, State, WorkspaceAction};
use yew::prelude::*;

/// The first part of the name of a field for where a figure comes from.
const SOURCE_FIELD: &str = "herkomst.";

/// The id of the card.
const CARD: &str = "stevig";

/// Returns the words of this feature.
pub fn words() -> &'static EvidenceText {
    catalogue().evidence()
}

/// Returns the line below the headline's sentence: its evidence grade, with a
/// button to the card that says why.
pub fn line(ctx: &PageContext) -> Html {
    let page = ctx.text().page;
    let mut content = vec![sentence_text((page.evidence_line)(ctx.workspace.evidence.grade))];
    // A page inside another one has no such card.
    if ctx.view.route != Route::Embed {
        // Without a program there is nothing to press; the button has its place,
        // so that nothing moves when there is.
        let attributes = attributes! {
            "type" => "button", "class" => "plain", "disabled" => disabled(ctx.is_shell()),
        };
        let reveal = ctx.on_press(Command::Reveal(CARD.to_owned()));
        content
            .extend([space(), with_listeners("button", attributes, [reveal], vec![text(page.see_evidence)])]);
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
    name_in("span", class, (catalogue().page.evidence_grade)(grade))
}

/// Returns the card: every line that counts, what limits it, and how that is
/// decided.
pub fn view(ctx: &PageContext) -> Html {
    let words = words();
    let evidence = &ctx.workspace.evidence;
    let rows = evidence.lines.iter().map(|line| {
        let label = match &line.subject {
            EvidenceSubject::Costs => words.costs.to_owned(),
            EvidenceSubject::Saving(id) => {
                ctx.text().saving_label(id, |position| own_lines::view::label(ctx, position))
            }
        };
        let weakest = match line.weakest {
            Some(id) if ctx.is_shell() => name_text(own_name(ctx, id)),
            Some(id) => {
                let reveal = Command::Reveal(field_id(&ctx.workspace.inputs.name(id)));
                figure_button("plain", ctx.press(reveal), name_text(own_name(ctx, id)))
            }
            None => name_text(words.no_weakest),
        };
        let [grade, weakest] = [tag(line.grade), weakest].map(|cell| classed("td", "", vec![cell]));
        row(vec![row_name(vec![name_text(label)]), grade, weakest])
    });
    let rows = rows.collect();
    let mut content = vec![
        heading("h3", "stevig-titel", words.title),
        sentence_in("p", "", (words.intro)(evidence.grade)),
        table(words.title, &words.head, 3, rows),
    ];
    if !ctx.workspace.user_sources.is_empty() {
        let source = |(id, from): &(InputId, String)| {
            let of = name_in("strong", "", name(ctx, *id));
            classed(
                "li",
                "",
                vec![of, sentence_text(format!(". {}", (ctx.text().page.own_figure_from)(from)))],
            )
        };
        let sources = ctx.workspace.user_sources.iter().map(source).collect();
        content.extend([heading("h4", "", words.own_title), classed("ul", "", sources)]);
    }
    content.push(details("why", false, vec![text(words.rule)], vec![list(words.rule_points)]));
    let attributes = attributes! {
        "class" => "card firmness",
        "id" => CARD,
        "tabindex" => "-1",
        "aria-labelledby" => "stevig-titel",
    };
    element("section", attributes, content)
}

/// Returns the name of an input by itself, where its line stands beside it.
fn own_name(state: &State, id: InputId) -> &'static str {
    centre::field::words(state, id).label
}

/// Returns the evidence grade of one line, with what limits it; nothing where
/// the line does not count.
pub fn of_line(ctx: &PageContext, id: &SavingId) -> Html {
    let page = ctx.text().page;
    let found =
        ctx.workspace.evidence.lines.iter().find(|line| line.subject == EvidenceSubject::Saving(id.clone()));
    let Some(found) = found else { return Html::default() };
    let mut content = vec![tag(found.grade)];
    if let Some(weakest) = found.weakest {
        content.push(sentence_text(format!(" {}: {}", page.weakest_input, own_name(ctx, weakest))));
    }
    classed("p", "small", content)
}

/// Returns what marks a figure as the user's own, for a field's explanation:
/// a button, or the source of the figure and a button that takes the mark away.
pub fn user_source(ctx: &PageContext, of: InputId) -> Html {
    if ctx.is_shell() {
        return Html::default();
    }
    let words = words();
    let label = centre::field::words(ctx, of).label;
    let press = |source: Option<String>, words: &'static str| {
        let content = vec![span("", words), span("hidden", format!(" ({label})"))];
        let press = ctx.press(WorkspaceAction::SetUserSource(of, source));
        let attributes = attributes! { "type" => "button", "class" => "plain" };
        with_listeners("button", attributes, [on_click(press)], content)
    };
    let Some((_, from)) = ctx.workspace.user_sources.iter().find(|(id, _)| *id == of) else {
        return press(Some(String::new()), words.mark_own);
    };
    let name = source_field_name(&ctx.workspace.inputs.name(of));
    let id = field_id(&name);
    let label_words = vec![span("", words.source_label), span("hidden", format!(" ({label})"))];
    let attributes = attributes! {
        "id" => id.clone(),
        "name" => name,
        "type" => "text",
        "class" => "wide",
        "maxlength" => "200",
        "autocomplete" => "off",
        "placeholder" => words.source_hint,
    };
    let content = vec![
        element("label", attributes! { "class" => "label", "for" => id }, label_words),
        input(attributes, from.clone(), ctx.text_listeners(FieldId::UserSource(of))),
        press(None, words.unmark_own),
    ];
    div("own-from", content)
}

fn source_field_name(input: &str) -> String {
    format!("{SOURCE_FIELD}{input}")
}

/// Returns the field that gets the focus when the button that was pressed is
/// gone: that of the source, or that of the figure.
pub fn focus_after(state: &State, id: InputId, marked: bool) -> FocusRequest {
    let name = state.workspace.inputs.name(id);
    FocusRequest::Element(field_id(&if marked { source_field_name(&name) } else { name }))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::General;
    use crate::scenario::link::Address;

    #[test]
    fn the_focus_follows_the_mark() {
        let state = State::from_address(&Address { view: String::new(), scenario: None });
        let id = InputId::General(General::Huisvesting);
        let element = |id: &str| FocusRequest::Element(id.to_owned());
        assert_eq!(focus_after(&state, id, true), element("veld-herkomst-huisvesting"));
        assert_eq!(focus_after(&state, id, false), element("veld-huisvesting"));
    }
}
