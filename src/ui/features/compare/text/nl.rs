//! Dutch texts of one's own centre counted in three ways.

use super::CountsText;
use crate::answer::AnswerFigures;
use crate::answer::count_points::{CountPoints, Unchanged};
use crate::model::{LineField, Perspective};
use crate::number::DUTCH;
use crate::scenario::counts::CountMethod;
use crate::text::nl::sentences::for_whom;

pub static COUNTS: CountsText = CountsText {
    title: |scenario| format!("‘{scenario}’ op drie manieren geteld"),
    finding,
    unchanged: |method, reason| match (reason, method) {
        (Unchanged::NothingSaved, _) => {
            "Er telt geen besparing mee. Daarom komt elke manier van tellen op hetzelfde uit."
        }
        (Unchanged::NotInPerspective, _) => {
            "Wat u telt, is hier geen besparing. Daarom komt elke manier van tellen op hetzelfde uit."
        }
        (Unchanged::WithinRounding, _) => "Het verschil is zo klein dat u het na afronding niet ziet.",
        (Unchanged::Sure, CountMethod::GeenEffect) => {
            "U weet zeker hoeveel mensen het zijn. Daarom blijft uw aantal staan, ook in de telling zonder effect."
        }
        (Unchanged::Sure, CountMethod::Voorzichtig | CountMethod::Gunstig) => {
            "U weet uw cijfers zeker. Daarom haalt voorzichtig tellen er niets af."
        }
        (Unchanged::AlreadyAsStrict, _) => {
            "U telt zelf al zo voorzichtig. Daarom haalt voorzichtig tellen er niets af."
        }
    },
    kept: |without_effect| {
        if without_effect.savings > 0.0 {
            "Wat u zeker weet, telt ook zonder effect nog mee."
        } else if without_effect.savings < 0.0 {
            "Extra kosten blijven in elke telling staan."
        } else {
            ""
        }
    },
    as_filled_in: "zoals ingevuld",
    counted: |method| match method {
        CountMethod::Voorzichtig => "voorzichtig geteld",
        CountMethod::GeenEffect => "zonder effect",
        CountMethod::Gunstig => "gunstig geteld",
    },
    picture,
    picture_sentence: |perspective| {
        let whose = match perspective {
            Perspective::Partijen => "Alle betalers samen.",
            Perspective::Gemeente => "Alleen de gemeente.",
            Perspective::Samenleving => "De samenleving als geheel. Een uitkering minder telt hier niet.",
        };
        format!("{whose} Kosten en bezoekers zijn in elke telling gelijk.")
    },
    no_chance: "Dit zijn tellingen en geen kansen.",
    to_chances: "Hoe groot is de kans dat het lager uitvalt?",
    taken_off: "Wat voorzichtig tellen eraf haalt",
    taken_off_total: |amount| {
        format!("Samen gaat er {} van de geschatte besparingen af.", DUTCH.euro(amount))
    },
    taken_off_line: |line, amount| format!("{line}: {} eraf.", DUTCH.euro(amount)),
    corrections,
    assumptions: "Deze percentages zijn aannames van ons. Ze komen uit geen onderzoek.",
    add: "Reken mijn centrum voorzichtig",
    add_hint: "De voorzichtige telling komt als scenario naast uw centrum. U blijft uw eigen centrum zien.",
    already_added: |scenario| format!("Deze telling staat al in de lijst, als ‘{scenario}’."),
    scenario_name: |scenario, method| format!("{scenario}, {}", (COUNTS.counted)(method)),
    doubt_in: |scenario, warning| format!("In ‘{scenario}’. {warning}"),
    description: |scenario| format!("‘{scenario}’ op drie manieren geteld"),
};

/// Names a difference or a surplus with its amount, as something that there is.
fn gap(figures: &AnswerFigures) -> String {
    match figures.gap {
        gap if gap > 0.0 => format!("een verschil van {}", DUTCH.euro(gap)),
        gap if gap < 0.0 => format!("een overschot van {}", DUTCH.euro(-gap)),
        _ => "geen verschil".to_owned(),
    }
}

