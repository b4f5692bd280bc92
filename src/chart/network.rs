//! Chart of a network: bars for the costs and savings of each scenario's initiatives,
//! and of the whole network, on one scale.

use crate::chart::scenario_bars::picture;
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
    let bar = |name: String, (costs, savings): (f64, f64)| ScenarioFigures {
        name,
        costs,
        savings,
        net: savings - costs,
    };
    let names = facts.members.iter().map(|(count, name)| (words.member)(*count, name));
    let mut all: Vec<ScenarioFigures> =
        names.zip(scenario_totals).map(|(name, totals)| bar(name, *totals)).collect();
    // A network of one scenario has no separate row for the whole.
    if all.len() != 1 {
        all.push(bar(words.whole_network.to_owned(), (facts.costs, facts.savings)));
    }
    let exact = |value: f64| text.notation.euro(value);
    let rows =
        all.iter().map(|bar| vec![bar.name.clone(), exact(bar.costs), exact(bar.savings), exact(bar.net)]);
    let title = (words.picture_title)(facts);
    let (picture, hotspots) = picture(&all, None, text);
    Chart {
        id: ID,
        sentence: (words.picture)(facts),
        table: Some(Table {
            caption: title.clone(),
            head: words.picture_head.map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }),
        picture,
        hotspots,
        title,
    }
}
