//! What is said of each parameter once it is asked for: meaning and source.

use crate::model::{General, InputId, Line, LineField};
use crate::text::HelpText;
use crate::text::nl::lines;

const BROCHURE: &str = "MIND, Bouwstenen voor participatie en herstel (versie 2, september 2017).";
const SPLIT: &str = "Huisvesting, activiteiten en organisatie zijn samen de 34% van de brochure; de verdeling over de drie is een aanname.";

const fn words(help: &'static str, source: &'static str) -> HelpText {
    HelpText { help, source }
}

pub fn help(id: InputId) -> HelpText {
    match id {
        InputId::General(of) => general(of),
        InputId::Line(line, LineField::Aantal) => lines::line(line).aantal_help,
        InputId::Line(line, LineField::Bedrag) => lines::line(line).bedrag_help,
        InputId::Line(line, of) => part(line, of),
        InputId::Own(_, of) => words(meaning(of), own(of)),
    }
}

fn general(general: General) -> HelpText {
    match general {
        General::Bezoekers => {
            words("Iedereen die in een jaar minstens één keer komt. Tel mensen, geen bezoeken.", BROCHURE)
        }
        General::Fte => words(
            "Betaalde krachten, omgerekend naar volle banen.",
            "MIND, Bouwstenen (2017): 3,5 tot 4 fte; 3,75 is het midden.",
        ),
        General::Vrijwilligers => words("Mensen die zonder loon meewerken.", BROCHURE),
        General::KostenPerBezoeker => words(
            "Telt alleen mee als u met het kengetal rekent.",
            "MIND, Bouwstenen (2017): € 300.000 voor 500 bezoekers.",
        ),
        General::LoonkostenPerFte => words(
            "Met werkgeverslasten, ziekteverzuim en vervanging. Uw eigen bedrag staat in de jaarrekening.",
            "Afgeleid: zo komen personeel en vrijwilligers samen op de 66% van de brochure (€ 198.000).",
        ),
        General::VergoedingPerVrijwilliger => words(
            "Vergoeding en onkosten, per vrijwilliger.",
            "Aanname. Belastingvrij mocht in 2017 hoogstens € 1.500 per jaar.",
        ),
        General::Huisvesting => {
            words("Huur, energie en onderhoud. Een gratis ruimte telt mee voor wat zij waard is.", SPLIT)
        }
        General::Activiteiten => words("Materiaal, maaltijden, cursussen en uitjes.", SPLIT),
        General::Organisatie => words("Administratie, verzekering, bestuur, communicatie.", SPLIT),
        General::EigenInkomsten => words(
            "Betaling voor wat het initiatief levert, zoals training of catering. Giften, subsidies en bijdragen van bezoekers zijn financiering en horen hier niet.",
            "Vul uw eigen cijfer in; de brochure noemt er geen.",
        ),
        General::Startkosten => words(
            "Eenmalig, in jaar 1. Reken een investering óf hier, óf als jaarlijkse afschrijving.",
            "Vul uw eigen cijfer in; de brochure noemt er geen.",
        ),
        General::FinancieringGemeente => words(
            "Deel van de kosten dat de gemeente betaalt. Wat overblijft, betalen fondsen, bezoekers en anderen.",
            "Aanname: de brochure zegt niet wie betaalt.",
        ),
        General::FinancieringRijk => words(
            "Deel van de kosten dat het Rijk of het UWV betaalt.",
            "Aanname: de brochure zegt niet wie betaalt.",
        ),
        General::FinancieringZorgverzekeraar => words(
            "Deel van de kosten dat de zorgverzekeraar betaalt.",
            "Aanname: de brochure zegt niet wie betaalt.",
        ),
        General::Horizon => words("Hoe ver vooruit u kijkt. Vier jaar is één raadsperiode.", "Aanname."),
        General::Discontovoet => words(
            "Geld van later telt minder zwaar dan geld van nu. Boven inflatie.",
            "Werkgroep discontovoet 2025, zoals twee plaatsen die aanhalen: 2,8% voor analyses vanaf 2026, met een opslag voor risico. Eerder 2,25%.",
        ),
        General::IngroeiJaar1 => {
            words("Telt alleen bij een nieuw initiatief. Dat heeft tijd nodig.", "Aanname.")
        }
        General::IngroeiJaar2 => words(
            "Telt alleen bij een nieuw initiatief. Vanaf jaar 3 rekent het model met het volle effect.",
            "Aanname.",
        ),
        General::Kostenstijging => {
            words("Bijvoorbeeld als lonen sneller stijgen dan prijzen.", "Eigen keuze; zonder keuze 0%.")
        }
        General::Batenstijging => {
            words("Bijvoorbeeld als tarieven sneller stijgen dan prijzen.", "Eigen keuze; zonder keuze 0%.")
        }
        General::Drempel => words(
            "Wat alle effecten buiten de becijferde besparingen u samen waard zijn. Dit verandert de saldo’s niet; onder ‘Wanneer is het genoeg?’ ziet u of het opweegt tegen het verschil.",
            "Een afweging van wie beslist, geen meting.",
        ),
        General::Prijspeil => words(
            "Alle bedragen staan in euro’s van dit jaar. Verandert u het jaar, dan rekent het model alle bedragen om, ook die u zelf invulde.",
            "CBS, consumentenprijzen (83131NED), 2017 tot en met 2025; daarna een verwachting.",
        ),
        General::VerwachteInflatie => words(
            "Hoeveel prijzen per jaar stijgen na 2025, het laatste jaar dat bekend is. Een verwachting, geen meting.",
            "Aanname: het doel van de Europese Centrale Bank.",
        ),
        General::InwonersGemeente => words(
            "Een kleine gemeente krijgt na twee jaar minder geld voor bijstand als zij minder uitkeringen betaalt. Wat zij bespaart, gaat dan naar het Rijk. Vul 0 in als u het niet weet: dan houdt de gemeente alles, en dat is een bovengrens.",
            "inergy.nl en divosa.nl, over het bijstandsbudget (BUIG). Tot 15.000 inwoners volgt het de eigen uitgaven, boven 40.000 niet, daartussen naar verhouding.",
        ),
        General::Samenhang => words(
            "Of een aanpak werkt, blijkt in alle effecten tegelijk. Dit is het deel van de trekkingen waarin zij samen mee- of tegenvallen.",
            "Aanname.",
        ),
        General::KansGeenEffect => words(
            "Hoe groot u de kans schat dat er geen enkel effect is. Vul één twijfel niet twee keer in: wie veel aftrekt voor wat toch al gebeurd was, heeft hier minder reden voor.",
            "Aanname: eigen inschatting, uit geen studie.",
        ),
    }
}

