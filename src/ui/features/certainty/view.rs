//! The view of what is uncertain: how likely it is that the costs are covered,
//! what that hangs on, what the rest must be worth, and what to measure first.

use crate::chart;
use crate::model::{General, InputId};
use crate::number::digits;
use crate::platform::is_in_sight;
use crate::ui::components::chart_view;
use crate::ui::components::element::{button, classed, div, element, heading, input, p, section, term, text};
use crate::ui::components::slider::step;
use crate::ui::features::centre;
pub use crate::ui::features::certainty::charts::{chart, name_of};
use crate::ui::features::certainty::charts::{
    curve_chart, curve_facts, euro, point, ranking_chart, spread_chart,
};
use crate::ui::features::certainty::ranges;
use crate::ui::features::certainty::ranges::POINT_ONLY;
use crate::ui::features::certainty::simulated_block::{Draw, Key, Make, Part as Drawn};
use crate::ui::features::certainty::state::{Refusal, Rest};
use crate::ui::features::changes;
use crate::ui::features::explain;
use crate::ui::features::explain::place;
use crate::ui::state::State;
use crate::uncertainty::{Figure, SimulationSummary, three_digits};
use std::rc::Rc;
use yew::prelude::*;

pub(crate) const DREMPEL: InputId = InputId::General(General::Drempel);

/// The card of how likely it is that the costs are covered.
pub(crate) const LIKELY: &str = "kaart-kans";
/// The card of what the rest must be worth.
pub(crate) const WORTH: &str = "kaart-rest";

/// The whole view.
pub fn view(state: &State) -> Html {
    let words = state.text().uncertainty;
    let shown = &state.uncertainty;
    let all = state.shared();
    let mut content = vec![head(state)];
    let refused = shown.refused.filter(|_| !state.deterministic_only());
    if let Some((_, why)) = refused {
        let said = if why == Refusal::Unable { words.refused } else { words.failed };
        let values = vec![Some("notice".into()), Some("status".into())];
        content.push(element("div", &["class", "role"], values, vec![p("", said)]));
    }
    let simulated = state.results();
    content.push(match simulated {
        Some(simulated) => pictures(&all, simulated),
        None => points(state),
    });
    let strip = simulated.map(|newest| {
        let found = seen(state, super::distribution_strip::PLACE, newest);
        of_figure(
            &all,
            found,
            at_rest(state, Rest::Unseen, newest),
            Make::Whole(super::distribution_strip::strip),
        )
    });
    content.push(ranges::view(&all, strip.unwrap_or_default()));
    content.push(match simulated.map(|newest| at_rest(state, Rest::Last, newest)) {
        Some(rest) => following(&all, rest, rest, Make::Whole(|state, _| changes::view::on_paper(state))),
        None => changes::view::on_paper(state),
    });
    div("uncertain", content)
}

/// The results that the part with this id follows: the newest where it is in
/// sight, or else those of the page at rest.
pub(crate) fn seen<'a>(
    state: &'a State,
    id: &str,
    newest: &'a Rc<SimulationSummary>,
) -> &'a Rc<SimulationSummary> {
    if is_in_sight(id) { newest } else { at_rest(state, Rest::Unseen, newest) }
}

/// The results of the page at rest, as far as it has come.
pub(crate) fn at_rest<'a>(
    state: &'a State,
    rest: Rest,
    newest: &'a Rc<SimulationSummary>,
) -> &'a Rc<SimulationSummary> {
    state.uncertainty.settled[rest as usize].as_ref().unwrap_or(newest)
}

/// A part of the view that is drawn anew only with other results, or others of
/// the page at rest.
pub(crate) fn following(
    state: &Rc<State>,
    results: &Rc<SimulationSummary>,
    rest: &Rc<SimulationSummary>,
    make: Make,
) -> Html {
    part_of(state, results, rest, make, None)
}

/// The same of the draws of the figure that was chosen, and of nothing else.
pub(crate) fn of_figure(
    state: &Rc<State>,
    results: &Rc<SimulationSummary>,
    rest: &Rc<SimulationSummary>,
    make: Make,
) -> Html {
    part_of(state, results, rest, make, Some(point(state, state.uncertainty.figure)))
}

pub(crate) fn part_of(
    state: &Rc<State>,
    results: &Rc<SimulationSummary>,
    rest: &Rc<SimulationSummary>,
    make: Make,
    point: Option<f64>,
) -> Html {
    let of = &state.uncertainty;
    let key = Key {
        results: results.clone(),
        rest: rest.clone(),
        figure: of.figure,
        tables: of.tables.len(),
        said: state.said.clone(),
        explained: state.explained.clone().map(|explained| (explained, state.changed)),
        point,
    };
    html! { <Drawn state={state.clone()} {make} key_={key} /> }
}

