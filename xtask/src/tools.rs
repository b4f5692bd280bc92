//! Installs the tools that a command needs and the machine lacks: components of Rust, npm
//! packages, browsers, Python. Each function returns at once if the tool is present.

use crate::process::{find_program, output, program, root, run, target};
use anyhow::{Context, Result, bail};
use std::path::{Path, PathBuf};
use std::process::Stdio;

/// Target triple of the page and of the public module.
const WASM_TARGET: &str = "wasm32-unknown-unknown";
/// Oldest major version of Node.js that works.
const OLDEST_NODE: u32 = 20;

/// Installs the tools that are needed to build, serve and test. Python, the packages of
/// the benchmark and the source of the standard library are installed by the commands that
/// use them.
pub fn ensure_build_and_test_tools() -> Result<()> {
    ensure_rust_target()?;
    ensure_rust_components()?;
    ensure_node_packages()?;
    println!("Chromium: {}", chromium()?.display());
    println!("Firefox: {}", firefox()?.display());
    println!("Everything is installed.");
    Ok(())
}

/// Installs Rust's standard library for wasm.
pub fn ensure_rust_target() -> Result<()> {
    if sysroot()?.join("lib/rustlib").join(WASM_TARGET).join("lib").is_dir() {
        return Ok(());
    }
    println!("Installing Rust's {WASM_TARGET} (this may take over a minute) …");
    run_rustup(&["target", "add", WASM_TARGET])
}

/// Installs the source of Rust's standard library, which is compiled with the page
/// (decision 0003).
pub fn ensure_rust_source() -> Result<()> {
    if sysroot()?.join("lib/rustlib/src/rust/library/Cargo.lock").is_file() {
        return Ok(());
    }
    println!("Installing Rust's rust-src …");
    run_rustup(&["component", "add", "rust-src"])
}

/// Installs rustfmt and clippy.
pub fn ensure_rust_components() -> Result<()> {
    let programs = sysroot()?.join("bin");
    for (component, name) in [("rustfmt", "cargo-fmt"), ("clippy", "cargo-clippy")] {
        let name = format!("{name}{}", std::env::consts::EXE_SUFFIX);
        // A Rust without rustup may have them in another folder.
        let elsewhere = find_program("rustup").is_none() && find_program(&name).is_some();
        if !programs.join(&name).is_file() && !elsewhere {
            println!("Installing Rust's {component} …");
            run_rustup(&["component", "add", component])?;
        }
    }
    Ok(())
}

/// Installs the npm packages of the repository: wasm-opt, esbuild and the test tools.
/// An error if Node itself is missing or too old.
pub fn ensure_node_packages() -> Result<()> {
    ensure_npm_packages("")
}

/// Installs the npm packages in the package-lock.json of this folder. An error if Node
/// itself is missing or too old.
pub fn ensure_npm_packages(folder: &str) -> Result<()> {
    check_node()?;
    let folder = root().join(folder);
    let lock = folder.join("package-lock.json");
    let lock_file = std::fs::read(&lock).with_context(|| format!("reading {}", lock.display()))?;
    // A copy of the lock file in node_modules records which packages are installed.
    let stamp = folder.join("node_modules/.installed-lock.json");
    if std::fs::read(&stamp).is_ok_and(|installed| installed == lock_file) {
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
    std::fs::write(&stamp, lock_file).context("writing in node_modules")
}

/// Returns the path of wasm-opt, a JavaScript program in the npm package binaryen.
pub fn wasm_opt() -> PathBuf {
    root().join("node_modules/binaryen/bin/wasm-opt")
}

/// A program that is found on this machine, or installed from a Debian package.
struct Program {
    /// Name of the program in messages.
    name: &'static str,
    /// Environment variable that may hold the path of the program to use.
    variable: &'static str,
    /// File names that it may have, the preferred one first.
    file_names: &'static [&'static str],
    /// Debian packages that install it.
    packages: &'static [&'static str],
}

const CHROMIUM: Program = Program {
    name: "Chromium",
    variable: "CHROMIUM",
    file_names: &["chromium", "chromium-browser", "google-chrome"],
    packages: &["chromium", "fonts-liberation", "fonts-dejavu-core"],
};
const FIREFOX: Program = Program {
    name: "Firefox",
    variable: "FIREFOX",
    file_names: &["firefox-esr", "firefox"],
    packages: &["firefox-esr", "fonts-liberation", "fonts-dejavu-core"],
};
const PYTHON: Program =
    Program { name: "Python 3", variable: "PYTHON", file_names: &["python3"], packages: &["python3"] };

/// Returns the path of the Chromium to test in: of the variable `CHROMIUM`, else one
/// on this machine, else Debian's, which is installed.
pub fn chromium() -> Result<PathBuf> {
    CHROMIUM.path()
}

/// Returns the path of the Firefox to test in: of the variable `FIREFOX`, else one on
/// this machine, else Debian's, which is installed.
pub fn firefox() -> Result<PathBuf> {
    FIREFOX.path()
}

