//! Reads a scenario from its JSON text, and checks it.
//!
//! The private functions `values`, `counted`, `ranges` and `simulation` read the field of
//! that name. Problems are added to `issues`, so that one reading finds all of them.

use crate::model::inputs::{default_range, value_problem};
use crate::model::simulation::{PmDraws, SimulationSettings};
use crate::model::{
    CostBasis, FinancingPlan, General, InputId, Issue, Line, LineField, Perspective, Phase, Preset, Problem,
    Range, SavingKind, Shape, Unit,
};
use crate::scenario::json::{Issues, Node};
use crate::scenario::version_1::{Conversion, Version, VersionOneFields};
use crate::scenario::{MAX_BYTES, MAX_CHARACTERS, SCHEMA, Scenario};
use crate::scenario::{financing, own_lines};

/// The fields that a scenario can have.
const KEYS: [&str; 10] =
    ["schema", "name", "base", "values", "counted", "ranges", "custom", "plan", "simulation", "meta"];

/// A scenario that was read, and the changes that reading made to one of version 1.
pub type ReadScenario = (Scenario, Vec<Conversion>);

/// Reads and checks the text of one scenario.
pub fn scenario(text: &str) -> Result<ReadScenario, Vec<Issue>> {
    if text.len() > MAX_BYTES {
        return Err(vec![Issue::new("scenario", text, Problem::TooLong { max: MAX_BYTES })]);
    }
    checked_scenario(&Node::parse(text).map_err(|issue| vec![issue])?, None)
}

/// Reads and checks a scenario that is one value of a larger text, whose version holds
/// where the scenario names none.
pub fn checked_scenario(root: &Node, outer: Option<Version>) -> Result<ReadScenario, Vec<Issue>> {
    let mut issues = Issues::new();
    let (scenario, conversions) = read(root, outer, &mut issues);
    if issues.is_empty() {
        issues = scenario.issues();
    }
    if issues.is_empty() { Ok((scenario, conversions)) } else { Err(issues) }
}

fn read(root: &Node, outer: Option<Version>, issues: &mut Issues) -> ReadScenario {
    let mut scenario = Scenario::new(Preset::Brochure);
    let fields = root.object(issues).unwrap_or_default();
    let field = |key: &str| fields.iter().find(|(name, _)| name == key).map(|(_, node)| node);
    let named = match field("schema") {
        Some(node) => match read_schema(node, issues) {
            Some(version) => Some(version),
            // In another version of the format the other fields may have another meaning.
            None => return (scenario, Vec::new()),
        },
        None => outer,
    };
    let version =
        named.unwrap_or_else(|| if names_cashable_transfer(&fields) { Version::One } else { Version::Two });
    let mut version_one = VersionOneFields::default();
    for (key, node) in &fields {
        match key.as_str() {
            "schema" | "ranges" => {}
            "name" => scenario.name = bounded_text(node, issues).unwrap_or_default(),
            "base" => scenario.base = node.one_of(&Preset::ALL, Preset::id, issues).unwrap_or(scenario.base),
            "values" => values(node, version, &mut scenario, &mut version_one, issues),
            "counted" => counted(node, &mut scenario, issues),
            "custom" => {
                (scenario.own, version_one.own_cashable) = own_lines::lines(node, version, issues);
            }
            "plan" => scenario.plan = FinancingPlan::new(financing::funders(node, issues)),
            "simulation" => scenario.simulation = simulation(node, issues),
            "meta" => scenario.meta = node.object(issues).map(|_| node.text().to_owned()),
            _ => unknown_key(node, KEYS, issues),
        }
    }
    // Ranges refer to own lines, and take ends from values, so both must have been read
    // before.
    if let Some(node) = field("ranges") {
        ranges(node, version, &mut scenario, &mut version_one, issues);
    }
    let conversions = match version {
        Version::One => version_one.convert(&mut scenario),
        Version::Two => Vec::new(),
    };
    (scenario, conversions)
}

/// Returns whether a text names the cashable share of a transfer, which only
/// version 1 had.
fn names_cashable_transfer(fields: &[(String, Node)]) -> bool {
    let names_in = |key: &str| -> Vec<String> {
        let node = fields.iter().find(|(name, _)| name == key).map(|(_, node)| node);
        let names = node.and_then(|node| node.object(&mut Issues::new())).unwrap_or_default();
        names.into_iter().map(|(name, _)| name).collect()
    };
    let custom = fields.iter().find(|(key, _)| key == "custom");
    let lines = custom.and_then(|(_, node)| node.list(&mut Issues::new())).unwrap_or_default();
    let own: Vec<OwnTransfer> = lines.iter().filter_map(own_transfer).collect();
    let is_own_range = |name: &str| {
        name.split_once('.').is_some_and(|(id, field)| {
            field == LineField::Verzilverbaar.id() && own.iter().any(|line| line.id.as_deref() == Some(id))
        })
    };
    own.iter().any(|line| line.names_cashable)
        || names_in("values").iter().any(|name| cashable_transfer(name).is_some())
        || names_in("ranges").iter().any(|name| cashable_transfer(name).is_some() || is_own_range(name))
}

