//! Dutch, at B1 level where it can be.

mod blocks;
mod changes;
mod charts;
mod compare;
mod explain;
mod explorer;
mod firmness;
mod goal;
mod guards;
mod help;
mod inspect;
mod issues;
mod lines;
mod network;
mod own;
mod page;
mod parameters;
mod plan;
mod rest;
mod scenarios;
mod sentences;
mod share;
mod shell;
mod sources;
mod uncertainty;

use super::{Language, Text};
pub use blocks::BLOCKS;
pub use changes::CHANGES;
pub use compare::COMPARE;
pub use explain::EXPLAIN;
pub use explorer::EXPLORER;
pub use firmness::FIRMNESS;
pub use goal::GOAL;
pub use guards::GUARDS;
pub use help::help;
pub use inspect::INSPECT;
pub use network::NETWORK;
pub use own::OWN;
pub use plan::PLAN;
pub use rest::REST;
pub use scenarios::SCENARIOS;
pub use share::SHARE;
pub use shell::SHELL;
pub use sources::SOURCES;
pub use uncertainty::UNCERTAINTY;

use crate::model::costs::CostId;
use crate::model::{CostBasis, Kind, Party, Preset, Status};
use crate::number::DUTCH;

/// The Dutch catalogue.
pub static TEXT: Text = Text {
    language: Language::Nl,
    notation: DUTCH,
    page: &page::PAGE,
    general: parameters::general,
    line: lines::line,
    part: parameters::part,
    cost,
    party,
    preset,
    basis,
    kind,
    status,
    issue: issues::issue,
    problem: issues::problem,
    not_a_number: issues::not_a_number,
    sentences: &sentences::SENTENCES,
    charts: &charts::CHARTS,
};

fn cost(id: &CostId) -> &'static str {
    match id {
        CostId::Personeel => "Personeel",
        CostId::Vrijwilligers => "Vrijwilligers",
        CostId::Huisvesting => "Huisvesting",
        CostId::Activiteiten => "Activiteiten",
        CostId::Organisatie => "Organisatie",
        CostId::Kengetal => "Kengetal per bezoeker",
        CostId::Own(..) => "Eigen post",
    }
}

fn party(party: Party) -> &'static str {
    match party {
        Party::Gemeente => "Gemeente",
        Party::Rijk => "Rijk (met UWV en politie)",
        Party::Zorgverzekeraar => "Zorgverzekeraar",
        Party::Overig => "Overig (fondsen, bezoekers, corporaties)",
    }
}

fn preset(preset: Preset) -> (&'static str, &'static str) {
    match preset {
        Preset::Brochure => {
            ("Brochure", "Het gemiddelde initiatief uit de brochure van MIND, in prijzen van 2016.")
        }
        Preset::Prijspeil2025 => (
            "Brochure in prijzen van 2025",
            "Dezelfde cijfers, omgerekend met de consumentenprijzen van het CBS.",
        ),
        Preset::Voorzichtig => (
            "Voorzichtig",
            "Trekt van de besparingen af wat ook zonder initiatief was gebeurd, wat aan andere hulp te danken is en wat geen geld vrijmaakt.",
        ),
        Preset::Gunstig => (
            "Gunstig",
            "Meer mensen uit de uitkering en de dagbesteding; zorggebruik en overlast tellen mee.",
        ),
    }
}

fn basis(basis: CostBasis) -> &'static str {
    match basis {
        CostBasis::Begroting => "Begroting: post voor post",
        CostBasis::Kengetal => "Kengetal: bezoekers × bedrag per bezoeker",
    }
}

fn kind(kind: Kind) -> (&'static str, &'static str) {
    match kind {
        Kind::Besparing => (
            "besparing",
            "Er zijn minder mensen, uren of middelen nodig. Dat is winst voor de samenleving als geheel.",
        ),
        Kind::Overdracht => (
            "overdracht",
            "De betaler houdt geld over, maar de ontvanger krijgt het niet meer. Voor de samenleving als geheel verandert er niets.",
        ),
        Kind::Welvaart => {
            ("welvaart", "Het is mensen iets waard, maar er komt in geen enkele begroting geld vrij.")
        }
    }
}

fn status(status: Status) -> &'static str {
    match status {
        Status::Brochure => "brochure",
        Status::Derived => "afgeleid",
        Status::Published => "gepubliceerd",
        Status::Proposal => "aanname",
        Status::Choice => "eigen keuze",
    }
}
