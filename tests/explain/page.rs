//! The page, drawn natively, and every figure on it pressed.

use super::line::{Range, calculated};
use rekenmodel::api::ScenarioSimulator;
use rekenmodel::scenario::Scenario;
use rekenmodel::scenario::link::Address;
use rekenmodel::ui::context::PageContext;
use rekenmodel::ui::features::explain::explain_figure;
use rekenmodel::ui::features::{
    building_blocks, centre, certainty, compare, embed, financing, share, sources,
};
use rekenmodel::ui::routes::Route;
use rekenmodel::ui::state::{Action, State};
use rekenmodel::uncertainty::SimulationSummary;
use std::collections::BTreeSet;
use std::rc::Rc;
use yew::prelude::*;

#[derive(Properties, PartialEq)]
struct PageProps {
    ctx: PageContext,
}

/// What the page is made of besides its fields.
#[component]
fn Page(PageProps { ctx }: &PageProps) -> Html {
    let parts = match ctx.view.route {
        Route::Centre => vec![financing::results::warning(ctx), centre::results::view(ctx)],
        Route::Certainty => vec![certainty::view::view(ctx)],
        Route::Compare => vec![compare::view::view(ctx)],
        Route::Sources => vec![sources::view::view(ctx)],
        Route::Share => vec![share::view::view(ctx)],
        Route::BuildingBlocks => vec![building_blocks::view::view(ctx)],
        Route::Embed => vec![embed::view::view(ctx)],
    };
    parts.into_iter().collect()
}

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

/// A page with this scenario.
pub fn begun(json: &str, view: &str) -> Rc<State> {
    let scenario = Scenario::parse(json).unwrap_or_else(|_| panic!("{json}"));
    Rc::new(State::at(&Address { view: view.into(), scenario: Some(Ok(scenario)) }))
}

/// What the simulation of a scenario says.
pub fn simulated(json: &str, draws: u32) -> SimulationSummary {
    let packed = ScenarioSimulator::default().simulate_packed(json, draws).unwrap();
    SimulationSummary::unpack(1, &packed.numbers, &packed.names).unwrap()
}

/// One figure that can be pressed.
struct Pressed {
    place: String,
    name: String,
    shown: String,
    in_text: bool,
}

