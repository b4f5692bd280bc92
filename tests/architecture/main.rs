//! What ARCHITECTURE.md promises of the code, held natively. A rule that turns
//! out to be wrong is changed there and here together, with the reason.

mod names;
mod papers;
mod source;

use source::{names, path_roots, read, sources};

/// What stands where: each module, and the modules of this package it may use.
const LAYERS: [(&str, &[&str]); 18] = [
    ("model", &["model"]),
    ("number", &["number"]),
    ("scenario", &["model", "number", "scenario"]),
    ("helpers", &["helpers", "model", "number", "scenario"]),
    ("explain", &["explain", "model"]),
    ("evidence", &["evidence", "model", "scenario"]),
    ("checks", &["checks", "model"]),
    ("compare", &["compare", "model", "scenario"]),
    ("network", &["explain", "model", "network", "scenario", "uncertainty"]),
    ("uncertainty", &["model", "uncertainty"]),
    ("building_blocks", &["building_blocks", "model", "scenario"]),
    ("participation_ladder", &["number", "participation_ladder", "scenario"]),
    (
        "text",
        &[
            "building_blocks",
            "compare",
            "explain",
            "evidence",
            "checks",
            "participation_ladder",
            "model",
            "number",
            "scenario",
            "sources",
            "text",
            "uncertainty",
        ],
    ),
    ("sources", &["model", "scenario", "sources"]),
    ("chart", &["chart", "compare", "explain", "model", "number", "text", "uncertainty"]),
    ("api", &["api", "model", "number", "scenario", "text", "uncertainty"]),
    ("platform", &["platform"]),
    (
        "ui",
        &[
            "building_blocks",
            "chart",
            "compare",
            "explain",
            "evidence",
            "checks",
            "participation_ladder",
            "model",
            "network",
            "number",
            "platform",
            "scenario",
            "sources",
            "text",
            "ui",
            "uncertainty",
        ],
    ),
];

/// Crates that lead to the browser.
const BROWSER: [&str; 7] =
    ["gloo", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "web_sys", "yew", "yew_macro"];

/// The only files that name `web_sys`, `js_sys` or `gloo`: the browser itself,
/// and what reads its events or draws on its canvas.
const TOUCH_THE_BROWSER: [&str; 8] = [
    "src/platform.rs",
    "src/platform/keys.rs",
    "src/platform/visibility.rs",
    "src/platform/storage.rs",
    "src/ui/app.rs",
    "src/ui/components/element.rs",
    "src/ui/features/charts/file.rs",
    "src/ui/simulation_client.rs",
];

fn of_module(module: &str) -> Vec<source::Source> {
    let all = sources("src");
    let file = format!("src/{module}.rs");
    let folder = format!("src/{module}/");
    all.into_iter().filter(|source| source.path == file || source.path.starts_with(&folder)).collect()
}

/// The model knows nothing of the browser, clock, language or randomness.
#[test]
fn the_model_uses_the_standard_library_and_little_else() {
    const CRATES: [&str; 3] = ["core", "libm", "serde"];
    const WORLD: [&str; 12] = [
        "std::env",
        "std::fs",
        "std::io",
        "std::net",
        "std::process",
        "std::sync",
        "std::thread",
        "std::time",
        "Instant",
        "SystemTime",
        "thread_local",
        "thread_rng",
    ];
    // These differ between platforms; `libm` and plain multiplication do not.
    const NOT_THE_SAME_EVERYWHERE: [&str; 14] = [
        "powi", "powf", "exp", "exp2", "exp_m1", "ln", "ln_1p", "log", "log2", "log10", "sin", "cos", "tan",
        "mul_add",
    ];
    let files = of_module("model");
    // What a file declares with `mod` may be named from there on.
    let declared = |line: &'_ str| Some(line.trim().strip_suffix(';')?.rsplit_once("mod ")?.1.to_owned());
    let own: Vec<String> = files.iter().flat_map(|file| file.code.lines().filter_map(declared)).collect();
    for source in &files {
        let (path, code) = (&source.path, &source.code);
        for word in WORLD {
            assert!(!names(code, word), "{path} reaches outside: {word}");
        }
        for function in NOT_THE_SAME_EVERYWHERE {
            let called = code.contains(&format!(".{function}("))
                || ["f32", "f64"].iter().any(|of| names(code, &format!("{of}::{function}")));
            assert!(!called, "{path}: {function}");
        }
        let vectors = path.starts_with("src/model/simulation/lanes/");
        assert!(vectors || !names(code, "unsafe"), "{path}: unsafe is for vector instructions only");
        for name in path_roots(code).filter(|name| name.starts_with(|c: char| c.is_lowercase())) {
            let plain =
                ["std", "crate", "super", "self", "f64", "f32", "u64", "u32", "u8", "i64", "i32", "usize"];
            let known = plain.contains(&name) || CRATES.contains(&name) || own.iter().any(|own| own == name);
            assert!(known, "{path} uses {name}");
        }
    }
}

