//! The words of the warnings: what is the matter, and what to look at. Figures
//! of others are named with what they are.

mod consistency;

use crate::checks::{MOST_SAVED, SECTOR, WarningKind};
use crate::model::{Euro, EuroPer};
use crate::number::DUTCH;
use crate::text::checks::ChecksText;

pub static CHECKS: ChecksText = ChecksText {
    count,
    intro: "Dit houdt niets tegen. Het zijn plekken waar een kritische lezer het eerst naar vraagt.",
    none: "Geen bijzonderheden. Dat wil niet zeggen dat alle cijfers kloppen.",
    look: "Kijk bij:",
    doubt: "kan bijna niet kloppen",
    say,
    line: |name| format!("‘{name}’"),
    list,
};

fn count(all: usize, doubts: usize) -> String {
    let points = match all {
        0 => return "geen punten".to_owned(),
        1 => "1 punt om na te kijken".to_owned(),
        _ => format!("{all} punten om na te kijken"),
    };
    match doubts {
        0 => points,
        1 => format!("{points}, waarvan 1 bijna niet kan kloppen"),
        _ => format!("{points}, waarvan {doubts} bijna niet kunnen kloppen"),
    }
}

pub(crate) fn list(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} en {last}", first.join(", ")),
    }
}

fn number(value: f64) -> String {
    DUTCH.number(value, 1)
}

fn uncorrected(lines: &str, amount: Euro, besides: &str) -> String {
    format!(
        "Bij {lines} telt alles mee ({}): niets was toch al gebeurd, en alles komt door dit initiatief. {besides} Aannemelijk is dat tot de helft ook zonder het initiatief was gebeurd.",
        DUTCH.euro(amount.euros())
    )
}

fn cost_per_visitor(per_visitor: EuroPer, high: bool, far: bool) -> (&'static str, String) {
    let (title, side, asked) = if high {
        ("Hoge kosten per bezoeker", "hoger", "Telt u iedereen die in een jaar minstens één keer komt?")
    } else {
        ("Lage kosten per bezoeker", "lager", "Telt u mensen, en geen bezoeken?")
    };
    let verdict = if far {
        format!("Een kwart komt {side} uit, maar dit is veel {side}.")
    } else {
        format!("Een kwart komt {side} uit, dus dit kan kloppen. Leg dan uit waarom.")
    };
    let said = format!(
        "U komt op {} per bezoeker. De brochure komt op € 600 (aannemelijk: € 540 tot € 690, in prijzen van 2016). Bij Engelse recovery colleges ligt de middelste helft tussen £ 275 en £ 840. {verdict} {asked}",
        DUTCH.euro(per_visitor.euros())
    );
    (title, said)
}

