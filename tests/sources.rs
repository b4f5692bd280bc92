//! `static/bronnen.json`: everything that the page says of its sources. What a
//! person may have got wrong while editing it is named here, by its place.

use rekenmodel::model::{InputId, LineField, Status};
use rekenmodel::sources::{Direction, Publication, Sources};
use rekenmodel::text::catalogue;
use std::collections::BTreeSet;

const FILE: &str = include_str!("../static/bronnen.json");

/// The messages about a file, as the page would show them.
fn refused(text: &str) -> Vec<String> {
    let issues = Sources::parse(text).expect_err("this file should have been refused");
    issues.iter().map(|issue| (catalogue().issue)(issue)).collect()
}

fn sources() -> Sources {
    Sources::parse(FILE).unwrap_or_else(|issues| {
        let said: Vec<String> = issues.iter().map(|issue| (catalogue().issue)(issue)).collect();
        panic!("static/bronnen.json:\n{}", said.join("\n"))
    })
}

#[test]
fn every_input_has_its_entry_with_the_status_of_the_registry() {
    let sources = sources();
    for id in InputId::fixed() {
        let name = id.fixed_id().unwrap();
        let entry = sources.of(id).unwrap_or_else(|| panic!("bronnen.json: no entry for {name}"));
        assert_eq!(entry.status, id.definition().status, "{name}: zekerheid");
        let unsourced = matches!(entry.status, Status::Proposal | Status::Choice);
        assert!(unsourced || !entry.publications.is_empty(), "{name}: no source");
        let brochure = |place: &usize| sources.publications[*place].id == "brochure";
        if matches!(entry.status, Status::Brochure) {
            assert!(entry.publications.iter().any(brochure), "{name}: the brochure is not named");
        }
    }
}

#[test]
fn every_entry_is_of_an_input_and_used() {
    let sources = sources();
    let used: BTreeSet<&str> =
        InputId::fixed().filter_map(|id| Some(sources.of(id)?.input.as_str())).collect();
    for entry in &sources.entries {
        let name = entry.input.as_str();
        let known = InputId::from_fixed_id(name).is_some()
            || name.strip_prefix("*.").is_some_and(|part| LineField::from_id(part).is_some());
        assert!(known, "bronnen.json: no input is called {name}");
        assert!(used.contains(name), "bronnen.json: {name} applies to no input");
    }
}

#[test]
fn every_publication_is_used_and_every_study_is_there() {
    let sources = sources();
    let mut used: BTreeSet<usize> = BTreeSet::new();
    used.extend(sources.entries.iter().flat_map(|entry| &entry.publications));
    used.extend(sources.figures.iter().map(|figure| figure.publication));
    used.extend(sources.studies.iter().map(|study| study.publication));
    for (place, publication) in sources.publications.iter().enumerate() {
        assert!(used.contains(&place), "bronnen.json: nothing rests on {}", publication.id);
    }
    // The rows of docs/figures.md: null results included, the brochure's own claim,
    // and all ways they point.
    assert_eq!(sources.studies.len(), 12);
    for direction in Direction::ALL {
        assert!(sources.studies.iter().any(|study| study.direction == direction), "{}", direction.id());
    }
}

fn named<'a>(sources: &'a Sources, id: &str) -> (usize, &'a Publication) {
    let found = sources.publications.iter().enumerate().find(|(_, publication)| publication.id == id);
    found.unwrap_or_else(|| panic!("bronnen.json: no publication {id}"))
}

/// The Dutch study reported empowerment and recovery, and nothing of money: no
/// input about savings rests on it, and its line ends with what it did not measure.
#[test]
fn a_study_is_cited_for_what_it_measured_only() {
    let sources = sources();
    let (dutch, _) = named(&sources, "herstelacademies");
    for entry in sources.entries.iter().filter(|entry| entry.publications.contains(&dutch)) {
        assert_eq!(entry.input, "kwaliteit-van-leven.aantal");
    }
    let study = sources.studies.iter().find(|study| study.publication == dutch).unwrap();
    assert!(study.found.contains("Empowerment") && study.found.contains("herstel"));
    for part in ["Zorggebruik", "uitkeringen", "kosten", "nog niet verschenen"] {
        assert!(study.caveat.contains(part), "{part}: {}", study.caveat);
    }
    // Wherever it is called the strongest one, it says in what, and what it left out.
    let page = [catalogue().page.method_points.join(" "), catalogue().sources().studies_intro.to_owned()];
    for text in page {
        assert!(text.contains("geen verschil in empowerment en herstel"), "{text}");
        assert!(text.to_lowercase().contains("besparingen mat het niet"), "{text}");
    }
    let readme = include_str!("../README.md");
    assert!(readme.contains("geen verschil in empowerment en herstel, en mat geen besparingen"));
}