/// What this is, and the choice between spread and point.
pub(crate) fn head(state: &State) -> Html {
    let words = state.text().uncertainty;
    let (shown, deterministic_only) = (&state.uncertainty, state.deterministic_only());
    let mut content = vec![heading("h1", "onzeker", words.title), p("reading", words.intro)];
    let tick = html! { <input type="checkbox" name={POINT_ONLY} checked={deterministic_only} /> };
    content.push(classed("label", "check", vec![tick, text(words.deterministic_only)]));
    if deterministic_only {
        content.push(p("small", words.deterministic_hint));
    } else if shown.simulated.is_none() && shown.refused.is_none() {
        content.push(element("p", &["role"], vec![Some("status".into())], vec![text(words.waiting)]));
    }
    if state.problems().next().is_some() || state.has_bad_setting() {
        content.push(p("stale", words.stale));
    }
    section("question", "onzeker", content)
}

/// The four figures without uncertainty.
pub(crate) fn points(state: &State) -> Html {
    let words = state.text().uncertainty;
    let terms = Figure::ALL.map(|figure| {
        let value = point(state, figure);
        let name = explain::simulation_figures::point(figure).name(&state.outcome);
        let shown = data("", Some(value), euro(value));
        let opens = explain::figure(state, place::POINTS, &name, true, shown);
        term("figure", (words.figure)(figure), opens)
    });
    let list = classed("dl", "facts", terms.into());
    let open = explain::under(state, place::POINTS);
    section("card", "punt", vec![heading("h2", "punt", words.deterministic), list, open])
}

pub(crate) fn data(path: &'static str, value: Option<f64>, shown: String) -> Html {
    let path = (!path.is_empty()).then_some(AttrValue::Static(path));
    let value = value.map(digits::written).unwrap_or_default();
    element("data", &["data-simulated", "value"], vec![path, Some(value.into())], vec![text(shown)])
}

/// What moves with a slider is drawn with every answer where it is in sight;
/// what takes longer, or is to be read in peace, when the page has come to
/// rest, a part at a time.
pub(crate) fn pictures(state: &Rc<State>, simulated: &Rc<SimulationSummary>) -> Html {
    let [hangs, _, opens, last] = Rest::ALL.map(|rest| at_rest(state, rest, simulated));
    let choose =
        vec![centre::field::field(state, false, DREMPEL), p("small", state.text().uncertainty.curve_note)];
    let content = vec![
        of_figure(state, seen(state, LIKELY, simulated), opens, Make::Moving(likely)),
        card_of(
            WORTH,
            vec![
                following(state, seen(state, WORTH, simulated), last, Make::Moving(worth)),
                div("choose", choose),
            ],
        ),
        following(state, hangs, hangs, Make::Whole(super::tornado_view::hangs)),
        following(state, opens, opens, Make::Whole(first)),
        following(state, last, last, Make::Whole(super::measurement_advice::plan)),
    ];
    div("uncertain-pictures", content)
}

/// A card with an id.
pub(crate) fn card_of(id: &'static str, content: Vec<Html>) -> Html {
    element("div", &["class", "id"], vec![Some("card".into()), Some(id.into())], content)
}

/// A picture, with what opens and its data.
pub(crate) fn card(
    state: &Rc<State>,
    simulated: &SimulationSummary,
    rest: &Rc<SimulationSummary>,
    draw: Draw,
) -> Html {
    let chart = draw(state, simulated);
    chart_view::figure(state, &chart, state.has_failed(chart.id), more_of(state, chart.id, rest, draw))
}

/// What opens over a picture, what was opened, and its data once those are:
/// the first and last as they were when the page last came to rest. Nobody
/// presses a bar that moves, and a hundred of them would move with every answer.
pub(crate) fn more_of(state: &Rc<State>, id: &str, rest: &Rc<SimulationSummary>, draw: Draw) -> [Html; 3] {
    let at_rest = |make| following(state, rest, rest, make);
    let data = if is_open(state, id) { at_rest(Make::Data(draw)) } else { Html::default() };
    [at_rest(Make::Bars(draw)), explain::chart_hotspots::opened(state, id), data]
}

/// Whether a table was opened: before that it is not drawn.
pub(crate) fn is_open(state: &State, id: &str) -> bool {
    state.uncertainty.tables.iter().any(|opened| opened == id)
}

