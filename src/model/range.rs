//! Uncertainty of an input: its range, and the shape of the distribution within it.

/// The shape of the probability distribution within a range.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Shape {
    /// No spread: always the value itself.
    Fixed,
    /// Every value in the range is equally likely.
    Uniform,
    /// The density rises to the value of the input, then falls, in straight lines.
    Triangular,
    /// The density is a smooth hill with its top at the value of the input; the default.
    Pert,
}

impl Shape {
    /// List of all shapes.
    pub const ALL: [Shape; 4] = [Shape::Fixed, Shape::Uniform, Shape::Triangular, Shape::Pert];

    /// Returns the name in files.
    pub fn id(self) -> &'static str {
        match self {
            Shape::Fixed => "fixed",
            Shape::Uniform => "uniform",
            Shape::Triangular => "triangular",
            Shape::Pert => "pert",
        }
    }
}

/// The range of one input. With the shape [`Shape::Fixed`] the ends have no meaning: the
/// input always has its value.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Range {
    /// The shape of the spread.
    pub shape: Shape,
    /// The lowest value.
    pub low: f64,
    /// The highest value.
    pub high: f64,
}

impl Range {
    /// Makes the range of an input without spread; both ends are its value.
    pub fn fixed(value: f64) -> Range {
        Range { shape: Shape::Fixed, low: value, high: value }
    }

    /// Returns the range, widened where the value of the input lies outside it.
    pub fn including(self, value: f64) -> Range {
        if self.shape == Shape::Fixed {
            return Range::fixed(value);
        }
        Range { shape: self.shape, low: self.low.min(value), high: self.high.max(value) }
    }
}
