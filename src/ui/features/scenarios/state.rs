//! Scenarios beside each other: how the list of them changes, and what is known
//! of keeping it. What comes in from elsewhere is in `incoming`.

pub use crate::ui::features::scenarios::messages::{Said, Told, Trouble};

use crate::compare::ComparedFigure;
use crate::model::{Party, Preset};
use crate::scenario::Scenario;
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::network::state::Networking;
use crate::ui::state::{Action, Notice, State, Workspace};
use crate::uncertainty::Spread;
use std::rc::Rc;

/// Why the browser keeps nothing at the moment.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unkept {
    /// The page stands inside another one, in its small form.
    Embedded,
    /// The browser does not allow it.
    Blocked,
    /// There is no room for so much.
    Full,
    /// What is shown stands apart from the scenarios that are kept, which are
    /// as many as there can be.
    Apart,
    /// Together with what another window kept there would be too many.
    Crowded,
    /// What is kept is of a newer version of this page.
    Newer,
}

/// What is known beside the scenarios themselves.
#[derive(Clone, Debug, PartialEq)]
pub struct Beside {
    /// What the notice says, where it is about scenarios.
    pub said: Option<Said>,
    /// Why nothing is kept; nothing where all is well.
    pub unkept: Option<Unkept>,
    /// A text that was kept and could not be read, as long as it stands where
    /// the scenarios should be.
    pub damaged: Option<String>,
    /// How many such texts were set aside.
    pub asides: usize,
    /// At which change of the state it became what another window keeps.
    pub adopted: u32,
    /// How the saldo of a scenario is spread, by its figures as JSON; none where
    /// that could not be simulated.
    pub chances: Vec<(String, Option<Spread>)>,
    /// The figure that is drawn for each scenario; none for the chance.
    pub measure: Option<ComparedFigure>,
    /// The scenario whose difference is explained.
    pub why: Option<usize>,
}

/// As long as nothing is known.
static NOTHING: Beside = Beside {
    said: None,
    unkept: None,
    damaged: None,
    asides: 0,
    adopted: 0,
    chances: Vec::new(),
    measure: Some(ComparedFigure::Party(Party::Gemeente)),
    why: None,
};

/// Something that happens to the list of scenarios, or to what is kept.
#[derive(Clone, Debug, PartialEq)]
pub enum Manage {
    /// Another one is shown.
    Show(usize),
    /// A new one begins with a preset.
    Add(Preset),
    /// A copy of the one that is shown is put beside it.
    Duplicate,
    /// The one that is shown is removed.
    Remove,
    /// The one that is shown goes one place to the front, or else to the back.
    Move(bool),
    /// The others are compared with the one that is shown.
    Refer,
    /// Another figure is drawn for each; none for the chance.
    ValueUnit(Option<ComparedFigure>),
    /// The difference of another one is explained.
    Why(usize),
    /// The spreads of saldi have come in, or cannot be had.
    Chances(Vec<(String, Option<Spread>)>),
    /// Something of the network that the scenarios make up.
    Network(Networking),
    /// Another window keeps this now, or nothing any more.
    Elsewhere(Option<String>),
    /// Another window kept this in the meantime; both stay.
    Unite(String),
    /// An address with a scenario was opened.
    Link(String),
    /// Keeping went well, or not.
    Kept(Option<Unkept>),
    /// So many texts that could not be read are set aside; none stands in the
    /// way any more.
    SetAside(usize),
    /// Everything that the browser kept is gone.
    Erased,
}

impl State {
    /// What is known beside the scenarios.
    pub fn beside(&self) -> &Beside {
        self.beside.as_ref().and_then(|beside| beside.downcast_ref()).unwrap_or(&NOTHING)
    }

    /// Changes what is known beside the scenarios.
    pub(crate) fn know(&mut self, change: impl FnOnce(&mut Beside)) {
        let mut beside = self.beside().clone();
        change(&mut beside);
        self.beside = Some(Rc::new(beside));
    }

    /// Says what happened.
    pub(crate) fn tell(&mut self, what: Told) {
        self.know(|beside| beside.said = Some(Said::Told(what)));
        self.notice = Some(Notice::Told);
    }

    /// Says what is wrong.
    pub(crate) fn warn(&mut self, what: Trouble) {
        self.know(|beside| beside.said = Some(Said::Trouble(what)));
        self.notice = Some(Notice::Trouble);
    }

