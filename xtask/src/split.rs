//! Cuts the lazy features out of the page's program, each into a wasm file of
//! its own: what stands behind the functions under `#[wasm_split]`, and what
//! only they use. All files share one memory and one table.

use crate::wasm::{LOADER, PAGE};
use anyhow::{Context, Result, anyhow, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// What was cut.
pub struct Split {
    /// The first part of the program, for wasm-bindgen.
    pub first: PathBuf,
    /// The other parts.
    pub parts: Vec<PathBuf>,
    /// The script that loads them.
    pub loader: PathBuf,
    /// The names of the files that each feature needs.
    pub needs: BTreeMap<String, Vec<String>>,
}

/// Cuts `compiled` into parts, in this folder.
pub fn split(compiled: &Path, folder: &Path) -> Result<Split> {
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    let wasm = fs::read(compiled).with_context(|| format!("reading {}", compiled.display()))?;
    // wasm-bindgen names its files after this one.
    let first = folder.join(compiled.file_name().context("a binary without a name")?);
    let script = format!("./{}.js", PAGE.name);
    let link = format!("./{LOADER}");
    let mut options = Options::new(&wasm);
    options.output_dir = folder;
    options.main_out_path = &first;
    options.main_module = &script;
    options.link_name = &link;
    let made = transform(options)
        .map_err(|problem| anyhow!("{problem:#}"))
        .context("cutting the page into parts")?;
    let file = |stem: String| format!("{stem}.wasm");
    let needs: BTreeMap<_, Vec<_>> = made
        .prefetch_map
        .into_iter()
        .map(|(feature, stems)| (feature, stems.into_iter().map(file).collect()))
        .collect();
    for (feature, files) in &needs {
        if files.is_empty() {
            bail!("nothing is left of the lazy feature {feature}: the first part uses all of it");
        }
    }
    // A part without content is not loaded.
    let is_needed = |part: &PathBuf| needs.values().flatten().any(|name| part.ends_with(name));
    let parts = made.split_modules.into_iter().filter(is_needed).collect();
    Ok(Split { first, parts, loader: folder.join(LOADER), needs })
}
