//! Blocks that show results of the simulation.
//!
//! # Design
//! While a slider moves, new results arrive many times a second. So a block is
//! redrawn only when something that it shows changed; [`RevisionKey`] holds all
//! of that. The caller chooses from which results a block is drawn, and thereby
//! when: a chart in sight gets the newest results; a chart that is out of sight,
//! or takes long to draw, gets those of an [`IdleStage`], which change only once
//! the page is idle.

use crate::platform::is_near_viewport;
use crate::ui::context::PageContext;
use crate::ui::features::certainty::charts::{DrawResults, deterministic_value};
use crate::ui::features::certainty::state::IdleStage;
use crate::ui::features::charts::{hotspots, table};
use crate::ui::features::explain::state::Explained;
use crate::ui::state::State;
use crate::uncertainty::{SimulatedFigure, SimulationSummary};
use std::rc::Rc;
use yew::prelude::*;

/// Draws a block from these results.
pub type DrawResultsBlock = fn(&PageContext, &Rc<SimulationSummary>) -> Html;

/// Draws a block from two sets of results: first those of its chart, then those
/// of the hotspots and the table of that chart.
pub type DrawLiveBlock = fn(&PageContext, &Rc<SimulationSummary>, &Rc<SimulationSummary>) -> Html;

/// The content of a block; it never changes at one position of the page.
#[derive(Clone, Copy)]
pub enum BlockContent {
    /// Content that is drawn from one set of results.
    Results(DrawResultsBlock),
    /// A chart that follows every answer, while its hotspots and table follow
    /// the results of the idle page: nobody presses a bar that moves.
    Live(DrawLiveBlock),
    /// The hotspots of a chart.
    Hotspots(DrawResults),
    /// The table with the data of a chart.
    Table(DrawResults),
}

/// Everything on which the appearance of a block depends.
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
    /// The element whose command to the browser was the last one, and whether it
    /// succeeded.
    pub command_status: Option<(String, bool)>,
    /// The explanation that is open, with the revision of the workspace, since
    /// its figures change with every change of the workspace.
    pub explained: Option<(Explained, u32)>,
    /// The value of the chosen figure without uncertainty; only set for a block
    /// that shows the draws of that figure and nothing else of the results.
    pub deterministic_value: Option<f64>,
}

impl RevisionKey {
    fn new(
        state: &State,
        results: &Rc<SimulationSummary>,
        idle_results: &Rc<SimulationSummary>,
        deterministic_value: Option<f64>,
    ) -> RevisionKey {
        RevisionKey {
            results: results.clone(),
            idle_results: idle_results.clone(),
            distribution: state.distribution(),
            open_tables: state.view.open_tables.len(),
            command_status: state.view.command_status.clone(),
            explained: state.view.explained.clone().map(|explained| (explained, state.workspace.revision)),
            deterministic_value,
        }
    }

    /// Returns whether a block would show the same from both results. Results
    /// also change with the drempel, on which no draw depends; a block that
    /// shows draws only is not redrawn while the drempel is dragged.
    fn shows_equal_results(&self, other: &RevisionKey) -> bool {
        let (a, b) = (&self.results, &other.results);
        Rc::ptr_eq(a, b)
            || self.deterministic_value.is_some()
                && self.deterministic_value == other.deterministic_value
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

/// The properties of a block: its page, its content, and a key that changes when
/// the block must be redrawn.
#[derive(Properties)]
pub struct SimulatedBlockProps {
    /// The page that the block is part of.
    pub ctx: PageContext,
    /// The content of the block.
    pub content: BlockContent,
    /// The block is redrawn when this changes.
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
        BlockContent::Hotspots(draw) => hotspots::buttons(ctx, &draw(ctx, results)),
        BlockContent::Table(draw) => table::own_table(ctx, &draw(ctx, results)),
    }
}

/// Returns a block that is redrawn whenever it gets other results.
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
    let deterministic_value = deterministic_value(ctx, ctx.distribution());
    let revision = RevisionKey::new(ctx, results, idle_results, Some(deterministic_value));
    html! { <SimulatedBlock ctx={ctx.clone()} {content} {revision} /> }
}

/// Returns the results that the element with this id shows: the newest where the
/// element is in sight, or else those of the idle page.
pub(super) fn results_in_sight<'a>(
    state: &'a State,
    id: &str,
    newest: &'a Rc<SimulationSummary>,
) -> &'a Rc<SimulationSummary> {
    if is_near_viewport(id) { newest } else { idle_results(state, IdleStage::Charts, newest) }
}

/// Returns the results of the last time that the page reached this idle stage;
/// before the first time, the newest ones.
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

    fn key(json: &str, distribution: SimulatedFigure, deterministic_value: Option<f64>) -> RevisionKey {
        let packed = ScenarioSimulator::default().simulate_packed(json, 1000).unwrap();
        let results = Rc::new(SimulationSummary::unpack(1, &packed.numbers, &packed.names).unwrap());
        RevisionKey {
            idle_results: results.clone(),
            results,
            distribution,
            open_tables: 0,
            command_status: None,
            explained: None,
            deterministic_value,
        }
    }

    #[test]
    fn a_block_of_draws_depends_on_one_figure_with_and_without_uncertainty_only() {
        let [brochure, drempel, quantity] =
            ["{}", r#"{"values":{"drempel":300}}"#, r#"{"values":{"dagbesteding.aantal":9}}"#];
        let is_equal = |a: (&str, Option<f64>), b: (&str, Option<f64>), figure| {
            key(a.0, figure, a.1).shows_equal_results(&key(b.0, figure, b.1))
        };
        assert!(is_equal((brochure, Some(1.0)), (drempel, Some(1.0)), SimulatedFigure::Net));
        assert!(!is_equal((brochure, Some(1.0)), (drempel, Some(2.0)), SimulatedFigure::Net));
        assert!(!is_equal((brochure, Some(1.0)), (quantity, Some(1.0)), SimulatedFigure::Net));
        // Blocks without a deterministic value show more than draws.
        assert!(!is_equal((brochure, None), (drempel, None), SimulatedFigure::Net));
    }
}
