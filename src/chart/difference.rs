//! Waterfall chart of why the saldi of two scenarios differ: it starts at the saldo of the
//! reference scenario and adds one difference after the other, up to the saldo of the other
//! scenario.

use crate::chart::layout::Scale;
use crate::chart::line_amounts::is_shown_as_zero;
use crate::chart::shape::{Path, hatched_block};
use crate::chart::text_metrics::wrap;
use crate::chart::waterfall::{BAR, BARS, NAME_WIDTH, SPACE, bar, rect_mark, row_labels};
use crate::chart::{
    Chart, Drawing, Hotspot, HotspotTarget, LINE_HEIGHT, Mark, MarkStyle, TEXT_SIZE, Table, WIDTH, amount,
};
use crate::text::Text;
use crate::text::compare::DifferenceFacts;

/// Id of the chart, in the page and in names of saved files.
pub const ID: &str = "waarom-scenarios-verschillen";

/// The most differences that have a row each; the table has all.
const MAX_ROWS: usize = 9;
/// Id of the explanation of the steps that are merged into one row.
pub const MERGED_STEPS_ID: &str = "waarom.rest";

/// A difference between two scenarios, which is one row of the chart.
#[derive(Clone, Debug, PartialEq)]
pub struct DifferenceStep {
    /// Name of the input or line that differs.
    pub name: String,
    /// Value in the reference scenario, as the page writes it.
    pub from: String,
    /// Value in the other scenario, as the page writes it.
    pub to: String,
    /// Amount that the difference adds to the saldo, in euros a year.
    pub amount: f64,
}

/// Draws the steps from the saldo of the reference scenario to the saldo of another scenario; the
/// amounts of the steps, the largest first, sum to the difference of the saldi. `from` and
/// `to` are the name and the saldo of the reference scenario and of the other scenario.
pub fn saldo_difference(from: (&str, f64), to: (&str, f64), steps: &[DifferenceStep], text: &Text) -> Chart {
    let wording = text.compare();
    let first = steps.first().map(|step| (&*step.name, step.amount));
    let facts = DifferenceFacts { from, to, first, count: steps.len() };
    let title = (wording.why_title)(&facts);
    let whole_euros = |value: f64| text.notation.euro(value);
    let dash = || "–".to_owned();
    let signed = |value: f64| {
        let shown = whole_euros(value);
        if value > 0.0 { shown.replacen('\u{a0}', "\u{a0}+", 1) } else { shown }
    };
    let rows = steps
        .iter()
        .map(|step| vec![step.name.clone(), step.from.clone(), step.to.clone(), signed(step.amount)]);
    let total =
        [wording.together.to_owned(), whole_euros(from.1), whole_euros(to.1), signed(to.1 - from.1)].to_vec();
    let rows = if steps.is_empty() {
        vec![vec![wording.no_saldo_difference.to_owned(), dash(), dash(), whole_euros(0.0)], total]
    } else {
        rows.chain([total]).collect()
    };
    let (drawing, hotspots) = draw(&facts, steps, text);
    Chart {
        id: ID,
        sentence: (wording.why_sentence)(&facts),
        drawing,
        hotspots,
        table: Some(Table { caption: title.clone(), head: (wording.why_head)(from.0, to.0).to_vec(), rows }),
        title,
    }
}

/// Returns the indices of the steps that are merged into one row, for a number of
/// steps; empty where every step has a row of its own.
pub fn merged_steps(count: usize) -> std::ops::Range<usize> {
    if count > MAX_ROWS { MAX_ROWS - 1..count } else { count..count }
}

/// Returns name and amount of the steps that are drawn; the last one may merge many.
fn drawn_steps(steps: &[DifferenceStep], text: &Text) -> Vec<(String, f64)> {
    let merged = merged_steps(steps.len());
    let mut drawn_steps: Vec<(String, f64)> =
        steps[..merged.start].iter().map(|step| (step.name.clone(), step.amount)).collect();
    let merged = &steps[merged];
    if !merged.is_empty() {
        drawn_steps
            .push(((text.compare().others)(merged.len()), merged.iter().map(|step| step.amount).sum()));
    }
    drawn_steps
}

fn draw(facts: &DifferenceFacts, all: &[DifferenceStep], text: &Text) -> (Drawing, Vec<Hotspot>) {
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
    // The lower end of the previous row, from which a leader runs to the next one.
    let mut previous_end: Option<(f64, f64)> = None;
    let mut row = |name: &str, value: String, from: f64, to: f64, is_saldo: bool, target: HotspotTarget| {
        let names = wrap(name, NAME_WIDTH, TEXT_SIZE, is_saldo, 3);
        let middle = top + (names.len() as f64 + 1.0) * LINE_HEIGHT / 2.0;
        labels.extend(row_labels(top, &names, &value, false));
        if let Some((x, y)) = previous_end {
            leaders.line(&[(x, y), (x, middle - BAR / 2.0)]);
        }
        let rect = bar(scale.position(from), scale.position(to), middle);
        if is_shown_as_zero(to - from) {
            leaders.line(&[(scale.position(to), rect.1), (scale.position(to), rect.1 + BAR)]);
        } else if is_saldo {
            let (x, y, width, height) = rect;
            let inner = (x + 0.75, y + 0.75, (width - 1.5).max(0.5), height - 1.5);
            bars.extend(hatched_block(inner, to > 0.0).into_iter().flatten());
        } else {
            bars.push(rect_mark(rect, if to > from { MarkStyle::Saving(1) } else { MarkStyle::Cost(1) }));
        }
        previous_end = Some((scale.position(to), middle + BAR / 2.0));
        let height = (names.len() as f64 + 1.0) * LINE_HEIGHT;
        hotspots.push(Hotspot { target, area: (0.0, top - 1.0, WIDTH, height + 2.0) });
        top += height + SPACE;
    };
    // Both saldi are in the last row of the table. Without differences that is row 1,
    // since row 0 then says that there are none.
    let last_row = all.len().max(1);
    let euro = |value: f64| amount::euro(value, text.notation, charts);
    let saldo_of = text.compare().saldo_of;
    row(
        &saldo_of(facts.from.0),
        euro(facts.from.1),
        0.0,
        facts.from.1,
        true,
        HotspotTarget::Cell { row: last_row, column: 1 },
    );
    let mut level = facts.from.1;
    for (index, (name, amount)) in steps.iter().enumerate() {
        let value = amount::change(*amount, text.notation, charts);
        let target = if merged_steps(all.len()).contains(&index) {
            HotspotTarget::Other {
                explanation: MERGED_STEPS_ID.to_owned(),
                label: format!("{name}: {value}"),
            }
        } else {
            HotspotTarget::Cell { row: index, column: 3 }
        };
        row(name, value, level, level + amount, false, target);
        level += amount;
    }
    row(
        &saldo_of(facts.to.0),
        euro(facts.to.1),
        0.0,
        facts.to.1,
        true,
        HotspotTarget::Cell { row: last_row, column: 2 },
    );

    let bottom = top - SPACE + 4.0;
    let mut zero = Path::default();
    zero.line(&[(scale.position(0.0), 0.0), (scale.position(0.0), bottom)]);
    let mut marks: Vec<Mark> = bars;
    marks.extend(leaders.mark(MarkStyle::Leader));
    marks.extend(zero.mark(MarkStyle::Zero));
    marks.extend(labels);
    (Drawing { width: WIDTH, height: bottom.ceil(), marks }, hotspots)
}
