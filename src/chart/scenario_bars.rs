//! Scenarios beside each other, all on one scale.

use crate::chart::layout::Scale;
use crate::chart::line_amounts::is_nothing;
use crate::chart::shape::{Path, label};
use crate::chart::text_metrics::{width, wrap};
use crate::chart::{
    Anchor, Chart, Hotspot, HotspotTarget, Mark, MarkStyle, Picture, SIZE, SMALL, Table, WIDTH, amount,
};
use crate::text::Text;
use crate::text::compare::{ComparedFigureFacts, ScenarioFigures};

/// Id of the picture with costs and savings of every scenario, in the page and in
/// names of files.
pub const ID: &str = "scenarios-naast-elkaar";
/// Id of the picture with one figure of every scenario.
pub const MEASURE_ID: &str = "scenarios-per-cijfer";

/// Height of a bar.
const BAR: f64 = 15.0;
/// Distance from one bar to the next.
const PITCH: f64 = 18.0;
/// Space between two scenarios.
const SPACE: f64 = 16.0;
/// Height of a line of words.
const LINE: f64 = 17.0;

/// Costs and savings of every scenario.
pub fn scenario_bars(all: &[ScenarioFigures], reference: usize, text: &Text) -> Chart {
    let words = text.compare();
    let title = (words.scenario_bars_title)(all);
    let exact = |value: f64| text.notation.euro(value);
    let from = all.get(reference).map_or(0.0, |one| one.net);
    let rows = all.iter().enumerate().map(|(place, one)| {
        let by = if place == reference { "–".to_owned() } else { change(one.net - from, text) };
        vec![one.name.clone(), exact(one.costs), exact(one.savings), exact(one.net), by]
    });
    let (picture, hotspots) = picture(all, reference, text);
    Chart {
        id: ID,
        sentence: (words.scenario_bars)(all, reference),
        picture,
        hotspots,
        table: Some(Table {
            caption: title.clone(),
            head: words.scenario_bars_head.map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }),
        title,
    }
}

/// A difference in a table: whole euros, with its sign.
fn change(by: f64, text: &Text) -> String {
    let shown = text.notation.euro(by);
    if by.round() > 0.0 { shown.replacen('\u{a0}', "\u{a0}+", 1) } else { shown }
}

/// Adds the name of a scenario on at most two lines, with a remark below it where it
/// is the reference; returns the bottom of the text.
fn heading(labels: &mut Vec<Mark>, top: f64, name: &str, is_reference: bool, right: f64, text: &Text) -> f64 {
    let lines = wrap(name, WIDTH - right, SIZE, true, 2);
    for (place, line) in lines.iter().enumerate() {
        let y = top + LINE * place as f64 + 14.0;
        labels.push(label(0.0, y, Anchor::Start, line.as_str()).bold().mark());
    }
    let mut bottom = top + LINE * lines.len().max(1) as f64;
    if is_reference {
        let words = text.compare().reference;
        labels.push(label(0.0, bottom + 13.0, Anchor::Start, words).muted().mark());
        bottom += LINE;
    }
    bottom
}

/// A bar from zero.
fn bar(scale: Scale, value: f64, top: f64, style: MarkStyle) -> Option<Mark> {
    let (zero, end) = (scale.at(0.0), scale.at(value));
    let (x, width) = (zero.min(end), (end - zero).abs());
    let edge = if width > 4.0 { style.paint().width / 2.0 } else { 0.0 };
    let (width, height) = ((width - 2.0 * edge).max(1.0), BAR - 2.0 * edge);
    (!is_nothing(value)).then_some(Mark::Rect { x: x + edge, y: top + edge, width, height, style })
}

