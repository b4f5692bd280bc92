//! Builds a binary of the package into small wasm files and the JavaScript that loads
//! them: with cargo, the split of lazy features, wasm-bindgen and wasm-opt.

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

/// The settings with which a binary of the package is built into a wasm module.
pub struct Recipe {
    /// Name of the binary, with which the names of its files begin.
    pub name: &'static str,
    /// Profile in `Cargo.toml`.
    pub profile: &'static str,
    /// Options of cargo that choose its features.
    pub features: &'static [&'static str],
    /// Whether to use 128-bit vector instructions.
    pub simd: bool,
    /// Option of wasm-opt that sets the level of optimisation.
    pub wasm_opt_level: &'static str,
    /// Whether to generate a JavaScript function that resets the module after a panic.
    pub has_reset: bool,
    /// Whether its lazy features are split off into files of their own.
    pub has_lazy_features: bool,
}

/// Settings of the page: as small as possible.
pub const PAGE: Recipe = Recipe {
    name: "page",
    profile: "page",
    features: &["--no-default-features", "--features", "page"],
    simd: false,
    wasm_opt_level: "-Oz",
    has_reset: false,
    has_lazy_features: true,
};

/// Settings of the public module, which calculates for other pages, workers and Node:
/// as fast as possible.
pub const REKENMODEL: Recipe = Recipe {
    name: "rekenmodel",
    profile: "calculation",
    features: &["--no-default-features"],
    simd: true,
    wasm_opt_level: "-O3",
    has_reset: true,
    has_lazy_features: false,
};

/// Name of the script that loads lazy features.
pub const LOADER: &str = "__wasm_split.js";

/// Contents of files by their path within a folder, such as `page.js` or `snippets/…`.
pub type Files = BTreeMap<String, Vec<u8>>;

/// The result of building a module.
pub struct BuiltModule {
    /// All files of the module.
    pub files: Files,
    /// Names of the files that each lazy feature needs; empty without lazy features.
    pub lazy_files: BTreeMap<String, Vec<String>>,
}

/// Builds a module in a language.
pub fn build(recipe: &Recipe, language: &Language) -> Result<BuiltModule> {
    let mut compiled = compile(recipe, language)?;
    let folder = target().join("site").join(recipe.name);
    if folder.exists() {
        fs::remove_dir_all(&folder).with_context(|| format!("emptying {}", folder.display()))?;
    }
    let mut files = Files::new();
    let mut lazy_files = BTreeMap::new();
    if recipe.has_lazy_features {
        let split = split(&compiled, &target().join("site/parts"))?;
        for wasm in &split.lazy {
            optimise(recipe, wasm)?;
        }
        for file in split.lazy.iter().chain([&split.loader]) {
            let name = file.file_name().context("a file without a name")?.to_string_lossy().into_owned();
            files.insert(name, fs::read(file).with_context(|| format!("reading {}", file.display()))?);
        }
        compiled = split.main;
        lazy_files = split.files_by_feature;
    }
    Bindgen::new()
        .input_path(&compiled)
        .web(true)
        .and_then(|bindgen| {
            bindgen
                .omit_default_module_path(false)
                .typescript(true)
                .reset_state_function(recipe.has_reset)
                // Lazy files import the memory and the function table under the linker's names.
                .keep_lld_exports(recipe.has_lazy_features)
                .generate(&folder)
        })
        .with_context(|| format!("wasm-bindgen refuses {}", recipe.name))?;
    optimise(recipe, &folder.join(format!("{}_bg.wasm", recipe.name)))?;
    read_folder(&folder, "", &mut files)?;
    // TypeScript types of the raw exports, which callers of the JavaScript do not use.
    files.remove(&format!("{}_bg.wasm.d.ts", recipe.name));
    Ok(BuiltModule { files, lazy_files })
}

