//! Dutch texts of the dekkingsplan. Uncovered costs are stated first, and always called
//! 'ongedekt'.

use crate::explain::PlanFigure;
use crate::model::financing::{Financing, Funder, FunderContribution, MAX_FUNDERS, PlanYear};
use crate::model::{Euro, Outcome};
use crate::number::DUTCH;
use crate::text::financing::{FinancingText, Finding, StatedAmount};
use crate::text::nl::list;
use crate::text::nl::sentences;

pub static FINANCING: FinancingText = FinancingText {
    title: "Dekkingsplan",
    invite: "Wie betaalt welk deel van de kosten, en tot wanneer? In een dekkingsplan zet u elke financier met een bedrag of een deel. Dan ziet u per jaar wat nog niemand betaalt.",
    begin: "Maak een dekkingsplan",
    begin_note: "Het begint met de percentages van nu, zodat er niets verandert. Daarna past u het aan.",
    in_force: |year| {
        format!(
            "Het dekkingsplan geldt: de percentages hierboven tellen nu niet mee. Bedragen zijn in prijzen van {year} en blijven elk jaar even hoog."
        )
    },
    add: "Financier toevoegen",
    full: "Meer dan 20 financiers passen niet in een dekkingsplan.",
    remove_plan: "Verwijder het dekkingsplan",
    label: "Naam van de financier",
    party: "Telt als",
    contribution_kind: "Betaalt",
    contribution_kinds: ["vast bedrag per jaar", "deel van de kosten"],
    amount: "Bedrag per jaar",
    share: "Deel van de kosten",
    euro: "euro",
    term: "Hoe lang",
    terms: ["structureel", "tijdelijk"],
    until: "Betaalt tot en met jaar",
    until_unit: "van de looptijd",
    out_of_limits: |allowed, must_be_whole| {
        let problem = if must_be_whole { "Vul een heel getal in. " } else { "Dit ligt buiten de grenzen. " };
        format!("{problem}Toegestaan: {allowed}.")
    },
    remove: |name| format!("Verwijder ‘{name}’"),
    up: |name, position, count| format!("‘{name}’ omhoog, staat nu op plaats {position} van {count}"),
    down: |name, position, count| format!("‘{name}’ omlaag, staat nu op plaats {position} van {count}"),
    funder,
    pays,
    entered: |name| format!("{name}: ingevuld in het dekkingsplan"),
    in_changes: |count| match count {
        1 => "Eigen dekkingsplan, met 1 financier.".to_owned(),
        _ => format!("Eigen dekkingsplan, met {count} financiers."),
    },
    findings,
    warning,
    see_plan: "Bekijk het dekkingsplan",
    edit_plan: "Pas het dekkingsplan aan",
    full_year: "De rekening van een gewoon jaar rekent alleen met geld dat blijft, zonder startkosten. Wie tijdelijk betaalt, staat per jaar in het dekkingsplan.",
    by_year: "Wie betaalt, per jaar",
    funder_head: "Financier",
    year: "Jaar",
    uncovered: "Ongedekt",
    surplus: "Overschot",
    paid: "Samen betaald",
    costs: "Kosten",
    without_title: "Wat als een financier wegvalt?",
    without_note: "Als die vanaf het begin niet betaalt en niemand het overneemt. De kosten blijven gelijk.",
    without_head: ["Als dit wegvalt", "Ongedekt in jaar 1", "In alle jaren samen"],
    nobody: "Niemand valt weg",
    empty_cell: "–",
    bridge,
    parties_title,
    chart_title,
    chart_sentence: chart,
    others: |count| format!("{count} andere financiers"),
};

fn euro(amount: Euro) -> String {
    DUTCH.euro(amount.euros())
}

/// Returns whether an amount is positive and does not round to zero.
fn is_shown_above_zero(amount: Euro) -> bool {
    amount > Euro::ZERO && !sentences::is_shown_as_zero(amount)
}

fn funder(plan: &[Funder], index: usize) -> String {
    let label = plan.get(index).map(|funder| funder.label.trim()).unwrap_or_default();
    if label.is_empty() { format!("Financier {}", index + 1) } else { label.to_owned() }
}

fn pays(funder: &Funder) -> String {
    let pays = match funder.pays {
        FunderContribution::Amount(amount) => euro(amount),
        FunderContribution::Share(share) => DUTCH.percent(share.fraction()),
    };
    match funder.until {
        None => format!("{pays} · structureel"),
        Some(year) => format!("{pays} · t/m jaar {year}"),
    }
}

