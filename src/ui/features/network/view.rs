//! The view of the network of initiatives: the fields for the number of initiatives
//! of each scenario, and a sentence and a chart with the totals. [`crate::network`]
//! adds up the figures.
//!
//! The *members* of a network are the scenarios of which it has initiatives.

use crate::chart;
use crate::chart::Chart;
use crate::model::General;
use crate::network::{Network, NetworkDistribution, NetworkMember, sum};
use crate::text::network::NetworkFacts;
use crate::ui::components::choice::ChoiceOption;
use crate::ui::components::element::{attributes, button, div, element, heading, p, section};
use crate::ui::components::figure::{sentence_in, space};
use crate::ui::context::PageContext;
use crate::ui::controls::choice;
use crate::ui::features::certainty::ranges::field_content;
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::compare::compared_scenario::ComparedScenario;
use crate::ui::features::explain::sentence::StatedFigure;
use crate::ui::features::financing::editor::number_field;
use crate::ui::features::network::state::{NetworkAction, NetworkField, is_national};
use crate::ui::features::network::{national, region, results};
use crate::ui::features::{charts, explain, storage};
use crate::ui::state::{FieldId, State};
use yew::prelude::*;

/// The start of the name of the field for the number of initiatives of a scenario;
/// its index follows.
const FIELD: &str = "netwerk.";
/// The name of the field of the inhabitants.
pub(crate) const INHABITANTS: &str = "netwerk.inwoners";
/// The name of the list that chooses whether initiatives turn out well or badly
/// together.
const CORRELATED: &str = "netwerk.samen";
/// The anchor of explanations of the sentence on the network.
const SENTENCE_ANCHOR: &str = "netwerk-zin";
/// The anchor of explanations of the sentence on its reach.
const REACH_ANCHOR: &str = "netwerk-bereik";
/// A network with the names of its members.
struct NetworkSummary {
    network: Network,
    /// The number of initiatives and the label of each member.
    members: Vec<(u32, String)>,
}

impl NetworkSummary {
    /// Returns the facts that sentences about the network state.
    fn facts(&self) -> NetworkFacts<'_> {
        NetworkFacts {
            members: &self.members,
            initiatives: self.network.initiatives,
            visitors: self.network.visitors,
            costs: self.network.costs,
            savings: self.network.savings,
            year: self.network.year,
        }
    }
}

/// Returns the name of the field of the number of initiatives of the scenario at
/// this index.
pub(crate) fn count_field(index: usize) -> String {
    format!("{FIELD}{index}")
}

/// Returns the members of the network, each with its index among the scenarios
/// and its number of initiatives.
pub(crate) fn indexed_members<'a>(
    state: &'a State,
    entries: &'a [ComparedScenario<'a>],
) -> impl Iterator<Item = (usize, u32, &'a ComparedScenario<'a>)> {
    let counts = state.workspace.current.network.counts.iter().copied();
    let all = counts.zip(entries).enumerate().map(|(index, (count, entry))| (index, count, entry));
    all.filter(|(_, count, _)| *count > 0)
}

/// Returns the members of the network, each with its number of initiatives.
pub(super) fn counted_members<'a>(
    state: &'a State,
    entries: &'a [ComparedScenario<'a>],
) -> impl Iterator<Item = (u32, &'a ComparedScenario<'a>)> {
    indexed_members(state, entries).map(|(_, count, entry)| (count, entry))
}

/// Returns the members of the network as [`crate::network`] takes them.
pub(crate) fn members<'a>(state: &'a State, entries: &'a [ComparedScenario<'a>]) -> Vec<NetworkMember<'a>> {
    let member = |(count, entry): (u32, &'a ComparedScenario<'a>)| NetworkMember {
        inputs: &entry.inputs,
        outcome: &entry.outcome,
        count,
    };
    counted_members(state, entries).map(member).collect()
}