/// The draws of one figure, and how likely it is that costs are covered.
pub(crate) fn likely(
    state: &Rc<State>,
    simulated: &Rc<SimulationSummary>,
    rest: &Rc<SimulationSummary>,
) -> Html {
    let words = state.text().uncertainty;
    let figure = state.uncertainty.figure;
    let spread = simulated.spread(figure);
    let choice = |of: Figure| {
        let pressed = if of == figure { "true" } else { "false" };
        let command = format!("figure {}", of.id());
        let values =
            vec![Some("button".into()), Some("choice".into()), Some(pressed.into()), Some(command.into())];
        let keys = &["type", "class", "aria-pressed", "data-do"];
        element("button", keys, values, vec![text((words.figure)(of))])
    };
    let choices = Figure::ALL.map(choice).into();
    let values = vec![Some("choices".into()), Some("group".into()), Some(words.figures.into())];
    let choices = element("div", &["class", "role", "aria-label"], values, choices);
    let [low, _, middle, _, high] = spread.quantiles;
    let opens = |what: &str, shown: Html| {
        explain::figure(state, place::CHANCES, &explain::simulation_figures::name(what, figure), true, shown)
    };
    let chance = data("chance", Some(spread.positive), (words.chance)(spread.positive));
    let below = data(
        "below_point",
        Some(spread.below_deterministic),
        (words.chance)(spread.below_deterministic),
    );
    let facts = vec![
        term("", (words.chance_name)(figure), opens("kans", chance)),
        term("", words.below_deterministic, opens("onder", below)),
        term("", words.middle, opens("p50", data("p50", Some(middle), euro(three_digits(middle))))),
        term("", words.between, opens("tussen", text((words.between_shown)(low, high)))),
    ];
    let drawn = p("small", (words.drawn)(simulated.draws));
    let content = vec![
        choices,
        card(state, simulated, rest, spread_chart),
        classed("dl", "facts", facts),
        explain::under(state, place::CHANCES),
        p("small", words.honest),
        drawn,
    ];
    card_of(LIKELY, content)
}

/// What the rest must be worth, with that worth as a slider on the axis.
pub(crate) fn worth(
    state: &Rc<State>,
    simulated: &Rc<SimulationSummary>,
    rest: &Rc<SimulationSummary>,
) -> Html {
    let chart = curve_chart(state, simulated);
    let end = chart::acceptability::end(&simulated.curve, &curve_facts(state, simulated));
    let on_axis = |drawing| div("on-chart", vec![drawing, drempel_slider(state, end)]);
    let more = more_of(state, chart.id, rest, curve_chart);
    chart_view::framed(state, &chart, state.has_failed(chart.id), more, on_axis)
}

/// A slider as long as the axis that it lies on.
pub(crate) fn drempel_slider(state: &State, end: f64) -> Html {
    let drempel = state.inputs.general(General::Drempel);
    let words = centre::field::words(state, DREMPEL);
    let values = [
        "range".into(),
        state.inputs.name(DREMPEL).into(),
        "0".into(),
        digits::written(end).into(),
        digits::written(step(0.0, end, DREMPEL.definition().unit)).into(),
        (state.text().page.slider)(words.label).into(),
        format!("{} {}", state.text().notation.field(drempel, State::style(DREMPEL)), words.unit).into(),
    ];
    let keys = &["type", "data-slider", "min", "max", "step", "aria-label", "aria-valuetext"];
    let slider = input(keys, values.map(Some).into(), digits::written(drempel));
    div("slider on-axis", vec![slider])
}

/// What to measure first.
pub(crate) fn first(state: &Rc<State>, simulated: &Rc<SimulationSummary>) -> Html {
    let words = state.text().uncertainty;
    let drempel = state.inputs.general(General::Drempel);
    let mut content = vec![card(state, simulated, simulated, ranking_chart)];
    let half = simulated.drempels[0].ceil();
    if !simulated.can_change_decision() && !simulated.information_values.is_empty() {
        if half > 0.0 && half != drempel {
            let name = format!("{}.{}", chart::acceptability::DREMPEL, chart::acceptability::MARKED[0].1);
            let figures = [(name, euro(half))];
            content.push(explain::sentence::paragraph(state, "voorstel", &(words.propose)(half), &figures));
            let command = format!("drempel {}", digits::written(half));
            content.push(div("buttons", vec![button("button", command, (words.propose_button)(half))]));
        } else if half <= 0.0 {
            content.push(p("", words.no_need));
        }
    }
    div("card", content)
}
