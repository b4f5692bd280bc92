//! Chart of who pays and who saves: two bars per party, costs above and savings below.

use crate::chart::layout::Scale;
use crate::chart::line_amounts::{ChartContext, is_shown_as_zero};
use crate::chart::shape::{Path, hatched_block, label};
use crate::chart::text_metrics::{truncate, width};
use crate::chart::{
    Anchor, Chart, Drawing, Mark, MarkStyle, SMALL_TEXT_SIZE, TEXT_SIZE, Table, WIDTH, amount,
};
use crate::model::{Outcome, Party};
use crate::text::Text;

/// Id of the chart, in the page and in names of saved files.
pub const ID: &str = "wie-betaalt-wie-bespaart";
/// Height of a bar.
const BAR: f64 = 15.0;
/// Distance from the top of one bar to the top of the next.
pub(super) const PITCH: f64 = 18.0;
/// Space between the bars of two parties.
const SPACE: f64 = 16.0;
/// Distance from the top of a party to its first bar.
pub(super) const NAME_HEIGHT: f64 = 22.0;
/// Distance from the top of one party to the top of the next.
pub(super) const PARTY_HEIGHT: f64 = NAME_HEIGHT + PITCH + BAR + SPACE;

/// Draws what each party pays and saves in a full-effect year.
pub fn parties(outcome: &Outcome, text: &Text) -> Chart {
    let own_name = |_| String::new();
    let context = ChartContext { outcome, text, own_name: &own_name };
    Chart {
        id: ID,
        title: (text.result_sentences().parties_title)(outcome),
        sentence: (text.result_charts().parties)(outcome),
        drawing: draw(&context, 0.0).0,
        table: None,
        hotspots: Vec::new(),
    }
}

/// Returns the drawing and its scale. The scale also has room for `extra_amount`, which
/// belongs to no party: the uncovered costs of a dekkingsplan, or zero.
fn draw(context: &ChartContext, extra_amount: f64) -> (Drawing, Scale) {
    let (charts, result_charts) = (context.text.charts, context.text.result_charts());
    let ledgers = Party::ALL.map(|party| (party, context.outcome.parties.get(party)));
    let amounts = ledgers.map(|(_, ledger)| [ledger.costs.euros(), ledger.savings.euros()]);
    let bar_labels = |costs: f64, savings: f64| {
        let pays = if costs < 0.0 { result_charts.receives } else { result_charts.pays };
        let saves = if savings < 0.0 { result_charts.extra } else { result_charts.saves };
        [(pays, costs), (saves, savings)].map(|(word, value)| format!("{word} {}", context.euro(value.abs())))
    };
    let all = || amounts.iter().flatten().copied();
    let labels = amounts.iter().flat_map(|[costs, savings]| bar_labels(*costs, *savings));
    // The uncovered amount has no word before it, but may be by far the largest.
    let labels = labels.chain([context.euro(extra_amount)]);
    let label_width = labels.map(|text| width(&text, SMALL_TEXT_SIZE, false)).fold(0.0, f64::max) + 8.0;
    let ends = (all().fold(0.0, f64::min), all().fold(extra_amount, f64::max));
    let scale = Scale::new(ends, (1.0, WIDTH - label_width));
    let zero = scale.position(0.0);

    let (mut marks, mut zero_line) = (Vec::new(), Path::default());
    let (mut top, mut without_amounts) = (0.0, Vec::new());
    for ((party, ledger), [costs, savings]) in ledgers.iter().zip(amounts) {
        if is_shown_as_zero(costs) && is_shown_as_zero(savings) {
            without_amounts.push((context.text.result_sentences().party_short)(*party).to_owned());
            continue;
        }
        let saldo = amount::euro(ledger.net.euros(), context.text.notation, charts);
        let saldo = format!("{} {saldo}", result_charts.saldo);
        let name_width = WIDTH - width(&saldo, TEXT_SIZE, true) - 10.0;
        let name =
            truncate((context.text.result_sentences().party_short)(*party), name_width, TEXT_SIZE, true);
        marks.push(label(0.0, top + 14.0, Anchor::Start, name).bold().mark());
        marks.push(label(WIDTH, top + 14.0, Anchor::End, saldo).bold().mark());
        let first_bar = top + NAME_HEIGHT;
        let bars = [
            (costs, MarkStyle::Cost(1)),
            (savings, if savings < 0.0 { MarkStyle::Harm } else { MarkStyle::Saving(1) }),
        ];
        for (index, ((value, style), text)) in bars.into_iter().zip(bar_labels(costs, savings)).enumerate() {
            let y = first_bar + index as f64 * PITCH;
            let end = scale.position(value);
            let (x, width) = (zero.min(end), (end - zero).abs());
            if !is_shown_as_zero(value) {
                let edge = if width > 4.0 { style.paint().width / 2.0 } else { 0.0 };
                let (width, height) = ((width - 2.0 * edge).max(1.0), BAR - 2.0 * edge);
                marks.push(Mark::Rect { x: x + edge, y: y + edge, width, height, style });
            }
            marks.push(label(zero.max(end) + 7.0, y + 12.0, Anchor::Start, text).small().mark());
        }
        zero_line.line(&[(zero, first_bar - 2.0), (zero, first_bar + PITCH + BAR + 2.0)]);
        top += PARTY_HEIGHT;
    }
    if !without_amounts.is_empty() {
        let names = truncate(&without_amounts.join(", "), WIDTH, TEXT_SIZE, true);
        marks.push(label(0.0, top + 14.0, Anchor::Start, names).bold().mark());
        marks.push(label(0.0, top + 32.0, Anchor::Start, result_charts.neither).muted().mark());
        top += 38.0 + SPACE;
    }
    marks.extend(zero_line.mark(MarkStyle::Zero));
    (Drawing { width: WIDTH, height: (top - SPACE + 6.0).ceil(), marks }, scale)
}

