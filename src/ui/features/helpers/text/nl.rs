//! Dutch texts of the helpers and of the reference prices.

use super::{HelperQuestionText, HelpersText, PlaceProduct};
use crate::helpers::{ExitKind, NumberQuestion, PurchaseForm};
use crate::model::{InputId, LineField, Unit};

pub static HELPERS: HelpersText = HelpersText {
    open: "Help mij rekenen",
    close: "Sluit",
    about: |field| format!(": {field}"),
    number,
    exit_kind: "Wie telt u dan mee?",
    exit_kinds: |kind| match kind {
        ExitKind::All => "Iedereen die stopt met de uitkering",
        ExitKind::ToWork => "Alleen wie werk vindt",
    },
    national: |kind, share| match kind {
        ExitKind::All => {
            format!("Ter vergelijking: in 2023 stopte {share} van alle mensen met bijstand (Divosa).")
        }
        ExitKind::ToWork => {
            format!("Ter vergelijking: in 2023 vond {share} van alle mensen met bijstand werk (Divosa).")
        }
    },
    purchase: "Hoe betaalt de gemeente voor dagbesteding?",
    purchases: |form| match form {
        PurchaseForm::PerDagdeel => "Per dagdeel dat iemand komt",
        PurchaseForm::FixedSum => "Een vast bedrag per jaar",
        PurchaseForm::Groups => "Per groep",
    },
    unknown: "Weet ik niet",
    result: "Wat eruit komt",
    people_of_year: |years_ago, people| match years_ago {
        0 => format!("Wie dit jaar stopte: {people}"),
        1 => format!("Wie vorig jaar stopte: {people}"),
        _ => format!("Wie {years_ago} jaar geleden stopte: {people}"),
    },
    people: |parts, people| match parts {
        [_] => format!("Samen {people} mensen, gemiddeld over het jaar"),
        _ => format!("{} = {people} mensen, gemiddeld over het jaar", parts.join(" + ")),
    },
    anyway: "Wat ook zonder u was gebeurd, is er al af. Die correctie zetten wij daarom op 0%.",
    place,
    wage_cost: |salary, surcharge, cost, about| {
        let about = if about { "ongeveer " } else { "" };
        format!("{salary} + {surcharge} = {about}{cost} per volle baan")
    },
    per_dagdeel: "Elk dagdeel minder kost de gemeente minder: 100% levert geld op.",
    fixed_sum: "De gemeente betaalt evenveel, ook als er minder mensen komen: 0% levert geld op.",
    groups: |people, group, share| {
        format!(
            "{people} mensen, per {group} mensen kan er een groep dicht: hoogstens {share} levert geld op."
        )
    },
    value: |input, value| match input {
        InputId::Line(_, LineField::Aantal) if value == "1" => "1 mens".to_owned(),
        InputId::Line(_, LineField::Aantal) => format!("{value} mensen"),
        InputId::Line(_, LineField::Bedrag) => format!("{value} per plek"),
        InputId::General(_) if input.definition().unit == Unit::EuroPer => format!("{value} per volle baan"),
        InputId::General(_) | InputId::Line(..) | InputId::Own(..) => value.to_owned(),
    },
    values: |values| values.join(" en "),
    fills_in: |values| format!("Dit vullen wij in: {values}."),
    is_filled_in: |values| format!("Dit is ingevuld: {values}."),
    fill_in: "Neem over",
    is_open: "Beantwoord eerst alle vragen. Tot dan vullen wij niets in.",
    is_refused: "Eén antwoord klopt nog niet. Verbeter dat eerst.",
    is_unknown: |brochure| {
        format!("U weet nog niet alles. Daarom vullen wij niets in. De brochure rekent met {brochure}.")
    },
    no_people: "Vul eerst in hoeveel mensen zonder dagbesteding konden.",
    price: |subject, amount| format!("{subject}: {amount}"),
    prices_between: |low, high| format!("Richtprijs per dagdeel: {low} tot {high}"),
    prices_of: |year| format!("In prijzen van {year}, "),
    subject: |price| match price {
        "bijstand" => "Richtprijs bijstand",
        "bijstand-budget" => "Richtprijs bijstand, uit het budget van gemeenten",
        "arbeidsongeschiktheid" => "Richtprijs WIA, Wajong of WAO",
        "dagbesteding-licht" => "Richtprijs lichte begeleiding",
        "dagbesteding-midden" => "Richtprijs gewone begeleiding",
        "dagbesteding-zwaar" => "Richtprijs zware begeleiding",
        "ggz-patient" => "Richtprijs ggz, per patiënt",
        "uur-betaald-werk" => "Richtprijs een uur werk",
        "salaris-sociaal-werk" => "Richtprijs loon sociaal werk",
        "wmo-eigen-bijdrage" => "Eigen bijdrage per maand",
        _ => "",
    },
    source: |publication, year| {
        let name = match publication {
            "berenschot" => "Berenschot",
            "rijksbegroting" => "Rijksbegroting",
            "uwv" => "UWV",
            "westerveld" => "gemeente Westerveld",
            "eigen-bijdrage" => "gemeente.nu",
            "vektis" => "Vektis",
            "kostenhandleiding" => "Zorginstituut",
            "cao" => "cao Sociaal Werk",
            _ => "",
        };
        format!("bron: {name}, {year}")
    },
};

