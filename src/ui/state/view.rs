//! The view slice: which view is shown and what is open in it. None of it is
//! saved or undone.

use crate::compare::ComparedFigure;
use crate::model::{InputId, Issue, Line, LineField, Party, Preset};
use crate::scenario::link::LinkProblem;
use crate::scenario::version_1::Conversion;
use crate::ui::features::centre::state::Certainty;
use crate::ui::features::explain::state::Explained;
use crate::ui::features::scenarios::messages::{ScenarioMessage, ScenarioProblem};
use crate::ui::features::share::state::LinkContent;
use crate::ui::features::sources::state::SourcesState;
use crate::ui::features::what_if::state::WhatIfState;
use crate::ui::features::worksheet::goal_state::GoalQuestion;
use crate::ui::routes::Route;
use crate::uncertainty::SimulatedFigure;
use yew::AttrValue;

/// A message above the page's content, shown until a person closes it or another
/// one takes its place.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// A link was opened whose scenario cannot be read.
    LinkRefused(LinkProblem),
    /// A file was opened that is not valid; all of its problems.
    FileRefused(Vec<Issue>),
    /// A file was opened; the name of its scenario.
    FileOpened(String),
    /// An offer was accepted that would bring figures out of their limits, so nothing was
    /// changed; all of these figures.
    BeyondLimits(Vec<Issue>),
    /// A preset was chosen, which replaced the user's changes.
    PresetChosen(Preset),
    /// This preset is beneath the user's own figures now.
    PresetBeneath(Preset),
    /// Everything was reset to the preset.
    Reset,
    /// Everything started afresh, with the brochure and without a name.
    StartedOver,
    /// A change of the list of scenarios.
    Scenarios(ScenarioMessage),
    /// A problem with the list of scenarios, or with saving it.
    ScenarioProblem(ScenarioProblem),
    /// A part of the program that an act of the user needs could not be loaded.
    LoadingFailed,
    /// The user's amounts were converted to another price year.
    Converted {
        /// The number of amounts.
        amounts: usize,
        /// The price year before.
        from: i32,
        /// The price year now.
        to: i32,
        /// The factor that each amount was multiplied by.
        factor: f64,
    },
}

impl Notice {
    /// Returns whether the message is about a step that a person may want to undo.
    /// All others are problems.
    pub fn can_be_undone(&self) -> bool {
        match self {
            Notice::LinkRefused(_)
            | Notice::FileRefused(_)
            | Notice::BeyondLimits(_)
            | Notice::ScenarioProblem(_)
            | Notice::LoadingFailed => false,
            Notice::FileOpened(_)
            | Notice::PresetChosen(_)
            | Notice::PresetBeneath(_)
            | Notice::Reset
            | Notice::StartedOver
            | Notice::Scenarios(_)
            | Notice::Converted { .. } => true,
        }
    }
}

/// A request to move the focus.
#[derive(Clone, Debug, PartialEq)]
pub enum FocusRequest {
    /// Focuses the element with this id, and scrolls no further than needed.
    Element(String),
    /// Opens all closed groups around the element with this id, scrolls to it
    /// and focuses it.
    Reveal(String),
}

