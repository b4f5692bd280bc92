//! Which input moves the saldo how far: one bar for each, the longest first.

use crate::chart::layout::{Scale, round_ticks};
use crate::chart::shape::{Path, label};
use crate::chart::text_metrics::{cut, width, wrap};
use crate::chart::{
    Anchor, Chart, Hotspot, HotspotTarget, Label, MarkStyle, Picture, SIZE, SMALL, Table, WIDTH, amount,
};
use crate::text::Text;
use crate::text::uncertainty::{InputLabel, TornadoFacts};
use crate::uncertainty::SensitivityRange;

/// The most bars in the picture; the table has all.
const MOST: usize = 9;
/// Left and right end of the bars; the values stand beside them.
const BARS: (f64, f64) = (92.0, WIDTH - 92.0);
/// Height of a bar.
const BAR: f64 = 16.0;
/// Height of a line of words.
const LINE: f64 = 17.0;
/// Space between two inputs.
const SPACE: f64 = 9.0;

/// The sensitivity ranges of the saldo around the deterministic figure; what is on
/// the other side of `level` at one end can turn the conclusion.
pub fn tornado(
    sensitivity_ranges: &[SensitivityRange],
    deterministic: f64,
    (level, drempel): (f64, f64),
    named: &dyn Fn(&str) -> InputLabel,
    text: &Text,
) -> Chart {
    let words = text.uncertainty();
    let names: Vec<InputLabel> =
        sensitivity_ranges.iter().map(|sensitivity_range| named(&sensitivity_range.id)).collect();
    let switches = sensitivity_ranges
        .iter()
        .zip(&names)
        .filter(|(sensitivity_range, _)| sensitivity_range.crosses(level));
    let switching_inputs: Vec<&str> = switches.map(|(_, named)| named.name.as_str()).collect();
    let facts = sensitivity_ranges.first().map(|first| TornadoFacts {
        first: &names[0].name,
        at: first.at,
        switching_inputs: &switching_inputs,
        drempel,
    });
    let mut sentence = (words.tornado)(facts.as_ref());
    if sensitivity_ranges.len() > MOST {
        sentence.push(' ');
        sentence.push_str(&(words.more_rows)(sensitivity_ranges.len() - MOST));
    }
    let title = (words.tornado_title)(facts.as_ref());
    let (picture, hotspots) = picture(
        &sensitivity_ranges[..sensitivity_ranges.len().min(MOST)],
        deterministic,
        level,
        &names,
        text,
    );
    Chart {
        id: "tornado",
        table: Some(table(sensitivity_ranges, level, &names, text, title.clone())),
        picture,
        hotspots,
        title,
        sentence,
    }
}

