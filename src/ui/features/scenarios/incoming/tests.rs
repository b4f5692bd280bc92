use super::*;
use crate::model::{General, InputId, Preset, Problem};
use crate::scenario::link;
use crate::scenario::stored_format::{self, StoredWorkspace};
use crate::ui::features::scenarios::state::ScenarioAction;
use crate::ui::features::storage::versions::StoredVersions;
use crate::ui::state::{Action, EditingAction, FieldId, StorageAction, WorkspaceAction};
use base64ct::{Base64UrlUnpadded, Encoding};

const FTE: InputId = InputId::General(General::Fte);

fn state_at(content: Option<Result<ScenarioFile, LinkProblem>>) -> (State, Address) {
    let address = Address { content, ..Address::of_view("rekenen") };
    (State::from_address(&address), address)
}

/// Returns the content of a link to one scenario with this name.
fn one(name: &str) -> Option<Result<ScenarioFile, LinkProblem>> {
    Some(Ok(ScenarioFile::One(named(name))))
}

/// Returns the content of a link to several scenarios, with a letter each as their names.
fn all(names: &str) -> Option<Result<ScenarioFile, LinkProblem>> {
    Some(Ok(ScenarioFile::Workspace(several(names))))
}

fn named(name: &str) -> Scenario {
    Scenario { name: name.to_owned(), ..Scenario::new(Preset::Gunstig) }
}

/// Returns a workspace with a scenario for each letter, which is its name.
fn several(names: &str) -> Workspace {
    let mut all = Workspace::single(named(&names[..1]));
    names[1..].chars().for_each(|name| all.add(named(&name.to_string())));
    all
}

/// Returns the text of another window that stores these scenarios without knowing of others.
fn text(all: &Workspace) -> String {
    stored_format::write(&StoredWorkspace::new(all.clone()))
}

/// Returns the text of a window that makes this change of what another one stored.
fn text_after(state: &State, change: impl FnOnce(&mut Workspace)) -> String {
    let mut all = (*state.workspace.current).clone();
    change(&mut all);
    let mut other = (*state.storage.versions).clone();
    other.rename("other");
    other.next(&Rc::new(all), 1.0).text().to_owned()
}

/// Records that the scenarios of a state are those in the storage.
fn store(state: &mut State) {
    let all = (*state.workspace.current).clone();
    let stored = StoredWorkspace::new(all.clone());
    let text = stored_format::write(&stored);
    state.storage.versions = Rc::new(StoredVersions::stored("this".into(), &text, stored));
}

fn message(message: ScenarioMessage) -> Option<Notice> {
    Some(Notice::Scenarios(message))
}

fn problem(problem: ScenarioProblem) -> Option<Notice> {
    Some(Notice::ScenarioProblem(problem))
}

fn names(state: &State) -> String {
    state.workspace.current.scenarios.iter().map(|one| one.name.as_str()).collect()
}

fn shown(state: &State) -> usize {
    state.workspace.current.shown
}

fn restored(content: Option<Result<ScenarioFile, LinkProblem>>, saved: &str) -> State {
    let (mut state, address) = state_at(content);
    state.restore_saved(&address, Ok(several(saved)));
    state
}

#[test]
fn saved_scenarios_are_restored_with_a_message() {
    let state = restored(None, "abc");
    assert_eq!((names(&state).as_str(), shown(&state)), ("abc", 2));
    assert_eq!(state.view.notice, message(ScenarioMessage::Restored));
    assert!(!state.workspace.can_undo());
    // After a reload the address holds a saved scenario: it is not added again.
    let state = restored(one("b"), "abc");
    assert_eq!((names(&state).as_str(), shown(&state), state.view.notice), ("abc", 1, None));
}

