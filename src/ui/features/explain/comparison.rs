//! Figures of scenarios beside each other: each is explained from the inputs of
//! its own scenario; a difference by the two figures; what adds to it by all
//! orders in which the differences could be made.

use crate::chart;
use crate::chart::aggregates::{Aggregate, FigureTarget};
use crate::chart::difference;
use crate::compare::ComparedFigure as Figure;
use crate::explain::{Account, AccountFigure, FigureId, PlanFigure, ValueUnit};
use crate::text::explain::{bracketed, shown};
use crate::text::explain_extra::DrawStatistic;
use crate::ui::components::element::button;
use crate::ui::features::compare;
use crate::ui::features::compare::view::entries;
use crate::ui::features::explain::panel::{Told, told as told_of};
use crate::ui::features::explain::terms::{item, plain};
use crate::ui::features::scenarios::state::{CHANCE_DRAWS, chance_key};
use crate::ui::state::State;
use crate::uncertainty::Figure as Quantity;
use yew::prelude::*;

/// Of the scenario at a place: `bij.2.costs.net`.
pub const KIND: &str = "bij";
/// How that differs from the reference: `verschil.2.costs.net`.
pub const DIFFERENCE: &str = "verschil";
/// What one thing adds to the difference: `waarom.0`, or all that have one row.
pub const WHY: &str = "waarom";
/// The chance that costs are covered, which is no figure of an outcome.
const CHANCE: &str = "kans";

/// The figure of an outcome that is compared; none where that is no single one.
fn figure(measure: Figure) -> Option<FigureId> {
    Some(match measure {
        Figure::Costs => FigureId::Costs,
        Figure::Savings => FigureId::Savings,
        Figure::Net => FigureId::Saldo,
        Figure::CostsPerVisitor => FigureId::CostsPerVisitor,
        Figure::NetPerVisitor => FigureId::SaldoPerVisitor,
        Figure::Coverage => FigureId::Coverage,
        Figure::Party(party) => FigureId::Account(Account::Party(party), AccountFigure::Net),
        Figure::Society => FigureId::Account(Account::Society, AccountFigure::Net),
        Figure::Npv => FigureId::Account(Account::All, AccountFigure::Npv),
        Figure::Payback => FigureId::Account(Account::All, AccountFigure::Payback),
        Figure::Uncovered => FigureId::Plan(PlanFigure::Uncovered, None),
        Figure::UncoveredInAll => return None,
    })
}

/// The name of a figure of the scenario at a place; none is the chance.
pub fn name(state: &State, place: usize, measure: Option<Figure>) -> String {
    format!("{KIND}.{place}.{}", path(state, measure))
}

/// The name of how that differs from the reference; none for the reference
/// itself, and where one of the two has no such figure.
pub fn difference(state: &State, place: usize, measure: Option<Figure>) -> Option<String> {
    let path = path(state, measure);
    let reference = state.workspace.reference;
    let both = || has(state, place, &path) && has(state, reference, &path);
    (place != reference && both()).then(|| difference_of(state, place, measure))
}

/// Whether there is something to say of a figure of the scenario at a place.
pub fn opens(state: &State, place: usize, measure: Option<Figure>) -> bool {
    match measure {
        // A payback that is none says so.
        Some(measure) if !measure.is_of_plan() => true,
        // Of a chance that is not known yet nothing can be said, nor of no plan.
        measure => has(state, place, &path(state, measure)),
    }
}

/// Whether the scenario at a place has this figure.
fn has(state: &State, place: usize, path: &str) -> bool {
    state.looking_at(place).is_some_and(|other| value(&other, path).is_some())
}

/// The same where there is one.
pub fn difference_of(state: &State, place: usize, measure: Option<Figure>) -> String {
    format!("{DIFFERENCE}.{place}.{}", path(state, measure))
}

fn path(state: &State, measure: Option<Figure>) -> String {
    let Some(measure) = measure else { return CHANCE.to_owned() };
    // The outcome has by year what is uncovered in all of them.
    let opens =
        figure(measure).map_or(FigureTarget::Aggregate(Aggregate::UncoveredInAll), FigureTarget::Figure);
    opens.name(&state.outcome)
}

