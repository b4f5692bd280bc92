//! Renders the page natively, and checks every figure on it that can be pressed: it opens
//! an explanation with the value that the page shows. `sentence_figures.rs` chooses the scenarios.

use super::line::{Interval, calculate};
use rekenmodel::api::ScenarioSimulator;
use rekenmodel::scenario::Scenario;
use rekenmodel::scenario::link::Address;
use rekenmodel::ui::context::{Message, PageContext};
use rekenmodel::ui::features::explain::state::ExplainAction;
use rekenmodel::ui::features::explain::{ExplanationView, TermView, explain_figure};
use rekenmodel::ui::features::{
    building_blocks, centre, certainty, compare, embed, financing, share, sources, what_if, worksheet,
};
use rekenmodel::ui::routes::Route;
use rekenmodel::ui::state::{Action, State, ViewAction};
use rekenmodel::uncertainty::SimulationSummary;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
struct PageProps {
    ctx: PageContext,
}

/// The page without its fields: the results and views of the current route.
#[component]
fn Page(PageProps { ctx }: &PageProps) -> Html {
    let views = match ctx.view.route {
        Route::Centre => vec![centre::view(ctx)],
        Route::WhatIf => vec![what_if::view::view(ctx)],
        Route::Worksheet => vec![financing::results::warning(ctx), worksheet::results::view(ctx)],
        Route::Uncertainty => vec![certainty::view::view(ctx)],
        Route::Compare => vec![compare::view::view(ctx)],
        Route::Sources => vec![sources::view::view(ctx)],
        Route::Share => vec![share::view::view(ctx)],
        Route::BuildingBlocks => vec![building_blocks::view::view(ctx)],
        Route::Compact => vec![embed::view::view(ctx)],
    };
    views.into_iter().collect()
}

/// Returns the page in this state as HTML.
fn render(state: &State) -> String {
    let ctx = PageContext::inert(state.clone());
    let renderer = yew::LocalServerRenderer::<Page>::with_props(PageProps { ctx });
    pollster::block_on(renderer.hydratable(false).render())
}

/// Returns the state after an action.
pub fn after(state: &Rc<State>, action: impl Into<Action>) -> Rc<State> {
    let mut next = (**state).clone();
    next.apply(action.into());
    Rc::new(next)
}

/// Returns the state of a page that was opened at this view with this scenario.
pub fn open_page(json: &str, view: &str) -> Rc<State> {
    let scenario = Scenario::parse(json).unwrap_or_else(|_| panic!("{json}"));
    Rc::new(State::from_address(&Address::of_scenario(view, scenario)))
}

/// Simulates a scenario, and returns the results in the form in which the page gets them.
pub fn run_simulation(json: &str, draws: u32) -> SimulationSummary {
    let packed = ScenarioSimulator::default().simulate_packed(json, draws).unwrap();
    SimulationSummary::unpack(1, &packed.numbers, &packed.names).unwrap()
}

/// Returns the text of the page in this state, and that of the explanations of its figures.
pub fn text_with_explanations(state: &Rc<State>) -> String {
    let html = render(state);
    let mut all = text_of(&html);
    for button in figure_buttons(&html) {
        let Some(ExplanationView { name, lines, notes, .. }) = explain_figure(state, &button.name) else {
            continue;
        };
        let parts = lines.into_iter().map(|(_, line)| line).chain(notes.iter().map(ToString::to_string));
        [name].into_iter().chain(parts).for_each(|part| {
            all.push('\n');
            all.push_str(&part);
        });
    }
    all.replace('\u{a0}', " ")
}

/// A figure on the page that opens its explanation when it is pressed.
struct FigureButton {
    /// The block of the page that the figure is in, from the button's id.
    anchor: String,
    /// Name of the figure, from `data-figure`.
    name: String,
    /// Text of the button.
    text: String,
}

/// Returns the text of HTML, without tags and without texts for screen readers only.
fn text_of(html: &str) -> String {
    let mut all = String::new();
    let mut rest = html;
    while let Some((before, tag)) = rest.split_once('<') {
        all.push_str(before);
        let (tag, after) = tag.split_once('>').expect("a tag ends");
        let hidden = tag.starts_with("span class=\"hidden\"");
        rest = if hidden { after.split_once("</span>").expect("it ends").1 } else { after };
    }
    all.push_str(rest);
    all.replace("&lt;", "<").replace("&gt;", ">").replace("&#x27;", "'").replace("&amp;", "&")
}

