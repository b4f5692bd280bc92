//! Dutch sentences that are generated from figures. No sentence claims more than the
//! evidence supports, and none treats p.m. as zero.

mod break_even;
mod charts;
pub(crate) mod headline;
mod ledgers;

use crate::model::quantity::{Euro, EuroPer};
use crate::model::{Party, Perspective};
use crate::number::{DUTCH, Style};
use crate::text::nl::sentences::break_even::{drempel, needed, pm};
pub(super) use crate::text::nl::sentences::charts::{bridge, bridge_with, parties_title};
use crate::text::nl::sentences::charts::{
    costs_vs_savings, costs_vs_savings_title, cumulative, cumulative_title, waterfall, waterfall_title,
};
use crate::text::nl::sentences::headline::headline;
use crate::text::nl::sentences::ledgers::{bijstand_budget, left_out};
use crate::text::sentences::{ResultSentences, Sentences};

pub static SENTENCES: Sentences = Sentences {
    effect,
    price_offer,
    convert_prices: |to, factor| format!("Reken om naar prijzen van {to} (× {})", DUTCH.number(factor, 3)),
    converted,
    range: |low, high| format!("Tussen laag en hoog bij ‘Zekerheid’: {low} tot {high}."),
    plausible: |low, high| format!("Aannemelijk bij een gemiddeld initiatief: {low} tot {high}."),
    limits: |low, high| format!("{low} tot en met {high}"),
    read_as: |shown| {
        format!("Gelezen als {shown}. Schrijf een punt tussen duizendtallen en een komma voor decimalen.")
    },
    unclear,
    counts_instead: |shown| format!("Zolang rekenen wij met {shown}."),
    problems,
    changed,
    scale_offer: |from, to| {
        format!(
            "Het aantal bezoekers ging van {from} naar {to}. De besparingen veranderen niet vanzelf mee: die hebben een eigen aantal."
        )
    },
};

/// Sentences about the results on the worksheet.
pub static RESULT_SENTENCES: ResultSentences = ResultSentences {
    headline,
    costs_vs_savings_title,
    costs_vs_savings,
    drempel,
    party_short,
    waterfall_title,
    waterfall,
    cumulative_title,
    cumulative,
    parties_title,
    bridge,
    left_out,
    bijstand_budget,
    rounded: |euros| format!("Afgerond op hele euro’s; een som kan {} schelen.", DUTCH.euro(euros)),
    needed,
    pm,
};

fn euro(amount: Euro) -> String {
    DUTCH.euro(amount.euros())
}

fn euro_per(amount: EuroPer) -> String {
    DUTCH.euro(amount.euros())
}

/// Returns whether an amount rounds to zero euros.
pub(crate) fn is_shown_as_zero(amount: Euro) -> bool {
    amount.rounds_to_zero()
}

/// Returns whose costs and savings a perspective compares, for use after 'van' or 'voor'.
pub(crate) fn whose(perspective: Perspective) -> &'static str {
    match perspective {
        Perspective::Partijen => "alle betalers samen",
        Perspective::Gemeente => "de gemeente",
        Perspective::Samenleving => "de samenleving",
    }
}

/// Returns whose gap or surplus a sentence is about, for after that word; empty for all payers
/// together, about whom the page speaks where it names nobody.
pub(crate) fn for_whom(perspective: Perspective) -> &'static str {
    match perspective {
        Perspective::Partijen => "",
        Perspective::Gemeente => " voor de gemeente",
        Perspective::Samenleving => " voor de samenleving",
    }
}

/// Names the costs and the savings of a perspective, of which a sentence says that they are
/// equal.
pub(crate) fn costs_and_savings(perspective: Perspective) -> &'static str {
    match perspective {
        Perspective::Partijen => "kosten en becijferde besparingen",
        Perspective::Gemeente => "kosten en besparingen van de gemeente",
        Perspective::Samenleving => "kosten en becijferde effecten voor de samenleving",
    }
}

/// Returns a sentence with a capital at its start.
pub(crate) fn capitalised(sentence: &str) -> String {
    let mut chars = sentence.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

pub(crate) fn effect(change: Euro) -> String {
    if is_shown_as_zero(change) {
        return "Verandert het saldo niet.".to_owned();
    }
    format!("Maakt het saldo {}.", higher_or_lower(change))
}

/// Writes the size of a change of a saldo and its direction.
pub(crate) fn higher_or_lower(by: Euro) -> String {
    let (size, direction) = if by > Euro::ZERO { (by, "hoger") } else { (-by, "lager") };
    format!("{} {direction}", euro(size))
}

fn price_offer(amounts: usize, from: i32, to: i32) -> String {
    let subject = if amounts == 1 {
        "1 bedrag dat u invulde, staat nog".to_owned()
    } else {
        format!("{amounts} bedragen die u invulde, staan nog")
    };
    format!("{subject} in prijzen van {from}. Het prijspeil is nu {to}.")
}

fn converted(amounts: usize, from: i32, to: i32, factor: f64) -> String {
    let subject =
        if amounts == 1 { "1 eigen bedrag is".to_owned() } else { format!("{amounts} eigen bedragen zijn") };
    format!("{subject} omgerekend van prijzen van {from} naar {to} (× {}).", DUTCH.number(factor, 3))
}

fn unclear(grouped: f64, fraction: Option<f64>, style: Style) -> String {
    let (shown, typed) = (DUTCH.field(grouped, style), DUTCH.typed(grouped, style));
    match fraction {
        None => format!("Bedoelt u {shown}? Schrijf {typed}."),
        Some(fraction) => {
            let (other, other_typed) = (DUTCH.field(fraction, style), DUTCH.typed(fraction, style));
            format!("Bedoelt u {shown} of {other}? Schrijf {typed} of {other_typed}.")
        }
    }
}

fn problems(count: usize) -> String {
    if count == 1 {
        "1 invoer klopt niet. De uitkomst rekent met de laatste goede waarde.".to_owned()
    } else {
        format!("{count} invoeren kloppen niet. De uitkomst rekent met de laatste goede waarden.")
    }
}

fn changed(count: usize) -> String {
    match count {
        0 => "Er is nog niets veranderd: dit zijn de cijfers van het gekozen begin.".to_owned(),
        1 => "1 cijfer wijkt af van het gekozen begin.".to_owned(),
        _ => format!("{count} cijfers wijken af van het gekozen begin."),
    }
}

fn party_short(party: Party) -> &'static str {
    match party {
        Party::Gemeente => "Gemeente",
        Party::Rijk => "Rijk",
        Party::Zorgverzekeraar => "Zorgverzekeraar",
        Party::Overig => "Overig",
    }
}
