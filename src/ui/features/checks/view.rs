//! The card with warnings about implausible figures. It is folded up at first,
//! and the warnings block nothing.

use crate::checks::{Warning, WarningKind, plausibility_checks};
use crate::model::InputId;
use crate::sources::BackgroundPart;
use crate::ui::commands::Command;
use crate::ui::components::element::{classed, details, div, heading};
use crate::ui::components::figure::{figure_button, name_in, name_text, sentence_in, sentence_text, space};
use crate::ui::context::PageContext;
use crate::ui::features::changes::view::input_name;
use crate::ui::features::explain;
use crate::ui::features::financing::editor::EDITOR;
use crate::ui::features::inputs::field::{field_id, plausible_text};
use crate::ui::features::own_lines;
use crate::ui::features::sources::background::part_id;
use crate::ui::state::State;
use yew::prelude::*;

/// Returns the card with all warnings, each with links to the fields that it is
/// about.
pub fn view(ctx: &PageContext) -> Html {
    let words = ctx.text().checks();
    let found = plausibility_checks(&ctx.workspace.inputs, &ctx.workspace.outcome);
    let errors = found.iter().filter(|warning| warning.is_probable_error()).count();
    let count = sentence_in("span", "group-total", (words.count)(found.len(), errors));
    let summary = vec![heading("h3", "", ctx.text().results().warnings_title), count];
    let intro = sentence_in("p", "small", if found.is_empty() { words.none } else { words.intro });
    let items = found.iter().map(|warning| item(ctx, warning)).collect();
    let content = vec![intro, classed("ul", "check-list", items)];
    details("group checks", false, summary, vec![div("group-content", content)])
}

fn item(ctx: &PageContext, warning: &Warning) -> Html {
    let words = ctx.text().checks();
    let mut lines: Vec<String> = Vec::new();
    for line in warning.inputs.iter().filter_map(|id| line_label(ctx, *id)) {
        if !lines.contains(&line) {
            lines.push(line);
        }
    }
    let (title, sentence) = (words.warning)(&warning.kind, &(words.list)(&lines));
    let anchor = warning_anchor(ctx, title, warning);
    let figures = explain::warning_figures::stated_figures(ctx, warning);
    let sentence = explain::sentence::paragraph(ctx, &anchor, &sentence, &figures);
    let mut head = vec![sentence_in("strong", "", title)];
    if warning.is_probable_error() {
        head.extend([space(), name_in("span", "tag", words.probable_error)]);
    }
    let link = |id: String, name: String| {
        let name = name_text(name);
        // In the static shell, without the program, buttons would do nothing.
        if ctx.is_shell() { name } else { figure_button("plain", ctx.press(Command::Reveal(id)), name) }
    };
    let mut links = vec![name_in("span", "small", words.look_at)];
    if warning.inputs.is_empty() {
        links.extend([space(), link(EDITOR.to_owned(), ctx.text().financing().title.to_owned())]);
    }
    if has_conditions(&warning.kind) && !ctx.is_shell() {
        let reveal = Command::RevealInSources(part_id(BackgroundPart::CONDITIONS));
        links.extend([space(), figure_button("plain", ctx.press(reveal), name_text(words.to_conditions))]);
    }
    for id in &warning.inputs {
        links.extend([space(), link(field_id(&ctx.workspace.inputs.name(*id)), input_name(ctx, *id))]);
        let range = plausible_text(ctx, *id);
        if let Some([low, high]) = range.filter(|_| warning.kind == WarningKind::OutsidePlausible) {
            links.extend([space(), sentence_text((words.plausible)(&low, &high))]);
        }
    }
    classed("li", "", vec![div("", head), sentence, classed("p", "check-links", links)])
}

/// Returns whether the page of sources has a condition for what this warning is about.
fn has_conditions(kind: &WarningKind) -> bool {
    matches!(
        kind,
        WarningKind::OneFunder { .. } | WarningKind::Temporary { .. } | WarningKind::AllTemporary { .. }
    )
}

/// Returns the anchor of the explanations that a warning opens. It is made of the
/// title and the first input, since several warnings can state the same figure,
/// and one kind of warning can be given for several lines.
fn warning_anchor(state: &State, title: &str, warning: &Warning) -> String {
    let input = warning.inputs.first().map(|id| state.workspace.inputs.name(*id)).unwrap_or_default();
    let title: Vec<&str> = title.split_whitespace().collect();
    format!("{}-{input}", title.join("-"))
}

