//! Texts of 'Wat als?'.

mod nl;

use crate::model::{Party, Perspective};
use crate::text::feature_text;
use crate::what_if::{
    NotApplicable, WhatIfAmounts, WhatIfFigures, WhatIfMeasure, WhatIfOther, WhatIfQuestion,
};

/// What the sentences about a case depend on.
pub struct WhatIfFacts<'a> {
    /// The question that is asked.
    pub question: WhatIfQuestion,
    /// The number that is set.
    pub setting: f64,
    /// The name of the option that is chosen; empty without options.
    pub option: &'a str,
    /// The party that stops paying, where the option is a party or a funder without a name.
    pub party: Option<Party>,
    /// Whose figures they are.
    pub perspective: Perspective,
    /// The amounts of the case.
    pub then: WhatIfAmounts,
    /// Which name their difference has.
    pub gap: GapKind,
    /// Number of volunteers.
    pub volunteers: f64,
    /// Price of an hour of a volunteer, in euros.
    pub volunteer_hour: f64,
    /// Number of years of the horizon.
    pub horizon: f64,
    /// Whether benefits count, which are always cash.
    pub has_benefits: bool,
}

/// Which name a difference of costs and savings has.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GapKind {
    /// Costs above savings, or as high, in both cases.
    Gap,
    /// Costs above savings, where the other case has a surplus: the name says which is higher.
    BesideSurplus,
    /// Savings above costs.
    Surplus,
}

impl GapKind {
    /// Returns the kind of this difference, in figures with this one and another.
    pub fn of(gap: f64, figures: &WhatIfFigures) -> GapKind {
        if gap < 0.0 {
            GapKind::Surplus
        } else if figures.now.gap() < 0.0 || figures.then.gap() < 0.0 {
            GapKind::BesideSurplus
        } else {
            GapKind::Gap
        }
    }
}

/// Texts of 'Wat als?'.
#[allow(missing_docs)]
pub struct WhatIfText {
    pub title: &'static str,
    pub intro: &'static str,
    pub questions: &'static str,
    /// The question as a councillor asks it.
    pub question: fn(WhatIfQuestion) -> &'static str,
    /// What is set in a question; empty where nothing is.
    pub setting: fn(WhatIfQuestion) -> &'static str,
    /// A number that is set, in words.
    pub value: fn(WhatIfQuestion, f64) -> String,
    /// Why a question cannot be asked.
    pub not_applicable: fn(NotApplicable) -> &'static str,
    /// What a question supposes, where nothing else is needed to say it.
    pub supposed: fn(WhatIfQuestion, setting: f64) -> String,
    /// Two sentences to say, of at most fifteen words each.
    pub to_say: fn(&WhatIfFacts) -> [String; 2],
    pub say: &'static str,
    /// What the calculation does here; empty where there is nothing to say.
    pub remark: fn(WhatIfQuestion, &WhatIfFigures) -> &'static str,
    pub unchanged: &'static str,
    /// Whose figures they are.
    pub seen_from: fn(Perspective) -> &'static str,
    /// Whose difference it is, after that word; empty for all payers.
    pub whose: fn(Perspective) -> &'static str,
    pub now: &'static str,
    pub then: &'static str,
    /// Name of a difference or a surplus.
    pub gap: fn(WhatIfMeasure, GapKind) -> &'static str,
    pub costs: fn(WhatIfMeasure, horizon: f64) -> String,
    /// Name of what stands against the costs; welfare is no saving.
    pub covered: fn(WhatIfMeasure, horizon: f64, has_welfare: bool) -> String,
    pub harm: &'static str,
    /// Sentence about another figure, now and in the case; `None` is not estimated.
    pub other: fn(WhatIfOther, now: Option<f64>, then: Option<f64>) -> String,
    /// Title of the picture.
    pub picture: fn(now: &WhatIfAmounts, then: &WhatIfAmounts, WhatIfMeasure) -> String,
    pub research: &'static str,
    pub no_research: &'static str,
    pub all_research: &'static str,
    pub to_assumption: &'static str,
    pub to_plan: &'static str,
    pub take_over: &'static str,
    pub add_beside: &'static str,
    pub only_shown: &'static str,
    /// Name of a case in the list of scenarios; `option` is empty without options.
    pub name: fn(WhatIfQuestion, setting: f64, option: &str) -> String,
    pub done: &'static str,
    pub added: &'static str,
    pub compare: &'static str,
    /// Name of the own line with the hours of volunteers.
    pub volunteer_hours: &'static str,
}

feature_text! {
    /// Returns the texts of 'Wat als?'.
    what_if: WhatIfText = nl::WHAT_IF;
}
