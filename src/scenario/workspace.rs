//! Several scenarios in one text: what a file of a comparison holds, and what
//! the browser keeps.
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
use crate::scenario::read::{checked, schema, unknown, whole};
use crate::scenario::version_1::Conversion;
use crate::scenario::write::Object;
use crate::scenario::{MOST_BYTES, SCHEMA, Scenario};

/// The most scenarios that stand beside each other.
pub const MOST: usize = 12;

/// Length to which a problem's field shows a scenario's name, in characters.
const SHOWN: usize = 30;

/// Composition of a network of initiatives.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct NetworkComposition {
    /// Number of initiatives of each scenario, in their order.
    pub counts: Vec<u32>,
    /// People who live in the region, where that is given.
    pub inhabitants: Option<f64>,
    /// Tells whether all turn out well or badly together.
    pub correlated: bool,
}

impl NetworkComposition {
    /// The most initiatives of one scenario.
    pub const MOST: f64 = 10_000.0;
    /// The number of inhabitants that is allowed.
    pub const PEOPLE: (f64, f64) = (1.0, 1e9);

    /// No initiatives of so many scenarios.
    pub fn none(scenarios: usize) -> NetworkComposition {
        NetworkComposition { counts: vec![0; scenarios], ..NetworkComposition::default() }
    }
}

/// Scenarios beside each other.
#[derive(Clone, Debug, PartialEq)]
pub struct Workspace {
    /// Scenarios in their order, 1 to [`MOST`].
    pub scenarios: Vec<Scenario>,
    /// The place of the one that the others are compared with.
    pub reference: usize,
    /// The place of the one that was looked at.
    pub shown: usize,
    /// Composition of the network.
    pub network: NetworkComposition,
}

/// Content of a file.
#[derive(Clone, Debug, PartialEq)]
pub enum ScenarioFile {
    /// File of one scenario.
    One(Scenario),
    /// Several of them.
    Workspace(Workspace),
}

impl ScenarioFile {
    /// Reads either form.
    ///
    /// # Errors
    /// As [`Scenario::parse`]; in a file of several, each field is preceded by
    /// the place and the name of its scenario.
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
        if text.len() > MOST * MOST_BYTES {
            let problem = Problem::TooLong { most: MOST * MOST_BYTES };
            return Err(vec![Issue::new("scenarios", text, problem)]);
        }
        // What does not name them is one scenario, and held to the size of one.
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
    /// Writes them; [`ScenarioFile::parse`] gives the same back.
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
        object.part("network", network);
        object.close()
    }
}

fn workspace(root: &Node) -> Result<(Workspace, Vec<Conversion>), Vec<Issue>> {
    let mut issues = Issues::new();
    let fields = root.object(&mut issues).unwrap_or_default();
    let mut version = None;
    if let Some((_, node)) = fields.iter().find(|(key, _)| key == "schema") {
        version = schema(node, &mut issues);
        if version.is_none() {
            return Err(issues);
        }
    }
    let mut conversions: Vec<Conversion> = Vec::new();
    let mut found =
        Workspace { scenarios: Vec::new(), reference: 0, shown: 0, network: NetworkComposition::default() };
    let mut count = 0;
    for (key, node) in &fields {
        if key == "scenarios" {
            let nodes = node.list(&mut issues).unwrap_or_default();
            count = nodes.len();
            if count == 0 || count > MOST {
                let number = count.to_string();
                let (low, high, unit) = (1.0, MOST as f64, Unit::Count);
                issues.push(Issue::new(key.clone(), number, Problem::OutOfLimits { low, high, unit }));
                return Err(issues);
            }
            for node in nodes {
                match checked(&node, version) {
                    Ok((scenario, more)) => {
                        found.scenarios.push(scenario);
                        conversions.extend(more);
                    }
                    Err(wrong) => issues.extend(wrong.into_iter().map(|issue| of_scenario(&node, issue))),
                }
            }
        }
    }
    let mut place = |node: &Node| {
        let high = (count.max(1) - 1) as f64;
        whole(node, (0.0, high), &mut issues).unwrap_or(0.0) as usize
    };
    let mut strange = Vec::new();
    found.network = NetworkComposition::none(count);
    for (key, node) in &fields {
        match key.as_str() {
            "schema" | "scenarios" => {}
            "reference" => found.reference = place(node),
            "shown" => found.shown = place(node),
            "network" => found.network = network(node, count, &mut strange),
            _ => strange.push(unknown(node, ["schema", "scenarios", "reference", "shown", "network"])),
        }
    }
    issues.extend(strange);
    conversions.sort();
    conversions.dedup();
    if issues.is_empty() { Ok((found, conversions)) } else { Err(issues) }
}

fn network(node: &Node, scenarios: usize, issues: &mut Issues) -> NetworkComposition {
    let mut found = NetworkComposition::none(scenarios);
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
                    *count = whole(node, (0.0, NetworkComposition::MOST), issues).unwrap_or(0.0) as u32;
                }
            }
            "inhabitants" => {
                let (low, high) = NetworkComposition::PEOPLE;
                found.inhabitants = node.number(issues).filter(|people| {
                    let inside = (low..=high).contains(people);
                    if !inside {
                        issues.push(node.issue(Problem::OutOfLimits { low, high, unit: Unit::Persons }));
                    }
                    inside
                });
            }
            "together" => found.correlated = node.boolean(issues).unwrap_or(false),
            _ => issues.push(unknown(&node, ["counts", "inhabitants", "together"])),
        }
    }
    found
}

/// The issue, with which scenario it is about.
fn of_scenario(node: &Node, issue: Issue) -> Issue {
    let mut unused = Issues::new();
    let fields = node.object(&mut unused).unwrap_or_default();
    let name = fields.iter().find(|(key, _)| key == "name").and_then(|(_, name)| name.string(&mut unused));
    let name: String = name.unwrap_or_default().trim().chars().take(SHOWN).collect();
    let space = if name.is_empty() { "" } else { " " };
    Issue { field: format!("{}{space}{name}: {}", node.field, issue.field), ..issue }
}

#[cfg(test)]
mod tests;
