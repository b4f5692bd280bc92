//! Dutch texts of each savings line.

use crate::model::Line;
use crate::text::{HelpText, LineText, ParameterText};

const fn name_and_unit(label: &'static str, unit: &'static str) -> ParameterText {
    ParameterText { label, unit }
}

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
    unpriced: None,
    one: "persoonsjaar",
    many: "persoonsjaren",
    aantal: name_and_unit("Uitkeringen minder", "persoonsjaren"),
    aantal_help: HelpText {
        help: "Hoeveel mensen er gemiddeld over het jaar minder een uitkering hebben. Niet hoeveel er ooit uit gingen. Vier is 0,8% van 500 bezoekers.",
        source: "Afgeleid: 4 × € 13.500 is de € 54.000 van de brochure. De splitsing is van ons.",
    },
    bedrag: name_and_unit("Kosten van een uitkering", "€ per jaar"),
    bedrag_help: HelpText {
        help: "Uw gemeente kent het eigen gemiddelde.",
        source: "Afgeleid van de brochure. Ter vergelijking: Berenschot noemt ongeveer € 14.000 (2018/19, via consultancy.nl).",
    },
};

static DAGBESTEDING: LineText = LineText {
    label: "Minder dagbesteding",
    what: "Bezoekers die geen dagbesteding uit de Wmo meer nodig hebben.",
    unpriced: None,
    one: "cliëntjaar",
    many: "cliëntjaren",
    aantal: name_and_unit("Cliënten minder", "cliëntjaren"),
    aantal_help: HelpText {
        help: "Hoeveel volle jaren dagbesteding er in een jaar minder nodig zijn.",
        source: "Afgeleid: 16 × € 6.250 is de € 100.000 van de brochure. De splitsing is van ons.",
    },
    bedrag: name_and_unit("Kosten van dagbesteding", "€ per cliënt per jaar"),
    bedrag_help: HelpText {
        help: "Staat in het tarievenblad van de gemeente: tarief × dagdelen × weken, met vervoer.",
        source: "Afgeleid van de brochure: ongeveer 3,6 dagdelen per week. Tarieven van de gemeente Westerveld (2023) geven de bandbreedte.",
    },
};

static ZORGGEBRUIK: LineText = LineText {
    label: "Minder zorg (ggz)",
    what: "Minder behandeling in de geestelijke gezondheidszorg. In de brochure p.m.: bekend, niet geschat.",
    unpriced: Some("minder zorg"),
    one: "cliëntjaar",
    many: "cliëntjaren",
    aantal: name_and_unit("Cliënten minder", "cliëntjaren"),
    aantal_help: HelpText {
        help: "Volgens de brochure gebruiken mensen die meedoen minder ggz; zij noemt er geen onderzoek bij. Buitenlands onderzoek is verdeeld. Een lage drempel kan het zorggebruik ook vergroten.",
        source: "Aanname: 0, want er is geen schatting.",
    },
    bedrag: name_and_unit("Kosten van ggz", "€ per patiënt per jaar"),
    bedrag_help: HelpText {
        help: "Gemiddelde van alle patiënten in de ggz van de Zorgverzekeringswet.",
        source: "Afgeleid: € 5.800 in 2023 (Vektis, Factsheet GGZ 2024), teruggerekend naar 2016.",
    },
};

static OVERLAST: LineText = LineText {
    label: "Minder overlast",
    what: "Minder inzet van politie bij verward gedrag. In de brochure p.m.: bekend, niet geschat.",
    unpriced: Some("minder overlast"),
    one: "incident",
    many: "incidenten",
    aantal: name_and_unit("Incidenten minder", "incidenten"),
    aantal_help: HelpText {
        help: "Hoeveel meldingen er in een jaar minder zijn.",
        source: "Aanname: 0, want er is geen schatting.",
    },
    bedrag: name_and_unit("Kosten van een incident", "€ per incident"),
    bedrag_help: HelpText {
        help: "Twee agenten, minstens twee uur.",
        source: "Aanname, op grond van de inzet die nieuws.nl (2023) noemt.",
    },
};

static BETAALD_WERK: LineText = LineText {
    label: "Betaald werk",
    what: "De waarde van uren die bezoekers betaald gaan werken. Welvaart: in geen begroting komt geld vrij.",
    unpriced: None,
    one: "uur",
    many: "uren",
    aantal: name_and_unit("Uren betaald werk", "uren"),
    aantal_help: HelpText {
        help: "Uren per jaar die er zonder het initiatief niet waren.",
        source: "Aanname: 0, want er is geen schatting.",
    },
    bedrag: name_and_unit("Waarde van een uur", "€ per uur"),
    bedrag_help: HelpText {
        help: "Referentiewaarde voor betaald werk.",
        source: "Afgeleid: € 39,88 in 2022 (Nederlandse kostenhandleiding), teruggerekend naar 2016.",
    },
};

static VRIJWILLIGERSWERK: LineText = LineText {
    label: "Vrijwilligerswerk elders",
    what: "De waarde van uren vrijwilligerswerk buiten het initiatief. Uren in het initiatief zelf tellen niet: die zijn inzet, geen opbrengst.",
    unpriced: None,
    one: "uur",
    many: "uren",
    aantal: name_and_unit("Uren elders", "uren"),
    aantal_help: HelpText {
        help: "Uren per jaar buiten het initiatief, die er anders niet waren.",
        source: "Aanname: 0, want er is geen schatting.",
    },
    bedrag: name_and_unit("Waarde van een uur", "€ per uur"),
    bedrag_help: HelpText { help: "Wat vervangende inzet zou kosten.", source: "Aanname." },
};

static KWALITEIT_VAN_LEVEN: LineText = LineText {
    label: "Kwaliteit van leven",
    what: "Jaren in goede gezondheid (QALY’s). Niet het deel dat al bij werk is meegeteld.",
    unpriced: Some("een beter leven"),
    one: "QALY",
    many: "QALY’s",
    aantal: name_and_unit("Gewonnen QALY’s", "QALY’s"),
    aantal_help: HelpText {
        help: "Eén QALY is één jaar in volle gezondheid, of twee jaar met de helft erbij.",
        source: "Aanname: 0, want er is geen schatting.",
    },
    bedrag: name_and_unit("Waarde van een QALY", "€ per QALY"),
    bedrag_help: HelpText {
        help: "Hoeveel een gezond jaar waard is, is een afweging. De bandbreedte is € 20.000 tot € 80.000.",
        source: "Aanname.",
    },
};
