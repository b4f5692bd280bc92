//! Explains figures of the network of initiatives. Most are sums over the
//! scenarios: the number of initiatives times the figure of one initiative. Ratios
//! of two such sums are explained in `network_ratios`.

use crate::explain::{Account, AccountFigure, FigureId, PlanFigure, ValueUnit, YearFigure};
use crate::model::{General, InputId, Party};
use crate::network::contributions::{NetworkSum, ScenarioContribution, contributions};
use crate::text::explain::shown;
use crate::ui::commands::Command;
use crate::ui::features::compare::compared_scenario::{ComparedScenario, entries};
use crate::ui::features::explain::comparison::scenario_term;
use crate::ui::features::explain::panel::{ExplanationView, with_naming};
use crate::ui::features::explain::sentence::{StatedFigure, stated_euros};
use crate::ui::features::explain::terms::{TermLink, TermView};
use crate::ui::features::explain::{network_ratios, network_uncertainty};
use crate::ui::features::inputs::field::field_id;
use crate::ui::features::network::view::{count_field, indexed_members, members};
use crate::ui::state::State;

/// The kind of a figure of the network: `netwerk.costs.net`, or for the share of
/// the scenario at an index in it, `netwerk.deel.0.costs.net`.
pub const KIND: &str = "netwerk";

/// Returns the name of a figure of the network, from the subject of that name.
pub fn name(subject: &str) -> String {
    format!("{KIND}.{subject}")
}

/// Returns an amount of the network as a sentence states it, without its minus.
pub fn stated(state: &State, subject: &str, amount: f64) -> StatedFigure {
    stated_euros(state, &name(subject), amount)
}

/// Numbers of people of the network, by the subject of their names.
const PEOPLE: [(&str, General); 3] =
    [("bezoekers", General::Bezoekers), ("fte", General::Fte), ("vrijwilligers", General::Vrijwilligers)];

/// Rows of the parties' ledger that belong to no party, by the start of the
/// subject of their figures: `ongedekt.costs`.
pub const ROWS_OUTSIDE_PARTIES: [(&str, PlanFigure); 2] =
    [("ongedekt", PlanFigure::Uncovered), ("overschot", PlanFigure::Surplus)];

/// Reads the subject of a name as a sum; `None` where it is none.
fn read_sum(state: &State, subject: &str) -> Option<NetworkSum> {
    if subject == "initiatieven" {
        return Some(NetworkSum::Initiatives);
    }
    if let Some((_, general)) = PEOPLE.iter().find(|(name, _)| *name == subject) {
        return Some(NetworkSum::People(*general));
    }
    let account = |name: &str| match name {
        "npv" => Some(Account::All),
        "society.npv" => Some(Account::Society),
        name => {
            let is_named = |party: &Party| format!("parties.{}.npv", party.id()) == name;
            Party::ALL.into_iter().find(is_named).map(Account::Party)
        }
    };
    if let Some(account) = account(subject) {
        return Some(NetworkSum::Npv(account));
    }
    if let Some((row, column)) = subject.split_once('.')
        && let Some((_, figure)) = ROWS_OUTSIDE_PARTIES.iter().find(|(name, _)| *name == row)
    {
        let column = match column {
            "costs" => AccountFigure::Costs,
            "net" => AccountFigure::Net,
            "npv" => AccountFigure::Npv,
            _ => return None,
        };
        return Some(NetworkSum::OutsideParties(*figure, column));
    }
    let figure = FigureId::read(subject, &state.workspace.outcome).or_else(|| read_year_figure(subject))?;
    (figure.unit() == ValueUnit::Euro).then_some(NetworkSum::Amount(figure))
}

