//! What is shown of what is uncertain, and how it changes: the results of a
//! simulation, and how far the page has come to rest.

use crate::model::{InputId, Shape};
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::state::State;
use crate::uncertainty::{Figure, SimulationSummary};
use std::rc::Rc;

/// Why there are no simulated figures.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Refusal {
    /// The engine cannot run the module.
    Unable,
    /// It went wrong.
    Failed,
}

/// What can happen to what is uncertain.
#[derive(Clone, Debug, PartialEq)]
pub enum Uncertain {
    /// A text was typed in a field.
    Type(Setting, String),
    /// A field or slider was left.
    Leave(Setting),
    /// An end of a range was moved to this value.
    Slide(Setting, f64),
    /// The spread of an input gets another shape.
    Shape(InputId, Shape),
    /// The range of an input goes back to the plausible one.
    Reset(InputId),
    /// Another figure is shown.
    Show(Figure),
    /// Whether only the point calculation is shown.
    PointOnly(bool),
    /// A simulation has come in.
    SimulationSummary(Rc<SimulationSummary>),
    /// The question of this number cannot be answered.
    Refused(u32, Refusal),
    /// The data of the picture with this id were opened.
    Opened(String),
    /// Nothing was asked for a while since the question of this number, or for a
    /// while longer.
    Rested(u32, Rest),
}

/// How far the page has come to rest, in the order of what is drawn: all of it
/// takes too long for one go.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Rest {
    /// What the saldo hangs on.
    First,
    /// What moves with a slider and is out of sight, and the list of ranges.
    Unseen,
    /// What opens over pictures, and what to measure first.
    Opens,
    /// All else.
    Last,
}

impl Rest {
    /// All of it.
    pub const ALL: [Rest; 4] = [Rest::First, Rest::Unseen, Rest::Opens, Rest::Last];
}

/// What is shown of what is uncertain.
#[derive(Clone, Debug, PartialEq)]
pub struct Uncertainty {
    /// The figure that is shown.
    pub figure: Figure,
    /// The newest results.
    pub simulated: Option<Rc<SimulationSummary>>,
    /// The newest ones after which nothing was asked for a while: what takes
    /// long to draw follows these, in the order of [`Rest`].
    pub settled: [Option<Rc<SimulationSummary>>; Rest::ALL.len()],
    /// How many changes there were when what is out of sight was last drawn.
    pub rested: u32,
    /// The pictures whose data were opened; those of the others are not drawn.
    pub tables: Vec<String>,
    /// Why there are none.
    pub refused: Option<(u32, Refusal)>,
}

impl Default for Uncertainty {
    fn default() -> Uncertainty {
        Uncertainty {
            figure: Figure::Net,
            simulated: None,
            settled: Default::default(),
            rested: 0,
            tables: Vec::new(),
            refused: None,
        }
    }
}

impl State {
    /// Does what happens to what is uncertain.
    pub(crate) fn act_uncertain(&mut self, what: Uncertain) {
        match what {
            Uncertain::Type(setting, text) => self.type_setting(setting, text),
            Uncertain::Leave(setting) => {
                self.editing = None;
                if self.settings.get(&setting).is_some_and(|draft| draft.problem.is_none()) {
                    self.settings.remove(&setting);
                }
            }
            Uncertain::Shape(id, shape) => self.set_shape(id, shape),
            Uncertain::Reset(id) => {
                let mut scenario = self.scenario().clone();
                scenario.ranges.remove(&self.inputs.name(id));
                self.commit_over(scenario);
                self.settings.remove(&Setting::Low(id));
                self.settings.remove(&Setting::High(id));
            }
            Uncertain::Show(figure) => self.uncertainty.figure = figure,
            Uncertain::Slide(setting, value) => self.slide_end(setting, value),
            Uncertain::PointOnly(on) => self.set_point_only(on),
            Uncertain::Opened(id) => {
                if !self.uncertainty.tables.contains(&id) {
                    self.uncertainty.tables.push(id);
                }
            }
            Uncertain::Rested(asked, rest) => {
                self.heard += 1;
                if self.last_answer() == asked {
                    self.uncertainty.settled[rest as usize].clone_from(&self.uncertainty.simulated);
                    if rest == Rest::Unseen {
                        self.uncertainty.rested = self.changed;
                    }
                }
            }
            Uncertain::SimulationSummary(found) => {
                // An answer that comes late never replaces a newer one.
                let newer = self.last_answer() <= found.request;
                if newer {
                    self.uncertainty.settled.iter_mut().for_each(|settled| {
                        settled.get_or_insert_with(|| found.clone());
                    });
                    self.uncertainty.simulated = Some(found);
                    self.uncertainty.refused = None;
                    self.heard += 1;
                }
            }
            Uncertain::Refused(asked, why) => {
                if self.last_answer() <= asked {
                    self.uncertainty.refused = Some((asked, why));
                }
            }
        }
    }

    /// The newest results, where there are any to show.
    pub fn results(&self) -> Option<&Rc<SimulationSummary>> {
        let of = &self.uncertainty;
        of.simulated.as_ref().filter(|_| of.refused.is_none() && !self.deterministic_only())
    }

    fn last_answer(&self) -> u32 {
        let of = &self.uncertainty;
        let simulated = of.simulated.as_ref().map_or(0, |simulated| simulated.request);
        simulated.max(of.refused.map_or(0, |(asked, _)| asked))
    }
}
