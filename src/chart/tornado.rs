//! Tornado chart: for each uncertain input a bar from the saldo at the low end of its
//! range to the saldo at the high end, the longest bar on top.

use crate::chart::layout::{Scale, round_ticks};
use crate::chart::shape::{Path, label};
use crate::chart::text_metrics::{truncate, width, wrap};
use crate::chart::{
    Anchor, Chart, Drawing, Hotspot, HotspotTarget, LINE_HEIGHT, Label, MarkStyle, SMALL_TEXT_SIZE,
    TEXT_SIZE, Table, WIDTH, amount,
};
use crate::model::Perspective;
use crate::text::Text;
use crate::text::uncertainty::{InputLabel, TornadoFacts};
use crate::uncertainty::SensitivityRange;

/// The most bars in the chart; the table has all inputs.
const MAX_BARS: usize = 9;
/// Left and right end of the bars; the input values are on both sides of them.
const BARS: (f64, f64) = (92.0, WIDTH - 92.0);
/// Height of a bar.
const BAR: f64 = 16.0;
/// Space between two inputs.
const SPACE: f64 = 9.0;

/// Draws how far each input moves the saldo. `sensitivity_ranges` has the longest range
/// first. `deterministic` is the saldo of the perspective with every input at its value. An input whose
/// range reaches across the saldo `switching_level` can change the conclusion by itself;
/// that saldo follows from `drempel`, the willingness-to-pay threshold per visitor.
/// `input_label` gives name and notation of an input by its id.
pub fn tornado(
    sensitivity_ranges: &[SensitivityRange],
    deterministic: f64,
    perspective: Perspective,
    (switching_level, drempel): (f64, f64),
    input_label: &dyn Fn(&str) -> InputLabel,
    text: &Text,
) -> Chart {
    let words = text.uncertainty();
    let labels: Vec<InputLabel> = sensitivity_ranges.iter().map(|range| input_label(&range.id)).collect();
    let switching =
        sensitivity_ranges.iter().zip(&labels).filter(|(range, _)| range.crosses(switching_level));
    let switching_inputs: Vec<&str> = switching.map(|(_, label)| label.name.as_str()).collect();
    let facts = sensitivity_ranges.first().map(|first| TornadoFacts {
        perspective,
        first: &labels[0].name,
        at: first.at,
        switching_inputs: &switching_inputs,
        drempel,
    });
    let mut sentence = (words.tornado)(facts.as_ref());
    if sensitivity_ranges.len() > MAX_BARS {
        sentence.push(' ');
        sentence.push_str(&(words.more_rows)(sensitivity_ranges.len() - MAX_BARS));
    }
    let title = (words.tornado_title)(facts.as_ref());
    let (drawing, hotspots) = draw(
        &sensitivity_ranges[..sensitivity_ranges.len().min(MAX_BARS)],
        deterministic,
        switching_level,
        &labels,
        text,
    );
    Chart {
        id: "tornado",
        table: Some(table(sensitivity_ranges, switching_level, &labels, text, title.clone())),
        drawing,
        hotspots,
        title,
        sentence,
    }
}

