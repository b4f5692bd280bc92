//! Writes and reads the text in which the browser stores a workspace.
//!
//! The text is `1.checksum.json`: the version of the format, a checksum, and the JSON of
//! the workspace. A text that was changed or cut off is recognised as damaged, so that
//! it never leads to other figures.
//!
//! ```
//! use rekenmodel::scenario::stored_format;
//! use rekenmodel::model::Preset;
//! use rekenmodel::scenario::{Scenario, workspace::Workspace};
//!
//! let workspace = Workspace::single(Scenario::new(Preset::Gunstig));
//! let text = stored_format::write(&workspace.to_json());
//! assert_eq!(stored_format::read(&text), Ok(workspace));
//! assert!(stored_format::read(&text.replace("gunstig", "brochure")).is_err());
//! ```

use crate::scenario::link::{LinkProblem, checksum, is_newer};
use crate::scenario::version_1::Conversion;
use crate::scenario::workspace::{ScenarioFile, Workspace};

/// The version of the format.
const VERSION: &str = "1";

/// Returns the text to store for the JSON of a [`Workspace`].
pub fn write(json: &str) -> String {
    format!("{VERSION}.{}.{json}", checksum(json.as_bytes()))
}

/// Reads a stored text.
///
/// # Errors
/// The problem with the text, of the same kinds as with a link.
pub fn read(text: &str) -> Result<Workspace, LinkProblem> {
    read_any_version(text).map(|(workspace, _)| workspace)
}

/// Reads a stored text, and the changes that reading made to scenarios of version 1 of
/// the model.
///
/// # Errors
/// The problem with the text, of the same kinds as with a link.
pub fn read_any_version(text: &str) -> Result<(Workspace, Vec<Conversion>), LinkProblem> {
    let (version, rest) = text.split_once('.').ok_or(LinkProblem::Damaged)?;
    if version != VERSION {
        return Err(if is_newer(version, VERSION) { LinkProblem::Newer } else { LinkProblem::Damaged });
    }
    let (sum, json) = rest.split_once('.').ok_or(LinkProblem::Damaged)?;
    if sum != checksum(json.as_bytes()) {
        return Err(LinkProblem::Damaged);
    }
    match ScenarioFile::parse_any_version(json) {
        Ok((ScenarioFile::Workspace(workspace), conversions)) => Ok((workspace, conversions)),
        Ok((ScenarioFile::One(scenario), conversions)) => Ok((Workspace::single(scenario), conversions)),
        Err(issues) => Err(LinkProblem::from(issues)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Preset;
    use crate::scenario::Scenario;

    #[test]
    fn any_damage_is_noticed() {
        let mut workspace = Workspace::single(Scenario::new(Preset::Gunstig));
        workspace.add(Scenario::parse(r#"{"name":"Café ‘Ons’","values":{"fte":4.25}}"#).unwrap());
        let text = write(&workspace.to_json());
        assert_eq!(read(&text), Ok(workspace));
        for (end, _) in text.char_indices() {
            assert_eq!(read(&text[..end]), Err(LinkProblem::Damaged), "cut at {end}");
        }
        for (index, letter) in text.char_indices().skip(2) {
            let mut other = text.clone();
            other.replace_range(index..index + letter.len_utf8(), if letter == '7' { "8" } else { "7" });
            assert_eq!(read(&other), Err(LinkProblem::Damaged), "changed at {index}");
        }
    }

    #[test]
    fn newer_versions_are_distinguished_from_damage() {
        let text = write(r#"{"schema":1,"scenarios":[{}]}"#);
        assert_eq!(read(&text.replacen("1.", "2.", 1)), Err(LinkProblem::Newer));
        assert_eq!(read(&write(r#"{"schema":3,"scenarios":3}"#)), Err(LinkProblem::Newer));
        assert_eq!(read(&write(r#"{"scenarios":[{"schema":3}]}"#)), Err(LinkProblem::Newer));
        assert!(matches!(read(&write(r#"{"scenarios":[]}"#)), Err(LinkProblem::Invalid(_))));
        for nonsense in ["", "x", "1.", "[object Object]", "2017"] {
            assert_eq!(read(nonsense), Err(LinkProblem::Damaged), "{nonsense}");
        }
    }
}
