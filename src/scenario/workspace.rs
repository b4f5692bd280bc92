//! A workspace: the scenarios that the user compares, with the composition of a network
//! of them. It is saved as one text, in a file or in the browser's storage.
//!
//! ```
//! use rekenmodel::scenario::workspace::{ScenarioFile, Workspace};
//!
//! let text = r#"{ "schema": 1, "scenarios": [{}, { "base": "gunstig" }], "reference": 1 }"#;
//! let ScenarioFile::Workspace(workspace) = ScenarioFile::parse(text).unwrap() else { panic!() };
//! assert_eq!((workspace.scenarios.len(), workspace.reference), (2, 1));
//! let problem = ScenarioFile::parse(r#"{ "scenarios": [{ "name": "A", "values": { "fte": -1 } }] }"#).unwrap_err();
//! assert_eq!(problem[0].field, "scenarios[0] A: fte");
//! ```

mod arrange;

use crate::model::{Issue, Problem, Unit};
use crate::scenario::json::{Issues, Node};
use crate::scenario::read::{checked_scenario, read_schema, unknown_key, whole_number};
use crate::scenario::version_1::Conversion;
use crate::scenario::write::Object;
use crate::scenario::{MAX_BYTES, SCHEMA, Scenario};

/// The largest number of scenarios in a workspace.
pub const MAX_SCENARIOS: usize = 12;

/// The number of characters to which the name of a scenario is cut off in an issue.
const NAME_LENGTH: usize = 30;

/// Composition of a network: how many initiatives there are of each scenario.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkComposition {
    /// Number of initiatives of each scenario, in their order.
    pub counts: Vec<u32>,
    /// Number of inhabitants of the region, where the user gave it.
    pub inhabitants: Option<f64>,
    /// Whether all initiatives turn out well or badly together, rather than
    /// independently of each other.
    pub correlated: bool,
}

impl NetworkComposition {
    /// The largest number of initiatives of one scenario.
    pub const MAX_INITIATIVES: f64 = 10_000.0;
    /// Limits of the number of inhabitants, both included.
    pub const INHABITANTS: (f64, f64) = (1.0, 1e9);

    /// Makes a network with zero initiatives of each of so many scenarios.
    pub fn empty(scenarios: usize) -> NetworkComposition {
        NetworkComposition { counts: vec![0; scenarios], ..NetworkComposition::default() }
    }
}

/// Scenarios that are compared with each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Workspace {
    /// Scenarios in their order, 1 to [`MAX_SCENARIOS`].
    pub scenarios: Vec<Scenario>,
    /// The index of the scenario that the others are compared with.
    pub reference: usize,
    /// The index of the scenario that is shown and edited.
    pub shown: usize,
    /// Composition of the network.
    pub network: NetworkComposition,
}

/// Content of a file that the user can open.
#[derive(Clone, Debug, PartialEq)]
pub enum ScenarioFile {
    /// File of one scenario.
    One(Scenario),
    /// File of a workspace.
    Workspace(Workspace),
}

impl ScenarioFile {
    /// Reads a file of one scenario, or of a workspace.
    ///
    /// # Errors
    /// As [`Scenario::parse`]; in the file of a workspace, each field of a scenario is
    /// preceded by the index and the name of the scenario.
    pub fn parse(text: &str) -> Result<ScenarioFile, Vec<Issue>> {
        ScenarioFile::parse_any_version(text).map(|(file, _)| file)
    }

    /// Reads either form, and lists the changes that reading made to scenarios of
    /// version 1.
    ///
    /// # Errors
    /// As [`ScenarioFile::parse`].
    pub fn parse_any_version(text: &str) -> Result<(ScenarioFile, Vec<Conversion>), Vec<Issue>> {
        let one = |(scenario, conversions)| (ScenarioFile::One(scenario), conversions);
        if text.len() > MAX_SCENARIOS * MAX_BYTES {
            let problem = Problem::TooLong { max: MAX_SCENARIOS * MAX_BYTES };
            return Err(vec![Issue::new("scenarios", text, problem)]);
        }
        // Without this key it is one scenario, whose size has a lower limit.
        if !text.contains("\"scenarios\"") {
            return Scenario::parse_any_version(text).map(one);
        }
        let root = Node::parse(text).map_err(|issue| vec![issue])?;
        let fields = root.object(&mut Issues::new()).unwrap_or_default();
        if fields.iter().any(|(key, _)| key == "scenarios") {
            workspace(&root).map(|(found, conversions)| (ScenarioFile::Workspace(found), conversions))
        } else {
            Scenario::parse_any_version(text).map(one)
        }
    }
}

