//! What is said of each savings line.

use crate::model::Line;
use crate::text::{LineText, ParameterText};

const fn aantal(label: &'static str, unit: &'static str) -> ParameterText {
    ParameterText { label, unit }
}

use aantal as bedrag;

pub fn line(line: Line) -> &'static LineText {
    match line {
        Line::Uitkeringen => &UITKERINGEN,
        Line::Dagbesteding => &DAGBESTEDING,
        Line::Zorggebruik => &ZORGGEBRUIK,
        Line::Overlast => &OVERLAST,
        Line::BetaaldWerk => &BETAALD_WERK,
        Line::Vrijwilligerswerk => &VRIJWILLIGERSWERK,
        Line::KwaliteitVanLeven => &KWALITEIT_VAN_LEVEN,
    }
}

static UITKERINGEN: LineText = LineText {
    label: "Minder uitkeringen",
    what: "Bezoekers die (deels) uit de bijstand gaan.",
    one: "persoonsjaar",
    many: "persoonsjaren",
    aantal: aantal("Uitkeringen minder", "persoonsjaren"),
    bedrag: bedrag("Kosten van een uitkering", "€ per jaar"),
};

static DAGBESTEDING: LineText = LineText {
    label: "Minder dagbesteding",
    what: "Bezoekers die geen dagbesteding uit de Wmo meer nodig hebben.",
    one: "cliëntjaar",
    many: "cliëntjaren",
    aantal: aantal("Cliënten minder", "cliëntjaren"),
    bedrag: bedrag("Kosten van dagbesteding", "€ per cliënt per jaar"),
};

static ZORGGEBRUIK: LineText = LineText {
    label: "Minder zorg (ggz)",
    what: "Minder behandeling in de geestelijke gezondheidszorg. In de brochure p.m.: bekend, niet geschat.",
    one: "cliëntjaar",
    many: "cliëntjaren",
    aantal: aantal("Cliënten minder", "cliëntjaren"),
    bedrag: bedrag("Kosten van ggz", "€ per patiënt per jaar"),
};

static OVERLAST: LineText = LineText {
    label: "Minder overlast",
    what: "Minder inzet van politie bij verward gedrag. In de brochure p.m.: bekend, niet geschat.",
    one: "incident",
    many: "incidenten",
    aantal: aantal("Incidenten minder", "incidenten"),
    bedrag: bedrag("Kosten van een incident", "€ per incident"),
};

static BETAALD_WERK: LineText = LineText {
    label: "Betaald werk",
    what: "De waarde van uren die bezoekers betaald gaan werken. Welvaart: in geen begroting komt geld vrij.",
    one: "uur",
    many: "uren",
    aantal: aantal("Uren betaald werk", "uren"),
    bedrag: bedrag("Waarde van een uur", "€ per uur"),
};

static VRIJWILLIGERSWERK: LineText = LineText {
    label: "Vrijwilligerswerk elders",
    what: "De waarde van uren vrijwilligerswerk buiten het initiatief. Uren in het initiatief zelf tellen niet: die zijn inzet, geen opbrengst.",
    one: "uur",
    many: "uren",
    aantal: aantal("Uren elders", "uren"),
    bedrag: bedrag("Waarde van een uur", "€ per uur"),
};

static KWALITEIT_VAN_LEVEN: LineText = LineText {
    label: "Kwaliteit van leven",
    what: "Jaren in goede gezondheid (QALY’s). Niet het deel dat al bij werk is meegeteld.",
    one: "QALY",
    many: "QALY’s",
    aantal: aantal("Gewonnen QALY’s", "QALY’s"),
    bedrag: bedrag("Waarde van een QALY", "€ per QALY"),
};
