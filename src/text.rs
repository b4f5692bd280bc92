//! Every word that a person reads, in one typed catalogue per language.
//!
//! A [`Text`] is a set of words and of functions that make sentences from
//! figures. A language is one value of it, so a sentence that is missing in a
//! language does not compile. The build chooses one language
//! ([`Language::BUILD`]), and only [`catalogue`] names it.

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
pub mod sentences;
pub mod share;
pub mod shell;
pub mod sources;
pub mod uncertainty;
pub mod workspace;

use crate::model::costs::CostId;
use crate::model::savings::SavingId;
use crate::model::{
    CostBasis, General, InputId, Issue, Line, LineField, Outcome, Party, Preset, SavingKind, Status,
};
use crate::number::{NotANumber, Notation};

/// Language of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Language {
    /// Dutch, the language of the brochure.
    Nl,
}

impl Language {
    /// Language of this build: that of `REKENMODEL_LANGUAGE` when the package is
    /// compiled, or Dutch where that is not set.
    pub const BUILD: Language = match option_env!("REKENMODEL_LANGUAGE") {
        None => Language::Nl,
        Some(id) => Language::from_id(id),
    };

    /// Finds the language with this id (`nl`). An unknown id stops the build.
    const fn from_id(id: &str) -> Language {
        match id.as_bytes() {
            b"nl" => Language::Nl,
            _ => panic!("REKENMODEL_LANGUAGE is not a language of this package"),
        }
    }
}

/// Returns the catalogue in the language of this build.
pub fn catalogue() -> &'static Text {
    match Language::BUILD {
        Language::Nl => &nl::TEXT,
    }
}

/// Words about one parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParameterText {
    /// Name on screen.
    pub label: &'static str,
    /// Unit behind the field; may be empty.
    pub unit: &'static str,
}

/// Help with one parameter: its meaning and source.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HelpText {
    /// Meaning, and where a local figure is found.
    pub help: &'static str,
    /// Place where the default comes from.
    pub source: &'static str,
}

/// Words about one savings line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineText {
    /// Name on screen.
    pub label: &'static str,
    /// Description of the line in one sentence.
    pub what: &'static str,
    /// Short phrase ('minder zorg') for what is worth something and is not in
    /// the gap; none where the line is no example of that.
    pub beyond_gap: Option<&'static str>,
    /// Natural unit, one of it.
    pub one: &'static str,
    /// Natural unit, more of it.
    pub many: &'static str,
    /// The number of units and its source.
    pub aantal: ParameterText,
    /// Meaning and source of the number of units.
    pub aantal_help: HelpText,
    /// The value of a unit and its source.
    pub bedrag: ParameterText,
    /// Meaning and source of the value of a unit.
    pub bedrag_help: HelpText,
}

/// Words that stand by themselves, and sentences made from figures.
pub struct Text {
    /// Notation of numbers.
    pub notation: Notation,
    /// Single words and fixed sentences of the page.
    pub page: &'static page::PageText,
    /// Words about a general parameter.
    pub general: fn(General) -> ParameterText,
    /// Words about a savings line.
    pub line: fn(Line) -> &'static LineText,
    /// Words about a field that every line has.
    pub line_field: fn(LineField) -> ParameterText,
    /// The name of a cost line that is not the user's own.
    pub cost: fn(&CostId) -> &'static str,
    /// The name of a party.
    pub party: fn(Party) -> &'static str,
    /// A preset's name, and what it is.
    pub preset: fn(Preset) -> (&'static str, &'static str),
    /// A cost basis.
    pub basis: fn(CostBasis) -> &'static str,
    /// A kind of saving, and what it means.
    pub kind: fn(SavingKind) -> (&'static str, &'static str),
    /// Word for the status of a default.
    pub status: fn(Status) -> &'static str,
    /// Sentence that says what is wrong with input, and names the field.
    pub issue: fn(&Issue) -> String,
    /// Sentence that says what is wrong, to stand beside its field.
    pub problem: fn(&Issue) -> String,
    /// Sentence that says why a text is no number.
    pub not_a_number: fn(NotANumber, &str) -> String,
    /// The sentences that say what came out.
    pub sentences: &'static sentences::Sentences,
    /// The words of the pictures.
    pub charts: &'static charts::ChartText,
}

/// Defines the parts of the catalogue that belong to one feature each. They are
/// functions and no fields of [`Text`], so that the program links the words of
/// a feature with the feature, and not with everything that has a `Text`.
macro_rules! feature_words {
    ($($(#[$doc:meta])* $name:ident: $type:ty = $nl:path;)*) => {
        impl Text {$(
            $(#[$doc])*
            pub fn $name(&self) -> &'static $type {
                match Language::BUILD {
                    Language::Nl => &$nl,
                }
            }
        )*}
    };
}

feature_words! {
    /// Returns the sentences about the results below the main picture.
    result_sentences: sentences::ResultSentences = nl::sentences::RESULT_SENTENCES;
    /// Returns the words of the bouwstenen and the participatieladder.
    building_blocks: building_blocks::BuildingBlocksText = nl::building_blocks::BUILDING_BLOCKS;
    /// Returns the words of the list of changes.
    changes: changes::ChangesText = nl::changes::CHANGES;
    /// Returns the words of the plausibility checks.
    checks: checks::ChecksText = nl::checks::CHECKS;
    /// Returns the words of the comparison of scenarios.
    compare: compare::CompareText = nl::compare::COMPARE;
    /// Returns the words of the strength of the evidence.
    evidence: evidence::EvidenceText = nl::evidence::EVIDENCE;
    /// Returns the words of explanations of figures of the outcome.
    explain: explain::ExplainText = nl::explain::EXPLAIN;
    /// Returns the words of explanations of all other figures.
    explain_extra: explain_extra::ExplainExtraText = nl::explain_extra::EXPLAIN_EXTRA;
    /// Returns the words of the search for break-even.
    explorer: explorer::ExplorerText = nl::explorer::EXPLORER;
    /// Returns the words of the dekkingsplan.
    financing: financing::FinancingText = nl::financing::FINANCING;
    /// Returns the words of goal seeking: what the initiative may cost.
    goal: goal::GoalText = nl::goal::GOAL;
    /// Returns the words of a network of initiatives.
    network: network::NetworkText = nl::network::NETWORK;
    /// Returns the words of the user's own lines.
    own_lines: own_lines::OwnLinesText = nl::own_lines::OWN_LINES;
    /// Returns the words of the view that shares the scenario.
    share: share::ShareText = nl::share::SHARE;
    /// Returns the words that only index.html shows.
    shell: shell::ShellText = nl::shell::SHELL;
    /// Returns the words of the page of sources.
    sources: sources::SourcesText = nl::sources::SOURCES;
    /// Returns the words of the view of uncertainty.
    uncertainty: uncertainty::UncertaintyText = nl::uncertainty::UNCERTAINTY;
    /// Returns the words of the list of scenarios.
    workspace: workspace::WorkspaceText = nl::workspace::WORKSPACE;
}

impl Text {
    /// Returns help with an input.
    pub fn input_help(&self, id: InputId) -> HelpText {
        match Language::BUILD {
            Language::Nl => nl::help::help(id),
        }
    }
}

impl Text {
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
    pub fn headline(&self, outcome: &Outcome, grade: crate::evidence::grade::EvidenceGrade) -> String {
        (self.sentences.headline)(outcome, grade)
    }
}
