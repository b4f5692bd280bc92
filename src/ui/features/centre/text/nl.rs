//! Dutch texts of the view of the user's own centre.

pub mod sections;

use super::{AnswerFacts, CentreText};
use crate::answer::AnswerFigures;
use crate::chart::answer_bars::AnswerBarsText;
use crate::evidence::grade::EvidenceGrade;
use crate::model::costs::CostId;
use crate::model::{Euro, General, InputId, Line, LineField, Perspective, Preset, SavingKind};
use crate::number::DUTCH;
use crate::number::rounding::rounded;
use crate::text::lower_first;
use crate::text::nl::list;
use crate::text::nl::sentences::for_whom;
use crate::text::nl::sentences::headline::{gemeente_alone, unpriced};

pub static CENTRE: CentreText = CentreText {
    title: "Uw centrum",
    example_title: "Een gemiddeld centrum",
    name: "Naam van uw centrum",
    price_year: |year, is_expected, is_converted| {
        let expected = if is_expected { " (verwacht)" } else { "" };
        let converted = if is_converted { ", omgerekend uit 2016" } else { "" };
        format!("Prijzen van {year}{expected}{converted}")
    },
    own_figures: |count| match count {
        0 => "nog geen eigen cijfers".to_owned(),
        1 => "1 eigen cijfer".to_owned(),
        _ => format!("{count} eigen cijfers"),
    },
    about: "Een plek van en voor mensen met een psychische kwetsbaarheid: wat kost die, en wat besparen anderen daardoor? Dit is het gemiddelde uit een brochure van MIND (2017).",
    old_prices: |year| format!("Uw centrum rekent nu in prijzen van {year}."),
    this_years_prices: "Neem de prijzen van dit jaar",
    begin: "Vul uw centrum in (2 minuten)",
    see_example: "Bekijk het voorbeeld",
    questions: "Zeven vragen",
    question,
    hint,
    brochure: |value, converted_to| match converted_to {
        Some(year) => format!("Brochure, in prijzen van {year}: {value}"),
        None => format!("Brochure: {value}"),
    },
    preset_for_visitors: |preset, value, visitors| format!("{preset}: {value}, bij {visitors} bezoekers"),
    other_preset: |name, description| format!("Gerekend vanaf ‘{name}’. {description}"),
    holds_here: "Klopt ook bij ons",
    holds_here_for: |question| format!(": {question}"),
    certainty: |question| format!("Hoe zeker bent u? {question}"),
    sure: "Dit weet ik zeker",
    estimate: "Dit schat ik",
    effect_note: "U weet hoeveel. Of het door u kwam, staat onder ‘Wat als?’.",
    own_range: |low, high| format!("U koos zelf een bandbreedte, van {low} tot {high}. Vervangen?"),
    range_of: |question| format!("Tussen welke twee getallen ligt het? {question}"),
    between: "tussen",
    and: "en",
    replace_range: "Vervang",
    keep_range: "Laat staan",
    in_proportion: |number| format!("Naar verhouding: {number}"),
    leave_as_is: |number| format!("{number} laten staan"),
    more: "Alle andere cijfers",
    more_costs: "Meer kosten",
    other_savings: "Andere besparingen en eigen posten",
    who_pays: "Wie betaalt, wie bespaart",
    time_and_prices: "Tijd, prijzen en twijfel",
    all_sources: "Uitleg en bron bij elk getal: Rekenblad",
    answer: "De uitkomst",
    seen_from: "Gezien vanuit",
    perspective_short: |perspective| match perspective {
        Perspective::Partijen => "alle betalers",
        Perspective::Gemeente => "gemeente",
        Perspective::Samenleving => "samenleving",
    },
    sentence,
    partly_average,
    rounded: |year| format!("Prijzen van {year}, afgerond. De precieze bedragen staan in het rekenblad."),
    hours_not_counted: "De uren van vrijwilligers tellen niet mee.",
    copy: "Kopieer deze zin",
    copied: "Gekopieerd.",
    copy_failed: "Kopiëren lukte niet. Selecteer de zin en kopieer hem zelf.",
    where_from: "Waar komt dit vandaan?",
    bars: AnswerBarsText {
        costs: "Kosten",
        costs_of_gemeente: "Kosten van de gemeente",
        harm: "Kosten en extra kosten",
        savings: "Geschatte besparingen",
        savings_and_welfare: "Geschatte besparingen en welzijn",
        income: "Eigen inkomsten en geschatte besparingen",
        gap: "verschil",
        surplus: "overschot",
        nothing: "nog geen geschatte besparingen",
        not_estimated: |names| format!("Nog niet geschat: {names}."),
        cost: |cost| match cost {
            CostId::Personeel => "Medewerkers",
            CostId::Huisvesting => "Huur",
            CostId::Kengetal => "Kosten per bezoeker",
            CostId::Vrijwilligers | CostId::Activiteiten | CostId::Organisatie | CostId::Own(..) => "",
        },
        saving: |line| match line {
            Line::Uitkeringen => "Uitkeringen",
            Line::Dagbesteding => "Dagbesteding",
            Line::Zorggebruik
            | Line::Overlast
            | Line::BetaaldWerk
            | Line::Vrijwilligerswerk
            | Line::KwaliteitVanLeven => "",
        },
        head: ["Post", "Kosten", "Geschatte besparingen"],
    },
    picture_title,
    quantity: |people, is_brochure| {
        let halves = (people * 2.0).round() / 2.0;
        let people =
            if halves == 1.0 { "1 mens".to_owned() } else { format!("{} mensen", DUTCH.number(halves, 1)) };
        if is_brochure { format!("{people} (brochure)") } else { people }
    },
    gap_per_visitor: "verschil per bezoeker",
    surplus_per_visitor: "overschot per bezoeker",
    worth_per_visitor: "minstens waard per bezoeker",
    grade: |grade| match grade {
        EvidenceGrade::Assumed => "Deels aannames",
        EvidenceGrade::Estimated => "Deels geschat",
        EvidenceGrade::Reasonable => "Redelijk zeker",
        EvidenceGrade::Sound => "Goed onderbouwd",
    },
    answered: |count, all| format!("{count} van de {all} vragen zelf ingevuld"),
    cautious_note,
    more_than_visitors: |visitors| format!("Dat zijn meer mensen dan er komen ({visitors}). Klopt dat?"),
    cautious_gap: "het verschil, voorzichtig geteld",
    cautious_deficit: "meer kosten dan besparingen, voorzichtig geteld",
    no_effect: "Alleen kosten",
    cautious_surplus: "het overschot, voorzichtig geteld",
    share: "Deel deze uitkomst",
    bar_gap: "Verschil",
    bar_surplus: "Overschot",
    bar_open: "uitkomst",
    sections: "Meer over de uitkomst",
};

