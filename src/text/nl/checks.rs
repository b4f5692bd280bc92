//! Dutch texts of the plausibility warnings. A warning that compares with a published
//! figure says where that figure is from.

mod consistency;

use crate::checks::{MAX_SAVED_PER_VISITOR, SECTOR_INITIATIVES, SECTOR_VISITORS, WarningKind};
use crate::model::{Euro, EuroPer};
use crate::number::DUTCH;
use crate::text::checks::ChecksText;
use crate::text::nl::list;

pub static CHECKS: ChecksText = ChecksText {
    count,
    intro: "Dit mag zo blijven. Het zijn plekken waar een kritische lezer het eerst naar vraagt.",
    none: "Geen bijzonderheden. Dat wil niet zeggen dat alle cijfers kloppen.",
    look_at: "Kijk bij:",
    to_conditions: "Voorwaarden (in ‘Bronnen’)",
    plausible: |low, high| format!("(aannemelijk: {low} tot {high})"),
    probable_error: "kan bijna niet kloppen",
    warning,
    line: |name| format!("‘{name}’"),
    list,
};

fn count(all: usize, probable_errors: usize) -> String {
    let points = match all {
        0 => return "geen punten".to_owned(),
        1 => "1 punt om na te kijken".to_owned(),
        _ => format!("{all} punten om na te kijken"),
    };
    match probable_errors {
        0 => points,
        1 => format!("{points}, waarvan 1 bijna niet kan kloppen"),
        _ => format!("{points}, waarvan {probable_errors} bijna niet kunnen kloppen"),
    }
}

/// Says whose savings a warning is about: it is the same in each perspective.
const FOR_ALL_PAYERS: &str = "voor alle betalers samen";

fn number(value: f64) -> String {
    DUTCH.number(value, 1)
}

/// Returns the text about lines without corrections: whose amount it is, and a remark in the middle.
fn uncorrected(lines: &str, amount: Euro, whose: &str, remark: &str) -> String {
    format!(
        "Bij {lines} telt alles mee: {} {whose}. Dat wil zeggen: niets was toch al gebeurd, en alles komt door dit initiatief. {remark} Aannemelijk is dat tot de helft ook zonder het initiatief was gebeurd.",
        DUTCH.euro(amount.euros())
    )
}

/// Returns title and text about unusual costs per visitor; `high` and `far` are as in
/// [`WarningKind::CostPerVisitor`].
fn cost_per_visitor(per_visitor: EuroPer, high: bool, far: bool) -> (&'static str, String) {
    let (title, side, question) = if high {
        ("Hoge kosten per bezoeker", "hoger", "Telt u iedereen die in een jaar minstens één keer komt?")
    } else {
        ("Lage kosten per bezoeker", "lager", "Telt u mensen, en geen bezoeken?")
    };
    let verdict = if far {
        format!("Een kwart komt {side} uit, maar dit is veel {side}.")
    } else {
        format!("Een kwart komt {side} uit, dus dit kan kloppen. Leg dan uit waarom.")
    };
    let text = format!(
        "U komt op {} per bezoeker. De brochure komt op € 600 (aannemelijk: € 540 tot € 690, in prijzen van 2016). Bij Engelse recovery colleges ligt de middelste helft tussen £ 275 en £ 840. {verdict} {question}",
        DUTCH.euro(per_visitor.euros())
    );
    (title, text)
}

