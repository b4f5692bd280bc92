//! Minifies scripts and styles with esbuild.

use crate::process::{program, root};
use anyhow::{Context, Result, bail};
use std::io::Write;
use std::process::Stdio;

/// Returns the minified script or style; the extension of `name` says which it is.
pub fn minify(name: &str, content: &[u8]) -> Result<Vec<u8>> {
    let loader = name.rsplit_once('.').map_or("js", |(_, end)| end);
    let mut running = program("node")
        .arg(root().join("node_modules/esbuild/bin/esbuild"))
        .args(["--minify", "--log-level=warning", "--charset=utf8", "--target=es2022"])
        .arg(format!("--loader={loader}"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("starting esbuild")?;
    running.stdin.take().context("esbuild takes no input")?.write_all(content).context("esbuild")?;
    let done = running.wait_with_output().context("waiting for esbuild")?;
    if !done.status.success() || done.stdout.is_empty() {
        bail!("esbuild refuses {name}");
    }
    Ok(done.stdout)
}
