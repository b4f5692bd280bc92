//! Installs what a fresh machine lacks; quick when it is all there.

use crate::process::{find, output, program, root, run, target};
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
    println!("Firefox: {}", firefox()?.display());
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

/// A program that Debian has a package of.
struct Program {
    /// What it is called.
    name: &'static str,
    /// The environment variable that names another one.
    variable: &'static str,
    /// Names under which it may be found, the best first.
    programs: &'static [&'static str],
    /// The Debian packages that bring it.
    packages: &'static [&'static str],
}

const CHROMIUM: Program = Program {
    name: "Chromium",
    variable: "CHROMIUM",
    programs: &["chromium", "chromium-browser", "google-chrome"],
    packages: &["chromium", "fonts-liberation", "fonts-dejavu-core"],
};
const FIREFOX: Program = Program {
    name: "Firefox",
    variable: "FIREFOX",
    programs: &["firefox-esr", "firefox"],
    packages: &["firefox-esr", "fonts-liberation", "fonts-dejavu-core"],
};
const PYTHON: Program =
    Program { name: "Python 3", variable: "PYTHON", programs: &["python3"], packages: &["python3"] };

/// A Chromium to test in: `CHROMIUM`, one on this machine, or Debian's, installed.
pub fn chromium() -> Result<PathBuf> {
    CHROMIUM.path()
}

/// A Firefox to test in: `FIREFOX`, one on this machine, or Debian's, installed.
pub fn firefox() -> Result<PathBuf> {
    FIREFOX.path()
}

/// A Python 3 with its standard library: `PYTHON`, one on this machine, or
/// Debian's, installed.
pub fn python() -> Result<PathBuf> {
    PYTHON.path()
}

/// A Python 3 with exactly these packages, each as `name==version`: the one of
/// [`python`] where it has them, else one in the target folder.
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
    let own = folder.join(if cfg!(windows) { "Scripts/python.exe" } else { "bin/python" });
    if has_all(&own) {
        return Ok(own);
    }
    let named = packages.join(" ");
    println!("Installing {named} in {} …", folder.display());
    let environment = || output(program(&system).args(["-m", "venv"]).arg(&folder)).map(drop);
    let install = || {
        // Debian's Python comes without what makes an environment.
        environment().or_else(|_| install_packages(&["python3-venv"]).and_then(|()| environment()))?;
        run(program(&own)
            .args(["-m", "pip", "install", "--quiet", "--disable-pip-version-check"])
            .args(packages))
    };
    install().with_context(|| {
        format!(
            "{named} cannot be installed; install python3-venv, or set the environment variable PYTHON to the path of a Python that has {named}"
        )
    })?;
    if !has_all(&own) {
        bail!("pip succeeded, but {named} is still not there");
    }
    Ok(own)
}

impl Program {
    fn path(&self) -> Result<PathBuf> {
        let (name, variable) = (self.name, self.variable);
        if let Some(path) = std::env::var_os(variable).filter(|path| !path.is_empty()) {
            let path = PathBuf::from(path);
            if !path.is_file() {
                bail!("the environment variable {variable} names no file: {}", path.display());
            }
            return Ok(path);
        }
        if let Some(path) = self.installed() {
            return Ok(path);
        }
        let by_hand = format!(
            "install {name} (on Debian: `apt-get install {}`), or set the environment variable {variable} to the path of one",
            self.packages.join(" ")
        );
        println!("Installing {name} with apt-get (a minute or two) …");
        install_packages(self.packages)
            .with_context(|| format!("there is no {name}, and it cannot be installed; {by_hand}"))?;
        self.installed()
            .with_context(|| format!("apt-get succeeded, but there is still no {name}; {by_hand}"))
    }

    fn installed(&self) -> Option<PathBuf> {
        // Not every search path holds the folder that Debian puts programs in.
        let folder = Path::new("/usr/bin");
        let places = self.programs.iter().map(|name| folder.join(name));
        self.programs
            .iter()
            .find_map(|name| find(name))
            .or_else(|| places.into_iter().find(|path| path.is_file()))
    }
}

/// Installs packages of Debian.
fn install_packages(packages: &[&str]) -> Result<()> {
    if find("apt-get").is_none() {
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
