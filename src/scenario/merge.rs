//! Merges the changes that two windows made to the same scenarios, given the scenarios
//! that both began with: a three-way merge, per scenario and per field.
//!
//! # Design
//! Each scenario is compared as the JSON that it is saved as, which holds only what differs
//! from its preset: a field that one side changed is taken from that side. Only a field that
//! both sides changed to different values is a conflict. Then the value of the preferred side
//! is taken, and the merge reports both.
//!
//! Scenarios have no ids. A scenario of one side is the same as one of the base where the two
//! are equal, where both have a name that no other has, or where only the name differs. A pair
//! that is matched by none of these is a removed and an added scenario, so that a change is
//! never written into another scenario.
//!
//! ```
//! use rekenmodel::scenario::merge::{MergeSide, merge};
//! use rekenmodel::scenario::{Scenario, workspace::Workspace};
//!
//! let workspace = |text| Workspace::single(Scenario::parse(text).unwrap());
//! let base = workspace(r#"{ "values": { "bezoekers": 400 } }"#);
//! let ours = workspace(r#"{ "values": { "bezoekers": 400, "fte": 3 } }"#);
//! let theirs = workspace(r#"{ "values": { "bezoekers": 520 } }"#);
//! let merged = merge(&base, &ours, &theirs, MergeSide::Ours).unwrap();
//! assert_eq!(merged.workspace, workspace(r#"{ "values": { "bezoekers": 520, "fte": 3 } }"#));
//! assert!(merged.conflicts.is_empty());
//! ```

mod align;
mod json;

use crate::scenario::Scenario;
use crate::scenario::merge::align::{ScenarioKey, keys, merged_order};
use crate::scenario::merge::json::JsonMerge;
use crate::scenario::workspace::{MAX_SCENARIOS, NetworkComposition, Workspace};

/// A side of a merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MergeSide {
    /// The side of this window.
    Ours,
    /// The side of the other window.
    Theirs,
}

/// A field that both sides changed, to different values.
#[derive(Clone, Debug, PartialEq)]
pub struct MergeConflict {
    /// Index of the scenario in the merged workspace.
    pub scenario: usize,
    /// Keys that lead to the field in the scenario's JSON, with `/` between them, such as
    /// `values/bezoekers`.
    pub field: String,
    /// JSON of the value that was taken; `None` where the preset's value was.
    pub taken: Option<String>,
    /// JSON of the value that was not taken; `None` where it was the preset's value.
    pub dropped: Option<String>,
}

/// Result of a merge.
#[derive(Clone, Debug, PartialEq)]
pub struct MergedWorkspace {
    /// Scenarios with the changes of both sides.
    pub workspace: Workspace,
    /// Fields of which the value of one side was dropped.
    pub conflicts: Vec<MergeConflict>,
    /// Whether both versions of a scenario are in the list, since the changes of the two
    /// sides are not valid together.
    pub is_split: bool,
}

