//! Dutch texts of the break-even explorer.

use crate::model::switching_value::Plausibility;
use crate::model::{Euro, Outcome};
use crate::number::{DUTCH, round_up};
use crate::text::nl::sentences::is_shown_as_zero;
use crate::ui::features::worksheet::explorer::text::{
    ExplorerText, NaturalFacts, NaturalUnit, SwitchingFacts,
};

pub static EXPLORER: ExplorerText = ExplorerText {
    title: "Waar slaat de uitkomst om?",
    intro: "Kies een invoer. U ziet bij welke waarde kosten en becijferde besparingen even groot zijn, als al het andere blijft zoals het is. Het saldo verandert met elke invoer in een rechte lijn, met hoogstens een knik bij nul; waar die lijn nul is, ligt het omslagpunt.",
    choose: "Zoek het omslagpunt van",
    now: "Nu",
    break_even: "Omslagpunt",
    range: "Aannemelijk",
    no_break_even: "is er niet",
    range_unknown: "niet bekend",
    low_to_high: |low, high| format!("{low} tot {high}"),
    switching_value,
    fill_in: |value| format!("Vul {value} in"),
    switching_inputs,
    unlisted: "Invoer die niet in de lijst staat, verandert het saldo van dit scenario niet.",
    how_far_title: "Hoe ver mag dit ernaast zitten?",
    how_far,
    natural_units_title: "Wat moet de rest waard zijn, in gewone eenheden?",
    natural_units,
    natural_units_head: ["Alleen dit", "Zou per jaar zijn"],
    natural_units_note: "Eén rij is genoeg; een beetje van elk kan ook. Werk, vrijwilligerswerk en kwaliteit van leven zijn waarde voor mensen, geen geld in een begroting.",
    natural_units_row: |facts| {
        let all = format!("{} {}", number(facts.count), facts.many);
        format!("{}: {}.", all.trim_end(), per_visitor(facts))
    },
};

fn number(value: f64) -> String {
    DUTCH.number(value, 1)
}

fn switching_value(facts: &SwitchingFacts) -> String {
    let (name, at) = (facts.name, facts.at);
    let times =
        facts.times.map_or_else(String::new, |times| format!(", {} keer zo veel als nu", number(times)));
    let too_many = if facts.too_many { " Dat zijn meer mensen dan er bezoekers zijn." } else { "" };
    match facts.plausibility {
        Plausibility::Plausible => format!(
            "{name}: bij {at} zijn kosten en becijferde besparingen even groot{times}. Dat ligt binnen de aannemelijke bandbreedte: deze invoer alleen kan de uitkomst doen omslaan.{too_many}"
        ),
        Plausibility::Implausible => format!(
            "{name}: bij {at} zijn kosten en becijferde besparingen even groot{times}. Dat ligt buiten de aannemelijke bandbreedte: door deze invoer alleen slaat de uitkomst niet snel om.{too_many}"
        ),
        Plausibility::NoRange => format!(
            "{name}: bij {at} zijn kosten en becijferde besparingen even groot{times}. Wat hier aannemelijk is, weten wij niet.{too_many}"
        ),
        Plausibility::NotWithinLimits => format!(
            "{name}: met deze invoer alleen slaat de uitkomst niet om. Bij geen enkele waarde die kan, zijn kosten en becijferde besparingen even groot."
        ),
        Plausibility::NoEffect => format!("{name}: het saldo hangt nu niet van deze invoer af."),
    }
}

fn switching_inputs(names: &[String]) -> String {
    match names {
        [] => "Geen enkele invoer kan de uitkomst alleen doen omslaan, binnen de eigen aannemelijke bandbreedte."
            .to_owned(),
        [one] => format!(
            "Eén invoer kan de uitkomst alleen al doen omslaan, binnen de eigen aannemelijke bandbreedte: {one}."
        ),
        _ => format!(
            "Elk van deze aannames kan de uitkomst alleen al doen omslaan, binnen de eigen aannemelijke bandbreedte: {}.",
            names.join("; ")
        ),
    }
}

fn how_far(outcome: &Outcome) -> String {
    let gap = outcome.break_even.gap;
    let factors = outcome.break_even.savings_factor.times().zip(outcome.total.coverage.times());
    let Some((savings_factor, costs_factor)) = factors else {
        return "Er staan geen kosten tegenover besparingen; hoe ver alles samen ernaast mag zitten, is dus niet te zeggen."
            .to_owned();
    };
    let percent = |share: f64| DUTCH.percent(share);
    if is_shown_as_zero(gap) {
        "Kosten en becijferde besparingen zijn even groot: elke afwijking geeft de doorslag.".to_owned()
    } else if gap > Euro::ZERO {
        format!(
            "De becijferde besparingen dekken de kosten niet. Dat verandert pas als alle besparingen samen minstens {} keer zo groot zijn, of als alle kosten samen {} lager zijn.",
            DUTCH.number(round_up(savings_factor, 2), 2),
            percent(1.0 - costs_factor)
        )
    } else {
        format!(
            "De becijferde besparingen dekken de kosten. Dat houdt op als alle besparingen samen {} kleiner zijn, of als alle kosten samen {} hoger zijn.",
            percent(1.0 - savings_factor),
            percent(costs_factor - 1.0)
        )
    }
}

