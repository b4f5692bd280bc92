//! Actions: everything that can change the state, one enum for each slice.
//!
//! Every match on these enums names all variants, so an action that is added
//! does not compile until each place handles it.

use crate::model::{CostBasis, InputId, Line, Preset, Shape};
use crate::scenario::changes::Change;
use crate::ui::features::building_blocks::state::BuildingBlockAction;
use crate::ui::features::certainty::state::{IdleStage, Refusal};
use crate::ui::features::explain::state::ExplainAction;
use crate::ui::features::financing::state::FinancingAction;
use crate::ui::features::network::state::NetworkAction;
use crate::ui::features::own_lines::state::OwnLineAction;
use crate::ui::features::scenarios::state::{ComparisonAction, ScenarioAction};
use crate::ui::features::sources::state::SourcesAction;
use crate::ui::features::storage::state::StorageBlocker;
use crate::ui::features::worksheet::goal_state::GoalAction;
use crate::ui::routes::Route;
use crate::ui::state::editing::FieldId;
use crate::ui::state::view::FocusRequest;
use crate::uncertainty::{SimulatedFigure, SimulationSummary, Spread};
use std::rc::Rc;

/// A change of the state, by the slice that it belongs to.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Changes the scenarios; can be undone.
    Workspace(WorkspaceAction),
    /// Changes what is being typed.
    Editing(EditingAction),
    /// Brings what the simulation answered.
    Simulation(SimulationAction),
    /// Brings what the browser's storage holds, or says that it cannot.
    Storage(StorageAction),
    /// Changes what is shown, and no scenario.
    View(ViewAction),
}

/// A change of the scenarios and of everything that is saved with them.
#[derive(Clone, Debug, PartialEq)]
pub enum WorkspaceAction {
    /// Undoes the last step.
    Undo,
    /// Redoes the step that was undone last.
    Redo,
    /// Sets an input to the preset's value.
    Reset(InputId),
    /// Undoes one difference from the preset.
    Revert(Change),
    /// Sets everything to the preset's values.
    ResetAll,
    /// Starts afresh with the brochure's values, without a name or notes.
    StartOver,
    /// Sets everything to the values of another preset.
    ChoosePreset(Preset),
    /// Chooses how costs are calculated.
    SetCostBasis(CostBasis),
    /// Counts a savings line, or makes it p.m.
    SetCounted(Line, bool),
    /// Scales the quantities of all savings along with the visitors.
    ScaleSavings,
    /// Sets an input to the value at which the saldo is zero.
    SetToBreakEven(InputId),
    /// Sets an input to the value that the goal seek found.
    ApplyGoal,
    /// Marks an input as the user's own figure with its source, which may be
    /// empty; or removes the mark.
    SetUserSource(InputId, Option<String>),
    /// Sets the shape of an input's range.
    SetRangeShape(InputId, Shape),
    /// Sets the range of an input to the default one.
    ResetRange(InputId),
    /// Shows results without uncertainty, or with it.
    SetPointOnly(bool),
    /// Reads the text of a file that was opened.
    OpenFile(String),
    /// Reads the scenario of an address that was opened.
    OpenLink(String),
    /// Changes the user's own lines.
    OwnLine(OwnLineAction),
    /// Changes the list of scenarios.
    Scenario(ScenarioAction),
    /// Changes the dekkingsplan.
    Financing(FinancingAction),
    /// Changes the network of initiatives.
    Network(NetworkAction),
    /// Changes the bouwstenen that the initiative offers.
    BuildingBlock(BuildingBlockAction),
}

/// A change of what is being typed.
#[derive(Clone, Debug, PartialEq)]
pub enum EditingAction {
    /// Brings the text of a field after it changed.
    Type(FieldId, String),
    /// Brings the value that a slider was moved to.
    Slide(FieldId, f64),
    /// Tidies a field that was left.
    Leave(FieldId),
}

/// An answer of the simulation.
#[derive(Clone, Debug, PartialEq)]
pub enum SimulationAction {
    /// Brings results of a simulation.
    Receive(Rc<SimulationSummary>),
    /// Says that the question with this number cannot be answered.
    Refuse(u32, Refusal),
    /// Says that no question followed the one with this number for a while.
    Rest(u32, IdleStage),
    /// Brings the spread of scenarios, by their figures as JSON; none where
    /// that could not be simulated.
    ReceiveSpreads(Vec<(String, Option<Spread>)>),
}

/// News of the browser's storage.
#[derive(Clone, Debug, PartialEq)]
pub enum StorageAction {
    /// Brings what another window saved, or that it erased everything.
    AdoptOtherWindow(Option<String>),
    /// Brings what another window saved meanwhile; both remain.
    MergeOtherWindow(String),
    /// Says that saving went well, or what stands in the way.
    SetBlocker(Option<StorageBlocker>),
    /// Says how many unreadable texts are in quarantine; none is in the way.
    SetQuarantined(usize),
    /// Says that everything that the browser saved is erased.
    Erase,
}

/// A change of what is shown.
#[derive(Clone, Debug, PartialEq)]
pub enum ViewAction {
    /// Shows a view.
    Show(Route),
    /// Shows the view of an address that changed.
    FollowAddress(Route),
    /// Closes the notice.
    CloseNotice,
    /// Moves the focus, after everything before this is drawn.
    Focus(FocusRequest),
    /// Says whether the browser did what it was asked for the element with
    /// this id; none while it is being asked.
    SetCommandStatus(Option<(String, bool)>),
    /// Draws again, after a lazy feature was loaded or could not be.
    UpdateLoading,
    /// Chooses the input whose break-even is shown.
    ChooseBreakEven(InputId),
    /// Chooses the figure whose distribution is shown.
    ChooseDistribution(SimulatedFigure),
    /// Draws the data of the picture with this id, which was opened.
    OpenTable(String),
    /// Opens and closes explanations of figures.
    Explain(ExplainAction),
    /// Opens and reads the sources.
    Sources(SourcesAction),
    /// Chooses what the comparison shows.
    Comparison(ComparisonAction),
    /// Chooses what the goal seek looks for.
    Goal(GoalAction),
}

/// Wraps the actions of a slice in [`Action`].
macro_rules! wrap {
    ($($slice:ident($inner:ident)),* $(,)?) => {$(
        impl From<$inner> for Action {
            fn from(action: $inner) -> Action {
                Action::$slice(action)
            }
        }
    )*};
}

wrap! {
    Workspace(WorkspaceAction),
    Editing(EditingAction),
    Simulation(SimulationAction),
    Storage(StorageAction),
    View(ViewAction),
}

/// Wraps the actions of a feature in those of its slice.
macro_rules! wrap_feature {
    ($($slice:ident: $wrapper:ident::$variant:ident($inner:ident)),* $(,)?) => {$(
        impl From<$inner> for Action {
            fn from(action: $inner) -> Action {
                Action::$slice($wrapper::$variant(action))
            }
        }
    )*};
}

wrap_feature! {
    Workspace: WorkspaceAction::OwnLine(OwnLineAction),
    Workspace: WorkspaceAction::Scenario(ScenarioAction),
    Workspace: WorkspaceAction::Financing(FinancingAction),
    Workspace: WorkspaceAction::Network(NetworkAction),
    Workspace: WorkspaceAction::BuildingBlock(BuildingBlockAction),
    View: ViewAction::Explain(ExplainAction),
    View: ViewAction::Sources(SourcesAction),
    View: ViewAction::Comparison(ComparisonAction),
    View: ViewAction::Goal(GoalAction),
}