/// Dependencies point one way; only what the page needs knows of the browser.
#[test]
fn modules_use_only_what_stands_below_them() {
    for (module, allowed) in LAYERS {
        let files = of_module(module);
        assert!(!files.is_empty(), "there is no src/{module}.rs");
        for source in files {
            for (_, rest) in
                source.code.match_indices("crate::").map(|(at, name)| source.code.split_at(at + name.len()))
            {
                let used = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
                let listed = used.is_empty() || allowed.contains(&used);
                assert!(listed, "{} uses crate::{used}; allowed: {allowed:?}", source.path);
            }
            if !matches!(module, "platform" | "ui") && source.path != "src/number/digits.rs" {
                for name in BROWSER {
                    assert!(!names(&source.code, name), "{} uses {name}", source.path);
                }
            }
        }
    }
    let listed: Vec<&str> = LAYERS.iter().map(|(module, _)| *module).collect();
    for module in papers::modules() {
        assert!(listed.contains(&module.as_str()), "src/lib.rs has a module without a layer: {module}");
    }
}

/// `platform.rs` is the only place that gets hold of the window; events and
/// the canvas of a picture are read where they come in, and nowhere else.
#[test]
fn only_the_platform_gets_hold_of_the_browser() {
    for source in sources("src") {
        let (path, code) = (source.path.as_str(), &source.code);
        let touches = ["web_sys", "js_sys", "gloo"].iter().any(|name| names(code, name));
        assert!(!touches || TOUCH_THE_BROWSER.contains(&path), "{path} touches the browser");
        let window = names(code, "web_sys::window") || names(code, "gloo::utils");
        // The canvas needs a document to be made in.
        let may = ["src/platform.rs", "src/ui/features/charts/file.rs"].contains(&path);
        let keeps = path == "src/platform/storage.rs";
        assert!(!window || may, "{path} takes the window itself");
        for reader in ["local_storage", "session_storage", "cookie", "set_inner_html"] {
            let allowed = reader == "local_storage" && keeps;
            assert!(!names(code, reader) || allowed, "{path}: {reader}");
        }
    }
}

/// The policy of the site refuses them.
#[test]
fn nothing_sets_a_style_attribute() {
    for source in sources("src") {
        let code: String = source.code.split_whitespace().collect();
        let in_code = ["style=\"\"", "style={", "set_css_text", ".style()"];
        let found = in_code.iter().find(|call| code.contains(*call));
        assert!(found.is_none(), "{}: {found:?}", source.path);
        let text = source
            .texts
            .iter()
            .find(|text| *text == "style" || text.contains("style=") || text.contains("<style"));
        assert!(text.is_none(), "{}: {text:?}", source.path);
    }
    for file in ["index.html", "static/start.js", "static/icon.svg"] {
        let text = read(file);
        for found in [" style=", "<style", "\"style\"", ".style.", ".cssText"] {
            assert!(!text.contains(found), "{file}: {found}");
        }
    }
}

/// One source of the policy; everything else gets it from there.
#[test]
fn the_policy_stands_in_one_place() {
    let mut found: Vec<String> = [sources("src"), sources("xtask/src")]
        .into_iter()
        .flatten()
        .filter(|source| source.texts.iter().any(|text| text.contains("-src '")))
        .map(|source| source.path)
        .collect();
    for file in ["index.html", "static/start.js"] {
        if read(file).contains("-src '") {
            found.push(file.to_owned());
        }
    }
    assert_eq!(found, ["xtask/src/policy.rs"]);
}

/// Words that only a sentence for people would hold.
const SENTENCE_WORDS: [&str; 44] = [
    "aantal",
    "als",
    "bedrag",
    "besparing",
    "besparingen",
    "betaalt",
    "bezoeker",
    "bezoekers",
    "bij",
    "dan",
    "dat",
    "de",
    "deze",
    "die",
    "dit",
    "door",
    "een",
    "en",
    "geen",
    "gegeven",
    "het",
    "hier",
    "jaar",
    "kan",
    "kosten",
    "maar",
    "meer",
    "met",
    "moet",
    "naar",
    "niet",
    "nog",
    "om",
    "ook",
    "per",
    "the",
    "tot",
    "uit",
    "uw",
    "van",
    "voor",
    "wat",
    "wordt",
    "your",
];

/// The build chooses the language in `src/text.rs`, so that another one needs
/// no change anywhere else.
#[test]
fn one_place_names_the_language() {
    let folders = ["src", "tests", "xtask/src", "benches"];
    for source in folders.into_iter().flat_map(sources).filter(|source| source.path != "src/text.rs") {
        assert!(!names(&source.code, "Language::Nl"), "{} names a language", source.path);
    }
}

/// Every sentence stands in the catalogue, where a language can replace it.
#[test]
fn sentences_stand_in_the_catalogue_only() {
    let is_letter = |c: char| c.is_alphabetic();
    for source in sources("src").into_iter().filter(|source| !source.path.starts_with("src/text")) {
        // Messages of the build, which nobody on the page sees.
        if source.path == "src/bin/shell.rs" {
            continue;
        }
        for text in source.texts.iter().filter(|text| text.trim().contains(' ')) {
            let words: Vec<String> = text.split(|c| !is_letter(c)).map(str::to_lowercase).collect();
            let found = SENTENCE_WORDS.iter().find(|word| words.iter().any(|other| other == *word));
            assert!(found.is_none(), "{}: {text:?} belongs in src/text ({found:?})", source.path);
        }
    }
}
