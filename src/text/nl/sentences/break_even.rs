//! Dutch sentences about what it takes to cover the gap: units of one line, the worth of
//! the p.m. lines, and the worth of all other effects to the decider (drempel).

use crate::model::quantity::{Euro, EuroPer};
use crate::model::savings::Saving;
use crate::model::{Outcome, Perspective};
use crate::number::{DUTCH, round_down, round_up};
use crate::text::nl::sentences::{euro, euro_per, for_whom, is_shown_as_zero};
use crate::text::sentences::BreakEvenFacts;

/// Writes how many units of one line would cover the gap.
pub fn needed(facts: &BreakEvenFacts) -> String {
    let Some(needed) = facts.needed else {
        return "Niet te zeggen: één meer is met deze invoer niets waard.".to_owned();
    };
    let number = |value: f64| DUTCH.number(value, 1);
    // Rounded up what is needed, and down what is a margin, so that the sentence is true.
    let (least, most) = (|value: f64| number(round_up(value, 1)), |value: f64| number(round_down(value, 1)));
    let count = needed.units();
    let unit = |shown: &str| if shown == "1" { facts.one } else { facts.many };
    if facts.counted && round_down(-count, 1) > 0.0 {
        let margin = most(-count);
        let unit = unit(&margin);
        return format!("Ook met {margin} {unit} minder dekken de besparingen naar schatting de kosten.");
    }
    if count <= 0.0 {
        return "Niet nodig: er is geen verschil te dekken.".to_owned();
    }
    let count_shown = least(count);
    let unit = unit(&count_shown);
    let amount = if facts.counted {
        format!("Nog {count_shown} {unit} erbij, naast de {}", number(facts.now.units()))
    } else {
        format!("{count_shown} {unit} in totaal")
    };
    if !facts.per_person {
        return format!("{amount}.");
    }
    // Somebody can have at most one such year in a year, so more than the number of
    // visitors is impossible.
    let total = if facts.counted { count + facts.now.units() } else { count };
    let share = total / facts.visitors.units();
    if share > 1.0 {
        format!("{amount}: kan niet met deze bezoekers.")
    } else {
        format!("{amount}: {} van de bezoekers.", DUTCH.percent(share))
    }
}

/// Writes what the p.m. lines must be worth together to cover the gap of the perspective. For
/// society that is everything without a figure; welfare is weighed for nobody else, since a
/// benefit less is a gain in the gap of payers.
pub fn pm(outcome: &Outcome, perspective: Perspective) -> String {
    const MEANING: &str = "P.m. betekent: bekend, maar nog niet geschat.";
    let gap = outcome.break_even.gap_of(perspective).gap;
    if is_shown_as_zero(gap) || gap < Euro::ZERO {
        let whose = for_whom(perspective);
        return format!("Naar schatting is het verschil{whose} gedekt zonder p.m.-posten. {MEANING}");
    }
    let at_least = euro(Euro::new(round_up(gap.euros(), 0)));
    let is_pm = |line: &Saving| !line.counted && line.kind.counts_for_payers();
    match perspective {
        Perspective::Samenleving => format!(
            "Wat niet in geld is uitgedrukt, moet de samenleving naar schatting minstens {at_least} per jaar waard zijn. Een uitkering minder is hier geen winst. {MEANING} Wij weten niet hoeveel het is."
        ),
        Perspective::Partijen if outcome.savings.iter().any(is_pm) => format!(
            "Om het verschil te dekken, moeten de p.m.-posten die geld besparen samen naar schatting minstens {at_least} per jaar waard zijn. {MEANING} Wij weten niet hoeveel het is."
        ),
        Perspective::Gemeente
            if outcome.savings.iter().any(|line| is_pm(line) && line.gemeente_price.euros() > 0.0) =>
        {
            format!(
                "Om haar verschil te dekken, moeten p.m.-posten de gemeente samen naar schatting minstens {at_least} per jaar aan geld besparen. {MEANING} Wij weten niet hoeveel het is."
            )
        }
        Perspective::Partijen => format!(
            "Alle posten die geld besparen, tellen hier al mee. Tegenover {} staat geen geschatte besparing.",
            euro(gap)
        ),
        Perspective::Gemeente => format!(
            "Geen p.m.-post bespaart de gemeente geld. Tegenover {} van haar kosten staat geen geschatte besparing.",
            euro(gap)
        ),
    }
}

