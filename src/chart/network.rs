//! Chart of a network: bars for the costs and savings of each scenario's initiatives,
//! and of the whole network, on one scale.

use crate::chart::scenario_bars::draw_bars;
use crate::chart::{Chart, Table};
use crate::text::Text;
use crate::text::compare::ScenarioFigures;
use crate::text::network::NetworkFacts;

/// Id of the chart, in the page and in names of saved files.
pub const ID: &str = "netwerk-samen";

/// Draws the chart of a network. `scenario_totals` holds the costs and the savings of
/// all initiatives of each scenario, in the order of `facts.members`.
pub fn network(facts: &NetworkFacts, scenario_totals: &[(f64, f64)], text: &Text) -> Chart {
    let words = text.network();
    let figures_of = |name: String, (costs, savings): (f64, f64)| ScenarioFigures {
        name,
        costs,
        savings,
        net: savings - costs,
    };
    let names = facts.members.iter().map(|(count, name)| (words.member)(*count, name));
    let mut all: Vec<ScenarioFigures> =
        names.zip(scenario_totals).map(|(name, totals)| figures_of(name, *totals)).collect();
    // A network of one scenario has no separate row for the whole.
    if all.len() != 1 {
        all.push(figures_of(words.whole_network.to_owned(), (facts.costs, facts.savings)));
    }
    let whole_euros = |value: f64| text.notation.euro(value);
    let rows = all.iter().map(|row| {
        vec![row.name.clone(), whole_euros(row.costs), whole_euros(row.savings), whole_euros(row.net)]
    });
    let title = (words.chart_title)(facts);
    let (drawing, hotspots) = draw_bars(&all, None, text);
    Chart {
        id: ID,
        sentence: (words.chart_sentence)(facts),
        table: Some(Table {
            caption: title.clone(),
            head: words.chart_head.map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }),
        drawing,
        hotspots,
        title,
    }
}
