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

use crate::answer::AnswerFigures;
use crate::chart::hit_regions::{accessible_name, line_figure};
use crate::chart::line_amounts::{ChartContext, LineAmount, Role, is_shown_as_zero, merge_smallest};
use crate::chart::mark_style::TINTS;
use crate::chart::shape::{hatched_block, label};
use crate::chart::text_metrics::{truncate, width, wrap};
use crate::chart::{Anchor, Chart, Drawing, Hotspot, HotspotTarget, Label, Mark, MarkStyle, Table};
use crate::explain::{FigureId, LineFigure};
use crate::model::costs::CostId;
use crate::model::savings::{Saving, SavingId};
use crate::model::{Line, Party, Perspective};
use crate::number::rounding::{Part, rounded, rounded_parts};

/// Widths for which the picture is drawn, with the id of each, from wide to narrow.
pub const WIDTHS: [(&str, f64); 3] =
    [("antwoord", 840.0), ("antwoord-midden", 560.0), ("antwoord-smal", 320.0)];

/// Width from which a segment has its name and its amount, on two lines.
const WIDE: f64 = 500.0;
/// Space between two segments.
const SPACE: f64 = 3.0;
/// Space between the edge of a segment and its text.
const PADDING: f64 = 10.0;

/// What the picture shows besides the outcome.
pub struct AnswerContext<'a> {
    /// Outcome, texts and names of own lines.
    pub chart: ChartContext<'a>,
    /// AnswerFigures that the picture belongs to.
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

/// A segment of a bar.
struct BarSegment {
    name: String,
    /// What it counts, such as '3 mensen'.
    quantity: Option<String>,
    /// Exact amount, which gives the width.
    amount: f64,
    /// Rounded amount, which is written.
    shown: f64,
    style: MarkStyle,
    /// Figure whose explanation it opens.
    figure: String,
}

/// A bar: the total as it is written, and its segments.
struct Bar {
    title: String,
    title_style: MarkStyle,
    segments: Vec<BarSegment>,
}

impl Bar {
    fn total(&self) -> f64 {
        self.segments.iter().map(|segment| segment.amount).sum()
    }
}

/// Draws the picture for one of [`WIDTHS`], with its table and with areas that open
/// explanations.
pub fn answer_bars(
    context: &AnswerContext,
    words: &AnswerBarsText,
    title: &str,
    id: &'static str,
    width: f64,
) -> Chart {
    let (costs, savings) = bars(context, words);
    let (drawing, hotspots) = draw(context, words, &costs, &savings, width);
    Chart {
        id,
        title: title.to_owned(),
        sentence: not_estimated(context, words),
        table: Some(table(context, words, title, &costs, &savings)),
        drawing,
        hotspots,
    }
}

