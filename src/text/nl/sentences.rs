//! Sentences made from figures. They lead with the gap, claim no more than
//! the figures carry, and never call p.m. zero.

use crate::firmness::Grade;
use crate::model::quantity::{Euro, EuroPer};
use crate::model::years::Payback;
use crate::model::{Line, Outcome, Party};
use crate::number::DUTCH;
use crate::text::sentences::{NeededFacts, Sentences};

pub static SENTENCES: Sentences = Sentences {
    headline,
    against_title,
    against,
    drempel,
    effect,
    converted,
    plausible: |low, high| format!("Aannemelijk: {low} tot {high}."),
    limits: |low, high| format!("{low} tot en met {high}"),
    read_as: |shown| format!("Gelezen als {shown}. Schrijf een komma voor decimalen."),
    problems,
    changed,
    scale_offer: |from, to| {
        format!(
            "Het aantal bezoekers ging van {from} naar {to}. De besparingen veranderen niet vanzelf mee: die hebben een eigen aantal."
        )
    },
    party_short,
};

fn euro(amount: Euro) -> String {
    DUTCH.euro(amount.euros())
}

fn per(amount: EuroPer) -> String {
    DUTCH.euro(amount.euros())
}

/// Whether an amount is shown as zero.
pub(super) fn is_nothing(amount: Euro) -> bool {
    amount.euros().abs() < 0.5
}

fn headline(outcome: &Outcome, grade: Grade) -> String {
    let (costs, saved, gap) = (outcome.costs.net, outcome.total.savings, outcome.break_even.gap);
    let start = format!("Een jaar met vol effect kost {}.", euro(costs));
    let share = outcome
        .total
        .coverage
        .times()
        .map_or_else(String::new, |times| format!(", {} daarvan", DUTCH.percent(times)));
    let savings = if is_nothing(saved) {
        "Er staan geen becijferde besparingen tegenover.".to_owned()
    } else if saved < Euro::ZERO {
        format!("Daar komt {} aan becijferde extra kosten bij.", euro(-saved))
    } else {
        let (before, after) = match grade {
            Grade::Sound => ("", ""),
            Grade::Reasonable => ("ongeveer ", ""),
            Grade::Estimated => ("naar schatting ", ""),
            Grade::Assumed => ("naar schatting ", ", als de aannames kloppen"),
        };
        format!("De becijferde besparingen zijn {before}{}{share}{after}.", euro(saved))
    };
    let end = if is_nothing(gap) {
        "Kosten en becijferde besparingen zijn even groot; wat niet in geld staat, komt daar nog bij."
            .to_owned()
    } else if gap > Euro::ZERO {
        format!(
            "Het is de moeite waard als de rest, zoals {}, samen minstens {} waard is: {} per bezoeker.",
            rest(outcome),
            euro(gap),
            per(outcome.break_even.gap_per_visitor)
        )
    } else {
        let more = euro(-gap);
        match grade {
            Grade::Sound => format!("De becijferde besparingen zijn {more} groter dan de kosten."),
            Grade::Reasonable => {
                format!("De becijferde besparingen zijn ongeveer {more} groter dan de kosten.")
            }
            Grade::Estimated => {
                format!("Naar schatting zijn zij {more} groter dan de kosten. Dat is niet gemeten.")
            }
            Grade::Assumed => format!(
                "Met deze aannames zijn zij {more} groter dan de kosten. Dat hangt af van aannames die niet zeker zijn."
            ),
        }
    };
    format!("{start} {savings} {end}")
}

/// Some of what the rest is: a line that counts is in the gap already, and
/// would be counted twice.
fn rest(outcome: &Outcome) -> &'static str {
    let is_pm = |line: Line| !outcome.savings[line as usize].counted;
    match (is_pm(Line::Zorggebruik), is_pm(Line::Overlast)) {
        (true, true) => "minder zorg, minder overlast en een beter leven",
        (true, false) => "minder zorg en een beter leven",
        (false, true) => "minder overlast en een beter leven",
        (false, false) => "een beter leven",
    }
}