/// Returns what holds for any line, fixed or own.
fn meaning(part: LineField) -> &'static str {
    match part {
        LineField::Aantal => {
            "Hoeveel in een jaar met vol effect. Verandert niet mee met het aantal bezoekers."
        }
        LineField::Bedrag => "Wat één ervan waard is, vóór correcties.",
        LineField::Autonoom => "Deel dat ook zonder het initiatief was gebeurd (autonoom).",
        LineField::Toerekening => {
            "Deel van wat dan overblijft dat aan dit initiatief te danken is, en niet aan andere hulp (toerekening)."
        }
        LineField::Verdringing => {
            "Deel van wat dan overblijft dat alleen naar anderen verschuift (verdringing)."
        }
        LineField::Verzilverbaar => {
            "Deel dat in een begroting echt geld vrijmaakt (verzilverbaar). Alleen tijd of een lege plek is nog geen geld."
        }
        LineField::Gemeente => {
            "Deel van het vrijgemaakte geld dat bij de gemeente terechtkomt. De rest is voor ‘overig’."
        }
        LineField::Rijk => "Deel dat bij het Rijk, het UWV of de politie terechtkomt.",
        LineField::Zorgverzekeraar => "Deel dat bij de zorgverzekeraar terechtkomt.",
    }
}

/// Returns where a figure of an own line comes from.
fn own(part: LineField) -> &'static str {
    match part {
        LineField::Aantal | LineField::Bedrag => "Eigen cijfer.",
        LineField::Toerekening | LineField::Verzilverbaar | LineField::Gemeente => {
            "Eigen cijfer; zonder keuze 100%."
        }
        LineField::Autonoom | LineField::Verdringing | LineField::Rijk | LineField::Zorgverzekeraar => {
            "Eigen cijfer; zonder keuze 0%."
        }
    }
}