/// Returns the distribution of the network's saldo, and a sentence on how it was
/// simulated; `None` where it is not known.
pub(crate) fn network_distribution(
    state: &State,
    entries: &[ComparedScenario],
) -> Option<(NetworkDistribution, String)> {
    let network = sum(&members(state, entries))?;
    Some((
        results::distribution(state, entries, &network)??,
        results::simulation_method(state, entries, &network),
    ))
}

/// Adds up all initiatives; `None` where the network has no members.
fn summarize(state: &State, entries: &[ComparedScenario]) -> Option<NetworkSummary> {
    let member = |(count, entry): (u32, &ComparedScenario)| (count, entry.label.clone());
    Some(NetworkSummary {
        network: sum(&members(state, entries))?,
        members: counted_members(state, entries).map(member).collect(),
    })
}

fn summary_chart(state: &State, summary: &NetworkSummary) -> Chart {
    chart::network(&summary.facts(), &summary.network.scenario_totals, state.text())
}

/// Draws costs against savings of the network; `None` where it has no members.
pub fn chart(state: &State, entries: &[ComparedScenario]) -> Option<Chart> {
    summarize(state, entries).map(|summary| summary_chart(state, &summary))
}

/// Returns the sentence on the network for below its chart when that is saved.
pub fn about(state: &State, entries: &[ComparedScenario]) -> Option<String> {
    summarize(state, entries).map(|summary| (state.text().network().description)(&summary.facts()))
}

/// Draws the sections of the network. There are always six, some of them empty,
/// so that Yew keeps the field that the user types in when a section appears.
pub fn view(ctx: &PageContext, entries: &[ComparedScenario]) -> [Html; 6] {
    let summary = summarize(ctx, entries);
    let national = if is_national(&ctx.workspace.current) { national::view(ctx) } else { Html::default() };
    let fields = fields(ctx, entries, summary.as_ref());
    let Some(summary) = summary else {
        return [fields, national, Html::default(), Html::default(), Html::default(), Html::default()];
    };
    let chart_card = div("card", vec![charts::view::with_own_table(ctx, &summary_chart(ctx, &summary))]);
    let network = &summary.network;
    let chart_and_figures =
        div("uncertain-pictures", vec![chart_card, results::figures(ctx, entries, network)]);
    [
        fields,
        national,
        region::view(ctx, entries),
        chart_and_figures,
        results::ledgers(ctx, network),
        results::years(ctx, network),
    ]
}

/// Draws the fields of the network, and a sentence with its totals.
fn fields(ctx: &PageContext, entries: &[ComparedScenario], summary: Option<&NetworkSummary>) -> Html {
    let words = ctx.text().network();
    let mut fields: Vec<Html> = entries
        .iter()
        .enumerate()
        .map(|(index, entry)| {
            let setting = Setting::Network(NetworkField::Count(index));
            let content = field_content(ctx, setting);
            let label = (words.count)(&entry.label);
            number_field(
                ctx,
                FieldId::Setting(setting),
                &count_field(index),
                &label,
                words.count_unit,
                &content,
            )
        })
        .collect();
    let setting = Setting::Network(NetworkField::Inhabitants);
    let content = field_content(ctx, setting);
    let unit = words.inhabitants_unit;
    fields.push(number_field(ctx, FieldId::Setting(setting), INHABITANTS, words.inhabitants, unit, &content));
    let stale = if ctx.has_refused_network_number() { p("stale", words.stale) } else { Html::default() };
    let national = ctx.press(NetworkAction::MakeNational);
    let mut content = vec![
        heading("h2", "netwerk", words.title),
        p("reading", words.intro),
        div("buttons", vec![button("button", national, words.example), problem(ctx)]),
        p("small", words.example_hint),
        div("network-fields", fields),
        stale,
    ];
    content.extend(summary_sentence(ctx, summary));
    content.push(shared_chance(ctx, entries));
    content.push(correlation_field(ctx));
    content.push(p("small", (words.stored_hint)(ctx.saves_changes())));
    section("card network", "netwerk", content)
}

