//! State of the file of sources, `static/bronnen.json`, which is fetched when it
//! is first needed.

use crate::model::{InputId, Issue};
use crate::platform::FetchProblem;
use crate::sources::Sources;
use crate::ui::lazy::reduce;
use crate::ui::routes::Route;
use crate::ui::state::State;
use std::rc::Rc;

/// The file of sources.
#[derive(Clone, Debug, Default, PartialEq)]
pub enum SourcesFile {
    /// The file is not fetched yet.
    #[default]
    NotLoaded,
    /// The file is fetched, and free of mistakes.
    Loaded(Rc<Sources>),
    /// The file could not be fetched.
    Missing(FetchProblem),
    /// The file holds mistakes.
    Broken(Rc<Vec<Issue>>),
}

/// State of the sources, and of the explanations that need them.
#[derive(Clone, Debug, Default, PartialEq)]
pub struct SourcesState {
    /// The file of sources.
    pub file: SourcesFile,
    /// The inputs whose explanation was opened.
    pub opened: Vec<InputId>,
}

/// A change of the state of the sources.
#[derive(Clone, Debug, PartialEq)]
pub enum SourcesAction {
    /// Opens the explanation of an input.
    Open(InputId),
    /// Brings the text of the file, or why it could not be fetched.
    Receive(Result<String, FetchProblem>),
    /// Fetches the file once more.
    Retry,
}

impl State {
    /// Returns whether the file of sources should be fetched now.
    pub fn wants_sources(&self) -> bool {
        let is_needed =
            matches!(self.view.route, Route::Sources | Route::WhatIf) || !self.view.sources.opened.is_empty();
        is_needed && matches!(self.view.sources.file, SourcesFile::NotLoaded)
    }

    /// Reads the text of the file.
    pub(crate) fn read_sources(&mut self, text: &str) {
        self.view.sources.file = match Sources::parse(text) {
            Ok(sources) => SourcesFile::Loaded(Rc::new(sources)),
            Err(issues) => SourcesFile::Broken(Rc::new(issues)),
        };
    }

    pub(crate) fn reduce_sources(&mut self, action: SourcesAction) {
        match action {
            SourcesAction::Open(id) => {
                if !self.view.sources.opened.contains(&id) {
                    self.view.sources.opened.push(id);
                }
            }
            SourcesAction::Receive(Err(why)) => self.view.sources.file = SourcesFile::Missing(why),
            SourcesAction::Receive(Ok(text)) => reduce(|feature| (feature.read_sources)(self, &text)),
            SourcesAction::Retry => self.view.sources.file = SourcesFile::NotLoaded,
        }
    }
}
