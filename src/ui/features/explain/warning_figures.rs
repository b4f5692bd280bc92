//! The figures that warnings state, with what the outcome has not by itself: what
//! some lines or some funders come to, and savings per visitor.

use crate::chart::aggregates::ENTERED;
use crate::checks::{Guard, What, guards, stopping};
use crate::explain::{FigureId, LinePart, Member, PlanPart, for_each_visitor, sum};
use crate::model::savings::SavingId;
use crate::model::{General, InputId, Line, LineField};
use crate::ui::features::explain::panel::{Told, of_explanation};
use crate::ui::features::explain::sentence::{Stated, euros};
use crate::ui::state::State;

/// What the name of such a figure begins with.
pub const KIND: &str = "let-op";
/// Lines that are not corrected, lines that free all money, funders that stop,
/// savings per visitor, welfare that is not corrected.
const NAMES: [&str; 5] =
    ["zonder-correctie", "alles-vrij", "tijdelijk", "besparing-per-bezoeker", "welvaart-zonder-correctie"];

/// What a warning states, in the order of its sentence. Figures of others in it
/// do not open.
pub fn stated(state: &State, guard: &Guard) -> Vec<Stated> {
    let outcome = &state.outcome;
    let own = |place: usize| format!("{KIND}.{}", NAMES[place]);
    let number = |id: InputId, value: f64| {
        (format!("{ENTERED}.{}", state.inputs.name(id)), state.text().notation.number(value, 1))
    };
    let general = |of: General, value| number(InputId::General(of), value);
    let of_line = |line, value| number(InputId::Line(line, LineField::Aantal), value);
    let of_plan = |part, year| FigureId::Plan(part, Some(year)).name(outcome);
    match guard.what {
        What::MoreThanVisitors { people, visitors } => {
            let line = guard.at.first().map(|id| number(*id, people));
            line.into_iter().chain([general(General::Bezoekers, visitors)]).collect()
        }
        What::WholeSector { visitors } | What::OtherDenominator { visitors } => {
            vec![general(General::Bezoekers, visitors)]
        }
        What::CostPerVisitor { per_visitor, .. } => {
            vec![euros(state, "costs.per_visitor", per_visitor.euros())]
        }
        What::BeyondSources { per_visitor } => vec![euros(state, &own(3), per_visitor.euros())],
        What::MoreThanCosts { coverage } => {
            vec![("total.coverage".to_owned(), state.text().notation.percent(coverage))]
        }
        What::MoreThanVolunteers { people, volunteers } => {
            vec![of_line(Line::Uitkeringen, people), general(General::Vrijwilligers, volunteers)]
        }
        What::WorkTwice { people, hours } => {
            vec![of_line(Line::Uitkeringen, people), of_line(Line::BetaaldWerk, hours)]
        }
        What::NoCorrection { amount, .. } => vec![euros(state, &own(0), amount.euros())],
        What::WelfareUncorrected { amount } => vec![euros(state, &own(4), amount.euros())],
        What::AllCash { amount } => vec![euros(state, &own(1), amount.euros())],
        What::Temporary { amount, .. } => vec![euros(state, &own(2), amount.euros())],
        What::Uncovered { year, amount } => {
            vec![euros(state, &of_plan(PlanPart::Uncovered, year), amount.euros())]
        }
        What::PaidTooMuch { year, amount } => {
            vec![euros(state, &of_plan(PlanPart::Surplus, year), amount.euros())]
        }
        What::WorkAndLife
        | What::IncomeTwice
        | What::DayCareInside
        | What::CountedAsNothing
        | What::OutsidePlausible
        | What::OneSidedGrowth { .. }
        | What::StartCosts => vec![],
    }
}

/// What is said of such a figure, while there is such a warning.
pub fn told(state: &State, about: &str) -> Option<Told> {
    let (inputs, outcome) = (&state.inputs, &state.outcome);
    let words = state.text().explain_extra;
    let found = guards(inputs, outcome);
    let kind = NAMES.iter().position(|name| *name == about)?;
    let is = |guard: &&Guard| match guard.what {
        What::NoCorrection { .. } => kind == 0,
        What::AllCash { .. } => kind == 1,
        What::Temporary { .. } => kind == 2,
        What::BeyondSources { .. } => kind == 3,
        What::WelfareUncorrected { .. } => kind == 4,
        _ => false,
    };
    let guard = found.iter().find(is)?;
    let explanation = match kind {
        2 => {
            let of = |place| Member::plus(FigureId::Plan(PlanPart::Funder(place), None));
            sum(&stopping(inputs, outcome).into_iter().map(of).collect::<Vec<_>>(), inputs, outcome)
        }
        3 => for_each_visitor(FigureId::Savings, inputs, outcome)?,
        _ => {
            let lines = guard.at.iter().filter_map(|id| place_of(state, *id));
            let of = |place| Member::plus(FigureId::Line(place, LinePart::Net));
            sum(&lines.map(of).collect::<Vec<_>>(), inputs, outcome)
        }
    };
    Some(of_explanation(state, words.guarded[kind].to_owned(), &explanation))
}

/// The place in the outcome of the saving that an input is of.
fn place_of(state: &State, id: InputId) -> Option<usize> {
    state.outcome.savings.iter().position(|saving| match (&saving.id, id) {
        (SavingId::Fixed(line), InputId::Line(of, _)) => *line == of,
        (SavingId::Own(place, _), InputId::Own(of, _)) => *place == of,
        _ => false,
    })
}
