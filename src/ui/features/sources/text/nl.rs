//! Dutch texts of the page of sources.

use crate::sources::Direction;
use crate::ui::features::sources::text::SourcesText;

pub static SOURCES: SourcesText = SourcesText {
    title: "Bronnen en verantwoording",
    answer: "De besparingen schat de sector zelf. Wij kennen geen Nederlands onderzoek dat ze bij centra mat.",
    contents: "Op deze pagina",
    loading: "De bronnen worden geladen …",
    missing: |why| format!("De bronnen konden niet worden geladen. Rekenen kan gewoon. {why}"),
    not_found: "Het bestand met bronnen (bronnen.json) staat niet op de server. Meld dit aan wie deze pagina beheert.",
    broken: "In het bestand met bronnen (bronnen.json) staat een fout. Rekenen kan gewoon. Meld dit aan wie deze pagina beheert:",
    try_again: "Probeer opnieuw",
    studies: "Wat zegt onderzoek?",
    tally,
    studies_terms: "Empowerment is merken dat u zelf invloed hebt op uw leven. Een herstelacademie geeft cursussen over herstel, door en voor mensen met eigen ervaring; in Engeland heet dat een recovery college.",
    studies_intro: "Alle onderzoeken die wij kennen, ook als zij geen effect vonden. Het sterkste Nederlandse onderzoek naar herstelacademies vond geen verschil in empowerment en herstel; besparingen mat het niet.",
    objections: "Wat critici zeggen, en wat dit model daarmee doet",
    figures: "Cijfers om mee te vergelijken",
    figures_table: "Bedragen met hun bron",
    figures_intro: "Wat wij vonden om de aannames aan te toetsen. Gepubliceerd betekent: gezien in een openbare bron. Afgeleid betekent: door ons uitgerekend uit zo’n bron.",
    inputs: "Elke invoer met haar bron",
    inputs_intro: "Per invoer: waar zij begint, waarom, en waar u uw eigen cijfer vindt.",
    columns: ["Wat", "Cijfer", "Jaar", "Bron", "Hoe zeker"],
    reason: "Waarom dit begin:",
    local_figure: "Uw eigen cijfer:",
    publication: "Publicatie:",
    caveat: "Let op:",
    provenance: |by, year, read| format!("({by}, {year}). Gelezen: {read}."),
    default_value: |value, plausible| match plausible {
        Some((low, high)) => {
            format!("Begint bij {value}. Aannemelijk bij een gemiddeld initiatief: {low} tot {high}.")
        }
        None => format!("Begint bij {value}."),
    },
    direction_title,
    background: "Achtergrond",
    background_intro: "Wat de bronnen zeggen behalve cijfers, in onze woorden.",
    place: |place| format!("Bron ({place}): "),
    conditions_checked: "Betaalt één financier alles, of is geld tijdelijk? Dan zegt ‘Let op’ op het rekenblad dat.",
    to_plan: "Naar het dekkingsplan: wie betaalt tot wanneer",
};

fn tally(all: usize, counts: &[(Direction, usize)]) -> String {
    let parts: Vec<String> = counts
        .iter()
        .map(|(direction, count)| match direction {
            Direction::Favourable => format!("{count} gunstig"),
            Direction::Mixed => format!("{count} gemengd"),
            Direction::NoDifference => format!("{count} zonder verschil"),
            Direction::Adverse => format!("{count} ongunstig"),
            Direction::Descriptive => format!("{count} beschrijvend"),
        })
        .collect();
    format!("Van de {all}: {}.", parts.join(", "))
}

fn direction_title(direction: Direction) -> &'static str {
    match direction {
        Direction::Favourable => "Gunstig",
        Direction::Mixed => "Gemengd",
        Direction::NoDifference => "Geen verschil gevonden",
        Direction::Adverse => "Ongunstig",
        Direction::Descriptive => "Beschrijvend: geen effect of geld gemeten",
    }
}
