//! The answer about one's own centre, counted in three ways: as it is filled in, cautiously,
//! and without effect. Each is a point; none of them is simulated.
//!
//! ```
//! use rekenmodel::answer::count_points::CountPoints;
//! use rekenmodel::model::Perspective;
//! use rekenmodel::scenario::Scenario;
//!
//! let points = CountPoints::new(&Scenario::parse("{}").unwrap(), Perspective::Partijen);
//! assert_eq!(points.own.gap, 146_000.0);
//! assert_eq!(points.cautious.figures.gap, 223_000.0);
//! assert_eq!(points.without_effect.figures.gap, 300_000.0);
//! // What the cautious count takes off is what the two differences differ by.
//! assert_eq!(points.taken_off.iter().map(|taken| taken.amount).sum::<f64>(), 77_000.0);
//! ```

use crate::answer::AnswerFigures;
use crate::model::savings::Saving;
use crate::model::{Inputs, LineField, Outcome, Party, Perspective, evaluate};
use crate::number::rounding::{Part, rounded_parts};
use crate::scenario::Scenario;
use crate::scenario::counts::CountMethod;

/// One's own centre counted in three ways, in one perspective.
#[derive(Clone, Debug, PartialEq)]
pub struct CountPoints {
    /// The centre as it is filled in.
    pub own: AnswerFigures,
    /// The centre counted cautiously.
    pub cautious: CountPoint,
    /// The centre counted without effect.
    pub without_effect: CountPoint,
    /// What the cautious count takes off each line; the amounts add up to the difference between
    /// the savings of both.
    pub taken_off: Vec<TakenOff>,
}

/// One's own centre counted in another way.
#[derive(Clone, Debug, PartialEq)]
pub struct CountPoint {
    /// Figures of this count, rounded as the answer.
    pub figures: AnswerFigures,
    /// Why they are those of one's own centre; `None` where they differ.
    pub unchanged: Option<Unchanged>,
}

/// Reason why a count gives the same figures as one's own centre.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unchanged {
    /// No line that counts saves anything.
    NothingSaved,
    /// The lines that save something do not count in this perspective.
    NotInPerspective,
    /// The user is sure of what the count would change.
    Sure,
    /// The user's own corrections are at least as strict.
    AlreadyAsStrict,
    /// The change is smaller than the rounding of the figures.
    WithinRounding,
}

/// What a cautious count takes off the savings of one line.
#[derive(Clone, Debug, PartialEq)]
pub struct TakenOff {
    /// Index of the line among the savings of the outcome.
    pub line: usize,
    /// Amount in euros, rounded so that all of them add up.
    pub amount: f64,
    /// Corrections that the count made stricter, with their value in it.
    pub corrections: Vec<(LineField, f64)>,
}

/// A scenario with its inputs and its outcome.
struct Evaluated {
    inputs: Inputs,
    outcome: Outcome,
}

impl Evaluated {
    fn new(scenario: &Scenario) -> Evaluated {
        let inputs = scenario.inputs();
        Evaluated { outcome: evaluate(&inputs), inputs }
    }

    fn figures(&self, perspective: Perspective) -> AnswerFigures {
        AnswerFigures::seen_from(perspective, &self.outcome, &self.inputs)
    }
}

impl CountPoints {
    /// Counts a scenario in three ways.
    pub fn new(scenario: &Scenario, perspective: Perspective) -> CountPoints {
        let own = Evaluated::new(scenario);
        let cautious = Evaluated::new(&CountMethod::Voorzichtig.apply(scenario));
        let without_effect = Evaluated::new(&CountMethod::GeenEffect.apply(scenario));
        let point = |method, counted: &Evaluated| CountPoint {
            figures: counted.figures(perspective),
            unchanged: unchanged(scenario, method, &own, counted, perspective),
        };
        CountPoints {
            own: own.figures(perspective),
            cautious: point(CountMethod::Voorzichtig, &cautious),
            without_effect: point(CountMethod::GeenEffect, &without_effect),
            taken_off: taken_off(&own, &cautious, perspective),
        }
    }
}

/// Returns what a counted line saves in a perspective; 0 where it does not count.
fn saving_of(saving: &Saving, perspective: Perspective) -> f64 {
    if !saving.counted || !saving.kind.counts_for(perspective) {
        return 0.0;
    }
    match perspective {
        Perspective::Partijen | Perspective::Samenleving => saving.net.euros(),
        Perspective::Gemeente => saving.parties.get(Party::Gemeente).euros(),
    }
}

