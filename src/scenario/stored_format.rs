//! Writes and reads the text in which the browser stores a workspace.
//!
//! The text is `2.checksum.json`: the version of the format, a checksum, and JSON with the
//! workspace and what windows need to merge their changes. A text that was changed or cut off
//! is recognised as damaged, so that it never leads to other figures. In version 1 of the
//! format, the JSON was that of the workspace alone.
//!
//! ```
//! use rekenmodel::scenario::stored_format::{self, StoredWorkspace, VersionVector};
//! use rekenmodel::model::Preset;
//! use rekenmodel::scenario::{Scenario, workspace::Workspace};
//!
//! let workspace = Workspace::single(Scenario::new(Preset::Gunstig));
//! let stored = StoredWorkspace::new(workspace.clone());
//! let text = stored_format::write(&stored);
//! assert_eq!(stored_format::read(&text).unwrap().workspace, workspace);
//! assert!(stored_format::read(&text.replace("gunstig", "brochure")).is_err());
//! ```

use crate::number::digits;
use crate::scenario::json::scan;
use crate::scenario::link::{LinkProblem, checksum, is_newer};
use crate::scenario::merge::MergeConflict;
use crate::scenario::meta;
use crate::scenario::version_1::Conversion;
use crate::scenario::workspace::{ScenarioFile, Workspace};
use crate::scenario::write::Object;

/// The version of the format that is written, and the newest that is read.
const FORMAT: &str = "2";

/// The version of the format in which the JSON is that of the workspace alone.
const OLD_FORMAT: &str = "1";

/// The largest number of windows in a [`VersionVector`].
const MAX_WINDOWS: usize = 30;

/// A workspace as it is stored, with what windows need to merge their changes.
#[derive(Clone, Debug, PartialEq)]
pub struct StoredWorkspace {
    /// Scenarios that are stored.
    pub workspace: Workspace,
    /// Writes of each window that are part of it.
    pub versions: VersionVector,
    /// Time of writing by the clock of the device, in milliseconds; 0 if unknown.
    pub time: f64,
    /// Conflicts that the writing window found when it merged changes.
    pub conflicts: Vec<MergeConflict>,
}

impl StoredWorkspace {
    /// Makes a stored workspace of which no write is known.
    pub fn new(workspace: Workspace) -> StoredWorkspace {
        let versions = VersionVector::start(&workspace);
        StoredWorkspace { workspace, versions, time: 0.0, conflicts: Vec::new() }
    }
}

/// How many writes of each window a stored text includes: a version vector. Of two texts, one
/// includes all changes of the other if its numbers are at least as high.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct VersionVector(Vec<(String, u32)>);

impl VersionVector {
    /// Returns the version of scenarios that no window has written: two windows that begin
    /// with equal scenarios begin with the same version.
    pub fn start(workspace: &Workspace) -> VersionVector {
        let id = format!("start-{}", checksum(workspace.to_json().as_bytes()));
        VersionVector(vec![(id, 1)])
    }

    fn count(&self, window: &str) -> Option<u32> {
        self.0.iter().find(|(id, _)| id == window).map(|(_, count)| *count)
    }

    /// Returns the window that wrote last; empty if unknown.
    pub fn last_writer(&self) -> &str {
        self.0.last().map_or("", |(id, _)| id)
    }

    /// Returns whether all writes of `other` are part of this version. A window that a full
    /// vector lacks wrote so long ago that its writes are part of it, unless it is `window`,
    /// the one that asks: it knows of its own writes.
    pub fn includes(&self, other: &VersionVector, window: &str) -> bool {
        other.0.iter().all(|(id, count)| match self.count(id) {
            Some(own) => own >= *count,
            None => self.0.len() >= MAX_WINDOWS && id != window,
        })
    }

    /// Returns the version with all writes of both.
    pub fn joined(&self, other: &VersionVector) -> VersionVector {
        let mut all: Vec<(String, u32)> =
            self.0.iter().filter(|(id, _)| other.count(id).is_none()).cloned().collect();
        all.extend(
            other
                .0
                .iter()
                .map(|(id, count)| (id.clone(), self.count(id).map_or(*count, |own| own.max(*count)))),
        );
        VersionVector(all)
    }

