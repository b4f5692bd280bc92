//! Which scenarios of both sides of a merge are the same, and the order of them all.

use crate::scenario::Scenario;
use crate::scenario::workspace::Workspace;

/// Identity of a scenario within one merge.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ScenarioKey {
    /// The scenario of the base with this index.
    Base(usize),
    /// The scenario with this index on our side, which was added.
    Ours(usize),
    /// The scenario with this index on their side, which was added.
    Theirs(usize),
    /// The second version of a scenario whose changes could not be merged.
    Split,
}

/// Returns the keys of the scenarios on our side and on their side.
pub fn keys(base: &Workspace, ours: &Workspace, theirs: &Workspace) -> (Vec<ScenarioKey>, Vec<ScenarioKey>) {
    let key = |added: fn(usize) -> ScenarioKey| {
        move |(index, found): (usize, Option<usize>)| found.map_or(added(index), ScenarioKey::Base)
    };
    let our_indexes = aligned(&base.scenarios, &ours.scenarios);
    let our_keys: Vec<ScenarioKey> =
        our_indexes.into_iter().enumerate().map(key(ScenarioKey::Ours)).collect();
    let their_indexes = aligned(&base.scenarios, &theirs.scenarios);
    let mut their_keys: Vec<ScenarioKey> =
        their_indexes.into_iter().enumerate().map(key(ScenarioKey::Theirs)).collect();
    // Both sides may have added the same scenario, such as an unchanged preset.
    let mut taken: Vec<ScenarioKey> = Vec::new();
    for (index, key) in their_keys.iter_mut().enumerate() {
        let same = our_keys.iter().enumerate().find(|(our_index, our_key)| {
            matches!(our_key, ScenarioKey::Ours(_))
                && !taken.contains(our_key)
                && ours.scenarios[*our_index] == theirs.scenarios[index]
        });
        if let (ScenarioKey::Theirs(_), Some((_, our_key))) = (*key, same) {
            taken.push(*our_key);
            *key = *our_key;
        }
    }
    (our_keys, their_keys)
}

/// A function that returns whether the scenarios of the base and of a side with these indexes
/// are the same, given the pairs that were found so far.
type IsPair<'a> = dyn Fn(usize, usize, &[Option<usize>]) -> bool + 'a;

/// Returns for each scenario of a side its index in the base; `None` for one that was added.
fn aligned(base: &[Scenario], side: &[Scenario]) -> Vec<Option<usize>> {
    let mut found: Vec<Option<usize>> = vec![None; side.len()];
    let is_free = |found: &[Option<usize>], index: usize| !found.contains(&Some(index));
    let mut pair_if = |is_pair: &IsPair| {
        for index in 0..side.len() {
            if found[index].is_none() {
                let mut candidates = (0..base.len()).filter(|one| is_free(&found, *one));
                found[index] = candidates.find(|one| is_pair(*one, index, &found));
            }
        }
    };
    pair_if(&|one, index, _| one == index && base[one] == side[index]);
    pair_if(&|one, index, _| base[one] == side[index]);
    pair_if(&|one, index, _| one == index && base[one].name == side[index].name);
    pair_if(&|one, index, found| {
        let name = &side[index].name;
        let has_name = |scenario: &&Scenario| scenario.name == *name;
        let free = base.iter().enumerate().filter(|(other, _)| is_free(found, *other)).map(|(_, one)| one);
        let unpaired = side.iter().zip(found).filter(|(_, pair)| pair.is_none()).map(|(one, _)| one);
        base[one].name == *name
            && free.filter(has_name).count() == 1
            && unpaired.filter(has_name).count() == 1
    });
    pair_if(&|one, index, _| {
        one == index && Scenario { name: side[index].name.clone(), ..base[one].clone() } == side[index]
    });
    found
}

/// Returns the keys of both sides in one order. Where our side kept the order of the base, the
/// order is theirs, and otherwise ours; what only the other side has, stands after what it
/// stands after there.
pub fn merged_order<K: Clone + PartialEq>(base: &[K], ours: &[K], theirs: &[K]) -> Vec<K> {
    let shared = |list: &[K], with: &[K]| -> Vec<K> {
        list.iter().filter(|key| with.contains(key)).cloned().collect()
    };
    let kept_order = shared(ours, base) == shared(base, ours);
    let (first, second) = if kept_order { (theirs, ours) } else { (ours, theirs) };
    let mut order = first.to_vec();
    for (index, key) in second.iter().enumerate() {
        if order.contains(key) {
            continue;
        }
        let before =
            index.checked_sub(1).and_then(|index| order.iter().position(|one| *one == second[index]));
        order.insert(before.map_or(0, |place| place + 1), key.clone());
    }
    order
}
