//! Dutch texts of the page as a whole and of what several views share.

use crate::model::IgnoreReason;
use crate::text::page::{LoadingProblem, PageText};

pub static PAGE: PageText = PageText {
    title: "Rekenmodel zelfregie-initiatieven",
    short_title: "Rekenmodel zelfregie",
    skip: "Naar de inhoud",
    views: "Onderdelen",
    centre: "Uw centrum",
    worksheet: "Rekenblad",
    what_if: "Wat als?",
    uncertainty: "Zekerheid",
    compare: "Vergelijken",
    sources: "Bronnen",
    share: "Delen",
    building_blocks: "Bouwstenen en participatieladder",
    undo: "Ongedaan maken",
    redo: "Opnieuw",
    contact: "Vragen of een fout gevonden?",
    contact_default: "Vraag degene die deze pagina plaatste.",
    licence: "Vrij te gebruiken onder de EUPL 1.2.",
    version: |model, package, built| format!("Rekenmodel versie {model}, uitgave {package} van {built}."),
    privacy: "Alles gebeurt en blijft in uw browser. Er gaat niets naar anderen en er zijn geen cookies.",
    loading: "Een ogenblik, dit onderdeel wordt geladen…",
    not_printed: "Dit onderdeel was nog niet geladen toen u afdrukte.",
    loading_failed: |problem| {
        format!(
            "Dit onderdeel kon niet worden geladen. Wat u invulde, wordt nog niet bewaard. {}",
            loading_problem(problem)
        )
    },
    loading_problem,
    start_again: "Probeer opnieuw",
    reload: "Laad de pagina opnieuw",
    stale: "Gerekend met de laatste goede waarde van wat niet klopt.",
    own_figure: "eigen cijfer",
    filled_in: "zelf ingevuld",
    own_figure_from: |from| {
        if from.trim().is_empty() {
            "Eigen cijfer, herkomst nog niet ingevuld.".to_owned()
        } else {
            format!("Eigen cijfer: {from}")
        }
    },
    inputs: "Invoer",
    basis: "Reken de kosten met",
    phase: "Bestaat het centrum al?",
    perspective: "Wiens verschil staat voorop?",
    slider: |label| format!("{label}, schuif"),
    reset: |label, value| format!("Zet ‘{label}’ terug op {value}"),
    explain: "Uitleg en bron",
    explain_of: |label| format!(" bij {label}"),
    inactive: |reason| match reason {
        IgnoreReason::CostBasis => "Telt nu niet mee, door de gekozen rekenwijze.",
        IgnoreReason::Phase => "Telt nu niet mee: een centrum dat er al is, heeft geen aanlooptijd.",
        IgnoreReason::Plan => "Telt nu niet mee: het dekkingsplan zegt wie wat betaalt.",
    },
    counts: "Telt mee",
    pm: "p.m.",
    own_nameless: "Post zonder naam",
    results: "Uitwerking",
    explanation_hint: ", toon hoe dit is berekend",
    dismiss: "Sluit deze melding",
    own_figures_stay: |preset| {
        format!("De andere cijfers komen nu van ‘{preset}’. Uw eigen cijfers staan er nog.")
    },
    changes_replaced: |preset| format!("Uw wijzigingen zijn vervangen door ‘{preset}’."),
    changes_cleared: "Alles staat weer op de waarden van het gekozen begin.",
    undo_this: "Maak dit ongedaan",
    open_full: "Open het hele rekenmodel",
    printed_from: "Zelf narekenen:",
};

fn loading_problem(problem: LoadingProblem) -> &'static str {
    match problem {
        LoadingProblem::Disk => {
            "U opent deze pagina als bestand van uw computer. Dan werkt zij niet: open haar via een webadres."
        }
        LoadingProblem::Policy => {
            "Een beveiligingsregel houdt een bestand van deze pagina tegen. Vraag hulp aan wie deze pagina plaatste."
        }
        LoadingProblem::Offline => {
            "U bent niet verbonden met internet. Is de verbinding terug, probeer het dan opnieuw."
        }
        LoadingProblem::Version => {
            "Op de server staat nu een andere versie van deze pagina. Laad de pagina opnieuw; uw cijfers blijven staan."
        }
        LoadingProblem::Content => {
            "Een bestand van deze pagina is beschadigd, of uw browser is te oud. Laad de pagina opnieuw, of probeer een nieuwere browser."
        }
        LoadingProblem::Server => "De server van deze pagina geeft een fout. Probeer het later opnieuw.",
        LoadingProblem::Slow => "De server van deze pagina antwoordt niet op tijd. Probeer het opnieuw.",
        LoadingProblem::Connection => {
            "De server van deze pagina was niet te bereiken. Controleer uw internetverbinding en probeer het opnieuw."
        }
    }
}