fn finding(points: &CountPoints) -> String {
    let whose = for_whom(points.own.perspective);
    let [cautious, none] = [&points.cautious, &points.without_effect].map(|point| &point.figures);
    if points.cautious.unchanged.is_some() && points.without_effect.unchanged.is_some() {
        return format!("Naar schatting is er{whose} {}. Dat is in elke telling zo.", gap(&points.own));
    }
    let all = [&points.own, cautious, none];
    if all.iter().all(|figures| figures.gap > 0.0) {
        let [own, cautious, none] = all.map(|figures| DUTCH.euro(figures.gap));
        return format!(
            "Het verschil{whose} is naar schatting {own}. Voorzichtig geteld is het {cautious}, en zonder effect {none}."
        );
    }
    format!(
        "Naar schatting is er{whose} {}. Voorzichtig geteld is er {}. Zonder effect is er {}.",
        gap(&points.own),
        gap(cautious),
        gap(none)
    )
}

fn picture(points: &CountPoints) -> String {
    let whose = for_whom(points.own.perspective);
    let (own, cautious) = (&points.own, &points.cautious.figures);
    if points.cautious.unchanged.is_some() {
        return format!("Voorzichtig geteld is er{whose} ook {}", gap(cautious));
    }
    if own.gap > 0.0 && cautious.gap > 0.0 {
        let more = DUTCH.euro(cautious.gap - own.gap);
        return format!("Voorzichtig geteld is het verschil{whose} {more} groter");
    }
    format!("Voorzichtig geteld is er{whose} {}, in plaats van {}", gap(cautious), gap(own))
}

/// Writes what the corrections of a line suppose, with what remains after each.
fn corrections(corrections: &[(LineField, f64)]) -> String {
    let sentence = |(field, value): &(LineField, f64)| {
        let share = DUTCH.percent(*value);
        let rest = DUTCH.percent(1.0 - value);
        match field {
            LineField::Autonoom => format!("Stel dat {share} ook zonder ons was gebeurd."),
            LineField::Toerekening => format!("Van wat blijft, komt {rest} door anderen."),
            LineField::Verdringing => format!("Van wat dan blijft, is {share} alleen verplaatst."),
            LineField::Verzilverbaar => format!("{rest} levert geen geld op dat iemand anders kan uitgeven."),
            LineField::Aantal
            | LineField::Bedrag
            | LineField::Gemeente
            | LineField::Rijk
            | LineField::Zorgverzekeraar => String::new(),
        }
    };
    let sentences: Vec<String> = corrections.iter().map(sentence).collect();
    sentences.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;

    fn finding_of(json: &str, perspective: Perspective) -> String {
        finding(&CountPoints::new(&Scenario::parse(json).unwrap(), perspective)).replace('\u{a0}', " ")
    }

    #[test]
    fn the_finding_names_each_count() {
        assert_eq!(
            finding_of("{}", Perspective::Gemeente),
            "Het verschil voor de gemeente is naar schatting € 146.000. Voorzichtig geteld is het € 241.000, en zonder effect € 300.000."
        );
        assert_eq!(
            finding_of(r#"{"values":{"dagbesteding.aantal":48}}"#, Perspective::Partijen),
            "Naar schatting is er een overschot van € 54.000. Voorzichtig geteld is er een verschil van € 103.000. Zonder effect is er een verschil van € 300.000."
        );
        assert_eq!(
            finding_of(r#"{"base":"geen-effect"}"#, Perspective::Partijen),
            "Naar schatting is er een verschil van € 300.000. Dat is in elke telling zo."
        );
    }

    #[test]
    fn corrections_say_what_they_suppose() {
        let all = [(LineField::Autonoom, 0.5), (LineField::Toerekening, 0.7), (LineField::Verdringing, 0.1)];
        assert_eq!(
            corrections(&all),
            "Stel dat 50% ook zonder ons was gebeurd. Van wat blijft, komt 30% door anderen. Van wat dan blijft, is 10% alleen verplaatst."
        );
    }
}
