//! The pictures: plain shapes worked out from an outcome, without a browser.
//!
//! A [`Chart`] carries its title, a sentence, its shapes and the same data as
//! a table. The page draws the shapes with classes; [`svg::file`] writes them
//! as a file that stands on its own.

pub mod acceptability;
pub mod aggregates;
mod amount;
pub mod costs_vs_savings;
pub mod cumulative;
pub mod difference;
pub mod financing;
pub mod histogram;
pub mod hit_regions;
mod layout;
mod line_amounts;
pub mod mark_style;
pub mod network;
pub mod parties;
pub mod ranking;
pub mod scenario_bars;
mod shape;
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

/// The width of every picture, in its own units; shown at the full width of
/// its card.
pub const WIDTH: f64 = 360.0;

/// Size of the words that matter, in the picture's units.
pub const SIZE: f64 = 15.0;

/// Size of the words beside them.
pub const SMALL: f64 = 14.0;

/// One picture with everything that says the same in words.
#[derive(Clone, Debug, PartialEq)]
pub struct Chart {
    /// Name, for ids in the page and for files.
    pub id: &'static str,
    /// Title of the picture: its finding.
    pub title: String,
    /// The picture in one or two sentences.
    pub sentence: String,
    /// Shapes of the picture.
    pub picture: Picture,
    /// Table with the data of the picture; none where [`table`] makes it apart.
    pub table: Option<Table>,
    /// Parts of the picture that open a cell of the table; empty where
    /// [`hit_regions`] lists what opens.
    pub hotspots: Vec<Hotspot>,
}

/// A part of a picture that stands for a figure in its table.
#[derive(Clone, Debug, PartialEq)]
pub struct Hotspot {
    /// Target that opens.
    pub at: HotspotTarget,
    /// Place where it is.
    pub area: hit_regions::Area,
}

/// Cell or sum that a [`Hotspot`] opens.
#[derive(Clone, Debug, PartialEq)]
pub enum HotspotTarget {
    /// The cell in this row and column of the table.
    Cell(usize, usize),
    /// Several of these together: the name of what explains it, its name and
    /// value as the picture has them.
    Sum(String, String),
}

/// The data of the picture of an outcome with this id. Apart from the pictures
/// themselves, since it is only read when it is opened.
pub fn table(id: &str, outcome: &Outcome, text: &Text, own: &dyn Fn(usize) -> String) -> Option<Table> {
    let source = line_amounts::Source { outcome, text, own };
    match id {
        costs_vs_savings::ID => Some(costs_vs_savings::table(&source)),
        waterfall::ID => Some(waterfall::table(&source)),
        parties::ID => Some(parties::table(&source)),
        cumulative::ID => Some(cumulative::table(&source)),
        _ => None,
    }
}

/// Shapes on a plane of [`WIDTH`] by `height`.
#[derive(Clone, Debug, PartialEq)]
pub struct Picture {
    /// Width of the picture, always [`WIDTH`].
    pub width: f64,
    /// Height that the words need.
    pub height: f64,
    /// Shapes from back to front.
    pub marks: Vec<Mark>,
}

/// End of a text that its position is.
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
    /// The name in SVG.
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
    /// Place where its anchor is.
    pub x: f64,
    /// Height of the baseline.
    pub y: f64,
    /// End that `x` is.
    pub anchor: Anchor,
    /// Height of the letters, in the picture's units.
    pub size: f64,
    /// Tells whether it stands out.
    pub bold: bool,
    /// The words; short enough for their place.
    pub text: String,
    /// Way in which it is coloured.
    pub style: MarkStyle,
}

/// Shape of a picture.
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
        /// Way in which it is filled.
        style: MarkStyle,
    },
    /// Lines or an area; many shapes of one ink are one path.
    Path {
        /// SVG path data.
        d: String,
        /// Way in which it is drawn.
        style: MarkStyle,
    },
    /// Line of text.
    Text(Label),
}

/// The data of a picture; the first cell of a row says what the row is.
#[derive(Clone, Debug, PartialEq)]
pub struct Table {
    /// Caption of the table.
    pub caption: String,
    /// Names of the columns.
    pub head: Vec<String>,
    /// The rows, each as long as `head`.
    pub rows: Vec<Vec<String>>,
}
