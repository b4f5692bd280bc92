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
pub mod rounding;

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
    /// Whether the text is in a notation with the two separators swapped, such as `1.5` or
    /// `1,000,000`; how it was read should be reported to the user.
    pub other_notation: bool,
    /// The value if the decimal separator was meant to separate groups, which a text such
    /// as `36,500` leaves open; `None` where the text can be read in one way only.
    pub if_grouped: Option<f64>,
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
    c.is_whitespace()
}

/// Returns whether a character has no width: copied text brings such characters along.
fn is_invisible(c: char) -> bool {
    matches!(c, '\u{ad}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2060}'..='\u{2069}' | '\u{feff}')
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
    ///
    /// ```
    /// use rekenmodel::number::{DUTCH, Style};
    ///
    /// let unclear = DUTCH.parse("36,500", Style::Plain).unwrap();
    /// assert_eq!((unclear.value, unclear.if_grouped), (36.5, Some(36_500.0)));
    /// let clear = DUTCH.parse("0,125", Style::Plain).unwrap();
    /// assert_eq!((clear.value, clear.if_grouped), (0.125, None));
    /// ```
    pub fn parse(self, text: &str, style: Style) -> Result<Parsed, NotANumber> {
        let visible: String = text.chars().filter(|c| !is_invisible(*c)).collect();
        let text = visible.trim_matches(is_space);
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
        let body = body.trim_matches(is_space);
        let exponent = if style == Style::Percent { "e-2" } else { "" };
        let value_of = |digits: String| {
            let value = digits::parse(&format!("{digits}{exponent}"))?;
            Some(if minus_before_euro || minus_after_euro { 0.0 - value } else { value })
        };
        let swapped = Notation { decimal: self.group, group: self.decimal };
        let value_if_swapped = swapped.digits(body).and_then(value_of);
        match self.digits(body).and_then(value_of) {
            Some(value) => {
                let if_grouped = value_if_swapped.filter(|_| body.contains(self.decimal));
                Ok(Parsed { value, other_notation: false, if_grouped })
            }
            None => {
                let value = value_if_swapped.ok_or(NotANumber::Unreadable)?;
                Ok(Parsed { value, other_notation: true, if_grouped: None })
            }
        }
    }

    /// Returns the digits with a point as decimal separator; `None` where the text is no
    /// number in this notation.
    fn digits(self, body: &str) -> Option<String> {
        let is_digits = |text: &str| text.chars().all(|c| c.is_ascii_digit());
        let (whole, fraction) = body.split_once(self.decimal).unwrap_or((body, ""));
        let has_digit = body.contains(|c: char| c.is_ascii_digit());
        let whole = self.ungrouped(whole).filter(|_| has_digit && is_digits(fraction))?;
        Some(format!("{whole}.{fraction}"))
    }

    /// Returns the digits before the decimal separator without group separators; `None`
    /// unless these are all the same and each is followed by exactly three digits. A number
    /// with groups does not begin with 0: `0.234` is a fraction.
    fn ungrouped(self, whole: &str) -> Option<String> {
        let is_apostrophe = |c| matches!(c, '\'' | '’');
        let separators: [&dyn Fn(char) -> bool; 3] = [&|c| c == self.group, &is_space, &is_apostrophe];
        separators.iter().find_map(|is_separator| {
            let groups: Vec<&str> = whole.split(is_separator).collect();
            let digits = groups.iter().all(|group| group.chars().all(|c| c.is_ascii_digit()));
            let (first, rest) = groups.split_first()?;
            let threes = rest.iter().all(|group| group.len() == 3);
            let starts = rest.is_empty() || (1..=3).contains(&first.len()) && !first.starts_with('0');
            (digits && threes && starts)
                .then(|| if whole.is_empty() { "0".to_owned() } else { groups.concat() })
        })
    }

    /// Writes a value as it can be typed: without group separators, and so that it is read
    /// in one way only. A fraction of three digits gets a fourth.
    pub fn typed(self, value: f64, style: Style) -> String {
        let mut text = self.field(value, style).replace(self.group, "");
        if self.parse(&text, style).is_ok_and(|parsed| parsed.if_grouped.is_some()) {
            text.push('0');
        }
        text
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

    /// Writes an amount with its cents, `€ 46,50`; a whole amount without: `€ 46`.
    pub fn euro_with_cents(self, value: f64) -> String {
        let number = self.number(value, 2);
        let decimals = number.split_once(self.decimal).map(|(_, decimals)| decimals.len());
        let missing_zero = if decimals == Some(1) { "0" } else { "" };
        format!("€{SPACE}{number}{missing_zero}")
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

/// Returns the whole number by which a rounded sum differs from the sum of its rounded parts.
pub fn rounding_difference(parts: &[f64], sum: f64) -> f64 {
    (parts.iter().map(|part| part.round()).sum::<f64>() - sum.round()).abs()
}

/// Rounds a threshold up to this number of decimals, so that 'at least' is true. A value that
/// differs from a rounded one only by the error of floating-point arithmetic stays that one.
pub fn round_up(value: f64, decimals: i32) -> f64 {
    let unit = 10_f64.powi(decimals);
    let (scaled, nearest) = (value * unit, (value * unit).round());
    let is_exact = (scaled - nearest).abs() <= 1e-9 * scaled.abs().max(1.0);
    (if is_exact { nearest } else { scaled.ceil() }) / unit
}

/// Rounds a margin down to this number of decimals, so that 'at most' is true; see [`round_up`].
pub fn round_down(value: f64, decimals: i32) -> f64 {
    -round_up(-value, decimals)
}

#[cfg(test)]
mod tests;
