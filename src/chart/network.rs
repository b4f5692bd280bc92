//! Costs against savings of a network: of each scenario's initiatives, and of
//! all of them together, on one scale.

use crate::chart::scenario_bars::picture;
use crate::chart::{Chart, Table};
use crate::text::Text;
use crate::text::compare::ScenarioFigures;
use crate::text::network::NetworkFacts;

/// Name, for ids in the page and for files.
pub const ID: &str = "netwerk-samen";

/// The picture of a network; `parts` are its scenarios' shares, costs and
/// savings, in the order of the members.
pub fn network(facts: &NetworkFacts, parts: &[(f64, f64)], text: &Text) -> Chart {
    let words = text.network();
    let bar = |name: String, (costs, savings): (f64, f64)| ScenarioFigures {
        name,
        costs,
        savings,
        net: savings - costs,
    };
    let named = facts.members.iter().map(|(count, name)| (words.part)(*count, name));
    let mut all: Vec<ScenarioFigures> = named.zip(parts).map(|(name, part)| bar(name, *part)).collect();
    // One by itself is the whole.
    if all.len() != 1 {
        all.push(bar(words.whole.to_owned(), (facts.costs, facts.savings)));
    }
    let exact = |value: f64| text.notation.euro(value);
    let rows =
        all.iter().map(|one| vec![one.name.clone(), exact(one.costs), exact(one.savings), exact(one.net)]);
    let title = (words.picture_title)(facts);
    // None of them is what the others are compared with.
    let (picture, hotspots) = picture(&all, usize::MAX, text);
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