fn say(what: &WarningKind, lines: &str) -> (&'static str, String) {
    match *what {
        WarningKind::MoreThanVisitors { people, visitors } => (
            "Meer mensen dan bezoekers",
            {
                let there = if visitors == 1.0 {
                    "is 1 bezoeker".to_owned()
                } else {
                    format!("zijn {} bezoekers", number(visitors))
                };
                format!("{lines} staat op {} per jaar, maar er {there}.", number(people))
            },
        ),
        WarningKind::WholeSector { visitors } => (
            "Zijn dit de bezoekers van alle initiatieven samen?",
            format!(
                "{} bezoekers is veel voor één initiatief. De brochure noemt {} mensen bij {} initiatieven samen, en 500 bij een gemiddeld initiatief. Gebruik die twee nooit door elkaar: {} × € 600 is € 18,0 miljoen, en {} × € 300.000 is € 9,3 miljoen.",
                number(visitors),
                number(SECTOR.0),
                number(SECTOR.1),
                number(SECTOR.0),
                number(SECTOR.1),
            ),
        ),
        WarningKind::SectorAverageVisitors { visitors } => (
            "Twee manieren om bezoekers te tellen",
            format!(
                "{} bezoekers ligt dicht bij {} ÷ {}: alle mensen in de sector gedeeld door alle initiatieven. De brochure rekent bij € 300.000 met 500 bezoekers. ‘Bezoeker’ is daar op twee manieren geteld; gebruik er één.",
                number(visitors),
                number(SECTOR.0),
                number(SECTOR.1),
            ),
        ),
        WarningKind::CostPerVisitor { per_visitor, high, far } => cost_per_visitor(per_visitor, high, far),
        WarningKind::BeyondSources { per_visitor } => (
            "Meer besparing per bezoeker dan in de bronnen",
            format!(
                "U komt op {} per bezoeker. De brochure komt op € 308. Het hoogste Europese cijfer dat wij kennen is £ {} minder zorg per deelnemer (Sussex): gemeten voor en na, zonder vergelijkingsgroep, en volgens de onderzoekers geen geld dat vrijkomt. Alleen een onderzoek naar clubhuizen in de VS komt hoger.",
                DUTCH.euro(per_visitor.euros()),
                DUTCH.number(MOST_SAVED, 0),
            ),
        ),
        WarningKind::MoreThanCosts { coverage } => (
            "Besparingen groter dan de kosten",
            format!(
                "De becijferde besparingen zijn {} van de kosten. De brochure komt op 51%. Wij kennen geen Nederlands onderzoek dat zulke besparingen heeft gemeten. Leg uit waarom het hier meer is.",
                DUTCH.percent(coverage)
            ),
        ),
        WarningKind::Inconsistent(what) => consistency::say(what),
        WarningKind::MoreThanVolunteers { people, volunteers } => (
            "Meer mensen uit de uitkering dan vrijwilligers",
            format!(
                "{} jaar uitkering minder is meer dan het aantal vrijwilligers ({}). Is het aannemelijk dat het initiatief zo veel mensen aan het werk helpt?",
                number(people),
                number(volunteers)
            ),
        ),
        WarningKind::WorkCountedTwice { people, hours } => (
            "Dezelfde mensen bij uitkeringen en bij werk",
            format!(
                "{} persoonsjaren minder uitkering en {} uur betaald werk gaan meestal over dezelfde mensen. De eerste is geld van de gemeente, de tweede waarde voor de samenleving: tel ze nooit bij elkaar op, en hun inkomen er niet nog eens bij.",
                number(people),
                number(hours)
            ),
        ),
        WarningKind::WorkAndQualityOfLife => (
            "Werk en kwaliteit van leven overlappen",
            "Wie werk vindt, kan zich daardoor beter voelen. Tel bij kwaliteit van leven alleen wat niet door dat werk komt.".to_owned(),
        ),
        WarningKind::IncomeCountedTwice => (
            "Werk of inkomen als eigen post",
            format!(
                "{lines}: dit lijkt over werk of inkomen van bezoekers te gaan. Zijn dat dezelfde mensen als bij ‘Minder uitkeringen’ of ‘Betaald werk’, dan telt dezelfde winst twee keer.",
            ),
        ),
        WarningKind::DayCareWithinHousing => (
            "Dagbesteding in beschermd wonen",
            format!(
                "In de prijs van beschermd wonen zit vaak ook dagbesteding. Tel die niet bij {lines} én bij ‘Minder dagbesteding’.",
            ),
        ),
        WarningKind::CountedAsNothing => (
            "Telt mee als nul",
            format!(
                "{lines}: dit telt mee, maar is € 0 waard. Dat zegt dat er geen effect is. Weet u het niet, laat het dan p.m.",
            ),
        ),
        WarningKind::NoCorrection { amount, as_brochure } => {
            let brochure = if as_brochure {
                "Zo rekent ook de brochure."
            } else {
                "De brochure rekent alleen zo bij uitkeringen en dagbesteding; andere posten becijfert zij niet."
            };
            ("Zonder correctie", uncorrected(lines, amount, brochure))
        }
        WarningKind::WelfareUncorrected { amount } => (
            "Zonder correctie bij welvaart",
            uncorrected(lines, amount, "De brochure becijfert dit niet. Tel het nooit op bij besparingen."),
        ),
        WarningKind::AllCash { amount } => (
            "Levert alles echt geld op?",
            format!(
                "Bij {lines} telt 100% als geld dat iemand anders kan uitgeven ({}). Dat is een bovengrens: een lege plek in een groep die doorgaat, bespaart niets.",
                DUTCH.euro(amount.euros())
            ),
        ),
        WarningKind::OutsidePlausible => (
            "Buiten de aannemelijke bandbreedte",
            "Dit kan kloppen. Zeg er dan bij waar uw cijfer vandaan komt.".to_owned(),
        ),
        WarningKind::OneSidedGrowth { costs } => {
            let (what, other) = if costs { ("kosten", "besparingen") } else { ("besparingen", "kosten") };
            (
                "Maar één kant stijgt over de jaren",
                format!("De {what} veranderen per jaar, de {other} niet. Tarieven en lonen bewegen vaak samen; vul dan beide in."),
            )
        }
        WarningKind::Uncovered { year, amount } => (
            "Niet alles is gedekt",
            format!(
                "In jaar {year} betaalt niemand {} van de kosten. Zeg erbij wie dat moet gaan doen, of wat er dan stopt.",
                DUTCH.euro(amount.euros())
            ),
        ),
        WarningKind::Temporary { funders, amount } => {
            let who = if funders == 1 { "1 financier betaalt".to_owned() } else { format!("{funders} financiers betalen") };
            (
                "Tijdelijke financiering",
                format!(
                    "{who} maar tijdelijk; in jaar 1 gaat het om {}. In een gewoon jaar telt dat geld niet mee, want het blijft niet. Vaste kosten vragen op den duur vast geld.",
                    DUTCH.euro(amount.euros())
                ),
            )
        }
        WarningKind::AllTemporary { last, amount } => (
            "Al het geld is tijdelijk",
            format!(
                "Na jaar {last} betaalt niemand meer. In een gewoon jaar telt tijdelijk geld niet mee; dan is {} niet betaald. Wie betaalt de vaste kosten daarna?",
                DUTCH.euro(amount.euros())
            ),
        ),
        WarningKind::OneFunder { amount, .. } => (
            "Eén financier",
            format!(
                "Eén financier betaalt alles wat betaald wordt: {} in jaar 1. Stopt die, dan stopt het centrum misschien ook. De brochure ziet hier een spanning: een centrum moet zelf kunnen kiezen wat het doet.",
                DUTCH.euro(amount.euros())
            ),
        ),
        WarningKind::PaidTooMuch { year, amount } => (
            "De financiers betalen meer dan de kosten",
            format!(
                "In jaar {year} is dat {} te veel. Klopt elk bedrag, en staat geen financier er twee keer in?",
                DUTCH.euro(amount.euros())
            ),
        ),
        WarningKind::StartCosts => (
            "Startkosten",
            "Zit deze investering ook als afschrijving in de jaarlijkse kosten, dan telt zij dubbel. Reken haar maar op één plek.".to_owned(),
        ),
    }
}

