//! The dekkingsplan over the years: a bar per year of what each funder pays,
//! with what nobody pays hatched above it, and the costs as a line across.

use crate::chart::layout::{Scale, spread, stacked};
use crate::chart::line_amounts::is_nothing;
use crate::chart::shape::{Path, label, open_block};
use crate::chart::text_metrics::cut;
use crate::chart::{
    Anchor, Chart, Hotspot, HotspotTarget, Mark, MarkStyle, Picture, SIZE, SMALL, Table, WIDTH, amount,
};
use crate::model::financing::{Financing, Funder, PlanYear};
use crate::text::Text;

/// Name, for ids in the page and for files.
pub const ID: &str = "dekkingsplan";
/// Top of the bars.
const TOP: f64 = 8.0;
/// The least height of the highest bar.
const HEIGHT: f64 = 190.0;
/// Position where the bars begin; the names stand left of it.
const LEFT: f64 = 158.0;
/// Distance from the first bar to the names.
const LEADER: f64 = 14.0;
/// The widest bar.
const BAR: f64 = 40.0;
/// Height of a line of words.
const LINE: f64 = 17.0;
/// Space between two names.
const SPACE: f64 = 4.0;
/// Space between two segments.
const SEGMENT_GAP: f64 = 1.5;
/// Least height of a part that can be pressed in the picture; the table opens the
/// others.
const HIT: f64 = 0.75;
/// The most funders that are shown by themselves.
const MOST: usize = 6;

/// A funder, or several together: name, and euros in each year.
struct Layer {
    name: String,
    /// Place in the plan; none for several together.
    place: Option<usize>,
    years: Vec<f64>,
}

/// The dekkingsplan over the years.
pub fn financing(plan: &[Funder], financing: &Financing, text: &Text) -> Chart {
    let words = text.financing();
    let (picture, hotspots) = picture(&layers(plan, financing, text), financing, plan.len(), text);
    Chart {
        id: ID,
        title: (words.chart_title)(financing),
        sentence: (words.chart)(financing),
        picture,
        hotspots,
        table: Some(table(plan, financing, text)),
    }
}

/// Everyone who pays anything, in the order of the plan; the last ones
/// together where they are many.
fn layers(plan: &[Funder], financing: &Financing, text: &Text) -> Vec<Layer> {
    let words = text.financing();
    let layer = |place: usize| Layer {
        name: (words.funder)(plan, place),
        place: Some(place),
        // Of own income above the costs a share is below nothing: the table has it.
        years: financing.years.iter().map(|year| year.pays[place].euros().max(0.0)).collect(),
    };
    let pays = |layer: &Layer| layer.years.iter().any(|euros| !is_nothing(*euros));
    let mut all: Vec<Layer> = (0..plan.len()).map(layer).filter(pays).collect();
    if all.len() > MOST {
        let others = all.split_off(MOST - 1);
        let sum = |year: usize| others.iter().map(|layer| layer.years[year]).sum();
        let years = (0..financing.years.len()).map(sum).collect();
        all.push(Layer { name: (words.others)(others.len()), place: None, years });
    }
    all
}

/// The picture, and what opens: each part of a bar.
fn picture(layers: &[Layer], financing: &Financing, funders: usize, text: &Text) -> (Picture, Vec<Hotspot>) {
    let years = &financing.years;
    let paid = |year: usize| layers.iter().map(|layer| layer.years[year]).sum::<f64>();
    let top = |year: usize| (paid(year) + years[year].uncovered.euros()).max(years[year].costs.euros());
    let most = (0..years.len()).map(top).fold(0.0, f64::max);
    // Named beside the first year: everyone pays in it.
    let named: Vec<&Layer> = layers.iter().filter(|layer| !is_nothing(layer.years[0])).collect();
    let height = stacked(named.iter().map(|_| 2.0 * LINE), SPACE).max(HEIGHT);
    let base = TOP + height;
    let scale = Scale::new((0.0, most), (base, TOP));
    let pitch = (WIDTH - LEFT) / years.len() as f64;
    let width = (pitch * 0.72).min(BAR);
    let left = |year: usize| LEFT + pitch * year as f64 + (pitch - width) / 2.0;

    let (mut marks, mut hotspots) = (Vec::new(), Vec::new());
    let mut costs = Vec::new();
    for (place, year) in years.iter().enumerate() {
        let mut from = 0.0;
        for (tint, layer) in layers.iter().enumerate() {
            let (bottom, up) = (scale.at(from), scale.at(from + layer.years[place]));
            from += layer.years[place];
            if !is_nothing(layer.years[place]) {
                let height = (bottom - up - SEGMENT_GAP).max(0.75);
                if bottom - up >= HIT {
                    let area = (left(place), up, width, bottom - up);
                    hotspots.push(Hotspot { at: at(layer, place, financing, text), area });
                }
                marks.push(Mark::Rect {
                    x: left(place),
                    y: up,
                    width,
                    height,
                    style: MarkStyle::Cost(tint as u8),
                });
            }
        }
        let open = year.uncovered.euros();
        if !is_nothing(open) {
            let (bottom, up) = (scale.at(from), scale.at(from + open));
            let rect =
                (left(place) + 0.75, up + 0.75, width - 1.5, (bottom - up - 1.5 - SEGMENT_GAP).max(0.5));
            if bottom - up >= HIT {
                let area = (left(place), up, width, bottom - up);
                hotspots.push(Hotspot { at: HotspotTarget::Cell(place, funders + 1), area });
            }
            marks.extend(open_block(rect, false).into_iter().flatten());
        }
        let level = scale.at(year.costs.euros().max(0.0));
        let beyond = ((pitch - width) / 2.0).min(3.0);
        costs.push(cost_line(left(place) - beyond, level, width + 2.0 * beyond));
    }
    marks.extend(costs);
    marks.extend(names(&named, scale, left(0), base, text));
    let mut zero = Path::default();
    zero.line(&[(LEFT, base), (WIDTH, base)]);
    marks.extend(zero.mark(MarkStyle::Zero));
    marks.extend(numbers(years.len(), pitch, base + 18.0));
    let words = text.financing();
    marks.push(label(LEFT - LEADER, base + 18.0, Anchor::End, text.charts.year).muted().mark());

    // What the two that have no name beside them are.
    let below = base + 42.0;
    marks.push(cost_line(0.0, below - 5.0, 18.0));
    marks.push(label(24.0, below, Anchor::Start, words.costs).small().mark());
    if years.iter().any(|year| !is_nothing(year.uncovered.euros())) {
        marks.extend(open_block((LEFT, below - 12.0, 17.0, 14.0), false).into_iter().flatten());
        marks.push(label(LEFT + 24.0, below, Anchor::Start, words.uncovered).small().mark());
    }
    (Picture { width: WIDTH, height: (below + 8.0).ceil(), marks }, hotspots)
}

