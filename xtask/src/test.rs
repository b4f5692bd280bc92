//! `cargo xtask test`: runs every check, from quick to slow, and stops at the first
//! one that fails. Also the commands that run the browser tests or the measurement
//! of speed alone.

use crate::process::{cargo, program, root, run as execute, run_and_watch};
use crate::serve::{self, Mount};
use crate::{site, sizes, tools, wasm};
use anyhow::{Context, Result, bail};
use std::fs;
use std::path::PathBuf;
use std::time::Instant;

/// Runs all checks; `quick` leaves out the build of the site and the checks of it.
pub fn run(quick: bool) -> Result<()> {
    let started = Instant::now();
    let mut counts = TestCounts::default();
    let mut steps = Steps::default();
    steps.step("Tools", || {
        tools::ensure_rust_components()?;
        if quick {
            return Ok(());
        }
        tools::ensure_rust_target()?;
        tools::ensure_node_packages()
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
        run_and_watch(command.args(["--workspace", "--all-features"]), |line| counts.add_cargo_line(line))
    })?;
    if !quick {
        steps.step("Simulation tests at full size", || full_size_tests(&mut counts))?;
        steps.step("Build", site::build)?;
        steps.step("Size", sizes::check_first_load)?;
        steps.step("Lints of the code for wasm", lint_wasm_code)?;
        steps.step("Module tests", || node_tests("tests/node", &[], &mut counts, &[]))?;
        steps.step("Browser tests", || browser_tests(&mut counts, &[]))?;
    }
    steps.print();
    println!("\nAll checks passed in {} s.", started.elapsed().as_secs());
    println!("{} passed, {} failed, {} skipped", counts.passed, counts.failed, counts.skipped);
    Ok(())
}

/// Runs the tests of the simulation again, optimised: with a million draws, and on
/// x86-64 with 128-bit vector instructions, which the native tests do without.
fn full_size_tests(counts: &mut TestCounts) -> Result<()> {
    let mut command = cargo("test");
    if cfg!(target_arch = "x86_64") {
        command.env_remove("CARGO_ENCODED_RUSTFLAGS").env("RUSTFLAGS", "-C target-cpu=x86-64-v2");
    }
    command.args(["--release", "--package", "zelfregie-rekenmodel", "--no-default-features"]);
    for name in ["simulation", "small_spread", "golden", "uncertainty_reference"] {
        command.args(["--test", name]);
    }
    run_and_watch(&mut command, |line| counts.add_cargo_line(line))
}

/// Builds the site and runs the browser tests in files whose name contains one of
/// these words; all of them if there are no words.
pub fn run_browser_tests(words: &[&str]) -> Result<()> {
    tools::ensure_node_packages()?;
    let mut steps = Steps::default();
    steps.step("Build", site::build)?;
    steps.step("Browser tests", || browser_tests(&mut TestCounts::default(), words))
}

/// Builds the site and measures in a browser how soon a change is on the screen.
pub fn measure_speed() -> Result<()> {
    tools::ensure_node_packages()?;
    Steps::default().step("Build", site::build)?;
    let variables = start_test_servers()?;
    execute(program("node").arg("tests/browser/speed.mjs").envs(variables))
}

/// The steps that ran: name and duration in seconds.
#[derive(Default)]
pub struct Steps(Vec<(String, f64)>);

impl Steps {
    /// Runs one step under a heading, and prints how long it took.
    pub fn step(&mut self, name: &str, work: impl FnOnce() -> Result<()>) -> Result<()> {
        println!("\n== {name}");
        let started = Instant::now();
        work().with_context(|| format!("the step '{name}' failed"))?;
        let seconds = started.elapsed().as_secs_f64();
        println!("== {name}: {seconds:.1} s");
        self.0.push((name.to_owned(), seconds));
        Ok(())
    }

    /// Prints the duration of every step.
    fn print(&self) {
        println!("\nThe steps:");
        for (name, seconds) in &self.0 {
            println!("{seconds:>8.1} s  {name}");
        }
    }
}

