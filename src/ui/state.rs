//! The state of the page, in slices, and its one reducer.
//!
//! # Design
//! A slice holds data; the reducer of a slice's actions is a method of the
//! whole [`State`], since an action of one slice may change another: a file
//! that is opened changes the scenarios, clears texts and shows a notice. State
//! that only one feature needs is in that feature's `state.rs`.
//!
//! A text that is not valid stays in its field, with the problem, and neither the
//! scenario nor its outcome changes.

pub mod action;
pub mod editing;
mod fields;
mod history;
pub(crate) mod input_text;
mod input_values;
pub(crate) mod price_conversion;
pub mod simulation;
pub mod storage;
pub mod view;
pub mod workspace;

use crate::model::{InputId, Preset, Unit};
use crate::number::Style;
use crate::scenario::Scenario;
use crate::scenario::link::Address;
use crate::scenario::workspace::ScenarioFile;
use crate::text::{Text, catalogue};
use crate::ui::features::certainty::state::ANALYSIS;
use crate::ui::lazy::{SERVICES, reduce};
use crate::ui::routes::{FORMER_UNCERTAINTY, Route};
use crate::uncertainty::SimulatedFigure;
pub use action::{Action, EditingAction, SimulationAction, StorageAction, ViewAction, WorkspaceAction};
use editing::EditingState;
pub use editing::{ChangeOrigin, Draft, FieldId, ScaleOffer};
pub use price_conversion::PriceOffer;
use simulation::SimulationState;
use std::rc::Rc;
use storage::StorageState;
use view::ViewState;
pub use view::{FocusRequest, Notice};
pub use workspace::Workspace;
use workspace::WorkspaceState;
use yew::Reducible;

/// Everything that the page shows is drawn from this state.
#[derive(Clone, Debug)]
pub struct State {
    /// The scenarios, the outcome of the one that is shown, and undo.
    pub workspace: WorkspaceState,
    /// Texts that are being typed.
    pub editing: EditingState,
    /// Answers of the simulation.
    pub simulation: SimulationState,
    /// Whether the browser saves the scenarios, and why not.
    pub storage: StorageState,
    /// Which view is shown, and what is open in it.
    pub view: ViewState,
    /// The number of actions that were applied so far.
    pub(crate) revision: u32,
    /// The number of those actions that changed only the results of the
    /// simulation.
    pub(crate) simulation_revision: u32,
}

/// Two states of one page are equal if no action was applied in between.
/// Comparing all of their data would be slow.
impl PartialEq for State {
    fn eq(&self, other: &State) -> bool {
        self.revision == other.revision
    }
}

impl State {
    /// Returns the state of a page that opens with this view and scenario.
    pub fn new(route: Route, scenario: Scenario) -> State {
        State {
            workspace: WorkspaceState::new(scenario),
            editing: EditingState::default(),
            simulation: SimulationState::default(),
            storage: StorageState::default(),
            view: ViewState::new(route),
            revision: 0,
            simulation_revision: 0,
        }
    }

    /// Returns the state for an address. Without a scenario in it the page opens
    /// with the brochure's values; with an invalid one too, and with a notice.
    pub fn from_address(address: &Address) -> State {
        let route = Route::from_id(&address.view).unwrap_or(Route::Centre);
        let mut state = State::new(route, Scenario::new(Preset::Brochure));
        match address.content.clone() {
            None => {}
            Some(Ok(ScenarioFile::One(scenario))) => state.workspace = WorkspaceState::new(scenario),
            Some(Ok(ScenarioFile::Workspace(workspace))) => state.workspace.replace(Rc::new(workspace)),
            Some(Err(problem)) => state.refuse_link(problem),
        }
        state.view.conversions = address.conversions.clone();
        state.unfold_for(&address.view);
        state
    }

    /// Unfolds the group that has what an address of an earlier version leads to, given the view
    /// in the address.
    pub fn unfold_for(&mut self, view: &str) {
        if view == FORMER_UNCERTAINTY {
            self.view.open_tables.push(ANALYSIS.to_owned());
        }
    }

    /// Returns whether this page is the static shell: rendered at build time, to
    /// be read before the program runs or without it. Always false in a browser.
    pub fn is_shell(&self) -> bool {
        cfg!(not(target_arch = "wasm32")) && self.view.shell
    }

