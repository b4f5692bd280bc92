//! Reads and writes numbers in the notation of a language, with equal results natively
//! and in every browser.
//!
//! ```
//! use rekenmodel::number::{DUTCH, Style};
//!
//! assert_eq!(DUTCH.parse("€ 1.234,56", Style::Plain).unwrap().value, 1234.56);
//! assert_eq!(DUTCH.parse("50%", Style::Percent).unwrap().value, 0.5);
//! assert_eq!(DUTCH.euro(-146_000.0), "€\u{a0}−146.000");
//! ```

pub mod digits;

/// Notation of numbers in a language.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Notation {
    /// Separator between whole and fraction.
    pub decimal: char,
    /// Separator between groups of three digits.
    pub group: char,
}

/// Dutch notation: a decimal comma, and a point between groups of three digits, as in
/// 1.234,56.
pub const DUTCH: Notation = Notation { decimal: ',', group: '.' };

/// Style of a number in a text field.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Style {
    /// The number itself.
    Plain,
    /// A percentage: `50` is 0.5.
    Percent,
    /// A calendar year, never grouped.
    Year,
}

/// A number that was read.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Parsed {
    /// Value that was read; a fraction where the text was a percentage.
    pub value: f64,
    /// Whether a group separator was read as a decimal one (`1.5`), which should be
    /// reported to the user.
    pub read_as_decimal: bool,
}

/// Reason why a text is no number.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum NotANumber {
    /// The text is empty, or only space.
    Empty,
    /// The text is no number in this notation.
    Unreadable,
}

const MINUS: char = '−';
const SPACE: char = '\u{a0}';

fn is_space(c: char) -> bool {
    c.is_whitespace() || matches!(c, '\u{a0}' | '\u{202f}' | '\u{2009}')
}

/// Splits the sign off a text: returns whether it is a minus, and the text after it.
fn split_sign(text: &str) -> (bool, &str) {
    let rest = text.trim_start_matches(is_space);
    match rest.strip_prefix(['-', MINUS, '–']) {
        Some(rest) => (true, rest),
        None => (false, rest.strip_prefix('+').unwrap_or(rest)),
    }
}

impl Notation {
    /// Reads a number that the user typed.
    ///
    /// # Errors
    /// When the text is empty or no number in this notation; `inf`, `NaN` and numbers with
    /// an exponent are refused too.
    pub fn parse(self, text: &str, style: Style) -> Result<Parsed, NotANumber> {
        let text = text.trim_matches(is_space);
        if text.is_empty() {
            return Err(NotANumber::Empty);
        }
        let (minus_before_euro, rest) = split_sign(text);
        let rest = rest.trim_start_matches(is_space);
        let (minus_after_euro, mut body) = match rest.strip_prefix('€') {
            Some(rest) if style == Style::Plain => split_sign(rest),
            _ => (false, rest),
        };
        if minus_before_euro && minus_after_euro {
            return Err(NotANumber::Unreadable);
        }
        if style == Style::Percent {
            body = body.strip_suffix('%').unwrap_or(body);
        } else {
            // Prices are often written as '€ 300,-'.
            let without_dashes = body.trim_end_matches(['-', '–', '—']);
            if without_dashes != body {
                body = without_dashes.strip_suffix(self.decimal).ok_or(NotANumber::Unreadable)?;
            }
        }
        let (digits, read_as_decimal) = self.digits(body.trim_matches(is_space))?;
        let exponent = if style == Style::Percent { "e-2" } else { "" };
        let value = digits::parse(&format!("{digits}{exponent}")).ok_or(NotANumber::Unreadable)?;
        let value = if minus_before_euro || minus_after_euro { 0.0 - value } else { value };
        Ok(Parsed { value, read_as_decimal })
    }

    /// Returns the digits with a point as decimal separator, and whether a group separator
    /// was read as a decimal one.
    fn digits(self, body: &str) -> Result<(String, bool), NotANumber> {
        let allowed = |c: char| c.is_ascii_digit() || c == self.decimal || c == self.group || is_space(c);
        let any_digit = body.contains(|c: char| c.is_ascii_digit());
        if !any_digit || !body.chars().all(allowed) {
            return Err(NotANumber::Unreadable);
        }
        let (whole, fraction) = match body.split_once(self.decimal) {
            Some((whole, fraction)) => (whole, Some(fraction)),
            None => (body, None),
        };
        let is_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
        if let Some(fraction) = fraction
            && !is_digits(fraction)
        {
            return Err(NotANumber::Unreadable);
        }
        let as_decimal = || {
            let (before, after) = whole.split_once(self.group)?;
            let readable = fraction.is_none() && is_digits(before) && is_digits(after);
            readable.then(|| format!("{before}.{after}"))
        };
        let grouped = self.ungrouped(whole);
        match grouped {
            Some(whole) => Ok((format!("{whole}.{}", fraction.unwrap_or("")), false)),
            None => as_decimal().map(|digits| (digits, true)).ok_or(NotANumber::Unreadable),
        }
    }

