//! Dutch texts of 'Wat als?'.

use super::{GapKind, WhatIfFacts, WhatIfText};
use crate::model::{Party, Perspective};
use crate::number::DUTCH;
use crate::text::nl::sentences::{for_whom, whose};
use crate::what_if::{NotApplicable, WhatIfAmounts, WhatIfMeasure, WhatIfOther, WhatIfQuestion};

pub static WHAT_IF: WhatIfText = WhatIfText {
    title: "Wat als een raadslid dit vraagt?",
    intro: "Kies een vraag. U ziet meteen wat er dan uitkomt. Uw eigen cijfers veranderen pas als u dat zelf wilt.",
    questions: "Vragen van een raadslid",
    question,
    setting,
    value,
    not_applicable: |why| match why {
        NotApplicable::NoSavings => "Er telt nog geen besparing mee. Dan valt er niets af te trekken.",
        NotApplicable::NoUncertainCash => {
            "Er telt geen besparing mee waarvan onzeker is of zij echt geld oplevert."
        }
        NotApplicable::NoBenefits => {
            "Er tellen geen uitkeringen mee. Dan verandert het budget van de gemeente niet."
        }
        NotApplicable::NoVolunteers => "Er zijn geen vrijwilligers ingevuld.",
        NotApplicable::NoVisitors => "Er is maar één bezoeker ingevuld.",
        NotApplicable::NoFunders => "Er staat niemand in het plan die blijft betalen.",
        NotApplicable::NoRoom => "Er zijn al 200 eigen posten. Er past er geen meer bij.",
    },
    supposed: |question, setting| suppose(question, setting, &Details::default()),
    to_say,
    say: "Dit kunt u zeggen",
    remark: |question, figures| match question {
        WhatIfQuestion::PaperSavings => "Bespaarde uitkeringen tellen altijd helemaal mee.",
        WhatIfQuestion::WhoGains => {
            "Een kleine gemeente krijgt vanaf jaar 3 minder budget voor uitkeringen. Dat bespaart het Rijk. Dit verschil geldt dus vanaf jaar 3."
        }
        WhatIfQuestion::NewDemand => "Extra zorg telt helemaal mee. Daar gaat niets van af.",
        WhatIfQuestion::Volunteers => {
            "Gerekend met 46 weken per jaar. De prijs per uur is een aanname. Neemt u dit over, dan tellen de uren overal mee als kosten."
        }
        WhatIfQuestion::NoEffect => "Ook de aantallen die u zeker weet, tellen hier niet mee.",
        WhatIfQuestion::FewerVisitors if figures.then.gap() < figures.now.gap() => {
            "Het aantal mensen zonder uitkering of dagbesteding blijft hier gelijk. Zo lijkt het gunstiger. De besparing groeit daar niet door."
        }
        WhatIfQuestion::FewerVisitors => {
            "Het aantal mensen zonder uitkering of dagbesteding blijft hier gelijk."
        }
        WhatIfQuestion::FunderLeaves => {
            "Het gaat om geld dat blijft. Staat uw fonds er niet bij? Vul dan eerst in wie betaalt."
        }
        WhatIfQuestion::OwnEstimates => "Alle aantallen veranderen mee, behalve die van schade.",
        WhatIfQuestion::Durability if figures.perspective == Perspective::Gemeente => {
            "Alle jaren tellen even zwaar. Een kleine gemeente krijgt vanaf jaar 3 minder budget voor uitkeringen."
        }
        WhatIfQuestion::Durability => "Alle jaren tellen even zwaar.",
        WhatIfQuestion::Deadweight | WhatIfQuestion::Attribution | WhatIfQuestion::Displacement => {
            "Dit geldt hier voor elke besparing, in plaats van wat u daarvoor invulde."
        }
        WhatIfQuestion::DoubleCounting => "",
    },
    unchanged: "Dit verandert niets aan de uitkomst.",
    seen_from: |perspective| match perspective {
        Perspective::Partijen => "Alle betalers samen.",
        Perspective::Gemeente => "Alleen de gemeente.",
        Perspective::Samenleving => "De samenleving als geheel. Een uitkering minder telt hier niet.",
    },
    whose: for_whom,
    now: "nu",
    then: "als dit zo is",
    gap: |measure, kind| match (measure, kind) {
        (WhatIfMeasure::Payment, GapKind::Gap | GapKind::BesideSurplus) => "niet betaald",
        (WhatIfMeasure::Payment, GapKind::Surplus) => "te veel betaald",
        (WhatIfMeasure::PerVisitor, GapKind::Gap) => "verschil per bezoeker",
        (WhatIfMeasure::PerVisitor, GapKind::BesideSurplus) => "meer kosten dan besparingen, per bezoeker",
        (WhatIfMeasure::PerVisitor, GapKind::Surplus) => "overschot per bezoeker",
        (WhatIfMeasure::Horizon, GapKind::Gap) => "verschil over alle jaren",
        (WhatIfMeasure::Horizon, GapKind::BesideSurplus) => "meer kosten dan besparingen, over alle jaren",
        (WhatIfMeasure::Horizon, GapKind::Surplus) => "overschot over alle jaren",
        (WhatIfMeasure::Year, GapKind::Gap) => "verschil",
        (WhatIfMeasure::Year, GapKind::BesideSurplus) => "meer kosten dan besparingen",
        (WhatIfMeasure::Year, GapKind::Surplus) => "overschot",
    },
    costs: |measure, horizon| match measure {
        WhatIfMeasure::Year | WhatIfMeasure::Payment => "Kosten".to_owned(),
        WhatIfMeasure::PerVisitor => "Kosten per bezoeker".to_owned(),
        WhatIfMeasure::Horizon => format!("Kosten over {} jaar", DUTCH.number(horizon, 0)),
    },
    covered: |measure, horizon, has_welfare| {
        let name = if has_welfare { "Geschatte besparingen en welzijn" } else { "Geschatte besparingen" };
        match measure {
            WhatIfMeasure::Year => name.to_owned(),
            WhatIfMeasure::PerVisitor => format!("{name} per bezoeker"),
            WhatIfMeasure::Horizon => format!("{name} over {} jaar", DUTCH.number(horizon, 0)),
            WhatIfMeasure::Payment => "Betaald".to_owned(),
        }
    },
    harm: "Extra kosten",
    other: |other, now, then| match other {
        WhatIfOther::NotCashable => format!(
            "Wat geen geld oplevert voor een ander: nu {}, dan naar schatting {}.",
            DUTCH.euro(now.unwrap_or_default()),
            DUTCH.euro(then.unwrap_or_default())
        ),
        WhatIfOther::Rijk => saved_by("het Rijk", "het", now, then),
        WhatIfOther::Zorgverzekeraar => saved_by("de zorgverzekeraar", "die", now, then),
    },
    picture: |now, then, measure| {
        let of = |amounts: &WhatIfAmounts| DUTCH.percent(amounts.covered / amounts.costs);
        let can_be_said = |amounts: &WhatIfAmounts| amounts.costs > 0.0 && amounts.covered >= 0.0;
        if !(can_be_said(now) && can_be_said(then)) {
            return "Kosten en geschatte besparingen".to_owned();
        }
        let is_same = of(now) == of(then);
        match measure {
            WhatIfMeasure::Payment if is_same => format!("Er is geld voor {} van de kosten", of(now)),
            WhatIfMeasure::Payment => {
                format!("Er is dan geld voor {} van de kosten, nu voor {}", of(then), of(now))
            }
            WhatIfMeasure::Year | WhatIfMeasure::PerVisitor | WhatIfMeasure::Horizon if is_same => {
                format!("De geschatte besparingen zijn {} van de kosten, en dat blijft zo", of(now))
            }
            WhatIfMeasure::Year | WhatIfMeasure::PerVisitor | WhatIfMeasure::Horizon => {
                format!("De geschatte besparingen zijn dan {} van de kosten, nu {}", of(then), of(now))
            }
        }
    },
    research: "Wat onderzoek zegt",
    no_research: "Hierover vonden wij geen onderzoek.",
    all_research: "Al het onderzoek",
    to_assumption: "Naar deze cijfers in het rekenblad",
    to_plan: "Naar wie betaalt, in het rekenblad",
    take_over: "Neem over",
    add_beside: "Zet ernaast",
    only_shown: "Dit kunt u alleen bekijken. Het rekenmodel gaat elk jaar uit van evenveel mensen.",
    volunteer_hours: "Uren van vrijwilligers",
    name: |question, setting, option| {
        let value = if option.is_empty() { value(question, setting) } else { option.to_owned() };
        let name = case_name(question);
        if value.is_empty() { name.to_owned() } else { format!("{name}: {value}") }
    },
    done: "Overgenomen.",
    added: "In de lijst gezet.",
    compare: "Bekijk bij Vergelijken",
};

