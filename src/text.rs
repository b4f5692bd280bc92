//! Every word that a person reads, in one typed catalogue per language.
//!
//! A [`Text`] is a set of words and of functions that make sentences from
//! figures. A language is one value of it, so a sentence that is missing in a
//! language does not compile. Dutch now; English is one more module.

pub mod building_blocks;
pub mod changes;
pub mod charts;
pub mod checks;
pub mod compare;
pub mod evidence;
pub mod explain;
pub mod explain_extra;
pub mod explorer;
pub mod financing;
pub mod goal;
pub mod network;
mod nl;
pub mod own_lines;
pub mod page;
pub mod results;
pub mod sentences;
pub mod share;
pub mod shell;
pub mod sources;
pub mod uncertainty;
pub mod workspace;

use crate::model::costs::CostId;
use crate::model::savings::SavingId;
use crate::model::{CostBasis, General, InputId, Issue, Kind, Line, Outcome, Part, Party, Preset, Status};
use crate::number::{NotANumber, Notation};

/// A language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Dutch.
    Nl,
}

impl Language {
    /// Its words.
    pub fn text(self) -> &'static Text {
        match self {
            Language::Nl => &nl::TEXT,
        }
    }
}

/// What is said of one parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParameterText {
    /// Its name on screen.
    pub label: &'static str,
    /// What its number counts, behind the field; may be empty.
    pub unit: &'static str,
}

/// What is said of one parameter once it is asked for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HelpText {
    /// What it means, and where a local figure is found.
    pub help: &'static str,
    /// Where the default comes from.
    pub source: &'static str,
}

/// What is said of one savings line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineText {
    /// Its name on screen.
    pub label: &'static str,
    /// What it is, in one sentence.
    pub what: &'static str,
    /// Its natural unit, one of it.
    pub one: &'static str,
    /// Its natural unit, more of it.
    pub many: &'static str,
    /// The number of units and its source.
    pub aantal: ParameterText,
    /// The value of a unit and its source.
    pub bedrag: ParameterText,
}

/// Words that stand by themselves, and sentences made from figures.
pub struct Text {
    /// Whose words these are.
    pub language: Language,
    /// How numbers are written.
    pub notation: Notation,
    /// Single words and fixed sentences of the page.
    pub page: &'static page::PageText,
    /// What is said of a general parameter.
    pub general: fn(General) -> ParameterText,
    /// What is said of a savings line.
    pub line: fn(Line) -> &'static LineText,
    /// What is said of the other properties of a line.
    pub part: fn(Part) -> ParameterText,
    /// The name of a cost line that is not the user's own.
    pub cost: fn(&CostId) -> &'static str,
    /// The name of a party.
    pub party: fn(Party) -> &'static str,
    /// A preset's name, and what it is.
    pub preset: fn(Preset) -> (&'static str, &'static str),
    /// A cost basis.
    pub basis: fn(CostBasis) -> &'static str,
    /// A kind of saving, and what it means.
    pub kind: fn(Kind) -> (&'static str, &'static str),
    /// How sure a default is.
    pub status: fn(Status) -> &'static str,
    /// What is wrong with input; one whole sentence that names the field.
    pub issue: fn(&Issue) -> String,
    /// What is wrong, to stand beside the field that it is about.
    pub problem: fn(&Issue) -> String,
    /// What is wrong with a text that should be a number.
    pub not_a_number: fn(NotANumber, &str) -> String,
    /// The sentences that say what came out.
    pub sentences: &'static sentences::Sentences,
    /// The words of the pictures.
    pub charts: &'static charts::ChartText,
}