/// Costs and savings of all on one scale, and what opens: the saldo, costs and
/// savings of each, in the second to fourth column of a row each.
pub(crate) fn picture(all: &[ScenarioFigures], reference: usize, text: &Text) -> (Picture, Vec<Hotspot>) {
    let (words, charts) = (text.compare(), text.charts);
    let shown = |value: f64| amount::euro(value, text.notation, charts);
    let of = |one: &ScenarioFigures| {
        let saves = if one.savings < 0.0 { MarkStyle::Harm } else { MarkStyle::Saving(1) };
        [(words.costs, one.costs, MarkStyle::Cost(1)), (words.savings, one.savings, saves)]
    };
    let said = |(word, value, _): (&str, f64, MarkStyle)| format!("{word} {}", shown(value));
    let room = all.iter().flat_map(of).map(|bar| width(&said(bar), SMALL, false)).fold(0.0, f64::max) + 8.0;
    let values = || all.iter().flat_map(|one| [one.costs, one.savings]);
    let ends = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
    let scale = Scale::new(ends, (1.0, WIDTH - room));
    let zero = scale.at(0.0);

    let (mut marks, mut labels, mut base) = (Vec::new(), Vec::new(), Path::default());
    let (mut top, mut hotspots) = (0.0, Vec::new());
    for (place, one) in all.iter().enumerate() {
        let saldo = format!("{} {}", charts.saldo, shown(one.net));
        labels.push(label(WIDTH, top + 14.0, Anchor::End, saldo.as_str()).bold().mark());
        let right = width(&saldo, SIZE, true) + 10.0;
        let first = heading(&mut labels, top, &one.name, place == reference, right, text) + 4.0;
        hotspots.push(Hotspot { at: HotspotTarget::Cell(place, 3), area: (0.0, top, WIDTH, first - top) });
        for (row, entry) in of(one).into_iter().enumerate() {
            let y = first + row as f64 * PITCH;
            hotspots.push(Hotspot { at: HotspotTarget::Cell(place, row + 1), area: (0.0, y, WIDTH, PITCH) });
            marks.extend(bar(scale, entry.1, y, entry.2));
            let at = zero.max(scale.at(entry.1)) + 7.0;
            labels.push(label(at, y + 12.0, Anchor::Start, said(entry)).small().mark());
        }
        base.line(&[(zero, first - 2.0), (zero, first + PITCH + BAR + 2.0)]);
        top = first + PITCH + BAR + SPACE;
    }
    marks.extend(base.mark(MarkStyle::Zero));
    marks.extend(labels);
    (Picture { width: WIDTH, height: (top - SPACE + 6.0).max(1.0).ceil(), marks }, hotspots)
}

/// One figure of a scenario.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioBar {
    /// Name of the scenario.
    pub name: String,
    /// The figure; `None` where the scenario has no such figure.
    pub value: Option<f64>,
    /// Figure as the page writes it.
    pub shown: String,
    /// Difference from the reference, as the page writes it.
    pub difference: String,
}

/// One figure of every scenario; `most` is the end of its scale where it has
/// one, such as 100%.
pub fn compared_figure(
    name: &str,
    bars: &[ScenarioBar],
    reference: usize,
    most: Option<f64>,
    text: &Text,
) -> Chart {
    let words = text.compare();
    let with_value = || bars.iter().filter_map(|bar| bar.value.map(|value| (value, bar)));
    let high = with_value().map(|(value, _)| value).fold(f64::NEG_INFINITY, f64::max);
    let low = with_value().map(|(value, _)| value).fold(f64::INFINITY, f64::min);
    let end =
        |value: f64| with_value().find(|(of, _)| *of == value).map(|(_, bar)| (&*bar.name, &*bar.shown));
    let ends = match (end(high), end(low)) {
        (Some(high), Some(low)) if high.1 != low.1 => Some([high, low]),
        _ => None,
    };
    let of = bars.get(reference).map_or(("", ""), |bar| (&*bar.name, &*bar.shown));
    let facts = ComparedFigureFacts { measure: name, ends, reference: of };
    let title = (words.measure_title)(&facts);
    let scale = Scale::new((low.min(0.0), most.unwrap_or(0.0).max(high)), (1.0, WIDTH - 1.0));

    let (mut marks, mut labels, mut base) = (Vec::new(), Vec::new(), Path::default());
    let (mut top, mut hotspots) = (0.0, Vec::new());
    for (place, bar) in bars.iter().enumerate() {
        labels.push(label(WIDTH, top + 14.0, Anchor::End, bar.shown.as_str()).bold().mark());
        let right = width(&bar.shown, SIZE, true) + 10.0;
        let first = heading(&mut labels, top, &bar.name, place == reference, right, text) + 4.0;
        if let Some(value) = bar.value {
            let (zero, end) = (scale.at(0.0), scale.at(value));
            let (x, width) = (zero.min(end), (end - zero).abs().max(1.0));
            let style = if value < 0.0 { MarkStyle::Cost(3) } else { MarkStyle::Saving(1) };
            marks.push(Mark::Rect { x, y: first, width, height: BAR, style });
        }
        base.line(&[(scale.at(0.0), first - 2.0), (scale.at(0.0), first + BAR + 2.0)]);
        hotspots
            .push(Hotspot { at: HotspotTarget::Cell(place, 1), area: (0.0, top, WIDTH, first + BAR - top) });
        top = first + BAR + SPACE;
    }
    marks.extend(base.mark(MarkStyle::Zero));
    marks.extend(labels);
    let rows = bars.iter().map(|bar| vec![bar.name.clone(), bar.shown.clone(), bar.difference.clone()]);
    Chart {
        id: MEASURE_ID,
        sentence: (words.measure_sentence)(&facts),
        picture: Picture { width: WIDTH, height: (top - SPACE + 6.0).max(1.0).ceil(), marks },
        hotspots,
        table: Some(Table {
            caption: title.clone(),
            head: (words.measure_head)(name).to_vec(),
            rows: rows.collect(),
        }),
        title,
    }
}