/// Returns what a part of a bar stands for. Of several together all that is paid in
/// that year tells most.
fn at(layer: &Layer, year: usize, financing: &Financing, text: &Text) -> HotspotTarget {
    let Some(place) = layer.place else {
        let PlanYear { year: number, .. } = financing.years[year];
        let amount = amount::euro(layer.years[year], text.notation, text.charts);
        let name = format!("{}, {} {number}: {amount}", layer.name, text.charts.year);
        return HotspotTarget::Sum(format!("financing.years.{number}.paid"), name);
    };
    HotspotTarget::Cell(year, place + 1)
}

/// The costs at this height: with an edge, to be seen across a bar without
/// colours too.
fn cost_line(x: f64, level: f64, width: f64) -> Mark {
    Mark::Rect { x, y: level - 1.75, width, height: 3.5, style: MarkStyle::Dot }
}

/// The names with what they pay in year 1, each at the height of its part.
fn names(named: &[&Layer], scale: Scale, edge: f64, base: f64, text: &Text) -> Vec<Mark> {
    let mut from = 0.0;
    let middles: Vec<f64> = named
        .iter()
        .map(|layer| {
            let middle = scale.at(from + layer.years[0] / 2.0);
            from += layer.years[0];
            middle
        })
        .collect();
    let wanted: Vec<(f64, f64)> = middles.iter().rev().map(|middle| (*middle, 2.0 * LINE)).collect();
    let mut marks = Vec::new();
    let mut leaders = Path::default();
    let end = LEFT - LEADER;
    for ((layer, middle), top) in named.iter().zip(&middles).rev().zip(spread(&wanted, SPACE, (TOP, base))) {
        leaders.line(&[(edge - 1.0, *middle), (edge - 4.0, *middle), (end + 4.0, top + LINE)]);
        let name = cut(&layer.name, end, SIZE, false);
        let pays = amount::euro(layer.years[0], text.notation, text.charts);
        marks.push(label(end, top + LINE * 0.78, Anchor::End, name).mark());
        marks.push(label(end, top + LINE * 1.78, Anchor::End, pays).bold().mark());
    }
    marks.extend(leaders.mark(MarkStyle::Leader));
    marks
}

/// The numbers of the years, as many as there is room for.
fn numbers(years: usize, pitch: f64, y: f64) -> Vec<Mark> {
    let step = (24.0 / pitch).ceil().max(1.0) as usize;
    let number = |place: usize| {
        // The last one must not stick out.
        let x = (LEFT + pitch * (place as f64 + 0.5)).min(WIDTH - 10.0);
        let number = label(x, y, Anchor::Middle, (place + 1).to_string());
        Mark::Text(crate::chart::Label { size: SMALL, ..number })
    };
    (0..years).step_by(step).map(number).collect()
}

/// Lists the data of the picture as a table.
fn table(plan: &[Funder], financing: &Financing, text: &Text) -> Table {
    let words = text.financing();
    let euro = |amount: crate::model::Euro| text.notation.euro(amount.euros());
    let mut head = vec![words.year.to_owned()];
    head.extend((0..plan.len()).map(|place| (words.funder)(plan, place)));
    head.extend([words.uncovered, words.surplus, words.costs].map(str::to_owned));
    let row = |year: &PlanYear| {
        let mut row = vec![year.year.to_string()];
        row.extend(year.pays.iter().map(|amount| euro(*amount)));
        row.extend([year.uncovered, year.surplus, year.costs].map(euro));
        row
    };
    Table { caption: words.by_year.to_owned(), head, rows: financing.years.iter().map(row).collect() }
}