/// A sentence has at most 25 words; a title has no full stop.
#[cfg(test)]
fn assert_plain(title: &str, words: &str) {
    for sentence in words.split(['.', '?', ';', ':']) {
        assert!(sentence.split_whitespace().count() <= 25, "{sentence}");
    }
    assert!(!title.ends_with('.') && !words.contains("  "), "{title}: {words}");
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn counts_and_lists() {
        assert_eq!(count(2, 0), "2 punten om na te kijken");
        assert_eq!(count(1, 1), "1 punt om na te kijken, waarvan 1 bijna niet kan kloppen");
        let names = ["a", "b", "c"].map(str::to_owned);
        assert_eq!((list(&names), list(&names[..1])), ("a, b en c".to_owned(), "a".to_owned()));
    }

    /// 30,000 × 600 = 18.0 million; 31 × 300,000 = 9.3 million.
    #[test]
    fn figures_are_written_as_the_page_writes_them() {
        let (_, words) = say(&WarningKind::WholeSector { visitors: 30_000.0 }, "");
        assert!(words.starts_with("30.000 bezoekers") && words.contains("bij 31 initiatieven"));
        assert_eq!((SECTOR.0 * 600.0, SECTOR.1 * 300_000.0), (18e6, 9.3e6));
        let (_, words) = cost_per_visitor(EuroPer::new(1_000.4), true, false);
        assert!(words.starts_with("U komt op €\u{a0}1.000 per bezoeker."), "{words}");
    }

    /// A sentence has at most 25 words, and its figures are those of the warning.
    #[test]
    fn what_is_said_of_funding_is_plain_and_state_their_figures() {
        let amount = Euro::new(54_000.0);
        for (kind, figures) in [
            (WarningKind::Temporary { funders: 2, amount }, vec!["2 financiers", "54.000"]),
            (WarningKind::AllTemporary { last: 3, amount }, vec!["jaar 3", "54.000"]),
            (WarningKind::OneFunder { position: 0, amount }, vec!["54.000"]),
            (WarningKind::AllCash { amount }, vec!["54.000"]),
        ] {
            let (title, words) = say(&kind, "‘x’");
            for figure in figures {
                assert!(words.contains(figure), "{figure}: {words}");
            }
            assert_plain(title, &words);
        }
    }

    #[test]
    fn the_brochure_is_named_only_for_what_it_counts() {
        let amount = Euro::new(17_900.0);
        let says = |what| say(&what, "‘x’").1.contains("Zo rekent ook de brochure");
        assert!(says(WarningKind::NoCorrection { amount, as_brochure: true }));
        assert!(!says(WarningKind::NoCorrection { amount, as_brochure: false }));
        assert!(!says(WarningKind::WelfareUncorrected { amount }));
    }

    /// A quarter lies outside the middle half on either side: that is no doubt.
    #[test]
    fn costs_outside_the_middle_half_may_be_right() {
        for (high, side) in [(true, "hoger"), (false, "lager")] {
            let said = |far| cost_per_visitor(EuroPer::new(1.0), high, far).1;
            assert!(said(false).contains(&format!("Een kwart komt {side} uit, dus dit kan kloppen.")));
            assert!(
                said(true).contains(&format!("dit is veel {side}.")) && !said(true).contains("kan kloppen")
            );
        }
    }
}
