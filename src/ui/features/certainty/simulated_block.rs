//! A part of the view that is drawn anew only when what it shows is other
//! results: a slider that moves asks for new ones many times a second.

use crate::chart::Chart;
use crate::ui::components::chart_view;
use crate::ui::features::explain;
use crate::ui::features::explain::state::Explained;
use crate::ui::state::State;
use crate::uncertainty::{Figure, SimulationSummary};
use std::rc::Rc;
use yew::prelude::*;

/// Draws a picture, from the page as it is and these results.
pub type Draw = fn(&State, &SimulationSummary) -> Chart;

/// How a part is drawn.
#[derive(Clone, Copy)]
pub enum Make {
    /// All of it.
    Whole(fn(&Rc<State>, &Rc<SimulationSummary>) -> Html),
    /// The same, with what follows the results of the page at rest.
    Moving(fn(&Rc<State>, &Rc<SimulationSummary>, &Rc<SimulationSummary>) -> Html),
    /// What opens over a picture.
    Bars(Draw),
    /// The data of a picture.
    Data(Draw),
}

/// What a part follows.
#[derive(Clone)]
pub struct Key {
    /// The results that it shows.
    pub results: Rc<SimulationSummary>,
    /// Those of the page at rest, which its data follow.
    pub rest: Rc<SimulationSummary>,
    /// The figure that was chosen.
    pub figure: Figure,
    /// How many tables are open.
    pub tables: usize,
    /// What was asked of the browser last.
    pub said: Option<(String, bool)>,
    /// What is explained: that follows every change.
    pub explained: Option<(Explained, u32)>,
    /// For what shows nothing of the results but the draws of the figure that
    /// was chosen: what that figure is without uncertainty. The worth of the
    /// rest moves none of it.
    pub point: Option<f64>,
}

impl Key {
    /// Whether all that is shown of the results is the same.
    fn shows_same(&self, other: &Key) -> bool {
        let (a, b) = (&self.results, &other.results);
        Rc::ptr_eq(a, b)
            || self.point.is_some()
                && self.point == other.point
                && a.draws == b.draws
                && a.spread(self.figure) == b.spread(other.figure)
    }
}

impl PartialEq for Key {
    fn eq(&self, other: &Key) -> bool {
        self.shows_same(other)
            && Rc::ptr_eq(&self.rest, &other.rest)
            && (self.figure, self.tables) == (other.figure, other.tables)
            && self.said == other.said
            && self.explained == other.explained
    }
}

/// A part, what it is drawn from, and what it follows.
#[derive(Properties)]
pub struct PartProps {
    /// The page as it is.
    pub state: Rc<State>,
    /// How it is drawn.
    pub make: Make,
    /// What it follows.
    pub key_: Key,
}

impl PartialEq for PartProps {
    fn eq(&self, other: &PartProps) -> bool {
        self.key_ == other.key_
    }
}

/// The part.
#[component]
pub fn Part(props: &PartProps) -> Html {
    let (state, results) = (&props.state, &props.key_.results);
    match props.make {
        Make::Whole(draw) => draw(state, results),
        Make::Moving(draw) => draw(state, results, &props.key_.rest),
        Make::Bars(draw) => explain::chart_hotspots::over(state, &draw(state, results)),
        Make::Data(draw) => chart_view::data(state, &draw(state, results)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::api::Answers;

    fn key(json: &str, figure: Figure, point: Option<f64>) -> Key {
        let packed = Answers::default().answer(json, 1000).unwrap();
        let results = Rc::new(SimulationSummary::unpack(1, &packed.numbers, &packed.names).unwrap());
        Key { rest: results.clone(), results, figure, tables: 0, said: None, explained: None, point }
    }

    #[test]
    fn what_shows_the_draws_of_one_figure_follows_these_and_its_point_alone() {
        let [brochure, worth, quantity] =
            ["{}", r#"{"values":{"drempel":300}}"#, r#"{"values":{"dagbesteding.aantal":9}}"#];
        let same = |a: (&str, Option<f64>), b: (&str, Option<f64>), figure| {
            key(a.0, figure, a.1).shows_same(&key(b.0, figure, b.1))
        };
        assert!(same((brochure, Some(1.0)), (worth, Some(1.0)), Figure::Net));
        assert!(!same((brochure, Some(1.0)), (worth, Some(2.0)), Figure::Net));
        assert!(!same((brochure, Some(1.0)), (quantity, Some(1.0)), Figure::Net));
        // Others show more of the results than that.
        assert!(!same((brochure, None), (worth, None), Figure::Net));
    }
}
