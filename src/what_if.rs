//! Questions of a critical councillor about a scenario, each with one thing that can be set:
//! 'what if half of it would have happened anyway?'.
//!
//! A question makes another scenario ([`WhatIfQuestion::apply`]) and compares both in the figure
//! that it is about ([`WhatIfFigures`]); all figures are those of `evaluate`. It sets its value on
//! all counted lines. Harm, a line that costs money instead, keeps its full amount.
//!
//! ```
//! use rekenmodel::model::Preset;
//! use rekenmodel::scenario::Scenario;
//! use rekenmodel::what_if::{WhatIfFigures, WhatIfQuestion};
//!
//! let brochure = Scenario::new(Preset::Brochure);
//! let half = WhatIfFigures::new(WhatIfQuestion::Deadweight, &brochure, 0.5, "").unwrap();
//! // Of the savings of 154,000, half are left: the gap of 146,000 becomes 223,000.
//! assert_eq!((half.now.gap(), half.then.gap()), (146_000.0, 223_000.0));
//! ```

mod durability;
mod figures;

pub use figures::{WhatIfAmounts, WhatIfFigures, WhatIfMeasure, WhatIfOther};

use crate::checks::{WarningKind, plausibility_checks};
use crate::model::financing::{FinancingPlan, Funder, FunderContribution, Period};
use crate::model::inputs::{OwnCost, OwnLine, OwnSide, SavingInputs, SavingLineId};
use crate::model::{
    Euro, General, InputId, Inputs, Line, LineField, Party, Range, SavingKind, Share, evaluate,
};
use crate::scenario::{MAX_OWN_LINES, Scenario};

/// Weeks a year in which volunteers help.
pub const VOLUNTEER_WEEKS: f64 = 46.0;
/// Id of the own line with the hours of volunteers.
pub const VOLUNTEER_LINE: &str = "uren-vrijwilligers";

/// Question of a critical councillor.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum WhatIfQuestion {
    /// Part of the effect would have happened anyway: `autonoom`.
    Deadweight,
    /// Part of the effect is due to others: `toerekening`.
    Attribution,
    /// Part of the problem only moves elsewhere: `verdringing`.
    Displacement,
    /// Part of the savings is no cash: `verzilverbaar`.
    PaperSavings,
    /// The budget of a small gemeente follows its savings: `inwoners-gemeente`.
    WhoGains,
    /// A line counts what another one counts too.
    DoubleCounting,
    /// The centre draws people to care: a negative `zorggebruik.aantal`.
    NewDemand,
    /// Each year only a part of the effect is left. Only shown: no input says it.
    Durability,
    /// The hours of volunteers have a price: an own line of costs.
    Volunteers,
    /// The numbers of people are the centre's own estimates: all `aantal` times a factor.
    OwnEstimates,
    /// There is no effect at all.
    NoEffect,
    /// Fewer people come: `bezoekers`.
    FewerVisitors,
    /// A funder stops paying.
    FunderLeaves,
}

/// What can be set in a question.
#[derive(Clone, Debug, PartialEq)]
pub enum WhatIfControl {
    /// A number between two ends.
    Number {
        /// Lowest number that can be set.
        low: f64,
        /// Highest number that can be set.
        high: f64,
        /// Distance between two numbers.
        step: f64,
    },
    /// One of several options; the setting is its index.
    Options(Vec<WhatIfOption>),
    /// Nothing can be set.
    Nothing,
}

/// Option of a question.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum WhatIfOption {
    /// A counted savings line.
    Line(SavingLineId),
    /// A funder of the dekkingsplan, by its index.
    Funder(usize),
    /// A party that pays a share of the costs.
    Party(Party),
}

/// Reason why a question cannot be asked about a scenario.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotApplicable {
    /// No saving counts.
    NoSavings,
    /// No saving counts of which it is uncertain whether it is cash.
    NoUncertainCash,
    /// No saving on benefits counts.
    NoBenefits,
    /// There are no volunteers.
    NoVolunteers,
    /// There is one visitor or none.
    NoVisitors,
    /// Nobody pays for good.
    NoFunders,
    /// There is no room for another own line.
    NoRoom,
}

/// Slider of a share, in steps of 5%.
const SHARE: WhatIfControl = WhatIfControl::Number { low: 0.0, high: 1.0, step: 0.05 };

