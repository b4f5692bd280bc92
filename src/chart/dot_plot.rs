//! Quantile dot plot of the saldo: a hundred dots that a person can count, each a hundredth of
//! the draws. Dots without an effect are open, those at or above zero have the colour of savings.
//!
//! Dots stand in columns, so that none hides another. Where a column is full, the next dot goes
//! to the nearest one with room, never across zero.

use crate::chart::layout::{Scale, round_ticks};
use crate::chart::shape::{Path, label};
use crate::chart::text_metrics::{width as text_width, wrap};
use crate::chart::{Anchor, Chart, Drawing, Label, Mark, MarkStyle, Table, amount};
use crate::text::Text;
use crate::uncertainty::Dot;
use std::collections::BTreeMap;

/// Widths for which the picture is drawn, with the id of each, from wide to narrow.
pub const WIDTHS: [(&str, f64); 3] =
    [("zekerheid", 880.0), ("zekerheid-midden", 560.0), ("zekerheid-smal", 300.0)];

/// Distance between the columns, and between the dots of a column.
const STEP: [f64; WIDTHS.len()] = [15.0, 13.0, 10.0];
/// Most dots in a column.
const MAX_ROWS: usize = 12;
/// Font size of all text.
const SIZE: f64 = 14.0;
/// Height of a line of text.
const LINE: f64 = 18.0;
/// Radius of the dots in the legend.
const LEGEND_RADIUS: f64 = 5.0;

