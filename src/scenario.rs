//! A scenario as people save, open and share it: what differs from a preset.
//!
//! ```
//! use rekenmodel::scenario::Scenario;
//!
//! let scenario = Scenario::parse(r#"{ "values": { "bezoekers": 520 } }"#).unwrap();
//! assert_eq!(scenario.to_json(), r#"{"schema":2,"values":{"bezoekers":520}}"#);
//! assert!(Scenario::parse(r#"{ "values": { "bezoekers": 0 } }"#).is_err());
//! ```
#[cfg(feature = "page")]
pub mod link;
#[cfg(feature = "page")]
pub mod stored_format;

pub mod changes;
pub mod counts;
pub mod examples;
pub mod financing;
pub(crate) mod json;
pub mod meta;
mod own_lines;
mod read;
pub mod version_1;
pub mod workspace;
mod write;

use crate::model::General;
use crate::model::inputs::OwnLine;
use crate::model::simulation::SimulationSettings;
use crate::model::{
    CostBasis, FinancingPlan, InputId, Inputs, Issue, Line, Perspective, Phase, Preset, PriceLevel, Range,
};
use crate::number::digits;
use crate::scenario::version_1::Conversion;
use litemap::LiteMap;

/// The version of the form that is written, and the newest that is read.
pub const SCHEMA: u32 = 2;

/// The longest text of a scenario that is read, in bytes.
pub const MOST_BYTES: usize = 1_000_000;

/// The longest name, label or unit, in characters.
pub const MOST_CHARACTERS: usize = 200;

/// Differences from a preset. Always well-formed; [`Scenario::issues`] tells
/// whether its values are within bounds.
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// The user's name for it; may be empty.
    pub name: String,
    /// The preset that everything not named comes from.
    pub base: Preset,
    /// Basis of the costs, where named.
    pub basis: Option<CostBasis>,
    /// Phase of the initiative, where named.
    pub phase: Option<Phase>,
    /// Whose saldo is put in front, where named.
    pub perspective: Option<Perspective>,
    /// The values named, of fixed inputs only.
    pub values: LiteMap<InputId, f64>,
    /// Fixed lines that count or not, where named.
    pub counted: LiteMap<Line, bool>,
    /// Ranges named, by the input's id in files.
    pub ranges: LiteMap<String, Range>,
    /// The user's own lines.
    pub own: Vec<OwnLine>,
    /// Funders of the costs; empty where there is no dekkingsplan.
    pub plan: FinancingPlan,
    /// Settings of the simulation.
    pub simulation: SimulationSettings,
    /// Data that a program stores with it: JSON text of an object, stored and
    /// ignored.
    pub meta: Option<String>,
}

impl Scenario {
    /// A preset as it is.
    pub fn new(base: Preset) -> Scenario {
        Scenario {
            name: String::new(),
            base,
            basis: None,
            phase: None,
            perspective: None,
            values: LiteMap::new(),
            counted: LiteMap::new(),
            ranges: LiteMap::new(),
            own: Vec::new(),
            plan: FinancingPlan::default(),
            simulation: SimulationSettings::default(),
            meta: None,
        }
    }

    /// Reads and checks a scenario.
    ///
    /// # Errors
    /// Everything that is wrong with it, each with field, value and what is
    /// allowed; never an empty list.
    pub fn parse(text: &str) -> Result<Scenario, Vec<Issue>> {
        Scenario::parse_any_version(text).map(|(scenario, _)| scenario)
    }

    /// Reads and checks a scenario, and lists the changes that reading made to one
    /// of version 1; the list is empty for one of today's version.
    ///
    /// # Errors
    /// As [`Scenario::parse`].
    pub fn parse_any_version(text: &str) -> Result<(Scenario, Vec<Conversion>), Vec<Issue>> {
        read::scenario(text)
    }

    /// Writes the scenario; [`Scenario::parse`] gives the same back.
    pub fn to_json(&self) -> String {
        write::scenario(self)
    }

    /// The price year: named, or else the preset's.
    pub fn year(&self) -> i32 {
        let named = self.values.get(&InputId::General(General::Prijspeil));
        named.map_or(self.base.year(), |year| *year as i32)
    }

    /// Returns the prices that all amounts are in.
    pub fn prices(&self) -> PriceLevel {
        let default = PriceLevel::from(self.year());
        let named = self.values.get(&InputId::General(General::VerwachteInflatie));
        PriceLevel { expected_inflation: named.copied().unwrap_or(default.expected_inflation), ..default }
    }

    /// The inputs that everything not named comes from, in this scenario's prices.
    pub fn base_inputs(&self) -> Inputs {
        self.base.inputs_in(self.prices())
    }

    /// Completes the inputs; check [`Inputs::issues`] before evaluating.
    pub fn inputs(&self) -> Inputs {
        let mut inputs = self.base_inputs();
        inputs.basis = self.basis.unwrap_or(inputs.basis);
        inputs.phase = self.phase.unwrap_or(inputs.phase);
        inputs.perspective = self.perspective.unwrap_or(inputs.perspective);
        for (id, value) in self.values.iter() {
            inputs.set(*id, *value);
        }
        for (line, counted) in self.counted.iter() {
            inputs.set_counted(*line, *counted);
        }
        inputs.own.clone_from(&self.own);
        inputs.plan = self.plan.clone();
        let ranges = self.ranges.iter().filter_map(|(name, range)| Some((self.input(name)?, *range)));
        inputs.ranges = ranges.collect();
        inputs
    }

    /// The input with this name, fixed or of an own line.
    pub fn input(&self, name: &str) -> Option<InputId> {
        InputId::from_fixed_id(name).or_else(|| {
            let (id, part) = name.split_once('.')?;
            let part = crate::model::LineField::from_id(part)?;
            let place = self.own.iter().position(|line| line.id == id)?;
            self.own[place].has(part).then_some(InputId::Own(place, part))
        })
    }

    /// Lists everything that is out of bounds.
    pub fn issues(&self) -> Vec<Issue> {
        self.inputs().issues(digits::written)
    }
}
