//! The few ways in which a shape is drawn. On the page a class gives the
//! colours, so that dark, print and forced colours work; in a file a fixed
//! light palette does.

/// How a shape is drawn.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Ink {
    /// A cost, in one of [`TINTS`] warm greys from dark to light.
    Cost(u8),
    /// A saving, in one of [`TINTS`] tints of the accent from dark to light.
    Saving(u8),
    /// Income, which lowers the costs: a light fill with an outline.
    Income,
    /// What a line costs instead of saves: dark, with an outline of the accent.
    Harm,
    /// The dashed outline of what is not covered.
    Gap,
    /// The stripes inside that outline.
    Hatch,
    /// The dashed outline of what is saved beyond the costs.
    Surplus,
    /// The stripes inside that outline.
    SurplusHatch,
    /// What lies below zero over the years.
    Below,
    /// What lies above zero over the years.
    Above,
    /// The line of the data.
    Course,
    /// The dots on that line, or a level across bars: with an edge.
    Dot,
    /// The line of zero.
    Zero,
    /// Helping lines.
    Grid,
    /// From a label to its shape, from a step to the next.
    Leader,
    /// A moment or a level without a size: dashed.
    Moment,
    /// Text.
    Words,
    /// Text beside the point.
    Muted,
    /// Text that the picture is about.
    Accent,
}

/// How many tints there are of costs and of savings.
pub const TINTS: usize = 6;

/// Fixed drawing for a file: presentation attributes.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Paint {
    /// Colour of the inside.
    pub fill: &'static str,
    /// Colour of the outline.
    pub stroke: &'static str,
    /// Its width.
    pub width: f64,
    /// Its dashes; may be empty.
    pub dashes: &'static str,
}

const COSTS: [&str; TINTS] = ["#3f3a35", "#57514a", "#6d665e", "#827a71", "#6d665e", "#948b81"];
const SAVINGS: [&str; TINTS] = ["#8f3817", "#a8431f", "#bd5a33", "#ce7049", "#a8431f", "#d67f5b"];
const PAPER: &str = "#ffffff";
const WORDS: &str = "#2b2723";
const ACCENT: &str = "#a8431f";

impl Ink {
    /// The class on the page.
    pub fn class(self) -> &'static str {
        const COSTS: [&str; TINTS] = ["k-cost1", "k-cost2", "k-cost3", "k-cost4", "k-cost5", "k-cost6"];
        const SAVINGS: [&str; TINTS] =
            ["k-saving1", "k-saving2", "k-saving3", "k-saving4", "k-saving5", "k-saving6"];
        match self {
            Ink::Cost(tint) => COSTS[tint as usize % TINTS],
            Ink::Saving(tint) => SAVINGS[tint as usize % TINTS],
            Ink::Income => "k-income",
            Ink::Harm => "k-harm",
            Ink::Gap => "k-gap",
            Ink::Hatch => "k-hatch",
            Ink::Surplus => "k-surplus",
            Ink::SurplusHatch => "k-surplus-hatch",
            Ink::Below => "k-below",
            Ink::Above => "k-above",
            Ink::Course => "k-course",
            Ink::Dot => "k-dot",
            Ink::Zero => "k-zero",
            Ink::Grid => "k-grid",
            Ink::Leader => "k-leader",
            Ink::Moment => "k-moment",
            Ink::Words => "k-words",
            Ink::Muted => "k-muted",
            Ink::Accent => "k-accent",
        }
    }

    /// The drawing in a file, on white.
    pub fn paint(self) -> Paint {
        let filled = |fill| Paint { fill, stroke: "none", width: 0.0, dashes: "" };
        let lined = |stroke, width, dashes| Paint { fill: "none", stroke, width, dashes };
        match self {
            Ink::Cost(tint) => filled(COSTS[tint as usize % TINTS]),
            Ink::Saving(tint) => filled(SAVINGS[tint as usize % TINTS]),
            Ink::Income => Paint { fill: "#e6e0d8", stroke: "#6d665e", width: 1.5, dashes: "" },
            Ink::Harm => Paint { fill: "#2b2723", stroke: ACCENT, width: 2.0, dashes: "" },
            Ink::Gap => lined(WORDS, 1.5, "5 3"),
            Ink::Hatch => lined("#a0978c", 1.2, ""),
            Ink::Surplus => lined(ACCENT, 1.5, "5 3"),
            Ink::SurplusHatch => lined("#d9a48d", 1.2, ""),
            Ink::Below => filled("#e6e0d8"),
            Ink::Above => filled("#f3d3c4"),
            Ink::Course => lined(ACCENT, 2.5, ""),
            Ink::Dot => Paint { fill: ACCENT, stroke: PAPER, width: 1.5, dashes: "" },
            Ink::Zero => lined(WORDS, 1.5, ""),
            Ink::Grid => lined("#e6e0d8", 1.0, ""),
            Ink::Leader => lined("#a0978c", 1.0, ""),
            Ink::Moment => lined("#6d665e", 1.25, "3 3"),
            Ink::Words => filled(WORDS),
            Ink::Muted => filled("#655e56"),
            Ink::Accent => filled(ACCENT),
        }
    }
}
