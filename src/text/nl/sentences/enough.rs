//! When it is enough: how much of one line covers the gap, what the p.m. lines
//! must be worth, and what the rest is worth to whoever decides.

use crate::model::Outcome;
use crate::model::quantity::EuroPer;
use crate::number::DUTCH;
use crate::text::nl::sentences::{beyond_gap, euro, is_nothing, per};
use crate::text::sentences::BreakEvenFacts;

pub fn needed(facts: &BreakEvenFacts) -> String {
    let Some(needed) = facts.needed else {
        return "Niet te zeggen: één meer is met deze invoer niets waard.".to_owned();
    };
    let number = |value: f64| DUTCH.number(value, 1);
    let count = needed.units();
    let many = facts.many;
    if count < 0.0 && facts.counted {
        return format!("Ook met {} {many} minder zijn kosten en besparingen even groot.", number(-count));
    }
    if count <= 0.0 {
        return "Niet nodig: er is geen verschil te dekken.".to_owned();
    }
    let amount = if facts.counted {
        format!("Nog {} {many} erbij, naast de {}", number(count), number(facts.now.units()))
    } else {
        format!("{} {many} in totaal", number(count))
    };
    if !facts.per_person {
        return format!("{amount}.");
    }
    // A year of one person at a time: more than all visitors cannot be.
    let total = if facts.counted { count + facts.now.units() } else { count };
    let share = total / facts.visitors.units();
    if share > 1.0 {
        format!("{amount}: kan niet met deze bezoekers.")
    } else {
        format!("{amount}: {} van de bezoekers.", DUTCH.percent(share))
    }
}

pub fn pm(outcome: &Outcome) -> String {
    let needed = outcome.break_even.pm_threshold;
    if is_nothing(needed) {
        return "Het verschil is gedekt zonder p.m.-posten. P.m. betekent: bekend, maar niet geschat."
            .to_owned();
    }
    if outcome.savings.iter().any(|line| !line.counted && line.kind.is_saving()) {
        format!(
            "Om het verschil te dekken, moeten de p.m.-posten die geld besparen samen {} per jaar waard zijn. P.m. betekent: bekend, maar niet geschat. Het is dus niet nul.",
            euro(needed)
        )
    } else {
        format!(
            "Alle posten die geld besparen, tellen hier al mee. Om op te wegen tegen het verschil, moet de rest, zoals {}, samen {} per jaar waard zijn.",
            beyond_gap(outcome),
            euro(needed)
        )
    }
}

pub fn drempel(drempel: EuroPer, outcome: &Outcome) -> String {
    let gap = outcome.break_even.gap_per_visitor;
    if gap.euros() <= -0.5 {
        return format!(
            "De becijferde besparingen zijn hoger dan de kosten: het verschil is {} per bezoeker. Wat de rest u waard is, komt daarbij.",
            per(gap)
        );
    }
    if drempel.euros() == 0.0 {
        return format!(
            "Vul bij ‘Wat de rest u waard is’ in wat alle andere effecten u per bezoeker waard zijn. Het verschil is {} per bezoeker.",
            per(gap)
        );
    }
    let verdict = if drempel.euros() >= gap.euros() { "weegt op" } else { "weegt niet op" };
    format!(
        "De rest is u {} per bezoeker waard. Dat {verdict} tegen het verschil van {} per bezoeker.",
        per(drempel),
        per(gap)
    )
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Line, Preset, evaluate};
    use crate::scenario::Scenario;

    /// Where there is no gap, nothing has to weigh against it.
    #[test]
    fn what_the_rest_is_worth_is_held_against_a_gap_only() {
        let said = |text: &str, worth: f64| {
            drempel(EuroPer::new(worth), &evaluate(&Scenario::parse(text).unwrap().inputs()))
        };
        let covered = r#"{"values":{"dagbesteding.aantal":40}}"#;
        assert!(said("{}", 0.0).starts_with("Vul bij"));
        assert!(said("{}", 291.0).contains("weegt niet op") && said("{}", 292.0).contains("weegt op"));
        for worth in [0.0, 10.0] {
            let sentence = said(covered, worth);
            assert!(sentence.contains("het verschil is €\u{a0}−8 per bezoeker"), "{sentence}");
            assert!(!sentence.contains("Vul") && !sentence.contains("weegt"), "{sentence}");
        }
    }

    /// The favourable preset, with every fixed line counted.
    #[test]
    fn no_line_is_called_pm_that_is_not() {
        let outcome = |text: &str| {
            let scenario = Scenario::parse(text).unwrap();
            let mut inputs = scenario.inputs();
            if scenario.base == Preset::Gunstig {
                Line::ALL.into_iter().for_each(|line| inputs.set_counted(line, true));
            }
            evaluate(&inputs)
        };
        let own = r#"{"base":"gunstig","custom":[{"id":"c1","side":"saving","label":"x","kind":"KIND","counted":false,"quantity":1,"amount":1}]}"#;
        for scenario in ["{}", &own.replace("KIND", "besparing")] {
            assert!(pm(&outcome(scenario)).contains("de p.m.-posten die geld besparen"), "{scenario}");
        }
        for scenario in [r#"{"base":"gunstig"}"#, &own.replace("KIND", "welvaart")] {
            let said = pm(&outcome(scenario));
            assert!(said.contains("tellen hier al mee") && said.contains("45.200"), "{said}");
            assert!(!said.contains("p.m."), "{said}");
        }
    }
}
