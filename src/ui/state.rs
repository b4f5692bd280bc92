//! What the page knows, and everything that can happen to it.
//!
//! The state is a list of scenarios with one shown, the texts that are being
//! typed, and the last good outcome. A text that is no good number stays in
//! its field, with what is wrong; the outcome stays what it was.

mod action;
pub(crate) mod edit;
mod history;
mod rest;

use crate::evidence::grade::{EvidenceSummary, evidence_summary};
use crate::evidence::user_sources::UserSources;
use crate::model::{General, InputId, Inputs, Line, LineField, Outcome, Preset, evaluate};
use crate::number::Style;
use crate::participation_ladder::LadderEntry;
use crate::scenario::Scenario;
use crate::scenario::changes;
use crate::scenario::changes::Change;
use crate::scenario::link::Address;
pub use crate::scenario::workspace::Workspace;
use crate::text::{Text, catalogue};
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::certainty::state::Uncertainty;
use crate::ui::features::explain::state::Explained;
use crate::ui::features::sources::state::Sourced;
use crate::ui::lazy;
pub use crate::ui::routes::View;
pub use crate::ui::state::action::{Action, Aim, Editing, Notice, OwnEdit, ScaleOffer};
use crate::ui::state::history::Moment;
use litemap::LiteMap;
use std::any::Any;
use std::rc::{Rc, Weak};
use yew::{AttrValue, Reducible};

/// What is being typed in a field.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The text as typed.
    pub text: String,
    /// What is wrong with it.
    pub problem: Option<String>,
    /// What should be said of it although it is good.
    pub note: Option<String>,
}

/// What the page knows.
#[derive(Clone, Debug)]
pub struct State {
    /// The view that is shown.
    pub view: View,
    /// The scenarios, which one is shown, and which one they are compared with.
    pub workspace: Rc<Workspace>,
    /// What is known beside these: a [`scenarios::Beside`]. To the first view
    /// it is nothing but a thing, so that all about it comes later.
    pub(crate) beside: Option<Rc<dyn Any>>,
    /// Rises when something is to be asked of the simulation.
    pub questions: u32,
    /// The inputs of the scenario that is shown; always good ones.
    pub inputs: Rc<Inputs>,
    /// Their outcome.
    pub outcome: Rc<Outcome>,
    /// The inputs of its preset, in the scenario's prices.
    pub base: Rc<Inputs>,
    /// The figures that are marked as the user's own.
    pub marks: Rc<UserSources>,
    /// How firm the outcome is.
    pub firm: Rc<EvidenceSummary>,
    /// What is being typed.
    pub drafts: LiteMap<InputId, Draft>,
    /// The same of ranges, draws and seed.
    pub settings: LiteMap<Setting, Draft>,
    /// The same of people on the ladder.
    pub rungs: LiteMap<LadderEntry, Draft>,
    /// What is shown of what is uncertain.
    pub uncertainty: Uncertainty,
    /// The figure that is explained.
    pub explained: Option<Explained>,
    /// Rendered at build time; see [`State::is_shell`].
    pub shell: bool,
    /// Whom to ask, as the host of the page wrote it.
    pub contact: AttrValue,
    /// The file of sources, once it is asked for.
    pub sourced: Sourced,
    /// The input whose break-even is shown, where it is still there.
    pub explored: InputId,
    /// What is sought for what it may cost; none as long as nothing was chosen.
    pub goal: Option<Rc<crate::ui::features::worksheet::goal_state::Asked>>,
    /// What the funders of the plan go by while they move and go: see
    /// [`State::funders`]. No part of any file.
    pub(crate) funders: Rc<Vec<u32>>,
    /// What was asked of the browser last, by the id of what it is about, and
    /// whether that worked.
    pub said: Option<(String, bool)>,
    /// Where the focus went last, of what no hand did.
    pub aim: Aim,
    /// What is said above everything.
    pub notice: Option<Notice>,
    /// Savings could be scaled along with the visitors.
    pub offer: Option<ScaleOffer>,
    pub(crate) past: Vec<Moment>,
    pub(crate) future: Vec<Moment>,
    pub(crate) editing: Option<Editing>,
    /// How often the scenario that is shown became another one.
    pub changed: u32,
    /// How often anything changed.
    pub(crate) revision: u32,
    /// How many of these changes brought what was simulated, and nothing else.
    pub(crate) heard: u32,
    /// This very state, for parts of the page that outlive a drawing of it.
    pub(crate) me: Weak<State>,
}

/// Two states of one page are the same when nothing happened between them.
/// Comparing all that they hold is slow, and a fair part of the program.
impl PartialEq for State {
    fn eq(&self, other: &State) -> bool {
        self.revision == other.revision
    }
}

impl State {
    /// The state for an address. A link that is no good opens the brochure,
    /// with a notice that says so.
    pub fn at(address: &Address) -> State {
        let (scenario, notice) = match &address.scenario {
            None => (Scenario::new(Preset::Brochure), None),
            Some(Ok(scenario)) => (scenario.clone(), None),
            Some(Err(problem)) => (Scenario::new(Preset::Brochure), Some(Notice::Link(problem.clone()))),
        };
        let inputs = scenario.inputs();
        let (outcome, marks) = (evaluate(&inputs), lazy::marks(&scenario));
        State {
            view: View::from_id(&address.view),
            firm: Rc::new(evidence_summary(&inputs, &outcome, &marks)),
            outcome: Rc::new(outcome),
            inputs: Rc::new(inputs),
            base: Rc::new(scenario.base_inputs()),
            marks: Rc::new(marks),
            workspace: Rc::new(Workspace::single(scenario)),
            beside: None,
            questions: 0,
            drafts: LiteMap::new(),
            settings: LiteMap::new(),
            rungs: LiteMap::new(),
            uncertainty: Uncertainty::default(),
            explained: None,
            shell: false,
            contact: AttrValue::default(),
            sourced: Sourced::default(),
            explored: InputId::Line(Line::Dagbesteding, LineField::Aantal),
            goal: None,
            funders: Rc::new(Vec::new()),
            said: None,
            aim: Aim::default(),
            notice,
            offer: None,
            past: Vec::new(),
            future: Vec::new(),
            editing: None,
            changed: 0,
            revision: 0,
            heard: 0,
            me: Weak::new(),
        }
    }

