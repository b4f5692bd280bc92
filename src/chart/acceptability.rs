//! The acceptability curve: the chance that saldo and worth together are not
//! below zero, for every worth per visitor.

use crate::chart::layout::{Scale, round_ticks};
use crate::chart::shape::{Path, label};
use crate::chart::text_metrics::width;
use crate::chart::{Anchor, Chart, Hotspot, HotspotTarget, MarkStyle, Picture, SMALL, Table, WIDTH, amount};
use crate::text::Text;
use crate::text::uncertainty::CurveFacts;

/// Top and bottom of the plot.
const PLOT: (f64, f64) = (30.0, 210.0);
/// Left and right end of the plot.
const SIDES: (f64, f64) = (48.0, WIDTH - 6.0);
/// Into how many strips the curve is cut to open, at most: wide enough for a
/// finger.
const STRIPS: usize = 8;

/// Beginning of the name of a figure on the curve.
pub const DREMPEL: &str = "drempel";
/// The chances that are marked on the curve, and the names of those points.
pub const MARKED: [(f64, &str); 2] = [(0.5, "helft"), (0.8, "ruim")];

/// The curve, which rises from point to point.
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
            head: words.curve_head.map(str::to_owned).to_vec(),
            rows: curve.iter().map(row).collect(),
        }),
        title,
        sentence: (words.curve)(facts),
        hotspots: hotspots(curve, facts, text),
        picture: picture(curve, facts, text),
    }
}

/// Up to which worth per visitor the picture goes, and society's gap where that
/// is on it: not far beyond the curve.
fn reach(curve: &[(f64, f64)], facts: &CurveFacts) -> (f64, Option<f64>) {
    let end = curve.last().map_or(1.0, |last| last.0).max(facts.drempel).max(1e-6);
    let society = Some(facts.society).filter(|gap| *gap > 0.0 && *gap < end * 1.6);
    (end.max(society.unwrap_or(0.0) * 1.05), society)
}

/// Up to which worth per visitor the picture of this curve goes, for a slider
/// on its axis. The style sheet knows where the axis lies.
pub fn end(curve: &[(f64, f64)], facts: &CurveFacts) -> f64 {
    reach(curve, facts).0
}

/// Returns what opens: the two marked points, and strips over the rest of the
/// curve. A strip with such a point in it begins below that.
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

/// The points where the chance is 50% and 80%, each large enough for a finger.
fn dots(curve: &[(f64, f64)], facts: &CurveFacts, text: &Text) -> Vec<Hotspot> {
    const SIZE: f64 = 32.0;
    let across = Scale::new((0.0, reach(curve, facts).0), SIDES);
    let up = Scale::new((0.0, 1.0), (PLOT.1, PLOT.0));
    let marked = marked(facts);
    let dot = |(drempel, (share, name)): (f64, (f64, &str))| {
        let (x, y) = (across.at(drempel), up.at(share));
        let left = (x - SIZE / 2.0).clamp(0.0, WIDTH - SIZE);
        let said = marked_words(drempel, share, text);
        let at = HotspotTarget::Sum(format!("{DREMPEL}.{name}"), said);
        Hotspot { at, area: (left, y - SIZE / 2.0, SIZE, SIZE) }
    };
    marked.map(dot).collect()
}

