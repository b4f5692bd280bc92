//! The few ways in which a shape is drawn. On the page a class gives the
//! colours, so that dark, print and forced colours work; in a file a fixed
//! light palette does.

/// Style of a shape, without its colours.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MarkStyle {
    /// A cost, in one of [`TINTS`] warm greys from dark to light.
    Cost(u8),
    /// A saving, in one of [`TINTS`] tints of the accent from dark to light.
    Saving(u8),
    /// Income, which lowers the costs: a light fill with an outline.
    Income,
    /// Harm, what a line costs instead of saves: dark, with an outline of the
    /// accent.
    Harm,
    /// The dashed outline of what is not covered.
    Gap,
    /// The stripes inside that outline.
    Hatch,
    /// The dashed outline of what is saved beyond the costs.
    Surplus,
    /// The stripes inside that outline.
    SurplusHatch,
    /// Area below zero over the years.
    Below,
    /// Area above zero over the years.
    Above,
    /// The line of the data.
    Course,
    /// The dots on that line, or a level across bars: with an edge.
    Dot,
    /// The line of zero.
    Zero,
    /// Lines of the grid.
    Grid,
    /// Line from a label to its shape, or from a step to the next.
    Leader,
    /// A moment or a level without a size: dashed.
    MarkerLine,
    /// Text in the ordinary colour.
    Words,
    /// Text beside the point.
    Muted,
    /// Text that the picture is about.
    Accent,
}

/// Number of tints of costs and of savings.
pub const TINTS: usize = 6;

/// Fixed drawing for a file: presentation attributes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    /// Colour of the inside.
    pub fill: &'static str,
    /// Colour of the outline.
    pub stroke: &'static str,
    /// Width of the outline.
    pub width: f64,
    /// Dashes of the outline; may be empty.
    pub dashes: &'static str,
}

const COSTS: [&str; TINTS] = ["#3f3a35", "#57514a", "#6d665e", "#827a71", "#6d665e", "#948b81"];
const SAVINGS: [&str; TINTS] = ["#8f3817", "#a8431f", "#bd5a33", "#ce7049", "#a8431f", "#d67f5b"];
const PAPER: &str = "#ffffff";
const WORDS: &str = "#2b2723";
const ACCENT: &str = "#a8431f";

impl MarkStyle {
    /// The class on the page.
    pub fn class(self) -> &'static str {
        const COSTS: [&str; TINTS] = ["k-cost1", "k-cost2", "k-cost3", "k-cost4", "k-cost5", "k-cost6"];
        const SAVINGS: [&str; TINTS] =
            ["k-saving1", "k-saving2", "k-saving3", "k-saving4", "k-saving5", "k-saving6"];
        match self {
            MarkStyle::Cost(tint) => COSTS[tint as usize % TINTS],
            MarkStyle::Saving(tint) => SAVINGS[tint as usize % TINTS],
            MarkStyle::Income => "k-income",
            MarkStyle::Harm => "k-harm",
            MarkStyle::Gap => "k-gap",
            MarkStyle::Hatch => "k-hatch",
            MarkStyle::Surplus => "k-surplus",
            MarkStyle::SurplusHatch => "k-surplus-hatch",
            MarkStyle::Below => "k-below",
            MarkStyle::Above => "k-above",
            MarkStyle::Course => "k-course",
            MarkStyle::Dot => "k-dot",
            MarkStyle::Zero => "k-zero",
            MarkStyle::Grid => "k-grid",
            MarkStyle::Leader => "k-leader",
            MarkStyle::MarkerLine => "k-moment",
            MarkStyle::Words => "k-words",
            MarkStyle::Muted => "k-muted",
            MarkStyle::Accent => "k-accent",
        }
    }

    /// The drawing in a file, on white.
    pub fn paint(self) -> Paint {
        let filled = |fill| Paint { fill, stroke: "none", width: 0.0, dashes: "" };
        let lined = |stroke, width, dashes| Paint { fill: "none", stroke, width, dashes };
        match self {
            MarkStyle::Cost(tint) => filled(COSTS[tint as usize % TINTS]),
            MarkStyle::Saving(tint) => filled(SAVINGS[tint as usize % TINTS]),
            MarkStyle::Income => Paint { fill: "#e6e0d8", stroke: "#6d665e", width: 1.5, dashes: "" },
            MarkStyle::Harm => Paint { fill: "#2b2723", stroke: ACCENT, width: 2.0, dashes: "" },
            MarkStyle::Gap => lined(WORDS, 1.5, "5 3"),
            MarkStyle::Hatch => lined("#a0978c", 1.2, ""),
            MarkStyle::Surplus => lined(ACCENT, 1.5, "5 3"),
            MarkStyle::SurplusHatch => lined("#d9a48d", 1.2, ""),
            MarkStyle::Below => filled("#e6e0d8"),
            MarkStyle::Above => filled("#f3d3c4"),
            MarkStyle::Course => lined(ACCENT, 2.5, ""),
            MarkStyle::Dot => Paint { fill: ACCENT, stroke: PAPER, width: 1.5, dashes: "" },
            MarkStyle::Zero => lined(WORDS, 1.5, ""),
            MarkStyle::Grid => lined("#e6e0d8", 1.0, ""),
            MarkStyle::Leader => lined("#a0978c", 1.0, ""),
            MarkStyle::MarkerLine => lined("#6d665e", 1.25, "3 3"),
            MarkStyle::Words => filled(WORDS),
            MarkStyle::Muted => filled("#655e56"),
            MarkStyle::Accent => filled(ACCENT),
        }
    }
}
