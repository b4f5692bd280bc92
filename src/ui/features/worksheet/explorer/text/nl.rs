//! Dutch texts of the break-even explorer.

use crate::model::break_even::{Gap, Ratio};
use crate::model::switching_value::Plausibility;
use crate::model::{Euro, Outcome, Perspective};
use crate::number::{DUTCH, round_down, round_up};
use crate::text::nl::sentences::{capitalised, costs_and_savings, is_shown_as_zero, whose};
use crate::ui::features::worksheet::explorer::text::{
    ExplorerText, NaturalFacts, NaturalUnit, SwitchingFacts,
};

pub static EXPLORER: ExplorerText = ExplorerText {
    title: "Waar slaat de uitkomst om?",
    intro,
    choose: "Zoek het omslagpunt van",
    now: "Nu",
    break_even: "Omslagpunt",
    range: "Tussen laag en hoog",
    no_break_even: "is er niet",
    range_unknown: "niet bekend",
    low_to_high: |low, high| format!("{low} tot {high}"),
    switching_value,
    fill_in: |value| format!("Vul {value} in"),
    switching_inputs,
    unlisted: "Een getal dat niet in de lijst staat, verandert dit saldo niet. Alleen prijspeil en inflatie rekenen bedragen om.",
    how_far_title: "Hoe ver mag dit ernaast zitten?",
    how_far,
    natural_units_title: "Wat moet de rest waard zijn, in gewone eenheden?",
    natural_units_caption: |perspective| match perspective {
        Perspective::Partijen | Perspective::Gemeente => "Wat p.m.-posten moeten besparen",
        Perspective::Samenleving => "Wat p.m.-posten de samenleving waard moeten zijn",
    },
    natural_units,
    natural_units_head: ["Alleen dit", "Zou per jaar zijn"],
    natural_units_note: "Eén rij is genoeg; een beetje van elke rij kan ook. Tel de rijen voor de betalers en voor de samenleving niet bij elkaar op. Werk, vrijwilligerswerk en kwaliteit van leven zijn waarde voor mensen, geen geld in een begroting.",
    natural_units_row: |facts| {
        let count = needed(facts.count);
        let unit = if count == "1" { facts.one } else { facts.many };
        let all = format!("{count} {unit}");
        format!("{}: {}.", all.trim_end(), per_visitor(facts))
    },
};

fn number(value: f64) -> String {
    DUTCH.number(value, 1)
}

/// Writes what is needed, rounded up, so that so much is enough.
fn needed(value: f64) -> String {
    number(round_up(value, 1))
}

fn intro(perspective: Perspective) -> String {
    format!(
        "Kies een invoer. U ziet bij welke waarde {} even groot zijn, als al het andere blijft zoals het is. Het saldo van {} verandert met elke invoer in een rechte lijn, soms met een knik. Waar die lijn nul is, ligt het omslagpunt.",
        costs_and_savings(perspective),
        whose(perspective)
    )
}

fn switching_value(facts: &SwitchingFacts) -> String {
    let (name, at) = (facts.name, facts.at);
    let both = costs_and_savings(facts.perspective);
    let times =
        facts.times.map_or_else(String::new, |times| format!(", {} keer zo veel als nu", number(times)));
    let too_many = if facts.too_many { " Dat zijn meer mensen dan er bezoekers zijn." } else { "" };
    let break_even = format!("{name}: bij {at} zijn {both} even groot{times}.");
    match facts.plausibility {
        Plausibility::Plausible => format!(
            "{break_even} Dat ligt tussen laag en hoog: deze invoer alleen kan de uitkomst doen omslaan.{too_many}"
        ),
        Plausibility::Implausible => format!(
            "{break_even} Dat ligt niet tussen laag en hoog: door deze invoer alleen slaat de uitkomst niet snel om.{too_many}"
        ),
        Plausibility::NoRange => {
            format!("{break_even} Wat hier laag en hoog is, weten wij niet.{too_many}")
        }
        Plausibility::NotWithinLimits => format!(
            "{name}: met deze invoer alleen slaat de uitkomst niet om. Bij geen enkele waarde die kan, zijn {both} even groot."
        ),
        Plausibility::NoEffect => {
            format!("{name}: het saldo van {} hangt nu niet van deze invoer af.", whose(facts.perspective))
        }
    }
}

