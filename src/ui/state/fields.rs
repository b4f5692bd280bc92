//! The reducer of the editing slice: passes a typed text or a slider's value to
//! the function that handles the field's kind.

use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::lazy::reduce;
use crate::ui::state::{EditingAction, FieldId, State};

impl State {
    pub(super) fn reduce_editing(&mut self, action: EditingAction) {
        match action {
            EditingAction::Type(field, text) => self.type_text(field, text),
            EditingAction::Slide(field, value) => self.slide(field, value),
            EditingAction::Leave(field) => self.leave(field),
        }
    }

    fn type_text(&mut self, field: FieldId, text: String) {
        match field {
            FieldId::Input(id) => self.type_input(id, text),
            FieldId::ScenarioName => self.rename_scenario(&text),
            FieldId::Setting(_)
            | FieldId::LadderEntry(_)
            | FieldId::UserSource(_)
            | FieldId::OwnLabel(_)
            | FieldId::OwnUnit(_)
            | FieldId::FunderLabel(_)
            | FieldId::Goal(_) => reduce(|feature| (feature.type_text)(self, field, text)),
        }
    }

    /// Applies the text of any field. It is part of the lazily loaded code, since
    /// it calls the reducers of all features; the fields of inputs and of the name, which
    /// are on the page from the start, do not wait for it.
    pub(crate) fn type_feature_text(&mut self, field: FieldId, text: String) {
        match field {
            FieldId::Input(id) => self.type_input(id, text),
            FieldId::Setting(setting) => self.type_setting(setting, text),
            FieldId::LadderEntry(entry) => self.type_people(entry, text),
            FieldId::ScenarioName => self.rename_scenario(&text),
            // An emptied source equals a figure that was only just marked as the
            // user's own, so it is a step apart from the typing before it.
            FieldId::UserSource(id) => {
                let joins_step = !text.is_empty();
                self.set_user_source(id, Some(text), joins_step);
            }
            FieldId::OwnLabel(index) => self.set_own_label(index, text),
            FieldId::OwnUnit(index) => self.set_own_unit(index, text),
            FieldId::FunderLabel(index) => self.set_funder_label(index, text),
            FieldId::Goal(kind) => self.type_goal(kind, text),
        }
    }

    fn slide(&mut self, field: FieldId, value: f64) {
        match field {
            FieldId::Input(id) => self.set_input(id, value),
            FieldId::Setting(setting @ (Setting::Low(_) | Setting::High(_))) => {
                reduce(|feature| (feature.slide)(self, setting, value))
            }
            // These have no slider.
            FieldId::Setting(
                Setting::Draws | Setting::Seed | Setting::Plan(..) | Setting::Network(_) | Setting::Helper(_),
            )
            | FieldId::LadderEntry(_)
            | FieldId::ScenarioName
            | FieldId::UserSource(_)
            | FieldId::OwnLabel(_)
            | FieldId::OwnUnit(_)
            | FieldId::FunderLabel(_)
            | FieldId::Goal(_) => {}
        }
    }

    /// Ends the step of a field that lost the focus. An accepted text is dropped,
    /// so that the field shows its value in the usual notation, unless a remark says how it
    /// was read; a refused one stays.
    fn leave(&mut self, field: FieldId) {
        let editing = &mut self.editing;
        editing.open_step = None;
        match field {
            FieldId::Input(id) => {
                if editing.input_drafts.get_mut(&id).is_some_and(|draft| !draft.tidy()) {
                    editing.input_drafts.remove(&id);
                }
            }
            FieldId::Setting(setting) => {
                if editing.setting_drafts.get_mut(&setting).is_some_and(|draft| !draft.tidy()) {
                    editing.setting_drafts.remove(&setting);
                }
            }
            FieldId::LadderEntry(entry) => {
                if editing.ladder_drafts.get_mut(&entry).is_some_and(|draft| !draft.tidy()) {
                    editing.ladder_drafts.remove(&entry);
                }
            }
            FieldId::ScenarioName
            | FieldId::UserSource(_)
            | FieldId::OwnLabel(_)
            | FieldId::OwnUnit(_)
            | FieldId::FunderLabel(_)
            | FieldId::Goal(_) => {}
        }
    }

    /// Returns whether a field shows a draft instead of its value.
    pub(super) fn has_draft(&self, field: FieldId) -> bool {
        match field {
            FieldId::Input(id) => self.editing.input_drafts.contains_key(&id),
            FieldId::Setting(setting) => self.editing.setting_drafts.contains_key(&setting),
            FieldId::LadderEntry(entry) => self.editing.ladder_drafts.contains_key(&entry),
            FieldId::ScenarioName
            | FieldId::UserSource(_)
            | FieldId::OwnLabel(_)
            | FieldId::OwnUnit(_)
            | FieldId::FunderLabel(_)
            | FieldId::Goal(_) => false,
        }
    }
}
