//! How wide words are, and how they are made to fit. There is no browser to
//! ask: a table of widths a little wider than those of common system fonts.

/// Beyond the table's width: fonts differ.
const BOLD: f64 = 1.1;

/// The width of a character, as a part of the size.
fn character(c: char) -> f64 {
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

/// The width of a text, in the picture's units.
pub fn width(text: &str, size: f64, bold: bool) -> f64 {
    text.chars().map(character).sum::<f64>() * size * if bold { BOLD } else { 1.0 }
}

/// A text that fits: cut with … where it is too long.
pub fn cut(text: &str, room: f64, size: f64, bold: bool) -> String {
    if width(text, size, bold) <= room {
        return text.to_owned();
    }
    let mut used = width("…", size, bold);
    let fits = |c: &char| {
        used += width(c.encode_utf8(&mut [0; 4]), size, bold);
        used <= room
    };
    let kept: String = text.chars().take_while(fits).collect();
    format!("{}…", kept.trim_end())
}

/// A text on at most so many lines that fit, the last one cut where needed.
pub fn wrap(text: &str, room: f64, size: f64, bold: bool, most: usize) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    let mut words = text.split(' ').filter(|word| !word.is_empty()).peekable();
    while let Some(word) = words.next() {
        let mut line = word.to_owned();
        let last = lines.len() + 1 == most;
        while let Some(next) = words.peek() {
            let longer = format!("{line} {next}");
            if !last && width(&longer, size, bold) > room {
                break;
            }
            line = longer;
            words.next();
        }
        lines.push(cut(&line, room, size, bold));
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
        assert_eq!(cut("Scholing", 100.0, 14.0, false), "Scholing");
        let long = cut("Arbeidsongeschiktheidsverzekering", 100.0, 14.0, false);
        assert!(long.ends_with('…') && long.starts_with("Arbeidsong"), "{long}");
        assert_eq!(cut("", 0.0, 14.0, false), "");
    }

    #[test]
    fn wraps_at_words() {
        assert_eq!(wrap("Minder dagbesteding", 100.0, 14.0, false, 2), ["Minder", "dagbesteding"]);
        let three = wrap("een twee drie vier vijf zes zeven acht negen", 60.0, 14.0, false, 2);
        assert_eq!(three.len(), 2);
        assert!(three[1].ends_with('…'));
        assert!(wrap("  ", 60.0, 14.0, false, 2).is_empty());
    }
}
