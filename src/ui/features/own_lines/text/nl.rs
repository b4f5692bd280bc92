//! Dutch texts of the user's own lines. The examples are in the order of
//! [`EXAMPLES`](crate::scenario::examples::EXAMPLES).

use crate::scenario::MAX_OWN_LINES;
use crate::ui::features::own_lines::text::OwnLinesText;

const _: () = assert!(MAX_OWN_LINES == 200, "the text `full` names this number");

pub static OWN_LINES: OwnLinesText = OwnLinesText {
    empty: "U hebt nog geen eigen posten.",
    intro: "Kosten of besparingen die hierboven niet staan. Bandbreedtes stelt u in onder ‘Zekerheid’.",
    full: "U hebt 200 eigen posten. Meer kunnen er niet bij. Verwijder eerst een post.",
    examples_title: "Begin met een voorbeeld",
    examples_note: "De cijfers van een voorbeeld zijn aannames van ons, zonder bron. Vervang ze door uw eigen cijfers. Een besparing telt pas mee als u ‘Telt mee’ aanzet.",
    examples: [
        ("Voorkomen huisuitzetting", "huisuitzettingen"),
        ("Beschermd wonen uitgesteld", "cliëntjaren"),
        ("Scholing", ""),
    ],
    example_source: "Aanname van ons bij dit voorbeeld, zonder bron. Vervang haar door uw eigen cijfer.",
    cost_amount: "Wat één ervan kost, met btw die u niet terugkrijgt.",
    cost_amount_source: "Eigen cijfer, bijvoorbeeld uit uw jaarrekening of een offerte.",
    evidence_grade: |grade| format!("Onderbouwing van deze post: {grade}."),
    copy_of: |label| if label.trim().is_empty() { String::new() } else { format!("{label} (kopie)") },
    duplicate: |label| format!("Kopieer ‘{label}’"),
    up: |label, number, count| format!("‘{label}’ omhoog, staat nu op plaats {number} van {count}"),
    down: |label, number, count| format!("‘{label}’ omlaag, staat nu op plaats {number} van {count}"),
};
