//! Chart of which input to measure first: bars for the uncertain inputs that are most
//! worth knowing, the best one on top.

use crate::chart::layout::Scale;
use crate::chart::shape::{Path, label};
use crate::chart::text_metrics::{width, wrap};
use crate::chart::{
    Anchor, Chart, Drawing, Hotspot, HotspotTarget, LINE_HEIGHT, MarkStyle, TEXT_SIZE, Table, WIDTH, amount,
};
use crate::model::Perspective;
use crate::text::Text;
use crate::text::uncertainty::InputLabel;
use crate::uncertainty::SimulationSummary;

/// The most bars in the chart; the table has all inputs.
const MAX_BARS: usize = 6;

/// Ranks the uncertain inputs by the value of knowing them (EVPPI, euros a year); where
/// no input can change the decision, by their share of the variance of the saldo.
/// `drempel` is the willingness-to-pay threshold per visitor that the decision is
/// based on, for payers a price and for society a worth; `input_label` gives the name of an input by its id.
pub fn ranking(
    simulated: &SimulationSummary,
    drempel: f64,
    perspective: Perspective,
    input_label: &dyn Fn(&str) -> InputLabel,
    text: &Text,
) -> Chart {
    let words = text.uncertainty();
    let can_change = simulated.can_change_decision();
    let inputs = simulated.ranking();
    let names: Vec<String> = inputs.iter().map(|input| input_label(&input.id).name).collect();
    let size = |index: usize| if can_change { inputs[index].evppi } else { inputs[index].variance_share };
    let shown = |index: usize| {
        if can_change {
            amount::euro(size(index), text.notation, text.charts)
        } else {
            (words.chance)(size(index))
        }
    };
    let title = (words.ranking_title)(names.first().map(String::as_str), can_change);

    // Leaves room for the values, which are to the right of the bars.
    let values = (0..names.len().min(MAX_BARS)).map(|index| width(&shown(index), TEXT_SIZE, true));
    let max_right = WIDTH - 8.0 - values.fold(0.0, f64::max);
    let longest = if inputs.is_empty() { 1.0 } else { size(0) };
    let x_scale = Scale::new((0.0, longest), (0.0, max_right));
    let (mut bars, mut labels, mut hotspots) = (Path::default(), Vec::new(), Vec::new());
    let mut top = 2.0;
    for (index, name) in names.iter().enumerate().take(MAX_BARS) {
        let row_top = top;
        for line in wrap(name, WIDTH, TEXT_SIZE, false, 2) {
            labels.push(label(0.0, top + LINE_HEIGHT * 0.78, Anchor::Start, line).mark());
            top += LINE_HEIGHT;
        }
        let right = x_scale.position(size(index)).max(1.5);
        bars.area(&[
            (0.0, top + 1.0),
            (right, top + 1.0),
            (right, top + LINE_HEIGHT),
            (0.0, top + LINE_HEIGHT),
        ]);
        labels.push(label(right + 6.0, top + LINE_HEIGHT - 3.5, Anchor::Start, shown(index)).bold().mark());
        hotspots.push(Hotspot {
            target: HotspotTarget::Cell { row: index, column: 1 },
            area: (0.0, row_top, WIDTH, top + LINE_HEIGHT - row_top),
        });
        top += LINE_HEIGHT + 9.0;
    }
    let mut marks: Vec<_> = bars.mark(MarkStyle::Saving(1)).into_iter().collect();
    marks.extend(labels);
    let rows = names.iter().enumerate().map(|(index, name)| vec![name.clone(), shown(index)]);
    Chart {
        id: "wat-meten-we-eerst",
        table: Some(Table {
            caption: title.clone(),
            head: (words.ranking_head)(can_change).map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }),
        title,
        sentence: (words.ranking)(can_change, drempel, perspective),
        drawing: Drawing { width: WIDTH, height: top.ceil() + 2.0, marks },
        hotspots,
    }
}
