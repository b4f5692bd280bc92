//! Dutch texts of the card with the tornado.

use crate::model::Perspective;
use crate::number::DUTCH;
use crate::text::nl::sentences::capitalised;
use crate::text::nl::uncertainty::saldo_of;
use crate::text::uncertainty::TornadoFacts;

pub fn tornado_title(facts: Option<&TornadoFacts>) -> String {
    match facts {
        None => "Geen enkele aanname beweegt het saldo".to_owned(),
        Some(facts) => {
            format!(
                "{} verandert het meest tussen laag en hoog van ‘{}’",
                capitalised(saldo_of(facts.perspective)),
                facts.first
            )
        }
    }
}

pub fn tornado(facts: Option<&TornadoFacts>) -> String {
    let Some(facts) = facts else {
        return "Geen enkele aanname met invloed op het saldo heeft een bandbreedte.".to_owned();
    };
    let [low, high] = facts.at;
    let (low, high) = (low.min(high), low.max(high));
    let drempel = DUTCH.euro(facts.drempel);
    let conclusion = match facts.perspective {
        Perspective::Samenleving if facts.drempel > 0.0 => {
            format!("of saldo en waarde samen de kosten dekken, bij {drempel} per bezoeker")
        }
        Perspective::Partijen | Perspective::Gemeente if facts.drempel > 0.0 => {
            format!("of {drempel} per bezoeker genoeg is voor het verschil")
        }
        Perspective::Partijen => "of de becijferde effecten alleen de kosten dekken".to_owned(),
        Perspective::Gemeente => "of het vrijgemaakte geld alleen haar kosten dekt".to_owned(),
        Perspective::Samenleving => {
            "of de becijferde effecten alleen voor de samenleving de kosten dekken".to_owned()
        }
    };
    let can_change = match facts.switching_inputs {
        [] => format!("Geen enkele aanname kan in haar eentje veranderen {conclusion}."),
        [one] => format!("‘{one}’ kan in haar eentje veranderen {conclusion}."),
        many => {
            let listed = many.iter().take(3).map(|name| format!("‘{name}’")).collect::<Vec<_>>().join(", ");
            let more = if many.len() > 3 { format!(" en nog {}", many.len() - 3) } else { String::new() };
            format!("Elk van deze aannames kan in haar eentje veranderen {conclusion}: {listed}{more}.")
        }
    };
    format!(
        "Steeds gaat één aanname van laag naar hoog; de rest blijft staan. ‘{}’ brengt {} van {} tot {}. {can_change}",
        facts.first,
        saldo_of(facts.perspective),
        DUTCH.euro(low),
        DUTCH.euro(high),
    )
}
