//! Scenarios beside each other, in Dutch.

use crate::compare::ComparedFigure;
use crate::model::Party;
use crate::number::DUTCH;
use crate::text::compare::{CompareText, DifferenceFacts, ScenarioFigures};

pub static COMPARE: CompareText = CompareText {
    title: "Scenario’s vergelijken",
    intro: "Wat komt er uit elk scenario, en waardoor verschillen ze? Elk scenario wordt naast de referentie gezet. Welk scenario het waarschijnlijkst is, zegt dit niet.",
    alone: "Er is nu één scenario. Zet er een ander naast om te vergelijken.",
    alone_hint: "Uw eigen cijfers blijven staan. U kunt een kopie veranderen, of beginnen met een andere voorzet.",
    stale: "Er is invoer die niet klopt. U ziet de laatste goede uitkomst.",
    prices: |years| {
        format!(
            "Let op: de scenario’s staan in prijzen van verschillende jaren ({years}). Een verschil in euro’s is dan deels een verschil in prijzen."
        )
    },
    pictures: "In beeld",
    costs: "kosten",
    savings: "besparingen",
    reference: "referentie",
    scenario_bars_title,
    scenario_bars,
    scenario_bars_head: ["Scenario", "Kosten", "Besparingen", "Saldo", "Verschil met referentie"],
    measure,
    chance: "Kans dat de becijferde effecten de kosten dekken",
    choose_measure: "Welk cijfer wilt u naast elkaar zien?",
    measure_title: |facts| match facts.ends {
        None => format!("{}: in elk scenario gelijk", facts.measure),
        Some([(high, _), (low, _)]) => {
            format!("{}: het hoogst bij ‘{high}’, het laagst bij ‘{low}’", facts.measure)
        }
    },
    measure_sentence: |facts| {
        let (name, shown) = facts.reference;
        let ends = match facts.ends {
            None => String::new(),
            Some([(_, high), (_, low)]) => format!("Het loopt van {low} tot {high}. "),
        };
        format!("{ends}De referentie, ‘{name}’, staat op {shown}. Alle balken hebben dezelfde schaal.")
    },
    measure_head: |measure| ["Scenario".to_owned(), measure.to_owned(), "Verschil met referentie".to_owned()],
    table: "Alle cijfers",
    table_hint: "Onder elk cijfer staat het verschil met de referentie. Bedragen zijn per jaar met vol effect, behalve de netto contante waarde en wat ‘alle jaren samen’ heet.",
    figure: "Cijfer",
    payback: |year, horizon| match year {
        Some(year) => format!("jaar {year}"),
        None => format!("niet binnen {horizon} jaar"),
    },
    later: |years| {
        let count = DUTCH.number(years.abs(), 0);
        if years < 0.0 { format!("{count} jaar eerder") } else { format!("{count} jaar later") }
    },
    points: |points| format!("{points} procentpunt"),
    price_year: "Prijspeil",
    changes: "Wijzigingen",
    waiting: "wordt berekend",
    none: "niet te zeggen",
    no_difference: "geen verschil",
    drawn: |draws| {
        format!(
            "De kans komt uit {} trekkingen per scenario, binnen de bandbreedtes van dat scenario. Het is de kans dat de becijferde effecten alleen de kosten dekken.",
            DUTCH.number(f64::from(draws), 0)
        )
    },
    why: "Waardoor verschillen ze?",
    choose_why: "Vergelijk de referentie met",
    why_title,
    why_sentence,
    why_head: |from, to| {
        ["Wat verschilt".to_owned(), from.to_owned(), to.to_owned(), "Verandert het saldo".to_owned()]
    },
    saldo_of: |name| format!("Saldo ‘{name}’"),
    together: "Verschil samen",
    others: |count| format!("Nog {count} verschillen"),
    idle: |names| format!("Dit verschilt ook, maar verandert het saldo niet: {}.", names.join("; ")),
    same: "Er is geen verschil in invoer dat het saldo verandert.",
    basis: "Rekenwijze van de kosten",
    counts: |line| format!("{line}: telt mee"),
    yes: "ja",
    absent: "staat er niet in",
    about: |reference, others| format!("Vergelijking met ‘{reference}’ als referentie: {others}"),
};

fn measure(measure: ComparedFigure) -> &'static str {
    match measure {
        ComparedFigure::Costs => "Kosten",
        ComparedFigure::Savings => "Becijferde besparingen",
        ComparedFigure::Net => "Saldo, alle partijen",
        ComparedFigure::CostsPerVisitor => "Kosten per bezoeker",
        ComparedFigure::NetPerVisitor => "Saldo per bezoeker",
        ComparedFigure::Coverage => "Besparingen als deel van de kosten",
        ComparedFigure::Party(Party::Gemeente) => "Saldo gemeente",
        ComparedFigure::Party(Party::Rijk) => "Saldo rijk",
        ComparedFigure::Party(Party::Zorgverzekeraar) => "Saldo zorgverzekeraar",
        ComparedFigure::Party(Party::Overig) => "Saldo overig",
        ComparedFigure::Uncovered => "Ongedekt volgens dekkingsplan",
        ComparedFigure::UncoveredInAll => "Ongedekt, alle jaren samen",
        ComparedFigure::Society => "Saldo samenleving",
        ComparedFigure::Npv => "Netto contante waarde",
        ComparedFigure::Payback => "Terugverdiend vanaf",
    }
}

/// The first of those with the highest saldo.
fn best(all: &[ScenarioFigures]) -> Option<&ScenarioFigures> {
    let high = all.iter().map(|one| one.net).fold(f64::NEG_INFINITY, f64::max);
    all.iter().find(|one| one.net == high)
}

