//! Dutch texts of the card on what to measure first.

use crate::model::{General, InputId, LineField, Perspective};
use crate::number::DUTCH;
use crate::text::nl::uncertainty::{chance, rounded, saldo_of};
use crate::text::uncertainty::MeasurementFacts;

pub fn ranking(can_change: bool, drempel: f64, perspective: Perspective) -> String {
    let drempel = DUTCH.euro(drempel);
    let is_worth = perspective == Perspective::Samenleving;
    if can_change {
        let condition = if is_worth {
            format!("als wat niet in geld staat {drempel} per bezoeker waard is")
        } else {
            format!("als het {drempel} per bezoeker mag kosten")
        };
        format!(
            "Wat is het waard om één aanname zeker te weten vóór u beslist over geld, {condition}? Elke balk is een bovengrens, in euro’s per jaar: geen meting geeft volledige zekerheid."
        )
    } else {
        let condition = if is_worth {
            format!("Is wat niet in geld staat {drempel} per bezoeker waard")
        } else {
            format!("Mag het {drempel} per bezoeker kosten")
        };
        format!(
            "{condition}, dan kan geen enkele aanname in haar eentje de beslissing veranderen. Meten maakt het beeld dan scherper, maar verandert de keuze niet. U ziet daarom welk deel van de spreiding in het saldo door elke aanname komt. Zegt een aanname ook iets over een andere, dan kunnen de delen samen meer dan 100% zijn."
        )
    }
}

pub fn what_to_measure(input: Option<InputId>) -> &'static str {
    match input {
        Some(InputId::General(general)) => match general {
            General::Bezoekers => {
                "Tel unieke bezoekers: iedereen die komt één keer, met een eenvoudig register."
            }
            General::Fte | General::LoonkostenPerFte => {
                "Neem de uren en loonkosten over uit de salarisadministratie."
            }
            General::Vrijwilligers | General::VergoedingPerVrijwilliger => {
                "Houd bij hoeveel vrijwilligers er zijn en wat zij per jaar aan vergoeding krijgen."
            }
            General::IngroeiJaar1 | General::IngroeiJaar2 => {
                "Leg per kwartaal vast hoeveel van het volle effect er is."
            }
            General::KansGeenEffect => {
                "Volg mensen die komen én mensen die niet komen. Dan ziet u of er verschil is; waardoor, weet u pas met twee vergelijkbare groepen."
            }
            _ => "Neem de bedragen over uit begroting en jaarrekening.",
        },
        Some(InputId::Line(_, field) | InputId::Own(_, field)) => match field {
            LineField::Aantal => "Houd een lijst bij: bij wie scheelt het, vanaf wanneer en tot wanneer?",
            LineField::Bedrag => {
                "Vraag wie nu betaalt, meestal de gemeente, naar het werkelijke bedrag in uw regio."
            }
            LineField::Autonoom => {
                "Vergelijk met mensen die niet komen, of met een wachtlijst: wat was er ook zonder het initiatief gebeurd?"
            }
            LineField::Toerekening => {
                "Vraag deelnemers en hulpverleners welke andere hulp meespeelde, en voor welk deel."
            }
            LineField::Verdringing => "Ga na of een ander de plek of de baan heeft verloren.",
            _ => "Vraag de gemeente welke plekken of contracten echt zijn gestopt.",
        },
        None => "Noteer de waarde zodra die bekend is.",
    }
}

pub fn how_long(facts: &MeasurementFacts) -> &'static str {
    match facts.input.input {
        Some(InputId::General(General::KansGeenEffect)) => {
            "Minstens twee jaar: bij de start en een jaar later, bij beide groepen."
        }
        Some(InputId::General(General::IngroeiJaar1 | General::IngroeiJaar2)) => "De eerste twee jaar.",
        Some(InputId::General(General::Bezoekers)) => "Eén heel jaar, daarna elk jaar.",
        Some(InputId::General(_)) => "Eén keer, na afsluiting van het boekjaar.",
        Some(InputId::Line(_, LineField::Bedrag) | InputId::Own(_, LineField::Bedrag)) => {
            "Eén keer navragen, elk jaar bijwerken."
        }
        Some(InputId::Line(_, LineField::Autonoom) | InputId::Own(_, LineField::Autonoom)) => {
            "Minstens twee jaar: bij de start en een jaar later, bij beide groepen."
        }
        Some(InputId::Line(_, LineField::Verzilverbaar) | InputId::Own(_, LineField::Verzilverbaar)) => {
            "Eén begrotingsjaar."
        }
        _ => "Minstens één heel jaar.",
    }
}

/// Writes what knowing an input could change: the decision, or else only the spread.
pub fn could_change(facts: &MeasurementFacts) -> String {
    let sensitivity_range =
        facts.sensitivity_range.map_or_else(String::new, |([low, high], [at_low, at_high])| {
            let shown = facts.input.shown;
            format!(
                " Van {} naar {} gaat {} van {} naar {}.",
                shown(low),
                shown(high),
                saldo_of(facts.perspective),
                DUTCH.euro(at_low),
                DUTCH.euro(at_high)
            )
        });
    let worth = if facts.evppi >= 0.5 {
        format!(
            "De beslissing kan ervan omslaan; zeker weten is hoogstens {} per jaar waard.",
            rounded(facts.evppi)
        )
    } else {
        let (share, saldo) = (chance(facts.variance_share), saldo_of(facts.perspective));
        // Of a share that is written as less than 1% or more than 99% it is not said that it is the most.
        let at_most = if share.starts_with(['<', '>']) { "" } else { "Hoogstens " };
        let assumed = match facts.input.input {
            Some(InputId::General(General::KansGeenEffect)) => " Die kans is zelf een aanname.",
            Some(InputId::General(_) | InputId::Line(..) | InputId::Own(..)) | None => "",
        };
        format!("{at_most}{share} van de spreiding in {saldo} verdwijnt.{assumed}")
    };
    format!("{worth}{sensitivity_range}")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// With `samenhang` the shares of the brochure sum to more than 1.
    #[test]
    fn the_shares_of_the_spread_may_be_more_than_all_of_it() {
        for perspective in Perspective::ALL {
            let shares = ranking(false, 0.0, perspective);
            assert!(shares.contains("meer dan 100%"), "{shares}");
            assert!(!ranking(true, 0.0, perspective).contains("meer dan 100%"));
        }
    }
}
