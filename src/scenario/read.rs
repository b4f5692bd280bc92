//! From text to a checked scenario.

use crate::model::inputs::{default_range, value_problem};
use crate::model::simulation::{PmDraws, SimulationSettings};
use crate::model::{
    CostBasis, FinancingPlan, General, InputId, Issue, Line, LineField, Perspective, Phase, Preset, Problem,
    Range, SavingKind, Shape, Unit,
};
use crate::scenario::json::{Issues, Node};
use crate::scenario::version_1::{Conversion, Version, VersionOneFields};
use crate::scenario::{MOST_BYTES, MOST_CHARACTERS, SCHEMA, Scenario};
use crate::scenario::{financing, own_lines};

const KEYS: [&str; 10] =
    ["schema", "name", "base", "values", "counted", "ranges", "custom", "plan", "simulation", "meta"];

/// A scenario that was read, and the changes that reading made to one of version 1.
pub type ReadScenario = (Scenario, Vec<Conversion>);

pub fn scenario(text: &str) -> Result<ReadScenario, Vec<Issue>> {
    if text.len() > MOST_BYTES {
        return Err(vec![Issue::new("scenario", text, Problem::TooLong { most: MOST_BYTES })]);
    }
    checked(&Node::parse(text).map_err(|issue| vec![issue])?, None)
}

/// Reads a scenario inside a larger text, whose version holds where the scenario
/// names none.
pub fn checked(root: &Node, outer: Option<Version>) -> Result<ReadScenario, Vec<Issue>> {
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
        Some(node) => match schema(node, issues) {
            Some(version) => Some(version),
            // A newer form may mean anything; its other fields say nothing.
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
            "name" => scenario.name = text(node, issues).unwrap_or_default(),
            "base" => scenario.base = node.one_of(&Preset::ALL, Preset::id, issues).unwrap_or(scenario.base),
            "values" => values(node, version, &mut scenario, &mut version_one, issues),
            "counted" => counted(node, &mut scenario, issues),
            "custom" => {
                (scenario.own, version_one.own_cashable) = own_lines::lines(node, version, issues);
            }
            "plan" => scenario.plan = FinancingPlan::new(financing::funders(node, issues)),
            "simulation" => scenario.simulation = simulation(node, issues),
            "meta" => scenario.meta = node.object(issues).map(|_| node.text().to_owned()),
            _ => issues.push(unknown(node, KEYS)),
        }
    }
    // Ranges name own lines, and take ends from values, so they come after these.
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
    let mut unused = Issues::new();
    fields.iter().any(|(key, node)| match key.as_str() {
        "values" | "ranges" => {
            let names = node.object(&mut unused).unwrap_or_default();
            names.iter().any(|(name, _)| cashable_transfer(name).is_some())
        }
        "custom" => node.list(&mut unused).unwrap_or_default().iter().any(|line| {
            let fields = line.object(&mut Issues::new()).unwrap_or_default();
            let kind = fields.iter().find(|(key, _)| key == "kind");
            let transfer = kind.and_then(|(_, kind)| kind.string(&mut Issues::new()));
            transfer.as_deref() == Some(SavingKind::Overdracht.id())
                && fields.iter().any(|(key, _)| key == LineField::Verzilverbaar.id())
        }),
        _ => false,
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

pub fn unknown<S: Into<String>>(node: &Node, allowed: impl IntoIterator<Item = S>) -> Issue {
    node.issue(Problem::Unknown { allowed: allowed.into_iter().map(Into::into).collect() })
}

/// Reads the version of a text; `None`, with an issue, where it is not known here.
pub fn schema(node: &Node, issues: &mut Issues) -> Option<Version> {
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

/// A text of at most [`MOST_CHARACTERS`].
pub fn text(node: &Node, issues: &mut Issues) -> Option<String> {
    let text = node.string(issues)?;
    if text.chars().count() > MOST_CHARACTERS {
        issues.push(node.issue(Problem::TextTooLong { most: MOST_CHARACTERS }));
        return None;
    }
    Some(text)
}

/// The value of an input, within its limits.
pub fn value(node: &Node, id: InputId, issues: &mut Issues) -> Option<f64> {
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
            if let Some(share) = value(&node, InputId::Own(0, LineField::Verzilverbaar), issues) {
                version_one.cashable.insert(line, share);
            }
        } else if let Some(id) = InputId::from_fixed_id(&name) {
            if let Some(value) = value(&node, id, issues) {
                scenario.values.insert(id, value);
            }
        } else {
            issues.push(unknown(&node, parameter_names(&name)));
        }
    }
}

/// The parameters that there are: of the line that is named, or else all of
/// the general ones and the names of the lines.
fn parameter_names(name: &str) -> Vec<String> {
    let line = name.split_once('.').and_then(|(line, _)| Line::from_id(line));
    if let Some(line) = line {
        return InputId::of_line(line).filter_map(InputId::fixed_id).collect();
    }
    let general = General::ALL.iter().map(|general| general.id().to_owned());
    let lines = Line::ALL.iter().map(|line| format!("{}.{}", line.id(), LineField::Aantal.id()));
    let choices = ["kostenbasis", "fase", "perspectief"].map(str::to_owned);
    general.chain(choices).chain(lines).collect()
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
            None => issues.push(unknown(&node, Line::ALL.map(Line::id))),
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
            None => issues.push(unknown(&node, parameter_names(&name))),
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
    let had = issues.len();
    for (key, part) in node.object(issues)? {
        let part = part.renamed(format!("{}.{key}", node.field));
        match key.as_str() {
            "kind" => shape = part.one_of(&Shape::ALL, Shape::id, issues),
            "low" => low = value(&part, id, issues),
            "high" => high = value(&part, id, issues),
            _ => issues.push(unknown(&part, ["kind", "low", "high"])),
        }
    }
    if issues.len() > had {
        return None;
    }
    let shape = shape.unwrap_or(Shape::Pert);
    if shape == Shape::Fixed {
        let value = low.or(high).unwrap_or(0.0);
        return Some(Range { shape, low: low.unwrap_or(value), high: high.unwrap_or(value) });
    }
    if let Some((default_low, default_high)) = default {
        let (lowest, highest) = id.definition().limits;
        low = low.or(Some(default_low.clamp(lowest, highest)));
        high = high.or(Some(default_high.clamp(lowest, highest)));
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
                let draws = whole(&node, SimulationSettings::DRAWS, issues).map(|draws| draws as u32);
                simulation.draws = draws.unwrap_or(simulation.draws);
            }
            "seed" => {
                let seed = whole(&node, SimulationSettings::SEED, issues).map(|seed| seed as u64);
                simulation.seed = seed.unwrap_or(simulation.seed);
            }
            "pm" => {
                let pm = node.one_of(&PmDraws::ALL, PmDraws::id, issues);
                simulation.pm = pm.unwrap_or(simulation.pm);
            }
            _ => issues.push(unknown(&node, ["draws", "seed", "pm"])),
        }
    }
    simulation
}

/// A whole number within these limits.
pub fn whole(node: &Node, (low, high): (f64, f64), issues: &mut Issues) -> Option<f64> {
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

/// Returns what a field that must be there and is not is reported as.
pub fn missing(node: &Node, key: &str) -> Issue {
    Issue::new(format!("{}.{key}", node.field), node.text(), Problem::Missing)
}
