//! Dutch texts of the results below the main chart and of the user's own lines.

use crate::model::Perspective;
use crate::text::nl::sentences::whose;
use crate::text::results::{FigureOrigin, ResultText};

pub static RESULTS: ResultText = ResultText {
    intro: "Wat kost een zelfregie-initiatief, en wat staat daar tegenover?",
    intro_brochure: "U ziet de cijfers van de brochure ‘Bouwstenen voor participatie en herstel’ (MIND, 2017). Verander een getal en alles rekent mee. Wij lezen de besparingen als: per gemiddeld initiatief, per jaar, voor de gemeente, in prijzen van 2016. De brochure zegt dat niet.",
    intro_scenario: |preset, origin| {
        let shown = match origin {
            FigureOrigin::Preset => format!("U ziet het voorbeeld ‘{preset}’."),
            FigureOrigin::OtherChoices => format!("U ziet het voorbeeld ‘{preset}’, met andere keuzes."),
            FigureOrigin::Own => format!("U ziet een eigen scenario, dat begint bij ‘{preset}’."),
        };
        format!("{shown} De besparingen zijn schattingen: per gewoon jaar, voor wie er bij elke post staat.")
    },
    headline: "Uitkomst",
    costs: "Kosten",
    savings: "Besparingen",
    gap: "Verschil",
    positive_saldo: "Overschot",
    gap_of_payers: "Verschil, alle betalers",
    positive_saldo_of_payers: "Overschot, alle betalers",
    pm_worth: "P.m. minstens",
    costs_per_visitor: "Kosten per bezoeker",
    gap_per_visitor: "Verschil per bezoeker",
    positive_saldo_per_visitor: "Overschot per bezoeker",
    coverage: "Besparingen als deel van de kosten",
    net: "Saldo, alle partijen",
    not_cashable: "Levert geen geld op",
    gemeente_net: "Saldo gemeente",
    society_net: "Saldo samenleving",
    society_threshold: "Minstens waard voor de samenleving",
    npv: "Netto contante waarde",
    npv_of_payers: "Netto contante waarde, alle betalers",
    no_value: "niet te zeggen",
    facts_note: |year| format!("Per jaar, de contante waarde over alle jaren samen; in prijzen van {year}."),
    others_for_payers: "De andere cijfers en grafieken op deze pagina gaan over alle betalers samen, tenzij er iets anders bij staat.",
    ledgers: "Wie betaalt en wie bespaart",
    ledger_cash: "Rekening 1: geld per partij",
    ledger_society: |counts_quality_of_life| {
        if counts_quality_of_life {
            "Rekening 2: de samenleving (becijferde effecten)"
        } else {
            "Rekening 2: de samenleving (becijferde effecten; welzijn is p.m.)"
        }
    },
    society: "Samenleving",
    party: "Partij",
    pays: "Betaalt",
    saves: "Bespaart",
    saldo: "Saldo",
    years: "Over de jaren",
    years_table: "Bedragen per jaar",
    year: "Jaar",
    effect: "Effect",
    cumulative: "Opgeteld",
    present: "Contant",
    payback: "Terugverdiend vanaf",
    payback_year: |year| format!("jaar {year}"),
    payback_never: "niet binnen deze jaren",
    break_even: "Wanneer is het genoeg?",
    break_even_table: "Wat er per post nodig is",
    break_even_note: "Dit gaat over één gewoon jaar, zonder startkosten. De netto contante waarde kijkt over alle jaren en telt startkosten wel mee.",
    break_even_of: |perspective| {
        format!("Alles in dit kader gaat over het verschil voor {}.", whose(perspective))
    },
    savings_factor: |times, perspective| {
        let savings = match perspective {
            Perspective::Partijen => "de besparingen",
            Perspective::Gemeente => "de besparingen van de gemeente",
            Perspective::Samenleving => "de effecten voor de samenleving",
        };
        format!("Naar schatting moeten {savings} minstens {times} keer zo groot zijn om de kosten te dekken.")
    },
    line: "Post",
    needed_alone: "Alleen hiermee dekken vraagt",
    value_of_one_more: "Eén meer is waard",
    changes: "Wat is er veranderd?",
    now_counts: "Telt nu mee.",
    now_pm: "Is nu p.m.",
    warnings_title: "Let op",
    method: "Zo rekent dit model",
    method_points: &[
        "Kosten: personeel, vrijwilligers, huisvesting, activiteiten en organisatie, min eigen inkomsten.",
        "Besparingen: aantal × bedrag, min wat toch al was gebeurd, wat aan anderen te danken is en wat alleen verschuift.",
        "Rekening 1 kijkt naar geld per partij; alleen wat echt geld vrijmaakt, telt. Rekening 2 kijkt naar de samenleving; overdrachten vallen weg.",
        "Wat niet geschat is, blijft p.m. en wordt nooit stilzwijgend nul.",
        "De schattingen zijn van de sector zelf. Het sterkste Nederlandse onderzoek naar herstelacademies vond geen verschil in empowerment en herstel. Besparingen mat het niet.",
    ],
    price_year: |year| format!("per jaar, in prijzen van {year}"),
    source: "Bron:",
    to_inputs: "Naar de invoer",
    add_cost: "Kostenpost toevoegen",
    add_saving: "Besparing toevoegen",
    remove: |label| format!("Verwijder ‘{label}’"),
    own_label: "Naam van de post",
    own_unit: "Eenheid, bijvoorbeeld huisuitzettingen",
    kind: "Soort",
};