fn figure_buttons(html: &str) -> Vec<FigureButton> {
    let buttons = html.split("<button ").skip(1).filter_map(|button| {
        let (tag, rest) = button.split_once('>')?;
        let attribute = |name: &str| {
            let (_, value) = tag.split_once(&format!(" {name}=\""))?;
            Some(value.split_once('"')?.0)
        };
        let name = attribute("data-figure")?;
        let suffix = format!("-{}", name.replace('.', "-"));
        let anchor = attribute("id")?.strip_prefix("cijfer-")?.strip_suffix(&suffix)?;
        let text = text_of(rest.split_once("</button>")?.0);
        Some(FigureButton { anchor: anchor.into(), name: name.into(), text })
    });
    buttons.collect()
}

/// Returns the numbers in a text, without their signs, each with the largest error that its
/// rounding can make: half a unit of its last digit.
pub fn numbers(text: &str) -> Vec<(f64, f64)> {
    let pieces = text.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
    let pieces = pieces.map(|piece| piece.trim_matches(['.', ',']));
    let read = |piece: &str| {
        let decimals = piece.split_once(',').map_or(0, |(_, decimals)| decimals.len());
        let value: f64 = piece.replace('.', "").replace(',', ".").parse().ok()?;
        Some((value, 0.5 * 10_f64.powi(-(decimals as i32))))
    };
    pieces.filter_map(read).collect()
}

/// Whether a button shows the value of its explanation, up to rounding: one of the numbers in
/// its text is one of that value's. A text without numbers, such as 'p.m.', shows none. Values
/// of information (`weten`) and of draws (`trekking`) are shown with three digits, and drempels
/// and thresholds are rounded up to whole euros; what is needed of a line is rounded up too.
fn shows_value_of_explanation(text: &str, value: &str, name: &str) -> bool {
    let (all, values) = (numbers(text), numbers(value));
    let is_value = |(shown, rounding): &(f64, f64)| {
        values.iter().any(|(value, _)| is_rounded(*shown, *rounding, *value, name))
    };
    all.is_empty() || values.is_empty() || all.iter().any(is_value)
}

/// Whether a number that is shown is this value, rounded as the figure with this name is.
fn is_rounded(shown: f64, rounding: f64, value: f64, name: &str) -> bool {
    let is_rounded_up =
        name.contains("threshold") || name.starts_with("break_even") && name.contains("gap") && shown > value;
    if is_rounded_up {
        return (0.0..1.0).contains(&(shown - value));
    }
    let slack = match name.split_once('.').map_or(name, |(kind, _)| kind) {
        "weten" | "trekking" => rounding.max(value * 0.005),
        "drempel" => 1.0,
        // What is needed is rounded up, a margin down.
        "eenheden" => rounding * 2.001,
        _ if name.starts_with("break_even.per_line") => rounding * 2.001,
        // The counts of one's own centre are shown in thousands, as the answer is.
        "bij" if shown % 1_000.0 == 0.0 => 500.0,
        // Rounded up, while its explanation is rounded to the nearest.
        _ if name == "hoever.keer" => rounding * 2.001,
        _ => rounding * 1.000_001,
    };
    (shown - value).abs() <= slack
}

/// Whether a line `sum = result` of an explanation is right; `None` if its left side is not
/// a calculation.
fn is_line_right(line: &str) -> Option<bool> {
    let (sum, result) = line.rsplit_once(" = ")?;
    let lows_of_both = |rest: &str| {
        let (one, other) = rest.split_once(" en ").expect("two numbers");
        [one, other].map(|number| calculate(number).low)
    };
    let found = if let Some(rest) = sum.strip_prefix("de laagste van ") {
        let [one, other] = lows_of_both(rest);
        Interval { low: one.min(other), high: one.min(other) + 0.02 }
    } else if let Some(rest) = sum.strip_prefix("de hoogste van ") {
        let [one, other] = lows_of_both(rest);
        Interval { low: one.max(other), high: one.max(other) + 0.02 }
    } else {
        let sum_only = sum.strip_suffix(", minstens €\u{a0}0").unwrap_or(sum);
        if sum_only.chars().any(char::is_alphabetic) {
            return None;
        }
        calculate(sum)
    };
    Some(found.overlaps(calculate(result)))
}

