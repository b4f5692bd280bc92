//! Dutch texts of the bouwstenen and the participatieladder.

use crate::building_blocks::{BlockCounts, BuildingBlock, Presence, Ring};
use crate::number::DUTCH;
use crate::participation_ladder::{LadderShift, MeasuringPoint};
use crate::ui::features::building_blocks::text::BuildingBlocksText;

pub static BUILDING_BLOCKS: BuildingBlocksText = BuildingBlocksText {
    intro: "Wat krijgt de gemeente voor haar geld, en waar staan de bezoekers? Invullen hoeft niet. Niets op deze pagina verandert een bedrag.",
    fill_in: "Vul in",
    change: "Wijzig",
    invite: "Laat zien wat het initiatief biedt en waar de bezoekers staan, in mensen en niet in geld. Invullen hoeft niet.",
    to_figures: "Terug naar de cijfers",
    blocks: "Wat het initiatief biedt",
    blocks_intro: "De tien bouwstenen uit de brochure, in drie ringen. Kies per bouwsteen of uw initiatief haar biedt.",
    block,
    activities,
    ring: |ring| match ring {
        Ring::Kern => "Kern: in elk initiatief",
        Ring::Regio => "Regio: in elke regio",
        Ring::Context => "Context: gericht op de omgeving",
    },
    presence: |presence| match presence {
        None => "niet ingevuld",
        Some(Presence::Aanwezig) => "aanwezig",
        Some(Presence::Deels) => "deels",
        Some(Presence::Mist) => "mist",
    },
    block_counts,
    ring_counts: |counts| {
        let mut text = format!("{} van {} aanwezig", counts.present, counts.all);
        for (count, what) in
            [(counts.partly, "deels"), (counts.missing, "mist"), (counts.not_filled_in(), "niet ingevuld")]
        {
            if count > 0 {
                text.push_str(&format!(", {count} {what}"));
            }
        }
        text
    },
    lines: "Welke besparing op welke bouwsteen rust",
    lines_table: "Posten met hun bouwstenen",
    lines_note: "Dit verband is een aanname van ons. De brochure noemt de bouwstenen en de besparingen, maar verbindt ze niet.",
    required_blocks: "Rust op",
    unsupported: |line, missing, all| {
        if all {
            format!(
                "‘{line}’ telt mee, terwijl alles waarop deze besparing naar onze aanname rust, ontbreekt: {missing}. Kijk of het aantal klopt."
            )
        } else {
            format!(
                "‘{line}’ telt mee, terwijl een deel van waarop deze besparing naar onze aanname rust, ontbreekt: {missing}. Kijk of het aantal klopt."
            )
        }
    },
    supported: "Van geen besparing die meetelt, ontbreekt een bouwsteen.",
    ladder_table: "Bezoekers op elke trede",
    ladder: "Waar de bezoekers staan",
    ladder_intro: "De participatieladder heeft zes treden. Vul in hoeveel bezoekers op elke trede stonden toen zij begonnen, en hoeveel er nu staan. Samen zijn het niet meer dan de bezoekers van een jaar.",
    steps: [
        "1. Geïsoleerd",
        "2. Sociale contacten buitenshuis",
        "3. Deelname aan georganiseerde activiteiten",
        "4. Onbetaald werk",
        "5. Betaald werk met ondersteuning",
        "6. Betaald werk",
    ],
    measuring_point,
    step: "Trede",
    difference: "Verschil",
    not_filled_in: "Niet ingevuld",
    empty_cell: "–",
    column: |when, sum, visitors, rest| {
        format!("{}: {sum} van {visitors} bezoekers; niet ingevuld: {rest}.", measuring_point(when))
    },
    column_too_many: |when, sum, visitors| {
        format!(
            "{}: samen {sum} mensen, en er zijn {visitors} bezoekers. Verlaag een aantal of verhoog ‘Bezoekers’.",
            measuring_point(when)
        )
    },
    not_whole: |most| format!("Hier hoort een heel aantal mensen, van 0 tot en met {most}, of niets."),
    too_many: |when, sum, visitors, room| {
        format!(
            "{}: samen zijn dit {sum} mensen en er zijn {visitors} bezoekers. Hier passen er hoogstens {room}.",
            measuring_point(when)
        )
    },
    finding,
    no_finding: "Vul beide kolommen in om het verschil te zien.",
    totals_only: |shift| {
        let mut text =
            "De kolommen zijn totalen: zij laten niet zien wie er is verschoven, en niet waardoor."
                .to_owned();
        if !shift.same_total {
            text.push_str(" Ze gaan ook niet over even veel mensen, dus een deel van het verschil kan komen doordat er iets niet is ingevuld.");
        }
        text
    },
    people_not_money: "Dit zijn mensen en geen geld. Het staat niet in het saldo.",
};

