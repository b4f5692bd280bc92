//! Runs every check, from quick to slow, and stops at the first that fails.

use crate::process::{cargo, program, root, run as execute, watch};
use crate::serve::{self, Mount};
use crate::{site, sizes, tools, wasm};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::PathBuf;
use std::time::Instant;

/// Runs the checks; `quick` leaves out the release build and what needs it.
pub fn run(quick: bool) -> Result<()> {
    let started = Instant::now();
    let mut counts = TestCounts::default();
    let mut steps = Steps::default();
    steps.step("Tools", || {
        tools::rust_components()?;
        if quick {
            return Ok(());
        }
        tools::rust_target()?;
        tools::node_packages()
    })?;
    steps.step("Formatting", || {
        execute(cargo("fmt").args(["--all", "--check"])).context("`cargo fmt --all` puts it right")
    })?;
    steps.step("Lints", || {
        execute(cargo("clippy").args([
            "--workspace",
            "--all-targets",
            "--all-features",
            "--",
            "-D",
            "warnings",
        ]))
    })?;
    steps.step("Native tests", || {
        let command = &mut cargo("test");
        watch(command.args(["--workspace", "--all-features"]), |line| counts.cargo(line))
    })?;
    if !quick {
        steps.step("Simulation tests at full size", || large_tests(&mut counts))?;
        steps.step("Build", site::build)?;
        steps.step("Size", sizes::check)?;
        steps.step("Lints of the code for wasm", wasm_lints)?;
        steps.step("Module tests", || node_tests("tests/node", &[], &mut counts, &[]))?;
        steps.step("Browser tests", || browser_tests(&mut counts, &[]))?;
    }
    steps.print();
    println!("\nAll checks passed in {} s.", started.elapsed().as_secs());
    println!("{} passed, {} failed, {} skipped", counts.passed, counts.failed, counts.skipped);
    Ok(())
}

/// The tests of the simulation once more, optimised: at a million draws, and
/// with 128-bit vectors where the processor has those, since the ones before
/// went without.
fn large_tests(counts: &mut TestCounts) -> Result<()> {
    let mut command = cargo("test");
    if cfg!(target_arch = "x86_64") {
        command.env_remove("CARGO_ENCODED_RUSTFLAGS").env("RUSTFLAGS", "-C target-cpu=x86-64-v2");
    }
    command.args(["--release", "--package", "zelfregie-rekenmodel", "--no-default-features"]);
    for name in ["simulation", "small_spread", "golden"] {
        command.args(["--test", name]);
    }
    watch(&mut command, |line| counts.cargo(line))
}

/// Builds the site and lets a browser visit it: the test files whose names hold
/// one of these words.
pub fn browser(words: &[&str]) -> Result<()> {
    tools::node_packages()?;
    let mut steps = Steps::default();
    steps.step("Build", site::build)?;
    steps.step("Browser tests", || browser_tests(&mut TestCounts::default(), words))
}

/// Builds the site and measures in a browser how soon a change is on the screen.
pub fn speed() -> Result<()> {
    tools::node_packages()?;
    Steps::default().step("Build", site::build)?;
    let variables = visitors()?;
    execute(program("node").arg("tests/browser/speed.mjs").envs(variables))
}

/// The steps that ran, with how long each took in seconds.
#[derive(Default)]
pub struct Steps(Vec<(String, f64)>);

impl Steps {
    /// Runs one step under a heading, and tells how long it took.
    pub fn step(&mut self, name: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
        println!("\n== {name}");
        let started = Instant::now();
        work().with_context(|| format!("the step '{name}' failed"))?;
        let seconds = started.elapsed().as_secs_f64();
        println!("== {name}: {seconds:.1} s");
        self.0.push((name.to_owned(), seconds));
        Ok(())
    }

    /// Lists all of them.
    fn print(&self) {
        println!("\nThe steps:");
        for (name, seconds) in &self.0 {
            println!("{seconds:>8.1} s  {name}");
        }
    }
}

/// Lints what only a build for wasm compiles.
fn wasm_lints() -> Result<()> {
    for recipe in [&wasm::PAGE, &wasm::REKENMODEL] {
        let mut command = cargo("clippy");
        command
            .args(["--package", "zelfregie-rekenmodel", "--lib", "--bin", recipe.name])
            // The build's profile: other flags in one folder would make cargo
            // check every dependency again each time.
            .args(["--target", "wasm32-unknown-unknown", "--profile", recipe.profile])
            .args(recipe.features);
        wasm::flags(&mut command, recipe, &[])?;
        execute(command.args(["--", "-D", "warnings"]))?;
    }
    Ok(())
}

