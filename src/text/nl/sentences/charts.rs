//! Dutch titles and descriptions of the charts of an outcome; a title states the finding.

use crate::model::Outcome;
use crate::model::quantity::Euro;
use crate::model::years::Payback;
use crate::number::DUTCH;
use crate::text::nl::sentences::{euro, is_shown_as_zero};

pub fn costs_vs_savings_title(outcome: &Outcome) -> String {
    match outcome.total.coverage.times() {
        Some(times) if times < 1.0 => {
            format!("Geschatte besparingen van alle betalers samen: {} van de kosten", DUTCH.percent(times))
        }
        Some(_) if is_shown_as_zero(outcome.break_even.gap) => {
            "Naar schatting zijn besparingen en kosten van alle betalers samen even groot".to_owned()
        }
        Some(_) => {
            "Naar schatting zijn de besparingen van alle betalers samen groter dan de kosten".to_owned()
        }
        None => "Kosten tegenover geschatte besparingen van alle betalers samen".to_owned(),
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
        "Voor alle betalers samen blijft van de kosten niets over".to_owned()
    } else if gap > Euro::ZERO {
        format!("Voor alle betalers samen staat tegenover {} geen geschatte besparing", euro(gap))
    } else {
        format!(
            "Naar schatting zijn de besparingen van alle betalers samen {} hoger dan de kosten",
            euro(-gap)
        )
    }
}

pub fn waterfall(outcome: &Outcome) -> String {
    let counted = outcome.savings.iter().filter(|line| line.counted && line.kind.counts_for_payers());
    let harm = counted.clone().filter(|line| line.net < Euro::ZERO).count();
    let steps = match counted.filter(|line| line.net > Euro::ZERO).count() {
        0 => "Geen enkele post bespaart naar schatting iets.".to_owned(),
        1 => "Van de kosten gaat af wat 1 post naar schatting bespaart.".to_owned(),
        count => format!("Van de kosten gaat stap voor stap af wat {count} posten naar schatting besparen."),
    };
    let added = match harm {
        0 => String::new(),
        1 => " Wat 1 post extra kost, komt erbij.".to_owned(),
        count => format!(" Wat {count} posten extra kosten, komt erbij."),
    };
    let gap = outcome.break_even.gap;
    let left = if is_shown_as_zero(gap) {
        "Er blijft niets over.".to_owned()
    } else if gap > Euro::ZERO {
        format!("Wat overblijft, is het verschil: {}.", euro(gap))
    } else {
        format!("Naar schatting gaat er {} meer af dan er kosten zijn: het overschot.", euro(-gap))
    };
    format!("{steps}{added} {left}")
}

pub fn cumulative_title(outcome: &Outcome) -> String {
    let years = outcome.years.len();
    let last = outcome.years.last().map_or(Euro::ZERO, |year| year.cumulative);
    let period = if years == 1 { "Na 1 jaar".to_owned() } else { format!("Na {years} jaar") };
    if is_shown_as_zero(last) {
        format!("{period} zijn kosten en geschatte besparingen van alle betalers samen even groot")
    } else if last < Euro::ZERO {
        format!(
            "{period} hebben alle betalers samen naar schatting {} meer uitgegeven dan bespaard",
            euro(-last)
        )
    } else {
        format!(
            "{period} hebben alle betalers samen naar schatting {} meer bespaard dan uitgegeven",
            euro(last)
        )
    }
}

