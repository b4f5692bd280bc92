//! Measures the simulation's speed against others, with `benches/uncertainty`:
//! installs those, builds the public module, and runs the rounds.

use crate::language;
use crate::process::{output, program, run, target};
use crate::tools;
use crate::wasm::{self, REKENMODEL};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::PathBuf;

/// The numpy that is compared with.
const NUMPY: &str = "numpy==2.4.6";

/// Runs the benchmark for so many rounds, or as many as it does by itself.
pub fn run_rounds(rounds: Option<&str>) -> Result<()> {
    tools::rust_target()?;
    tools::node_packages()?;
    tools::packages("benches/uncertainty")?;
    let python = python()?;
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

/// A Python with numpy: the one in `PYTHON` or on the search path if it has
/// it, else one of our own in the target folder.
fn python() -> Result<PathBuf> {
    let found = std::env::var_os("PYTHON").filter(|path| !path.is_empty());
    let system = found.map_or_else(|| PathBuf::from("python3"), PathBuf::from);
    let has_numpy = |python: &PathBuf| {
        let import = program(python).args(["-c", "import numpy"]).output();
        import.is_ok_and(|output| output.status.success())
    };
    if has_numpy(&system) {
        return Ok(system);
    }
    let folder = target().join("bench-python");
    let own = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if has_numpy(&own) {
        return Ok(own);
    }
    println!("Installing {NUMPY} …");
    const BY_HAND: &str = "install numpy for python3 (on Debian: `apt-get install python3-numpy`), or set the environment variable PYTHON to the path of a Python that has it";
    let install = || {
        output(program(&system).args(["-m", "venv", "--clear"]).arg(&folder))
            .context("on Debian this takes the package python3-venv")?;
        run(program(&own).args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check", NUMPY]))
    };
    install().with_context(|| format!("numpy cannot be installed; {BY_HAND}"))?;
    if !has_numpy(&own) {
        bail!("pip succeeded, but there is still no numpy; {BY_HAND}");
    }
    Ok(own)
}
