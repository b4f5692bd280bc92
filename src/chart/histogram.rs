//! Histogram of the draws of one figure, with P5, P50 and P95, zero and the
//! deterministic figure marked.

use crate::chart::layout::{Scale, round_ticks, spread as apart};
use crate::chart::shape::{Path, label};
use crate::chart::text_metrics::width;
use crate::chart::{
    Anchor, Chart, Hotspot, HotspotTarget, Label, Mark, MarkStyle, Picture, SMALL, Table, WIDTH, amount,
};
use crate::text::Text;
use crate::uncertainty::{SimulatedFigure, Spread, three_digits};

/// Top and bottom of the plot.
const PLOT: (f64, f64) = (48.0, 208.0);
/// Left and right end of the plot.
const SIDES: (f64, f64) = (4.0, WIDTH - 4.0);
/// Number of table rows over which the bins of the histogram are grouped.
pub const ROWS: usize = 16;
/// The table row of P5; the rows of P25, P50, P75 and P95 follow.
const QUANTILES_FROM: usize = 5;
/// The table row of the first group of bins.
const PARTS_FROM: usize = 10;

/// The draws of one figure, beside the deterministic figure.
pub fn histogram(figure: SimulatedFigure, spread: &Spread, deterministic: f64, text: &Text) -> Chart {
    let words = text.uncertainty();
    let (picture, hotspots) = picture(spread, deterministic, text);
    Chart {
        id: "spreiding",
        title: (words.histogram_title)(figure, spread),
        sentence: (words.histogram)(figure, spread, deterministic),
        picture,
        hotspots,
        table: Some(table(figure, spread, deterministic, text)),
    }
}

