//! Hostile texts for every parser: files, links, stored texts, numbers in fields and the file
//! of sources. No text makes a parser panic, and what is accepted is written and read back
//! unchanged. A link that is cut off anywhere is called damaged.
//!
//! Each parser gets 2,000 texts; `cargo xtask attack` sets REKENMODEL_HOSTILE_TEXTS for more.

use rekenmodel::number::{DUTCH, Style};
use rekenmodel::scenario::link::{self, LinkProblem};
use rekenmodel::scenario::workspace::ScenarioFile;
use rekenmodel::scenario::{Scenario, stored_format};
use rekenmodel::sources::Sources;
use serde_json::Value;

/// Returns the number of texts that each parser gets.
fn count() -> usize {
    std::env::var("REKENMODEL_HOSTILE_TEXTS").map_or(2_000, |text| text.parse().unwrap())
}

/// Random numbers that are the same in every run: a linear congruential generator.
struct Random(u64);

impl Random {
    /// Returns a number from zero to this limit, which is excluded.
    fn below(&mut self, limit: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) as usize % limit
    }

    fn pick<'a, T: ?Sized>(&mut self, all: &[&'a T]) -> &'a T {
        all[self.below(all.len())]
    }
}

/// Texts that parsers are likely to trip over.
const PIECES: [&str; 40] = [
    "",
    "\"",
    "\\",
    "\\u0000",
    "\\ud800",
    "{",
    "}",
    "[[[[[[[[",
    "]",
    ",",
    ":",
    "null",
    "true",
    "-0",
    "1e999",
    "-1e308",
    "5e-324",
    "0.1.2",
    "01",
    "NaN",
    ".",
    "..",
    "/",
    "%2F",
    "%",
    "%ff",
    "#",
    "?",
    "é",
    "\u{200b}",
    "\u{202e}",
    "😀",
    "\0",
    "\n",
    " ",
    "€ ",
    "1.000,5",
    "\"schema\":2",
    "\"scenarios\":[",
    "\"meta\":{",
];

/// Changes a text in up to three places: cuts it, or deletes, replaces, doubles or inserts a
/// piece.
fn damage(text: &str, random: &mut Random) -> String {
    let mut letters: Vec<char> = text.chars().collect();
    for _ in 0..=random.below(3) {
        let index = random.below(letters.len() + 1);
        let end = (index + random.below(5)).min(letters.len());
        let piece: Vec<char> = random.pick(&PIECES).chars().collect();
        match random.below(6) {
            0 => letters.truncate(index),
            1 => drop(letters.drain(index..end)),
            2 => drop(letters.splice(index..end, piece)),
            3 => {
                let copied = letters[index..end].to_vec();
                drop(letters.splice(index..index, copied));
            }
            4 => letters.rotate_left(index),
            _ => drop(letters.splice(index..index, piece)),
        }
    }
    letters.into_iter().collect()
}

/// Returns the JSON of valid scenarios: those of the reference, which are random.
fn scenarios() -> Vec<String> {
    let cases: Vec<Value> = serde_json::from_str(include_str!("reference/cases.json")).unwrap();
    let json = cases.iter().map(|case| Scenario::parse(&case["scenario"].to_string()).unwrap().to_json());
    json.collect()
}

/// Returns the JSON of valid files, of one scenario and of three.
fn files() -> Vec<String> {
    let all = scenarios();
    let three = all.chunks_exact(3).map(|three| format!(r#"{{"scenarios":[{}]}}"#, three.join(",")));
    let three: Vec<String> = three.collect();
    [all, three].concat()
}

/// Calls `check` with so many texts, made of valid ones. Half of them are damaged.
fn attack(valid: &[String], seed: u64, check: impl Fn(&str)) {
    let mut random = Random(seed);
    let valid: Vec<&str> = valid.iter().map(String::as_str).collect();
    for _ in 0..count() {
        let text = random.pick(&valid);
        let text = if random.below(16) == 0 { text.to_owned() } else { damage(text, &mut random) };
        check(&text);
    }
}

/// Returns the JSON of a file.
fn json(file: &ScenarioFile) -> String {
    match file {
        ScenarioFile::One(scenario) => scenario.to_json(),
        ScenarioFile::Workspace(workspace) => workspace.to_json(),
    }
}

/// Checks that a file is read back unchanged.
fn check_file(file: &ScenarioFile) {
    let json = json(file);
    assert_eq!(ScenarioFile::parse(&json).as_ref(), Ok(file), "{json}");
}

#[test]
fn files_are_refused_with_a_reason_or_read_back_unchanged() {
    attack(&files(), 1, |text| match ScenarioFile::parse(text) {
        Ok(file) => check_file(&file),
        Err(issues) => assert!(!issues.is_empty(), "{text}"),
    });
}

#[test]
fn stored_texts_that_were_changed_are_refused() {
    let stored: Vec<String> = files().iter().map(|json| stored_format::write(json)).collect();
    attack(&stored, 2, |text| {
        if stored_format::read(text).is_ok() {
            assert!(stored.iter().any(|whole| whole == text), "{text}");
        }
    });
}

#[test]
fn links_lead_to_their_own_scenarios_or_are_refused() {
    let files = files();
    let plain = files.iter().map(|json| link::write_plain("rekenen", json));
    let short = files.iter().filter_map(|json| link::write("rekenen", json).ok());
    let links: Vec<String> = plain.chain(short).collect();
    let known: std::collections::HashSet<String> =
        files.iter().map(|text| json(&ScenarioFile::parse(text).unwrap())).collect();
    attack(&links, 3, |text| {
        if let Some(Ok(file)) = link::read(text).content {
            check_file(&file);
            assert!(known.contains(&json(&file)), "{text} leads to {}", json(&file));
        }
    });
}

#[test]
fn every_cut_of_200_links_is_called_damaged() {
    let files = files();
    for (index, json) in files.iter().cycle().take(200).enumerate() {
        let link = if index % 2 == 0 { None } else { link::write("delen", json).ok() };
        let link = link.unwrap_or_else(|| link::write_plain("delen", json));
        for end in "delen/".len()..link.len() {
            let found = link::read(&link[..end]).content;
            assert_eq!(found, Some(Err(LinkProblem::Damaged)), "cut at {end}: {link}");
        }
    }
}

#[test]
fn numbers_are_refused_or_read_back_unchanged() {
    let valid = ["0", "1", "12,5", "1.234.567,89", "€ 300.000", "−3", "75%", "1e5", "½", "10 000"];
    let valid = valid.map(str::to_owned);
    attack(&valid, 4, |text| {
        for style in [Style::Plain, Style::Percent, Style::Year] {
            if let Ok(parsed) = DUTCH.parse(text, style) {
                let value = parsed.value;
                // A year is whole, which the field checks.
                if style == Style::Year && value.fract() != 0.0 {
                    continue;
                }
                assert!(value.is_finite(), "{text}");
                let shown = DUTCH.field(value, style);
                let again = DUTCH.parse(&shown, style).unwrap_or_else(|_| panic!("{text}: {shown}"));
                assert_eq!(DUTCH.field(again.value, style), shown, "{text}");
            }
        }
    });
}

#[test]
fn the_file_of_sources_is_refused_with_a_reason_or_read() {
    let valid = [include_str!("../static/bronnen.json").to_owned()];
    // This file is forty times as long as a scenario.
    let mut random = Random(5);
    for _ in 0..count() / 40 {
        let text = damage(&valid[0], &mut random);
        if let Err(issues) = Sources::parse(&text) {
            assert!(!issues.is_empty());
        }
    }
}
