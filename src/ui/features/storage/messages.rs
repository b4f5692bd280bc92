//! The words of messages about the list of scenarios and about saving it, for the
//! notice at the top of the page, the list, and the view to share scenarios.

use crate::model::{Issue, Problem};
use crate::scenario::link::LinkProblem;
use crate::scenario::version_1::Conversion;
use crate::scenario::workspace::MAX_SCENARIOS;
use crate::ui::commands::Command;
use crate::ui::components::element::{button, classed, div, p};
use crate::ui::components::figure::{name_in, sentence_in};
use crate::ui::context::PageContext;
use crate::ui::features::scenarios::messages::{ConflictWords, ScenarioMessage, ScenarioProblem};
use crate::ui::features::storage::persistence;
use crate::ui::features::storage::state::StorageBlocker;
use crate::ui::state::{Notice, State, StorageAction};
use yew::prelude::*;

/// Draws a message about the list of scenarios.
pub fn message(ctx: &PageContext, message: &ScenarioMessage) -> Html {
    let words = ctx.text().workspace();
    match message {
        ScenarioMessage::Restored => name_in("p", "", words.restored),
        ScenarioMessage::LinkAdded(name) => sentence_in("p", "", (words.link_opened)(name)),
        ScenarioMessage::AllOfLinkAdded(count) => sentence_in("p", "", (words.several_linked)(*count)),
        ScenarioMessage::FileOpened(count) => sentence_in("p", "", (words.several_opened)(*count)),
        ScenarioMessage::Added { added, shown } => sentence_in("p", "", (words.added)(added, shown)),
        ScenarioMessage::WhatIfTakenOver => name_in("p", "", words.what_if_taken_over),
        ScenarioMessage::Removed(name) => sentence_in("p", "", (words.removed)(name)),
        ScenarioMessage::InvalidTextDropped(name) => {
            sentence_in("p", "", (words.invalid_input_dropped)(name))
        }
        ScenarioMessage::ChangedElsewhere => name_in("p", "", words.changed_elsewhere),
        ScenarioMessage::Merged => name_in("p", "", words.merged_elsewhere),
        ScenarioMessage::Erased => name_in("p", "", words.erased),
    }
}

/// Draws a problem with the list of scenarios or with saving it, with buttons that
/// help to solve it.
pub fn problem(ctx: &PageContext, problem: &ScenarioProblem) -> Vec<Html> {
    let words = ctx.text().workspace();
    match problem {
        ScenarioProblem::SavedUnreadable(problem) => {
            let mut content = match problem {
                LinkProblem::Damaged => vec![name_in("p", "", words.stored_damaged)],
                LinkProblem::Newer => vec![name_in("p", "", words.stored_newer)],
                LinkProblem::Invalid(issues) => {
                    vec![name_in("p", "", words.stored_invalid), issue_list(ctx, issues)]
                }
            };
            content.extend(quarantine(ctx));
            content
        }
        ScenarioProblem::TooManyScenarios(count) => {
            vec![sentence_in("p", "", (words.too_many_scenarios)(*count, MAX_SCENARIOS))]
        }
        ScenarioProblem::LinkShownUnsaved => {
            vec![
                sentence_in("p", "", (words.link_not_stored)(MAX_SCENARIOS)),
                div("buttons", vec![show_saved(ctx)]),
            ]
        }
        ScenarioProblem::NoRoomToMerge(count) => {
            vec![sentence_in("p", "", (words.merge_too_large)(*count, MAX_SCENARIOS))]
        }
        ScenarioProblem::SavedByNewer => vec![name_in("p", "", words.newer_elsewhere)],
        ScenarioProblem::ErasedElsewhere => vec![name_in("p", "", words.erased_elsewhere)],
        ScenarioProblem::Conflicted(conflicts) => {
            let item = |conflict: &ConflictWords| {
                let ConflictWords { scenario, field, taken, dropped, .. } = conflict;
                sentence_in("li", "", (words.conflict)(scenario, field, taken, dropped))
            };
            let items = conflicts.iter().take(10).map(item).collect();
            vec![name_in("p", "", words.conflict_intro), classed("ul", "", items)]
        }
    }
}

/// Draws the warning that scenarios are not saved, with a button that saves them all as a
/// file; empty while they are saved.
pub fn warning(ctx: &PageContext) -> Html {
    if !ctx.warns_of_unsaved_work() {
        return Html::default();
    }
    let words = ctx.text().workspace();
    let reason = match ctx.storage.blocker {
        Some(StorageBlocker::Full) => words.storage_full_notice,
        _ => words.storage_blocked_notice,
    };
    let all = persistence::save_workspace_button(ctx);
    let one = || button("button", ctx.press(Command::SaveScenario), words.save_one);
    let save = if all == Html::default() { one() } else { all };
    let close = button("button", ctx.press(StorageAction::CloseWarning), ctx.text().page.dismiss);
    div("notice is-problem", vec![name_in("p", "", reason), div("buttons", vec![save, close])])
}

