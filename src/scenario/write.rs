//! Writes a scenario as JSON: only what the scenario sets itself, in a fixed order, and
//! whole numbers without a decimal point.
//!
//! The text is written without serde, which would add to the size of the page for every
//! visitor. Tests compare it with the results of serde_json.

use crate::model::inputs::{OwnLine, OwnSide};
use crate::model::simulation::{PmDraws, SimulationSettings};
use crate::model::{LineField, Preset, Range, SavingKind, Shape};
use crate::number::digits;
use crate::scenario::{SCHEMA, Scenario, financing};

/// Writes one scenario.
pub fn scenario(scenario: &Scenario) -> String {
    let mut object = Object::new();
    object.raw("schema", &SCHEMA.to_string());
    if !scenario.name.is_empty() {
        object.text("name", &scenario.name);
    }
    if scenario.base != Preset::Brochure {
        object.text("base", scenario.base.id());
    }
    let mut values = Object::new();
    if let Some(basis) = scenario.basis {
        values.text("kostenbasis", basis.id());
    }
    if let Some(phase) = scenario.phase {
        values.text("fase", phase.id());
    }
    if let Some(perspective) = scenario.perspective {
        values.text("perspectief", perspective.id());
    }
    for (id, value) in scenario.values.iter() {
        if let Some(name) = id.fixed_id() {
            values.number(&name, *value);
        }
    }
    object.object_unless_empty("values", values);
    let mut counted = Object::new();
    for (line, is_counted) in scenario.counted.iter() {
        counted.raw(line.id(), boolean(*is_counted));
    }
    object.object_unless_empty("counted", counted);
    let mut ranges = Object::new();
    for (name, range) in scenario.ranges.iter() {
        ranges.raw(name, &range_json(*range));
    }
    object.object_unless_empty("ranges", ranges);
    if !scenario.own.is_empty() {
        let lines: Vec<String> = scenario.own.iter().map(line_json).collect();
        object.raw("custom", &format!("[{}]", lines.join(",")));
    }
    if !scenario.plan.is_empty() {
        object.raw("plan", &financing::to_json(&scenario.plan));
    }
    if scenario.simulation != SimulationSettings::default() {
        let mut simulation = Object::new();
        simulation.raw("draws", &scenario.simulation.draws.to_string());
        simulation.raw("seed", &scenario.simulation.seed.to_string());
        if scenario.simulation.pm != PmDraws::default() {
            simulation.text("pm", scenario.simulation.pm.id());
        }
        object.object_unless_empty("simulation", simulation);
    }
    if let Some(meta) = &scenario.meta {
        object.raw("meta", meta);
    }
    object.close()
}

/// A JSON object that is being written.
pub(super) struct Object(String);

impl Object {
    /// Makes an object without fields.
    pub fn new() -> Object {
        Object("{".to_owned())
    }

    /// Adds a field whose value is JSON text already.
    pub fn raw(&mut self, key: &str, json: &str) {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        self.0.push_str(&quoted(key));
        self.0.push(':');
        self.0.push_str(json);
    }

    /// Adds a field with a text.
    pub fn text(&mut self, key: &str, value: &str) {
        self.raw(key, &quoted(value));
    }

    /// Adds a field with a finite number.
    pub fn number(&mut self, key: &str, value: f64) {
        self.raw(key, &digits::format(value + 0.0));
    }

    /// Adds a field with an object, unless that has no fields.
    pub fn object_unless_empty(&mut self, key: &str, object: Object) {
        if object.0.len() > 1 {
            self.raw(key, &object.close());
        }
    }

    /// Returns the JSON text of the object.
    pub fn close(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

/// Writes a text as a JSON string, with its quotes.
pub(super) fn quoted(text: &str) -> String {
    let mut json = "\"".to_owned();
    for c in text.chars() {
        match c {
            '"' | '\\' => json.extend(['\\', c]),
            '\n' => json.push_str("\\n"),
            '\0'..' ' => json.push_str(&format!("\\u{:04x}", u32::from(c))),
            _ => json.push(c),
        }
    }
    json.push('"');
    json
}

fn boolean(value: bool) -> &'static str {
    if value { "true" } else { "false" }
}

fn range_json(range: Range) -> String {
    let mut object = Object::new();
    object.text("kind", range.shape.id());
    if range.shape != Shape::Fixed {
        object.number("low", range.low);
        object.number("high", range.high);
    }
    object.close()
}

fn line_json(line: &OwnLine) -> String {
    let mut object = Object::new();
    object.text("id", &line.id);
    object.text("side", if matches!(line.side, OwnSide::Cost(_)) { "cost" } else { "saving" });
    object.text("label", &line.label);
    if let OwnSide::Saving(saving) = &line.side {
        object.text("kind", saving.inputs.kind.id());
        object.raw("counted", boolean(saving.inputs.counted));
        object.text("unit", &saving.unit);
    }
    object.number("quantity", line.get(LineField::Aantal));
    object.number("amount", line.get(LineField::Bedrag));
    if let OwnSide::Saving(saving) = &line.side {
        for field in LineField::CORRECTIONS {
            // A benefit that is not paid is always cash.
            if field != LineField::Verzilverbaar || saving.inputs.kind != SavingKind::Overdracht {
                object.number(field.id(), saving.inputs.get(field));
            }
        }
        let mut parties = Object::new();
        for field in LineField::PARTIES {
            parties.number(field.id(), saving.inputs.get(field));
        }
        object.object_unless_empty("parties", parties);
    }
    object.close()
}
