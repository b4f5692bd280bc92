//! The network of initiatives: how many there are of each scenario, and their
//! totals. All of it is added up by [`crate::network`].

use crate::chart;
use crate::chart::Chart;
use crate::model::{CostBasis, General, InputId, Inputs, Outcome, Preset, evaluate};
use crate::network::{Network, NetworkDistribution, NetworkMember, sum};
use crate::text::network::NetworkFacts;
use crate::ui::components::choice::ChoiceOption;
use crate::ui::components::element::{
    attributes, button, classed, div, element, heading, p, row, row_name, section, table, text,
};
use crate::ui::context::PageContext;
use crate::ui::controls::choice;
use crate::ui::features::certainty::ranges::{FieldContent, field_content};
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::compare::view::ComparedScenario;
use crate::ui::features::explain::national as national_figures;
use crate::ui::features::explain::sentence::Stated;
use crate::ui::features::financing::editor::number_field;
use crate::ui::features::network::results;
use crate::ui::features::network::state::{NATIONAL, NetworkAction, NetworkField, is_national};
use crate::ui::features::{charts, explain, storage};
use crate::ui::state::{FieldId, State};
use yew::prelude::*;

/// The name of the field of the number of initiatives of each scenario, before
/// the position of the scenario.
const FIELD: &str = "netwerk.";
/// The name of the field of the inhabitants.
pub(crate) const INHABITANTS: &str = "netwerk.inwoners";
/// The name of the list of how initiatives turn out.
const TOGETHER: &str = "netwerk.samen";
/// The anchor of explanations of the brochure's two ways of counting.
const NATIONAL_ANCHOR: &str = "netwerk-landelijk-uitleg";
/// The anchor of explanations of the sentence on the network.
const SENTENCE_ANCHOR: &str = "netwerk-zin";
/// The anchor of explanations of the sentence on its reach.
const REACH_ANCHOR: &str = "netwerk-bereik";
/// The number of people who use an initiative, as the brochure counts them in
/// another place.
const PEOPLE: f64 = 30_000.0;

/// A network with what its sentences say.
struct NetworkSummary {
    network: Network,
    members: Vec<(u32, String)>,
}

impl NetworkSummary {
    /// Returns what the sentences say.
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
/// this position.
pub(crate) fn count_field(position: usize) -> String {
    format!("{FIELD}{position}")
}

/// Returns the scenarios of which there are initiatives, each with its position
/// and the number of initiatives.
pub(crate) fn placed<'a>(
    state: &'a State,
    entries: &'a [ComparedScenario<'a>],
) -> impl Iterator<Item = (usize, u32, &'a ComparedScenario<'a>)> {
    let counts = state.workspace.current.network.counts.iter().copied();
    let all = counts.zip(entries).enumerate().map(|(position, (count, entry))| (position, count, entry));
    all.filter(|(_, count, _)| *count > 0)
}

/// Returns the scenarios of which there are initiatives, each with the number of
/// initiatives.
pub(super) fn counted<'a>(
    state: &'a State,
    entries: &'a [ComparedScenario<'a>],
) -> impl Iterator<Item = (u32, &'a ComparedScenario<'a>)> {
    placed(state, entries).map(|(_, count, entry)| (count, entry))
}

/// Returns the scenarios of which there are initiatives, to add up.
pub(crate) fn members<'a>(state: &'a State, entries: &'a [ComparedScenario<'a>]) -> Vec<NetworkMember<'a>> {
    let member = |(count, entry): (u32, &'a ComparedScenario<'a>)| NetworkMember {
        inputs: &entry.inputs,
        outcome: &entry.outcome,
        count,
    };
    counted(state, entries).map(member).collect()
}

/// Returns how the saldo of the network is distributed, and how that was
/// simulated, in words; none where it is not known.
pub(crate) fn network_distribution(
    state: &State,
    entries: &[ComparedScenario],
) -> Option<(NetworkDistribution, String)> {
    let network = sum(&members(state, entries))?;
    Some((results::spread(state, entries, &network)??, results::simulation_method(state, &network)))
}

