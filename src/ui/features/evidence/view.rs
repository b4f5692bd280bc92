//! Evidence grades, which say how strong the evidence behind figures is: below
//! the headline, at each line, and on a card that gives the rule. Also the
//! control that marks a figure as the user's own, with its source.

use crate::evidence::grade::{EvidenceGrade, EvidenceSubject};
use crate::model::InputId;
use crate::model::savings::SavingId;
use crate::text::catalogue;
use crate::text::evidence::EvidenceText;
use crate::ui::commands::Command;
use crate::ui::components::element::{
    attributes, classed, details, disabled, div, element, heading, input, list, on_click, row, row_name,
    span, table, with_listeners,
};
use crate::ui::components::figure::{figure_button, name_in, name_text, sentence_in, sentence_text, space};
use crate::ui::context::PageContext;
use crate::ui::features::changes::view::input_name;
use crate::ui::features::inputs;
use crate::ui::features::inputs::field::field_id;
use crate::ui::features::own_lines;
use crate::ui::routes::Route;
use crate::ui::state::{FieldId, FocusRequest, State, WorkspaceAction};
use yew::prelude::*;

/// The start of the name of the field for the source of a figure; the name of
/// its input follows.
const SOURCE_FIELD: &str = "herkomst.";

/// The id of the card.
const CARD: &str = "stevig";

/// Returns the words of this feature.
pub fn words() -> &'static EvidenceText {
    catalogue().evidence()
}

/// Returns the evidence grade below the headline's sentence, with a button to
/// the card that gives the reasons.
pub fn headline_grade(ctx: &PageContext) -> Html {
    let words = ctx.text().evidence();
    let mut content = vec![sentence_text((words.evidence_line)(ctx.workspace.evidence.grade))];
    // The compact view in other web pages has no such card.
    if ctx.view.route != Route::Compact {
        // The static shell has the button too, disabled, so that the page does
        // not shift once the program is loaded.
        let attributes = attributes! {
            "type" => "button", "class" => "plain", "disabled" => disabled(ctx.is_shell()),
        };
        let reveal = ctx.on_press(Command::Reveal(CARD.to_owned()));
        content.extend([
            space(),
            with_listeners("button", attributes, [reveal], vec![span("", words.see_evidence)]),
        ]);
    }
    classed("p", "small grade-line", content)
}

fn grade_tag(grade: EvidenceGrade) -> Html {
    let class = match grade {
        EvidenceGrade::Assumed => "grade grade-1",
        EvidenceGrade::Estimated => "grade grade-2",
        EvidenceGrade::Reasonable => "grade grade-3",
        EvidenceGrade::Sound => "grade grade-4",
    };
    name_in("span", class, (catalogue().evidence().evidence_grade)(grade))
}

/// Returns the card: every line that counts with its grade and the input that
/// limits it, the sources of the user's own figures, and the rule for grades.
pub fn view(ctx: &PageContext) -> Html {
    let words = words();
    let evidence = &ctx.workspace.evidence;
    let rows = evidence.lines.iter().map(|line| {
        let label = match &line.subject {
            EvidenceSubject::Costs => words.costs.to_owned(),
            EvidenceSubject::Saving(id) => {
                ctx.text().saving_label(id, |index| own_lines::view::label(ctx, index))
            }
        };
        let weakest = match line.weakest {
            Some(id) if ctx.is_shell() => name_text(input_label(ctx, id)),
            Some(id) => {
                let reveal = Command::Reveal(field_id(&ctx.workspace.inputs.name(id)));
                figure_button("plain", ctx.press(reveal), name_text(input_label(ctx, id)))
            }
            None => name_text(words.no_weakest),
        };
        let [grade, weakest] = [grade_tag(line.grade), weakest].map(|cell| classed("td", "", vec![cell]));
        row(vec![row_name(vec![name_text(label)]), grade, weakest])
    });
    let rows = rows.collect();
    let mut content = vec![
        heading("h3", "stevig-titel", words.title),
        sentence_in("p", "", (words.intro)(evidence.grade)),
        table(words.table, &words.head, 3, rows),
    ];
    if !ctx.workspace.user_sources.is_empty() {
        let source = |(id, source): &(InputId, String)| {
            let input = name_in("strong", "", input_name(ctx, *id));
            let sentence = sentence_text(format!(". {}", (ctx.text().page.own_figure_from)(source)));
            classed("li", "", vec![input, sentence])
        };
        let sources = ctx.workspace.user_sources.iter().map(source).collect();
        content.extend([heading("h4", "", words.own_title), classed("ul", "", sources)]);
    }
    content.push(details("why", false, vec![span("", words.rule)], vec![list(words.rule_points)]));
    let attributes = attributes! {
        "class" => "card evidence-card",
        "id" => CARD,
        "tabindex" => "-1",
        "aria-labelledby" => "stevig-titel",
    };
    element("section", attributes, content)
}

/// Returns the label of an input without the name of its line, for places that
/// show the line already.
fn input_label(state: &State, id: InputId) -> &'static str {
    inputs::field::label_and_unit(state, id).label
}

/// Returns the evidence grade of one savings line, with the input that limits
/// it; empty where the line does not count.
pub fn line_grade(ctx: &PageContext, id: &SavingId) -> Html {
    let words = ctx.text().evidence();
    let found =
        ctx.workspace.evidence.lines.iter().find(|line| line.subject == EvidenceSubject::Saving(id.clone()));
    let Some(found) = found else { return Html::default() };
    let mut content = vec![grade_tag(found.grade)];
    if let Some(weakest) = found.weakest {
        content.push(sentence_text(format!(" {}: {}", words.weakest_input, input_label(ctx, weakest))));
    }
    classed("p", "small", content)
}

/// Returns the control at a field that marks its figure as the user's own: a
/// button, or once it is marked, a field for the source of the figure and a
/// button that removes the mark.
pub fn user_source(ctx: &PageContext, input_id: InputId) -> Html {
    if ctx.is_shell() {
        return Html::default();
    }
    let words = words();
    let label = inputs::field::label_and_unit(ctx, input_id).label;
    let mark_button = |source: Option<String>, words: &'static str| {
        let content = vec![name_text(words), name_in("span", "hidden", format!(" ({label})"))];
        let press = ctx.press(WorkspaceAction::SetUserSource(input_id, source));
        let attributes = attributes! { "type" => "button", "class" => "plain" };
        with_listeners("button", attributes, [on_click(press)], content)
    };
    let Some((_, source)) = ctx.workspace.user_sources.iter().find(|(id, _)| *id == input_id) else {
        return mark_button(Some(String::new()), words.mark_own);
    };
    let name = source_field_name(&ctx.workspace.inputs.name(input_id));
    let id = field_id(&name);
    let label_words = vec![span("", words.source_label), name_in("span", "hidden", format!(" ({label})"))];
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
        input(attributes, source.clone(), ctx.text_listeners(FieldId::UserSource(input_id))),
        mark_button(None, words.unmark_own),
    ];
    div("own-from", content)
}

fn source_field_name(input: &str) -> String {
    format!("{SOURCE_FIELD}{input}")
}

/// Returns the field that gets the focus after a figure was marked or unmarked,
/// since the button that was pressed no longer exists: the field of the source
/// when it was `marked`, or else the field of the figure.
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
        let state = State::from_address(&Address::of_view(""));
        let id = InputId::General(General::Huisvesting);
        let element = |id: &str| FocusRequest::Element(id.to_owned());
        assert_eq!(focus_after(&state, id, true), element("veld-herkomst-huisvesting"));
        assert_eq!(focus_after(&state, id, false), element("veld-huisvesting"));
    }
}
