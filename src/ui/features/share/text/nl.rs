//! Dutch texts of the view that shares the scenario.

use crate::number::DUTCH;
use crate::ui::features::share::text::ShareText;

pub static SHARE: ShareText = ShareText {
    name: "Naam van dit scenario",
    name_hint: "Bijvoorbeeld de naam van uw initiatief",
    share: "Delen, insluiten en afdrukken",
    share_intro: "Uw cijfers zitten in de link zelf. Er wordt niets bewaard op een server.",
    link: "Link naar dit scenario",
    link_hint: "Wie de link opent, ziet precies deze cijfers.",
    link_content: "Wat zit er in de link?",
    this_scenario: "Dit scenario",
    all_scenarios: |count| match count {
        1 => "Dit scenario met het netwerk".to_owned(),
        _ => format!("Alle {count} scenario’s"),
    },
    link_long: "Deze link is lang. Sommige berichtendiensten knippen hem af; verstuur hem dan per e-mail of als bestand.",
    link_too_long: |length, max| {
        let (length, max) = (DUTCH.number(length as f64, 0), DUTCH.number(max as f64, 0));
        format!(
            "Dit past niet in een link: die zou {length} tekens lang zijn, en langer dan {max} gaat niet. Sla het op als bestand en stuur dat mee."
        )
    },
    copy: "Kopieer",
    share_natively: "Deel via …",
    copied: "Gekopieerd",
    copy_by_hand: "Kopiëren lukte niet vanzelf. De tekst is geselecteerd: kopieer met Ctrl+C.",
    embed: "Insluiten in een webpagina",
    embed_hint: "Plak deze regel in uw pagina. De lezer ziet een kleine versie met uw cijfers.",
    embed_title: "Rekenmodel zelfregie-initiatief",
    print: "Afdrukken",
    print_hint: "Dit drukt het rekenblad af: de uitkomst, de afwijkingen en een link om alles na te rekenen. ‘Uw centrum’ drukt u daar af, met de afdrukknop van uw browser. De bronnen staan niet op papier, maar op de pagina onder ‘Bronnen’. Kies in het venster ‘opslaan als pdf’ voor een pdf.",
    file: "Bewaren als bestand",
    file_hint: "Een bestand met uw invoer, dat u later weer opent of aan een ander geeft.",
    save: "Opslaan als bestand",
    open: "Bestand openen",
};
