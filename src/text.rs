//! All text that users read, in one typed catalogue per language.
//!
//! A [`Text`] holds fixed texts, and functions that make sentences from figures. Each
//! language is one value of that type, so a text that is missing in a language is a
//! compile error. The build chooses one language ([`Language::BUILD`]); no code of this
//! package outside this module and the files of a language depends on which one it is.
//!
//! The texts of one feature are a struct of their own, such as
//! [`CompareText`](compare::CompareText); its fields are named after the purpose of each
//! text. A field without a comment is a label, heading, button or remark; the Dutch texts,
//! in `text/nl` under the same field names, show the wording.

pub mod charts;
pub mod checks;
pub mod compare;
pub mod evidence;
pub mod explain;
pub mod explain_extra;
pub mod financing;
pub mod module;
pub mod network;
pub(crate) mod nl;
pub mod page;
pub mod results;
pub mod sentences;
pub mod shell;
pub mod uncertainty;

use crate::model::costs::CostId;
use crate::model::savings::SavingId;
use crate::model::{
    CostBasis, General, InputId, Issue, Line, LineField, Party, Perspective, Preset, SavingKind, Status,
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
    /// compiled, which `.cargo/config.toml` sets for calls of cargo by hand.
    pub const BUILD: Language = Language::from_id(env!("REKENMODEL_LANGUAGE"));

    /// Finds the language with this id (`nl`). An unknown id stops the build.
    const fn from_id(id: &str) -> Language {
        match id.as_bytes() {
            b"nl" => Language::Nl,
            _ => panic!("REKENMODEL_LANGUAGE is not a language of this package"),
        }
    }
}

/// Makes the first letter small, unless the first word is an abbreviation.
pub(crate) fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), second) if !second.is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        (Some(_), _) | (None, _) => name.to_owned(),
    }
}

/// Returns the catalogue in the language of this build.
pub fn catalogue() -> &'static Text {
    match Language::BUILD {
        Language::Nl => &nl::TEXT,
    }
}

/// Name and unit of one parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ParameterText {
    /// Name on screen.
    pub label: &'static str,
    /// Unit that is shown behind the field; may be empty.
    pub unit: &'static str,
}

/// Help text of one parameter.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct HelpText {
    /// Meaning of the parameter, and where the user finds a local figure.
    pub help: &'static str,
    /// Source of the default.
    pub source: &'static str,
}

/// Texts about one savings line.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LineText {
    /// Name on screen.
    pub label: &'static str,
    /// Description of the line in one sentence.
    pub what: &'static str,
    /// Short phrase ('minder zorg') that names the line as an example of an effect
    /// without a price; `None` where the line is no such example.
    pub unpriced: Option<&'static str>,
    /// Natural unit of the line, singular.
    pub one: &'static str,
    /// Natural unit of the line, plural.
    pub many: &'static str,
    /// Texts of the field `aantal`, the number of natural units.
    pub aantal: ParameterText,
    /// Help text of the field `aantal`.
    pub aantal_help: HelpText,
    /// Texts of the field `bedrag`, the euros for one natural unit.
    pub bedrag: ParameterText,
    /// Help text of the field `bedrag`.
    pub bedrag_help: HelpText,
}

/// The catalogue of one language: the texts that several features need. The methods
/// return the texts of one feature each.
pub struct Text {
    /// Notation of numbers in this language.
    pub notation: Notation,
    /// Texts of the page as a whole and of what several views share.
    pub page: &'static page::PageText,
    /// Name and unit of a general parameter.
    pub general: fn(General, Perspective) -> ParameterText,
    /// Texts about a savings line.
    pub line: fn(Line) -> &'static LineText,
    /// Name and unit of a field that every savings line has.
    pub line_field: fn(LineField) -> ParameterText,
    /// Name of a cost line; a general name for an own line of the user.
    pub cost: fn(&CostId) -> &'static str,
    /// Full name of a party.
    pub party: fn(Party) -> &'static str,
    /// Name and description of a preset.
    pub preset: fn(Preset) -> (&'static str, &'static str),
    /// Name of a cost basis.
    pub basis: fn(CostBasis) -> &'static str,
    /// Name and meaning of a kind of saving.
    pub kind: fn(SavingKind) -> (&'static str, &'static str),
    /// Name of the status of a default.
    pub status: fn(Status) -> &'static str,
    /// Error message for an invalid input, which names the field and the given value.
    pub issue: fn(&Issue) -> String,
    /// Error message without field and value, for display next to the field.
    pub problem: fn(&Issue) -> String,
    /// Error message for a text that is no number; the second argument is the range of
    /// allowed values.
    pub not_a_number: fn(NotANumber, allowed: &str) -> String,
    /// Sentences about the outcome that several views need.
    pub sentences: &'static sentences::Sentences,
    /// Texts inside charts and around them.
    pub charts: &'static charts::ChartText,
}

