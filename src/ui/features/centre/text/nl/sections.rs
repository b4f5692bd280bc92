//! Dutch texts of the sections below the answer.

use crate::evidence::grade::EvidenceGrade;
use crate::model::Perspective;
use crate::number::DUTCH;
use crate::ui::features::centre::text::CentreSectionsText;

pub static SECTIONS: CentreSectionsText = CentreSectionsText {
    prices: |year| format!("Prijzen van {year}, afgerond."),
    what_if: "Wat als?",
    what_if_intro: "Een raadslid vraagt door. Dit is dan het verschil.",
    what_if_table: "Verschil bij elke vraag",
    what_if_head: ["Vraag", "Dan is het verschil"],
    as_filled_in: "Zoals ingevuld",
    to_what_if: "Meer vragen van een raadslid",
    who: "Wie betaalt, wie bespaart?",
    who_intro: "Wie betaalt, is niet altijd wie bespaart. Voor de samenleving is een uitkering minder geen winst.",
    who_table: "Kosten, besparingen en verschil",
    who_head: ["Gezien vanuit", "Kosten", "Geschatte besparingen", "Verschil"],
    no_society_threshold: "Zo veel moet de rest de samenleving dan nog waard zijn:",
    society_threshold: "Wat niet in geld is uitgedrukt, moet de samenleving naar schatting minstens zo veel waard zijn:",
    surplus: "overschot",
    more_costs: "meer kosten",
    certain: "Hoe zeker is dit?",
    who_saves: |line| format!("wie de besparing bij ‘{line}’ krijgt"),
    quoted: |question| format!("‘{question}’"),
    only_costs: |grade, is_supposed| {
        let without = if is_supposed {
            "Hier nemen wij aan dat er geen effect is."
        } else {
            "Hier telt nog geen besparing mee."
        };
        let costs = match grade {
            EvidenceGrade::Assumed => "De kosten rusten voor een deel op aannames.",
            EvidenceGrade::Estimated => "De kosten zijn voor een deel geschat.",
            EvidenceGrade::Reasonable => "Alleen de kosten zijn redelijk onderbouwd.",
            EvidenceGrade::Sound => "Alleen de kosten zijn goed onderbouwd.",
        };
        format!("{without} {costs}")
    },
    certain_text: |grade, weakest| {
        let (grade, of_these) = match grade {
            EvidenceGrade::Assumed => {
                ("De uitkomst rust voor een deel op aannames.", "Het zwaarst weegt daarvan")
            }
            EvidenceGrade::Estimated => {
                ("De uitkomst is voor een deel geschat.", "Het zwaarst weegt daarvan")
            }
            EvidenceGrade::Reasonable => ("De uitkomst is redelijk onderbouwd.", "Het minst zeker is"),
            EvidenceGrade::Sound => ("De uitkomst is goed onderbouwd.", "Het minst zeker is"),
        };
        // A question ends by itself.
        let stop = if weakest.ends_with('’') { "" } else { "." };
        if weakest.is_empty() { grade.to_owned() } else { format!("{grade} {of_these}: {weakest}{stop}") }
    },
    grades: "Van onzeker naar zeker",
    to_certainty: "Bekijk hoe zeker het is",
    when: "Wanneer komt het uit?",
    when_intro: "Zo lopen kosten en geschatte besparingen op, alle betalers samen.",
    when_of: |perspective, years, saldo| {
        let amount = DUTCH.euro(saldo.abs());
        let years = DUTCH.number(f64::from(years), 0);
        let (whose, also) = match perspective {
            Perspective::Partijen => return String::new(),
            Perspective::Gemeente => ("de gemeente alleen", ""),
            Perspective::Samenleving => ("de samenleving", " Een uitkering minder telt daar niet."),
        };
        if saldo == 0.0 {
            return format!(
                "Voor {whose} zijn kosten en geschatte besparingen na {years} jaar even groot.{also}"
            );
        }
        let compared = if saldo < 0.0 { "hoger" } else { "lager" };
        format!(
            "Voor {whose} zijn de kosten na {years} jaar naar schatting {amount} {compared} dan de besparingen.{also}"
        )
    },
    to_worksheet: "Bekijk alle tabellen in het rekenblad",
    answers: "Waarmee is gerekend",
    answers_head: ["Vraag", "Antwoord", "Hoe zeker"],
};