/// Adds up all initiatives; none where there are none.
fn summarize(state: &State, entries: &[ComparedScenario]) -> Option<NetworkSummary> {
    let member = |(count, entry): (u32, &ComparedScenario)| (count, entry.label.clone());
    Some(NetworkSummary {
        network: sum(&members(state, entries))?,
        members: counted(state, entries).map(member).collect(),
    })
}

fn summary_chart(state: &State, summary: &NetworkSummary) -> Chart {
    chart::network(&summary.facts(), &summary.network.scenario_totals, state.text())
}

/// Draws costs against savings of the network; none where there are no
/// initiatives.
pub fn chart(state: &State, entries: &[ComparedScenario]) -> Option<Chart> {
    summarize(state, entries).map(|summary| summary_chart(state, &summary))
}

/// Returns what a saved chart of the network says of the figures.
pub fn about(state: &State, entries: &[ComparedScenario]) -> Option<String> {
    summarize(state, entries).map(|summary| (state.text().network().description)(&summary.facts()))
}

/// Draws the parts of the network, always as many, so that a field that is typed
/// in stays itself.
pub fn view(ctx: &PageContext, entries: &[ComparedScenario]) -> [Html; 5] {
    let summary = summarize(ctx, entries);
    let national = if is_national(&ctx.workspace.current) { national(ctx) } else { Html::default() };
    let fields = fields(ctx, entries, summary.as_ref());
    let Some(summary) = summary else {
        return [fields, national, Html::default(), Html::default(), Html::default()];
    };
    let picture = div("card", vec![charts::view::with_data(ctx, &summary_chart(ctx, &summary))]);
    let network = &summary.network;
    let pictures = div("uncertain-pictures", vec![picture, results::figures(ctx, entries, network)]);
    [fields, national, pictures, results::ledgers(ctx, network), results::years(ctx, network)]
}

/// Draws the fields of the network, and the answer in a sentence.
fn fields(ctx: &PageContext, entries: &[ComparedScenario], summary: Option<&NetworkSummary>) -> Html {
    let words = ctx.text().network();
    let network = &ctx.workspace.current.network;
    let mut fields: Vec<Html> = entries
        .iter()
        .enumerate()
        .map(|(position, entry)| {
            let setting = Setting::Network(NetworkField::Count(position));
            let content = field_content(ctx, setting);
            let label = (words.count)(&entry.label);
            number_field(
                ctx,
                FieldId::Setting(setting),
                &count_field(position),
                &label,
                words.count_unit,
                &content,
            )
        })
        .collect();
    let setting = Setting::Network(NetworkField::Inhabitants);
    let empty = network.inhabitants.is_none() && ctx.editing.setting_drafts.get(&setting).is_none();
    let content = if empty {
        FieldContent { text: "".into(), problem: None, note: None }
    } else {
        field_content(ctx, setting)
    };
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
    content.extend(answer(ctx, summary));
    content.push(together_field(ctx));
    content.push(p("small", words.stored_hint));
    section("card network", "netwerk", content)
}

/// Draws the answer in a sentence, with the explanations that its figures open,
/// and a remark where more people are reached than there are.
fn answer(ctx: &PageContext, summary: Option<&NetworkSummary>) -> [Html; 4] {
    let words = ctx.text().network();
    let figures = summary.map(|summary| summary_figures(ctx, &summary.network)).unwrap_or_default();
    let sentence =
        summary.map_or(words.no_initiatives.to_owned(), |summary| (words.summary)(&summary.facts()));
    let mut content = explain::sentence::content(ctx, SENTENCE_ANCHOR, &sentence, &figures);
    let mut warning = Html::default();
    let mut reach = Vec::new();
    if let (Some(summary), Some(people)) = (summary, ctx.workspace.current.network.inhabitants) {
        let network = &summary.network;
        reach = reach_figures(ctx, network, people);
        content.push(text(" "));
        let sentence = (words.reach)(network.visitors, people);
        content.extend(explain::sentence::content(ctx, REACH_ANCHOR, &sentence, &reach));
        if network.reach(people).is_some_and(|share| share > 1.0) {
            warning = p("note", words.too_many);
        }
    }
    let live = attributes! { "class" => "network-said", "aria-live" => "polite" };
    [
        element("p", live, content),
        explain::sentence::below(ctx, SENTENCE_ANCHOR, &figures),
        explain::sentence::below(ctx, REACH_ANCHOR, &reach),
        warning,
    ]
}

