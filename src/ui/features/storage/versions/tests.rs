//! Windows that write at the same moment, as a browser lets them: a window's own copy of the
//! storage follows the others later, and notifications come in any order between windows.

use super::*;
use crate::model::{General, InputId, Preset};
use crate::number::{DUTCH, Style};
use crate::scenario::Scenario;
use crate::ui::features::scenarios::messages::ScenarioProblem;
use crate::ui::routes::Route;
use crate::ui::state::{Notice, State, StorageAction, WorkspaceAction};
use proptest::prelude::*;
use std::collections::{BTreeMap, VecDeque};

/// Inputs that the windows change.
const INPUTS: [InputId; 4] = [
    InputId::General(General::Bezoekers),
    InputId::General(General::Fte),
    InputId::General(General::Huisvesting),
    InputId::General(General::Activiteiten),
];

/// A browser with some windows.
struct Browser {
    windows: Vec<State>,
    /// The text that each window has as the storage, which may be an old one.
    copies: Vec<Option<String>>,
    /// Texts that other windows wrote and that a window was not told of yet.
    events: Vec<VecDeque<String>>,
    time: f64,
}

impl Browser {
    fn new(count: usize, stored: Option<&Workspace>) -> Browser {
        let text = stored.map(|stored| stored_format::write(&StoredWorkspace::new(stored.clone())));
        let open = |index: usize| {
            let mut state = State::new(Route::Worksheet, Scenario::new(Preset::Brochure));
            let read = text.as_ref().map(|text| stored_format::read(text).unwrap());
            if let Some(read) = &read {
                state.workspace.replace(Rc::new(read.workspace.clone()));
            }
            let window = format!("w{index}");
            state.storage.versions = Rc::new(match (&text, read) {
                (Some(text), Some(read)) => StoredVersions::stored(window, text, read),
                _ => StoredVersions::unstored(window, None, &state.workspace.current),
            });
            state
        };
        Browser {
            windows: (0..count).map(open).collect(),
            copies: vec![text.clone(); count],
            events: vec![VecDeque::new(); count],
            time: 1_000.0,
        }
    }

    fn set(&mut self, window: usize, input: InputId, value: f64) {
        let state = &mut self.windows[window];
        let mut scenario = state.scenario().clone();
        scenario.values.insert(input, value);
        state.commit(scenario, None);
    }

    /// Saves as the page does.
    fn save(&mut self, window: usize) {
        self.time += 1.0;
        let state = &mut self.windows[window];
        if !state.storage.versions.is_known(self.copies[window].as_deref()) && self.copies[window].is_some() {
            state.apply(StorageAction::Receive(self.copies[window].clone()).into());
        }
        let workspace = state.workspace.current.clone();
        if !state.storage.versions.need_saving(&workspace) {
            return;
        }
        let written = state.storage.versions.next(&workspace, self.time);
        let text = written.text().to_owned();
        state.apply(StorageAction::RecordSaved(written).into());
        self.copies[window] = Some(text.clone());
        for (other, events) in self.events.iter_mut().enumerate() {
            if other != window {
                events.push_back(text.clone());
            }
        }
    }

    /// Tells a window of the next text that another one wrote; its copy follows.
    fn notify(&mut self, window: usize) {
        if let Some(text) = self.events[window].pop_front() {
            self.copies[window] = Some(text.clone());
            self.windows[window].apply(StorageAction::Receive(Some(text)).into());
        }
    }

    /// Lets all windows save and hear of each other, until nothing changes any more.
    fn settle(&mut self) {
        for _ in 0..50 {
            for window in 0..self.windows.len() {
                while !self.events[window].is_empty() {
                    self.notify(window);
                }
                self.save(window);
            }
            if self.events.iter().all(VecDeque::is_empty) {
                return;
            }
        }
        panic!("the windows go on writing");
    }

    fn value(&self, window: usize, input: InputId) -> f64 {
        self.windows[window].workspace.inputs.get(input)
    }

