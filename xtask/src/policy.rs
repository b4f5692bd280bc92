//! What the site allows: the one source of every security and cache header.
//!
//! The same policy goes into index.html, the development server and the header
//! files for hosts, so what is tested here is what a visitor gets.

/// The Content Security Policy. Every directive is allowed in a `<meta>`, so
/// the page is guarded on a host whose headers cannot be set as well.
///
/// There is deliberately no `frame-ancestors`: the page is made to be embedded.
pub const CSP: &str = "default-src 'none'; \
    script-src 'self' 'wasm-unsafe-eval'; \
    style-src 'self'; \
    img-src 'self' data: blob:; \
    connect-src 'self'; \
    font-src 'self'; \
    manifest-src 'self'; \
    worker-src 'self'; \
    frame-src 'self'; \
    base-uri 'none'; \
    form-action 'none'; \
    require-trusted-types-for 'script'; \
    trusted-types rekenmodel";

/// The headers of every file. `Access-Control-Allow-Origin` lets sandboxed
/// frames, whose origin is `null`, and other people's pages load the modules.
pub const HEADERS: [(&str, &str); 6] = [
    ("Content-Security-Policy", CSP),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Access-Control-Allow-Origin", "*"),
];

/// For a file whose name changes with its content.
pub const CACHE_HASHED: &str = "public, max-age=31536000, immutable";
/// For every other file: kept, but asked after each time.
pub const CACHE_OTHER: &str = "no-cache";

/// The hash in names such as `page-0a1b2c3d_bg.wasm`, as a regular expression
/// for hosts; [`is_hashed`] says the same.
pub const HASHED_NAME: &str = r"-[0-9a-f]{8}(_bg)?\.(css|js|wasm)$";

/// Whether this name holds a hash of the content.
pub fn is_hashed(name: &str) -> bool {
    let Some((stem, "css" | "js" | "wasm")) = name.rsplit_once('.') else {
        return false;
    };
    let stem = stem.strip_suffix("_bg").unwrap_or(stem);
    stem.rsplit_once('-').is_some_and(|(_, hash)| hash.len() == 8 && hash.bytes().all(is_lower_hex))
}

/// The `Cache-Control` of this file.
pub fn cache(name: &str) -> &'static str {
    if is_hashed(name) { CACHE_HASHED } else { CACHE_OTHER }
}

fn is_lower_hex(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'f')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_names_with_a_hash_are_kept_for_long() {
        for name in ["page-0a1b2c3d.js", "page-0a1b2c3d_bg.wasm", "style-ffffffff.css"] {
            assert_eq!(cache(name), CACHE_HASHED, "{name}");
        }
        for name in
            ["index.html", "rekenmodel_bg.wasm", "page-0a1b2c3.js", "page-0A1B2C3D.js", "icon-0a1b2c3d.png"]
        {
            assert_eq!(cache(name), CACHE_OTHER, "{name}");
        }
    }

    /// A double quote or a directive that `<meta>` ignores would silently
    /// weaken the page.
    #[test]
    fn the_policy_fits_in_a_meta_element() {
        assert!(!CSP.contains(['"', '<', '\n']) && !CSP.contains("  "));
        for directive in ["frame-ancestors", "report-uri", "sandbox"] {
            assert!(!CSP.contains(directive), "{directive}");
        }
    }
}