    /// Whether this is rendered at build time, as text without a program. In
    /// the browser never.
    pub fn is_shell(&self) -> bool {
        cfg!(not(target_arch = "wasm32")) && self.shell
    }

    /// This state, to keep. The very first one has no other than its copy.
    pub fn shared(&self) -> Rc<State> {
        self.me.upgrade().unwrap_or_else(|| Rc::new(self.clone()))
    }

    /// The input that is being changed.
    pub fn edited(&self) -> Option<InputId> {
        match self.editing {
            Some(Editing::Value(id) | Editing::Mark(id)) => Some(id),
            _ => None,
        }
    }

    /// Whether something is being typed or dragged.
    pub fn is_typing(&self) -> bool {
        self.editing.is_some()
    }

    /// Whether the dekkingsplan is being typed in.
    pub fn edits_plan(&self) -> bool {
        matches!(self.editing, Some(Editing::Funder(_) | Editing::Setting(Setting::Plan(..))))
    }

    /// Whether this is the same as another state but for what was simulated.
    pub fn is_unheard(&self, other: &State) -> bool {
        self.revision - self.heard == other.revision - other.heard
    }

    /// Whether the own line at this place is being changed.
    pub fn edits_own(&self, at: usize) -> bool {
        match self.editing {
            Some(Editing::Label(place) | Editing::Unit(place)) => place == at,
            Some(Editing::Value(InputId::Own(place, _)) | Editing::Mark(InputId::Own(place, _))) => {
                place == at
            }
            _ => false,
        }
    }

    /// The words of the page.
    pub fn text(&self) -> &'static Text {
        catalogue()
    }

    /// The scenario that is shown.
    pub fn scenario(&self) -> &Scenario {
        &self.workspace.scenarios[self.workspace.shown]
    }

    /// Whether the browser could not do what it was asked for this.
    pub fn has_failed(&self, id: &str) -> bool {
        self.said.as_ref().is_some_and(|(of, done)| of == id && !done)
    }

    /// Whether there is a step to undo.
    pub fn can_undo(&self) -> bool {
        !self.past.is_empty()
    }

    /// Whether there is a step to redo.
    pub fn can_redo(&self) -> bool {
        !self.future.is_empty()
    }

    /// The inputs whose text is no good, with what is wrong.
    pub fn problems(&self) -> impl Iterator<Item = (InputId, &str)> {
        self.drafts.iter().filter_map(|(id, draft)| Some((*id, draft.problem.as_deref()?)))
    }

    /// Whether an input differs from the preset's value.
    pub fn is_changed(&self, id: InputId) -> bool {
        !matches!(id, InputId::Own(..)) && self.inputs.get(id) != self.preset_value(id)
    }

    /// The value that an input goes back to. All others are in the scenario's
    /// prices; the price year is the preset's own.
    pub fn preset_value(&self, id: InputId) -> f64 {
        match id {
            InputId::General(General::Prijspeil) => f64::from(self.scenario().base.year()),
            _ => self.base.get(id),
        }
    }

    /// Everything that differs from the preset; every own line is one.
    pub fn changed(&self) -> Vec<Change> {
        changes::changes(self.scenario(), &self.inputs, &self.base)
    }

    /// How many things differ from the preset.
    pub fn changes(&self) -> usize {
        self.changed().len()
    }

    /// Shows another workspace: everything that follows from it is made anew.
    pub(crate) fn show(&mut self, workspace: Rc<Workspace>) {
        let scenario = &workspace.scenarios[workspace.shown];
        let inputs = scenario.inputs();
        let (outcome, marks) = (evaluate(&inputs), lazy::marks(scenario));
        self.firm = Rc::new(evidence_summary(&inputs, &outcome, &marks));
        self.outcome = Rc::new(outcome);
        self.base = Rc::new(scenario.base_inputs());
        self.marks = Rc::new(marks);
        self.inputs = Rc::new(inputs);
        self.workspace = workspace;
        self.changed += 1;
    }

    /// Whether an action that comes often, such as leaving a field, changes
    /// nothing.
    pub(crate) fn is_idle(&self, action: &Action) -> bool {
        match action {
            Action::Leave(id) => self.editing.is_none() && !self.drafts.contains_key(id),
            Action::Left => self.editing.is_none(),
            Action::Show(view) => self.view == *view,
            Action::Dismiss => self.notice.is_none(),
            _ => false,
        }
    }

    /// How the field of an input shows its number.
    pub fn style(id: InputId) -> Style {
        use crate::model::Unit;
        match id.definition().unit {
            Unit::Share => Style::Percent,
            Unit::Year => Style::Year,
            _ => Style::Plain,
        }
    }
}

impl Reducible for State {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        if self.is_idle(&action) {
            return self;
        }
        let mut next = (*self).clone();
        next.revision += 1;
        next.act(action);
        Rc::new_cyclic(|me| {
            next.me = me.clone();
            next
        })
    }
}
