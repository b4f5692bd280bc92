//! Prints how large the site is, as it is and as a good server sends it.

use crate::process::dist;
use crate::site;
use crate::wasm::{Files, read_folder};
use anyhow::{Context, Result};
use std::io::Write;

/// The files for a page to show and change the result, by start and end of name.
const FIRST_LOAD: [(&str, &str); 5] =
    [("index", ".html"), ("style-", ".css"), ("start-", ".js"), ("page-", ".js"), ("page-", ".wasm")];
/// What comes at the first touch: the other views, files, links.
const REST: [(&str, &str); 2] = [("later-", ".wasm"), ("later-", ".css")];
/// What the simulation adds.
const SIMULATION: [(&str, &str); 2] = [("rekenmodel", ".js"), ("rekenmodel_bg", ".wasm")];

/// Prints the sizes of dist/, which is built first if it is not there.
pub fn print() -> Result<()> {
    if !dist().join("index.html").is_file() {
        site::build()?;
    }
    let mut files = Files::new();
    read_folder(&dist(), "", &mut files)?;
    let width = files.keys().map(|name| name.len()).max().unwrap_or(0);
    println!("{:width$} {:>10} {:>10}", "", "bytes", "brotli 11");
    // The first load is part of every sum.
    let mut sums = [
        ("first load", &[][..], (0, 0)),
        ("with simulation", &SIMULATION, (0, 0)),
        ("with the rest", &REST, (0, 0)),
    ];
    for (name, content) in &files {
        let size = (content.len(), brotli(content, 11)?.len());
        println!("{name:width$} {:>10} {:>10}", size.0, size.1);
        for (_, more, sum) in &mut sums {
            if is_one_of(name, &FIRST_LOAD) || is_one_of(name, more) {
                *sum = (sum.0 + size.0, sum.1 + size.1);
            }
        }
    }
    println!();
    for (what, _, sum) in sums {
        println!("{what:width$} {:>10} {:>10}", sum.0, sum.1);
    }
    Ok(())
}

/// The content, compressed at this quality (0 to 11).
pub fn brotli(content: &[u8], quality: u32) -> Result<Vec<u8>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 1 << 16, quality, 22);
    writer.write_all(content).context("compressing")?;
    Ok(writer.into_inner())
}

fn is_one_of(name: &str, kinds: &[(&str, &str)]) -> bool {
    kinds.iter().any(|(start, end)| name.starts_with(start) && name.ends_with(end) && !name.contains('/'))
}
