//! Scenarios as people save, open and share them: the differences from a preset.
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
pub mod merge;
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

/// The version of the file format that is written, and the newest that is read.
pub const SCHEMA: u32 = 2;

/// The largest size of a scenario that is read, in bytes.
pub const MAX_BYTES: usize = 1_000_000;

/// The largest length of a name, label or unit, in characters.
pub const MAX_CHARACTERS: usize = 200;

/// The largest number of own lines that a scenario can have.
pub const MAX_OWN_LINES: usize = 200;

/// A scenario, as its differences from a preset. It is always well-formed, but its
/// values can be out of bounds: see [`Scenario::issues`].
#[derive(Clone, Debug, PartialEq)]
pub struct Scenario {
    /// The user's name for it; may be empty.
    pub name: String,
    /// The preset that supplies everything that the scenario does not set.
    pub base: Preset,
    /// Basis of the costs; `None` where it is the preset's.
    pub basis: Option<CostBasis>,
    /// Phase of the initiative; `None` for the preset's.
    pub phase: Option<Phase>,
    /// Perspective, whose saldo is put in front; `None` for the preset's.
    pub perspective: Option<Perspective>,
    /// Values of fixed inputs that the scenario sets.
    pub values: LiteMap<InputId, f64>,
    /// Whether a fixed line counts, where the scenario sets that.
    pub counted: LiteMap<Line, bool>,
    /// Ranges that the scenario sets, by the input's id in files.
    pub ranges: LiteMap<String, Range>,
    /// The user's own lines.
    pub own: Vec<OwnLine>,
    /// Funders of the costs; empty where there is no dekkingsplan.
    pub plan: FinancingPlan,
    /// Settings of the simulation.
    pub simulation: SimulationSettings,
    /// Data that programs store with it: the JSON text of an object, which is stored
    /// unchanged and plays no role in the calculation. See [`meta`].
    pub meta: Option<String>,
}

impl Scenario {
    /// Makes a scenario that does not differ from its preset.
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

    /// Returns the scenario with another preset beneath it: what it sets itself stays, but for
    /// what equals the new preset. `None` where the figures of both are not valid together.
    ///
    /// ```
    /// use rekenmodel::model::Preset;
    /// use rekenmodel::scenario::Scenario;
    ///
    /// let own = Scenario::parse(r#"{ "values": { "bezoekers": 520 } }"#).unwrap();
    /// let cautious = own.rebased(Preset::Voorzichtig).unwrap();
    /// assert_eq!(cautious.to_json(), r#"{"schema":2,"base":"voorzichtig","values":{"bezoekers":520}}"#);
    /// ```
    pub fn rebased(&self, base: Preset) -> Option<Scenario> {
        let mut rebased = Scenario { base, ..self.clone() };
        let defaults = rebased.base_inputs();
        let sets_prices = |id: &InputId| matches!(id, InputId::General(general) if general.sets_prices());
        let same_values: Vec<InputId> = rebased
            .values
            .iter()
            .filter(|(id, value)| !sets_prices(id) && defaults.get(**id) == **value)
            .map(|(id, _)| *id)
            .collect();
        for id in same_values {
            rebased.values.remove(&id);
        }
        let price_year = InputId::General(General::Prijspeil);
        if rebased.values.get(&price_year).is_some_and(|year| *year == f64::from(base.year())) {
            rebased.values.remove(&price_year);
        }
        let same_counts: Vec<Line> = rebased
            .counted
            .iter()
            .filter(|(line, counted)| defaults.line(**line).counted == **counted)
            .map(|(line, _)| *line)
            .collect();
        for line in same_counts {
            rebased.counted.remove(&line);
        }
        rebased.basis = rebased.basis.filter(|basis| *basis != defaults.basis);
        rebased.phase = rebased.phase.filter(|phase| *phase != defaults.phase);
        rebased.issues().is_empty().then_some(rebased)
    }

    /// Reads and checks a scenario.
    ///
    /// # Errors
    /// All problems, each with the field, the text that was given and what is allowed;
    /// never an empty list.
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

    /// Writes the scenario as JSON, from which [`Scenario::parse`] reads an equal one.
    pub fn to_json(&self) -> String {
        write::scenario(self)
    }

    /// Returns the price year that the scenario sets, or else the preset's.
    pub fn year(&self) -> i32 {
        let set = self.values.get(&InputId::General(General::Prijspeil));
        set.map_or(self.base.year(), |year| *year as i32)
    }

    /// Returns the prices that all amounts are in.
    pub fn prices(&self) -> PriceLevel {
        let default = PriceLevel::from(self.year());
        let named = self.values.get(&InputId::General(General::VerwachteInflatie));
        PriceLevel { expected_inflation: named.copied().unwrap_or(default.expected_inflation), ..default }
    }

    /// Returns the preset's inputs, in the prices of the scenario.
    pub fn base_inputs(&self) -> Inputs {
        self.base.inputs_in(self.prices())
    }

    /// Returns the complete inputs: those of the preset with the scenario's changes. Check
    /// [`Inputs::issues`] before evaluating them.
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

    /// Finds the input with this name, fixed or of an own line; `None` where there is
    /// no such input.
    pub fn input(&self, name: &str) -> Option<InputId> {
        InputId::from_fixed_id(name).or_else(|| {
            let (id, field) = name.split_once('.')?;
            let field = crate::model::LineField::from_id(field)?;
            let index = self.own.iter().position(|line| line.id == id)?;
            self.own[index].has(field).then_some(InputId::Own(index, field))
        })
    }

    /// Lists everything that is out of bounds.
    pub fn issues(&self) -> Vec<Issue> {
        self.inputs().issues(digits::format)
    }
}