/// Compiles the binary, and returns the path of its wasm file. The standard library is
/// compiled with it, for size; if that fails, the one that comes with Rust is used.
fn compile(recipe: &Recipe, language: &Language) -> Result<PathBuf> {
    let triple = "wasm32-unknown-unknown";
    let command = || {
        let mut command = cargo("rustc");
        command
            .args(["--package", "zelfregie-rekenmodel", "--bin", recipe.name])
            .args(["--target", triple, "--profile", recipe.profile])
            .args(recipe.features)
            .env(language::ENVIRONMENT_VARIABLE, language.code);
        command
    };
    let with_small_std = || {
        tools::ensure_rust_source()?;
        let mut command = command();
        command.env("RUSTC_BOOTSTRAP", "1").args(SMALL_STD);
        let speed = recipe.simd.then_some(SPEED);
        set_rustflags(&mut command, recipe, &SMALL_PANIC.into_iter().chain(speed).collect::<Vec<_>>())?;
        run(command.args(final_crate_options(recipe)))
    };
    if let Err(why) = with_small_std() {
        println!(
            "Rust's standard library cannot be compiled with the program ({why:#}); {} is built with the one that comes with Rust. It works the same, and is a tenth larger.",
            recipe.name
        );
        let mut command = command();
        set_rustflags(&mut command, recipe, &[])?;
        run(command.args(final_crate_options(recipe)))?;
    }
    Ok(target().join(triple).join(recipe.profile).join(format!("{}.wasm", recipe.name)))
}

/// Options of cargo that compile the standard library with the binary, for size. They
/// are unstable: they need `RUSTC_BOOTSTRAP`, and a newer Rust may refuse them.
const SMALL_STD: [&str; 2] = ["-Zbuild-std=std,panic_abort", "-Zbuild-std-features=optimize_for_size"];

/// Options of the compiler that make a panic abort at once, without a message: nobody
/// would read it in a browser, and `start.js` notices the abort. All panic messages are
/// then left out of the file.
const SMALL_PANIC: [&str; 2] = ["-Zunstable-options", "-Cpanic=immediate-abort"];

/// Option of the compiler that turns on `#[optimize(speed)]` (unstable) for the
/// functions that run for every draw; all other code is compiled for size.
const SPEED: &str = "--cfg=speed";

/// Returns the compiler's options for the binary alone, not its dependencies. With LTO the
/// optimisation level of the final crate applies to the whole program, so it must be 3
/// for loops to be unrolled; functions marked for size stay small.
fn final_crate_options(recipe: &Recipe) -> &[&str] {
    if recipe.simd { &["--", "-Copt-level=3"] } else { &[] }
}

/// Sets the compiler's flags for a recipe, with `more` in front. They replace any flags
/// in the environment.
///
/// Panic messages contain source paths; those of dependencies are shortened to
/// `crate-1.2.3/src/…`, which also hides the folders of the machine that builds.
pub fn set_rustflags(command: &mut Command, recipe: &Recipe, more: &[&str]) -> Result<()> {
    let mut flags: Vec<String> = more.iter().map(|flag| flag.to_string()).collect();
    if recipe.simd {
        flags.push("-Ctarget-feature=+simd128".into());
    }
    if recipe.has_lazy_features {
        // The split reads from relocations which functions use which.
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

/// Optimises a wasm file in place, with wasm-opt.
fn optimise(recipe: &Recipe, wasm: &Path) -> Result<()> {
    let mut options = vec![
        recipe.wasm_opt_level,
        "--enable-bulk-memory",
        "--enable-nontrapping-float-to-int",
        "--enable-sign-ext",
        "--enable-mutable-globals",
        "--enable-multivalue",
        "--enable-reference-types",
        // No data is in the first kilobyte of memory: the linker puts the stack there,
        // and this is the end of it that is used last.
        "--low-memory-unused",
        // Functions with similar names have similar code, so this order compresses better.
        "--reorder-functions-by-name",
        "--strip-debug",
        "--strip-producers",
        "--strip-target-features",
    ];
    if recipe.simd {
        options.push("--enable-simd");
    }
    println!("wasm-opt {} {}", recipe.wasm_opt_level, wasm.file_name().unwrap_or_default().display());
    run(program("node")
        .arg(wasm_opt())
        .args([wasm.as_os_str(), OsStr::new("-o"), wasm.as_os_str()])
        .args(&options))
}

/// Reads all files of a folder and its subfolders into `files`. Each is named by
/// `prefix` and its path within the folder, with `/` as separator.
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
