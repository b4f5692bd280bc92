//! Who pays and who saves.

use crate::chart::layout::Scale;
use crate::chart::line_amounts::{Source, is_nothing};
use crate::chart::shape::{Path, label, open_block};
use crate::chart::text_metrics::{cut, width};
use crate::chart::{Anchor, Chart, Mark, MarkStyle, Picture, SIZE, SMALL, Table, WIDTH, amount};
use crate::model::{Outcome, Party};
use crate::text::Text;

/// Name, for ids in the page and for files.
pub const ID: &str = "wie-betaalt-wie-bespaart";
/// Height of a bar.
const BAR: f64 = 15.0;
/// Distance from one bar to the next.
pub(super) const PITCH: f64 = 18.0;
/// Space between two parties.
const SPACE: f64 = 16.0;
/// Distance from the top of a party to its first bar.
pub(super) const NAME: f64 = 22.0;
/// Distance from one party to the next.
pub(super) const ROW: f64 = NAME + PITCH + BAR + SPACE;

/// Draws who pays and who saves.
pub fn parties(outcome: &Outcome, text: &Text) -> Chart {
    let own = |_| String::new();
    let source = Source { outcome, text, own: &own };
    Chart {
        id: ID,
        title: (text.result_sentences().parties_title)(outcome),
        sentence: (text.charts.parties)(outcome),
        picture: picture(&source, 0.0).0,
        table: None,
        hotspots: Vec::new(),
    }
}

/// Returns the picture and its scale; the scale also fits `extra_amount`, which is no
/// party's.
fn picture(source: &Source, extra_amount: f64) -> (Picture, Scale) {
    let charts = source.text.charts;
    let ledgers = Party::ALL.map(|party| (party, source.outcome.parties.get(party)));
    let amounts = ledgers.map(|(_, ledger)| [ledger.costs.euros(), ledger.savings.euros()]);
    let words = |costs: f64, savings: f64| {
        let pays = if costs < 0.0 { charts.receives } else { charts.pays };
        let saves = if savings < 0.0 { charts.extra } else { charts.saves };
        [(pays, costs), (saves, savings)].map(|(word, value)| format!("{word} {}", source.euro(value.abs())))
    };
    let all = || amounts.iter().flatten().copied();
    let room = amounts.iter().flat_map(|[costs, savings]| words(*costs, *savings));
    // The uncovered amount has no word before it, but may be by far the largest.
    let room = room.chain([source.euro(extra_amount)]);
    let room = room.map(|text| width(&text, SMALL, false)).fold(0.0, f64::max) + 8.0;
    let ends = (all().fold(0.0, f64::min), all().fold(extra_amount, f64::max));
    let scale = Scale::new(ends, (1.0, WIDTH - room));
    let zero = scale.at(0.0);

    let (mut marks, mut base) = (Vec::new(), Path::default());
    let (mut top, mut without_amounts) = (0.0, Vec::new());
    for ((party, ledger), [costs, savings]) in ledgers.iter().zip(amounts) {
        if is_nothing(costs) && is_nothing(savings) {
            without_amounts.push((source.text.sentences.party_short)(*party).to_owned());
            continue;
        }
        let saldo = amount::euro(ledger.net.euros(), source.text.notation, charts);
        let saldo = format!("{} {saldo}", charts.saldo);
        let left = WIDTH - width(&saldo, SIZE, true) - 10.0;
        let name = cut((source.text.sentences.party_short)(*party), left, SIZE, true);
        marks.push(label(0.0, top + 14.0, Anchor::Start, name).bold().mark());
        marks.push(label(WIDTH, top + 14.0, Anchor::End, saldo).bold().mark());
        let first = top + NAME;
        let bars = [
            (costs, MarkStyle::Cost(1)),
            (savings, if savings < 0.0 { MarkStyle::Harm } else { MarkStyle::Saving(1) }),
        ];
        for (place, ((value, style), text)) in bars.into_iter().zip(words(costs, savings)).enumerate() {
            let y = first + place as f64 * PITCH;
            let end = scale.at(value);
            let (x, width) = (zero.min(end), (end - zero).abs());
            if !is_nothing(value) {
                let edge = if width > 4.0 { style.paint().width / 2.0 } else { 0.0 };
                let (width, height) = ((width - 2.0 * edge).max(1.0), BAR - 2.0 * edge);
                marks.push(Mark::Rect { x: x + edge, y: y + edge, width, height, style });
            }
            marks.push(label(zero.max(end) + 7.0, y + 12.0, Anchor::Start, text).small().mark());
        }
        base.line(&[(zero, first - 2.0), (zero, first + PITCH + BAR + 2.0)]);
        top += ROW;
    }
    if !without_amounts.is_empty() {
        let names = cut(&without_amounts.join(", "), WIDTH, SIZE, true);
        marks.push(label(0.0, top + 14.0, Anchor::Start, names).bold().mark());
        marks.push(label(0.0, top + 32.0, Anchor::Start, charts.neither).muted().mark());
        top += 38.0 + SPACE;
    }
    marks.extend(base.mark(MarkStyle::Zero));
    (Picture { width: WIDTH, height: (top - SPACE + 6.0).ceil(), marks }, scale)
}

