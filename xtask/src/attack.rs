//! `cargo xtask attack`: random and hostile use of the built site, for longer than
//! a test run can take. `tests/attack` does the work; the tests run it briefly.

use crate::process::{program, run as execute};
use crate::test::{Steps, start_test_servers};
use crate::{site, tools};
use anyhow::Result;

/// Number of random acts on the page, if the command line gives no other. The other
/// attacks are counted in proportion to it.
pub const DEFAULT_COUNT: u32 = 500;
/// Seed of the random choices, if the command line gives no other. Two runs with the same seed and count
/// do the same.
pub const DEFAULT_SEED: u32 = 1;

/// Builds the site and attacks it: random acts on the page, hostile input to the
/// module, damaged links, and other sites' pages that embed it. The report says
/// how many of each were tried, and which faults were found.
pub fn run(count: u32, seed: u32) -> Result<()> {
    tools::ensure_node_packages()?;
    let mut steps = Steps::default();
    steps.step("Build", site::build)?;
    steps.step("Attacks", || {
        execute(
            program("node")
                .arg("tests/attack/run.mjs")
                .args([count.to_string(), seed.to_string()])
                .envs(start_test_servers()?),
        )
    })
}
