//! From a scenario to text: only what differs from the preset, whole numbers
//! without a point, in a fixed order.

use super::{SCHEMA, Scenario, Simulation};
use crate::model::inputs::{OwnLine, OwnSide, SavingInputs};
use crate::model::{InputId, Part, Preset, Range, Shape};
use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::value::RawValue;
use std::collections::BTreeMap;

pub fn scenario(scenario: &Scenario) -> String {
    serde_json::to_string(&Written(scenario)).unwrap_or_default()
}

/// A number, without a point where it is whole.
struct Number(f64);

impl Serialize for Number {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        const EXACT: f64 = 9_007_199_254_740_992.0;
        if self.0.fract() == 0.0 && self.0.abs() < EXACT {
            serializer.serialize_i64(self.0 as i64)
        } else {
            serializer.serialize_f64(self.0)
        }
    }
}

/// A value in `values`: a number, or the name of the cost basis.
#[derive(serde::Serialize)]
#[serde(untagged)]
enum Value {
    Number(Number),
    Name(&'static str),
}

struct Written<'a>(&'a Scenario);

impl Serialize for Written<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let scenario = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("schema", &SCHEMA)?;
        if !scenario.name.is_empty() {
            map.serialize_entry("name", &scenario.name)?;
        }
        if scenario.base != Preset::Brochure {
            map.serialize_entry("base", scenario.base.id())?;
        }
        let mut values: BTreeMap<String, Value> = BTreeMap::new();
        values.extend(scenario.basis.map(|basis| ("kostenbasis".to_owned(), Value::Name(basis.id()))));
        let named = |(id, value): (&InputId, &f64)| Some((id.fixed_id()?, Value::Number(Number(*value))));
        values.extend(scenario.values.iter().filter_map(named));
        if !values.is_empty() {
            map.serialize_entry("values", &values)?;
        }
        if !scenario.counted.is_empty() {
            let counted: BTreeMap<_, _> = scenario.counted.iter().map(|(line, on)| (line.id(), on)).collect();
            map.serialize_entry("counted", &counted)?;
        }
        if !scenario.ranges.is_empty() {
            let ranges: BTreeMap<_, _> =
                scenario.ranges.iter().map(|(name, range)| (name, WrittenRange(*range))).collect();
            map.serialize_entry("ranges", &ranges)?;
        }
        if !scenario.own.is_empty() {
            let own: Vec<_> = scenario.own.iter().map(WrittenLine).collect();
            map.serialize_entry("custom", &own)?;
        }
        if scenario.simulation != Simulation::default() {
            let Simulation { draws, seed } = scenario.simulation;
            map.serialize_entry(
                "simulation",
                &BTreeMap::from([("draws", u64::from(draws)), ("seed", seed)]),
            )?;
        }
        if let Some(meta) =
            scenario.meta.as_deref().and_then(|text| serde_json::from_str::<&RawValue>(text).ok())
        {
            map.serialize_entry("meta", meta)?;
        }
        map.end()
    }
}

struct WrittenRange(Range);

impl Serialize for WrittenRange {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("kind", self.0.shape.id())?;
        if self.0.shape != Shape::Fixed {
            map.serialize_entry("low", &Number(self.0.low))?;
            map.serialize_entry("high", &Number(self.0.high))?;
        }
        map.end()
    }
}

struct WrittenLine<'a>(&'a OwnLine);

impl Serialize for WrittenLine<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let line = self.0;
        let mut map = serializer.serialize_map(None)?;
        map.serialize_entry("id", &line.id)?;
        let side = if matches!(line.side, OwnSide::Cost(_)) { "cost" } else { "saving" };
        map.serialize_entry("side", side)?;
        map.serialize_entry("label", &line.label)?;
        if let OwnSide::Saving(saving) = &line.side {
            map.serialize_entry("kind", saving.inputs.kind.id())?;
            map.serialize_entry("counted", &saving.inputs.counted)?;
            map.serialize_entry("unit", &saving.unit)?;
        }
        map.serialize_entry("quantity", &Number(line.get(Part::Aantal)))?;
        map.serialize_entry("amount", &Number(line.get(Part::Bedrag)))?;
        if let OwnSide::Saving(saving) = &line.side {
            for part in [Part::Autonoom, Part::Toerekening, Part::Verdringing, Part::Verzilverbaar] {
                map.serialize_entry(part.id(), &Number(saving.inputs.get(part)))?;
            }
            map.serialize_entry("parties", &parties(&saving.inputs))?;
        }
        map.end()
    }
}

fn parties(inputs: &SavingInputs) -> BTreeMap<&'static str, Number> {
    let parts = [Part::Gemeente, Part::Rijk, Part::Zorgverzekeraar];
    parts.into_iter().map(|part| (part.id(), Number(inputs.get(part)))).collect()
}