fn question(question: WhatIfQuestion) -> &'static str {
    match question {
        WhatIfQuestion::Deadweight => "Die mensen waren er anders ook uit gekomen",
        WhatIfQuestion::Attribution => "Er helpt toch ook een wijkteam?",
        WhatIfQuestion::Displacement => "Verschuift dit niet alleen?",
        WhatIfQuestion::PaperSavings => "Dat zijn papieren besparingen",
        WhatIfQuestion::WhoGains => "Wie krijgt dat geld?",
        WhatIfQuestion::DoubleCounting => "Telt u niet dubbel?",
        WhatIfQuestion::NewDemand => "Dit trekt juist nieuwe zorg aan",
        WhatIfQuestion::Durability => "Blijft het effect?",
        WhatIfQuestion::Volunteers => "Vrijwilligers zijn niet gratis",
        WhatIfQuestion::OwnEstimates => "Dat zijn uw eigen schattingen",
        WhatIfQuestion::NoEffect => "En als het niet werkt?",
        WhatIfQuestion::FewerVisitors => "Er komen minder bezoekers",
        WhatIfQuestion::FunderLeaves => "Een betaler stopt",
    }
}

/// Returns the name of a case in the list of scenarios.
fn case_name(question: WhatIfQuestion) -> &'static str {
    match question {
        WhatIfQuestion::Deadweight => "Ook zonder ons",
        WhatIfQuestion::Attribution => "Deel door ons",
        WhatIfQuestion::Displacement => "Alleen verplaatst",
        WhatIfQuestion::PaperSavings => "Echt geld",
        WhatIfQuestion::WhoGains => "Gemeente",
        WhatIfQuestion::DoubleCounting => "Niet meegeteld",
        WhatIfQuestion::NewDemand => "Meer zorg",
        WhatIfQuestion::Durability => "Blijvend effect",
        WhatIfQuestion::Volunteers => "Uren van vrijwilligers per week",
        WhatIfQuestion::OwnEstimates => "Andere aantallen",
        WhatIfQuestion::NoEffect => "Zonder effect",
        WhatIfQuestion::FewerVisitors => "Bezoekers",
        WhatIfQuestion::FunderLeaves => "Betaler stopt",
    }
}