    pub(crate) fn act_scenarios(&mut self, what: Manage) {
        let mut workspace = (*self.workspace).clone();
        match what {
            Manage::Show(place) => self.show_place(place),
            Manage::Add(_) | Manage::Duplicate if workspace.is_full() => {
                let all = workspace.scenarios.len() + 1;
                self.warn(Trouble::NoRoom(all));
            }
            Manage::Add(preset) => {
                let name = self.free_name((self.text().preset)(preset).0);
                workspace.add(Scenario { name, ..Scenario::new(preset) });
                self.commit_workspace(workspace);
            }
            Manage::Duplicate => {
                let name = self.free_copy(&self.label(workspace.shown));
                workspace.add(Scenario { name, ..self.scenario().clone() });
                self.commit_workspace(workspace);
            }
            Manage::Remove if workspace.scenarios.len() > 1 => {
                let name = self.label(workspace.shown);
                workspace.remove(workspace.shown);
                self.commit_workspace(workspace);
                self.tell(Told::Removed(name));
            }
            Manage::Move(front) => {
                let place = workspace.shown;
                let other = if front { place.wrapping_sub(1) } else { place + 1 };
                if other < workspace.scenarios.len() {
                    workspace.swap(place, other);
                    self.commit_list(workspace);
                    self.swap_numbers(place, other);
                }
            }
            Manage::Refer if workspace.reference != workspace.shown => {
                workspace.reference = workspace.shown;
                self.commit_list(workspace);
            }
            Manage::Remove | Manage::Refer => {}
            Manage::ValueUnit(measure) => self.know(|beside| beside.measure = measure),
            Manage::Why(place) => self.know(|beside| beside.why = Some(place)),
            Manage::Chances(found) => {
                let wanted: Vec<String> = workspace.scenarios.iter().map(chance_key).collect();
                self.know(|beside| {
                    let is_old = |of: &String| found.iter().any(|(new, _)| new == of);
                    beside.chances.retain(|(of, _)| !is_old(of) && wanted.contains(of));
                    beside.chances.extend(found.into_iter().filter(|(of, _)| wanted.contains(of)));
                });
                self.questions += 1;
                self.heard += 1;
            }
            Manage::Network(what) => self.act_network(what),
            Manage::Elsewhere(text) => self.hear(text),
            Manage::Unite(text) => self.unite(&text),
            Manage::Link(fragment) => self.go(&fragment),
            Manage::Kept(unkept) => {
                if unkept == Some(Unkept::Full) && self.beside().unkept != unkept {
                    self.warn(Trouble::Full);
                }
                self.know(|beside| beside.unkept = unkept);
            }
            Manage::SetAside(asides) => self.know(|beside| {
                beside.asides = asides;
                beside.damaged = None;
            }),
            Manage::Erased => {
                self.know(|beside| {
                    beside.damaged = None;
                    beside.asides = 0;
                    beside.unkept = beside.unkept.filter(|why| *why == Unkept::Blocked);
                });
                self.commit_workspace(Workspace::single(Scenario::new(Preset::Brochure)));
                self.tell(Told::Erased);
            }
        }
    }

    /// The list changes, and the scenario that is shown may be another one:
    /// what was being typed goes, and comes back with undo.
    pub(crate) fn commit_workspace(&mut self, workspace: Workspace) {
        self.begin_step(None);
        self.forget_texts();
        self.settings.clear();
        self.show(Rc::new(workspace));
    }

    /// The list changes, and not what is shown.
    pub(crate) fn commit_list(&mut self, workspace: Workspace) {
        self.begin_step(None);
        self.show(Rc::new(workspace));
    }

    /// What belongs to one scenario only.
    fn forget_texts(&mut self) {
        self.drafts.clear();
        self.settings.retain(|setting, _| matches!(setting, Setting::Network(_)));
        self.rungs.clear();
        self.funders = Rc::new(Vec::new());
        self.offer = None;
        self.explained = None;
        self.uncertainty.simulated = None;
        self.uncertainty.settled = Default::default();
        self.uncertainty.refused = None;
    }

    /// Shows another scenario. To look is no step, unless texts that were no
    /// good would be lost by it.
    pub(crate) fn show_place(&mut self, place: usize) {
        if place == self.workspace.shown || place >= self.workspace.scenarios.len() {
            return;
        }
        let texts = self.has_bad_texts();
        if texts {
            self.begin_step(None);
            self.tell(Told::Texts(self.label(self.workspace.shown)));
        }
        self.editing = None;
        self.forget_texts();
        self.show(Rc::new(Workspace { shown: place, ..(*self.workspace).clone() }));
    }

    fn has_bad_texts(&self) -> bool {
        let rungs = self.rungs.iter().any(|(_, draft)| draft.problem.is_some());
        let settings = self.settings.iter().any(|(_, draft)| draft.problem.is_some());
        self.problems().next().is_some() || settings || rungs
    }

    /// The page as it would be with the scenario at this place shown, to explain
    /// its figures; none where there is no such scenario.
    pub fn looking_at(&self, place: usize) -> Option<State> {
        if place >= self.workspace.scenarios.len() {
            return None;
        }
        let mut other = self.clone();
        if place != self.workspace.shown {
            other.show(Rc::new(Workspace { shown: place, ..(*self.workspace).clone() }));
        }
        Some(other)
    }
}

/// The figures of a scenario as the simulation is asked for them: its name and
/// what is kept with it move nothing.
pub fn chance_key(scenario: &Scenario) -> String {
    let simulation =
        crate::model::simulation::SimulationSettings { draws: CHANCE_DRAWS, ..scenario.simulation };
    Scenario { name: String::new(), meta: None, simulation, ..scenario.clone() }.to_json()
}

/// How many draws the chance of each scenario comes from.
pub const CHANCE_DRAWS: u32 = 10_000;

/// The action of something that happens to the list.
impl From<Manage> for Action {
    fn from(what: Manage) -> Action {
        Action::Scenarios(what)
    }
}

#[cfg(test)]
mod tests;