/// Lints the code that is compiled for wasm only.
fn lint_wasm_code() -> Result<()> {
    for recipe in [&wasm::PAGE, &wasm::REKENMODEL] {
        let mut command = cargo("clippy");
        command
            .args(["--package", "zelfregie-rekenmodel", "--lib", "--bin", recipe.name])
            // The profile and flags of the build: with other ones in the same folder,
            // cargo would check every dependency again each time.
            .args(["--target", "wasm32-unknown-unknown", "--profile", recipe.profile])
            .args(recipe.features);
        wasm::set_rustflags(&mut command, recipe, &[])?;
        execute(command.args(["--", "-D", "warnings"]))?;
    }
    Ok(())
}

/// Runs the browser tests, on servers that are started for them.
fn browser_tests(counts: &mut TestCounts, words: &[&str]) -> Result<()> {
    node_tests("tests/browser", words, counts, &start_test_servers()?)
}

/// Starts three servers: of the site at the root, of the site in a subfolder, and of
/// pages that embed the site. Returns the environment variables in which the browser
/// scripts find their addresses and the paths of the browsers.
pub fn start_test_servers() -> Result<Vec<(&'static str, String)>> {
    let (chromium, firefox) = (tools::chromium()?, tools::firefox()?);
    let host = Mount { path: "/", folder: root().join("tests/browser/host"), sends_headers: false };
    let site = serve::start(0, vec![Mount::site("/")])?;
    let subfolder = serve::start(0, vec![Mount::site("/sub/map/")])?;
    let host = serve::start(0, vec![host])?;
    Ok(vec![
        ("CHROMIUM", chromium.display().to_string()),
        ("FIREFOX", firefox.display().to_string()),
        ("REKENMODEL_URL", format!("http://127.0.0.1:{site}/")),
        ("REKENMODEL_SUBFOLDER_URL", format!("http://127.0.0.1:{subfolder}/sub/map/")),
        // Another host name than above, so that browsers treat it as another site.
        ("REKENMODEL_HOST_URL", format!("http://localhost:{host}/")),
    ])
}

/// Runs the `*.test.mjs` files of a folder with Node's test runner: all of them, or
/// those whose name contains one of `words`. They get `variables` in their
/// environment. `tests/run.mjs` shares one browser between them and lists the
/// slowest tests.
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
        let is_chosen = words.is_empty() || words.iter().any(|word| name.contains(*word));
        if is_chosen && name.ends_with(".test.mjs") {
            files.push(path);
        }
    }
    files.sort();
    if files.is_empty() {
        bail!("{folder} holds no such *.test.mjs");
    }
    let mut command = program("node");
    command.arg("tests/run.mjs").args(files).envs(variables.iter().map(|(name, value)| (name, value)));
    run_and_watch(&mut command, |line| counts.add_node_line(line))
}

/// Numbers of tests, as the test runners report them.
#[derive(Default, Debug, PartialEq)]
struct TestCounts {
    passed: u32,
    failed: u32,
    skipped: u32,
}

impl TestCounts {
    /// Adds the counts of a line `test result: ok. 3 passed; 0 failed; 1 ignored; …`;
    /// ignores every other line.
    fn add_cargo_line(&mut self, line: &str) {
        let Some(result) = line.strip_prefix("test result: ") else {
            return;
        };
        for item in result.split([';', '.']) {
            match item.trim().split_once(' ') {
                Some((count, "passed")) => self.passed += count.parse().unwrap_or(0),
                Some((count, "failed")) => self.failed += count.parse().unwrap_or(0),
                Some((count, "ignored")) => self.skipped += count.parse().unwrap_or(0),
                _ => {}
            }
        }
    }

    /// Adds the count of a closing line `ℹ pass 3`, `ℹ fail 0` or `ℹ skipped 0`;
    /// ignores every other line.
    fn add_node_line(&mut self, line: &str) {
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
    fn the_counts_of_both_test_runners_are_added_up() {
        let mut counts = TestCounts::default();
        counts.add_cargo_line(
            "test result: ok. 3 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.00s",
        );
        counts.add_cargo_line("test tests::x ... ok");
        for line in ["ℹ tests 5", "ℹ pass 4", "ℹ fail 1", "ℹ skipped 0"] {
            counts.add_node_line(line);
        }
        let expected = TestCounts { passed: 7, failed: 1, skipped: 1 };
        assert_eq!(counts, expected);
    }
}
