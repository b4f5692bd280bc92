//! Reads the user's own lines from a scenario file.

use crate::model::inputs::{OwnCost, OwnLine, OwnSaving, OwnSide, SavingInputs};
use crate::model::party::SHARE_TOLERANCE;
use crate::model::{InputId, Issue, Line, LineField, Party, Problem, SavingKind, Unit};
use crate::scenario::MAX_OWN_LINES;
use crate::scenario::json::{Issues, Node};
use crate::scenario::read::{bounded_text, input_value, missing_key, unknown_key};
use crate::scenario::version_1::Version;
use litemap::LiteMap;

const COST_KEYS: [&str; 5] = ["id", "side", "label", "quantity", "amount"];
const SAVING_KEYS: [&str; 13] = [
    "id",
    "side",
    "label",
    "kind",
    "counted",
    "quantity",
    "unit",
    "amount",
    "autonoom",
    "toerekening",
    "verdringing",
    "verzilverbaar",
    "parties",
];

#[derive(Clone, Copy, PartialEq)]
enum Side {
    Cost,
    Saving,
}

impl Side {
    fn id(self) -> &'static str {
        match self {
            Side::Cost => "cost",
            Side::Saving => "saving",
        }
    }
}

/// Reads the own lines, and the cashable share of each transfer of version 1, by
/// index; lines with errors are left out and reported as issues.
pub fn lines(node: &Node, version: Version, issues: &mut Issues) -> (Vec<OwnLine>, LiteMap<usize, f64>) {
    let mut lines: Vec<OwnLine> = Vec::new();
    let mut cashable = LiteMap::new();
    let nodes = node.list(issues).unwrap_or_default();
    if nodes.len() > MAX_OWN_LINES {
        let (low, high, unit) = (0.0, MAX_OWN_LINES as f64, Unit::Count);
        let problem = Problem::OutOfLimits { low, high, unit };
        issues.push(Issue::new(format!("{}.length", node.field), nodes.len().to_string(), problem));
        return (lines, cashable);
    }
    for node in nodes {
        let Some(line) = line(&node, version, issues) else { continue };
        if lines.iter().any(|other| other.id == line.id) {
            issues.push(node.renamed(format!("custom {}.id", line.id)).issue(Problem::TakenId));
            continue;
        }
        if let OwnSide::Saving(saving) = &line.side
            && saving.inputs.kind == SavingKind::Overdracht
        {
            cashable.insert(lines.len(), saving.inputs.get(LineField::Verzilverbaar));
        }
        lines.push(line);
    }
    (lines, cashable)
}

fn line(node: &Node, version: Version, issues: &mut Issues) -> Option<OwnLine> {
    let fields = node.object(issues)?;
    let field = |key: &str| fields.iter().find(|(name, _)| name == key).map(|(_, node)| node.clone());
    let named_field = |key: &str| field(key).map(|found| found.renamed(format!("{}.{key}", node.field)));
    let id = match named_field("id") {
        Some(found) => id(&found, issues),
        None => {
            issues.push(missing_key(node, "id"));
            None
        }
    };
    // From here on issues name the line by its own id, where it has one.
    let node = id.as_ref().map_or_else(|| node.clone(), |id| node.renamed(format!("custom {id}")));
    let named_field = |key: &str| field(key).map(|found| found.renamed(format!("{}.{key}", node.field)));
    let Some(side) = named_field("side") else {
        issues.push(missing_key(&node, "side"));
        return None;
    };
    let side = side.one_of(&[Side::Cost, Side::Saving], Side::id, issues)?;
    let allowed: &[&str] = if side == Side::Cost { &COST_KEYS } else { &SAVING_KEYS };
    let transfer = named_field("kind").and_then(|kind| kind.string(&mut Issues::new()));
    let transfer = transfer.as_deref() == Some(SavingKind::Overdracht.id()) && version == Version::Two;
    // A benefit that is not paid is always cashable.
    let has = |key: &&str| !(transfer && *key == LineField::Verzilverbaar.id());
    let allowed: Vec<&str> = allowed.iter().copied().filter(has).collect();
    for (key, found) in fields.iter().filter(|(key, _)| !allowed.contains(&key.as_str())) {
        unknown_key(&found.renamed(format!("{}.{key}", node.field)), allowed.iter().copied(), issues);
    }
    let mut number = |key: &str, field| {
        named_field(key).map_or(Some(0.0), |found| input_value(&found, input_of(field), issues))
    };
    let (quantity, amount) = (number("quantity", LineField::Aantal), number("amount", LineField::Bedrag));
    let label = named_field("label").map(|found| bounded_text(&found, issues).unwrap_or_default());
    let side = match side {
        Side::Cost => OwnSide::Cost(OwnCost { quantity: quantity?, amount: amount? }),
        Side::Saving => OwnSide::Saving(saving(named_field, quantity, amount, issues)?),
    };
    let id = id?;
    Some(OwnLine { label: label.unwrap_or_else(|| id.clone()), id, side })
}

