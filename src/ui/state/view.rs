//! The view slice: what is shown, and no part of any scenario.

use crate::compare::ComparedFigure;
use crate::model::{InputId, Issue, Line, LineField, Party, Preset};
use crate::scenario::link::LinkProblem;
use crate::ui::features::explain::state::Explained;
use crate::ui::features::scenarios::messages::{ScenarioMessage, ScenarioProblem};
use crate::ui::features::sources::state::SourcesState;
use crate::ui::features::worksheet::goal_state::GoalQuestion;
use crate::ui::routes::Route;
use crate::uncertainty::SimulatedFigure;
use yew::AttrValue;

/// A message that stands above everything until it is closed.
#[derive(Clone, Debug, PartialEq)]
pub enum Notice {
    /// The link that was opened is not usable.
    LinkRefused(LinkProblem),
    /// The file that was opened is not usable.
    FileRefused(Vec<Issue>),
    /// A file was opened; the name of its scenario.
    FileOpened(String),
    /// Own changes were replaced by a preset.
    PresetChosen(Preset),
    /// Everything was reset to the preset.
    Reset,
    /// Everything started afresh, with the brochure and without a name.
    StartedOver,
    /// Something happened to the list of scenarios.
    Scenarios(ScenarioMessage),
    /// Something is wrong with the list of scenarios, or with saving it.
    ScenarioProblem(ScenarioProblem),
    /// Own amounts were converted to another price year.
    Converted {
        /// The number of amounts.
        amounts: usize,
        /// The price year before.
        from: i32,
        /// The price year now.
        to: i32,
        /// What each amount was multiplied by.
        factor: f64,
    },
}

impl Notice {
    /// Returns whether undoing the last step answers the message.
    pub fn can_be_undone(&self) -> bool {
        match self {
            Notice::LinkRefused(_) | Notice::FileRefused(_) | Notice::ScenarioProblem(_) => false,
            Notice::FileOpened(_)
            | Notice::PresetChosen(_)
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
    /// Opens what is around the element with this id, scrolls to it and
    /// focuses it.
    Reveal(String),
}

/// What is shown.
#[derive(Clone, Debug)]
pub struct ViewState {
    /// The view that is shown.
    pub route: Route,
    /// The message above everything.
    pub notice: Option<Notice>,
    /// A problem of the network, which is shown beside the button that met it.
    pub network_problem: Option<ScenarioProblem>,
    /// The last request to move the focus, with the number of requests so far:
    /// the same request made again is another one.
    pub focus: Option<(FocusRequest, u32)>,
    /// Whether the browser did what it was asked last, with the id of the
    /// element that asked.
    pub command_status: Option<(String, bool)>,
    /// The figure that is explained.
    pub explained: Option<Explained>,
    /// The sources, once they are asked for.
    pub sources: SourcesState,
    /// The input whose break-even is shown, where it still exists.
    pub break_even_input: InputId,
    /// What the goal seek looks for; none as long as nothing was chosen.
    pub goal: Option<GoalQuestion>,
    /// The figure whose distribution is shown.
    pub distribution: SimulatedFigure,
    /// The pictures whose data were opened; those of others are not drawn.
    pub open_tables: Vec<String>,
    /// The figure that the comparison draws for each scenario; none for the
    /// chance that costs are covered.
    pub compared_measure: Option<ComparedFigure>,
    /// The scenario whose difference from the reference is explained.
    pub explained_difference: Option<usize>,
    /// Whether the page is rendered at build time, as text without a program.
    pub shell: bool,
    /// Whom to ask, as the host of the page wrote it.
    pub contact: AttrValue,
}

impl ViewState {
    /// Returns the state of a page that opens on this route.
    pub fn new(route: Route) -> ViewState {
        ViewState {
            route,
            notice: None,
            network_problem: None,
            focus: None,
            command_status: None,
            explained: None,
            sources: SourcesState::default(),
            break_even_input: InputId::Line(Line::Dagbesteding, LineField::Aantal),
            goal: None,
            distribution: SimulatedFigure::Net,
            open_tables: Vec::new(),
            compared_measure: Some(ComparedFigure::Party(Party::Gemeente)),
            explained_difference: None,
            shell: false,
            contact: AttrValue::default(),
        }
    }

    /// Shows a view. An explanation belongs to the view that is left.
    pub fn show(&mut self, route: Route) {
        if route != self.route {
            self.explained = None;
        }
        self.route = route;
    }

    /// Asks for the focus.
    pub fn request_focus(&mut self, request: FocusRequest) {
        let count = self.focus.as_ref().map_or(0, |(_, count)| *count);
        self.focus = Some((request, count + 1));
    }

    /// Returns whether the browser could not do what the element asked.
    pub fn has_failed(&self, id: &str) -> bool {
        self.command_status.as_ref().is_some_and(|(of, done)| of == id && !done)
    }
}
