//! Features of the page, one folder each: its views, its state with the actions that
//! change it, and the texts that only this feature shows. Other texts are in
//! `src/text`.

pub mod building_blocks;
pub mod centre;
pub mod certainty;
pub mod changes;
pub mod charts;
pub mod checks;
pub mod compare;
pub mod embed;
pub mod evidence;
pub mod explain;
pub mod financing;
pub mod helpers;
pub mod inputs;
pub mod network;
pub mod own_lines;
pub mod scenarios;
pub mod share;
pub mod sources;
pub mod storage;
pub mod what_if;
pub mod worksheet;

use crate::ui::commands::CONTENT;
use crate::ui::state::{Action, FocusRequest, State, ViewAction, WorkspaceAction};

/// Returns where the focus goes after an action that removes or moves the
/// button that was pressed; `None` where that button remains as it is. `state` is the
/// state before the action.
pub fn focus_after(state: &State, action: &Action) -> Option<FocusRequest> {
    match action {
        Action::Workspace(action) => focus_after_workspace(state, action),
        // The controls of these actions stay where they are.
        Action::Editing(_) | Action::Simulation(_) | Action::Storage(_) => None,
        Action::View(action) => focus_after_view(state, action),
    }
}

fn focus_after_view(state: &State, action: &ViewAction) -> Option<FocusRequest> {
    match action {
        // `explain::move_focus` moves the focus into an explanation and back.
        ViewAction::Explain(_)
        | ViewAction::Show(_)
        | ViewAction::FollowAddress(_)
        | ViewAction::Focus(_)
        | ViewAction::SetCommandStatus(_)
        | ViewAction::EndLoadingFailure
        | ViewAction::ReportLoadingFailure
        | ViewAction::ChooseBreakEven(_)
        | ViewAction::ChooseDistribution(_)
        | ViewAction::ChooseLinkContent(_)
        | ViewAction::OpenTable(_)
        | ViewAction::Sources(_)
        | ViewAction::Comparison(_)
        | ViewAction::WhatIf(_)
        | ViewAction::Goal(_) => None,
        ViewAction::OpenHelper(id) => helpers::view::focus_after(state, *id),
        ViewAction::CloseNotice | ViewAction::CloseConversions => {
            Some(FocusRequest::Element(CONTENT.to_owned()))
        }
    }
}

fn focus_after_workspace(state: &State, action: &WorkspaceAction) -> Option<FocusRequest> {
    match action {
        WorkspaceAction::Centre(action) => centre::state::focus_after(state, action),
        WorkspaceAction::OwnLine(action) => own_lines::view::focus_after(state, action),
        WorkspaceAction::Scenario(action) => scenarios::view::focus_after(state, action),
        WorkspaceAction::Financing(action) => financing::editor::focus_after(state, action),
        WorkspaceAction::SetUserSource(id, source) => {
            Some(evidence::view::focus_after(state, *id, source.is_some()))
        }
        WorkspaceAction::Revert(_) => Some(FocusRequest::Element(changes::view::LIST.to_owned())),
        WorkspaceAction::Undo
        | WorkspaceAction::Redo
        | WorkspaceAction::Reset(_)
        | WorkspaceAction::ResetAll
        | WorkspaceAction::StartOver
        | WorkspaceAction::ChoosePreset(_)
        | WorkspaceAction::SetCostBasis(_)
        | WorkspaceAction::SetPhase(_)
        | WorkspaceAction::SetPerspective(_)
        | WorkspaceAction::SetCounted(..)
        | WorkspaceAction::ScaleSavings
        | WorkspaceAction::ConvertPrices
        | WorkspaceAction::SetToBreakEven(_)
        | WorkspaceAction::ApplyGoal
        | WorkspaceAction::SetRangeShape(..)
        | WorkspaceAction::ResetRange(_)
        | WorkspaceAction::SetDeterministicOnly(_)
        | WorkspaceAction::SetPmDraws(_)
        | WorkspaceAction::OpenFile(_)
        | WorkspaceAction::OpenLink(_)
        | WorkspaceAction::Network(_)
        | WorkspaceAction::Helper(_)
        | WorkspaceAction::WhatIf(_)
        | WorkspaceAction::BuildingBlock(_) => None,
    }
}
