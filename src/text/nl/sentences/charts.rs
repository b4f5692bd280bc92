//! Dutch titles and descriptions of the charts of an outcome; a title states the finding.

use crate::model::Outcome;
use crate::model::quantity::Euro;
use crate::model::years::Payback;
use crate::number::DUTCH;
use crate::text::nl::sentences::{euro, is_shown_as_zero};

pub fn costs_vs_savings_title(outcome: &Outcome) -> String {
    match outcome.total.coverage.times() {
        Some(times) if times < 1.0 => {
            format!("Becijferde besparingen: {} van de kosten", DUTCH.percent(times))
        }
        Some(_) if is_shown_as_zero(outcome.break_even.gap) => {
            "Naar schatting zijn besparingen en kosten even groot".to_owned()
        }
        Some(_) => "Naar schatting zijn de besparingen groter dan de kosten".to_owned(),
        None => "Kosten tegenover becijferde besparingen".to_owned(),
    }
}

pub fn costs_vs_savings(outcome: &Outcome) -> String {
    format!(
        "Links wat een jaar kost ({}), rechts wat daar naar schatting aan besparingen tegenover staat ({}). Posten die p.m. zijn, hebben geen hoogte: dat betekent onbekend, niet nul.",
        euro(outcome.costs.net),
        euro(outcome.total.savings)
    )
}

pub fn waterfall_title(outcome: &Outcome) -> String {
    let gap = outcome.break_even.gap;
    if is_shown_as_zero(gap) {
        "Van de kosten blijft niets over".to_owned()
    } else if gap > Euro::ZERO {
        format!("Tegenover {} staat geen geschatte besparing", euro(gap))
    } else {
        format!("Naar schatting zijn de besparingen {} hoger dan de kosten", euro(-gap))
    }
}

pub fn waterfall(outcome: &Outcome) -> String {
    let counted = outcome.savings.iter().filter(|line| line.counted && line.kind.counts_for_payers()).count();
    format!(
        "Van de kosten gaat stap voor stap af wat de {counted} becijferde posten besparen; wat overblijft, is het verschil van {}.",
        euro(outcome.break_even.gap)
    )
}

pub fn cumulative_title(outcome: &Outcome) -> String {
    let years = outcome.years.len();
    let last = outcome.years.last().map_or(Euro::ZERO, |year| year.cumulative);
    let period = if years == 1 { "Na 1 jaar".to_owned() } else { format!("Na {years} jaar") };
    if is_shown_as_zero(last) {
        format!("{period} zijn kosten en geschatte besparingen even groot")
    } else if last < Euro::ZERO {
        format!("{period} is er naar schatting {} meer uitgegeven dan bespaard", euro(-last))
    } else {
        format!("{period} is er naar schatting {} meer bespaard dan uitgegeven", euro(last))
    }
}

pub fn cumulative(outcome: &Outcome) -> String {
    format!(
        "Opgeteld saldo per jaar, in prijzen van één jaar. {} De netto contante waarde is {}{}.",
        payback(outcome.payback_year, outcome.years.len()),
        euro(outcome.npv),
        if_it_still_exists(outcome)
    )
}

/// Writes the condition of figures over the years where a dekkingsplan leaves costs of a
/// year uncovered; empty where it does not, or where there is no such plan.
fn if_it_still_exists(outcome: &Outcome) -> String {
    let years = outcome.financing.iter().flat_map(|plan| &plan.years);
    let uncovered = years.into_iter().find(|year| !is_shown_as_zero(year.uncovered));
    uncovered.map_or_else(String::new, |first| {
        format!(", als het centrum dan nog bestaat: in jaar {} zijn niet alle kosten gedekt", first.year)
    })
}

fn payback(payback: Payback, years: usize) -> String {
    match payback {
        Payback::Year(1) => "Naar schatting is er vanaf jaar 1 een overschot.".to_owned(),
        Payback::Year(year) => {
            format!("Naar schatting is het opgetelde saldo vanaf jaar {year} niet meer negatief.")
        }
        Payback::NotWithinHorizon if years == 1 => {
            "Binnen 1 jaar verdient het zich met deze posten niet terug.".to_owned()
        }
        Payback::NotWithinHorizon => {
            format!("Binnen {years} jaar verdient het zich met deze posten niet terug.")
        }
    }
}

pub fn parties_title(outcome: &Outcome) -> String {
    let gemeente = outcome.parties.gemeente.net;
    if is_shown_as_zero(gemeente) {
        "Voor de gemeente zijn kosten en geschatte besparingen even groot".to_owned()
    } else if gemeente < Euro::ZERO {
        format!("De gemeente betaalt naar schatting {} meer dan zij bespaart", euro(-gemeente))
    } else {
        format!("De gemeente bespaart naar schatting {} meer dan zij betaalt", euro(gemeente))
    }
}

pub fn bridge(outcome: &Outcome) -> String {
    bridge_with(outcome, "")
}

/// Explains the bridge, that some savings yield no money, and that a transfer is no gain
/// for society. `also` is a further reason, which starts with a comma, or empty.
pub fn bridge_with(outcome: &Outcome, also: &str) -> String {
    let parties = outcome.parties.gemeente.net + outcome.parties.rijk.net;
    let parties = parties + outcome.parties.zorgverzekeraar.net + outcome.parties.overig.net;
    let parties = euro(parties);
    let saldi = if is_shown_as_zero(outcome.total.savings) && also.is_empty() {
        format!("De saldo’s van de partijen zijn samen {parties}.")
    } else if is_shown_as_zero(outcome.total.not_cashable) {
        format!("Als alles echt geld oplevert{also}, zijn de saldo’s van de partijen samen {parties}.")
    } else {
        format!(
            "Van de besparingen levert {} geen geld op dat iemand anders kan uitgeven{also}. Daardoor zijn de saldo’s van de partijen samen {parties}.",
            euro(outcome.total.not_cashable)
        )
    };
    format!(
        "De twee rekeningen verschillen met reden en mogen niet worden opgeteld. {saldi} Een uitkering minder is voor de samenleving geen winst: wat de gemeente niet betaalt, krijgt de bewoner niet meer."
    )
}