/// An own line of kind `overdracht`, as far as it tells the version of a file.
struct OwnTransfer {
    id: Option<String>,
    names_cashable: bool,
}

/// Returns the own line of this node if it is a transfer. Mistakes in it are reported where
/// the lines are read.
fn own_transfer(line: &Node) -> Option<OwnTransfer> {
    let fields = line.object(&mut Issues::new())?;
    let text = |key: &str| {
        let (_, node) = fields.iter().find(|(name, _)| name == key)?;
        node.string(&mut Issues::new())
    };
    (text("kind")? == SavingKind::Overdracht.id()).then(|| OwnTransfer {
        id: text("id"),
        names_cashable: fields.iter().any(|(key, _)| key == LineField::Verzilverbaar.id()),
    })
}

/// Returns the fixed transfer line whose cashable share has this name, as in
/// version 1.
fn cashable_transfer(name: &str) -> Option<Line> {
    let (line, field) = name.split_once('.')?;
    let line = Line::from_id(line)?;
    let transfer = line.definition().kind == SavingKind::Overdracht;
    (transfer && field == LineField::Verzilverbaar.id()).then_some(line)
}

/// The number of issues from which on unknown keys are no longer added: more of them help
/// nobody, and looking for the nearest names takes time.
const ENOUGH_ISSUES: usize = 100;

/// Adds the issue of a key that does not exist; `names` are the keys that do.
pub fn unknown_key<S: Into<String>>(node: &Node, names: impl IntoIterator<Item = S>, issues: &mut Issues) {
    if issues.len() < ENOUGH_ISSUES {
        issues.push(node.issue(Problem::unknown(&node.field, names)));
    }
}

/// Returns the version of the format that a file names; `None`, with an issue, where this
/// code does not read it.
pub fn read_schema(node: &Node, issues: &mut Issues) -> Option<Version> {
    let newest = f64::from(SCHEMA);
    match node.number(issues)? {
        1.0 => Some(Version::One),
        number if number == newest => Some(Version::Two),
        number if number > newest => {
            issues.push(node.issue(Problem::NewerSchema));
            None
        }
        _ => {
            let problem = Problem::OutOfLimits { low: 1.0, high: newest, unit: Unit::Count };
            issues.push(node.issue(problem));
            None
        }
    }
}

/// Reads a text of at most [`MAX_CHARACTERS`].
pub fn bounded_text(node: &Node, issues: &mut Issues) -> Option<String> {
    let text = node.string(issues)?;
    if text.chars().count() > MAX_CHARACTERS {
        issues.push(node.issue(Problem::TextTooLong { max: MAX_CHARACTERS }));
        return None;
    }
    Some(text)
}

/// Reads the value of an input, within its limits.
pub fn input_value(node: &Node, id: InputId, issues: &mut Issues) -> Option<f64> {
    let value = node.number(issues)?;
    if let Some(problem) = value_problem(id, value) {
        issues.push(node.issue(problem));
        return None;
    }
    Some(value + 0.0)
}

fn values(
    node: &Node,
    version: Version,
    scenario: &mut Scenario,
    version_one: &mut VersionOneFields,
    issues: &mut Issues,
) {
    for (name, node) in node.object(issues).unwrap_or_default() {
        if name == "kostenbasis" {
            scenario.basis = node.one_of(&CostBasis::ALL, CostBasis::id, issues);
        } else if name == "fase" {
            scenario.phase = node.one_of(&Phase::ALL, Phase::id, issues);
        } else if name == "perspectief" {
            scenario.perspective = node.one_of(&Perspective::ALL, Perspective::id, issues);
        } else if version == Version::One
            && let Some(line) = cashable_transfer(&name)
        {
            if let Some(share) = input_value(&node, InputId::Own(0, LineField::Verzilverbaar), issues) {
                version_one.cashable.insert(line, share);
            }
        } else if let Some(id) = InputId::from_fixed_id(&name) {
            if let Some(value) = input_value(&node, id, issues) {
                scenario.values.insert(id, value);
            }
        } else {
            unknown_key(&node, parameter_names(&name), issues);
        }
    }
}

/// Returns the names that exist where an unknown one was given: the fields of the line
/// that it begins with, or else all.
fn parameter_names(name: &str) -> Box<dyn Iterator<Item = String>> {
    let line = name.split_once('.').and_then(|(line, _)| Line::from_id(line));
    if let Some(line) = line {
        return Box::new(InputId::of_line(line).filter_map(InputId::fixed_id));
    }
    let choices = ["kostenbasis", "fase", "perspectief"].map(str::to_owned);
    Box::new(InputId::fixed().filter_map(InputId::fixed_id).chain(choices))
}

fn counted(node: &Node, scenario: &mut Scenario, issues: &mut Issues) {
    for (name, node) in node.object(issues).unwrap_or_default() {
        let node = node.renamed(format!("counted.{name}"));
        match Line::from_id(&name) {
            Some(line) => {
                if let Some(counted) = node.boolean(issues) {
                    scenario.counted.insert(line, counted);
                }
            }
            None => unknown_key(&node, Line::ALL.map(Line::id), issues),
        }
    }
}

