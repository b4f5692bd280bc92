//! Dutch texts about the strength of the evidence and the user's own figures.

use crate::evidence::grade::EvidenceGrade;
use crate::text::evidence::EvidenceText;

pub static EVIDENCE: EvidenceText = EvidenceText {
    evidence_line: |evidence| format!("Onderbouwing van deze uitkomst: {}.", grade(evidence)),
    evidence_grade: grade,
    weakest_input: "Zwakste schakel",
    see_evidence: "Bekijk waarom",
    title: "Hoe stevig is dit?",
    table: "Hoe stevig is elke post?",
    intro: |evidence| {
        format!(
            "De uitkomst is zo stevig als de zwakste aanname die ertoe doet. Nu is dat: {}.",
            grade(evidence)
        )
    },
    costs: "Alle kosten",
    no_weakest: "geen die ertoe doet",
    head: ["Post", "Onderbouwing", "Zwakste schakel"],
    rule: "Hoe wij dit bepalen",
    rule_points: &[
        "Goed onderbouwd: uit een publicatie, of een eigen cijfer uit uw boekhouding met de herkomst erbij.",
        "Redelijk onderbouwd: uit de brochure, of een eigen cijfer over effecten met de herkomst erbij. Effecten op mensen kan niemand zeker weten zonder een groep om mee te vergelijken; daarom komen zij niet hoger.",
        "Geschat: afgeleid van de schattingen in de brochure.",
        "Aanname: een voorstel van ons, of een eigen waarde zonder herkomst. Zegt u ‘Dit weet ik zeker’, dan zijn kosten redelijk onderbouwd en aantallen geschat.",
        "Een invoer doet ertoe als haar bandbreedte het saldo een twintigste van de kosten of besparingen verschuift, of de uitkomst doet omslaan.",
        "Maak de uitkomst steviger: vul eigen cijfers in, en zet bij ‘Uitleg en bron’ waar ze vandaan komen.",
    ],
    own_title: "Eigen cijfers",
    mark_own: "Dit is een eigen cijfer",
    unmark_own: "Toch geen eigen cijfer",
    source_label: "Waar komt dit cijfer vandaan?",
    source_hint: "Bijvoorbeeld: jaarrekening 2024",
};

/// Returns the name of an evidence grade.
pub(crate) fn grade(grade: EvidenceGrade) -> &'static str {
    match grade {
        EvidenceGrade::Assumed => "aanname",
        EvidenceGrade::Estimated => "geschat",
        EvidenceGrade::Reasonable => "redelijk onderbouwd",
        EvidenceGrade::Sound => "goed onderbouwd",
    }
}
