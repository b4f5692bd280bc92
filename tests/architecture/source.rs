//! Source files taken apart: what is code, and what are texts in it. Comments
//! are neither, so they may name what the code may not.

use std::fs;
use std::path::{Path, PathBuf};

/// The root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// The text of a file of the repository.
pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// One Rust file, without its comments and without its tests, which stand last.
pub struct Source {
    /// Its path from the root, such as `src/model/price.rs`.
    pub path: String,
    /// Its code; every text in it is empty.
    pub code: String,
    /// Every text in it.
    pub texts: Vec<String>,
}

/// Every Rust file of a folder and the folders in it, but for files that are
/// tests as a whole.
pub fn sources(folder: &str) -> Vec<Source> {
    let mut paths = Vec::new();
    collect(&root().join(folder), &mut paths);
    paths.sort();
    assert!(!paths.is_empty(), "{folder} holds no Rust");
    let named = |path: &PathBuf| path.strip_prefix(root()).unwrap().to_string_lossy().replace('\\', "/");
    let files: Vec<(String, String)> =
        paths.iter().map(|path| (named(path), fs::read_to_string(path).unwrap())).collect();
    let tests: Vec<String> = files.iter().flat_map(|(path, text)| test_files(path, text)).collect();
    let kept = files.into_iter().filter(|(path, _)| !tests.contains(path));
    kept.map(|(path, text)| take_apart(path, &text)).collect()
}

/// The files that this one declares to be tests.
fn test_files(path: &str, text: &str) -> Vec<String> {
    let folder = path.strip_suffix("/mod.rs").unwrap_or(path.trim_end_matches(".rs"));
    let name = |line: &'_ str| Some(line.rsplit_once("mod ")?.1.strip_suffix(';')?.to_owned());
    let declared = text.split("#[cfg(test)]\n").skip(1).filter_map(|rest| name(rest.lines().next()?));
    declared.map(|name| format!("{folder}/{name}.rs")).collect()
}

fn collect(folder: &Path, paths: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            collect(&path, paths);
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            paths.push(path);
        }
    }
}

fn take_apart(path: String, text: &str) -> Source {
    let text = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let (mut code, mut texts) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some((content, length)) = string(rest).filter(|_| !code.ends_with(is_name)) {
            texts.push(content.to_owned());
            code.push_str("\"\"");
            length
        } else if let Some(length) = character(rest) {
            code.push_str("' '");
            length
        } else {
            code.push(first);
            first.len_utf8()
        };
        rest = &rest[length..];
    }
    Source { path, code, texts }
}

/// A text at the start, plain or raw: its content, and its length with quotes.
fn string(rest: &str) -> Option<(&str, usize)> {
    if let Some(raw) = rest.strip_prefix('r') {
        let marks = raw.len() - raw.trim_start_matches('#').len();
        let content = raw[marks..].strip_prefix('"')?;
        let end = content.find(&format!("\"{}", "#".repeat(marks)))?;
        return Some((&content[..end], 1 + marks + 1 + end + 1 + marks));
    }
    let content = rest.strip_prefix('"')?;
    let mut escaped = false;
    let end = content.char_indices().find_map(|(place, c)| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends.then_some(place)
    })?;
    Some((&content[..end], end + 2))
}

/// The length of a character at the start, such as `'"'`; a lifetime is none.
fn character(rest: &str) -> Option<usize> {
    let content = rest.strip_prefix('\'')?;
    let end = if content.starts_with('\\') {
        content[2..].find('\'')? + 2
    } else {
        content.chars().next()?.len_utf8()
    };
    content[end..].starts_with('\'').then_some(end + 2)
}

fn is_name(c: char) -> bool {
    c.is_alphanumeric() || c == '_'
}

/// Every name in code that is followed by `::` and begins a path; `name::<T>`
/// is none, but a function of a kind.
pub fn path_roots(code: &str) -> impl Iterator<Item = &str> {
    code.match_indices("::").filter_map(|(end, _)| {
        let before = &code[..end];
        let start = before.rfind(|c| !is_name(c)).map_or(0, |found| found + 1);
        let is_kind = code[end + 2..].starts_with('<');
        let is_first = !before[..start].ends_with("::") && !before[..start].ends_with('$');
        (start < end && is_first && !is_kind).then_some(&before[start..])
    })
}

/// Whether code names this word as a whole.
pub fn names(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(start, _)| {
        !code[..start].ends_with(is_name) && !code[start + word.len()..].starts_with(is_name)
    })
}

#[test]
fn taking_apart_tells_code_from_texts_and_comments() {
    let text = "use a::b; // c::d\nfn e<'f>() { g::h(\"i \\\" // j\", r#\"k \"l\"\"#, '\"', \"m\") }\n#[cfg(test)]\nmod tests {\nn::o }";
    let Source { code, texts, .. } = take_apart(String::new(), text);
    assert_eq!(code, "use a::b; \nfn e<'f>() { g::h(\"\", \"\", ' ', \"\") }");
    assert_eq!(texts, ["i \\\" // j", "k \"l\"", "m"]);
    assert_eq!(path_roots(&code).collect::<Vec<_>>(), ["a", "g"]);
}
