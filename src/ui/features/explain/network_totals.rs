//! Figures of a network: so many initiatives times what one of them has, for
//! every scenario, added up.

use crate::explain::{Account, AccountFigure, FigureId, PlanFigure, ValueUnit, YearFigure};
use crate::model::{General, InputId, Party};
use crate::network::contributions::{NetworkSum, ScenarioContribution, contributions};
use crate::text::explain::{bracketed, shown};
use crate::ui::components::element::button;
use crate::ui::features::centre::field::field_id;
use crate::ui::features::compare::view::{Entry, entries};
use crate::ui::features::explain::comparison::way;
use crate::ui::features::explain::network_uncertainty;
use crate::ui::features::explain::panel::{Told, with_naming};
use crate::ui::features::explain::sentence::{Stated, euros};
use crate::ui::features::explain::terms::{item, plain};
use crate::ui::features::network::view::{INHABITANTS, count_field, members, placed};
use crate::ui::state::State;
use yew::prelude::*;

/// What the name of such a figure begins with.
pub const KIND: &str = "netwerk";

/// The name of a figure of the network.
pub fn name(about: &str) -> String {
    format!("{KIND}.{about}")
}

/// An amount of the network in a sentence, which states it without its minus.
pub fn stated(state: &State, about: &str, amount: f64) -> Stated {
    euros(state, &name(about), amount)
}

/// A figure of the network that is divided by another.
const RATIOS: [(&str, &str, &str); 3] = [
    ("costs.per_visitor", "costs.net", "bezoekers"),
    ("total.net_per_visitor", "total.net", "bezoekers"),
    ("total.coverage", "total.savings", "costs.net"),
];

const PEOPLE: [(&str, General); 3] =
    [("bezoekers", General::Bezoekers), ("fte", General::Fte), ("vrijwilligers", General::Vrijwilligers)];

/// Rows of ledger 1 that are no party.
pub const BESIDE: [(&str, PlanFigure); 2] =
    [("ongedekt", PlanFigure::Uncovered), ("overschot", PlanFigure::Surplus)];

/// What a name stands for, if it is a sum.
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
        return Some(NetworkSum::Present(account));
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
    let figure = FigureId::read(about, &state.outcome).or_else(|| year(about))?;
    (figure.unit() == ValueUnit::Euro).then_some(NetworkSum::Amount(figure))
}

/// A year that the scenario that is shown may not have.
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

/// What is said of such a figure.
pub fn told(state: &State, about: &str) -> Option<Told> {
    let entries = entries(state);
    if let Some(ratio) = RATIOS.iter().find(|(name, ..)| *name == about) {
        return divided(state, &entries, ratio);
    }
    match about {
        "bereik" => reach(state, &entries),
        network_uncertainty::CHANCE | network_uncertainty::SPREAD | network_uncertainty::MEAN => {
            network_uncertainty::told(state, &entries, about)
        }
        _ => match about.strip_prefix("deel.") {
            Some(about) => {
                let (place, about) = about.split_once('.')?;
                added(state, &entries, about, Some(place.parse().ok()?))
            }
            None => added(state, &entries, about, None),
        },
    }
}

/// How a sum is called, and what it counts.
fn called(state: &State, what: NetworkSum) -> (String, ValueUnit) {
    let words = state.text().network;
    with_naming(state, |naming| match what {
        NetworkSum::Initiatives => (words.initiatives.to_owned(), ValueUnit::Number),
        NetworkSum::People(general) => (naming.input(InputId::General(general)), ValueUnit::Number),
        NetworkSum::Amount(figure) => (naming.figure(figure), ValueUnit::Euro),
        NetworkSum::Present(account) => {
            (naming.figure(FigureId::Account(account, AccountFigure::Npv)), ValueUnit::Euro)
        }
        NetworkSum::OutsideParties(of, part) => {
            let (plan, rest) = (state.text().financing, state.text().page);
            let name = if of == PlanFigure::Surplus { plan.surplus } else { plan.uncovered };
            let part = match part {
                AccountFigure::Costs => rest.pays,
                AccountFigure::Npv => words.npv_head,
                _ => rest.saldo,
            };
            (format!("{name}, {}", part.to_lowercase()), ValueUnit::Euro)
        }
    })
}

