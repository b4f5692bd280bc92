//! From a Rust binary to a small wasm file and the JavaScript that loads it:
//! cargo, then wasm-bindgen, then wasm-opt.

use crate::language::{self, Language};
use crate::process::{cargo, program, run, target};
use crate::split::split;
use crate::tools::{self, wasm_opt};
use anyhow::{Context, Result};
use std::collections::BTreeMap;
use std::ffi::OsStr;
use std::fs;
use std::path::{Path, PathBuf};
use std::process::Command;
use wasm_bindgen_cli_support::Bindgen;

/// How one binary of the package becomes a wasm module.
pub struct Recipe {
    /// The binary, and the stem of the files.
    pub name: &'static str,
    /// The Cargo profile.
    pub profile: &'static str,
    /// Cargo's feature options.
    pub features: &'static [&'static str],
    /// Whether to use 128-bit vector instructions.
    pub simd: bool,
    /// The level of wasm-opt.
    pub optimise: &'static str,
    /// Whether to generate a JavaScript function that resets the module after a panic.
    pub reset: bool,
    /// Whether lazy features are cut out of it, as files of their own.
    pub split: bool,
}

/// The page: as small as possible.
pub const PAGE: Recipe = Recipe {
    name: "page",
    profile: "page",
    features: &["--no-default-features", "--features", "page"],
    simd: false,
    optimise: "-Oz",
    reset: false,
    split: true,
};

/// The calculation for other pages, workers and Node: as fast as possible.
pub const REKENMODEL: Recipe = Recipe {
    name: "rekenmodel",
    profile: "calculation",
    features: &["--no-default-features"],
    simd: true,
    optimise: "-O3",
    reset: true,
    split: false,
};

/// The script that loads lazy features.
pub const LOADER: &str = "__wasm_split.js";

/// The files of a module, by name; `snippets/…` are those of its dependencies.
pub type Files = BTreeMap<String, Vec<u8>>;

/// A module that was built.
pub struct Built {
    /// The files of the module.
    pub files: Files,
    /// The names of the files that each lazy feature needs.
    pub lazy: BTreeMap<String, Vec<String>>,
}

/// Builds a module in this language.
pub fn build(recipe: &Recipe, language: &Language) -> Result<Built> {
    let mut compiled = compile(recipe, language)?;
    let folder = target().join("site").join(recipe.name);
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("emptying {}", folder.display()))?;
    }
    let mut files = Files::new();
    let mut lazy = BTreeMap::new();
    if recipe.split {
        let cut = split(&compiled, &target().join("site/parts"))?;
        for part in &cut.parts {
            optimise(recipe, part)?;
        }
        for part in cut.parts.iter().chain([&cut.loader]) {
            let name = part.file_name().context("a part without a name")?.to_string_lossy().into_owned();
            files.insert(name, fs::read(part).with_context(|| format!("reading {}", part.display()))?);
        }
        compiled = cut.first;
        lazy = cut.needs;
    }
    Bindgen::new()
        .input_path(&compiled)
        .web(true)
        .and_then(|bindgen| {
            bindgen
                .omit_default_module_path(false)
                .typescript(true)
                .reset_state_function(recipe.reset)
                // The lazy parts reach memory and table under the linker's names.
                .keep_lld_exports(recipe.split)
                .generate(&folder)
        })
        .with_context(|| format!("wasm-bindgen refuses {}", recipe.name))?;
    optimise(recipe, &folder.join(format!("{}_bg.wasm", recipe.name)))?;
    read_folder(&folder, "", &mut files)?;
    // Types of the wasm's raw exports: of no use to anyone who uses the JavaScript.
    files.remove(&format!("{}_bg.wasm.d.ts", recipe.name));
    Ok(Built { files, lazy })
}

/// Compiles the binary, and returns where it is.
fn compile(recipe: &Recipe, language: &Language) -> Result<PathBuf> {
    let triple = "wasm32-unknown-unknown";
    let command = || {
        let mut command = cargo("rustc");
        command
            .args(["--package", "zelfregie-rekenmodel", "--bin", recipe.name])
            .args(["--target", triple, "--profile", recipe.profile])
            .args(recipe.features)
            .env(language::VARIABLE, language.code);
        command
    };
    let small = || {
        tools::rust_source()?;
        let mut command = command();
        command.env("RUSTC_BOOTSTRAP", "1").args(SMALL_STD);
        let speed = recipe.simd.then_some(SPEED);
        flags(&mut command, recipe, &SMALL_PANIC.into_iter().chain(speed).collect::<Vec<_>>())?;
        run(command.args(final_crate_options(recipe)))
    };
    if let Err(why) = small() {
        println!(
            "Rust's standard library cannot be compiled along ({why:#}); {} is built with the one that comes with Rust. It works the same, and is a tenth larger.",
            recipe.name
        );
        let mut command = command();
        flags(&mut command, recipe, &[])?;
        run(command.args(final_crate_options(recipe)))?;
    }
    Ok(target().join(triple).join(recipe.profile).join(format!("{}.wasm", recipe.name)))
}

