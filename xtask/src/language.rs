//! The languages of the site. Each has a page in a folder of its own, the first one at the
//! root, so that a reader loads one language.

/// A language that the site is built in.
pub struct Language {
    /// Language code, such as `nl`: the `lang` of the page, and the value of
    /// [`ENVIRONMENT_VARIABLE`].
    pub code: &'static str,
    /// Folder of its page within `dist/`: empty for the root, else with a slash at the end.
    pub folder: &'static str,
    /// Error message of the public module whose two files are of different builds.
    pub other_build: &'static str,
}

/// All languages of the site; the first one is at the root.
pub const ALL: [Language; 1] = [Language {
    code: "nl",
    folder: "",
    other_build: "rekenmodel.js en rekenmodel_bg.wasm zijn niet van dezelfde versie: haal beide opnieuw op.",
}];

/// Environment variable that gives the compiler the language of the program. For
/// calls of cargo by hand, `.cargo/config.toml` sets it.
pub const ENVIRONMENT_VARIABLE: &str = "REKENMODEL_LANGUAGE";
