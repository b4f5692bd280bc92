//! What the page has of the file of sources, which comes when it is asked for.

use crate::model::{InputId, Issue};
use crate::sources::Sources;
use crate::ui::state::{State, View};
use std::rc::Rc;

/// The file of sources.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum Loaded {
    /// Not there yet.
    #[default]
    Not,
    /// There.
    Here(Rc<Sources>),
    /// It could not be fetched.
    Missing,
    /// It holds mistakes.
    Broken(Rc<Vec<Issue>>),
}

/// What is known of the sources, and asked of them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct Sourced {
    /// The file.
    pub loaded: Loaded,
    /// The inputs whose explanation was opened.
    pub opened: Vec<InputId>,
}

/// Something that happens to the sources.
#[derive(Clone, Debug, PartialEq)]
pub enum Sourcing {
    /// The explanation of the input with this name was opened.
    Opened(String),
    /// The file came, or did not.
    Came(Option<String>),
    /// It is asked for once more.
    Again,
}

impl State {
    /// Whether the file of sources should be fetched now.
    pub fn wants_sources(&self) -> bool {
        let asked = self.view == View::Bronnen || !self.sourced.opened.is_empty();
        asked && matches!(self.sourced.loaded, Loaded::Not)
    }

    /// Reads the file that came; nothing where it did not.
    fn read_sources(&mut self, text: Option<String>) {
        self.sourced.loaded = match text.as_deref().map(Sources::parse) {
            None => Loaded::Missing,
            Some(Ok(sources)) => Loaded::Here(Rc::new(sources)),
            Some(Err(issues)) => Loaded::Broken(Rc::new(issues)),
        };
    }

    pub(crate) fn act_sources(&mut self, what: Sourcing) {
        match what {
            Sourcing::Opened(name) => {
                let id = self.scenario().input(&name);
                self.sourced.opened.extend(id.filter(|id| !self.sourced.opened.contains(id)));
            }
            Sourcing::Came(text) => self.read_sources(text),
            Sourcing::Again => self.sourced.loaded = Loaded::Not,
        }
    }
}
