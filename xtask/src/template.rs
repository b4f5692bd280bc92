//! Fills in the `{{name}}` placeholders of index.html, and makes two of their values:
//! the hash of a build and its date.

use anyhow::{Result, bail};
use std::time::{SystemTime, UNIX_EPOCH};

/// Replaces each `{{name}}` in the template by its value. An error if a name is not
/// in the template, or if the template has a name without a value.
pub fn fill(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut filled = template.to_owned();
    for (name, value) in values {
        let placeholder = format!("{{{{{name}}}}}");
        if !template.contains(&placeholder) {
            bail!("the placeholder {placeholder} is missing");
        }
        filled = filled.replace(&placeholder, value);
    }
    if let Some(name) = find_unknown(template, values) {
        bail!("the placeholder {{{{{name}}}}} is unknown");
    }
    Ok(filled)
}

/// Returns the name of the first placeholder that has no value.
fn find_unknown<'a>(template: &'a str, values: &[(&str, &str)]) -> Option<&'a str> {
    template.split("{{").skip(1).find_map(|rest| {
        let (name, _) = rest.split_once("}}")?;
        let is_name = !name.is_empty() && name.bytes().all(|byte| byte.is_ascii_lowercase() || byte == b'_');
        (is_name && values.iter().all(|(known, _)| *known != name)).then_some(name)
    })
}

/// Returns the CRC-32 of the content as eight hexadecimal digits.
pub fn hash(content: &[u8]) -> String {
    let crc = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);
    format!("{:08x}", crc.checksum(content))
}

/// Returns today's date (UTC) as `2026-01-31`. The environment variable
/// `SOURCE_DATE_EPOCH`, in seconds since 1970, sets another one for repeatable builds.
pub fn today() -> String {
    let seconds =
        std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|text| text.parse().ok()).unwrap_or_else(|| {
            SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |elapsed| elapsed.as_secs())
        });
    format_date(seconds / 86_400)
}

/// Returns the date that is this number of days after 1 January 1970. It subtracts
/// whole years and months: simple to check, and quick enough for one call.
fn format_date(mut days: u64) -> String {
    let leap = |year: u64| year.is_multiple_of(4) && !year.is_multiple_of(100) || year.is_multiple_of(400);
    let mut year = 1970;
    while days >= 365 + u64::from(leap(year)) {
        days -= 365 + u64::from(leap(year));
        year += 1;
    }
    let february = 28 + u64::from(leap(year));
    let mut month = 1;
    for length in [31, february, 31, 30, 31, 30, 31, 31, 30, 31, 30] {
        if days < length {
            break;
        }
        days -= length;
        month += 1;
    }
    format!("{year}-{month:02}-{:02}", days + 1)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn placeholders_are_filled_and_none_is_forgotten() {
        assert_eq!(fill("<{{a}}{{a}}>", &[("a", "1")]).unwrap(), "<11>");
        assert!(fill("<{{a}}{{b}}>", &[("a", "1")]).is_err());
        assert!(fill("<>", &[("a", "1")]).is_err());
        // `{{1}}` is no placeholder, and a value may contain what looks like an unknown placeholder.
        assert_eq!(fill("{{a}}{{1}}", &[("a", "{{b}}")]).unwrap(), "{{b}}{{1}}");
    }

    #[test]
    fn days_become_dates() {
        for (days, expected) in [
            (0, "1970-01-01"),
            (11_016, "2000-02-29"),
            (20_088, "2024-12-31"),
            (20_089, "2025-01-01"),
            (20_514, "2026-03-02"),
        ] {
            assert_eq!(format_date(days), expected);
        }
    }

    #[test]
    fn a_hash_has_eight_digits() {
        assert_eq!(hash(b"123456789"), "cbf43926");
        assert_eq!(hash(b""), "00000000");
    }
}
