//! Blocks that show results of the simulation.
//!
//! # Design
//! A slider that moves brings new results many times a second. So a block is
//! drawn again only when something that it shows is another; [`RevisionKey`]
//! holds all of that. A block never waits by itself: what it follows says when
//! it is drawn. A chart in sight follows the newest results. What is out of
//! sight, or takes long to draw, follows the results of an [`IdleStage`].

use crate::platform::is_near_viewport;
use crate::ui::context::PageContext;
use crate::ui::features::certainty::charts::{DrawResults, point};
use crate::ui::features::certainty::state::IdleStage;
use crate::ui::features::charts::{hotspots, table};
use crate::ui::features::explain::state::Explained;
use crate::ui::state::State;
use crate::uncertainty::{SimulatedFigure, SimulationSummary};
use std::rc::Rc;
use yew::prelude::*;

/// Draws a block from these results.
pub type DrawResultsBlock = fn(&PageContext, &Rc<SimulationSummary>) -> Html;

/// Draws a block from the results that it shows, and from those that its
/// hotspots and its table show.
pub type DrawLiveBlock = fn(&PageContext, &Rc<SimulationSummary>, &Rc<SimulationSummary>) -> Html;

/// What a block draws; always the same at one position of the page.
#[derive(Clone, Copy)]
pub enum BlockContent {
    /// Draws everything from one set of results.
    Results(DrawResultsBlock),
    /// Draws a chart whose hotspots and table follow the results of the idle
    /// page: nobody presses a bar that moves.
    Live(DrawLiveBlock),
    /// Draws the hotspots of a chart.
    Hotspots(DrawResults),
    /// Draws the data of a chart.
    Table(DrawResults),
}

/// Everything that a block shows, as far as it can change.
#[derive(Clone)]
pub struct RevisionKey {
    /// The results that the block shows.
    pub results: Rc<SimulationSummary>,
    /// The results that its hotspots and its table show.
    pub idle_results: Rc<SimulationSummary>,
    /// The figure whose distribution is shown.
    pub distribution: SimulatedFigure,
    /// The number of tables that were opened.
    pub open_tables: usize,
    /// What the browser was asked last, and whether it did that.
    pub command_status: Option<(String, bool)>,
    /// The figure that is explained, with the revision of the workspace: an
    /// explanation follows every change.
    pub explained: Option<(Explained, u32)>,
    /// The chosen figure without uncertainty, for a block that shows the draws
    /// of that figure and nothing else of the results.
    pub point: Option<f64>,
}

impl RevisionKey {
    fn new(
        state: &State,
        results: &Rc<SimulationSummary>,
        idle_results: &Rc<SimulationSummary>,
        point: Option<f64>,
    ) -> RevisionKey {
        RevisionKey {
            results: results.clone(),
            idle_results: idle_results.clone(),
            distribution: state.view.distribution,
            open_tables: state.view.open_tables.len(),
            command_status: state.view.command_status.clone(),
            explained: state.view.explained.clone().map(|explained| (explained, state.workspace.revision)),
            point,
        }
    }

    /// Returns whether everything that is shown of the results is equal. The
    /// worth of what is not counted moves no draw, so a block that shows draws
    /// only stays as it is while that worth is dragged.
    fn shows_equal_results(&self, other: &RevisionKey) -> bool {
        let (a, b) = (&self.results, &other.results);
        Rc::ptr_eq(a, b)
            || self.point.is_some()
                && self.point == other.point
                && a.draws == b.draws
                && a.spread(self.distribution) == b.spread(other.distribution)
    }
}

impl PartialEq for RevisionKey {
    fn eq(&self, other: &RevisionKey) -> bool {
        self.shows_equal_results(other)
            && Rc::ptr_eq(&self.idle_results, &other.idle_results)
            && (self.distribution, self.open_tables) == (other.distribution, other.open_tables)
            && self.command_status == other.command_status
            && self.explained == other.explained
    }
}

