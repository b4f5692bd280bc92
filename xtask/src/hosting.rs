//! Generates the configuration files that make common hosts (web servers and hosting
//! services) send the headers of [`crate::policy`]: Netlify and Cloudflare Pages, Apache, nginx.
//!
//! They are generated, not committed, so they cannot differ from the headers
//! that the tests ran with. A host ignores the files that are not for it.

use crate::policy::{BUILD_PATH, CACHE_BUILD, CACHE_OTHER, HEADERS, build_folder};
use std::collections::BTreeSet;
use std::fmt::Write;

/// Returns the file name and content of each configuration file. `names` are the
/// paths of the site's files within `dist/`.
pub fn header_files<'a>(names: impl Iterator<Item = &'a str>) -> Vec<(&'static str, String)> {
    vec![("_headers", netlify(names)), (".htaccess", apache()), ("nginx.conf.example", nginx())]
}

/// Returns `_headers`, for Netlify and Cloudflare Pages. Only builds get a
/// `Cache-Control`: both hosts revalidate every other file by default, and a
/// header that two rules set would be sent with both values.
fn netlify<'a>(names: impl Iterator<Item = &'a str>) -> String {
    let mut text = String::from("# Netlify and Cloudflare Pages; the site at the root of its host.\n/*\n");
    for (name, value) in HEADERS {
        let _ = writeln!(text, "  {name}: {value}");
    }
    for folder in names.filter_map(build_folder).collect::<BTreeSet<_>>() {
        let _ = write!(text, "/{folder}/*\n  Cache-Control: {CACHE_BUILD}\n");
    }
    text
}

/// Returns `.htaccess`, for Apache; it works in any folder of the host.
fn apache() -> String {
    let mut text = String::from(
        "# Apache; needs AllowOverride FileInfo. Headers need mod_headers.\n\
         AddType application/wasm .wasm\n\
         AddType text/javascript .js .mjs\n\
         AddType application/manifest+json .webmanifest\n\
         AddCharset utf-8 .html .css .js .json .svg .txt\n\
         <IfModule mod_headers.c>\n",
    );
    for (name, value) in HEADERS {
        let _ = writeln!(text, "  Header always set {name} \"{value}\"");
    }
    let _ = write!(
        text,
        "  # The page is made to be embedded in other sites.\n  \
           Header always unset X-Frame-Options\n  \
           Header unset X-Frame-Options\n  \
           Header set Cache-Control \"{CACHE_OTHER}\"\n  \
           <If \"%{{REQUEST_URI}} =~ m#{BUILD_PATH}#\">\n    \
             Header set Cache-Control \"{CACHE_BUILD}\"\n  \
           </If>\n\
         </IfModule>\n"
    );
    const TYPES: &str = "text/html text/css text/javascript application/json application/wasm image/svg+xml";
    let _ = write!(
        text,
        "<IfModule mod_filter.c>\n  \
           <IfModule mod_brotli.c>\n    \
             AddOutputFilterByType BROTLI_COMPRESS {TYPES}\n  \
           </IfModule>\n  \
           <IfModule mod_deflate.c>\n    \
             AddOutputFilterByType DEFLATE {TYPES}\n  \
           </IfModule>\n\
         </IfModule>\n"
    );
    text
}

/// Returns an example for nginx, to copy into its configuration: nginx reads no
/// file in the folder of the site.
fn nginx() -> String {
    let mut text = format!(
        "# nginx: copy into the configuration and adapt the paths.\n\
         map $uri $rekenmodel_cache {{\n    \
             default \"{CACHE_OTHER}\";\n    \
             \"~{BUILD_PATH}\" \"{CACHE_BUILD}\";\n\
         }}\n\n\
         server {{\n    \
             listen 80;\n    \
             # Without its slash the folder is no page: its files would be sought one folder higher.\n    \
             location = /rekenmodel {{\n        \
                 absolute_redirect off;\n        \
                 return 301 /rekenmodel/$is_args$args;\n    \
             }}\n    \
             location /rekenmodel/ {{\n        \
                 alias /srv/rekenmodel/;\n        \
                 index index.html;\n        \
                 absolute_redirect off;\n        \
                 include mime.types;  # needs application/wasm: nginx 1.21 or newer\n        \
                 charset utf-8;\n        \
                 charset_types text/css text/javascript application/javascript application/json image/svg+xml;\n        \
                 gzip on;\n        \
                 gzip_types text/css text/javascript application/javascript application/json application/wasm image/svg+xml;\n        \
                 add_header Cache-Control $rekenmodel_cache always;\n"
    );
    for (name, value) in HEADERS {
        let _ = writeln!(text, "        add_header {name} \"{value}\" always;");
    }
    text.push_str("    }\n}\n");
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_host_gets_every_header() {
        for (file, text) in header_files(["index.html", "build-0a1b2c3d/page.js"].into_iter()) {
            for (name, value) in HEADERS {
                assert!(text.contains(name) && text.contains(value), "{file}: {name}");
            }
            assert!(text.contains(CACHE_BUILD), "{file}");
        }
    }

    /// Browsers take a script or a file of sources without a character set for what they
    /// like; and without its slash the folder of the site is another address.
    #[test]
    fn hosts_that_do_not_know_it_by_themselves_send_the_character_set_and_the_redirect() {
        let nginx = nginx();
        for line in ["charset utf-8;", "location = /rekenmodel {", "return 301 /rekenmodel/$is_args$args;"] {
            assert!(nginx.contains(line), "{line}");
        }
        for kind in ["text/css", "text/javascript", "application/json", "image/svg+xml"] {
            assert!(
                nginx.lines().any(|line| line.contains("charset_types") && line.contains(kind)),
                "{kind}"
            );
        }
        // Apache redirects a folder by itself.
        assert!(apache().contains("AddCharset utf-8 .html .css .js .json .svg"));
    }
}