impl WhatIfQuestion {
    /// List of all questions, in the order of the interface.
    pub const ALL: [WhatIfQuestion; 13] = [
        WhatIfQuestion::Deadweight,
        WhatIfQuestion::Attribution,
        WhatIfQuestion::Displacement,
        WhatIfQuestion::PaperSavings,
        WhatIfQuestion::WhoGains,
        WhatIfQuestion::NoEffect,
        WhatIfQuestion::FewerVisitors,
        WhatIfQuestion::FunderLeaves,
        WhatIfQuestion::DoubleCounting,
        WhatIfQuestion::NewDemand,
        WhatIfQuestion::Durability,
        WhatIfQuestion::Volunteers,
        WhatIfQuestion::OwnEstimates,
    ];

    /// Questions that are also on the view of the user's own centre.
    pub const ON_CENTRE: [WhatIfQuestion; 3] =
        [WhatIfQuestion::Deadweight, WhatIfQuestion::Attribution, WhatIfQuestion::Displacement];

    /// Returns the id of the question, in the document.
    pub fn id(self) -> &'static str {
        match self {
            WhatIfQuestion::Deadweight => "autonoom",
            WhatIfQuestion::Attribution => "toerekening",
            WhatIfQuestion::Displacement => "verdringing",
            WhatIfQuestion::PaperSavings => "verzilverbaar",
            WhatIfQuestion::WhoGains => "inwoners",
            WhatIfQuestion::DoubleCounting => "dubbel",
            WhatIfQuestion::NewDemand => "zorgvraag",
            WhatIfQuestion::Durability => "blijvend",
            WhatIfQuestion::Volunteers => "vrijwilligers",
            WhatIfQuestion::OwnEstimates => "schatting",
            WhatIfQuestion::NoEffect => "geen-effect",
            WhatIfQuestion::FewerVisitors => "bezoekers",
            WhatIfQuestion::FunderLeaves => "betaler",
        }
    }

    /// Returns what can be set in the question.
    ///
    /// # Errors
    /// The reason why the question cannot be asked about this scenario.
    pub fn control(self, scenario: &Scenario) -> Result<WhatIfControl, NotApplicable> {
        let inputs = scenario.inputs();
        let counted = counted_lines(&inputs, |_| true);
        let needs_savings = |control| {
            if counted.is_empty() { Err(NotApplicable::NoSavings) } else { Ok(control) }
        };
        match self {
            WhatIfQuestion::Deadweight
            | WhatIfQuestion::Attribution
            | WhatIfQuestion::Displacement
            | WhatIfQuestion::Durability => needs_savings(SHARE),
            WhatIfQuestion::OwnEstimates => {
                needs_savings(WhatIfControl::Number { low: 0.0, high: 2.0, step: 0.1 })
            }
            WhatIfQuestion::NoEffect => needs_savings(WhatIfControl::Nothing),
            WhatIfQuestion::DoubleCounting => needs_savings(WhatIfControl::Options(
                counted.iter().copied().map(WhatIfOption::Line).collect(),
            )),
            WhatIfQuestion::PaperSavings if !counted.is_empty() && uncertain_cash(&inputs).is_empty() => {
                Err(NotApplicable::NoUncertainCash)
            }
            WhatIfQuestion::PaperSavings => needs_savings(SHARE),
            WhatIfQuestion::WhoGains if !counted.contains(&SavingLineId::Fixed(Line::Uitkeringen)) => {
                Err(NotApplicable::NoBenefits)
            }
            WhatIfQuestion::WhoGains => {
                Ok(WhatIfControl::Number { low: 5_000.0, high: 50_000.0, step: 2_500.0 })
            }
            WhatIfQuestion::NewDemand => Ok(WhatIfControl::Number { low: 1.0, high: 50.0, step: 1.0 }),
            WhatIfQuestion::Volunteers if inputs.general(General::Vrijwilligers) == 0.0 => {
                Err(NotApplicable::NoVolunteers)
            }
            WhatIfQuestion::Volunteers
                if scenario.own.len() >= MAX_OWN_LINES && volunteer_line(scenario).is_none() =>
            {
                Err(NotApplicable::NoRoom)
            }
            WhatIfQuestion::Volunteers => Ok(WhatIfControl::Number { low: 0.5, high: 12.0, step: 0.5 }),
            WhatIfQuestion::FewerVisitors => {
                let others = inputs.general(General::Bezoekers) - 1.0;
                let step = if others >= 200.0 { 10.0 } else { 1.0 };
                if others < 1.0 {
                    return Err(NotApplicable::NoVisitors);
                }
                Ok(WhatIfControl::Number { low: 0.0, high: (others / step).floor() * step, step })
            }
            WhatIfQuestion::FunderLeaves => match funders(&inputs) {
                all if all.is_empty() => Err(NotApplicable::NoFunders),
                all => Ok(WhatIfControl::Options(all)),
            },
        }
    }

    /// Returns the setting with which the question begins.
    pub fn start(self, scenario: &Scenario) -> f64 {
        match self {
            WhatIfQuestion::Deadweight
            | WhatIfQuestion::Attribution
            | WhatIfQuestion::Displacement
            | WhatIfQuestion::PaperSavings
            | WhatIfQuestion::Durability
            | WhatIfQuestion::OwnEstimates => 0.5,
            WhatIfQuestion::WhoGains => 25_000.0,
            WhatIfQuestion::NewDemand => 5.0,
            WhatIfQuestion::Volunteers => 4.0,
            WhatIfQuestion::FewerVisitors => {
                let visitors = scenario.inputs().general(General::Bezoekers);
                if visitors >= 200.0 { 50.0 } else { (visitors / 10.0).round().max(1.0) }
            }
            WhatIfQuestion::DoubleCounting => suspected_line(scenario) as f64,
            WhatIfQuestion::NoEffect | WhatIfQuestion::FunderLeaves => 0.0,
        }
    }

    /// Returns the setting at which the question changes nothing, for those that would change the
    /// scenario further each time; `None` for the others.
    pub fn neutral(self) -> Option<f64> {
        match self {
            WhatIfQuestion::FewerVisitors => Some(0.0),
            WhatIfQuestion::OwnEstimates => Some(1.0),
            WhatIfQuestion::Deadweight
            | WhatIfQuestion::Attribution
            | WhatIfQuestion::Displacement
            | WhatIfQuestion::PaperSavings
            | WhatIfQuestion::WhoGains
            | WhatIfQuestion::DoubleCounting
            | WhatIfQuestion::NewDemand
            | WhatIfQuestion::Durability
            | WhatIfQuestion::Volunteers
            | WhatIfQuestion::NoEffect
            | WhatIfQuestion::FunderLeaves => None,
        }
    }

    /// Returns the scenario that the question asks about; `None` for durability, which no input
    /// says. `own_cost` names the own line with the hours of volunteers. A setting is the number
    /// of [`WhatIfControl::Number`] or the index of an option.
    pub fn apply(self, scenario: &Scenario, setting: f64, own_cost: &str) -> Option<Scenario> {
        let inputs = scenario.inputs();
        let mut case = scenario.clone();
        let corrected = |mut case: Scenario, field: LineField| {
            for line in counted_lines(&inputs, |line| field.applies_to(line.kind) && !line.is_harm()) {
                set(&mut case, &inputs, line.input(field), setting);
            }
            case
        };
        Some(match self {
            WhatIfQuestion::Deadweight => corrected(case, LineField::Autonoom),
            WhatIfQuestion::Attribution => corrected(case, LineField::Toerekening),
            WhatIfQuestion::Displacement => corrected(case, LineField::Verdringing),
            WhatIfQuestion::PaperSavings => corrected(case, LineField::Verzilverbaar),
            WhatIfQuestion::WhoGains => {
                set(&mut case, &inputs, InputId::General(General::InwonersGemeente), setting);
                case
            }
            WhatIfQuestion::DoubleCounting => {
                match counted_lines(&inputs, |_| true).get(setting as usize) {
                    Some(SavingLineId::Fixed(line)) => {
                        case.counted.insert(*line, false);
                    }
                    Some(SavingLineId::Own(index)) => {
                        if let OwnSide::Saving(saving) = &mut case.own[*index].side {
                            saving.inputs.counted = false;
                        }
                    }
                    None => {}
                }
                case
            }
            WhatIfQuestion::NewDemand => {
                // What already counts stays; what does not is no saving.
                let id = InputId::Line(Line::Zorggebruik, LineField::Aantal);
                let now = if inputs.line(Line::Zorggebruik).counted { inputs.get(id) } else { 0.0 };
                let (low, high) = id.definition().limits;
                set(&mut case, &inputs, id, (now - setting).clamp(low, high));
                case.counted.insert(Line::Zorggebruik, true);
                case
            }
            WhatIfQuestion::Durability => return None,
            WhatIfQuestion::Volunteers => {
                let hours = inputs.general(General::Vrijwilligers) * setting * VOLUNTEER_WEEKS;
                let side = OwnSide::Cost(OwnCost { quantity: hours, amount: volunteer_hour(&inputs) });
                let line = OwnLine { id: VOLUNTEER_LINE.to_owned(), label: own_cost.to_owned(), side };
                match volunteer_line(scenario) {
                    Some(index) => case.own[index] = line,
                    None => case.own.push(line),
                }
                case
            }
            WhatIfQuestion::OwnEstimates => with_effects_times(scenario, setting),
            WhatIfQuestion::NoEffect => without_effects(scenario),
            WhatIfQuestion::FewerVisitors => {
                let id = InputId::General(General::Bezoekers);
                set(&mut case, &inputs, id, (inputs.get(id) - setting).max(1.0));
                case
            }
            WhatIfQuestion::FunderLeaves => {
                case.plan = without_funder(&inputs, setting as usize);
                case
            }
        })
    }

    /// Returns the input that the question is about, for a way to its field; `None` where it is
    /// about no single input.
    pub fn input(self, scenario: &Scenario) -> Option<InputId> {
        let inputs = scenario.inputs();
        let of_first = |field: LineField| {
            let lines = counted_lines(&inputs, |line| field.applies_to(line.kind));
            lines.first().map(|line| line.input(field))
        };
        match self {
            WhatIfQuestion::Deadweight => of_first(LineField::Autonoom),
            WhatIfQuestion::Attribution => of_first(LineField::Toerekening),
            WhatIfQuestion::Displacement => of_first(LineField::Verdringing),
            WhatIfQuestion::PaperSavings => of_first(LineField::Verzilverbaar),
            WhatIfQuestion::WhoGains => Some(InputId::General(General::InwonersGemeente)),
            WhatIfQuestion::NewDemand => Some(InputId::Line(Line::Zorggebruik, LineField::Aantal)),
            WhatIfQuestion::Volunteers => Some(InputId::General(General::Vrijwilligers)),
            WhatIfQuestion::FewerVisitors => Some(InputId::General(General::Bezoekers)),
            WhatIfQuestion::DoubleCounting
            | WhatIfQuestion::Durability
            | WhatIfQuestion::OwnEstimates
            | WhatIfQuestion::NoEffect => of_first(LineField::Aantal),
            WhatIfQuestion::FunderLeaves => None,
        }
    }
}

