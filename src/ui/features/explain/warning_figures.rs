//! The figures that warnings state. Most are figures of the outcome or inputs;
//! this module also explains those that only warnings have: the sum of some lines
//! or of some funders, and the savings per visitor.

use crate::chart::aggregates::INPUT_KIND;
use crate::checks::{Inconsistency, Warning, WarningKind, plausibility_checks, temporary_funders};
use crate::explain::{Addend, FigureId, LineFigure, PlanFigure, explain_per_visitor, sum};
use crate::model::savings::SavingId;
use crate::model::{Euro, General, InputId, Line, LineField, Party};
use crate::ui::features::explain::panel::{ExplanationView, describe};
use crate::ui::features::explain::sentence::{StatedFigure, stated_euros};
use crate::ui::state::State;

/// The kind of a figure that only a warning states: `let-op.tijdelijk`.
pub const KIND: &str = "let-op";

/// A figure that only a warning states.
#[derive(Clone, Copy, PartialEq, Eq)]
enum WarningFigure {
    /// The sum of the savings lines without any correction.
    Uncorrected,
    /// The sum of the savings lines that count as cashable as a whole.
    AllCashable,
    /// The sum of the funders that stop within the horizon.
    Temporary,
    /// The savings per visitor.
    SavingsPerVisitor,
    /// The sum of the welfare lines without any correction.
    UncorrectedWelfare,
}

impl WarningFigure {
    /// All figures, in the order of their names in the catalogue of texts.
    const ALL: [WarningFigure; 5] = [
        WarningFigure::Uncorrected,
        WarningFigure::AllCashable,
        WarningFigure::Temporary,
        WarningFigure::SavingsPerVisitor,
        WarningFigure::UncorrectedWelfare,
    ];

    /// Returns the subject of the figure's name.
    fn id(self) -> &'static str {
        match self {
            WarningFigure::Uncorrected => "zonder-correctie",
            WarningFigure::AllCashable => "alles-vrij",
            WarningFigure::Temporary => "tijdelijk",
            WarningFigure::SavingsPerVisitor => "besparing-per-bezoeker",
            WarningFigure::UncorrectedWelfare => "welvaart-zonder-correctie",
        }
    }

    /// Returns the name of the figure: `let-op.tijdelijk`.
    fn name(self) -> String {
        format!("{KIND}.{}", self.id())
    }

    /// Returns the figure that only a warning of this kind states; `None` where
    /// it states none or figures of the outcome.
    fn stated_by(kind: &WarningKind) -> Option<WarningFigure> {
        match kind {
            WarningKind::NoCorrection { .. } => Some(WarningFigure::Uncorrected),
            WarningKind::AllCash { .. } => Some(WarningFigure::AllCashable),
            WarningKind::Temporary { .. } => Some(WarningFigure::Temporary),
            WarningKind::BeyondSources { .. } => Some(WarningFigure::SavingsPerVisitor),
            WarningKind::WelfareUncorrected { .. } => Some(WarningFigure::UncorrectedWelfare),
            WarningKind::MoreThanVisitors { .. }
            | WarningKind::Inconsistent(_)
            | WarningKind::AllTemporary { .. }
            | WarningKind::OneFunder { .. }
            | WarningKind::WholeSector { .. }
            | WarningKind::SectorAverageVisitors { .. }
            | WarningKind::CostPerVisitor { .. }
            | WarningKind::MoreThanCosts { .. }
            | WarningKind::MoreThanVolunteers { .. }
            | WarningKind::WorkCountedTwice { .. }
            | WarningKind::WorkAndQualityOfLife
            | WarningKind::IncomeCountedTwice
            | WarningKind::DayCareWithinHousing
            | WarningKind::BijstandAsOwnLine
            | WarningKind::CountedAsZero
            | WarningKind::OutsidePlausible
            | WarningKind::OneSidedGrowth { .. }
            | WarningKind::StartCosts
            | WarningKind::Uncovered { .. }
            | WarningKind::PaidTooMuch { .. } => None,
        }
    }
}

