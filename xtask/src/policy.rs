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

/// For a file in the folder of a build: the folder's name changes with it.
pub const CACHE_BUILD: &str = "public, max-age=31536000, immutable";
/// For every other file: kept, but asked after each time.
pub const CACHE_OTHER: &str = "no-cache";

/// How the name of a build's folder begins; eight hexadecimal digits follow.
pub const BUILD_PREFIX: &str = "build-";

/// A path in the folder of a build, as a regular expression for hosts;
/// [`build_folder`] says the same.
pub const BUILD_PATH: &str = "/build-[0-9a-f]{8}/";

/// The folder of a build that this path leads into, with all before it.
pub fn build_folder(path: &str) -> Option<&str> {
    let is_hash = |name: &str| name.len() == 8 && name.bytes().all(is_lower_hex);
    path.match_indices('/').map(|(end, _)| &path[..end]).find(|folder| {
        folder.rsplit('/').next().and_then(|name| name.strip_prefix(BUILD_PREFIX)).is_some_and(is_hash)
    })
}

/// The `Cache-Control` of the file at this path.
pub fn cache(path: &str) -> &'static str {
    if build_folder(path).is_some() { CACHE_BUILD } else { CACHE_OTHER }
}

fn is_lower_hex(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'f')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_folder_of_a_build_is_kept_for_long() {
        for path in ["/build-0a1b2c3d/page.js", "build-ffffffff/page_bg.wasm", "/sub/build-0a1b2c3d/a/b.js"] {
            assert_eq!(cache(path), CACHE_BUILD, "{path}");
        }
        for path in [
            "/index.html",
            "/rekenmodel.js",
            "/build-0a1b2c3/page.js",
            "/build-0A1B2C3D/page.js",
            "/build-0a1b2c3d",
        ] {
            assert_eq!(cache(path), CACHE_OTHER, "{path}");
        }
        assert_eq!(build_folder("en/build-0a1b2c3d/page.js"), Some("en/build-0a1b2c3d"));
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
