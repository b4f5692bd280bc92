//! What comes in from a link, a file, the browser's storage or another window.
//! What the user has is never replaced by it: both stay, or it is refused.

use super::scenarios::{Told, Trouble, Unkept};
use super::{Editing, Notice, State, Workspace};
use crate::link::{Address, LinkProblem};
use crate::scenario::Scenario;
use crate::scenario::several::File;
use std::rc::Rc;

impl State {
    /// A scenario comes in: it is shown beside those that are there, or alone
    /// where there is nothing of the user's. Gives whether there was room.
    pub(super) fn take_in(&mut self, scenario: Scenario) -> bool {
        let mut workspace = (*self.workspace).clone();
        if let Some(place) = workspace.place_of(&scenario) {
            // It may have texts that are no good.
            if place == workspace.shown { self.commit_all(scenario) } else { self.show_place(place) }
        } else if workspace.is_untouched() {
            self.commit_all(scenario);
        } else if workspace.is_full() {
            let all = workspace.scenarios.len() + 1;
            self.notice = Some(Notice::Trouble(Trouble::NoRoom(all)));
            return false;
        } else {
            workspace.add(scenario);
            self.commit_workspace(workspace);
        }
        true
    }

    /// A link was opened in a page that is there.
    pub(super) fn follow(&mut self, scenario: Scenario) {
        let count = self.workspace.scenarios.len();
        if self.take_in(scenario) && self.workspace.scenarios.len() > count {
            self.notice = Some(Notice::Told(Told::Link(self.label(self.workspace.shown))));
        }
    }

    /// A file was read.
    pub(super) fn open(&mut self, text: &str) {
        match File::parse(text) {
            Ok(File::One(scenario)) => {
                let name = scenario.name.clone();
                if self.take_in(scenario) {
                    self.notice = Some(Notice::Opened(name));
                }
            }
            Ok(File::Several(several)) => {
                let mut all = (*self.workspace).clone();
                let united = if all.is_untouched() { Ok(all = several.clone()) } else { all.unite(&several) };
                self.notice = Some(match united {
                    Ok(()) => {
                        self.commit_workspace(all);
                        Notice::Told(Told::Several(several.scenarios.len()))
                    }
                    Err(all) => Notice::Trouble(Trouble::NoRoom(all)),
                });
            }
            Err(issues) => self.notice = Some(Notice::File(issues)),
        }
    }

    /// What the browser kept, for the state that an address gave.
    pub(in crate::ui) fn recall(&mut self, address: &Address, kept: Result<Workspace, LinkProblem>) {
        let mut kept = match kept {
            Ok(kept) => kept,
            Err(problem) => {
                // A broken link is told first; this comes with the next visit too.
                self.notice.get_or_insert(Notice::Trouble(Trouble::Kept(problem)));
                return;
            }
        };
        let Some(scenario) = &address.scenario else {
            self.show(Rc::new(kept));
            self.notice = Some(Notice::Told(Told::Back));
            return;
        };
        let Ok(scenario) = scenario else { return self.show(Rc::new(kept)) };
        if let Some(place) = kept.place_of(scenario) {
            kept.shown = place;
            self.show(Rc::new(kept));
        } else if kept.is_full() {
            self.stand_apart();
        } else {
            self.show(Rc::new(kept));
            self.follow(scenario.clone());
        }
    }

    /// What is shown stays, and is not kept.
    pub(super) fn stand_apart(&mut self) {
        self.beside_mut().unkept = Some(Unkept::Apart);
        self.notice = Some(Notice::Trouble(Trouble::Apart));
    }

    /// Another window keeps something else. What it changed comes here too, so
    /// that neither undoes the work of the other.
    pub(super) fn hear(&mut self, text: Option<String>) {
        if matches!(self.beside.unkept, Some(Unkept::Embedded | Unkept::Apart)) {
            return;
        }
        let Some(text) = text else {
            self.notice = Some(Notice::Trouble(Trouble::ErasedElsewhere));
            self.beside_mut().adopted = self.changed;
            return;
        };
        let Ok(mut theirs) = crate::link::kept::read(&text) else {
            self.beside_mut().unkept = Some(Unkept::Newer);
            self.notice = Some(Notice::Trouble(Trouble::Newer));
            return;
        };
        // Each window looks at its own scenario.
        let same = theirs.place_of(self.scenario());
        theirs.shown = same.unwrap_or(self.workspace.shown.min(theirs.scenarios.len() - 1));
        if theirs != *self.workspace {
            self.begin_step(Some(Editing::Elsewhere));
            if same.is_none() {
                self.drafts.retain(|_, draft| draft.problem.is_some());
                self.notice = Some(Notice::Told(Told::Elsewhere));
            }
            self.show(Rc::new(theirs));
        }
        self.beside_mut().adopted = self.changed;
    }
}

#[cfg(test)]
mod tests;
