//! Dutch texts of goal seeking.

use crate::model::CostBasis;
use crate::model::goal::Goal;
use crate::model::switching_value::Plausibility;
use crate::number::DUTCH;
use crate::ui::features::worksheet::goal::text::{GoalFacts, GoalText};

pub static GOAL: GoalText = GoalText {
    title: "Wat mag het kosten?",
    intro: "Kies een doel en wat er mag veranderen. U ziet welke waarde daarvoor nodig is, als al het andere blijft zoals het is. Het gaat om een gewoon jaar, zonder startkosten.",
    for_payers: "Dit gaat over alle betalers samen.",
    input_choice: "Dit mag veranderen",
    goal: "Doel",
    goals: ["Deel van de kosten", "Saldo per jaar"],
    fields: ["Besparingen als deel van de kosten", "Saldo per jaar"],
    units: ["%", "euro, alle betalers samen"],
    found,
    no_savings: "Er zijn geen becijferde besparingen boven nul. Zij kunnen dus geen deel van de kosten dekken, wat het ook kost.",
    no_effect,
    switch: |basis| match basis {
        CostBasis::Begroting => "Reken met de begroting",
        CostBasis::Kengetal => "Reken met het kengetal",
    },
    switch_note: "Dat verandert ook de kosten van nu. U kunt het ongedaan maken.",
    savings_stay: "De besparingen blijven in deze som gelijk. Met minder medewerkers of bezoekers kan ook het effect kleiner worden.",
    apply_value: |value| format!("Neem over: {value}"),
    already_applied: "Dat is de waarde van nu.",
};

fn no_effect(name: &str, current: CostBasis) -> String {
    match current {
        CostBasis::Begroting => format!(
            "‘{name}’ verandert de kosten nu niet: u rekent met een begroting, post voor post. Met het kengetal, bezoekers × bedrag per bezoeker, wel."
        ),
        CostBasis::Kengetal => format!(
            "‘{name}’ verandert de kosten nu niet: u rekent met het kengetal, bezoekers × bedrag per bezoeker. Met de begroting wel."
        ),
    }
}

fn found(facts: &GoalFacts) -> String {
    let GoalFacts { name, at, now, range, limits, .. } = facts;
    let goal = match facts.goal {
        Goal::Coverage(share) => {
            format!("dekken de becijferde besparingen {} van de kosten", DUTCH.percent(share))
        }
        Goal::Saldo(saldo) => format!("is het saldo {}", DUTCH.euro(saldo.euros())),
    };
    let sentence = format!("{name}: bij {at} {goal}. Nu is het {now}.");
    match facts.plausibility {
        Plausibility::Plausible => format!("{sentence} Dat ligt tussen laag en hoog ({range})."),
        Plausibility::Implausible => format!("{sentence} Dat ligt niet tussen laag en hoog ({range})."),
        Plausibility::NoRange => format!("{sentence} Wat hier laag en hoog is, weten wij niet."),
        Plausibility::NotWithinLimits | Plausibility::NoEffect => format!(
            "{name}: met deze invoer alleen is het doel niet te halen. Bij geen enkele waarde die kan ({limits}) {goal}."
        ),
    }
}
