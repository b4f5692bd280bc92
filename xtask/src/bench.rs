//! `cargo xtask bench`: compares the speed of the simulation with Squiggle, numpy
//! and native code. It installs those, builds the public module, and runs
//! `benches/uncertainty/bench.mjs`.

use crate::language;
use crate::process::{program, run, target};
use crate::tools;
use crate::wasm::{self, REKENMODEL};
use anyhow::{Context, Result};
use std::fs;

/// Version of numpy that the simulation is compared with, as pip names it.
const NUMPY: &str = "numpy==2.4.6";

/// Runs the benchmark for this number of rounds; with `None`, `bench.mjs` uses its
/// default.
pub fn run_rounds(rounds: Option<&str>) -> Result<()> {
    tools::ensure_rust_target()?;
    tools::ensure_node_packages()?;
    tools::ensure_npm_packages("benches/uncertainty")?;
    let python = tools::python_with(&[NUMPY])?;
    let folder = target().join("bench-module");
    fs::create_dir_all(&folder).context("making a folder for the module")?;
    let mut files = wasm::build(&REKENMODEL, &language::ALL[0])?.files;
    // Without this, Node would read the module as CommonJS.
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