#[test]
fn a_claim_stands_as_a_claim() {
    let sources = sources();
    let (brochure, _) = named(&sources, "brochure");
    let claim = sources.studies.iter().find(|study| study.publication == brochure).unwrap();
    assert_eq!(claim.direction, Direction::Descriptive);
    assert!(claim.found.starts_with("Volgens de brochure") && claim.caveat.contains("geen onderzoek"));
    let (bauer, _) = named(&sources, "bauer");
    let bauer = sources.studies.iter().find(|study| study.publication == bauer).unwrap();
    assert!(bauer.found.contains("kan daarmee blijvend geld krijgen"), "{}", bauer.found);
    for word in ["bewijst", "bewezen", "bewijzen"] {
        assert!(!FILE.contains(word), "{word} stands in the file");
    }
}

/// Deadweight is of a stock; the rate and the budget are those of version 2.
#[test]
fn the_figures_of_version_2() {
    let sources = sources();
    let of = |name: &str| sources.of(InputId::from_fixed_id(name).unwrap()).unwrap();
    assert!(of("uitkeringen.autonoom").why.contains("stand"));
    assert!(of("discontovoet").why.contains("2,8%"));
    for id in ["buig-inergy", "buig-divosa"] {
        assert!(of("inwoners-gemeente").publications.contains(&named(&sources, id).0), "{id}");
    }
    let (rate, _) = named(&sources, "discontovoet");
    let rate = sources.figures.iter().find(|figure| figure.publication == rate).unwrap();
    assert!(rate.value.starts_with("2,8%") && rate.year == "2025", "{}", rate.value);
}

/// Every text as Dutch is written here: typographic quotes, no double spaces,
/// and a full stop behind every sentence.
#[test]
fn the_texts_are_written_with_care() {
    let sources = sources();
    let mut sentences: Vec<&str> = Vec::new();
    sentences.extend(sources.entries.iter().flat_map(|entry| [entry.why.as_str(), &entry.local]));
    sentences.extend(sources.studies.iter().flat_map(|study| [study.found.as_str(), &study.caveat]));
    sentences.extend(sources.objections.iter().flat_map(|one| [one.objection.as_str(), &one.answer]));
    sentences.extend(sources.chapters.iter().flat_map(|chapter| chapter.points.iter().map(String::as_str)));
    for sentence in sentences {
        assert!(sentence.ends_with(['.', '?']), "no full stop: {sentence}");
        assert!(!sentence.contains(['\'', '"']) && !sentence.contains("  "), "{sentence}");
        assert_eq!(sentence.trim(), sentence);
    }
}

#[test]
fn a_mistake_is_named_by_its_place() {
    let broken = |from: &str, to: &str| {
        assert!(FILE.contains(from), "{from} is no longer in the file");
        refused(&FILE.replacen(from, to, 1)).join("\n")
    };
    let table = [
        // A comma forgotten: the line that it shows on.
        (r#""door": "MIND", "#, r#""door": "MIND" "#, "vanaf regel 9"),
        (r#""zekerheid": "brochure""#, r#""zekerheid": "zeker""#, "invoer.bezoekers.zekerheid"),
        (r#""bronnen": ["brochure", "monitor"]"#, r#""bronnen": ["folder"]"#, "invoer.bezoekers.bronnen"),
        (r#""waarom": "De brochure noemt 3,5"#, r#""waarhom": "De brochure noemt 3,5"#, "invoer.fte.waarom"),
        (r#""link": "https://www.koepel"#, r#""link": "http://www.koepel"#, "bronnen.brochure-2020.link"),
        (r#""jaar": "begin 2017""#, r#""jaar": """#, "cijfers 4.jaar"),
        (r#""richting": "gemengd""#, r#""richting": "beter""#, "onderzoek 4.richting"),
        (r#""titel": "De brochure""#, r#""titel": 5"#, "delen 1.titel"),
        (r#""kritiek": ["#, r#""kritik": ["#, "bronnen.json.kritiek"),
    ];
    for (from, to, place) in table {
        let said = broken(from, to);
        assert!(said.contains(place), "{to}: {said}");
    }
    let long = format!(r#""titel": "{}""#, "x".repeat(401));
    assert!(broken(r#""titel": "De brochure""#, &long).contains("400 tekens"));
    assert!(refused("").join("").contains("bronnen.json"));
}