/// Draws the button that opens the page with the saved scenarios.
pub(crate) fn show_saved(ctx: &PageContext) -> Html {
    button("button", ctx.press(Command::ShowSaved), ctx.text().workspace().show_stored)
}

/// Draws the button that offers saved texts which could not be read as files;
/// empty where there are none.
pub(crate) fn quarantine(ctx: &PageContext) -> Vec<Html> {
    let words = ctx.text().workspace();
    if ctx.storage.damaged.is_none() && ctx.storage.quarantined == 0 {
        return vec![];
    }
    let save = button("button", ctx.press(Command::SaveQuarantined), words.save_quarantine);
    vec![p("", words.quarantine_hint), div("buttons", vec![save])]
}

/// Draws the button that offers the scenarios that version 1 of the model saved as a
/// file; empty where there are none.
pub(crate) fn version_1(ctx: &PageContext) -> Vec<Html> {
    let words = ctx.text().workspace();
    if !ctx.storage.has_version_1 {
        return vec![];
    }
    let save = button("button", ctx.press(Command::SaveVersion1), words.save_version_1);
    vec![p("", words.version_1_hint), div("buttons", vec![save])]
}

/// Returns the content of the notice about scenarios of version 1 of the model: the
/// changes that reading made to them.
pub fn conversions(ctx: &PageContext) -> Html {
    let words = ctx.text().workspace();
    let item = |conversion: &Conversion| name_in("li", "", (words.conversion)(*conversion));
    let items = ctx.view.conversions.iter().map(item).collect();
    let mut content = vec![name_in("p", "", words.version_1), classed("ul", "", items)];
    content.extend(version_1(ctx));
    div("brought", content)
}

/// Returns the content of a notice about links, files or scenarios; empty for other
/// notices.
pub fn notice(ctx: &PageContext, notice: &Notice) -> Html {
    let words = ctx.text().workspace();
    // A link that is refused shows the saved scenarios (index 1), or the brochure's
    // where nothing was saved (index 0).
    let saved = usize::from(!ctx.workspace.current.is_untouched());
    let content = match notice {
        Notice::LinkRefused(LinkProblem::Damaged) => vec![name_in("p", "", words.link_damaged[saved])],
        Notice::LinkRefused(LinkProblem::Newer) => vec![name_in("p", "", words.link_newer[saved])],
        Notice::LinkRefused(LinkProblem::Invalid(found)) => {
            vec![name_in("p", "", words.link_invalid[saved]), issue_list(ctx, found)]
        }
        Notice::FileRefused(found) => match found.first().map(|issue| &issue.problem) {
            Some(Problem::Empty) => vec![name_in("p", "", words.file_empty)],
            Some(Problem::OtherFormat) => vec![name_in("p", "", words.file_of_another_kind)],
            _ => vec![name_in("p", "", words.file_invalid), issue_list(ctx, found)],
        },
        Notice::BeyondLimits(found) => {
            vec![name_in("p", "", words.beyond_limits), issue_list(ctx, found)]
        }
        Notice::FileOpened(name) => vec![sentence_in("p", "", (words.file_opened)(name))],
        Notice::StartedOver => vec![name_in("p", "", words.started_over)],
        Notice::Scenarios(event) => vec![message(ctx, event)],
        Notice::ScenarioProblem(found) => problem(ctx, found),
        // The words of these notices are in `ui::notice`, which is loaded at once.
        Notice::PresetChosen(_)
        | Notice::PresetBeneath(_)
        | Notice::Reset
        | Notice::LoadingFailed
        | Notice::Converted { .. } => vec![],
    };
    div("brought", content)
}

/// Returns a sentence on whether the scenarios are saved, and if not, why.
pub fn status(state: &State) -> String {
    let words = state.text().workspace();
    match state.storage.blocker {
        Some(StorageBlocker::Blocked | StorageBlocker::Embedded) => words.storage_blocked.to_owned(),
        Some(StorageBlocker::Full) => words.storage_full.to_owned(),
        Some(StorageBlocker::Apart | StorageBlocker::Crowded) => words.not_stored.to_owned(),
        Some(StorageBlocker::SavedByNewer) => words.newer_elsewhere.to_owned(),
        None => match state.storage.versions.stored_count() {
            Some(count) => (words.stored_count)(count),
            None if state.workspace.current.is_untouched() => words.none_stored.to_owned(),
            None if state.workspace.current.scenarios.len() == 1 => words.only_in_address.to_owned(),
            None => words.not_stored_yet.to_owned(),
        },
    }
}

/// Returns the list of the first ten problems, since a file that is no scenario at
/// all may have thousands.
fn issue_list(ctx: &PageContext, found: &[Issue]) -> Html {
    let words = ctx.text();
    let item = |issue: &Issue| sentence_in("li", "", (words.issue)(issue));
    classed("ul", "", found.iter().take(10).map(item).collect())
}
