//! The table of the brochure's national case, which is shown while the network is that
//! case.

use crate::model::{CostBasis, General, InputId, Inputs, Outcome, Preset, evaluate};
use crate::network::{NetworkMember, sum};
use crate::ui::components::element::{classed, div, heading, p, row, row_name, section, table};
use crate::ui::components::figure::{figure_text, name_text};
use crate::ui::context::PageContext;
use crate::ui::features::explain;
use crate::ui::features::network::state::NATIONAL;
use yew::prelude::*;

/// The anchor of explanations of the table of the national case.
const ANCHOR: &str = "netwerk-landelijk-uitleg";
/// The number of people in the Netherlands who use an initiative. The brochure
/// states it separately from the number of initiatives.
const PEOPLE: f64 = 30_000.0;

/// Returns the rows of the table of the national case. They are the brochure's two
/// ways to reach national costs: so many initiatives of its own, and one initiative
/// with as many visitors as there are people who use one. Each row has the number
/// of initiatives, and the inputs and the outcome of one.
pub(crate) fn rows() -> [(u32, Inputs, Outcome); 2] {
    let initiatives = Preset::Brochure.inputs();
    let mut people = initiatives.clone();
    people.basis = CostBasis::Kengetal;
    people.set(InputId::General(General::Bezoekers), PEOPLE);
    [(NATIONAL, initiatives), (1, people)].map(|(count, inputs)| {
        let outcome = evaluate(&inputs);
        (count, inputs, outcome)
    })
}

/// Draws the table of the national case, with people, costs per person, and costs.
pub(super) fn view(ctx: &PageContext) -> Html {
    let words = ctx.text().network();
    let line = |(index, (count, inputs, outcome)): (usize, (u32, Inputs, Outcome))| {
        let total = sum(&[NetworkMember { inputs: &inputs, outcome: &outcome, count }])?;
        let cell = |column: usize, shown: String| {
            let name = format!("{}.{index}.{column}", explain::national::KIND);
            let is_tab_stop = index == 0 && column == 0;
            let figure =
                explain::figure_with_explanation(ctx, ANCHOR, &name, is_tab_stop, figure_text(shown));
            classed("td", "number", vec![figure])
        };
        let euro = |amount| ctx.text().notation.euro(amount);
        Some(row(vec![
            row_name(vec![name_text(words.national_methods[index])]),
            cell(0, ctx.text().notation.number(total.visitors, 0)),
            cell(1, euro(total.costs / total.visitors)),
            cell(2, euro(total.costs)),
        ]))
    };
    let rows = rows().into_iter().enumerate().filter_map(line).collect();
    let content = vec![
        heading("h3", "netwerk-landelijk", words.national),
        div("network-figures", vec![table(words.national_table, &words.national_head, 1, rows)]),
        explain::explanation_at(ctx, ANCHOR),
        p("", words.national_explanation),
    ];
    section("card", "netwerk-landelijk", content)
}
