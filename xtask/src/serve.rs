//! A small server for development and tests, with the headers of the policy.

use crate::policy;
use crate::process::dist;
use crate::sizes::brotli;
use anyhow::{Context, Result, anyhow, bail};
use std::collections::HashMap;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};
use tiny_http::{Header, Method, Request, Response, Server};

/// A folder that is served under a path.
pub struct Mount {
    /// Starts and ends with `/`.
    pub path: &'static str,
    pub folder: PathBuf,
    /// Whether files get the site's headers; a plain host page gets none.
    pub site: bool,
}

impl Mount {
    /// The finished site under this path.
    pub fn site(path: &'static str) -> Self {
        Self {
            path,
            folder: dist(),
            site: true,
        }
    }
}

/// Serves dist/ at the root until the program is ended.
pub fn forever(port: u16) -> Result<()> {
    let port = start(port, vec![Mount::site("/")])?;
    println!("Serving dist/ on http://127.0.0.1:{port}/ (Ctrl+C ends it)");
    loop {
        std::thread::park();
    }
}

/// Serves in the background, until the program ends; returns the port, which
/// is a free one if 0 was asked for.
pub fn start(port: u16, mounts: Vec<Mount>) -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", port)).with_context(|| {
        format!(
            "cannot serve on port {port}: is another program using it? Try `cargo xtask serve --port {}`",
            port.checked_add(1).unwrap_or(8080)
        )
    })?;
    let port = listener.local_addr().context("asking the port")?.port();
    let server = Server::from_listener(listener, None)
        .map_err(|error| anyhow!("starting the server: {error}"))?;
    let shared = Arc::new((server, mounts, Compressed::default()));
    for _ in 0..4 {
        let shared = Arc::clone(&shared);
        std::thread::spawn(move || {
            let (server, mounts, compressed) = &*shared;
            while let Ok(request) = server.recv() {
                // A visitor who went away is no trouble of ours.
                let _ = answer(request, mounts, compressed);
            }
        });
    }
    Ok(port)
}

/// Compressed files by path, with the content that they are made of.
type Compressed = Mutex<HashMap<PathBuf, (Vec<u8>, Vec<u8>)>>;

/// What an address leads to.
#[derive(Debug, PartialEq)]
enum Found {
    File(PathBuf),
    /// A folder without its closing slash, where relative addresses would break.
    Folder(String),
    Nothing,
}

fn answer(request: Request, mounts: &[Mount], compressed: &Compressed) -> Result<()> {
    let path = request.url().split(['?', '#']).next().unwrap_or("/");
    let mount = mounts
        .iter()
        .find(|mount| path.starts_with(mount.path) || mount.path.strip_suffix('/') == Some(path));
    let site = mount.is_none_or(|mount| mount.site);
    let found = mount.map_or(Found::Nothing, |mount| find(mount, path));
    let (status, mut body, mut headers) = match &found {
        _ if !matches!(request.method(), Method::Get | Method::Head) => (
            405,
            b"Only GET and HEAD.\n".to_vec(),
            vec![("Allow", "GET, HEAD".to_owned())],
        ),
        Found::Nothing => (404, b"Not found.\n".to_vec(), vec![]),
        Found::Folder(address) => (301, vec![], vec![("Location", address.clone())]),
        Found::File(file) => (200, fs::read(file)?, vec![]),
    };
    let name = match &found {
        Found::File(file) if status == 200 => file
            .file_name()
            .and_then(|name| name.to_str())
            .unwrap_or(""),
        _ => "message.txt",
    };
    headers.push(("Content-Type", content_type(name).to_owned()));
    headers.push(("Cache-Control", policy::cache(name).to_owned()));
    if site {
        headers.extend(policy::HEADERS.map(|(name, value)| (name, value.to_owned())));
    }
    if let Found::File(file) = &found
        && status == 200
        && is_text_or_code(name)
    {
        headers.push(("Vary", "Accept-Encoding".into()));
        if takes_brotli(&request) {
            body = compress(file, body, compressed)?;
            headers.push(("Content-Encoding", "br".into()));
        }
    }
    let mut response = Response::from_data(body)
        .with_status_code(status)
        .with_chunked_threshold(usize::MAX);
    for (name, value) in headers {
        let header =
            Header::from_bytes(name, value).map_err(|()| anyhow!("{name} cannot be sent"))?;
        response.add_header(header);
    }
    request.respond(response).context("answering")
}