fn cautious_note(perspective: Perspective, has_others: bool) -> String {
    // Whole percentages; a format for floats would be 5 kB of the first load.
    let percent = |share: f64| format!("{}%", (share * 100.0).round() as u32);
    let benefits = |field| Preset::cautious_correction(SavingKind::Overdracht, field);
    let day_care = |field| Preset::cautious_correction(SavingKind::Besparing, field);
    let without_us = percent(day_care(LineField::Autonoom));
    let by_others = percent(1.0 - day_care(LineField::Toerekening));
    // A benefit less is no gain for society.
    let mut note = if perspective == Perspective::Samenleving {
        format!(
            "Voorzichtig geteld: stel dat {without_us} ook zonder ons geen dagbesteding had. Stel dat anderen hielpen, voor {by_others}."
        )
    } else {
        format!(
            "Voorzichtig geteld: stel dat {} ook zonder ons geen uitkering had en {without_us} geen dagbesteding. \
             Stel dat anderen hielpen, voor {} en {by_others}, en dat {} van de uitkeringen is verplaatst.",
            percent(benefits(LineField::Autonoom)),
            percent(1.0 - benefits(LineField::Toerekening)),
            percent(benefits(LineField::Verdringing)),
        )
    };
    if perspective == Perspective::Gemeente {
        let unpaid = percent(1.0 - day_care(LineField::Verzilverbaar));
        note += &format!(" Van de dagbesteding levert {unpaid} geen geld op.");
    }
    if has_others {
        note += " Andere besparingen tellen wij als dagbesteding.";
    }
    note
}

fn partly_average(figures: &[InputId], prices: &[InputId], visitors: &str) -> String {
    let average = format!("een gemiddeld centrum ({visitors} bezoekers)");
    let mut notes = match listed(figures) {
        listed if listed.is_empty() => String::new(),
        listed if figures.iter().any(|id| matches!(id, InputId::Line(..))) => {
            format!("Deels met cijfers van {average}. Dat zijn: {listed}. ")
        }
        listed => format!("Nog van {average}: {listed}. "),
    };
    let prices = listed(prices);
    if !prices.is_empty() {
        notes += &format!("Prijzen van de brochure: {prices}.");
    }
    notes.trim_end().to_owned()
}

