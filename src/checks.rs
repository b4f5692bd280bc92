//! Where users go wrong: warnings that say what to look at, and block nothing.
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
//! The thresholds come from `figures.md`; those in euros are in prices of 2016
//! and follow the scenario's price year. What an own line is about is known only
//! from its name, so some checks look for words in it.

mod consistency;
mod corrections;
mod double_counting;
mod financing;
mod results;

pub use crate::checks::consistency::{Inconsistency, MOST_OFF_BENEFIT, doubt_counted_twice};
pub use crate::checks::financing::temporary_funders;
pub use crate::checks::results::{COST_PER_VISITOR, MOST_SAVED};

use crate::model::savings::Saving;
use crate::model::{CostBasis, Euro, EuroPer, General, InputId, Inputs, Line, LineField, Outcome};

/// One warning: what is the matter, and the inputs to look at; none where it
/// is about the dekkingsplan.
#[derive(Clone, Debug, PartialEq)]
pub struct Warning {
    /// Kind of warning, with its figures.
    pub kind: WarningKind,
    /// Place where to look.
    pub inputs: Vec<InputId>,
}

/// Kind of warning, with the figures that it states.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum WarningKind {
    /// More person-years than there are visitors.
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
    /// Costs per visitor outside the middle half of what is known.
    CostPerVisitor {
        /// Costs per visitor, as calculated.
        per_visitor: EuroPer,
        /// Tells whether they lie above it.
        high: bool,
        /// Tells whether they lie so far from it that they can hardly be right.
        far: bool,
    },
    /// More saved per visitor than a European source names.
    BeyondSources {
        /// Savings per visitor, as calculated.
        per_visitor: EuroPer,
    },
    /// The counted savings are larger than the costs.
    MoreThanCosts {
        /// Savings as a part of costs.
        coverage: f64,
    },
    /// Inputs that do not go together.
    Inconsistent(Inconsistency),
    /// More people leave a benefit than there are volunteers.
    MoreThanVolunteers {
        /// Person-years without a benefit.
        people: f64,
        /// Number of volunteers.
        volunteers: f64,
    },
    /// Benefits and paid work, probably of the same people.
    WorkCountedTwice {
        /// Person-years without a benefit.
        people: f64,
        /// Number of hours worked.
        hours: f64,
    },
    /// Paid work and quality of life both count, though part of the latter follows from
    /// the former.
    WorkAndQualityOfLife,
    /// An own line about work or income, beside the fixed lines about work.
    IncomeCountedTwice,
    /// Day-activity care beside an own line about sheltered housing.
    DayCareWithinHousing,
    /// A line that counts and is worth nothing: that is zero, not unknown.
    CountedAsNothing,
    /// Neither deadweight nor attribution is corrected for.
    NoCorrection {
        /// Net value of these lines.
        amount: Euro,
        /// Tells whether the brochure counts all of these lines so.
        as_brochure: bool,
    },
    /// Welfare without corrections; it is never added to savings.
    WelfareUncorrected {
        /// Net value of these lines.
        amount: Euro,
    },
    /// Large savings that are entered as 100% cashable.
    AllCash {
        /// Net value of these lines.
        amount: Euro,
    },
    /// Values outside their plausible range.
    OutsidePlausible,
    /// Growth of only the costs or only the savings over the years.
    OneSidedGrowth {
        /// Tells whether it is the costs.
        costs: bool,
    },
    /// Costs made once, which may be depreciated elsewhere as well.
    StartCosts,
    /// Nobody pays a part of the costs.
    Uncovered {
        /// The first year in which that is so.
        year: u32,
        /// Amount in that year.
        amount: Euro,
    },
    /// Funders pay up to some year, so a full-effect year is without them.
    Temporary {
        /// Number of funders.
        funders: usize,
        /// Amount that they pay in the first year.
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
    /// The funders pay more than it costs.
    PaidTooMuch {
        /// The first year in which they do.
        year: u32,
        /// Amount in that year.
        amount: Euro,
    },
}

/// Visitors that the brochure names for all initiatives together, and how many
/// these are (early 2017).
pub const SECTOR: (f64, f64) = (30_000.0, 31.0);