fn warning(kind: &WarningKind, lines: &str) -> (&'static str, String) {
    match *kind {
        WarningKind::MoreThanVisitors { people, visitors } => (
            "Meer mensen dan bezoekers",
            {
                let visitors = if visitors == 1.0 {
                    "is 1 bezoeker".to_owned()
                } else {
                    format!("zijn {} bezoekers", number(visitors))
                };
                format!("{lines} staat op {} per jaar, maar er {visitors}.", number(people))
            },
        ),
        WarningKind::WholeSector { visitors } => (
            "Zijn dit de bezoekers van alle initiatieven samen?",
            format!(
                "{} bezoekers is veel voor één initiatief. De brochure noemt {} mensen bij {} initiatieven samen, en 500 bij een gemiddeld initiatief. Gebruik die twee nooit door elkaar: {} × € 600 is € 18,0 miljoen, en {} × € 300.000 is € 9,3 miljoen.",
                number(visitors),
                number(SECTOR_VISITORS),
                number(SECTOR_INITIATIVES),
                number(SECTOR_VISITORS),
                number(SECTOR_INITIATIVES),
            ),
        ),
        WarningKind::SectorAverageVisitors { visitors } => (
            "Twee manieren om bezoekers te tellen",
            format!(
                "{} bezoekers ligt dicht bij {} ÷ {}: alle mensen in de sector gedeeld door alle initiatieven. De brochure rekent bij € 300.000 met 500 bezoekers. ‘Bezoeker’ is daar op twee manieren geteld; gebruik er één.",
                number(visitors),
                number(SECTOR_VISITORS),
                number(SECTOR_INITIATIVES),
            ),
        ),
        WarningKind::CostPerVisitor { per_visitor, high, far } => cost_per_visitor(per_visitor, high, far),
        WarningKind::BeyondSources { per_visitor } => (
            "Meer besparing per bezoeker dan in de bronnen",
            format!(
                "U komt op {} besparing per bezoeker, voor alle betalers samen. De brochure komt op € 308. Het hoogste Europese cijfer dat wij kennen is £ {} minder zorg per deelnemer (Sussex): gemeten voor en na, zonder vergelijkingsgroep, en volgens de onderzoekers geen geld dat vrijkomt. Alleen een onderzoek naar clubhuizen in de VS komt hoger.",
                DUTCH.euro(per_visitor.euros()),
                DUTCH.number(MAX_SAVED_PER_VISITOR, 0),
            ),
        ),
        WarningKind::MoreThanCosts { coverage } => (
            "Besparingen groter dan de kosten",
            format!(
                "Voor alle betalers samen zijn de geschatte besparingen {} van de kosten. De brochure komt op 51%. Wij kennen geen Nederlands onderzoek dat zulke besparingen bij zelfregie-initiatieven heeft gemeten. Leg uit waarom het hier meer is.",
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
        WarningKind::BijstandAsOwnLine => (
            "Bijstand als eigen post",
            format!(
                "{lines}: dit lijkt over bijstand te gaan. Bij een eigen post rekent het model niet dat het Rijk later het budget van de gemeente verlaagt. Bij ‘Minder uitkeringen’ wel.",
            ),
        ),
        WarningKind::CountedAsZero => (
            "Telt mee als nul",
            format!(
                "{lines}: dit telt mee, maar is € 0 waard. Dat zegt dat er geen effect is. Weet u het niet, zet ‘Telt mee’ dan uit.",
            ),
        ),
        WarningKind::NoCorrection { amount, as_brochure } => {
            let brochure = if as_brochure {
                "Zo rekent ook de brochure."
            } else {
                "De brochure rekent alleen zo bij uitkeringen en dagbesteding; andere posten schat zij niet."
            };
            ("Zonder correctie", uncorrected(lines, amount, FOR_ALL_PAYERS, brochure))
        }
        WarningKind::WelfareUncorrected { amount } => (
            "Zonder correctie bij welvaart",
            uncorrected(lines, amount, "voor de samenleving", "De brochure schat dit niet. Het telt alleen mee voor de samenleving: het is geen geld in een begroting."),
        ),
        WarningKind::AllCash { amount } => (
            "Levert alles echt geld op?",
            format!(
                "Bij {lines} telt 100% als geld dat iemand anders kan uitgeven ({}). Dat is een bovengrens: een lege plek in een groep die doorgaat, bespaart niets.",
                DUTCH.euro(amount.euros())
            ),
        ),
        WarningKind::OutsidePlausible => (
            "Anders dan bij een gemiddeld initiatief",
            "Dit ligt buiten wat bij een gemiddeld initiatief aannemelijk is. Het kan kloppen. Zeg er dan bij waar het cijfer vandaan komt.".to_owned(),
        ),
        WarningKind::OneSidedGrowth { costs } => {
            let (rising, other) = if costs { ("kosten", "besparingen") } else { ("besparingen", "kosten") };
            (
                "Maar één kant stijgt over de jaren",
                format!("De {rising} veranderen per jaar, de {other} niet. Tarieven en lonen bewegen vaak samen; vul dan beide in."),
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
            let subject = if funders == 1 { "1 financier betaalt".to_owned() } else { format!("{funders} financiers betalen") };
            (
                "Tijdelijke financiering",
                format!(
                    "{subject} maar tijdelijk; in jaar 1 gaat het om {}. In een gewoon jaar telt dat geld niet mee, want het blijft niet. Vaste kosten vragen op den duur vast geld.",
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
    fn figures_have_the_notation_of_the_page() {
        let (_, words) = warning(&WarningKind::WholeSector { visitors: 30_000.0 }, "");
        assert!(words.starts_with("30.000 bezoekers") && words.contains("bij 31 initiatieven"));
        assert_eq!((SECTOR_VISITORS * 600.0, SECTOR_INITIATIVES * 300_000.0), (18e6, 9.3e6));
        let (_, words) = cost_per_visitor(EuroPer::new(1_000.4), true, false);
        assert!(words.starts_with("U komt op €\u{a0}1.000 per bezoeker."), "{words}");
    }

    /// A sentence has at most 25 words, and its figures are those of the warning.
    #[test]
    fn warnings_about_funding_are_plain_and_state_their_figures() {
        let amount = Euro::new(54_000.0);
        for (kind, figures) in [
            (WarningKind::Temporary { funders: 2, amount }, vec!["2 financiers", "54.000"]),
            (WarningKind::AllTemporary { last: 3, amount }, vec!["jaar 3", "54.000"]),
            (WarningKind::OneFunder { position: 0, amount }, vec!["54.000"]),
            (WarningKind::AllCash { amount }, vec!["54.000"]),
        ] {
            let (title, words) = warning(&kind, "‘x’");
            for figure in figures {
                assert!(words.contains(figure), "{figure}: {words}");
            }
            assert_plain(title, &words);
        }
    }

    #[test]
    fn the_brochure_is_named_only_for_lines_that_it_counts() {
        let amount = Euro::new(17_900.0);
        let names_brochure = |kind| warning(&kind, "‘x’").1.contains("Zo rekent ook de brochure");
        assert!(names_brochure(WarningKind::NoCorrection { amount, as_brochure: true }));
        assert!(!names_brochure(WarningKind::NoCorrection { amount, as_brochure: false }));
        assert!(!names_brochure(WarningKind::WelfareUncorrected { amount }));
    }

    /// Warnings are the same in each perspective, so that their amounts name whose they are.
    #[test]
    fn amounts_of_savings_are_those_of_all_payers() {
        let amount = Euro::new(154_000.0);
        for kind in [
            WarningKind::NoCorrection { amount, as_brochure: true },
            WarningKind::MoreThanCosts { coverage: 1.37 },
            WarningKind::BeyondSources { per_visitor: EuroPer::new(1_500.0) },
        ] {
            let (title, words) = warning(&kind, "‘a’, ‘b’ en ‘c’");
            assert!(words.to_lowercase().contains("voor alle betalers samen"), "{words}");
            assert_plain(title, &words);
        }
        let welfare = warning(&WarningKind::WelfareUncorrected { amount }, "‘a’").1.replace('\u{a0}', " ");
        assert!(welfare.contains("€ 154.000 voor de samenleving"), "{welfare}");
    }

    /// A quarter of the colleges lies above the middle half and a quarter below it, so costs
    /// outside it are no probable error.
    #[test]
    fn costs_outside_the_middle_half_may_be_right() {
        for (high, side) in [(true, "hoger"), (false, "lager")] {
            let text = |far| cost_per_visitor(EuroPer::new(1.0), high, far).1;
            assert!(text(false).contains(&format!("Een kwart komt {side} uit, dus dit kan kloppen.")));
            assert!(
                text(true).contains(&format!("dit is veel {side}.")) && !text(true).contains("kan kloppen")
            );
        }
    }
}