/// The picture, and what opens in it: P5, P50 and P95, the parts of the table
/// as strips over the draws, and the deterministic figure.
fn picture(spread: &Spread, deterministic: f64, text: &Text) -> (Picture, Vec<Hotspot>) {
    let (words, charts) = (text.uncertainty(), text.charts);
    let euro = |value: f64| amount::euro(value, text.notation, charts);
    let (low, high) = ends(spread, deterministic);
    let across = horizontal_scale((low, high), SIDES);
    let (mut marks, mut hotspots) = (Vec::new(), Vec::new());

    marks.extend(bars(spread, across, PLOT));

    let mut base = Path::default();
    base.line(&[(0.0, PLOT.1), (WIDTH, PLOT.1)]);
    marks.extend(base.mark(MarkStyle::Grid));
    if low <= 0.0 && high >= 0.0 {
        let mut zero = Path::default();
        zero.line(&[(across.at(0.0), PLOT.0), (across.at(0.0), PLOT.1 + 6.0)]);
        marks.extend(zero.mark(MarkStyle::Zero));
    }

    // P5, P50 and P95 above, each as near to its line as the others allow.
    if !spread.is_certain() {
        let [p5, _, p50, _, p95] = spread.quantiles;
        let named = [("P5", p5), ("P50", p50), ("P95", p95)]
            .map(|(name, value)| (name, value, euro(three_digits(value))));
        // Very large amounts get smaller letters.
        let all: f64 = named.iter().map(|(.., shown)| width(shown, SMALL, true) + 10.0).sum();
        let size = if all > WIDTH { SMALL * 0.8 } else { SMALL };
        let wide = |shown: &str| width(shown, size, true) + 6.0;
        let wanted = named.each_ref().map(|(_, value, shown)| (across.at(*value), wide(shown)));
        let (mut lines, mut leaders) = (Path::default(), Path::default());
        for (place, ((name, value, shown), left)) in
            named.iter().zip(apart(&wanted, 4.0, (0.0, WIDTH))).enumerate()
        {
            let (x, middle) = (across.at(*value), left + wide(shown) / 2.0);
            lines.line(&[(x, PLOT.0), (x, PLOT.1)]);
            leaders.line(&[(middle, 34.0), (x, PLOT.0)]);
            marks.push(label(middle, 13.0, Anchor::Middle, *name).muted().mark());
            let amount = label(middle, 29.0, Anchor::Middle, shown.as_str()).bold();
            marks.push(Label { size, ..amount }.mark());
            let area = (left.max(0.0), 0.0, wide(shown).min(WIDTH - left.max(0.0)), 33.0);
            hotspots.push(Hotspot { at: HotspotTarget::Cell(QUANTILES_FROM + 2 * place, 1), area });
        }
        marks.extend(lines.mark(MarkStyle::MarkerLine));
        marks.extend(leaders.mark(MarkStyle::Leader));
    }

    let parts = spread.parts(ROWS);
    for (place, (from, to, count)) in parts.iter().enumerate() {
        // Each group ends exactly where the next begins, in spite of rounding.
        let to = parts.get(place + 1).map_or(*to, |next| next.0);
        let (left, right) = (across.at(*from), across.at(to));
        // All draws may be one value.
        let (left, right) = if spread.is_certain() { (left - 12.0, left + 12.0) } else { (left, right) };
        if *count > 0.0 || !spread.is_certain() {
            let (left, right) = (left.max(0.0), right.min(WIDTH));
            let area = (left, PLOT.0, (right - left).max(0.0), PLOT.1 - PLOT.0);
            hotspots.push(Hotspot { at: HotspotTarget::Cell(PARTS_FROM + place, 1), area });
        }
    }

    // Round amounts below, then the deterministic figure.
    let mut until = -1.0;
    for tick in round_ticks(low, high, 3.0).into_iter().filter(|tick| (low..=high).contains(tick)) {
        let shown = amount::tick(tick, text.notation, charts);
        let half = width(&shown, SMALL, false) / 2.0;
        let x = across.at(tick).clamp(half, WIDTH - half);
        if x - half > until {
            marks.push(label(x, PLOT.1 + 20.0, Anchor::Middle, shown).muted().mark());
            until = x + half + 10.0;
        }
    }
    let x = across.at(deterministic);
    let shown = format!("{} {}", words.deterministic_short, euro(deterministic));
    let half = width(&shown, crate::chart::SIZE, true) / 2.0;
    let middle = x.clamp(half, WIDTH - half);
    let mut leader = Path::default();
    leader.line(&[(x, PLOT.1), (x, PLOT.1 + 26.0), (middle, PLOT.1 + 30.0)]);
    marks.extend(leader.mark(MarkStyle::Surplus));
    let mut dot = Path::default();
    dot.dot(x, PLOT.1, 4.5);
    marks.extend(dot.mark(MarkStyle::Dot));
    marks.push(label(middle, PLOT.1 + 44.0, Anchor::Middle, shown).bold().style(MarkStyle::Accent).mark());
    let (left, right) = ((middle - half).max(0.0), (middle + half).min(WIDTH));
    hotspots.push(Hotspot { at: HotspotTarget::Cell(1, 1), area: (left, PLOT.1 + 27.0, right - left, 25.0) });
    (Picture { width: WIDTH, height: PLOT.1 + 52.0, marks }, hotspots)
}

/// Returns both ends of the axis: all draws, the deterministic figure, and zero
/// where it is not too far from them.
fn ends(spread: &Spread, deterministic: f64) -> (f64, f64) {
    let (mut low, mut high) = (spread.low.min(deterministic), spread.high.max(deterministic));
    let reach = (high - low).max(1.0);
    if low > 0.0 && low < reach {
        low = 0.0;
    } else if high < 0.0 && -high < reach {
        high = 0.0;
    }
    if high - low < 1.0 { (low - 1.0, high + 1.0) } else { (low, high) }
}

fn horizontal_scale((low, high): (f64, f64), sides: (f64, f64)) -> Scale {
    let room = (high - low) * 0.02;
    Scale::new((low - room, high + room), sides)
}

