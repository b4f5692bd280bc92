//! What comes in from a link, a file, the browser's storage or another window.
//! What the user has is never replaced by it: both stay, or it is refused.

use crate::scenario::Scenario;
use crate::scenario::link::{Address, LinkProblem};
use crate::scenario::workspace::ScenarioFile;
use crate::scenario::{link, stored_format};
use crate::ui::features::scenarios::state::{Told, Trouble, Unkept};
use crate::ui::state::{Action, Editing, Notice, State, View, Workspace};
use std::rc::Rc;

impl State {
    /// A scenario comes in: it is shown beside those that are there, or alone
    /// where there is nothing of the user's. Gives whether there was room.
    pub(crate) fn take_in(&mut self, scenario: Scenario) -> bool {
        let mut workspace = (*self.workspace).clone();
        if let Some(place) = workspace.position_of(&scenario) {
            // It may have texts that are no good.
            if place == workspace.shown { self.commit_all(scenario) } else { self.show_place(place) }
        } else if workspace.is_untouched() {
            self.commit_all(scenario);
        } else if workspace.is_full() {
            let all = workspace.scenarios.len() + 1;
            self.warn(Trouble::NoRoom(all));
            return false;
        } else {
            workspace.add(scenario);
            self.commit_workspace(workspace);
        }
        true
    }

    /// A link was opened in a page that is there.
    fn follow(&mut self, scenario: Scenario) {
        let count = self.workspace.scenarios.len();
        if self.take_in(scenario) && self.workspace.scenarios.len() > count {
            self.tell(Told::Link(self.label(self.workspace.shown)));
        }
    }

    /// A file was read.
    pub(crate) fn open(&mut self, text: &str) {
        match ScenarioFile::parse(text) {
            Ok(ScenarioFile::One(scenario)) => {
                let name = scenario.name.clone();
                if self.take_in(scenario) {
                    self.notice = Some(Notice::Opened(name));
                }
            }
            Ok(ScenarioFile::Workspace(several)) => {
                let mut all = (*self.workspace).clone();
                let united = if all.is_untouched() {
                    all = several.clone();
                    Ok(())
                } else {
                    all.merge(&several)
                };
                match united {
                    Ok(()) => {
                        self.commit_workspace(all);
                        self.tell(Told::Several(several.scenarios.len()));
                    }
                    Err(all) => self.warn(Trouble::NoRoom(all)),
                }
            }
            Err(issues) => self.notice = Some(Notice::File(issues)),
        }
    }

    /// What the browser kept, for the state that an address gave.
    pub(crate) fn recall(&mut self, address: &Address, kept: Result<Workspace, LinkProblem>) {
        let mut kept = match kept {
            Ok(kept) => kept,
            Err(problem) => {
                // A broken link is told first; this comes with the next visit too.
                if self.notice.is_none() {
                    self.warn(Trouble::Kept(problem));
                }
                return;
            }
        };
        let Some(scenario) = &address.scenario else {
            self.show(Rc::new(kept));
            self.tell(Told::Back);
            return;
        };
        let Ok(scenario) = scenario else { return self.show(Rc::new(kept)) };
        if let Some(place) = kept.position_of(scenario) {
            kept.shown = place;
            self.show(Rc::new(kept));
        } else if kept.is_full() {
            self.know(|beside| beside.unkept = Some(Unkept::Apart));
            self.warn(Trouble::Apart);
        } else {
            self.show(Rc::new(kept));
            self.follow(scenario.clone());
        }
    }

    /// An address with a scenario was opened in a page that is there.
    pub(crate) fn go(&mut self, fragment: &str) {
        let address = link::read(fragment);
        self.act(Action::Go(View::from_id(&address.view)));
        match address.scenario {
            Some(Ok(scenario)) => self.follow(scenario),
            Some(Err(problem)) => self.notice = Some(Notice::Link(problem)),
            None => {}
        }
    }

    /// Another window kept this in the meantime: it stays, and so does what is
    /// here.
    pub(crate) fn unite(&mut self, text: &str) {
        let Ok(mut all) = stored_format::read(text) else { return };
        if let Err(count) = all.merge(&self.workspace) {
            if self.beside().unkept != Some(Unkept::Crowded) {
                self.warn(Trouble::Crowded(count));
                self.know(|beside| beside.unkept = Some(Unkept::Crowded));
            }
            return;
        }
        self.know(|beside| beside.unkept = None);
        self.begin_step(None);
        self.show(Rc::new(all));
        self.tell(Told::United);
    }

    /// Another window keeps something else. What it changed comes here too, so
    /// that neither undoes the work of the other.
    pub(crate) fn hear(&mut self, text: Option<String>) {
        if matches!(self.beside().unkept, Some(Unkept::Embedded | Unkept::Apart)) {
            return;
        }
        let Some(text) = text else {
            self.warn(Trouble::ErasedElsewhere);
            let changed = self.changed;
            self.know(|beside| beside.adopted = changed);
            return;
        };
        let Ok(mut theirs) = stored_format::read(&text) else {
            self.know(|beside| beside.unkept = Some(Unkept::Newer));
            self.warn(Trouble::Newer);
            return;
        };
        // Each window looks at its own scenario.
        let same = theirs.position_of(self.scenario());
        theirs.shown = same.unwrap_or(self.workspace.shown.min(theirs.scenarios.len() - 1));
        if theirs != *self.workspace {
            self.begin_step(Some(Editing::Elsewhere));
            if same.is_none() {
                self.drafts.retain(|_, draft| draft.problem.is_some());
                self.tell(Told::Elsewhere);
            }
            self.show(Rc::new(theirs));
        }
        let changed = self.changed;
        self.know(|beside| beside.adopted = changed);
    }
}

#[cfg(test)]
mod tests;
