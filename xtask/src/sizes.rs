//! `cargo xtask sizes`: prints the size of every file of the site, as it is and
//! compressed as a good host sends it. `cargo xtask test` checks that the first
//! load stays within its budget.

use crate::policy::build_folder;
use crate::process::dist;
use crate::site;
use crate::wasm::{Files, LOADER, read_folder};
use anyhow::{Context, Result, bail};
use std::io::Write;

/// Largest size that the first load may have, in bytes compressed with brotli 11. The
/// product allows 170,000; the rest is for the page.
const FIRST_LOAD_BUDGET: usize = 170_000;

/// The purpose for which the page loads a file.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Purpose {
    /// Needed to show and change the result: the first load.
    First,
    /// Loaded for lazy features.
    Lazy,
    /// Loaded for the simulation.
    Simulation,
    /// Not needed to show the result, such as the contact and the icon; loaded when a visitor
    /// opens something, such as the sources; or not loaded by the page at all.
    Other,
}

/// Returns the purpose for which the file at this path of dist/ is loaded.
fn purpose_of(path: &str) -> Purpose {
    let in_build = build_folder(path).and_then(|folder| path.strip_prefix(folder)?.strip_prefix('/'));
    match in_build {
        None if path == "index.html" || path.ends_with("/index.html") => Purpose::First,
        None => Purpose::Other,
        Some("style.css" | "start.js" | "page.js" | LOADER | "page_bg.wasm") => Purpose::First,
        Some("simulation.js" | "worker.js" | "rekenmodel.js" | "rekenmodel_bg.wasm") => Purpose::Simulation,
        Some("views.css") => Purpose::Lazy,
        Some(name) if name.ends_with(".wasm") => Purpose::Lazy,
        Some(_) => Purpose::Other,
    }
}

/// A file with its sizes in bytes.
struct Size {
    path: String,
    plain: usize,
    compressed: usize,
}

/// Prints the sizes of the files in dist/. Builds the site first if it is missing.
pub fn print() -> Result<()> {
    if !dist().join("index.html").is_file() {
        site::build()?;
    }
    let sizes = measure(|_| true)?;
    let width = sizes.iter().map(|size| size.path.len()).max().unwrap_or(0);
    let line = |name: &str, plain, compressed| println!("{name:width$} {plain:>10} {compressed:>10}");
    println!("{:width$} {:>10} {:>10}", "", "bytes", "brotli 11");
    for (purpose, title) in [
        (Purpose::Other, "Other files"),
        (Purpose::Simulation, "Simulation"),
        (Purpose::Lazy, "Lazy features"),
        (Purpose::First, "First load"),
    ] {
        println!("\n{title}");
        let files = || sizes.iter().filter(|size| purpose_of(&size.path) == purpose);
        files().for_each(|size| line(&size.path, size.plain, size.compressed));
        let sum = |bytes: fn(&Size) -> usize| files().map(bytes).sum::<usize>();
        line("together", sum(|size| size.plain), sum(|size| size.compressed));
    }
    Ok(())
}

/// Fails if the first load is above its budget.
pub fn check_first_load() -> Result<()> {
    let first: usize =
        measure(|path| purpose_of(path) == Purpose::First)?.iter().map(|size| size.compressed).sum();
    println!("The first load is {first} bytes, of at most {FIRST_LOAD_BUDGET}.");
    check_budget(first, FIRST_LOAD_BUDGET)
}

fn check_budget(first: usize, budget: usize) -> Result<()> {
    if first == 0 {
        bail!("dist/ holds no first load: `cargo xtask build` makes it");
    }
    if first > budget {
        bail!(
            "the first load is {first} bytes with brotli, {} above its budget of {budget}; `cargo xtask sizes` lists the files",
            first - budget
        );
    }
    Ok(())
}

/// Measures the files of dist/ for whose path `included` is true.
fn measure(included: impl Fn(&str) -> bool) -> Result<Vec<Size>> {
    let mut files = Files::new();
    read_folder(&dist(), "", &mut files)?;
    files
        .into_iter()
        .filter(|(path, _)| included(path))
        .map(|(path, content)| {
            Ok(Size { path, plain: content.len(), compressed: brotli(&content, 11)?.len() })
        })
        .collect()
}

/// Returns the content, compressed with brotli at this quality (0 to 11).
pub fn brotli(content: &[u8], quality: u32) -> Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, quality, 22);
    writer.write_all(content).context("compressing")?;
    Ok(writer.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_are_classified_by_the_purpose_they_are_loaded_for() {
        for (path, expected) in [
            ("index.html", Purpose::First),
            ("build-0a1b2c3d/page_bg.wasm", Purpose::First),
            ("build-0a1b2c3d/__wasm_split.js", Purpose::First),
            ("build-0a1b2c3d/split_features.wasm", Purpose::Lazy),
            ("build-0a1b2c3d/chunk_2.wasm", Purpose::Lazy),
            ("build-0a1b2c3d/style.css", Purpose::First),
            ("build-0a1b2c3d/views.css", Purpose::Lazy),
            ("build-0a1b2c3d/rekenmodel_bg.wasm", Purpose::Simulation),
            ("rekenmodel_bg.wasm", Purpose::Other),
            ("bronnen.json", Purpose::Other),
        ] {
            assert_eq!(purpose_of(path), expected, "{path}");
        }
    }

    #[test]
    fn a_first_load_above_the_budget_fails() {
        assert!(check_budget(FIRST_LOAD_BUDGET, FIRST_LOAD_BUDGET).is_ok());
        assert!(check_budget(FIRST_LOAD_BUDGET + 1, FIRST_LOAD_BUDGET).is_err());
        assert!(check_budget(0, FIRST_LOAD_BUDGET).is_err());
    }
}
