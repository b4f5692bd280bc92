//! Attacks that take too long for every test run: `cargo xtask attack`.

use crate::process::{program, run as execute};
use crate::test::{Steps, visitors};
use crate::{site, tools};
use anyhow::Result;

/// How many acts there are if none are asked for; the other attacks follow.
pub const COUNT: u32 = 500;
/// The seed if none is given: a run with the same one does the same.
pub const SEED: u32 = 1;

/// Builds the site and attacks it: random acts, hostile input to the module,
/// damaged links and pages of others around it. The report says how many of
/// each were tried, and what faults were found.
pub fn run(count: u32, seed: u32) -> Result<()> {
    tools::node_packages()?;
    let mut steps = Steps::default();
    steps.step("Build", site::build)?;
    steps.step("Attacks", || {
        execute(
            program("node")
                .arg("tests/attack/run.mjs")
                .args([count.to_string(), seed.to_string()])
                .envs(visitors()?),
        )
    })
}