/// Defines a method of [`Text`] for the texts of a feature. They are methods rather
/// than fields, so that the linker puts the texts of a lazily loaded feature into the
/// file of that feature, and not into the first file that the page loads. Texts that only
/// one feature of `src/ui` uses are in its folder: the types in `text.rs`, the Dutch texts
/// in `text/nl.rs`.
macro_rules! feature_text {
    ($($(#[$doc:meta])* $name:ident: $type:ty = $nl:path;)*) => {
        impl $crate::text::Text {$(
            $(#[$doc])*
            pub fn $name(&self) -> &'static $type {
                match $crate::text::Language::BUILD {
                    $crate::text::Language::Nl => &$nl,
                }
            }
        )*}
    };
}
#[cfg(feature = "page")]
pub(crate) use feature_text;

feature_text! {
    /// Returns the texts of the results on the worksheet and of the user's own lines.
    results: results::ResultText = nl::results::RESULTS;
    /// Returns the texts inside the other charts of the results, in tables of charts and in
    /// saved files.
    result_charts: charts::ResultChartText = nl::charts::RESULT_CHARTS;
    /// Returns the sentences about the results on the worksheet.
    result_sentences: sentences::ResultSentences = nl::sentences::RESULT_SENTENCES;
    /// Returns the texts of the plausibility checks.
    checks: checks::ChecksText = nl::checks::CHECKS;
    /// Returns the texts of the comparison of scenarios.
    compare: compare::CompareText = nl::compare::COMPARE;
    /// Returns the texts about the strength of the evidence.
    evidence: evidence::EvidenceText = nl::evidence::EVIDENCE;
    /// Returns the texts of explanations of figures of the outcome.
    explain: explain::ExplainText = nl::explain::EXPLAIN;
    /// Returns the texts of explanations of figures that are not in the outcome of one
    /// scenario.
    explain_extra: explain_extra::ExplainExtraText = nl::explain_extra::EXPLAIN_EXTRA;
    /// Returns the texts of the dekkingsplan.
    financing: financing::FinancingText = nl::financing::FINANCING;
    /// Returns the texts of the public module.
    module: module::ModuleText = nl::module::MODULE;
    /// Returns the texts of a network of initiatives.
    network: network::NetworkText = nl::network::NETWORK;
    /// Returns the texts that only index.html and `start.js` show.
    shell: shell::ShellText = nl::shell::SHELL;
    /// Returns the texts of the view of uncertainty.
    uncertainty: uncertainty::UncertaintyText = nl::uncertainty::UNCERTAINTY;
}

impl Text {
    /// Returns the help text of an input.
    pub fn input_help(&self, id: InputId) -> HelpText {
        match Language::BUILD {
            Language::Nl => nl::help::help(id),
        }
    }
}

impl Text {
    /// Returns the name of a cost line; `own_name` gives the name of the own line at an
    /// index.
    pub fn cost_label(&self, id: &CostId, own_name: impl Fn(usize) -> String) -> String {
        match id {
            CostId::Own(index, _) => own_name(*index),
            other => (self.cost)(other).to_owned(),
        }
    }

    /// Returns the name of a savings line; `own_name` gives the name of the own line at an
    /// index.
    pub fn saving_label(&self, id: &SavingId, own_name: impl Fn(usize) -> String) -> String {
        match id {
            SavingId::Own(index, _) => own_name(*index),
            SavingId::Fixed(line) => (self.line)(*line).label.to_owned(),
        }
    }
}