/// A block: the page that it is drawn from, what it draws, and when.
#[derive(Properties)]
pub struct SimulatedBlockProps {
    /// The page that the block is part of.
    pub ctx: PageContext,
    /// What the block draws.
    pub content: BlockContent,
    /// What the block shows; it is drawn again when that changes.
    pub revision: RevisionKey,
}

impl PartialEq for SimulatedBlockProps {
    fn eq(&self, other: &SimulatedBlockProps) -> bool {
        self.revision == other.revision
    }
}

/// Draws a block that shows results of the simulation.
#[component]
pub fn SimulatedBlock(props: &SimulatedBlockProps) -> Html {
    let (ctx, results) = (&props.ctx, &props.revision.results);
    match props.content {
        BlockContent::Results(draw) => draw(ctx, results),
        BlockContent::Live(draw) => draw(ctx, results, &props.revision.idle_results),
        BlockContent::Hotspots(draw) => hotspots::view(ctx, &draw(ctx, results)),
        BlockContent::Table(draw) => table::of_chart(ctx, &draw(ctx, results)),
    }
}

/// Returns a block that is drawn again with other results.
pub(super) fn block(
    ctx: &PageContext,
    results: &Rc<SimulationSummary>,
    idle_results: &Rc<SimulationSummary>,
    content: BlockContent,
) -> Html {
    let revision = RevisionKey::new(ctx, results, idle_results, None);
    html! { <SimulatedBlock ctx={ctx.clone()} {content} {revision} /> }
}

/// Returns a block that shows the draws of the chosen figure, and nothing else
/// of the results.
pub(super) fn distribution_block(
    ctx: &PageContext,
    results: &Rc<SimulationSummary>,
    idle_results: &Rc<SimulationSummary>,
    content: BlockContent,
) -> Html {
    let point = point(ctx, ctx.view.distribution);
    let revision = RevisionKey::new(ctx, results, idle_results, Some(point));
    html! { <SimulatedBlock ctx={ctx.clone()} {content} {revision} /> }
}

/// Returns the results that the element with this id shows: the newest where it
/// is in sight, or else those of the idle page.
pub(super) fn results_in_sight<'a>(
    state: &'a State,
    id: &str,
    newest: &'a Rc<SimulationSummary>,
) -> &'a Rc<SimulationSummary> {
    if is_near_viewport(id) { newest } else { idle_results(state, IdleStage::Pictures, newest) }
}

/// Returns the results that are drawn at this stage of the idle page.
pub(super) fn idle_results<'a>(
    state: &'a State,
    stage: IdleStage,
    newest: &'a Rc<SimulationSummary>,
) -> &'a Rc<SimulationSummary> {
    state.simulation.idle_snapshots[stage as usize].as_ref().unwrap_or(newest)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::ScenarioSimulator;

    fn key(json: &str, distribution: SimulatedFigure, point: Option<f64>) -> RevisionKey {
        let packed = ScenarioSimulator::default().simulate_packed(json, 1000).unwrap();
        let results = Rc::new(SimulationSummary::unpack(1, &packed.numbers, &packed.names).unwrap());
        RevisionKey {
            idle_results: results.clone(),
            results,
            distribution,
            open_tables: 0,
            command_status: None,
            explained: None,
            point,
        }
    }

    #[test]
    fn a_block_of_draws_follows_the_draws_of_one_figure_and_its_point_alone() {
        let [brochure, worth, quantity] =
            ["{}", r#"{"values":{"drempel":300}}"#, r#"{"values":{"dagbesteding.aantal":9}}"#];
        let is_equal = |a: (&str, Option<f64>), b: (&str, Option<f64>), figure| {
            key(a.0, figure, a.1).shows_equal_results(&key(b.0, figure, b.1))
        };
        assert!(is_equal((brochure, Some(1.0)), (worth, Some(1.0)), SimulatedFigure::Net));
        assert!(!is_equal((brochure, Some(1.0)), (worth, Some(2.0)), SimulatedFigure::Net));
        assert!(!is_equal((brochure, Some(1.0)), (quantity, Some(1.0)), SimulatedFigure::Net));
        // Other blocks show more of the results than that.
        assert!(!is_equal((brochure, None), (worth, None), SimulatedFigure::Net));
    }
}
