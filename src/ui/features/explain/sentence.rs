//! Figures inside sentences: the amount itself is what opens, and the sentence
//! reads as it did. What stands beside the same figure that opens is a way for
//! pointers only, so that the Tab key does not stop twice.

use crate::ui::components::element::{classed, div, text};
use crate::ui::features::explain::{is_open, opener, under};
use crate::ui::state::State;
use yew::prelude::*;

/// The class of a figure that is as large as its sentence.
const IN_TEXT: &str = "figure-button in-text";

/// A figure in a sentence: the name of what opens, and how it is written there.
pub type Stated = (String, String);

/// The sentence with its figures as buttons, in the order in which they stand
/// in it. A figure that it does not state is passed over.
pub fn parts(state: &State, place: &str, by_tab: bool, said: &str, figures: &[Stated]) -> Vec<Html> {
    let (mut rest, mut parts) = (said, Vec::new());
    for (name, shown) in figures {
        let Some((before, after)) = split(rest, shown) else { continue };
        parts.push(text(before.to_owned()));
        parts.push(opener(state, IN_TEXT, place, name, by_tab, vec![text(shown.clone())]));
        rest = after;
    }
    parts.push(text(rest.to_owned()));
    parts
}

/// The same with every figure reached by the Tab key; words alone where there is
/// no program to open them.
pub fn content(state: &State, place: &str, said: &str, figures: &[Stated]) -> Vec<Html> {
    if state.is_shell() { vec![text(said.to_owned())] } else { parts(state, place, true, said, figures) }
}

/// The explanation that one of these figures opened. Sentences that state other
/// figures can share a block, and only one of them has it.
pub fn below(state: &State, place: &str, figures: &[Stated]) -> Html {
    let opened = figures.iter().any(|(name, _)| is_open(state, place, name));
    if opened { under(state, place) } else { Html::default() }
}

/// A sentence as a paragraph, with its explanation below it.
pub fn paragraph(state: &State, place: &str, said: &str, figures: &[Stated]) -> Html {
    styled(state, "", place, said, figures)
}

/// The same with a class.
pub fn styled(state: &State, class: &'static str, place: &str, said: &str, figures: &[Stated]) -> Html {
    let said = classed("p", class, content(state, place, said, figures));
    div("", vec![said, below(state, place, figures)])
}

/// What stands before and behind the first time that this is stated as a whole.
fn split<'a>(said: &'a str, shown: &str) -> Option<(&'a str, &'a str)> {
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
    let found = said.match_indices(shown).map(|(at, _)| (&said[..at], &said[at + shown.len()..]));
    found.filter(|_| !shown.is_empty()).find(|(before, after)| begins(before) && ends(after))
}

/// A figure of the outcome by its name, as euros; a surplus is stated without
/// its minus.
pub fn euros(state: &State, name: &str, amount: f64) -> Stated {
    (name.to_owned(), state.text().notation.euro(amount.abs()))
}

/// The headline's sentence; its figures stand around it, and open there too.
pub fn headline(state: &State) -> Vec<Html> {
    let outcome = &state.outcome;
    let said = state.text().headline(outcome, state.firm.grade);
    let gap = &outcome.break_even;
    let share = outcome.total.coverage.times().map(|times| state.text().notation.percent(times));
    let figures = [
        euros(state, "costs.net", outcome.costs.net.euros()),
        euros(state, "total.savings", outcome.total.savings.euros()),
        ("total.coverage".to_owned(), share.unwrap_or_default()),
        euros(state, "break_even.gap", gap.gap.euros()),
        euros(state, "break_even.gap_per_visitor", gap.gap_per_visitor.euros()),
    ];
    parts(state, crate::ui::features::explain::place::SENTENCE, false, &said, &figures)
}

#[cfg(test)]
mod tests {
    use crate::ui::features::explain::sentence::split;

    #[test]
    fn a_figure_is_found_as_a_whole() {
        let said = "Van € 1.300 en −€ 300 blijft € 300.";
        assert_eq!(split(said, "€ 300"), Some(("Van € 1.300 en −€ 300 blijft ", ".")));
        assert_eq!(split("€ 300.000 en € 3000", "€ 300"), None);
        assert_eq!(split("51% daarvan", "51%"), Some(("", " daarvan")));
        assert_eq!(split("151% of 1,51%", "51%"), None);
        assert_eq!(split("nul", ""), None);
    }
}
