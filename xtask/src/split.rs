//! Cuts the part of the page's program that is not needed at first into a wasm
//! file of its own: the functions that `src/ui/lazy.rs` lists, and what only
//! they use. They share memory and table with the first part.

use anyhow::{Context, Result, anyhow, bail};
use std::fs;
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// The name of the part in `src/ui/lazy.rs`.
const PART: &str = "split_later.wasm";

/// Cuts `compiled` in two, in this folder; returns the first part and the rest.
pub fn split(compiled: &Path, folder: &Path) -> Result<(PathBuf, PathBuf)> {
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    let wasm = fs::read(compiled).with_context(|| format!("reading {}", compiled.display()))?;
    // wasm-bindgen names its files after this one.
    let first = folder.join(compiled.file_name().context("a binary without a name")?);
    let mut options = Options::new(&wasm);
    options.output_dir = folder;
    options.main_out_path = &first;
    let made =
        transform(options).map_err(|problem| anyhow!("{problem:#}")).context("cutting the page in two")?;
    match made.split_modules.as_slice() {
        [rest] if rest.ends_with(PART) => Ok((first, rest.clone())),
        other => bail!("the page was cut into other parts than one and {PART}: {other:?}"),
    }
}