/// Returns the price of an hour of a volunteer in whole euros, in the prices of the scenario: what is
/// said is what is calculated with. It is that of an hour outside the initiative (docs/figures.md: a
/// proposal, in prices of 2016).
pub fn volunteer_hour(inputs: &Inputs) -> f64 {
    let definition = InputId::Line(Line::Vrijwilligerswerk, LineField::Bedrag).definition();
    (definition.default * definition.price_factor(inputs.prices())).round()
}

/// Returns the counted savings lines for which `is_wanted` is true.
fn counted_lines(inputs: &Inputs, is_wanted: impl Fn(&SavingInputs) -> bool) -> Vec<SavingLineId> {
    let lines = inputs.saving_lines().filter(|(_, line)| line.counted && is_wanted(line));
    lines.map(|(id, _)| id).collect()
}

/// Returns the counted lines of which it is uncertain whether they are cash.
fn uncertain_cash(inputs: &Inputs) -> Vec<SavingLineId> {
    counted_lines(inputs, |line| line.kind == SavingKind::Besparing && !line.is_harm())
}

/// Returns the index, among the counted lines, of the one that a check suspects to be counted
/// twice; 0 without a suspicion.
fn suspected_line(scenario: &Scenario) -> usize {
    let inputs = scenario.inputs();
    let is_about_double_counting = |kind: &WarningKind| {
        matches!(
            kind,
            WarningKind::WorkCountedTwice { .. }
                | WarningKind::WorkAndQualityOfLife
                | WarningKind::IncomeCountedTwice
                | WarningKind::DayCareWithinHousing
        )
    };
    let warnings = plausibility_checks(&inputs, &evaluate(&inputs));
    let warning = warnings.iter().find(|warning| is_about_double_counting(&warning.kind));
    let suspected = warning.and_then(|warning| warning.inputs.last());
    let lines = counted_lines(&inputs, |_| true);
    suspected
        .and_then(|input| lines.iter().position(|line| line.input(LineField::Aantal) == *input))
        .unwrap_or(0)
}