/// The drempels that are marked, with their chances.
fn marked(facts: &CurveFacts) -> impl Iterator<Item = (f64, (f64, &'static str))> {
    let marked = facts.drempels.into_iter().zip(MARKED);
    marked.filter_map(|(drempel, chance)| Some((drempel.filter(|drempel| *drempel > 0.0)?, chance)))
}

/// Returns the words beside a marked point.
fn marked_words(drempel: f64, share: f64, text: &Text) -> String {
    let amount = amount::euro(drempel.ceil(), text.notation, text.charts);
    format!("{}: {amount}", text.notation.percent(share))
}

/// Strips over the curve; each stands for the point in its middle.
fn strips(curve: &[(f64, f64)], facts: &CurveFacts) -> Vec<Hotspot> {
    let across = Scale::new((0.0, reach(curve, facts).0), SIDES);
    let at = |place: usize| across.at(curve[place].0);
    let last = curve.len().saturating_sub(1);
    let wide = curve.len().div_ceil(STRIPS).max(1);
    let strip = |from: usize| {
        let to = (from + wide - 1).min(last);
        let left = if from == 0 { SIDES.0 } else { (at(from - 1) + at(from)) / 2.0 };
        let right = if to == last { at(last).max(left) } else { (at(to) + at(to + 1)) / 2.0 };
        let area = (left, PLOT.0, right - left, PLOT.1 - PLOT.0);
        Hotspot { at: HotspotTarget::Cell((from + to) / 2, 1), area }
    };
    (0..curve.len()).step_by(wide).map(strip).collect()
}

fn picture(curve: &[(f64, f64)], facts: &CurveFacts, text: &Text) -> Picture {
    let (words, charts) = (text.uncertainty(), text.charts);
    let (end, society) = reach(curve, facts);
    let across = Scale::new((0.0, end), SIDES);
    let up = Scale::new((0.0, 1.0), (PLOT.1, PLOT.0));
    let place = |(drempel, chance): (f64, f64)| (across.at(drempel), up.at(chance));
    let mut marks = Vec::new();

    let mut grid = Path::default();
    for share in [0.25, 0.5, 0.8, 1.0] {
        grid.line(&[(SIDES.0, up.at(share)), (WIDTH, up.at(share))]);
    }
    marks.extend(grid.mark(MarkStyle::Grid));
    let mut area = vec![(SIDES.0, PLOT.1)];
    let mut points: Vec<(f64, f64)> = curve.iter().copied().map(place).collect();
    if let Some(last) = points.last().copied() {
        // Beyond its end the curve is not known to rise further.
        points.push((SIDES.1.max(last.0), last.1));
    }
    area.extend(&points);
    area.push((SIDES.1, PLOT.1));
    let mut under = Path::default();
    under.area(&area);
    marks.extend(under.mark(MarkStyle::Above));
    let mut line = Path::default();
    line.line(&points);
    let mut base = Path::default();
    base.line(&[(SIDES.0, PLOT.1), (WIDTH, PLOT.1)]);
    marks.extend(base.mark(MarkStyle::Zero));
    for share in [0.0, 0.25, 0.5, 0.8, 1.0] {
        let shown = text.notation.percent(share);
        marks.push(label(SIDES.0 - 6.0, up.at(share) + 4.5, Anchor::End, shown).muted().mark());
    }

    if let Some(gap) = society {
        let mut marker_line = Path::default();
        marker_line.line(&[(across.at(gap), PLOT.0), (across.at(gap), PLOT.1)]);
        marks.extend(marker_line.mark(MarkStyle::MarkerLine));
    }
    let mut own = Path::default();
    own.line(&[(across.at(facts.drempel), 17.0), (across.at(facts.drempel), PLOT.1)]);
    marks.extend(own.mark(MarkStyle::Surplus));
    marks.extend(line.mark(MarkStyle::Course));

    // The two drempels on the curve; left of it and below it is free.
    let mut dots = Path::default();
    for (drempel, (share, _)) in marked(facts) {
        let (x, y) = place((drempel, share));
        dots.dot(x, y, 4.5);
        let shown = marked_words(drempel, share, text);
        let wide = width(&shown, SMALL, true);
        let words = if x - 9.0 - wide > SIDES.0 {
            label(x - 9.0, y - 4.0, Anchor::End, shown)
        } else {
            label((x + 9.0).min(WIDTH - wide), y + 15.0, Anchor::Start, shown)
        };
        marks.push(words.small().bold().mark());
    }
    let chance = facts.chance.clamp(0.0, 1.0);
    let (x, y) = place((facts.drempel, chance));
    dots.dot(x, y, 4.5);
    marks.extend(dots.mark(MarkStyle::Dot));
    let shown = (words.curve_own)(facts.drempel, chance);
    let half = width(&shown, SMALL, true) / 2.0;
    let middle = x.clamp(half, WIDTH - half);
    marks.push(label(middle, 12.0, Anchor::Middle, shown).small().bold().style(MarkStyle::Accent).mark());

    let mut until = -1.0;
    for tick in round_ticks(0.0, end, 4.0).into_iter().filter(|tick| *tick <= end * 1.0001) {
        let shown = amount::tick(tick, text.notation, charts);
        let half = width(&shown, SMALL, false) / 2.0;
        let x = across.at(tick).clamp(half, WIDTH - half);
        if x - half > until {
            marks.push(label(x, PLOT.1 + 19.0, Anchor::Middle, shown).muted().mark());
            until = x + half + 8.0;
        }
    }
    marks.push(label(SIDES.1, PLOT.1 + 57.0, Anchor::End, words.curve_axis).muted().mark());
    let shown = match society {
        _ if facts.society <= 0.0 => words.curve_society_none.to_owned(),
        _ => (words.curve_society)(facts.society),
    };
    let half = width(&shown, SMALL, false) / 2.0;
    let middle = across.at(society.unwrap_or(0.0)).clamp(half, WIDTH - half);
    marks.push(label(middle, PLOT.1 + 38.0, Anchor::Middle, shown).small().mark());
    Picture { width: WIDTH, height: PLOT.1 + 64.0, marks }
}
