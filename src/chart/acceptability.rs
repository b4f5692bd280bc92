//! The acceptability curve: for each drempel (the willingness-to-pay threshold per
//! visitor and year), the chance that funding is worth its while. That is the chance
//! that the saldo plus drempel × visitors is at or above zero.

use crate::chart::layout::{Scale, round_ticks};
use crate::chart::shape::{Path, label};
use crate::chart::text_metrics::width;
use crate::chart::{
    Anchor, Chart, Drawing, Hotspot, HotspotTarget, MarkStyle, SMALL_TEXT_SIZE, Table, WIDTH, amount,
};
use crate::number::round_up;
use crate::text::Text;
use crate::text::uncertainty::CurveFacts;

/// Top and bottom of the plot.
const PLOT: (f64, f64) = (30.0, 210.0);
/// Left and right end of the plot.
const SIDES: (f64, f64) = (48.0, WIDTH - 6.0);
/// The maximum number of vertical strips into which the curve is divided as hotspots, so
/// that each strip is wide enough for a finger.
const MAX_STRIPS: usize = 8;

/// First part of the explanation id of a figure on the curve.
pub const DREMPEL: &str = "drempel";
/// The chances that are marked with a dot on the curve, and the second part of the
/// explanation id of each.
pub const MARKED_CHANCES: [(f64, &str); 2] = [(0.5, "helft"), (0.8, "ruim")];

/// Draws the curve through its points, each a drempel in euros and a chance; the
/// chances never decrease.
pub fn acceptability(curve: &[(f64, f64)], facts: &CurveFacts, text: &Text) -> Chart {
    let words = text.uncertainty();
    let title = (words.curve_title)(facts);
    let row = |(drempel, chance): &(f64, f64)| {
        let decimals = if curve.last().is_some_and(|last| last.0 < 10.0) { 2 } else { 0 };
        let drempel = format!("€\u{a0}{}", text.notation.number(*drempel, decimals));
        vec![drempel, (words.chance)(*chance)]
    };
    Chart {
        id: "waarde-per-bezoeker",
        table: Some(Table {
            caption: title.clone(),
            head: (words.curve_head)(facts.perspective).map(str::to_owned).to_vec(),
            rows: curve.iter().map(row).collect(),
        }),
        title,
        sentence: (words.curve)(facts),
        hotspots: hotspots(curve, facts, text),
        drawing: draw(curve, facts, text),
    }
}

/// Returns the drempel at the end of the horizontal axis, and society's gap per visitor
/// where the axis shows it; `None` where there is no gap or where it is far beyond the
/// curve.
fn axis_end(curve: &[(f64, f64)], facts: &CurveFacts) -> (f64, Option<f64>) {
    let end = curve.last().map_or(1.0, |last| last.0).max(facts.drempel).max(1e-6);
    // A gap of more than 1.6 times the end of the curve would compress the curve too much. A gap that is
    // shown is not at the very end of the axis, hence the 5%.
    let shown_gap = Some(facts.society_gap_per_visitor).filter(|gap| *gap > 0.0 && *gap < end * 1.6);
    (end.max(shown_gap.unwrap_or(0.0) * 1.05), shown_gap)
}

/// Returns the drempel at the end of the horizontal axis, for the slider that the page
/// places on the axis. The style sheet positions that slider by the same
/// margins as `SIDES`.
pub fn slider_end(curve: &[(f64, f64)], facts: &CurveFacts) -> f64 {
    axis_end(curve, facts).0
}

/// Returns the hotspots: the points at a chance of 50% and of 80%, and vertical strips over
/// the curve. A strip that contains such a point begins below it, so that they do not
/// overlap.
fn hotspots(curve: &[(f64, f64)], facts: &CurveFacts, text: &Text) -> Vec<Hotspot> {
    let dots = dots(curve, facts, text);
    let mut all = strips(curve, facts);
    for hotspot in &mut all {
        let (x, _, width, _) = hotspot.area;
        let within = |dot: &&Hotspot| dot.area.0 < x + width && x < dot.area.0 + dot.area.2;
        let top = dots.iter().filter(within).fold(PLOT.0, |top, dot| top.max(dot.area.1 + dot.area.3));
        hotspot.area = (x, top, width, PLOT.1 - top);
    }
    all.into_iter().chain(dots).collect()
}