/// Returns why a count shows the savings of one's own centre; `None` where it shows others.
fn unchanged(
    scenario: &Scenario,
    method: CountMethod,
    own: &Evaluated,
    counted: &Evaluated,
    perspective: Perspective,
) -> Option<Unchanged> {
    if own.figures(perspective).savings != counted.figures(perspective).savings {
        return None;
    }
    let saves = |saving: &Saving| saving.counted && saving.gross.euros() > 0.0;
    let remains = |saving: &Saving| saves(saving) && saving.net.euros() > 0.0;
    let saves_here = |saving: &Saving| saving_of(saving, perspective) > 0.0;
    let savings = |evaluated: &Evaluated| evaluated.outcome.savings_of(perspective);
    Some(if !own.outcome.savings.iter().any(saves) {
        Unchanged::NothingSaved
    } else if !own.outcome.savings.iter().any(remains) {
        Unchanged::AlreadyAsStrict
    } else if !own.outcome.savings.iter().any(saves_here) {
        Unchanged::NotInPerspective
    } else if savings(own) != savings(counted) {
        Unchanged::WithinRounding
    } else {
        // Without what the user is sure of, does the count change anything?
        let unsure = Scenario { ranges: Default::default(), ..scenario.clone() };
        let changes = savings(&Evaluated::new(&method.apply(&unsure))) != savings(&Evaluated::new(&unsure));
        if changes { Unchanged::Sure } else { Unchanged::AlreadyAsStrict }
    })
}

/// Returns what a cautious count takes off, as far as it is shown.
fn taken_off(own: &Evaluated, cautious: &Evaluated, perspective: Perspective) -> Vec<TakenOff> {
    let total = own.figures(perspective).savings - cautious.figures(perspective).savings;
    let pairs = own.outcome.savings.iter().zip(&cautious.outcome.savings).enumerate();
    let lines = pairs.map(|(line, (own, cautious))| {
        (line, saving_of(own, perspective) - saving_of(cautious, perspective))
    });
    let lines: Vec<(usize, f64)> = lines.filter(|(_, amount)| *amount > 0.0).collect();
    let parts: Vec<Part> = lines.iter().map(|(_, amount)| Part::new(*amount)).collect();
    let taken = lines.iter().zip(rounded_parts(&parts, total)).map(|((line, _), amount)| TakenOff {
        line: *line,
        amount,
        corrections: stricter(own, cautious, *line, perspective),
    });
    taken.filter(|taken| total > 0.0 && taken.amount > 0.0).collect()
}

