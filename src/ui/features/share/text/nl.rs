//! Dutch texts of the view that shares the scenario.

use crate::ui::features::share::text::ShareText;

pub static SHARE: ShareText = ShareText {
    name: "Naam van dit scenario",
    name_hint: "Bijvoorbeeld de naam van uw initiatief",
    share: "Delen, insluiten en afdrukken",
    share_intro: "Alles van het scenario dat u ziet, zit in de link. Er wordt niets bewaard op een server.",
    link: "Link naar dit scenario",
    link_hint: "Wie de link opent, ziet precies deze cijfers.",
    link_long: "Deze link is lang. Sommige berichtendiensten knippen hem af; verstuur hem dan per e-mail of als bestand.",
    copy: "Kopieer",
    copied: "Gekopieerd",
    copy_by_hand: "Kopiëren lukte niet vanzelf. De tekst is geselecteerd: kopieer met Ctrl+C.",
    embed: "Insluiten in een webpagina",
    embed_hint: "Plak deze regel in uw pagina. De lezer ziet een kleine versie met uw cijfers.",
    embed_title: "Rekenmodel zelfregie-initiatief",
    print: "Afdrukken",
    print_hint: "Op A4, met de uitkomst, de afwijkingen en een link om alles na te rekenen. De bronnen staan niet op papier, maar op de pagina onder ‘Bronnen’. Kies in het venster ‘opslaan als pdf’ voor een pdf.",
    file: "Bewaren als bestand",
    file_hint: "Een bestand met uw invoer, dat u later weer opent of aan een ander geeft.",
    save: "Opslaan als bestand",
    open: "Bestand openen",
};
