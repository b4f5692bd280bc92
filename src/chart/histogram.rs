//! Histogram of the simulated draws of one figure. It marks zero, the percentiles P5, P50
//! and P95, and the figure without uncertainty (the deterministic one, with all inputs at
//! their values).

use crate::chart::layout::{Scale, place_without_overlap, round_ticks};
use crate::chart::shape::{Path, label};
use crate::chart::text_metrics::width;
use crate::chart::{
    Anchor, Chart, Drawing, Hotspot, HotspotTarget, Label, Mark, MarkStyle, SMALL_TEXT_SIZE, Table, WIDTH,
    amount,
};
use crate::model::Perspective;
use crate::text::Text;
use crate::uncertainty::{SimulatedFigure, Spread, three_digits};

/// Top and bottom of the plot.
const PLOT: (f64, f64) = (48.0, 208.0);
/// Left and right end of the plot.
const SIDES: (f64, f64) = (4.0, WIDTH - 4.0);
/// Number of table rows for the bins: neighbouring bins are grouped, since a row for
/// each bin would make the table too long.
pub const ROWS: usize = 16;
/// The table row of P5; the rows of P25, P50, P75 and P95 follow.
const FIRST_QUANTILE_ROW: usize = 5;
/// The table row of the first group of bins.
const FIRST_BIN_ROW: usize = 10;

/// Draws the histogram of one figure, with its deterministic value in euros.
pub fn histogram(
    figure: SimulatedFigure,
    perspective: Perspective,
    spread: &Spread,
    deterministic: f64,
    text: &Text,
) -> Chart {
    let words = text.uncertainty();
    let (drawing, hotspots) = draw(spread, deterministic, text);
    Chart {
        id: "spreiding",
        title: (words.histogram_title)(figure, perspective, spread),
        sentence: (words.histogram)(figure, perspective, spread, deterministic),
        drawing,
        hotspots,
        table: Some(table(figure, perspective, spread, deterministic, text)),
    }
}

