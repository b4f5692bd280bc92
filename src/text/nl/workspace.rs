//! The list of scenarios and what the browser keeps of it, in Dutch.

use crate::text::workspace::WorkspaceText;

pub static WORKSPACE: WorkspaceText = WorkspaceText {
    scenarios: "Scenario’s",
    which: "Welk scenario wilt u zien?",
    reference: "referentie",
    changed: |preset| format!("{preset}, aangepast"),
    copy_of: |name, count| match count {
        1 => format!("Kopie van {name}"),
        _ => format!("Kopie {count} van {name}"),
    },
    copied_from,
    printed_from: |name| format!("Zelf narekenen, alleen het scenario ‘{name}’:"),
    manage: |name| format!("Beheer ‘{name}’ of voeg er een toe"),
    name: "Naam van het getoonde scenario",
    duplicate: "Maak een kopie",
    remove: "Verwijder",
    to_front: "Naar voren",
    to_back: "Naar achteren",
    refer: "Maak dit de referentie",
    is_reference: "Dit is de referentie: de andere worden hiermee vergeleken.",
    add: "Nieuw scenario vanaf",
    add_hint: |most| format!("Een nieuw scenario komt naast de andere te staan. Er is plaats voor {most}."),
    full: |most| format!("U hebt er {most}, meer kan niet. Verwijder er een om een ander toe te voegen."),
    back: "U ziet wat u de vorige keer invulde. Dat was bewaard in deze browser. De cijfers van de brochure krijgt u terug met ‘Opnieuw beginnen’.",
    linked: |name| {
        format!(
            "U ziet het scenario van de link: ‘{name}’. Het staat naast wat u al had; daar is niets aan veranderd."
        )
    },
    several_opened: |count| {
        let of = if count == 1 { "scenario" } else { "scenario’s" };
        format!("Het bestand met {count} {of} is geopend. Wat u al had, staat er nog.")
    },
    removed: |name| format!("‘{name}’ is verwijderd."),
    texts: |name| {
        format!(
            "In ‘{name}’ stond invoer die niet klopt. Die is niet gebruikt. U krijgt haar terug met ‘Ongedaan maken’."
        )
    },
    elsewhere: "Dit scenario is veranderd in een ander venster of tabblad. U ziet de nieuwste cijfers.",
    united: "In een ander venster of tabblad was ook iets bewaard. Beide staan nu naast elkaar.",
    erased: "Alles van dit rekenmodel is gewist uit deze browser. U ziet weer de cijfers van de brochure.",
    kept_damaged: "Wat in deze browser was bewaard, is beschadigd en niet te lezen. U ziet daarom niet uw bewaarde cijfers.",
    kept_newer: "Wat in deze browser is bewaard, is gemaakt met een nieuwere versie van dit rekenmodel. U ziet daarom niet uw bewaarde cijfers. Ververs de pagina om de nieuwe versie te krijgen.",
    kept_invalid: "Wat in deze browser was bewaard, bevat invoer die niet kan. U ziet daarom niet uw bewaarde cijfers. Dit klopt er niet in:",
    aside_hint: "De bewaarde tekst is niet weg: u kunt haar als bestand opslaan en aan een ander laten zien.",
    save_aside: "Sla de bewaarde tekst op",
    no_room: |all, most| {
        format!(
            "Dat kan er niet bij: het zouden {all} scenario’s worden, en er is plaats voor {most}. Er is niets veranderd. Verwijder eerst scenario’s die u niet meer nodig hebt."
        )
    },
    apart: |most| {
        format!(
            "U ziet het scenario van de link. U hebt al {most} bewaarde scenario’s, meer kan niet. Daarom staat dit scenario los: het wordt niet bewaard, en aan uw {most} scenario’s verandert niets."
        )
    },
    crowded: |all, most| {
        format!(
            "In een ander venster of tabblad is ook iets bewaard. Samen zijn het {all} scenario’s, en er is plaats voor {most}. Wat u hier ziet, wordt daarom niet bewaard. Verwijder hier een scenario, of sla alles op als bestand."
        )
    },
    rejoin: "Toon mijn bewaarde scenario’s",
    no_space: "Deze browser heeft geen ruimte meer om uw scenario’s te bewaren. Sla ze op als bestand, of verwijder er een.",
    newer_elsewhere: "In een ander venster of tabblad werkt een andere versie van dit rekenmodel. Wat u hier verandert, wordt niet bewaard. Ververs deze pagina.",
    erased_elsewhere: "In een ander venster of tabblad is alles gewist uit deze browser. Wat u hier ziet, staat er nog. Het wordt weer bewaard als u iets verandert.",
    link_damaged: [
        "De link is beschadigd, misschien afgebroken bij het versturen. U ziet de cijfers van de brochure, niet die van de link. Vraag de afzender om de hele link.",
        "De link is beschadigd, misschien afgebroken bij het versturen. U ziet wat u zelf had bewaard, niet de cijfers van de link. Vraag de afzender om de hele link.",
    ],
    link_newer: [
        "De link is gemaakt met een nieuwere versie van dit rekenmodel. U ziet de cijfers van de brochure, niet die van de link. Ververs de pagina of vraag een nieuwe link.",
        "De link is gemaakt met een nieuwere versie van dit rekenmodel. U ziet wat u zelf had bewaard, niet de cijfers van de link. Ververs de pagina of vraag een nieuwe link.",
    ],
    link_invalid: [
        "De link bevat invoer die niet kan. U ziet de cijfers van de brochure, niet die van de link.",
        "De link bevat invoer die niet kan. U ziet wat u zelf had bewaard, niet de cijfers van de link.",
    ],
    file_invalid: "Het bestand is niet geopend; uw cijfers staan er nog. Dit klopt er niet in:",
    file_opened: |name| {
        if name.is_empty() {
            "Het bestand is geopend.".to_owned()
        } else {
            format!("‘{name}’ is geopend.")
        }
    },
    anew: "U begint opnieuw, met de cijfers van de brochure.",
    kept: "Bewaard in deze browser",
    kept_hint: "Wat u verandert, bewaart deze browser vanzelf, alleen op dit apparaat. Wie dezelfde browser gebruikt, kan het zien. Wist u de gegevens van uw browser, dan is het weg; een bestand of link blijft.",
    kept_count: |count| match count {
        1 => "Er is 1 scenario bewaard.".to_owned(),
        _ => format!("Er zijn {count} scenario’s bewaard."),
    },
    kept_nothing: "Er is nu niets bewaard.",
    kept_blocked: "Deze browser staat niet toe dat hier iets wordt bewaard. Sla uw scenario’s op als bestand, of bewaar de link.",
    kept_full: "Er is te weinig ruimte: uw laatste wijzigingen zijn niet bewaard. Sla uw scenario’s op als bestand.",
    kept_apart: "Wat u nu ziet, staat los en wordt niet bewaard.",
    erase: "Alles wissen uit deze browser",
    save_all: |count| format!("Alle {count} scenario’s opslaan"),
    aside_file: |number| format!("rekenmodel-beschadigd-{number}.txt"),
};

/// The name without all of its beginnings that say that it is a copy.
fn copied_from(name: &str) -> &str {
    let rest = name.strip_prefix("Kopie ").and_then(|rest| {
        let plain = rest.trim_start_matches(|digit: char| digit.is_ascii_digit());
        let numbered = if plain.len() < rest.len() { plain.strip_prefix(' ')? } else { plain };
        numbered.strip_prefix("van ")
    });
    rest.map_or(name, copied_from)
}

#[cfg(test)]
mod tests {
    use crate::text::nl::workspace::copied_from;

    #[test]
    fn only_what_says_that_it_is_a_copy_is_left_out() {
        for (name, of) in [
            ("Kopie van Ons", "Ons"),
            ("Kopie 12 van Ons", "Ons"),
            ("Kopie 2 van Kopie van Kopie van Ons", "Ons"),
            ("Kopie van 3 huizen", "3 huizen"),
            ("Kopie", "Kopie"),
            ("Kopie 2", "Kopie 2"),
            ("Kopie 2van Ons", "Kopie 2van Ons"),
            ("Een kopie van Ons", "Een kopie van Ons"),
        ] {
            assert_eq!(copied_from(name), of, "{name}");
        }
    }
}
