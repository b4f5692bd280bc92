//! Splits the fragment of an address, the part after `#`, into the name of a view and the
//! data of a link. `static/start.js` follows the same rule, to know before the program is
//! loaded whether an address has data; tests/addresses.json has the cases of both.
//!
//! # Design
//! Messengers, mail programs and web sites change addresses: they encode characters, even
//! twice, break lines, or add a full stop or a parameter of their own. So a fragment is
//! decoded first, and characters that no link has are left out. What follows a whole link is
//! ignored, since its checksum shows that it is whole. But a fragment that is neither a link
//! nor exactly the name of a view is the rest of a damaged link, and must never be shown as
//! if it were an address without data.

use percent_encoding::percent_decode_str;
use std::borrow::Cow;

/// How often a fragment may have been encoded.
const MAX_ENCODINGS: usize = 3;

/// The parts of a fragment.
#[derive(Debug, PartialEq)]
pub(super) struct Fragment {
    /// The name of the view; may be empty or unknown.
    pub view: String,
    /// The data of a link; `None` where the fragment has no separator after the view. It may
    /// be empty, and may end with characters that do not belong to the link.
    pub data: Option<String>,
}

/// Splits a fragment, with or without `#` in front.
pub(super) fn split(fragment: &str) -> Fragment {
    let text: String = decoded(fragment).chars().filter(char::is_ascii_graphic).collect();
    let text = text.trim_start_matches('#');
    let end = text.find(|c: char| !c.is_ascii_lowercase() && c != '-').unwrap_or(text.len());
    let (view, rest) = text.split_at(end);
    match rest.chars().next() {
        // WordPress adds `#?secret=…` to the address of an embed; others add `&…`.
        None | Some('?' | '&' | '#') => Fragment { view: view.to_owned(), data: None },
        Some('/' | '\\') => Fragment { view: view.to_owned(), data: Some(rest[1..].to_owned()) },
        Some(_) => Fragment { view: text.to_owned(), data: None },
    }
}

/// Decodes `%2F` and the like, also where they were encoded again. A text that is not valid
/// stays as it is.
fn decoded(fragment: &str) -> String {
    let mut text = fragment.to_owned();
    for _ in 0..MAX_ENCODINGS {
        match percent_decode_str(&text).decode_utf8() {
            Ok(Cow::Owned(decoded)) if decoded != text => text = decoded,
            Ok(_) | Err(_) => break,
        }
    }
    text
}
