//! Checks the documents: the paths, commands and links in them exist, and every module,
//! dependency and decision is in its list.

use crate::source::{read, root};

/// Returns the names of the library's public modules, in their order in `src/lib.rs`.
pub fn modules() -> Vec<String> {
    let name = |line: &str| Some(line.strip_prefix("pub mod ")?.strip_suffix(';')?.to_owned());
    read("src/lib.rs").lines().filter_map(name).collect()
}

/// Returns the texts between backquotes, outside code blocks.
fn quoted(text: &str) -> impl Iterator<Item = &str> {
    text.lines().filter(|line| !line.starts_with("```")).flat_map(|line| line.split('`').skip(1).step_by(2))
}

/// Returns the names of the packages in a manifest's tables of dependencies.
fn dependencies(manifest: &str) -> Vec<String> {
    let mut inside = false;
    let mut found = Vec::new();
    for line in read(manifest).lines() {
        if let Some(table) = line.strip_prefix('[') {
            inside = table.contains("dependencies]");
        } else if inside && line.starts_with(|c: char| c.is_ascii_lowercase()) {
            found.extend(line.split([' ', '=', '.']).next().map(str::to_owned));
        }
    }
    assert!(!found.is_empty(), "{manifest} has no dependencies");
    found
}

/// Returns the names of the npm packages that the build and the tests need.
fn npm_packages() -> Vec<String> {
    let package: serde_json::Value = serde_json::from_str(&read("package.json")).unwrap();
    assert!(package.get("dependencies").is_none(), "the page itself needs no npm package");
    package["devDependencies"].as_object().unwrap().keys().cloned().collect()
}

/// Each dependency has a line with a reason in ARCHITECTURE.md, and each line a dependency.
#[test]
fn every_dependency_has_its_reason() {
    let text = read("ARCHITECTURE.md");
    let section = text.split("\n## ").find(|section| section.starts_with("Dependencies")).unwrap();
    let mut listed: Vec<&str> = Vec::new();
    for line in section.lines().filter_map(|line| line.strip_prefix("- ")) {
        let (names, reason) = line.split_once(": ").unwrap_or_else(|| panic!("no reason: {line}"));
        assert!(reason.len() > 20, "too short a reason: {line}");
        listed.extend(quoted(names));
    }
    let mut used = [dependencies("Cargo.toml"), dependencies("xtask/Cargo.toml"), npm_packages()].concat();
    used.sort();
    used.dedup();
    for name in &used {
        assert!(listed.contains(&name.as_str()), "ARCHITECTURE.md has no line for {name}");
    }
    for name in listed {
        assert!(
            used.iter().any(|other| other == name),
            "ARCHITECTURE.md has a line for {name}, which is not used"
        );
    }
}

/// Every module of the library is in the code map of ARCHITECTURE.md.
#[test]
fn the_code_map_names_every_module() {
    let text = read("ARCHITECTURE.md");
    for module in modules() {
        let known = quoted(&text).any(|quoted| quoted == format!("src/{module}.rs"));
        assert!(known, "ARCHITECTURE.md does not name src/{module}.rs");
    }
}

/// Every path in ARCHITECTURE.md and README.md that begins with one of these folders exists.
#[test]
fn every_path_in_the_documents_exists() {
    const FOLDERS: [&str; 7] = ["benches/", "src/", "tests/", "xtask/", "static/", "docs/", ".ci/"];
    for paper in ["ARCHITECTURE.md", "README.md"] {
        for path in
            quoted(&read(paper)).filter(|quoted| FOLDERS.iter().any(|folder| quoted.starts_with(folder)))
        {
            // Of `src/model/lines/*.rs` or `static/…` the folder must exist.
            let fixed = path.split(['*', '…']).next().unwrap();
            assert!(root().join(fixed).exists(), "{paper} names {path}");
        }
    }
}

/// Every link from one document to another leads to a file.
#[test]
fn every_link_between_documents_exists() {
    let mut papers: Vec<String> =
        ["ARCHITECTURE.md", "CONTRIBUTING.md", "README.md", "tests/reference/README.md"]
            .map(str::to_owned)
            .into();
    papers.extend(markdown("docs"));
    papers.extend(markdown("docs/decisions"));
    for paper in papers {
        let folder = root().join(&paper).parent().unwrap().to_path_buf();
        let text = read(&paper);
        let links = text.split("](").skip(1).filter_map(|rest| rest.split(')').next());
        for link in links.filter(|link| !link.contains("://") && !link.starts_with('#')) {
            let file = link.split('#').next().unwrap();
            assert!(folder.join(file).exists(), "{paper} links to {link}");
        }
    }
}

/// Returns the paths of the Markdown files in a folder.
fn markdown(folder: &str) -> Vec<String> {
    let entries = std::fs::read_dir(root().join(folder)).unwrap();
    let names = entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned());
    names.filter(|name| name.ends_with(".md")).map(|name| format!("{folder}/{name}")).collect()
}

/// Every decision record is in the index, has all sections, and is short.
#[test]
fn decisions_have_their_form() {
    const SECTIONS: [&str; 6] = [
        "\nDate: 20",
        "\n## Context\n",
        "\n## Decision\n",
        "\n## Rejected or replaced\n",
        "\n## Consequences\n",
        "\n## Measured\n",
    ];
    let index = read("docs/decisions/README.md");
    for paper in markdown("docs/decisions").into_iter().filter(|paper| !paper.ends_with("README.md")) {
        let text = read(&paper);
        let name = paper.rsplit('/').next().unwrap();
        let number = &name[..4];
        assert!(text.starts_with(&format!("# {number}. ")), "{paper} begins with its number and title");
        assert!(index.contains(&format!("[{number}]({name})")), "{paper} is not in the index");
        for section in SECTIONS {
            assert!(text.contains(section), "{paper} lacks {section:?}");
        }
        assert!((15..=50).contains(&text.lines().count()), "{paper} has {} lines", text.lines().count());
    }
}

/// Every command in README.md is one of `xtask`.
#[test]
fn every_command_in_the_readme_exists() {
    let known = read("xtask/src/main.rs");
    let readme = read("README.md");
    let commands: Vec<&str> = readme
        .match_indices("cargo xtask ")
        .filter_map(|(start, prefix)| {
            readme[start + prefix.len()..].split(|c: char| !c.is_ascii_lowercase()).next()
        })
        .collect();
    assert!(commands.contains(&"serve") && commands.contains(&"test"));
    for command in commands {
        assert!(known.contains(&format!("[\"{command}\"")), "xtask does not know {command}");
    }
}

/// The licence is complete, and the one that the manifests name.
#[test]
fn the_licence_is_complete() {
    let licence = read("LICENSE");
    for text in ["EUROPEAN UNION PUBLIC LICENCE v. 1.2", "15.Applicable Law", "Appendix", "LiLiQ-R+"] {
        assert!(licence.contains(text), "LICENSE lacks {text}");
    }
    for manifest in ["Cargo.toml", "package.json"] {
        assert!(read(manifest).contains("EUPL-1.2"), "{manifest}");
    }
}
