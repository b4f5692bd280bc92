//! Dutch texts of the first part of the view of certainty.

use crate::model::Perspective;
use crate::number::DUTCH;
use crate::ui::features::certainty::text::{CertaintyText, DotFacts};

pub static CERTAINTY: CertaintyText = CertaintyText {
    finding,
    intro: "Elke stip is een mogelijke uitkomst. De waarden lopen uiteen binnen wat aannemelijk is.",
    no_effect: |dots, is_own| {
        let whose = if is_own { "dat aantal vulde u zelf in" } else { "dat aantal kozen wij zelf" };
        format!("Bij {dots} van de 100 stippen rekenen wij zonder effect; {whose}.")
    },
    picture,
    picture_sentence,
    legend: [
        |count| format!("{count} keer zijn de kosten hoger"),
        |count| format!("{count} keer zijn de besparingen minstens zo groot"),
        |count| format!("{count} keer zonder effect"),
    ],
    point: |net| format!("met deze cijfers: {}", outcome(net)),
    zero: "even groot",
    sides: |perspective| match perspective {
        Perspective::Partijen => ["kosten hoger", "besparingen hoger"],
        Perspective::Gemeente => ["gemeente betaalt meer", "gemeente bespaart meer"],
        Perspective::Samenleving => ["kosten hoger", "opbrengst in geld hoger"],
    },
    dots_head: ["Uitkomst", "Stippen", "Waarvan zonder effect"],
    interval: |from, to| format!("{from} tot {to}"),
    below_point: |net, share| {
        format!(
            "Met deze cijfers is er {}. In {} keer valt de uitkomst lager uit: minder besparing of meer kosten.",
            article(net),
            out_of_hundred(share)
        )
    },
    draw_count: |draws| {
        format!("Wij rekenden {} keer, steeds met andere waarden.", DUTCH.number(f64::from(draws), 0))
    },
    depends_on: "Waar hangt het van af?",
    depends_intro: "Zoveel verandert de uitkomst als één ding anders is. De rest blijft dan gelijk.",
    whether_it_works: "Of het werkt",
    assumption: "aanname",
    swing: |amount| format!("scheelt {}", DUTCH.euro(amount)),
    find_out: "Zo komt u erachter:",
    nothing_uncertain: "Alle cijfers staan vast. Er is niets dat de uitkomst nog verandert.",
    without_effect: "En als het vaker niet werkt?",
    without_effect_table: "De uitkomst bij andere keuzes",
    without_effect_intro: "Hoe vaak een centrum geen effect heeft, weet niemand. Daarom staan hier meer keuzes naast elkaar.",
    without_effect_head: |perspective| {
        [
            "Van elke 100 keer zonder effect",
            "Gemiddeld",
            match perspective {
                Perspective::Partijen => "Van elke 100 keer besparing groot genoeg",
                Perspective::Gemeente => "Van elke 100 keer besparing van de gemeente groot genoeg",
                Perspective::Samenleving => "Van elke 100 keer opbrengst groot genoeg",
            },
        ]
    },
    how_often: |chance, is_set| {
        let often = DUTCH.number(100.0 * chance, 1);
        if is_set { format!("{often} (nu)") } else { often }
    },
    mean: outcome,
    of_hundred,
    not_known: "niet berekend",
    capped: |no_effect| {
        format!(
            "Rekent u bij {} zonder effect, dan kan de kans nooit hoger zijn dan {}.",
            out_of_hundred(no_effect),
            out_of_hundred(1.0 - no_effect)
        )
    },
    change_chance: "Verander hoe vaak er geen effect is",
    for_analysts: "Voor wie rekent: verdeling, tornado, wat het mag kosten, waarde van meten, tussen laag en hoog, trekkingen",
};