/// What the picture shows, with its words.
pub struct DotPlot {
    /// Title, which states the finding.
    pub title: String,
    /// Sentence below the title.
    pub sentence: String,
    /// Dots, from low to high.
    pub dots: Vec<Dot>,
    /// The figure at the values of the scenario, in euros, with its label.
    pub point: (f64, String),
    /// Names of the dots below zero, of those at or above it, and of those without effect, each
    /// with its number.
    pub legend: [fn(usize) -> String; 3],
    /// Words at zero.
    pub zero: &'static str,
    /// Words for the side of the axis below zero, and for the other side.
    pub sides: [&'static str; 2],
    /// Names of the columns of the table: an interval, the number of dots, and those without effect.
    pub head: [&'static str; 3],
    /// Names an interval of the table by its ends.
    pub interval: fn(&str, &str) -> String,
    /// Notation and words of amounts.
    pub text: &'static Text,
}

impl DotPlot {
    /// Draws the picture for the width at this index of [`WIDTHS`].
    pub fn chart(&self, index: usize) -> Chart {
        let (id, width) = WIDTHS[index];
        Chart {
            id,
            title: self.title.clone(),
            sentence: self.sentence.clone(),
            table: Some(self.table()),
            drawing: self.draw(width, STEP[index]),
            hotspots: Vec::new(),
        }
    }

    /// Returns the lowest and the highest amount of the axis: all dots, the figure at the values
    /// of the scenario, and zero unless it is further away than the dots are apart.
    fn ends(&self) -> (f64, f64) {
        let values = || self.dots.iter().map(|dot| dot.value).chain([self.point.0]);
        let (low, high) = (values().fold(f64::INFINITY, f64::min), values().fold(f64::MIN, f64::max));
        let range = (high - low).max(1.0);
        let low = if low > 0.0 && low < range { 0.0 } else { low };
        let high = if high < 0.0 && -high < range { 0.0 } else { high };
        (low, low + (high - low).max(1.0))
    }

    fn draw(&self, width: f64, step: f64) -> Drawing {
        let (low, high) = self.ends();
        // A column at both ends is kept free, so that dots of a full one find room beside it.
        let scale = Scale::new((low, high), (2.0 * step, width - 2.0 * step));
        let zero = (low <= 0.0 && high >= 0.0).then(|| scale.position(0.0));
        let columns = DotColumns::place(&self.dots, scale, zero, width, step);
        let (mut marks, legend_end) = self.draw_legend(width);
        let top = legend_end + LINE;
        let plot_top = top + LINE * self.point_lines(width).len() as f64;
        let base = plot_top + columns.rows() as f64 * step + step;
        self.draw_point(scale.position(self.point.0), width, (top, base), &mut marks);
        let mut axis = Path::default();
        axis.line(&[(0.0, base), (width, base)]);
        marks.extend(axis.mark(MarkStyle::Leader));
        if let Some(x) = zero {
            let mut line = Path::default();
            line.line(&[(x, plot_top), (x, base + 6.0)]);
            marks.extend(line.mark(MarkStyle::Zero));
        }
        // Lengths are written in tenths: a circle of another radius would be drawn as an oval.
        let radius = (step * 4.3).round() / 10.0;
        let [mut below, mut above, mut without] = [(); 3].map(|()| Path::default());
        for (dot, (x, row)) in self.dots.iter().zip(&columns.places) {
            let y = base - step * (*row as f64 + 0.5);
            let path = match dot {
                Dot { has_effect: false, .. } => &mut without,
                Dot { value, .. } if *value >= 0.0 => &mut above,
                Dot { .. } => &mut below,
            };
            path.dot(*x, y, if dot.has_effect { radius } else { radius - 0.7 });
        }
        marks.extend(below.mark(MarkStyle::Cost(0)));
        marks.extend(above.mark(MarkStyle::Saving(0)));
        marks.extend(without.mark(MarkStyle::Income));
        let end = self.draw_ticks((low, high), scale, zero, width, base, &mut marks);
        Drawing { width, height: (end + 6.0).ceil(), marks }
    }

    /// Returns the lines of the label of the figure at the values of the scenario.
    fn point_lines(&self, width: f64) -> Vec<String> {
        wrap(&self.point.1, width, SIZE, true, 3)
    }

    /// Draws the figure at the values of the scenario, as a line at `x` with its label above.
    fn draw_point(&self, x: f64, width: f64, (top, base): (f64, f64), marks: &mut Vec<Mark>) {
        let lines = self.point_lines(width);
        let widest = lines.iter().map(|line| text_width(line, SIZE, true)).fold(0.0, f64::max);
        let middle = x.clamp(widest / 2.0, f64::max(width - widest / 2.0, widest / 2.0));
        let bottom = top + LINE * (lines.len() as f64 - 1.0);
        for (line, text) in lines.into_iter().enumerate() {
            let point = label(middle, top + LINE * line as f64, Anchor::Middle, text).bold();
            marks.push(Label { size: SIZE, ..point.style(MarkStyle::AccentText) }.mark());
        }
        let mut line = Path::default();
        line.line(&[(x, bottom + 6.0), (x, base)]);
        marks.extend(line.mark(MarkStyle::AccentDashed));
    }

    /// Draws the names of the kinds of dots that there are; returns them with their height.
    fn draw_legend(&self, width: f64) -> (Vec<Mark>, f64) {
        let count = |is_kind: fn(&Dot) -> bool| self.dots.iter().filter(|dot| is_kind(dot)).count();
        let kinds = [
            (count(|dot| dot.has_effect && dot.value < 0.0), MarkStyle::Cost(0), self.legend[0]),
            (count(|dot| dot.has_effect && dot.value >= 0.0), MarkStyle::Saving(0), self.legend[1]),
            (count(|dot| !dot.has_effect), MarkStyle::Income, self.legend[2]),
        ];
        let (mut marks, mut x, mut y) = (Vec::new(), 0.0, LINE);
        for (count, style, name) in kinds {
            if count == 0 {
                continue;
            }
            let name = name(count);
            let length = 2.0 * LEGEND_RADIUS + 6.0 + text_width(&name, SIZE, false);
            if x > 0.0 && x + length > width {
                (x, y) = (0.0, y + LINE + 4.0);
            }
            let mut dot = Path::default();
            dot.dot(x + LEGEND_RADIUS + 1.0, y - 5.0, LEGEND_RADIUS);
            marks.extend(dot.mark(style));
            let text_x = x + 2.0 * LEGEND_RADIUS + 6.0;
            for (line, text) in wrap(&name, width - text_x, SIZE, false, 3).into_iter().enumerate() {
                y += if line > 0 { LINE } else { 0.0 };
                marks.push(Label { size: SIZE, ..label(text_x, y, Anchor::Start, text) }.mark());
            }
            x += length + 20.0;
        }
        (marks, y + 14.0)
    }

    /// Draws the amounts below the axis, and what its sides mean; returns where the next text
    /// begins.
    fn draw_ticks(
        &self,
        (low, high): (f64, f64),
        scale: Scale,
        zero: Option<f64>,
        width: f64,
        base: f64,
        marks: &mut Vec<Mark>,
    ) -> f64 {
        let y = base + 20.0;
        let mut taken: Vec<(f64, f64)> = Vec::new();
        let mut write = |text: &str, at: f64, bold: bool| {
            let half = text_width(text, SIZE, bold) / 2.0;
            let x = at.clamp(half, width - half);
            let is_free =
                taken.iter().all(|(left, right)| x + half + 8.0 <= *left || x - half - 8.0 >= *right);
            if is_free {
                taken.push((x - half, x + half));
                let tick = Label { size: SIZE, ..label(x, y, Anchor::Middle, text) };
                marks.push(if bold { tick.bold() } else { tick.style(MarkStyle::MutedText) }.mark());
            }
        };
        if let Some(x) = zero {
            write(self.zero, x, true);
        }
        for tick in round_ticks(low, high, if width > 400.0 { 5.0 } else { 3.0 }) {
            if tick != 0.0 && (low..=high).contains(&tick) {
                let shown = amount::tick(tick.abs(), self.text.notation, self.text.charts);
                write(&shown, scale.position(tick), false);
            }
        }
        // Which side is which; where zero is not on the axis, one of them is all of it.
        let (left, right) = match zero {
            Some(x) => (x, width - x),
            None if high < 0.0 => (width, 0.0),
            None => (0.0, width),
        };
        let mut last = y;
        for (room, words, x, anchor) in
            [(left, self.sides[0], 0.0, Anchor::Start), (right, self.sides[1], width, Anchor::End)]
        {
            if room < 60.0 {
                continue;
            }
            for (line, text) in wrap(words, room - 10.0, SIZE, false, 3).into_iter().enumerate() {
                let y = y + LINE * (line + 1) as f64;
                last = f64::max(last, y);
                let side = Label { size: SIZE, ..label(x, y, anchor, text) };
                marks.push(side.style(MarkStyle::MutedText).mark());
            }
        }
        last
    }

    /// Returns the data of the picture as a table: intervals of the axis with their dots.
    fn table(&self) -> Table {
        let (low, high) = self.ends();
        let ticks = round_ticks(low, high, 8.0);
        let euro = |amount: f64| self.text.notation.euro(amount);
        let intervals = ticks.iter().zip(ticks.iter().skip(1)).map(|(from, to)| {
            let is_last = ticks.last() == Some(to);
            let inside = self
                .dots
                .iter()
                .filter(|dot| *from <= dot.value && (dot.value < *to || is_last && dot.value <= *to));
            let without = inside.clone().filter(|dot| !dot.has_effect).count();
            let ends = (self.interval)(&euro(*from), &euro(*to));
            vec![ends, inside.count().to_string(), without.to_string()]
        });
        let mut rows = vec![self.head.map(str::to_owned).to_vec()];
        rows.extend(intervals);
        if self.dots.iter().all(|dot| dot.has_effect) {
            rows.iter_mut().for_each(|row| row.truncate(2));
        }
        let head = rows.remove(0);
        Table { caption: self.title.clone(), head, rows }
    }
}

/// Columns of dots.
struct DotColumns {
    /// For each dot, the x coordinate of its column and its row, from 0 upwards.
    places: Vec<(f64, usize)>,
}

impl DotColumns {
    /// Places dots, which are in rising order. Where zero is on the axis, two columns meet there.
    fn place(dots: &[Dot], scale: Scale, zero: Option<f64>, width: f64, step: f64) -> DotColumns {
        let origin = zero.unwrap_or(0.0);
        let fitting = |room: f64| (room / step).floor() as i64;
        let (first, last) = (-fitting(origin), fitting(width - origin) - 1);
        let mut counts = BTreeMap::<i64, usize>::new();
        let place = |dot: &Dot| {
            let wanted = ((scale.position(dot.value) - origin) / step).floor() as i64;
            let side = match zero {
                Some(_) if dot.value < 0.0 => first..=-1,
                Some(_) => 0..=last,
                None => first..=last,
            };
            let has_room = |column: &i64| counts.get(column).copied().unwrap_or(0) < MAX_ROWS;
            let nearest = side.clone().filter(has_room).min_by_key(|column| (column - wanted).abs());
            // Where all columns of a side are full, its last dots stand higher.
            let column = nearest.unwrap_or_else(|| wanted.clamp(*side.start(), *side.end()));
            let count = counts.entry(column).or_default();
            *count += 1;
            (origin + step * (column as f64 + 0.5), *count - 1)
        };
        DotColumns { places: dots.iter().map(place).collect() }
    }

    /// Returns the number of rows that the fullest column has.
    fn rows(&self) -> usize {
        self.places.iter().map(|(_, row)| row + 1).max().unwrap_or(1)
    }
}