/// How close to the sector's average a number of visitors must be to count as equal to
/// it.
const SECTOR_AVERAGE_TOLERANCE: f64 = 25.0;

/// More visitors than any one initiative is known to have.
const MANY_VISITORS: f64 = 10_000.0;

/// Lists everything to look at, what can hardly be right first.
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
    /// Returns whether the input is probably wrong; otherwise the warning is a remark.
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
    /// Notes it, where there is something to look at.
    fn note(&mut self, kind: WarningKind, inputs: Vec<InputId>) {
        if !inputs.is_empty() {
            self.all.push(Warning { kind, inputs });
        }
    }

    fn note_if(&mut self, is_so: bool, kind: WarningKind, inputs: &[InputId]) {
        if is_so {
            self.note(kind, inputs.to_vec());
        }
    }
}

const BEZOEKERS: InputId = InputId::General(General::Bezoekers);

fn line(outcome: &Outcome, line: Line) -> &Saving {
    &outcome.savings[line as usize]
}

/// Returns whether a line is counted and its gross value is above zero.
fn gains(saving: &Saving) -> bool {
    saving.counted && saving.gross > Euro::ZERO
}

/// More of something than there are people for.
fn people(inputs: &Inputs, outcome: &Outcome, warnings: &mut WarningList) {
    let visitors = inputs.general(General::Bezoekers);
    for of in Line::ALL {
        let people = inputs.line(of).quantity().units();
        let too_many = of.definition().per_person && inputs.line(of).counted && people > visitors;
        let at = [InputId::Line(of, LineField::Aantal), BEZOEKERS];
        warnings.note_if(too_many, WarningKind::MoreThanVisitors { people, visitors }, &at);
    }
    warnings.note_if(visitors >= MANY_VISITORS, WarningKind::WholeSector { visitors }, &[BEZOEKERS]);
    let (all, initiatives) = SECTOR;
    let near = (visitors - all / initiatives).abs() <= SECTOR_AVERAGE_TOLERANCE;
    warnings.note_if(near, WarningKind::SectorAverageVisitors { visitors }, &[BEZOEKERS]);
    let benefits = line(outcome, Line::Uitkeringen);
    let (people, volunteers) = (benefits.quantity.units(), inputs.general(General::Vrijwilligers));
    // Under the key figure nobody fills in the volunteers.
    let known = inputs.basis == CostBasis::Begroting;
    warnings.note_if(
        known && gains(benefits) && people > volunteers && people <= visitors,
        WarningKind::MoreThanVolunteers { people, volunteers },
        &[benefits.id.input(LineField::Aantal), InputId::General(General::Vrijwilligers)],
    );
}

/// Inputs that are unusual by themselves.
fn settings(inputs: &Inputs, warnings: &mut WarningList) {
    let outside = |id: &InputId| {
        let takes_part = match id {
            InputId::General(_) => !inputs.basis.ignores(*id),
            InputId::Line(line, _) => inputs.line(*line).counted,
            InputId::Own(..) => false,
        };
        takes_part && !is_plausible(inputs, *id)
    };
    warnings.note(WarningKind::OutsidePlausible, InputId::fixed().filter(outside).collect());
    let growth = [General::Kostenstijging, General::Batenstijging];
    let [costs, savings] = growth.map(|of| inputs.general(of) != 0.0);
    let several = inputs.general(General::Horizon) >= 2.0;
    let look = growth.map(InputId::General);
    warnings.note_if(several && costs != savings, WarningKind::OneSidedGrowth { costs }, &look);
    let once = InputId::General(General::Startkosten);
    warnings.note_if(inputs.get(once) > 0.0, WarningKind::StartCosts, &[once]);
}

/// Returns whether a value lies within its plausible range, in the scenario's
/// prices; true for an input without such a range.
pub fn is_plausible(inputs: &Inputs, id: InputId) -> bool {
    let definition = id.definition();
    let Some((low, high)) = definition.plausible else { return true };
    let factor = definition.price_factor(inputs.prices());
    let (value, dust) = (inputs.get(id), 1e-9 * high.abs() * factor);
    value >= low * factor - dust && value <= high * factor + dust
}

#[cfg(test)]
mod tests;
