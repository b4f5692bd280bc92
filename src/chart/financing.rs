//! Chart of a dekkingsplan over the years: a stacked bar per year of the amounts that
//! the funders pay, with the uncovered costs hatched on top, and a line across each
//! bar at the height of the costs.

use crate::chart::layout::Scale;
use crate::chart::line_amounts::is_shown_as_zero;
use crate::chart::shape::{Path, hatched_block, label};
use crate::chart::stacked_bar::{
    LEADER, LabelBlock, LabelLine, LabelSide, draw_labels, hatched_segment, labels_height, segment,
};
use crate::chart::text_metrics::truncate;
use crate::chart::{
    Anchor, Chart, Drawing, Hotspot, HotspotTarget, Mark, MarkStyle, SMALL_TEXT_SIZE, TEXT_SIZE, Table,
    WIDTH, amount,
};
use crate::model::financing::{Financing, Funder, PlanYear};
use crate::text::Text;

/// Id of the chart, in the page and in names of saved files.
pub const ID: &str = "dekkingsplan";
/// Top of the bars.
const TOP: f64 = 8.0;
/// Least height of the highest bar; it is higher where the names need it.
const MIN_HEIGHT: f64 = 190.0;
/// Left end of the bars; the names of the funders are left of it.
const LEFT: f64 = 158.0;
/// Largest width of a bar.
const MAX_BAR: f64 = 40.0;
/// Least height of a segment that can be clicked; the explanations of smaller ones are
/// opened from the table.
const MIN_CLICKABLE: f64 = 0.75;
/// The most layers of a bar; where there are more funders, the last ones are merged.
const MAX_LAYERS: usize = 6;

/// A layer of all bars: one funder, or several merged.
struct Layer {
    /// Name of the funder, or the number of merged funders in words.
    name: String,
    /// Index of the funder in the plan; `None` for merged funders.
    funder: Option<usize>,
    /// Euros in each year of the horizon.
    amounts: Vec<f64>,
}

/// Draws who pays how much in each year of the horizon.
pub fn financing(plan: &[Funder], financing: &Financing, text: &Text) -> Chart {
    let words = text.financing();
    let (drawing, hotspots) = draw(&layers(plan, financing, text), financing, plan.len(), text);
    Chart {
        id: ID,
        title: (words.chart_title)(financing),
        sentence: (words.chart_sentence)(financing),
        drawing,
        hotspots,
        table: Some(table(plan, financing, text)),
    }
}

/// Returns a layer for each funder that pays anything, in the order of the plan; the
/// last layer merges several funders where there are many.
fn layers(plan: &[Funder], financing: &Financing, text: &Text) -> Vec<Layer> {
    let words = text.financing();
    let layer = |funder: usize| Layer {
        name: (words.funder)(plan, funder),
        funder: Some(funder),
        // Where own income exceeds the costs, a share of the costs is negative. A bar
        // cannot show that; the table does.
        amounts: financing.years.iter().map(|year| year.pays[funder].euros().max(0.0)).collect(),
    };
    let pays = |layer: &Layer| layer.amounts.iter().any(|euros| !is_shown_as_zero(*euros));
    let mut layers: Vec<Layer> = (0..plan.len()).map(layer).filter(pays).collect();
    if layers.len() > MAX_LAYERS {
        let merged = layers.split_off(MAX_LAYERS - 1);
        let sum = |year: usize| merged.iter().map(|layer| layer.amounts[year]).sum();
        let amounts = (0..financing.years.len()).map(sum).collect();
        layers.push(Layer { name: (words.others)(merged.len()), funder: None, amounts });
    }
    layers
}

