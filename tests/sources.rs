//! Checks `static/bronnen.json`, the file with all texts on sources: every input has an entry,
//! sentences follow the rules of typography, and the message on a mistake names the line or
//! the field.

use rekenmodel::checks::WarningKind;
use rekenmodel::model::{InputId, LineField, Status};
use rekenmodel::sources::{BackgroundPart, BackgroundShape, Direction, Publication, Sources};
use rekenmodel::text::catalogue;
use std::collections::BTreeSet;

const FILE: &str = include_str!("../static/bronnen.json");

/// Returns the messages on a file with mistakes, as the page would show them.
fn messages_on(text: &str) -> Vec<String> {
    let issues = Sources::parse(text).expect_err("this file should have been refused");
    issues.iter().map(|issue| (catalogue().issue)(issue)).collect()
}

fn sources() -> Sources {
    Sources::parse(FILE).unwrap_or_else(|issues| {
        let messages: Vec<String> = issues.iter().map(|issue| (catalogue().issue)(issue)).collect();
        panic!("static/bronnen.json:\n{}", messages.join("\n"))
    })
}

#[test]
fn every_input_has_an_entry_with_the_status_of_its_definition() {
    let sources = sources();
    for id in InputId::fixed() {
        let name = id.fixed_id().unwrap();
        let entry = sources.for_input(id).unwrap_or_else(|| panic!("bronnen.json: no entry for {name}"));
        assert_eq!(entry.status, id.definition().status, "{name}: zekerheid");
        let unsourced = matches!(entry.status, Status::Proposal | Status::Choice);
        assert!(unsourced || !entry.publications.is_empty(), "{name}: no source");
        let brochure = |index: &usize| sources.publications[*index].id == "brochure";
        if matches!(entry.status, Status::Brochure) {
            assert!(entry.publications.iter().any(brochure), "{name}: the brochure is not named");
        }
    }
}

#[test]
fn every_entry_is_of_an_input_and_used() {
    let sources = sources();
    let used: BTreeSet<&str> =
        InputId::fixed().filter_map(|id| Some(sources.for_input(id)?.input.as_str())).collect();
    for entry in &sources.entries {
        let name = entry.input.as_str();
        let known = InputId::from_fixed_id(name).is_some()
            || name.strip_prefix("*.").is_some_and(|field| LineField::from_id(field).is_some());
        assert!(known, "bronnen.json: no input is called {name}");
        assert!(used.contains(name), "bronnen.json: {name} applies to no input");
    }
}

#[test]
fn every_publication_is_used_and_all_studies_are_listed() {
    let sources = sources();
    let mut used: BTreeSet<usize> = BTreeSet::new();
    used.extend(sources.entries.iter().flat_map(|entry| &entry.publications));
    used.extend(sources.figures.iter().map(|figure| figure.publication));
    used.extend(sources.studies.iter().map(|study| study.publication));
    used.extend(sources.background.iter().map(|part| part.publication));
    for (index, publication) in sources.publications.iter().enumerate() {
        assert!(used.contains(&index), "bronnen.json: nothing refers to {}", publication.id);
    }
    // The rows of docs/figures.md: null results and the brochure's own claim included; every
    // direction of result occurs.
    assert_eq!(sources.studies.len(), 12);
    for direction in Direction::ALL {
        assert!(sources.studies.iter().any(|study| study.direction == direction), "{}", direction.id());
    }
}

/// The rows of docs/figures.md, 'What the documents say besides figures'. Warnings lead to the
/// conditions by their id.
#[test]
fn the_background_has_every_subject() {
    let sources = sources();
    let counts: Vec<(&str, usize)> =
        sources.background.iter().map(|part| (part.id.as_str(), part.points.len())).collect();
    let expected = [
        ("doel", 5),
        ("principes", 5),
        (BackgroundPart::CONDITIONS, 4),
        ("palet", 3),
        ("soorten", 4),
        ("begrippen", 7),
        ("herstelzorg", 4),
        ("aan-tafel", 3),
        ("initiatieven", 19),
    ];
    assert_eq!(counts, expected);
    // The names are those of docs/figures.md.
    let page = include_str!("../docs/figures.md");
    for initiative in &sources.background[8].points {
        let name = format!("{} {}", initiative.name, initiative.lines.join(""));
        assert!(page.contains(&name), "{name}");
    }
}

