//! Merge of one scenario as JSON: object by object, key by key.

use crate::scenario::Scenario;
use crate::scenario::merge::align::merged_order;
use crate::scenario::merge::{MergeConflict, MergeSide};
use crate::scenario::meta::{self, MetaMember, quote};

/// A merge of one scenario that is going on.
pub struct JsonMerge {
    /// Index of the scenario in the merged workspace.
    scenario: usize,
    preferred: MergeSide,
    /// Conflicts that were found so far.
    pub conflicts: Vec<MergeConflict>,
}

/// A value of the base and of both sides; `None` where there is none.
#[derive(Clone, Copy)]
struct Values<'a> {
    base: Option<&'a str>,
    ours: Option<&'a str>,
    theirs: Option<&'a str>,
}

impl<'a> Values<'a> {
    fn all(self) -> impl Iterator<Item = &'a str> {
        [self.base, self.ours, self.theirs].into_iter().flatten()
    }

    fn map<T>(self, read: impl Fn(&'a str) -> Vec<T>) -> [Vec<T>; 3] {
        [self.base, self.ours, self.theirs].map(|json| json.map(&read).unwrap_or_default())
    }
}

impl JsonMerge {
    /// Begins the merge of the scenario that gets this index.
    pub fn new(scenario: usize, preferred: MergeSide) -> JsonMerge {
        JsonMerge { scenario, preferred, conflicts: Vec::new() }
    }

    /// Merges a scenario; `None` where the changes of both sides are not valid together.
    pub fn scenario(&mut self, base: &Scenario, ours: &Scenario, theirs: &Scenario) -> Option<Scenario> {
        if ours == theirs || theirs == base {
            return Some(ours.clone());
        }
        if ours == base {
            return Some(theirs.clone());
        }
        let (base, ours, theirs) = (base.to_json(), ours.to_json(), theirs.to_json());
        let values = Values { base: Some(&base), ours: Some(&ours), theirs: Some(&theirs) };
        let merged = self.value("", values)?;
        Scenario::parse(&merged).ok()
    }

