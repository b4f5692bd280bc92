//! Installs what a fresh machine lacks; quick when it is all there.

use crate::process::{find, output, program, root, run};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Stdio;

const TARGET: &str = "wasm32-unknown-unknown";
const OLDEST_NODE: u32 = 20;

/// Everything that any command needs.
pub fn everything() -> Result<()> {
    rust_target()?;
    rust_components()?;
    node_packages()?;
    println!("Chromium: {}", chromium()?.display());
    println!("Everything is installed.");
    Ok(())
}

/// Rust's standard library for wasm.
pub fn rust_target() -> Result<()> {
    if sysroot()?.join("lib/rustlib").join(TARGET).join("lib").is_dir() {
        return Ok(());
    }
    println!("Installing Rust's {TARGET} (this may take over a minute) …");
    rustup(&["target", "add", TARGET])
}

/// The source of the standard library, to compile it along.
pub fn rust_source() -> Result<()> {
    if sysroot()?.join("lib/rustlib/src/rust/library/Cargo.lock").is_file() {
        return Ok(());
    }
    println!("Installing Rust's rust-src …");
    rustup(&["component", "add", "rust-src"])
}

/// The formatter and the linter.
pub fn rust_components() -> Result<()> {
    let programs = sysroot()?.join("bin");
    for (component, name) in [("rustfmt", "cargo-fmt"), ("clippy", "cargo-clippy")] {
        let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        let elsewhere = find("rustup").is_none() && find(&name).is_some();
        if !programs.join(&name).is_file() && !elsewhere {
            println!("Installing Rust's {component} …");
            rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

/// Node, and the packages of package-lock.json: wasm-opt and the test tools.
pub fn node_packages() -> Result<()> {
    packages("")
}

/// Node, and the packages of the package-lock.json in this folder.
pub fn packages(folder: &str) -> Result<()> {
    node()?;
    let folder = root().join(folder);
    let lock = folder.join("package-lock.json");
    let wanted = std::fs::read(&lock).with_context(|| format!("reading {}", lock.display()))?;
    // A copy of the lock file tells which packages the folder holds.
    let stamp = folder.join("node_modules/.installed-lock.json");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == wanted) {
        return Ok(());
    }
    println!("Installing the npm packages of {} …", lock.display());
    let npm = if cfg!(windows) { "npm.cmd" } else { "npm" };
    run(program(npm)
        .args(["ci", "--ignore-scripts", "--no-audit", "--no-fund"])
        .current_dir(&folder)
        .env("npm_config_update_notifier", "false"))
    .with_context(|| {
        format!(
            "the npm packages cannot be installed; check the connection to the npm registry, then run `npm ci` in {} by hand",
            folder.display()
        )
    })?;
    std::fs::write(&stamp, wanted).context("writing in node_modules")
}

/// The path of wasm-opt, a JavaScript program from npm's binaryen.
pub fn wasm_opt() -> PathBuf {
    root().join("node_modules/binaryen/bin/wasm-opt")
}

/// A Chromium to test in: `CHROMIUM`, one on this machine, or Debian's, installed.
pub fn chromium() -> Result<PathBuf> {
    if let Some(path) = std::env::var_os("CHROMIUM").filter(|path| !path.is_empty()) {
        let path = PathBuf::from(path);
        if !path.is_file() {
            bail!("the environment variable CHROMIUM names no file: {}", path.display());
        }
        return Ok(path);
    }
    if let Some(path) = installed_chromium() {
        return Ok(path);
    }
    const BY_HAND: &str = "install Chromium (on Debian: `apt-get install chromium fonts-liberation`), or set the environment variable CHROMIUM to the path of one";
    if find("apt-get").is_none() {
        bail!("no Chromium found and no apt-get to install it with; {BY_HAND}");
    }
    if output(program("id").arg("-u"))?.trim() != "0" {
        bail!("no Chromium found, and installing it needs root; {BY_HAND}");
    }
    println!("Installing Chromium with apt-get (a minute or two) …");
    let apt = |arguments: &[&str]| {
        run(program("apt-get")
            .args(["-qq", "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=120"])
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdout(Stdio::null()))
    };
    apt(&["update"])
        .and_then(|()| {
            apt(&[
                "install",
                "-y",
                "--no-install-recommends",
                "chromium",
                "fonts-liberation",
                "fonts-dejavu-core",
            ])
        })
        .with_context(|| format!("Chromium cannot be installed; {BY_HAND}"))?;
    installed_chromium()
        .with_context(|| format!("apt-get succeeded, but there is still no Chromium; {BY_HAND}"))
}

fn installed_chromium() -> Option<PathBuf> {
    ["chromium", "chromium-browser", "google-chrome"]
        .iter()
        .find_map(|name| find(name))
        .or_else(|| Some(PathBuf::from("/usr/bin/chromium")).filter(|path| path.is_file()))
}

/// Where this Rust stands.
pub fn sysroot() -> Result<PathBuf> {
    let sysroot = output(program("rustc").args(["--print", "sysroot"]))?;
    Ok(Path::new(sysroot.trim()).to_path_buf())
}

fn rustup(arguments: &[&str]) -> Result<()> {
    let by_hand = format!("rustup {}", arguments.join(" "));
    if find("rustup").is_none() {
        bail!(
            "rustup is not on the search path, so this cannot be installed: do what `{by_hand}` would do, or install Rust with rustup"
        );
    }
    run(program("rustup").args(arguments)).with_context(|| {
        format!("check the connection, then run `{by_hand}` in the root of the repository by hand")
    })
}

fn node() -> Result<()> {
    let by_hand = format!("install Node.js {OLDEST_NODE} or newer, with npm");
    if find("node").is_none() && !cfg!(windows) {
        bail!("node is not on the search path; {by_hand}");
    }
    let version = output(program("node").arg("--version"))?;
    let major = version
        .trim()
        .trim_start_matches('v')
        .split('.')
        .next()
        .and_then(|major| major.parse::<u32>().ok())
        .with_context(|| format!("`node --version` printed {version:?}"))?;
    if major < OLDEST_NODE {
        bail!("Node.js {} is too old; {by_hand}", version.trim());
    }
    Ok(())
}