/// Returns the drawing, and a hotspot for each segment of a bar.
fn draw(layers: &[Layer], financing: &Financing, funders: usize, text: &Text) -> (Drawing, Vec<Hotspot>) {
    let years = &financing.years;
    let paid = |year: usize| layers.iter().map(|layer| layer.amounts[year]).sum::<f64>();
    let top = |year: usize| (paid(year) + years[year].uncovered.euros()).max(years[year].costs.euros());
    let highest = (0..years.len()).map(top).fold(0.0, f64::max);
    // The names are next to the bar of the first year, since every funder pays in it.
    let name_blocks = name_blocks(layers, text);
    let base = TOP + labels_height(&name_blocks).max(MIN_HEIGHT);
    let scale = Scale::new((0.0, highest), (base, TOP));
    let pitch = (WIDTH - LEFT) / years.len() as f64;
    let width = (pitch * 0.72).min(MAX_BAR);
    let left = |year: usize| LEFT + pitch * year as f64 + (pitch - width) / 2.0;

    let (mut marks, mut hotspots) = (Vec::new(), Vec::new());
    let mut cost_lines = Vec::new();
    for (index, year) in years.iter().enumerate() {
        let mut add_hotspot = |(bottom, top): (f64, f64), target: HotspotTarget| {
            if bottom - top >= MIN_CLICKABLE {
                hotspots.push(Hotspot { target, area: (left(index), top, width, bottom - top) });
            }
        };
        let mut sum = 0.0;
        for (tint, layer) in layers.iter().enumerate() {
            let heights = (scale.position(sum), scale.position(sum + layer.amounts[index]));
            sum += layer.amounts[index];
            if !is_shown_as_zero(layer.amounts[index]) {
                add_hotspot(heights, segment_target(layer, index, financing, text));
                marks.push(segment(left(index), width, heights, MarkStyle::Cost(tint as u8)));
            }
        }
        let uncovered = year.uncovered.euros();
        if !is_shown_as_zero(uncovered) {
            let heights = (scale.position(sum), scale.position(sum + uncovered));
            add_hotspot(heights, HotspotTarget::Cell { row: index, column: funders + 1 });
            marks.extend(hatched_segment(left(index), width, heights, false));
        }
        let height = scale.position(year.costs.euros().max(0.0));
        let overhang = ((pitch - width) / 2.0).min(3.0);
        cost_lines.push(cost_line(left(index) - overhang, height, width + 2.0 * overhang));
    }
    marks.extend(cost_lines);
    let names = LabelSide { x: LEFT - LEADER, anchor: Anchor::End, bar_edge: left(0) };
    let mut leaders = Path::default();
    marks.extend(draw_labels(&name_blocks, names, scale, (TOP, base), &mut leaders));
    marks.extend(leaders.mark(MarkStyle::Leader));
    let mut zero = Path::default();
    zero.line(&[(LEFT, base), (WIDTH, base)]);
    marks.extend(zero.mark(MarkStyle::Zero));
    marks.extend(year_numbers(years.len(), pitch, base + 18.0));
    let words = text.financing();
    marks.push(label(LEFT - LEADER, base + 18.0, Anchor::End, text.result_charts().year).muted().mark());

    // The legend explains the two marks that have no name next to them.
    let legend = base + 42.0;
    marks.push(cost_line(0.0, legend - 5.0, 18.0));
    marks.push(label(24.0, legend, Anchor::Start, words.costs).small().mark());
    if years.iter().any(|year| !is_shown_as_zero(year.uncovered.euros())) {
        marks.extend(hatched_block((LEFT, legend - 12.0, 17.0, 14.0), false).into_iter().flatten());
        marks.push(label(LEFT + 24.0, legend, Anchor::Start, words.uncovered).small().mark());
    }
    (Drawing { width: WIDTH, height: (legend + 8.0).ceil(), marks }, hotspots)
}

/// Returns the figure that a segment of a bar opens: the cell of the funder, or for
/// merged funders the total paid in that year, which is the nearest figure that has an
/// explanation.
fn segment_target(layer: &Layer, year: usize, financing: &Financing, text: &Text) -> HotspotTarget {
    let Some(funder) = layer.funder else {
        let PlanYear { year: number, .. } = financing.years[year];
        let amount = amount::euro(layer.amounts[year], text.notation, text.charts);
        return HotspotTarget::Other {
            explanation: format!("financing.years.{number}.paid"),
            label: format!("{}, {} {number}: {amount}", layer.name, text.result_charts().year),
        };
    };
    HotspotTarget::Cell { row: year, column: funder + 1 }
}

/// Returns the line that marks the costs across a bar. It has a white edge, so that it
/// is visible on the bar without colours too.
fn cost_line(x: f64, y: f64, width: f64) -> Mark {
    Mark::Rect { x, y: y - 1.75, width, height: 3.5, style: MarkStyle::WhiteEdged }
}

/// Returns the labels of the bar of year 1: the name of each funder and its amount.
fn name_blocks(layers: &[Layer], text: &Text) -> Vec<LabelBlock> {
    let mut sum = 0.0;
    let paying = layers.iter().filter(|layer| !is_shown_as_zero(layer.amounts[0]));
    let blocks = paying.map(|layer| {
        let middle = sum + layer.amounts[0] / 2.0;
        sum += layer.amounts[0];
        let style = MarkStyle::PlainText;
        let name = truncate(&layer.name, LEFT - LEADER, TEXT_SIZE, false);
        let pays = amount::euro(layer.amounts[0], text.notation, text.charts);
        let lines =
            vec![LabelLine { text: name, bold: false, style }, LabelLine { text: pays, bold: true, style }];
        LabelBlock { middle, lines, has_leader: true }
    });
    blocks.collect()
}

/// Returns the numbers of the years below the bars, as many as there is room for.
fn year_numbers(years: usize, pitch: f64, y: f64) -> Vec<Mark> {
    let step = (24.0 / pitch).ceil().max(1.0) as usize;
    let number = |index: usize| {
        // The last number must not extend beyond the drawing.
        let x = (LEFT + pitch * (index as f64 + 0.5)).min(WIDTH - 10.0);
        let number = label(x, y, Anchor::Middle, (index + 1).to_string());
        Mark::Text(crate::chart::Label { size: SMALL_TEXT_SIZE, ..number })
    };
    (0..years).step_by(step).map(number).collect()
}

/// Returns the data of the chart as a table.
fn table(plan: &[Funder], financing: &Financing, text: &Text) -> Table {
    let words = text.financing();
    let euro = |amount: crate::model::Euro| text.notation.euro(amount.euros());
    let mut head = vec![words.year.to_owned()];
    head.extend((0..plan.len()).map(|funder| (words.funder)(plan, funder)));
    head.extend([words.uncovered, words.surplus, words.costs].map(str::to_owned));
    let row = |year: &PlanYear| {
        let mut row = vec![year.year.to_string()];
        row.extend(year.pays.iter().map(|amount| euro(*amount)));
        row.extend([year.uncovered, year.surplus, year.costs].map(euro));
        row
    };
    Table { caption: words.by_year.to_owned(), head, rows: financing.years.iter().map(row).collect() }
}