/// Returns the index of the own line with the hours of volunteers.
fn volunteer_line(scenario: &Scenario) -> Option<usize> {
    scenario.own.iter().position(|line| line.id == VOLUNTEER_LINE)
}

/// Returns the scenario with this factor times the number of every counted line, but for harm.
fn with_effects_times(scenario: &Scenario, factor: f64) -> Scenario {
    let inputs = scenario.inputs();
    let mut case = scenario.clone();
    for line in counted_lines(&inputs, |line| !line.is_harm()) {
        let id = line.input(LineField::Aantal);
        let (low, high) = id.definition().limits;
        set(&mut case, &inputs, id, (inputs.get(id) * factor).clamp(low, high));
    }
    case
}

/// Returns the scenario in which the number of every counted line is zero, and sure, but for harm.
/// In contrast to [`counts::geen_effect`](crate::scenario::counts::geen_effect) also where the
/// user is sure of the number: who is sure of three people is not sure that they left because of
/// the centre.
fn without_effects(scenario: &Scenario) -> Scenario {
    let inputs = scenario.inputs();
    let mut case = with_effects_times(scenario, 0.0);
    for line in counted_lines(&inputs, |line| !line.is_harm()) {
        case.ranges.insert(inputs.name(line.input(LineField::Aantal)), Range::fixed(0.0));
    }
    case
}

