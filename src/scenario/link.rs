//! Writes and reads scenarios in the fragment of an address, the part after `#`.
//!
//! The fragment of a link is `view/version.data.checksum`: the view, the version of the
//! format, the data, and a checksum, so that a link that was cut off by a messenger is
//! recognised as damaged and never leads to other figures. The data are the JSON of a file,
//! with one scenario or with all of a workspace, in letters that addresses allow (base64url).
//! Inputs are identified by their names, so old links keep their meaning. There are two
//! versions of the format:
//! - Version 1, the plain form, is the JSON itself. Any program can write it, and the page
//!   does so before the code for version 2 is loaded.
//! - Version 2, the compressed form, is several times shorter: the form of all links that the
//!   page gives to people.
//!
//! ```
//! use rekenmodel::scenario::Scenario;
//! use rekenmodel::scenario::link::{self, Address};
//! use rekenmodel::scenario::workspace::ScenarioFile;
//!
//! let scenario = Scenario::parse(r#"{ "values": { "bezoekers": 520 } }"#).unwrap();
//! let fragment = link::write("rekenen", &scenario.to_json()).unwrap();
//! let address: Address = link::read(&fragment);
//! assert_eq!(address.view, "rekenen");
//! assert_eq!(address.content, Some(Ok(ScenarioFile::One(scenario))));
//! assert!(link::read(&fragment[..fragment.len() - 1]).content.unwrap().is_err());
//! ```

mod compression;
mod fragment;

use crate::model::{Issue, Problem};
use crate::scenario::MAX_BYTES;
use crate::scenario::Scenario;
use crate::scenario::version_1::Conversion;
use crate::scenario::workspace::ScenarioFile;
use base64ct::{Base64UrlUnpadded, Encoding};
use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

/// The largest number of characters of a fragment in compressed form. Mail programs and
/// messengers cut off longer ones.
pub const MAX_LENGTH: usize = 8_000;

/// The version of the plain form.
const PLAIN: &str = "1";
/// The version of the compressed form, the newest that is read.
const COMPRESSED: &str = "2";

/// The number of hexadecimal digits of a checksum.
const CHECKSUM_LENGTH: usize = 8;

/// Problem with a link.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkProblem {
    /// The link was cut off or changed.
    Damaged,
    /// The link was made by a newer version of the page.
    Newer,
    /// The link is undamaged, but its scenarios have these issues.
    Invalid(Vec<Issue>),
}

impl From<Vec<Issue>> for LinkProblem {
    fn from(issues: Vec<Issue>) -> LinkProblem {
        if issues.iter().any(|issue| issue.problem == Problem::NewerSchema) {
            LinkProblem::Newer
        } else {
            LinkProblem::Invalid(issues)
        }
    }
}

/// Error for scenarios that do not fit in a link; the number of characters that its fragment
/// would have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct LinkTooLong(pub usize);

/// View and content of an address.
#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    /// The name of the view; may be empty or unknown.
    pub view: String,
    /// The scenario or scenarios, where the address has any.
    pub content: Option<Result<ScenarioFile, LinkProblem>>,
    /// The changes that reading made to scenarios of version 1 of the model.
    pub conversions: Vec<Conversion>,
}

impl Address {
    /// Makes the address of a view, without scenarios.
    pub fn of_view(view: &str) -> Address {
        Address { view: view.to_owned(), content: None, conversions: Vec::new() }
    }

    /// Makes the address of a view with one scenario.
    pub fn of_scenario(view: &str, scenario: Scenario) -> Address {
        Address { content: Some(Ok(ScenarioFile::One(scenario))), ..Address::of_view(view) }
    }
}

/// Returns the CRC-32 of a text, as eight hexadecimal digits.
pub(crate) fn checksum(text: &[u8]) -> String {
    const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
    format!("{:08x}", CRC.checksum(text))
}

/// Returns whether a text, which is where the version of a format is expected, is that of a
/// newer format than this one: a larger number of at most three digits.
pub(crate) fn is_newer(version: &str, current: &str) -> bool {
    let is_number = version.len() < 4 && version.bytes().all(|byte| byte.is_ascii_digit());
    let number = |text: &str| text.parse::<u16>().ok().filter(|_| !text.starts_with('0'));
    is_number && number(version) > number(current)
}

/// Writes the fragment for this view and the JSON of a file, in compressed form.
///
/// # Errors
/// [`LinkTooLong`] where it would have more than [`MAX_LENGTH`] characters.
pub fn write(view: &str, json: &str) -> Result<String, LinkTooLong> {
    let data = Base64UrlUnpadded::encode_string(&compression::compress(json));
    let fragment = format!("{view}/{COMPRESSED}.{data}.{}", checksum(json.as_bytes()));
    let is_readable = json.len() <= MAX_BYTES;
    if fragment.len() <= MAX_LENGTH && is_readable { Ok(fragment) } else { Err(LinkTooLong(fragment.len())) }
}

/// Writes the fragment for this view and the JSON of a file, in plain form, however long.
pub fn write_plain(view: &str, json: &str) -> String {
    let data = Base64UrlUnpadded::encode_string(json.as_bytes());
    format!("{view}/{PLAIN}.{data}.{}", checksum(json.as_bytes()))
}

/// Returns the view of a fragment, whether or not it has scenarios.
pub fn view(fragment: &str) -> String {
    fragment::split(fragment).view
}

/// Returns whether a fragment has data after the view, which may be damaged.
pub fn has_data(fragment: &str) -> bool {
    fragment::split(fragment).data.is_some()
}

/// Reads view and scenarios of a fragment.
pub fn read(fragment: &str) -> Address {
    let fragment::Fragment { view, data } = fragment::split(fragment);
    let Some(data) = data else { return Address::of_view(&view) };
    match read_content(&data) {
        Ok((file, conversions)) => Address { view, content: Some(Ok(file)), conversions },
        Err(problem) => Address { content: Some(Err(problem)), ..Address::of_view(&view) },
    }
}

fn read_content(data: &str) -> Result<(ScenarioFile, Vec<Conversion>), LinkProblem> {
    let (version, rest) = data.split_once('.').ok_or(LinkProblem::Damaged)?;
    if is_newer(version, COMPRESSED) {
        return Err(LinkProblem::Newer);
    }
    let (data, rest) = rest.split_once('.').ok_or(LinkProblem::Damaged)?;
    // What follows the checksum was added on the way.
    let expected = rest.get(..CHECKSUM_LENGTH).ok_or(LinkProblem::Damaged)?;
    let bytes = Base64UrlUnpadded::decode_vec(data).map_err(|_| LinkProblem::Damaged)?;
    let json = match version {
        PLAIN => String::from_utf8(bytes).ok(),
        COMPRESSED => compression::decompress_text(&bytes, MAX_BYTES),
        _ => None,
    };
    let json = json.filter(|json| checksum(json.as_bytes()) == expected).ok_or(LinkProblem::Damaged)?;
    ScenarioFile::parse_any_version(&json).map_err(LinkProblem::from)
}

#[cfg(test)]
mod tests;