    /// Returns the version after one more write of this window, which becomes the last. The
    /// windows that wrote longest ago are left out where there are too many.
    pub fn after_write(&self, window: &str) -> VersionVector {
        let mut all: Vec<(String, u32)> = self.0.iter().filter(|(id, _)| id != window).cloned().collect();
        all.push((window.to_owned(), self.count(window).unwrap_or(0) + 1));
        let surplus = all.len().saturating_sub(MAX_WINDOWS);
        all.drain(..surplus);
        VersionVector(all)
    }
}

/// Returns the text to store.
pub fn write(stored: &StoredWorkspace) -> String {
    let mut versions = Object::new();
    for (id, count) in &stored.versions.0 {
        versions.raw(id, &count.to_string());
    }
    let mut object = Object::new();
    object.raw("workspace", &stored.workspace.to_json());
    object.raw("versions", &versions.close());
    object.raw("time", &digits::format(stored.time));
    if !stored.conflicts.is_empty() {
        let conflicts: Vec<String> = stored.conflicts.iter().map(conflict_json).collect();
        object.raw("conflicts", &format!("[{}]", conflicts.join(",")));
    }
    let json = object.close();
    format!("{FORMAT}.{}.{json}", checksum(json.as_bytes()))
}

/// Reads a stored text.
///
/// # Errors
/// The problem with the text, of the same kinds as with a link.
pub fn read(text: &str) -> Result<StoredWorkspace, LinkProblem> {
    read_any_version(text).map(|(stored, _)| stored)
}

/// Reads a stored text, and the changes that reading made to scenarios of version 1 of
/// the model.
///
/// # Errors
/// The problem with the text, of the same kinds as with a link.
pub fn read_any_version(text: &str) -> Result<(StoredWorkspace, Vec<Conversion>), LinkProblem> {
    let (version, rest) = text.split_once('.').ok_or(LinkProblem::Damaged)?;
    if is_newer(version, FORMAT) {
        return Err(LinkProblem::Newer);
    }
    if version != FORMAT && version != OLD_FORMAT {
        return Err(LinkProblem::Damaged);
    }
    let (sum, json) = rest.split_once('.').ok_or(LinkProblem::Damaged)?;
    if sum != checksum(json.as_bytes()) {
        return Err(LinkProblem::Damaged);
    }
    if version == OLD_FORMAT {
        return workspace(json)
            .map(|(workspace, conversions)| (StoredWorkspace::new(workspace), conversions));
    }
    let json = scan::single_value(json).map_err(|_| LinkProblem::Damaged)?;
    let member = |key| meta::get(Some(json), key);
    let (workspace, conversions) = workspace(member("workspace").ok_or(LinkProblem::Damaged)?)?;
    let versions = meta::members(member("versions").unwrap_or_default()).into_iter();
    let versions = versions.filter_map(|(id, count)| Some((id, meta::number(count)? as u32)));
    let conflicts = meta::items(member("conflicts").unwrap_or_default()).into_iter();
    let conflicts = conflicts
        .filter_map(conflict)
        .filter(|conflict| conflict.scenario < workspace.scenarios.len())
        .collect();
    let stored = StoredWorkspace {
        versions: VersionVector(versions.collect()),
        time: member("time").and_then(meta::number).unwrap_or(0.0),
        conflicts,
        workspace,
    };
    Ok((stored, conversions))
}

/// Reads the JSON of a workspace, or of one scenario.
fn workspace(json: &str) -> Result<(Workspace, Vec<Conversion>), LinkProblem> {
    match ScenarioFile::parse_any_version(json) {
        Ok((ScenarioFile::Workspace(workspace), conversions)) => Ok((workspace, conversions)),
        Ok((ScenarioFile::One(scenario), conversions)) => Ok((Workspace::single(scenario), conversions)),
        Err(issues) => Err(LinkProblem::from(issues)),
    }
}

fn conflict_json(conflict: &MergeConflict) -> String {
    let mut object = Object::new();
    object.raw("scenario", &conflict.scenario.to_string());
    object.text("field", &conflict.field);
    for (key, value) in [("taken", &conflict.taken), ("dropped", &conflict.dropped)] {
        if let Some(json) = value {
            object.raw(key, json);
        }
    }
    object.close()
}

