//! Dutch texts of the list of scenarios and of storage in the browser.

use crate::scenario::version_1::Conversion;
use crate::ui::features::scenarios::text::WorkspaceText;

pub static WORKSPACE: WorkspaceText = WorkspaceText {
    scenarios: "Scenario’s",
    choose_scenario: "Welk scenario wilt u zien?",
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
    move_earlier: "Naar voren",
    move_later: "Naar achteren",
    make_reference: "Maak dit de referentie",
    is_reference: "Dit is de referentie: de andere worden hiermee vergeleken.",
    add: "Nieuw scenario vanaf",
    add_hint: |max| format!("Een nieuw scenario komt naast de andere te staan. Er is plaats voor {max}."),
    full: |max| format!("U hebt er {max}, meer kan niet. Verwijder er een om een ander toe te voegen."),
    restored: "U ziet wat u de vorige keer invulde. Dat was bewaard in deze browser. De cijfers van de brochure krijgt u terug met ‘Opnieuw beginnen’, onder ‘Tijd, prijzen en twijfel’.",
    link_opened: |name| {
        format!(
            "U ziet het scenario uit het adres van deze pagina: ‘{name}’. Het staat naast wat u al had; daar is niets aan veranderd."
        )
    },
    several_linked: |count| {
        let noun = if count == 1 { "het scenario" } else { "de scenario’s" };
        format!("U ziet {noun} uit het adres van deze pagina ({count}). Wat u al had, staat er nog.")
    },
    several_opened: |count| {
        let noun = if count == 1 { "scenario" } else { "scenario’s" };
        format!("Het bestand met {count} {noun} is geopend. Wat u al had, staat er nog.")
    },
    added: |added, shown| format!("‘{added}’ staat in de lijst. U ziet nog ‘{shown}’."),
    what_if_taken_over: "Overgenomen. Uw centrum rekent hier nu mee, in alle beelden.",
    removed: |name| format!("‘{name}’ is verwijderd."),
    invalid_input_dropped: |name| {
        format!(
            "In ‘{name}’ stond invoer die niet klopt. Die is niet gebruikt. U krijgt haar terug met ‘Ongedaan maken’."
        )
    },
    changed_elsewhere: "Dit scenario is veranderd in een ander venster of tabblad. U ziet de nieuwste cijfers.",
    merged_elsewhere: "In een ander venster of tabblad was ook iets bewaard. Beide staan nu naast elkaar.",
    erased: "Alles van dit rekenmodel is gewist uit deze browser. U ziet weer de cijfers van de brochure.",
    stored_damaged: "Wat in deze browser was bewaard, is beschadigd en niet te lezen. U ziet daarom niet uw bewaarde cijfers.",
    stored_newer: "Wat in deze browser is bewaard, is gemaakt met een nieuwere versie van dit rekenmodel. U ziet daarom niet uw bewaarde cijfers. Ververs de pagina om de nieuwe versie te krijgen.",
    stored_invalid: "Wat in deze browser was bewaard, bevat invoer die niet kan. U ziet daarom niet uw bewaarde cijfers. Dit klopt er niet in:",
    quarantine_hint: "De bewaarde tekst is niet weg: u kunt haar als bestand opslaan en aan een ander laten zien.",
    save_quarantine: "Sla de bewaarde tekst op",
    version_1: "Deze cijfers zijn gemaakt met versie 1 van het rekenmodel. De uitkomst is hetzelfde gebleven, behalve waar hieronder anders staat. De cijfers bij ‘Zekerheid’ zijn wel anders: de grenzen gaan nu mee met uw eigen waarden.",
    conversion: |conversion| match conversion {
        Conversion::NewPhase => "Uw centrum telt als nieuw, met een aanlooptijd. Zo rekende versie 1 altijd.",
        Conversion::DiscountRate => {
            "Toekomstig geld telt 2,25% per jaar minder mee, zoals in versie 1. Een nieuw scenario rekent met 2,8%."
        }
        Conversion::Independent => {
            "De effecten hangen niet samen en er is altijd effect, zoals in versie 1. Een nieuw scenario rekent ook met de kans dat er geen effect is."
        }
        Conversion::TransfersToRijk => {
            "Een uitkering die niemand betaalt, is altijd geld voor iemand. Wat de gemeente daarvan niet overhield, telt nu als besparing van het Rijk."
        }
        Conversion::TemporaryFunders => {
            "Een gewoon jaar telt alleen geld dat blijft. Een financier die na een jaar stopt, telt daar niet meer in mee; in versie 1 wel. Het dekkingsplan per jaar is hetzelfde."
        }
        Conversion::QalyPrice => {
            "Een gezond levensjaar houdt de waarde van versie 1, omgerekend naar het prijspeil."
        }
        Conversion::RangesLeftOut => "Een bandbreedte die niet meer bestaat, is weggelaten.",
    },
    version_1_hint: "Wat u met versie 1 bewaarde, staat nog zoals het was in deze browser. U kunt het als bestand opslaan.",
    save_version_1: "Sla de cijfers van versie 1 op (.json)",
    version_1_file: "rekenmodel-versie-1.json",
    too_many_scenarios: |all, max| {
        format!(
            "Dat kan er niet bij: het zouden {all} scenario’s worden, en er is plaats voor {max}. Er is niets veranderd. Verwijder eerst scenario’s die u niet meer nodig hebt."
        )
    },
    link_not_stored: |max| {
        format!(
            "U ziet de cijfers uit het adres van deze pagina. Samen met wat u al had bewaard, worden het meer dan {max} scenario’s, en dat kan niet. Daarom staan deze cijfers los: ze worden niet bewaard, en aan wat u had verandert niets."
        )
    },
    merge_too_large: |all, max| {
        format!(
            "In een ander venster of tabblad is ook iets bewaard. Samen zijn het {all} scenario’s, en er is plaats voor {max}. Wat u hier ziet, wordt daarom niet bewaard. Verwijder hier een scenario, of sla alles op als bestand."
        )
    },
    show_stored: "Toon mijn bewaarde scenario’s",
    storage_full_notice: "Deze browser heeft geen ruimte meer. Uw laatste wijzigingen worden niet bewaard. Sla alles op als bestand voordat u deze pagina sluit.",
    storage_blocked_notice: "Deze browser staat niet toe dat hier iets wordt bewaard. Uw scenario’s worden niet bewaard: sluit u deze pagina, dan zijn zij weg. In het adres staat alleen het scenario dat u ziet. Sla daarom alles op als bestand.",
    save_one: "Opslaan als bestand",
    conflict_intro: "Hetzelfde veld is op hetzelfde moment in meer dan één venster veranderd. De laatste wijziging geldt:",
    conflict: |scenario, field, taken, dropped| {
        let unused = match dropped {
            [] => return format!("‘{scenario}’, {field}: {taken} geldt."),
            [one] => format!("{one} is niet gebruikt"),
            [all @ .., last] => format!("{} en {last} zijn niet gebruikt", all.join(", ")),
        };
        format!("‘{scenario}’, {field}: {taken} geldt, {unused}.")
    },
    conflict_name: "naam",
    conflict_other: "een andere keuze",
    conflict_default: "de startwaarde",
    conflict_value: "iets anders",
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
    beyond_limits: "Dat kan niet, en er is niets veranderd. Dit zou buiten de grenzen komen:",
    file_empty: "Het bestand is niet geopend; uw cijfers staan er nog. Het bestand is leeg.",
    file_of_another_kind: "Het bestand is niet geopend; uw cijfers staan er nog. Het is geen bestand van het rekenmodel. Kies een bestand dat u op deze pagina hebt opgeslagen.",
    file_invalid: "Het bestand is niet geopend; uw cijfers staan er nog. Dit klopt er niet in:",
    file_opened: |name| {
        if name.is_empty() {
            "Het bestand is geopend.".to_owned()
        } else {
            format!("‘{name}’ is geopend.")
        }
    },
    started_over: "U begint opnieuw, met de cijfers van de brochure.",
    storage_title: "Bewaard in deze browser",
    storage_hint: "Wat u verandert, bewaart deze browser vanzelf, alleen op dit apparaat. Wie dezelfde browser gebruikt, kan het zien. Wist u de gegevens van uw browser, dan is het weg; een bestand of link blijft.",
    stored_count: |count| match count {
        1 => "Er is 1 scenario bewaard.".to_owned(),
        _ => format!("Er zijn {count} scenario’s bewaard."),
    },
    none_stored: "Er is nu niets bewaard.",
    only_in_address: "Dit scenario is niet bewaard. Het staat alleen in het adres van deze pagina. Verandert u iets, dan bewaart deze browser het.",
    not_stored_yet: "Uw laatste wijzigingen zijn nog niet bewaard.",
    storage_blocked: "Deze browser staat niet toe dat hier iets wordt bewaard. Sla uw scenario’s op als bestand, of bewaar de link.",
    storage_full: "Er is te weinig ruimte: uw laatste wijzigingen zijn niet bewaard. Sla uw scenario’s op als bestand.",
    not_stored: "Wat u nu ziet, staat los en wordt niet bewaard.",
    erase: "Alles wissen uit deze browser",
    save_all: |count| format!("Alle {count} scenario’s opslaan"),
    quarantine_file: |number| format!("rekenmodel-beschadigd-{number}.txt"),
};