fn against_title(outcome: &Outcome) -> String {
    match outcome.total.coverage.times() {
        Some(times) if times < 1.0 => {
            format!("Becijferde besparingen: {} van de kosten", DUTCH.percent(times))
        }
        Some(_) if is_nothing(outcome.break_even.gap) => {
            "Becijferde besparingen en kosten zijn even groot".to_owned()
        }
        Some(_) => "Becijferde besparingen zijn groter dan de kosten".to_owned(),
        None => "Kosten tegenover becijferde besparingen".to_owned(),
    }
}

fn against(outcome: &Outcome) -> String {
    format!(
        "Links wat een jaar kost ({}), rechts wat daar naar schatting aan besparingen tegenover staat ({}). Posten die p.m. zijn, hebben geen hoogte: dat betekent onbekend, niet nul.",
        euro(outcome.costs.net),
        euro(outcome.total.savings)
    )
}

pub(super) fn waterfall_title(outcome: &Outcome) -> String {
    let gap = outcome.break_even.gap;
    if is_nothing(gap) {
        "Van de kosten blijft niets over".to_owned()
    } else if gap > Euro::ZERO {
        format!("Er blijft {} over om te verantwoorden", euro(gap))
    } else {
        format!("De besparingen zijn {} hoger dan de kosten", euro(-gap))
    }
}

pub(super) fn waterfall(outcome: &Outcome) -> String {
    let counted = outcome.savings.iter().filter(|line| line.counted && line.kind.is_saving()).count();
    format!(
        "Van de kosten gaat stap voor stap af wat de {counted} becijferde posten besparen; wat overblijft, is het verschil van {}.",
        euro(outcome.break_even.gap)
    )
}

pub(super) fn cumulative_title(outcome: &Outcome) -> String {
    let years = outcome.years.len();
    let last = outcome.years.last().map_or(Euro::ZERO, |year| year.cumulative);
    let term = if years == 1 { "Na 1 jaar".to_owned() } else { format!("Na {years} jaar") };
    if is_nothing(last) {
        format!("{term} zijn kosten en besparingen even groot")
    } else if last < Euro::ZERO {
        format!("{term} is er {} meer uitgegeven dan bespaard", euro(-last))
    } else {
        format!("{term} is er {} meer bespaard dan uitgegeven", euro(last))
    }
}

pub(super) fn cumulative(outcome: &Outcome) -> String {
    format!(
        "Opgeteld saldo per jaar, in prijzen van één jaar. {} De netto contante waarde is {}.",
        payback(outcome.payback_year, outcome.years.len()),
        euro(outcome.npv)
    )
}

fn payback(payback: Payback, years: usize) -> String {
    match payback {
        Payback::Year(year) => format!("Vanaf jaar {year} is het opgetelde saldo niet meer negatief."),
        Payback::NotWithinHorizon if years == 1 => {
            "Binnen 1 jaar verdient het zich met deze posten niet terug.".to_owned()
        }
        Payback::NotWithinHorizon => {
            format!("Binnen {years} jaar verdient het zich met deze posten niet terug.")
        }
    }
}

pub(super) fn parties_title(outcome: &Outcome) -> String {
    let gemeente = outcome.parties.gemeente.net;
    if is_nothing(gemeente) {
        "Voor de gemeente houden kosten en besparingen elkaar in evenwicht".to_owned()
    } else if gemeente < Euro::ZERO {
        format!("De gemeente legt per saldo {} per jaar toe", euro(-gemeente))
    } else {
        format!("De gemeente houdt per saldo {} per jaar over", euro(gemeente))
    }
}

pub(super) fn bridge(outcome: &Outcome) -> String {
    bridge_with(outcome, "")
}

/// The same, with what else the parties' saldi differ by.
pub(super) fn bridge_with(outcome: &Outcome, and: &str) -> String {
    let parties = outcome.parties.gemeente.net + outcome.parties.rijk.net;
    let parties = parties + outcome.parties.zorgverzekeraar.net + outcome.parties.overig.net;
    let not_cashable = if is_nothing(outcome.total.not_cashable) {
        "Alle becijferde besparingen maken hier geld vrij".to_owned()
    } else {
        format!("Van de besparingen maakt {} in geen begroting geld vrij", euro(outcome.total.not_cashable))
    };
    format!(
        "De twee rekeningen verschillen met reden en mogen niet worden opgeteld. {not_cashable}{and}, zodat de saldo’s van de partijen samen {} zijn. Een uitkering minder is voor de samenleving geen winst: wat de gemeente niet betaalt, krijgt de bewoner niet meer.",
        euro(parties)
    )
}

