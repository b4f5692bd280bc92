//! Writes the expected outcomes of the tests again, from the independent
//! reference calculation in `tests/reference`.
//!
//! The order of a change to the calculation: first the reference, from the text
//! of `docs/model.md` alone; then this command; then the code, until the tests
//! pass. The scripts are seeded: if the reference is unchanged, so are the files.

use crate::process::{program, run};
use crate::tools;
use anyhow::{Context, Result};

/// Versions of numpy and scipy that the simulated outcomes were computed with.
/// Other versions may differ in the last digits.
const NUMPY_AND_SCIPY: [&str; 2] = ["numpy==2.4.6", "scipy==1.17.1"];

/// Scripts whose outcomes are exact, with no random draws. They need only Python's
/// standard library.
const EXACT_SCRIPTS: [&str; 3] = ["examples.py", "generate.py", "plans.py"];

/// Writes all expected outcomes; `quick` leaves out the simulated ones.
pub fn write(quick: bool) -> Result<()> {
    let python = tools::python()?;
    for name in EXACT_SCRIPTS {
        run_script(&python, name)?;
    }
    if quick {
        println!("uncertainty.json stays as it is: `cargo xtask examples` without --quick writes it too.");
        return Ok(());
    }
    let python = tools::python_with(&NUMPY_AND_SCIPY)
        .context("all outcomes but those of tests/reference/uncertainty.json are written")?;
    println!("uncertainty.py (some minutes) …");
    run_script(&python, "uncertainty.py")
}

fn run_script(python: &std::path::Path, name: &str) -> Result<()> {
    let path = format!("tests/reference/{name}");
    run(program(python).arg(&path)).with_context(|| format!("{path} failed"))
}