fn measuring_point(when: MeasuringPoint) -> &'static str {
    match when {
        MeasuringPoint::Start => "Bij de start",
        MeasuringPoint::Now => "Nu",
    }
}

fn block(block: BuildingBlock) -> &'static str {
    match block {
        BuildingBlock::SocialeParticipatie => "Sociale participatie",
        BuildingBlock::MaatschappelijkeParticipatie => "Maatschappelijke participatie",
        BuildingBlock::Empowerment => "Empowerment en herstel",
        BuildingBlock::Informatie => "Informatie",
        BuildingBlock::IndividueleOndersteuning => "Individuele ondersteuning",
        // On a phone the longest word of the table of a region needs a place to break.
        BuildingBlock::Ervaringsdeskundigheid => "Ervarings\u{ad}deskundigheid en ervaringswerkers",
        BuildingBlock::Beleidsparticipatie => "Beleidsparticipatie",
        BuildingBlock::Kwartiermaken => "Kwartiermaken en inclusieve samenleving",
        BuildingBlock::Deskundigheid => "Deskundigheid van professionals",
        BuildingBlock::Naasten => "Ondersteuning van naasten en mantelzorgers",
    }
}

fn activities(block: BuildingBlock) -> &'static str {
    match block {
        BuildingBlock::SocialeParticipatie => "Inloop en ontmoeting, ontspanning, samen eten, maatjes.",
        BuildingBlock::MaatschappelijkeParticipatie => {
            "Plekken voor vrijwilligers, werkprojecten, hulp op weg naar betaald werk."
        }
        BuildingBlock::Empowerment => {
            "Cursussen zelfregie, herstel- en schrijfgroepen, lotgenoten en zelfhulp, scholing."
        }
        BuildingBlock::Informatie => "Spreekuren, themabijeenkomsten, nieuwsbrieven.",
        BuildingBlock::IndividueleOndersteuning => {
            "Coaching, crisiskaart en WRAP, onafhankelijke cliëntondersteuning."
        }
        BuildingBlock::Ervaringsdeskundigheid => "Opleiding, intervisie, werkplekken, training van teams.",
        BuildingBlock::Beleidsparticipatie => "Signaleren, belangen behartigen, overleg in de regio.",
        BuildingBlock::Kwartiermaken => "Tegen stigma, voor een samenleving waarin iedereen meedoet.",
        BuildingBlock::Deskundigheid => "Advies, stages en training voor hulpverleners en ambtenaren.",
        BuildingBlock::Naasten => "Steun voor familie, vrienden en mantelzorgers.",
    }
}

fn block_counts(counts: BlockCounts) -> String {
    let BlockCounts { all, present, partly, missing } = counts;
    let mut text = match present {
        0 => format!("Van de {all} bouwstenen is er geen helemaal aanwezig"),
        1 => format!("Voor dit geld is 1 van de {all} bouwstenen aanwezig"),
        _ => format!("Voor dit geld zijn {present} van de {all} bouwstenen aanwezig"),
    };
    match partly {
        0 => {}
        1 => text.push_str(", en 1 deels"),
        _ => text.push_str(&format!(", en {partly} deels")),
    }
    text.push('.');
    match missing {
        0 => {}
        1 => text.push_str(" Eén mist."),
        _ => text.push_str(&format!(" {missing} missen.")),
    }
    match counts.not_filled_in() {
        0 => {}
        1 => text.push_str(" Van 1 is het niet ingevuld."),
        count => text.push_str(&format!(" Van {count} is het niet ingevuld.")),
    }
    text
}

fn count(people: i64) -> String {
    DUTCH.number(people as f64, 0)
}