/// Compares the worth of all effects without a price with the gap per visitor of a
/// perspective.
pub fn drempel(drempel: EuroPer, outcome: &Outcome, perspective: Perspective) -> String {
    let gap = outcome.break_even.gap_of(perspective).gap_per_visitor;
    let whose = for_whom(perspective);
    if gap.euros() <= -0.5 {
        return format!(
            "Naar schatting zijn de besparingen hoger dan de kosten: het overschot{whose} is {} per bezoeker. Wat niet in geld is uitgedrukt, telt hier niet mee.",
            euro_per(EuroPer::new(-gap.euros()))
        );
    }
    // The amount that is enough: rounded up.
    let shown_gap = euro_per(EuroPer::new(round_up(gap.euros(), 0)));
    // Only for society is it about worth; for payers it is about a price.
    let is_worth = perspective == Perspective::Samenleving;
    if drempel.euros() == 0.0 {
        let what = if is_worth {
            "wat alle andere effecten per bezoeker waard zijn"
        } else {
            "wat het centrum per bezoeker mag kosten, naast wat het bespaart"
        };
        return format!(
            "Vul in {what}. Voor het verschil{whose} is minstens {shown_gap} per bezoeker nodig."
        );
    }
    let is_enough = drempel.euros() >= gap.euros();
    let enough = if is_enough { "genoeg" } else { "niet genoeg" };
    let drempel = euro_per(drempel);
    if is_worth {
        let verdict = if is_enough { "weegt op" } else { "weegt niet op" };
        format!(
            "De rest is u {drempel} per bezoeker waard. Dat {verdict} tegen het verschil{whose}. Daarvoor is minstens {shown_gap} per bezoeker nodig."
        )
    } else {
        format!(
            "Het mag u {drempel} per bezoeker kosten, naast wat het bespaart. Dat is {enough} voor het verschil{whose}. Daarvoor is minstens {shown_gap} per bezoeker nodig."
        )
    }
}

#[cfg(test)]
mod tests {
    use super::{needed as needed_of, *};
    use crate::model::quantity::Count;
    use crate::model::{Line, Preset, evaluate};
    use crate::scenario::Scenario;

    #[test]
    fn the_drempel_is_compared_with_a_gap_only() {
        let sentence = |text: &str, worth: f64| {
            let outcome = evaluate(&Scenario::parse(text).unwrap().inputs());
            drempel(EuroPer::new(worth), &outcome, Perspective::Partijen)
        };
        let covered = r#"{"values":{"dagbesteding.aantal":40}}"#;
        assert!(sentence("{}", 0.0).starts_with("Vul in"));
        let [too_low, enough] = [291.0, 292.0].map(|worth| sentence("{}", worth));
        assert!(too_low.contains("is niet genoeg") && enough.contains("is genoeg"), "{too_low} {enough}");
        let society = evaluate(&Scenario::parse("{}").unwrap().inputs());
        let worth = |worth: f64| drempel(EuroPer::new(worth), &society, Perspective::Samenleving);
        assert!(worth(399.0).contains("weegt niet op") && worth(400.0).contains("weegt op"));
        for worth in [0.0, 10.0] {
            let sentence = sentence(covered, worth);
            assert!(sentence.contains("het overschot is €\u{a0}8 per bezoeker"), "{sentence}");
            assert!(!sentence.contains("Vul") && !sentence.contains("genoeg"), "{sentence}");
        }
    }

    /// By hand: a gap of 45,200 over 500 visitors is 90.4, which the headline shows as 90. The
    /// threshold is rounded up and called one.
    #[test]
    fn a_threshold_is_not_called_the_gap() {
        let scenario = r#"{"values":{"uitkeringen.aantal":6,"dagbesteding.aantal":27.808}}"#;
        let outcome = evaluate(&Scenario::parse(scenario).unwrap().inputs());
        for worth in [0.0, 90.0, 91.0] {
            for perspective in [Perspective::Partijen, Perspective::Gemeente] {
                let sentence = drempel(EuroPer::new(worth), &outcome, perspective).replace('\u{a0}', " ");
                assert!(sentence.ends_with("is minstens € 91 per bezoeker nodig."), "{sentence}");
            }
        }
    }