/// Draws the bins as areas: one style below zero, another above it.
fn bars(spread: &Spread, across: Scale, plot: (f64, f64)) -> impl Iterator<Item = Mark> {
    let most = spread.counts.iter().copied().fold(1.0, f64::max);
    let parts = spread.counts.len() as f64;
    let (mut below, mut above) = (Path::default(), Path::default());
    // Adjacent bins are drawn as one area, with half the points.
    let mut area: Vec<(f64, f64)> = Vec::new();
    let middle = |place: usize| spread.low + (spread.high - spread.low) * ((place as f64 + 0.5) / parts);
    for (place, count) in spread.counts.iter().enumerate() {
        if *count <= 0.0 {
            continue;
        }
        let at = |part: f64| across.at(spread.low + (spread.high - spread.low) * (part / parts));
        let (left, right) = (at(place as f64), at(place as f64 + 1.0));
        let (left, right) = if right - left < 1.0 { (left - 1.5, left + 1.5) } else { (left, right) };
        let top = plot.1 - (plot.1 - plot.0) * count / most;
        if area.is_empty() {
            area.push((left, plot.1));
        }
        area.extend([(left, top), (right, top)]);
        let side = middle(place) < 0.0;
        let next = spread.counts.get(place + 1).is_some_and(|count| *count > 0.0);
        if !next || (middle(place + 1) < 0.0) != side {
            area.push((right, plot.1));
            let path = if side { &mut below } else { &mut above };
            path.area(&std::mem::take(&mut area));
        }
    }
    below.mark(MarkStyle::Cost(3)).into_iter().chain(above.mark(MarkStyle::Saving(1)))
}

/// Draws the histogram small and without words: zero as a line, the deterministic
/// figure as a dot.
pub fn small_histogram(spread: &Spread, deterministic: f64) -> Picture {
    const PLOT: (f64, f64) = (3.0, 104.0);
    let (low, high) = ends(spread, deterministic);
    let across = horizontal_scale((low, high), SIDES);
    let mut marks: Vec<Mark> = bars(spread, across, PLOT).collect();
    let mut base = Path::default();
    base.line(&[(0.0, PLOT.1), (WIDTH, PLOT.1)]);
    marks.extend(base.mark(MarkStyle::Grid));
    if low <= 0.0 && high >= 0.0 {
        let mut zero = Path::default();
        zero.line(&[(across.at(0.0), 0.0), (across.at(0.0), PLOT.1 + 6.0)]);
        marks.extend(zero.mark(MarkStyle::Zero));
    }
    let mut dot = Path::default();
    dot.dot(across.at(deterministic), PLOT.1, 7.0);
    marks.extend(dot.mark(MarkStyle::Dot));
    Picture { width: WIDTH, height: 114.0, marks }
}

fn table(figure: SimulatedFigure, spread: &Spread, deterministic: f64, text: &Text) -> Table {
    let words = text.uncertainty();
    let euro = |value: f64| text.notation.euro(value);
    let below = spread.below_deterministic.map(words.chance);
    let mut rows = vec![
        vec![(words.chance_name)(figure).to_owned(), (words.chance)(spread.positive)],
        vec![words.deterministic.to_owned(), euro(deterministic)],
    ];
    rows.extend(below.map(|below| vec![words.below_deterministic.to_owned(), below]));
    rows.push(vec![words.mean.to_owned(), euro(spread.mean)]);
    rows.push(vec![words.sd.to_owned(), euro(spread.sd)]);
    let quantiles = words.histogram_rows.iter().zip(spread.quantiles);
    rows.extend(quantiles.map(|(name, value)| vec![(*name).to_owned(), euro(value)]));
    let all: f64 = spread.counts.iter().sum();
    for (from, to, count) in spread.parts(ROWS) {
        let shown = format!("{}%", text.notation.number(count / all.max(1.0) * 100.0, 1));
        rows.push(vec![(words.share_of_draws)(&euro(from), &euro(to)), shown]);
    }
    Table {
        caption: (words.histogram_title)(figure, spread),
        head: words.histogram_head.map(str::to_owned).to_vec(),
        rows,
    }
}