/// Describes the difference between the start and now in at most two sentences: on the
/// step for which the number of people on it or higher rose most, and on the step for which
/// that number fell most.
fn finding(shift: &LadderShift) -> String {
    let steps = (2..=6).zip(&shift.at_or_above[1..]);
    let most_more = steps.clone().filter(|(_, by)| **by > 0).max_by_key(|(step, by)| (**by, -step));
    let most_fewer = steps.filter(|(_, by)| **by < 0).min_by_key(|(step, by)| (**by, *step));
    let sentence = |step: i32, by: i64, direction: &str| {
        let above = if step == 6 { "Op trede 6".to_owned() } else { format!("Op trede {step} of hoger") };
        let verb = if by.abs() == 1 { ("staat", "bezoeker") } else { ("staan", "bezoekers") };
        format!("{above} {} nu {} {} {direction} dan bij de start.", verb.0, count(by.abs()), verb.1)
    };
    let mut text: Vec<String> = Vec::new();
    text.extend(most_more.map(|(step, by)| sentence(step, *by, "meer")));
    text.extend(most_fewer.map(|(step, by)| sentence(step, *by, "minder")));
    if text.is_empty() {
        let steps = if shift.same_total { "Op elke trede" } else { "Op elke trede vanaf 2" };
        return format!("{steps} staan er nu evenveel bezoekers als bij de start.");
    }
    if shift.same_total {
        let at_least = |people: u32, direction: &str| {
            let verb = if people == 1 { "staat" } else { "staan" };
            format!("{verb} er minstens {} nu {direction}", count(i64::from(people)))
        };
        let sides = [(shift.at_least_up, "hoger"), (shift.at_least_down, "lager")];
        let sides = sides.into_iter().filter(|(people, _)| *people > 0);
        let sides: Vec<String> = sides.map(|(people, direction)| at_least(people, direction)).collect();
        text.push(format!("Zijn het dezelfde mensen, dan {}.", sides.join(" en ")));
    }
    text.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::participation_ladder::Ladder;

    fn finding_of(start: [u32; 6], now: [u32; 6]) -> String {
        let mut ladder = Ladder::default();
        for (when, column) in [(MeasuringPoint::Start, start), (MeasuringPoint::Now, now)] {
            for (step, people) in column.into_iter().enumerate() {
                ladder =
                    ladder.with_people(crate::participation_ladder::LadderEntry { when, step }, Some(people));
            }
        }
        finding(&ladder.shift(5_000.0).unwrap())
    }

    #[test]
    fn findings_say_no_more_than_totals_allow() {
        assert_eq!(
            finding_of([200, 150, 100, 40, 10, 0], [140, 170, 110, 65, 10, 5]),
            "Op trede 2 of hoger staan nu 60 bezoekers meer dan bij de start. Zijn het dezelfde mensen, dan staan er minstens 60 nu hoger."
        );
        assert_eq!(
            finding_of([0, 10, 0, 0, 10, 0], [0, 7, 3, 4, 6, 0]),
            "Op trede 3 of hoger staan nu 3 bezoekers meer dan bij de start. Op trede 5 of hoger staan nu 4 bezoekers minder dan bij de start. Zijn het dezelfde mensen, dan staan er minstens 3 nu hoger en staan er minstens 4 nu lager."
        );
        assert_eq!(
            finding_of([1, 0, 0, 0, 0, 0], [0, 0, 0, 0, 0, 1]),
            "Op trede 2 of hoger staat nu 1 bezoeker meer dan bij de start. Zijn het dezelfde mensen, dan staat er minstens 1 nu hoger."
        );
        assert_eq!(
            finding_of([5; 6], [5; 6]),
            "Op elke trede staan er nu evenveel bezoekers als bij de start."
        );
        // The columns have different sums, so nothing is said about who moved.
        assert_eq!(
            finding_of([1_000, 0, 0, 0, 0, 1], [0, 0, 0, 0, 0, 1_201]),
            "Op trede 2 of hoger staan nu 1.200 bezoekers meer dan bij de start."
        );
        assert_eq!(
            finding_of([9, 0, 0, 0, 0, 0], [8, 0, 0, 0, 0, 0]),
            "Op elke trede vanaf 2 staan er nu evenveel bezoekers als bij de start."
        );
    }

    #[test]
    fn block_counts_in_words() {
        let sentence =
            |present, partly, missing| block_counts(BlockCounts { all: 10, present, partly, missing });
        assert_eq!(sentence(10, 0, 0), "Voor dit geld zijn 10 van de 10 bouwstenen aanwezig.");
        assert_eq!(
            sentence(6, 2, 1),
            "Voor dit geld zijn 6 van de 10 bouwstenen aanwezig, en 2 deels. Eén mist. Van 1 is het niet ingevuld."
        );
        assert_eq!(
            sentence(0, 1, 9),
            "Van de 10 bouwstenen is er geen helemaal aanwezig, en 1 deels. 9 missen."
        );
    }
}