fn setting(question: WhatIfQuestion) -> &'static str {
    match question {
        WhatIfQuestion::Deadweight => "Welk deel was ook zonder u gelukt?",
        WhatIfQuestion::Attribution => "Welk deel komt door u?",
        WhatIfQuestion::Displacement => "Welk deel is alleen verplaatst?",
        WhatIfQuestion::PaperSavings => "Welk deel levert echt geld op?",
        WhatIfQuestion::WhoGains => "Hoeveel inwoners heeft uw gemeente?",
        WhatIfQuestion::DoubleCounting => "Welke besparing telt u niet mee?",
        WhatIfQuestion::NewDemand => "Hoeveel mensen krijgen een jaar zorg erbij?",
        WhatIfQuestion::Durability => "Welk deel is er een jaar later nog?",
        WhatIfQuestion::Volunteers => "Hoeveel uur per week helpt een vrijwilliger?",
        WhatIfQuestion::OwnEstimates => "Hoeveel is het echt?",
        WhatIfQuestion::NoEffect => "",
        WhatIfQuestion::FewerVisitors => "Hoeveel bezoekers komen er minder?",
        WhatIfQuestion::FunderLeaves => "Wie stopt met betalen?",
    }
}

/// Writes a share in words.
fn share(share: f64) -> String {
    let words = match (share * 100.0).round() as i32 {
        0 => "niets",
        25 => "een kwart",
        50 => "de helft",
        75 => "driekwart",
        100 => "alles",
        _ => return DUTCH.percent(share),
    };
    words.to_owned()
}