/// Finds the file of an address. No part may be hidden or lead upwards.
fn find(mount: &Mount, path: &str) -> Found {
    let Some(rest) = path.strip_prefix(mount.path) else {
        return Found::Folder(mount.path.to_owned());
    };
    let Ok(rest) = decode(rest) else {
        return Found::Nothing;
    };
    let mut file = mount.folder.clone();
    for part in rest.split('/').filter(|part| !part.is_empty()) {
        if part.starts_with('.') || part.contains(['\\', ':', '\0']) {
            return Found::Nothing;
        }
        file.push(part);
    }
    if file.is_dir() {
        if !path.ends_with('/') {
            return Found::Folder(format!("{path}/"));
        }
        file.push("index.html");
    }
    if file.is_file() {
        Found::File(file)
    } else {
        Found::Nothing
    }
}

/// Decodes `%20` and the like.
fn decode(text: &str) -> Result<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((&byte, after)) = rest.split_first() {
        rest = after;
        if byte != b'%' {
            bytes.push(byte);
            continue;
        }
        let Some((digits, after)) = after.split_at_checked(2) else {
            bail!("half a percent code");
        };
        bytes.push(u8::from_str_radix(std::str::from_utf8(digits)?, 16)?);
        rest = after;
    }
    Ok(String::from_utf8(bytes)?)
}

fn content_type(name: &str) -> &'static str {
    match Path::new(name).extension().and_then(|end| end.to_str()) {
        Some("html") => "text/html; charset=utf-8",
        Some("css") => "text/css; charset=utf-8",
        Some("js" | "mjs") => "text/javascript; charset=utf-8",
        Some("wasm") => "application/wasm",
        Some("json") => "application/json",
        Some("webmanifest") => "application/manifest+json",
        Some("svg") => "image/svg+xml",
        Some("png") => "image/png",
        Some("jpg") => "image/jpeg",
        Some("ico") => "image/x-icon",
        Some("pdf") => "application/pdf",
        Some("csv") => "text/csv; charset=utf-8",
        Some("txt" | "md" | "ts" | "example") => "text/plain; charset=utf-8",
        _ => "application/octet-stream",
    }
}

/// Whether compressing pays: not for pictures.
fn is_text_or_code(name: &str) -> bool {
    let kind = content_type(name);
    kind.starts_with("text/")
        || kind.contains("wasm")
        || kind.contains("json")
        || kind.contains("svg")
}

fn takes_brotli(request: &Request) -> bool {
    request.headers().iter().any(|header| {
        header.field.equiv("Accept-Encoding")
            && header
                .value
                .as_str()
                .split(',')
                .any(|item| item.trim() == "br")
    })
}

/// Compresses a file, once for each content.
fn compress(file: &Path, content: Vec<u8>, compressed: &Compressed) -> Result<Vec<u8>> {
    let lock = || {
        compressed
            .lock()
            .map_err(|_| anyhow!("another answer panicked"))
    };
    if let Some((before, small)) = lock()?.get(file)
        && *before == content
    {
        return Ok(small.clone());
    }
    let small = brotli(&content, 9)?;
    lock()?.insert(file.to_path_buf(), (content, small.clone()));
    Ok(small)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_leads_out_of_the_folder() {
        let mount = Mount {
            path: "/sub/",
            folder: crate::process::root().join("xtask"),
            site: true,
        };
        let file = mount.folder.join("Cargo.toml");
        assert_eq!(find(&mount, "/sub/Cargo.toml"), Found::File(file.clone()));
        assert_eq!(find(&mount, "/sub//%43argo.toml"), Found::File(file));
        assert_eq!(find(&mount, "/sub"), Found::Folder("/sub/".into()));
        assert_eq!(find(&mount, "/sub/src"), Found::Folder("/sub/src/".into()));
        for path in [
            "/sub/",
            "/sub/../Cargo.toml",
            "/sub/%2e%2e/Cargo.toml",
            "/sub/..%2fCargo.toml",
            "/sub/..%5cCargo.toml",
            "/sub/src/%00",
            "/sub/%",
            "/sub/%zz",
            "/sub/%ff",
            "/sub/.hidden",
        ] {
            assert_eq!(find(&mount, path), Found::Nothing, "{path}");
        }
    }
}
