//! Picture of the answer: two wide bars, costs above estimated savings, with their
//! difference hatched at the end of the shorter one.
//!
//! The upper bar holds all that costs money, also harm (a savings line that costs money
//! instead); the lower one all that pays for it, also own income. The amounts are rounded so
//! that they add up ([`crate::number::rounding`]).
//!
//! # Design
//! A picture is drawn for the width at which it is shown, and not scaled: text of 15 pixels
//! is that size on a beamer and on a phone. A name that does not fit in its segment is below the
//! bar. The page has the picture in each of [`WIDTHS`], and its style sheet shows one of them.
//! What a bar holds is worked out once ([`AnswerBars::new`]) and drawn for each width
//! (`drawing.rs`).

mod drawing;

use crate::answer::AnswerFigures;
use crate::chart::hit_regions::line_figure;
use crate::chart::line_amounts::{ChartContext, LineAmount, Role, is_shown_as_zero, styled_lines};
use crate::chart::{Chart, MarkStyle, Table};
use crate::explain::{FigureId, LineFigure};
use crate::model::costs::CostId;
use crate::model::savings::{Saving, SavingId};
use crate::model::{Line, Party, Perspective};
use crate::number::rounding::{Part, rounded, rounded_parts};
use crate::text::lower_first;

/// Widths for which the picture is drawn, with the id of each, from wide to narrow.
pub const WIDTHS: [(&str, f64); 3] =
    [("antwoord", 840.0), ("antwoord-midden", 560.0), ("antwoord-smal", 320.0)];

/// What the picture shows besides the outcome.
pub struct AnswerContext<'a> {
    /// Outcome, texts and names of own lines.
    pub chart: ChartContext<'a>,
    /// Figures of the answer that the picture belongs to.
    pub answer: AnswerFigures,
    /// Returns whether the user typed the amount of a cost line.
    pub is_typed: &'a dyn Fn(&CostId) -> bool,
    /// Returns what a savings line counts, such as '3 mensen' or '16 mensen (brochure)';
    /// `None` where it is not said.
    pub quantity: &'a dyn Fn(&Saving) -> Option<String>,
}

/// Words of the picture.
#[allow(missing_docs)]
pub struct AnswerBarsText {
    pub costs: &'static str,
    pub costs_of_gemeente: &'static str,
    pub harm: &'static str,
    pub savings: &'static str,
    /// Name of savings where welfare counts too.
    pub savings_and_welfare: &'static str,
    pub income: &'static str,
    pub gap: &'static str,
    pub surplus: &'static str,
    pub nothing: &'static str,
    pub not_estimated: fn(names: &str) -> String,
    /// Short name of a cost line; empty for the line's own name.
    pub cost: fn(&CostId) -> &'static str,
    /// Short name of a fixed savings line; empty for the line's own name.
    pub saving: fn(Line) -> &'static str,
    pub head: [&'static str; 3],
}

/// A segment of a bar, as it is written.
struct BarSegment {
    name: String,
    /// What it counts, such as '3 mensen'.
    quantity: Option<String>,
    /// Exact amount, which gives the width.
    amount: f64,
    /// Rounded amount, in words.
    shown: String,
    style: MarkStyle,
    /// Name of the figure whose explanation it opens.
    figure: String,
}

/// A bar: its title with the total, and its segments.
struct Bar {
    title: String,
    title_style: MarkStyle,
    segments: Vec<BarSegment>,
    /// Difference at its end, where it is the shorter bar.
    remainder: Option<Remainder>,
    /// Text in its place where it has no segment.
    empty: &'static str,
}

impl Bar {
    /// Returns the sum of the segments, in euros.
    fn total(&self) -> f64 {
        self.segments.iter().map(|segment| segment.amount).sum()
    }
}

/// The hatched end of the shorter bar.
struct Remainder {
    label: String,
    is_surplus: bool,
    /// Name of the figure whose explanation it opens.
    figure: String,
}

/// The two bars, with their words, to be drawn for any width.
pub struct AnswerBars {
    costs: Bar,
    savings: Bar,
    title: String,
    sentence: String,
    table: Table,
}

impl AnswerBars {
    /// Works out what the picture of an answer shows. `title` states its finding.
    pub fn new(context: &AnswerContext, words: &AnswerBarsText, title: String) -> AnswerBars {
        let (mut costs, mut savings) = bars(context, words);
        let gap = costs.total() - savings.total();
        if let Some(remainder) = remainder(context, words, gap) {
            let shorter = if remainder.is_surplus { &mut costs } else { &mut savings };
            shorter.remainder = Some(remainder);
        }
        let sentence = not_estimated(context, words);
        let table = table(context, words, &title, &costs, &savings);
        AnswerBars { costs, savings, title, sentence, table }
    }

    /// Returns the title and the sentence of the picture.
    pub fn into_caption(self) -> (String, String) {
        (self.title, self.sentence)
    }

