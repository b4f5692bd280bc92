//! Finds the file that the path of an address asks for.

use crate::process::dist;
use anyhow::{Result, bail};
use std::path::PathBuf;

/// A folder, and the path of the server under which its files are served.
pub struct Mount {
    /// Path of the folder on the server; it starts and ends with `/`.
    pub path: &'static str,
    /// Folder on this machine.
    pub folder: PathBuf,
    /// Whether files are sent with the headers of the policy. The pages that embed
    /// the site in tests are sent without.
    pub sends_headers: bool,
}

impl Mount {
    /// Returns a mount of the finished site, `dist/`, under this path.
    pub fn site(path: &'static str) -> Self {
        Self { path, folder: dist(), sends_headers: true }
    }
}

/// The answer to the path of an address.
#[derive(Debug, PartialEq)]
pub enum Resolved {
    File(PathBuf),
    /// A redirect to this path: the folder that was asked for lacked its closing slash,
    /// without which the relative addresses in its page would break.
    Redirect(String),
    /// A request with another method than GET or HEAD.
    WrongMethod,
    NotFound,
}

/// Finds the file of a path. Hidden files and paths out of the folder (`..`) count
/// as not found.
pub fn resolve(mount: &Mount, path: &str) -> Resolved {
    let Some(rest) = path.strip_prefix(mount.path) else {
        return Resolved::Redirect(mount.path.to_owned());
    };
    let Ok(rest) = decode(rest) else {
        return Resolved::NotFound;
    };
    let mut file = mount.folder.clone();
    for segment in rest.split('/').filter(|segment| !segment.is_empty()) {
        if segment.starts_with('.') || segment.contains(['\\', ':', '\0']) {
            return Resolved::NotFound;
        }
        file.push(segment);
    }
    if file.is_dir() {
        if !path.ends_with('/') {
            return Resolved::Redirect(format!("{path}/"));
        }
        file.push("index.html");
    }
    if file.is_file() { Resolved::File(file) } else { Resolved::NotFound }
}

/// Decodes percent codes such as `%20`. An error if one is cut off, or if the bytes
/// are not UTF-8.
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
            bail!("a percent code is cut off");
        };
        bytes.push(u8::from_str_radix(std::str::from_utf8(digits)?, 16)?);
        rest = after;
    }
    Ok(String::from_utf8(bytes)?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_leads_out_of_the_folder() {
        let mount =
            Mount { path: "/sub/", folder: crate::process::root().join("xtask"), sends_headers: true };
        let file = mount.folder.join("Cargo.toml");
        assert_eq!(resolve(&mount, "/sub/Cargo.toml"), Resolved::File(file.clone()));
        assert_eq!(resolve(&mount, "/sub//%43argo.toml"), Resolved::File(file));
        assert_eq!(resolve(&mount, "/sub"), Resolved::Redirect("/sub/".into()));
        assert_eq!(resolve(&mount, "/sub/src"), Resolved::Redirect("/sub/src/".into()));
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
            assert_eq!(resolve(&mount, path), Resolved::NotFound, "{path}");
        }
    }
}