fn switching_inputs(names: &[String]) -> String {
    match names {
        [] => {
            "Geen enkele invoer kan de uitkomst alleen doen omslaan, zolang zij tussen laag en hoog blijft."
                .to_owned()
        }
        [one] => format!(
            "Eén invoer kan de uitkomst alleen al doen omslaan, ook als zij tussen laag en hoog blijft: {one}."
        ),
        _ => {
            "Elk van deze aannames kan de uitkomst alleen al doen omslaan, ook als zij tussen laag en hoog blijft:"
                .to_owned()
        }
    }
}

fn how_far(outcome: &Outcome, perspective: Perspective) -> String {
    let (costs, savings) = (outcome.costs_of(perspective), outcome.savings_of(perspective));
    let factors = [Ratio::costs_per_savings(costs, savings), Ratio::savings_per_costs(savings, costs)];
    let [Some(savings_factor), Some(costs_factor)] = factors.map(Ratio::times) else {
        // Both are needed; there are costs without savings, savings without costs, or neither.
        let missing = if costs > Euro::ZERO { "geen geschatte besparingen" } else { "geen kosten" };
        return format!(
            "Voor {} zijn er {missing}. Hoe ver alles samen ernaast mag zitten, is dus niet te zeggen.",
            whose(perspective)
        );
    };
    let gap = outcome.break_even.gap_of(perspective).gap;
    if is_shown_as_zero(gap) {
        let both = capitalised(costs_and_savings(perspective));
        return format!("{both} zijn naar schatting even groot: elke afwijking geeft de doorslag.");
    }
    let (saved, all_saved, all_costs) = match perspective {
        Perspective::Partijen => ("de becijferde besparingen", "alle besparingen", "alle kosten"),
        Perspective::Gemeente => ("haar besparingen", "al haar besparingen", "al haar kosten"),
        Perspective::Samenleving => ("de becijferde effecten", "alle effecten", "alle kosten"),
    };
    // Rounded up, since at a lower percentage the conclusion would not turn yet. Below 10% there
    // is one decimal.
    let percent = |share: f64| DUTCH.percent(round_up(share, if share < 0.0995 { 3 } else { 2 }));
    let whose = whose(perspective);
    if gap > Euro::ZERO {
        format!(
            "Voor {whose} dekken {saved} naar schatting de kosten niet. Dat verandert pas als {all_saved} samen minstens {} keer zo groot zijn, of als {all_costs} samen {} lager zijn.",
            DUTCH.number(round_up(savings_factor, 2), 2),
            percent(1.0 - costs_factor)
        )
    } else {
        format!(
            "Voor {whose} dekken {saved} naar schatting de kosten. Dat houdt op als {all_saved} samen {} kleiner zijn, of als {all_costs} samen {} hoger zijn.",
            percent(1.0 - savings_factor),
            percent(costs_factor - 1.0)
        )
    }
}

fn natural_units(outcome: &Outcome, perspective: Perspective, visitors: f64, has_list: bool) -> String {
    let Gap { gap, gap_per_visitor } = outcome.break_even.gap_of(perspective);
    let whose = whose(perspective);
    if is_shown_as_zero(gap) || gap < Euro::ZERO {
        return format!("Voor {whose} is er geen verschil te dekken.");
    }
    let each = if visitors == 1.0 {
        "de enige bezoeker".to_owned()
    } else {
        format!("elk van de {} bezoekers", DUTCH.number(visitors, 0))
    };
    if perspective == Perspective::Samenleving {
        let [gap, gap_per_visitor] =
            [gap.euros(), gap_per_visitor.euros()].map(|amount| DUTCH.euro(round_up(amount, 0)));
        let ending = if has_list {
            "Met één post tegelijk zou dat zijn:"
        } else {
            "Er is geen p.m.-post die dat zou kunnen goedmaken."
        };
        return format!(
            "Wat niet in geld is uitgedrukt, moet {whose} naar schatting minstens {gap} waard zijn: {gap_per_visitor} voor {each}. Een uitkering minder is hier geen winst. {ending}"
        );
    }
    let is_any_pm = outcome.savings.iter().any(|line| !line.counted && line.kind.counts_for_payers());
    let ending = if has_list {
        "Een p.m.-post die geld bespaart, kan dat goedmaken. Met één post tegelijk zou dat zijn:"
    } else if is_any_pm {
        "Er is geen p.m.-post die zo veel geld kan besparen."
    } else {
        "Alle posten die geld besparen, tellen al mee."
    };
    format!(
        "Voor {whose} is het verschil {}: minstens {} voor {each}. {ending}",
        DUTCH.euro(gap.euros()),
        DUTCH.euro(round_up(gap_per_visitor.euros(), 0)),
    )
}

