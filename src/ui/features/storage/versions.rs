//! The versions of the stored text that this window knows, and what it does with one that
//! another window wrote.
//!
//! # Design
//! All windows save to one text, and a browser gives no way to read and write it as one step:
//! the storage of a window is a copy that follows the others a moment later, and a lock needs
//! an answer that a page does not wait for when it is left. So a window may write without the
//! changes that another one wrote just before. Each text therefore says which writes it
//! includes ([`VersionVector`]). A window that sees a text without its own changes merges the
//! two, from the last version that both include, and writes the result. The order in which
//! windows write does not matter: all end with the same scenarios.

use crate::scenario::link::LinkProblem;
use crate::scenario::merge::{MergeConflict, MergeSide, MergedWorkspace, has_same_content, merge};
use crate::scenario::stored_format::{self, StoredWorkspace, VersionVector};
use crate::ui::state::Workspace;
use std::rc::Rc;

/// The largest number of versions that are kept to merge from.
const MAX_HISTORY: usize = 60;

/// A version of the stored scenarios.
#[derive(Clone, Debug)]
struct KnownVersion {
    workspace: Rc<Workspace>,
    versions: VersionVector,
    time: f64,
}

/// The versions of the stored text that this window knows.
#[derive(Clone, Debug, Default)]
pub struct StoredVersions {
    /// Id of this window, which no other has.
    window: String,
    /// The text that is in the storage, as far as this window knows; `None` if there is none.
    text: Option<Rc<str>>,
    /// The number of scenarios in that text; `None` if it has none of this window.
    stored_count: Option<usize>,
    /// The version that the scenarios of this window began with; `None` if there is none.
    known: Option<Rc<KnownVersion>>,
    /// Versions that this window knew before, the last one at the end.
    history: Vec<Rc<KnownVersion>>,
    /// Scenarios of this window that need no saving.
    settled: Option<Rc<Workspace>>,
    /// Conflicts that the next text reports to other windows.
    conflicts: Vec<MergeConflict>,
}

/// What a stored text asks of a window.
#[derive(Clone, Debug)]
pub struct ReceivedVersion {
    /// The scenarios that both began with; `None` if nothing is known of that.
    pub base: Option<Rc<Workspace>>,
    /// The scenarios with the changes of both, except those that this window did not save.
    pub theirs: Rc<Workspace>,
    /// The scenarios in the stored text.
    pub stored: Rc<Workspace>,
    /// Conflicts that were found, here or by the window that wrote the text.
    pub conflicts: Vec<MergeConflict>,
    /// Whether both versions of a scenario are in the list.
    pub is_split: bool,
}

/// A text that was written, and the version that it has.
#[derive(Clone, Debug)]
pub struct WrittenVersion {
    text: Rc<str>,
    version: Rc<KnownVersion>,
}

impl PartialEq for WrittenVersion {
    fn eq(&self, other: &WrittenVersion) -> bool {
        self.text == other.text
    }
}

impl WrittenVersion {
    /// Returns the text to store.
    pub fn text(&self) -> &str {
        &self.text
    }
}

impl StoredVersions {
    /// Returns what a window with this id knows when it is opened and the storage has this text,
    /// with these scenarios.
    pub fn stored(window: String, text: &str, stored: StoredWorkspace) -> StoredVersions {
        let count = stored.workspace.scenarios.len();
        let begun = StoredVersions::begin(window, Some(text), stored);
        StoredVersions { stored_count: Some(count), ..begun }
    }

    /// Returns what a window with this id knows when it is opened with scenarios that are not in
    /// the storage; its text, if any, cannot be read. They need no saving until they change.
    pub fn unstored(window: String, text: Option<&str>, shown: &Workspace) -> StoredVersions {
        StoredVersions::begin(window, text, StoredWorkspace::new(shown.clone()))
    }

    fn begin(window: String, text: Option<&str>, start: StoredWorkspace) -> StoredVersions {
        let workspace = Rc::new(start.workspace);
        let known = Rc::new(KnownVersion {
            workspace: workspace.clone(),
            versions: start.versions,
            time: start.time,
        });
        StoredVersions {
            window,
            text: text.map(Rc::from),
            stored_count: None,
            known: Some(known.clone()),
            history: vec![known],
            settled: Some(workspace),
            conflicts: Vec::new(),
        }
    }

    /// Returns whether nothing was recorded yet, not even the id of the window.
    pub fn is_new(&self) -> bool {
        self.window.is_empty()
    }

