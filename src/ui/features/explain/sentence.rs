//! Sentences in which the figures are buttons that open their explanations, while
//! the text stays as it is. Where the same figures are also shown as buttons next
//! to the sentence, the Tab key skips those in the sentence.

use crate::model::{Euro, Outcome, Perspective};
use crate::number::round_up;
use crate::text::sentences::HeadlineFacts;
use crate::ui::components::element::{classed, div};
use crate::ui::components::figure::{figure_text, sentence_text};
use crate::ui::context::PageContext;
use crate::ui::features::explain::{anchor, explanation_at, figure_button, is_open};
use crate::ui::state::State;
use yew::prelude::*;

/// The class of a figure in a sentence, which has the font of the sentence.
const IN_TEXT: &str = "figure-button in-text";

/// A figure that a sentence states: its name, and how the sentence writes it.
pub type StatedFigure = (String, String);

/// Returns the sentence with its figures as buttons. The figures must be in the
/// order of the sentence; one that it does not state is skipped.
pub fn with_buttons(
    ctx: &PageContext,
    anchor: &str,
    are_tab_stops: bool,
    sentence: &str,
    figures: &[StatedFigure],
) -> Vec<Html> {
    let (mut rest, mut parts) = (sentence, Vec::new());
    for (name, shown) in figures {
        let Some((before, after)) = split_at_figure(rest, shown) else { continue };
        parts.push(sentence_text(before.to_owned()));
        let content = vec![figure_text(shown.clone())];
        let button = figure_button(ctx, IN_TEXT, anchor, name, are_tab_stops, content);
        // A browser may break a line between a button and the mark that follows it.
        let (mark, after) = after.split_at(after.find(char::is_whitespace).unwrap_or(after.len()));
        parts.push(classed("span", "unbroken", vec![button, sentence_text(mark.to_owned())]));
        rest = after;
    }
    parts.push(sentence_text(rest.to_owned()));
    parts
}

/// Returns the content of a sentence: its text with figures as buttons at which
/// the Tab key stops. In the static shell it is text only.
pub fn content(ctx: &PageContext, anchor: &str, sentence: &str, figures: &[StatedFigure]) -> Vec<Html> {
    if ctx.is_shell() {
        vec![sentence_text(sentence.to_owned())]
    } else {
        with_buttons(ctx, anchor, true, sentence, figures)
    }
}

/// Returns the explanation that one of these figures opened, to be shown below
/// their sentence; empty where another sentence with this anchor opened it.
pub fn explanation(ctx: &PageContext, anchor: &str, figures: &[StatedFigure]) -> Html {
    let opened = figures.iter().any(|(name, _)| is_open(ctx, anchor, name));
    if opened { explanation_at(ctx, anchor) } else { Html::default() }
}

/// Returns a sentence as a paragraph, with its explanation below it.
pub fn paragraph(ctx: &PageContext, anchor: &str, sentence: &str, figures: &[StatedFigure]) -> Html {
    classed_paragraph(ctx, "", anchor, sentence, figures)
}

/// Returns a sentence as a paragraph with a class, with its explanation below.
pub fn classed_paragraph(
    ctx: &PageContext,
    class: &'static str,
    anchor: &str,
    sentence: &str,
    figures: &[StatedFigure],
) -> Html {
    let paragraph = classed("p", class, content(ctx, anchor, sentence, figures));
    div("", vec![paragraph, explanation(ctx, anchor, figures)])
}

/// Returns the text before and after the first place where a sentence states a
/// figure as a whole number: '€ 300' is not found in '€ 300.000'.
fn split_at_figure<'a>(sentence: &'a str, shown: &str) -> Option<(&'a str, &'a str)> {
    let ends = |after: &str| {
        let mut next = after.chars();
        match next.next() {
            Some('.' | ',') => !next.next().is_some_and(|c| c.is_ascii_digit()),
            Some(c) => !c.is_ascii_digit(),
            None => true,
        }
    };
    let begins =
        |before: &str| !before.ends_with(|c: char| c.is_ascii_digit() || matches!(c, ',' | '.' | '−'));
    let found = sentence.match_indices(shown).map(|(at, _)| (&sentence[..at], &sentence[at + shown.len()..]));
    found.filter(|_| !shown.is_empty()).find(|(before, after)| begins(before) && ends(after))
}

/// Returns the figure with this name as a sentence states it: in euros and
/// without its sign, since the sentence gives the sign in words.
pub fn stated_euros(state: &State, name: &str, amount: f64) -> StatedFigure {
    (name.to_owned(), state.text().notation.euro(amount.abs()))
}

/// Returns the content of the headline's sentence. The Tab key skips its figures,
/// since the same figures are shown above and below it.
pub fn headline(ctx: &PageContext) -> Vec<Html> {
    let (outcome, perspective) = (&ctx.workspace.outcome, ctx.workspace.inputs.perspective);
    let facts = HeadlineFacts {
        outcome,
        perspective,
        grade: ctx.workspace.evidence.grade,
        knows_cashable: ctx.workspace.knows_cashable(),
    };
    let sentence = (ctx.text().result_sentences().headline)(&facts);
    if ctx.is_shell() {
        return vec![sentence_text(sentence)];
    }
    let figures = headline_figures(ctx, outcome, perspective);
    with_buttons(ctx, anchor::SENTENCE, false, &sentence, &figures)
}

