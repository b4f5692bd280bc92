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

/// A browser to test in.
struct Browser {
    /// What it is called.
    name: &'static str,
    /// The environment variable that names another one.
    variable: &'static str,
    /// Programs that are one, the best first.
    programs: &'static [&'static str],
    /// The Debian packages that bring it.
    packages: &'static [&'static str],
}

const CHROMIUM: Browser = Browser {
    name: "Chromium",
    variable: "CHROMIUM",
    programs: &["chromium", "chromium-browser", "google-chrome"],
    packages: &["chromium", "fonts-liberation", "fonts-dejavu-core"],
};
const FIREFOX: Browser = Browser {
    name: "Firefox",
    variable: "FIREFOX",
    programs: &["firefox-esr", "firefox"],
    packages: &["firefox-esr", "fonts-liberation", "fonts-dejavu-core"],
};

/// A Chromium to test in: `CHROMIUM`, one on this machine, or Debian's, installed.
pub fn chromium() -> Result<PathBuf> {
    CHROMIUM.path()
}

/// A Firefox to test in: `FIREFOX`, one on this machine, or Debian's, installed.
pub fn firefox() -> Result<PathBuf> {
    FIREFOX.path()
}

impl Browser {
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
        if find("apt-get").is_none() {
            bail!("no {name} found and no apt-get to install it with; {by_hand}");
        }
        if output(program("id").arg("-u"))?.trim() != "0" {
            bail!("no {name} found, and installing it needs root; {by_hand}");
        }
        println!("Installing {name} with apt-get (a minute or two) …");
        let apt = |arguments: &[&str]| {
            run(program("apt-get")
                .args(["-qq", "-o", "Dpkg::Use-Pty=0", "-o", "DPkg::Lock::Timeout=120"])
                .args(arguments)
                .env("DEBIAN_FRONTEND", "noninteractive")
                .stdout(Stdio::null()))
        };
        apt(&["update"])
            .and_then(|()| apt(&[&["install", "-y", "--no-install-recommends"], self.packages].concat()))
            .with_context(|| format!("{name} cannot be installed; {by_hand}"))?;
        self.installed()
            .with_context(|| format!("apt-get succeeded, but there is still no {name}; {by_hand}"))
    }

    fn installed(&self) -> Option<PathBuf> {
        // Not every search path holds the folder that Debian puts browsers in.
        let folder = Path::new("/usr/bin");
        let places = self.programs.iter().map(|name| folder.join(name));
        self.programs
            .iter()
            .find_map(|name| find(name))
            .or_else(|| places.into_iter().find(|path| path.is_file()))
    }
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
