//! Figures of a network: for every scenario, the number of initiatives times
//! the figure of one of them, added up.

use crate::explain::{Account, AccountFigure, FigureId, PlanFigure, ValueUnit, YearFigure};
use crate::model::{General, InputId, Party};
use crate::network::contributions::{NetworkSum, ScenarioContribution, contributions};
use crate::text::explain::{bracketed, shown};
use crate::ui::commands::Command;
use crate::ui::features::centre::field::field_id;
use crate::ui::features::compare::view::{ComparedScenario, entries};
use crate::ui::features::explain::comparison::linked_value;
use crate::ui::features::explain::network_uncertainty;
use crate::ui::features::explain::panel::{ExplanationView, with_naming};
use crate::ui::features::explain::sentence::{Stated, euros};
use crate::ui::features::explain::state::ExplainAction;
use crate::ui::features::explain::terms::{TermLink, TermView};
use crate::ui::features::network::view::{INHABITANTS, count_field, members, placed};
use crate::ui::state::State;

/// The prefix of a figure of the network.
pub const KIND: &str = "netwerk";

/// Returns the name of a figure of the network.
pub fn name(about: &str) -> String {
    format!("{KIND}.{about}")
}

/// Returns an amount of the network as a sentence states it, without its minus.
pub fn stated(state: &State, about: &str, amount: f64) -> Stated {
    euros(state, &name(about), amount)
}

/// Ratios of the network: the name of each, and the two figures that it divides.
const RATIOS: [(&str, &str, &str); 3] = [
    ("costs.per_visitor", "costs.net", "bezoekers"),
    ("total.net_per_visitor", "total.net", "bezoekers"),
    ("total.coverage", "total.savings", "costs.net"),
];

/// Counts of people of the network, by their name.
const PEOPLE: [(&str, General); 3] =
    [("bezoekers", General::Bezoekers), ("fte", General::Fte), ("vrijwilligers", General::Vrijwilligers)];

/// Rows of ledger 1 that are no party, by their name.
pub const BESIDE: [(&str, PlanFigure); 2] =
    [("ongedekt", PlanFigure::Uncovered), ("overschot", PlanFigure::Surplus)];

/// Returns what a name stands for, if it is a sum.
fn summed(state: &State, about: &str) -> Option<NetworkSum> {
    if about == "initiatieven" {
        return Some(NetworkSum::Initiatives);
    }
    if let Some((_, general)) = PEOPLE.iter().find(|(name, _)| *name == about) {
        return Some(NetworkSum::People(*general));
    }
    let account = |name: &str| match name {
        "npv" => Some(Account::All),
        "society.npv" => Some(Account::Society),
        name => {
            Party::ALL.into_iter().find(|of| format!("parties.{}.npv", of.id()) == name).map(Account::Party)
        }
    };
    if let Some(account) = account(about) {
        return Some(NetworkSum::Npv(account));
    }
    if let Some((of, part)) = about.split_once('.')
        && let Some((_, of)) = BESIDE.iter().find(|(name, _)| *name == of)
    {
        let part = match part {
            "costs" => AccountFigure::Costs,
            "net" => AccountFigure::Net,
            "npv" => AccountFigure::Npv,
            _ => return None,
        };
        return Some(NetworkSum::OutsideParties(*of, part));
    }
    let figure = FigureId::read(about, &state.workspace.outcome).or_else(|| year(about))?;
    (figure.unit() == ValueUnit::Euro).then_some(NetworkSum::Amount(figure))
}

/// Returns the figure of a year, also one that the scenario that is shown does
/// not have.
fn year(about: &str) -> Option<FigureId> {
    let (year, cell) = about.strip_prefix("years.")?.split_once('.')?;
    let cell = match cell {
        "costs" => YearFigure::Costs,
        "savings" => YearFigure::Savings,
        "cumulative" => YearFigure::Cumulative,
        "uncovered" => return Some(FigureId::Plan(PlanFigure::Uncovered, Some(year.parse().ok()?))),
        _ => return None,
    };
    Some(FigureId::Year(Account::All, year.parse().ok()?, cell))
}

/// Explains a figure of the network.
pub fn explain(state: &State, about: &str) -> Option<ExplanationView> {
    let entries = entries(state);
    if let Some(ratio) = RATIOS.iter().find(|(name, ..)| *name == about) {
        return explain_ratio(state, &entries, ratio);
    }
    match about {
        "bereik" => explain_reach(state, &entries),
        network_uncertainty::CHANCE | network_uncertainty::SPREAD | network_uncertainty::MEAN => {
            network_uncertainty::explain(state, &entries, about)
        }
        _ => match about.strip_prefix("deel.") {
            Some(about) => {
                let (position, about) = about.split_once('.')?;
                explain_sum(state, &entries, about, Some(position.parse().ok()?))
            }
            None => explain_sum(state, &entries, about, None),
        },
    }
}