/// Returns the corrections of a line that a count made stricter and that lower what it saves in
/// the perspective: only the gemeente loses what is not cash.
fn stricter(
    own: &Evaluated,
    cautious: &Evaluated,
    line: usize,
    perspective: Perspective,
) -> Vec<(LineField, f64)> {
    let saving = &own.outcome.savings[line];
    let lowers =
        |field: &LineField| *field != LineField::Verzilverbaar || perspective == Perspective::Gemeente;
    let fields = LineField::CORRECTIONS.into_iter().filter(|field| field.applies_to(saving.kind));
    let values = fields.filter(lowers).map(|field| {
        let input = saving.id.input(field);
        (field, own.inputs.get(input), cautious.inputs.get(input))
    });
    values.filter(|(_, own, counted)| own != counted).map(|(field, _, counted)| (field, counted)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    fn points(json: &str, perspective: Perspective) -> CountPoints {
        CountPoints::new(&Scenario::parse(json).unwrap(), perspective)
    }

    fn gaps(points: &CountPoints) -> [f64; 3] {
        [points.own.gap, points.cautious.figures.gap, points.without_effect.figures.gap]
    }

    /// By hand: 54,000 × 0.5 × 0.7 × 0.9 = 17,010 and 100,000 × 0.75 × 0.8 = 60,000 are shown as
    /// 77,000; the gemeente gets 70% of the 60,000, 42,000, and with the 17,010 59,000.
    #[test]
    fn each_perspective_has_its_three_points() {
        assert_eq!(gaps(&points("{}", Perspective::Partijen)), [146_000.0, 223_000.0, 300_000.0]);
        assert_eq!(gaps(&points("{}", Perspective::Gemeente)), [146_000.0, 241_000.0, 300_000.0]);
        assert_eq!(gaps(&points("{}", Perspective::Samenleving)), [200_000.0, 240_000.0, 300_000.0]);
    }

    /// By hand: of 54,000 remain 17,010 and of 100,000 remain 60,000, so 36,990 and 40,000 are
    /// taken off: together 77,000, as what is shown.
    #[test]
    fn what_is_taken_off_adds_up_and_names_the_corrections() {
        let all = points("{}", Perspective::Partijen);
        let amounts: Vec<(usize, f64)> = all.taken_off.iter().map(|off| (off.line, off.amount)).collect();
        assert_eq!(amounts, [(0, 37_000.0), (1, 40_000.0)]);
        let fields = |points: &CountPoints, line: usize| points.taken_off[line].corrections.clone();
        let benefits =
            [(LineField::Autonoom, 0.5), (LineField::Toerekening, 0.7), (LineField::Verdringing, 0.1)];
        assert_eq!(fields(&all, 0), benefits);
        assert_eq!(fields(&all, 1), [(LineField::Autonoom, 0.25), (LineField::Toerekening, 0.8)]);
        let gemeente = points("{}", Perspective::Gemeente);
        assert_eq!(fields(&gemeente, 1)[2], (LineField::Verzilverbaar, 0.7));
        // By hand, where the gemeente keeps half of the benefits: 13,500 × 4 ÷ 2 − 8,505 = 18,495,
        // and 100,000 − 42,000; shown are 127 − 51 = 76 thousand.
        let half = points(r#"{"values":{"uitkeringen.gemeente":0.5}}"#, Perspective::Gemeente);
        assert_eq!(half.taken_off.iter().map(|off| off.amount).collect::<Vec<_>>(), [18_000.0, 58_000.0]);
        // To society a benefit is no gain, so nothing is taken off it.
        let society = points("{}", Perspective::Samenleving);
        assert_eq!(society.taken_off.iter().map(|off| off.line).collect::<Vec<_>>(), [1]);
    }

    #[test]
    fn a_count_that_changes_nothing_says_why() {
        let why = |json: &str, perspective| {
            let points = points(json, perspective);
            [points.cautious.unchanged, points.without_effect.unchanged]
        };
        let all = Perspective::Partijen;
        assert_eq!(why("{}", all), [None; 2]);
        let none = r#"{"base":"geen-effect"}"#;
        assert_eq!(why(none, all), [Some(Unchanged::NothingSaved); 2]);
        let harm = r#"{"counted":{"uitkeringen":false},"values":{"dagbesteding.aantal":-4}}"#;
        assert_eq!(why(harm, all), [Some(Unchanged::NothingSaved); 2]);
        let benefits = r#"{"values":{"dagbesteding.aantal":0}}"#;
        assert_eq!(why(benefits, Perspective::Samenleving), [Some(Unchanged::NotInPerspective); 2]);
        let strict = r#"{"base":"voorzichtig"}"#;
        assert_eq!(why(strict, all), [Some(Unchanged::AlreadyAsStrict), None]);
        // Of which all would have happened anyway nothing is left to count in another way.
        let none_left = r#"{"values":{"uitkeringen.autonoom":1,"dagbesteding.autonoom":1}}"#;
        assert_eq!(why(none_left, all), [Some(Unchanged::AlreadyAsStrict); 2]);
        let sure =
            r#"{"ranges":{"uitkeringen.aantal":{"kind":"fixed"},"dagbesteding.aantal":{"kind":"fixed"}}}"#;
        assert_eq!(why(sure, all), [None, Some(Unchanged::Sure)]);
        let small = r#"{"values":{"uitkeringen.aantal":0,"dagbesteding.aantal":0.001}}"#;
        assert_eq!(why(small, all), [Some(Unchanged::WithinRounding); 2]);
    }

    proptest! {
        #[test]
        fn what_is_taken_off_is_the_difference_that_is_shown(
            people in 0.0..60.0_f64,
            harm in -5.0..5.0_f64,
            price in 0.0..20_000.0_f64,
            autonoom in 0.0..1.0_f64,
            index in 0..3_usize,
        ) {
            let json = format!(
                r#"{{"values":{{"uitkeringen.aantal":{people},"zorggebruik.aantal":{harm},"dagbesteding.bedrag":{price},
                "dagbesteding.autonoom":{autonoom}}},"counted":{{"zorggebruik":true}}}}"#
            );
            let points = points(&json, Perspective::ALL[index]);
            let taken: f64 = points.taken_off.iter().map(|taken| taken.amount).sum();
            let shown = points.own.savings - points.cautious.figures.savings;
            prop_assert!((taken - shown).abs() < 1e-6, "{taken} {shown}");
            prop_assert_eq!(points.cautious.unchanged.is_some(), shown == 0.0);
        }
    }

    /// Costs are the same in every count, whatever the scenario.
    #[test]
    fn counts_leave_the_costs_as_they_are() {
        let json = r#"{"values":{"eigen-inkomsten":20000},"plan":[{"party":"gemeente","share":0.4}]}"#;
        for perspective in Perspective::ALL {
            let points = points(json, perspective);
            assert_eq!(points.cautious.figures.costs, points.own.costs);
            assert_eq!(points.without_effect.figures.costs, points.own.costs);
        }
    }
}
