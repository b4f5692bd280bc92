//! Puts the site together in dist/.
//!
//! Everything is gathered in memory first, so that a build that fails leaves
//! the last good site as it was. All addresses are relative: the site works in
//! any folder of any host.

use crate::minify::minify;
use crate::process::{cargo, dist, output, root};
use crate::template::{fill, hash, today};
use crate::wasm::{self, Files, LATER, PAGE, REKENMODEL, read_folder};
use crate::{hosting, policy, tools};
use anyhow::{Context, Result, bail};
use std::fs;
use std::process::Stdio;

/// Builds everything into dist/.
pub fn build() -> Result<()> {
    tools::rust_target()?;
    tools::node_packages()?;
    let mut files = Files::new();
    let mut page = wasm::build(&PAGE)?;
    let later = add_hashed(&mut page, LATER, &mut files)?;
    let (page_js, page_wasm) = add_page(&mut page, &mut files)?;
    files.extend(wasm::build(&REKENMODEL)?);
    let mut statics = Files::new();
    read_folder(&root().join("static"), "", &mut statics)?;
    statics.retain(|name, _| !name.starts_with('.'));
    for (name, content) in &mut statics {
        if name.ends_with(".js") || name.ends_with(".css") {
            *content = minify(name, content)?;
        }
    }
    join_styles(&mut statics)?;
    let style = add_hashed(&mut statics, STYLES[0], &mut files)?;
    let later_style = add_hashed(&mut statics, "later.css", &mut files)?;
    let start = add_hashed(&mut statics, "start.js", &mut files)?;
    for (name, content) in statics {
        if files.insert(name.clone(), content).is_some() {
            bail!("static/{name} has the name of a file that the build makes");
        }
    }
    let html = fill(
        &shell()?,
        &[
            ("style", &style),
            ("start", &start),
            ("page", &page_js),
            ("page_wasm", &page_wasm),
            ("later", &later),
            ("later_style", &later_style),
            ("csp", policy::CSP),
            ("build_date", &today()),
        ],
    )
    .context("index.html")?;
    files.insert("index.html".into(), html.into());
    // Node takes the modules for CommonJS without this.
    files.insert("package.json".into(), "{ \"type\": \"module\" }\n".into());
    for (name, text) in hosting::files(files.keys().map(String::as_str)) {
        files.insert(name.into(), text.into());
    }
    write(&files)
}

/// The parts of the style of the first view, in the order in which they hold.
const STYLES: [&str; 4] = ["style.css", "charts.css", "screens.css", "print.css"];

/// Makes one file of them, named as the first.
fn join_styles(statics: &mut Files) -> Result<()> {
    let part = |name| statics.remove(name).with_context(|| format!("static/{name} is missing"));
    let parts = STYLES.map(part).into_iter().collect::<Result<Vec<_>>>()?;
    statics.insert(STYLES[0].into(), parts.concat());
    Ok(())
}

/// Adds the page's files under hashed names; returns those of script and wasm.
fn add_page(page: &mut Files, files: &mut Files) -> Result<(String, String)> {
    let wasm = page.remove("page_bg.wasm").context("no page_bg.wasm")?;
    let js = page.remove("page.js").context("no page.js")?;
    page.remove("page.d.ts");
    let wasm_name = format!("page-{}_bg.wasm", hash(&wasm));
    let js = String::from_utf8(js).context("page.js is not UTF-8")?;
    if !js.contains("page_bg.wasm") {
        bail!("page.js does not name page_bg.wasm: did wasm-bindgen change?");
    }
    let js = minify("page.js", js.replace("page_bg.wasm", &wasm_name).as_bytes())?;
    let js_name = format!("page-{}.js", hash(&js));
    files.insert(wasm_name.clone(), wasm);
    files.insert(js_name.clone(), js);
    files.append(page);
    Ok((js_name, wasm_name))
}

/// Moves a file to a name with its hash, which is returned.
fn add_hashed(from: &mut Files, name: &str, files: &mut Files) -> Result<String> {
    let content = from.remove(name).with_context(|| format!("static/{name} is missing"))?;
    let (stem, extension) = name.rsplit_once('.').unwrap_or((name, ""));
    let hashed = format!("{stem}-{}.{extension}", hash(&content));
    files.insert(hashed.clone(), content);
    Ok(hashed)
}

/// index.html with the static shell that the binary `shell` renders into it.
fn shell() -> Result<String> {
    let template = root().join("index.html");
    let input = fs::File::open(&template).context("opening index.html")?;
    let html = output(
        cargo("run")
            .args(["--quiet", "--package", "zelfregie-rekenmodel"])
            .args(["--bin", "shell", "--features", "shell"])
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
