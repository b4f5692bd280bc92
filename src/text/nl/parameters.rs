//! What is said of each parameter: name, unit, meaning and source.

use crate::model::{General, Part};
use crate::text::ParameterText;

const BROCHURE: &str = "MIND, Bouwstenen voor participatie en herstel (versie 2, september 2017).";
const SPLIT: &str = "Huisvesting, activiteiten en organisatie zijn samen de 34% van de brochure; de verdeling over de drie is een aanname.";

const fn words(
    label: &'static str,
    unit: &'static str,
    help: &'static str,
    source: &'static str,
) -> ParameterText {
    ParameterText { label, unit, help, source }
}

pub fn general(general: General) -> ParameterText {
    match general {
        General::Bezoekers => words(
            "Bezoekers",
            "mensen per jaar",
            "Iedereen die in een jaar minstens één keer komt. Tel mensen, geen bezoeken.",
            BROCHURE,
        ),
        General::Fte => words(
            "Betaalde medewerkers",
            "fte",
            "Betaalde krachten, omgerekend naar volle banen.",
            "MIND, Bouwstenen (2017): 3,5 tot 4 fte; 3,75 is het midden.",
        ),
        General::Vrijwilligers => {
            words("Vrijwilligers", "mensen", "Mensen die zonder loon meewerken.", BROCHURE)
        }
        General::KostenPerBezoeker => words(
            "Kosten per bezoeker",
            "€ per bezoeker",
            "Telt alleen mee als u met het kengetal rekent.",
            "MIND, Bouwstenen (2017): € 300.000 voor 500 bezoekers.",
        ),
        General::LoonkostenPerFte => words(
            "Loonkosten per fte",
            "€ per jaar",
            "Met werkgeverslasten, ziekteverzuim en vervanging. Uw eigen bedrag staat in de jaarrekening.",
            "Afgeleid: zo komen personeel en vrijwilligers samen op de 66% van de brochure (€ 198.000).",
        ),
        General::VergoedingPerVrijwilliger => words(
            "Vergoeding per vrijwilliger",
            "€ per jaar",
            "Vergoeding en onkosten, per vrijwilliger.",
            "Aanname. Belastingvrij mocht in 2017 hoogstens € 1.500 per jaar.",
        ),
        General::Huisvesting => words(
            "Huisvesting",
            "€ per jaar",
            "Huur, energie en onderhoud. Een gratis ruimte telt mee voor wat zij waard is.",
            SPLIT,
        ),
        General::Activiteiten => {
            words("Activiteiten", "€ per jaar", "Materiaal, maaltijden, cursussen en uitjes.", SPLIT)
        }
        General::Organisatie => {
            words("Organisatie", "€ per jaar", "Administratie, verzekering, bestuur, communicatie.", SPLIT)
        }
        General::EigenInkomsten => words(
            "Eigen inkomsten",
            "€ per jaar",
            "Betaling voor wat het initiatief levert, zoals training of catering. Giften, subsidies en bijdragen van bezoekers zijn financiering en horen hier niet.",
            "Vul uw eigen cijfer in; de brochure noemt er geen.",
        ),
        General::Startkosten => words(
            "Startkosten",
            "€ eenmalig",
            "Eenmalig, in jaar 1. Reken een investering óf hier, óf als jaarlijkse afschrijving.",
            "Vul uw eigen cijfer in; de brochure noemt er geen.",
        ),
        General::FinancieringGemeente => words(
            "Gemeente betaalt",
            "%",
            "Deel van de kosten dat de gemeente betaalt. Wat overblijft, betalen fondsen, bezoekers en anderen.",
            "Aanname: de brochure zegt niet wie betaalt.",
        ),
        General::FinancieringRijk => words(
            "Rijk betaalt",
            "%",
            "Deel van de kosten dat het Rijk of het UWV betaalt.",
            "Aanname: de brochure zegt niet wie betaalt.",
        ),
        General::FinancieringZorgverzekeraar => words(
            "Zorgverzekeraar betaalt",
            "%",
            "Deel van de kosten dat de zorgverzekeraar betaalt.",
            "Aanname: de brochure zegt niet wie betaalt.",
        ),
        General::Horizon => words(
            "Aantal jaren",
            "jaar",
            "Hoe ver vooruit u kijkt. Vier jaar is één raadsperiode.",
            "Aanname.",
        ),
        General::Discontovoet => words(
            "Discontovoet",
            "% per jaar",
            "Geld van later telt minder zwaar dan geld van nu. Boven inflatie.",
            "rwseconomie.nl: 2,25% reëel, voor analyses vanaf 2021.",
        ),
        General::IngroeiJaar1 => words(
            "Effect in jaar 1",
            "% van het volle effect",
            "Een nieuw initiatief heeft tijd nodig. Bestaat het al, vul dan 100 in.",
            "Aanname.",
        ),
        General::IngroeiJaar2 => words(
            "Effect in jaar 2",
            "% van het volle effect",
            "Vanaf jaar 3 rekent het model met het volle effect.",
            "Aanname.",
        ),
        General::Kostenstijging => words(
            "Kosten stijgen",
            "% per jaar boven inflatie",
            "Bijvoorbeeld als lonen sneller stijgen dan prijzen.",
            "Eigen keuze; zonder keuze 0%.",
        ),
        General::Batenstijging => words(
            "Besparingen stijgen",
            "% per jaar boven inflatie",
            "Bijvoorbeeld als tarieven sneller stijgen dan prijzen.",
            "Eigen keuze; zonder keuze 0%.",
        ),
        General::Drempel => words(
            "Wat de rest u waard is",
            "€ per bezoeker per jaar",
            "Wat alle effecten buiten de becijferde besparingen u samen waard zijn. Dit verandert de saldo’s niet; onder ‘Wanneer is het genoeg?’ ziet u of het opweegt tegen het verschil.",
            "Een afweging van wie beslist, geen meting.",
        ),
        General::Prijspeil => words(
            "Prijspeil",
            "jaar",
            "Alle bedragen staan in euro’s van dit jaar. Verandert u het jaar, dan rekent het model alle bedragen om, ook die u zelf invulde.",
            "CBS, consumentenprijzen (83131NED), 2017 tot en met 2025.",
        ),
    }
}

