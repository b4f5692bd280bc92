//! Puts the site together in dist/.
//!
//! All that a page loads stands in one folder, named by the hash of its
//! contents: files of two builds never mix, and each may be cached for ever.
//! Only index.html, what whoever hosts the page may edit, and the public module
//! have fixed addresses. All addresses are relative: the site works in any
//! folder of any host.
//!
//! Everything is gathered in memory first, so that a build that fails leaves
//! the last good site as it was.

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
    tools::rust_target()?;
    tools::node_packages()?;
    let mut files = Files::new();
    for language in &language::ALL {
        let site = site(language)?;
        files.extend(site.into_iter().map(|(name, content)| (format!("{}{name}", language.folder), content)));
    }
    // Node takes the modules for CommonJS without this.
    files.insert("package.json".into(), "{ \"type\": \"module\" }\n".into());
    for (name, text) in hosting::files(files.keys().map(String::as_str)) {
        files.insert(name.into(), text.into());
    }
    write(&files)
}

/// The parts of the style, in the order in which they hold.
const STYLES: [&str; 3] = ["style.css", "charts.css", "screens.css"];

/// Styles that the first screen does without: of paper, which `index.html` names
/// for that medium only, and of the lazy views, which `start.js` adds once the
/// page stands.
const OTHER_STYLES: [&str; 2] = ["print.css", "views.css"];

/// The lazy feature that reads figures, in an address or kept by the browser.
const READS_FIGURES: &str = "features";

/// All files of the page in one language.
fn site(language: &Language) -> Result<Files> {
    let page = wasm::build(&PAGE, language)?;
    let figures = page.lazy.get(READS_FIGURES).with_context(|| format!("no lazy feature {READS_FIGURES}"))?;
    let figures = figures.join(" ");
    let public = wasm::build(&REKENMODEL, language)?.files;
    let mut statics = Files::new();
    read_folder(&root().join("static"), "", &mut statics)?;
    statics.retain(|name, _| !name.starts_with('.'));
    let style = join_styles(&mut statics)?;
    let mut other_styles = Files::new();
    for name in OTHER_STYLES {
        let style = statics.remove(name).with_context(|| format!("static/{name} is missing"))?;
        other_styles.insert(name.into(), style);
    }
    // What is no script, whoever hosts the page may edit.
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
    build.insert(STYLES[0].into(), style);
    build.extend(other_styles);
    for (name, content) in &mut build {
        if name.ends_with(".js") || name.ends_with(".css") {
            *content = minify(name, content)?;
        }
    }
    let folder = folder(&build);
    let html = fill(
        &shell(language)?,
        &[
            ("language", language.code),
            ("build", &folder),
            ("loader", LOADER),
            ("figures", &figures),
            ("csp", policy::CSP),
            ("build_date", &today()),
        ],
    )
    .context("index.html")?;
    files.insert("index.html".into(), html.into());
    for (name, content) in public {
        if files.insert(name.clone(), content).is_some() {
            bail!("static/{name} has the name of a file that the build makes");
        }
    }
    files.extend(build.into_iter().map(|(name, content)| (format!("{folder}/{name}"), content)));
    Ok(files)
}

/// Takes the styles out, and makes one of them.
fn join_styles(statics: &mut Files) -> Result<Vec<u8>> {
    let part = |name| statics.remove(name).with_context(|| format!("static/{name} is missing"));
    Ok(STYLES.map(part).into_iter().collect::<Result<Vec<_>>>()?.concat())
}

/// The name of a build's folder: another one whenever a file in it is.
fn folder(build: &Files) -> String {
    let mut content = Vec::new();
    for (name, file) in build {
        content.extend(format!("{name} {}\n", file.len()).into_bytes());
        content.extend(file);
    }
    format!("{}{}", policy::BUILD_PREFIX, hash(&content))
}

/// index.html with the static shell that the binary `shell` renders into it.
fn shell(language: &Language) -> Result<String> {
    let template = root().join("index.html");
    let input = fs::File::open(&template).context("opening index.html")?;
    let html = output(
        cargo("run")
            .args(["--quiet", "--package", "zelfregie-rekenmodel"])
            .args(["--bin", "shell", "--features", "shell"])
            .env(language::VARIABLE, language.code)
            .stdin(Stdio::from(input)),
    )
    .context("rendering the static shell")?;
    if html.contains("<!-- shell -->") {
        bail!("the shell left its placeholder <!-- shell --> in index.html");
    }
    Ok(html)
}

/// Replaces dist/ by these files.
fn write(files: &Files) -> Result<()> {
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
