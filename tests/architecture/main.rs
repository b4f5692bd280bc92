//! Checks that the code keeps the rules of ARCHITECTURE.md: which modules a module may use,
//! where the browser is accessed, where texts are. To change a rule, change it there and
//! here in one commit that gives the reason. `names` and `papers` check names and documents.

mod names;
mod papers;
mod source;

use source::{contains_word, path_roots, read, sources};

/// Each module of the library, with the modules of the library that it may use.
const LAYERS: [(&str, &[&str]); 20] = [
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
    ("answer", &["answer", "model", "number", "scenario"]),
    ("what_if", &["answer", "checks", "model", "number", "scenario", "what_if"]),
    (
        "chart",
        &["answer", "chart", "compare", "explain", "model", "number", "text", "uncertainty", "what_if"],
    ),
    ("api", &["api", "model", "number", "scenario", "text", "uncertainty"]),
    ("platform", &["platform"]),
    (
        "ui",
        &[
            "answer",
            "building_blocks",
            "chart",
            "compare",
            "explain",
            "evidence",
            "checks",
            "helpers",
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
            "what_if",
        ],
    ),
];

/// Crates that access the browser.
const BROWSER_CRATES: [&str; 7] =
    ["gloo", "js_sys", "wasm_bindgen", "wasm_bindgen_futures", "web_sys", "yew", "yew_macro"];

/// The only files that may use `web_sys`, `js_sys` or `gloo`: `platform`, and files that
/// read events or draw on a canvas.
const MAY_USE_THE_BROWSER: [&str; 11] = [
    "src/platform.rs",
    "src/platform/clipboard.rs",
    "src/platform/focus.rs",
    "src/platform/keys.rs",
    "src/platform/visibility.rs",
    "src/platform/storage.rs",
    "src/ui/app.rs",
    "src/ui/printed_address.rs",
    "src/ui/components/element.rs",
    "src/ui/features/charts/file.rs",
    "src/ui/simulation_client.rs",
];

/// Returns the source files of a module of the library.
fn sources_of(module: &str) -> Vec<source::Source> {
    let all = sources("src");
    let file = format!("src/{module}.rs");
    let folder = format!("src/{module}/");
    all.into_iter().filter(|source| source.path == file || source.path.starts_with(&folder)).collect()
}

