//! What the site allows: the one source of every security and cache header.
//!
//! The same policy goes into index.html, the development server and the header
//! files for hosts, so visitors get the policy that the tests run with.

/// The Content Security Policy. It has only directives that a `<meta>` element may
/// hold, so it also guards the page on a host whose headers cannot be set.
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

/// Names and values of the headers that every file is sent with. `Access-Control-Allow-Origin` lets sandboxed
/// frames, whose origin is `null`, and other people's pages load the modules.
pub const HEADERS: [(&str, &str); 6] = [
    ("Content-Security-Policy", CSP),
    ("X-Content-Type-Options", "nosniff"),
    ("Referrer-Policy", "no-referrer"),
    ("Permissions-Policy", "camera=(), geolocation=(), microphone=(), payment=(), usb=()"),
    ("Cross-Origin-Resource-Policy", "cross-origin"),
    ("Access-Control-Allow-Origin", "*"),
];

/// `Cache-Control` of a file in a build's folder. It may be cached for ever, since
/// another content has a folder of another name.
pub const CACHE_BUILD: &str = "public, max-age=31536000, immutable";
/// `Cache-Control` of every other file: cached, and revalidated at each request.
pub const CACHE_OTHER: &str = "no-cache";

/// Start of the name of a build's folder; eight hexadecimal digits follow.
pub const BUILD_PREFIX: &str = "build-";

/// Regular expression of a path within a build's folder, for the configuration of
/// hosts. It matches the paths that [`build_folder`] finds.
pub const BUILD_PATH: &str = "/build-[0-9a-f]{8}/";

/// Returns the build's folder that a path leads into: `en/build-0a1b2c3d` of
/// `en/build-0a1b2c3d/page.js`. `None` for a path outside a build.
pub fn build_folder(path: &str) -> Option<&str> {
    let is_hash = |name: &str| name.len() == 8 && name.bytes().all(is_lower_hex);
    path.match_indices('/').map(|(end, _)| &path[..end]).find(|folder| {
        folder.rsplit('/').next().and_then(|name| name.strip_prefix(BUILD_PREFIX)).is_some_and(is_hash)
    })
}

/// Returns the `Cache-Control` of the file at this path.
pub fn cache_control(path: &str) -> &'static str {
    if build_folder(path).is_some() { CACHE_BUILD } else { CACHE_OTHER }
}

fn is_lower_hex(byte: u8) -> bool {
    matches!(byte, b'0'..=b'9' | b'a'..=b'f')
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_the_folder_of_a_build_is_cached_for_ever() {
        for path in ["/build-0a1b2c3d/page.js", "build-ffffffff/page_bg.wasm", "/sub/build-0a1b2c3d/a/b.js"] {
            assert_eq!(cache_control(path), CACHE_BUILD, "{path}");
        }
        for path in [
            "/index.html",
            "/rekenmodel.js",
            "/build-0a1b2c3/page.js",
            "/build-0A1B2C3D/page.js",
            "/build-0a1b2c3d",
        ] {
            assert_eq!(cache_control(path), CACHE_OTHER, "{path}");
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