    /// Returns the digits before the decimal separator without group separators; `None`
    /// unless each of these is followed by exactly three digits. A number with groups does
    /// not begin with 0: `0.234` is a fraction.
    fn ungrouped(self, whole: &str) -> Option<String> {
        let groups: Vec<&str> = whole.split(|c| c == self.group || is_space(c)).collect();
        let digits = groups.iter().all(|group| group.chars().all(|c| c.is_ascii_digit()));
        let (first, rest) = groups.split_first()?;
        let threes = rest.iter().all(|group| group.len() == 3);
        let starts = rest.is_empty() || (1..=3).contains(&first.len()) && !first.starts_with('0');
        (digits && threes && starts).then(|| if whole.is_empty() { "0".to_owned() } else { groups.concat() })
    }

    /// Writes a value for a text field as [`Notation::shown`] does, but with the minus sign
    /// that is on a keyboard.
    pub fn field(self, value: f64, style: Style) -> String {
        self.shown(value, style).replace(MINUS, "-")
    }

    /// Writes a value for display: exactly where that takes at most six decimals, else
    /// with two decimals.
    pub fn shown(self, value: f64, style: Style) -> String {
        let plain = digits::format(value + 0.0);
        if style == Style::Year {
            return plain;
        }
        let plain = if style == Style::Percent { times_hundred(&plain) } else { plain };
        let is_long = plain.split_once('.').is_some_and(|(_, fraction)| fraction.len() > 6);
        let factor = if style == Style::Percent { 100.0 } else { 1.0 };
        if is_long { self.number(value * factor, 2) } else { self.localise(&plain) }
    }

    /// Writes a number with at most this many decimals (up to three), without trailing
    /// zeros.
    pub fn number(self, value: f64, decimals: usize) -> String {
        // Halves are rounded away from zero, as people do. `scaled / scale` is the float
        // nearest to the rounded decimal number, so its shortest digits have no more
        // decimals. A number that is too large to scale exactly has no decimals at all.
        let scale = [1.0, 10.0, 100.0, 1000.0][decimals.min(3)];
        let scaled = (value * scale).round();
        let rounded = if scaled.abs() < 9e15 { scaled / scale } else { value };
        self.localise(&digits::format(rounded + 0.0))
    }

    /// Writes an amount in whole euros: `€ −146.000`.
    pub fn euro(self, value: f64) -> String {
        format!("€{SPACE}{}", self.number(value, 0))
    }

    /// Writes a fraction as a whole percentage, `51%`; below 10% with at most one decimal.
    pub fn percent(self, fraction: f64) -> String {
        let percentage = fraction * 100.0;
        let decimals = usize::from(percentage.abs() < 9.95);
        format!("{}%", self.number(percentage, decimals))
    }

    /// Puts the separators of the notation into plain digits, and a true minus before
    /// them.
    fn localise(self, plain: &str) -> String {
        let (minus, digits) = match plain.strip_prefix('-') {
            Some(digits) if digits.contains(|c: char| ('1'..='9').contains(&c)) => (true, digits),
            Some(digits) => (false, digits),
            None => (false, plain),
        };
        let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
        let mut text = String::with_capacity(plain.len() + plain.len() / 3 + 4);
        if minus {
            text.push(MINUS);
        }
        for (index, digit) in whole.char_indices() {
            if index > 0 && (whole.len() - index) % 3 == 0 {
                text.push(self.group);
            }
            text.push(digit);
        }
        if let Some(fraction) = fraction {
            text.push(self.decimal);
            text.push_str(fraction);
        }
        text
    }
}

/// Multiplies plain digits by a hundred, by moving the point, so that 0.07 becomes 7 and
/// not 7.000000000000001.
fn times_hundred(plain: &str) -> String {
    let (minus, digits) = plain.strip_prefix('-').map_or(("", plain), |digits| ("-", digits));
    let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
    let padded = format!("{fraction:0<2}");
    let (hundredths, fraction) = padded.split_at(2);
    let whole = format!("{whole}{hundredths}");
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    let point = if fraction.is_empty() { "" } else { "." };
    format!("{minus}{whole}{point}{fraction}")
}

/// Rounds a threshold up to this number of decimals, so that 'at least' is true. A value that
/// differs from a rounded one only by the error of floating-point arithmetic stays that one.
pub fn round_up(value: f64, decimals: i32) -> f64 {
    let unit = 10_f64.powi(decimals);
    let (scaled, nearest) = (value * unit, (value * unit).round());
    let is_exact = (scaled - nearest).abs() <= 1e-9 * scaled.abs().max(1.0);
    (if is_exact { nearest } else { scaled.ceil() }) / unit
}

#[cfg(test)]
mod tests;