/// Returns the drawing and its hotspots: P5, P50 and P95, a vertical strip for each
/// group of bins, and the deterministic figure.
fn draw(spread: &Spread, deterministic: f64, text: &Text) -> (Drawing, Vec<Hotspot>) {
    let (words, charts) = (text.uncertainty(), text.charts);
    let euro = |value: f64| amount::euro(value, text.notation, charts);
    let (low, high) = axis_ends(spread, deterministic);
    let x_scale = horizontal_scale((low, high), SIDES);
    let (mut marks, mut hotspots) = (Vec::new(), Vec::new());

    marks.extend(bars(spread, x_scale, PLOT));

    let mut base = Path::default();
    base.line(&[(0.0, PLOT.1), (WIDTH, PLOT.1)]);
    marks.extend(base.mark(MarkStyle::Grid));
    if low <= 0.0 && high >= 0.0 {
        let mut zero = Path::default();
        zero.line(&[(x_scale.position(0.0), PLOT.0), (x_scale.position(0.0), PLOT.1 + 6.0)]);
        marks.extend(zero.mark(MarkStyle::Zero));
    }

    // P5, P50 and P95 are above the plot, each as near to its line as the others allow.
    if !spread.is_certain() {
        let [p5, _, p50, _, p95] = spread.quantiles;
        let percentiles = [("P5", p5), ("P50", p50), ("P95", p95)]
            .map(|(name, value)| (name, value, euro(three_digits(value))));
        // Very large amounts are written smaller, so that all three fit.
        let total_width: f64 =
            percentiles.iter().map(|(.., shown)| width(shown, SMALL_TEXT_SIZE, true) + 10.0).sum();
        let size = if total_width > WIDTH { SMALL_TEXT_SIZE * 0.8 } else { SMALL_TEXT_SIZE };
        let label_width = |shown: &str| width(shown, size, true) + 6.0;
        let preferred =
            percentiles.each_ref().map(|(_, value, shown)| (x_scale.position(*value), label_width(shown)));
        let (mut lines, mut leaders) = (Path::default(), Path::default());
        for (index, ((name, value, shown), left)) in
            percentiles.iter().zip(place_without_overlap(&preferred, 4.0, (0.0, WIDTH))).enumerate()
        {
            let (x, middle) = (x_scale.position(*value), left + label_width(shown) / 2.0);
            lines.line(&[(x, PLOT.0), (x, PLOT.1)]);
            leaders.line(&[(middle, 34.0), (x, PLOT.0)]);
            marks.push(label(middle, 13.0, Anchor::Middle, *name).muted().mark());
            let amount = label(middle, 29.0, Anchor::Middle, shown.as_str()).bold();
            marks.push(Label { size, ..amount }.mark());
            let area = (left.max(0.0), 0.0, label_width(shown).min(WIDTH - left.max(0.0)), 33.0);
            hotspots.push(Hotspot {
                target: HotspotTarget::Cell { row: FIRST_QUANTILE_ROW + 2 * index, column: 1 },
                area,
            });
        }
        marks.extend(lines.mark(MarkStyle::MarkerLine));
        marks.extend(leaders.mark(MarkStyle::Leader));
    }

    let bin_groups = spread.bins(ROWS);
    for (index, (from, to, count)) in bin_groups.iter().enumerate() {
        // Each group ends exactly where the next begins, in spite of rounding.
        let to = bin_groups.get(index + 1).map_or(*to, |next| next.0);
        let (left, right) = (x_scale.position(*from), x_scale.position(to));
        // Where all draws are one value, the only group has no width.
        let (left, right) = if spread.is_certain() { (left - 12.0, left + 12.0) } else { (left, right) };
        if *count > 0.0 || !spread.is_certain() {
            let (left, right) = (left.max(0.0), right.min(WIDTH));
            let area = (left, PLOT.0, (right - left).max(0.0), PLOT.1 - PLOT.0);
            hotspots.push(Hotspot {
                target: HotspotTarget::Cell { row: FIRST_BIN_ROW + index, column: 1 },
                area,
            });
        }
    }

    // Below the plot are the ticks of the axis and the deterministic figure.
    let mut last_tick_end = -1.0;
    for tick in round_ticks(low, high, 3.0).into_iter().filter(|tick| (low..=high).contains(tick)) {
        let shown = amount::tick(tick, text.notation, charts);
        let half = width(&shown, SMALL_TEXT_SIZE, false) / 2.0;
        let x = x_scale.position(tick).clamp(half, WIDTH - half);
        if x - half > last_tick_end {
            marks.push(label(x, PLOT.1 + 20.0, Anchor::Middle, shown).muted().mark());
            last_tick_end = x + half + 10.0;
        }
    }
    let x = x_scale.position(deterministic);
    let shown = format!("{} {}", words.deterministic_short, euro(deterministic));
    let half = width(&shown, crate::chart::TEXT_SIZE, true) / 2.0;
    let middle = x.clamp(half, WIDTH - half);
    let mut leader = Path::default();
    leader.line(&[(x, PLOT.1), (x, PLOT.1 + 26.0), (middle, PLOT.1 + 30.0)]);
    marks.extend(leader.mark(MarkStyle::AccentDashed));
    let mut dot = Path::default();
    dot.dot(x, PLOT.1, 4.5);
    marks.extend(dot.mark(MarkStyle::WhiteEdged));
    marks
        .push(label(middle, PLOT.1 + 44.0, Anchor::Middle, shown).bold().style(MarkStyle::AccentText).mark());
    let (left, right) = ((middle - half).max(0.0), (middle + half).min(WIDTH));
    hotspots.push(Hotspot {
        target: HotspotTarget::Cell { row: 1, column: 1 },
        area: (left, PLOT.1 + 27.0, right - left, 25.0),
    });
    (Drawing { width: WIDTH, height: PLOT.1 + 52.0, marks }, hotspots)
}

/// Returns the lowest and highest amount of the axis. It includes all draws, the
/// deterministic figure, and zero where the distance to zero is less than their range.
fn axis_ends(spread: &Spread, deterministic: f64) -> (f64, f64) {
    let (mut low, mut high) = (spread.low.min(deterministic), spread.high.max(deterministic));
    let distance = (high - low).max(1.0);
    if low > 0.0 && low < distance {
        low = 0.0;
    } else if high < 0.0 && -high < distance {
        high = 0.0;
    }
    if high - low < 1.0 { (low - 1.0, high + 1.0) } else { (low, high) }
}

/// Returns the horizontal scale of the plot, with a margin of 2% on both sides.
fn horizontal_scale((low, high): (f64, f64), sides: (f64, f64)) -> Scale {
    let margin = (high - low) * 0.02;
    Scale::new((low - margin, high + margin), sides)
}

