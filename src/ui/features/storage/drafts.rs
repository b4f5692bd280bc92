//! Texts in fields that were refused, stored for this tab: after a reload each is in its field
//! again, with its problem. They end with the tab, since no scenario holds them.

use crate::helpers::NumberQuestion;
use crate::model::InputId;
use crate::participation_ladder::{LadderEntry, MeasuringPoint, STEPS};
use crate::platform::storage;
use crate::scenario::link::checksum;
use crate::scenario::meta::{self, quote};
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::financing::state::FunderField;
use crate::ui::features::network::state::NetworkField;
use crate::ui::state::{Draft, FieldId, State};

/// The name of the stored texts; `start.js` looks for it too.
const NAME: &str = "rekenmodel-2-velden";

/// Stores the refused texts in the fields of the scenario that is shown; removes those that
/// were stored where there are none.
pub fn save(state: &State) {
    let texts = to_json(state);
    if texts.is_some() || storage::read_of_tab(NAME).is_some() {
        storage::write_of_tab(NAME, texts.as_deref());
    }
}

/// Removes the stored texts.
pub fn erase() {
    storage::write_of_tab(NAME, None);
}

/// Puts the stored texts into their fields, if they belong to the scenario that is shown.
pub fn restore(state: &mut State) {
    if let Some(json) = storage::read_of_tab(NAME) {
        restore_from(state, &json);
    }
}

/// Returns the refused texts as JSON; `None` where there are none.
fn to_json(state: &State) -> Option<String> {
    if !state.has_refused_texts() {
        return None;
    }
    let texts: Vec<String> = fields(state)
        .into_iter()
        .filter_map(|(name, field)| {
            let draft = draft(state, field).filter(|draft| draft.is_refused())?;
            Some(format!("{}:{}", quote(&name), quote(&draft.text)))
        })
        .collect();
    let scenario = quote(&checksum(state.scenario().to_json().as_bytes()));
    Some(format!("{{\"scenario\":{scenario},\"texts\":{{{}}}}}", texts.join(",")))
}

fn restore_from(state: &mut State, json: &str) {
    let scenario = meta::get(Some(json), "scenario").and_then(meta::text);
    if scenario != Some(checksum(state.scenario().to_json().as_bytes())) {
        return;
    }
    let fields = fields(state);
    for (name, text) in meta::members(meta::get(Some(json), "texts").unwrap_or_default()) {
        let field = fields.iter().find(|(one, _)| *one == name).map(|(_, field)| *field);
        if let (Some(field), Some(text)) = (field, meta::text(text)) {
            state.type_feature_text(field, text);
        }
    }
    // Nothing was changed in this visit that could be undone.
    state.workspace.past.clear();
    state.end_step();
}

/// Returns all fields that can hold a refused text, each with the name under which it is stored.
fn fields(state: &State) -> Vec<(String, FieldId)> {
    let mut all = Vec::new();
    for id in state.workspace.inputs.ids() {
        let name = state.workspace.inputs.name(id);
        let setting = |end: &str, setting: fn(InputId) -> Setting| {
            (format!("ranges/{name}/{end}"), FieldId::Setting(setting(id)))
        };
        all.extend([setting("low", Setting::Low), setting("high", Setting::High)]);
        all.push((name, FieldId::Input(id)));
    }
    all.push(("draws".to_owned(), FieldId::Setting(Setting::Draws)));
    all.push(("seed".to_owned(), FieldId::Setting(Setting::Seed)));
    for index in 0..state.workspace.inputs.plan.len() {
        all.extend(FunderField::ALL.map(|field| {
            (format!("plan/{index}/{}", field.id()), FieldId::Setting(Setting::Plan(index, field)))
        }));
    }
    let network = |field| FieldId::Setting(Setting::Network(field));
    all.push(("network/inhabitants".to_owned(), network(NetworkField::Inhabitants)));
    for index in 0..state.workspace.current.scenarios.len() {
        all.push((format!("network/{index}"), network(NetworkField::Count(index))));
    }
    let helper = |question| FieldId::Setting(Setting::Helper(question));
    all.extend(NumberQuestion::ALL.map(|question| (format!("helper/{}", question.id()), helper(question))));
    for (column, when) in MeasuringPoint::ALL.into_iter().enumerate() {
        for step in 0..STEPS {
            all.push((format!("ladder/{column}/{step}"), FieldId::LadderEntry(LadderEntry { when, step })));
        }
    }
    all
}

/// Returns the text in a field; `None` where it shows its value.
fn draft(state: &State, field: FieldId) -> Option<&Draft> {
    match field {
        FieldId::Input(id) => state.editing.input_drafts.get(&id),
        FieldId::Setting(setting) => state.editing.setting_drafts.get(&setting),
        FieldId::LadderEntry(entry) => state.editing.ladder_drafts.get(&entry),
        FieldId::ScenarioName
        | FieldId::UserSource(_)
        | FieldId::OwnLabel(_)
        | FieldId::OwnUnit(_)
        | FieldId::FunderLabel(_)
        | FieldId::Goal(_) => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{General, Preset};
    use crate::scenario::Scenario;
    use crate::ui::routes::Route;

    fn state() -> State {
        State::new(Route::Worksheet, Scenario::new(Preset::Brochure))
    }

    #[test]
    fn refused_texts_come_back_in_the_same_scenario_only() {
        let ladder = LadderEntry { when: MeasuringPoint::Now, step: 2 };
        let texts = [
            (FieldId::Input(InputId::General(General::Bezoekers)), "zestig \"q\""),
            (FieldId::Setting(Setting::Low(InputId::General(General::Fte))), "x"),
            (FieldId::Setting(Setting::Draws), "veel"),
            (FieldId::Setting(Setting::Network(NetworkField::Inhabitants)), "-"),
            (FieldId::Setting(Setting::Helper(NumberQuestion::StillOff)), "170"),
            (FieldId::LadderEntry(ladder), "1,5"),
        ];
        let mut before = state();
        assert_eq!(to_json(&before), None);
        for (field, text) in texts {
            before.type_feature_text(field, text.to_owned());
        }
        let json = to_json(&before).unwrap();
        let mut after = state();
        restore_from(&mut after, &json);
        for (field, text) in texts {
            let restored = draft(&after, field).unwrap();
            assert_eq!(restored, draft(&before, field).unwrap());
            assert_eq!((restored.text.as_str(), restored.is_refused()), (text, true));
        }
        assert!(!after.workspace.can_undo());
        let mut other = State::new(Route::Worksheet, Scenario::new(Preset::Gunstig));
        restore_from(&mut other, &json);
        assert_eq!(to_json(&other), None);
        for nonsense in ["", "{}", "[", "{\"scenario\":1}"] {
            restore_from(&mut other, nonsense);
        }
        assert_eq!(to_json(&other), None);
    }

    #[test]
    fn an_accepted_text_is_not_stored() {
        let mut state = state();
        state.type_feature_text(FieldId::Input(InputId::General(General::Bezoekers)), "600".to_owned());
        assert_eq!(to_json(&state), None);
    }
}
