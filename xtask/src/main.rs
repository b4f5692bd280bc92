//! Builds, serves, measures and tests the product: `cargo xtask help`.
//!
//! [`tools`] installs everything that a fresh machine lacks, when a command first
//! needs it. Where it cannot, the error says what to do by hand.

mod attack;
mod bench;
mod examples;
mod hosting;
mod language;
mod minify;
mod policy;
mod process;
mod serve;
mod site;
mod sizes;
mod split;
mod template;
mod test;
mod tools;
mod wasm;

use anyhow::{Context, Result, bail};
use serve::Mount;
use std::process::ExitCode;

const USAGE: &str = "\
Usage: cargo xtask <command>

  build            build the complete static site into dist/
  serve [--port N] build, then serve dist/ on http://127.0.0.1:8080/
  sizes            raw and compressed size of every file in dist/, and of what a
                   visitor loads
  test [--quick]   formatting, lints, native tests; then build, module and
                   browser tests (--quick leaves those three out)
  examples [--quick]
                   write all expected outcomes of the tests again, from the
                   independent reference in tests/reference (--quick leaves out
                   the simulated ones, which take minutes, numpy and scipy)
  bench [ROUNDS]   speed of the simulation against Squiggle, numpy and native
                   code, with the targets; installs them (npm, pip)
  browser [WORD …] build, then the browser tests in files whose name has a WORD
  attack [COUNT [SEED]]
                   build, then attack the site for long: random acts, hostile
                   input, damaged links, other sites that embed the page
  speed            build, then measure in a browser how soon a change is on the
                   screen and the page can be used
  setup            install what build, serve and test need, and do nothing else
  help             print this
";

fn main() -> ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).collect();
    match run_command(&arguments) {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("xtask: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn run_command(arguments: &[String]) -> Result<()> {
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    match arguments.as_slice() {
        ["build"] => site::build(),
        ["serve", options @ ..] => {
            // Before the build, so that a busy port is reported at once.
            let port = serve::start(read_port(options)?, vec![Mount::site("/")])?;
            site::build()?;
            println!("Serving dist/ on http://127.0.0.1:{port}/ (Ctrl+C ends it)");
            loop {
                std::thread::park();
            }
        }
        ["sizes"] => sizes::print(),
        ["test"] => test::run(false),
        ["test", "--quick"] => test::run(true),
        ["examples"] => examples::write(false),
        ["examples", "--quick"] => examples::write(true),
        ["bench"] => bench::run_rounds(None),
        ["bench", rounds] if rounds.parse::<u32>().is_ok_and(|rounds| rounds > 0) => {
            bench::run_rounds(Some(rounds))
        }
        ["browser", words @ ..] => test::run_browser_tests(words),
        ["attack", numbers @ ..] => run_attack(numbers),
        ["speed"] => test::measure_speed(),
        ["setup"] => tools::ensure_build_and_test_tools(),
        ["help" | "--help" | "-h"] => {
            print!("{USAGE}");
            Ok(())
        }
        [] => bail!("a command is missing\n\n{USAGE}"),
        [other, ..] => bail!(
            "unknown command or option: {}\n\n{USAGE}",
            match arguments.get(1) {
                Some(option) => format!("{other} {option}"),
                None => other.to_string(),
            }
        ),
    }
}

/// Reads `[COUNT [SEED]]` from the command line, and attacks the site.
fn run_attack(numbers: &[&str]) -> Result<()> {
    let parsed: Vec<u32> = numbers
        .iter()
        .map(|text| text.parse().with_context(|| format!("not a number for attack: {text:?}")))
        .collect::<Result<_>>()?;
    match parsed.as_slice() {
        [] => attack::run(attack::DEFAULT_COUNT, attack::DEFAULT_SEED),
        [0, ..] => bail!("no attack of 0 acts\n\n{USAGE}"),
        [count] => attack::run(*count, attack::DEFAULT_SEED),
        [count, seed] => attack::run(*count, *seed),
        _ => bail!("too many numbers for attack\n\n{USAGE}"),
    }
}

/// Reads the port from the options of `serve`: `--port N` or `--port=N`, else 8080.
fn read_port(options: &[&str]) -> Result<u16> {
    let text = match options {
        [] => return Ok(8080),
        ["--port", text] => text,
        [option] => match option.strip_prefix("--port=") {
            Some(text) => text,
            None => bail!("unknown option for serve: {option}\n\n{USAGE}"),
        },
        _ => bail!("unknown options for serve: {}\n\n{USAGE}", options.join(" ")),
    };
    text.parse().with_context(|| format!("not a port number: {text:?}"))
}
