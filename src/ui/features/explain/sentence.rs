//! Figures inside sentences: the amount itself is what opens, and the sentence
//! reads as it did. What stands beside the same figure that opens is for
//! pointers only, so that the Tab key does not stop twice.

use crate::ui::components::element::{classed, div};
use crate::ui::components::figure::{figure_text, sentence_text};
use crate::ui::context::PageContext;
use crate::ui::features::explain::{anchor, figure_button, is_open, under};
use crate::ui::state::State;
use yew::prelude::*;

/// The class of a figure that is as large as its sentence.
const IN_TEXT: &str = "figure-button in-text";

/// A figure that a sentence states: the name of what opens, and how it is
/// written there.
pub type Stated = (String, String);

/// Returns the sentence with its figures as buttons, in the order in which they
/// stand in it. A figure that it does not state is passed over.
pub fn parts(ctx: &PageContext, anchor: &str, by_tab: bool, sentence: &str, figures: &[Stated]) -> Vec<Html> {
    let (mut rest, mut parts) = (sentence, Vec::new());
    for (name, shown) in figures {
        let Some((before, after)) = split(rest, shown) else { continue };
        parts.push(sentence_text(before.to_owned()));
        parts.push(figure_button(ctx, IN_TEXT, anchor, name, by_tab, vec![figure_text(shown.clone())]));
        rest = after;
    }
    parts.push(sentence_text(rest.to_owned()));
    parts
}

/// Returns the sentence with every figure reached by the Tab key; words alone
/// where there is no program to open them.
pub fn content(ctx: &PageContext, anchor: &str, sentence: &str, figures: &[Stated]) -> Vec<Html> {
    if ctx.is_shell() {
        vec![sentence_text(sentence.to_owned())]
    } else {
        parts(ctx, anchor, true, sentence, figures)
    }
}

/// Returns the explanation that one of these figures opened. Sentences that
/// state other figures can share an anchor, and only one of them has it.
pub fn below(ctx: &PageContext, anchor: &str, figures: &[Stated]) -> Html {
    let opened = figures.iter().any(|(name, _)| is_open(ctx, anchor, name));
    if opened { under(ctx, anchor) } else { Html::default() }
}

/// Returns a sentence as a paragraph, with its explanation below it.
pub fn paragraph(ctx: &PageContext, anchor: &str, sentence: &str, figures: &[Stated]) -> Html {
    styled(ctx, "", anchor, sentence, figures)
}

/// Returns a sentence as a paragraph with a class, with its explanation below.
pub fn styled(
    ctx: &PageContext,
    class: &'static str,
    anchor: &str,
    sentence: &str,
    figures: &[Stated],
) -> Html {
    let paragraph = classed("p", class, content(ctx, anchor, sentence, figures));
    div("", vec![paragraph, below(ctx, anchor, figures)])
}

/// Returns what stands before and behind the first time that a figure is stated
/// as a whole.
fn split<'a>(sentence: &'a str, shown: &str) -> Option<(&'a str, &'a str)> {
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

/// Returns a figure of the outcome as a sentence states it in euros; a surplus
/// is stated without its minus.
pub fn euros(state: &State, name: &str, amount: f64) -> Stated {
    (name.to_owned(), state.text().notation.euro(amount.abs()))
}

/// Returns the headline's sentence; its figures stand around it, and open there
/// too.
pub fn headline(ctx: &PageContext) -> Vec<Html> {
    let outcome = &ctx.workspace.outcome;
    let sentence = ctx.text().headline(outcome, ctx.workspace.evidence.grade);
    if ctx.is_shell() {
        return vec![sentence_text(sentence)];
    }
    let gap = &outcome.break_even;
    let share = outcome.total.coverage.times().map(|times| ctx.text().notation.percent(times));
    let figures = [
        euros(ctx, "costs.net", outcome.costs.net.euros()),
        euros(ctx, "total.savings", outcome.total.savings.euros()),
        ("total.coverage".to_owned(), share.unwrap_or_default()),
        euros(ctx, "break_even.gap", gap.gap.euros()),
        euros(ctx, "break_even.gap_per_visitor", gap.gap_per_visitor.euros()),
    ];
    parts(ctx, anchor::SENTENCE, false, &sentence, &figures)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::link::Address;
    use crate::ui::features::explain::state::ExplainAction;

    #[test]
    fn a_figure_is_found_as_a_whole() {
        let sentence = "Van € 1.300 en −€ 300 blijft € 300.";
        assert_eq!(split(sentence, "€ 300"), Some(("Van € 1.300 en −€ 300 blijft ", ".")));
        assert_eq!(split("€ 300.000 en € 3000", "€ 300"), None);
        assert_eq!(split("51% daarvan", "51%"), Some(("", " daarvan")));
        assert_eq!(split("151% of 1,51%", "51%"), None);
        assert_eq!(split("nul", ""), None);
    }

    #[derive(Properties, PartialEq)]
    struct SentenceProps {
        ctx: PageContext,
    }

    #[component]
    fn ShownSentence(props: &SentenceProps) -> Html {
        let figures = [("costs.net".to_owned(), "€ 5".to_owned())];
        paragraph(&props.ctx, "proef", "Het kost € 5.", &figures)
    }

    fn rendered(state: State) -> String {
        let props = SentenceProps { ctx: PageContext::inert(state) };
        let renderer = yew::LocalServerRenderer::<ShownSentence>::with_props(props).hydratable(false);
        pollster::block_on(renderer.render())
    }

    /// Checks that every part of a sentence is an element that is not translated,
    /// so that a page that a browser translates goes on.
    #[test]
    fn every_part_of_a_sentence_is_an_element() {
        let mut state = State::from_address(&Address { view: String::new(), scenario: None });
        let sentence = "<div><p><span translate=\"no\">Het kost </span><button type=\"button\" \
            class=\"figure-button in-text\" id=\"cijfer-proef-costs-net\" data-figure=\"costs.net\" \
            aria-expanded=\"false\"><span translate=\"no\">€ 5</span></button>\
            <span translate=\"no\">.</span></p></div>";
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