/// Returns the phrase for the savings line or own line that an input belongs to;
/// `None` for general inputs.
fn line_label(state: &State, id: InputId) -> Option<String> {
    let name = match id {
        InputId::General(_) => return None,
        InputId::Line(line, _) => (state.text().line)(line).label.to_owned(),
        InputId::Own(index, _) => own_lines::view::label(state, index),
    };
    Some((state.text().checks().line)(&name))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::checks::is_plausible;
    use crate::model::inputs::plausible_range;
    use crate::model::{EuroPer, General};
    use crate::scenario::Scenario;
    use crate::ui::components::element::tests::rendered;
    use crate::ui::features::inputs::slider::slider_of;
    use crate::ui::features::sources;
    use crate::ui::routes::Route;

    /// Returns a state in prices of a year in which the range and the value of an input are the
    /// user's own.
    fn state_with(id: InputId, value: f64, year: u32, has_range: bool) -> State {
        let name = id.fixed_id().unwrap();
        let mut text = format!(r#"{{"values":{{"prijspeil":{year},"{name}":{value}}}"#);
        if has_range && id.definition().may_vary {
            text += &format!(r#","ranges":{{"{name}":{{"kind":"pert","low":{value},"high":{value}}}}}"#);
        }
        State::new(Route::Worksheet, Scenario::parse(&(text + "}")).unwrap())
    }

    /// For each input, its explanation, its slider, the page of sources and the warning have the
    /// same plausible range, whatever the value and the user's own range are.
    #[test]
    fn what_is_plausible_is_the_same_everywhere() {
        let mut checked = 0;
        for id in InputId::fixed().filter(|id| id.definition().plausible.is_some()) {
            for (year, has_range) in [(2016, false), (2025, false), (2025, true)] {
                let prices = state_with(id, id.definition().plausible.unwrap().0, year, false);
                let (low, high) = plausible_range(&prices.workspace.inputs, id).unwrap();
                let limits = id.definition().limits;
                for value in [low, high, (low + high) / 2.0, (high * 1.2).min(limits.1)] {
                    let state = state_with(id, value, year, has_range);
                    let range = plausible_text(&state, id).unwrap();
                    let words =
                        format!("annemelijk bij een gemiddeld initiatief: {} tot {}.", range[0], range[1]);
                    let inputs = &state.workspace.inputs;
                    assert_eq!(is_plausible(inputs, id), value <= high, "{id:?} {value}");
                    let slider = slider_of(&state, id);
                    let ends = [low, high].map(|end| slider.position(end));
                    assert_eq!(slider.plausible, Some((ends[0], ends[1])), "{id:?} {value}");
                    let ctx = PageContext::inert(state);
                    let help = rendered(sources::inputs::field_help(&ctx, id));
                    assert_eq!(help.matches(&words).count(), 1, "{words} {help}");
                    assert_eq!(help.matches("annemelijk").count(), 1, "{help}");
                    let source = rendered(sources::inputs::input_item(&ctx, id));
                    assert_eq!(source.matches(&words).count(), 1, "{words} {source}");
                    let warning = Warning { kind: WarningKind::OutsidePlausible, inputs: vec![id] };
                    let warning = rendered(item(&ctx, &warning));
                    let words = format!("(aannemelijk: {} tot {})", range[0], range[1]);
                    assert!(warning.contains(&words), "{words} {warning}");
                    checked += 1;
                }
            }
        }
        assert!(checked > 200, "{checked}");
    }

    /// The range of the brochure's costs per visitor is in the sentence of a warning too.
    #[test]
    fn the_warning_about_costs_per_visitor_has_the_range_of_its_input() {
        let state = state_with(InputId::General(General::KostenPerBezoeker), 600.0, 2016, false);
        let (low, high) =
            plausible_range(&state.workspace.inputs, InputId::General(General::KostenPerBezoeker)).unwrap();
        let kind = WarningKind::CostPerVisitor { per_visitor: EuroPer::new(900.0), high: true, far: true };
        let (_, sentence) = (state.text().checks().warning)(&kind, "");
        let notation = state.text().notation;
        let words =
            format!("aannemelijk: {} tot {}, in prijzen van 2016", notation.euro(low), notation.euro(high));
        assert!(sentence.replace('\u{a0}', " ").contains(&words.replace('\u{a0}', " ")), "{sentence}");
    }
}