/// Lists the names of inputs in words.
fn listed(figures: &[InputId]) -> String {
    list(&figures.iter().map(|id| average_figure(*id).to_owned()).collect::<Vec<_>>())
}

/// Names an input that is still the brochure's.
fn average_figure(id: InputId) -> &'static str {
    match id {
        InputId::General(General::Fte) => "medewerkers",
        InputId::General(General::Vrijwilligers) => "vrijwilligers",
        InputId::General(General::Huisvesting) => "huur",
        InputId::General(General::Activiteiten) => "activiteiten",
        InputId::General(General::Organisatie) => "organisatie",
        InputId::General(General::LoonkostenPerFte) => "loon",
        InputId::Line(Line::Uitkeringen, LineField::Bedrag) => "uitkering",
        InputId::Line(Line::Uitkeringen, _) => "uitkeringen",
        InputId::Line(Line::Dagbesteding, LineField::Bedrag) => "plek dagbesteding",
        InputId::Line(Line::Dagbesteding, _) => "dagbesteding",
        InputId::General(_) | InputId::Line(..) | InputId::Own(..) => "",
    }
}

fn question(id: InputId) -> &'static str {
    match id {
        InputId::General(General::Bezoekers) => "Hoeveel mensen komen er in een jaar?",
        InputId::General(General::Fte) => "Hoeveel betaalde medewerkers zijn er? (fte)",
        InputId::General(General::Vrijwilligers) => "Hoeveel vrijwilligers zijn er?",
        InputId::General(General::Huisvesting) => "Wat kosten huur en vaste lasten per jaar?",
        InputId::Line(Line::Uitkeringen, LineField::Aantal) => {
            "Hoeveel mensen hadden een jaar geen uitkering meer nodig?"
        }
        InputId::Line(Line::Dagbesteding, LineField::Aantal) => {
            "Hoeveel mensen konden een jaar zonder dagbesteding?"
        }
        InputId::Line(Line::Dagbesteding, LineField::Bedrag) => "Wat kost een plek dagbesteding per jaar?",
        InputId::General(_) | InputId::Line(..) | InputId::Own(..) => "",
    }
}

fn hint(id: InputId) -> &'static str {
    match id {
        InputId::Line(Line::Uitkeringen | Line::Dagbesteding, LineField::Aantal) => "Half jaar: 0,5.",
        InputId::General(General::Fte) => "36 uur is 1.",
        InputId::General(_) | InputId::Line(..) | InputId::Own(..) => "",
    }
}

/// Writes an amount of the answer.
fn euro(amount: f64) -> String {
    DUTCH.euro(amount)
}

fn sentence(facts: &AnswerFacts) -> String {
    let answer = facts.answer;
    let sentence = match answer.perspective {
        Perspective::Partijen => payers(facts),
        Perspective::Gemeente => gemeente(facts),
        Perspective::Samenleving if answer.threshold > 0.0 => {
            // A better life is what people know; without it any other effect serves.
            let lines = [Line::KwaliteitVanLeven].into_iter().chain(Line::ALL);
            let example = lines.into_iter().find_map(|line| Some((line, unpriced(facts.outcome, line)?)));
            let what = match example {
                Some((Line::KwaliteitVanLeven, life)) => format!("in geld is uitgedrukt, zoals {life},"),
                Some((_, effect)) => format!("is geschat, zoals {effect},"),
                None => "in geld is uitgedrukt".to_owned(),
            };
            format!(
                "Een uitkering minder is hier geen winst. Wat niet {what} moet de samenleving naar schatting minstens {} waard zijn.",
                euro(answer.threshold)
            )
        }
        Perspective::Samenleving => {
            let (saves, worth) = if facts.outcome.counts_welfare(answer.perspective) {
                ("is dat de samenleving", " waard")
            } else {
                ("bespaart de samenleving daarmee", "")
            };
            format!("{} {} {}", costs(facts), savings(facts, saves, worth), gap(answer))
        }
    };
    // What a preset supposes goes with the sentence, wherever that is said.
    let supposed = match facts.preset {
        Preset::Brochure | Preset::Prijspeil2025 => return sentence,
        Preset::GeenEffect => "Zonder effect",
        Preset::Voorzichtig => "Voorzichtig",
        Preset::Gunstig => "Gunstig",
    };
    format!("{supposed} gerekend: {}", lower_first(&sentence))
}

