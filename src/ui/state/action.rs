//! Actions: all changes of the state, one enum for each slice.
//!
//! The reducers and `focus_after` name all variants of these enums, so an action that is
//! added does not compile until each of them handles it.

use crate::model::simulation::PmDraws;
use crate::model::{CostBasis, InputId, Line, Perspective, Phase, Preset, Shape};
use crate::scenario::changes::Change;
use crate::ui::features::building_blocks::state::BuildingBlockAction;
use crate::ui::features::centre::state::CentreAction;
use crate::ui::features::certainty::state::{IdleStage, NoResultsReason};
use crate::ui::features::explain::state::ExplainAction;
use crate::ui::features::financing::state::FinancingAction;
use crate::ui::features::helpers::state::HelperAction;
use crate::ui::features::network::state::NetworkAction;
use crate::ui::features::own_lines::state::OwnLineAction;
use crate::ui::features::scenarios::state::{ComparisonAction, ScenarioAction};
use crate::ui::features::share::state::LinkContent;
use crate::ui::features::sources::state::SourcesAction;
use crate::ui::features::storage::state::StorageBlocker;
use crate::ui::features::storage::versions::WrittenVersion;
use crate::ui::features::what_if::state::{WhatIfAction, WhatIfChange};
use crate::ui::features::worksheet::goal_state::GoalAction;
use crate::ui::routes::Route;
use crate::ui::state::editing::FieldId;
use crate::ui::state::view::FocusRequest;
use crate::uncertainty::{SimulatedFigure, SimulationSummary, Spread};
use std::rc::Rc;

/// A change of the state, by the slice that mainly changes.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// Changes the scenarios; can be undone.
    Workspace(WorkspaceAction),
    /// Changes the text or the slider of a field.
    Editing(EditingAction),
    /// Brings an answer of the simulation.
    Simulation(SimulationAction),
    /// Brings news of the browser's storage, such as that saving failed.
    Storage(StorageAction),
    /// Changes what the page shows, without changing a scenario.
    View(ViewAction),
}

/// A change of the scenarios or of data that is saved with them; can be undone.
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
    /// Replaces everything by the brochure's values, without a name or notes.
    StartOver,
    /// Sets everything to the values of another preset.
    ChoosePreset(Preset),
    /// Chooses how costs are calculated.
    SetCostBasis(CostBasis),
    /// Sets the phase of the initiative.
    SetPhase(Phase),
    /// Sets whose saldo is put in front.
    SetPerspective(Perspective),
    /// Counts a savings line (true), or makes it p.m. (false).
    SetCounted(Line, bool),
    /// Scales the quantities of all savings in proportion to the visitors.
    ScaleSavings,
    /// Converts the user's amounts to the new price year, as the page offers.
    ConvertPrices,
    /// Sets an input to the value at which the saldo is zero.
    SetToBreakEven(InputId),
    /// Sets the input of the goal seek to the value that it found.
    ApplyGoal,
    /// Marks an input's value as the user's own figure, with its source, which may
    /// be empty; with `None`, removes the mark.
    SetUserSource(InputId, Option<String>),
    /// Sets the shape of an input's range.
    SetRangeShape(InputId, Shape),
    /// Sets the range of an input to its default.
    ResetRange(InputId),
    /// Shows results without uncertainty (true), or with it (false).
    SetDeterministicOnly(bool),
    /// Sets whether p.m. lines take part in the draws.
    SetPmDraws(PmDraws),
    /// Opens a file of one or more scenarios, given its text.
    OpenFile(String),
    /// Opens the scenario in an address, given the address after the `#`.
    OpenLink(String),
    /// Changes an answer to a question about the user's own centre.
    Centre(CentreAction),
    /// Changes the user's own lines.
    OwnLine(OwnLineAction),
    /// Changes the list of scenarios.
    Scenario(ScenarioAction),
    /// Changes the dekkingsplan.
    Financing(FinancingAction),
    /// Changes the network of initiatives.
    Network(NetworkAction),
    /// Answers a question of a helper, or fills in what a helper or a reference price gives.
    Helper(HelperAction),
    /// Changes which bouwstenen the initiative offers.
    BuildingBlock(BuildingBlockAction),
    /// Keeps the case of a councillor's question.
    WhatIf(WhatIfChange),
}

/// A change of the text or the slider of a field.
#[derive(Clone, Debug, PartialEq)]
pub enum EditingAction {
    /// Applies the text of a field after it changed.
    Type(FieldId, String),
    /// Applies the value of a slider after it moved.
    Slide(FieldId, f64),
    /// Ends the changes of a field that was left: its value is shown in the usual
    /// notation.
    Leave(FieldId),
}