fn number(question: NumberQuestion) -> HelperQuestionText {
    let text = |question, unit, hint| HelperQuestionText { question, unit, hint };
    match question {
        NumberQuestion::Exits => text(
            "Hoeveel van uw bezoekers stoppen in een jaar met hun uitkering?",
            "mensen",
            "Een gemiddeld jaar is goed. Tel ook wie zonder u gestopt zou zijn.",
        ),
        NumberQuestion::StillOff => text(
            "Hoeveel van hen hebben een jaar later nog steeds geen uitkering?",
            "%",
            "Zijn het er 7 van de 10? Vul dan 70 in.",
        ),
        NumberQuestion::LeaveAnyway => text(
            "Van 100 zulke mensen, hoeveel stoppen er elk jaar zonder u met hun uitkering?",
            "van de 100",
            "Tel dezelfde mensen als hierboven.",
        ),
        NumberQuestion::YearsInOperation => {
            text("Hoeveel jaar bestaat uw centrum?", "jaar", "Vul een heel getal in.")
        }
        NumberQuestion::DayCarePeople => text(
            "Hoeveel mensen gaan dit jaar door u niet naar dagbesteding?",
            "mensen",
            "Een half jaar telt als 0,5.",
        ),
        NumberQuestion::DagdelenPerWeek => text(
            "Hoeveel dagdelen per week zou zo iemand gaan?",
            "dagdelen",
            "Een ochtend of een middag is één dagdeel.",
        ),
        NumberQuestion::WeeksPerYear => {
            text("Hoeveel weken per jaar is er dagbesteding?", "weken", "Tel vakanties niet mee.")
        }
        NumberQuestion::PricePerDagdeel => text(
            "Wat betaalt de gemeente voor een dagdeel?",
            "€",
            "Dit staat in het tarievenblad van de gemeente. Tel vervoer mee.",
        ),
        NumberQuestion::OwnContribution => text(
            "Wat betaalt iemand zelf per maand?",
            "€",
            "Dit is de eigen bijdrage. Die krijgt de gemeente dan niet meer.",
        ),
        NumberQuestion::GroupSize => text(
            "Hoeveel mensen moeten er minder komen om een groep te sluiten?",
            "mensen",
            "Vul een heel getal in.",
        ),
        NumberQuestion::Salary => text(
            "Wat is het brutoloon van een volle baan per jaar?",
            "€",
            "Zonder vakantiegeld en andere toeslagen.",
        ),
        NumberQuestion::Surcharge => text(
            "Hoeveel procent komt daar voor u nog bij?",
            "%",
            "Voor vakantiegeld, premies, pensioen, ziekte en vervanging. Uw boekhouder weet dit.",
        ),
    }
}

fn place(product: &PlaceProduct) -> String {
    let PlaceProduct { dagdelen, weeks, price, own, result, about } = product;
    let own = own.map_or_else(String::new, |own| format!(" − 12 maanden × {own}"));
    let about = if *about { "ongeveer " } else { "" };
    format!("{dagdelen} dagdelen × {weeks} weken × {price}{own} = {about}{result} per plek")
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The formula takes off who leaves anyway, so the question must not leave them out already.
    #[test]
    fn the_question_on_exits_counts_everybody_who_leaves() {
        let exits = number(NumberQuestion::Exits);
        assert!(!exits.question.contains("door u"), "{}", exits.question);
        assert!(exits.hint.contains("ook wie zonder u"), "{}", exits.hint);
        assert!(number(NumberQuestion::LeaveAnyway).question.contains("zonder u"));
    }
}