/// Returns an input of an own line, whose limits and default are those of this field of
/// every own line.
fn input_of(field: LineField) -> InputId {
    InputId::Own(0, field)
}

/// Reads the fields that only a saving has, and makes the saving; `field` gives the node of
/// each field by its key.
fn saving<'a>(
    field: impl Fn(&str) -> Option<Node<'a>>,
    quantity: Option<f64>,
    amount: Option<f64>,
    issues: &mut Issues,
) -> Option<OwnSaving> {
    let kind = field("kind")
        .map_or(Some(SavingKind::Besparing), |found| found.one_of(&SavingKind::ALL, SavingKind::id, issues));
    let counted = field("counted").map_or(Some(true), |found| found.boolean(issues));
    let unit = field("unit").map_or(Some(String::new()), |found| bounded_text(&found, issues));
    let mut correction = |correction: LineField| {
        let id = input_of(correction);
        let neutral = id.definition().default;
        field(correction.id()).map_or(Some(neutral), |found| input_value(&found, id, issues))
    };
    let corrections = LineField::CORRECTIONS.map(|field| correction(field).map(|value| (field, value)));
    let shares = field("parties").map_or(Some([1.0, 0.0, 0.0]), |found| parties(&found, issues));
    let mut inputs = SavingInputs::new(kind?, counted?, |field| input_of(field).definition().default);
    for (field, value) in corrections.into_iter().collect::<Option<Vec<_>>>()? {
        inputs.set(field, value);
    }
    for (field, share) in LineField::PARTIES.into_iter().zip(shares?) {
        inputs.set(field, share);
    }
    inputs.set(LineField::Aantal, quantity?);
    inputs.set(LineField::Bedrag, amount?);
    Some(OwnSaving { unit: unit?, inputs })
}

/// Reads the shares of gemeente, Rijk and zorgverzekeraar. Without any share the gemeente
/// has 100%; otherwise a party without a share has 0%.
fn parties(node: &Node, issues: &mut Issues) -> Option<[f64; 3]> {
    let named = &Party::ALL[..3];
    let fields = node.object(issues)?;
    if fields.is_empty() {
        return Some([1.0, 0.0, 0.0]);
    }
    let mut shares = Some([0.0; 3]);
    for (key, found) in fields {
        let found = found.renamed(format!("{}.{key}", node.field));
        let share = match named.iter().position(|party| party.id() == key) {
            Some(index) => {
                input_value(&found, input_of(LineField::Gemeente), issues).map(|share| (index, share))
            }
            None => {
                unknown_key(&found, named.iter().map(|party| party.id()), issues);
                None
            }
        };
        shares = match (shares, share) {
            (Some(mut shares), Some((index, share))) => {
                shares[index] = share;
                Some(shares)
            }
            _ => None,
        };
    }
    let sum: f64 = shares?.iter().sum();
    if sum > 1.0 + SHARE_TOLERANCE {
        issues.push(node.issue(Problem::AboveWhole { sum }));
        return None;
    }
    shares
}

fn id(node: &Node, issues: &mut Issues) -> Option<String> {
    let id = node.string(issues)?;
    if !is_id(&id) {
        issues.push(node.issue(Problem::BadId));
        return None;
    }
    if Line::from_id(&id).is_some() {
        issues.push(node.issue(Problem::TakenId));
        return None;
    }
    Some(id)
}

/// Returns whether an own line may be called this: `[a-z][a-z0-9-]{0,31}`.
fn is_id(id: &str) -> bool {
    let starts = id.starts_with(|first: char| first.is_ascii_lowercase());
    let all = id.chars().all(|c| c.is_ascii_lowercase() || c.is_ascii_digit() || c == '-');
    starts && all && id.len() <= 32
}
