//! Picture of several cases: costs above what stands against them in each case, with each
//! difference hatched. 'Wat als?' draws the present and what a question supposes; the comparison
//! draws one's own centre as it is filled in, counted cautiously, and without effect.
//!
//! Amounts are those that the page shows, so that they add up. Where the costs differ too, they
//! are drawn for each case.

use crate::chart::shape::{hatched_block, label};
use crate::chart::text_metrics::{width as text_width, wrap};
use crate::chart::{Anchor, Chart, Drawing, Label, Mark, MarkStyle, Table, amount};
use crate::text::Text;

/// Height of a bar.
const BAR: f64 = 34.0;
/// Space between a bar and the title of the next.
const SPACE: f64 = 12.0;
/// Font size of all text.
const SIZE: f64 = 14.0;
/// Space around a text on a bar.
const PADDING: f64 = 8.0;

/// One case: costs and what stands against them, rounded as the page shows them, in euros.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Case {
    /// Name, such as 'nu' or 'voorzichtig geteld'.
    pub name: &'static str,
    /// Costs in this case.
    pub costs: f64,
    /// What stands against them, such as savings.
    pub covered: f64,
}

impl Case {
    /// Returns the difference of what is shown; below zero it is a surplus.
    fn gap(&self) -> f64 {
        self.costs - self.covered
    }
}

/// What the picture shows, with its words.
pub struct CaseBars {
    /// Title, which states the finding.
    pub title: String,
    /// Sentence below the title.
    pub sentence: String,
    /// Name of the costs.
    pub costs: String,
    /// Name of what stands against them.
    pub covered: String,
    /// Name of the difference, in a table where cases have both a difference and a surplus.
    pub difference: &'static str,
    /// Name of the difference, and of a surplus.
    pub gap: [&'static str; 2],
    /// Name of savings below zero.
    pub harm: &'static str,
    /// The cases from top to bottom, the first of which is the present.
    pub cases: Vec<Case>,
    /// Notation and words of amounts.
    pub text: &'static Text,
}

/// A bar of the picture.
struct TitledBar {
    title: String,
    amount: f64,
    style: MarkStyle,
    /// Hatched end up to this amount, with its label.
    end: Option<(f64, String)>,
}

impl CaseBars {
    /// Draws the picture for a width; `id` is that of the chart in the page and in names of saved
    /// files.
    pub fn chart(&self, id: &'static str, width: f64) -> Chart {
        Chart {
            id,
            title: self.title.clone(),
            sentence: self.sentence.clone(),
            table: Some(self.table()),
            drawing: draw(&self.bars(), width),
            hotspots: Vec::new(),
        }
    }

    fn euro(&self, amount: f64) -> String {
        amount::euro(amount, self.text.notation, self.text.charts)
    }

    fn bars(&self) -> Vec<TitledBar> {
        let cost = |name: &str, case: &Case| TitledBar {
            title: format!("{}{name} {}", self.costs, self.euro(case.costs)),
            amount: case.costs.max(0.0),
            style: MarkStyle::Cost(0),
            end: None,
        };
        let covered = |case: &Case| {
            let is_harm = case.covered < 0.0;
            let name = if is_harm { self.harm } else { &self.covered };
            let title = format!("{name} {} {}", case.name, self.euro(case.covered.abs()));
            let is_drawn = !is_harm && case.gap() > 0.0;
            TitledBar {
                // What has no hatched end is said beside its name.
                title: if is_drawn || case.gap() == 0.0 {
                    title
                } else {
                    format!("{title} · {}", self.gap_label(case))
                },
                amount: case.covered.abs(),
                style: if is_harm { MarkStyle::Harm } else { MarkStyle::Saving(0) },
                end: is_drawn.then(|| (case.costs, self.gap_label(case))),
            }
        };
        let Some(first) = self.cases.first() else { return Vec::new() };
        if self.cases.iter().all(|case| case.costs == first.costs) {
            return [cost("", first)].into_iter().chain(self.cases.iter().map(covered)).collect();
        }
        let pair = |case: &Case| [cost(&format!(" {}", case.name), case), covered(case)];
        self.cases.iter().flat_map(pair).collect()
    }

    fn gap_label(&self, case: &Case) -> String {
        let name = self.gap[usize::from(case.gap() < 0.0)];
        format!("{name} {}", self.euro(case.gap().abs()))
    }