/// The model has no access to files, network, clock, threads or randomness, and uses no
/// other crates than these.
#[test]
fn the_model_uses_the_standard_library_and_little_else() {
    const CRATES: [&str; 3] = ["core", "libm", "serde"];
    const OUTSIDE_WORLD: [&str; 12] = [
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
    // Methods of floats whose results differ between platforms; those of `libm` do not.
    const PLATFORM_DEPENDENT: [&str; 14] = [
        "powi", "powf", "exp", "exp2", "exp_m1", "ln", "ln_1p", "log", "log2", "log10", "sin", "cos", "tan",
        "mul_add",
    ];
    let files = sources_of("model");
    // The model's own submodules may begin a path.
    let declared_module =
        |line: &'_ str| Some(line.trim().strip_suffix(';')?.rsplit_once("mod ")?.1.to_owned());
    let own_modules: Vec<String> =
        files.iter().flat_map(|file| file.code.lines().filter_map(declared_module)).collect();
    for source in &files {
        let (path, code) = (&source.path, &source.code);
        for word in OUTSIDE_WORLD {
            assert!(!contains_word(code, word), "{path} uses {word}");
        }
        for function in PLATFORM_DEPENDENT {
            let called = code.contains(&format!(".{function}("))
                || ["f32", "f64"].iter().any(|float| contains_word(code, &format!("{float}::{function}")));
            assert!(!called, "{path}: {function}");
        }
        let has_vectors = path.starts_with("src/model/simulation/lanes/");
        assert!(
            has_vectors || !contains_word(code, "unsafe"),
            "{path}: unsafe is for vector instructions only"
        );
        for name in path_roots(code).filter(|name| name.starts_with(|c: char| c.is_lowercase())) {
            let built_in =
                ["std", "crate", "super", "self", "f64", "f32", "u64", "u32", "u8", "i64", "i32", "usize"];
            let known = built_in.contains(&name)
                || CRATES.contains(&name)
                || own_modules.iter().any(|own| own == name);
            assert!(known, "{path} uses {name}");
        }
    }
}

/// A module uses only the modules that [`LAYERS`] allows. The browser's crates are used in
/// `platform` and `ui` only, and in `digits.rs`, where JavaScript converts numbers to text
/// and back (decision 0004).
#[test]
fn modules_use_only_the_modules_of_their_layer() {
    for (module, allowed) in LAYERS {
        let files = sources_of(module);
        assert!(!files.is_empty(), "there is no src/{module}.rs");
        for source in files {
            for (_, rest) in source
                .code
                .match_indices("crate::")
                .map(|(start, prefix)| source.code.split_at(start + prefix.len()))
            {
                let used = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
                let listed = used.is_empty() || allowed.contains(&used);
                assert!(listed, "{} uses crate::{used}; allowed: {allowed:?}", source.path);
            }
            if !matches!(module, "platform" | "ui") && source.path != "src/number/digits.rs" {
                for name in BROWSER_CRATES {
                    assert!(!contains_word(&source.code, name), "{} uses {name}", source.path);
                }
            }
        }
    }
    let listed: Vec<&str> = LAYERS.iter().map(|(module, _)| *module).collect();
    for module in papers::modules() {
        assert!(listed.contains(&module.as_str()), "src/lib.rs has a module without a layer: {module}");
    }
}

/// Components get the data that they show and the functions that they call from the code that
/// uses them; they use no other module of the page.
#[test]
fn components_know_nothing_of_the_page() {
    let files = sources("src").into_iter().filter(|source| source.path.starts_with("src/ui/components"));
    let mut count = 0;
    for source in files {
        count += 1;
        let (path, code) = (&source.path, &source.code);
        // Everything of the page is named from the crate's root, so this sees it.
        for relative in ["super::", "crate::ui as", "crate::ui;", "crate::{"] {
            assert!(!code.contains(relative), "{path} names modules with {relative}");
        }
        for (start, prefix) in code.match_indices("crate::ui::") {
            let rest = &code[start + prefix.len()..];
            let module = rest.split(|c: char| !c.is_alphanumeric() && c != '_').next().unwrap_or_default();
            assert_eq!(module, "components", "{path} uses crate::ui::{module}");
        }
    }
    assert!(count > 5, "src/ui/components holds {count} files");
}

/// Only `platform.rs` accesses the window, apart from the file that draws a saved chart on a
/// canvas. Only the files in [`MAY_USE_THE_BROWSER`] use the browser's types.
#[test]
fn only_the_platform_accesses_the_browser() {
    for source in sources("src") {
        let (path, code) = (source.path.as_str(), &source.code);
        let uses_browser = ["web_sys", "js_sys", "gloo"].iter().any(|name| contains_word(code, name));
        assert!(!uses_browser || MAY_USE_THE_BROWSER.contains(&path), "{path} uses the browser");
        let uses_window = contains_word(code, "web_sys::window") || contains_word(code, "gloo::utils");
        // A document is needed to create a canvas.
        let may_use_window = ["src/platform.rs", "src/ui/features/charts/file.rs"].contains(&path);
        let may_use_storage = path == "src/platform/storage.rs";
        assert!(!uses_window || may_use_window, "{path} accesses the window");
        for name in ["local_storage", "session_storage", "cookie", "set_inner_html"] {
            let allowed = name == "local_storage" && may_use_storage;
            assert!(!contains_word(code, name) || allowed, "{path}: {name}");
        }
    }
}

/// Nothing in the code, `index.html`, `start.js` or the icon sets a style attribute: the
/// security policy of the site refuses those.
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

/// No text of the page is a node of its own beside elements, which a browser that translates
/// the page would take away: every text is the whole content of an element.
#[test]
fn only_one_function_makes_text_nodes() {
    for source in sources("src/ui") {
        let is_allowed = source.path == "src/ui/components/element.rs";
        let count = source.code.matches("VText::new").count();
        assert_eq!(count, usize::from(is_allowed), "{}: VText::new", source.path);
    }
}

/// The security policy is written in one file only; the meta element in index.html and the
/// servers' headers are generated from it.
#[test]
fn the_policy_is_in_one_file() {
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

/// Words by which a text in the code is recognised as a sentence.
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

/// The build chooses the language in `src/text.rs`. No other code names one, so that a new
/// language needs no change there.
#[test]
fn only_one_file_names_the_language() {
    let folders = ["src", "tests", "xtask/src", "benches"];
    for source in folders.into_iter().flat_map(sources).filter(|source| source.path != "src/text.rs") {
        assert!(!contains_word(&source.code, "Language::Nl"), "{} names a language", source.path);
    }
}

/// Every sentence is in the catalogue, where each language has its own: in `src/text`, or in
/// the folder of the one feature that says it.
#[test]
fn sentences_are_in_the_catalogue_only() {
    let is_letter = |c: char| c.is_alphabetic();
    let of_a_feature = |path: &str| {
        path.starts_with("src/ui/features/") && (path.ends_with("/text/nl.rs") || path.contains("/text/nl/"))
    };
    let is_catalogue = |path: &str| path.starts_with("src/text") || of_a_feature(path);
    for source in sources("src").into_iter().filter(|source| !is_catalogue(&source.path)) {
        // This program runs at build time, and its messages are for developers.
        if source.path == "src/bin/shell.rs" {
            continue;
        }
        for text in source.texts.iter().filter(|text| text.trim().contains(' ')) {
            let words: Vec<String> = text.split(|c| !is_letter(c)).map(str::to_lowercase).collect();
            let found = SENTENCE_WORDS.iter().find(|word| words.iter().any(|other| other == *word));
            assert!(found.is_none(), "{}: {text:?} belongs in the catalogue ({found:?})", source.path);
        }
    }
}