/// Returns the first year with uncovered costs, and the uncovered costs of all years;
/// `None` where everything is covered.
fn first_uncovered(financing: &Financing) -> Option<(&PlanYear, Euro)> {
    let first = financing.years.iter().find(|year| is_shown_above_zero(year.uncovered))?;
    Some((first, financing.years.iter().map(|year| year.uncovered).sum()))
}

fn findings(plan: &[Funder], financing: &Financing) -> Vec<Finding> {
    let years = &financing.years;
    let mut findings = Vec::new();
    let mut uncovered_before = Euro::ZERO;
    for year in years {
        let stopped: Vec<usize> =
            (0..plan.len()).filter(|index| plan[*index].until == year.year.checked_sub(1)).collect();
        let increases =
            is_shown_above_zero(year.uncovered) && is_shown_above_zero(year.uncovered - uncovered_before);
        // An increase gets a sentence only where it is the first or where a funder stops;
        // otherwise costs that rise would give a sentence for every year.
        let is_notable = !is_shown_above_zero(uncovered_before) || !stopped.is_empty();
        if increases && is_notable {
            let names: Vec<String> = stopped.iter().map(|index| funder(plan, *index)).collect();
            let (funders, verb) = (list(&names), if names.len() == 1 { "stopt" } else { "stoppen" });
            let is_start_up = year.year == 1 && !is_shown_above_zero(financing.uncovered);
            let reason = match names.len() {
                0 if is_start_up => ", door de startkosten".to_owned(),
                0 => String::new(),
                _ => format!(", omdat {funders} dan {verb}"),
            };
            findings.push(Finding {
                sentence: format!("In jaar {} is {} ongedekt{reason}.", year.year, euro(year.uncovered)),
                stated_amount: StatedAmount::InYear(PlanFigure::Uncovered, year.year, year.uncovered),
            });
        }
        uncovered_before = year.uncovered;
    }
    match first_uncovered(financing) {
        None => findings.push(Finding {
            sentence: match years.len() {
                1 => "In het ene jaar van de looptijd is alles gedekt.".to_owned(),
                count => format!("In alle {count} jaren is alles gedekt."),
            },
            stated_amount: StatedAmount::NoAmount,
        }),
        Some((_, all)) if years.len() > 1 => findings.push(Finding {
            sentence: format!("Over {} jaar samen is {} ongedekt.", years.len(), euro(all)),
            stated_amount: StatedAmount::UncoveredAllYears(all),
        }),
        Some(_) => {}
    }
    let surplus_years: Vec<&PlanYear> =
        years.iter().filter(|year| is_shown_above_zero(year.surplus)).collect();
    if let (Some(first), Some(last)) = (surplus_years.first(), surplus_years.last()) {
        let numbers: Vec<String> = surplus_years.iter().map(|year| year.year.to_string()).collect();
        let in_a_row = surplus_years.len() as u32 == last.year + 1 - first.year;
        let when = match surplus_years.len() {
            1 => format!("jaar {}", first.year),
            3.. if in_a_row => format!("de jaren {} tot en met {}", first.year, last.year),
            _ => format!("de jaren {}", list(&numbers)),
        };
        findings.push(Finding {
            sentence: format!(
                "In {when} betalen de financiers samen meer dan de kosten: in jaar {} is het overschot {}.",
                first.year,
                euro(first.surplus)
            ),
            stated_amount: StatedAmount::InYear(PlanFigure::Surplus, first.year, first.surplus),
        });
    }
    findings
}

fn warning(financing: &Financing) -> Option<Finding> {
    let (first, _) = first_uncovered(financing)?;
    Some(Finding {
        sentence: format!(
            "Volgens het dekkingsplan is in jaar {} nog {} ongedekt: dat moet nog iemand betalen.",
            first.year,
            euro(first.uncovered)
        ),
        stated_amount: StatedAmount::InYear(PlanFigure::Uncovered, first.year, first.uncovered),
    })
}

fn bridge(outcome: &Outcome) -> String {
    let Some(plan) = &outcome.financing else { return sentences::bridge_with(outcome, "") };
    if is_shown_above_zero(plan.uncovered) {
        sentences::bridge_with(outcome, &format!(", en {} van de kosten is ongedekt", euro(plan.uncovered)))
    } else if is_shown_above_zero(plan.surplus) {
        let surplus = euro(plan.surplus);
        sentences::bridge_with(outcome, &format!(", en de financiers betalen {surplus} meer dan de kosten"))
    } else {
        sentences::bridge_with(outcome, "")
    }
}