/// Returns the path of a Python 3: of the variable `PYTHON`, else one on this machine,
/// else Debian's, which is installed.
pub fn python() -> Result<PathBuf> {
    PYTHON.path()
}

/// Returns the path of a Python 3 that has exactly these packages, each given as
/// `name==version`: the one that [`python`] returns if it has them, else one in a virtual
/// environment in the target folder, in which they are installed.
pub fn python_with(packages: &[&str]) -> Result<PathBuf> {
    let system = python()?;
    let checks = packages.iter().filter_map(|package| package.split_once("=="));
    let checks: Vec<String> =
        checks.map(|(name, version)| format!("assert version('{name}') == '{version}'")).collect();
    let check = format!("from importlib.metadata import version; {}", checks.join("; "));
    let has_all = |python: &Path| {
        let found = program(python).args(["-c", &check]).output();
        found.is_ok_and(|output| output.status.success())
    };
    if has_all(&system) {
        return Ok(system);
    }
    let folder = target().join("python");
    let in_environment = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if has_all(&in_environment) {
        return Ok(in_environment);
    }
    let named = packages.join(" ");
    println!("Installing {named} in {} …", folder.display());
    let create_environment = || output(program(&system).args(["-m", "venv"]).arg(&folder)).map(drop);
    let install = || {
        // Debian's Python comes without the module that creates an environment.
        create_environment()
            .or_else(|_| install_packages(&["python3-venv"]).and_then(|()| create_environment()))?;
        run(program(&in_environment)
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
            .args(packages))
    };
    install().with_context(|| {
        format!(
            "{named} cannot be installed; install python3-venv, or set the environment variable PYTHON to the path of a Python that has {named}"
        )
    })?;
    if !has_all(&in_environment) {
        bail!("pip succeeded, but {named} is still not there");
    }
    Ok(in_environment)
}

impl Program {
    /// Returns the path of the program, and installs it if it is not found.
    fn path(&self) -> Result<PathBuf> {
        let (name, variable) = (self.name, self.variable);
        if let Some(path) = std::env::var_os(variable).filter(|path| !path.is_empty()) {
            let path = PathBuf::from(path);
            if !path.is_file() {
                bail!("the environment variable {variable} names no file: {}", path.display());
            }
            return Ok(path);
        }
        if let Some(path) = self.find_installed() {
            return Ok(path);
        }
        let by_hand = format!(
            "install {name} (on Debian: `apt-get install {}`), or set the environment variable {variable} to the path of one",
            self.packages.join(" ")
        );
        println!("Installing {name} with apt-get (a minute or two) …");
        install_packages(self.packages)
            .with_context(|| format!("there is no {name}, and it cannot be installed; {by_hand}"))?;
        self.find_installed()
            .with_context(|| format!("apt-get succeeded, but there is still no {name}; {by_hand}"))
    }

    fn find_installed(&self) -> Option<PathBuf> {
        // Debian's folder of programs is not on every search path.
        let folder = Path::new("/usr/bin");
        let mut debian_paths = self.file_names.iter().map(|name| folder.join(name));
        self.file_names
            .iter()
            .find_map(|name| find_program(name))
            .or_else(|| debian_paths.find(|path| path.is_file()))
    }
}

/// Installs Debian packages with apt-get, which needs root.
fn install_packages(packages: &[&str]) -> Result<()> {
    if find_program("apt-get").is_none() {
        bail!("there is no apt-get to install {} with", packages.join(" "));
    }
    if output(program("id").arg("-u"))?.trim() != "0" {
        bail!("installing {} needs root", packages.join(" "));
    }
    let apt = |arguments: &[&str]| {
        run(program("apt-get")
            .args(["-qq", "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=120"])
            .args(arguments)
            .env("DEBIAN_FRONTEND", "noninteractive")
            .stdout(Stdio::null()))
    };
    apt(&["update"])?;
    apt(&[&["install", "-y", "--no-install-recommends"], packages].concat())
}

/// Returns the folder in which the Rust in use is installed.
pub fn sysroot() -> Result<PathBuf> {
    let sysroot = output(program("rustc").args(["--print", "sysroot"]))?;
    Ok(Path::new(sysroot.trim()).to_path_buf())
}

fn run_rustup(arguments: &[&str]) -> Result<()> {
    let by_hand = format!("rustup {}", arguments.join(" "));
    if find_program("rustup").is_none() {
        bail!(
            "rustup is not on the search path, so this cannot be installed: do what `{by_hand}` would do, or install Rust with rustup"
        );
    }
    run(program("rustup").args(arguments)).with_context(|| {
        format!("check the connection, then run `{by_hand}` in the root of the repository by hand")
    })
}

/// Fails if Node.js is missing or older than [`OLDEST_NODE`].
fn check_node() -> Result<()> {
    let by_hand = format!("install Node.js {OLDEST_NODE} or newer, with npm");
    if find_program("node").is_none() && !cfg!(windows) {
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
