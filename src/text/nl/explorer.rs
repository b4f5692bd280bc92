//! The words of the search for break-even.

use crate::model::switching_value::Plausibility;
use crate::model::{Euro, Outcome};
use crate::number::DUTCH;
use crate::text::explorer::{ExplorerText, NaturalFacts, NaturalUnit, SwitchingFacts};
use crate::text::nl::sentences::is_nothing;

pub static EXPLORER: ExplorerText = ExplorerText {
    title: "Waar slaat de uitkomst om?",
    intro: "Kies een invoer. U ziet bij welke waarde kosten en becijferde besparingen even groot zijn, als al het andere blijft zoals het is. Het saldo verandert met elke invoer in een rechte lijn, met hoogstens een knik bij nul; waar die lijn nul is, ligt het omslagpunt.",
    choose: "Zoek het omslagpunt van",
    now: "Nu",
    at: "Omslagpunt",
    range: "Aannemelijk",
    nowhere: "is er niet",
    unknown: "niet bekend",
    low_to_high: |low, high| format!("{low} tot {high}"),
    switching_value,
    fill_in: |value| format!("Vul {value} in"),
    switching_inputs,
    others: "Invoer die niet in de lijst staat, verandert het saldo van dit scenario niet.",
    how_far_title: "Hoe ver mag dit ernaast zitten?",
    how_far,
    natural_title: "Wat moet de rest waard zijn, in gewone eenheden?",
    natural,
    natural_head: ["Alleen dit", "Zou per jaar zijn"],
    natural_note: "Eén rij is genoeg; een beetje van elk kan ook. Werk, vrijwilligerswerk en kwaliteit van leven zijn waarde voor mensen, geen geld in een begroting.",
    natural_row: |facts| {
        let all = format!("{} {}", number(facts.count), facts.many);
        format!("{}: {}.", all.trim_end(), each(facts))
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
    let times = outcome.break_even.savings_factor.times().zip(outcome.total.coverage.times());
    let Some((savings, costs)) = times else {
        return "Er staan geen kosten tegenover besparingen; hoe ver alles samen ernaast mag zitten, is dus niet te zeggen."
            .to_owned();
    };
    let part = |share: f64| DUTCH.percent(share);
    if is_nothing(gap) {
        "Kosten en becijferde besparingen zijn even groot: elke afwijking geeft de doorslag.".to_owned()
    } else if gap > Euro::ZERO {
        format!(
            "De becijferde besparingen dekken de kosten niet. Dat verandert pas als alle besparingen samen {} keer zo groot zijn, of als alle kosten samen {} lager zijn.",
            number(savings),
            part(1.0 - costs)
        )
    } else {
        format!(
            "De becijferde besparingen dekken de kosten. Dat houdt op als alle besparingen samen {} kleiner zijn, of als alle kosten samen {} hoger zijn.",
            part(1.0 - savings),
            part(costs - 1.0)
        )
    }
}

fn natural(outcome: &Outcome, visitors: f64, listed: bool) -> String {
    let gap = outcome.break_even.gap;
    if is_nothing(gap) || gap < Euro::ZERO {
        return "Er is geen verschil te dekken.".to_owned();
    }
    let each = if visitors == 1.0 {
        "de enige bezoeker".to_owned()
    } else {
        format!("elk van de {} bezoekers", DUTCH.number(visitors, 0))
    };
    let made_up = if listed {
        "Wat nu p.m. is, moet dat goedmaken. Met één post tegelijk zou dat zijn:"
    } else {
        "Er is geen p.m.-post die dat zou kunnen goedmaken."
    };
    format!(
        "Het verschil is {}: {} voor {each}. {made_up}",
        DUTCH.euro(gap.euros()),
        DUTCH.euro(outcome.break_even.gap_per_visitor.euros()),
    )
}

fn each(facts: &NaturalFacts) -> String {
    let share = facts.count / facts.visitors;
    match facts.unit {
        NaturalUnit::PersonYears if share > 1.0 => "meer mensen dan er bezoekers zijn".to_owned(),
        NaturalUnit::PersonYears => format!("{} van de bezoekers, een jaar lang", DUTCH.percent(share)),
        NaturalUnit::Hours => format!("{} uur per bezoeker", number(share)),
        NaturalUnit::Qaly => format!("{} dagen in volle gezondheid per bezoeker", number(share * 365.0)),
        NaturalUnit::Other if facts.count >= facts.visitors => format!("{} per bezoeker", number(share)),
        NaturalUnit::Other => format!("1 op de {} bezoekers", number(1.0 / share)),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Preset, evaluate};

    /// By hand: 300,000 ÷ 154,000 = 1.95, and 1 − 154 ÷ 300 = 49%.
    #[test]
    fn how_far_it_may_be_off() {
        let brochure = how_far(&evaluate(&Preset::Brochure.inputs()));
        assert!(brochure.contains("1,9 keer zo groot") && brochure.contains("49% lager"), "{brochure}");
        let scenario = r#"{"values":{"dagbesteding.aantal":40}}"#;
        let inputs = crate::scenario::Scenario::parse(scenario).unwrap().inputs();
        // 304,000 against 300,000: 1.3% of either.
        let covered = how_far(&evaluate(&inputs));
        assert!(covered.contains("1,3% kleiner") && covered.contains("1,3% hoger"), "{covered}");
    }

    #[test]
    fn one_and_several_are_good_dutch() {
        let names = ["A", "B"].map(str::to_owned);
        assert!(switching_inputs(&names[..1]).starts_with("Eén invoer kan"));
        assert!(switching_inputs(&names).starts_with("Elk van deze aannames kan"));
        let of = |visitors| natural(&evaluate(&Preset::Brochure.inputs()), visitors, true);
        assert!(
            of(1.0).contains("voor de enige bezoeker.") && of(500.0).contains("elk van de 500 bezoekers")
        );
    }

    #[test]
    fn a_list_is_announced_where_there_is_one() {
        let of = |listed| natural(&evaluate(&Preset::Brochure.inputs()), 500.0, listed);
        assert!(of(true).ends_with("Met één post tegelijk zou dat zijn:"), "{}", of(true));
        assert!(of(false).ends_with("Er is geen p.m.-post die dat zou kunnen goedmaken."), "{}", of(false));
    }

    #[test]
    fn natural_units() {
        let of = |unit, count| each(&NaturalFacts { unit, many: "", count, visitors: 500.0 });
        assert_eq!(of(NaturalUnit::Hours, 4_424.0), "8,8 uur per bezoeker");
        assert_eq!(of(NaturalUnit::Qaly, 2.92), "2,1 dagen in volle gezondheid per bezoeker");
        assert_eq!(of(NaturalUnit::PersonYears, 31.7), "6,3% van de bezoekers, een jaar lang");
        assert_eq!(of(NaturalUnit::PersonYears, 501.0), "meer mensen dan er bezoekers zijn");
        assert_eq!(of(NaturalUnit::Other, 521.0), "1 per bezoeker");
        assert_eq!(of(NaturalUnit::Other, 50.0), "1 op de 10 bezoekers");
    }
}
