//! What can happen to the page, what is told after it, and what is being typed.

use crate::model::{CostBasis, InputId, Issue, Kind, Line, Preset};
use crate::participation_ladder::Rung;
use crate::scenario::changes::Change;
use crate::scenario::link::LinkProblem;
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::certainty::state::Uncertain;
use crate::ui::features::explain::state::Explaining;
use crate::ui::features::scenarios::state::Manage;
use crate::ui::features::sources::state::Sourcing;
use crate::ui::features::{building_blocks, financing, worksheet};
use crate::ui::state::View;

/// Something that is said once, above everything, until it is put away.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// The link that the page was opened with is no good.
    Link(LinkProblem),
    /// A file that was opened is no good.
    File(Vec<Issue>),
    /// The rest of the program could not be loaded.
    Missing,
    /// A file was opened.
    Opened(String),
    /// Own changes were replaced by a preset.
    Replaced(Preset),
    /// Everything was reset.
    Cleared,
    /// Everything begins anew, with the brochure and without a name.
    Anew,
    /// Something of the list of scenarios; [`State::beside`] says what.
    Told,
    /// Something is wrong with that list, or with keeping it.
    Trouble,
    /// Own amounts were converted to another price year.
    Converted {
        /// How many.
        amounts: usize,
        /// From prices of this year.
        from: i32,
        /// To prices of this year.
        to: i32,
        /// Times this.
        factor: f64,
    },
}

impl Notice {
    /// Whether undoing the last step is a sensible answer.
    pub fn can_be_undone(&self) -> bool {
        !matches!(self, Notice::Link(_) | Notice::File(_) | Notice::Missing | Notice::Trouble)
    }
}

/// The visitors changed under the key figure; savings could be scaled along.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ScaleOffer {
    /// Visitors before.
    pub from: f64,
    /// Visitors now.
    pub to: f64,
}

/// A text property of an own line.
#[derive(Clone, Debug, PartialEq)]
pub enum OwnEdit {
    /// Its name.
    Label(String),
    /// The unit of its quantity.
    Unit(String),
    /// What the saving is to whom.
    Kind(Kind),
    /// Whether it counts.
    Counted(bool),
}

/// Where the focus goes once all that happens now is on the page.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Aim {
    /// The element's id.
    pub id: String,
    /// Whether what is around it opens, and the page moves there.
    pub open: bool,
    /// How many there have been: the same one again is another one.
    pub count: u32,
}

/// Everything that can happen.
#[derive(Clone, Debug, PartialEq)]
pub enum Action {
    /// A text was typed in an input's field.
    Type(InputId, String),
    /// A slider was moved to this value.
    Slide(InputId, f64),
    /// A field or slider was left.
    Leave(InputId),
    /// An input goes back to the preset's value.
    Reset(InputId),
    /// One thing that differs goes back to what the preset has.
    PutBack(Change),
    /// An input is marked as the user's own figure, with where it comes from,
    /// or no longer is.
    Mark(InputId, Option<String>),
    /// Another input's break-even is shown.
    Explore(InputId),
    /// An input gets the value at which the saldo is zero.
    BreakEven(InputId),
    /// Everything goes back to the preset's values.
    ResetAll,
    /// Everything begins anew: the brochure, without a name or anything else.
    StartOver,
    /// Everything becomes this preset.
    Choose(Preset),
    /// How costs are reckoned.
    Basis(CostBasis),
    /// Whether a fixed line counts.
    Counted(Line, bool),
    /// All quantities of savings times visitors now ÷ visitors before.
    ScaleSavings,
    /// An own cost line is added.
    AddCost,
    /// An own savings line is added.
    AddSaving,
    /// An own line is changed.
    Own(usize, OwnEdit),
    /// An own line is added as an example has it.
    AddExample(usize),
    /// A copy of an own line is added behind it.
    Duplicate(usize),
    /// An own line changes places with the one before it, or else behind it.
    Move(usize, bool),
    /// An own line is removed.
    Remove(usize),
    /// A text field that is no input's was left.
    Left,
    /// The scenario gets a name.
    Name(String),
    /// One step back.
    Undo,
    /// One step forward again.
    Redo,
    /// The address changed, to this view.
    Go(View),
    /// A view is shown.
    Show(View),
    /// A file was read.
    Open(String),
    /// The notice is put away.
    Dismiss,
    /// Something of what is uncertain.
    Uncertain(Uncertain),
    /// Something of explanations.
    Explain(Explaining),
    /// Something of the list of scenarios, or of what is kept of it.
    Scenarios(Manage),
    /// Something of the bouwstenen or the ladder.
    Offer(building_blocks::state::Offer),
    /// Something of the sources.
    Sources(Sourcing),
    /// Something of the dekkingsplan.
    Plan(financing::state::Planning),
    /// Something of the search for what it may cost.
    Goal(worksheet::goal_state::Seeking),
    /// The browser did what it was asked, or not.
    Said(Option<(String, bool)>),
    /// The focus goes to the element with this id, after all before this; `true`
    /// where what is around it must open.
    Aim(String, bool),
    /// Something was loaded, cannot be, or is tried again.
    LoadStateChanged,
    /// What was asked for cannot be loaded.
    Missing,
}

/// What is being changed: its changes are one step.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Editing {
    /// The value of an input.
    Value(InputId),
    /// The name of the own line at this place.
    Label(usize),
    /// The unit of the own line at this place.
    Unit(usize),
    /// The scenario's name.
    Name,
    /// Where the figure of an input comes from.
    Mark(InputId),
    /// A range, the number of draws or the seed.
    Setting(Setting),
    /// A number of people on the ladder.
    Rung(Rung),
    /// Whatever another window changes.
    Elsewhere,
    /// The name of the funder at this place of the plan.
    Funder(usize),
    /// What it may cost: the text of this goal.
    Goal(worksheet::goal_state::Kind),
}