pub(super) fn needed(facts: &NeededFacts) -> String {
    let Some(needed) = facts.needed else {
        return "Niet te zeggen: één meer is met deze invoer niets waard.".to_owned();
    };
    let number = |value: f64| DUTCH.number(value, 1);
    let count = needed.units();
    let many = facts.many;
    if count < 0.0 && facts.counted {
        return format!("Ook met {} {many} minder zijn kosten en besparingen even groot.", number(-count));
    }
    if count <= 0.0 {
        return "Niet nodig: er is geen verschil te dekken.".to_owned();
    }
    let amount = if facts.counted {
        format!("Nog {} {many} erbij, naast de {}", number(count), number(facts.now.units()))
    } else {
        format!("{} {many} in totaal", number(count))
    };
    if !facts.per_person {
        return format!("{amount}.");
    }
    // A year of one person at a time: more than all visitors cannot be.
    let total = if facts.counted { count + facts.now.units() } else { count };
    let share = total / facts.visitors.units();
    if share > 1.0 {
        format!("{amount}: kan niet met deze bezoekers.")
    } else {
        format!("{amount}: {} van de bezoekers.", DUTCH.percent(share))
    }
}

pub(super) fn pm(outcome: &Outcome) -> String {
    let needed = outcome.break_even.pm_threshold;
    if is_nothing(needed) {
        return "Het verschil is gedekt zonder p.m.-posten. P.m. betekent: bekend, maar niet geschat."
            .to_owned();
    }
    if outcome.savings.iter().any(|line| !line.counted && line.kind.is_saving()) {
        format!(
            "Om het verschil te dekken, moeten de p.m.-posten die geld besparen samen {} per jaar waard zijn. P.m. betekent: bekend, maar niet geschat. Het is dus niet nul.",
            euro(needed)
        )
    } else {
        format!(
            "Alle posten die geld besparen, tellen hier al mee. Om op te wegen tegen het verschil, moet de rest, zoals een beter leven, samen {} per jaar waard zijn.",
            euro(needed)
        )
    }
}

fn drempel(drempel: EuroPer, outcome: &Outcome) -> String {
    let gap = outcome.break_even.gap_per_visitor;
    if gap.euros() <= -0.5 {
        return format!(
            "De becijferde besparingen zijn hoger dan de kosten: het verschil is {} per bezoeker. Wat de rest u waard is, komt daarbij.",
            per(gap)
        );
    }
    if drempel.euros() == 0.0 {
        return format!(
            "Vul bij ‘Wat de rest u waard is’ in wat alle andere effecten u per bezoeker waard zijn. Het verschil is {} per bezoeker.",
            per(gap)
        );
    }
    let verdict = if drempel.euros() >= gap.euros() { "weegt op" } else { "weegt niet op" };
    format!(
        "De rest is u {} per bezoeker waard. Dat {verdict} tegen het verschil van {} per bezoeker.",
        per(drempel),
        per(gap)
    )
}

pub(super) fn effect(change: Euro) -> String {
    if is_nothing(change) {
        return "Verandert het saldo niet.".to_owned();
    }
    let direction = if change > Euro::ZERO { "beter" } else { "slechter" };
    let size = if change > Euro::ZERO { change } else { -change };
    format!("Maakt het saldo {} {direction}.", euro(size))
}

