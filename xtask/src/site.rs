//! Builds the complete site into dist/.
//!
//! All files that a page loads are in one folder, named by the hash of its
//! contents: each may be cached for ever. The files carry the name of that folder, and
//! refuse to work with files of another build, whatever a server or cache sends.
//! Only index.html, the files that the owner of a host may edit, the public module and
//! the configuration of hosts have fixed addresses. All addresses are relative, so the
//! site works in any folder of any host.
//!
//! The files are collected in memory and written at the end, so that a build that
//! fails leaves the last good site as it was.

use crate::language::{self, Language};
use crate::minify::minify;
use crate::process::{cargo, dist, output, root};
use crate::template::{fill, hash, today};
use crate::wasm::{self, Files, LOADER, PAGE, REKENMODEL, read_folder};
use crate::{hosting, policy, tools};
use anyhow::{Context, Result, bail};
use std::fs;
use std::process::Stdio;

/// Builds everything into dist/.
pub fn build() -> Result<()> {
    tools::ensure_rust_target()?;
    tools::ensure_node_packages()?;
    let mut files = Files::new();
    for language in &language::ALL {
        let site = build_language(language)?;
        files.extend(site.into_iter().map(|(name, content)| (format!("{}{name}", language.folder), content)));
    }
    // Without this, Node would read the modules as CommonJS.
    files.insert("package.json".into(), "{ \"type\": \"module\" }\n".into());
    for (name, text) in hosting::header_files(files.keys().map(String::as_str)) {
        files.insert(name.into(), text.into());
    }
    write_dist(&files)
}

/// Style sheets of the first screen. They are joined in this order under the name of the first
/// one; a later rule overrides an earlier one.
const FIRST_STYLES: [&str; 4] = ["style.css", "charts.css", "centre.css", "screens.css"];

/// Style sheets of the worksheet, of paper and of the other lazy views, joined under the name of the last one, which
/// `start.js` adds with the lazy features. Without the program the page is printed as it is
/// on the screen: a `<link>` for paper alone would be fetched at every visit, too.
const LAZY_STYLES: [&str; 3] = ["worksheet.css", "print.css", "views.css"];

/// Lazy feature that is needed at once when the address or the browser's storage
/// holds a scenario. `index.html` lists its files, so that `start.js` can load them
/// early.
const SCENARIO_READER: &str = "features";

/// Scripts that compare the build of the files that they use with their own.
const COMPARING_SCRIPTS: [&str; 2] = ["simulation.js", "worker.js"];

/// Returns all files of the site in one language, by their path within its folder.
fn build_language(language: &Language) -> Result<Files> {
    let page = wasm::build(&PAGE, language)?;
    let reader_files =
        page.lazy_files.get(SCENARIO_READER).with_context(|| format!("no lazy feature {SCENARIO_READER}"))?;
    let reader_files = reader_files.join(" ");
    let public = wasm::build(&REKENMODEL, language)?.files;
    let mut statics = Files::new();
    read_folder(&root().join("static"), "", &mut statics)?;
    statics.retain(|name, _| !name.starts_with('.'));
    let style = join_styles(&mut statics, &FIRST_STYLES)?;
    let lazy_style = join_styles(&mut statics, &LAZY_STYLES)?;
    // The files that are no scripts stay at the root, where the owner of a host edits them.
    let (scripts, mut files): (Files, Files) =
        statics.into_iter().partition(|(name, _)| name.ends_with(".js"));

    let mut build = page.files;
    build.retain(|name, _| !name.ends_with(".d.ts"));
    build.extend(
        public
            .iter()
            .filter(|(name, _)| !name.ends_with(".d.ts"))
            .map(|(name, content)| (name.clone(), content.clone())),
    );
    build.extend(scripts);
    build.insert(FIRST_STYLES[0].into(), style);
    build.insert(LAZY_STYLES[2].into(), lazy_style);
    for (name, content) in &mut build {
        if name.ends_with(".js") || name.ends_with(".css") {
            *content = minify(name, content)?;
        }
    }
    let folder = build_folder_name(&build);
    for name in COMPARING_SCRIPTS {
        name_build(build.get_mut(name).with_context(|| format!("static/{name} is missing"))?, &folder)
            .with_context(|| name)?;
    }
    for (name, content) in &mut build {
        if name.ends_with(".wasm") {
            add_build_section(content, &folder);
        }
    }
    let html = fill(
        &render_shell(language)?,
        &[
            ("language", language.code),
            ("build", &folder),
            ("loader", LOADER),
            ("reader_files", &reader_files),
            ("csp", policy::CSP),
            ("build_date", &today()),
        ],
    )
    .context("index.html")?;
    files.insert("index.html".into(), html.into());
    for (name, mut content) in public {
        if name.ends_with(".wasm") {
            add_build_section(&mut content, &folder);
        } else if name.ends_with(".js") {
            compare_build(&mut content, &folder, language).with_context(|| name.clone())?;
        }
        if files.insert(name.clone(), content).is_some() {
            bail!("static/{name} has the name of a file that the build makes");
        }
    }
    files.extend(build.into_iter().map(|(name, content)| (format!("{folder}/{name}"), content)));
    Ok(files)
}