/// The text of a part of the page; without what only screen readers get.
fn words(html: &str) -> String {
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

fn pressed(html: &str) -> Vec<Pressed> {
    let buttons = html.split("<button ").skip(1).filter_map(|part| {
        let (tag, rest) = part.split_once('>')?;
        let attribute = |name: &str| {
            let (_, value) = tag.split_once(&format!(" {name}=\""))?;
            Some(value.split_once('"')?.0)
        };
        let name = attribute("data-figure")?;
        let end = format!("-{}", name.replace('.', "-"));
        let place = attribute("id")?.strip_prefix("cijfer-")?.strip_suffix(&end)?;
        let shown = words(rest.split_once("</button>")?.0);
        let in_text = tag.contains("in-text");
        Some(Pressed { place: place.into(), name: name.into(), shown, in_text })
    });
    buttons.collect()
}

/// The numbers in a text, each with half of what its last digit counts.
pub fn numbers(text: &str) -> Vec<(f64, f64)> {
    let parts = text.split(|c: char| !c.is_ascii_digit() && c != '.' && c != ',');
    let parts = parts.map(|part| part.trim_matches(['.', ',']));
    let read = |part: &str| {
        let decimals = part.split_once(',').map_or(0, |(_, decimals)| decimals.len());
        let value: f64 = part.replace('.', "").replace(',', ".").parse().ok()?;
        Some((value, 0.5 * 10_f64.powi(-(decimals as i32))))
    };
    parts.filter_map(read).collect()
}

/// Whether a figure in a sentence is the one that its explanation states. What
/// was drawn has three digits, and amounts on the curve are rounded up.
fn is_stated(shown: &str, value: &str, name: &str) -> bool {
    if shown == value {
        return true;
    }
    let ([(shown, half), ..], [(value, _), ..]) = (&numbers(shown)[..], &numbers(value)[..]) else {
        return false;
    };
    let slack = match name.split_once('.').map_or(name, |(kind, _)| kind) {
        "weten" => value * 0.005,
        "drempel" => 1.0,
        _ => half * 1.000_001,
    };
    (shown - value).abs() <= slack
}

/// Whether a line of an explanation comes to what it says, where it is a sum.
fn comes_out(line: &str) -> Option<bool> {
    let (sum, result) = line.rsplit_once(" = ")?;
    let ends = |rest: &str| {
        let (one, other) = rest.split_once(" en ").expect("two of them");
        [one, other].map(|one| calculated(one).0)
    };
    let found = if let Some(rest) = sum.strip_prefix("de laagste van ") {
        let [one, other] = ends(rest);
        Range(one.min(other), one.min(other) + 0.02)
    } else if let Some(rest) = sum.strip_prefix("de hoogste van ") {
        let [one, other] = ends(rest);
        Range(one.max(other), one.max(other) + 0.02)
    } else {
        let sum_only = sum.strip_suffix(", minstens €\u{a0}0").unwrap_or(sum);
        if sum_only.chars().any(char::is_alphabetic) {
            return None;
        }
        calculated(sum)
    };
    Some(found.meets(calculated(result)))
}

/// The sentences in which every amount is a model's, without those that open.
fn left_over(html: &str) -> Vec<String> {
    const PLACES: [&str; 8] = [
        "dekking-zinnen",
        "dekking-tekort",
        "dekking-rekening",
        "meetplan-cijfers",
        "netwerk-zin",
        "netwerk-lager",
        "netwerk-noten",
        "omslag-zin",
    ];
    let is_one =
        |sentence: &&str| PLACES.iter().any(|place| sentence.contains(&format!("id=\"cijfer-{place}-")));
    let sentences = ["p", "dd"].into_iter().flat_map(|tag| {
        let (begin, end) = (format!("<{tag}"), format!("</{tag}>"));
        let all =
            html.split(begin.as_str()).skip(1).filter_map(|part| Some(part.split_once(end.as_str())?.0));
        all.filter(is_one).collect::<Vec<_>>()
    });
    let without = |sentence: &str| {
        let parts = sentence.split("<button ").map(|part| part.rsplit("</button>").next().unwrap());
        words(parts.collect::<String>().split_once('>').unwrap().1)
    };
    sentences.map(without).collect()
}

/// Checks the page as it stands; the kinds of figures that it has, and how many
/// lines were calculated.
pub fn check(state: &Rc<State>, said: &str) -> (BTreeSet<String>, usize) {
    let html = render(state);
    let (mut kinds, mut ids, mut lines) = (BTreeSet::new(), BTreeSet::new(), 0);
    for Pressed { place, name, shown, in_text } in pressed(&html) {
        assert!(ids.insert(format!("{place} {name}")), "{said}: {place} has {name} twice");
        let told =
            explain_figure(state, &name).unwrap_or_else(|| panic!("{said}: {name} in {place} says nothing"));
        if in_text {
            assert!(
                is_stated(&shown, &told.value, &name),
                "{said}: {name} in {place} reads {shown}, and opens {}",
                told.value
            );
        }
        for (_, line) in &told.lines {
            let good = comes_out(line);
            assert_ne!(good, Some(false), "{said}: {name}: {line}");
            lines += usize::from(good.is_some());
        }
        let last = told.lines.last().filter(|(_, line)| comes_out(line).is_some());
        if let (Some((_, line)), true) = (last, name.starts_with("let-op") || name.starts_with("grens")) {
            assert!(line.ends_with(&format!("= {}", told.value)), "{said}: {name}: {line}");
        }
        kinds.insert(name.split('.').take(2).collect::<Vec<_>>().join("."));
        kinds.insert(place);
    }
    for left in left_over(&html) {
        assert!(!left.contains(['€', '%']), "{said}: this has an amount that does not open: {left}");
    }
    (kinds, lines)
}