    /// Gives the window another id, for tests with several windows.
    #[cfg(test)]
    pub(crate) fn rename(&mut self, window: &str) {
        self.window = window.to_owned();
    }

    /// Returns whether this is the text that the window knows to be stored.
    pub fn is_known(&self, text: Option<&str>) -> bool {
        self.text.as_deref() == text
    }

    /// Returns the number of scenarios that are in the storage; `None` if nothing of this
    /// window is.
    pub fn stored_count(&self) -> Option<usize> {
        self.stored_count
    }

    /// Returns whether these scenarios are the very ones that need no saving, without looking
    /// at what they contain.
    pub fn is_settled(&self, workspace: &Rc<Workspace>) -> bool {
        self.settled.as_ref().is_some_and(|settled| Rc::ptr_eq(settled, workspace))
    }

    /// Returns whether these scenarios differ from those that need no saving.
    pub fn need_saving(&self, workspace: &Rc<Workspace>) -> bool {
        !self.is_settled(workspace) && self.settled.as_ref() != Some(workspace)
    }

    /// Returns whether these scenarios are in the storage.
    pub fn are_stored(&self, workspace: &Rc<Workspace>) -> bool {
        self.stored_count.is_some() && !self.need_saving(workspace)
    }

    /// Records that the scenarios of this window have to be saved.
    pub fn unsettle(&mut self) {
        self.settled = None;
    }

    /// Records that the text was removed from the storage, and that these scenarios, which the
    /// window shows, need no saving. Nothing stays to merge from.
    pub fn forget(&mut self, shown: Rc<Workspace>) {
        // As a new window, whose writes are not mistaken for those before.
        let window = format!("{}+", self.window);
        *self = StoredVersions { window, settled: Some(shown), ..StoredVersions::default() };
    }

    /// Records that a text was seen that cannot be read, and that may be replaced.
    pub fn see_unreadable(&mut self, text: &str) {
        self.text = Some(Rc::from(text));
        self.stored_count = None;
        self.settled = None;
    }

    /// Reads a text that another window stored, and merges it with what this window wrote.
    /// Scenarios that need saving afterwards are settled by the caller, who knows them.
    ///
    /// # Errors
    /// The problem with the text.
    pub fn receive(&mut self, text: &str) -> Result<ReceivedVersion, LinkProblem> {
        let stored = stored_format::read(text)?;
        let theirs = KnownVersion {
            workspace: Rc::new(stored.workspace),
            versions: stored.versions,
            time: stored.time,
        };
        self.text = Some(Rc::from(text));
        let base = self.known.clone();
        if let Some(known) = &base
            && known.versions.includes(&theirs.versions, "")
            && !theirs.versions.includes(&known.versions, &self.window)
        {
            // An older text: the news of it came late.
            return Ok(ReceivedVersion {
                base: Some(known.workspace.clone()),
                theirs: known.workspace.clone(),
                stored: known.workspace.clone(),
                conflicts: Vec::new(),
                is_split: false,
            });
        }
        self.stored_count = Some(theirs.workspace.scenarios.len());
        self.settled = None;
        let mut received = ReceivedVersion {
            base: base.as_ref().map(|known| known.workspace.clone()),
            theirs: theirs.workspace.clone(),
            stored: theirs.workspace.clone(),
            conflicts: Vec::new(),
            is_split: false,
        };
        let merged = match base {
            Some(known) if theirs.versions.includes(&known.versions, &self.window) => {
                received.conflicts = stored.conflicts;
                Some(theirs.workspace.clone())
            }
            Some(known) => self.merge_with(&known, &theirs, &mut received),
            None => None,
        };
        // A version that both have, for a later merge.
        self.push(Rc::new(theirs.clone()));
        let (workspace, versions, time) = match (&self.known, merged) {
            (Some(known), Some(workspace)) => {
                received.theirs = workspace.clone();
                let joined = known.versions.joined(&theirs.versions);
                // Another window may merge the same two otherwise, after other merges: what this
                // one made of them is a version of its own.
                let is_own = *workspace != *theirs.workspace;
                let versions = if is_own { joined.after_write(&self.window) } else { joined };
                (workspace, versions, known.time.max(theirs.time))
            }
            // Nothing that both began with: the lists are put together.
            (Some(known), None) => {
                received.base = None;
                (theirs.workspace, known.versions.joined(&theirs.versions), known.time.max(theirs.time))
            }
            (None, _) => (theirs.workspace, theirs.versions, theirs.time),
        };
        self.remember(KnownVersion { workspace, versions, time });
        Ok(received)
    }

