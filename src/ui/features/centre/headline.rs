//! What came out: four figures that stay in view, one sentence, and the
//! figures that always stand beside it.

use crate::model::{Euro, EuroPer, Preset};
use crate::number::digits;
use crate::ui::components::element::{classed, div, element, heading, p, section, term, text};
use crate::ui::features::changes;
use crate::ui::features::evidence;
use crate::ui::features::explain;
use crate::ui::features::explain::place;
use crate::ui::lazy;
use crate::ui::state::State;
use yew::prelude::*;

/// One figure: `<data>` with its unrounded value and its path in the outcome.
fn figure(state: &State, place: &'static str, path: &'static str, value: Option<f64>, shown: String) -> Html {
    let value = value.map(digits::written).unwrap_or_default();
    let values = vec![Some(path.into()), Some(value.into())];
    let data = element("data", &["data-result", "value"], values, vec![text(shown)]);
    explain::figure(state, place, path, true, data)
}

fn euro(state: &State, place: &'static str, path: &'static str, euros: f64) -> Html {
    figure(state, place, path, Some(euros), state.text().notation.euro(euros))
}

/// What the page is for, and whose figures these are.
pub fn question(state: &State) -> Html {
    let page = state.text().page;
    let base = state.scenario().base;
    let own = base != Preset::Brochure || state.changes() > 0;
    let reading = if own {
        (page.own_reading)((state.text().preset)(base).0).into()
    } else {
        AttrValue::Static(page.intro_reading)
    };
    let differs = if state.changes() > 0 { changes::view::line(state, "reveal") } else { Html::default() };
    let mut content = vec![heading("h1", "vraag", page.intro), p("reading", reading), differs];
    let name = &state.scenario().name;
    if !name.is_empty() {
        content.push(p("scenario-name", name.clone()));
    }
    section("question", "vraag", content)
}

/// The four figures that stay in view while inputs change.
pub fn figures(state: &State) -> Html {
    let page = state.text().page;
    let outcome = &state.outcome;
    let gap = outcome.break_even.gap;
    let stale = state.problems().next().is_some();
    // A negative gap is a surplus; its value stays what the outcome says.
    let gap_name = if gap < Euro::ZERO { page.surplus } else { page.gap };
    let shown_gap = state.text().notation.euro(gap.euros().abs());
    let threshold = outcome.break_even.pm_threshold;
    let top = |path, amount: Euro| euro(state, place::HEADLINE, path, amount.euros());
    let terms = vec![
        term(
            "figure figure-gap",
            gap_name,
            figure(state, place::HEADLINE, "break_even.gap", Some(gap.euros()), shown_gap),
        ),
        term("figure", page.costs, top("costs.net", outcome.costs.net)),
        term("figure", page.savings, top("total.savings", outcome.total.savings)),
        term("figure", page.pm_worth, top("break_even.pm_threshold", threshold)),
    ];
    let mut content = vec![classed("dl", "", terms)];
    if stale {
        content.push(p("stale", page.stale));
    }
    content.push(explain::under(state, place::HEADLINE));
    let class = if stale { "figures is-stale" } else { "figures" };
    let values = vec![Some(class.into()), Some(page.headline.into())];
    element("section", &["class", "aria-label"], values, content)
}

/// The sentence, and the figures that always stand beside the headline.
pub fn story(state: &State) -> Html {
    let words = state.text();
    let page = words.page;
    let outcome = &state.outcome;
    let per = |path, amount: EuroPer| euro(state, place::FACTS, path, amount.euros());
    let in_all = |path, amount: Euro| euro(state, place::FACTS, path, amount.euros());
    let coverage = outcome.total.coverage.times();
    let shown = coverage.map_or_else(|| page.no_figure.to_owned(), |times| words.notation.percent(times));
    let facts = [
        (page.costs_per_visitor, per("costs.per_visitor", outcome.costs.per_visitor)),
        (page.gap_per_visitor, per("break_even.gap_per_visitor", outcome.break_even.gap_per_visitor)),
        (page.coverage, figure(state, place::FACTS, "total.coverage", coverage, shown)),
        (page.net, in_all("total.net", outcome.total.net)),
        (page.not_cashable, in_all("total.not_cashable", outcome.total.not_cashable)),
        (page.gemeente_net, in_all("parties.gemeente.net", outcome.parties.gemeente.net)),
        (page.society_net, in_all("society.net", outcome.society.net)),
        (page.npv, in_all("npv", outcome.npv)),
    ];
    let facts = facts.map(|(name, value)| term("", name, value));
    let sentence = lazy::sentence(state);
    div(
        "story",
        vec![
            element(
                "p",
                &["class", "aria-live"],
                vec![Some("sentence".into()), Some("polite".into())],
                sentence,
            ),
            explain::under(state, place::SENTENCE),
            evidence::view::line(state),
            classed("dl", "facts", facts.into()),
            explain::under(state, place::FACTS),
            lazy::plan_warning(state),
            p("small", (page.facts_note)(state.inputs.year())),
        ],
    )
}
