//! From the path of an address to the file that it asks for.

use crate::process::dist;
use anyhow::{Result, bail};
use std::path::PathBuf;

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
        Self { path, folder: dist(), site: true }
    }
}

/// What an address leads to.
#[derive(Debug, PartialEq)]
pub enum Found {
    File(PathBuf),
    /// A folder without its closing slash, where relative addresses would break.
    Folder(String),
    WrongMethod,
    Nothing,
}

/// Finds the file of an address. No part may be hidden or lead upwards.
pub fn find(mount: &Mount, path: &str) -> Found {
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
    if file.is_file() { Found::File(file) } else { Found::Nothing }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_address_leads_out_of_the_folder() {
        let mount = Mount { path: "/sub/", folder: crate::process::root().join("xtask"), site: true };
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