    fn assert_equal(&self) {
        let first = &self.windows[0].workspace.current;
        for state in &self.windows {
            assert_eq!(state.workspace.current.scenarios, first.scenarios);
        }
        for text in &self.copies {
            let stored = stored_format::read(text.as_ref().unwrap()).unwrap().workspace;
            assert_eq!(stored.scenarios, first.scenarios);
        }
    }
}

fn conflicts(state: &State) -> usize {
    match &state.view.notice {
        Some(Notice::ScenarioProblem(ScenarioProblem::Conflicted(words))) => words.len(),
        _ => 0,
    }
}

#[test]
fn two_windows_that_write_at_the_same_moment_end_with_the_changes_of_both() {
    let mut browser = Browser::new(2, None);
    browser.set(0, INPUTS[0], 600.0);
    browser.set(1, INPUTS[1], 4.0);
    // Neither was told of the other when it wrote.
    browser.save(0);
    browser.save(1);
    browser.settle();
    browser.assert_equal();
    for window in 0..2 {
        assert_eq!((browser.value(window, INPUTS[0]), browser.value(window, INPUTS[1])), (600.0, 4.0));
        assert_eq!(browser.windows[window].workspace.current.scenarios.len(), 1);
        assert_eq!(conflicts(&browser.windows[window]), 0);
    }
}

#[test]
fn the_later_of_two_changes_of_one_field_is_taken_and_both_windows_say_so() {
    let mut stored = Workspace::single(Scenario::new(Preset::Brochure));
    stored.scenarios[0].values.insert(INPUTS[1], 3.0);
    let mut browser = Browser::new(2, Some(&stored));
    browser.set(0, INPUTS[0], 600.0);
    browser.set(1, INPUTS[0], 700.0);
    browser.save(0);
    browser.save(1);
    browser.settle();
    browser.assert_equal();
    for window in 0..2 {
        assert_eq!(browser.value(window, INPUTS[0]), 700.0);
        assert_eq!(conflicts(&browser.windows[window]), 1);
    }
    // A window that was told of the other's change before it saved its own.
    browser.set(0, INPUTS[2], 1.0);
    browser.set(1, INPUTS[2], 2.0);
    browser.windows.iter_mut().for_each(|state| state.view.notice = None);
    browser.save(0);
    browser.notify(1);
    browser.settle();
    browser.assert_equal();
    assert_eq!(browser.value(0, INPUTS[2]), 2.0);
    assert_eq!([0, 1].map(|window| conflicts(&browser.windows[window])), [1, 1]);
}

/// A window may first hear that one value counts, and then merge another one that counts
/// instead.
#[test]
fn three_windows_that_change_one_field_name_only_the_value_that_holds() {
    for order in [[0, 1, 2], [0, 2, 1], [1, 0, 2], [1, 2, 0], [2, 0, 1], [2, 1, 0]] {
        let mut stored = Workspace::single(Scenario::new(Preset::Brochure));
        stored.scenarios[0].values.insert(INPUTS[1], 3.0);
        let mut browser = Browser::new(3, Some(&stored));
        for window in order {
            browser.set(window, INPUTS[0], 701.0 + window as f64);
            browser.save(window);
        }
        // Each hears of the others one by one, and saves in between.
        for window in order {
            browser.notify(window);
            browser.save(window);
        }
        browser.settle();
        browser.assert_equal();
        let value = DUTCH.shown(browser.value(0, INPUTS[0]), Style::Plain);
        for (window, state) in browser.windows.iter().enumerate() {
            let Some(Notice::ScenarioProblem(ScenarioProblem::Conflicted(words))) = &state.view.notice else {
                continue;
            };
            let taken: Vec<&str> = words.iter().map(|words| words.taken.as_str()).collect();
            assert_eq!(taken, [value.as_str()], "window {window}, {order:?}: {words:?}");
            assert!(!words[0].dropped.contains(&value) && !words[0].dropped.is_empty(), "{words:?}");
        }
        let told = browser.windows.iter().filter(|state| conflicts(state) > 0).count();
        assert!(told >= 2, "{order:?}: only {told} windows were told");
    }
}

