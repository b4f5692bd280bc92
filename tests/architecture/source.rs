//! Reads Rust files, and separates their code from the texts (string literals) in it.
//! Comments and unit tests are left out, so the rules do not apply to them.

use std::fs;
use std::path::Path;

/// Returns the root of the repository.
pub fn root() -> &'static Path {
    Path::new(env!("CARGO_MANIFEST_DIR"))
}

/// Returns the text of a file; `path` is relative to the root.
pub fn read(path: &str) -> String {
    fs::read_to_string(root().join(path)).unwrap_or_else(|error| panic!("{path}: {error}"))
}

/// Returns the path from the root of every file in a folder and its subfolders, sorted.
pub fn paths(folder: &str) -> Vec<String> {
    let mut found = Vec::new();
    for entry in fs::read_dir(root().join(folder)).unwrap() {
        let entry = entry.unwrap();
        let path = format!("{folder}/{}", entry.file_name().into_string().unwrap());
        if entry.path().is_dir() { found.extend(paths(&path)) } else { found.push(path) }
    }
    found.sort();
    found
}

/// A Rust file without its comments and its unit tests, which are at its end.
pub struct Source {
    /// Its path from the root, such as `src/model/price.rs`.
    pub path: String,
    /// Its code, in which every string literal is empty.
    pub code: String,
    /// The contents of its string literals.
    pub texts: Vec<String>,
}

/// Returns every Rust file of a folder and its subfolders, except files of unit tests.
pub fn sources(folder: &str) -> Vec<Source> {
    let files: Vec<(String, String)> = paths(folder)
        .into_iter()
        .filter(|path| path.ends_with(".rs"))
        .map(|path| (path.clone(), read(&path)))
        .collect();
    assert!(!files.is_empty(), "{folder} has no Rust files");
    let tests: Vec<String> = files.iter().flat_map(|(path, text)| test_files(path, text)).collect();
    let others = files.into_iter().filter(|(path, _)| !tests.contains(path));
    others.map(|(path, text)| separate(path, &text)).collect()
}

/// Returns the paths of the files that this file declares under `#[cfg(test)]`.
fn test_files(path: &str, text: &str) -> Vec<String> {
    let folder = path.strip_suffix("/mod.rs").unwrap_or(path.trim_end_matches(".rs"));
    let name = |line: &'_ str| Some(line.rsplit_once("mod ")?.1.strip_suffix(';')?.to_owned());
    let declared = text.split("#[cfg(test)]\n").skip(1).filter_map(|rest| name(rest.lines().next()?));
    declared.map(|name| format!("{folder}/{name}.rs")).collect()
}

/// Separates the code of a file from its texts.
fn separate(path: String, text: &str) -> Source {
    let text = text.split("\n#[cfg(test)]\nmod tests {").next().unwrap_or_default();
    let (mut code, mut texts) = (String::new(), Vec::new());
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let length = if rest.starts_with("//") {
            rest.find('\n').unwrap_or(rest.len())
        } else if let Some((content, length)) = string_literal(rest).filter(|_| !code.ends_with(is_name)) {
            texts.push(content.to_owned());
            code.push_str("\"\"");
            length
        } else if let Some(length) = character_literal(rest) {
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

/// Reads a string literal, plain or raw, at the start of `rest`: returns its content, and its
/// length with the quotes.
fn string_literal(rest: &str) -> Option<(&str, usize)> {
    if let Some(raw) = rest.strip_prefix('r') {
        let hashes = raw.len() - raw.trim_start_matches('#').len();
        let content = raw[hashes..].strip_prefix('"')?;
        let end = content.find(&format!("\"{}", "#".repeat(hashes)))?;
        return Some((&content[..end], 1 + hashes + 1 + end + 1 + hashes));
    }
    let content = rest.strip_prefix('"')?;
    let mut escaped = false;
    let end = content.char_indices().find_map(|(index, c)| {
        let ends = c == '"' && !escaped;
        escaped = c == '\\' && !escaped;
        ends.then_some(index)
    })?;
    Some((&content[..end], end + 2))
}

/// Returns the length of a character literal at the start of `rest`, such as `'"'`; `None` for
/// a lifetime.
fn character_literal(rest: &str) -> Option<usize> {
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

/// Returns every name that begins a path, such as `a` in `a::b::c`. A function with a type
/// argument, `name::<T>`, is no path.
pub fn path_roots(code: &str) -> impl Iterator<Item = &str> {
    code.match_indices("::").filter_map(|(end, _)| {
        let before = &code[..end];
        let start = before.rfind(|c| !is_name(c)).map_or(0, |found| found + 1);
        let is_type_argument = code[end + 2..].starts_with('<');
        let is_first = !before[..start].ends_with("::") && !before[..start].ends_with('$');
        (start < end && is_first && !is_type_argument).then_some(&before[start..])
    })
}

/// Whether code contains this as a whole word.
pub fn contains_word(code: &str, word: &str) -> bool {
    code.match_indices(word).any(|(start, _)| {
        !code[..start].ends_with(is_name) && !code[start + word.len()..].starts_with(is_name)
    })
}

#[test]
fn code_is_separated_from_texts_and_comments() {
    let text = "use a::b; // c::d\nfn e<'f>() { g::h(\"i \\\" // j\", r#\"k \"l\"\"#, '\"', \"m\") }\n#[cfg(test)]\nmod tests {\nn::o }";
    let Source { code, texts, .. } = separate(String::new(), text);
    assert_eq!(code, "use a::b; \nfn e<'f>() { g::h(\"\", \"\", ' ', \"\") }");
    assert_eq!(texts, ["i \\\" // j", "k \"l\"", "m"]);
    assert_eq!(path_roots(&code).collect::<Vec<_>>(), ["a", "g"]);
}
