//! What to measure first: one bar for each input, the one most worth knowing
//! first.

use crate::chart::layout::Scale;
use crate::chart::shape::{Path, label};
use crate::chart::text_metrics::{width, wrap};
use crate::chart::{Anchor, Chart, Hotspot, HotspotTarget, MarkStyle, Picture, SIZE, Table, WIDTH, amount};
use crate::text::Text;
use crate::text::uncertainty::InputLabel;
use crate::uncertainty::SimulationSummary;

/// The most bars in the picture.
const MOST: usize = 6;
/// Height of a line of words, and of a bar.
const LINE: f64 = 17.0;

/// The inputs by what knowing them is worth, or else explains.
pub fn ranking(
    simulated: &SimulationSummary,
    drempel: f64,
    named: &dyn Fn(&str) -> InputLabel,
    text: &Text,
) -> Chart {
    let words = text.uncertainty();
    let can_change = simulated.can_change_decision();
    let found = simulated.ranking();
    let names: Vec<String> = found.iter().map(|known| named(&known.id).name).collect();
    let size = |place: usize| if can_change { found[place].evppi } else { found[place].variance_share };
    let shown = |place: usize| {
        if can_change {
            amount::euro(size(place), text.notation, text.charts)
        } else {
            (words.chance)(size(place))
        }
    };
    let title = (words.ranking_title)(names.first().map(String::as_str), can_change);

    // The values stand behind the bars.
    let values = (0..names.len().min(MOST)).map(|place| width(&shown(place), SIZE, true));
    let right = WIDTH - 8.0 - values.fold(0.0, f64::max);
    let longest = if found.is_empty() { 1.0 } else { size(0) };
    let across = Scale::new((0.0, longest), (0.0, right));
    let (mut bars, mut labels, mut hotspots) = (Path::default(), Vec::new(), Vec::new());
    let mut top = 2.0;
    for (place, name) in names.iter().enumerate().take(MOST) {
        let from = top;
        for line in wrap(name, WIDTH, SIZE, false, 2) {
            labels.push(label(0.0, top + LINE * 0.78, Anchor::Start, line).mark());
            top += LINE;
        }
        let right = across.at(size(place)).max(1.5);
        bars.area(&[(0.0, top + 1.0), (right, top + 1.0), (right, top + LINE), (0.0, top + LINE)]);
        labels.push(label(right + 6.0, top + LINE - 3.5, Anchor::Start, shown(place)).bold().mark());
        hotspots
            .push(Hotspot { at: HotspotTarget::Cell(place, 1), area: (0.0, from, WIDTH, top + LINE - from) });
        top += LINE + 9.0;
    }
    let mut marks: Vec<_> = bars.mark(MarkStyle::Saving(1)).into_iter().collect();
    marks.extend(labels);
    let rows = names.iter().enumerate().map(|(place, name)| vec![name.clone(), shown(place)]);
    Chart {
        id: "wat-meten-we-eerst",
        table: Some(Table {
            caption: title.clone(),
            head: (words.ranking_head)(can_change).map(str::to_owned).to_vec(),
            rows: rows.collect(),
        }),
        title,
        sentence: (words.ranking)(can_change, drempel),
        picture: Picture { width: WIDTH, height: top.ceil() + 2.0, marks },
        hotspots,
    }
}