fn finding(share: f64, perspective: Perspective) -> String {
    let often = out_of_hundred(share);
    match perspective {
        Perspective::Partijen => {
            format!("In {often} keer zijn de geschatte besparingen minstens zo groot als de kosten")
        }
        Perspective::Gemeente => {
            format!("In {often} keer bespaart de gemeente naar schatting minstens wat zij betaalt")
        }
        Perspective::Samenleving => format!(
            "In {often} keer is de geschatte opbrengst voor de samenleving minstens zo groot als de kosten"
        ),
    }
}

fn picture(facts: &DotFacts) -> String {
    let [low, _, high] = facts.quantiles;
    let euro = |amount: f64| DUTCH.euro(amount.abs());
    if low == high {
        let often = if facts.is_certain { "Elke keer" } else { "Meestal" };
        return format!("{often} is er {}", article(low));
    }
    if high < 0.0 {
        return format!("Meestal is het verschil {} tot {}", euro(high), euro(low));
    }
    if low >= 0.0 {
        return format!("Meestal is het overschot {} tot {}", euro(low), euro(high));
    }
    format!("Meestal tussen {} en {}", article(low), article(high))
}

fn picture_sentence(facts: &DotFacts) -> String {
    let whose = match facts.perspective {
        Perspective::Partijen => "Voor alle betalers samen",
        Perspective::Gemeente => "Voor de gemeente",
        Perspective::Samenleving => "Voor de samenleving als geheel; een uitkering minder telt daar niet",
    };
    let [low, median, high] = facts.quantiles;
    let middle = if low == high {
        String::new()
    } else {
        format!("Van elke 10 uitkomsten liggen er 9 daartussen; in het midden is er {}. ", article(median))
    };
    format!("{middle}{whose}, in een gewoon jaar, in prijzen van {}.", facts.year)
}

/// Names an outcome: 'verschil € 146.000' or 'overschot € 20.000'.
fn outcome(net: f64) -> String {
    let name = if net < 0.0 { "verschil" } else { "overschot" };
    format!("{name} {}", DUTCH.euro(net.abs()))
}

/// Names an outcome within a sentence: 'een verschil van € 146.000'.
fn article(net: f64) -> String {
    let name = if net < 0.0 { "verschil" } else { "overschot" };
    format!("een {name} van {}", DUTCH.euro(net.abs()))
}

/// Writes a chance as a number out of a hundred; it is never none or all of them, since a
/// limited number of draws cannot prove that.
fn out_of_hundred(share: f64) -> String {
    format!("{} van de 100", of_hundred(share))
}

fn of_hundred(share: f64) -> String {
    match (100.0 * share).round() {
        ..1.0 => "minder dan 1".to_owned(),
        100.0.. => "meer dan 99".to_owned(),
        count => DUTCH.number(count, 0),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn chances_are_counted_and_never_all_or_nothing() {
        let written = [0.0, 0.004, 0.006, 0.15, 0.994, 0.996, 1.0].map(out_of_hundred);
        assert_eq!(
            written,
            ["minder dan 1", "minder dan 1", "1", "15", "99", "meer dan 99", "meer dan 99"]
                .map(|count| format!("{count} van de 100"))
        );
    }

    #[test]
    fn the_title_has_a_name_for_each_side_of_zero() {
        let title = |low, high| {
            let quantiles = [low, (low + high) / 2.0, high];
            let facts =
                DotFacts { perspective: Perspective::Partijen, quantiles, is_certain: false, year: 2016 };
            picture(&facts).replace('\u{a0}', " ")
        };
        assert_eq!(title(-300_000.0, -90_000.0), "Meestal is het verschil € 90.000 tot € 300.000");
        assert_eq!(title(-9_000.0, -9_000.0), "Meestal is er een verschil van € 9.000");
        assert_eq!(title(5_000.0, 9_000.0), "Meestal is het overschot € 5.000 tot € 9.000");
        assert_eq!(
            title(-20_000.0, 9_000.0),
            "Meestal tussen een verschil van € 20.000 en een overschot van € 9.000"
        );
    }
}