/// Returns the name of the original of a copy: removes every 'Kopie van' or 'Kopie 2 van'
/// at the beginning.
fn copied_from(name: &str) -> &str {
    let original = name.strip_prefix("Kopie ").and_then(|rest| {
        let without_number = rest.trim_start_matches(|digit: char| digit.is_ascii_digit());
        let has_number = without_number.len() < rest.len();
        let rest = if has_number { without_number.strip_prefix(' ')? } else { rest };
        rest.strip_prefix("van ")
    });
    // The original may be a copy too.
    original.map_or(name, copied_from)
}

#[cfg(test)]
mod tests {
    use crate::ui::features::scenarios::text::nl::copied_from;

    #[test]
    fn only_the_copy_prefix_is_removed() {
        for (name, original) in [
            ("Kopie van Ons", "Ons"),
            ("Kopie 12 van Ons", "Ons"),
            ("Kopie 2 van Kopie van Kopie van Ons", "Ons"),
            ("Kopie van 3 huizen", "3 huizen"),
            ("Kopie", "Kopie"),
            ("Kopie 2", "Kopie 2"),
            ("Kopie 2van Ons", "Kopie 2van Ons"),
            ("Een kopie van Ons", "Een kopie van Ons"),
        ] {
            assert_eq!(copied_from(name), original, "{name}");
        }
    }
}