fn natural_units(outcome: &Outcome, visitors: f64, has_list: bool) -> String {
    let gap = outcome.break_even.gap;
    if is_shown_as_zero(gap) || gap < Euro::ZERO {
        return "Er is geen verschil te dekken.".to_owned();
    }
    let each = if visitors == 1.0 {
        "de enige bezoeker".to_owned()
    } else {
        format!("elk van de {} bezoekers", DUTCH.number(visitors, 0))
    };
    let ending = if has_list {
        "Wat nu p.m. is, moet dat goedmaken. Met één post tegelijk zou dat zijn:"
    } else {
        "Er is geen p.m.-post die dat zou kunnen goedmaken."
    };
    format!(
        "Het verschil is {}: {} voor {each}. {ending}",
        DUTCH.euro(gap.euros()),
        DUTCH.euro(outcome.break_even.gap_per_visitor.euros()),
    )
}

/// Returns the number of units per visitor in words.
fn per_visitor(facts: &NaturalFacts) -> String {
    let per_visitor = facts.count / facts.visitors;
    match facts.unit {
        NaturalUnit::PersonYears if per_visitor > 1.0 => "meer mensen dan er bezoekers zijn".to_owned(),
        NaturalUnit::PersonYears => format!("{} van de bezoekers, een jaar lang", DUTCH.percent(per_visitor)),
        NaturalUnit::Hours => format!("{} uur per bezoeker", number(per_visitor)),
        NaturalUnit::Qaly => {
            format!("{} dagen in volle gezondheid per bezoeker", number(per_visitor * 365.0))
        }
        NaturalUnit::Other if facts.count >= facts.visitors => {
            format!("{} per bezoeker", number(per_visitor))
        }
        NaturalUnit::Other => format!("1 op de {} bezoekers", number(1.0 / per_visitor)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Preset, evaluate};

    /// By hand: 300,000 ÷ 154,000 = 1.95, and 1 − 154 ÷ 300 = 49%.
    #[test]
    fn how_far_savings_or_costs_may_be_off() {
        let brochure = how_far(&evaluate(&Preset::Brochure.inputs()));
        assert!(
            brochure.contains("minstens 1,95 keer zo groot") && brochure.contains("49% lager"),
            "{brochure}"
        );
        let scenario = r#"{"values":{"dagbesteding.aantal":40}}"#;
        let inputs = crate::scenario::Scenario::parse(scenario).unwrap().inputs();
        // Savings of 304,000 against costs of 300,000: the difference is 1.3% of either.
        let covered = how_far(&evaluate(&inputs));
        assert!(covered.contains("1,3% kleiner") && covered.contains("1,3% hoger"), "{covered}");
    }

    #[test]
    fn one_and_several_have_their_own_wording() {
        let names = ["A", "B"].map(str::to_owned);
        assert!(switching_inputs(&names[..1]).starts_with("Eén invoer kan"));
        assert!(switching_inputs(&names).starts_with("Elk van deze aannames kan"));
        let sentence = |visitors| natural_units(&evaluate(&Preset::Brochure.inputs()), visitors, true);
        assert!(
            sentence(1.0).contains("voor de enige bezoeker.")
                && sentence(500.0).contains("elk van de 500 bezoekers")
        );
    }

    #[test]
    fn a_list_is_announced_where_there_is_one() {
        let sentence = |has_list| natural_units(&evaluate(&Preset::Brochure.inputs()), 500.0, has_list);
        assert!(sentence(true).ends_with("Met één post tegelijk zou dat zijn:"), "{}", sentence(true));
        assert!(
            sentence(false).ends_with("Er is geen p.m.-post die dat zou kunnen goedmaken."),
            "{}",
            sentence(false)
        );
    }

    #[test]
    fn units_per_visitor_in_words() {
        let in_words = |unit, count| per_visitor(&NaturalFacts { unit, many: "", count, visitors: 500.0 });
        assert_eq!(in_words(NaturalUnit::Hours, 4_424.0), "8,8 uur per bezoeker");
        assert_eq!(in_words(NaturalUnit::Qaly, 2.92), "2,1 dagen in volle gezondheid per bezoeker");
        assert_eq!(in_words(NaturalUnit::PersonYears, 31.7), "6,3% van de bezoekers, een jaar lang");
        assert_eq!(in_words(NaturalUnit::PersonYears, 501.0), "meer mensen dan er bezoekers zijn");
        assert_eq!(in_words(NaturalUnit::Other, 521.0), "1 per bezoeker");
        assert_eq!(in_words(NaturalUnit::Other, 50.0), "1 op de 10 bezoekers");
    }
}
