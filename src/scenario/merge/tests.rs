use super::*;
use crate::model::{General, InputId, Line, Preset};
use crate::scenario::meta;
use proptest::prelude::*;

const VISITORS: InputId = InputId::General(General::Bezoekers);
const STAFF: InputId = InputId::General(General::Fte);

fn parse(text: &str) -> Scenario {
    Scenario::parse(text).unwrap()
}

fn named(name: &str) -> Scenario {
    Scenario { name: name.to_owned(), ..Scenario::new(Preset::Gunstig) }
}

/// Makes a workspace with a scenario for each letter, which is its name.
fn workspace(names: &str) -> Workspace {
    let scenarios: Vec<Scenario> = names.chars().map(|name| named(&name.to_string())).collect();
    let network = NetworkComposition::empty(scenarios.len());
    Workspace { scenarios, reference: 0, shown: 0, network }
}

fn names(workspace: &Workspace) -> String {
    workspace.scenarios.iter().map(|scenario| scenario.name.as_str()).collect()
}

fn merge_all(base: &Workspace, ours: &Workspace, theirs: &Workspace) -> MergedWorkspace {
    merge(base, ours, theirs, MergeSide::Ours).unwrap()
}

/// Merges three scenarios, each alone in a workspace.
fn merge_one(base: &str, ours: &str, theirs: &str) -> MergedWorkspace {
    let [base, ours, theirs] = [base, ours, theirs].map(|text| Workspace::single(parse(text)));
    merge_all(&base, &ours, &theirs)
}