    /// Merges a value: from the side that changed it, or part by part where both did.
    fn value(&mut self, field: &str, values: Values) -> Option<String> {
        let Values { base, ours, theirs } = values;
        if ours == theirs || theirs == base {
            return ours.map(str::to_owned);
        }
        if ours == base {
            return theirs.map(str::to_owned);
        }
        let are_all = |bracket: char| values.all().all(|json| json.starts_with(bracket));
        if are_all('{') && has_parts(field) {
            return self.object(field, values);
        }
        if are_all('[') {
            let [base_items, our_items, their_items] = values.map(meta::items);
            let have_ids = values.all().flat_map(meta::items).all(|item| id(item).is_some());
            if have_ids {
                return Some(self.list_with_ids(field, [base_items, our_items, their_items]));
            }
            if base_items.len() == our_items.len() && our_items.len() == their_items.len() {
                let items = (0..our_items.len()).filter_map(|index| {
                    let at = |items: &[&'_ str]| items.get(index).map(|item| (*item).to_owned());
                    let (base, ours, theirs) = (at(&base_items), at(&our_items), at(&their_items));
                    let values =
                        Values { base: base.as_deref(), ours: ours.as_deref(), theirs: theirs.as_deref() };
                    self.value(&format!("{field}/{index}"), values)
                });
                return Some(format!("[{}]", items.collect::<Vec<_>>().join(",")));
            }
        }
        let (taken, dropped) = match self.preferred {
            MergeSide::Ours => (ours, theirs),
            MergeSide::Theirs => (theirs, ours),
        };
        let [taken, dropped] = [taken, dropped].map(|json| json.map(str::to_owned));
        self.conflicts.push(MergeConflict {
            scenario: self.scenario,
            field: field.to_owned(),
            taken: taken.clone(),
            dropped,
        });
        taken
    }

    fn object(&mut self, field: &str, values: Values) -> Option<String> {
        let [base, ours, theirs] = values.map(meta::members);
        let mut keys: Vec<&String> = ours.iter().map(|(key, _)| key).collect();
        keys.extend(theirs.iter().map(|(key, _)| key).filter(|key| !ours.iter().any(|(one, _)| one == *key)));
        let at = |members: &[(String, &'_ str)], key: &str| {
            members.iter().find(|(one, _)| one == key).map(|(_, json)| (*json).to_owned())
        };
        let mut members = Vec::new();
        for key in keys {
            let (base, ours, theirs) = (at(&base, key), at(&ours, key), at(&theirs, key));
            let values = Values { base: base.as_deref(), ours: ours.as_deref(), theirs: theirs.as_deref() };
            let inside = if field.is_empty() { key.clone() } else { format!("{field}/{key}") };
            if let Some(json) = self.value(&inside, values) {
                members.push(format!("{}:{json}", quote(key)));
            }
        }
        (!members.is_empty()).then(|| format!("{{{}}}", members.join(",")))
    }

    /// Merges a list of objects that each have an id.
    fn list_with_ids(&mut self, field: &str, [base, ours, theirs]: [Vec<&str>; 3]) -> String {
        let ids = |items: &[&str]| items.iter().filter_map(|item| id(item)).collect::<Vec<String>>();
        let (base_ids, our_ids) = (ids(&base), ids(&ours));
        // Two windows give the same id to different objects that they add.
        let theirs: Vec<String> = theirs
            .into_iter()
            .map(|item| match id(item) {
                Some(id) if our_ids.contains(&id) && !base_ids.contains(&id) && !ours.contains(&item) => {
                    with_free_id(item, &id, &our_ids)
                }
                _ => item.to_owned(),
            })
            .collect();
        let theirs: Vec<&str> = theirs.iter().map(String::as_str).collect();
        let at = |items: &[&str], wanted: &str| {
            items.iter().find(|item| id(item).as_deref() == Some(wanted)).map(|item| (*item).to_owned())
        };
        let mut merged = Vec::new();
        for id in merged_order(&base_ids, &our_ids, &ids(&theirs)) {
            let (base, ours, theirs) = (at(&base, &id), at(&ours, &id), at(&theirs, &id));
            merged.extend(match (&base, &ours, &theirs) {
                // Removed on one side: gone, unless the other side changed it.
                (Some(base), Some(left), None) | (Some(base), None, Some(left)) => {
                    (base != left).then(|| left.clone())
                }
                _ => {
                    let values =
                        Values { base: base.as_deref(), ours: ours.as_deref(), theirs: theirs.as_deref() };
                    self.value(&format!("{field}/{id}"), values)
                }
            });
        }
        format!("[{}]", merged.join(","))
    }
}

/// Returns the JSON at a field: keys of objects, and ids or indices of items of lists, with
/// `/` between them. `None` where there is none.
pub fn at<'a>(json: &'a str, field: &str) -> Option<&'a str> {
    field.split('/').try_fold(json, |json, key| {
        if !json.starts_with('[') {
            return meta::get(Some(json), key);
        }
        let items = meta::items(json);
        let with_id = items.iter().find(|item| id(item).as_deref() == Some(key));
        with_id.copied().or_else(|| items.get(key.parse::<usize>().ok()?).copied())
    })
}

/// Returns whether the parts of an object at this field are merged one by one. The ends of a
/// range belong together, as does what another program stored in `meta`.
fn has_parts(field: &str) -> bool {
    let mut keys = field.split('/');
    match (keys.next(), keys.next()) {
        (Some("ranges"), Some(_)) => false,
        (Some("meta"), Some(member)) => {
            let known = MetaMember::ALL.iter().find(|one| one.key() == member);
            known.is_some_and(|known| *known != MetaMember::Presentatie)
        }
        _ => true,
    }
}

/// Returns the id of an object; `None` where it has none.
fn id(item: &str) -> Option<String> {
    meta::get(Some(item), "id").and_then(meta::text)
}

/// Returns the object with an id that is not taken.
fn with_free_id(item: &str, id: &str, taken: &[String]) -> String {
    // An id has at most 32 characters.
    let start: String = id.chars().take(28).collect();
    let free = (2..).map(|number| format!("{start}-{number}")).find(|id| !taken.contains(id));
    let free = free.unwrap_or(start);
    meta::set_member(Some(item), "id", Some(&quote(&free))).unwrap_or_else(|| item.to_owned())
}
