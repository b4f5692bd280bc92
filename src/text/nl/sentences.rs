//! Dutch sentences that are generated from figures. The headline gives costs, savings and
//! the gap, in this order. No sentence claims more than the evidence supports, and none
//! treats p.m. as zero.

mod break_even;
mod charts;

use crate::evidence::grade::EvidenceGrade;
use crate::model::quantity::{Euro, EuroPer};
use crate::model::{Line, Outcome, Party};
use crate::number::DUTCH;
use crate::text::nl::checks::list;
use crate::text::nl::lines::line;
use crate::text::nl::sentences::break_even::{drempel, needed, pm};
pub(super) use crate::text::nl::sentences::charts::{bridge, bridge_with, parties_title};
use crate::text::nl::sentences::charts::{
    costs_vs_savings, costs_vs_savings_title, cumulative, cumulative_title, waterfall, waterfall_title,
};
use crate::text::sentences::{ResultSentences, Sentences};

pub static SENTENCES: Sentences = Sentences {
    headline,
    costs_vs_savings_title,
    costs_vs_savings,
    drempel,
    effect,
    converted,
    plausible: |low, high| format!("Aannemelijk: {low} tot {high}."),
    limits: |low, high| format!("{low} tot en met {high}"),
    read_as: |shown| format!("Gelezen als {shown}. Schrijf een komma voor decimalen."),
    problems,
    changed,
    scale_offer: |from, to| {
        format!(
            "Het aantal bezoekers ging van {from} naar {to}. De besparingen veranderen niet vanzelf mee: die hebben een eigen aantal."
        )
    },
};

/// Sentences about the results below the main chart.
pub static RESULT_SENTENCES: ResultSentences = ResultSentences {
    party_short,
    waterfall_title,
    waterfall,
    cumulative_title,
    cumulative,
    parties_title,
    bridge,
    needed,
    pm,
};

fn euro(amount: Euro) -> String {
    DUTCH.euro(amount.euros())
}

fn euro_per(amount: EuroPer) -> String {
    DUTCH.euro(amount.euros())
}

/// Returns whether an amount rounds to zero euros.
pub(crate) fn is_shown_as_zero(amount: Euro) -> bool {
    amount.euros().abs() < 0.5
}

fn headline(outcome: &Outcome, grade: EvidenceGrade) -> String {
    let (costs, total_savings, gap) = (outcome.costs.net, outcome.total.savings, outcome.break_even.gap);
    let is_profitable = costs < Euro::ZERO && !is_shown_as_zero(costs);
    let start = if is_profitable {
        format!("Een jaar met vol effect brengt zelf {} meer op dan het kost.", euro(-costs))
    } else {
        format!("Een jaar met vol effect kost {}.", euro(costs))
    };
    let share = outcome
        .total
        .coverage
        .times()
        .map_or_else(String::new, |times| format!(", {} daarvan", DUTCH.percent(times)));
    let (before_amount, reservation) = match grade {
        EvidenceGrade::Sound => ("", ""),
        EvidenceGrade::Reasonable => ("ongeveer ", ""),
        EvidenceGrade::Estimated => ("naar schatting ", ""),
        EvidenceGrade::Assumed => ("naar schatting ", ", als de aannames kloppen"),
    };
    let savings = if is_shown_as_zero(total_savings) {
        "Er staan geen becijferde besparingen tegenover.".to_owned()
    } else if total_savings < Euro::ZERO {
        format!("Daar komt {} aan becijferde extra kosten bij.", euro(-total_savings))
    } else {
        format!("De becijferde besparingen zijn {before_amount}{}{share}{reservation}.", euro(total_savings))
    };
    let conclusion = if is_shown_as_zero(gap) {
        "Kosten en becijferde besparingen zijn even groot; wat niet in geld staat, komt daar nog bij."
            .to_owned()
    } else if gap > Euro::ZERO {
        format!(
            "Het is de moeite waard als de rest, zoals {}, samen minstens {} waard is: {} per bezoeker.",
            beyond_gap(outcome),
            euro(gap),
            euro_per(outcome.break_even.gap_per_visitor)
        )
    } else if is_profitable {
        format!(
            "Eigen inkomsten en besparingen zijn samen {before_amount}{} groter dan de kosten.",
            euro(-gap)
        )
    } else {
        let saldo = euro(-gap);
        match grade {
            EvidenceGrade::Sound => format!("De becijferde besparingen zijn {saldo} groter dan de kosten."),
            EvidenceGrade::Reasonable => {
                format!("De becijferde besparingen zijn ongeveer {saldo} groter dan de kosten.")
            }
            EvidenceGrade::Estimated => {
                format!("Naar schatting zijn zij {saldo} groter dan de kosten. Dat is niet gemeten.")
            }
            EvidenceGrade::Assumed => format!(
                "Met deze aannames zijn zij {saldo} groter dan de kosten. Dat hangt af van aannames die niet zeker zijn."
            ),
        }
    };
    format!("{start} {savings} {conclusion}")
}

/// Lists examples of valuable effects outside the gap. A saving that counts is left out,
/// since the gap contains it already; welfare is never part of the gap.
fn beyond_gap(outcome: &Outcome) -> String {
    let in_gap = |line: &Line| {
        let saving = &outcome.savings[*line as usize];
        saving.counted && saving.kind.counts_for_payers()
    };
    let examples = Line::ALL.into_iter().filter(|line| !in_gap(line));
    let phrases = examples.filter_map(|example| line(example).beyond_gap);
    list(&phrases.map(str::to_owned).collect::<Vec<_>>())
}

