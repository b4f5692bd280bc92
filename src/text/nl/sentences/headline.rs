//! The Dutch headline: costs, savings and the gap of one perspective, in this order.
//!
//! # Design
//! Welfare, such as a better life, is weighed in the perspective of society only: for the
//! payers a benefit that is not paid is a gain, and for society it is not. So a sentence
//! that sets welfare against the payers' gap would name too low an amount. A surplus is
//! stated with the same reservations as a gap. Source: docs/model.md.

use crate::evidence::grade::EvidenceGrade;
use crate::model::quantity::{Euro, EuroPer};
use crate::model::{Line, Outcome, Party, Perspective};
use crate::number::round_up;
use crate::text::nl::lines::line;
use crate::text::nl::list;
use crate::text::nl::sentences::{euro, euro_per, is_shown_as_zero};
use crate::text::sentences::HeadlineFacts;

/// Writes the headline.
pub fn headline(facts: &HeadlineFacts) -> String {
    match facts.perspective {
        Perspective::Partijen => payers(facts),
        Perspective::Gemeente => gemeente(facts),
        Perspective::Samenleving => society(facts),
    }
}

/// Writes the headline for all payers together.
fn payers(facts: &HeadlineFacts) -> String {
    let outcome = facts.outcome;
    let subject = if gemeente_alone(outcome) { Payer::Gemeente } else { Payer::All };
    let not_cashable = outcome.total.not_cashable;
    let not_cashable = if is_shown_as_zero(not_cashable) || outcome.total.savings <= Euro::ZERO {
        String::new()
    } else {
        format!(" Daarvan levert {} geen geld op dat iemand anders kan uitgeven.", euro(not_cashable))
    };
    let savings = savings_sentence(facts.grade, subject, outcome.total.savings, "");
    let gap = outcome.break_even.gap;
    let per_visitor = outcome.break_even.gap_per_visitor;
    let conclusion = gap_sentence("", gap, per_visitor);
    format!("{} {savings}{not_cashable} {conclusion}", costs_sentence(outcome))
}

/// Writes the headline for the gemeente: its costs and its cashable savings.
fn gemeente(facts: &HeadlineFacts) -> String {
    let outcome = facts.outcome;
    let ledger = &outcome.parties.gemeente;
    let (costs, payer) = if is_shown_as_zero(ledger.costs) {
        ("De gemeente betaalt niets aan een gewoon jaar.".to_owned(), Payer::SheForNothing)
    } else if ledger.costs < Euro::ZERO {
        let income = euro(-ledger.costs);
        let costs = format!("Een gewoon jaar brengt de gemeente zelf {income} meer op dan het haar kost.");
        (costs, Payer::SheWithIncome)
    } else {
        (format!("De gemeente betaalt {} per jaar.", euro(ledger.costs)), Payer::She)
    };
    let reservation = if facts.knows_cashable {
        ""
    } else if is_shown_as_zero(outcome.total.not_cashable) {
        ", als alles echt geld oplevert"
    } else {
        // A preset takes off some that is no cash; of the rest nobody filled in that it is.
        ", als dat echt geld oplevert"
    };
    let savings = savings_sentence(facts.grade, payer, ledger.savings, reservation);
    let gap = outcome.break_even.perspectives.gemeente;
    let conclusion = gap_sentence(" voor de gemeente", gap.gap, gap.gap_per_visitor);
    format!("{costs} {savings} {conclusion}")
}

/// Writes the headline for society, in which a benefit that is not paid is no gain and
/// what has no price must be worth the gap.
fn society(facts: &HeadlineFacts) -> String {
    let outcome = facts.outcome;
    let costs = costs_sentence(outcome);
    // Welfare is worth something, and saves nobody anything.
    let (payer, worth) = if outcome.counts_welfare(Perspective::Samenleving) {
        (Payer::SocietyOfWorth, " waard")
    } else {
        (Payer::Society, "")
    };
    let savings = savings_sentence(facts.grade, payer, outcome.society.savings, worth);
    let gap = -outcome.society.net;
    let threshold = outcome.break_even.society_threshold;
    let conclusion = if is_shown_as_zero(gap) || gap < Euro::ZERO {
        let per_visitor = outcome.break_even.perspectives.samenleving.gap_per_visitor;
        gap_sentence(" voor de samenleving", gap, per_visitor)
    } else {
        let examples = unpriced_examples(outcome);
        let what = if examples.is_empty() {
            "Wat verder niet in geld is uitgedrukt,".to_owned()
        } else {
            format!("Wat niet in geld is uitgedrukt, zoals {examples},")
        };
        let per_visitor = outcome.break_even.society_threshold_per_visitor;
        format!(
            "{what} moet de samenleving naar schatting minstens {} per jaar waard zijn: {} per bezoeker.",
            euro(rounded_up(threshold)),
            euro_per(EuroPer::new(round_up(per_visitor.euros(), 0)))
        )
    };
    format!(
        "{costs} {savings} Een uitkering minder is hier geen winst. {conclusion} De uren van vrijwilligers tellen niet mee."
    )
}