/// Reads the path of a figure of a year, `years.3.costs`. In contrast to
/// [`FigureId::read`] it accepts years beyond the horizon of the scenario that is
/// shown, which other scenarios of the network may have.
fn read_year_figure(path: &str) -> Option<FigureId> {
    let (year, cell) = path.strip_prefix("years.")?.split_once('.')?;
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
pub fn explain(state: &State, subject: &str) -> Option<ExplanationView> {
    let entries = entries(state);
    if network_ratios::is_ratio(subject) {
        return network_ratios::explain(state, &entries, subject);
    }
    match subject {
        network_uncertainty::CHANCE | network_uncertainty::INTERVAL_90 | network_uncertainty::MEAN => {
            network_uncertainty::explain(state, &entries, subject)
        }
        _ => match subject.strip_prefix("deel.") {
            Some(share) => {
                let (index, subject) = share.split_once('.')?;
                explain_sum(state, &entries, subject, Some(index.parse().ok()?))
            }
            None => explain_sum(state, &entries, subject, None),
        },
    }
}

/// Returns the name of a sum on screen, and its unit.
fn sum_name(state: &State, sum: NetworkSum) -> (String, ValueUnit) {
    let words = state.text().network();
    with_naming(state, |naming| match sum {
        NetworkSum::Initiatives => (words.initiatives.to_owned(), ValueUnit::Number),
        NetworkSum::People(general) => (naming.input(InputId::General(general)), ValueUnit::Number),
        NetworkSum::Amount(figure) => (naming.figure(figure), ValueUnit::Euro),
        NetworkSum::Npv(account) => {
            (naming.figure(FigureId::Account(account, AccountFigure::Npv)), ValueUnit::Euro)
        }
        NetworkSum::OutsideParties(figure, column) => {
            let (plan, results) = (state.text().financing(), state.text().results());
            let name = if figure == PlanFigure::Surplus { plan.surplus } else { plan.uncovered };
            let column = match column {
                AccountFigure::Costs => results.pays,
                AccountFigure::Npv => words.npv_head,
                AccountFigure::Net
                | AccountFigure::Savings
                | AccountFigure::BeforeBudget
                | AccountFigure::Followed
                | AccountFigure::Payback => results.saldo,
            };
            (format!("{name}, {}", column.to_lowercase()), ValueUnit::Euro)
        }
    })
}

/// Returns the name, the value and the unit of the sum with this subject.
pub(super) fn named_sum(
    state: &State,
    entries: &[ComparedScenario],
    subject: &str,
) -> Option<(String, f64, ValueUnit)> {
    let sum = read_sum(state, subject)?;
    let (name, unit) = sum_name(state, sum);
    let total = contributions(&members(state, entries), sum)
        .into_iter()
        .map(ScenarioContribution::total)
        .sum::<f64>();
    // Adding zero turns minus zero into zero.
    Some((name, total + 0.0, unit))
}

/// Explains a sum over all scenarios, or the contribution to it of `only` the
/// scenario at this index.
fn explain_sum(
    state: &State,
    entries: &[ComparedScenario],
    subject: &str,
    only: Option<usize>,
) -> Option<ExplanationView> {
    let (words, all) = (state.text().explain_extra(), state.text());
    let sum = read_sum(state, subject)?;
    let indices: Vec<usize> = indexed_members(state, entries).map(|(index, ..)| index).collect();
    let mut found = contributions(&members(state, entries), sum);
    found.retain(|contribution| only.is_none_or(|only| indices.get(contribution.member) == Some(&only)));
    if found.is_empty() && only.is_some() {
        return None;
    }
    let (name, unit) = sum_name(state, sum);
    let value_text = |value| shown(all.notation, value, unit);
    let count = |contribution: &ScenarioContribution| {
        shown(all.notation, f64::from(contribution.count), ValueUnit::Number)
    };
    let factor =
        |contribution: &ScenarioContribution| shown(all.notation, contribution.factor, ValueUnit::Factor);
    let is_converted = found.iter().any(|contribution| contribution.factor != 1.0);
    let product = |contribution: &ScenarioContribution| {
        let value = value_text(contribution.value);
        let value = if contribution.value < 0.0 { format!("({value})") } else { value };
        match sum {
            NetworkSum::Initiatives => count(contribution),
            NetworkSum::People(_)
            | NetworkSum::Amount(_)
            | NetworkSum::Npv(_)
            | NetworkSum::OutsideParties(..) => {
                let times = if contribution.factor != 1.0 {
                    format!(" × {}", factor(contribution))
                } else {
                    String::new()
                };
                format!("{} × {value}{times}", count(contribution))
            }
        }
    };
    let total = value_text(found.iter().map(|contribution| contribution.total()).sum::<f64>() + 0.0);
    let filled: Vec<String> = found.iter().map(product).collect();
    let filled = if filled.is_empty() { all.explain().zero.to_owned() } else { filled.join(" + ") };
    let formula = if sum == NetworkSum::Initiatives {
        words.network_count.to_owned()
    } else {
        (words.network_sum)(&name, is_converted)
    };
    let mut terms = Vec::new();
    for contribution in &found {
        let index = *indices.get(contribution.member)?;
        terms.push(count_term(state, entries, index, count(contribution)));
        let value = value_text(contribution.value);
        terms.extend(match sum {
            NetworkSum::Initiatives => None,
            NetworkSum::Amount(figure) => scenario_term(state, index, &figure_path(state, figure)),
            NetworkSum::People(general) => {
                let path = format!("{}.{}", crate::chart::aggregates::INPUT_KIND, general.id());
                scenario_term(state, index, &path)
            }
            // Uncovered costs above zero are a figure of the scenario's plan,
            // which has an explanation.
            NetworkSum::OutsideParties(PlanFigure::Uncovered, AccountFigure::Costs)
                if contribution.value != 0.0 =>
            {
                let figure = FigureId::Plan(PlanFigure::Uncovered, None);
                scenario_term(state, index, &figure_path(state, figure))
            }
            NetworkSum::Npv(_) | NetworkSum::OutsideParties(..) => {
                Some(TermView::plain((words.in_scenario)(&name, &entries[index].label), value))
            }
        });
        if contribution.factor != 1.0 {
            let name = (words.network_factor)(entries[index].inputs.year());
            terms.push(TermView::plain(name, factor(contribution)));
        }
    }
    let label = only.and_then(|index| Some(entries.get(index)?.label.clone()));
    let name = match label {
        Some(label) => (words.of_network_members)(&name, &label),
        None => (words.in_network)(&name),
    };
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

fn figure_path(state: &State, figure: FigureId) -> String {
    figure.name(&state.workspace.outcome)
}

/// Returns a term with the number of initiatives of a scenario, and a link to its
/// field.
fn count_term(state: &State, entries: &[ComparedScenario], index: usize, count: String) -> TermView {
    let name = (state.text().network().count)(&entries[index].label);
    let to_field = (state.text().explain().to_field)(&name);
    let link = TermLink::new(Command::Reveal(field_id(&count_field(index))), to_field);
    TermView::with_link(name, count, link)
}

/// Returns the names of the figures in the table of the network's chart; see
/// [`crate::ui::features::explain::chart_cells`]. There is a row for each
/// scenario and, unless there is only one, a row of totals.
pub fn chart_cells(state: &State) -> Vec<Vec<Option<String>>> {
    const COLUMNS: [&str; 3] = ["costs.net", "total.savings", "total.net"];
    let entries = entries(state);
    let row = |(index, ..): (usize, u32, &ComparedScenario)| {
        COLUMNS.map(|subject| Some(format!("{KIND}.deel.{index}.{subject}"))).to_vec()
    };
    let mut rows: Vec<_> = indexed_members(state, &entries).map(row).collect();
    if rows.len() != 1 {
        rows.push(COLUMNS.map(|subject| Some(name(subject))).to_vec());
    }
    rows
}