fn value(question: WhatIfQuestion, value: f64) -> String {
    let number = |decimals| DUTCH.number(value, decimals);
    match question {
        WhatIfQuestion::Deadweight
        | WhatIfQuestion::Attribution
        | WhatIfQuestion::Displacement
        | WhatIfQuestion::PaperSavings
        | WhatIfQuestion::Durability => share(value),
        WhatIfQuestion::WhoGains => format!("{} inwoners", number(0)),
        WhatIfQuestion::NewDemand => people(value),
        WhatIfQuestion::Volunteers => format!("{} uur", number(1)),
        WhatIfQuestion::OwnEstimates if value == 1.0 => "zoals ingevuld".to_owned(),
        WhatIfQuestion::OwnEstimates => format!("{} van de schatting", share_of_estimate(value)),
        WhatIfQuestion::FewerVisitors => format!("{} minder", number(0)),
        WhatIfQuestion::DoubleCounting | WhatIfQuestion::NoEffect | WhatIfQuestion::FunderLeaves => {
            String::new()
        }
    }
}

fn share_of_estimate(factor: f64) -> String {
    if (factor * 100.0).round() == 50.0 { "de helft".to_owned() } else { DUTCH.percent(factor) }
}

fn people(count: f64) -> String {
    if count == 1.0 { "1 mens".to_owned() } else { format!("{} mensen", DUTCH.number(count, 1)) }
}

fn to_say(facts: &WhatIfFacts) -> [String; 2] {
    let WhatIfFacts { option, party, volunteers, volunteer_hour, has_benefits, .. } = *facts;
    let details = Details { option, party, volunteers, volunteer_hour, has_benefits };
    [suppose(facts.question, facts.setting, &details), result(facts)]
}

/// What a few of the suppositions name besides the number that is set.
#[derive(Default)]
struct Details<'a> {
    option: &'a str,
    party: Option<Party>,
    volunteers: f64,
    volunteer_hour: f64,
    has_benefits: bool,
}

fn suppose(question: WhatIfQuestion, set: f64, details: &Details) -> String {
    match question {
        WhatIfQuestion::Deadweight if set == 0.0 => "Stel dat zonder ons niets was gelukt.".to_owned(),
        WhatIfQuestion::Displacement if set == 0.0 => "Stel dat niets is verplaatst.".to_owned(),
        WhatIfQuestion::Deadweight => format!("Stel dat {} ook zonder ons was gelukt.", share(set)),
        WhatIfQuestion::Attribution if set == 1.0 => "Stel dat alles door ons komt.".to_owned(),
        WhatIfQuestion::Attribution if set == 0.0 => "Stel dat alles door anderen komt.".to_owned(),
        WhatIfQuestion::Attribution => {
            format!("Stel dat {} door ons komt, en de rest door anderen.", share(set))
        }
        WhatIfQuestion::Displacement => format!("Stel dat {} alleen is verplaatst.", share(set)),
        WhatIfQuestion::PaperSavings if details.has_benefits => {
            format!("Stel dat naast de uitkeringen {} echt geld oplevert.", share(set))
        }
        WhatIfQuestion::PaperSavings => format!("Stel dat {} echt geld oplevert.", share(set)),
        WhatIfQuestion::WhoGains => {
            format!("Stel dat onze gemeente {} inwoners heeft.", DUTCH.number(set, 0))
        }
        WhatIfQuestion::DoubleCounting => format!("Stel dat wij ‘{}’ niet meetellen.", details.option),
        WhatIfQuestion::NewDemand if set == 1.0 => {
            "Stel dat 1 mens door ons een jaar meer zorg krijgt.".to_owned()
        }
        WhatIfQuestion::NewDemand => format!("Stel dat {} door ons een jaar meer zorg krijgen.", people(set)),
        WhatIfQuestion::Durability if set == 0.0 => "Stel dat er na een jaar niets van over is.".to_owned(),
        WhatIfQuestion::Durability if set == 1.0 => {
            "Stel dat het effect elk jaar even groot blijft.".to_owned()
        }
        WhatIfQuestion::Durability => {
            format!("Stel dat elk jaar {} van het effect wegvalt.", share(1.0 - set))
        }
        WhatIfQuestion::Volunteers => format!(
            "Stel dat {} vrijwilligers {} uur per week helpen, tegen {} per uur.",
            DUTCH.number(details.volunteers, 0),
            DUTCH.number(set, 1),
            DUTCH.euro(details.volunteer_hour),
        ),
        WhatIfQuestion::OwnEstimates if set == 1.0 => "Stel dat onze schatting klopt.".to_owned(),
        WhatIfQuestion::OwnEstimates => {
            format!("Stel dat het {} is van wat wij schatten.", share_of_estimate(set))
        }
        WhatIfQuestion::NoEffect => "Stel dat het niets oplevert in geld.".to_owned(),
        WhatIfQuestion::FewerVisitors if set == 1.0 => "Stel dat er 1 bezoeker minder komt.".to_owned(),
        WhatIfQuestion::FewerVisitors => {
            format!("Stel dat er {} bezoekers minder komen.", DUTCH.number(set, 0))
        }
        WhatIfQuestion::FunderLeaves => match details.party {
            Some(Party::Gemeente) => "Stel dat de gemeente stopt met betalen.".to_owned(),
            Some(Party::Rijk) => "Stel dat het Rijk stopt met betalen.".to_owned(),
            Some(Party::Zorgverzekeraar) => "Stel dat de zorgverzekeraar stopt met betalen.".to_owned(),
            Some(Party::Overig) => "Stel dat de overige betalers stoppen met betalen.".to_owned(),
            None => format!("Stel dat ‘{}’ stopt met betalen.", details.option),
        },
    }
}

