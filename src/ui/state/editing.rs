//! The editing slice: the text of each field while it is being typed, with the
//! problem of a text that is refused.

use crate::model::InputId;
use crate::participation_ladder::LadderEntry;
use crate::text::Text;
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::worksheet::goal_state::GoalKind;
use crate::ui::state::price_conversion::PriceOffer;
use litemap::LiteMap;

/// A text field or slider that a person can change.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum FieldId {
    /// The value of an input.
    Input(InputId),
    /// A number that is no input of the model: a bound of a range, or a number
    /// of the simulation, of the dekkingsplan or of the network.
    Setting(Setting),
    /// A number of people on the participatieladder.
    LadderEntry(LadderEntry),
    /// The name of the scenario that is shown.
    ScenarioName,
    /// The source of the user's own figure for an input, such as an offer.
    UserSource(InputId),
    /// The name of the own line at this index.
    OwnLabel(usize),
    /// The unit of the own line at this index.
    OwnUnit(usize),
    /// The name of the funder at this index of the dekkingsplan.
    FunderLabel(usize),
    /// The wanted coverage or saldo of a goal seek.
    Goal(GoalKind),
}

/// The origin of a series of small changes, such as a field that is typed in.
/// Consecutive changes of one origin are undone as one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ChangeOrigin {
    /// A person who changes this field.
    Field(FieldId),
    /// Another window of the same browser, whose scenarios are adopted.
    OtherWindow,
}

impl From<FieldId> for ChangeOrigin {
    fn from(field: FieldId) -> ChangeOrigin {
        ChangeOrigin::Field(field)
    }
}

/// The text of a field while it is being typed.
#[derive(Clone, Debug, PartialEq)]
pub struct Draft {
    /// The text as typed.
    pub text: String,
    /// The sentence that says why the text is refused; `None` if it is accepted.
    pub problem: Option<String>,
    /// The number as it was read, in the usual notation, where an accepted text has the
    /// separators of another one. It stays with its field until its value changes.
    pub read_as: Option<String>,
}

impl Draft {
    /// Returns the remark on how the text was read; `None` where it can be read in one way only.
    pub fn note(&self, words: &Text) -> Option<String> {
        self.read_as.as_deref().map(words.sentences.read_as)
    }

    /// Writes an accepted text in the usual notation, once its field is left. Returns whether
    /// the draft is still needed: a refused text is, and one with a remark.
    pub fn tidy(&mut self) -> bool {
        if let Some(read_as) = self.read_as.as_ref().filter(|_| !self.is_refused()) {
            self.text.clone_from(read_as);
        }
        self.is_refused() || self.read_as.is_some()
    }

    /// Returns whether the text was refused.
    pub fn is_refused(&self) -> bool {
        self.problem.is_some()
    }
}

/// An offer to scale the quantities of all savings by `to / from`, made when
/// the number of visitors changes while costs are calculated by the kengetal
/// (visitors times costs per visitor).
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleOffer {
    /// The number of visitors before.
    pub from: f64,
    /// The number of visitors now.
    pub to: f64,
}

/// The texts that are being typed, by field, and the origin of the step that is not
/// complete yet.
#[derive(Clone, Debug, Default)]
pub struct EditingState {
    /// Texts of the fields of inputs.
    pub input_drafts: LiteMap<InputId, Draft>,
    /// Texts of the fields of settings: ranges, draws, seed, dekkingsplan and
    /// network.
    pub setting_drafts: LiteMap<Setting, Draft>,
    /// Texts of the numbers of people on the participatieladder.
    pub ladder_drafts: LiteMap<LadderEntry, Draft>,
    /// The origin of the step of undo that is not complete yet: the next change of this
    /// origin joins that step. `None` if the next change begins a step.
    pub open_step: Option<ChangeOrigin>,
    /// The offer to scale savings, until it is accepted or other figures make
    /// it out of date.
    pub scale_offer: Option<ScaleOffer>,
    /// The offer to convert the user's amounts to a new price year, until it is accepted or
    /// the user changes amounts.
    pub price_offer: Option<PriceOffer>,
    /// Both offers as they were when the last step began.
    pub offers_before_step: (Option<ScaleOffer>, Option<PriceOffer>),
}

impl EditingState {
    /// Returns the inputs whose text is refused, each with its problem.
    pub fn refused_inputs(&self) -> impl Iterator<Item = (InputId, &str)> {
        self.input_drafts.iter().filter_map(|(id, draft)| Some((*id, draft.problem.as_deref()?)))
    }

    /// Returns the input whose value or source a person is changing.
    pub fn active_input(&self) -> Option<InputId> {
        match self.active_field()? {
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

    /// Returns the field that a person is changing.
    pub fn active_field(&self) -> Option<FieldId> {
        match self.open_step? {
            ChangeOrigin::Field(field) => Some(field),
            ChangeOrigin::OtherWindow => None,
        }
    }

    /// Returns whether a person is changing a field of the dekkingsplan.
    pub fn is_changing_plan(&self) -> bool {
        matches!(self.active_field(), Some(FieldId::FunderLabel(_) | FieldId::Setting(Setting::Plan(..))))
    }

    /// Returns whether a person is changing a field of the own line at this
    /// index.
    pub fn is_changing_own_line(&self, index: usize) -> bool {
        match self.active_field() {
            Some(
                FieldId::OwnLabel(active)
                | FieldId::OwnUnit(active)
                | FieldId::Input(InputId::Own(active, _))
                | FieldId::UserSource(InputId::Own(active, _)),
            ) => active == index,
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