fn worst(all: &[ScenarioFigures]) -> Option<&ScenarioFigures> {
    let low = all.iter().map(|one| one.net).fold(f64::INFINITY, f64::min);
    all.iter().find(|one| one.net == low)
}

fn is_same(one: f64, other: f64) -> bool {
    (one - other).abs() < 0.5
}

fn scenario_bars_title(all: &[ScenarioFigures]) -> String {
    let count = all.len();
    let (Some(best), Some(worst)) = (best(all), worst(all)) else { return String::new() };
    let covering: Vec<&ScenarioFigures> = all.iter().filter(|one| one.net > -0.5).collect();
    match covering.as_slice() {
        [] if is_same(best.net, worst.net) => {
            format!("Geen van de {count} scenario’s dekt de kosten; het verschil is overal even groot")
        }
        [] => format!("Geen van de {count} scenario’s dekt de kosten; ‘{}’ komt het dichtst bij", best.name),
        all if all.len() == count => {
            format!("In alle {count} scenario’s dekken de becijferde besparingen de kosten")
        }
        [only] => format!("Alleen in ‘{}’ dekken de becijferde besparingen de kosten", only.name),
        some => {
            format!("In {} van de {count} scenario’s dekken de becijferde besparingen de kosten", some.len())
        }
    }
}

fn scenario_bars(all: &[ScenarioFigures], reference: usize) -> String {
    let (Some(best), Some(worst), Some(reference)) = (best(all), worst(all), all.get(reference)) else {
        return String::new();
    };
    let range = if is_same(best.net, worst.net) {
        format!("Het saldo is overal {}.", DUTCH.euro(best.net))
    } else {
        format!(
            "Het saldo loopt van {} (‘{}’) tot {} (‘{}’).",
            DUTCH.euro(worst.net),
            worst.name,
            DUTCH.euro(best.net),
            best.name
        )
    };
    format!(
        "{range} De referentie is ‘{}’, met een saldo van {}. Alle balken hebben dezelfde schaal.",
        reference.name,
        DUTCH.euro(reference.net)
    )
}

fn why_title(facts: &DifferenceFacts) -> String {
    let ((from, before), (to, after)) = (facts.from, facts.to);
    let by = after - before;
    if is_same(by, 0.0) {
        return format!("‘{to}’ en ‘{from}’ hebben hetzelfde saldo");
    }
    // Other prices make it higher or lower too, and that is no better or worse.
    let direction = if by > 0.0 { "hoger" } else { "lager" };
    // What works the other way is no reason for it.
    let first = facts.first.filter(|(_, amount)| (*amount > 0.0) == (by > 0.0));
    let reason = match first {
        Some((name, _)) if facts.count > 1 => format!(", vooral door ‘{name}’"),
        Some((name, _)) => format!(", door ‘{name}’"),
        None => String::new(),
    };
    format!("Het saldo van ‘{to}’ is {} {direction} dan dat van ‘{from}’{reason}", DUTCH.euro(by.abs()))
}

fn why_sentence(facts: &DifferenceFacts) -> String {
    let ((_, before), (_, after)) = (facts.from, facts.to);
    let (before, after) = (DUTCH.euro(before), DUTCH.euro(after));
    let parts = match facts.count {
        0 => "Er is geen verschil in invoer dat het saldo verandert.",
        1 => "Eén verschil in de invoer doet dat.",
        _ => {
            "Elke balk is wat één verschil in de invoer eraan bijdraagt: het gemiddelde over alle volgordes waarin u ze kunt veranderen. Samen zijn de balken precies het verschil."
        }
    };
    format!("Het saldo gaat van {before} naar {after}. {parts}")
}

#[cfg(test)]
mod tests {
    use super::*;

    fn named(name: &str, net: f64) -> ScenarioFigures {
        ScenarioFigures { name: name.to_owned(), costs: 0.0, savings: net, net }
    }

    #[test]
    fn the_title_says_what_is_found_and_no_more() {
        let of = |nets: &[f64]| {
            let all: Vec<ScenarioFigures> =
                nets.iter().zip(["A", "B", "C"]).map(|(net, name)| named(name, *net)).collect();
            scenario_bars_title(&all)
        };
        assert_eq!(of(&[-9.0, -5.0]), "Geen van de 2 scenario’s dekt de kosten; ‘B’ komt het dichtst bij");
        assert_eq!(
            of(&[-9.0, -9.2]),
            "Geen van de 2 scenario’s dekt de kosten; het verschil is overal even groot"
        );
        assert_eq!(of(&[-9.0, 5.0, -1.0]), "Alleen in ‘B’ dekken de becijferde besparingen de kosten");
        assert_eq!(
            of(&[9.0, 5.0, -1.0]),
            "In 2 van de 3 scenario’s dekken de becijferde besparingen de kosten"
        );
        assert_eq!(of(&[9.0, 0.0]), "In alle 2 scenario’s dekken de becijferde besparingen de kosten");
    }

    #[test]
    fn a_reason_that_works_the_other_way_is_none() {
        let of = |to: f64, first: f64, count: usize| {
            why_title(&DifferenceFacts {
                from: ("A", -100.0),
                to: ("B", to),
                first: Some(("huur", first)),
                count,
            })
        };
        assert_eq!(
            of(-80.0, 30.0, 2),
            "Het saldo van ‘B’ is €\u{a0}20 hoger dan dat van ‘A’, vooral door ‘huur’"
        );
        assert_eq!(of(-80.0, 20.0, 1), "Het saldo van ‘B’ is €\u{a0}20 hoger dan dat van ‘A’, door ‘huur’");
        assert_eq!(of(-120.0, 30.0, 3), "Het saldo van ‘B’ is €\u{a0}20 lager dan dat van ‘A’");
        assert_eq!(of(-100.0, 30.0, 2), "‘B’ en ‘A’ hebben hetzelfde saldo");
    }
}
