//! Plausibility checks: warnings about inputs and outcomes that are probably wrong or need
//! an explanation. A warning blocks no input; it names the inputs to look at.
//!
//! ```
//! use rekenmodel::checks::{WarningKind, plausibility_checks};
//! use rekenmodel::model::{Preset, evaluate};
//!
//! let inputs = Preset::Brochure.inputs();
//! let warnings = plausibility_checks(&inputs, &evaluate(&inputs));
//! // The brochure applies no corrections and treats all savings as cashable.
//! assert!(matches!(warnings[0].kind, WarningKind::NoCorrection { .. }));
//! assert!(matches!(warnings[1].kind, WarningKind::AllCash { .. }));
//! assert_eq!(warnings.len(), 2);
//! ```
//!
//! The thresholds come from `docs/figures.md`; those in euros are in prices of 2016 and are
//! converted to the price year of the scenario. The subject of an own line is known only
//! from its name, so some checks look for words in that name.

mod consistency;
mod corrections;
mod double_counting;
mod financing;
mod results;

pub use crate::checks::consistency::{Inconsistency, MAX_OFF_BENEFIT, doubt_counted_twice};
pub use crate::checks::financing::temporary_funders;
pub use crate::checks::results::{COST_PER_VISITOR, MAX_SAVED_PER_VISITOR};

use crate::model::inputs::plausible_range;
use crate::model::savings::Saving;
use crate::model::{CostBasis, Euro, EuroPer, General, InputId, Inputs, Line, LineField, Outcome};

/// A warning about a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    /// Kind of warning, with its figures.
    pub kind: WarningKind,
    /// Inputs to look at; empty for a warning about the dekkingsplan.
    pub inputs: Vec<InputId>,
}

/// Kind of warning, with the figures that it states.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WarningKind {
    /// A line with more person-years than there are visitors.
    MoreThanVisitors {
        /// Person-years of the line.
        people: f64,
        /// Visitors a year.
        visitors: f64,
    },
    /// More visitors than one initiative can have: the number may be the whole sector's.
    WholeSector {
        /// Visitors a year.
        visitors: f64,
    },
    /// The number of visitors is near the sector's average per initiative, which counts
    /// visitors in another way than the brochure's example of 500 does.
    SectorAverageVisitors {
        /// Visitors a year.
        visitors: f64,
    },
    /// Costs per visitor outside the middle half of comparable initiatives.
    CostPerVisitor {
        /// Costs per visitor, as calculated.
        per_visitor: EuroPer,
        /// Whether the costs are above that half; otherwise they are below it.
        high: bool,
        /// Whether the costs are so far outside it that they are probably wrong.
        far: bool,
    },
    /// Savings per visitor above the highest European figure that is known.
    BeyondSources {
        /// Savings per visitor, as calculated.
        per_visitor: EuroPer,
    },
    /// The counted savings are larger than the costs.
    MoreThanCosts {
        /// Savings divided by costs.
        coverage: f64,
    },
    /// Inputs that contradict each other.
    Inconsistent(Inconsistency),
    /// More people leave a benefit than there are volunteers.
    MoreThanVolunteers {
        /// Person-years without a benefit.
        people: f64,
        /// Number of volunteers.
        volunteers: f64,
    },
    /// Fewer benefits and paid work both count, and are probably about the same people.
    WorkCountedTwice {
        /// Person-years without a benefit.
        people: f64,
        /// Hours of paid work.
        hours: f64,
    },
    /// Paid work and quality of life both count, though part of the quality of life
    /// follows from the work.
    WorkAndQualityOfLife,
    /// An own line about work or income counts in addition to the fixed lines about work.
    IncomeCountedTwice,
    /// The fixed line about day-activity care counts in addition to an own line about
    /// sheltered housing, which often includes such care.
    DayCareWithinHousing,
    /// An own line that saves the gemeente money is probably about bijstand, of which its budget
    /// does not follow, as it would in the fixed line.
    BijstandAsOwnLine,
    /// A line counts with a value of zero, which says that there is no effect. An unknown
    /// effect should be p.m.
    CountedAsZero,
    /// Savings without correction for deadweight and attribution.
    NoCorrection {
        /// Net value of these lines.
        amount: Euro,
        /// Whether the brochure counts each of these lines without correction too.
        as_brochure: bool,
    },
    /// Welfare without correction for deadweight and attribution. It is a separate warning,
    /// since welfare is never added to savings.
    WelfareUncorrected {
        /// Net value of these lines.
        amount: Euro,
    },
    /// Large savings that are entered as 100% cashable.
    AllCash {
        /// Net value of these lines.
        amount: Euro,
    },
    /// Values outside the plausible range of an initiative of average size.
    OutsidePlausible,
    /// Growth of only the costs or only the savings over the years.
    OneSidedGrowth {
        /// Whether only the costs grow; otherwise only the savings.
        costs: bool,
    },
    /// Start-up costs, which might also be included in the annual costs as depreciation.
    StartCosts,
    /// The dekkingsplan leaves costs uncovered.
    Uncovered {
        /// First year with uncovered costs.
        year: u32,
        /// Uncovered costs in that year.
        amount: Euro,
    },
    /// Funders pay up to some year, so a full-effect year is without them.
    Temporary {
        /// Number of funders.
        funders: usize,
        /// Amount that these funders pay in the first year.
        amount: Euro,
    },
    /// All funders pay up to some year.
    AllTemporary {
        /// The last year in which any of them pays.
        last: u32,
        /// Amount that nobody pays in a full-effect year.
        amount: Euro,
    },
    /// A single funder pays.
    OneFunder {
        /// Position of the funder in the plan.
        position: usize,
        /// Amount that it pays in the first year.
        amount: Euro,
    },
    /// The funders pay more than the costs.
    PaidTooMuch {
        /// First year with a surplus.
        year: u32,
        /// Surplus in that year.
        amount: Euro,
    },
}