fn publication<'a>(sources: &'a Sources, id: &str) -> (usize, &'a Publication) {
    let found = sources.publications.iter().enumerate().find(|(_, publication)| publication.id == id);
    found.unwrap_or_else(|| panic!("bronnen.json: no publication {id}"))
}

/// The Dutch study reported empowerment and recovery, and no amounts of money: no input
/// about savings may rest on it, and its row says which outcomes it did not measure.
#[test]
fn a_study_is_cited_for_its_own_outcomes_only() {
    let sources = sources();
    let (dutch, _) = publication(&sources, "herstelacademies");
    for entry in sources.entries.iter().filter(|entry| entry.publications.contains(&dutch)) {
        assert_eq!(entry.input, "kwaliteit-van-leven.aantal");
    }
    let study = sources.studies.iter().find(|study| study.publication == dutch).unwrap();
    assert!(study.finding.contains("Empowerment") && study.finding.contains("herstel"));
    for part in ["Zorggebruik", "uitkeringen", "kosten", "nog niet verschenen"] {
        assert!(study.caveat.contains(part), "{part}: {}", study.caveat);
    }
    // Each text that calls it the strongest one says in which outcomes, and which it left out.
    let page =
        [catalogue().results().method_points.join(" "), catalogue().sources().studies_intro.to_owned()];
    for text in page {
        assert!(
            text.contains("onderzoek naar herstelacademies vond geen verschil in empowerment en herstel"),
            "{text}"
        );
        assert!(text.to_lowercase().contains("besparingen mat het niet"), "{text}");
    }
    // Another Dutch study measured costs of another kind of help: what we know of none is limited
    // to zelfregie-initiatieven.
    let care = sources.for_input(InputId::from_fixed_id("zorggebruik.aantal").unwrap()).unwrap();
    let more_than_costs = (catalogue().checks().warning)(&WarningKind::MoreThanCosts { coverage: 1.2 }, "").1;
    for text in [&care.reason, &more_than_costs] {
        let claim = text.split('.').find(|one| one.contains("ederlands onderzoek")).unwrap();
        assert!(claim.contains("bij zelfregie-initiatieven"), "{claim}");
    }
    let readme = include_str!("../README.md");
    assert!(readme.contains("geen verschil in empowerment en herstel, en mat geen besparingen"));
}

#[test]
fn a_claim_is_shown_as_a_claim() {
    let sources = sources();
    let (brochure, _) = publication(&sources, "brochure");
    let claim = sources.studies.iter().find(|study| study.publication == brochure).unwrap();
    assert_eq!(claim.direction, Direction::Descriptive);
    assert!(claim.finding.starts_with("Volgens de brochure") && claim.caveat.contains("geen onderzoek"));
    let (bauer, _) = publication(&sources, "bauer");
    let bauer = sources.studies.iter().find(|study| study.publication == bauer).unwrap();
    assert!(bauer.finding.contains("kan daarmee blijvend geld krijgen"), "{}", bauer.finding);
    for word in ["bewijst", "bewezen", "bewijzen"] {
        assert!(!FILE.contains(word), "the file contains {word}");
    }
}