fn converted(amounts: usize, from: i32, to: i32, factor: f64) -> String {
    let what =
        if amounts == 1 { "1 eigen bedrag is".to_owned() } else { format!("{amounts} eigen bedragen zijn") };
    format!("{what} omgerekend van prijzen van {from} naar {to} (× {}).", DUTCH.number(factor, 3))
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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::evaluate;
    use crate::scenario::Scenario;

    /// Which words belong to which state of evidence: what must be there, and
    /// what would claim more than there is.
    #[test]
    fn the_sentence_speaks_as_firmly_as_the_evidence() {
        let table: [(Grade, &[&str], &[&str]); 4] = [
            (Grade::Assumed, &["naar schatting", "als de aannames kloppen"], &["ongeveer"]),
            (Grade::Estimated, &["naar schatting"], &["ongeveer", "als de aannames kloppen"]),
            (Grade::Reasonable, &["ongeveer"], &["naar schatting", "aannames"]),
            (Grade::Sound, &["zijn €"], &["ongeveer", "naar schatting", "aannames"]),
        ];
        let surplus: [(Grade, &[&str]); 4] = [
            (Grade::Assumed, &["Met deze aannames", "niet zeker"]),
            (Grade::Estimated, &["Naar schatting", "niet gemeten"]),
            (Grade::Reasonable, &["ongeveer €\u{a0}4.000 groter"]),
            (Grade::Sound, &["besparingen zijn €\u{a0}4.000 groter"]),
        ];
        let outcome = |text: &str| evaluate(&Scenario::parse(text).unwrap().inputs());
        let (short, covered) = (outcome("{}"), outcome(r#"{"values":{"dagbesteding.aantal":40}}"#));
        for (grade, must, never) in table {
            let sentence = headline(&short, grade);
            assert!(must.iter().all(|words| sentence.contains(words)), "{grade:?}: {sentence}");
            assert!(!never.iter().any(|words| sentence.contains(words)), "{grade:?}: {sentence}");
            // The gap is conditional by itself, however sure the rest is.
            assert!(sentence.contains("Het is de moeite waard als"), "{sentence}");
        }
        for (grade, must) in surplus {
            let sentence = headline(&covered, grade);
            assert!(must.iter().all(|words| sentence.contains(words)), "{grade:?}: {sentence}");
        }
    }

    /// Where there is no gap, nothing has to weigh against it.
    #[test]
    fn what_the_rest_is_worth_is_held_against_a_gap_only() {
        let said = |text: &str, worth: f64| {
            drempel(EuroPer::new(worth), &evaluate(&Scenario::parse(text).unwrap().inputs()))
        };
        let covered = r#"{"values":{"dagbesteding.aantal":40}}"#;
        assert!(said("{}", 0.0).starts_with("Vul bij"));
        assert!(said("{}", 291.0).contains("weegt niet op") && said("{}", 292.0).contains("weegt op"));
        for worth in [0.0, 10.0] {
            let sentence = said(covered, worth);
            assert!(sentence.contains("het verschil is €\u{a0}−8 per bezoeker"), "{sentence}");
            assert!(!sentence.contains("Vul") && !sentence.contains("weegt"), "{sentence}");
        }
    }

    /// What counts is in the gap already: to name it again as the rest would
    /// count it twice.
    #[test]
    fn the_rest_is_only_what_does_not_count() {
        let outcome = |text: &str| evaluate(&Scenario::parse(text).unwrap().inputs());
        for (scenario, named) in [
            ("{}", "minder zorg, minder overlast en een beter leven"),
            (r#"{"counted":{"overlast":true}}"#, "minder zorg en een beter leven"),
            (r#"{"counted":{"zorggebruik":true}}"#, "minder overlast en een beter leven"),
            (r#"{"base":"gunstig"}"#, "een beter leven"),
        ] {
            let said = headline(&outcome(scenario), Grade::Assumed);
            assert!(said.contains(&format!("de rest, zoals {named}, samen minstens")), "{scenario}: {said}");
        }
    }

    #[test]
    fn no_line_is_called_pm_that_is_not() {
        let outcome = |text: &str| evaluate(&Scenario::parse(text).unwrap().inputs());
        let own = r#"{"base":"gunstig","custom":[{"id":"c1","side":"saving","label":"x","kind":"KIND","counted":false,"quantity":1,"amount":1}]}"#;
        for scenario in ["{}", &own.replace("KIND", "besparing")] {
            assert!(pm(&outcome(scenario)).contains("de p.m.-posten die geld besparen"), "{scenario}");
        }
        for scenario in [r#"{"base":"gunstig"}"#, &own.replace("KIND", "welvaart")] {
            let said = pm(&outcome(scenario));
            assert!(said.contains("tellen hier al mee") && said.contains("45.200"), "{said}");
            assert!(!said.contains("p.m."), "{said}");
        }
    }
}