fn parties_title(outcome: &Outcome) -> String {
    let title = sentences::parties_title(outcome);
    match &outcome.financing {
        Some(plan) if is_shown_above_zero(plan.uncovered) => {
            format!("{title}; {} is ongedekt", euro(plan.uncovered))
        }
        _ => title,
    }
}

fn chart_title(financing: &Financing) -> String {
    match first_uncovered(financing) {
        None => "De kosten zijn in alle jaren gedekt".to_owned(),
        Some((first, _)) if first.year == 1 => {
            format!("In jaar 1 is {} ongedekt", euro(first.uncovered))
        }
        Some((first, _)) => format!("Vanaf jaar {} is niet alles gedekt", first.year),
    }
}

fn chart(financing: &Financing) -> String {
    let uncovered = match first_uncovered(financing) {
        None => "Er is niets ongedekt.".to_owned(),
        Some((_, amount)) => {
            format!("Gearceerd is wat nog niemand betaalt: {} in alle jaren samen.", euro(amount))
        }
    };
    format!(
        "Per jaar wat elke financier betaalt, van onder naar boven in de volgorde van het plan. {uncovered}"
    )
}

const _: () = assert!(MAX_FUNDERS == 20, "the text `full` names this number");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::evaluate;
    use crate::scenario::Scenario;

    fn plan_and_outcome(plan: &str, values: &str) -> (Vec<Funder>, Outcome) {
        let text = format!(r#"{{"values":{{{values}}},"plan":{plan}}}"#);
        let inputs = Scenario::parse(&text).unwrap().inputs();
        (inputs.plan.to_vec(), evaluate(&inputs))
    }

    fn sentences_of(plan: &str, values: &str) -> String {
        let (plan, outcome) = plan_and_outcome(plan, values);
        let all = findings(&plan, &outcome.financing.unwrap());
        all.iter()
            .map(|finding| finding.sentence.as_str())
            .collect::<Vec<_>>()
            .join(" ")
            .replace('\u{a0}', " ")
    }

    const PLAN: &str = r#"[{"label":"Gemeente X","party":"gemeente","amount":200000},
        {"label":"Fonds Y","party":"overig","amount":60000,"until":2},
        {"party":"zorgverzekeraar","amount":40000,"until":3}]"#;

    /// By hand: 300,000 less 200,000, 60,000 until year 2 and 40,000 until year 3.
    #[test]
    fn uncovered_costs_are_stated_with_the_funder_that_stops() {
        assert_eq!(
            sentences_of(PLAN, ""),
            "In jaar 3 is € 60.000 ongedekt, omdat Fonds Y dan stopt. In jaar 4 is € 100.000 ongedekt, omdat Financier 3 dan stopt. Over 4 jaar samen is € 160.000 ongedekt."
        );
        assert_eq!(sentences_of(PLAN, r#""horizon":2"#), "In alle 2 jaren is alles gedekt.");
        let rising = sentences_of(r#"[{"party":"gemeente","amount":300000}]"#, r#""kostenstijging":0.1"#);
        assert_eq!(rising, "In jaar 2 is € 30.000 ongedekt. Over 4 jaar samen is € 192.300 ongedekt.");
        let over = sentences_of(r#"[{"party":"gemeente","amount":310000}]"#, r#""startkosten":10000"#);
        assert!(
            over.contains("In de jaren 2 tot en met 4 betalen") && over.contains("overschot € 10.000"),
            "{over}"
        );
    }

    #[test]
    fn start_up_costs_are_named_as_the_reason() {
        let start = sentences_of(r#"[{"party":"gemeente","amount":300000}]"#, r#""startkosten":10000"#);
        assert!(start.starts_with("In jaar 1 is € 10.000 ongedekt, door de startkosten."), "{start}");
    }

    /// By hand: the parties save 154,000 and pay 260,000, so their saldi sum to −106,000.
    #[test]
    fn the_bridge_includes_uncovered_costs() {
        let (_, outcome) = plan_and_outcome(r#"[{"party":"gemeente","amount":260000}]"#, "");
        let bridge = bridge(&outcome).replace('\u{a0}', " ");
        assert!(bridge.contains("oplevert, en € 40.000 van de kosten is ongedekt, zijn"), "{bridge}");
        assert!(bridge.contains("samen € −106.000."), "{bridge}");
        let title = parties_title(&outcome).replace('\u{a0}', " ");
        assert_eq!(
            title,
            "De gemeente betaalt naar schatting € 106.000 meer dan zij bespaart; € 40.000 is ongedekt"
        );
        assert!(warning(outcome.financing.as_ref().unwrap()).unwrap().sentence.contains("jaar 1"));
    }
}