    /// Returns the data of the picture as a table.
    fn table(&self) -> Table {
        let euro = |amount: f64| self.text.notation.euro(amount);
        let row = |name: &str, cell: &dyn Fn(&Case) -> String| {
            [name.to_owned()].into_iter().chain(self.cases.iter().map(cell)).collect()
        };
        let [gap_name, surplus_name] = self.gap;
        let difference = if self.cases.iter().all(|case| case.gap() >= 0.0) {
            row(gap_name, &|case| euro(case.gap()))
        } else if self.cases.iter().all(|case| case.gap() < 0.0) {
            row(surplus_name, &|case| euro(-case.gap()))
        } else {
            row(self.difference, &|case| {
                format!("{} {}", self.gap[usize::from(case.gap() < 0.0)], euro(case.gap().abs()))
            })
        };
        let names = self.cases.iter().map(|case| case.name);
        Table {
            caption: self.title.clone(),
            head: [self.text.result_charts().costs_vs_savings_head[0]]
                .into_iter()
                .chain(names)
                .map(str::to_owned)
                .collect(),
            rows: vec![
                row(&self.costs, &|case| euro(case.costs)),
                row(&self.covered, &|case| euro(case.covered)),
                difference,
            ],
        }
    }
}

/// Draws bars below each other, on one scale.
fn draw(bars: &[TitledBar], width: f64) -> Drawing {
    let ends = bars.iter().map(|bar| bar.end.as_ref().map_or(bar.amount, |(end, _)| end.max(bar.amount)));
    let longest = ends.fold(0.0, f64::max);
    let scale = if longest > 0.0 { width / longest } else { 0.0 };
    let (mut marks, mut y) = (Vec::new(), 0.0);
    let write = |marks: &mut Vec<Mark>, label: Label| marks.push(Label { size: SIZE, ..label }.mark());
    for bar in bars {
        for line in wrap(&bar.title, width, SIZE, false, 3) {
            y += SIZE + 3.0;
            write(&mut marks, label(0.0, y, Anchor::Start, line));
        }
        let top = y + 6.0;
        let x = bar.amount * scale;
        if bar.amount > 0.0 {
            // What is too small to be seen is a line.
            let width = x.max(1.0);
            marks.push(Mark::Rect { x: 0.0, y: top, width, height: BAR, style: bar.style });
        }
        y = top + BAR;
        if let Some((end, text)) = &bar.end {
            let end_width = (end * scale - x).max(2.0);
            let left = (width.min(end * scale) - end_width).max(0.0);
            let block = (left + 0.75, top + 0.75, end_width - 1.5, BAR - 1.5);
            marks.extend(hatched_block(block, false).into_iter().flatten());
            let label_width = text_width(text, SIZE, true) + 2.0 * PADDING;
            if label_width + PADDING <= end_width {
                let middle = block.0 + block.2 / 2.0;
                let (box_y, height) = (top + PADDING / 2.0, BAR - PADDING);
                let (x, style) = (middle - label_width / 2.0, MarkStyle::Background);
                marks.push(Mark::Rect { x, y: box_y, width: label_width, height, style });
                write(&mut marks, label(middle, top + BAR / 2.0 + 5.0, Anchor::Middle, text.as_str()).bold());
            } else {
                for line in wrap(text, width, SIZE, true, 2) {
                    y += SIZE + 4.0;
                    write(&mut marks, label(width, y, Anchor::End, line).bold());
                }
            }
        }
        y += SPACE;
    }
    Drawing { width, height: (y - SPACE + 4.0).max(1.0).ceil(), marks }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::catalogue;

    fn chart(now: (f64, f64), then: (f64, f64)) -> Chart {
        let case = |name, (costs, covered)| Case { name, costs, covered };
        let bars = CaseBars {
            title: "t".into(),
            sentence: String::new(),
            costs: "Kosten".into(),
            covered: "Besparingen".into(),
            difference: "verschil",
            gap: ["verschil", "overschot"],
            harm: "Extra kosten",
            cases: vec![case("nu", now), case("dan", then)],
            text: catalogue(),
        };
        bars.chart("geval", 480.0)
    }

    /// Returns the widths of the bars, and the texts.
    fn drawn(chart: &Chart) -> (Vec<f64>, Vec<&str>) {
        let (mut widths, mut texts) = (Vec::new(), Vec::new());
        for mark in &chart.drawing.marks {
            match mark {
                Mark::Rect { width, style, .. } if *style != MarkStyle::Background => widths.push(*width),
                Mark::Text(label) => texts.push(label.text.as_str()),
                _ => {}
            }
        }
        (widths, texts)
    }

    /// By hand: 300 is 480 wide, 150 half of it and 75 a quarter; outlines take 1.5.
    #[test]
    fn equal_costs_are_drawn_once_and_each_difference_is_hatched() {
        let chart = chart((300.0, 150.0), (300.0, 75.0));
        let (widths, texts) = drawn(&chart);
        assert_eq!(widths, [480.0, 240.0, 238.5, 120.0, 358.5]);
        assert_eq!(texts[0], "Kosten €\u{a0}300");
        assert!(texts.contains(&"verschil €\u{a0}225"), "{texts:?}");
    }

    #[test]
    fn surplus_and_harm_are_written_and_have_no_hatched_end() {
        let chart = chart((100.0, 200.0), (150.0, -50.0));
        let (widths, texts) = drawn(&chart);
        assert_eq!(widths, [240.0, 480.0, 360.0, 120.0]);
        assert_eq!(texts[1], "Besparingen nu €\u{a0}200 · overschot €\u{a0}100");
        assert_eq!(texts[3], "Extra kosten dan €\u{a0}50 · verschil €\u{a0}200");
    }

    #[test]
    fn nothing_at_all_has_no_bars() {
        assert_eq!(drawn(&chart((0.0, 0.0), (0.0, 0.0))).0, Vec::<f64>::new());
    }
}