/// Returns the figures of this scenario that a warning states, in the order of
/// its sentence. Figures of other organisations that it mentions have no
/// explanation and are left out.
pub fn stated_figures(state: &State, warning: &Warning) -> Vec<StatedFigure> {
    let outcome = &state.workspace.outcome;
    let euros = |figure: WarningFigure, amount: Euro| stated_euros(state, &figure.name(), amount.euros());
    let number = |id: InputId, value: f64| {
        (format!("{INPUT_KIND}.{}", state.workspace.inputs.name(id)), state.text().notation.number(value, 1))
    };
    let general = |general: General, value| number(InputId::General(general), value);
    let quantity = |line, value| number(InputId::Line(line, LineField::Aantal), value);
    let plan_figure = |figure, year, amount: Euro| {
        stated_euros(state, &FigureId::Plan(figure, Some(year)).name(outcome), amount.euros())
    };
    match warning.kind {
        WarningKind::MoreThanVisitors { people, visitors } => {
            let line = warning.inputs.first().map(|id| number(*id, people));
            line.into_iter().chain([general(General::Bezoekers, visitors)]).collect()
        }
        WarningKind::WholeSector { visitors } | WarningKind::SectorAverageVisitors { visitors } => {
            vec![general(General::Bezoekers, visitors)]
        }
        WarningKind::CostPerVisitor { per_visitor, .. } => {
            vec![stated_euros(state, "costs.per_visitor", per_visitor.euros())]
        }
        WarningKind::BeyondSources { per_visitor } => {
            vec![stated_euros(state, &WarningFigure::SavingsPerVisitor.name(), per_visitor.euros())]
        }
        WarningKind::MoreThanCosts { coverage } => {
            vec![("total.coverage".to_owned(), state.text().notation.percent(coverage))]
        }
        WarningKind::MoreThanVolunteers { people, volunteers } => {
            vec![quantity(Line::Uitkeringen, people), general(General::Vrijwilligers, volunteers)]
        }
        WarningKind::Inconsistent(inconsistency) => inconsistency_figures(state, inconsistency),
        WarningKind::AllTemporary { amount, .. } => {
            let figure = FigureId::Plan(PlanFigure::Uncovered, None);
            vec![stated_euros(state, &figure.name(outcome), amount.euros())]
        }
        WarningKind::OneFunder { position, amount } => {
            vec![plan_figure(PlanFigure::Funder(position), 1, amount)]
        }
        WarningKind::WorkCountedTwice { people, hours } => {
            vec![quantity(Line::Uitkeringen, people), quantity(Line::BetaaldWerk, hours)]
        }
        WarningKind::NoCorrection { amount, .. } => vec![euros(WarningFigure::Uncorrected, amount)],
        WarningKind::WelfareUncorrected { amount } => {
            vec![euros(WarningFigure::UncorrectedWelfare, amount)]
        }
        WarningKind::AllCash { amount } => vec![euros(WarningFigure::AllCashable, amount)],
        WarningKind::Temporary { amount, .. } => vec![euros(WarningFigure::Temporary, amount)],
        WarningKind::Uncovered { year, amount } => vec![plan_figure(PlanFigure::Uncovered, year, amount)],
        WarningKind::PaidTooMuch { year, amount } => vec![plan_figure(PlanFigure::Surplus, year, amount)],
        WarningKind::WorkAndQualityOfLife
        | WarningKind::IncomeCountedTwice
        | WarningKind::DayCareWithinHousing
        | WarningKind::BijstandAsOwnLine
        | WarningKind::CountedAsZero
        | WarningKind::OutsidePlausible
        | WarningKind::OneSidedGrowth { .. }
        | WarningKind::StartCosts => vec![],
    }
}

/// Returns the figures that a warning of inconsistent inputs states.
fn inconsistency_figures(state: &State, inconsistency: Inconsistency) -> Vec<StatedFigure> {
    let notation = state.text().notation;
    let entered = |id: &str, shown: String| (format!("{INPUT_KIND}.{id}"), shown);
    match inconsistency {
        Inconsistency::AllWhoLeft { people, visitors } => {
            let line = state.workspace.inputs.name(InputId::Line(Line::Uitkeringen, LineField::Aantal));
            let visitors = entered(General::Bezoekers.id(), notation.number(visitors, 1));
            vec![entered(&line, notation.number(people, 1)), visitors]
        }
        Inconsistency::FewerStaffSameEffects { fte } => {
            vec![entered(General::Fte.id(), notation.number(fte, 2))]
        }
        // The costs of the brochure's initiative are a figure of others.
        Inconsistency::LowerCostsSameEffects { costs, .. } => {
            vec![stated_euros(state, "costs.net", costs.euros())]
        }
        Inconsistency::InhabitantsNotGiven { amount } => {
            let figure = FigureId::Line(Line::Uitkeringen as usize, LineFigure::Party(Party::Gemeente));
            vec![stated_euros(state, &figure.name(&state.workspace.outcome), amount.euros())]
        }
        Inconsistency::DoubtCountedTwice { chance, .. } => {
            vec![entered(General::KansGeenEffect.id(), notation.percent(chance))]
        }
    }
}

/// Explains a figure that only a warning states; `None` where the scenario has no
/// such warning.
pub fn explain(state: &State, subject: &str) -> Option<ExplanationView> {
    let (inputs, outcome) = (&state.workspace.inputs, &state.workspace.outcome);
    let words = state.text().explain_extra();
    let figure = WarningFigure::ALL.into_iter().find(|figure| figure.id() == subject)?;
    let warnings = plausibility_checks(inputs, outcome);
    let warning = warnings.iter().find(|warning| WarningFigure::stated_by(&warning.kind) == Some(figure))?;
    let explanation = match figure {
        WarningFigure::Temporary => {
            let addend = |index| Addend::plus(FigureId::Plan(PlanFigure::Funder(index), Some(1)));
            let addends: Vec<Addend> = temporary_funders(inputs).into_iter().map(addend).collect();
            sum(&addends, inputs, outcome)
        }
        WarningFigure::SavingsPerVisitor => explain_per_visitor(FigureId::Savings, inputs, outcome)?,
        WarningFigure::Uncorrected | WarningFigure::AllCashable | WarningFigure::UncorrectedWelfare => {
            let lines = warning.inputs.iter().filter_map(|id| saving_index(state, *id));
            let addend = |index| Addend::plus(FigureId::Line(index, LineFigure::Net));
            sum(&lines.map(addend).collect::<Vec<_>>(), inputs, outcome)
        }
    };
    Some(describe(state, words.warning_figures[figure as usize].to_owned(), &explanation))
}

/// Returns the index in the outcome of the saving that an input belongs to;
/// `None` for inputs that belong to no saving.
fn saving_index(state: &State, id: InputId) -> Option<usize> {
    state.workspace.outcome.savings.iter().position(|saving| match (&saving.id, id) {
        (SavingId::Fixed(line), InputId::Line(of_input, _)) => *line == of_input,
        (SavingId::Own(index, _), InputId::Own(of_input, _)) => *index == of_input,
        (SavingId::Fixed(_), InputId::General(_) | InputId::Own(..))
        | (SavingId::Own(..), InputId::General(_) | InputId::Line(..)) => false,
    })
}