impl Workspace {
    /// Writes the workspace as JSON, from which [`ScenarioFile::parse`] reads an equal
    /// one.
    pub fn to_json(&self) -> String {
        let scenarios: Vec<String> = self.scenarios.iter().map(Scenario::to_json).collect();
        let mut object = Object::new();
        object.raw("schema", &SCHEMA.to_string());
        object.raw("scenarios", &format!("[{}]", scenarios.join(",")));
        object.raw("reference", &self.reference.to_string());
        if self.shown != 0 {
            object.raw("shown", &self.shown.to_string());
        }
        let NetworkComposition { counts, inhabitants, correlated } = &self.network;
        let mut network = Object::new();
        if counts.iter().any(|count| *count > 0) {
            let counts: Vec<String> = counts.iter().map(u32::to_string).collect();
            network.raw("counts", &format!("[{}]", counts.join(",")));
        }
        if let Some(people) = inhabitants {
            network.number("inhabitants", *people);
        }
        if *correlated {
            network.raw("together", "true");
        }
        object.object_unless_empty("network", network);
        object.close()
    }
}

fn workspace(root: &Node) -> Result<(Workspace, Vec<Conversion>), Vec<Issue>> {
    let mut issues = Issues::new();
    let fields = root.object(&mut issues).unwrap_or_default();
    let mut version = None;
    if let Some((_, node)) = fields.iter().find(|(key, _)| key == "schema") {
        version = read_schema(node, &mut issues);
        if version.is_none() {
            return Err(issues);
        }
    }
    let mut conversions: Vec<Conversion> = Vec::new();
    let mut workspace =
        Workspace { scenarios: Vec::new(), reference: 0, shown: 0, network: NetworkComposition::default() };
    let mut count = 0;
    for (key, node) in &fields {
        if key == "scenarios" {
            let nodes = node.list(&mut issues).unwrap_or_default();
            count = nodes.len();
            if count == 0 || count > MAX_SCENARIOS {
                let number = count.to_string();
                let (low, high, unit) = (1.0, MAX_SCENARIOS as f64, Unit::Count);
                issues.push(Issue::new(key.clone(), number, Problem::OutOfLimits { low, high, unit }));
                return Err(issues);
            }
            for node in nodes {
                match checked_scenario(&node, version) {
                    Ok((scenario, more)) => {
                        workspace.scenarios.push(scenario);
                        conversions.extend(more);
                    }
                    Err(found) => issues.extend(found.into_iter().map(|issue| scenario_issue(&node, issue))),
                }
            }
        }
    }
    let mut scenario_index = |node: &Node| {
        let high = (count.max(1) - 1) as f64;
        whole_number(node, (0.0, high), &mut issues).unwrap_or(0.0) as usize
    };
    let mut other_issues = Vec::new();
    workspace.network = NetworkComposition::empty(count);
    for (key, node) in &fields {
        match key.as_str() {
            "schema" | "scenarios" => {}
            "reference" => workspace.reference = scenario_index(node),
            "shown" => workspace.shown = scenario_index(node),
            "network" => workspace.network = network(node, count, &mut other_issues),
            _ => {
                let keys = ["schema", "scenarios", "reference", "shown", "network"];
                unknown_key(node, keys, &mut other_issues);
            }
        }
    }
    issues.extend(other_issues);
    conversions.sort();
    conversions.dedup();
    if issues.is_empty() { Ok((workspace, conversions)) } else { Err(issues) }
}

fn network(node: &Node, scenarios: usize, issues: &mut Issues) -> NetworkComposition {
    let mut found = NetworkComposition::empty(scenarios);
    for (key, node) in node.object(issues).unwrap_or_default() {
        let node = node.renamed(format!("network.{key}"));
        match key.as_str() {
            "counts" => {
                let nodes = node.list(issues).unwrap_or_default();
                if nodes.len() != scenarios {
                    let (low, high, unit) = (scenarios as f64, scenarios as f64, Unit::Count);
                    let problem = Problem::OutOfLimits { low, high, unit };
                    issues.push(Issue::new(
                        format!("{}.length", node.field),
                        nodes.len().to_string(),
                        problem,
                    ));
                    continue;
                }
                for (count, node) in found.counts.iter_mut().zip(&nodes) {
                    let limits = (0.0, NetworkComposition::MAX_INITIATIVES);
                    *count = whole_number(node, limits, issues).unwrap_or(0.0) as u32;
                }
            }
            "inhabitants" => {
                let (low, high) = NetworkComposition::INHABITANTS;
                found.inhabitants = node.number(issues).filter(|people| {
                    let inside = (low..=high).contains(people);
                    if !inside {
                        issues.push(node.issue(Problem::OutOfLimits { low, high, unit: Unit::Persons }));
                    }
                    inside
                });
            }
            "together" => found.correlated = node.boolean(issues).unwrap_or(false),
            _ => unknown_key(&node, ["counts", "inhabitants", "together"], issues),
        }
    }
    found
}

/// Puts the index and the name of a scenario before the field of an issue.
fn scenario_issue(node: &Node, issue: Issue) -> Issue {
    let mut unused = Issues::new();
    let fields = node.object(&mut unused).unwrap_or_default();
    let name = fields.iter().find(|(key, _)| key == "name").and_then(|(_, name)| name.string(&mut unused));
    let name: String = name.unwrap_or_default().trim().chars().take(NAME_LENGTH).collect();
    let space = if name.is_empty() { "" } else { " " };
    Issue { field: format!("{}{space}{name}: {}", node.field, issue.field), ..issue }
}

#[cfg(test)]
mod tests;
