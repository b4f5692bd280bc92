//! Single words and fixed sentences of the page.

use super::firmness::grade;
use crate::text::page::PageText;

pub static PAGE: PageText = PageText {
    title: "Rekenmodel zelfregie-initiatieven",
    short_title: "Rekenmodel zelfregie",
    skip: "Naar de inhoud",
    views: "Onderdelen",
    view_names: ["Rekenen", "Onzekerheid", "Bronnen", "Delen"],
    undo: "Ongedaan maken",
    redo: "Opnieuw",
    intro: "Wat kost een zelfregie-initiatief, en wat staat daar tegenover?",
    intro_reading: "U ziet de cijfers van de brochure ‘Bouwstenen voor participatie en herstel’ (MIND, 2017). Verander een getal en alles rekent mee. Wij lezen de besparingen als: per gemiddeld initiatief, per jaar, voor de gemeente, in prijzen van 2016. De brochure zegt dat niet.",
    own_reading: |preset| {
        format!(
            "U ziet een eigen scenario, dat begint bij ‘{preset}’. De besparingen zijn schattingen: per jaar met vol effect, voor wie er bij elke post staat."
        )
    },
    to_results: "Naar de uitkomst",
    contact: "Vragen of een fout gevonden?",
    contact_nobody: "Vraag degene die deze pagina plaatste.",
    licence: "Vrij te gebruiken onder de EUPL 1.2.",
    privacy: "Alles gebeurt in uw browser. Er gaat niets naar anderen en er zijn geen cookies.",
    waiting: "Een ogenblik, dit onderdeel wordt geladen…",
    part_missing: "Dit onderdeel kon niet worden geladen. Uw cijfers zijn bewaard. Controleer uw internetverbinding en probeer het opnieuw.",
    start_again: "Probeer opnieuw",
    presets: "Begin met",
    reset_all: "Alles terugzetten",
    from_brochure: "Opnieuw beginnen",
    anew: "U begint opnieuw, met de cijfers van de brochure.",
    headline: "Uitkomst",
    costs: "Kosten",
    savings: "Besparingen",
    gap: "Verschil",
    surplus: "Overschot",
    pm_worth: "P.m. minstens",
    stale: "Gerekend met de laatste goede waarde van wat niet klopt.",
    costs_per_visitor: "Kosten per bezoeker",
    gap_per_visitor: "Verschil per bezoeker",
    coverage: "Besparingen als deel van de kosten",
    net: "Saldo, alle partijen",
    not_cashable: "Maakt geen geld vrij",
    gemeente_net: "Saldo gemeente",
    society_net: "Saldo samenleving",
    npv: "Netto contante waarde",
    no_figure: "niet te zeggen",
    facts_note: |year| format!("Per jaar, de contante waarde over alle jaren samen; in prijzen van {year}."),
    differs: |count, base| match count {
        0 => format!("‘{base}’ zonder wijzigingen"),
        1 => format!("1 afwijking van ‘{base}’"),
        _ => format!("{count} afwijkingen van ‘{base}’"),
    },
    differs_see: "Bekijk de lijst",
    firm: |of| format!("Onderbouwing van deze uitkomst: {}.", grade(of)),
    firm_grade: grade,
    firm_weakest: "Zwakste schakel",
    firm_see: "Bekijk waarom",
    own_figure: "eigen cijfer",
    own_figure_from: |from| {
        if from.trim().is_empty() {
            "Eigen cijfer, herkomst nog niet ingevuld.".to_owned()
        } else {
            format!("Eigen cijfer: {from}")
        }
    },
    inputs: "Invoer",
    group_initiative: "Het initiatief",
    group_costs: "Kosten",
    group_savings: "Besparingen",
    group_financing: "Wie betaalt",
    group_time: "Tijd en prijspeil",
    group_weighing: "Afweging",
    group_own: "Eigen posten",
    savings_intro: "Posten met ‘p.m.’ zijn bekend, maar niet geschat. Ze tellen pas mee als u ze aanzet en een aantal invult.",
    financing_intro: "Wie de kosten draagt. Wie de besparingen krijgt, staat bij elke besparing.",
    basis: "Reken de kosten met",
    slider: |label| format!("{label}, schuif"),
    reset: |label, value| format!("Zet ‘{label}’ terug op {value}"),
    explain: "Uitleg en bron",
    explain_of: |label| format!(" bij {label}"),
    inactive: "Telt nu niet mee, door de gekozen rekenwijze.",
    counts: "Telt mee",
    is_pm: "p.m.: telt niet mee",
    pm: "p.m.",
    corrections: "Correcties",
    corrections_intro: "Elke correctie gaat over wat na de vorige overblijft. Reken één twijfel nooit twee keer. Een negatief aantal of bedrag is schade en telt altijd helemaal.",
    who_saves: "Wie bespaart",
    rest_share: |share| format!("De rest, {share}, is voor ‘overig’."),
    scale_savings: |factor| format!("Schaal alle aantallen mee (× {factor})"),
    own_nameless: "Post zonder naam",
    results: "Uitwerking",
    opens: ", toon hoe dit is berekend",
    offer: "Bouwstenen en participatieladder",
    dismiss: "Sluit deze melding",
    file_opened: |name| {
        if name.is_empty() {
            "Het bestand is geopend.".to_owned()
        } else {
            format!("‘{name}’ is geopend.")
        }
    },
    replaced: |preset| format!("Uw wijzigingen zijn vervangen door ‘{preset}’."),
    cleared: "Alles staat weer op de waarden van het gekozen begin.",
    undo_this: "Maak dit ongedaan",
    open_full: "Open het hele rekenmodel",
    printed_from: "Zelf narekenen:",
};
