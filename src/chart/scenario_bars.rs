//! Charts that compare scenarios by bars on one scale: costs and savings of each
//! scenario, or one figure of each scenario.

use crate::chart::layout::Scale;
use crate::chart::line_amounts::is_shown_as_zero;
use crate::chart::shape::{Path, label};
use crate::chart::text_metrics::{width, wrap};
use crate::chart::{
    Anchor, Chart, Drawing, Hotspot, HotspotTarget, LINE_HEIGHT, Mark, MarkStyle, SMALL_TEXT_SIZE, TEXT_SIZE,
    Table, WIDTH, amount,
};
use crate::model::Perspective;
use crate::text::Text;
use crate::text::compare::{ComparedFigureFacts, ScenarioFigures};

/// Id of the chart with costs and savings of every scenario, in the page and in names
/// of saved files.
pub const ID: &str = "scenarios-naast-elkaar";
/// Id of the chart with one figure of every scenario.
pub const COMPARED_FIGURE_ID: &str = "scenarios-per-cijfer";

/// Height of a bar.
const BAR: f64 = 15.0;
/// Distance from the top of one bar to the top of the next.
const PITCH: f64 = 18.0;
/// Space between two scenarios.
const SPACE: f64 = 16.0;

/// Draws the costs and savings of every scenario in one perspective; `reference` is the index of
/// the scenario with which the others are compared.
pub fn scenario_bars(
    all: &[ScenarioFigures],
    reference: usize,
    perspective: Perspective,
    text: &Text,
) -> Chart {
    let words = text.compare();
    let title = (words.scenario_bars_title)(all);
    let whole_euros = |value: f64| text.notation.euro(value);
    let reference_net = all.get(reference).map_or(0.0, |scenario| scenario.net);
    let rows = all.iter().enumerate().map(|(index, scenario)| {
        let difference =
            if index == reference { "–".to_owned() } else { change(scenario.net - reference_net, text) };
        let [costs, savings, net] = [scenario.costs, scenario.savings, scenario.net].map(whole_euros);
        vec![scenario.name.clone(), costs, savings, net, difference]
    });
    let (drawing, hotspots) = draw_bars(all, Some(reference), text);
    Chart {
        id: ID,
        sentence: (words.scenario_bars)(all, reference, perspective),
        drawing,
        hotspots,
        table: Some(Table {
            caption: title.clone(),
            head: words.scenario_bars_head.map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }),
        title,
    }
}

/// Writes a difference for a table: in whole euros, with a plus sign where it is
/// positive.
fn change(difference: f64, text: &Text) -> String {
    let shown = text.notation.euro(difference);
    if difference.round() > 0.0 { shown.replacen('\u{a0}', "\u{a0}+", 1) } else { shown }
}

/// Adds the name of a scenario on at most two lines, and below it says so where it is the
/// reference scenario; returns the bottom of the text. To the right of the name, `value_width`
/// remains free for the value of the scenario.
fn heading(
    labels: &mut Vec<Mark>,
    top: f64,
    name: &str,
    is_reference: bool,
    value_width: f64,
    text: &Text,
) -> f64 {
    let lines = wrap(name, WIDTH - value_width, TEXT_SIZE, true, 2);
    for (index, line) in lines.iter().enumerate() {
        let y = top + LINE_HEIGHT * index as f64 + 14.0;
        labels.push(label(0.0, y, Anchor::Start, line.as_str()).bold().mark());
    }
    let mut bottom = top + LINE_HEIGHT * lines.len().max(1) as f64;
    if is_reference {
        let words = text.compare().reference;
        labels.push(label(0.0, bottom + 13.0, Anchor::Start, words).muted().mark());
        bottom += LINE_HEIGHT;
    }
    bottom
}

/// Returns a bar from zero to a value; `None` where the value is shown as zero.
fn bar(scale: Scale, value: f64, top: f64, style: MarkStyle) -> Option<Mark> {
    let (zero, end) = (scale.position(0.0), scale.position(value));
    let (x, width) = (zero.min(end), (end - zero).abs());
    let edge = if width > 4.0 { style.paint().width / 2.0 } else { 0.0 };
    let (width, height) = ((width - 2.0 * edge).max(1.0), BAR - 2.0 * edge);
    (!is_shown_as_zero(value)).then_some(Mark::Rect { x: x + edge, y: top + edge, width, height, style })
}

