//! Dutch texts of `index.html` and `start.js`.

use crate::text::shell::ShellText;

pub static SHELL: ShellText = ShellText {
    without_script: "Zonder JavaScript ziet u hier de cijfers van de brochure. Zet JavaScript aan om zelf te rekenen.",
    description: "Wat kost een zelfregie-initiatief, en welke besparingen staan daar tegenover? Reken zelf, met elke aanname in beeld.",
    not_started: "Het rekenprogramma is niet gestart. U ziet daarom de cijfers van de brochure, ook als u een link met andere cijfers opende. Laad de pagina opnieuw. Helpt dat niet, dan houdt uw browser of deze site het programma tegen.",
    start_missing: "Het rekenprogramma kon niet worden geladen. U kunt daarom nog niet zelf rekenen.",
    start_brochure: "Hieronder staan de cijfers van de brochure.",
    start_link: "De cijfers hieronder zijn die van de brochure, niet die van uw link of van uzelf.",
    start_failed: "Er ging iets mis in het rekenprogramma. Dat is onze fout.",
    start_saved: "Uw cijfers zijn bewaard in deze browser.",
    start_in_link: "Uw laatste cijfers zijn niet bewaard. Zij staan alleen in de link hieronder: kopieer die als u ze wilt houden.",
    start_translated: "Uw browser vertaalt deze pagina, en daarop liep het rekenprogramma vast. Zonder vertaling werkt het wel.",
    start_untranslated: "Ga verder zonder vertaling",
    start_go_on: "Ga verder met mijn cijfers",
    start_over: "Begin met de brochure",
    start_address: "Link met uw cijfers",
};
