//! Reads a scenario from its JSON text, and checks it.
//!
//! The private functions `values`, `counted`, `ranges` and `simulation` read the field of
//! that name. Problems are added to `issues`, so that one reading finds all of them.

use crate::model::inputs::value_problem;
use crate::model::simulation::SimulationSettings;
use crate::model::{
    CostBasis, FinancingPlan, General, InputId, Issue, Line, LineField, Preset, Problem, Range, Shape, Unit,
};
use crate::scenario::json::{Issues, Node};
use crate::scenario::{MAX_BYTES, MAX_CHARACTERS, SCHEMA, Scenario};
use crate::scenario::{financing, own_lines};

/// The fields that a scenario can have.
const KEYS: [&str; 10] =
    ["schema", "name", "base", "values", "counted", "ranges", "custom", "plan", "simulation", "meta"];

/// Reads and checks the text of one scenario.
pub fn scenario(text: &str) -> Result<Scenario, Vec<Issue>> {
    if text.len() > MAX_BYTES {
        return Err(vec![Issue::new("scenario", text, Problem::TooLong { max: MAX_BYTES })]);
    }
    checked_scenario(&Node::parse(text).map_err(|issue| vec![issue])?)
}

/// Reads and checks a scenario that is one value of a larger text.
pub fn checked_scenario(root: &Node) -> Result<Scenario, Vec<Issue>> {
    let mut issues = Issues::new();
    let scenario = read(root, &mut issues);
    if issues.is_empty() {
        issues = scenario.issues();
    }
    if issues.is_empty() { Ok(scenario) } else { Err(issues) }
}

fn read(root: &Node, issues: &mut Issues) -> Scenario {
    let mut scenario = Scenario::new(Preset::Brochure);
    let fields = root.object(issues).unwrap_or_default();
    let field = |key: &str| fields.iter().find(|(name, _)| name == key).map(|(_, node)| node);
    if let Some(node) = field("schema")
        && !is_known_schema(node, issues)
    {
        // In another version of the format the other fields may have another meaning.
        return scenario;
    }
    for (key, node) in &fields {
        match key.as_str() {
            "schema" | "ranges" => {}
            "name" => scenario.name = bounded_text(node, issues).unwrap_or_default(),
            "base" => scenario.base = node.one_of(&Preset::ALL, Preset::id, issues).unwrap_or(scenario.base),
            "values" => values(node, &mut scenario, issues),
            "counted" => counted(node, &mut scenario, issues),
            "custom" => scenario.own = own_lines::lines(node, issues),
            "plan" => scenario.plan = FinancingPlan::new(financing::funders(node, issues)),
            "simulation" => scenario.simulation = simulation(node, issues),
            "meta" => scenario.meta = node.object(issues).map(|_| node.text().to_owned()),
            _ => issues.push(unknown_key(node, KEYS)),
        }
    }
    // Ranges refer to own lines, so those must have been read before.
    if let Some(node) = field("ranges") {
        ranges(node, &mut scenario, issues);
    }
    scenario
}

/// Returns the issue of a key that does not exist; `allowed` are the keys that do.
pub fn unknown_key<S: Into<String>>(node: &Node, allowed: impl IntoIterator<Item = S>) -> Issue {
    node.issue(Problem::Unknown { allowed: allowed.into_iter().map(Into::into).collect() })
}

/// Returns whether the file has the version of the format that this code reads; else
/// reports an issue.
pub fn is_known_schema(node: &Node, issues: &mut Issues) -> bool {
    let newest = f64::from(SCHEMA);
    match node.number(issues) {
        Some(number) if number == newest => true,
        Some(number) if number > newest => {
            issues.push(node.issue(Problem::NewerSchema));
            false
        }
        Some(_) => {
            let problem = Problem::OutOfLimits { low: newest, high: newest, unit: Unit::Count };
            issues.push(node.issue(problem));
            false
        }
        None => false,
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

fn values(node: &Node, scenario: &mut Scenario, issues: &mut Issues) {
    for (name, node) in node.object(issues).unwrap_or_default() {
        if name == "kostenbasis" {
            scenario.basis = node.one_of(&CostBasis::ALL, CostBasis::id, issues);
        } else if let Some(id) = InputId::from_fixed_id(&name) {
            if let Some(value) = input_value(&node, id, issues) {
                scenario.values.insert(id, value);
            }
        } else {
            issues.push(unknown_key(&node, parameter_names(&name)));
        }
    }
}

/// Lists the names that are allowed in place of an unknown one: the fields of the line
/// that it begins with, or else all general parameters and one field of each line.
fn parameter_names(name: &str) -> Vec<String> {
    let line = name.split_once('.').and_then(|(line, _)| Line::from_id(line));
    if let Some(line) = line {
        return InputId::of_line(line).filter_map(InputId::fixed_id).collect();
    }
    let general = General::ALL.iter().map(|general| general.id().to_owned());
    let lines = Line::ALL.iter().map(|line| format!("{}.{}", line.id(), LineField::Aantal.id()));
    general.chain(["kostenbasis".to_owned()]).chain(lines).collect()
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
            None => issues.push(unknown_key(&node, Line::ALL.map(Line::id))),
        }
    }
}

fn ranges(node: &Node, scenario: &mut Scenario, issues: &mut Issues) {
    for (name, node) in node.object(issues).unwrap_or_default() {
        let node = node.renamed(format!("ranges.{name}"));
        match scenario.input(&name) {
            Some(id) => {
                if let Some(range) = range(&node, id, issues) {
                    scenario.ranges.insert(name, range);
                }
            }
            None => issues.push(unknown_key(&node, parameter_names(&name))),
        }
    }
}

fn range(node: &Node, id: InputId, issues: &mut Issues) -> Option<Range> {
    let mut shape = None;
    let (mut low, mut high) = (None, None);
    let issues_before = issues.len();
    for (key, value) in node.object(issues)? {
        let value = value.renamed(format!("{}.{key}", node.field));
        match key.as_str() {
            "kind" => shape = value.one_of(&Shape::ALL, Shape::id, issues),
            "low" => low = input_value(&value, id, issues),
            "high" => high = input_value(&value, id, issues),
            _ => issues.push(unknown_key(&value, ["kind", "low", "high"])),
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
            _ => issues.push(unknown_key(&node, ["draws", "seed"])),
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
