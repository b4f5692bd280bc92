//! Problems with input. Each names the field, the text that was given and what is
//! allowed; the sentences about them are in the catalogue of texts, `src/text`.

use crate::model::parameter::Unit;

/// Issue with one field of the input.
#[derive(Clone, Debug, PartialEq)]
pub struct Issue {
    /// The field, by its name in files: `dagbesteding.autonoom`.
    pub field: String,
    /// Text that was given, shortened where it is long.
    pub given: String,
    /// Problem with the field, and what would be allowed.
    pub problem: Problem,
}

impl Issue {
    /// Makes an issue with this field; long texts are shortened.
    pub fn new(field: impl Into<String>, given: impl Into<String>, problem: Problem) -> Issue {
        let (mut field, mut given) = (field.into(), given.into());
        shorten(&mut field);
        shorten(&mut given);
        Issue { field, given, problem }
    }
}

/// Cuts a text off after 80 characters: input can be megabytes long, and messages
/// repeat it.
fn shorten(text: &mut String) {
    const LONGEST: usize = 80;
    if let Some((end, _)) = text.char_indices().nth(LONGEST) {
        text.truncate(end);
        text.push('…');
    }
}

/// The largest number of names that are proposed for an unknown one.
pub const MAX_NEAREST: usize = 3;

/// The number of characters, from the end, in which an unknown name is compared with
/// others: input can be megabytes long.
const COMPARED: usize = 80;

impl Problem {
    /// Makes the problem of an unknown name, with the names that are most like it. The given
    /// name may have more parts before it, such as `ranges.`; parts are separated by points.
    pub fn unknown(given: &str, names: impl IntoIterator<Item = impl Into<String>>) -> Problem {
        let start = given.char_indices().rev().nth(COMPARED - 1).map_or(0, |(start, _)| start);
        let parts: Vec<&str> = given[start..].split('.').collect();
        let mut nearest: Vec<(usize, String)> = Vec::new();
        for name in names {
            let name: String = name.into();
            let count = name.split('.').count().min(parts.len());
            let distance = edit_distance(&parts[parts.len() - count..].join("."), &name);
            let place = nearest.iter().position(|(other, _)| distance < *other).unwrap_or(nearest.len());
            nearest.insert(place, (distance, name));
            nearest.truncate(MAX_NEAREST);
        }
        Problem::Unknown { nearest: nearest.into_iter().map(|(_, name)| name).collect() }
    }
}

/// Returns how many characters must be added, removed or replaced to make one text of the
/// other (Levenshtein distance).
fn edit_distance(one: &str, other: &str) -> usize {
    let other: Vec<char> = other.chars().collect();
    let mut row: Vec<usize> = (0..=other.len()).collect();
    for (index, c) in one.chars().enumerate() {
        let mut diagonal = index;
        row[0] = index + 1;
        for (column, expected) in other.iter().enumerate() {
            let replaced = diagonal + usize::from(c != *expected);
            diagonal = row[column + 1];
            row[column + 1] = replaced.min(diagonal + 1).min(row[column] + 1);
        }
    }
    row[other.len()]
}

/// Problem with one field.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
    /// The text is empty, or only space.
    Empty,
    /// The text is no JSON at all: it does not begin as an object or a list does.
    OtherFormat,
    /// The text is no JSON, from this line and column on.
    NotJson {
        /// Counted from 1.
        line: usize,
        /// Counted from 1.
        column: usize,
    },
    /// The text is longer than any scenario.
    TooLong {
        /// The largest number of bytes that is read.
        max: usize,
    },
    /// File that was written by a newer version of the page.
    NewerSchema,
    /// Value of another type than the field has.
    WrongType(ExpectedType),
    /// Key or parameter that does not exist.
    Unknown {
        /// The names that exist and are most like it, at most [`MAX_NEAREST`].
        nearest: Vec<String>,
    },
    /// Key that occurs twice in one object.
    DuplicateKey,
    /// Name that is not one of those allowed.
    NotOneOf(Vec<&'static str>),
    /// Outside the limits; the limits themselves are allowed.
    OutOfLimits {
        /// The lowest value allowed.
        low: f64,
        /// The highest value allowed.
        high: f64,
        /// Unit of the limits; shares are percentages on screen.
        unit: Unit,
    },
    /// Number that must be whole and is not.
    NotWhole {
        /// The lowest value allowed.
        low: f64,
        /// The highest value allowed.
        high: f64,
        /// Unit of the limits; shares are percentages on screen.
        unit: Unit,
    },
    /// Shares of one whole that add up to more than 100%.
    AboveWhole {
        /// Sum of the shares.
        sum: f64,
    },
    /// Id that an own line may not have.
    BadId,
    /// An id that is taken already.
    TakenId,
    /// Required field that is absent.
    Missing,
    /// More characters than fit.
    TextTooLong {
        /// The largest number of characters.
        max: usize,
    },
    /// The low end of a range lies above its high end.
    Reversed,
    /// Range of a parameter that cannot have one.
    MayNotVary,
}

/// The types that a field can have.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum ExpectedType {
    /// A finite number.
    Number,
    /// Text in quotes.
    Text,
    /// True or false.
    Boolean,
    /// List of values.
    List,
    /// An object with named fields.
    Object,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_nearest_names_come_first() {
        assert_eq!(edit_distance("kitten", "sitting"), 3);
        assert_eq!((edit_distance("", "abc"), edit_distance("abc", "")), (3, 3));
        let names = ["label", "low", "high", "dagbesteding.aantal"];
        let nearest = |given| match Problem::unknown(given, names) {
            Problem::Unknown { nearest } => nearest,
            other => panic!("{other:?}"),
        };
        assert_eq!(nearest("ranges.dagbesteding.aantl")[0], "dagbesteding.aantal");
        assert_eq!(nearest("custom c1.lable").len(), MAX_NEAREST);
        assert_eq!((nearest("custom c1.lable")[0].as_str(), nearest("hihg")[0].as_str()), ("label", "high"));
        assert_eq!(nearest(&"é".repeat(1_000_000)).len(), MAX_NEAREST);
    }
}
