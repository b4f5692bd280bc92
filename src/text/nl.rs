//! The Dutch catalogue, written at language level B1 where possible.

pub(super) mod charts;
pub(super) mod checks;
pub(super) mod compare;
pub(super) mod evidence;
pub(super) mod explain;
pub(super) mod explain_extra;
pub(super) mod financing;
pub(super) mod help;
mod issues;
mod lines;
pub(super) mod module;
pub(super) mod network;
mod page;
mod parameters;
pub(super) mod results;
pub(crate) mod sentences;
pub(super) mod shell;
pub(super) mod uncertainty;

use crate::model::costs::CostId;
use crate::model::{CostBasis, Party, Preset, SavingKind, Status};
use crate::number::DUTCH;
use crate::text::Text;

/// The Dutch catalogue.
pub static TEXT: Text = Text {
    notation: DUTCH,
    page: &page::PAGE,
    general: parameters::general,
    line: lines::line,
    line_field: parameters::line_field,
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

/// Joins names to a list, such as 'a, b en c'.
pub(crate) fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} en {last}", first.join(", ")),
    }
}

/// Writes a count.
pub(crate) fn whole_number(count: u32) -> String {
    DUTCH.number(f64::from(count), 0)
}

fn preset(preset: Preset) -> (&'static str, &'static str) {
    match preset {
        Preset::Brochure => (
            "Brochure",
            "Het gemiddelde initiatief uit de brochure van MIND. De cijfers daarin lezen wij als prijzen van 2016.",
        ),
        Preset::Prijspeil2025 => (
            "Brochure in prijzen van 2025",
            "Dezelfde cijfers, omgerekend met de consumentenprijzen van het CBS.",
        ),
        Preset::GeenEffect => (
            "Geen aantoonbaar effect",
            "Niemand minder in de uitkering of de dagbesteding: alleen de kosten.",
        ),
        Preset::Voorzichtig => (
            "Voorzichtig",
            "Hier is van de besparingen afgetrokken wat ook zonder initiatief was gebeurd en wat door andere hulp kwam. Een deel levert geen geld op.",
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

fn kind(kind: SavingKind) -> (&'static str, &'static str) {
    match kind {
        SavingKind::Besparing => (
            "besparing",
            "Er zijn minder mensen, uren of middelen nodig. Dat is winst voor de samenleving als geheel.",
        ),
        SavingKind::Overdracht => (
            "overdracht",
            "De betaler houdt geld over, maar de ontvanger krijgt het niet meer. Voor de samenleving als geheel verandert er niets.",
        ),
        SavingKind::Welvaart => {
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
