//! Warnings about inputs that contradict each other: effects without the means for
//! them, a stock that looks like a flow, a doubt that is entered twice.

use crate::checks::{BEZOEKERS, Warning, WarningKind, WarningList, has_gain, line};
use crate::model::savings::Saving;
use crate::model::{
    CostBasis, Euro, General, InputId, Inputs, Line, LineField, Outcome, Perspective, Preset,
};

/// Share of the visitors above which the number without a benefit may be all who ever
/// left one. The brochure has 0.8%.
pub const MAX_OFF_BENEFIT: f64 = 0.05;

/// Fixed lines that have an effect in the brochure.
const BROCHURE_EFFECTS: [Line; 2] = [Line::Uitkeringen, Line::Dagbesteding];

/// Inputs that contradict each other, with the figures that the warning states.
#[derive(Clone, Copy, Debug, PartialEq)]
pub enum Inconsistency {
    /// So many people without a benefit that it may be all who ever left one.
    AllWhoLeft {
        /// Person-years without a benefit.
        people: f64,
        /// Visitors a year.
        visitors: f64,
    },
    /// Fewer staff than an initiative in the brochure has, with at least its effects.
    FewerStaffSameEffects {
        /// Number of full-time jobs.
        fte: f64,
    },
    /// Lower costs than an initiative in the brochure has, with at least its effects.
    LowerCostsSameEffects {
        /// Net costs of a full-effect year.
        costs: Euro,
        /// Costs of the brochure's initiative, in the scenario's prices.
        brochure: Euro,
    },
    /// The gemeente's saldo is put in front and its number of inhabitants is not given,
    /// so its saving of benefits is an upper bound.
    InhabitantsNotGiven {
        /// Amount that the gemeente saves on benefits.
        amount: Euro,
    },
    /// A cautious count next to a chance of no effect. No view shows it yet.
    DoubtCountedTwice {
        /// Chance that there is no effect.
        chance: f64,
        /// Whether the count is the one without any effect.
        without_effect: bool,
    },
}

/// Adds the warnings about inputs that contradict each other.
pub fn consistency(inputs: &Inputs, outcome: &Outcome, warnings: &mut WarningList) {
    let benefits = line(outcome, Line::Uitkeringen);
    let (people, visitors) = (benefits.quantity.units(), inputs.general(General::Bezoekers));
    warnings.add_if(
        has_gain(benefits) && people > MAX_OFF_BENEFIT * visitors && people <= visitors,
        WarningKind::Inconsistent(Inconsistency::AllWhoLeft { people, visitors }),
        &[benefits.id.input(LineField::Aantal), BEZOEKERS],
    );
    same_effects(inputs, outcome, warnings);
    let amount = benefits.parties.gemeente;
    warnings.add_if(
        inputs.perspective == Perspective::Gemeente
            && inputs.general(General::InwonersGemeente) == 0.0
            && benefits.counted
            && amount > Euro::ZERO,
        WarningKind::Inconsistent(Inconsistency::InhabitantsNotGiven { amount }),
        &[InputId::General(General::InwonersGemeente)],
    );
}

/// Warns of staff or costs below the brochure's plausible range with at least as many
/// people in every effect that counts.
fn same_effects(inputs: &Inputs, outcome: &Outcome, warnings: &mut WarningList) {
    let effects: Vec<Line> =
        BROCHURE_EFFECTS.into_iter().filter(|effect| has_gain(line(outcome, *effect))).collect();
    let number = |effect: Line| InputId::Line(effect, LineField::Aantal);
    let is_as_large = |effect: &Line| inputs.get(number(*effect)) >= number(*effect).definition().default;
    if effects.is_empty() || !effects.iter().all(is_as_large) {
        return;
    }
    let inputs_of = |first: General| -> Vec<InputId> {
        [InputId::General(first)].into_iter().chain(effects.iter().map(|effect| number(*effect))).collect()
    };
    let lowest = |general: General| general.definition().plausible.map_or(0.0, |(low, _)| low);
    let fte = inputs.general(General::Fte);
    // Under `kengetal` nobody enters the number of staff.
    if inputs.basis == CostBasis::Begroting && fte < lowest(General::Fte) {
        warnings.add(
            WarningKind::Inconsistent(Inconsistency::FewerStaffSameEffects { fte }),
            inputs_of(General::Fte),
        );
        return;
    }
    // The lowest plausible costs, of the brochure's number of visitors.
    let visitors = General::Bezoekers.definition().default;
    let brochure_costs = |per_visitor: f64| Euro::new(per_visitor * visitors * outcome.price_factor);
    let (costs, brochure) =
        (outcome.costs.net, brochure_costs(General::KostenPerBezoeker.definition().default));
    if costs < brochure_costs(lowest(General::KostenPerBezoeker)) {
        let first = match inputs.basis {
            CostBasis::Begroting => General::LoonkostenPerFte,
            CostBasis::Kengetal => General::KostenPerBezoeker,
        };
        warnings.add(
            WarningKind::Inconsistent(Inconsistency::LowerCostsSameEffects { costs, brochure }),
            inputs_of(first),
        );
    }
}

/// Returns the warning that a cautious count, or one without effect, enters a doubt twice
/// because it keeps the chance of no effect. It is shown where such a count is taken over
/// as a scenario; [`crate::checks::plausibility_checks`] leaves it out.
pub fn doubt_counted_twice(inputs: &Inputs, outcome: &Outcome) -> Option<Warning> {
    let chance = inputs.general(General::KansGeenEffect);
    // Harm is left as it is by every count.
    let counted: Vec<&Saving> =
        outcome.savings.iter().filter(|saving| saving.counted && !saving.is_harm()).collect();
    let without_effect = counted.iter().all(|saving| saving.gross == Euro::ZERO);
    let lines: Vec<&Saving> = counted.iter().copied().filter(|saving| has_gain(saving)).collect();
    let all = |saving: &Saving| {
        DOUBTS
            .iter()
            .all(|field| is_strict(inputs, saving, *field) || inputs.is_fixed(saving.id.input(*field)))
    };
    let any = |saving: &Saving| DOUBTS.iter().any(|field| is_strict(inputs, saving, *field));
    let cautious = lines.iter().all(|saving| all(saving)) && lines.iter().any(|saving| any(saving));
    let first = if without_effect { LineField::Aantal } else { LineField::Autonoom };
    let look = counted.iter().map(|saving| saving.id.input(first));
    (chance > 0.0 && !counted.is_empty() && (without_effect || cautious)).then(|| Warning {
        kind: WarningKind::Inconsistent(Inconsistency::DoubtCountedTwice { chance, without_effect }),
        inputs: [InputId::General(General::KansGeenEffect)].into_iter().chain(look).collect(),
    })
}

/// Corrections that doubt whether there is an effect of this initiative.
const DOUBTS: [LineField; 2] = [LineField::Autonoom, LineField::Toerekening];

/// Returns whether a correction is at least as strict as in the cautious preset.
fn is_strict(inputs: &Inputs, saving: &Saving, field: LineField) -> bool {
    let own = inputs.get(saving.id.input(field));
    field.stricter(own, Preset::cautious_correction(saving.kind, field)) == own
}

#[cfg(test)]
mod tests;
