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

/// Problem with one field.
#[derive(Clone, Debug, PartialEq)]
pub enum Problem {
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
        /// The names that could be used instead.
        allowed: Vec<String>,
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