    /// Merges the version that this window knows with one that does not include it; `None` if
    /// no version is known that both began with.
    fn merge_with(
        &self,
        known: &KnownVersion,
        theirs: &KnownVersion,
        received: &mut ReceivedVersion,
    ) -> Option<Rc<Workspace>> {
        let base = self.base(&known.versions, &theirs.versions)?;
        let merged =
            merge(&base.workspace, &known.workspace, &theirs.workspace, later(known, theirs)).ok()?;
        let MergedWorkspace { workspace, conflicts, is_split } = merged;
        received.conflicts = conflicts;
        received.is_split = is_split;
        Some(Rc::new(workspace))
    }

    /// Returns the version to merge two versions from: the last one that both include. Where
    /// windows have merged each other's changes crosswise there are several, which are merged
    /// in turn. `None` if none is known.
    fn base(&self, one: &VersionVector, other: &VersionVector) -> Option<KnownVersion> {
        let includes = |all: &VersionVector, part: &VersionVector| all.includes(part, &self.window);
        let common: Vec<&Rc<KnownVersion>> = self
            .history
            .iter()
            .filter(|version| includes(one, &version.versions) && includes(other, &version.versions))
            .collect();
        let is_last = |version: &KnownVersion| {
            let is_later = |later: &&Rc<KnownVersion>| {
                includes(&later.versions, &version.versions) && !includes(&version.versions, &later.versions)
            };
            !common.iter().any(is_later)
        };
        let mut last = common.iter().filter(|version| is_last(version));
        let mut found: KnownVersion = (***last.next()?).clone();
        for version in last {
            if includes(&found.versions, &version.versions) {
                continue;
            }
            let base = self.base(&found.versions, &version.versions)?;
            let side = later(&found, version);
            let merged = merge(&base.workspace, &found.workspace, &version.workspace, side).ok()?;
            found = KnownVersion {
                workspace: Rc::new(merged.workspace),
                versions: found.versions.joined(&version.versions),
                time: found.time.max(version.time),
            };
        }
        Some(found)
    }

    fn remember(&mut self, version: KnownVersion) {
        let version = Rc::new(version);
        self.push(version.clone());
        self.known = Some(version);
    }

    fn push(&mut self, version: Rc<KnownVersion>) {
        self.history.push(version);
        if self.history.len() > MAX_HISTORY {
            self.history.remove(0);
        }
    }

    /// Records the conflicts that a merge of this window found, for the next text.
    pub fn report_conflicts(&mut self, conflicts: Vec<MergeConflict>) {
        self.conflicts.extend(conflicts);
    }

    /// Returns the text with these scenarios that this window writes at this time, which is in
    /// milliseconds.
    pub fn next(&self, workspace: &Rc<Workspace>, time: f64) -> WrittenVersion {
        let known = self.known.as_deref();
        let versions = known.map(|known| known.versions.clone()).unwrap_or_default();
        let version = KnownVersion {
            workspace: workspace.clone(),
            versions: versions.after_write(&self.window),
            time: known.map_or(time, |known| known.time.max(time)),
        };
        let stored = StoredWorkspace {
            workspace: (**workspace).clone(),
            versions: version.versions.clone(),
            time: version.time,
            conflicts: self.conflicts.clone(),
        };
        WrittenVersion { text: Rc::from(stored_format::write(&stored)), version: Rc::new(version) }
    }

    /// Records that a text was written and read back.
    pub fn record(&mut self, written: WrittenVersion) {
        self.settled = Some(written.version.workspace.clone());
        self.stored_count = Some(written.version.workspace.scenarios.len());
        self.text = Some(written.text);
        self.conflicts.clear();
        self.remember((*written.version).clone());
    }

    /// Records that the scenarios of this window are those of the stored text, where they are.
    pub fn settle_if_stored(&mut self, workspace: &Rc<Workspace>, stored: &Workspace) {
        if has_same_content(workspace, stored) {
            self.settled = Some(workspace.clone());
        }
    }
}

/// Returns the side that was written last. All windows find the same one.
fn later(ours: &KnownVersion, theirs: &KnownVersion) -> MergeSide {
    let order = |version: &KnownVersion| (version.time, version.versions.last_writer().to_owned());
    if order(theirs) > order(ours) { MergeSide::Theirs } else { MergeSide::Ours }
}

#[cfg(test)]
mod tests;