/// Rounds a threshold up to whole euros, so that 'at least' is true.
fn rounded_up(threshold: Euro) -> Euro {
    Euro::new(round_up(threshold.euros(), 0))
}

/// Grammatical subject of the sentence about savings.
#[derive(Clone, Copy)]
enum Payer {
    /// All payers together.
    All,
    /// The gemeente, which pays everything and to which all savings go.
    Gemeente,
    /// The gemeente, after a sentence that names it.
    She,
    /// The gemeente, after a sentence that says that it pays nothing.
    SheForNothing,
    /// The gemeente, after a sentence that says that it earns.
    SheWithIncome,
    /// Society as a whole.
    Society,
    /// Society as a whole, to which the amount is worth something.
    SocietyOfWorth,
}

impl Payer {
    /// Returns 'bespaart de gemeente daarmee', for after 'Naar schatting'.
    fn saves(self) -> &'static str {
        match self {
            Payer::All => "besparen alle betalers samen daarmee",
            Payer::Gemeente => "bespaart de gemeente daarmee",
            Payer::She => "bespaart zij daarmee",
            Payer::SheForNothing => "bespaart zij",
            Payer::SheWithIncome => "bespaart zij daarnaast",
            Payer::Society => "bespaart de samenleving daarmee",
            Payer::SocietyOfWorth => "is dat de samenleving",
        }
    }
}

/// Returns whether the gemeente pays all costs, and all savings that are money are hers.
pub(crate) fn gemeente_alone(outcome: &Outcome) -> bool {
    let others = Party::ALL.into_iter().filter(|party| *party != Party::Gemeente);
    let uncovered = outcome.financing.as_ref().map_or(Euro::ZERO, |plan| plan.uncovered);
    is_shown_as_zero(uncovered)
        && others.into_iter().all(|party| {
            let ledger = outcome.parties.get(party);
            is_shown_as_zero(ledger.costs) && is_shown_as_zero(ledger.savings)
        })
}

fn costs_sentence(outcome: &Outcome) -> String {
    let costs = outcome.costs.net;
    if costs < Euro::ZERO && !is_shown_as_zero(costs) {
        format!("Een gewoon jaar brengt zelf {} meer op dan het kost.", euro(-costs))
    } else {
        format!("Een gewoon jaar kost {}.", euro(costs))
    }
}

/// Writes the savings, which are estimates however sound the evidence is; `condition` follows
/// the amount. The weakest grade adds that there are assumptions.
fn savings_sentence(grade: EvidenceGrade, payer: Payer, savings: Euro, condition: &str) -> String {
    if is_shown_as_zero(savings) {
        return match payer {
            Payer::SheForNothing | Payer::SheWithIncome => "Geschatte besparingen zijn er niet.",
            Payer::All | Payer::Gemeente | Payer::She | Payer::Society | Payer::SocietyOfWorth => {
                "Daar staan geen geschatte besparingen tegenover."
            }
        }
        .to_owned();
    }
    if savings < Euro::ZERO {
        return format!("Daar komt naar schatting {} aan extra kosten bij.", euro(-savings));
    }
    let assumed = match grade {
        EvidenceGrade::Assumed => " Het blijft een schatting, met aannames.",
        EvidenceGrade::Estimated | EvidenceGrade::Reasonable | EvidenceGrade::Sound => "",
    };
    format!("Naar schatting {} {}{condition}.{assumed}", payer.saves(), euro(savings))
}

/// Writes the gap or the surplus, each with the same reservation; `whose` names the
/// perspective where the sentence would not be clear without it.
fn gap_sentence(whose: &str, gap: Euro, per_visitor: EuroPer) -> String {
    if is_shown_as_zero(gap) {
        return format!("De kosten en de geschatte besparingen{whose} zijn even groot.");
    }
    let is_gap = gap > Euro::ZERO;
    let name = if is_gap { "verschil" } else { "overschot" };
    let (amount, each) = if is_gap { (gap, per_visitor) } else { (-gap, EuroPer::new(-per_visitor.euros())) };
    format!("Het {name}{whose} is naar schatting {}: {} per bezoeker.", euro(amount), euro_per(each))
}

/// Lists examples of effects that have no price in society's ledger: lines that would
/// count there and are not counted. Without any the list is empty.
pub(super) fn unpriced_examples(outcome: &Outcome) -> String {
    let phrases = Line::ALL.into_iter().filter_map(|line| unpriced(outcome, line));
    list(&phrases.map(str::to_owned).collect::<Vec<_>>())
}

/// Returns the phrase for the effect of a line that would count for society and is not
/// counted; `None` for any other line.
pub(crate) fn unpriced(outcome: &Outcome, of: Line) -> Option<&'static str> {
    let saving = &outcome.savings[of as usize];
    if saving.counted || !saving.kind.counts_for_society() { None } else { line(of).unpriced }
}

#[cfg(test)]
mod tests;