/// Returns the data of the chart as a table.
pub fn table(context: &ChartContext) -> Table {
    let result_charts = context.text.result_charts();
    let mut sums = [0.0; 3];
    let mut rows: Vec<Vec<String>> = Vec::new();
    for party in Party::ALL {
        let ledger = context.outcome.parties.get(party);
        let amounts = [ledger.costs, ledger.savings, ledger.net].map(|amount| amount.euros());
        let mut row = vec![(context.text.party)(party).to_owned()];
        for (sum, amount) in sums.iter_mut().zip(amounts) {
            *sum += amount;
            row.push(context.whole_euros(amount));
        }
        rows.push(row);
    }
    // Costs that no party pays, and payments beyond the costs, are rows of their own.
    if let Some(plan) = &context.outcome.financing {
        let words = context.text.financing();
        let outside_parties =
            [(words.uncovered, plan.uncovered.euros()), (words.surplus, -plan.surplus.euros())];
        for (name, amount) in outside_parties.into_iter().filter(|(_, amount)| *amount != 0.0) {
            sums[0] += amount;
            sums[2] -= amount;
            let [amount, saldo] = [amount, -amount].map(|amount| context.whole_euros(amount));
            rows.push(vec![name.to_owned(), amount, words.empty_cell.to_owned(), saldo]);
        }
    }
    // Together they bear the net costs, which added again would be rounded another way.
    sums[0] = context.outcome.costs.net.euros();
    let sums = sums.map(|sum| context.whole_euros(sum));
    rows.push([result_charts.together.to_owned()].into_iter().chain(sums).collect());
    Table {
        caption: (context.text.result_sentences().parties_title)(context.outcome),
        head: result_charts.parties_head.map(str::to_owned).to_vec(),
        rows,
    }
}

/// Draws what each party pays and saves under a dekkingsplan; the uncovered costs are a
/// row of their own below the parties.
pub fn parties_with_plan(outcome: &Outcome, text: &Text) -> Chart {
    let own_name = |_| String::new();
    let context = ChartContext { outcome, text, own_name: &own_name };
    let uncovered = outcome.financing.as_ref().map_or(0.0, |plan| plan.uncovered.euros());
    let (mut drawing, scale) = draw(&context, uncovered);
    if !is_shown_as_zero(uncovered) {
        let (zero, end) = (scale.position(0.0), scale.position(uncovered));
        let top = drawing.height + SPACE - 6.0;
        let name = label(0.0, top + 14.0, Anchor::Start, text.financing().uncovered);
        drawing.marks.push(name.bold().mark());
        let rect = (zero + 0.75, top + 22.75, (end - zero - 1.5).max(0.5), BAR - 1.5);
        drawing.marks.extend(hatched_block(rect, false).into_iter().flatten());
        let amount = label(end + 7.0, top + 34.0, Anchor::Start, context.euro(uncovered));
        drawing.marks.push(amount.small().mark());
        drawing.height = (top + 46.0).ceil();
    }
    Chart {
        id: ID,
        title: (text.financing().parties_title)(outcome),
        sentence: (text.result_charts().parties)(outcome),
        drawing,
        table: None,
        hotspots: Vec::new(),
    }
}