/// The view that is shown, and what is open or chosen in each view.
#[derive(Clone, Debug)]
pub struct ViewState {
    /// The view that is shown.
    pub route: Route,
    /// The message above the page's content.
    pub notice: Option<Notice>,
    /// The changes that reading made to scenarios of version 1 of the model, shown in a
    /// notice of their own; empty without any, or after a person closed that notice.
    pub conversions: Vec<Conversion>,
    /// The revision of the scenarios when a link was refused. Until they change, the
    /// address stays as it is, so that a person can repair it or open it again.
    pub refused_link_revision: Option<u32>,
    /// Whether something that a person asked for could not be loaded, and no later
    /// attempt has succeeded yet.
    pub loading_failed: bool,
    /// A problem with the network of initiatives, shown next to the button that
    /// was pressed when it occurred.
    pub network_problem: Option<ScenarioProblem>,
    /// The last request to move the focus, with the number of requests so far, so
    /// that a repeated request counts as a new one.
    pub focus: Option<(FocusRequest, u32)>,
    /// Whether the last command to the browser succeeded, with the id of the
    /// element that it was given for.
    pub command_status: Option<(String, bool)>,
    /// The figure whose explanation is open.
    pub explained: Option<Explained>,
    /// The file of sources, once it is needed, and which inputs show theirs.
    pub sources: SourcesState,
    /// The input whose break-even is shown; an own line's may no longer exist.
    pub break_even_input: InputId,
    /// The question of the goal seek; `None` until a person changes it.
    pub goal: Option<GoalQuestion>,
    /// The question of 'Wat als?' that is shown, and what is set in each.
    pub what_if: WhatIfState,
    /// The figure whose distribution a person chose to see; `None` until then. Read it with
    /// `State::distribution`.
    pub distribution: Option<SimulatedFigure>,
    /// The ids of the charts whose data tables were opened; others are not drawn.
    pub open_tables: Vec<String>,
    /// The figure that the comparison draws for each scenario; `None` stands for
    /// the chance that costs are covered, which only the simulation gives.
    pub compared_measure: Option<ComparedFigure>,
    /// The index of the scenario whose difference from the reference scenario a person
    /// chose to see explained.
    pub explained_scenario: Option<usize>,
    /// What the link holds that the view to share scenarios offers.
    pub link_content: LinkContent,
    /// The answer of which the page asks whether a range that was set by hand may be
    /// replaced, and how sure the user said to be.
    pub asked_certainty: Option<(InputId, Certainty)>,
    /// The input beside whose field a helper is open.
    pub open_helper: Option<InputId>,
    /// Whether the page is the static shell; read it with `State::is_shell`.
    pub shell: bool,
    /// The contact for questions, as the host of the site configured it.
    pub contact: AttrValue,
}

impl ViewState {
    /// Returns the state of a page that opens with this view.
    pub fn new(route: Route) -> ViewState {
        ViewState {
            route,
            notice: None,
            conversions: Vec::new(),
            refused_link_revision: None,
            loading_failed: false,
            network_problem: None,
            focus: None,
            command_status: None,
            explained: None,
            sources: SourcesState::default(),
            break_even_input: InputId::Line(Line::Dagbesteding, LineField::Aantal),
            goal: None,
            what_if: WhatIfState::default(),
            distribution: None,
            open_tables: Vec::new(),
            compared_measure: Some(ComparedFigure::Party(Party::Gemeente)),
            explained_scenario: None,
            link_content: LinkContent::default(),
            asked_certainty: None,
            open_helper: None,
            shell: false,
            contact: AttrValue::default(),
        }
    }

    /// Shows a view, and closes an explanation and a helper that belong to another view.
    pub fn show(&mut self, route: Route) {
        if route != self.route {
            self.explained = None;
            self.open_helper = None;
        }
        self.route = route;
    }

    /// Records a request, which the page fulfils after it is drawn.
    pub fn request_focus(&mut self, request: FocusRequest) {
        let count = self.focus.as_ref().map_or(0, |(_, count)| *count);
        self.focus = Some((request, count + 1));
    }

    /// Returns whether the view that is shown is for whoever wants the answer: its amounts are
    /// rounded so that they add up. The others show exact amounts, and differences from a preset.
    pub fn shows_rounded_amounts(&self) -> bool {
        match self.route {
            Route::Centre | Route::WhatIf => true,
            Route::Uncertainty
            | Route::Compare
            | Route::Worksheet
            | Route::Sources
            | Route::Share
            | Route::BuildingBlocks
            | Route::Compact => false,
        }
    }

    /// Returns whether the last command failed and was given for the element with
    /// this id.
    pub fn has_command_failed(&self, id: &str) -> bool {
        self.command_status.as_ref().is_some_and(|(element_id, succeeded)| element_id == id && !succeeded)
    }
}