#[test]
fn undo_returns_to_what_it_was_in_both_windows() {
    let mut browser = Browser::new(2, None);
    browser.set(0, INPUTS[0], 600.0);
    browser.settle();
    browser.set(1, INPUTS[1], 4.0);
    browser.settle();
    browser.windows[0].apply(WorkspaceAction::Undo.into());
    browser.settle();
    browser.assert_equal();
    assert_eq!((browser.value(1, INPUTS[0]), browser.value(1, INPUTS[1])), (600.0, 3.75));
    browser.windows[0].apply(WorkspaceAction::Redo.into());
    browser.settle();
    browser.assert_equal();
    assert_eq!(browser.value(1, INPUTS[1]), 4.0);
}

#[test]
fn a_text_of_an_older_format_is_taken_over() {
    let mut browser = Browser::new(1, None);
    browser.set(0, INPUTS[0], 600.0);
    browser.save(0);
    let mut other = Workspace::single(Scenario::new(Preset::Brochure));
    other.scenarios[0].values.insert(INPUTS[1], 4.0);
    let text = stored_format::write(&StoredWorkspace::new(other));
    browser.events[0].push_back(text);
    browser.settle();
    // Nothing is known of what it began with, so both scenarios stay.
    assert_eq!(browser.windows[0].workspace.current.scenarios.len(), 2);
}

#[test]
fn windows_that_began_with_different_scenarios_keep_both() {
    let mut browser = Browser::new(2, None);
    let mut link = Scenario::new(Preset::Brochure);
    link.values.insert(INPUTS[2], 7.0);
    let state = &mut browser.windows[1];
    state.workspace.replace(Rc::new(Workspace::single(link)));
    state.storage.versions =
        Rc::new(StoredVersions::unstored("link".to_owned(), None, &state.workspace.current));
    browser.set(0, INPUTS[0], 600.0);
    browser.set(1, INPUTS[1], 4.0);
    browser.save(0);
    browser.save(1);
    browser.settle();
    browser.assert_equal();
    assert_eq!(browser.windows[0].workspace.current.scenarios.len(), 2);
}

#[test]
fn what_was_erased_elsewhere_is_saved_again_after_a_change_only() {
    let mut browser = Browser::new(1, None);
    browser.set(0, INPUTS[0], 600.0);
    browser.save(0);
    let state = &mut browser.windows[0];
    state.apply(StorageAction::Receive(None).into());
    assert!(!state.storage.versions.need_saving(&state.workspace.current));
    assert!(!state.storage.versions.are_stored(&state.workspace.current));
    assert_eq!(state.view.notice, Some(Notice::ScenarioProblem(ScenarioProblem::ErasedElsewhere)));
    browser.set(0, INPUTS[0], 700.0);
    assert!(browser.windows[0].storage.versions.need_saving(&browser.windows[0].workspace.current));
}

/// A step of a browser: a window changes an input, saves, or is told of another's text.
#[derive(Clone, Debug)]
enum Step {
    Set(usize, usize, u8),
    Save(usize),
    Notify(usize),
}

fn steps(windows: usize) -> impl Strategy<Value = Vec<Step>> {
    let step = prop_oneof![
        (0..windows, 0..INPUTS.len(), 1..200_u8).prop_map(|(window, input, n)| Step::Set(window, input, n)),
        (0..windows).prop_map(Step::Save),
        (0..windows).prop_map(Step::Notify),
    ];
    prop::collection::vec(step, 1..40)
}

fn run(browser: &mut Browser, steps: &[Step]) {
    for step in steps {
        match step {
            Step::Set(window, input, n) => browser.set(*window, INPUTS[*input], f64::from(*n)),
            Step::Save(window) => browser.save(*window),
            Step::Notify(window) => browser.notify(*window),
        }
    }
    browser.settle();
}

