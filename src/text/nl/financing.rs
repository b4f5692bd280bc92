//! The words of the dekkingsplan. What nobody pays is said first, and never
//! called anything else than that.

use crate::explain::PlanFigure;
use crate::model::financing::{Financing, Funder, FunderContribution, MOST_FUNDERS, PlanYear};
use crate::model::{Euro, Outcome};
use crate::number::DUTCH;
use crate::text::financing::{FinancingText, Finding, StatedAmount};
use crate::text::nl::checks::list;
use crate::text::nl::sentences;

pub static FINANCING: FinancingText = FinancingText {
    title: "Dekkingsplan",
    invite: "Wie betaalt welk deel van de kosten, en tot wanneer? In een dekkingsplan zet u elke financier met een bedrag of een deel. Dan ziet u per jaar wat nog niemand betaalt.",
    begin: "Maak een dekkingsplan",
    begin_note: "Het begint met de percentages van nu, zodat er niets verandert. Daarna past u het aan.",
    holds: |year| {
        format!(
            "Het dekkingsplan geldt: de percentages hierboven tellen nu niet mee. Bedragen zijn in prijzen van {year} en blijven elk jaar even hoog."
        )
    },
    add: "Financier toevoegen",
    full: "Meer dan 20 financiers passen niet in een dekkingsplan.",
    drop: "Verwijder het dekkingsplan",
    label: "Naam van de financier",
    party: "Telt als",
    way: "Betaalt",
    ways: ["vast bedrag per jaar", "deel van de kosten"],
    amount: "Bedrag per jaar",
    share: "Deel van de kosten",
    euro: "euro",
    term: "Hoe lang",
    terms: ["structureel", "tijdelijk"],
    until: "Betaalt tot en met jaar",
    until_unit: "van de looptijd",
    out_of_limits: |allowed, whole| {
        let whole = if whole { "Vul een heel getal in. " } else { "Dit ligt buiten de grenzen. " };
        format!("{whole}Toegestaan: {allowed}.")
    },
    remove: |name| format!("Verwijder ‘{name}’"),
    up: |name, place, many| format!("‘{name}’ omhoog, staat nu op plaats {place} van {many}"),
    down: |name, place, many| format!("‘{name}’ omlaag, staat nu op plaats {place} van {many}"),
    funder,
    pays,
    entered: |name| format!("{name}: ingevuld in het dekkingsplan"),
    in_changes: |count| match count {
        1 => "Eigen dekkingsplan, met 1 financier.".to_owned(),
        _ => format!("Eigen dekkingsplan, met {count} financiers."),
    },
    findings,
    warning,
    see: "Bekijk het dekkingsplan",
    edit: "Pas het dekkingsplan aan",
    full_year: "De rekening van een gewoon jaar rekent alleen met geld dat blijft, zonder startkosten. Wie tijdelijk betaalt, staat per jaar in het dekkingsplan.",
    by_year: "Wie betaalt, per jaar",
    who: "Financier",
    year: "Jaar",
    uncovered: "Ongedekt",
    surplus: "Overschot",
    paid: "Samen betaald",
    costs: "Kosten",
    without_title: "Wat als een financier wegvalt?",
    without_note: "Als die vanaf het begin niet betaalt en niemand het overneemt. De kosten blijven gelijk.",
    without_head: ["Als dit wegvalt", "Ongedekt in jaar 1", "In alle jaren samen"],
    nobody: "Niemand valt weg",
    nothing: "–",
    bridge,
    parties_title,
    chart_title,
    chart,
    others: |count| format!("{count} andere financiers"),
};

fn euro(amount: Euro) -> String {
    DUTCH.euro(amount.euros())
}

/// Returns whether an amount is shown as more than zero.
fn is_something(amount: Euro) -> bool {
    amount > Euro::ZERO && !sentences::is_nothing(amount)
}

