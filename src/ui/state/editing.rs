//! The editing slice: texts as they are typed, and what is wrong with them.

use crate::model::InputId;
use crate::participation_ladder::LadderEntry;
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::worksheet::goal_state::GoalKind;
use litemap::LiteMap;

/// A field with text that a person can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldId {
    /// The value of an input.
    Input(InputId),
    /// A range, a number of the simulation, the dekkingsplan or the network.
    Setting(Setting),
    /// A number of people on the participatieladder.
    LadderEntry(LadderEntry),
    /// The name of the scenario that is shown.
    ScenarioName,
    /// Where the user's own figure of an input comes from.
    UserSource(InputId),
    /// The name of the own line at this position.
    OwnLabel(usize),
    /// The unit of the own line at this position.
    OwnUnit(usize),
    /// The name of the funder at this position of the dekkingsplan.
    FunderLabel(usize),
    /// The number that a goal seek looks for.
    Goal(GoalKind),
}

/// What changes a scenario bit by bit: its changes in a row are one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EditSource {
    /// A person, in this field.
    Field(FieldId),
    /// Another window of the same browser.
    OtherWindow,
}

impl From<FieldId> for EditSource {
    fn from(field: FieldId) -> EditSource {
        EditSource::Field(field)
    }
}

/// The text of a field while it is being typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The text as typed.
    pub text: String,
    /// What is wrong with it.
    pub problem: Option<String>,
    /// A remark about a text that is accepted.
    pub note: Option<String>,
}

impl Draft {
    /// Returns whether the text was refused.
    pub fn is_refused(&self) -> bool {
        self.problem.is_some()
    }
}

/// An offer to scale savings, after visitors changed under the kengetal.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleOffer {
    /// The number of visitors before.
    pub from: f64,
    /// The number of visitors now.
    pub to: f64,
}

/// Texts that are being typed, by their field.
#[derive(Clone, Debug, Default)]
pub struct EditingState {
    /// Texts of inputs.
    pub drafts: LiteMap<InputId, Draft>,
    /// Texts of ranges, draws, seed, dekkingsplan and network.
    pub settings: LiteMap<Setting, Draft>,
    /// Texts of numbers of people on the participatieladder.
    pub rungs: LiteMap<LadderEntry, Draft>,
    /// What is being changed now.
    pub active: Option<EditSource>,
    /// The offer to scale savings, until it is taken or figures change.
    pub scale_offer: Option<ScaleOffer>,
}

impl EditingState {
    /// Returns the inputs whose text is refused, with what is wrong.
    pub fn problems(&self) -> impl Iterator<Item = (InputId, &str)> {
        self.drafts.iter().filter_map(|(id, draft)| Some((*id, draft.problem.as_deref()?)))
    }

    /// Returns the input that is being changed.
    pub fn input(&self) -> Option<InputId> {
        match self.field()? {
            FieldId::Input(id) | FieldId::UserSource(id) => Some(id),
            FieldId::Setting(_)
            | FieldId::LadderEntry(_)
            | FieldId::ScenarioName
            | FieldId::OwnLabel(_)
            | FieldId::OwnUnit(_)
            | FieldId::FunderLabel(_)
            | FieldId::Goal(_) => None,
        }
    }

    /// Returns the field that is being changed.
    pub fn field(&self) -> Option<FieldId> {
        match self.active? {
            EditSource::Field(field) => Some(field),
            EditSource::OtherWindow => None,
        }
    }

    /// Returns whether the dekkingsplan is being typed in.
    pub fn is_in_plan(&self) -> bool {
        matches!(self.field(), Some(FieldId::FunderLabel(_) | FieldId::Setting(Setting::Plan(..))))
    }

    /// Returns whether the own line at this position is being changed.
    pub fn is_in_own_line(&self, position: usize) -> bool {
        match self.field() {
            Some(
                FieldId::OwnLabel(at)
                | FieldId::OwnUnit(at)
                | FieldId::Input(InputId::Own(at, _))
                | FieldId::UserSource(InputId::Own(at, _)),
            ) => at == position,
            Some(
                FieldId::Input(InputId::General(_) | InputId::Line(..))
                | FieldId::UserSource(InputId::General(_) | InputId::Line(..))
                | FieldId::Setting(_)
                | FieldId::LadderEntry(_)
                | FieldId::ScenarioName
                | FieldId::FunderLabel(_)
                | FieldId::Goal(_),
            )
            | None => false,
        }
    }
}