fn part(line: Line, part: LineField) -> HelpText {
    let help = match (line, part) {
        (Line::Uitkeringen, LineField::Autonoom) => {
            "Deel van wie nu zonder bijstand is, dat er ook zonder het initiatief uit was geweest (autonoom). Het gaat om de stand van nu, niet om hoeveel mensen er in één jaar uit gaan. Wie vaak vanzelf werk vindt, was er na een paar jaar toch al uit."
        }
        (Line::Dagbesteding, LineField::Verzilverbaar) => {
            "Deel dat in een begroting echt geld vrijmaakt (verzilverbaar). Een lege plek in een groep die toch doorgaat, bespaart niets."
        }
        _ => meaning(part),
    };
    // The brochure leaves the other lines p.m.
    let in_brochure = line.definition().counted;
    let source = match part {
        LineField::Autonoom if in_brochure => {
            "Aanname: zonder correctie, zoals in de brochure. Aannemelijk is 0 tot 50%."
        }
        LineField::Autonoom => "Aanname: zonder correctie. Aannemelijk is 0 tot 50%.",
        LineField::Toerekening if in_brochure => {
            "Aanname: alles, zoals in de brochure. Aannemelijk is 50 tot 100%."
        }
        LineField::Toerekening => "Aanname: alles. Aannemelijk is 50 tot 100%.",
        LineField::Verdringing => "Aanname: niets. Aannemelijk is 0 tot 20%.",
        _ => "Aanname.",
    };
    words(help, source)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// All that is said of a part, at a line or at an own one.
    fn said(line: Option<Line>, part: LineField) -> String {
        let HelpText { help, source } = help(match line {
            Some(line) => InputId::Line(line, part),
            None => InputId::Own(0, part),
        });
        format!("{help} {source}")
    }

    #[test]
    fn what_is_of_one_line_is_said_there_only() {
        let lines = || Line::ALL.into_iter().map(Some).chain([None]);
        for part in
            [LineField::Autonoom, LineField::Toerekening, LineField::Verdringing, LineField::Verzilverbaar]
        {
            for line in lines() {
                let said = said(line, part);
                let benefits = line == Some(Line::Uitkeringen);
                let of = |words: &str| said.contains(words);
                assert_eq!(of("bijstand"), benefits && part == LineField::Autonoom, "{line:?}: {said}");
                assert_eq!(
                    of("de stand van nu"),
                    benefits && part == LineField::Autonoom,
                    "{line:?}: {said}"
                );
                // A benefit that is not paid is cash; whose, its budget says.
                assert!(!of("BUIG"), "{line:?}: {said}");
                let group = line == Some(Line::Dagbesteding) && part == LineField::Verzilverbaar;
                assert_eq!(of("in een groep"), group, "{line:?}: {said}");
                let counted = matches!(line, Some(Line::Uitkeringen | Line::Dagbesteding));
                let corrects = matches!(part, LineField::Autonoom | LineField::Toerekening);
                assert_eq!(of("brochure"), counted && corrects, "{line:?}: {said}");
                assert_eq!(of("Aanname"), line.is_some(), "{line:?}: {said}");
            }
        }
    }

    #[test]
    fn an_own_line_names_what_it_begins_with() {
        for part in
            LineField::ALL.into_iter().filter(|part| !matches!(part, LineField::Aantal | LineField::Bedrag))
        {
            let begins = format!(" {}%.", InputId::Own(0, part).definition().default * 100.0);
            assert!(own(part).ends_with(&begins), "{part:?}: {}", own(part));
        }
    }
}