/// Returns the name of a sum, and what it counts.
fn name_of(state: &State, what: NetworkSum) -> (String, ValueUnit) {
    let words = state.text().network();
    with_naming(state, |naming| match what {
        NetworkSum::Initiatives => (words.initiatives.to_owned(), ValueUnit::Number),
        NetworkSum::People(general) => (naming.input(InputId::General(general)), ValueUnit::Number),
        NetworkSum::Amount(figure) => (naming.figure(figure), ValueUnit::Euro),
        NetworkSum::Npv(account) => {
            (naming.figure(FigureId::Account(account, AccountFigure::Npv)), ValueUnit::Euro)
        }
        NetworkSum::OutsideParties(of, part) => {
            let (plan, rest) = (state.text().financing(), state.text().page);
            let name = if of == PlanFigure::Surplus { plan.surplus } else { plan.uncovered };
            let part = match part {
                AccountFigure::Costs => rest.pays,
                AccountFigure::Npv => words.npv_head,
                AccountFigure::Net | AccountFigure::Savings | AccountFigure::Payback => rest.saldo,
            };
            (format!("{name}, {}", part.to_lowercase()), ValueUnit::Euro)
        }
    })
}

/// Returns the name, the value and the measure of a sum.
fn value_of(state: &State, entries: &[ComparedScenario], about: &str) -> Option<(String, f64, ValueUnit)> {
    let what = summed(state, about)?;
    let (name, measure) = name_of(state, what);
    let total = contributions(&members(state, entries), what)
        .into_iter()
        .map(ScenarioContribution::total)
        .sum::<f64>();
    Some((name, total + 0.0, measure))
}

/// Explains a sum over all scenarios, or the part of one of them.
fn explain_sum(
    state: &State,
    entries: &[ComparedScenario],
    about: &str,
    only: Option<usize>,
) -> Option<ExplanationView> {
    let (words, all) = (state.text().explain_extra(), state.text());
    let what = summed(state, about)?;
    let positions: Vec<usize> = placed(state, entries).map(|(position, ..)| position).collect();
    let mut found = contributions(&members(state, entries), what);
    found.retain(|part| only.is_none_or(|only| positions.get(part.member) == Some(&only)));
    if found.is_empty() && only.is_some() {
        return None;
    }
    let (name, measure) = name_of(state, what);
    let of = |value| shown(all.notation, value, measure);
    let count = |part: &ScenarioContribution| shown(all.notation, f64::from(part.count), ValueUnit::Number);
    let factor = |part: &ScenarioContribution| shown(all.notation, part.factor, ValueUnit::Factor);
    let converted = found.iter().any(|part| part.factor != 1.0);
    let line = |part: &ScenarioContribution| {
        let value = if part.value < 0.0 { format!("({})", of(part.value)) } else { of(part.value) };
        match what {
            NetworkSum::Initiatives => count(part),
            NetworkSum::People(_)
            | NetworkSum::Amount(_)
            | NetworkSum::Npv(_)
            | NetworkSum::OutsideParties(..) => {
                let times = if part.factor != 1.0 { format!(" × {}", factor(part)) } else { String::new() };
                format!("{} × {value}{times}", count(part))
            }
        }
    };
    let total = of(found.iter().map(|part| part.total()).sum::<f64>() + 0.0);
    let filled: Vec<String> = found.iter().map(line).collect();
    let filled = if filled.is_empty() { all.explain().zero.to_owned() } else { filled.join(" + ") };
    let formula = if what == NetworkSum::Initiatives {
        words.network_count.to_owned()
    } else {
        (words.network_sum)(&name, converted)
    };
    let mut terms = Vec::new();
    for part in &found {
        let position = *positions.get(part.member)?;
        terms.push(count_term(state, entries, position, count(part)));
        terms.extend(match what {
            NetworkSum::Initiatives => None,
            NetworkSum::Amount(figure) => {
                linked_value(state, position, &figure_name(state, figure), of(part.value))
            }
            NetworkSum::People(general) => {
                let path = format!("{}.{}", crate::chart::aggregates::INPUT_KIND, general.id());
                linked_value(state, position, &path, of(part.value))
            }
            // What nobody pays is a figure of its plan, where it has one.
            NetworkSum::OutsideParties(PlanFigure::Uncovered, AccountFigure::Costs) if part.value != 0.0 => {
                let figure = FigureId::Plan(PlanFigure::Uncovered, None);
                linked_value(state, position, &figure_name(state, figure), of(part.value))
            }
            NetworkSum::Npv(_) | NetworkSum::OutsideParties(..) => {
                Some(TermView::plain((words.in_scenario)(&name, &entries[position].label), of(part.value)))
            }
        });
        if part.factor != 1.0 {
            let name = (words.network_factor)(entries[position].inputs.year());
            terms.push(TermView::plain(name, factor(part)));
        }
    }
    let whole = (words.in_network)(&name);
    let label = only.and_then(|position| Some(entries.get(position)?.label.clone()));
    let name = label.map_or(whole, |label| (words.of_network_members)(&name, &label));
    Some(ExplanationView {
        name,
        value: total.clone(),
        lines: vec![
            (all.explain().formula, formula),
            (all.explain().formula_with_numbers, format!("{filled} = {total}")),
        ],
        notes: vec![],
        terms,
    })
}