/// Draws the sentence with the totals and the explanations that its figures open,
/// and a remark where there are more visitors than inhabitants.
fn summary_sentence(ctx: &PageContext, summary: Option<&NetworkSummary>) -> [Html; 4] {
    let words = ctx.text().network();
    let figures = summary.map(|summary| summary_figures(ctx, &summary.network)).unwrap_or_default();
    let sentence =
        summary.map_or(words.no_initiatives.to_owned(), |summary| (words.summary)(&summary.facts()));
    let mut content = explain::sentence::content(ctx, SENTENCE_ANCHOR, &sentence, &figures);
    let mut warning = Html::default();
    let mut reach = Vec::new();
    if let (Some(summary), Some(inhabitants)) = (summary, ctx.workspace.current.network.inhabitants) {
        let network = &summary.network;
        reach = reach_figures(ctx, network, inhabitants);
        content.push(space());
        let sentence = (words.reach)(network.visitors, inhabitants);
        content.extend(explain::sentence::content(ctx, REACH_ANCHOR, &sentence, &reach));
        if network.reach(inhabitants).is_some_and(|share| share > 1.0) {
            warning = p("note", words.too_many);
        }
    }
    let live = attributes! { "class" => "network-sentence", "aria-live" => "polite" };
    [
        element("p", live, content),
        explain::sentence::explanation(ctx, SENTENCE_ANCHOR, &figures),
        explain::sentence::explanation(ctx, REACH_ANCHOR, &reach),
        warning,
    ]
}

/// Draws the sentence that whether it works is one question for all members; empty without any.
fn shared_chance(ctx: &PageContext, entries: &[ComparedScenario]) -> Html {
    let chance = |(_, entry): (u32, &ComparedScenario)| entry.inputs.general(General::KansGeenEffect);
    let chances: Vec<f64> = counted_members(ctx, entries).map(chance).collect();
    let low = chances.iter().copied().reduce(f64::min);
    let high = chances.iter().copied().reduce(f64::max);
    let sentence = low.zip(high).map(|(low, high)| (ctx.text().region().shared_chance)(low, high));
    sentence_in("p", "network-shared", sentence.unwrap_or_default())
}

/// Draws the list that chooses whether initiatives turn out well or badly
/// independently or together.
fn correlation_field(ctx: &PageContext) -> Html {
    let words = ctx.text().network();
    let chosen = ctx.workspace.current.network.correlated;
    let option = |value: &'static str, correlated: bool| {
        let words = words.dependence_options[usize::from(correlated)];
        ChoiceOption::new(value, words, chosen == correlated, NetworkAction::SetCorrelated(correlated))
    };
    let options = vec![option("nee", false), option("ja", true)];
    choice(ctx, CORRELATED, words.dependence, options, Some(words.dependence_meanings[usize::from(chosen)]))
}

/// Draws why the national case could not be made, in an element that screen readers
/// announce when it changes.
fn problem(ctx: &PageContext) -> Html {
    let content = ctx.network_problem().map(|problem| storage::messages::problem(ctx, problem));
    let attributes = attributes! { "class" => "problem", "role" => "status" };
    element("div", attributes, content.unwrap_or_default())
}

/// Returns the figures that the sentence on a network states.
fn summary_figures(state: &State, network: &Network) -> Vec<StatedFigure> {
    let visitors = state.text().notation.number(network.visitors, 0);
    vec![
        explain::network_totals::stated(state, "costs.net", network.costs),
        (explain::network_totals::name("bezoekers"), visitors),
        explain::network_totals::stated(state, "total.savings", network.savings),
        explain::network_totals::stated(state, "total.net", network.net().round()),
    ]
}

/// Returns the figures that the sentence on the reach of a network states.
fn reach_figures(state: &State, network: &Network, inhabitants: f64) -> Vec<StatedFigure> {
    let (words, notation) = (state.text().network(), state.text().notation);
    let share = network.reach(inhabitants).map(|share| (words.share)(share)).unwrap_or_default();
    vec![
        (explain::network_totals::name("bezoekers"), notation.number(network.visitors, 0)),
        (explain::network_totals::name("bereik"), share),
    ]
}