/// Returns the figures that the headline may state, in their order.
fn headline_figures(state: &State, outcome: &Outcome, perspective: Perspective) -> Vec<StatedFigure> {
    let break_even = &outcome.break_even;
    let gap = break_even.perspectives.get(perspective);
    let (society, gemeente) = (&outcome.society, &outcome.parties.gemeente);
    let figures = match perspective {
        Perspective::Partijen => vec![
            ("costs.net", outcome.costs.net.euros()),
            ("total.savings", outcome.total.savings.euros()),
            ("total.not_cashable", outcome.total.not_cashable.euros()),
            ("break_even.gap", gap.gap.euros()),
            ("break_even.gap_per_visitor", gap.gap_per_visitor.euros()),
        ],
        Perspective::Gemeente => vec![
            ("parties.gemeente.costs", gemeente.costs.euros()),
            ("parties.gemeente.savings", gemeente.savings.euros()),
            ("break_even.perspectives.gemeente.gap", gap.gap.euros()),
            ("break_even.perspectives.gemeente.gap_per_visitor", gap.gap_per_visitor.euros()),
        ],
        Perspective::Samenleving if gap.gap < Euro::ZERO => vec![
            ("costs.net", outcome.costs.net.euros()),
            ("society.savings", society.savings.euros()),
            ("break_even.perspectives.samenleving.gap", gap.gap.euros()),
            ("break_even.perspectives.samenleving.gap_per_visitor", gap.gap_per_visitor.euros()),
        ],
        Perspective::Samenleving => vec![
            ("costs.net", outcome.costs.net.euros()),
            ("society.savings", society.savings.euros()),
            // The sentence rounds thresholds up.
            ("break_even.society_threshold", round_up(break_even.society_threshold.euros(), 0)),
            (
                "break_even.society_threshold_per_visitor",
                round_up(break_even.society_threshold_per_visitor.euros(), 0),
            ),
        ],
    };
    figures.into_iter().map(|(name, amount)| stated_euros(state, name, amount)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::link::Address;
    use crate::ui::features::explain::state::ExplainAction;

    #[test]
    fn a_figure_is_found_as_a_whole_number_only() {
        let sentence = "Van € 1.300 en −€ 300 blijft € 300.";
        assert_eq!(split_at_figure(sentence, "€ 300"), Some(("Van € 1.300 en −€ 300 blijft ", ".")));
        assert_eq!(split_at_figure("€ 300.000 en € 3000", "€ 300"), None);
        assert_eq!(split_at_figure("51% daarvan", "51%"), Some(("", " daarvan")));
        assert_eq!(split_at_figure("151% of 1,51%", "51%"), None);
        assert_eq!(split_at_figure("nul", ""), None);
    }

    #[derive(Properties, PartialEq)]
    struct SentenceProps {
        ctx: PageContext,
    }

    #[component]
    fn RenderedSentence(props: &SentenceProps) -> Html {
        let figures = [("costs.net".to_owned(), "€ 5".to_owned())];
        paragraph(&props.ctx, "proef", "Het kost € 5.", &figures)
    }

    fn rendered(state: State) -> String {
        let props = SentenceProps { ctx: PageContext::inert(state) };
        let renderer = yew::LocalServerRenderer::<RenderedSentence>::with_props(props).hydratable(false);
        pollster::block_on(renderer.render())
    }

    /// Checks that all text of a sentence is inside elements that a browser does
    /// not translate; translated text nodes would break the page.
    #[test]
    fn all_text_of_a_sentence_is_in_elements_that_are_not_translated() {
        let mut state = State::from_address(&Address::of_view(""));
        let sentence = "<div><p><span translate=\"no\">Het kost </span><span class=\"unbroken\"><button type=\"button\" \
            class=\"figure-button in-text\" id=\"cijfer-proef-costs-net\" data-figure=\"costs.net\" \
            aria-expanded=\"false\"><span translate=\"no\">€ 5</span></button>\
            <span translate=\"no\">.</span></span><span translate=\"no\"></span></p></div>";
        assert_eq!(rendered(state.clone()), sentence);
        state.apply(ExplainAction::Open("proef".into(), "costs.net".into()).into());
        let open = rendered(state.clone());
        assert!(open.contains("aria-expanded=\"true\" aria-controls=\"uitleg\""), "{open}");
        assert!(open.contains("<div id=\"uitleg\" class=\"explanation\""), "{open}");
        state.apply(ExplainAction::Close.into());
        state.view.shell = true;
        assert_eq!(rendered(state), "<div><p><span translate=\"no\">Het kost € 5.</span></p></div>");
    }
}