fn figure_name(state: &State, figure: FigureId) -> String {
    figure.name(&state.workspace.outcome)
}

/// Describes the number of initiatives of a scenario, with a link to its field.
fn count_term(state: &State, entries: &[ComparedScenario], position: usize, count: String) -> TermView {
    let name = (state.text().network().count)(&entries[position].label);
    let to_field = (state.text().explain().to_field)(&name);
    let link = TermLink::new(Command::Reveal(field_id(&count_field(position))), to_field);
    TermView::with_link(name, count, link)
}

/// Describes another figure of the network, with a link to its explanation.
fn further(state: &State, about: &str, name: &str, value: String) -> TermView {
    let name = (state.text().explain_extra().in_network)(name);
    let to_figure = (state.text().explain().to_figure)(&name);
    let link = TermLink::new(ExplainAction::Further(format!("{KIND}.{about}")), to_figure);
    TermView::with_link(name, value, link)
}

/// Explains a figure of the network that is one figure divided by another.
fn explain_ratio(
    state: &State,
    entries: &[ComparedScenario],
    (about, over, under): &(&str, &str, &str),
) -> Option<ExplanationView> {
    let (words, all) = (state.text().explain_extra(), state.text());
    let (above, value, counts) = value_of(state, entries, over)?;
    let (below, by, counted) = value_of(state, entries, under)?;
    let figure = FigureId::read(about, &state.workspace.outcome)?;
    let [value_shown, by_shown] = [shown(all.notation, value, counts), shown(all.notation, by, counted)];
    let known = figure.unit() != ValueUnit::Share || (value > 0.0 && by > 0.0);
    let result = if known {
        shown(all.notation, value / by, figure.unit())
    } else {
        all.explain().no_value.to_owned()
    };
    let over_all = bracketed(value, value_shown.clone());
    Some(ExplanationView {
        name: (words.in_network)(&with_naming(state, |naming| naming.figure(figure))),
        value: result.clone(),
        lines: vec![
            (all.explain().formula, format!("{above} ÷ {below}")),
            (all.explain().formula_with_numbers, format!("{over_all} ÷ {by_shown} = {result}")),
        ],
        notes: vec![],
        terms: vec![further(state, over, &above, value_shown), further(state, under, &below, by_shown)],
    })
}

/// Explains the visitors as a share of the inhabitants.
fn explain_reach(state: &State, entries: &[ComparedScenario]) -> Option<ExplanationView> {
    let all = state.text();
    let words = all.network();
    let people = state.workspace.current.network.inhabitants?;
    let (name, visitors, counts) = value_of(state, entries, "bezoekers")?;
    let [many, of] = [visitors, people].map(|value| shown(all.notation, value, counts));
    let share = shown(all.notation, visitors / people, ValueUnit::Share);
    let to_field = (all.explain().to_field)(words.inhabitants);
    let link = TermLink::new(Command::Reveal(field_id(INHABITANTS)), to_field);
    Some(ExplanationView {
        name: words.reach_label.to_owned(),
        value: share.clone(),
        lines: vec![
            (all.explain().formula, format!("{name} ÷ {}", words.inhabitants)),
            (all.explain().formula_with_numbers, format!("{many} ÷ {of} = {share}")),
        ],
        notes: vec![],
        terms: vec![
            further(state, "bezoekers", &name, many),
            TermView::with_link(words.inhabitants.to_owned(), of, link),
        ],
    })
}

/// Returns the names of the figures in the table of the picture of the network.
pub fn chart_cells(state: &State) -> Vec<Vec<Option<String>>> {
    const AMOUNT_LIMITS: [&str; 3] = ["costs.net", "total.savings", "total.net"];
    let entries = entries(state);
    let row = |(position, ..): (usize, u32, &ComparedScenario)| {
        AMOUNT_LIMITS.map(|about| Some(format!("{KIND}.deel.{position}.{about}"))).to_vec()
    };
    let mut rows: Vec<_> = placed(state, &entries).map(row).collect();
    if rows.len() != 1 {
        rows.push(AMOUNT_LIMITS.map(|about| Some(format!("{KIND}.{about}"))).to_vec());
    }
    rows
}
