//! What is said of each parameter: name and unit.

use crate::model::{General, LineField};
use crate::text::ParameterText;

const fn words(label: &'static str, unit: &'static str) -> ParameterText {
    ParameterText { label, unit }
}

pub fn general(general: General) -> ParameterText {
    match general {
        General::Bezoekers => words("Bezoekers", "mensen per jaar"),
        General::Fte => words("Betaalde medewerkers", "fte"),
        General::Vrijwilligers => words("Vrijwilligers", "mensen"),
        General::KostenPerBezoeker => words("Kosten per bezoeker", "€ per bezoeker"),
        General::LoonkostenPerFte => words("Loonkosten per fte", "€ per jaar"),
        General::VergoedingPerVrijwilliger => words("Vergoeding per vrijwilliger", "€ per jaar"),
        General::Huisvesting => words("Huisvesting", "€ per jaar"),
        General::Activiteiten => words("Activiteiten", "€ per jaar"),
        General::Organisatie => words("Organisatie", "€ per jaar"),
        General::EigenInkomsten => words("Eigen inkomsten", "€ per jaar"),
        General::Startkosten => words("Startkosten", "€ eenmalig"),
        General::FinancieringGemeente => words("Gemeente betaalt", "%"),
        General::FinancieringRijk => words("Rijk betaalt", "%"),
        General::FinancieringZorgverzekeraar => words("Zorgverzekeraar betaalt", "%"),
        General::Horizon => words("Aantal jaren", "jaar"),
        General::Discontovoet => words("Discontovoet", "% per jaar"),
        General::IngroeiJaar1 => words("Effect in jaar 1", "% van het volle effect"),
        General::IngroeiJaar2 => words("Effect in jaar 2", "% van het volle effect"),
        General::Kostenstijging => words("Kosten stijgen", "% per jaar boven inflatie"),
        General::Batenstijging => words("Besparingen stijgen", "% per jaar boven inflatie"),
        General::Drempel => words("Wat de rest u waard is", "€ per bezoeker per jaar"),
        General::Prijspeil => words("Prijspeil", "jaar"),
        General::VerwachteInflatie => words("Verwachte inflatie", "% per jaar"),
        General::InwonersGemeente => words("Inwoners van de gemeente", "mensen"),
        General::Samenhang => words("Effecten vallen samen mee of tegen", "% van de trekkingen"),
        General::KansGeenEffect => words("Kans dat er geen effect is", "%"),
    }
}

pub fn line_field(field: LineField) -> ParameterText {
    match field {
        LineField::Aantal => words("Aantal", "per jaar"),
        LineField::Bedrag => words("Bedrag", "€ per stuk"),
        LineField::Autonoom => words("Was toch al gebeurd", "%"),
        LineField::Toerekening => words("Komt door dit initiatief", "%"),
        LineField::Verdringing => words("Verschuift alleen", "%"),
        LineField::Verzilverbaar => words("Maakt echt geld vrij", "%"),
        LineField::Gemeente => words("Gemeente bespaart", "%"),
        LineField::Rijk => words("Rijk bespaart", "%"),
        LineField::Zorgverzekeraar => words("Zorgverzekeraar bespaart", "%"),
    }
}