/// Says what a party saves now and then; who saves less than nothing pays more. What is not
/// estimated is never said to be zero.
fn saved_by(party: &str, it: &str, now: Option<f64>, then: Option<f64>) -> String {
    let saved = |who: &str, amount: f64| {
        let shown = DUTCH.euro(amount.abs());
        if amount < 0.0 {
            format!("betaalt {who} naar schatting {shown} extra")
        } else if amount > 0.0 {
            format!("bespaart {who} naar schatting {shown}")
        } else {
            format!("bespaart {who} naar schatting niets")
        }
    };
    let now = match now {
        Some(amount) => format!("Nu {}.", saved(party, amount)),
        None => format!("Nu is nog niet geschat wat {party} bespaart."),
    };
    match then {
        Some(amount) => format!("{now} Dan {}.", saved(it, amount)),
        None => now,
    }
}

fn result(facts: &WhatIfFacts) -> String {
    let gap = facts.then.gap();
    let amount = DUTCH.euro(gap.abs());
    let measure = facts.question.measure();
    if measure == WhatIfMeasure::Payment {
        return if gap > 0.0 {
            format!("Dan is er voor {amount} per jaar nog geen geld.")
        } else {
            "Dan is er nog genoeg geld voor alle kosten.".to_owned()
        };
    }
    // Said aloud without the page, where the other perspectives are named too.
    let whose = format!(" voor {}", self::whose(facts.perspective));
    let unit = match measure {
        WhatIfMeasure::Year | WhatIfMeasure::Payment => String::new(),
        WhatIfMeasure::PerVisitor => " per bezoeker".to_owned(),
        WhatIfMeasure::Horizon => format!(" over {} jaar samen", DUTCH.number(facts.horizon, 0)),
    };
    if gap > 0.0 && facts.gap == GapKind::BesideSurplus {
        let when = match measure {
            WhatIfMeasure::Horizon => format!("In {} jaar", DUTCH.number(facts.horizon, 0)),
            WhatIfMeasure::Year | WhatIfMeasure::PerVisitor | WhatIfMeasure::Payment => "Dan".to_owned(),
        };
        let unit = if measure == WhatIfMeasure::PerVisitor { unit.as_str() } else { "" };
        let payer = self::whose(facts.perspective);
        format!("{when} kost het {payer} naar schatting {amount}{unit} meer dan het bespaart.")
    } else if gap > 0.0 {
        format!("Dan is het verschil{whose} naar schatting {amount}{unit}.")
    } else if gap < 0.0 {
        format!("Dan is het overschot{whose} naar schatting {amount}{unit}.")
    } else {
        format!("Dan zijn kosten en besparingen{whose} naar schatting even groot.")
    }
}

#[cfg(test)]
mod tests;
