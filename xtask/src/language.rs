//! The languages of the site: each has a folder with a page of its own, so that
//! a reader loads one.

/// A language that the site is built in.
pub struct Language {
    /// Its code, for `lang` and for the program.
    pub code: &'static str,
    /// The folder of its page: empty, or with a slash at the end.
    pub folder: &'static str,
}

/// All languages of the site; the first one stands at the root.
pub const ALL: [Language; 1] = [Language { code: "nl", folder: "" }];

/// Tells the program its language when it is compiled. `.cargo/config.toml`
/// says the same to whoever calls cargo by hand.
pub const VARIABLE: &str = "REKENMODEL_LANGUAGE";
