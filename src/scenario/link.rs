//! Writes and reads a scenario in the fragment of an address, the part after `#`.
//!
//! The fragment is `view/1.scenario.checksum`: the view, the version of the format, the
//! scenario's JSON in base64, and a checksum of it, so that a link that was cut off by a
//! messenger is recognised as damaged and never leads to other figures. Inputs are
//! identified by their names, so old links keep their meaning.
//!
//! ```
//! use rekenmodel::scenario::Scenario;
//! use rekenmodel::scenario::link::{self, Address};
//!
//! let scenario = Scenario::parse(r#"{ "values": { "bezoekers": 520 } }"#).unwrap();
//! let fragment = link::fragment("rekenen", &scenario);
//! let address: Address = link::read(&fragment);
//! assert_eq!(address.view, "rekenen");
//! assert_eq!(address.scenario, Some(Ok(scenario)));
//! assert!(link::read(&fragment[..fragment.len() - 1]).scenario.unwrap().is_err());
//! ```

use crate::model::Issue;
use crate::scenario::Scenario;
use crate::scenario::version_1::Conversion;
use base64ct::{Base64UrlUnpadded, Encoding};
use crc::{CRC_32_ISO_HDLC, Crc, NoTable};

/// The version of the format that is written.
pub(crate) const VERSION: &str = "1";

/// Problem with a link.
#[derive(Clone, Debug, PartialEq)]
pub enum LinkProblem {
    /// The link was cut off or changed.
    Damaged,
    /// The link was made by a newer version of the page.
    Newer,
    /// The link is undamaged, but its scenario has these issues.
    Invalid(Vec<Issue>),
}

/// View and scenario of an address.
#[derive(Clone, Debug, PartialEq)]
pub struct Address {
    /// The name of the view; may be empty or unknown.
    pub view: String,
    /// The scenario, where the address has one.
    pub scenario: Option<Result<Scenario, LinkProblem>>,
    /// The changes that reading made to a scenario of version 1 of the model.
    pub conversions: Vec<Conversion>,
}

/// Returns the CRC-32 of a text, as eight hexadecimal digits.
pub(crate) fn checksum(text: &[u8]) -> String {
    const CRC: Crc<u32, NoTable> = Crc::<u32, NoTable>::new(&CRC_32_ISO_HDLC);
    format!("{:08x}", CRC.checksum(text))
}

/// Returns whether a text, which is where the version is expected and is not [`VERSION`],
/// can be the version of a newer format: a number of at most three digits.
pub(crate) fn is_newer(version: &str) -> bool {
    !version.is_empty() && version.len() < 4 && version.bytes().all(|b| b.is_ascii_digit())
}

/// Writes the fragment for this view and scenario.
pub fn fragment(view: &str, scenario: &Scenario) -> String {
    let json = scenario.to_json();
    let data = Base64UrlUnpadded::encode_string(json.as_bytes());
    format!("{view}/{VERSION}.{data}.{}", checksum(json.as_bytes()))
}

/// Splits a fragment into the view and the scenario's text. The `#?secret=…` that
/// WordPress adds to the address of an embed is left out.
fn split(fragment: &str) -> (&str, Option<&str>) {
    // Neither a view nor a scenario's text has a question mark.
    let (fragment, _) = fragment.split_once('?').unwrap_or((fragment, ""));
    let fragment = fragment.trim_matches('#');
    let (view, data) = fragment.split_once('/').map_or((fragment, None), |(view, data)| (view, Some(data)));
    (view, data.filter(|data| !data.is_empty()))
}

/// Returns whether a fragment has a scenario.
pub fn carries_scenario(fragment: &str) -> bool {
    split(fragment).1.is_some()
}

/// Reads only the view of a fragment.
pub fn read_view(fragment: &str) -> Address {
    Address { view: split(fragment).0.to_owned(), scenario: None, conversions: Vec::new() }
}

/// Reads view and scenario of a fragment.
pub fn read(fragment: &str) -> Address {
    let (view, data) = split(fragment);
    let view = view.to_owned();
    match data.map(read_scenario) {
        None => Address { view, scenario: None, conversions: Vec::new() },
        Some(Ok((scenario, conversions))) => Address { view, scenario: Some(Ok(scenario)), conversions },
        Some(Err(problem)) => Address { view, scenario: Some(Err(problem)), conversions: Vec::new() },
    }
}

fn read_scenario(data: &str) -> Result<(Scenario, Vec<Conversion>), LinkProblem> {
    let (version, rest) = data.split_once('.').ok_or(LinkProblem::Damaged)?;
    if version != VERSION {
        return Err(if is_newer(version) { LinkProblem::Newer } else { LinkProblem::Damaged });
    }
    let (data, sum) = rest.split_once('.').ok_or(LinkProblem::Damaged)?;
    let bytes = Base64UrlUnpadded::decode_vec(data).map_err(|_| LinkProblem::Damaged)?;
    if sum != checksum(&bytes) {
        return Err(LinkProblem::Damaged);
    }
    let json = String::from_utf8(bytes).map_err(|_| LinkProblem::Damaged)?;
    Scenario::parse_any_version(&json).map_err(LinkProblem::Invalid)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::Preset;

    fn link() -> String {
        let text =
            r#"{"name":"Café ‘Ons’","base":"gunstig","values":{"fte":4.25},"counted":{"overlast":false}}"#;
        fragment("delen", &Scenario::parse(text).unwrap())
    }

    #[test]
    fn any_damage_is_noticed() {
        let whole = link();
        for end in whole.find('/').unwrap() + 2..whole.len() {
            assert!(matches!(read(&whole[..end]).scenario, Some(Err(LinkProblem::Damaged))), "cut at {end}");
        }
        for index in whole.find('.').unwrap() + 1..whole.len() {
            let mut other = whole.clone();
            let letter = if &whole[index..=index] == "A" { "B" } else { "A" };
            other.replace_range(index..=index, letter);
            assert!(read(&other).scenario.unwrap().is_err(), "changed at {index}");
        }
    }

    #[test]
    fn newer_versions_are_distinguished_from_damage() {
        let newer = link().replacen("/1.", "/2.", 1);
        assert_eq!(read(&newer).scenario, Some(Err(LinkProblem::Newer)));
    }

    #[test]
    fn the_secret_of_wordpress_is_left_out() {
        let plain = read(&link());
        assert_eq!(read(&format!("#{}#?secret=abc", link())), plain);
        assert_eq!(read(&format!("{}?secret=abc", link())), plain);
        assert_eq!(
            read("#?secret=abc"),
            Address { view: String::new(), scenario: None, conversions: vec![] }
        );
    }

    #[test]
    fn a_view_alone_carries_no_scenario() {
        for text in ["bronnen", "#bronnen", "bronnen/"] {
            assert_eq!(read(text), Address { view: "bronnen".into(), scenario: None, conversions: vec![] });
        }
        let brochure = fragment("rekenen", &Scenario::new(Preset::Brochure));
        assert_eq!(read(&brochure).scenario, Some(Ok(Scenario::new(Preset::Brochure))));
    }
}