/// Returns the two bars.
fn bars(context: &AnswerContext, words: &AnswerBarsText) -> (Bar, Bar) {
    let (chart, answer) = (&context.chart, &context.answer);
    let split = |lines: Vec<LineAmount>, role| -> (Vec<LineAmount>, Vec<LineAmount>) {
        lines.into_iter().partition(|line| line.role == role)
    };
    let (costs, income) = split(cost_lines(context, words), Role::Cost);
    let (savings, harm) = split(saving_lines(context, words), Role::Saving);
    let merged = chart.text.charts.others;
    // The smallest lines are merged as in the chart of costs against savings, so that their sum
    // is a figure that can be explained.
    let most = |lines: &[LineAmount], others: &[LineAmount]| {
        TINTS - usize::from(!lines.is_empty() && !others.is_empty())
    };
    let (most_costs, most_savings) = (most(&costs, &harm), most(&savings, &income));
    let (costs, savings) =
        (merge_smallest(costs, most_costs, merged), merge_smallest(savings, most_savings, merged));
    let [income, harm] = [income, harm].map(|lines| merge_smallest(lines, 2, merged));
    let single = |lines: &[LineAmount]| lines.iter().map(|line| rounded(line.amount)).collect::<Vec<f64>>();
    let income_shown: Vec<f64> = income
        .iter()
        .map(|line| if is_typed(context, line) { line.amount } else { rounded(line.amount) })
        .collect();
    let harm_shown = single(&harm);
    let sum = |amounts: &[f64]| amounts.iter().sum::<f64>();
    let cost_total = answer.costs + sum(&income_shown);
    let saving_total = answer.savings + sum(&harm_shown);
    let parts = |lines: &[LineAmount]| -> Vec<Part> {
        let part = |line: &LineAmount| Part { amount: line.amount, is_typed: is_typed(context, line) };
        lines.iter().map(part).collect()
    };
    let (costs_shown, savings_shown) =
        (rounded_parts(&parts(&costs), cost_total), rounded_parts(&parts(&savings), saving_total));
    let segments = |lines: Vec<LineAmount>, shown: Vec<f64>| -> Vec<BarSegment> {
        let role_style = |index: usize, role: Role| match role {
            Role::Cost => MarkStyle::Cost(index as u8),
            Role::Saving => MarkStyle::Saving(index as u8),
            Role::Income => MarkStyle::Income,
            Role::Harm => MarkStyle::Harm,
        };
        let with_style = lines.into_iter().zip(shown).enumerate();
        with_style
            .map(|(index, (line, shown))| BarSegment {
                quantity: quantity(context, &line),
                figure: figure(context, &line),
                style: role_style(index, line.role),
                amount: line.amount,
                name: line.name,
                shown,
            })
            .collect()
    };
    let title = |name: &str, total: f64| format!("{name} {}", chart.euro(total));
    let (has_harm, has_income) = (!harm.is_empty(), !income.is_empty());
    let of_costs = match answer.perspective {
        Perspective::Gemeente => words.costs_of_gemeente,
        Perspective::Partijen | Perspective::Samenleving => words.costs,
    };
    let cost_name = if has_harm { words.harm } else { of_costs };
    let saving_name = if has_income { words.income } else { words.savings };
    let cost_title = title(cost_name, cost_total + sum(&harm_shown));
    let saving_title = title(saving_name, saving_total + sum(&income_shown));
    let mut upper = segments(costs, costs_shown);
    upper.extend(segments(harm, harm_shown));
    let mut lower = segments(income, income_shown);
    lower.extend(segments(savings, savings_shown));
    (
        Bar { title: cost_title, title_style: MarkStyle::PlainText, segments: upper },
        Bar { title: saving_title, title_style: MarkStyle::SavingText, segments: lower },
    )
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
    let amount = |line: &Saving| match perspective {
        Perspective::Partijen => line.kind.counts_for_payers().then(|| line.net.euros()),
        Perspective::Gemeente => Some(line.parties.get(Party::Gemeente).euros()),
        Perspective::Samenleving => line.kind.counts_for_society().then(|| line.net.euros()),
    };
    let counted = chart.outcome.savings.iter().enumerate().filter(|(_, line)| line.counted);
    counted
        .filter_map(|(index, line)| {
            let amount = amount(line)?;
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
            Some(LineAmount { name, role, amount: amount.abs(), index: Some(index), is_merged: false })
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

/// Makes the first letter small, unless the first word is an abbreviation.
fn lower_first(name: &str) -> String {
    let mut letters = name.chars();
    match (letters.next(), letters.clone().next()) {
        (Some(first), second) if !second.is_some_and(char::is_uppercase) => {
            first.to_lowercase().chain(letters).collect()
        }
        (Some(_), _) | (None, _) => name.to_owned(),
    }
}

fn draw(
    context: &AnswerContext,
    words: &AnswerBarsText,
    costs: &Bar,
    savings: &Bar,
    width: f64,
) -> (Drawing, Vec<Hotspot>) {
    let longest = costs.total().max(savings.total());
    let mut canvas = Canvas {
        context,
        width,
        scale: if longest > 0.0 { width / longest } else { 0.0 },
        marks: Vec::new(),
        hotspots: Vec::new(),
        y: 0.0,
    };
    let gap = costs.total() - savings.total();
    let shown_gap = context.answer.gap;
    let (name, figure) = (
        if shown_gap < 0.0 { words.surplus } else { words.gap },
        match context.answer.perspective {
            Perspective::Partijen => FigureId::Gap,
            Perspective::Gemeente | Perspective::Samenleving => {
                FigureId::PerspectiveGap(context.answer.perspective)
            }
        },
    );
    let rest = (!is_shown_as_zero(gap) && shown_gap != 0.0).then(|| Remainder {
        label: format!("{name} {}", context.chart.euro(shown_gap.abs())),
        is_surplus: gap < 0.0,
        figure: figure.name(context.chart.outcome),
    });
    let (upper_rest, lower_rest) = match rest {
        Some(rest) if rest.is_surplus => (Some(rest), None),
        rest => (None, rest),
    };
    canvas.bar(costs, upper_rest, "");
    canvas.y += 12.0;
    canvas.bar(savings, lower_rest, words.nothing);
    let height = (canvas.y + 2.0).ceil();
    (Drawing { width, height, marks: canvas.marks }, canvas.hotspots)
}

/// Hatched end of the shorter bar.
struct Remainder {
    label: String,
    is_surplus: bool,
    figure: String,
}

/// A picture while it is being drawn, from top to bottom.
struct Canvas<'a> {
    context: &'a AnswerContext<'a>,
    width: f64,
    /// Width per euro.
    scale: f64,
    marks: Vec<Mark>,
    hotspots: Vec<Hotspot>,
    /// Where the next element begins.
    y: f64,
}

impl Canvas<'_> {
    fn is_wide(&self) -> bool {
        self.width >= WIDE
    }

    /// Draws a bar with its title, and what does not fit in its segments below it.
    fn bar(&mut self, bar: &Bar, rest: Option<Remainder>, empty: &str) {
        let title_size = if self.is_wide() { 16.0 } else { 14.0 };
        self.y += title_size;
        self.marks.push(
            sized(
                label(0.0, self.y, Anchor::Start, truncate(&bar.title, self.width, title_size, true)),
                title_size,
            )
            .bold()
            .style(bar.title_style)
            .mark(),
        );
        self.y += 9.0;
        let height = if self.is_wide() { 58.0 } else { 34.0 };
        let top = self.y;
        let mut x = 0.0;
        let mut outside = Vec::new();
        for segment in &bar.segments {
            let end = x + segment.amount * self.scale;
            let shown_width = (end - x - SPACE).max(1.0);
            self.marks.push(Mark::Rect { x, y: top, width: shown_width, height, style: segment.style });
            if !self.segment_label(segment, x, top, shown_width) {
                outside.push(format!("{} {}", segment.name, self.context.chart.euro(segment.shown)));
            }
            let value = self.context.chart.euro(segment.shown);
            self.hotspot(
                segment.figure.clone(),
                accessible_name(&segment.name, &value),
                (x, top, shown_width, height),
            );
            x = end;
        }
        let mut gap_outside = None;
        if let Some(rest) = rest {
            let rest_width = (self.width - x).max(2.0);
            self.marks.extend(
                hatched_block((x + 0.75, top + 0.75, rest_width - 1.5, height - 1.5), rest.is_surplus)
                    .into_iter()
                    .flatten(),
            );
            let size = if self.is_wide() { 15.0 } else { 13.0 };
            let text_width = width(&rest.label, size, true);
            if text_width + 3.0 * PADDING <= rest_width {
                let middle = x + rest_width / 2.0;
                let (pill_width, pill_height) = (text_width + 2.0 * PADDING, size + 12.0);
                self.marks.push(Mark::Rect {
                    x: middle - pill_width / 2.0,
                    y: top + (height - pill_height) / 2.0,
                    width: pill_width,
                    height: pill_height,
                    style: MarkStyle::Background,
                });
                let baseline = top + height / 2.0 + size * 0.35;
                self.marks.push(
                    sized(label(middle, baseline, Anchor::Middle, rest.label.clone()), size).bold().mark(),
                );
            } else {
                gap_outside = Some((rest.label.clone(), size));
            }
            self.hotspot(rest.figure, rest.label, (x, top, rest_width, height));
        } else if bar.segments.is_empty() {
            let baseline = top + height / 2.0 + 5.0;
            self.marks.push(label(0.0, baseline, Anchor::Start, empty).muted().mark());
        }
        self.y = top + height;
        if let Some((text, size)) = gap_outside {
            self.y += size + 5.0;
            self.marks.push(
                sized(label(self.width, self.y, Anchor::End, truncate(&text, self.width, size, true)), size)
                    .bold()
                    .mark(),
            );
        }
        // On a phone there is no room for them; the table has them, and each part says its name.
        if self.is_wide() && !outside.is_empty() {
            for line in wrap(&outside.join(" · "), self.width, 13.0, false, 3) {
                self.y += 18.0;
                self.marks.push(sized(label(0.0, self.y, Anchor::Start, line).muted(), 13.0).mark());
            }
        }
    }

    /// Writes a segment's name and amount in it; returns whether the name fits.
    fn segment_label(&mut self, segment: &BarSegment, x: f64, top: f64, segment_width: f64) -> bool {
        let room = segment_width - 2.0 * PADDING;
        let size = if self.is_wide() { 15.0 } else { 13.0 };
        let style = match segment.style {
            MarkStyle::Income => MarkStyle::PlainText,
            _ => MarkStyle::TextOnFill,
        };
        let amount = self.context.chart.euro(segment.shown);
        if !self.is_wide() {
            if width(&segment.name, size, true) > room {
                return false;
            }
            self.marks.push(
                sized(label(x + PADDING, top + 22.0, Anchor::Start, segment.name.clone()), size)
                    .bold()
                    .style(style)
                    .mark(),
            );
            return true;
        }
        let detail = segment.quantity.as_ref().map(|quantity| format!("{quantity} · {amount}"));
        let detail = detail.filter(|detail| width(detail, size, false) <= room).unwrap_or(amount);
        if width(&detail, size, false) > room {
            return false;
        }
        // A name is cut off only as long as it can still be recognized.
        let name = truncate(&segment.name, room, size, true);
        if name != segment.name && name.chars().count() < 8 {
            return false;
        }
        self.marks.push(
            sized(label(x + PADDING, top + 24.0, Anchor::Start, name), size).bold().style(style).mark(),
        );
        self.marks
            .push(sized(label(x + PADDING, top + 44.0, Anchor::Start, detail), size).style(style).mark());
        true
    }

    fn hotspot(&mut self, explanation: String, label: String, area: (f64, f64, f64, f64)) {
        self.hotspots.push(Hotspot { target: HotspotTarget::Other { explanation, label }, area });
    }
}

fn sized(label: Label, size: f64) -> Label {
    Label { size, ..label }
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
        costs.segments.iter().map(|line| vec![name(line), euro(line.shown), dash()]).collect();
    rows.extend(savings.segments.iter().map(|line| vec![name(line), dash(), euro(line.shown)]));
    let gap = context.answer.gap;
    let gap_name = if gap < 0.0 { words.surplus } else { words.gap };
    rows.push(if gap < 0.0 {
        vec![gap_name.to_owned(), euro(-gap), dash()]
    } else {
        vec![gap_name.to_owned(), dash(), euro(gap)]
    });
    Table { caption: title.to_owned(), head: words.head.map(str::to_owned).to_vec(), rows }
}