/// Both windows merge the same two versions, each after another merge, so that each makes
/// something else of them.
#[test]
fn two_windows_that_merge_the_same_versions_otherwise_end_equal() {
    let mut browser = Browser::new(2, None);
    let steps = [
        Step::Set(1, 2, 1),
        Step::Save(1),
        Step::Set(1, 0, 1),
        Step::Set(0, 2, 2),
        Step::Save(0),
        Step::Save(1),
        Step::Notify(1),
        Step::Notify(0),
        Step::Notify(0),
        Step::Save(1),
        Step::Save(0),
    ];
    run(&mut browser, &steps);
    assert_eq!(browser.value(0, INPUTS[2]), browser.value(1, INPUTS[2]));
    browser.assert_equal();
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(64))]

    /// Each window changes inputs that no other does: all ends with the last value of each.
    #[test]
    fn no_change_is_lost_however_windows_save_and_hear_of_each_other(steps in steps(3)) {
        let mut browser = Browser::new(3, None);
        // Input 3 is changed by nobody but window 0, as input 0.
        let steps: Vec<Step> = steps.into_iter().map(|step| match step {
            Step::Set(_, input, n) => Step::Set(input % 3, input, n),
            other @ (Step::Save(_) | Step::Notify(_)) => other,
        }).collect();
        run(&mut browser, &steps);
        let mut expected: BTreeMap<usize, f64> = BTreeMap::new();
        for step in &steps {
            if let Step::Set(_, input, n) = step {
                expected.insert(*input, f64::from(*n));
            }
        }
        for window in 0..3 {
            prop_assert_eq!(browser.windows[window].workspace.current.scenarios.len(), 1);
            for (input, value) in &expected {
                prop_assert_eq!(browser.value(window, INPUTS[*input]), *value);
            }
        }
        if !expected.is_empty() {
            browser.assert_equal();
        }
    }

    /// Two windows change the same inputs: both end with the same values, each of which one of
    /// them typed last.
    #[test]
    fn windows_that_change_the_same_inputs_end_equal(steps in steps(2)) {
        let mut browser = Browser::new(2, None);
        run(&mut browser, &steps);
        let mut typed: BTreeMap<(usize, usize), f64> = BTreeMap::new();
        for step in &steps {
            if let Step::Set(window, input, n) = step {
                typed.insert((*input, *window), f64::from(*n));
            }
        }
        let preset = Scenario::new(Preset::Brochure).inputs();
        for (index, input) in INPUTS.into_iter().enumerate() {
            let last: Vec<f64> = typed.range((index, 0)..(index + 1, 0)).map(|(_, value)| *value).collect();
            let value = browser.value(0, input);
            prop_assert_eq!(value, browser.value(1, input));
            if last.is_empty() {
                prop_assert_eq!(value, preset.get(input));
            } else {
                prop_assert!(last.contains(&value), "{input:?} is {value}, typed last were {last:?}");
            }
        }
        if !typed.is_empty() {
            browser.assert_equal();
        }
    }

    /// So do three windows.
    #[test]
    fn three_windows_that_change_the_same_inputs_end_equal(steps in steps(3)) {
        let mut browser = Browser::new(3, None);
        run(&mut browser, &steps);
        let changed: Vec<usize> =
            steps.iter().filter_map(|step| if let Step::Set(_, input, _) = step { Some(*input) } else { None }).collect();
        let preset = Scenario::new(Preset::Brochure).inputs();
        for (index, input) in INPUTS.into_iter().enumerate() {
            let value = browser.value(0, input);
            prop_assert_eq!([value, value], [browser.value(1, input), browser.value(2, input)]);
            if !changed.contains(&index) {
                prop_assert_eq!(value, preset.get(input));
            }
        }
        if !changed.is_empty() {
            browser.assert_equal();
        }
    }
}