/// Returns the drawing, and two hotspots for each bar: its left and its right half,
/// each with the name above it, open the saldo at that end.
fn draw(
    sensitivity_ranges: &[SensitivityRange],
    deterministic: f64,
    switching_level: f64,
    input_labels: &[InputLabel],
    text: &Text,
) -> (Drawing, Vec<Hotspot>) {
    let (words, charts) = (text.uncertainty(), text.charts);
    let saldi = || sensitivity_ranges.iter().flat_map(|range| range.at).chain([deterministic]);
    let (mut low, mut high) = (saldi().fold(deterministic, f64::min), saldi().fold(deterministic, f64::max));
    let width_of_saldi = high - low;
    // A switching level far from all bars would make them too short, so it is left out.
    let shows_switching_level =
        switching_level >= low - width_of_saldi && switching_level <= high + width_of_saldi;
    if shows_switching_level {
        (low, high) = (low.min(switching_level), high.max(switching_level));
    }
    let x_scale = Scale::new((low, high), BARS);
    let deterministic_x = x_scale.position(deterministic);

    let (mut marks, mut labels, mut hotspots) = (Vec::new(), Vec::new(), Vec::new());
    // The legend and the deterministic figure are above the bars.
    let (mut low_sides, mut high_sides, mut switching_outlines) =
        (Path::default(), Path::default(), Path::default());
    let mut left = 0.0;
    for (path, name) in [(&mut low_sides, words.at_low), (&mut high_sides, words.at_high)] {
        path.area(&[(left, 3.0), (left + 12.0, 3.0), (left + 12.0, 15.0), (left, 15.0)]);
        labels.push(label(left + 17.0, 14.0, Anchor::Start, name).muted().mark());
        left += 17.0 + width(name, SMALL_TEXT_SIZE, false) + 16.0;
    }
    let shown =
        format!("{} {}", words.deterministic_short, amount::euro(deterministic, text.notation, charts));
    let half = width(&shown, SMALL_TEXT_SIZE, true) / 2.0;
    let middle = deterministic_x.clamp(half, WIDTH - half);
    labels.push(label(middle, 36.0, Anchor::Middle, shown).small().bold().mark());
    let mut top = 46.0;
    let (mut deterministic_line, mut switching_line) = (Path::default(), Path::default());
    for (index, (range, input)) in sensitivity_ranges.iter().zip(input_labels).enumerate() {
        let row_top = top;
        let switches = range.crosses(switching_level);
        let flag_text = format!("⇄ {}", words.switches);
        let name_width =
            if switches { WIDTH - width(&flag_text, SMALL_TEXT_SIZE, true) - 8.0 } else { WIDTH };
        let lines = wrap(&input.name, name_width, TEXT_SIZE, false, 2);
        if switches {
            let flag = label(WIDTH, top + LINE_HEIGHT * 0.78, Anchor::End, flag_text)
                .small()
                .bold()
                .style(MarkStyle::AccentText);
            labels.push(flag.mark());
        }
        for (line_index, line) in lines.iter().enumerate() {
            let y = top + LINE_HEIGHT * (line_index as f64 + 0.78);
            labels.push(label(0.0, y, Anchor::Start, line.as_str()).mark());
        }
        top += LINE_HEIGHT * lines.len() as f64 + 1.0;
        let [low_x, high_x] = range.at.map(|saldo| x_scale.position(saldo));
        let add_bar = |path: &mut Path, x: f64| {
            let (left, right) = (x.min(deterministic_x), x.max(deterministic_x));
            if right - left > 0.05 {
                path.area(&[(left, top), (right, top), (right, top + BAR), (left, top + BAR)]);
            }
        };
        add_bar(&mut low_sides, low_x);
        add_bar(&mut high_sides, high_x);
        if switches {
            let (left, right) = (low_x.min(high_x), low_x.max(high_x));
            switching_outlines.area(&[(left, top), (right, top), (right, top + BAR), (left, top + BAR)]);
        }
        // At each end of the bar is the value of the input there.
        let [low, high] = range.ends.map(input.shown);
        let (left, right) = if low_x <= high_x { (low, high) } else { (high, low) };
        let (bar_left, bar_right) =
            (low_x.min(high_x).min(deterministic_x), low_x.max(high_x).max(deterministic_x));
        // The vertical lines are interrupted, so that they do not cross the names.
        deterministic_line.line(&[(deterministic_x, top - 2.0), (deterministic_x, top + BAR + 2.0)]);
        let y = top + BAR - 3.5;
        let fit = |value: &str, max_width: f64| truncate(value, max_width, SMALL_TEXT_SIZE, false);
        let left = label(bar_left - 5.0, y, Anchor::End, fit(&left, bar_left - 5.0)).muted();
        let right = label(bar_right + 5.0, y, Anchor::Start, fit(&right, WIDTH - bar_right - 5.0)).muted();
        // The line of the switching level must not run through the values.
        let x = x_scale.position(switching_level);
        let runs_through = |label: &Label| label.span().0 - 3.0 < x && x < label.span().1 + 3.0;
        if shows_switching_level && !runs_through(&left) && !runs_through(&right) {
            switching_line.line(&[(x, top - 2.0), (x, top + BAR + 2.0)]);
        }
        labels.extend([left.mark(), right.mark()]);
        let height = top + BAR - row_top;
        let (left_column, right_column) = if low_x <= high_x { (2, 4) } else { (4, 2) };
        hotspots.push(Hotspot {
            target: HotspotTarget::Cell { row: index, column: left_column },
            area: (0.0, row_top, deterministic_x, height),
        });
        hotspots.push(Hotspot {
            target: HotspotTarget::Cell { row: index, column: right_column },
            area: (deterministic_x, row_top, WIDTH - deterministic_x, height),
        });
        top += BAR + SPACE;
    }
    marks.extend(low_sides.mark(MarkStyle::Cost(3)));
    marks.extend(high_sides.mark(MarkStyle::Saving(1)));
    marks.extend(switching_outlines.mark(MarkStyle::Dashed));
    let bottom = top;
    marks.extend(deterministic_line.mark(MarkStyle::Zero));
    let mut last_tick_end = -1.0;
    let (mut grid, mut ticks) = (Path::default(), Vec::new());
    let switching_text =
        format!("{} {}", words.break_even, amount::euro(switching_level, text.notation, charts));
    if shows_switching_level {
        marks.extend(switching_line.mark(MarkStyle::AccentDashed));
        let half = width(&switching_text, SMALL_TEXT_SIZE, true) / 2.0;
        let x = x_scale.position(switching_level).clamp(half, WIDTH - half);
        let switching_label = label(x, bottom + 38.0, Anchor::Middle, switching_text)
            .small()
            .bold()
            .style(MarkStyle::AccentText);
        labels.push(switching_label.mark());
    }
    for tick in round_ticks(low, high, 2.0).into_iter().filter(|tick| (low..=high).contains(tick)) {
        let shown = amount::tick(tick, text.notation, charts);
        let half = width(&shown, SMALL_TEXT_SIZE, false) / 2.0;
        let x = x_scale.position(tick).clamp(half, WIDTH - half);
        if x - half > last_tick_end {
            ticks.push(label(x, bottom + 18.0, Anchor::Middle, shown).muted().mark());
            grid.line(&[(x_scale.position(tick), bottom), (x_scale.position(tick), bottom + 5.0)]);
            last_tick_end = x + half + 8.0;
        }
    }
    marks.extend(grid.mark(MarkStyle::Leader));
    marks.extend(labels);
    marks.extend(ticks);
    let height = (bottom + if shows_switching_level { 44.0 } else { 24.0 }).ceil();
    (Drawing { width: WIDTH, height, marks }, hotspots)
}

fn table(
    sensitivity_ranges: &[SensitivityRange],
    switching_level: f64,
    input_labels: &[InputLabel],
    text: &Text,
    caption: String,
) -> Table {
    let words = text.uncertainty();
    let rows = sensitivity_ranges.iter().zip(input_labels).map(|(range, input)| {
        let [low, high] = range.ends.map(input.shown);
        let [at_low, at_high] = range.at.map(|saldo| text.notation.euro(saldo));
        let switches = if range.crosses(switching_level) { words.switches } else { words.no_switch };
        vec![input.name.clone(), low, at_low, high, at_high, switches.to_owned()]
    });
    Table { caption, head: words.tornado_head.map(str::to_owned).to_vec(), rows: rows.collect() }
}