/// Number of people in all initiatives together, according to the brochure (early 2017).
pub const SECTOR_VISITORS: f64 = 30_000.0;

/// Number of initiatives, according to the brochure (early 2017).
pub const SECTOR_INITIATIVES: f64 = 31.0;

/// How close to the sector's average a number of visitors must be to count as equal to
/// it.
const SECTOR_AVERAGE_TOLERANCE: f64 = 25.0;

/// Number of visitors that no single initiative is known to reach.
const MANY_VISITORS: f64 = 10_000.0;

/// Returns all warnings about a scenario and its outcome.
pub fn plausibility_checks(inputs: &Inputs, outcome: &Outcome) -> Vec<Warning> {
    let mut warnings = WarningList { all: Vec::new() };
    people(inputs, outcome, &mut warnings);
    consistency::consistency(inputs, outcome, &mut warnings);
    results::results(inputs, outcome, &mut warnings);
    double_counting::double_counting(inputs, outcome, &mut warnings);
    corrections::corrections(inputs, outcome, &mut warnings);
    settings(inputs, &mut warnings);
    financing::plan(inputs, outcome, &mut warnings);
    warnings.all
}

impl Warning {
    /// Returns whether the input is probably wrong; otherwise the warning only asks for an
    /// explanation.
    pub fn is_probable_error(&self) -> bool {
        matches!(
            self.kind,
            WarningKind::MoreThanVisitors { .. }
                | WarningKind::WholeSector { .. }
                | WarningKind::SectorAverageVisitors { .. }
                | WarningKind::CostPerVisitor { far: true, .. }
                | WarningKind::BeyondSources { .. }
        )
    }
}

struct WarningList {
    all: Vec<Warning>,
}

impl WarningList {
    /// Adds a warning, unless there are no inputs to look at.
    fn add(&mut self, kind: WarningKind, inputs: Vec<InputId>) {
        if !inputs.is_empty() {
            self.all.push(Warning { kind, inputs });
        }
    }

