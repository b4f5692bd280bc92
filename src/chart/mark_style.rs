//! The styles in which shapes are drawn. On the page a CSS class gives the colours,
//! so that dark mode, printing and forced colours work; a saved file has a fixed
//! light palette.

/// Style of a shape: its colours and lines. A style with one use is named after what is
/// drawn in it (a cost, the grid, the line of zero), a style with several uses after how it
/// looks (dashed, hatched).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkStyle {
    /// A cost, in one of [`TINTS`] warm greys; the number is the index of the tint.
    Cost(u8),
    /// A saving, in one of [`TINTS`] tints of teal; the number is the index
    /// of the tint.
    Saving(u8),
    /// Own income, which lowers the costs: a light fill with an outline.
    Income,
    /// Harm, which is a savings line that costs money instead: dark, with an outline in
    /// amber.
    Harm,
    /// A dashed dark outline without fill: of the gap between costs and savings, of the
    /// uncovered costs of a dekkingsplan, and of a bar that crosses the amount at which the conclusion turns.
    Dashed,
    /// Grey stripes inside a dashed outline.
    Hatch,
    /// A dashed outline or line in the colour of savings: the outline of a positive saldo
    /// (savings beyond the costs), or a line that marks one amount on an axis.
    AccentDashed,
    /// Stripes in a light tint of the colour of savings, inside the outline of a positive saldo.
    AccentHatch,
    /// Area between the axis and a line that is below zero there.
    AreaBelowZero,
    /// Area between the axis and a line that is above zero there.
    AreaAboveZero,
    /// A line that shows data.
    DataLine,
    /// The colour of savings with a white edge: a dot on a line that shows data, or a short
    /// thick line across a bar.
    WhiteEdged,
    /// The line of zero.
    Zero,
    /// A line of the grid.
    Grid,
    /// A thin line from a label to its shape, or from one step to the next.
    Leader,
    /// A thin dashed line in grey that marks a year or an amount.
    MarkerLine,
    /// Text in the ordinary colour.
    PlainText,
    /// Less important text, in grey.
    MutedText,
    /// Text of the main result, in the colour of savings.
    AccentText,
    /// Text in the colour of savings.
    SavingText,
    /// Text on a cost or a saving.
    TextOnFill,
    /// The colour of the background, under a text on stripes.
    Background,
}

/// Number of tints for costs, and for savings.
pub const TINTS: usize = 6;

/// SVG presentation attributes of a style, for a saved file.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    /// Colour of the inside.
    pub fill: &'static str,
    /// Colour of the outline.
    pub stroke: &'static str,
    /// Width of the outline, in drawing units.
    pub width: f64,
    /// The SVG attribute `stroke-dasharray`; empty for a solid outline.
    pub dashes: &'static str,
}

const COSTS: [&str; TINTS] = ["#3f3a35", "#57514a", "#6d665e", "#7a7268", "#6d665e", "#7a7268"];
const SAVINGS: [&str; TINTS] = ["#0f766e", "#0b5f58", "#1c7b73", "#1f7f77", "#0f766e", "#1f7f77"];
const BACKGROUND: &str = "#ffffff";
const TEXT: &str = "#2b2723";
const ACCENT: &str = "#0f766e";

impl MarkStyle {
    /// Returns the CSS class on the page.
    pub fn class(self) -> &'static str {
        const COSTS: [&str; TINTS] = ["k-cost1", "k-cost2", "k-cost3", "k-cost4", "k-cost5", "k-cost6"];
        const SAVINGS: [&str; TINTS] =
            ["k-saving1", "k-saving2", "k-saving3", "k-saving4", "k-saving5", "k-saving6"];
        match self {
            MarkStyle::Cost(tint) => COSTS[tint as usize % TINTS],
            MarkStyle::Saving(tint) => SAVINGS[tint as usize % TINTS],
            MarkStyle::Income => "k-income",
            MarkStyle::Harm => "k-harm",
            MarkStyle::Dashed => "k-gap",
            MarkStyle::Hatch => "k-hatch",
            MarkStyle::AccentDashed => "k-surplus",
            MarkStyle::AccentHatch => "k-surplus-hatch",
            MarkStyle::AreaBelowZero => "k-below",
            MarkStyle::AreaAboveZero => "k-above",
            MarkStyle::DataLine => "k-course",
            MarkStyle::WhiteEdged => "k-dot",
            MarkStyle::Zero => "k-zero",
            MarkStyle::Grid => "k-grid",
            MarkStyle::Leader => "k-leader",
            MarkStyle::MarkerLine => "k-moment",
            MarkStyle::PlainText => "k-words",
            MarkStyle::MutedText => "k-muted",
            MarkStyle::AccentText => "k-accent",
            MarkStyle::SavingText => "k-saving-words",
            MarkStyle::TextOnFill => "k-on",
            MarkStyle::Background => "k-ground",
        }
    }

    /// Returns the attributes for a saved file, which has a white background.
    pub fn paint(self) -> Paint {
        let fill_only = |fill| Paint { fill, stroke: "none", width: 0.0, dashes: "" };
        let line_only = |stroke, width, dashes| Paint { fill: "none", stroke, width, dashes };
        match self {
            MarkStyle::Cost(tint) => fill_only(COSTS[tint as usize % TINTS]),
            MarkStyle::Saving(tint) => fill_only(SAVINGS[tint as usize % TINTS]),
            MarkStyle::Income => Paint { fill: "#e6e0d8", stroke: "#6d665e", width: 1.5, dashes: "" },
            MarkStyle::Harm => Paint { fill: "#2b2723", stroke: "#9a5b00", width: 2.0, dashes: "" },
            MarkStyle::Dashed => line_only(TEXT, 1.5, "5 3"),
            MarkStyle::Hatch => line_only("#a0978c", 1.2, ""),
            MarkStyle::AccentDashed => line_only(ACCENT, 1.5, "5 3"),
            MarkStyle::AccentHatch => line_only("#8fc4be", 1.2, ""),
            MarkStyle::AreaBelowZero => fill_only("#e6e0d8"),
            MarkStyle::AreaAboveZero => fill_only("#cfe6e3"),
            MarkStyle::DataLine => line_only(ACCENT, 2.5, ""),
            MarkStyle::WhiteEdged => Paint { fill: ACCENT, stroke: BACKGROUND, width: 1.5, dashes: "" },
            MarkStyle::Zero => line_only(TEXT, 1.5, ""),
            MarkStyle::Grid => line_only("#e6e0d8", 1.0, ""),
            MarkStyle::Leader => line_only("#a0978c", 1.0, ""),
            MarkStyle::MarkerLine => line_only("#6d665e", 1.25, "3 3"),
            MarkStyle::PlainText => fill_only(TEXT),
            MarkStyle::MutedText => fill_only("#655e56"),
            MarkStyle::AccentText => fill_only(ACCENT),
            MarkStyle::SavingText => fill_only(SAVINGS[0]),
            MarkStyle::TextOnFill | MarkStyle::Background => fill_only(BACKGROUND),
        }
    }
}