fn payers(facts: &AnswerFacts) -> String {
    let answer = facts.answer;
    // What is no cash the gemeente does not keep, so that it is no saving of hers.
    let who = if gemeente_alone(facts.outcome) && answer.not_cashable <= 0.0 {
        "bespaart de gemeente daarmee"
    } else {
        "besparen alle betalers samen daarmee"
    };
    let no_cash = if answer.not_cashable > 0.0 && answer.savings > 0.0 {
        format!(" Daarvan levert {} geen geld op.", euro(answer.not_cashable))
    } else {
        String::new()
    };
    format!("{} {}{no_cash} {}", costs(facts), savings(facts, who, ""), gap(answer)).trim_end().to_owned()
}

fn gemeente(facts: &AnswerFacts) -> String {
    let answer = facts.answer;
    let costs = if answer.costs > 0.0 {
        format!("De gemeente betaalt {} per jaar.", euro(answer.costs))
    } else if answer.costs < 0.0 {
        format!("De gemeente verdient {} per jaar aan het centrum.", euro(-answer.costs))
    } else {
        "De gemeente betaalt niets.".to_owned()
    };
    let cash = match facts.outcome.total.not_cashable.euros() > 0.0 {
        _ if facts.knows_cashable => "",
        // A preset takes off some that is no cash; of the rest nobody filled in that it is.
        true => ", als dat echt geld oplevert",
        false => ", als alles echt geld oplevert",
    };
    // What nobody pays for good is no cost of hers, and so makes her gap smaller.
    let uncovered = facts.outcome.financing.as_ref().map_or(0.0, |plan| rounded(plan.uncovered.euros()));
    let unpaid = if uncovered > 0.0 {
        format!(" {} heeft geen blijvende betaler.", euro(uncovered))
    } else {
        String::new()
    };
    format!("{costs} {} {}{unpaid}", savings(facts, "bespaart zij", cash), gap(answer))
}

fn costs(facts: &AnswerFacts) -> String {
    let who = if facts.is_example { "Een gemiddeld centrum" } else { "Ons centrum" };
    let costs = facts.answer.costs;
    if costs < 0.0 {
        format!("{who} brengt zelf {} per jaar meer op dan het kost.", euro(-costs))
    } else {
        format!("{who} kost {} per jaar.", euro(costs))
    }
}

fn savings(facts: &AnswerFacts, who_saves: &str, condition: &str) -> String {
    let answer = facts.answer;
    let harm = if has_harm(facts) { " Extra kosten zijn er al af." } else { "" };
    if answer.savings > 0.0 {
        format!("Naar schatting {who_saves} {}{condition}.{harm}", euro(answer.savings))
    } else if answer.savings < 0.0 {
        format!("Daar komt naar schatting {} aan extra kosten bij.", euro(-answer.savings))
    } else {
        "Daar staat geen geschatte besparing tegenover.".to_owned()
    }
}

/// Returns whether a line of the perspective costs money instead.
fn has_harm(facts: &AnswerFacts) -> bool {
    let counted = facts.outcome.savings.iter().filter(|line| line.counted);
    { counted }.any(|line| line.kind.counts_for(facts.answer.perspective) && line.net < Euro::ZERO)
}

fn gap(answer: &AnswerFigures) -> String {
    let (gap, each) = (answer.gap, answer.gap_per_visitor);
    if gap > 0.0 {
        format!("Het verschil is {}: {} per bezoeker.", euro(gap), euro(each))
    } else if gap < 0.0 {
        format!("Het overschot is naar schatting {}: {} per bezoeker.", euro(-gap), euro(-each))
    } else if answer.costs == 0.0 {
        String::new()
    } else {
        "Kosten en geschatte besparingen zijn ongeveer even groot.".to_owned()
    }
}

fn picture_title(facts: &AnswerFacts) -> String {
    let answer = facts.answer;
    let share = if answer.costs > 0.0 { answer.savings / answer.costs } else { f64::NAN };
    let is_welfare = facts.outcome.counts_welfare(answer.perspective);
    let savings = match is_welfare {
        true => "Wat het de samenleving naar schatting waard is, is",
        false if has_harm(facts) => "De geschatte besparingen, min extra kosten, zijn",
        false => "De geschatte besparingen zijn",
    };
    let title = if share.is_nan() {
        "Kosten en geschatte besparingen"
    } else if answer.savings < 0.0 {
        "Alle effecten samen kosten naar schatting meer dan zij besparen"
    } else if answer.savings == 0.0 {
        "Tegenover de kosten staat geen geschatte besparing"
    } else if answer.gap < 0.0 {
        &format!("{savings} hoger dan de kosten")
    } else {
        &format!("{savings} {} van de kosten", DUTCH.percent(share))
    };
    let whose = if is_welfare { "" } else { for_whom(answer.perspective) };
    format!("{title}{whose}")
}

#[cfg(test)]
mod tests;
