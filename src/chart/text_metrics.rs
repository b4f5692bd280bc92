//! Estimates of the width of text, and ways to make text fit. Charts are calculated
//! without a browser that could measure text, so this uses a table of character widths
//! that are a little larger than those of common system fonts.

/// Factor by which bold text is wider than the table says.
const BOLD: f64 = 1.1;

/// Returns the width of a character, as a fraction of the font size.
fn character_width(c: char) -> f64 {
    match c {
        'i' | 'j' | 'l' | '\'' | '’' | '‘' | '|' | 'I' => 0.28,
        ' ' | '\u{a0}' | '.' | ',' | ':' | ';' | '!' => 0.32,
        'f' | 't' | 'r' | '(' | ')' | '[' | ']' | '/' | '-' => 0.37,
        's' | 'c' | 'k' | 'v' | 'x' | 'y' | 'z' | 'J' => 0.54,
        'm' | 'w' | 'M' | 'W' | '@' | '%' | '…' | '—' => 0.95,
        '0'..='9' | '€' | '−' | '+' => 0.64,
        'a'..='z' | '–' | '“' | '”' | '"' => 0.6,
        'A'..='Z' | '<' | '>' | '=' | '&' => 0.74,
        '\u{c0}'..='\u{24f}' => 0.74,
        _ => 1.1,
    }
}

/// Returns the width of a text at this font size, in drawing units.
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    text.chars().map(character_width).sum::<f64>() * size * if bold { BOLD } else { 1.0 }
}

/// Returns a text that is at most `max_width` wide: cut off with '…' where it is too
/// long.
pub fn truncate(text: &str, max_width: f64, size: f64, bold: bool) -> String {
    if width(text, size, bold) <= max_width {
        return text.to_owned();
    }
    let mut used = width("…", size, bold);
    let fits = |c: &char| {
        used += width(c.encode_utf8(&mut [0; 4]), size, bold);
        used <= max_width
    };
    let beginning: String = text.chars().take_while(fits).collect();
    format!("{}…", beginning.trim_end())
}

/// Breaks a text between words into at most `max_lines` lines of at most `max_width`. A
/// word that is too long for a line, and the last line of a text that does not fit, are cut
/// off with '…'. Empty for a text without words.
pub fn wrap(text: &str, max_width: f64, size: f64, bold: bool, max_lines: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut words = text.split(' ').filter(|word| !word.is_empty()).peekable();
    while let Some(word) = words.next() {
        let mut line = word.to_owned();
        let last = lines.len() + 1 == max_lines;
        while let Some(next) = words.peek() {
            let longer = format!("{line} {next}");
            if !last && width(&longer, size, bold) > max_width {
                break;
            }
            line = longer;
            words.next();
        }
        lines.push(truncate(&line, max_width, size, bold));
        if last {
            break;
        }
    }
    lines
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_are_cut_and_short_ones_are_not() {
        assert_eq!(truncate("Scholing", 100.0, 14.0, false), "Scholing");
        let long = truncate("Arbeidsongeschiktheidsverzekering", 100.0, 14.0, false);
        assert!(long.ends_with('…') && long.starts_with("Arbeidsong"), "{long}");
        assert_eq!(truncate("", 0.0, 14.0, false), "");
    }

    #[test]
    fn text_wraps_between_words() {
        assert_eq!(wrap("Minder dagbesteding", 100.0, 14.0, false, 2), ["Minder", "dagbesteding"]);
        let three = wrap("een twee drie vier vijf zes zeven acht negen", 60.0, 14.0, false, 2);
        assert_eq!(three.len(), 2);
        assert!(three[1].ends_with('…'));
        assert!(wrap("  ", 60.0, 14.0, false, 2).is_empty());
    }
}
