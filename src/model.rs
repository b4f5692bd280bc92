//! The calculation: checked [`Inputs`] in, an [`Outcome`] with its steps out.
//!
//! Everything here is pure: no clock, no randomness, no browser, no language.
//! Numbers that users give become [`Inputs`] only after they have been checked,
//! so [`evaluate`] cannot fail.
//!
//! ```
//! use rekenmodel::model::{Preset, evaluate};
//!
//! let outcome = evaluate(&Preset::Brochure.inputs());
//! assert_eq!(outcome.costs.net.euros(), 300_000.0);
//! assert_eq!(outcome.break_even.gap_per_visitor.euros(), 292.0);
//! ```

pub mod break_even;
pub mod costs;
pub mod distribution;
pub mod financing;
pub mod flip;
pub mod goal;
pub mod inputs;
pub mod issue;
pub mod lines;
pub mod outcome;
pub mod parameter;
pub mod parameters;
pub mod party;
pub mod preset;
pub mod price;
pub mod quantity;
pub mod range;
pub mod savings;
pub mod sensitivity;
pub mod simulation;
pub mod uncertain;
pub mod years;

pub use break_even::{BreakEvenValue, break_even_value};
pub use financing::{Funder, Plan};
pub use inputs::{CostBasis, Inputs, OwnCost, OwnSaving};
pub use issue::{Issue, Problem};
pub use lines::{Kind, Line};
pub use outcome::{Outcome, evaluate};
pub use parameter::{InputId, Part, Status, Unit};
pub use parameters::General;
pub use party::{Party, PerParty};
pub use preset::Preset;
pub use quantity::{Count, Euro, EuroPer, Share};
pub use range::{Range, Shape};