/// Returns the number of units per visitor in words.
fn per_visitor(facts: &NaturalFacts) -> String {
    let per_visitor = facts.count / facts.visitors;
    match facts.unit {
        NaturalUnit::PersonYears if per_visitor > 1.0 => "meer mensen dan er bezoekers zijn".to_owned(),
        NaturalUnit::PersonYears => format!("{} van de bezoekers, een jaar lang", DUTCH.percent(per_visitor)),
        NaturalUnit::Hours => format!("{} uur per bezoeker", needed(per_visitor)),
        NaturalUnit::Qaly => {
            format!("{} dagen in volle gezondheid per bezoeker", needed(per_visitor * 365.0))
        }
        NaturalUnit::Other if facts.count >= facts.visitors => {
            format!("{} per bezoeker", needed(per_visitor))
        }
        // Of few visitors nobody is '1 op de 1,4'.
        NaturalUnit::Other if per_visitor >= 0.95 => "bijna alle bezoekers".to_owned(),
        NaturalUnit::Other if per_visitor > 0.2 => {
            format!("ongeveer {} op de 10 bezoekers", DUTCH.number(10.0 * per_visitor, 0))
        }
        NaturalUnit::Other => format!("1 op de {} bezoekers", number(round_down(1.0 / per_visitor, 1))),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Preset, evaluate};

    /// By hand: 300,000 ÷ 154,000 = 1.95, and 1 − 154 ÷ 300 = 49%.
    #[test]
    fn how_far_savings_or_costs_may_be_off() {
        let brochure = evaluate(&Preset::Brochure.inputs());
        // For society: 300,000 ÷ 100,000 and 1 − 100 ÷ 300.
        let society = how_far(&brochure, Perspective::Samenleving);
        assert!(
            society.contains("effecten samen minstens 3 keer") && society.contains("67% lager"),
            "{society}"
        );
        let brochure = how_far(&brochure, Perspective::Partijen);
        assert!(
            brochure.contains("minstens 1,95 keer zo groot") && brochure.contains("49% lager"),
            "{brochure}"
        );
        let scenario = r#"{"values":{"dagbesteding.aantal":40}}"#;
        let inputs = crate::scenario::Scenario::parse(scenario).unwrap().inputs();
        // Savings of 304,000 against costs of 300,000: 1.32% and 1.33%, rounded up.
        let covered = how_far(&evaluate(&inputs), Perspective::Partijen);
        assert!(covered.contains("1,4% kleiner") && covered.contains("1,4% hoger"), "{covered}");
        // Savings of 54,000 + 17.2 × 6,250: at 46% lower costs they are still not covered.
        let scenario = r#"{"values":{"dagbesteding.aantal":17.2}}"#;
        let inputs = crate::scenario::Scenario::parse(scenario).unwrap().inputs();
        let gap = how_far(&evaluate(&inputs), Perspective::Partijen);
        assert!(gap.contains("47% lager"), "{gap}");
        for sentence in [society, brochure, covered, gap] {
            assert!(sentence.contains("naar schatting de kosten"), "{sentence}");
        }
    }

    /// Without any effect there are costs; with own income above them there are none.
    #[test]
    fn what_is_missing_is_named() {
        let sentence = |text: &str| {
            let inputs = crate::scenario::Scenario::parse(text).unwrap().inputs();
            how_far(&evaluate(&inputs), Perspective::Partijen)
        };
        for without in [r#"{"base":"geen-effect"}"#, r#"{"values":{"uitkeringen.aantal":-20}}"#] {
            assert!(
                sentence(without).starts_with("Voor alle betalers samen zijn er geen geschatte besparingen.")
            );
        }
        let profitable = sentence(r#"{"values":{"eigen-inkomsten":400000}}"#);
        assert!(profitable.starts_with("Voor alle betalers samen zijn er geen kosten."), "{profitable}");
    }

    #[test]
    fn one_and_several_have_their_own_wording() {
        let names = ["A", "B"].map(str::to_owned);
        assert!(switching_inputs(&names[..1]).starts_with("Eén invoer kan"));
        assert!(switching_inputs(&names).ends_with("laag en hoog blijft:"));
        let brochure = evaluate(&Preset::Brochure.inputs());
        let sentence = |visitors| natural_units(&brochure, Perspective::Partijen, visitors, true);
        assert!(
            sentence(1.0).contains("voor de enige bezoeker.")
                && sentence(500.0).contains("elk van de 500 bezoekers")
        );
    }

    #[test]
    fn a_list_is_announced_where_there_is_one() {
        let brochure = evaluate(&Preset::Brochure.inputs());
        let sentence = |has_list| natural_units(&brochure, Perspective::Partijen, 500.0, has_list);
        assert!(sentence(true).ends_with("Met één post tegelijk zou dat zijn:"), "{}", sentence(true));
        assert!(
            sentence(false).ends_with("Er is geen p.m.-post die zo veel geld kan besparen."),
            "{}",
            sentence(false)
        );
    }

    /// With the favourable preset every line that saves payers money counts.
    #[test]
    fn that_no_line_is_left_is_not_called_a_line_that_saves_too_little() {
        let favourable = evaluate(&Preset::Gunstig.inputs());
        let sentence = natural_units(&favourable, Perspective::Partijen, 500.0, false);
        assert!(sentence.ends_with("Alle posten die geld besparen, tellen al mee."), "{sentence}");
    }

    /// By hand: 300,000 − 154,000 for all payers, and 300,000 − 100,000 for society.
    #[test]
    fn society_has_a_gap_of_its_own() {
        let brochure = evaluate(&Preset::Brochure.inputs());
        let [payers, society] = [Perspective::Partijen, Perspective::Samenleving]
            .map(|perspective| natural_units(&brochure, perspective, 500.0, true).replace('\u{a0}', " "));
        assert!(
            payers.starts_with("Voor alle betalers samen is het verschil € 146.000: minstens € 292"),
            "{payers}"
        );
        assert!(society.contains("moet de samenleving naar schatting minstens € 200.000 waard"), "{society}");
        assert!(society.contains("€ 400 voor elk van de 500") && !payers.contains("waard"), "{society}");
    }

    /// What is needed is rounded up: 146,000 ÷ 4,600 is 31.74, and 1 ÷ 31.74 of the visitors. One
    /// unit is in the singular.
    #[test]
    fn a_row_says_how_many_units_are_enough() {
        let row = |count| {
            let facts =
                NaturalFacts {
                    unit: NaturalUnit::Qaly, one: "QALY", many: "QALY’s", count, visitors: 500.0
                };
            (EXPLORER.natural_units_row)(&facts)
        };
        assert!(row(146_000.0 / 4_600.0).starts_with("31,8 QALY’s: "));
        assert!(row(1.0).starts_with("1 QALY: ") && row(0.95).starts_with("1 QALY: "));
    }

    #[test]
    fn units_per_visitor_in_words() {
        let in_words =
            |unit, count| per_visitor(&NaturalFacts { unit, one: "", many: "", count, visitors: 500.0 });
        assert_eq!(in_words(NaturalUnit::Hours, 4_424.0), "8,9 uur per bezoeker");
        assert_eq!(in_words(NaturalUnit::Qaly, 2.92), "2,2 dagen in volle gezondheid per bezoeker");
        assert_eq!(in_words(NaturalUnit::PersonYears, 31.7), "6,3% van de bezoekers, een jaar lang");
        assert_eq!(in_words(NaturalUnit::PersonYears, 501.0), "meer mensen dan er bezoekers zijn");
        assert_eq!(in_words(NaturalUnit::Other, 521.0), "1,1 per bezoeker");
        assert_eq!(in_words(NaturalUnit::Other, 50.0), "1 op de 10 bezoekers");
        // 357 ÷ 500 = 0.714; 499 ÷ 500 = 0.998.
        assert_eq!(in_words(NaturalUnit::Other, 357.0), "ongeveer 7 op de 10 bezoekers");
        assert_eq!(in_words(NaturalUnit::Other, 499.0), "bijna alle bezoekers");
    }
}
