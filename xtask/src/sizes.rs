//! Tells how large the site is, as it is and as a good server sends it, and
//! holds what a visitor loads first to a budget.

use crate::policy::build_folder;
use crate::process::dist;
use crate::site;
use crate::wasm::{Files, LOADER, read_folder};
use anyhow::{Context, Result, bail};
use std::io::Write;

/// The most bytes that the first load may take, compressed.
const FIRST_LOAD_BUDGET: usize = 140_000;

/// What a file is loaded for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Load {
    /// To show and change the result.
    First,
    /// For a feature that is loaded lazily.
    Lazy,
    /// Loaded for the simulation.
    Simulation,
    /// Not by the page, or only by its host, or when something is opened.
    Other,
}

/// Tells what a file of dist/ is loaded for.
fn load(path: &str) -> Load {
    let in_build = build_folder(path).and_then(|folder| path.strip_prefix(folder)?.strip_prefix('/'));
    match in_build {
        None if path == "index.html" || path.ends_with("/index.html") => Load::First,
        None => Load::Other,
        Some("style.css" | "start.js" | "page.js" | LOADER | "page_bg.wasm") => Load::First,
        Some("simulation.js" | "worker.js" | "rekenmodel.js" | "rekenmodel_bg.wasm") => Load::Simulation,
        Some(name) if name.ends_with(".wasm") => Load::Lazy,
        Some(_) => Load::Other,
    }
}

/// A file and its size in bytes.
struct Size {
    path: String,
    plain: usize,
    compressed: usize,
}

/// Prints the sizes of dist/, which is built first if it is not there.
pub fn print() -> Result<()> {
    if !dist().join("index.html").is_file() {
        site::build()?;
    }
    let sizes = sizes(|_| true)?;
    let width = sizes.iter().map(|size| size.path.len()).max().unwrap_or(0);
    let line = |name: &str, plain, compressed| println!("{name:width$} {plain:>10} {compressed:>10}");
    println!("{:width$} {:>10} {:>10}", "", "bytes", "brotli 11");
    for (kind, title) in [
        (Load::Other, "Not loaded at first"),
        (Load::Simulation, "Simulation"),
        (Load::Lazy, "Lazy features"),
        (Load::First, "First load"),
    ] {
        println!("\n{title}");
        let files = || sizes.iter().filter(|size| load(&size.path) == kind);
        files().for_each(|size| line(&size.path, size.plain, size.compressed));
        let sum = |of: fn(&Size) -> usize| files().map(of).sum::<usize>();
        line("together", sum(|size| size.plain), sum(|size| size.compressed));
    }
    Ok(())
}

/// Fails where the first load is above its budget.
pub fn check() -> Result<()> {
    let first: usize = sizes(|path| load(path) == Load::First)?.iter().map(|size| size.compressed).sum();
    println!("The first load is {first} bytes, of at most {FIRST_LOAD_BUDGET}.");
    within(first, FIRST_LOAD_BUDGET)
}

fn within(first: usize, budget: usize) -> Result<()> {
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

/// The sizes of these files of dist/.
fn sizes(wanted: impl Fn(&str) -> bool) -> Result<Vec<Size>> {
    let mut files = Files::new();
    read_folder(&dist(), "", &mut files)?;
    files
        .into_iter()
        .filter(|(path, _)| wanted(path))
        .map(|(path, content)| {
            Ok(Size { path, plain: content.len(), compressed: brotli(&content, 11)?.len() })
        })
        .collect()
}

/// The content, compressed at this quality (0 to 11).
pub fn brotli(content: &[u8], quality: u32) -> Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, quality, 22);
    writer.write_all(content).context("compressing")?;
    Ok(writer.into_inner())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_file_of_the_page_counts_for_what_loads_it() {
        for (path, expected) in [
            ("index.html", Load::First),
            ("build-0a1b2c3d/page_bg.wasm", Load::First),
            ("build-0a1b2c3d/__wasm_split.js", Load::First),
            ("build-0a1b2c3d/split_features.wasm", Load::Lazy),
            ("build-0a1b2c3d/chunk_2.wasm", Load::Lazy),
            ("build-0a1b2c3d/rekenmodel_bg.wasm", Load::Simulation),
            ("rekenmodel_bg.wasm", Load::Other),
            ("bronnen.json", Load::Other),
        ] {
            assert_eq!(load(path), expected, "{path}");
        }
    }

    #[test]
    fn a_first_load_above_the_budget_fails() {
        assert!(within(FIRST_LOAD_BUDGET, FIRST_LOAD_BUDGET).is_ok());
        assert!(within(FIRST_LOAD_BUDGET + 1, FIRST_LOAD_BUDGET).is_err());
        assert!(within(0, FIRST_LOAD_BUDGET).is_err());
    }
}