    /// Returns the figure whose distribution is shown: the saldo of the perspective, until a
    /// person chooses another.
    pub fn distribution(&self) -> SimulatedFigure {
        self.view.distribution.unwrap_or_else(|| SimulatedFigure::saldo(self.workspace.inputs.perspective))
    }

    /// Returns all texts of the page in its language.
    pub fn text(&self) -> &'static Text {
        catalogue()
    }

    /// Returns the scenario that is shown.
    pub fn scenario(&self) -> &Scenario {
        self.workspace.scenario()
    }

    /// Returns how the field of an input writes its number.
    pub fn input_style(id: InputId) -> Style {
        match id.definition().unit {
            Unit::Share => Style::Percent,
            Unit::Year => Style::Year,
            Unit::Persons
            | Unit::Inhabitants
            | Unit::Fte
            | Unit::Euro
            | Unit::EuroPer
            | Unit::Years
            | Unit::Count => Style::Plain,
        }
    }

    /// Applies an action.
    pub fn apply(&mut self, action: Action) {
        // Most texts that are saved change nothing that is drawn.
        if !matches!(action, Action::Storage(StorageAction::RecordSaved(_))) {
            self.revision += 1;
        }
        let notice = self.view.notice.clone().filter(Notice::can_be_undone);
        let shown = (self.workspace.revision, self.view.route);
        match action {
            Action::Workspace(action) => self.reduce_workspace(action),
            Action::Editing(action) => self.reduce_editing(action),
            Action::Simulation(action) => reduce(|feature| (feature.simulation)(self, action)),
            Action::Storage(action) => {
                if let Some(services) = SERVICES.get() {
                    (services.storage.reduce)(self, action);
                }
            }
            Action::View(action) => self.reduce_view(action),
        }
        // A notice about a step speaks once: after the next change its button would take back
        // that change, and in another view it is about nothing that is seen.
        let is_outdated = shown != (self.workspace.revision, self.view.route);
        if is_outdated && notice.is_some() && notice == self.view.notice {
            self.view.notice = None;
        }
        // What was copied is no longer what is shown.
        if is_outdated {
            self.view.command_status = None;
        }
        self.drop_outdated_remarks();
    }

    /// Returns whether an action would change nothing, so that the page need not be
    /// drawn again. Recognizes only the frequent ones, such as leaving a field.
    fn ignores(&self, action: &Action) -> bool {
        match action {
            Action::Editing(EditingAction::Leave(field)) => {
                self.editing.open_step.is_none() && !self.has_draft(*field)
            }
            Action::View(ViewAction::Show(route)) => self.view.route == *route,
            Action::View(ViewAction::CloseNotice) => self.view.notice.is_none(),
            Action::View(ViewAction::EndLoadingFailure) => !self.view.loading_failed,
            Action::Workspace(_)
            | Action::Editing(EditingAction::Type(..) | EditingAction::Slide(..))
            | Action::Simulation(_)
            | Action::Storage(_)
            | Action::View(_) => false,
        }
    }

    fn reduce_workspace(&mut self, action: WorkspaceAction) {
        match action {
            WorkspaceAction::Undo => self.undo(),
            WorkspaceAction::Redo => self.redo(),
            WorkspaceAction::Reset(id) => self.reset_input(id),
            WorkspaceAction::Revert(change) => reduce(|feature| (feature.revert)(self, change)),
            WorkspaceAction::ResetAll => {
                self.replace_figures(self.preset_scenario(self.scenario().base));
                self.view.notice = Some(Notice::Reset);
            }
            WorkspaceAction::StartOver => {
                self.replace_figures(Scenario::new(Preset::Brochure));
                self.view.notice = Some(Notice::StartedOver);
            }
            WorkspaceAction::ChoosePreset(preset) => {
                self.choose_preset(preset);
            }
            WorkspaceAction::SetCostBasis(basis) => self.set_cost_basis(basis),
            WorkspaceAction::SetPhase(phase) => self.set_phase(phase),
            WorkspaceAction::SetPerspective(perspective) => self.set_perspective(perspective),
            WorkspaceAction::SetCounted(line, counted) => self.set_counted(line, counted),
            WorkspaceAction::ScaleSavings => self.scale_savings(),
            WorkspaceAction::ConvertPrices => self.convert_prices(),
            WorkspaceAction::SetToBreakEven(id) => reduce(|feature| (feature.set_to_break_even)(self, id)),
            WorkspaceAction::ApplyGoal => reduce(|feature| (feature.apply_goal)(self)),
            WorkspaceAction::SetUserSource(id, source) => {
                reduce(|feature| (feature.set_user_source)(self, id, source, false));
            }
            WorkspaceAction::SetRangeShape(id, shape) => {
                reduce(|feature| (feature.set_shape)(self, id, shape));
            }
            WorkspaceAction::ResetRange(id) => reduce(|feature| (feature.reset_range)(self, id)),
            WorkspaceAction::SetPmDraws(pm) => self.set_pm_draws(pm),
            WorkspaceAction::SetDeterministicOnly(on) => {
                reduce(|feature| (feature.set_deterministic_only)(self, on));
            }
            WorkspaceAction::OpenFile(text) => {
                if let Some(services) = SERVICES.get() {
                    (services.storage.open_file)(self, &text);
                }
            }
            WorkspaceAction::OpenLink(fragment) => {
                if let Some(services) = SERVICES.get() {
                    (services.storage.open_link)(self, &fragment);
                }
            }
            WorkspaceAction::Centre(action) => reduce(|feature| (feature.centre)(self, action)),
            WorkspaceAction::OwnLine(action) => reduce(|feature| (feature.own_line)(self, action)),
            WorkspaceAction::Scenario(action) => reduce(|feature| (feature.scenario)(self, action)),
            WorkspaceAction::Financing(action) => reduce(|feature| (feature.financing)(self, action)),
            WorkspaceAction::Network(action) => reduce(|feature| (feature.network)(self, action)),
            WorkspaceAction::Helper(action) => reduce(|feature| (feature.helper)(self, action)),
            WorkspaceAction::BuildingBlock(action) => {
                reduce(|feature| (feature.building_block)(self, action));
            }
            WorkspaceAction::WhatIf(change) => reduce(|feature| (feature.apply_what_if)(self, change)),
        }
    }

    /// Ends what the page says about a failure of loading, once lazy features are
    /// loaded, and has what was not saved meanwhile be saved.
    fn end_loading_failure(&mut self) {
        self.view.loading_failed = false;
        self.view.command_status = None;
        self.simulation.refresh_count += 1;
        if self.view.notice == Some(Notice::LoadingFailed) {
            self.view.notice = None;
        }
    }

    fn reduce_view(&mut self, action: ViewAction) {
        match action {
            ViewAction::Show(route) => self.view.show(route),
            ViewAction::FollowAddress(route) => {
                self.view.show(route);
                // The browser changed the address, so that it lacks the scenario that
                // is shown: this has it written again.
                self.simulation.refresh_count += 1;
            }
            ViewAction::CloseNotice => self.view.notice = None,
            ViewAction::CloseConversions => self.close_conversions(),
            ViewAction::Focus(request) => self.view.request_focus(request),
            ViewAction::SetCommandStatus(status) => self.view.command_status = status,
            ViewAction::EndLoadingFailure => self.end_loading_failure(),
            ViewAction::ReportLoadingFailure => {
                self.view.loading_failed = true;
                self.view.notice = Some(Notice::LoadingFailed);
            }
            ViewAction::ChooseBreakEven(id) => self.view.break_even_input = id,
            ViewAction::ChooseDistribution(figure) => self.view.distribution = Some(figure),
            ViewAction::ChooseLinkContent(content) => {
                self.view.link_content = content;
                // It was about the link of before.
                self.view.command_status = None;
            }
            ViewAction::OpenHelper(id) => self.view.open_helper = id,
            ViewAction::OpenTable(id) => {
                if !self.view.open_tables.contains(&id) {
                    self.view.open_tables.push(id);
                }
            }
            ViewAction::Explain(action) => self.reduce_explain(action),
            ViewAction::Sources(action) => self.reduce_sources(action),
            ViewAction::Comparison(action) => self.reduce_comparison(action),
            ViewAction::Goal(action) => self.reduce_goal(action),
            ViewAction::WhatIf(action) => reduce(|feature| (feature.what_if)(self, action)),
        }
    }
}

/// The state behind a pointer, as Yew's reducer holds it and views share it.
#[derive(Clone, PartialEq)]
pub struct SharedState(pub Rc<State>);

impl Reducible for SharedState {
    type Action = Action;

    fn reduce(self: Rc<Self>, action: Action) -> Rc<Self> {
        if self.0.ignores(&action) {
            return self;
        }
        let mut next = (*self.0).clone();
        next.apply(action);
        Rc::new(SharedState(Rc::new(next)))
    }
}