    /// Draws the picture for a width, with areas that open explanations.
    pub fn chart(&self, id: &'static str, width: f64) -> Chart {
        let (drawing, hotspots) = drawing::draw(&self.costs, &self.savings, width);
        Chart {
            id,
            title: self.title.clone(),
            sentence: self.sentence.clone(),
            table: Some(self.table.clone()),
            drawing,
            hotspots,
        }
    }
}

/// Returns the difference of the answer; `None` where there is none. `gap` is the exact one.
fn remainder(context: &AnswerContext, words: &AnswerBarsText, gap: f64) -> Option<Remainder> {
    let AnswerFigures { perspective, gap: shown, .. } = context.answer;
    if is_shown_as_zero(gap) || shown == 0.0 {
        return None;
    }
    let name = if shown < 0.0 { words.surplus } else { words.gap };
    Some(Remainder {
        label: format!("{name} {}", context.chart.euro(shown.abs())),
        is_surplus: gap < 0.0,
        figure: FigureId::gap_of(perspective).name(context.chart.outcome),
    })
}

/// Returns the two bars, without their difference.
fn bars(context: &AnswerContext, words: &AnswerBarsText) -> (Bar, Bar) {
    let (chart, answer) = (&context.chart, &context.answer);
    let split = |lines: Vec<LineAmount>, role| -> (Vec<LineAmount>, Vec<LineAmount>) {
        lines.into_iter().partition(|line| line.role == role)
    };
    let (costs, income) = split(cost_lines(context, words), Role::Cost);
    let (savings, harm) = split(saving_lines(context, words), Role::Saving);
    let merged = chart.text.charts.others;
    let [costs, harm] = styled_lines(costs, harm, merged);
    let [savings, income] = styled_lines(savings, income, merged);
    let (has_harm, has_income) = (!harm.is_empty(), !income.is_empty());
    // Income and harm are rounded by themselves; costs and savings add up with them.
    let single = |line: &LineAmount| if is_typed(context, line) { line.amount } else { rounded(line.amount) };
    let sum_of = |lines: &[(LineAmount, MarkStyle)]| lines.iter().map(|(line, _)| single(line)).sum::<f64>();
    let (income_total, harm_total) = (sum_of(&income), sum_of(&harm));
    let (cost_total, saving_total) = (answer.costs + income_total, answer.savings + harm_total);
    let mut upper = segments(context, costs, Some(cost_total));
    upper.extend(segments(context, harm, None));
    let mut lower = segments(context, income, None);
    lower.extend(segments(context, savings, Some(saving_total)));
    let of_costs = match answer.perspective {
        Perspective::Gemeente => words.costs_of_gemeente,
        Perspective::Partijen | Perspective::Samenleving => words.costs,
    };
    let cost_name = if has_harm { words.harm } else { of_costs };
    let has_welfare = chart.outcome.counts_welfare(answer.perspective);
    let saving_name = match has_income {
        true => words.income,
        false if has_welfare => words.savings_and_welfare,
        false => words.savings,
    };
    let bar = |name: &str, total: f64, title_style, segments, empty| Bar {
        title: format!("{name} {}", chart.euro(total)),
        title_style,
        segments,
        remainder: None,
        empty,
    };
    (
        bar(cost_name, cost_total + harm_total, MarkStyle::PlainText, upper, ""),
        bar(saving_name, saving_total + income_total, MarkStyle::SavingText, lower, words.nothing),
    )
}

/// Returns lines as segments. With a total, their shown amounts add up to it; without one each
/// is rounded by itself.
fn segments(
    context: &AnswerContext,
    lines: Vec<(LineAmount, MarkStyle)>,
    total: Option<f64>,
) -> Vec<BarSegment> {
    let part = |line: &LineAmount| Part { amount: line.amount, is_typed: is_typed(context, line) };
    let parts: Vec<Part> = lines.iter().map(|(line, _)| part(line)).collect();
    let shown = match total {
        Some(total) => rounded_parts(&parts, total),
        None => {
            parts.iter().map(|part| if part.is_typed { part.amount } else { rounded(part.amount) }).collect()
        }
    };
    let with_amounts = lines.into_iter().zip(shown);
    with_amounts
        .map(|((line, style), shown)| BarSegment {
            quantity: quantity(context, &line),
            figure: figure(context, &line),
            shown: context.chart.euro(shown),
            amount: line.amount,
            name: line.name,
            style,
        })
        .collect()
}

/// Returns the cost lines of the perspective, and own income.
fn cost_lines(context: &AnswerContext, words: &AnswerBarsText) -> Vec<LineAmount> {
    let chart = &context.chart;
    match context.answer.perspective {
        Perspective::Partijen | Perspective::Samenleving => {
            let mut lines = chart.costs();
            for line in &mut lines {
                let short = line.index.map_or("", |index| (words.cost)(&chart.outcome.costs.lines[index].id));
                if !short.is_empty() {
                    short.clone_into(&mut line.name);
                }
            }
            lines
        }
        Perspective::Gemeente => {
            let amount = chart.outcome.parties.gemeente.costs.euros();
            let role = if amount < 0.0 { Role::Income } else { Role::Cost };
            let name = words.costs_of_gemeente.to_owned();
            vec![LineAmount { name, role, amount: amount.abs(), index: None, is_merged: false }]
        }
    }
}

/// Returns the savings lines of the perspective.
fn saving_lines(context: &AnswerContext, words: &AnswerBarsText) -> Vec<LineAmount> {
    let chart = &context.chart;
    let perspective = context.answer.perspective;
    let counts = |line: &Saving| line.counted && line.kind.counts_for(perspective);
    let counted = chart.outcome.savings.iter().enumerate().filter(|(_, line)| counts(line));
    counted
        .map(|(index, line)| {
            let amount = match perspective {
                Perspective::Partijen | Perspective::Samenleving => line.net.euros(),
                Perspective::Gemeente => line.parties.get(Party::Gemeente).euros(),
            };
            let short = match line.id {
                SavingId::Fixed(fixed) => (words.saving)(fixed),
                SavingId::Own(..) => "",
            };
            let name = if short.is_empty() { chart.saving_name(&line.id) } else { short.to_owned() };
            let (role, name) = if amount < 0.0 {
                (Role::Harm, (chart.text.charts.harm)(&name))
            } else {
                (Role::Saving, name)
            };
            LineAmount { name, role, amount: amount.abs(), index: Some(index), is_merged: false }
        })
        .collect()
}

/// Returns whether the user typed the amount of a line.
fn is_typed(context: &AnswerContext, line: &LineAmount) -> bool {
    match (line.role, line.index) {
        (Role::Cost | Role::Income, Some(index)) => {
            (context.is_typed)(&context.chart.outcome.costs.lines[index].id)
        }
        (Role::Cost | Role::Income | Role::Saving | Role::Harm, _) => false,
    }
}

fn quantity(context: &AnswerContext, line: &LineAmount) -> Option<String> {
    match (line.role, line.index) {
        (Role::Saving | Role::Harm, Some(index)) => (context.quantity)(&context.chart.outcome.savings[index]),
        (Role::Cost | Role::Income | Role::Saving | Role::Harm, _) => None,
    }
}

/// Returns the name of the figure that a line's segment opens.
fn figure(context: &AnswerContext, line: &LineAmount) -> String {
    let outcome = context.chart.outcome;
    let is_gemeente = context.answer.perspective == Perspective::Gemeente;
    match (line.role, line.index) {
        (Role::Saving | Role::Harm, Some(index)) if is_gemeente => {
            FigureId::Line(index, LineFigure::Party(Party::Gemeente)).name(outcome)
        }
        (Role::Saving | Role::Harm, None) if context.answer.perspective != Perspective::Partijen => {
            FigureId::savings_of(context.answer.perspective).name(outcome)
        }
        (Role::Cost | Role::Income, None) if is_gemeente => {
            FigureId::costs_of(Perspective::Gemeente).name(outcome)
        }
        (Role::Cost | Role::Income | Role::Saving | Role::Harm, _) => line_figure(line).name(outcome),
    }
}

/// Says which effects are not estimated; empty where all are.
fn not_estimated(context: &AnswerContext, words: &AnswerBarsText) -> String {
    let chart = &context.chart;
    let is_relevant = |line: &&Saving| {
        !line.counted
            && match context.answer.perspective {
                // Who looks at the money of payers should also see what has no price.
                Perspective::Partijen | Perspective::Gemeente => matches!(line.id, SavingId::Fixed(_)),
                Perspective::Samenleving => line.kind.counts_for_society(),
            }
    };
    let names: Vec<String> = chart
        .outcome
        .savings
        .iter()
        .filter(is_relevant)
        .map(|line| lower_first(&chart.saving_name(&line.id)))
        .collect();
    if names.is_empty() { String::new() } else { (words.not_estimated)(&names.join(", ")) }
}

/// Returns the data of the picture as a table: rounded, as the picture has them.
fn table(context: &AnswerContext, words: &AnswerBarsText, title: &str, costs: &Bar, savings: &Bar) -> Table {
    let dash = || "–".to_owned();
    let euro = |amount: f64| context.chart.whole_euros(amount);
    let name = |segment: &BarSegment| match &segment.quantity {
        Some(quantity) => format!("{}: {quantity}", segment.name),
        None => segment.name.clone(),
    };
    let mut rows: Vec<Vec<String>> =
        costs.segments.iter().map(|line| vec![name(line), line.shown.clone(), dash()]).collect();
    rows.extend(savings.segments.iter().map(|line| vec![name(line), dash(), line.shown.clone()]));
    let gap = context.answer.gap;
    let gap_name = if gap < 0.0 { words.surplus } else { words.gap };
    rows.push(if gap < 0.0 {
        vec![gap_name.to_owned(), euro(-gap), dash()]
    } else {
        vec![gap_name.to_owned(), dash(), euro(gap)]
    });
    Table { caption: title.to_owned(), head: words.head.map(str::to_owned).to_vec(), rows }
}
