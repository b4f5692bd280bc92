//! From a scenario to text: only what differs from the preset, whole numbers
//! without a point, in a fixed order.
//!
//! The few forms that occur are put together here, since serde's machinery
//! for them weighs on everyone who loads the page. The tests of reading hold
//! the result to serde_json.

use crate::model::inputs::{OwnLine, OwnSide};
use crate::model::simulation::{PmDraws, SimulationSettings};
use crate::model::{LineField, Preset, Range, SavingKind, Shape};
use crate::number::digits;
use crate::scenario::{SCHEMA, Scenario, financing};

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
    object.part("values", values);
    let mut counted = Object::new();
    for (line, on) in scenario.counted.iter() {
        counted.raw(line.id(), boolean(*on));
    }
    object.part("counted", counted);
    let mut ranges = Object::new();
    for (name, range) in scenario.ranges.iter() {
        ranges.raw(name, &written_range(*range));
    }
    object.part("ranges", ranges);
    if !scenario.own.is_empty() {
        let lines: Vec<String> = scenario.own.iter().map(written_line).collect();
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
        object.part("simulation", simulation);
    }
    if let Some(meta) = &scenario.meta {
        object.raw("meta", meta);
    }
    object.close()
}

/// A JSON object that is being written.
pub(super) struct Object(String);

impl Object {
    pub fn new() -> Object {
        Object("{".to_owned())
    }

    /// A field whose value is JSON already.
    pub fn raw(&mut self, key: &str, json: &str) {
        if self.0.len() > 1 {
            self.0.push(',');
        }
        self.0.push_str(&quoted(key));
        self.0.push(':');
        self.0.push_str(json);
    }

    pub fn text(&mut self, key: &str, value: &str) {
        self.raw(key, &quoted(value));
    }

    /// A finite number.
    pub fn number(&mut self, key: &str, value: f64) {
        self.raw(key, &digits::written(value + 0.0));
    }

    /// A field that is left out when it would be empty.
    pub fn part(&mut self, key: &str, part: Object) {
        if part.0.len() > 1 {
            self.raw(key, &part.close());
        }
    }

    pub fn close(mut self) -> String {
        self.0.push('}');
        self.0
    }
}

/// A text as JSON.
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

fn boolean(on: bool) -> &'static str {
    if on { "true" } else { "false" }
}

fn written_range(range: Range) -> String {
    let mut object = Object::new();
    object.text("kind", range.shape.id());
    if range.shape != Shape::Fixed {
        object.number("low", range.low);
        object.number("high", range.high);
    }
    object.close()
}

fn written_line(line: &OwnLine) -> String {
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
        for part in
            [LineField::Autonoom, LineField::Toerekening, LineField::Verdringing, LineField::Verzilverbaar]
        {
            // A benefit that is not paid is always cash.
            if part != LineField::Verzilverbaar || saving.inputs.kind != SavingKind::Overdracht {
                object.number(part.id(), saving.inputs.get(part));
            }
        }
        let mut parties = Object::new();
        for part in [LineField::Gemeente, LineField::Rijk, LineField::Zorgverzekeraar] {
            parties.number(part.id(), saving.inputs.get(part));
        }
        object.part("parties", parties);
    }
    object.close()
}