/// Draws the list of how initiatives turn out: each by itself, or all alike.
fn together_field(ctx: &PageContext) -> Html {
    let words = ctx.text().network();
    let now = ctx.workspace.current.network.correlated;
    let option = |value: &'static str, together: bool| {
        let words = words.dependence_options[usize::from(together)];
        ChoiceOption::new(value, words, now == together, NetworkAction::SetTogether(together))
    };
    let options = vec![option("nee", false), option("ja", true)];
    choice(ctx, TOGETHER, words.dependence, options, Some(words.dependence_meanings[usize::from(now)]))
}

/// Draws why the national case is not there, in a place that screen readers
/// follow.
fn problem(ctx: &PageContext) -> Html {
    let content = ctx.network_problem().map(|problem| storage::messages::problem(ctx, problem));
    let attributes = attributes! { "class" => "problem", "role" => "status" };
    element("div", attributes, content.unwrap_or_default())
}

/// Returns the figures that the sentence on a network states.
fn summary_figures(state: &State, network: &Network) -> Vec<Stated> {
    let visitors = state.text().notation.number(network.visitors, 0);
    vec![
        explain::network_totals::stated(state, "costs.net", network.costs),
        (explain::network_totals::name("bezoekers"), visitors),
        explain::network_totals::stated(state, "total.savings", network.savings),
        explain::network_totals::stated(state, "total.net", network.net().round()),
    ]
}

/// Returns the figures that the sentence on its reach states.
fn reach_figures(state: &State, network: &Network, people: f64) -> Vec<Stated> {
    let (words, notation) = (state.text().network(), state.text().notation);
    let share = network.reach(people).map(|share| (words.share)(share)).unwrap_or_default();
    vec![
        (explain::network_totals::name("bezoekers"), notation.number(network.visitors, 0)),
        (explain::network_totals::name("bereik"), share),
    ]
}

/// Returns the brochure's two ways of counting: how many of what, and what comes
/// out.
pub(crate) fn national_ways() -> [(u32, Inputs, Outcome); 2] {
    let initiatives = Preset::Brochure.inputs();
    let mut people = initiatives.clone();
    people.basis = CostBasis::Kengetal;
    people.set(InputId::General(General::Bezoekers), PEOPLE);
    [(NATIONAL, initiatives), (1, people)].map(|(count, inputs)| {
        let outcome = evaluate(&inputs);
        (count, inputs, outcome)
    })
}

/// Draws the brochure's two ways of counting. Both are outcomes.
fn national(ctx: &PageContext) -> Html {
    let words = ctx.text().network();
    let line = |(index, (count, inputs, outcome)): (usize, (u32, Inputs, Outcome))| {
        let total = sum(&[NetworkMember { inputs: &inputs, outcome: &outcome, count }])?;
        let cell = |column: usize, shown: String| {
            let name = format!("{}.{index}.{column}", national_figures::KIND);
            let by_tab = index == 0 && column == 0;
            let figure = explain::figure(ctx, NATIONAL_ANCHOR, &name, by_tab, text(shown));
            classed("td", "number", vec![figure])
        };
        let euro = |amount| ctx.text().notation.euro(amount);
        Some(row(vec![
            row_name(vec![text(words.national_methods[index])]),
            cell(0, ctx.text().notation.number(total.visitors, 0)),
            cell(1, euro(total.costs / total.visitors)),
            cell(2, euro(total.costs)),
        ]))
    };
    let rows = national_ways().into_iter().enumerate().filter_map(line).collect();
    let content = vec![
        heading("h3", "netwerk-landelijk", words.national),
        div("network-figures", vec![table(words.national, &words.national_head, 1, rows)]),
        explain::under(ctx, NATIONAL_ANCHOR),
        p("", words.national_explanation),
    ];
    section("card", "netwerk-landelijk", content)
}
