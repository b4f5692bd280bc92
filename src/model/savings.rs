//! Value of each savings line in a full-effect year, step by step.

use crate::model::bijstand_budget::followed_share;
use crate::model::inputs::{Inputs, OwnSide, SavingInputs};
use crate::model::lines::{Line, SavingKind};
use crate::model::parameter::{InputId, LineField};
use crate::model::party::{Party, PerParty};
use crate::model::quantity::{Count, Euro, EuroPer, Share};
use serde::{Serialize, Serializer};

/// Identity of a savings line.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum SavingId {
    /// A fixed line.
    Fixed(Line),
    /// The user's own line, with its index in their list and its id.
    Own(usize, String),
}

impl SavingId {
    /// Returns the name in files.
    pub fn name(&self) -> &str {
        match self {
            SavingId::Fixed(line) => line.id(),
            SavingId::Own(_, name) => name,
        }
    }

    /// One of the line's inputs.
    pub fn input(&self, field: LineField) -> InputId {
        match self {
            SavingId::Fixed(line) => InputId::Line(*line, field),
            SavingId::Own(index, _) => InputId::Own(*index, field),
        }
    }
}

impl Serialize for SavingId {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.name())
    }
}

/// The corrections that were applied. To harm no corrections apply: the shares are then 0
/// or 100%, so that its full amount counts.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Corrections {
    /// Deadweight: the share that would have happened anyway.
    pub autonoom: Share,
    /// Attribution: the share due to this initiative.
    pub toerekening: Share,
    /// Displacement: the share that only moves elsewhere.
    pub verdringing: Share,
    /// The cashable share.
    pub verzilverbaar: Share,
}

impl Corrections {
    /// Corrections of harm, which counts in full and is cashable in full.
    const HARM: Corrections = Corrections {
        autonoom: Share::ZERO,
        toerekening: Share::ONE,
        verdringing: Share::ZERO,
        verzilverbaar: Share::ONE,
    };

    fn from_inputs(inputs: &SavingInputs) -> Corrections {
        Corrections {
            autonoom: inputs.share(LineField::Autonoom),
            toerekening: inputs.share(LineField::Toerekening),
            verdringing: inputs.share(LineField::Verdringing),
            verzilverbaar: match inputs.kind {
                SavingKind::Besparing => inputs.share(LineField::Verzilverbaar),
                // A benefit that is not paid is always cashable.
                SavingKind::Overdracht => Share::ONE,
                SavingKind::Welvaart => Share::ZERO,
            },
        }
    }
}

/// One savings line with every step, from its gross value to the savings of each
/// party.
#[derive(Clone, Debug, PartialEq, Serialize)]
pub struct Saving {
    /// Identity of the line.
    pub id: SavingId,
    /// Kind of saving.
    pub kind: SavingKind,
    /// Whether the line counts in the savings; else it is p.m.
    pub counted: bool,
    /// Number of natural units.
    #[serde(skip)]
    pub quantity: Count,
    /// Gross euros per unit.
    #[serde(skip)]
    pub price: EuroPer,
    /// The corrections that were applied.
    #[serde(skip)]
    pub corrections: Corrections,
    /// Quantity × price; below zero it is harm.
    pub gross: Euro,
    /// Amount that remains after deadweight.
    #[serde(skip)]
    pub after_autonoom: Euro,
    /// Amount of `after_autonoom` that is due to the initiative.
    #[serde(skip)]
    pub after_toerekening: Euro,
    /// Amount of `after_toerekening` that is no displacement.
    pub net: Euro,
    /// Amount of `net` that frees money in a budget; zero for `welvaart`.
    pub cashable: Euro,
    /// Amount of `cashable` that each party saves, after the bijstand budget.
    pub parties: PerParty<Euro>,
    /// Whether the gemeente's bijstand budget follows the line: `uitkeringen` alone.
    #[serde(skip)]
    pub follows_budget: bool,
    /// Amount of the gemeente's saving that its bijstand budget follows two years
    /// later, and that `rijk` gains.
    #[serde(skip)]
    pub followed: Euro,
    /// Net value of one positive unit after the corrections that the user entered, also
    /// where the line is harm, to which they are not applied.
    #[serde(skip)]
    pub net_price: EuroPer,
    /// Cashable amount of the gemeente for one positive unit with its corrections, after
    /// the bijstand budget followed.
    #[serde(skip)]
    pub gemeente_price: EuroPer,
}

impl Saving {
    /// Returns whether the line costs more than it saves.
    pub fn is_harm(&self) -> bool {
        self.gross < Euro::ZERO
    }
}

/// Calculates one savings line. `followed_share` is the share of a bijstand saving that
/// the gemeente's budget follows; only `uitkeringen` is such a saving.
pub fn saving(id: SavingId, inputs: &SavingInputs, followed_share: Share) -> Saving {
    let follows_budget = id == SavingId::Fixed(Line::Uitkeringen);
    let followed_share = if follows_budget { followed_share } else { Share::ZERO };
    let (quantity, price) = (inputs.quantity(), inputs.price());
    let gross = quantity * price;
    let entered = Corrections::from_inputs(inputs);
    let corrections = if gross < Euro::ZERO { Corrections::HARM } else { entered };
    let after_autonoom = gross * corrections.autonoom.complement();
    let after_toerekening = after_autonoom * corrections.toerekening;
    let net = after_toerekening * corrections.verdringing.complement();
    let cashable = match inputs.kind {
        SavingKind::Welvaart => Euro::ZERO,
        SavingKind::Besparing | SavingKind::Overdracht => net * corrections.verzilverbaar,
    };
    let shares = inputs.parties();
    let gemeente = Share::new(shares.gemeente);
    let before_budget = PerParty::from_fn(|party: Party| cashable * Share::new(*shares.get(party)));
    let followed = before_budget.gemeente * followed_share;
    let parties = PerParty {
        gemeente: before_budget.gemeente * followed_share.complement(),
        rijk: before_budget.rijk + followed,
        ..before_budget
    };
    let net_price =
        price * entered.autonoom.complement() * entered.toerekening * entered.verdringing.complement();
    let gemeente_price = net_price * entered.verzilverbaar * gemeente * followed_share.complement();
    Saving {
        id,
        kind: inputs.kind,
        counted: inputs.counted,
        quantity,
        price,
        corrections,
        gross,
        after_autonoom,
        after_toerekening,
        net,
        cashable,
        parties,
        follows_budget,
        followed,
        net_price,
        gemeente_price,
    }
}

/// Calculates all savings lines, counted or not: the fixed ones, then the user's
/// own.
pub fn savings(inputs: &Inputs) -> Vec<Saving> {
    let followed_share = followed_share(inputs);
    let fixed =
        Line::ALL.into_iter().map(|line| saving(SavingId::Fixed(line), inputs.line(line), followed_share));
    let own = inputs.own.iter().enumerate().filter_map(|(index, own)| match &own.side {
        OwnSide::Cost(_) => None,
        OwnSide::Saving(line) => {
            Some(saving(SavingId::Own(index, own.id.clone()), &line.inputs, Share::ZERO))
        }
    });
    fixed.chain(own).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{InputId, Preset};

    #[test]
    fn harm_counts_in_full() {
        let mut inputs = Preset::Voorzichtig.inputs();
        inputs.set(InputId::Line(Line::Dagbesteding, LineField::Aantal), -2.0);
        let harm = savings(&inputs).swap_remove(Line::Dagbesteding as usize);
        assert_eq!(harm.net.euros(), -12_500.0);
        assert_eq!(harm.parties.gemeente.euros(), -12_500.0);
        assert!(harm.is_harm());
    }
}