/// The picture, and the two ends of each bar with the name above them.
fn picture(
    sensitivity_ranges: &[SensitivityRange],
    deterministic: f64,
    level: f64,
    names: &[InputLabel],
    text: &Text,
) -> (Picture, Vec<Hotspot>) {
    let (words, charts) = (text.uncertainty(), text.charts);
    let ends = || {
        sensitivity_ranges.iter().flat_map(|sensitivity_range| sensitivity_range.at).chain([deterministic])
    };
    let (mut low, mut high) = (ends().fold(deterministic, f64::min), ends().fold(deterministic, f64::max));
    let reach = high - low;
    // The turning point is shown where it is near.
    let turning = level >= low - reach && level <= high + reach;
    if turning {
        (low, high) = (low.min(level), high.max(level));
    }
    let across = Scale::new((low, high), BARS);
    let deterministic_x = across.at(deterministic);

    let (mut marks, mut labels, mut hotspots) = (Vec::new(), Vec::new(), Vec::new());
    // What the colours are, and what is true at every bar, stand above once.
    let (mut lows, mut highs, mut flags) = (Path::default(), Path::default(), Path::default());
    let mut left = 0.0;
    for (path, words) in [(&mut lows, words.at_low), (&mut highs, words.at_high)] {
        path.area(&[(left, 3.0), (left + 12.0, 3.0), (left + 12.0, 15.0), (left, 15.0)]);
        labels.push(label(left + 17.0, 14.0, Anchor::Start, words).muted().mark());
        left += 17.0 + width(words, SMALL, false) + 16.0;
    }
    let shown =
        format!("{} {}", words.deterministic_short, amount::euro(deterministic, text.notation, charts));
    let half = width(&shown, SMALL, true) / 2.0;
    let middle = deterministic_x.clamp(half, WIDTH - half);
    labels.push(label(middle, 36.0, Anchor::Middle, shown).small().bold().mark());
    let mut top = 46.0;
    let (mut line, mut turns) = (Path::default(), Path::default());
    for (place, (sensitivity_range, named)) in sensitivity_ranges.iter().zip(names).enumerate() {
        let row = top;
        let switches = sensitivity_range.crosses(level);
        let mark = format!("⇄ {}", words.switches);
        let room = if switches { WIDTH - width(&mark, SMALL, true) - 8.0 } else { WIDTH };
        let lines = wrap(&named.name, room, SIZE, false, 2);
        if switches {
            let flag =
                label(WIDTH, top + LINE * 0.78, Anchor::End, mark).small().bold().style(MarkStyle::Accent);
            labels.push(flag.mark());
        }
        for (place, line) in lines.iter().enumerate() {
            let y = top + LINE * (place as f64 + 0.78);
            labels.push(label(0.0, y, Anchor::Start, line.as_str()).mark());
        }
        top += LINE * lines.len() as f64 + 1.0;
        let [at_low, at_high] = sensitivity_range.at.map(|value| across.at(value));
        let bar = |path: &mut Path, x: f64| {
            let (left, right) = (x.min(deterministic_x), x.max(deterministic_x));
            if right - left > 0.05 {
                path.area(&[(left, top), (right, top), (right, top + BAR), (left, top + BAR)]);
            }
        };
        bar(&mut lows, at_low);
        bar(&mut highs, at_high);
        if switches {
            let (left, right) = (at_low.min(at_high), at_low.max(at_high));
            flags.area(&[(left, top), (right, top), (right, top + BAR), (left, top + BAR)]);
        }
        // Beside each end of the bar: the input's value there.
        let [low, high] = sensitivity_range.ends.map(named.shown);
        let (left, right) = if at_low <= at_high { (low, high) } else { (high, low) };
        let (from, to) = (at_low.min(at_high).min(deterministic_x), at_low.max(at_high).max(deterministic_x));
        // Lines stay between the names.
        line.line(&[(deterministic_x, top - 2.0), (deterministic_x, top + BAR + 2.0)]);
        let y = top + BAR - 3.5;
        let fit = |words: &str, room: f64| cut(words, room, SMALL, false);
        let left = label(from - 5.0, y, Anchor::End, fit(&left, from - 5.0)).muted();
        let right = label(to + 5.0, y, Anchor::Start, fit(&right, WIDTH - to - 5.0)).muted();
        // The turning point stays clear of the values.
        let x = across.at(level);
        let hidden = |words: &Label| words.span().0 - 3.0 < x && x < words.span().1 + 3.0;
        if turning && !hidden(&left) && !hidden(&right) {
            turns.line(&[(x, top - 2.0), (x, top + BAR + 2.0)]);
        }
        labels.extend([left.mark(), right.mark()]);
        let height = top + BAR - row;
        let (first, last) = if at_low <= at_high { (2, 4) } else { (4, 2) };
        hotspots.push(Hotspot {
            at: HotspotTarget::Cell(place, first),
            area: (0.0, row, deterministic_x, height),
        });
        hotspots.push(Hotspot {
            at: HotspotTarget::Cell(place, last),
            area: (deterministic_x, row, WIDTH - deterministic_x, height),
        });
        top += BAR + SPACE;
    }
    marks.extend(lows.mark(MarkStyle::Cost(3)));
    marks.extend(highs.mark(MarkStyle::Saving(1)));
    marks.extend(flags.mark(MarkStyle::Gap));
    let bottom = top;
    marks.extend(line.mark(MarkStyle::Zero));
    let mut until = -1.0;
    let (mut grid, mut ticks) = (Path::default(), Vec::new());
    let turning_shown = format!("{} {}", words.break_even, amount::euro(level, text.notation, charts));
    if turning {
        marks.extend(turns.mark(MarkStyle::Surplus));
        let half = width(&turning_shown, SMALL, true) / 2.0;
        let x = across.at(level).clamp(half, WIDTH - half);
        let turning =
            label(x, bottom + 38.0, Anchor::Middle, turning_shown).small().bold().style(MarkStyle::Accent);
        labels.push(turning.mark());
    }
    for tick in round_ticks(low, high, 2.0).into_iter().filter(|tick| (low..=high).contains(tick)) {
        let shown = amount::tick(tick, text.notation, charts);
        let half = width(&shown, SMALL, false) / 2.0;
        let x = across.at(tick).clamp(half, WIDTH - half);
        if x - half > until {
            ticks.push(label(x, bottom + 18.0, Anchor::Middle, shown).muted().mark());
            grid.line(&[(across.at(tick), bottom), (across.at(tick), bottom + 5.0)]);
            until = x + half + 8.0;
        }
    }
    marks.extend(grid.mark(MarkStyle::Leader));
    marks.extend(labels);
    marks.extend(ticks);
    let height = (bottom + if turning { 44.0 } else { 24.0 }).ceil();
    (Picture { width: WIDTH, height, marks }, hotspots)
}

fn table(
    sensitivity_ranges: &[SensitivityRange],
    level: f64,
    names: &[InputLabel],
    text: &Text,
    caption: String,
) -> Table {
    let words = text.uncertainty();
    let rows = sensitivity_ranges.iter().zip(names).map(|(sensitivity_range, named)| {
        let [low, high] = sensitivity_range.ends.map(named.shown);
        let [at_low, at_high] = sensitivity_range.at.map(|value| text.notation.euro(value));
        let switches = if sensitivity_range.crosses(level) { words.switches } else { words.no_switch };
        vec![named.name.clone(), low, at_low, high, at_high, switches.to_owned()]
    });
    Table { caption, head: words.tornado_head.map(str::to_owned).to_vec(), rows: rows.collect() }
}
