//! Checks names and doc comments, as far as a program can judge them.

use super::source::{paths, read, root};
use std::collections::BTreeMap;
use std::fs;
use std::path::Path;

/// Former names of modules, which standard terms have replaced. No module, test file or
/// class of a style has one of them.
const REPLACED_MODULES: [&str; 42] = [
    "against",
    "arrival",
    "aside",
    "bars",
    "beside",
    "drawn",
    "ends",
    "firmness",
    "flip",
    "guarded",
    "guards",
    "guard",
    "hanging",
    "held",
    "how_far",
    "ink",
    "keeping",
    "kept",
    "knowing",
    "later",
    "luck",
    "lucky",
    "marks",
    "measuring",
    "part",
    "parts",
    "rest",
    "said",
    "several",
    "shelf",
    "sight",
    "simulating",
    "sourced",
    "stated",
    "story",
    "stream",
    "summed",
    "sums",
    "tally",
    "together",
    "touch",
    "turning",
];

/// Former names of types, which standard terms have replaced.
const REPLACED_TYPES: [&str; 24] = [
    "Aim",
    "Beside",
    "Changed",
    "Eights",
    "Explaining",
    "Flip",
    "Ink",
    "Luck",
    "Manage",
    "Marks",
    "Moment",
    "Networking",
    "Of",
    "Planning",
    "Rest",
    "Seeking",
    "Several",
    "Shelf",
    "Sourced",
    "Sourcing",
    "Tally",
    "Told",
    "Unkept",
    "What",
];

/// Types that several files define, of which the build chooses one for its target.
const CHOSEN_BY_TARGET: [&str; 4] = ["F32x4", "F64x4", "U32x4", "Mask"];

struct File {
    path: String,
    text: String,
}

/// Returns all Rust files of the library and of `xtask`.
fn files() -> Vec<File> {
    let all = ["src", "xtask/src"].into_iter().flat_map(paths).filter(|path| path.ends_with(".rs"));
    all.map(|path| File { text: read(&path), path }).collect()
}

/// Returns the names that a file defines with one of these keywords.
fn defined_names<'a>(text: &'a str, keywords: &'a [&str]) -> impl Iterator<Item = &'a str> {
    text.lines().filter_map(|line| {
        let line = line.trim_start();
        let public = line.strip_prefix("pub ");
        let restricted = || Some(line.strip_prefix("pub(")?.split_once(") ")?.1);
        let line = public.or_else(restricted).unwrap_or(line);
        keywords.iter().find_map(|keyword| {
            let rest = line.strip_prefix(keyword)?.strip_prefix(' ')?;
            let end = rest.find(|c: char| !c.is_alphanumeric() && c != '_').unwrap_or(rest.len());
            (end > 0).then_some(&rest[..end])
        })
    })
}

/// Keywords that define a type.
const TYPES: [&str; 4] = ["struct", "enum", "trait", "type"];

/// No two types of the library have the same name.
#[test]
fn no_type_name_is_used_twice() {
    let mut files_by_name: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
    let files = files();
    for file in files.iter().filter(|file| file.path.starts_with("src/")) {
        // The name of an associated type is given by its trait.
        let lines = file.text.lines().filter(|line| !line.contains("type Action =")).collect::<Vec<_>>();
        let associated = ["Message", "Properties", "Target", "Item", "Action", "Error", "Builder", "Output"];
        for line in lines {
            for name in defined_names(line, &TYPES)
                .filter(|name| !associated.contains(name) || !line.starts_with("    "))
            {
                files_by_name.entry(name).or_default().push(&file.path);
            }
        }
    }
    let twice: Vec<_> = files_by_name
        .iter()
        .filter(|(name, files)| files.len() > 1 && !CHOSEN_BY_TARGET.contains(name))
        .collect();
    assert!(twice.is_empty(), "{twice:#?}");
}