pub fn cumulative(outcome: &Outcome) -> String {
    format!(
        "Opgeteld verschil per jaar voor alle betalers samen, in prijzen van één jaar. {} De waarde over {} jaar samen (netto contante waarde) is {}{}.",
        payback(outcome),
        outcome.years.len(),
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

fn payback(outcome: &Outcome) -> String {
    let years = outcome.years.len();
    let has_surplus =
        outcome.years.iter().all(|year| year.cumulative > Euro::ZERO && !is_shown_as_zero(year.cumulative));
    match outcome.payback_year {
        Payback::Year(1) if has_surplus => "Naar schatting is er vanaf jaar 1 een overschot.".to_owned(),
        Payback::Year(1) => "Naar schatting is er opgeteld in geen jaar een tekort.".to_owned(),
        Payback::Year(year) => {
            format!("Naar schatting is er opgeteld vanaf jaar {year} geen tekort meer.")
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::evaluate;
    use crate::scenario::Scenario;

    fn outcome(scenario: &str) -> Outcome {
        evaluate(&Scenario::parse(scenario).unwrap().inputs())
    }

    /// By hand: 54,000 + 16 × 6,250; with 40 clients a surplus of 4,000; with −3 people on a
    /// benefit 40,500 is added to the costs.
    #[test]
    fn the_steps_end_with_a_gap_or_a_surplus_and_harm_is_no_saving() {
        let sentence = |scenario: &str| waterfall(&outcome(scenario)).replace('\u{a0}', " ");
        assert_eq!(
            sentence("{}"),
            "Van de kosten gaat stap voor stap af wat 2 posten naar schatting besparen. Wat overblijft, is het verschil: € 146.000."
        );
        let surplus = sentence(r#"{"values":{"dagbesteding.aantal":40}}"#);
        assert!(
            surplus.ends_with("Naar schatting gaat er € 4.000 meer af dan er kosten zijn: het overschot.")
        );
        let harm = sentence(r#"{"values":{"uitkeringen.aantal":-3}}"#);
        assert!(
            harm.contains(
                "gaat af wat 1 post naar schatting bespaart. Wat 1 post extra kost, komt erbij. Wat"
            )
        );
        assert!(sentence(r#"{"base":"geen-effect"}"#).starts_with("Geen enkele post bespaart"));
    }

    /// By hand: costs of 300,000 less 300,000 of own income, and no savings.
    #[test]
    fn a_saldo_of_zero_in_every_year_is_no_surplus() {
        let zero = cumulative(&outcome(r#"{"base":"geen-effect","values":{"eigen-inkomsten":300000}}"#));
        assert!(!zero.contains("overschot") && zero.contains("in geen jaar een tekort"), "{zero}");
        let surplus = cumulative(&outcome(r#"{"values":{"dagbesteding.aantal":40}}"#));
        assert!(surplus.contains("vanaf jaar 1 een overschot"), "{surplus}");
    }

    /// By hand: 4 × 146,000, which is a gap of all payers, whatever perspective is chosen.
    #[test]
    fn the_chart_of_the_years_names_whose_amounts_it_shows() {
        for perspective in ["partijen", "gemeente", "samenleving"] {
            let outcome = outcome(&format!(r#"{{"values":{{"perspectief":"{perspective}"}}}}"#));
            assert_eq!(
                cumulative_title(&outcome).replace('\u{a0}', " "),
                "Na 4 jaar hebben alle betalers samen naar schatting € 584.000 meer uitgegeven dan bespaard"
            );
            assert!(cumulative(&outcome).starts_with("Opgeteld verschil per jaar voor alle betalers samen"));
        }
    }

    /// A surplus is an estimate, as a gap is.
    #[test]
    fn titles_call_a_surplus_an_estimate() {
        let surplus = outcome(r#"{"values":{"dagbesteding.aantal":40}}"#);
        for title in [costs_vs_savings_title, waterfall_title, cumulative_title, parties_title] {
            let title = title(&surplus);
            assert!(title.to_lowercase().contains("naar schatting"), "{title}");
        }
        for title in [costs_vs_savings_title, waterfall_title, cumulative_title] {
            for outcome in [&surplus, &outcome("{}"), &outcome(r#"{"base":"geen-effect"}"#)] {
                assert!(title(outcome).to_lowercase().contains("alle betalers samen"), "{}", title(outcome));
            }
        }
    }
}