fn ranges(
    node: &Node,
    version: Version,
    scenario: &mut Scenario,
    version_one: &mut VersionOneFields,
    issues: &mut Issues,
) {
    let inputs = scenario.inputs();
    for (name, node) in node.object(issues).unwrap_or_default() {
        let node = node.renamed(format!("ranges.{name}"));
        if version == Version::One && only_in_version_one(scenario, &name) {
            version_one.left_out_range = true;
            continue;
        }
        match scenario.input(&name) {
            Some(id) => {
                if let Some(range) = range(&node, id, default_range(&inputs, id), issues) {
                    scenario.ranges.insert(name, range);
                }
            }
            None => unknown_key(&node, parameter_names(&name), issues),
        }
    }
}

/// Returns whether version 1 had a range under this name, which today's model does
/// not have.
fn only_in_version_one(scenario: &Scenario, name: &str) -> bool {
    const GENERAL: [General; 4] =
        [General::EigenInkomsten, General::Startkosten, General::Kostenstijging, General::Batenstijging];
    let own_transfer = || {
        let (id, field) = name.split_once('.')?;
        let line = scenario.own.iter().find(|line| line.id == id)?;
        let field = LineField::from_id(field)?;
        Some(field == LineField::Verzilverbaar && line.kind() == Some(SavingKind::Overdracht))
    };
    General::from_id(name).is_some_and(|general| GENERAL.contains(&general))
        || cashable_transfer(name).is_some()
        || own_transfer().unwrap_or(false)
}

/// Reads a range. An end that is not named is that of the default range, where the
/// input has one.
fn range(node: &Node, id: InputId, default: Option<(f64, f64)>, issues: &mut Issues) -> Option<Range> {
    let mut shape = None;
    let (mut low, mut high) = (None, None);
    let issues_before = issues.len();
    for (key, value) in node.object(issues)? {
        let value = value.renamed(format!("{}.{key}", node.field));
        match key.as_str() {
            "kind" => shape = value.one_of(&Shape::ALL, Shape::id, issues),
            "low" => low = input_value(&value, id, issues),
            "high" => high = input_value(&value, id, issues),
            _ => unknown_key(&value, ["kind", "low", "high"], issues),
        }
    }
    if issues.len() > issues_before {
        return None;
    }
    let shape = shape.unwrap_or(Shape::Pert);
    if shape == Shape::Fixed {
        let value = low.or(high).unwrap_or(0.0);
        return Some(Range { shape, low: low.unwrap_or(value), high: high.unwrap_or(value) });
    }
    if let Some((default_low, default_high)) = default {
        // The default end of a large centre may lie beyond the end that is named.
        let (lowest, highest) = id.definition().limits;
        let default_low = default_low.clamp(lowest, highest).min(high.unwrap_or(highest));
        let default_high = default_high.clamp(lowest, highest).max(low.unwrap_or(lowest));
        (low, high) = (low.or(Some(default_low)), high.or(Some(default_high)));
    }
    for (key, end) in [("low", low), ("high", high)] {
        if end.is_none() {
            issues.push(Issue::new(format!("{}.{key}", node.field), node.text(), Problem::Missing));
        }
    }
    Some(Range { shape, low: low?, high: high? })
}

fn simulation(node: &Node, issues: &mut Issues) -> SimulationSettings {
    let mut simulation = SimulationSettings::default();
    for (key, node) in node.object(issues).unwrap_or_default() {
        let node = node.renamed(format!("simulation.{key}"));
        match key.as_str() {
            "draws" => {
                let draws = whole_number(&node, SimulationSettings::DRAWS, issues).map(|draws| draws as u32);
                simulation.draws = draws.unwrap_or(simulation.draws);
            }
            "seed" => {
                let seed = whole_number(&node, SimulationSettings::SEED, issues).map(|seed| seed as u64);
                simulation.seed = seed.unwrap_or(simulation.seed);
            }
            "pm" => {
                let pm = node.one_of(&PmDraws::ALL, PmDraws::id, issues);
                simulation.pm = pm.unwrap_or(simulation.pm);
            }
            _ => unknown_key(&node, ["draws", "seed", "pm"], issues),
        }
    }
    simulation
}

/// Reads a whole number within these limits.
pub fn whole_number(node: &Node, (low, high): (f64, f64), issues: &mut Issues) -> Option<f64> {
    let number = node.number(issues)?;
    let unit = Unit::Count;
    if number.fract() != 0.0 {
        issues.push(node.issue(Problem::NotWhole { low, high, unit }));
        return None;
    }
    if !(low..=high).contains(&number) {
        issues.push(node.issue(Problem::OutOfLimits { low, high, unit }));
        return None;
    }
    Some(number)
}

/// Returns the issue of an object that lacks a required key.
pub fn missing_key(node: &Node, key: &str) -> Issue {
    Issue::new(format!("{}.{key}", node.field), node.text(), Problem::Missing)
}