/// Returns the text of the sentences at `ANCHORS` without their figures that open. All
/// amounts in those sentences are calculated, so no amount may be left in the text.
fn sentences_without_figures(html: &str) -> Vec<String> {
    const ANCHORS: [&str; 8] = [
        "dekking-zinnen",
        "dekking-tekort",
        "dekking-rekening",
        "meetplan-cijfers",
        "netwerk-zin",
        "netwerk-lager",
        "netwerk-noten",
        "omslag-zin",
    ];
    let is_calculated =
        |sentence: &&str| ANCHORS.iter().any(|anchor| sentence.contains(&format!("id=\"cijfer-{anchor}-")));
    let sentences = ["p", "dd"].into_iter().flat_map(|tag| {
        let (begin, end) = (format!("<{tag}"), format!("</{tag}>"));
        let all =
            html.split(begin.as_str()).skip(1).filter_map(|rest| Some(rest.split_once(end.as_str())?.0));
        all.filter(is_calculated).collect::<Vec<_>>()
    });
    let without_figures = |sentence: &str| {
        let pieces = sentence.split("<button ").map(|piece| piece.rsplit("</button>").next().unwrap());
        text_of(pieces.collect::<String>().split_once('>').unwrap().1)
    };
    sentences.map(without_figures).collect()
}

/// Returns the terms of an explanation that are figures with an explanation of their own: the
/// name of the figure, and its value as the term states it.
fn figure_terms(explanation: &ExplanationView) -> impl Iterator<Item = (&str, &str)> {
    explanation.terms.iter().filter_map(|term| match term {
        TermView::Value { value, link: Some(link), .. } => match &link.message {
            Message::Act(Action::View(ViewAction::Explain(ExplainAction::Follow(name)))) => {
                Some((name.as_str(), value.as_str()))
            }
            _ => None,
        },
        _ => None,
    })
}

/// Checks all figures of the page in this state; `case` is named where any is wrong.
/// Returns the anchors and the kinds of the figures, such as `let-op.tijdelijk`, in one set,
/// and the number of lines that were calculated.
pub fn check_figures(state: &Rc<State>, case: &str) -> (BTreeSet<String>, usize) {
    let html = render(state);
    let (mut kinds, mut ids, mut lines) = (BTreeSet::new(), BTreeSet::new(), 0);
    let mut faults = Vec::new();
    for FigureButton { anchor, name, text } in figure_buttons(&html) {
        if !ids.insert(format!("{anchor} {name}")) {
            faults.push(format!("{anchor} has {name} twice"));
        }
        let Some(explanation) = explain_figure(state, &name) else {
            faults.push(format!("{name} in {anchor} has no explanation"));
            continue;
        };
        let value = &explanation.value;
        if !shows_value_of_explanation(&text, value, &name) {
            faults.push(format!("{name} in {anchor} reads {text}, and opens {value}"));
        }
        for (term, stated) in figure_terms(&explanation) {
            let opened = explain_figure(state, term).map(|explanation| explanation.value);
            if opened.as_deref() != Some(stated) {
                faults.push(format!("{name} has the term {term}: {stated}, which opens {opened:?}"));
            }
        }
        for (_, line) in &explanation.lines {
            let is_right = is_line_right(line);
            if is_right == Some(false) {
                faults.push(format!("{name}: {line}"));
            }
            lines += usize::from(is_right.is_some());
        }
        let last = explanation.lines.last().filter(|(_, line)| is_line_right(line).is_some());
        if let (Some((_, line)), true) = (last, name.starts_with("let-op") || name.starts_with("grens"))
            && !line.ends_with(&format!("= {value}"))
        {
            faults.push(format!("{name}: {line}, for {value}"));
        }
        kinds.insert(name.split('.').take(2).collect::<Vec<_>>().join("."));
        kinds.insert(anchor);
    }
    let unopened = sentences_without_figures(&html);
    let unopened = unopened.iter().filter(|sentence| sentence.contains(['€', '%']));
    faults.extend(unopened.map(|sentence| format!("this has an amount that does not open: {sentence}")));
    assert!(faults.is_empty(), "{case}:\n{}", faults.join("\n"));
    (kinds, lines)
}