/// Lets the browser tests visit the site.
fn browser_tests(counts: &mut TestCounts, words: &[&str]) -> Result<()> {
    node_tests("tests/browser", words, counts, &visitors()?)
}

/// Serves the site in three ways; what those who visit it need to know.
pub fn visitors() -> Result<Vec<(&'static str, String)>> {
    let (chromium, firefox) = (tools::chromium()?, tools::firefox()?);
    let host = Mount { path: "/", folder: root().join("tests/browser/host"), site: false };
    let site = serve::start(0, vec![Mount::site("/")])?;
    let subfolder = serve::start(0, vec![Mount::site("/sub/map/")])?;
    let host = serve::start(0, vec![host])?;
    Ok(vec![
        ("CHROMIUM", chromium.display().to_string()),
        ("FIREFOX", firefox.display().to_string()),
        ("REKENMODEL_URL", format!("http://127.0.0.1:{site}/")),
        ("REKENMODEL_SUBFOLDER_URL", format!("http://127.0.0.1:{subfolder}/sub/map/")),
        // Another name, so that browsers take it for another site as well.
        ("REKENMODEL_HOST_URL", format!("http://localhost:{host}/")),
    ])
}

/// Runs the `*.test.mjs` files of a folder with Node's test runner: all, or
/// those whose names hold one of these words. `tests/run.mjs` shares one
/// browser between them and lists the slowest tests.
fn node_tests(
    folder: &str,
    words: &[&str],
    counts: &mut TestCounts,
    variables: &[(&str, String)],
) -> Result<()> {
    let mut files: Vec<PathBuf> = Vec::new();
    for entry in fs::read_dir(root().join(folder)).with_context(|| format!("listing {folder}"))? {
        let path = entry.with_context(|| format!("listing {folder}"))?.path();
        let name = path.file_name().unwrap_or_default().to_string_lossy();
        let wanted = words.is_empty() || words.iter().any(|word| name.contains(*word));
        if wanted && name.ends_with(".test.mjs") {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        bail!("{folder} holds no such *.test.mjs");
    }
    let mut command = program("node");
    command.arg("tests/run.mjs").args(files).envs(variables.iter().map(|(name, value)| (name, value)));
    watch(&mut command, |line| counts.node(line))
}

/// How many tests ran, as the test runners themselves say.
#[derive(Default, Debug, PartialEq)]
struct TestCounts {
    passed: u32,
    failed: u32,
    skipped: u32,
}

impl TestCounts {
    /// Reads `test result: ok. 3 passed; 0 failed; 1 ignored; …`.
    fn cargo(&mut self, line: &str) {
        let Some(result) = line.strip_prefix("test result: ") else {
            return;
        };
        for part in result.split([';', '.']) {
            match part.trim().split_once(' ') {
                Some((count, "passed")) => self.passed += count.parse().unwrap_or(0),
                Some((count, "failed")) => self.failed += count.parse().unwrap_or(0),
                Some((count, "ignored")) => self.skipped += count.parse().unwrap_or(0),
                _ => {}
            }
        }
    }

    /// Reads the closing lines `ℹ pass 3`, `ℹ fail 0`, `ℹ skipped 0`.
    fn node(&mut self, line: &str) {
        let Some((kind, count)) = line.strip_prefix("ℹ ").and_then(|rest| rest.split_once(' ')) else {
            return;
        };
        let count: u32 = count.parse().unwrap_or(0);
        match kind {
            "pass" => self.passed += count,
            "fail" | "cancelled" => self.failed += count,
            "skipped" | "todo" => self.skipped += count,
            _ => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_runners_own_counts_are_added_up() {
        let mut counts = TestCounts::default();
        counts.cargo(
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
        );
        counts.cargo("test tests::x ... ok");
        for line in ["ℹ tests 5", "ℹ pass 4", "ℹ fail 1", "ℹ skipped 0"] {
            counts.node(line);
        }
        let expected = TestCounts { passed: 7, failed: 1, skipped: 1 };
        assert_eq!(counts, expected);
    }
}