fn value_of(state: &State, entries: &[Entry], about: &str) -> Option<(String, f64, ValueUnit)> {
    let what = summed(state, about)?;
    let (name, measure) = called(state, what);
    let total = contributions(&members(state, entries), what)
        .into_iter()
        .map(ScenarioContribution::total)
        .sum::<f64>();
    Some((name, total + 0.0, measure))
}

/// So many times what one has, of all scenarios or of one.
fn added(state: &State, entries: &[Entry], about: &str, only: Option<usize>) -> Option<Told> {
    let (words, all) = (state.text().explain_extra, state.text());
    let what = summed(state, about)?;
    let places: Vec<usize> = placed(state, entries).map(|(place, ..)| place).collect();
    let mut found = contributions(&members(state, entries), what);
    found.retain(|part| only.is_none_or(|only| places.get(part.member) == Some(&only)));
    if found.is_empty() && only.is_some() {
        return None;
    }
    let (name, measure) = called(state, what);
    let of = |value| shown(all.notation, value, measure);
    let count = |part: &ScenarioContribution| shown(all.notation, f64::from(part.count), ValueUnit::Number);
    let factor = |part: &ScenarioContribution| shown(all.notation, part.factor, ValueUnit::Factor);
    let converted = found.iter().any(|part| part.factor != 1.0);
    let line = |part: &ScenarioContribution| {
        let value = if part.value < 0.0 { format!("({})", of(part.value)) } else { of(part.value) };
        match what {
            NetworkSum::Initiatives => count(part),
            _ if part.factor != 1.0 => format!("{} × {value} × {}", count(part), factor(part)),
            _ => format!("{} × {value}", count(part)),
        }
    };
    let total = of(found.iter().map(|part| part.total()).sum::<f64>() + 0.0);
    let filled: Vec<String> = found.iter().map(line).collect();
    let filled = if filled.is_empty() { all.explain.nothing.to_owned() } else { filled.join(" + ") };
    let formula = if what == NetworkSum::Initiatives {
        words.network_count.to_owned()
    } else {
        (words.network_sum)(&name, converted)
    };
    let mut terms = Vec::new();
    for part in &found {
        let place = *places.get(part.member)?;
        terms.push(number(state, entries, place, count(part)));
        terms.extend(match what {
            NetworkSum::Initiatives => None,
            NetworkSum::Amount(figure) => way(state, place, &figure_name(state, figure), of(part.value)),
            NetworkSum::People(general) => {
                let path = format!("{}.{}", crate::chart::aggregates::ENTERED, general.id());
                way(state, place, &path, of(part.value))
            }
            // What nobody pays is a figure of its plan, where it has one.
            NetworkSum::OutsideParties(PlanFigure::Uncovered, AccountFigure::Costs) if part.value != 0.0 => {
                let figure = FigureId::Plan(PlanFigure::Uncovered, None);
                way(state, place, &figure_name(state, figure), of(part.value))
            }
            NetworkSum::Present(_) | NetworkSum::OutsideParties(..) => {
                Some(plain((words.in_scenario)(&name, &entries[place].label), of(part.value)))
            }
        });
        if part.factor != 1.0 {
            terms.push(plain((words.network_factor)(entries[place].inputs.year()), factor(part)));
        }
    }
    let whole = (words.in_network)(&name);
    let label = only.and_then(|place| Some(entries.get(place)?.label.clone()));
    let name = label.map_or(whole, |label| (words.part_of_network)(&name, &label));
    Some(Told {
        name,
        value: total.clone(),
        lines: vec![(all.explain.formula, formula), (all.explain.filled, format!("{filled} = {total}"))],
        notes: vec![],
        terms,
    })
}