pub fn part(part: Part) -> ParameterText {
    match part {
        Part::Aantal => words(
            "Aantal",
            "per jaar",
            "Hoeveel in een jaar met vol effect. Verandert niet mee met het aantal bezoekers.",
            "Eigen cijfer.",
        ),
        Part::Bedrag => {
            words("Bedrag", "€ per stuk", "Wat één ervan waard is, vóór correcties.", "Eigen cijfer.")
        }
        Part::Autonoom => words(
            "Was toch al gebeurd",
            "%",
            "Deel dat ook zonder het initiatief was gebeurd (autonoom). Ter vergelijking: 23% van de mensen in de bijstand stroomde in 2023 uit, 8% naar werk.",
            "Aanname: zonder correctie, zoals in de brochure. Aannemelijk is 0 tot 50%.",
        ),
        Part::Toerekening => words(
            "Komt door dit initiatief",
            "%",
            "Deel van wat dan overblijft dat aan dit initiatief te danken is, en niet aan andere hulp (toerekening).",
            "Aanname: alles, zoals in de brochure. Aannemelijk is 50 tot 100%.",
        ),
        Part::Verdringing => words(
            "Verschuift alleen",
            "%",
            "Deel van wat dan overblijft dat alleen naar anderen verschuift (verdringing).",
            "Aanname: niets. Aannemelijk is 0 tot 20%.",
        ),
        Part::Verzilverbaar => words(
            "Maakt echt geld vrij",
            "%",
            "Deel dat in een begroting echt geld vrijmaakt (verzilverbaar). Een lege plek in een groep die toch doorgaat, bespaart niets.",
            "Aanname. Bij uitkeringen is 100% een bovengrens: het budget van de gemeente (BUIG) volgt later de landelijke uitgaven.",
        ),
        Part::Gemeente => words(
            "Gemeente bespaart",
            "%",
            "Deel van het vrijgemaakte geld dat bij de gemeente terechtkomt. De rest is voor ‘overig’.",
            "Aanname.",
        ),
        Part::Rijk => words(
            "Rijk bespaart",
            "%",
            "Deel dat bij het Rijk, het UWV of de politie terechtkomt.",
            "Aanname.",
        ),
        Part::Zorgverzekeraar => {
            words("Zorgverzekeraar bespaart", "%", "Deel dat bij de zorgverzekeraar terechtkomt.", "Aanname.")
        }
    }
}