    /// Adds a warning where a condition holds.
    fn add_if(&mut self, condition: bool, kind: WarningKind, inputs: &[InputId]) {
        if condition {
            self.add(kind, inputs.to_vec());
        }
    }
}

const BEZOEKERS: InputId = InputId::General(General::Bezoekers);

/// Returns the result of this fixed line in the outcome.
fn line(outcome: &Outcome, line: Line) -> &Saving {
    &outcome.savings[line as usize]
}

/// Returns whether a line is counted and its gross value is above zero.
fn has_gain(saving: &Saving) -> bool {
    saving.counted && saving.gross > Euro::ZERO
}

/// Returns whether a counted line has more people a year than there are visitors.
pub fn has_more_people_than_visitors(inputs: &Inputs, line: Line) -> bool {
    let people = inputs.line(line).quantity().units();
    line.definition().per_person && inputs.line(line).counted && people > inputs.general(General::Bezoekers)
}

/// Checks numbers of people: against the visitors, the volunteers and the sector.
fn people(inputs: &Inputs, outcome: &Outcome, warnings: &mut WarningList) {
    let visitors = inputs.general(General::Bezoekers);
    for id in Line::ALL {
        let people = inputs.line(id).quantity().units();
        let too_many = has_more_people_than_visitors(inputs, id);
        let to_check = [InputId::Line(id, LineField::Aantal), BEZOEKERS];
        warnings.add_if(too_many, WarningKind::MoreThanVisitors { people, visitors }, &to_check);
    }
    warnings.add_if(visitors >= MANY_VISITORS, WarningKind::WholeSector { visitors }, &[BEZOEKERS]);
    let average = SECTOR_VISITORS / SECTOR_INITIATIVES;
    let is_near_average = (visitors - average).abs() <= SECTOR_AVERAGE_TOLERANCE;
    warnings.add_if(is_near_average, WarningKind::SectorAverageVisitors { visitors }, &[BEZOEKERS]);
    let benefits = line(outcome, Line::Uitkeringen);
    let (people, volunteers) = (benefits.quantity.units(), inputs.general(General::Vrijwilligers));
    // Under the key figure the number of volunteers is not used, so it may be unchanged.
    let volunteers_are_known = inputs.basis == CostBasis::Begroting;
    warnings.add_if(
        volunteers_are_known && has_gain(benefits) && people > volunteers && people <= visitors,
        WarningKind::MoreThanVolunteers { people, volunteers },
        &[benefits.id.input(LineField::Aantal), InputId::General(General::Vrijwilligers)],
    );
}

/// Checks inputs by themselves: plausible ranges, growth and start-up costs.
fn settings(inputs: &Inputs, warnings: &mut WarningList) {
    let outside = |id: &InputId| {
        let is_used = match id {
            InputId::General(_) => !inputs.ignores(*id),
            InputId::Line(line, _) => inputs.line(*line).counted,
            InputId::Own(..) => false,
        };
        is_used && !is_plausible(inputs, *id)
    };
    warnings.add(WarningKind::OutsidePlausible, InputId::fixed().filter(outside).collect());
    let growth = [General::Kostenstijging, General::Batenstijging];
    let [costs, savings] = growth.map(|id| inputs.general(id) != 0.0);
    let has_several_years = inputs.general(General::Horizon) >= 2.0;
    let to_check = growth.map(InputId::General);
    warnings.add_if(has_several_years && costs != savings, WarningKind::OneSidedGrowth { costs }, &to_check);
    let start_up = InputId::General(General::Startkosten);
    warnings.add_if(inputs.get(start_up) > 0.0, WarningKind::StartCosts, &[start_up]);
}

/// Returns whether a value lies within the [`plausible_range`]; true for an input without one.
pub fn is_plausible(inputs: &Inputs, id: InputId) -> bool {
    let Some((low, high)) = plausible_range(inputs, id) else { return true };
    let (value, tolerance) = (inputs.get(id), 1e-9 * high.abs());
    value >= low - tolerance && value <= high + tolerance
}

#[cfg(test)]
mod tests;
