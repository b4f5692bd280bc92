//! Dutch texts of the groups of inputs and of a savings line in them.

use super::InputsText;

pub static INPUTS: InputsText = InputsText {
    to_results: "Naar de uitkomst",
    presets: "Begin met",
    reset_all: "Alles terugzetten",
    from_brochure: "Opnieuw beginnen",
    scale_savings: |factor| format!("Schaal alle aantallen mee (× {factor})"),
    group_initiative: "Het initiatief",
    group_costs: "Kosten",
    group_savings: "Besparingen",
    group_financing: "Wie betaalt",
    group_time: "Tijd en prijspeil",
    group_weighing: "Afweging",
    group_own: "Eigen posten",
    group_uncertainty: "Hoe zeker is het effect?",
    uncertainty_intro: "Deze twee tellen alleen mee bij ‘Zekerheid’. De uitkomst hierboven gaat ervan uit dat er effect is.",
    savings_intro: "Posten met ‘p.m.’ zijn bekend, maar niet geschat. Ze tellen pas mee als u ze aanzet en een aantal invult.",
    financing_intro: "Wie de kosten draagt. Wie de besparingen krijgt, staat bij elke besparing.",
    perspective_hint: "Hierover gaan de zin bij de uitkomst, ‘Wanneer is het genoeg?’, ‘Waar slaat de uitkomst om?’ en ‘Zekerheid’. De andere cijfers veranderen er niet van.",
    corrections: "Correcties",
    corrections_intro: "Elke correctie gaat over wat na de vorige overblijft. Reken één twijfel nooit twee keer. Een negatief aantal of bedrag is schade en telt altijd helemaal.",
    who_saves: "Wie bespaart",
    remainder_share: |share| format!("De rest, {share}, is voor ‘overig’."),
    is_pm: "p.m.: telt niet mee",
};
