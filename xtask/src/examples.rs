//! Writes the expected outcomes of the tests again, from the independent
//! reference calculation in `tests/reference`.
//!
//! For whoever changes the calculation: first the reference, from the text of
//! `docs/model.md` alone; then this; then the code, until the tests pass. The
//! scripts are seeded, so without a change no file changes.

use crate::process::{program, run};
use crate::tools;
use anyhow::{Context, Result};

/// What the simulated outcomes were written with; another version may differ in
/// the last digits.
const NUMPY_AND_SCIPY: [&str; 2] = ["numpy==2.4.6", "scipy==1.17.1"];

/// The scripts that write exact outcomes, with the standard library alone.
const EXACT: [&str; 3] = ["examples.py", "generate.py", "plans.py"];

/// Writes all expected outcomes; `quick` leaves out the simulated ones.
pub fn write(quick: bool) -> Result<()> {
    let python = tools::python()?;
    for name in EXACT {
        script(&python, name)?;
    }
    if quick {
        println!("uncertainty.json stays as it is: `cargo xtask examples` without --quick writes it too.");
        return Ok(());
    }
    let python = tools::python_with(&NUMPY_AND_SCIPY)
        .context("all outcomes but those of tests/reference/uncertainty.json are written")?;
    println!("uncertainty.py (some minutes) …");
    script(&python, "uncertainty.py")
}

fn script(python: &std::path::Path, name: &str) -> Result<()> {
    let path = format!("tests/reference/{name}");
    run(program(python).arg(&path)).with_context(|| format!("{path} failed"))
}