/// Compiles the standard library along, for size. Cargo calls this unstable,
/// so it takes `RUSTC_BOOTSTRAP`, and a newer Rust may refuse it.
const SMALL_STD: [&str; 2] = ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];

/// A panic aborts at once without a message: nobody reads it in a browser, and
/// `start.js` notices the abort. This leaves all panic messages out of the file.
const SMALL_PANIC: [&str; 2] = ["-Zunstable-options", "-Cpanic=immediate-abort"];

/// Turns on `#[optimize(speed)]` (unstable) for the functions that run for every draw;
/// all other code is compiled for size.
const SPEED: &str = "--cfg=speed";

/// Compiler options for the binary alone, not its dependencies. With LTO the
/// optimisation level of the final crate applies to the whole program, so it must be 3
/// for loops to be unrolled; functions marked for size stay small.
fn final_crate_options(recipe: &Recipe) -> &[&str] {
    if recipe.simd { &["--", "-Copt-level=3"] } else { &[] }
}

/// Sets the compiler's flags, in place of any that the environment holds.
///
/// Panic messages carry source paths; those of dependencies are cut down to
/// `crate-1.2.3/src/…`, which is shorter and says nothing of the builder.
pub fn flags(command: &mut Command, recipe: &Recipe, more: &[&str]) -> Result<()> {
    let mut flags: Vec<String> = more.iter().map(|flag| flag.to_string()).collect();
    if recipe.simd {
        flags.push("-Ctarget-feature=+simd128".into());
    }
    if recipe.split {
        // Relocations tell the splitter which functions use which.
        flags.push("-Clink-arg=--emit-relocs".into());
    }
    flags.push(format!("--remap-path-prefix={}=rust", tools::sysroot()?.display()));
    let home = std::env::var_os("CARGO_HOME")
        .map(PathBuf::from)
        .or_else(|| std::env::home_dir().map(|home| home.join(".cargo")));
    let registries =
        home.map(|home| home.join("registry/src")).and_then(|sources| fs::read_dir(sources).ok());
    for registry in registries.into_iter().flatten() {
        let registry = registry.context("listing Cargo's registry")?.path();
        flags.push(format!("--remap-path-prefix={}=", registry.display()));
    }
    command.env("CARGO_ENCODED_RUSTFLAGS", flags.join("\u{1f}"));
    Ok(())
}

/// Lets wasm-opt rewrite the file.
fn optimise(recipe: &Recipe, wasm: &Path) -> Result<()> {
    let mut options = vec![
        recipe.optimise,
        "--enable-bulk-memory",
        "--enable-nontrapping-float-to-int",
        "--enable-sign-ext",
        "--enable-mutable-globals",
        "--enable-multivalue",
        "--enable-reference-types",
        // Safe because the first kilobyte of memory holds only the far end of the stack.
        "--low-memory-unused",
        // Functions with similar names are similar, so they compress better together.
        "--reorder-functions-by-name",
        "--strip-debug",
        "--strip-producers",
        "--strip-target-features",
    ];
    if recipe.simd {
        options.push("--enable-simd");
    }
    println!("wasm-opt {} {}", recipe.optimise, wasm.file_name().unwrap_or_default().display());
    run(program("node")
        .arg(wasm_opt())
        .args([wasm.as_os_str(), OsStr::new("-o"), wasm.as_os_str()])
        .args(&options))
}

/// Reads all files of a folder, with `/` between the parts of their names.
pub fn read_folder(folder: &Path, prefix: &str, files: &mut Files) -> Result<()> {
    let context = || format!("reading {}", folder.display());
    for entry in fs::read_dir(folder).with_context(context)? {
        let entry = entry.with_context(context)?;
        let name = format!("{prefix}{}", entry.file_name().to_string_lossy());
        if entry.path().is_dir() {
            read_folder(&entry.path(), &format!("{name}/"), files)?;
        } else {
            files.insert(name, fs::read(entry.path()).with_context(context)?);
        }
    }
    Ok(())
}