fn figure_name(state: &State, figure: FigureId) -> String {
    figure.name(&state.outcome)
}

/// How many initiatives, with the way to that field.
fn number(state: &State, entries: &[Entry], place: usize, count: String) -> Html {
    let name = (state.text().network.count)(&entries[place].label);
    let to = (state.text().explain.to_field)(&name);
    let way = button("plain", format!("reveal {}", field_id(&count_field(place))), to);
    item(name, count, vec![way], Html::default())
}

/// A value with the way to another figure of the network.
fn further(state: &State, about: &str, name: &str, value: String) -> Html {
    let name = (state.text().explain_extra.in_network)(name);
    let to = (state.text().explain.to_figure)(&name);
    item(name, value, vec![button("plain", format!("explain-further {KIND}.{about}"), to)], Html::default())
}

fn divided(state: &State, entries: &[Entry], (about, over, under): &(&str, &str, &str)) -> Option<Told> {
    let (words, all) = (state.text().explain_extra, state.text());
    let (above, value, counts) = value_of(state, entries, over)?;
    let (below, by, counted) = value_of(state, entries, under)?;
    let figure = FigureId::read(about, &state.outcome)?;
    let [value_shown, by_shown] = [shown(all.notation, value, counts), shown(all.notation, by, counted)];
    let known = figure.unit() != ValueUnit::Share || (value > 0.0 && by > 0.0);
    let result =
        if known { shown(all.notation, value / by, figure.unit()) } else { all.explain.none.to_owned() };
    let over_all = bracketed(value, value_shown.clone());
    Some(Told {
        name: (words.in_network)(&with_naming(state, |naming| naming.figure(figure))),
        value: result.clone(),
        lines: vec![
            (all.explain.formula, format!("{above} ÷ {below}")),
            (all.explain.filled, format!("{over_all} ÷ {by_shown} = {result}")),
        ],
        notes: vec![],
        terms: vec![further(state, over, &above, value_shown), further(state, under, &below, by_shown)],
    })
}

fn reach(state: &State, entries: &[Entry]) -> Option<Told> {
    let all = state.text();
    let words = all.network;
    let people = state.workspace.network.inhabitants?;
    let (name, visitors, counts) = value_of(state, entries, "bezoekers")?;
    let [many, of] = [visitors, people].map(|value| shown(all.notation, value, counts));
    let share = shown(all.notation, visitors / people, ValueUnit::Share);
    let to = (all.explain.to_field)(words.inhabitants);
    let field = button("plain", format!("reveal {}", field_id(INHABITANTS)), to);
    Some(Told {
        name: words.reached.to_owned(),
        value: share.clone(),
        lines: vec![
            (all.explain.formula, format!("{name} ÷ {}", words.inhabitants)),
            (all.explain.filled, format!("{many} ÷ {of} = {share}")),
        ],
        notes: vec![],
        terms: vec![
            further(state, "bezoekers", &name, many),
            item(words.inhabitants.to_owned(), of, vec![field], Html::default()),
        ],
    })
}

/// The names in the table of the picture of the network.
pub fn charted(state: &State) -> Vec<Vec<Option<String>>> {
    const AMOUNT_LIMITS: [&str; 3] = ["costs.net", "total.savings", "total.net"];
    let entries = entries(state);
    let row = |(place, ..): (usize, u32, &Entry)| {
        AMOUNT_LIMITS.map(|about| Some(format!("{KIND}.deel.{place}.{about}"))).to_vec()
    };
    let mut rows: Vec<_> = placed(state, &entries).map(row).collect();
    if rows.len() != 1 {
        rows.push(AMOUNT_LIMITS.map(|about| Some(format!("{KIND}.{about}"))).to_vec());
    }
    rows
}
