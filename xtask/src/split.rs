//! Splits the page's wasm in a main file, which the browser loads first, and files
//! for the lazy features: the functions under `#[wasm_split]` with all code that
//! only they use. All files share one memory and one function table. Decision 0018
//! says why.

use crate::wasm::{LOADER, PAGE};
use anyhow::{Context, Result, anyhow, bail};
use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};
use wasm_split_cli_support::{Options, transform};

/// The files that the page's wasm was split in.
pub struct Split {
    /// Wasm file that is loaded first, still to be processed by wasm-bindgen.
    pub main: PathBuf,
    /// Wasm files of the lazy features.
    pub lazy: Vec<PathBuf>,
    /// Script that loads the lazy files.
    pub loader: PathBuf,
    /// Names of the files that each lazy feature needs.
    pub files_by_feature: BTreeMap<String, Vec<String>>,
}

/// Splits the wasm file `compiled`, and writes the files in this folder. An error if the
/// main file uses all code of a lazy feature, so that its own file would be empty.
pub fn split(compiled: &Path, folder: &Path) -> Result<Split> {
    fs::create_dir_all(folder).with_context(|| format!("making {}", folder.display()))?;
    let wasm = fs::read(compiled).with_context(|| format!("reading {}", compiled.display()))?;
    // wasm-bindgen names its files after this one.
    let main = folder.join(compiled.file_name().context("a binary without a name")?);
    let script = format!("./{}.js", PAGE.name);
    let link = format!("./{LOADER}");
    let mut options = Options::new(&wasm);
    options.output_dir = folder;
    options.main_out_path = &main;
    options.main_module = &script;
    options.link_name = &link;
    let split = transform(options).map_err(|problem| anyhow!("{problem:#}")).context("splitting the page")?;
    let file = |stem: String| format!("{stem}.wasm");
    let files_by_feature: BTreeMap<_, Vec<_>> = split
        .prefetch_map
        .into_iter()
        .map(|(feature, stems)| (feature, stems.into_iter().map(file).collect()))
        .collect();
    for (feature, files) in &files_by_feature {
        if files.is_empty() {
            bail!("nothing is left of the lazy feature {feature}: the main file uses all of it");
        }
    }
    // A file that no feature needs is empty.
    let is_needed = |file: &PathBuf| files_by_feature.values().flatten().any(|name| file.ends_with(name));
    let lazy = split.split_modules.into_iter().filter(is_needed).collect();
    Ok(Split { main, lazy, loader: folder.join(LOADER), files_by_feature })
}