/// Returns who pays the costs for good: the funders of the plan, or else the parties with a share.
fn funders(inputs: &Inputs) -> Vec<WhatIfOption> {
    if inputs.plan.is_empty() {
        let pays = |party: &Party| inputs.cost_allocation(*party, Period::FullEffect).share.fraction() > 0.0;
        return Party::ALL.into_iter().filter(pays).map(WhatIfOption::Party).collect();
    }
    let funders = inputs.plan.iter().enumerate();
    let pays_something = |funder: &Funder| match funder.pays {
        FunderContribution::Amount(amount) => amount > Euro::ZERO,
        FunderContribution::Share(share) => share.fraction() > 0.0,
    };
    let lasting = funders.filter(|(_, funder)| funder.pays_in(Period::FullEffect) && pays_something(funder));
    lasting.map(|(index, _)| WhatIfOption::Funder(index)).collect()
}

/// Returns the plan without the funder at this index of [`funders`]. Without a plan it becomes
/// one of the parties' shares. Who is left alone stays in it with a share of zero, since an empty
/// plan is none.
fn without_funder(inputs: &Inputs, option: usize) -> FinancingPlan {
    let of_party = |party: Party, share: Share| Funder {
        label: String::new(),
        party,
        pays: FunderContribution::Share(share),
        until: None,
    };
    let options = funders(inputs);
    let Some(leaving) = options.get(option).copied() else { return inputs.plan.clone() };
    let mut left: Vec<Funder> = if inputs.plan.is_empty() {
        let parties = Party::ALL.into_iter().filter(|party| options.contains(&WhatIfOption::Party(*party)));
        parties
            .filter(|party| WhatIfOption::Party(*party) != leaving)
            .map(|party| of_party(party, inputs.cost_allocation(party, Period::FullEffect).share))
            .collect()
    } else {
        let funders = inputs.plan.iter().enumerate();
        funders
            .filter(|(index, _)| WhatIfOption::Funder(*index) != leaving)
            .map(|(_, funder)| funder.clone())
            .collect()
    };
    if left.is_empty() {
        let party = match leaving {
            WhatIfOption::Party(party) => party,
            WhatIfOption::Funder(index) => inputs.plan[index].party,
            WhatIfOption::Line(_) => Party::Overig,
        };
        left.push(of_party(party, Share::ZERO));
    }
    FinancingPlan::new(left)
}

/// Sets a value. A range that says that the user is sure of it follows.
fn set(scenario: &mut Scenario, inputs: &Inputs, id: InputId, value: f64) {
    match id {
        InputId::Own(index, field) => scenario.own[index].set(field, value),
        InputId::General(_) | InputId::Line(..) => {
            scenario.values.insert(id, value);
        }
    }
    if inputs.is_fixed(id) {
        scenario.ranges.insert(inputs.name(id), Range::fixed(value));
    }
}

#[cfg(test)]
mod tests;
