//! The words of 'Bronnen': short sentences, and specialist words only where they are explained
//! (docs/words.md). Texts are read in the order of the page.

#[path = "common/words.rs"]
mod words;

use rekenmodel::sources::{Direction, Sources};
use rekenmodel::text::catalogue;
use words::{assert_short, sentences, without_dots_in_numbers};

/// Words of the field that may not stand here at all.
const AVOIDED: [&str; 16] = [
    "becijferd",
    "iedereen samen",
    "alle partijen",
    "afweging",
    "saldo",
    "netto contante waarde",
    "afwijking",
    "voorzet",
    "persoonsja",
    "cliëntja",
    "toerekening",
    "autonoom",
    "omslagpunt",
    "prijspeil",
    "ingroei",
    "kengetal",
];

/// Words of the field, each with what explains it in the text where it first stands.
const EXPLAINED: [(&str, &str); 14] = [
    ("empowerment", "merken dat u zelf invloed hebt"),
    ("herstelacademie", "geeft cursussen over herstel"),
    ("recovery college", "in Engeland heet dat"),
    ("zelfstigma", "zich schamen voor de eigen klachten"),
    ("ips", "intensieve begeleiding"),
    ("overdracht", "de een betaalt ze, de ander krijgt ze"),
    ("fte", "één voltijdbaan"),
    ("p.m.", "bekend, niet geschat"),
    ("marginale kosten", "wat één cliënt minder echt scheelt"),
    ("trekking", "elke keer met andere cijfers"),
    ("qaly", "een jaar in goede gezondheid"),
    ("discontovoet", "hoeveel minder geld van later telt"),
    ("ribw", "beschermd en begeleid wonen"),
    ("bandbreedte", "van laag tot hoog"),
];

/// Returns the texts of the page, in its order; those that explain each other are one text.
fn texts() -> Vec<String> {
    let sources = Sources::parse(include_str!("../static/bronnen.json")).unwrap();
    let own = catalogue().sources();
    let mut texts = vec![own.answer.to_owned(), format!("{} {}", own.studies_terms, own.studies_intro)];
    for direction in [
        Direction::NoDifference,
        Direction::Adverse,
        Direction::Mixed,
        Direction::Favourable,
        Direction::Descriptive,
    ] {
        let studies = sources.studies.iter().filter(|study| study.direction == direction);
        texts.extend(studies.map(|study| format!("{}. {} {}", study.subject, study.finding, study.caveat)));
    }
    texts.extend(sources.objections.iter().map(|one| format!("{} {}", one.objection, one.answer)));
    texts.extend(sources.chapters.iter().flat_map(|chapter| chapter.points.clone()));
    texts.push(own.figures_intro.to_owned());
    texts.extend(sources.figures.iter().map(|figure| figure.subject.clone()));
    texts.push(format!("{} {}", own.background_intro, own.conditions_checked));
    for part in &sources.background {
        texts.push(part.intro.clone());
        texts.extend(part.points.iter().map(|point| format!("{}: {}", point.name, point.lines.join(" "))));
    }
    texts.push(own.inputs_intro.to_owned());
    texts.extend(sources.entries.iter().map(|entry| format!("{} {}", entry.reason, entry.local_figure)));
    texts.into_iter().map(|text| without_dots_in_numbers(&text)).collect()
}

/// Returns whether a text has a word, also as the beginning of a longer one.
fn has_word(text: &str, word: &str) -> bool {
    let lower = text.to_lowercase();
    let begins = |(at, _)| !lower[..at].chars().next_back().is_some_and(char::is_alphabetic);
    lower.match_indices(word).any(begins)
}

#[test]
fn sentences_are_short() {
    let texts = texts();
    let all: Vec<&str> = texts.iter().flat_map(|text| sentences(text)).collect();
    assert!(all.len() > 300, "{}", all.len());
    assert_short(&all);
}

#[test]
fn no_word_is_used_that_has_a_plainer_one() {
    for text in texts() {
        for word in AVOIDED {
            assert!(!has_word(&text, word), "'{word}' in: {text}");
        }
    }
}

#[test]
fn words_of_the_field_are_explained_where_they_first_stand() {
    let texts = texts();
    for (word, explanation) in EXPLAINED {
        let first = texts.iter().find(|text| has_word(text, word));
        let first = first.unwrap_or_else(|| panic!("'{word}' is nowhere"));
        let is_explained = first.to_lowercase().contains(&explanation.to_lowercase());
        assert!(is_explained, "'{word}' is not explained in: {first}");
    }
}
