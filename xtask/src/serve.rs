//! A small web server for development and tests, which sends the headers of
//! [`crate::policy`] as a host should.

mod address;

use crate::policy;
use crate::sizes::brotli;
pub use address::Mount;
use address::{Resolved, resolve};
use anyhow::{Context, Result, anyhow};
use http_body_util::Full;
use hyper::body::Bytes;
use hyper::header::ACCEPT_ENCODING;
use hyper::service::service_fn;
use hyper::{HeaderMap, Method, Request, Response, StatusCode};
use hyper_util::rt::TokioIo;
use std::collections::HashMap;
use std::convert::Infallible;
use std::fs;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::sync::{Arc, Mutex};

/// Starts a server in the background, which runs until the program ends. Returns
/// its port: `port` itself, or a free one where that is 0.
pub fn start(port: u16, mounts: Vec<Mount>) -> Result<u16> {
    let listener = TcpListener::bind(("127.0.0.1", port)).with_context(|| {
        format!(
            "cannot serve on port {port}: is another program using it? Try `cargo xtask serve --port {}`",
            port.checked_add(1).unwrap_or(8080)
        )
    })?;
    let port = listener.local_addr().context("asking the port")?.port();
    listener.set_nonblocking(true).context("the listener")?;
    let runtime =
        tokio::runtime::Builder::new_current_thread().enable_io().build().context("starting the server")?;
    let site = Arc::new(Site { mounts, compressed: Mutex::default() });
    std::thread::spawn(move || {
        if let Err(error) = runtime.block_on(accept(listener, site)) {
            eprintln!("xtask: the server stopped: {error:#}");
        }
    });
    Ok(port)
}

/// Answers every connection, each in a task of its own.
async fn accept(listener: TcpListener, site: Arc<Site>) -> Result<()> {
    let listener = tokio::net::TcpListener::from_std(listener)?;
    loop {
        let (stream, _) = listener.accept().await?;
        let site = Arc::clone(&site);
        let service = service_fn(move |request| {
            let answer = answer(&request, &site).unwrap_or_else(error_response);
            async { Ok::<_, Infallible>(answer) }
        });
        let connection =
            hyper::server::conn::http1::Builder::new().serve_connection(TokioIo::new(stream), service);
        // An error here is a browser that closed the connection early: ignored.
        tokio::spawn(async { connection.await.ok() });
    }
}

/// The folders that are served, and a cache of their compressed files.
struct Site {
    mounts: Vec<Mount>,
    compressed: CompressionCache,
}

/// Content and compressed content of files, by path. The content tells whether the
/// file has changed since it was compressed.
type CompressionCache = Mutex<HashMap<PathBuf, (Vec<u8>, Vec<u8>)>>;

/// Answers a request: the file with its headers, a redirect, or an error page.
fn answer<Body>(request: &Request<Body>, site: &Site) -> Result<Response<Full<Bytes>>> {
    let path = request.uri().path();
    let mount = site
        .mounts
        .iter()
        .find(|mount| path.starts_with(mount.path) || mount.path.strip_suffix('/') == Some(path));
    let resolved = match mount {
        _ if !matches!(*request.method(), Method::GET | Method::HEAD) => Resolved::WrongMethod,
        Some(mount) => resolve(mount, path),
        None => Resolved::NotFound,
    };
    let mut response = Response::builder();
    let mut name = "message.txt";
    let mut body = Vec::new();
    match &resolved {
        Resolved::File(file) => {
            name = file.file_name().and_then(|name| name.to_str()).unwrap_or(name);
            body = fs::read(file).with_context(|| format!("reading {}", file.display()))?;
            if is_compressible(name) {
                response = response.header("Vary", "Accept-Encoding");
                if accepts_brotli(request.headers()) {
                    response = response.header("Content-Encoding", "br");
                    body = compress(file, body, &site.compressed)?;
                }
            }
        }
        Resolved::Redirect(address) => {
            let query = request.uri().query().map(|query| format!("?{query}"));
            let address = format!("{address}{}", query.unwrap_or_default());
            response = response.status(301).header("Location", address);
        }
        Resolved::WrongMethod => {
            response = response.status(405).header("Allow", "GET, HEAD");
            body.extend(b"Only GET and HEAD.\n");
        }
        Resolved::NotFound => {
            response = response.status(404);
            body.extend(b"Not found.\n");
        }
    }
    response = response
        .header("Content-Type", content_type(name))
        .header("Cache-Control", policy::cache_control(path));
    if mount.is_none_or(|mount| mount.sends_headers) {
        for (name, value) in policy::HEADERS {
            response = response.header(name, value);
        }
    }
    response.body(Full::from(body)).context("answering")
}

/// Returns the answer to a request that failed: status 500, with the reason as its
/// text, for the developer.
fn error_response(error: anyhow::Error) -> Response<Full<Bytes>> {
    let mut response = Response::new(Full::from(format!("{error:#}\n")));
    *response.status_mut() = StatusCode::INTERNAL_SERVER_ERROR;
    response
}

fn content_type(name: &str) -> &'static str {
    match Path::new(name).extension().and_then(|extension| extension.to_str()) {
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

/// Whether a file of this name is compressed: bitmaps are compact already.
fn is_compressible(name: &str) -> bool {
    let kind = content_type(name);
    kind.starts_with("text/") || kind.contains("wasm") || kind.contains("json") || kind.contains("svg")
}

fn accepts_brotli(headers: &HeaderMap) -> bool {
    headers
        .get_all(ACCEPT_ENCODING)
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .any(|item| item.trim() == "br")
}

/// Returns the content of a file, compressed. It is compressed again only where the
/// content has changed.
fn compress(file: &Path, content: Vec<u8>, compressed: &CompressionCache) -> Result<Vec<u8>> {
    let lock = || compressed.lock().map_err(|_| anyhow!("another answer panicked"));
    if let Some((cached_content, cached)) = lock()?.get(file)
        && *cached_content == content
    {
        return Ok(cached.clone());
    }
    let result = brotli(&content, 9)?;
    lock()?.insert(file.to_path_buf(), (content, result.clone()));
    Ok(result)
}