/// Draws the bins as areas, in one style below zero and in another above it. `plot` is
/// the top and the bottom of the highest bin.
fn bars(spread: &Spread, x_scale: Scale, plot: (f64, f64)) -> impl Iterator<Item = Mark> {
    let highest = spread.counts.iter().copied().fold(1.0, f64::max);
    let bins = spread.counts.len() as f64;
    let (mut below, mut above) = (Path::default(), Path::default());
    // Adjacent bins are drawn as one area, with half the points.
    let mut area: Vec<(f64, f64)> = Vec::new();
    let bin_middle = |index: usize| spread.low + (spread.high - spread.low) * ((index as f64 + 0.5) / bins);
    for (index, count) in spread.counts.iter().enumerate() {
        if *count <= 0.0 {
            continue;
        }
        let bin_edge = |edge: f64| x_scale.position(spread.low + (spread.high - spread.low) * (edge / bins));
        let (left, right) = (bin_edge(index as f64), bin_edge(index as f64 + 1.0));
        let (left, right) = if right - left < 1.0 { (left - 1.5, left + 1.5) } else { (left, right) };
        let top = plot.1 - (plot.1 - plot.0) * count / highest;
        if area.is_empty() {
            area.push((left, plot.1));
        }
        area.extend([(left, top), (right, top)]);
        let is_below_zero = bin_middle(index) < 0.0;
        let has_next = spread.counts.get(index + 1).is_some_and(|count| *count > 0.0);
        if !has_next || (bin_middle(index + 1) < 0.0) != is_below_zero {
            area.push((right, plot.1));
            let path = if is_below_zero { &mut below } else { &mut above };
            path.area(&std::mem::take(&mut area));
        }
    }
    below.mark(MarkStyle::Cost(3)).into_iter().chain(above.mark(MarkStyle::Saving(1)))
}

/// Draws the histogram small and without text: zero as a line, the deterministic
/// figure as a dot.
pub fn small_histogram(spread: &Spread, deterministic: f64) -> Drawing {
    const PLOT: (f64, f64) = (3.0, 104.0);
    let (low, high) = axis_ends(spread, deterministic);
    let x_scale = horizontal_scale((low, high), SIDES);
    let mut marks: Vec<Mark> = bars(spread, x_scale, PLOT).collect();
    let mut base = Path::default();
    base.line(&[(0.0, PLOT.1), (WIDTH, PLOT.1)]);
    marks.extend(base.mark(MarkStyle::Grid));
    if low <= 0.0 && high >= 0.0 {
        let mut zero = Path::default();
        zero.line(&[(x_scale.position(0.0), 0.0), (x_scale.position(0.0), PLOT.1 + 6.0)]);
        marks.extend(zero.mark(MarkStyle::Zero));
    }
    let mut dot = Path::default();
    dot.dot(x_scale.position(deterministic), PLOT.1, 7.0);
    marks.extend(dot.mark(MarkStyle::WhiteEdged));
    Drawing { width: WIDTH, height: 114.0, marks }
}

/// Returns the data of the chart as a table: five summary figures, five quantiles and
/// the groups of bins.
fn table(
    figure: SimulatedFigure,
    perspective: Perspective,
    spread: &Spread,
    deterministic: f64,
    text: &Text,
) -> Table {
    let words = text.uncertainty();
    let euro = |value: f64| text.notation.euro(value);
    let below = spread.below_deterministic.map(words.chance);
    let mut rows = vec![
        vec![(words.chance_name)(figure, perspective).to_owned(), (words.chance)(spread.positive)],
        vec![words.deterministic.to_owned(), euro(deterministic)],
    ];
    rows.extend(below.map(|below| vec![words.below_deterministic.to_owned(), below]));
    rows.push(vec![words.mean.to_owned(), euro(spread.mean)]);
    rows.push(vec![words.sd.to_owned(), euro(spread.sd)]);
    let quantiles = words.histogram_rows.iter().zip(spread.quantiles);
    rows.extend(quantiles.map(|(name, value)| vec![(*name).to_owned(), euro(value)]));
    let draws: f64 = spread.counts.iter().sum();
    for (from, to, count) in spread.bins(ROWS) {
        let shown = format!("{}%", text.notation.number(count / draws.max(1.0) * 100.0, 1));
        rows.push(vec![(words.share_of_draws)(&euro(from), &euro(to)), shown]);
    }
    Table {
        caption: (words.histogram_title)(figure, perspective, spread),
        head: words.histogram_head.map(str::to_owned).to_vec(),
        rows,
    }
}
