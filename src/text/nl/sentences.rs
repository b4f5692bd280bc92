//! Sentences made from figures. They lead with the gap, claim no more than
//! the figures carry, and never call p.m. zero.

mod enough;
mod pictures;

use crate::evidence::grade::EvidenceGrade;
use crate::model::quantity::{Euro, EuroPer};
use crate::model::{Line, Outcome, Party};
use crate::number::DUTCH;
use crate::text::nl::checks::list;
use crate::text::nl::lines::line;
use crate::text::nl::sentences::enough::{drempel, needed, pm};
pub(super) use crate::text::nl::sentences::pictures::{bridge, bridge_with, parties_title};
use crate::text::nl::sentences::pictures::{
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
    party_short,
};

/// Sentences about the results below the main picture.
pub static RESULT_SENTENCES: ResultSentences = ResultSentences {
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

fn per(amount: EuroPer) -> String {
    DUTCH.euro(amount.euros())
}

/// Returns whether an amount is shown as zero.
pub(super) fn is_nothing(amount: Euro) -> bool {
    amount.euros().abs() < 0.5
}

fn headline(outcome: &Outcome, grade: EvidenceGrade) -> String {
    let (costs, saved, gap) = (outcome.costs.net, outcome.total.savings, outcome.break_even.gap);
    let earns = costs < Euro::ZERO && !is_nothing(costs);
    let start = if earns {
        format!("Een jaar met vol effect brengt zelf {} meer op dan het kost.", euro(-costs))
    } else {
        format!("Een jaar met vol effect kost {}.", euro(costs))
    };
    let share = outcome
        .total
        .coverage
        .times()
        .map_or_else(String::new, |times| format!(", {} daarvan", DUTCH.percent(times)));
    let (before, after) = match grade {
        EvidenceGrade::Sound => ("", ""),
        EvidenceGrade::Reasonable => ("ongeveer ", ""),
        EvidenceGrade::Estimated => ("naar schatting ", ""),
        EvidenceGrade::Assumed => ("naar schatting ", ", als de aannames kloppen"),
    };
    let savings = if is_nothing(saved) {
        "Er staan geen becijferde besparingen tegenover.".to_owned()
    } else if saved < Euro::ZERO {
        format!("Daar komt {} aan becijferde extra kosten bij.", euro(-saved))
    } else {
        format!("De becijferde besparingen zijn {before}{}{share}{after}.", euro(saved))
    };
    let end = if is_nothing(gap) {
        "Kosten en becijferde besparingen zijn even groot; wat niet in geld staat, komt daar nog bij."
            .to_owned()
    } else if gap > Euro::ZERO {
        format!(
            "Het is de moeite waard als de rest, zoals {}, samen minstens {} waard is: {} per bezoeker.",
            beyond_gap(outcome),
            euro(gap),
            per(outcome.break_even.gap_per_visitor)
        )
    } else if earns {
        format!("Eigen inkomsten en besparingen zijn samen {before}{} groter dan de kosten.", euro(-gap))
    } else {
        let more = euro(-gap);
        match grade {
            EvidenceGrade::Sound => format!("De becijferde besparingen zijn {more} groter dan de kosten."),
            EvidenceGrade::Reasonable => {
                format!("De becijferde besparingen zijn ongeveer {more} groter dan de kosten.")
            }
            EvidenceGrade::Estimated => {
                format!("Naar schatting zijn zij {more} groter dan de kosten. Dat is niet gemeten.")
            }
            EvidenceGrade::Assumed => format!(
                "Met deze aannames zijn zij {more} groter dan de kosten. Dat hangt af van aannames die niet zeker zijn."
            ),
        }
    };
    format!("{start} {savings} {end}")
}

/// Examples of what is worth something and is not in the gap. A saving that
/// counts is left out, since the gap contains it already; welfare never is part
/// of the gap.
fn beyond_gap(outcome: &Outcome) -> String {
    let in_gap = |line: &Line| {
        let saving = &outcome.savings[*line as usize];
        saving.counted && saving.kind.is_saving()
    };
    let examples = Line::ALL.into_iter().filter(|line| !in_gap(line));
    let phrases = examples.filter_map(|example| line(example).beyond_gap);
    list(&phrases.map(str::to_owned).collect::<Vec<_>>())
}

pub(super) fn effect(change: Euro) -> String {
    if is_nothing(change) {
        return "Verandert het saldo niet.".to_owned();
    }
    format!("Maakt het saldo {}.", directed(change))
}

/// Returns how much, and for the better or the worse.
pub(super) fn directed(by: Euro) -> String {
    let (size, direction) = if by > Euro::ZERO { (by, "beter") } else { (-by, "slechter") };
    format!("{} {direction}", euro(size))
}

fn converted(amounts: usize, from: i32, to: i32, factor: f64) -> String {
    let what =
        if amounts == 1 { "1 eigen bedrag is".to_owned() } else { format!("{amounts} eigen bedragen zijn") };
    format!("{what} omgerekend van prijzen van {from} naar {to} (× {}).", DUTCH.number(factor, 3))
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

    /// By hand: 300,000 of costs, less 400,000 of its own; savings of 154,000.
    #[test]
    fn who_earns_more_than_it_costs_has_no_negative_costs() {
        let earning = Scenario::parse(r#"{"values":{"eigen-inkomsten":400000}}"#).unwrap();
        let said = headline(&evaluate(&earning.inputs()), EvidenceGrade::Estimated);
        assert_eq!(
            said,
            "Een jaar met vol effect brengt zelf €\u{a0}100.000 meer op dan het kost. De becijferde besparingen zijn naar schatting €\u{a0}154.000. Eigen inkomsten en besparingen zijn samen naar schatting €\u{a0}254.000 groter dan de kosten."
        );
    }

    /// Which words belong to which state of evidence: what must be there, and
    /// what would claim more than there is.
    #[test]
    fn the_sentence_speaks_as_firmly_as_the_evidence() {
        let table: [(EvidenceGrade, &[&str], &[&str]); 4] = [
            (EvidenceGrade::Assumed, &["naar schatting", "als de aannames kloppen"], &["ongeveer"]),
            (EvidenceGrade::Estimated, &["naar schatting"], &["ongeveer", "als de aannames kloppen"]),
            (EvidenceGrade::Reasonable, &["ongeveer"], &["naar schatting", "aannames"]),
            (EvidenceGrade::Sound, &["zijn €"], &["ongeveer", "naar schatting", "aannames"]),
        ];
        let surplus: [(EvidenceGrade, &[&str]); 4] = [
            (EvidenceGrade::Assumed, &["Met deze aannames", "niet zeker"]),
            (EvidenceGrade::Estimated, &["Naar schatting", "niet gemeten"]),
            (EvidenceGrade::Reasonable, &["ongeveer €\u{a0}4.000 groter"]),
            (EvidenceGrade::Sound, &["besparingen zijn €\u{a0}4.000 groter"]),
        ];
        let outcome = |text: &str| evaluate(&Scenario::parse(text).unwrap().inputs());
        let (short, covered) = (outcome("{}"), outcome(r#"{"values":{"dagbesteding.aantal":40}}"#));
        for (grade, must, never) in table {
            let sentence = headline(&short, grade);
            assert!(must.iter().all(|words| sentence.contains(words)), "{grade:?}: {sentence}");
            assert!(!never.iter().any(|words| sentence.contains(words)), "{grade:?}: {sentence}");
            // The gap is conditional by itself, however sure the rest is.
            assert!(sentence.contains("Het is de moeite waard als"), "{sentence}");
        }
        for (grade, must) in surplus {
            let sentence = headline(&covered, grade);
            assert!(must.iter().all(|words| sentence.contains(words)), "{grade:?}: {sentence}");
        }
    }

    /// What counts is in the gap already: to name it again as the rest would
    /// count it twice.
    #[test]
    fn the_rest_is_only_what_does_not_count() {
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
            let is_saving = example.definition().kind.is_saving();
            let said = sentence(&inputs);
            assert_eq!(said.contains(phrase), !is_saving, "{phrase}: {said}");
        }
        let said = sentence(&all);
        assert!(said.contains("de rest, zoals een beter leven, samen minstens"), "{said}");
    }
}