#[test]
fn a_saved_scenario_without_any_answer_is_restored_without_a_message() {
    let restored = |json: &str| {
        let (mut state, address) = state_at(None);
        let scenario = Scenario::parse(json).unwrap();
        state.restore_saved(&address, Ok(Workspace::single(scenario)));
        (state.workspace.inputs.year(), state.view.notice)
    };
    assert_eq!(restored(r#"{"schema":2,"values":{"prijspeil":2026}}"#), (2026, None));
    let (_, notice) = restored(r#"{"schema":2,"values":{"prijspeil":2026,"bezoekers":320}}"#);
    assert_eq!(notice, message(ScenarioMessage::Restored));
}

#[test]
fn a_link_is_added_to_the_saved_scenarios() {
    let mut state = restored(one("x"), "ab");
    assert_eq!((names(&state).as_str(), shown(&state)), ("abx", 2));
    assert_eq!(state.view.notice, message(ScenarioMessage::LinkAdded("x".into())));
    state.apply(WorkspaceAction::Undo.into());
    assert_eq!(names(&state), "ab");
    let state = restored(Some(Err(LinkProblem::Damaged)), "ab");
    assert_eq!(names(&state), "ab");
    assert_eq!(state.view.notice, Some(Notice::LinkRefused(LinkProblem::Damaged)));
}

/// Returns the fragment of a link to one scenario with this name.
fn link_to(name: &str) -> String {
    link::write("rekenen", &named(name).to_json()).unwrap()
}

#[test]
fn a_link_to_all_scenarios_is_added_to_those_that_were_saved() {
    let (state, _) = state_at(all("xyz"));
    assert_eq!((names(&state).as_str(), shown(&state), state.view.notice), ("xyz", 2, None));
    let mut state = restored(all("xby"), "ab");
    assert_eq!((names(&state).as_str(), shown(&state)), ("abxy", 3));
    assert_eq!(state.view.notice, message(ScenarioMessage::AllOfLinkAdded(3)));
    state.apply(WorkspaceAction::Undo.into());
    assert_eq!(names(&state), "ab");
    // All of them are saved already: the one that the link shows is shown.
    let state = restored(all("ba"), "ab");
    assert_eq!((names(&state).as_str(), shown(&state), state.view.notice), ("ab", 0, None));
    // There is no room for them: they are shown alone.
    let state = restored(all("xyz"), "abcdefghij");
    assert_eq!((names(&state).as_str(), state.storage.blocker), ("xyz", Some(StorageBlocker::Apart)));
    assert_eq!(state.view.notice, problem(ScenarioProblem::LinkShownUnsaved));
}

#[test]
fn the_notice_about_a_refused_link_goes_when_a_good_one_is_opened() {
    for fragment in ["rekenen/", "rekenen/1.e30.0", "onbekend"] {
        let (mut state, _) = state_at(None);
        state.apply(WorkspaceAction::OpenLink(fragment.to_owned()).into());
        assert_eq!(state.view.notice, Some(Notice::LinkRefused(LinkProblem::Damaged)), "{fragment}");
        assert_eq!(state.view.refused_link_revision, Some(state.workspace.revision));
        state.apply(WorkspaceAction::OpenLink(link_to("x")).into());
        assert_eq!((names(&state).as_str(), &state.view.notice), ("x", &None));
        assert_ne!(state.view.refused_link_revision, Some(state.workspace.revision));
    }
}

/// Otherwise the address would stay that of a scenario that the page does not show.
#[test]
fn a_good_link_without_room_does_not_keep_its_address() {
    let mut state = restored(None, "abcdefghijkl");
    state.apply(WorkspaceAction::OpenLink("onbekend".to_owned()).into());
    assert!(state.view.refused_link_revision.is_some());
    state.apply(WorkspaceAction::OpenLink(link_to("x")).into());
    assert_eq!(state.view.notice, problem(ScenarioProblem::TooManyScenarios(13)));
    assert_eq!((state.workspace.current.scenarios.len(), state.view.refused_link_revision), (12, None));
}

#[test]
fn with_twelve_saved_a_link_is_shown_alone_and_unsaved() {
    let state = restored(one("x"), "abcdefghijkl");
    assert_eq!(names(&state), "x");
    assert_eq!(state.storage.blocker, Some(StorageBlocker::Apart));
    assert_eq!(state.view.notice, problem(ScenarioProblem::LinkShownUnsaved));
    // A link opened in a page that already runs is refused, and nothing changes.
    let mut state = restored(None, "abcdefghijkl");
    let before = state.workspace.current.clone();
    state.apply(WorkspaceAction::OpenLink(link_to("y")).into());
    assert_eq!(state.workspace.current, before);
    assert_eq!(state.view.notice, problem(ScenarioProblem::TooManyScenarios(13)));
}

#[test]
fn an_unreadable_save_shows_the_brochure_and_a_notice() {
    for why in [LinkProblem::Damaged, LinkProblem::Newer, LinkProblem::Invalid(vec![])] {
        let (mut state, address) = state_at(None);
        state.restore_saved(&address, Err(why.clone()));
        assert!(state.workspace.current.is_untouched());
        assert_eq!(state.view.notice, problem(ScenarioProblem::SavedUnreadable(why)));
    }
}

#[test]
fn a_file_never_replaces_scenarios_of_the_user() {
    let open = |state: &mut State, text: String| state.apply(WorkspaceAction::OpenFile(text).into());
    let (mut state, _) = state_at(None);
    open(&mut state, named("a").to_json());
    assert_eq!(names(&state), "a");
    open(&mut state, named("b").to_json());
    assert_eq!((names(&state).as_str(), shown(&state)), ("ab", 1));
    open(&mut state, several("bxy").to_json());
    assert_eq!(names(&state), "abxy");
    assert_eq!(state.view.notice, message(ScenarioMessage::FileOpened(3)));
    let before = state.workspace.current.clone();
    open(&mut state, several("klmnopqrs").to_json());
    assert_eq!(state.workspace.current, before);
    assert_eq!(state.view.notice, problem(ScenarioProblem::TooManyScenarios(13)));
    open(&mut state, r#"{"scenarios":[{"fte":1}]}"#.into());
    assert!(matches!(state.view.notice, Some(Notice::FileRefused(_))));
}

#[test]
fn an_empty_file_and_one_of_another_kind_are_named() {
    let mut state = restored(None, "ab");
    let before = state.workspace.current.clone();
    for (text, expected) in [
        ("", Problem::Empty),
        (" \n\t", Problem::Empty),
        ("PK\u{3}\u{4}\u{14}", Problem::OtherFormat),
        ("Naam;Bedrag\nHuur;48000", Problem::OtherFormat),
    ] {
        state.apply(WorkspaceAction::OpenFile(text.to_owned()).into());
        let Some(Notice::FileRefused(issues)) = &state.view.notice else { panic!("{text:?} is opened") };
        assert_eq!((issues.len(), &issues[0].problem), (1, &expected), "{text:?}");
        assert_eq!(state.workspace.current, before);
    }
}

#[test]
fn another_window_is_followed_and_can_be_undone() {
    let mut state = restored(None, "ab");
    state.apply(ScenarioAction::Show(0).into());
    store(&mut state);
    let adopt = |state: &mut State, text: Option<String>| {
        state.apply(StorageAction::Receive(text).into());
    };
    // The other window changed a scenario that is not shown here: no notice.
    state.view.notice = None;
    let theirs = text_after(&state, |all| {
        all.scenarios[1].values.insert(FTE, 4.0);
    });
    adopt(&mut state, Some(theirs));
    assert_eq!((shown(&state), &state.view.notice), (0, &None));
    assert_eq!(state.workspace.current.scenarios[1].values.get(&FTE), Some(&4.0));
    // The other window changed the scenario that is shown here: a notice says so.
    let theirs = text_after(&state, |all| {
        all.scenarios[0].values.insert(FTE, 5.0);
    });
    adopt(&mut state, Some(theirs));
    assert_eq!((state.workspace.inputs.get(FTE), shown(&state)), (5.0, 0));
    assert_eq!(state.view.notice, message(ScenarioMessage::ChangedElsewhere));
    assert!(!state.storage.versions.need_saving(&state.workspace.current));
    state.apply(WorkspaceAction::Undo.into());
    assert_eq!(state.workspace.current.scenarios, several("ab").scenarios);
    // Scenarios that the other window erased stay in this one.
    adopt(&mut state, None);
    assert_eq!(names(&state), "ab");
    assert_eq!(state.view.notice, problem(ScenarioProblem::ErasedElsewhere));
    // A text that a newer version saved is not replaced.
    adopt(&mut state, Some("3.x.y".into()));
    assert_eq!(names(&state), "ab");
    assert_eq!(state.storage.blocker, Some(StorageBlocker::SavedByNewer));
}

#[test]
fn a_damaged_text_of_another_window_is_set_apart() {
    let mut state = restored(None, "ab");
    store(&mut state);
    state.apply(StorageAction::Receive(Some("2.x.y".into())).into());
    assert_eq!(names(&state), "ab");
    assert_eq!((state.storage.damaged.as_deref(), state.storage.blocker), (Some("2.x.y"), None));
    assert!(state.storage.versions.need_saving(&state.workspace.current));
}

#[test]
fn a_text_that_is_typed_stays_while_another_window_changes_the_scenario() {
    let mut state = restored(None, "a");
    store(&mut state);
    let visitors = InputId::General(General::Bezoekers);
    let typed = |id: InputId, text: &str| EditingAction::Type(FieldId::Input(id), text.to_owned());
    state.apply(typed(FTE, "4,").into());
    state.apply(typed(visitors, "veel").into());
    let theirs = text_after(&state, |all| {
        all.scenarios[0].values.insert(InputId::General(General::Vrijwilligers), 9.0);
    });
    state.apply(StorageAction::Receive(Some(theirs)).into());
    let draft = |state: &State, id| state.editing.input_drafts.get(&id).map(|draft| draft.text.clone());
    assert_eq!((draft(&state, FTE), draft(&state, visitors)), (Some("4,".into()), Some("veel".into())));
    // A text whose value the other window changed gives way to that value.
    state.apply(EditingAction::Leave(FieldId::Input(FTE)).into());
    state.apply(typed(FTE, "4,").into());
    store(&mut state);
    let theirs = text_after(&state, |all| {
        all.scenarios[0].values.insert(FTE, 6.0);
    });
    state.apply(StorageAction::Receive(Some(theirs)).into());
    assert_eq!((draft(&state, FTE), state.workspace.inputs.get(FTE)), (None, 6.0));
}

#[test]
fn a_warning_that_nothing_is_saved_is_shown_for_work_that_only_storage_would_keep() {
    let (mut state, _) = state_at(one("a"));
    let shown = &state.workspace.current;
    state.storage.versions = Rc::new(StoredVersions::unstored("this".into(), None, shown));
    let set = |state: &mut State, blocker| state.apply(StorageAction::SetBlocker(blocker).into());
    assert!(!state.warns_of_unsaved_work());
    set(&mut state, Some(StorageBlocker::Blocked));
    assert!(!state.warns_of_unsaved_work(), "nothing changed since the link was opened");
    state.apply(EditingAction::Slide(FieldId::Input(FTE), 4.0).into());
    assert!(state.warns_of_unsaved_work(), "the first change would be lost");
    state.apply(WorkspaceAction::Undo.into());
    assert!(!state.warns_of_unsaved_work());
    state.apply(ScenarioAction::Duplicate.into());
    assert!(state.warns_of_unsaved_work());
    state.apply(StorageAction::CloseWarning.into());
    assert!(!state.warns_of_unsaved_work());
    state.apply(ScenarioAction::Duplicate.into());
    assert!(state.warns_of_unsaved_work(), "there is more work than when it was closed");
    set(&mut state, None);
    assert!(!state.warns_of_unsaved_work(), "saving works again");
    set(&mut state, Some(StorageBlocker::Full));
    assert!(state.warns_of_unsaved_work());
}

#[test]
fn scenarios_of_two_windows_are_merged() {
    let mut state = restored(None, "ab");
    let merge = |state: &mut State, names: &str| {
        state.apply(StorageAction::Receive(Some(text(&several(names)))).into());
    };
    merge(&mut state, "bc");
    assert_eq!(names(&state), "bca");
    assert_eq!(state.view.notice, message(ScenarioMessage::Merged));
    merge(&mut state, "mnopqrstuv");
    assert_eq!(names(&state), "bca");
    assert_eq!(state.storage.blocker, Some(StorageBlocker::Crowded));
    assert_eq!(state.view.notice, problem(ScenarioProblem::NoRoomToMerge(13)));
    // With one scenario less in this window there is room.
    state.apply(ScenarioAction::Remove.into());
    merge(&mut state, "mnopqrstuv");
    assert_eq!((state.workspace.current.scenarios.len(), state.storage.blocker), (12, None));
}

/// Returns the fragment of a link of version 1 of the model.
fn version_1_link() -> String {
    let json = r#"{"schema":1,"values":{"fte":5}}"#;
    let data = Base64UrlUnpadded::encode_string(json.as_bytes());
    format!("rekenen/1.{data}.{}", link::checksum(json.as_bytes()))
}

/// What the notice says is about the figures that are shown.
#[test]
fn the_notice_about_version_1_goes_with_its_figures() {
    let actions: [Action; 6] = [
        WorkspaceAction::StartOver.into(),
        WorkspaceAction::ResetAll.into(),
        WorkspaceAction::ChoosePreset(Preset::Gunstig).into(),
        WorkspaceAction::Undo.into(),
        ScenarioAction::Show(0).into(),
        WorkspaceAction::OpenFile(named("n").to_json()).into(),
    ];
    for action in actions {
        let mut state = restored(None, "ab");
        state.apply(WorkspaceAction::OpenLink(version_1_link()).into());
        assert!(!state.view.conversions.is_empty());
        state.apply(action.clone());
        assert_eq!(state.view.conversions, [], "{action:?}");
    }
    // Figures that change under the user's hands are still those of version 1.
    let mut state = restored(None, "ab");
    state.apply(WorkspaceAction::OpenLink(version_1_link()).into());
    state.apply(EditingAction::Slide(FieldId::Input(FTE), 4.0).into());
    state.apply(ScenarioAction::Add(Preset::Gunstig).into());
    state.apply(WorkspaceAction::OpenLink("bronnen".into()).into());
    assert!(!state.view.conversions.is_empty());
}

#[test]
fn a_link_of_version_1_without_room_brings_no_notice() {
    let mut state = restored(None, "abcdefghijkl");
    state.apply(WorkspaceAction::OpenLink(version_1_link()).into());
    assert_eq!(state.view.notice, problem(ScenarioProblem::TooManyScenarios(13)));
    assert_eq!(state.view.conversions, []);
}

/// A page that opens with a link of version 1 says so, also beside saved scenarios.
#[test]
fn a_page_that_opens_with_a_link_of_version_1_says_so() {
    let address = link::read(&version_1_link());
    let mut state = State::from_address(&address);
    state.restore_saved(&address, Ok(several("ab")));
    assert_eq!(state.view.conversions, address.conversions);
    assert!(!state.view.conversions.is_empty());
}
