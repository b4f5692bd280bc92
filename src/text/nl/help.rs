//! Dutch help texts of the inputs: meaning and source.

use crate::model::{General, InputId, Line, LineField};
use crate::text::HelpText;
use crate::text::nl::lines;

const BROCHURE: &str = "MIND, Bouwstenen voor participatie en herstel (versie 2, september 2017).";
const SPLIT: &str = "Huisvesting, activiteiten en organisatie zijn samen de 34% van de brochure; de verdeling over de drie is een aanname.";

const fn help_text(help: &'static str, source: &'static str) -> HelpText {
    HelpText { help, source }
}

/// Returns the help text of an input.
pub fn help(id: InputId) -> HelpText {
    match id {
        InputId::General(id) => general(id),
        InputId::Line(line, LineField::Aantal) => lines::line(line).aantal_help,
        InputId::Line(line, LineField::Bedrag) => lines::line(line).bedrag_help,
        InputId::Line(line, field) => line_field(line, field),
        InputId::Own(_, field) => help_text(meaning(field), own_source(field)),
    }
}

fn general(general: General) -> HelpText {
    match general {
        General::Bezoekers => {
            help_text("Iedereen die in een jaar minstens één keer komt. Tel mensen, geen bezoeken.", BROCHURE)
        }
        General::Fte => help_text(
            "Betaalde krachten, omgerekend naar volle banen.",
            "MIND, Bouwstenen (2017): 3,5 tot 4 fte; 3,75 is het midden.",
        ),
        General::Vrijwilligers => help_text("Mensen die zonder loon meewerken.", BROCHURE),
        General::KostenPerBezoeker => help_text(
            "Telt alleen mee als u met het kengetal rekent. In de brochure is 66% voor medewerkers en vrijwilligers, en 34% voor al het andere.",
            "MIND, Bouwstenen (2017): € 300.000 voor 500 bezoekers.",
        ),
        General::LoonkostenPerFte => help_text(
            "Met werkgeverslasten, ziekteverzuim en vervanging. Uw eigen bedrag staat in de jaarrekening.",
            "Afgeleid: zo komen personeel en vrijwilligers samen op de 66% van de brochure (€ 198.000).",
        ),
        General::VergoedingPerVrijwilliger => help_text(
            "Vergoeding en onkosten, per vrijwilliger.",
            "Aanname. Belastingvrij mocht in 2017 hoogstens € 1.500 per jaar.",
        ),
        General::Huisvesting => {
            help_text("Huur, energie en onderhoud. Een gratis ruimte telt mee voor wat zij waard is.", SPLIT)
        }
        General::Activiteiten => help_text("Materiaal, maaltijden, cursussen en uitjes.", SPLIT),
        General::Organisatie => help_text("Administratie, verzekering, bestuur, communicatie.", SPLIT),
        General::EigenInkomsten => help_text(
            "Betaling voor wat het initiatief levert, zoals training of catering. Giften, subsidies en bijdragen van bezoekers zijn financiering en horen hier niet.",
            "Vul uw eigen cijfer in; de brochure noemt er geen.",
        ),
        General::Startkosten => help_text(
            "Eenmalig, in jaar 1. Reken een investering óf hier, óf als jaarlijkse afschrijving.",
            "Vul uw eigen cijfer in; de brochure noemt er geen.",
        ),
        General::FinancieringGemeente => help_text(
            "Deel van de kosten dat de gemeente betaalt. Wat overblijft, betalen fondsen, bezoekers en anderen.",
            "Aanname: de brochure zegt niet wie betaalt.",
        ),
        General::FinancieringRijk => help_text(
            "Deel van de kosten dat het Rijk of het UWV betaalt.",
            "Aanname: de brochure zegt niet wie betaalt.",
        ),
        General::FinancieringZorgverzekeraar => help_text(
            "Deel van de kosten dat de zorgverzekeraar betaalt.",
            "Aanname: de brochure zegt niet wie betaalt.",
        ),
        General::Horizon => help_text("Hoe ver vooruit u kijkt. Vier jaar is één raadsperiode.", "Aanname."),
        General::Discontovoet => help_text(
            "Geld van later telt minder zwaar dan geld van nu. Boven inflatie.",
            "Werkgroep discontovoet 2025, zoals twee andere bronnen haar aanhalen: 2,8% voor analyses vanaf 2026, met een opslag voor risico. Eerder 2,25%.",
        ),
        General::IngroeiJaar1 => {
            help_text("Telt alleen bij een nieuw initiatief. Dat heeft tijd nodig.", "Aanname.")
        }
        General::IngroeiJaar2 => help_text(
            "Telt alleen bij een nieuw initiatief. Vanaf jaar 3 rekent het model met het volle effect.",
            "Aanname.",
        ),
        General::Kostenstijging => {
            help_text("Bijvoorbeeld als lonen sneller stijgen dan prijzen.", "Eigen keuze; zonder keuze 0%.")
        }
        General::Batenstijging => help_text(
            "Bijvoorbeeld als tarieven sneller stijgen dan prijzen.",
            "Eigen keuze; zonder keuze 0%.",
        ),
        General::Drempel => help_text(
            "Wat het centrum u per bezoeker en per jaar mag kosten, naast wat het bespaart. Voor de samenleving: wat alle effecten zonder prijs samen waard zijn. Dit verandert de saldo’s niet. Onder ‘Wanneer is het genoeg?’ ziet u of het genoeg is.",
            "Een afweging van wie beslist, geen meting.",
        ),
        General::Prijspeil => help_text(
            "Alle bedragen staan in euro’s van dit jaar. Verandert u het jaar, dan gaan de voorbeeldbedragen mee. Bedragen die u zelf invulde, blijven staan; u kunt ze met één knop omrekenen.",
            "CBS, consumentenprijzen (83131NED), 2017 tot en met 2025; daarna een verwachting.",
        ),
        General::VerwachteInflatie => help_text(
            "Hoeveel prijzen per jaar stijgen na 2025, het laatste jaar dat bekend is. Een verwachting, geen meting.",
            "Aanname: het doel van de Europese Centrale Bank.",
        ),
        General::InwonersGemeente => help_text(
            "Een kleine gemeente krijgt na twee jaar minder geld voor bijstand als zij minder uitkeringen betaalt. Wat zij bespaart, gaat dan naar het Rijk. Vul 0 in als u het niet weet: dan houdt de gemeente alles, en dat is een bovengrens.",
            "inergy.nl en divosa.nl, over het bijstandsbudget (BUIG). Tot 15.000 inwoners volgt het de eigen uitgaven, boven 40.000 niet, daartussen naar verhouding.",
        ),
        General::Samenhang => help_text(
            "Of een aanpak werkt, blijkt in alle effecten tegelijk. Dit is het deel van de trekkingen waarin zij samen mee- of tegenvallen.",
            "Aanname.",
        ),
        General::KansGeenEffect => help_text(
            "Hoe groot u de kans schat dat er geen enkel effect is. Vul één twijfel niet twee keer in: wie veel aftrekt voor wat toch al gebeurd was, heeft hier minder reden voor.",
            "Aanname: eigen inschatting, uit geen studie.",
        ),
    }
}

