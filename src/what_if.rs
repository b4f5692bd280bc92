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

mod changes;
mod controls;
mod durability;
mod figures;
mod funders;

pub use controls::{NotApplicable, WhatIfControl, WhatIfOption};
pub use figures::{WhatIfAmounts, WhatIfFigures, WhatIfMeasure, WhatIfOther};

use crate::model::inputs::{SavingInputs, SavingLineId};
use crate::model::{General, InputId, Inputs, Line, LineField, SavingKind};
use crate::scenario::Scenario;

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

/// Returns the index of the own line with the hours of volunteers.
fn volunteer_line(scenario: &Scenario) -> Option<usize> {
    scenario.own.iter().position(|line| line.id == VOLUNTEER_LINE)
}

#[cfg(test)]
mod tests;