    /// By hand: 146,000 ÷ 13,500 = 10.815 more are needed. With 40 clients, 4,000 ÷ 13,500 = 0.296
    /// fewer still cover the costs. A margin that would be shown as 0 is none.
    #[test]
    fn what_is_needed_is_rounded_up_and_a_margin_down() {
        let sentence = |needed: f64| {
            needed_of(&BreakEvenFacts {
                needed: Some(Count::new(needed)),
                counted: true,
                now: Count::new(4.0),
                one: "persoonsjaar",
                many: "persoonsjaren",
                per_person: true,
                visitors: Count::new(500.0),
            })
        };
        assert!(sentence(146_000.0 / 13_500.0).starts_with("Nog 10,9 persoonsjaren erbij, naast de 4"));
        assert_eq!(
            sentence(-4_000.0 / 13_500.0),
            "Ook met 0,2 persoonsjaren minder dekken de besparingen naar schatting de kosten."
        );
        assert!(sentence(0.95).starts_with("Nog 1 persoonsjaar erbij, naast de 4"));
        assert!(sentence(-0.015).starts_with("Niet nodig"));
    }

    #[test]
    fn the_sentence_names_pm_lines_only_where_there_are_any() {
        // With the favourable preset every fixed line is counted.
        let outcome = |text: &str| {
            let scenario = Scenario::parse(text).unwrap();
            let mut inputs = scenario.inputs();
            if scenario.base == Preset::Gunstig {
                Line::ALL.into_iter().for_each(|line| inputs.set_counted(line, true));
            }
            evaluate(&inputs)
        };
        let own = r#"{"base":"gunstig","custom":[{"id":"c1","side":"saving","label":"x","kind":"KIND","counted":false,"quantity":1,"amount":1}]}"#;
        let payers = |scenario: &str| pm(&outcome(scenario), Perspective::Partijen);
        for scenario in ["{}", &own.replace("KIND", "besparing")] {
            assert!(payers(scenario).contains("de p.m.-posten die geld besparen"), "{scenario}");
        }
        for scenario in [r#"{"base":"gunstig"}"#, &own.replace("KIND", "welvaart")] {
            let sentence = payers(scenario);
            assert!(sentence.contains("tellen hier al mee") && sentence.contains("45.200"), "{sentence}");
            assert!(!sentence.contains("p.m."), "{sentence}");
        }
    }
    /// By hand: costs of 300,000.4; the gemeente saves 154,000, society 100,000. Without a p.m.
    /// line that saves the gemeente anything, no line can cover its gap.
    #[test]
    fn the_worth_of_pm_lines_is_that_of_the_perspective() {
        let scenario = |values: &str| format!(r#"{{"values":{{"activiteiten":30000.4{values}}}}}"#);
        let sentence = |values: &str, perspective| {
            let outcome = evaluate(&Scenario::parse(&scenario(values)).unwrap().inputs());
            pm(&outcome, perspective).replace('\u{a0}', " ")
        };
        let payers = sentence("", Perspective::Partijen);
        assert!(payers.contains("samen naar schatting minstens € 146.001 per jaar waard"), "{payers}");
        let society = sentence("", Perspective::Samenleving);
        assert!(society.contains("moet de samenleving naar schatting minstens € 200.001"), "{society}");
        let gemeente = sentence("", Perspective::Gemeente);
        assert!(gemeente.contains("Tegenover € 146.000 van haar kosten staat geen"), "{gemeente}");
        let shared = r#","zorggebruik.gemeente":0.5,"zorggebruik.zorgverzekeraar":0.5"#;
        let gemeente = sentence(shared, Perspective::Gemeente);
        assert!(
            gemeente.contains("de gemeente samen naar schatting minstens € 146.001 per jaar"),
            "{gemeente}"
        );
        let covered = sentence(r#","dagbesteding.aantal":60"#, Perspective::Samenleving);
        assert!(covered.contains("het verschil voor de samenleving gedekt"), "{covered}");
    }

    /// By hand: with 40 clients the gemeente has a surplus of 8 per visitor; society still lacks
    /// (300,000 − 250,000) ÷ 500.
    #[test]
    fn the_drempel_says_whose_gap_or_surplus_it_is() {
        let outcome =
            evaluate(&Scenario::parse(r#"{"values":{"dagbesteding.aantal":40}}"#).unwrap().inputs());
        let sentence =
            |perspective| drempel(EuroPer::new(50.0), &outcome, perspective).replace('\u{a0}', " ");
        let gemeente = sentence(Perspective::Gemeente);
        assert!(gemeente.contains("het overschot voor de gemeente is € 8 per bezoeker"), "{gemeente}");
        let society = sentence(Perspective::Samenleving);
        assert!(
            society.contains("tegen het verschil voor de samenleving. Daarvoor is minstens € 100"),
            "{society}"
        );
    }
}