fn funder(plan: &[Funder], place: usize) -> String {
    let given = plan.get(place).map(|funder| funder.label.trim()).unwrap_or_default();
    if given.is_empty() { format!("Financier {}", place + 1) } else { given.to_owned() }
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

/// The first year with something uncovered, and what it is over all years.
fn short(financing: &Financing) -> Option<(&PlanYear, Euro)> {
    let first = financing.years.iter().find(|year| is_something(year.uncovered))?;
    Some((first, financing.years.iter().map(|year| year.uncovered).sum()))
}

fn findings(plan: &[Funder], financing: &Financing) -> Vec<Finding> {
    let years = &financing.years;
    let mut said = Vec::new();
    let mut before = Euro::ZERO;
    for year in years {
        let stopped: Vec<usize> =
            (0..plan.len()).filter(|place| plan[*place].until == year.year.checked_sub(1)).collect();
        let more = is_something(year.uncovered) && is_something(year.uncovered - before);
        // Costs that rise would make a sentence of every year.
        let new = !is_something(before) || !stopped.is_empty();
        if more && new {
            let names: Vec<String> = stopped.iter().map(|place| funder(plan, *place)).collect();
            let (then, stops) = (list(&names), if names.len() == 1 { "stopt" } else { "stoppen" });
            let start_up = year.year == 1 && !is_something(financing.uncovered);
            let why = match names.len() {
                0 if start_up => ", door de startkosten".to_owned(),
                0 => String::new(),
                _ => format!(", omdat {then} dan {stops}"),
            };
            said.push(Finding {
                said: format!("In jaar {} is {} ongedekt{why}.", year.year, euro(year.uncovered)),
                states: StatedAmount::InYear(PlanFigure::Uncovered, year.year, year.uncovered),
            });
        }
        before = year.uncovered;
    }
    match short(financing) {
        None => said.push(Finding {
            said: match years.len() {
                1 => "In het ene jaar van de looptijd is alles gedekt.".to_owned(),
                count => format!("In alle {count} jaren is alles gedekt."),
            },
            states: StatedAmount::Nothing,
        }),
        Some((_, all)) if years.len() > 1 => said.push(Finding {
            said: format!("Over {} jaar samen is {} ongedekt.", years.len(), euro(all)),
            states: StatedAmount::InAll(all),
        }),
        Some(_) => {}
    }
    let over: Vec<&PlanYear> = years.iter().filter(|year| is_something(year.surplus)).collect();
    if let (Some(first), Some(last)) = (over.first(), over.last()) {
        let numbers: Vec<String> = over.iter().map(|year| year.year.to_string()).collect();
        let in_a_row = over.len() as u32 == last.year + 1 - first.year;
        let when = match over.len() {
            1 => format!("jaar {}", first.year),
            3.. if in_a_row => format!("de jaren {} tot en met {}", first.year, last.year),
            _ => format!("de jaren {}", list(&numbers)),
        };
        said.push(Finding {
            said: format!(
                "In {when} betalen de financiers samen meer dan de kosten: in jaar {} is het overschot {}.",
                first.year,
                euro(first.surplus)
            ),
            states: StatedAmount::InYear(PlanFigure::Surplus, first.year, first.surplus),
        });
    }
    said
}

fn warning(financing: &Financing) -> Option<Finding> {
    let (first, _) = short(financing)?;
    Some(Finding {
        said: format!(
            "Volgens het dekkingsplan is in jaar {} nog {} ongedekt: dat moet nog iemand betalen.",
            first.year,
            euro(first.uncovered)
        ),
        states: StatedAmount::InYear(PlanFigure::Uncovered, first.year, first.uncovered),
    })
}

fn bridge(outcome: &Outcome) -> String {
    let Some(plan) = &outcome.financing else { return sentences::bridge_with(outcome, "") };
    if is_something(plan.uncovered) {
        sentences::bridge_with(outcome, &format!(", en {} van de kosten is ongedekt", euro(plan.uncovered)))
    } else if is_something(plan.surplus) {
        let surplus = euro(plan.surplus);
        sentences::bridge_with(outcome, &format!(", en de financiers betalen {surplus} meer dan de kosten"))
    } else {
        sentences::bridge_with(outcome, "")
    }
}

fn parties_title(outcome: &Outcome) -> String {
    let title = sentences::parties_title(outcome);
    match &outcome.financing {
        Some(plan) if is_something(plan.uncovered) => {
            format!("{title}; {} is ongedekt", euro(plan.uncovered))
        }
        _ => title,
    }
}

fn chart_title(financing: &Financing) -> String {
    match short(financing) {
        None => "De kosten zijn in alle jaren gedekt".to_owned(),
        Some((first, _)) if first.year == 1 => {
            format!("In jaar 1 is {} ongedekt", euro(first.uncovered))
        }
        Some((first, _)) => format!("Vanaf jaar {} is niet alles gedekt", first.year),
    }
}

fn chart(financing: &Financing) -> String {
    let all = match short(financing) {
        None => "Er is niets ongedekt.".to_owned(),
        Some((_, all)) => format!("Gearceerd is wat nog niemand betaalt: {} in alle jaren samen.", euro(all)),
    };
    format!("Per jaar wat elke financier betaalt, van onder naar boven in de volgorde van het plan. {all}")
}

const _: () = assert!(MOST_FUNDERS == 20, "`full` says how many");

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::evaluate;
    use crate::scenario::Scenario;

    fn of(plan: &str, values: &str) -> (Vec<Funder>, Outcome) {
        let text = format!(r#"{{"values":{{{values}}},"plan":{plan}}}"#);
        let inputs = Scenario::parse(&text).unwrap().inputs();
        (inputs.plan.to_vec(), evaluate(&inputs))
    }

    fn said(plan: &str, values: &str) -> String {
        let (plan, outcome) = of(plan, values);
        let all = findings(&plan, &outcome.financing.unwrap());
        all.iter().map(|finding| finding.said.as_str()).collect::<Vec<_>>().join(" ").replace('\u{a0}', " ")
    }

    const PLAN: &str = r#"[{"label":"Gemeente X","party":"gemeente","amount":200000},
        {"label":"Fonds Y","party":"overig","amount":60000,"until":2},
        {"party":"zorgverzekeraar","amount":40000,"until":3}]"#;

    /// By hand: 300,000 less 200,000, 60,000 until year 2 and 40,000 until year 3.
    #[test]
    fn what_is_short_is_said_with_who_stops() {
        assert_eq!(
            said(PLAN, ""),
            "In jaar 3 is € 60.000 ongedekt, omdat Fonds Y dan stopt. In jaar 4 is € 100.000 ongedekt, omdat Financier 3 dan stopt. Over 4 jaar samen is € 160.000 ongedekt."
        );
        assert_eq!(said(PLAN, r#""horizon":2"#), "In alle 2 jaren is alles gedekt.");
        let rising = said(r#"[{"party":"gemeente","amount":300000}]"#, r#""kostenstijging":0.1"#);
        assert_eq!(rising, "In jaar 2 is € 30.000 ongedekt. Over 4 jaar samen is € 192.300 ongedekt.");
        let over = said(r#"[{"party":"gemeente","amount":310000}]"#, r#""startkosten":10000"#);
        assert!(
            over.contains("In de jaren 2 tot en met 4 betalen") && over.contains("overschot € 10.000"),
            "{over}"
        );
    }

    #[test]
    fn start_up_costs_are_named_as_the_reason() {
        let start = said(r#"[{"party":"gemeente","amount":300000}]"#, r#""startkosten":10000"#);
        assert!(start.starts_with("In jaar 1 is € 10.000 ongedekt, door de startkosten."), "{start}");
    }

    /// 300,000 − 260,000 − 154,000: what the parties pay less what they save.
    #[test]
    fn the_bridge_holds_with_what_nobody_pays() {
        let (_, outcome) = of(r#"[{"party":"gemeente","amount":260000}]"#, "");
        let bridge = bridge(&outcome).replace('\u{a0}', " ");
        assert!(bridge.contains(", en € 40.000 van de kosten is ongedekt, zodat"), "{bridge}");
        assert!(bridge.contains("samen € −106.000 zijn"), "{bridge}");
        let title = parties_title(&outcome).replace('\u{a0}', " ");
        assert_eq!(title, "De gemeente legt per saldo € 106.000 per jaar toe; € 40.000 is ongedekt");
        assert!(warning(outcome.financing.as_ref().unwrap()).unwrap().said.contains("jaar 1"));
    }
}