/// An answer of the simulation, or the time that has passed since.
#[derive(Clone, Debug, PartialEq)]
pub enum SimulationAction {
    /// Brings the results of a simulation.
    Receive(Rc<SimulationSummary>),
    /// Reports that the request with this number has no results, and why.
    ReportNoResults(u32, NoResultsReason),
    /// Reports that no request followed the one with this number for so long that
    /// the charts and tables of this stage are drawn now.
    EnterIdleStage(u32, IdleStage),
    /// Brings the spread of the saldo of scenarios, each with the scenario's inputs
    /// as JSON; `None` where a scenario could not be simulated.
    ReceiveSpreads(Vec<(String, Option<Spread>)>),
    /// Asks the simulation again, after it gave no results.
    AskAgain,
}

/// News of the browser's storage.
#[derive(Clone, Debug, PartialEq)]
pub enum StorageAction {
    /// Begins to save, in a page that was opened with the brochure before it could: with the
    /// id of this window.
    Begin(String),
    /// Brings the text that another window saved, whose changes are merged with those
    /// of this one; `None` if it erased everything.
    Receive(Option<String>),
    /// Reports that a text was saved, and read back. Nothing is drawn again, unless the
    /// number of saved scenarios changed.
    RecordSaved(WrittenVersion),
    /// Reports that the stored text was removed, since this window has no work to save.
    Forget,
    /// Closes the warning that scenarios are not saved.
    CloseWarning,
    /// Reports why nothing can be saved; `None` if saving succeeded.
    SetBlocker(Option<StorageBlocker>),
    /// Reports that an unreadable saved text was moved to quarantine, and the number
    /// of texts in quarantine. After that, scenarios can be saved again.
    SetQuarantined(usize),
    /// Reports that the browser's storage is erased.
    Erase,
}

/// A change of what the page shows; nothing of it is saved or undone.
#[derive(Clone, Debug, PartialEq)]
pub enum ViewAction {
    /// Shows a view.
    Show(Route),
    /// Shows the view of an address that changed.
    FollowAddress(Route),
    /// Closes the notice.
    CloseNotice,
    /// Closes the notice about scenarios of version 1 of the model.
    CloseConversions,
    /// Moves the focus, after the page is drawn with all earlier actions.
    Focus(FocusRequest),
    /// Reports whether a command to the browser succeeded, with the id of the
    /// element that it was given for; `None` while the command runs.
    SetCommandStatus(Option<(String, bool)>),
    /// Ends the report that loading failed, after it succeeded.
    EndLoadingFailure,
    /// Reports that lazy features could not be loaded when a person needed them.
    ReportLoadingFailure,
    /// Chooses the input whose break-even is shown.
    ChooseBreakEven(InputId),
    /// Chooses the figure whose distribution is shown.
    ChooseDistribution(SimulatedFigure),
    /// Chooses what the link holds that the view to share scenarios offers.
    ChooseLinkContent(LinkContent),
    /// Opens the helper beside the field of this input; with `None`, closes the one that is
    /// open.
    OpenHelper(Option<InputId>),
    /// Draws the data table of the chart with this id, after a person opened it.
    OpenTable(String),
    /// Opens or closes the explanation of a figure.
    Explain(ExplainAction),
    /// Opens an explanation of an input, or reads the file of sources.
    Sources(SourcesAction),
    /// Chooses what the comparison of scenarios shows.
    Comparison(ComparisonAction),
    /// Changes the question of the goal seek.
    Goal(GoalAction),
    /// Shows a councillor's question, or sets something in it.
    WhatIf(WhatIfAction),
}

/// Implements `From` a slice's actions for [`Action`].
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

/// Implements `From` a feature's actions for [`Action`], through the variant of
/// its slice that holds them.
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
    Workspace: WorkspaceAction::Centre(CentreAction),
    Workspace: WorkspaceAction::OwnLine(OwnLineAction),
    Workspace: WorkspaceAction::Scenario(ScenarioAction),
    Workspace: WorkspaceAction::Financing(FinancingAction),
    Workspace: WorkspaceAction::Network(NetworkAction),
    Workspace: WorkspaceAction::Helper(HelperAction),
    Workspace: WorkspaceAction::BuildingBlock(BuildingBlockAction),
    Workspace: WorkspaceAction::WhatIf(WhatIfChange),
    View: ViewAction::Explain(ExplainAction),
    View: ViewAction::Sources(SourcesAction),
    View: ViewAction::Comparison(ComparisonAction),
    View: ViewAction::Goal(GoalAction),
    View: ViewAction::WhatIf(WhatIfAction),
}
