//! The calculation: checked [`Inputs`] in, an [`Outcome`] with its steps out.
//!
//! Everything here is pure: no clock, no randomness, no browser, no language.
//! Callers check what users give with [`Inputs::issues`] first, so [`evaluate`]
//! cannot fail.
//!
//! ```
//! use rekenmodel::model::{Preset, evaluate};
//!
//! let outcome = evaluate(&Preset::Brochure.inputs());
//! assert_eq!(outcome.costs.net.euros(), 300_000.0);
//! assert_eq!(outcome.break_even.gap_per_visitor.euros(), 292.0);
//! ```

pub mod bijstand_budget;
pub mod break_even;
pub mod costs;
pub mod distribution;
pub mod financing;
pub mod goal;
pub mod inputs;
pub mod issue;
pub mod lines;
pub mod outcome;
pub mod parameter;
pub mod parameters;
pub mod party;
pub mod perspective;
pub mod preset;
pub mod price;
pub mod quantity;
pub mod range;
pub mod savings;
pub mod sensitivity;
mod simulated_figure;
pub mod simulation;
pub mod switching_value;
pub mod uncertain_inputs;
pub mod years;

pub use crate::model::break_even::{RequiredValue, break_even_value};
pub use crate::model::financing::{FinancingPlan, Funder};
pub use crate::model::inputs::{CostBasis, IgnoreReason, Inputs, OwnCost, OwnSaving, Phase, SavingLineId};
pub use crate::model::issue::{Issue, Problem};
pub use crate::model::lines::{Line, SavingKind};
pub use crate::model::outcome::{Outcome, evaluate};
pub use crate::model::parameter::{InputId, LineField, Status, Unit};
pub use crate::model::parameters::General;
pub use crate::model::party::{Party, PerParty};
pub use crate::model::perspective::{PerPerspective, Perspective};
pub use crate::model::preset::Preset;
pub use crate::model::price::PriceLevel;
pub use crate::model::quantity::{Count, Euro, EuroPer, Share};
pub use crate::model::range::{Range, Shape};
pub use crate::model::simulated_figure::SimulatedFigure;
