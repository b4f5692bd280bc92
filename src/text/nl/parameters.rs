//! Dutch names and units of the parameters.

use crate::model::{General, LineField, Perspective};
use crate::text::ParameterText;

const fn name_and_unit(label: &'static str, unit: &'static str) -> ParameterText {
    ParameterText { label, unit }
}

pub fn general(general: General, perspective: Perspective) -> ParameterText {
    match general {
        General::Bezoekers => name_and_unit("Bezoekers", "mensen per jaar"),
        General::Fte => name_and_unit("Betaalde medewerkers", "fte"),
        General::Vrijwilligers => name_and_unit("Vrijwilligers", "mensen"),
        General::KostenPerBezoeker => name_and_unit("Kosten per bezoeker", "€ per bezoeker"),
        General::LoonkostenPerFte => name_and_unit("Loonkosten per fte", "€ per jaar"),
        General::VergoedingPerVrijwilliger => name_and_unit("Vergoeding per vrijwilliger", "€ per jaar"),
        General::Huisvesting => name_and_unit("Huisvesting", "€ per jaar"),
        General::Activiteiten => name_and_unit("Activiteiten", "€ per jaar"),
        General::Organisatie => name_and_unit("Organisatie", "€ per jaar"),
        General::EigenInkomsten => name_and_unit("Eigen inkomsten", "€ per jaar"),
        General::Startkosten => name_and_unit("Startkosten", "€ eenmalig"),
        General::FinancieringGemeente => name_and_unit("Gemeente betaalt", "%"),
        General::FinancieringRijk => name_and_unit("Rijk betaalt", "%"),
        General::FinancieringZorgverzekeraar => name_and_unit("Zorgverzekeraar betaalt", "%"),
        General::Horizon => name_and_unit("Aantal jaren", "jaar"),
        General::Discontovoet => name_and_unit("Discontovoet", "% per jaar"),
        General::IngroeiJaar1 => name_and_unit("Effect in jaar 1", "% van het volle effect"),
        General::IngroeiJaar2 => name_and_unit("Effect in jaar 2", "% van het volle effect"),
        General::Kostenstijging => name_and_unit("Kosten stijgen", "% per jaar boven inflatie"),
        General::Batenstijging => name_and_unit("Besparingen stijgen", "% per jaar boven inflatie"),
        General::Drempel => {
            // Only for society it is a worth; for payers it is a price.
            let label = match perspective {
                Perspective::Samenleving => "Wat is het per bezoeker waard?",
                Perspective::Partijen | Perspective::Gemeente => "Wat mag het per bezoeker kosten?",
            };
            name_and_unit(label, "€ per bezoeker per jaar")
        }
        General::Prijspeil => name_and_unit("Prijspeil", "jaar"),
        General::VerwachteInflatie => name_and_unit("Verwachte inflatie", "% per jaar"),
        General::InwonersGemeente => name_and_unit("Inwoners van de gemeente", "mensen"),
        General::Samenhang => name_and_unit("Effecten vallen samen mee of tegen", "% van de trekkingen"),
        General::KansGeenEffect => name_and_unit("Kans dat er geen effect is", "%"),
    }
}

pub fn line_field(field: LineField) -> ParameterText {
    match field {
        LineField::Aantal => name_and_unit("Aantal", "per jaar"),
        LineField::Bedrag => name_and_unit("Bedrag", "€ per stuk"),
        LineField::Autonoom => name_and_unit("Was toch al gebeurd", "%"),
        LineField::Toerekening => name_and_unit("Komt door dit initiatief", "%"),
        LineField::Verdringing => name_and_unit("Verschuift alleen", "%"),
        LineField::Verzilverbaar => name_and_unit("Maakt echt geld vrij", "%"),
        LineField::Gemeente => name_and_unit("Gemeente bespaart", "%"),
        LineField::Rijk => name_and_unit("Rijk bespaart", "%"),
        LineField::Zorgverzekeraar => name_and_unit("Zorgverzekeraar bespaart", "%"),
    }
}