/// Draws the bars of all scenarios. The hotspots open the saldo, costs and savings of
/// each scenario, in a table with a row per scenario and the columns name, costs,
/// savings and saldo. `reference` is `None` where no scenario is the reference scenario.
pub(crate) fn draw_bars(
    all: &[ScenarioFigures],
    reference: Option<usize>,
    text: &Text,
) -> (Drawing, Vec<Hotspot>) {
    let (words, charts) = (text.compare(), text.charts);
    let shown = |value: f64| amount::euro(value, text.notation, charts);
    // The word, value and style of each of the two bars of a scenario.
    let bars = |scenario: &ScenarioFigures| {
        let style = if scenario.savings < 0.0 { MarkStyle::Harm } else { MarkStyle::Saving(1) };
        [(words.costs, scenario.costs, MarkStyle::Cost(1)), (words.savings, scenario.savings, style)]
    };
    let bar_label = |word: &str, value: f64| format!("{word} {}", shown(value));
    let label_widths = all
        .iter()
        .flat_map(bars)
        .map(|(word, value, _)| width(&bar_label(word, value), SMALL_TEXT_SIZE, false));
    let label_width = label_widths.fold(0.0, f64::max) + 8.0;
    let values = || all.iter().flat_map(|scenario| [scenario.costs, scenario.savings]);
    let ends = (values().fold(0.0, f64::min), values().fold(0.0, f64::max));
    let scale = Scale::new(ends, (1.0, WIDTH - label_width));
    let zero = scale.position(0.0);

    let (mut marks, mut labels, mut zero_line) = (Vec::new(), Vec::new(), Path::default());
    let (mut top, mut hotspots) = (0.0, Vec::new());
    for (index, scenario) in all.iter().enumerate() {
        let name = if scenario.net > 0.0 { words.surplus } else { words.gap };
        let saldo = format!("{name} {}", shown(scenario.net.abs()));
        labels.push(label(WIDTH, top + 14.0, Anchor::End, saldo.as_str()).bold().mark());
        let saldo_width = width(&saldo, TEXT_SIZE, true) + 10.0;
        let first_bar =
            heading(&mut labels, top, &scenario.name, reference == Some(index), saldo_width, text) + 4.0;
        hotspots.push(Hotspot {
            target: HotspotTarget::Cell { row: index, column: 3 },
            area: (0.0, top, WIDTH, first_bar - top),
        });
        for (bar_index, (word, value, style)) in bars(scenario).into_iter().enumerate() {
            let y = first_bar + bar_index as f64 * PITCH;
            hotspots.push(Hotspot {
                target: HotspotTarget::Cell { row: index, column: bar_index + 1 },
                area: (0.0, y, WIDTH, PITCH),
            });
            marks.extend(bar(scale, value, y, style));
            let x = zero.max(scale.position(value)) + 7.0;
            labels.push(label(x, y + 12.0, Anchor::Start, bar_label(word, value)).small().mark());
        }
        zero_line.line(&[(zero, first_bar - 2.0), (zero, first_bar + PITCH + BAR + 2.0)]);
        top = first_bar + PITCH + BAR + SPACE;
    }
    marks.extend(zero_line.mark(MarkStyle::Zero));
    marks.extend(labels);
    (Drawing { width: WIDTH, height: (top - SPACE + 6.0).max(1.0).ceil(), marks }, hotspots)
}

/// One figure of a scenario, which is one bar.
#[derive(Clone, Debug, PartialEq)]
pub struct ScenarioBar {
    /// Name of the scenario.
    pub name: String,
    /// The figure; `None` where the scenario has no such figure.
    pub value: Option<f64>,
    /// Figure as the page writes it.
    pub shown: String,
    /// Difference from the reference scenario, as the page writes it.
    pub difference: String,
}

/// Draws one figure of every scenario. `reference` is the index of the scenario with
/// which the others are compared; `maximum` is the largest possible value, such as 100%, and
/// then the end of the scale; `None` where the figure has no maximum.
pub fn compared_figure(
    name: &str,
    bars: &[ScenarioBar],
    reference: usize,
    maximum: Option<f64>,
    text: &Text,
) -> Chart {
    let words = text.compare();
    let with_value = || bars.iter().filter_map(|bar| bar.value.map(|value| (value, bar)));
    let high = with_value().map(|(value, _)| value).fold(f64::NEG_INFINITY, f64::max);
    let low = with_value().map(|(value, _)| value).fold(f64::INFINITY, f64::min);
    let first_with = |value: f64| {
        let bar = with_value().find(|(other, _)| *other == value);
        bar.map(|(_, bar)| (&*bar.name, &*bar.shown))
    };
    let extremes = match (first_with(high), first_with(low)) {
        (Some(high), Some(low)) if high.1 != low.1 => Some([high, low]),
        _ => None,
    };
    let reference_facts = bars.get(reference).map_or(("", ""), |bar| (&*bar.name, &*bar.shown));
    let facts = ComparedFigureFacts { measure: name, extremes, reference: reference_facts };
    let title = (words.measure_title)(&facts);
    let scale = Scale::new((low.min(0.0), maximum.unwrap_or(0.0).max(high)), (1.0, WIDTH - 1.0));

    let (mut marks, mut labels, mut zero_line) = (Vec::new(), Vec::new(), Path::default());
    let (mut top, mut hotspots) = (0.0, Vec::new());
    for (index, bar) in bars.iter().enumerate() {
        labels.push(label(WIDTH, top + 14.0, Anchor::End, bar.shown.as_str()).bold().mark());
        let value_width = width(&bar.shown, TEXT_SIZE, true) + 10.0;
        let bar_top = heading(&mut labels, top, &bar.name, index == reference, value_width, text) + 4.0;
        if let Some(value) = bar.value {
            let (zero, end) = (scale.position(0.0), scale.position(value));
            let (x, width) = (zero.min(end), (end - zero).abs().max(1.0));
            let style = if value < 0.0 { MarkStyle::Cost(3) } else { MarkStyle::Saving(1) };
            marks.push(Mark::Rect { x, y: bar_top, width, height: BAR, style });
        }
        zero_line.line(&[(scale.position(0.0), bar_top - 2.0), (scale.position(0.0), bar_top + BAR + 2.0)]);
        hotspots.push(Hotspot {
            target: HotspotTarget::Cell { row: index, column: 1 },
            area: (0.0, top, WIDTH, bar_top + BAR - top),
        });
        top = bar_top + BAR + SPACE;
    }
    marks.extend(zero_line.mark(MarkStyle::Zero));
    marks.extend(labels);
    let rows = bars.iter().map(|bar| vec![bar.name.clone(), bar.shown.clone(), bar.difference.clone()]);
    Chart {
        id: COMPARED_FIGURE_ID,
        sentence: (words.measure_sentence)(&facts),
        drawing: Drawing { width: WIDTH, height: (top - SPACE + 6.0).max(1.0).ceil(), marks },
        hotspots,
        table: Some(Table {
            caption: title.clone(),
            head: (words.measure_head)(name).to_vec(),
            rows: rows.collect(),
        }),
        title,
    }
}