/// Removes the styles with these names from `statics`, and returns them as one.
fn join_styles(statics: &mut Files, names: &[&str]) -> Result<Vec<u8>> {
    let take = |name: &&str| statics.remove(*name).with_context(|| format!("static/{name} is missing"));
    Ok(names.iter().map(take).collect::<Result<Vec<_>>>()?.concat())
}

/// Returns the name of a build's folder, with the hash of all names and contents in
/// it.
fn build_folder_name(build: &Files) -> String {
    let mut content = Vec::new();
    for (name, file) in build {
        content.extend(format!("{name} {}\n", file.len()).into_bytes());
        content.extend(file);
    }
    format!("{}{}", policy::BUILD_PREFIX, hash(&content))
}

/// Replaces the placeholder `{{build}}` in a script by the name of its build.
fn name_build(script: &mut Vec<u8>, build: &str) -> Result<()> {
    let text = String::from_utf8(std::mem::take(script)).context("a script that is not text")?;
    *script = fill(&text, &[("build", build)])?.into_bytes();
    Ok(())
}

/// Adds a custom section `build` with the name of the build to a wasm file: scripts read
/// it before they run the file.
fn add_build_section(wasm: &mut Vec<u8>, build: &str) {
    const NAME: &str = "build";
    let name_length = u8::try_from(NAME.len()).expect("a short name");
    let length = u8::try_from(1 + NAME.len() + build.len()).expect("a short name of a folder");
    // A number below 128 is one byte in the format of wasm.
    assert!(length < 128, "the name of the build is too long: {build}");
    wasm.extend([0, length, name_length]);
    wasm.extend(NAME.bytes().chain(build.bytes()));
}

/// Makes the public module refuse a wasm file of another build, which may lie next to it
/// after an update of which a cache knows only half.
fn compare_build(script: &mut Vec<u8>, build: &str, language: &Language) -> Result<()> {
    const FINISH: &str = "function __wbg_finalize_init(instance, module) {";
    let text = String::from_utf8(std::mem::take(script)).context("a script that is not text")?;
    let (before, after) =
        text.split_once(FINISH).context("the generated script has no step that starts the module")?;
    let error = language.other_build;
    let check = format!(
        "\n    const [build] = WebAssembly.Module.customSections(module, 'build');\n    \
           if (!build || new TextDecoder().decode(build) !== '{build}') throw new Error('{error}');"
    );
    *script = format!("{before}{FINISH}{check}{after}").into_bytes();
    Ok(())
}

/// Returns index.html with the static shell that the binary `shell` renders into it.
fn render_shell(language: &Language) -> Result<String> {
    let template = root().join("index.html");
    let input = fs::File::open(&template).context("opening index.html")?;
    let html = output(
        cargo("run")
            .args(["--quiet", "--package", "zelfregie-rekenmodel"])
            .args(["--bin", "shell", "--features", "shell"])
            .env(language::ENVIRONMENT_VARIABLE, language.code)
            .stdin(Stdio::from(input)),
    )
    .context("rendering the static shell")?;
    if html.contains("<!-- shell -->") {
        bail!("the shell left its placeholder <!-- shell --> in index.html");
    }
    Ok(html)
}

/// Replaces the contents of dist/ by these files.
fn write_dist(files: &Files) -> Result<()> {
    let dist = dist();
    if dist.exists() {
        fs::remove_dir_all(&dist).context("emptying dist/")?;
    }
    for (name, content) in files {
        let path = dist.join(name);
        if let Some(folder) = path.parent() {
            fs::create_dir_all(folder).context("making a folder in dist/")?;
        }
        fs::write(&path, content).with_context(|| format!("writing dist/{name}"))?;
    }
    let total: usize = files.values().map(Vec::len).sum();
    println!("dist/: {} files, {} kB", files.len(), total / 1000);
    Ok(())
}
