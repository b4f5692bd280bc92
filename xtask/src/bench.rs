//! Measures the simulation's speed against others, with `benches/uncertainty`:
//! installs those, builds the public module, and runs the rounds.

use crate::language;
use crate::process::{program, run, target};
use crate::tools;
use crate::wasm::{self, REKENMODEL};
use anyhow::{Context, Result};
use std::fs;

/// The numpy that is compared with.
const NUMPY: &str = "numpy==2.4.6";

/// Runs the benchmark for so many rounds, or as many as it does by itself.
pub fn run_rounds(rounds: Option<&str>) -> Result<()> {
    tools::rust_target()?;
    tools::node_packages()?;
    tools::packages("benches/uncertainty")?;
    let python = tools::python_with(&[NUMPY])?;
    let folder = target().join("bench-module");
    fs::create_dir_all(&folder).context("making a folder for the module")?;
    let mut files = wasm::build(&REKENMODEL, &language::ALL[0])?.files;
    // Node takes the module for CommonJS without this.
    files.insert("package.json".into(), "{ \"type\": \"module\" }\n".into());
    for (name, content) in files {
        fs::write(folder.join(&name), content).with_context(|| format!("writing {name}"))?;
    }
    run(program("node")
        .arg("benches/uncertainty/bench.mjs")
        .args(rounds)
        .env("REKENMODEL_DIST", folder)
        .env("CARGO_TARGET_DIR", target())
        .env("PYTHON", python))
    .context("a ratio missed its target, or something could not be measured; the table says which")
}