/// Returns the meaning of a field for any line, fixed or own.
fn meaning(field: LineField) -> &'static str {
    match field {
        LineField::Aantal => "Hoeveel in een gewoon jaar. Verandert niet mee met het aantal bezoekers.",
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

/// Returns the source of a field of an own line.
fn own_source(field: LineField) -> &'static str {
    match field {
        LineField::Aantal | LineField::Bedrag => "Eigen cijfer.",
        LineField::Toerekening | LineField::Verzilverbaar | LineField::Gemeente => {
            "Eigen cijfer; zonder keuze 100%."
        }
        LineField::Autonoom | LineField::Verdringing | LineField::Rijk | LineField::Zorgverzekeraar => {
            "Eigen cijfer; zonder keuze 0%."
        }
    }
}

/// Returns the help text of a field of a fixed line, with remarks that only hold for that
/// line.
fn line_field(line: Line, field: LineField) -> HelpText {
    let help = match (line, field) {
        (Line::Uitkeringen, LineField::Autonoom) => {
            "Deel van wie nu zonder bijstand is, dat er ook zonder het initiatief uit was geweest (autonoom). Het gaat om de stand van nu, niet om hoeveel mensen er in één jaar uit gaan. Wie vaak vanzelf werk vindt, was er na een paar jaar toch al uit."
        }
        (Line::Dagbesteding, LineField::Verzilverbaar) => {
            "Deel dat in een begroting echt geld vrijmaakt (verzilverbaar). Een lege plek in een groep die toch doorgaat, bespaart niets."
        }
        _ => meaning(field),
    };
    // The brochure gives no figure for the other lines; they are p.m.
    let in_brochure = line.definition().counted;
    let source = match field {
        LineField::Autonoom if in_brochure => "Aanname: zonder correctie, zoals in de brochure.",
        LineField::Autonoom => "Aanname: zonder correctie.",
        LineField::Toerekening if in_brochure => "Aanname: alles, zoals in de brochure.",
        LineField::Toerekening => "Aanname: alles.",
        LineField::Verdringing => "Aanname: niets.",
        _ => "Aanname.",
    };
    help_text(help, source)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Returns the whole help text of a field of a line; of an own line where `line` is `None`.
    fn whole_text(line: Option<Line>, field: LineField) -> String {
        let HelpText { help, source } = help(match line {
            Some(line) => InputId::Line(line, field),
            None => InputId::Own(0, field),
        });
        format!("{help} {source}")
    }

    #[test]
    fn remarks_about_one_line_are_shown_at_that_line_only() {
        let lines = || Line::ALL.into_iter().map(Some).chain([None]);
        for field in LineField::CORRECTIONS {
            for line in lines() {
                let text = whole_text(line, field);
                let benefits = line == Some(Line::Uitkeringen);
                let names = |phrase: &str| text.contains(phrase);
                assert_eq!(names("bijstand"), benefits && field == LineField::Autonoom, "{line:?}: {text}");
                assert_eq!(
                    names("de stand van nu"),
                    benefits && field == LineField::Autonoom,
                    "{line:?}: {text}"
                );
                // A benefit that is not paid is always cash; its budget is explained elsewhere.
                assert!(!names("BUIG"), "{line:?}: {text}");
                let group = line == Some(Line::Dagbesteding) && field == LineField::Verzilverbaar;
                assert_eq!(names("in een groep"), group, "{line:?}: {text}");
                let counted = matches!(line, Some(Line::Uitkeringen | Line::Dagbesteding));
                let corrects = matches!(field, LineField::Autonoom | LineField::Toerekening);
                assert_eq!(names("brochure"), counted && corrects, "{line:?}: {text}");
                assert_eq!(names("Aanname"), line.is_some(), "{line:?}: {text}");
            }
        }
    }

    #[test]
    fn help_of_an_own_line_names_its_defaults() {
        for field in
            LineField::ALL.into_iter().filter(|field| !matches!(field, LineField::Aantal | LineField::Bedrag))
        {
            let ending = format!(" {}%.", InputId::Own(0, field).definition().default * 100.0);
            assert!(own_source(field).ends_with(&ending), "{field:?}: {}", own_source(field));
        }
    }
}
