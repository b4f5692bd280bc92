//! Why the saldo of one scenario differs from that of another: from the one,
//! difference by difference, to the other.

use crate::chart::layout::Scale;
use crate::chart::line_amounts::is_nothing;
use crate::chart::shape::{Path, open_block};
use crate::chart::text_metrics::wrap;
use crate::chart::waterfall::{BAR, BARS, LINE, NAMES, SPACE, bar, rect_mark, row_labels};
use crate::chart::{Chart, Hotspot, HotspotTarget, Mark, MarkStyle, Picture, SIZE, Table, WIDTH, amount};
use crate::text::Text;
use crate::text::compare::DifferenceFacts;

/// Name, for ids in the page and for files.
pub const ID: &str = "waarom-scenarios-verschillen";

/// The most differences that have a row each; the table has all.
const MAX_ROWS: usize = 9;
/// Id of the explanation of the steps that share one row.
pub const MERGED_STEPS_ID: &str = "waarom.rest";

/// Difference between two scenarios, as a row of the picture.
#[derive(Clone, Debug, PartialEq)]
pub struct DifferenceStep {
    /// Name of what differs.
    pub name: String,
    /// Value in the reference, as the page writes it.
    pub from: String,
    /// Value in the other scenario, as the page writes it.
    pub to: String,
    /// Amount that it adds to the saldo, in is_saldo euros a year.
    pub amount: f64,
}

/// Draws the steps from the saldo of the reference to that of another scenario; the
/// amounts of the steps, the largest first, sum to the difference.
pub fn saldo_difference(from: (&str, f64), to: (&str, f64), steps: &[DifferenceStep], text: &Text) -> Chart {
    let wording = text.compare();
    let first = steps.first().map(|step| (&*step.name, step.amount));
    let facts = DifferenceFacts { from, to, first, count: steps.len() };
    let title = (wording.why_title)(&facts);
    let exact = |value: f64| text.notation.euro(value);
    let dash = || "–".to_owned();
    let signed = |value: f64| {
        let shown = exact(value);
        if value > 0.0 { shown.replacen('\u{a0}', "\u{a0}+", 1) } else { shown }
    };
    let rows = steps
        .iter()
        .map(|step| vec![step.name.clone(), step.from.clone(), step.to.clone(), signed(step.amount)]);
    let all = [wording.together.to_owned(), exact(from.1), exact(to.1), signed(to.1 - from.1)].to_vec();
    let rows = if steps.is_empty() {
        vec![vec![wording.same.to_owned(), dash(), dash(), exact(0.0)], all]
    } else {
        rows.chain([all]).collect()
    };
    let (picture, hotspots) = picture(&facts, steps, text);
    Chart {
        id: ID,
        sentence: (wording.why_sentence)(&facts),
        picture,
        hotspots,
        table: Some(Table { caption: title.clone(), head: (wording.why_head)(from.0, to.0).to_vec(), rows }),
        title,
    }
}

/// Returns the range of steps that share the last row of changes; empty where every
/// step has a row of its own.
pub fn merged_steps(count: usize) -> std::ops::Range<usize> {
    if count > MAX_ROWS { MAX_ROWS - 1..count } else { count..count }
}

/// The steps that are drawn: the last one may stand for many.
fn drawn_steps(steps: &[DifferenceStep], text: &Text) -> Vec<(String, f64)> {
    let kept = merged_steps(steps.len()).start;
    let mut drawn_steps: Vec<(String, f64)> =
        steps[..kept].iter().map(|step| (step.name.clone(), step.amount)).collect();
    let rest = &steps[kept..];
    if !rest.is_empty() {
        drawn_steps.push(((text.compare().others)(rest.len()), rest.iter().map(|step| step.amount).sum()));
    }
    drawn_steps
}

fn picture(facts: &DifferenceFacts, all: &[DifferenceStep], text: &Text) -> (Picture, Vec<Hotspot>) {
    let steps = drawn_steps(all, text);
    let charts = text.charts;
    let ends = [facts.from.1, facts.to.1];
    let mut level = facts.from.1;
    let mut levels = ends.to_vec();
    for (_, amount) in &steps {
        level += amount;
        levels.push(level);
    }
    let low = levels.iter().copied().fold(0.0, f64::min);
    let high = levels.iter().copied().fold(0.0, f64::max);
    let scale = Scale::new((low, high), BARS);

    let (mut bars, mut labels, mut leaders) = (Vec::new(), Vec::new(), Path::default());
    let (mut top, mut hotspots) = (2.0, Vec::new());
    let mut before: Option<(f64, f64)> = None;
    let mut row = |name: &str, value: String, from: f64, to: f64, is_saldo: bool, at: HotspotTarget| {
        let names = wrap(name, NAMES, SIZE, is_saldo, 3);
        let middle = top + (names.len() as f64 + 1.0) * LINE / 2.0;
        labels.extend(row_labels(top, &names, &value, false));
        if let Some((x, y)) = before {
            leaders.line(&[(x, y), (x, middle - BAR / 2.0)]);
        }
        let rect = bar(scale.at(from), scale.at(to), middle);
        if is_nothing(to - from) {
            leaders.line(&[(scale.at(to), rect.1), (scale.at(to), rect.1 + BAR)]);
        } else if is_saldo {
            let (x, y, width, height) = rect;
            let inner = (x + 0.75, y + 0.75, (width - 1.5).max(0.5), height - 1.5);
            bars.extend(open_block(inner, to > 0.0).into_iter().flatten());
        } else {
            bars.push(rect_mark(rect, if to > from { MarkStyle::Saving(1) } else { MarkStyle::Cost(1) }));
        }
        before = Some((scale.at(to), middle + BAR / 2.0));
        let height = (names.len() as f64 + 1.0) * LINE;
        hotspots.push(Hotspot { at, area: (0.0, top - 1.0, WIDTH, height + 2.0) });
        top += height + SPACE;
    };
    // Both saldi are in the last row of the table; without differences that is row 1,
    // since row 0 then says that there are none.
    let last = all.len().max(1);
    let euro = |value: f64| amount::euro(value, text.notation, charts);
    let saldo_of = text.compare().saldo_of;
    row(&saldo_of(facts.from.0), euro(facts.from.1), 0.0, facts.from.1, true, HotspotTarget::Cell(last, 1));
    let mut level = facts.from.1;
    for (place, (name, amount)) in steps.iter().enumerate() {
        let value = amount::change(*amount, text.notation, charts);
        let at = if merged_steps(all.len()).contains(&place) {
            HotspotTarget::Sum(MERGED_STEPS_ID.to_owned(), format!("{name}: {value}"))
        } else {
            HotspotTarget::Cell(place, 3)
        };
        row(name, value, level, level + amount, false, at);
        level += amount;
    }
    row(&saldo_of(facts.to.0), euro(facts.to.1), 0.0, facts.to.1, true, HotspotTarget::Cell(last, 2));

    let bottom = top - SPACE + 4.0;
    let mut zero = Path::default();
    zero.line(&[(scale.at(0.0), 0.0), (scale.at(0.0), bottom)]);
    let mut marks: Vec<Mark> = bars;
    marks.extend(leaders.mark(MarkStyle::Leader));
    marks.extend(zero.mark(MarkStyle::Zero));
    marks.extend(labels);
    (Picture { width: WIDTH, height: bottom.ceil(), marks }, hotspots)
}