#[test]
fn a_value_that_one_side_changed_is_taken_from_that_side() {
    let merged = merge_one(
        r#"{"values":{"fte":3,"bezoekers":400}}"#,
        r#"{"values":{"fte":4,"bezoekers":400,"kostenbasis":"kengetal"}}"#,
        r#"{"values":{"fte":3},"counted":{"zorggebruik":true},"simulation":{"draws":5000,"seed":1}}"#,
    );
    let expected = r#"{"values":{"fte":4,"kostenbasis":"kengetal"},"counted":{"zorggebruik":true},"simulation":{"draws":5000,"seed":1}}"#;
    assert_eq!(merged.workspace.scenarios, [parse(expected)]);
    assert_eq!((merged.conflicts, merged.is_split), (vec![], false));
    // A new name on one side.
    let merged = merge_one(
        r#"{"values":{"fte":3}}"#,
        r#"{"values":{"fte":4}}"#,
        r#"{"name":"Ons","values":{"fte":3}}"#,
    );
    assert_eq!(merged.workspace.scenarios, [parse(r#"{"name":"Ons","values":{"fte":4}}"#)]);
}

#[test]
fn a_value_that_both_sides_changed_is_a_conflict() {
    let texts = [r#"{"values":{"fte":3}}"#, r#"{"values":{"fte":4}}"#, "{}"];
    let [base, ours, theirs] = texts.map(|text| Workspace::single(parse(text)));
    let conflict = |taken: Option<&str>, dropped: Option<&str>| MergeConflict {
        scenario: 0,
        field: "values/fte".to_owned(),
        taken: taken.map(str::to_owned),
        dropped: dropped.map(str::to_owned),
    };
    let merged = merge(&base, &ours, &theirs, MergeSide::Ours).unwrap();
    assert_eq!(merged.workspace, ours);
    assert_eq!(merged.conflicts, [conflict(Some("4"), None)]);
    let merged = merge(&base, &ours, &theirs, MergeSide::Theirs).unwrap();
    assert_eq!(merged.workspace, theirs);
    assert_eq!(merged.conflicts, [conflict(None, Some("4"))]);
    // Equal changes are none.
    assert_eq!(merge_all(&base, &ours, &ours).conflicts, []);
}

#[test]
fn own_lines_are_merged_by_their_id() {
    let line = |id: &str, quantity: u32| {
        format!(r#"{{"id":"{id}","side":"cost","label":"{id}","quantity":{quantity},"amount":10}}"#)
    };
    let scenario = |lines: &[String]| format!(r#"{{"custom":[{}]}}"#, lines.join(","));
    let base = scenario(&[line("a", 1), line("b", 1), line("c", 1)]);
    let ours = scenario(&[line("a", 2), line("b", 1), line("c", 1), line("post-1", 5)]);
    let theirs = scenario(&[line("c", 3), line("b", 1), line("post-1", 6)]);
    let merged = merge_one(&base, &ours, &theirs);
    let found: Vec<(String, String)> = merged.workspace.scenarios[0]
        .own
        .iter()
        .map(|line| (line.id.clone(), format!("{}", line.get(crate::model::LineField::Aantal))))
        .collect();
    let expected = [("a", "2"), ("c", "3"), ("b", "1"), ("post-1", "5"), ("post-1-2", "6")];
    let mut sorted: Vec<(&str, &str)> = found.iter().map(|(id, n)| (id.as_str(), n.as_str())).collect();
    let mut wanted = expected.to_vec();
    sorted.sort_unstable();
    wanted.sort_unstable();
    assert_eq!(sorted, wanted);
    let place = |id: &str| found.iter().position(|(one, _)| one == id).unwrap();
    assert!(place("c") < place("b"), "the other side's order is kept: {found:?}");
}

#[test]
fn changes_that_are_not_valid_together_give_both_scenarios() {
    let merged = merge_one(
        r#"{"name":"Ons"}"#,
        r#"{"name":"Ons","values":{"dagbesteding.gemeente":0.2,"dagbesteding.rijk":0.7}}"#,
        r#"{"name":"Ons","values":{"dagbesteding.zorgverzekeraar":0.6,"dagbesteding.gemeente":0.3}}"#,
    );
    assert!(merged.is_split, "{merged:?}");
    assert_eq!(merged.workspace.scenarios.len(), 2);
}

#[test]
fn added_removed_and_moved_scenarios_of_both_sides_are_merged() {
    let base = workspace("abc");
    let mut ours = workspace("abcx");
    ours.scenarios[1].values.insert(STAFF, 4.0);
    let mut theirs = workspace("cby");
    theirs.shown = 2;
    theirs.scenarios[2].values.insert(VISITORS, 80.0);
    let merged = merge_all(&base, &ours, &theirs);
    assert_eq!(names(&merged.workspace), "cxby");
    assert_eq!(merged.workspace.scenarios[2].values.get(&STAFF), Some(&4.0));
    // A removed scenario that the other side changed stays.
    theirs.scenarios.remove(1);
    theirs.shown = 1;
    theirs.network = NetworkComposition::empty(2);
    let merged = merge_all(&base, &ours, &theirs);
    assert!(names(&merged.workspace).contains('b'), "{}", names(&merged.workspace));
    // Both sides add the same scenario: it is there once.
    let merged = merge_all(&base, &workspace("abcx"), &workspace("xabc"));
    assert_eq!(names(&merged.workspace).matches('x').count(), 1);
    let full = merge(&workspace("a"), &workspace("abcdefgh"), &workspace("ajklmnop"), MergeSide::Ours);
    assert_eq!(full, Err(15));
}

#[test]
fn a_change_is_never_written_into_another_scenario() {
    // Their side removed the scenario that ours changed, and added one in its place.
    let base = workspace("ab");
    let mut ours = base.clone();
    ours.scenarios[0].values.insert(STAFF, 9.0);
    let mut theirs = workspace("xb");
    theirs.scenarios[0].values.insert(VISITORS, 80.0);
    let merged = merge_all(&base, &ours, &theirs).workspace;
    let find = |name: &str| merged.scenarios.iter().find(|one| one.name == name).unwrap();
    assert_eq!(find("a").values.get(&STAFF), Some(&9.0));
    assert_eq!((find("x").values.get(&STAFF), find("x").values.get(&VISITORS)), (None, Some(&80.0)));
}

#[test]
fn network_reference_and_shown_scenario_are_merged() {
    let base = workspace("abc");
    let (mut ours, mut theirs) = (base.clone(), base.clone());
    ours.network.counts = vec![1, 0, 0];
    ours.shown = 1;
    theirs.network.counts = vec![0, 2, 0];
    theirs.network.inhabitants = Some(9000.0);
    theirs.reference = 2;
    theirs.shown = 2;
    theirs.swap(0, 2);
    let merged = merge_all(&base, &ours, &theirs).workspace;
    assert_eq!((names(&merged).as_str(), merged.reference, merged.shown), ("cba", 0, 1));
    assert_eq!((merged.network.counts, merged.network.inhabitants), (vec![0, 2, 1], Some(9000.0)));
    assert!(has_same_content(&base, &Workspace { shown: 2, ..base.clone() }));
    assert!(!has_same_content(&base, &Workspace { reference: 2, ..base.clone() }));
}

/// A change of one field: the scenario, the field, and a number that makes the value.
type Edit = (usize, usize, u32);

/// The number of fields that [`edit`] knows.
const FIELDS: usize = 7;

/// Changes a field of a scenario.
fn edit(workspace: &mut Workspace, (scenario, field, number): Edit) {
    let scenario = &mut workspace.scenarios[scenario];
    let value = f64::from(number);
    match field {
        0 => {
            scenario.values.insert(STAFF, value);
        }
        1 => {
            scenario.values.insert(VISITORS, value + 50.0);
        }
        2 => {
            scenario.counted.insert(Line::ALL[3], number.is_multiple_of(2));
        }
        3 => scenario.simulation.seed = u64::from(number) + 2,
        4 => {
            scenario.meta =
                meta::set_member(scenario.meta.as_deref(), "bouwstenen", Some(&format!("[{number}]")))
        }
        5 => scenario.meta = meta::set_member(scenario.meta.as_deref(), "ander", Some(&number.to_string())),
        _ => {
            scenario.values.insert(InputId::General(General::Vrijwilligers), value);
        }
    }
}

fn edits() -> impl Strategy<Value = Vec<Edit>> {
    prop::collection::vec((0..3_usize, 0..FIELDS, 0..90_u32), 0..8)
}

proptest! {
    /// Each field has the value of the side that changed it; where both did, that of the
    /// preferred side, with a conflict.
    #[test]
    fn no_change_is_lost_unless_both_sides_changed_the_field(
        before in edits(), our_edits in edits(), their_edits in edits(), ours_preferred in any::<bool>(),
    ) {
        let mut base = workspace("abc");
        before.iter().for_each(|change| edit(&mut base, *change));
        let (mut ours, mut theirs) = (base.clone(), base.clone());
        our_edits.iter().for_each(|change| edit(&mut ours, *change));
        their_edits.iter().for_each(|change| edit(&mut theirs, *change));
        let preferred = if ours_preferred { MergeSide::Ours } else { MergeSide::Theirs };
        let merged = merge(&base, &ours, &theirs, preferred).unwrap();
        let mut expected = base.clone();
        let (first, last) = if ours_preferred { (&their_edits, &our_edits) } else { (&our_edits, &their_edits) };
        for edits in [first, last] {
            for change in edits {
                let last_of_field = edits.iter().rev().find(|one| (one.0, one.1) == (change.0, change.1)).unwrap();
                let mut on_base = base.clone();
                edit(&mut on_base, *last_of_field);
                // A side that ends with the value of the base changed nothing.
                if on_base != base {
                    edit(&mut expected, *last_of_field);
                }
            }
        }
        // The order of the members of `meta` has no meaning.
        let plain = |workspace: &Workspace| -> Vec<_> {
            workspace.scenarios.iter().map(|one| {
                let mut members = meta::members(one.meta.as_deref().unwrap_or("{}"));
                members.sort();
                let members = format!("{members:?}");
                (Scenario { meta: None, ..one.clone() }, members)
            }).collect()
        };
        prop_assert_eq!(plain(&merged.workspace), plain(&expected));
        prop_assert!(!merged.is_split);
    }

    /// Without changes on one side, the result is the other side.
    #[test]
    fn a_side_without_changes_gives_the_other(before in edits(), after in edits()) {
        let mut base = workspace("abc");
        before.iter().for_each(|change| edit(&mut base, *change));
        let mut changed = base.clone();
        after.iter().for_each(|change| edit(&mut changed, *change));
        prop_assert_eq!(&merge_all(&base, &changed, &base).workspace, &changed);
        prop_assert_eq!(&merge_all(&base, &base, &changed).workspace, &changed);
        prop_assert_eq!(merge_all(&base, &changed, &changed).conflicts, vec![]);
    }
}
