//! Minifies scripts and styles with esbuild.

use crate::process::{program, root};
use anyhow::{Context, Result, bail};
use std::io::Write;
use std::process::Stdio;

/// Returns the script or style, minified. The extension of `name`, `js` or `css`,
/// says which of the two it is.
pub fn minify(name: &str, content: &[u8]) -> Result<Vec<u8>> {
    let loader = name.rsplit_once('.').map_or("js", |(_, extension)| extension);
    let mut esbuild = program("node")
        .arg(root().join("node_modules/esbuild/bin/esbuild"))
        .args(["--minify", "--log-level=warning", "--charset=utf8", "--target=es2022"])
        .arg(format!("--loader={loader}"))
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .spawn()
        .context("starting esbuild")?;
    esbuild.stdin.take().context("esbuild takes no input")?.write_all(content).context("esbuild")?;
    let output = esbuild.wait_with_output().context("waiting for esbuild")?;
    if !output.status.success() || output.stdout.is_empty() {
        bail!("esbuild refuses {name}");
    }
    Ok(output.stdout)
}