// What only views other than the first one say is not part of `Text`, but is
// asked for: so it comes with them (`src/ui/later.rs`).
impl Text {
    /// What is said below the main picture, and wherever else the first part
    /// has no need of it.
    pub fn rest(&self) -> &'static results::RestText {
        match self.language {
            Language::Nl => &nl::REST,
        }
    }

    /// What only index.html says.
    pub fn shell(&self) -> &'static shell::ShellText {
        match self.language {
            Language::Nl => &nl::SHELL,
        }
    }

    /// The words of the list of all that differs.
    pub fn changes(&self) -> &'static changes::ChangesText {
        match self.language {
            Language::Nl => &nl::CHANGES,
        }
    }

    /// The words of how firm the headline is.
    pub fn firmness(&self) -> &'static evidence::FirmnessText {
        match self.language {
            Language::Nl => &nl::FIRMNESS,
        }
    }

    /// The words of what is uncertain.
    pub fn uncertainty(&self) -> &'static uncertainty::UncertaintyText {
        match self.language {
            Language::Nl => &nl::UNCERTAINTY,
        }
    }

    /// What an input means, and where its default comes from.
    pub fn help(&self, id: InputId) -> HelpText {
        match self.language {
            Language::Nl => nl::help(id),
        }
    }

    /// The words of the bouwstenen and the participatieladder.
    pub fn blocks(&self) -> &'static building_blocks::BlocksText {
        match self.language {
            Language::Nl => &nl::BLOCKS,
        }
    }

    /// The words of scenarios beside each other.
    pub fn compare(&self) -> &'static compare::CompareText {
        match self.language {
            Language::Nl => &nl::COMPARE,
        }
    }

    /// The words of explanations.
    pub fn explain(&self) -> &'static explain::ExplainText {
        match self.language {
            Language::Nl => &nl::EXPLAIN,
        }
    }

    /// The words of the search for break-even.
    pub fn explorer(&self) -> &'static explorer::ExplorerText {
        match self.language {
            Language::Nl => &nl::EXPLORER,
        }
    }

    /// The words that explain what is no part of an outcome.
    pub fn inspect(&self) -> &'static explain_extra::InspectText {
        match self.language {
            Language::Nl => &nl::INSPECT,
        }
    }

    /// The words of the dekkingsplan.
    pub fn plan(&self) -> &'static financing::PlanText {
        match self.language {
            Language::Nl => &nl::PLAN,
        }
    }

    /// The words of the search for what it may cost.
    pub fn goal(&self) -> &'static goal::GoalText {
        match self.language {
            Language::Nl => &nl::GOAL,
        }
    }

    /// The words of a network of initiatives.
    pub fn network(&self) -> &'static network::NetworkText {
        match self.language {
            Language::Nl => &nl::NETWORK,
        }
    }

    /// The words of the warnings.
    pub fn guards(&self) -> &'static checks::GuardsText {
        match self.language {
            Language::Nl => &nl::GUARDS,
        }
    }

    /// The words of the user's own lines.
    pub fn own(&self) -> &'static own_lines::OwnText {
        match self.language {
            Language::Nl => &nl::OWN,
        }
    }

    /// The words of the list of scenarios.
    pub fn scenarios(&self) -> &'static workspace::ScenariosText {
        match self.language {
            Language::Nl => &nl::SCENARIOS,
        }
    }

    /// The words of the page of sources.
    pub fn sources(&self) -> &'static sources::SourcesText {
        match self.language {
            Language::Nl => &nl::SOURCES,
        }
    }

    /// The words of the view of sharing.
    pub fn share(&self) -> &'static share::ShareText {
        match self.language {
            Language::Nl => &nl::SHARE,
        }
    }

    /// The name of a cost line.
    pub fn cost_label(&self, id: &CostId, own: impl Fn(usize) -> String) -> String {
        match id {
            CostId::Own(place, _) => own(*place),
            other => (self.cost)(other).to_owned(),
        }
    }

    /// The name of a savings line.
    pub fn saving_label(&self, id: &SavingId, own: impl Fn(usize) -> String) -> String {
        match id {
            SavingId::Own(place, _) => own(*place),
            SavingId::Fixed(line) => (self.line)(*line).label.to_owned(),
        }
    }

    /// The generated sentence that says in words what came out.
    pub fn headline(&self, outcome: &Outcome, grade: crate::evidence::grade::Grade) -> String {
        (self.sentences.headline)(outcome, grade)
    }
}