pub(crate) fn effect(change: Euro) -> String {
    if is_shown_as_zero(change) {
        return "Verandert het saldo niet.".to_owned();
    }
    format!("Maakt het saldo {}.", better_or_worse(change))
}

/// Writes the size of a change of a saldo and whether it is better or worse.
pub(crate) fn better_or_worse(by: Euro) -> String {
    let (size, direction) = if by > Euro::ZERO { (by, "beter") } else { (-by, "slechter") };
    format!("{} {direction}", euro(size))
}

fn converted(amounts: usize, from: i32, to: i32, factor: f64) -> String {
    let subject =
        if amounts == 1 { "1 eigen bedrag is".to_owned() } else { format!("{amounts} eigen bedragen zijn") };
    format!("{subject} omgerekend van prijzen van {from} naar {to} (× {}).", DUTCH.number(factor, 3))
}

fn problems(count: usize) -> String {
    if count == 1 {
        "1 invoer klopt niet. De uitkomst rekent met de laatste goede waarde.".to_owned()
    } else {
        format!("{count} invoeren kloppen niet. De uitkomst rekent met de laatste goede waarden.")
    }
}

fn changed(count: usize) -> String {
    match count {
        0 => "Er is nog niets veranderd: dit zijn de cijfers van het gekozen begin.".to_owned(),
        1 => "1 cijfer wijkt af van het gekozen begin.".to_owned(),
        _ => format!("{count} cijfers wijken af van het gekozen begin."),
    }
}

fn party_short(party: Party) -> &'static str {
    match party {
        Party::Gemeente => "Gemeente",
        Party::Rijk => "Rijk",
        Party::Zorgverzekeraar => "Zorgverzekeraar",
        Party::Overig => "Overig",
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Inputs, Preset, evaluate};
    use crate::scenario::Scenario;

    /// By hand: costs of 300,000 less own income of 400,000; savings of 154,000.
    #[test]
    fn own_income_above_the_costs_is_not_stated_as_negative_costs() {
        let profitable = Scenario::parse(r#"{"values":{"eigen-inkomsten":400000}}"#).unwrap();
        let sentences = headline(&evaluate(&profitable.inputs()), EvidenceGrade::Estimated);
        assert_eq!(
            sentences,
            "Een jaar met vol effect brengt zelf €\u{a0}100.000 meer op dan het kost. De becijferde besparingen zijn naar schatting €\u{a0}154.000. Eigen inkomsten en besparingen zijn samen naar schatting €\u{a0}254.000 groter dan de kosten."
        );
    }

    /// For each evidence grade the words that the headline must contain, and those that
    /// would claim more or less than the evidence supports.
    #[test]
    fn the_sentence_speaks_as_firmly_as_the_evidence() {
        let with_gap: [(EvidenceGrade, &[&str], &[&str]); 4] = [
            (EvidenceGrade::Assumed, &["naar schatting", "als de aannames kloppen"], &["ongeveer"]),
            (EvidenceGrade::Estimated, &["naar schatting"], &["ongeveer", "als de aannames kloppen"]),
            (EvidenceGrade::Reasonable, &["ongeveer"], &["naar schatting", "aannames"]),
            (EvidenceGrade::Sound, &["zijn €"], &["ongeveer", "naar schatting", "aannames"]),
        ];
        let with_positive_saldo: [(EvidenceGrade, &[&str]); 4] = [
            (EvidenceGrade::Assumed, &["Met deze aannames", "niet zeker"]),
            (EvidenceGrade::Estimated, &["Naar schatting", "niet gemeten"]),
            (EvidenceGrade::Reasonable, &["ongeveer €\u{a0}4.000 groter"]),
            (EvidenceGrade::Sound, &["besparingen zijn €\u{a0}4.000 groter"]),
        ];
        let outcome = |text: &str| evaluate(&Scenario::parse(text).unwrap().inputs());
        let (gap, covered) = (outcome("{}"), outcome(r#"{"values":{"dagbesteding.aantal":40}}"#));
        for (grade, must, never) in with_gap {
            let sentence = headline(&gap, grade);
            assert!(must.iter().all(|words| sentence.contains(words)), "{grade:?}: {sentence}");
            assert!(!never.iter().any(|words| sentence.contains(words)), "{grade:?}: {sentence}");
            // The sentence about the gap is conditional, whatever the evidence.
            assert!(sentence.contains("Het is de moeite waard als"), "{sentence}");
        }
        for (grade, must) in with_positive_saldo {
            let sentence = headline(&covered, grade);
            assert!(must.iter().all(|words| sentence.contains(words)), "{grade:?}: {sentence}");
        }
    }

    /// The gap contains the savings that count; naming them as examples outside it would
    /// count them twice.
    #[test]
    fn examples_outside_the_gap_do_not_count() {
        let sentence = |inputs: &Inputs| headline(&evaluate(inputs), EvidenceGrade::Assumed);
        let brochure = Preset::Brochure.inputs();
        let start = sentence(&brochure);
        assert!(start.contains("de rest, zoals minder zorg, minder overlast"), "{start}");
        assert!(start.contains(" en een beter leven, samen minstens"), "{start}");
        let mut all = brochure.clone();
        for example in Line::ALL {
            let mut inputs = brochure.clone();
            inputs.set_counted(example, true);
            all.set_counted(example, true);
            let Some(phrase) = line(example).beyond_gap else { continue };
            let is_saving = example.definition().kind.counts_for_payers();
            let headline = sentence(&inputs);
            assert_eq!(headline.contains(phrase), !is_saving, "{phrase}: {headline}");
        }
        let headline = sentence(&all);
        assert!(headline.contains("de rest, zoals een beter leven, samen minstens"), "{headline}");
    }
}