/// A figure of the scenario that this state shows, and what it counts.
fn value(state: &State, path: &str) -> Option<(f64, ValueUnit)> {
    if path == CHANCE {
        let key = chance_key(state.scenario());
        let (_, spread) = state.beside().chances.iter().find(|(of, _)| *of == key)?;
        return Some((spread.as_ref()?.positive, ValueUnit::Share));
    }
    if path == FigureTarget::Aggregate(Aggregate::UncoveredInAll).name(&state.outcome) {
        state.outcome.financing.as_ref()?;
        return Some((Figure::UncoveredInAll.of(&state.outcome)?, ValueUnit::Euro));
    }
    let figure = FigureId::read(path, &state.outcome)?;
    Some((figure.value(&state.outcome).flatten()?, figure.unit()))
}

/// The names of the figures in the table of a picture of the comparison, cell
/// by cell after the name of the row.
pub fn charted(state: &State, id: &str) -> Vec<Vec<Option<String>>> {
    let places = 0..state.workspace.scenarios.len();
    let of = |place, measure| Some(name(state, place, Some(measure)));
    match id {
        chart::scenario_bars::ID => places
            .map(|place| {
                let mut row =
                    [Figure::Costs, Figure::Savings, Figure::Net].map(|one| of(place, one)).to_vec();
                row.push(difference(state, place, Some(Figure::Net)));
                row
            })
            .collect(),
        chart::scenario_bars::MEASURE => {
            let measure = state.beside().measure;
            let own = |place| opens(state, place, measure).then(|| name(state, place, measure));
            places.map(|place| vec![own(place), difference(state, place, measure)]).collect()
        }
        difference::ID => {
            let entries = entries(state);
            let Some(found) = compare::reasons::found(state, &entries) else { return Vec::new() };
            let step = |place: usize| vec![None, None, Some(format!("{WHY}.{place}"))];
            let mut rows: Vec<_> = (0..found.steps.len()).map(step).collect();
            if rows.is_empty() {
                rows.push(vec![None; 3]);
            }
            let net = Some(Figure::Net);
            let ends = [found.from, found.to].map(|place| Some(name(state, place, net)));
            rows.push(ends.into_iter().chain([difference(state, found.to, net)]).collect());
            rows
        }
        _ => Vec::new(),
    }
}

/// What is said of such a figure.
pub fn told(state: &State, kind: &str, about: &str) -> Option<Told> {
    match kind {
        KIND => {
            let (place, path) = of_scenario(state, about)?;
            in_scenario(state, place, path)
        }
        DIFFERENCE => {
            let (place, path) = of_scenario(state, about)?;
            differs(state, place, path)
        }
        WHY => adds(state, about),
        _ => None,
    }
}

fn of_scenario<'a>(state: &State, about: &'a str) -> Option<(usize, &'a str)> {
    let (place, path) = about.split_once('.')?;
    let place = place.parse().ok()?;
    (place < state.workspace.scenarios.len()).then_some((place, path))
}

/// From the inputs of that scenario, which the title names.
fn in_scenario(state: &State, place: usize, path: &str) -> Option<Told> {
    let other = state.looking_at(place)?;
    let told = match path {
        CHANCE => chance(&other)?,
        _ => told_of(&other, path)?,
    };
    Some(Told { name: (state.text().explain_extra.in_scenario)(&told.name, &state.label(place)), ..told })
}

/// The chance of a scenario, by draws of its own.
fn chance(other: &State) -> Option<Told> {
    let (share, measure) = value(other, CHANCE)?;
    let (words, all) = (other.text().explain_extra, other.text());
    let count = (share * f64::from(CHANCE_DRAWS)).round();
    let filled = (words.counted)(count, CHANCE_DRAWS, &shown(all.notation, share, measure));
    let (saldo, measure) = value(other, &FigureId::Saldo.name(&other.outcome))?;
    let saldo = crate::ui::features::explain::terms::further(
        other,
        FigureId::Saldo,
        shown(all.notation, saldo, measure),
    );
    Some(Told {
        name: all.compare.chance.to_owned(),
        value: (all.uncertainty.chance)(share),
        lines: vec![
            (words.how, (words.drawn)(DrawStatistic::Chance, Quantity::Net).to_owned()),
            (all.explain.filled, filled),
        ],
        notes: vec![(all.compare.drawn)(CHANCE_DRAWS).into(), words.honest.into()],
        terms: vec![saldo],
    })
}

/// A value with the way to the explanation of this figure of a scenario.
pub fn way(state: &State, place: usize, path: &str, value: String) -> Option<Html> {
    let told = in_scenario(state, place, path)?;
    let to = button(
        "plain",
        format!("explain-further {KIND}.{place}.{path}"),
        (state.text().explain.to_figure)(&told.name),
    );
    Some(item(told.name, value, vec![to], Html::default()))
}