/// Merges the changes of both sides since `base`. In a conflict, the value of the `preferred`
/// side is taken. The scenario that is shown is the one that `ours` shows.
///
/// # Errors
/// The number of scenarios that there would be, where that is more than
/// [`MAX_SCENARIOS`].
pub fn merge(
    base: &Workspace,
    ours: &Workspace,
    theirs: &Workspace,
    preferred: MergeSide,
) -> Result<MergedWorkspace, usize> {
    let (our_keys, their_keys) = keys(base, ours, theirs);
    let base_keys: Vec<ScenarioKey> = (0..base.scenarios.len()).map(ScenarioKey::Base).collect();
    let mut merged: Vec<(ScenarioKey, Scenario)> = Vec::new();
    let mut conflicts = Vec::new();
    let mut is_split = false;
    for key in merged_order(&base_keys, &our_keys, &their_keys) {
        let our = find(&our_keys, ours, key);
        let their = find(&their_keys, theirs, key);
        let original = find(&base_keys, base, key);
        match (original, our, their) {
            (_, None, None) => {}
            // Removed on one side: gone, unless the other side changed it.
            (Some(original), Some(left), None) | (Some(original), None, Some(left)) if original == left => {}
            (_, Some(one), None) | (_, None, Some(one)) => merged.push((key, one.clone())),
            (_, Some(our), Some(their)) => {
                let start = original.cloned().unwrap_or_else(|| Scenario::new(our.base));
                let mut json = JsonMerge::new(merged.len(), preferred);
                match json.scenario(&start, our, their) {
                    Some(scenario) => {
                        merged.push((key, scenario));
                        conflicts.append(&mut json.conflicts);
                    }
                    None => {
                        is_split = true;
                        merged.push((key, our.clone()));
                        merged.push((ScenarioKey::Split, their.clone()));
                    }
                }
            }
        }
    }
    if merged.is_empty() {
        // Each side removed what the other kept.
        let key = our_keys[ours.shown];
        merged.push((key, ours.scenarios[ours.shown].clone()));
    }
    if merged.len() > MAX_SCENARIOS {
        return Err(merged.len());
    }
    let choose = |original, our, their| three_way(original, our, their, preferred);
    let count_of = |keys: &[ScenarioKey], workspace: &Workspace, key| {
        let index = keys.iter().position(|one| *one == key);
        index.map_or(0, |index| workspace.network.counts[index])
    };
    let counts = merged.iter().map(|(key, _)| {
        let original = count_of(&base_keys, base, *key);
        let is_ours = our_keys.contains(key);
        let is_theirs = their_keys.contains(key);
        let our = if is_ours { count_of(&our_keys, ours, *key) } else { original };
        let their = if is_theirs { count_of(&their_keys, theirs, *key) } else { original };
        choose(original, our, their)
    });
    let network = NetworkComposition {
        counts: counts.collect(),
        inhabitants: three_way(
            base.network.inhabitants,
            ours.network.inhabitants,
            theirs.network.inhabitants,
            preferred,
        ),
        correlated: three_way(
            base.network.correlated,
            ours.network.correlated,
            theirs.network.correlated,
            preferred,
        ),
    };
    let index_of = |key: ScenarioKey| merged.iter().position(|(one, _)| *one == key);
    let reference = three_way(
        base_keys[base.reference],
        our_keys[ours.reference],
        their_keys[theirs.reference],
        preferred,
    );
    let workspace = Workspace {
        reference: index_of(reference).unwrap_or(0),
        shown: index_of(our_keys[ours.shown]).unwrap_or_else(|| ours.shown.min(merged.len() - 1)),
        network,
        scenarios: merged.into_iter().map(|(_, scenario)| scenario).collect(),
    };
    Ok(MergedWorkspace { workspace, conflicts, is_split })
}

/// Returns the JSON of a field of a scenario; `None` where it has the preset's value. `field`
/// is as in [`MergeConflict`].
pub fn value_of_field(scenario: &Scenario, field: &str) -> Option<String> {
    json::at(&scenario.to_json(), field).map(str::to_owned)
}

/// Returns whether two workspaces differ in nothing but the scenario that is shown.
pub fn has_same_content(one: &Workspace, other: &Workspace) -> bool {
    (&one.scenarios, one.reference, &one.network) == (&other.scenarios, other.reference, &other.network)
}

/// Returns the scenario with this key; `None` where a side does not have it.
fn find<'a>(keys: &[ScenarioKey], workspace: &'a Workspace, key: ScenarioKey) -> Option<&'a Scenario> {
    keys.iter().position(|one| *one == key).map(|index| &workspace.scenarios[index])
}

/// Merges a value that has no parts.
fn three_way<T: PartialEq>(base: T, ours: T, theirs: T, preferred: MergeSide) -> T {
    if ours == base {
        theirs
    } else if theirs == base || preferred == MergeSide::Ours {
        ours
    } else {
        theirs
    }
}

#[cfg(test)]
mod tests;