/// Deadweight is of a stock; the rate and the budget are those of version 2.
#[test]
fn the_figures_of_version_2() {
    let sources = sources();
    let entry = |name: &str| sources.for_input(InputId::from_fixed_id(name).unwrap()).unwrap();
    for line in ["uitkeringen", "dagbesteding"] {
        let deadweight = entry(&format!("{line}.autonoom"));
        assert!(deadweight.reason.contains("Het gaat om de stand: welk deel"), "{}", deadweight.reason);
        assert!(!deadweight.local_figure.contains("elk jaar"), "{}", deadweight.local_figure);
    }
    assert!(entry("discontovoet").reason.contains("2,8%"));
    for id in ["buig-inergy", "buig-divosa"] {
        assert!(entry("inwoners-gemeente").publications.contains(&publication(&sources, id).0), "{id}");
    }
    let (rate, _) = publication(&sources, "discontovoet");
    let rate = sources.figures.iter().find(|figure| figure.publication == rate).unwrap();
    assert!(rate.value.starts_with("2,8%") && rate.year == "2025", "{}", rate.value);
}

/// Every sentence has typographic quotes, no double spaces, and a full stop or question
/// mark at its end.
#[test]
fn texts_follow_the_typographic_rules() {
    let sources = sources();
    let mut sentences: Vec<&str> = Vec::new();
    sentences.extend(sources.entries.iter().flat_map(|entry| [entry.reason.as_str(), &entry.local_figure]));
    sentences.extend(sources.studies.iter().flat_map(|study| [study.finding.as_str(), &study.caveat]));
    sentences.extend(sources.objections.iter().flat_map(|one| [one.objection.as_str(), &one.answer]));
    sentences.extend(sources.chapters.iter().flat_map(|chapter| chapter.points.iter().map(String::as_str)));
    let listed = sources.background.iter().filter(|part| part.shape != BackgroundShape::Names);
    sentences.extend(
        listed.flat_map(|part| &part.points).flat_map(|point| point.lines.iter().map(String::as_str)),
    );
    sentences.extend(sources.background.iter().map(|part| part.intro.as_str()));
    for sentence in sentences {
        assert!(sentence.ends_with(['.', '?']), "no full stop: {sentence}");
        assert!(!sentence.contains(['\'', '"']) && !sentence.contains("  "), "{sentence}");
        assert_eq!(sentence.trim(), sentence);
    }
}

#[test]
fn the_message_on_a_mistake_names_the_line_or_field() {
    let messages_after = |from: &str, to: &str| {
        assert!(FILE.contains(from), "{from} is no longer in the file");
        messages_on(&FILE.replacen(from, to, 1)).join("\n")
    };
    let table = [
        // A missing comma is reported with the number of its line.
        (r#""door": "MIND", "#, r#""door": "MIND" "#, "vanaf regel 10"),
        (r#""zekerheid": "brochure""#, r#""zekerheid": "zeker""#, "invoer.bezoekers.zekerheid"),
        (r#""bronnen": ["brochure", "monitor"]"#, r#""bronnen": ["folder"]"#, "invoer.bezoekers.bronnen"),
        (r#""waarom": "De brochure noemt 3,5"#, r#""waarhom": "De brochure noemt 3,5"#, "invoer.fte.waarom"),
        (r#""link": "https://www.koepel"#, r#""link": "http://www.koepel"#, "bronnen.brochure-2020.link"),
        (r#""jaar": "begin 2017""#, r#""jaar": """#, "cijfers 4.jaar"),
        (r#""richting": "gemengd""#, r#""richting": "beter""#, "onderzoek 4.richting"),
        (r#""titel": "De brochure""#, r#""titel": 5"#, "delen 1.titel"),
        (r#""kritiek": ["#, r#""kritik": ["#, "bronnen.json.kritiek"),
        (r#""vorm": "naast-elkaar""#, r#""vorm": "tabel""#, "achtergrond 4.vorm"),
    ];
    for (from, to, field) in table {
        let messages = messages_after(from, to);
        assert!(messages.contains(field), "{to}: {messages}");
    }
    let long = format!(r#""titel": "{}""#, "x".repeat(401));
    assert!(messages_after(r#""titel": "De brochure""#, &long).contains("400 tekens"));
    assert!(messages_on("").join("").contains("bronnen.json"));
}
