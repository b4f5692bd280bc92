//! `cargo xtask attack`: random and hostile use of the built site and of all parsers, for
//! longer than a test run can take. `tests/attack` and `tests/hostile_texts.rs` do the
//! work; the tests run them briefly.

use crate::process::{cargo, program, run as execute};
use crate::test::{Steps, start_test_servers};
use crate::{site, tools};
use anyhow::Result;

/// Number of random acts on the page, if the command line gives no other. The other
/// attacks are counted in proportion to it.
pub const DEFAULT_COUNT: u32 = 500;
/// Seed of the random choices, if the command line gives no other. Two runs with the same seed and count
/// do the same.
pub const DEFAULT_SEED: u32 = 1;

/// The number of hostile texts for each parser, for one act on the page.
const TEXTS_PER_ACT: u32 = 2_000;

/// Gives all parsers hostile texts; then builds the site and attacks it: random acts on
/// the page, many acts on one page, hostile input to the module, damaged links, and other
/// sites' pages that embed it. The report says how many of each were tried, and which
/// faults were found.
pub fn run(count: u32, seed: u32) -> Result<()> {
    tools::ensure_node_packages()?;
    let mut steps = Steps::default();
    let texts = count.saturating_mul(TEXTS_PER_ACT);
    steps.step(&format!("{texts} hostile texts for each parser"), || {
        execute(
            cargo("test")
                .args(["--release", "--package", "zelfregie-rekenmodel", "--test", "hostile_texts"])
                .env("REKENMODEL_HOSTILE_TEXTS", texts.to_string()),
        )
    })?;
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
