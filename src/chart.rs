//! Charts as plain shapes, calculated from an outcome without a browser.
//!
//! A [`Drawing`] is a list of shapes. A [`Chart`] is a drawing with its title, a
//! sentence and a table of the same data. The page draws the shapes as SVG
//! elements with CSS classes; [`svg::file`] writes a chart as a self-contained
//! SVG file.

pub mod acceptability;
pub mod aggregates;
mod amount;
pub mod answer_bars;
pub mod case_bars;
pub mod costs_vs_savings;
pub mod cumulative;
pub mod difference;
pub mod dot_plot;
pub mod financing;
pub mod histogram;
pub mod hit_regions;
mod layout;
pub mod line_amounts;
pub mod mark_style;
pub mod network;
pub mod parties;
pub mod ranking;
pub mod scenario_bars;
mod shape;
mod stacked_bar;
pub mod svg;
mod text_metrics;
pub mod tornado;
pub mod waterfall;

pub use crate::chart::acceptability::acceptability;
pub use crate::chart::costs_vs_savings::costs_vs_savings;
pub use crate::chart::cumulative::cumulative;
pub use crate::chart::difference::saldo_difference;
pub use crate::chart::financing::financing;
pub use crate::chart::histogram::{histogram, small_histogram};
pub use crate::chart::hit_regions::{HitRegion, hit_regions};
pub use crate::chart::mark_style::MarkStyle;
pub use crate::chart::network::network;
pub use crate::chart::parties::parties;
pub use crate::chart::ranking::ranking;
pub use crate::chart::scenario_bars::{compared_figure, scenario_bars};
pub use crate::chart::shape::number;
pub use crate::chart::tornado::tornado;
pub use crate::chart::waterfall::waterfall;

use crate::model::Outcome;
use crate::text::Text;

/// The width of every drawing, in drawing units; the page scales a drawing to the
/// full width of its card.
pub const WIDTH: f64 = 360.0;

/// Font size of the main text, in drawing units.
pub const TEXT_SIZE: f64 = 15.0;

/// Font size of less important text, in drawing units.
pub const SMALL_TEXT_SIZE: f64 = 14.0;

/// Height of a line of text, in drawing units.
const LINE_HEIGHT: f64 = 17.0;

/// A drawing with a title, a sentence and a table, which give its information in words
/// too.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Id of the chart, in element ids on the page and in names of saved files.
    pub id: &'static str,
    /// Title of the chart, which states its finding.
    pub title: String,
    /// Description of the chart in one or two sentences.
    pub sentence: String,
    /// Shapes of the drawing.
    pub drawing: Drawing,
    /// Table with the data of the chart; `None` for the charts of which the function
    /// [`table`] makes the table, on request.
    pub table: Option<Table>,
    /// Clickable areas that open the explanation of a cell of `table`; empty for the
    /// charts of an outcome, whose clickable areas [`hit_regions`] lists.
    pub hotspots: Vec<Hotspot>,
}

/// A clickable area of a drawing. A click opens the explanation of a figure in the
/// chart's table.
#[derive(Clone, Debug, PartialEq)]
pub struct Hotspot {
    /// Figure whose explanation opens when the area is pressed.
    pub target: HotspotTarget,
    /// Rectangle that can be clicked.
    pub area: hit_regions::Area,
}

/// Figure whose explanation a [`Hotspot`] opens.
#[derive(Clone, Debug, PartialEq)]
pub enum HotspotTarget {
    /// A cell of the table.
    Cell {
        /// Index of the row, without the head.
        row: usize,
        /// Index of the column; column 0 has the names of the rows.
        column: usize,
    },
    /// A figure that is no single cell, such as the sum of several cells.
    Other {
        /// Id of the explanation.
        explanation: String,
        /// Name and value of the figure, as the drawing shows them.
        label: String,
    },
}

/// Returns the table of the chart of an outcome with this id; `None` for any other
/// chart. The charts do not carry these tables themselves, since a table is needed
/// only when the user opens it. `own_name` returns the user's name for the own line
/// at an index.
pub fn table(id: &str, outcome: &Outcome, text: &Text, own_name: &dyn Fn(usize) -> String) -> Option<Table> {
    let context = line_amounts::ChartContext { outcome, text, own_name };
    match id {
        costs_vs_savings::ID => Some(costs_vs_savings::table(&context)),
        waterfall::ID => Some(waterfall::table(&context)),
        parties::ID => Some(parties::table(&context)),
        cumulative::ID => Some(cumulative::table(&context)),
        _ => None,
    }
}

/// Shapes on a plane of [`WIDTH`] by `height`.
#[derive(Clone, Debug, PartialEq)]
pub struct Drawing {
    /// Width of the drawing: [`WIDTH`], but for the picture of the answer.
    pub width: f64,
    /// Height of the drawing, which depends on how many lines its texts need.
    pub height: f64,
    /// Shapes from back to front.
    pub marks: Vec<Mark>,
}

/// The point of a text to which its x coordinate refers.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Anchor {
    /// Left end of the text.
    Start,
    /// Middle of the text.
    Middle,
    /// Right end of the text.
    End,
}

impl Anchor {
    /// Returns the value of the SVG attribute `text-anchor`.
    pub fn name(self) -> &'static str {
        match self {
            Anchor::Start => "start",
            Anchor::Middle => "middle",
            Anchor::End => "end",
        }
    }
}

/// One line of text.
#[derive(Clone, Debug, PartialEq)]
pub struct Label {
    /// Horizontal position of the anchor.
    pub x: f64,
    /// Vertical position of the baseline, downwards from the top.
    pub y: f64,
    /// The point of the text that is at `x`.
    pub anchor: Anchor,
    /// Font size, in drawing units.
    pub size: f64,
    /// Whether the text is bold.
    pub bold: bool,
    /// The text, already shortened or wrapped to fit.
    pub text: String,
    /// Style that gives the colour.
    pub style: MarkStyle,
}

/// A shape of a drawing.
#[derive(Clone, Debug, PartialEq)]
pub enum Mark {
    /// Bar with one fill.
    Rect {
        /// Left edge of the bar.
        x: f64,
        /// Top of the bar.
        y: f64,
        /// Width of the bar, to the right.
        width: f64,
        /// Height of the bar, downwards.
        height: f64,
        /// Style that gives the fill and the outline.
        style: MarkStyle,
    },
    /// Lines or areas of one style; shapes that are next to each other in the order of
    /// drawing are usually combined into one path.
    Path {
        /// SVG path data.
        d: String,
        /// Style that gives the fill and the outline.
        style: MarkStyle,
    },
    /// Line of text.
    Text(Label),
}

/// The data of a chart; the first cell of each row is the name of the row.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Caption of the table.
    pub caption: String,
    /// Names of the columns.
    pub head: Vec<String>,
    /// The rows, each as long as `head`.
    pub rows: Vec<Vec<String>>,
}
