//! Dutch texts of the card with the distribution of a figure: its name, its chance and its
//! histogram.

use crate::model::Perspective;
use crate::number::DUTCH;
use crate::text::nl::uncertainty::{chance, rounded};
use crate::uncertainty::{SimulatedFigure, Spread};

pub fn figure(figure: SimulatedFigure, perspective: Perspective) -> &'static str {
    match figure {
        SimulatedFigure::Net => "Saldo van alle betalers",
        SimulatedFigure::Npv => match perspective {
            Perspective::Partijen => "Netto contante waarde voor alle betalers",
            Perspective::Gemeente => "Netto contante waarde voor de gemeente",
            Perspective::Samenleving => "Netto contante waarde voor de samenleving",
        },
        SimulatedFigure::Gemeente => "Saldo gemeente",
        SimulatedFigure::Society => "Saldo samenleving",
    }
}

pub fn chance_name(figure: SimulatedFigure, perspective: Perspective) -> &'static str {
    match (figure, perspective) {
        (SimulatedFigure::Net, _) => {
            "De kans dat de becijferde effecten alleen de kosten van alle betalers samen dekken, binnen deze bandbreedtes"
        }
        (SimulatedFigure::Npv, Perspective::Partijen) => {
            "De kans dat de becijferde effecten alleen over de jaren de kosten van alle betalers samen dekken, binnen deze bandbreedtes"
        }
        (SimulatedFigure::Npv, Perspective::Gemeente) => {
            "De kans dat het vrijgemaakte geld alleen over de jaren de kosten van de gemeente dekt, binnen deze bandbreedtes"
        }
        (SimulatedFigure::Npv, Perspective::Samenleving) => {
            "De kans dat de becijferde effecten alleen over de jaren voor de samenleving de kosten dekken, binnen deze bandbreedtes"
        }
        (SimulatedFigure::Gemeente, _) => {
            "De kans dat het vrijgemaakte geld alleen de kosten van de gemeente dekt, binnen deze bandbreedtes"
        }
        (SimulatedFigure::Society, _) => {
            "De kans dat de becijferde effecten alleen voor de samenleving de kosten dekken, binnen deze bandbreedtes"
        }
    }
}

pub fn histogram_title(figure: SimulatedFigure, perspective: Perspective, spread: &Spread) -> String {
    if spread.is_certain() {
        return format!("{}: zonder bandbreedtes is er één uitkomst", self::figure(figure, perspective));
    }
    format!("{}: {}", chance_name(figure, perspective), chance(spread.positive))
}

pub fn histogram(
    figure: SimulatedFigure,
    perspective: Perspective,
    spread: &Spread,
    deterministic: f64,
) -> String {
    if spread.is_certain() {
        return format!(
            "De puntberekening is {}. Geen enkele aanname met invloed op deze uitkomst heeft een bandbreedte.",
            DUTCH.euro(deterministic)
        );
    }
    let [low, _, middle, _, high] = spread.quantiles;
    let reason = match spread.below_deterministic {
        Some(share) if share > 0.6 && spread.no_effect.is_some() => {
            ": door de bandbreedtes, of doordat er dan geen effect is"
        }
        Some(share) if share > 0.6 => ": de bandbreedtes laten vooral lagere uitkomsten toe",
        Some(share) if share < 0.4 => ": de bandbreedtes laten vooral hogere uitkomsten toe",
        _ => "",
    };
    let below = spread.below_deterministic.map_or_else(String::new, |share| {
        format!("; {} van de trekkingen ligt daaronder{reason}", chance(share))
    });
    format!(
        "{}: in 90% van de trekkingen {} tot {}, met {} als midden. De puntberekening is {}{below}.",
        self::figure(figure, perspective),
        rounded(low),
        rounded(high),
        rounded(middle),
        DUTCH.euro(deterministic),
    )
}
