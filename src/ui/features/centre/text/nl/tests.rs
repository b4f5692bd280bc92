use super::*;
use crate::model::evaluate;
use crate::scenario::Scenario;

fn answer_to(scenario: &str) -> String {
    written(scenario, None, sentence)
}

/// Writes a text about the answer of a scenario, in its perspective or another one.
fn written(scenario: &str, perspective: Option<Perspective>, write: fn(&AnswerFacts) -> String) -> String {
    let parsed = Scenario::parse(scenario).unwrap();
    let inputs = parsed.inputs();
    let outcome = evaluate(&inputs);
    let perspective = perspective.unwrap_or(inputs.perspective);
    let facts = AnswerFacts {
        outcome: &outcome,
        answer: &AnswerFigures::seen_from(perspective, &outcome, &inputs),
        is_example: parsed.values.is_empty(),
        knows_cashable: false,
        preset: parsed.base,
    };
    write(&facts).replace('\u{a0}', " ")
}

/// Of a preset that supposes something the sentence says so, wherever it is read. By hand: 54,000
/// × 0.5 × 0.7 × 0.9 and 100,000 × 0.75 × 0.8 together are 77,010, of which 30% of the 60,000 is no
/// cash: a saving of all payers, of which the gemeente keeps less.
#[test]
fn a_sentence_says_what_its_preset_supposes() {
    assert_eq!(
        answer_to(r#"{"base":"voorzichtig"}"#),
        "Voorzichtig gerekend: een gemiddeld centrum kost € 300.000 per jaar. Naar schatting besparen alle betalers samen daarmee € 77.000. Daarvan levert € 18.000 geen geld op. Het verschil is € 223.000: € 446 per bezoeker."
    );
    let favourable = answer_to(r#"{"base":"gunstig","values":{"perspectief":"gemeente"}}"#);
    assert!(favourable.starts_with("Gunstig gerekend: de gemeente betaalt"), "{favourable}");
    let none = answer_to(r#"{"base":"geen-effect"}"#);
    assert!(none.starts_with("Zonder effect gerekend: een gemiddeld centrum kost"), "{none}");
}

/// By hand: 100,000 of day care less 2 × 13,500.
#[test]
fn extra_costs_are_named_beside_the_savings_that_they_lower() {
    let scenario = r#"{"values":{"uitkeringen.aantal":-2}}"#;
    let answer = answer_to(scenario);
    assert!(answer.contains("daarmee € 73.000. Extra kosten zijn er al af. Het verschil"), "{answer}");
    assert_eq!(
        written(scenario, None, picture_title),
        "De geschatte besparingen, min extra kosten, zijn 24% van de kosten"
    );
}

/// Where welfare counts it is no saving; without a figure for more care the sentence does not say
/// that it has none in money.
#[test]
fn welfare_is_worth_something_and_is_no_saving() {
    let scenario = r#"{"values":{"perspectief":"samenleving","kwaliteit-van-leven.aantal":2},"counted":{"kwaliteit-van-leven":true}}"#;
    assert_eq!(
        written(scenario, None, picture_title),
        "Wat het de samenleving naar schatting waard is, is 67% van de kosten"
    );
    let answer = answer_to(scenario);
    assert!(answer.contains("Wat niet is geschat, zoals minder zorg, moet"), "{answer}");
}

/// Of what the preset calls no cash nobody may say 'als alles'.
#[test]
fn cash_that_a_preset_takes_off_is_not_called_all() {
    let cautious = answer_to(r#"{"base":"voorzichtig","values":{"perspectief":"gemeente"}}"#);
    assert!(cautious.contains(", als dat echt geld oplevert."), "{cautious}");
}

/// Returns the number of words; an amount counts as one.
fn word_count(sentence: &str) -> usize {
    sentence.replace("€ ", "€").split_whitespace().count()
}

/// By hand: the brochure; half paid by the gemeente; a surplus of (240,000 + 54,000) less
/// 270,000; no savings; and society's threshold of 300,000 less 100,000.
#[test]
fn the_answer_says_costs_savings_and_difference_of_the_perspective() {
    let cases = [
        (
            "{}",
            "Een gemiddeld centrum kost € 300.000 per jaar. Naar schatting bespaart de gemeente daarmee € 154.000. Het verschil is € 146.000: € 292 per bezoeker.",
        ),
        (
            r#"{"values":{"financiering.gemeente":0.5}}"#,
            "Ons centrum kost € 300.000 per jaar. Naar schatting besparen alle betalers samen daarmee € 154.000. Het verschil is € 146.000: € 292 per bezoeker.",
        ),
        (
            r#"{"values":{"activiteiten":0,"dagbesteding.bedrag":15000}}"#,
            "Ons centrum kost € 270.000 per jaar. Naar schatting bespaart de gemeente daarmee € 294.000. Het overschot is naar schatting € 24.000: € 48 per bezoeker.",
        ),
        (
            r#"{"values":{"dagbesteding.aantal":0,"uitkeringen.aantal":0}}"#,
            "Ons centrum kost € 300.000 per jaar. Daar staat geen geschatte besparing tegenover. Het verschil is € 300.000: € 600 per bezoeker.",
        ),
        (
            r#"{"values":{"perspectief":"gemeente","financiering.gemeente":0.5}}"#,
            "De gemeente betaalt € 150.000 per jaar. Naar schatting bespaart zij € 154.000, als alles echt geld oplevert. Het overschot is naar schatting € 4.000: € 8 per bezoeker.",
        ),
        // Society gains 100,000 of dagbesteding and 6 QALYs of 50,000.
        (
            r#"{"values":{"perspectief":"samenleving","kwaliteit-van-leven.aantal":6},"counted":{"kwaliteit-van-leven":true}}"#,
            "Ons centrum kost € 300.000 per jaar. Naar schatting is dat de samenleving € 400.000 waard. Het overschot is naar schatting € 100.000: € 200 per bezoeker.",
        ),
        // A fund pays the other half for two years only: in a gewoon jaar nobody does.
        (
            r#"{"values":{"perspectief":"gemeente"},"plan":[{"party":"gemeente","amount":150000},{"party":"overig","share":0.5,"until":2}]}"#,
            "De gemeente betaalt € 150.000 per jaar. Naar schatting bespaart zij € 154.000, als alles echt geld oplevert. Het overschot is naar schatting € 4.000: € 8 per bezoeker. € 150.000 heeft geen blijvende betaler.",
        ),
    ];
    for (scenario, expected) in cases {
        assert!(word_count(expected) <= 30, "{expected}");
        assert_eq!(answer_to(scenario), expected);
    }
    let society = answer_to(r#"{"values":{"perspectief":"samenleving"}}"#);
    assert!(society.starts_with("Een uitkering minder is hier geen winst. Wat niet in geld"), "{society}");
    assert!(
        society.ends_with("moet de samenleving naar schatting minstens € 200.000 waard zijn."),
        "{society}"
    );
}

#[test]
fn an_answer_has_at_most_thirty_words_and_no_sentence_more_than_twenty_five() {
    for perspective in ["partijen", "gemeente", "samenleving"] {
        for values in [
            "",
            r#","dagbesteding.bedrag":60000"#,
            r#","uitkeringen.aantal":-9"#,
            r#","dagbesteding.verzilverbaar":0.5"#,
        ] {
            let answer = answer_to(&format!(r#"{{"values":{{"perspectief":"{perspective}"{values}}}}}"#));
            let words = word_count(&answer);
            // A saving that is no cash takes one sentence more.
            let most = if values.contains("verzilverbaar") && perspective == "partijen" { 36 } else { 30 };
            assert!(words <= most, "{words} words: {answer}");
            for sentence in answer.split_inclusive(". ") {
                assert!(word_count(sentence) <= 25, "{sentence}");
            }
        }
    }
}

/// By hand: the gemeente pays half of 300,000 and saves 154,000, while all payers together lack
/// 146,000; society saves 100,000 of 300,000.
#[test]
fn the_title_of_the_picture_says_whose_costs_and_savings_it_compares() {
    let scenario = r#"{"values":{"financiering.gemeente":0.5}}"#;
    let title = |perspective| written(scenario, Some(perspective), picture_title);
    let expected = [
        "De geschatte besparingen zijn 51% van de kosten",
        "De geschatte besparingen zijn hoger dan de kosten voor de gemeente",
        "De geschatte besparingen zijn 33% van de kosten voor de samenleving",
    ];
    assert_eq!(Perspective::ALL.map(title), expected);
}
