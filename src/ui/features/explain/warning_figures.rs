//! Figures that warnings state, also those that the outcome does not have by
//! itself: what some lines or some funders come to, and savings per visitor.

use crate::chart::aggregates::INPUT_KIND;
use crate::checks::{Warning, WarningKind, ending_funders, plausibility_checks};
use crate::explain::{Addend, FigureId, LineFigure, PlanFigure, explain_per_visitor, sum};
use crate::model::savings::SavingId;
use crate::model::{General, InputId, Line, LineField};
use crate::ui::features::explain::panel::{ExplanationView, describe};
use crate::ui::features::explain::sentence::{Stated, euros};
use crate::ui::state::State;

/// The prefix of a figure that only a warning states.
pub const KIND: &str = "let-op";
/// The names of sums: lines that are not corrected, lines that free all money,
/// funders that stop, savings per visitor, welfare that is not corrected.
const NAMES: [&str; 5] =
    ["zonder-correctie", "alles-vrij", "tijdelijk", "besparing-per-bezoeker", "welvaart-zonder-correctie"];

/// Returns the figures that a warning states, in the order of its sentence.
/// Figures of others in it do not open.
pub fn stated_figures(state: &State, guard: &Warning) -> Vec<Stated> {
    let outcome = &state.workspace.outcome;
    let own = |index: usize| format!("{KIND}.{}", NAMES[index]);
    let number = |id: InputId, value: f64| {
        (format!("{INPUT_KIND}.{}", state.workspace.inputs.name(id)), state.text().notation.number(value, 1))
    };
    let general = |of: General, value| number(InputId::General(of), value);
    let of_line = |line, value| number(InputId::Line(line, LineField::Aantal), value);
    let of_plan = |part, year| FigureId::Plan(part, Some(year)).name(outcome);
    match guard.kind {
        WarningKind::MoreThanVisitors { people, visitors } => {
            let line = guard.inputs.first().map(|id| number(*id, people));
            line.into_iter().chain([general(General::Bezoekers, visitors)]).collect()
        }
        WarningKind::WholeSector { visitors } | WarningKind::SectorAverageVisitors { visitors } => {
            vec![general(General::Bezoekers, visitors)]
        }
        WarningKind::CostPerVisitor { per_visitor, .. } => {
            vec![euros(state, "costs.per_visitor", per_visitor.euros())]
        }
        WarningKind::BeyondSources { per_visitor } => vec![euros(state, &own(3), per_visitor.euros())],
        WarningKind::MoreThanCosts { coverage } => {
            vec![("total.coverage".to_owned(), state.text().notation.percent(coverage))]
        }
        WarningKind::MoreThanVolunteers { people, volunteers } => {
            vec![of_line(Line::Uitkeringen, people), general(General::Vrijwilligers, volunteers)]
        }
        WarningKind::WorkCountedTwice { people, hours } => {
            vec![of_line(Line::Uitkeringen, people), of_line(Line::BetaaldWerk, hours)]
        }
        WarningKind::NoCorrection { amount, .. } => vec![euros(state, &own(0), amount.euros())],
        WarningKind::WelfareUncorrected { amount } => vec![euros(state, &own(4), amount.euros())],
        WarningKind::AllCash { amount } => vec![euros(state, &own(1), amount.euros())],
        WarningKind::Temporary { amount, .. } => vec![euros(state, &own(2), amount.euros())],
        WarningKind::Uncovered { year, amount } => {
            vec![euros(state, &of_plan(PlanFigure::Uncovered, year), amount.euros())]
        }
        WarningKind::PaidTooMuch { year, amount } => {
            vec![euros(state, &of_plan(PlanFigure::Surplus, year), amount.euros())]
        }
        WarningKind::WorkAndQualityOfLife
        | WarningKind::IncomeCountedTwice
        | WarningKind::DayCareWithinHousing
        | WarningKind::CountedAsZero
        | WarningKind::OutsidePlausible
        | WarningKind::OneSidedGrowth { .. }
        | WarningKind::StartCosts => vec![],
    }
}

/// Explains a figure of a warning, while there is such a warning.
pub fn explain(state: &State, about: &str) -> Option<ExplanationView> {
    let (inputs, outcome) = (&state.workspace.inputs, &state.workspace.outcome);
    let words = state.text().explain_extra();
    let found = plausibility_checks(inputs, outcome);
    let kind = NAMES.iter().position(|name| *name == about)?;
    let is = |guard: &&Warning| match guard.kind {
        WarningKind::NoCorrection { .. } => kind == 0,
        WarningKind::AllCash { .. } => kind == 1,
        WarningKind::Temporary { .. } => kind == 2,
        WarningKind::BeyondSources { .. } => kind == 3,
        WarningKind::WelfareUncorrected { .. } => kind == 4,
        WarningKind::MoreThanVisitors { .. }
        | WarningKind::WholeSector { .. }
        | WarningKind::SectorAverageVisitors { .. }
        | WarningKind::CostPerVisitor { .. }
        | WarningKind::MoreThanCosts { .. }
        | WarningKind::MoreThanVolunteers { .. }
        | WarningKind::WorkCountedTwice { .. }
        | WarningKind::WorkAndQualityOfLife
        | WarningKind::IncomeCountedTwice
        | WarningKind::DayCareWithinHousing
        | WarningKind::CountedAsZero
        | WarningKind::OutsidePlausible
        | WarningKind::OneSidedGrowth { .. }
        | WarningKind::StartCosts
        | WarningKind::Uncovered { .. }
        | WarningKind::PaidTooMuch { .. } => false,
    };
    let guard = found.iter().find(is)?;
    let explanation = match kind {
        2 => {
            let of = |position| Addend::plus(FigureId::Plan(PlanFigure::Funder(position), None));
            sum(&ending_funders(inputs, outcome).into_iter().map(of).collect::<Vec<_>>(), inputs, outcome)
        }
        3 => explain_per_visitor(FigureId::Savings, inputs, outcome)?,
        _ => {
            let lines = guard.inputs.iter().filter_map(|id| position_of(state, *id));
            let of = |position| Addend::plus(FigureId::Line(position, LineFigure::Net));
            sum(&lines.map(of).collect::<Vec<_>>(), inputs, outcome)
        }
    };
    Some(describe(state, words.warning_figures[kind].to_owned(), &explanation))
}

/// Returns the position in the outcome of the saving that an input is of.
fn position_of(state: &State, id: InputId) -> Option<usize> {
    state.workspace.outcome.savings.iter().position(|saving| match (&saving.id, id) {
        (SavingId::Fixed(line), InputId::Line(of, _)) => *line == of,
        (SavingId::Own(position, _), InputId::Own(of, _)) => *position == of,
        (SavingId::Fixed(_), InputId::General(_) | InputId::Own(..))
        | (SavingId::Own(..), InputId::General(_) | InputId::Line(..)) => false,
    })
}