/// Returns the hotspots of the points where the chance is 50% and 80%, each large
/// enough for a finger.
fn dots(curve: &[(f64, f64)], facts: &CurveFacts, text: &Text) -> Vec<Hotspot> {
    const TARGET_SIZE: f64 = 32.0;
    let x_scale = Scale::new((0.0, axis_end(curve, facts).0), SIDES);
    let y_scale = Scale::new((0.0, 1.0), (PLOT.1, PLOT.0));
    let marked = marked(facts);
    let dot = |(drempel, (share, name)): (f64, (f64, &str))| {
        let (x, y) = (x_scale.position(drempel), y_scale.position(share));
        let left = (x - TARGET_SIZE / 2.0).clamp(0.0, WIDTH - TARGET_SIZE);
        let explanation = format!("{DREMPEL}.{name}");
        let target = HotspotTarget::Other { explanation, label: marked_label(drempel, share, text) };
        Hotspot { target, area: (left, y - TARGET_SIZE / 2.0, TARGET_SIZE, TARGET_SIZE) }
    };
    marked.map(dot).collect()
}

/// Returns the drempels that are marked, with their chances.
fn marked(facts: &CurveFacts) -> impl Iterator<Item = (f64, (f64, &'static str))> {
    let marked = facts.drempels.into_iter().zip(MARKED_CHANCES);
    marked.filter_map(|(drempel, chance)| Some((drempel.filter(|drempel| *drempel > 0.0)?, chance)))
}

/// Returns the text next to a marked point: its chance and drempel.
fn marked_label(drempel: f64, share: f64, text: &Text) -> String {
    let amount = amount::euro(round_up(drempel, 0), text.notation, text.charts);
    format!("{}: {amount}", text.notation.percent(share))
}

/// Returns vertical strips over the curve as hotspots; each opens the explanation of the
/// point in its middle.
fn strips(curve: &[(f64, f64)], facts: &CurveFacts) -> Vec<Hotspot> {
    let x_scale = Scale::new((0.0, axis_end(curve, facts).0), SIDES);
    let point_x = |index: usize| x_scale.position(curve[index].0);
    let last = curve.len().saturating_sub(1);
    let points_per_strip = curve.len().div_ceil(MAX_STRIPS).max(1);
    let strip = |from: usize| {
        let to = (from + points_per_strip - 1).min(last);
        let left = if from == 0 { SIDES.0 } else { (point_x(from - 1) + point_x(from)) / 2.0 };
        let right = if to == last { point_x(last).max(left) } else { (point_x(to) + point_x(to + 1)) / 2.0 };
        let area = (left, PLOT.0, right - left, PLOT.1 - PLOT.0);
        Hotspot { target: HotspotTarget::Cell { row: (from + to) / 2, column: 1 }, area }
    };
    (0..curve.len()).step_by(points_per_strip).map(strip).collect()
}

fn draw(curve: &[(f64, f64)], facts: &CurveFacts, text: &Text) -> Drawing {
    let (words, charts) = (text.uncertainty(), text.charts);
    let (end, shown_gap) = axis_end(curve, facts);
    let x_scale = Scale::new((0.0, end), SIDES);
    let y_scale = Scale::new((0.0, 1.0), (PLOT.1, PLOT.0));
    let point = |(drempel, chance): (f64, f64)| (x_scale.position(drempel), y_scale.position(chance));
    let mut marks = Vec::new();

    let mut grid = Path::default();
    for share in [0.25, 0.5, 0.8, 1.0] {
        grid.line(&[(SIDES.0, y_scale.position(share)), (WIDTH, y_scale.position(share))]);
    }
    marks.extend(grid.mark(MarkStyle::Grid));
    let mut corners = vec![(SIDES.0, PLOT.1)];
    let mut points: Vec<(f64, f64)> = curve.iter().copied().map(point).collect();
    if let Some(last) = points.last().copied() {
        // Beyond its last point the curve is drawn level, since it is not known there.
        points.push((SIDES.1.max(last.0), last.1));
    }
    corners.extend(&points);
    corners.push((SIDES.1, PLOT.1));
    let mut area_under_curve = Path::default();
    area_under_curve.area(&corners);
    marks.extend(area_under_curve.mark(MarkStyle::AreaAboveZero));
    let mut line = Path::default();
    line.line(&points);
    let mut base = Path::default();
    base.line(&[(SIDES.0, PLOT.1), (WIDTH, PLOT.1)]);
    marks.extend(base.mark(MarkStyle::Zero));
    for share in [0.0, 0.25, 0.5, 0.8, 1.0] {
        let shown = text.notation.percent(share);
        marks.push(label(SIDES.0 - 6.0, y_scale.position(share) + 4.5, Anchor::End, shown).muted().mark());
    }

    if let Some(gap) = shown_gap {
        let mut marker_line = Path::default();
        marker_line.line(&[(x_scale.position(gap), PLOT.0), (x_scale.position(gap), PLOT.1)]);
        marks.extend(marker_line.mark(MarkStyle::MarkerLine));
    }
    let mut drempel_line = Path::default();
    drempel_line.line(&[(x_scale.position(facts.drempel), 17.0), (x_scale.position(facts.drempel), PLOT.1)]);
    marks.extend(drempel_line.mark(MarkStyle::AccentDashed));
    marks.extend(line.mark(MarkStyle::DataLine));

    // The texts of the marked points are above or below the curve, where there is room.
    let mut dots = Path::default();
    for (drempel, (share, _)) in marked(facts) {
        let (x, y) = point((drempel, share));
        dots.dot(x, y, 4.5);
        let shown = marked_label(drempel, share, text);
        let text_width = width(&shown, SMALL_TEXT_SIZE, true);
        let mark = if x - 9.0 - text_width > SIDES.0 {
            label(x - 9.0, y - 4.0, Anchor::End, shown)
        } else {
            label((x + 9.0).min(WIDTH - text_width), y + 15.0, Anchor::Start, shown)
        };
        marks.push(mark.small().bold().mark());
    }
    let chance = facts.chance.clamp(0.0, 1.0);
    let (x, y) = point((facts.drempel, chance));
    dots.dot(x, y, 4.5);
    marks.extend(dots.mark(MarkStyle::WhiteEdged));
    let shown = (words.curve_own)(facts.drempel, chance);
    let half = width(&shown, SMALL_TEXT_SIZE, true) / 2.0;
    let middle = x.clamp(half, WIDTH - half);
    marks.push(label(middle, 12.0, Anchor::Middle, shown).small().bold().style(MarkStyle::AccentText).mark());

    let mut last_tick_end = -1.0;
    for tick in round_ticks(0.0, end, 4.0).into_iter().filter(|tick| *tick <= end * 1.0001) {
        let shown = amount::tick(tick, text.notation, charts);
        let half = width(&shown, SMALL_TEXT_SIZE, false) / 2.0;
        let x = x_scale.position(tick).clamp(half, WIDTH - half);
        if x - half > last_tick_end {
            marks.push(label(x, PLOT.1 + 19.0, Anchor::Middle, shown).muted().mark());
            last_tick_end = x + half + 8.0;
        }
    }
    marks.push(
        label(SIDES.1, PLOT.1 + 57.0, Anchor::End, (words.curve_axis)(facts.perspective)).muted().mark(),
    );
    let shown = if facts.society_gap_per_visitor <= 0.0 {
        words.curve_society_none.to_owned()
    } else {
        (words.curve_society)(facts.society_gap_per_visitor)
    };
    let half = width(&shown, SMALL_TEXT_SIZE, false) / 2.0;
    let middle = x_scale.position(shown_gap.unwrap_or(0.0)).clamp(half, WIDTH - half);
    marks.push(label(middle, PLOT.1 + 38.0, Anchor::Middle, shown).small().mark());
    Drawing { width: WIDTH, height: PLOT.1 + 64.0, marks }
}