/// Lists the data of the picture as a table.
pub fn table(source: &Source) -> Table {
    let charts = source.text.charts;
    let mut sums = [0.0; 3];
    let mut rows: Vec<Vec<String>> = Vec::new();
    for party in Party::ALL {
        let ledger = source.outcome.parties.get(party);
        let amounts = [ledger.costs, ledger.savings, ledger.net].map(|amount| amount.euros());
        let mut row = vec![(source.text.party)(party).to_owned()];
        for (sum, amount) in sums.iter_mut().zip(amounts) {
            *sum += amount;
            row.push(source.exact(amount));
        }
        rows.push(row);
    }
    // Uncovered costs, and what the funders pay above the costs.
    if let Some(plan) = &source.outcome.financing {
        let words = source.text.financing();
        let rest = [(words.uncovered, plan.uncovered.euros()), (words.surplus, -plan.surplus.euros())];
        for (name, amount) in rest.into_iter().filter(|(_, amount)| *amount != 0.0) {
            sums[0] += amount;
            sums[2] -= amount;
            let [amount, saldo] = [amount, -amount].map(|amount| source.exact(amount));
            rows.push(vec![name.to_owned(), amount, words.nothing.to_owned(), saldo]);
        }
    }
    let sums = sums.map(|sum| source.exact(sum));
    rows.push([charts.together.to_owned()].into_iter().chain(sums).collect());
    Table {
        caption: (source.text.result_sentences().parties_title)(source.outcome),
        head: charts.parties_head.map(str::to_owned).to_vec(),
        rows,
    }
}

/// Draws who pays and who saves under a plan: what the plan leaves uncovered is a
/// row of its own below the parties.
pub fn parties_with_plan(outcome: &Outcome, text: &Text) -> Chart {
    let own = |_| String::new();
    let source = Source { outcome, text, own: &own };
    let uncovered = outcome.financing.as_ref().map_or(0.0, |plan| plan.uncovered.euros());
    let (mut picture, scale) = picture(&source, uncovered);
    if !is_nothing(uncovered) {
        let (zero, end) = (scale.at(0.0), scale.at(uncovered));
        let top = picture.height + SPACE - 6.0;
        let name = label(0.0, top + 14.0, Anchor::Start, text.financing().uncovered);
        picture.marks.push(name.bold().mark());
        let rect = (zero + 0.75, top + 22.75, (end - zero - 1.5).max(0.5), BAR - 1.5);
        picture.marks.extend(open_block(rect, false).into_iter().flatten());
        let amount = label(end + 7.0, top + 34.0, Anchor::Start, source.euro(uncovered));
        picture.marks.push(amount.small().mark());
        picture.height = (top + 46.0).ceil();
    }
    Chart {
        id: ID,
        title: (text.financing().parties_title)(outcome),
        sentence: (text.charts.parties)(outcome),
        picture,
        table: None,
        hotspots: Vec::new(),
    }
}