/// The former names above are not used again.
#[test]
fn no_replaced_name_is_a_module_or_type() {
    for file in files() {
        let module = file.path.trim_end_matches(".rs").trim_end_matches("/mod").rsplit('/').next().unwrap();
        assert!(!REPLACED_MODULES.contains(&module), "{}", file.path);
        for name in defined_names(&file.text, &TYPES) {
            assert!(!REPLACED_TYPES.contains(&name), "{}: {name}", file.path);
        }
    }
}

/// Classes that have the word of a former module, in its plain sense: the bars of a
/// drawing, the ends of a range, and a part of a row.
const PLAIN_CLASSES: [&str; 3] = ["bars", "ends", "part"];

/// The former names above are not used for test files and in `static/` either: not for a
/// file, a class of a style, or a data attribute that a script sets.
#[test]
fn no_replaced_name_is_a_test_file_or_a_class() {
    let mut names: Vec<(String, String)> = Vec::new();
    for (path, text) in test_and_static_files() {
        let file = path.rsplit('/').next().unwrap();
        names.push((path.clone(), file.split('.').next().unwrap().to_owned()));
        if file.ends_with(".css") || file.ends_with(".js") {
            // A class begins with a dot, as does an attribute of `dataset`.
            names.extend(text.split('.').skip(1).map(|rest| {
                let end = rest.find(|c: char| !c.is_alphanumeric() && c != '-').unwrap_or(rest.len());
                (path.clone(), rest[..end].to_owned())
            }));
        }
    }
    for (path, name) in names {
        let is_replaced = |word| REPLACED_MODULES.contains(&word) && !PLAIN_CLASSES.contains(&word);
        assert!(!name.split('-').any(is_replaced), "{path}: {name}");
    }
}

/// Returns the path and the text of each file of `tests` and `static` that is a text.
fn test_and_static_files() -> Vec<(String, String)> {
    let all = ["tests", "static"].into_iter().flat_map(paths);
    all.filter_map(|path| fs::read_to_string(root().join(&path)).ok().map(|text| (path, text))).collect()
}

/// A doc comment has at least three words, and does not refer to another one by 'The same'.
#[test]
fn doc_comments_can_be_read_alone() {
    let mut wrong = Vec::new();
    for file in files() {
        let mut lines = file.text.lines().map(str::trim_start).enumerate().peekable();
        while let Some((number, line)) = lines.next() {
            let Some(first) = line.strip_prefix("///") else { continue };
            let mut text = first.trim().to_owned();
            while let Some((_, next)) = lines.next_if(|(_, next)| next.starts_with("///")) {
                text.push(' ');
                text.push_str(next.trim_start_matches("///").trim());
            }
            let refers_back = ["The same", "Same "].iter().any(|start| text.starts_with(start));
            if refers_back || text.split_whitespace().count() < 3 {
                wrong.push(format!("{}:{}: {text}", file.path, number + 1));
            }
        }
    }
    assert!(wrong.is_empty(), "{} doc comments:\n{}", wrong.len(), wrong.join("\n"));
}

/// Controls send typed messages, and not strings that are parsed.
#[test]
fn no_control_carries_a_command_as_text() {
    for file in files().into_iter().filter(|file| file.path.starts_with("src/")) {
        for attribute in ["data-do", "data-slider"] {
            assert!(!file.text.contains(attribute), "{}: {attribute}", file.path);
        }
    }
}

/// Proptest finds the failing cases that it recorded by the name of the test's file: a
/// record without that file is never run again.
#[test]
fn each_record_of_failing_cases_belongs_to_a_test() {
    let mut count = 0;
    for (folder, sources) in [("proptest-regressions", "src"), ("tests/proptest-regressions", "tests")] {
        let sources = paths(sources);
        for record in paths(folder) {
            count += 1;
            let name = Path::new(&record).strip_prefix(folder).unwrap().with_extension("rs");
            let is_source =
                |path: &String| Path::new(path).ends_with(&name) && read(path).contains("proptest!");
            assert!(sources.iter().any(is_source), "{record}");
        }
    }
    assert!(count >= 4, "{count} records");
}