fn conflict(json: &str) -> Option<MergeConflict> {
    let member = |key| meta::get(Some(json), key);
    Some(MergeConflict {
        scenario: member("scenario").and_then(meta::number)? as usize,
        field: member("field").and_then(meta::text)?,
        taken: member("taken").map(str::to_owned),
        dropped: member("dropped").map(str::to_owned),
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Preset;
    use crate::scenario::Scenario;

    fn stored() -> StoredWorkspace {
        let mut workspace = Workspace::single(Scenario::new(Preset::Gunstig));
        workspace.add(Scenario::parse(r#"{"name":"Café ‘Ons’","values":{"fte":4.25}}"#).unwrap());
        let conflict = MergeConflict {
            scenario: 1,
            field: "values/fte".to_owned(),
            taken: Some("4.25".to_owned()),
            dropped: None,
        };
        StoredWorkspace {
            versions: VersionVector::default().after_write("a1").after_write("b2").after_write("a1"),
            time: 1_796_000_000_123.0,
            conflicts: vec![conflict],
            ..StoredWorkspace::new(workspace)
        }
    }

    /// Returns a text of this version of the format.
    fn with_checksum(version: u32, json: &str) -> String {
        format!("{version}.{}.{json}", checksum(json.as_bytes()))
    }

    #[test]
    fn any_damage_is_noticed() {
        let text = write(&stored());
        assert_eq!(read(&text), Ok(stored()));
        for (end, _) in text.char_indices() {
            assert_eq!(read(&text[..end]), Err(LinkProblem::Damaged), "cut at {end}");
        }
        for (index, letter) in text.char_indices().skip(2) {
            let mut other = text.clone();
            other.replace_range(index..index + letter.len_utf8(), if letter == '7' { "8" } else { "7" });
            assert_eq!(read(&other), Err(LinkProblem::Damaged), "changed at {index}");
        }
    }

    #[test]
    fn a_text_of_version_1_of_the_format_is_read() {
        let workspace = stored().workspace;
        let text = with_checksum(1, &workspace.to_json());
        assert_eq!(read(&text), Ok(StoredWorkspace::new(workspace)));
    }

    #[test]
    fn newer_versions_are_distinguished_from_damage() {
        let text = write(&stored());
        assert_eq!(read(&text.replacen("2.", "3.", 1)), Err(LinkProblem::Newer));
        assert_eq!(read(&with_checksum(1, r#"{"schema":3,"scenarios":3}"#)), Err(LinkProblem::Newer));
        assert_eq!(read(&with_checksum(1, r#"{"scenarios":[{"schema":3}]}"#)), Err(LinkProblem::Newer));
        let inside = |workspace: &str| with_checksum(2, &format!("{{\"workspace\":{workspace}}}"));
        assert_eq!(read(&inside(r#"{"schema":3,"scenarios":3}"#)), Err(LinkProblem::Newer));
        assert!(matches!(read(&inside(r#"{"scenarios":[]}"#)), Err(LinkProblem::Invalid(_))));
        let nonsense = ["", "x", "1.", "0.", "02.", "[object Object]", "2017", "+2.x.{}"];
        for text in nonsense
            .map(str::to_owned)
            .into_iter()
            .chain(["", "[", "{}", "{\"workspace\":"].map(|json| with_checksum(2, json)))
        {
            assert_eq!(read(&text), Err(LinkProblem::Damaged), "{text}");
        }
    }

    #[test]
    fn a_version_includes_another_if_it_has_all_of_its_writes() {
        let empty = VersionVector::default();
        let (a, b) = (empty.after_write("a"), empty.after_write("b"));
        assert!(a.includes(&empty, "a") && a.includes(&a, "a") && !empty.includes(&a, "a"));
        assert!(!a.includes(&b, "a") && !b.includes(&a, "a"));
        let both = a.joined(&b);
        assert!(both.includes(&a, "a") && both.includes(&b, "a"));
        assert_eq!(both.after_write("a").last_writer(), "a");
        assert!(!both.includes(&both.after_write("a"), "b"));
        // The windows that wrote longest ago are left out.
        let many = (0..MAX_WINDOWS + 5).fold(a.clone(), |all, number| all.after_write(&format!("w{number}")));
        assert_eq!(many.0.len(), MAX_WINDOWS);
        assert!(many.includes(&a, "b") && !many.includes(&a, "a"));
    }
}
