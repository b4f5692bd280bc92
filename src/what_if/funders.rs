//! Who pays the costs for good, and the plan without one of them.

use crate::model::financing::{FinancingPlan, Funder, FunderContribution, Period};
use crate::model::{Euro, Inputs, Party, Share};
use crate::what_if::WhatIfOption;

/// Returns who pays the costs for good: the funders of the plan, or else the parties with a share.
pub(super) fn funders(inputs: &Inputs) -> Vec<WhatIfOption> {
    if inputs.plan.is_empty() {
        let pays = |party: &Party| inputs.cost_allocation(*party, Period::FullEffect).share.fraction() > 0.0;
        return Party::ALL.into_iter().filter(pays).map(WhatIfOption::Party).collect();
    }
    let funders = inputs.plan.iter().enumerate();
    let pays_something = |funder: &Funder| match funder.pays {
        FunderContribution::Amount(amount) => amount > Euro::ZERO,
        FunderContribution::Share(share) => share.fraction() > 0.0,
    };
    let lasting = funders.filter(|(_, funder)| funder.pays_in(Period::FullEffect) && pays_something(funder));
    lasting.map(|(index, _)| WhatIfOption::Funder(index)).collect()
}

/// Returns the plan without the funder at this index of [`funders`]. Without a plan it becomes
/// one of the parties' shares. Who is left alone stays in it with a share of zero, since an empty
/// plan is none.
pub(super) fn without_funder(inputs: &Inputs, option: usize) -> FinancingPlan {
    let of_party = |party: Party, share: Share| Funder {
        label: String::new(),
        party,
        pays: FunderContribution::Share(share),
        until: None,
    };
    let options = funders(inputs);
    let Some(leaving) = options.get(option).copied() else { return inputs.plan.clone() };
    let mut left: Vec<Funder> = if inputs.plan.is_empty() {
        let parties = Party::ALL.into_iter().filter(|party| options.contains(&WhatIfOption::Party(*party)));
        parties
            .filter(|party| WhatIfOption::Party(*party) != leaving)
            .map(|party| of_party(party, inputs.cost_allocation(party, Period::FullEffect).share))
            .collect()
    } else {
        let funders = inputs.plan.iter().enumerate();
        funders
            .filter(|(index, _)| WhatIfOption::Funder(*index) != leaving)
            .map(|(_, funder)| funder.clone())
            .collect()
    };
    if left.is_empty() {
        let party = match leaving {
            WhatIfOption::Party(party) => party,
            WhatIfOption::Funder(index) => inputs.plan[index].party,
            WhatIfOption::Line(_) => Party::Overig,
        };
        left.push(of_party(party, Share::ZERO));
    }
    FinancingPlan::new(left)
}
