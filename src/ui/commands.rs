//! Commands: requests of a control to the browser, such as to print or to save a
//! file. Changes of the state are actions instead.

use crate::platform::{self, FileField};
use crate::scenario::link;
use crate::ui::components::deferred_block;
use crate::ui::features::charts::file::FileKind;
use crate::ui::features::scenarios::state::ScenarioAction;
use crate::ui::features::what_if::state::WhatIfAction;
use crate::ui::features::{centre, charts, share, storage, what_if};
use crate::ui::header_footer;
use crate::ui::lazy::{SERVICES, once_all_loaded};
use crate::ui::routes::Route;
use crate::ui::state::{FocusRequest, SharedState, State, ViewAction, WorkspaceAction};
use crate::what_if::WhatIfQuestion;
use std::rc::Rc;
use yew::UseReducerDispatcher;

/// The id of the element with the content of the page, below its header.
pub const CONTENT: &str = "inhoud";

/// A request to the browser.
#[derive(Clone, Debug, PartialEq)]
pub enum Command {
    /// Shows a view and moves the focus to its content.
    GoTo(Route),
    /// Shows a question of a councillor, and moves the focus to it.
    AskWhatIf(WhatIfQuestion),
    /// Opens all closed groups around the element with this id, and focuses it.
    Reveal(String),
    /// Shows the worksheet, and there reveals the element with this id as
    /// `Reveal` does.
    RevealInWorksheet(String),
    /// Shows the scenario at this index in the worksheet, and there
    /// reveals the element with this id.
    RevealInScenario(usize, String),
    /// Shows the view of uncertainty, and there reveals the range with this id.
    RevealRange(String),
    /// Shows the view of sources, and there reveals the element with this id once the file of
    /// sources is loaded.
    RevealInSources(String),
    /// Copies the text of the field with this id.
    CopyField(String),
    /// Copies the sentence of the answer; the id is that of the section with it.
    CopyAnswer(String),
    /// Hands the link in the field with this id to the device, which offers the programs
    /// to share it with.
    ShareField(String),
    /// Saves the chart with this id as a file of this kind.
    SaveChart(&'static str, FileKind),
    /// Prints the worksheet.
    Print,
    /// Opens the file that was chosen in this file field.
    OpenFile(FileField),
    /// Saves the scenario that is shown as a file.
    SaveScenario,
    /// Saves all scenarios as one file.
    SaveWorkspace,
    /// Saves each unreadable text in quarantine as a file.
    SaveQuarantined,
    /// Saves the scenarios that version 1 of the model saved as a file.
    SaveVersion1,
    /// Erases everything that the browser saved.
    EraseStorage,
    /// Loads the page again with the saved scenarios instead of those of a link.
    ShowSaved,
}

/// Runs a command. `GoTo`, `Reveal` and `RevealInWorksheet` are part of the first load; the others are
/// in [`run_feature_command`], which is loaded with the lazy features. If that fails,
/// the page says so in its notice, and at the element that the command was given for.
pub fn run_command(state: &Rc<State>, dispatcher: UseReducerDispatcher<SharedState>, command: Command) {
    match command {
        Command::GoTo(route) => {
            show(&dispatcher, route);
            dispatcher.dispatch(ViewAction::Focus(FocusRequest::Reveal(CONTENT.to_owned())).into());
        }
        Command::Reveal(id) => {
            if platform::has_element(&id) {
                platform::reveal(&id, false);
            } else {
                reveal_once_loaded(dispatcher, id);
            }
        }
        Command::RevealInWorksheet(id) => show_and_reveal(dispatcher, Route::Worksheet, id),
        Command::SaveChart(chart, _) => run_once_loaded(state, dispatcher, Some(chart), command),
        Command::AskWhatIf(_)
        | Command::CopyField(_)
        | Command::CopyAnswer(_)
        | Command::ShareField(_)
        | Command::RevealInScenario(..)
        | Command::RevealRange(_)
        | Command::RevealInSources(_)
        | Command::Print
        | Command::OpenFile(_)
        | Command::SaveScenario
        | Command::SaveWorkspace
        | Command::SaveQuarantined
        | Command::SaveVersion1
        | Command::EraseStorage
        | Command::ShowSaved => run_once_loaded(state, dispatcher, None, command),
    }
}

/// Runs a command with [`run_feature_command`], once that is loaded. If that fails, the
/// page says so, and with it the chart with this id, if the command is about one.
fn run_once_loaded(
    state: &Rc<State>,
    dispatcher: UseReducerDispatcher<SharedState>,
    chart: Option<&'static str>,
    command: Command,
) {
    let state = state.clone();
    once_all_loaded(Box::new(move |_| match SERVICES.get() {
        Some(services) => (services.commands.run)(&state, dispatcher, command),
        None => {
            dispatcher.dispatch(ViewAction::ReportLoadingFailure.into());
            dispatcher.dispatch(ViewAction::SetCommandStatus(chart.map(|id| (id.to_owned(), false))).into());
        }
    }));
}

/// Shows a view, as an entry of its own in the browser's history: its Back leads here again.
fn show(dispatcher: &UseReducerDispatcher<SharedState>, route: Route) {
    dispatcher.dispatch(ViewAction::Show(route).into());
    if link::view(&platform::fragment()) != route.id() {
        platform::push_fragment(route.id());
    }
}

fn show_and_reveal(dispatcher: UseReducerDispatcher<SharedState>, route: Route, id: String) {
    show(&dispatcher, route);
    reveal_once_loaded(dispatcher, id);
}

/// Reveals the element with this id, which a lazy feature may draw, once all features
/// are loaded and drawn.
fn reveal_once_loaded(dispatcher: UseReducerDispatcher<SharedState>, id: String) {
    once_all_loaded(Box::new(move |loaded| {
        if !loaded {
            dispatcher.dispatch(ViewAction::ReportLoadingFailure.into());
        }
        dispatcher.dispatch(ViewAction::Focus(FocusRequest::Reveal(id)).into());
    }));
}

/// Reveals the element with this id once it is drawn; the content of the page if it never is,
/// such as where the file of sources is missing.
fn reveal_once_drawn(dispatcher: UseReducerDispatcher<SharedState>, id: String, waits: u32) {
    platform::after_delay(WAIT, move || {
        let is_drawn = platform::has_element(&id);
        if !is_drawn && waits > 0 {
            return reveal_once_drawn(dispatcher, id, waits - 1);
        }
        let found = if is_drawn { id } else { CONTENT.to_owned() };
        dispatcher.dispatch(ViewAction::Focus(FocusRequest::Reveal(found)).into());
    });
}

/// The milliseconds between two looks at whether something is drawn.
const WAIT: u32 = 50;
/// The number of looks, after which the page is taken as it is.
const MAX_WAITS: u32 = 100;

/// Prints the page once its view is drawn, with all blocks that wait for a quiet moment.
/// A page that is never done is printed as it is; what was not loaded says so on paper.
fn print_once_drawn(waits: u32) {
    platform::after_delay(WAIT, move || {
        if waits > 0 && (deferred_block::is_any_waiting() || platform::is_any_loading()) {
            print_once_drawn(waits - 1);
        } else {
            platform::print();
        }
    });
}

/// Runs any command, once the lazy features are loaded.
pub fn run_feature_command(
    state: &Rc<State>,
    dispatcher: UseReducerDispatcher<SharedState>,
    command: Command,
) {
    match command {
        Command::GoTo(_) | Command::Reveal(_) | Command::RevealInWorksheet(_) => {
            run_command(state, dispatcher, command);
        }
        Command::AskWhatIf(question) => {
            dispatcher.dispatch(WhatIfAction::Ask(question).into());
            show_and_reveal(dispatcher, Route::WhatIf, what_if::view::CASE.to_owned());
        }
        Command::RevealInScenario(index, id) => {
            dispatcher.dispatch(ScenarioAction::Show(index).into());
            show_and_reveal(dispatcher, Route::Worksheet, id);
        }
        Command::RevealRange(id) => show_and_reveal(dispatcher, Route::Uncertainty, id),
        Command::RevealInSources(id) => {
            show(&dispatcher, Route::Sources);
            reveal_once_drawn(dispatcher, id, MAX_WAITS);
        }
        Command::CopyField(id) => platform::copy_field(&id, move |id, done| {
            dispatcher.dispatch(ViewAction::SetCommandStatus(Some((id, done))).into());
        }),
        Command::CopyAnswer(id) => platform::copy_text(&centre::answer::copied_text(state), move |done| {
            dispatcher.dispatch(ViewAction::SetCommandStatus(Some((id.clone(), done))).into());
        }),
        Command::ShareField(id) => platform::share_field(&id, &header_footer::window_title(state)),
        Command::SaveChart(id, kind) => {
            dispatcher.dispatch(ViewAction::SetCommandStatus(None).into());
            let failed = move || {
                dispatcher.dispatch(ViewAction::SetCommandStatus(Some((id.to_owned(), false))).into());
            };
            charts::save(state, kind, id, failed);
        }
        Command::Print => {
            dispatcher.dispatch(ViewAction::Show(Route::Worksheet).into());
            print_once_drawn(MAX_WAITS);
        }
        Command::OpenFile(field) => yew::platform::spawn_local(async move {
            if let Some(text) = platform::chosen_file(&field).await {
                dispatcher.dispatch(WorkspaceAction::OpenFile(text).into());
            }
        }),
        Command::SaveScenario => {
            let scenario = state.scenario();
            let name = share::view::file_name(&scenario.name);
            platform::download(&name, "application/json", &scenario.to_json());
        }
        Command::SaveWorkspace => storage::persistence::save_workspace(state),
        Command::SaveQuarantined => storage::persistence::save_quarantined(state),
        Command::SaveVersion1 => storage::persistence::save_version_1(state),
        Command::EraseStorage => storage::persistence::erase(&dispatcher),
        Command::ShowSaved => platform::open_without_fragment(),
    }
}