fn differs(state: &State, place: usize, path: &str) -> Option<Told> {
    let reference = state.workspace.reference;
    let (words, all) = (state.text().explain_extra, state.text());
    let both = [place, reference];
    let [(this, measure), (that, _)] =
        [value(&state.looking_at(place)?, path)?, value(&state.looking_at(reference)?, path)?];
    let of = |value| shown(all.notation, value, measure);
    let names = both.map(|place| in_scenario(state, place, path).map_or_else(String::new, |told| told.name));
    // Years have a number of them between them.
    let by = shown(
        all.notation,
        this - that,
        if measure == ValueUnit::Year { ValueUnit::Number } else { measure },
    );
    let ways = [(place, this), (reference, that)];
    Some(Told {
        name: (words.difference)(&names[0], &state.label(reference)),
        value: by.clone(),
        lines: vec![
            (all.explain.formula, format!("{} − {}", names[0], names[1])),
            (all.explain.filled, format!("{} − {} = {by}", of(this), bracketed(that, of(that)))),
        ],
        notes: vec![],
        terms: ways.into_iter().filter_map(|(place, value)| way(state, place, path, of(value))).collect(),
    })
}

fn adds(state: &State, about: &str) -> Option<Told> {
    let (words, all) = (state.text().explain_extra, state.text());
    let entries = entries(state);
    let found = compare::reasons::found(state, &entries)?;
    let euro = |value: f64| shown(all.notation, value, ValueUnit::Euro);
    let labels = [found.from, found.to].map(|place| state.label(place));
    if about == "rest" {
        let rest = &found.steps[difference::others(found.steps.len())];
        let total: f64 = rest.iter().map(|step| step.amount).sum();
        let filled: Vec<String> = rest.iter().map(|step| bracketed(step.amount, euro(step.amount))).collect();
        let first = rest.first()?;
        return Some(Told {
            name: (all.compare.others)(rest.len()),
            value: euro(total),
            lines: vec![
                (all.explain.formula, rest.iter().map(|step| &*step.name).collect::<Vec<_>>().join(" + ")),
                (all.explain.filled, format!("{} = {}", filled.join(" + "), euro(total))),
            ],
            notes: vec![words.smallest.into()],
            terms: [first]
                .into_iter()
                .chain(&rest[1..])
                .map(|step| plain(step.name.clone(), euro(step.amount)))
                .collect(),
        });
    }
    let place: usize = about.parse().ok()?;
    let (step, part) = (found.steps.get(place)?, found.why.parts.get(place)?);
    let [first, last] = crate::compare::first_and_last_effect(found.inputs[0], found.inputs[1], part.player);
    let net = FigureId::Saldo.name(&state.outcome);
    let ways = [(found.from, found.why.from), (found.to, found.why.to)];
    Some(Told {
        name: (words.adds_name)(&step.name),
        value: euro(step.amount),
        lines: vec![
            (words.how, words.adds.to_owned()),
            (all.explain.filled, (words.adds_ends)(&euro(first), &euro(last), &euro(part.amount))),
        ],
        notes: vec![
            (words.adds_note)(&step.name, [&labels[0], &step.from], [&labels[1], &step.to]).into(),
            words.adds_whole.into(),
        ],
        terms: ways.into_iter().filter_map(|(place, value)| way(state, place, &net, euro(value))).collect(),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Inputs, Preset, evaluate};
    use crate::scenario::Scenario;

    fn compared(inputs: &Inputs, is_explained: fn(Figure) -> bool) {
        let outcome = evaluate(inputs);
        for measure in Figure::ALL {
            let explained = figure(measure).and_then(|figure| figure.value(&outcome));
            let expected = is_explained(measure).then(|| measure.of(&outcome));
            assert_eq!(explained, expected, "{measure:?}");
        }
    }

    /// What is compared is the very figure that is explained; without a plan
    /// there is none of its figures.
    #[test]
    fn the_figures_compared_are_those_of_the_outcome() {
        for preset in Preset::ALL {
            compared(&preset.inputs(), |measure| !measure.is_of_plan());
        }
        let planned = Scenario::parse(r#"{"plan":[{"party":"gemeente","share":0.4}]}"#).unwrap();
        compared(&planned.inputs(), |measure| measure != Figure::UncoveredInAll);
    }
}
