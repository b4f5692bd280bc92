//! Fills in the `{{name}}` placeholders of index.html.

use anyhow::{Result, bail};
use std::time::{SystemTime, UNIX_EPOCH};

/// Replaces each `{{name}}` by its value. Each name must be used, and none may
/// be left: a forgotten one is a broken page.
pub fn fill(template: &str, values: &[(&str, &str)]) -> Result<String> {
    let mut filled = template.to_owned();
    for (name, value) in values {
        let placeholder = format!("{{{{{name}}}}}");
        if !template.contains(&placeholder) {
            bail!("the placeholder {placeholder} is missing");
        }
        filled = filled.replace(&placeholder, value);
    }
    if let Some(name) = unknown(template, values) {
        bail!("the placeholder {{{{{name}}}}} is unknown");
    }
    Ok(filled)
}

/// The first placeholder of the template that has no value.
fn unknown<'a>(template: &'a str, values: &[(&str, &str)]) -> Option<&'a str> {
    template.split("{{").skip(1).find_map(|rest| {
        let (name, _) = rest.split_once("}}")?;
        let is_name = !name.is_empty() && name.bytes().all(|b| b.is_ascii_lowercase() || b == b'_');
        (is_name && values.iter().all(|(known, _)| *known != name)).then_some(name)
    })
}

/// Eight hexadecimal digits that change with the content.
pub fn hash(content: &[u8]) -> String {
    let crc = crc::Crc::<u32>::new(&crc::CRC_32_ISO_HDLC);
    format!("{:08x}", crc.checksum(content))
}

/// Today as `2026-01-31` (UTC); `SOURCE_DATE_EPOCH` makes builds repeatable.
pub fn today() -> String {
    let seconds = std::env::var("SOURCE_DATE_EPOCH")
        .ok()
        .and_then(|text| text.parse().ok())
        .unwrap_or_else(|| SystemTime::now().duration_since(UNIX_EPOCH).map_or(0, |since| since.as_secs()));
    date(seconds / 86_400)
}

/// The date so many days after 1 January 1970, by counting off whole years
/// and months: simple to check, and quick enough for one call.
fn date(mut days: u64) -> String {
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
        // Not a placeholder of ours, and a value is not filled in again.
        assert_eq!(fill("{{a}}{{1}}", &[("a", "{{b}}")]).unwrap(), "{{b}}{{1}}");
    }

    #[test]
    fn dates() {
        for (days, expected) in [
            (0, "1970-01-01"),
            (11_016, "2000-02-29"),
            (20_088, "2024-12-31"),
            (20_089, "2025-01-01"),
            (20_514, "2026-03-02"),
        ] {
            assert_eq!(date(days), expected);
        }
    }

    #[test]
    fn a_hash_has_eight_digits() {
        assert_eq!(hash(b"123456789"), "cbf43926");
        assert_eq!(hash(b""), "00000000");
    }
}
