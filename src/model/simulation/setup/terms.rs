//! Makes the terms that the calculation of a draw consists of.

use crate::model::simulation::dependence::{CommonUniform, Tie};
use crate::model::simulation::factor::Factor;
use crate::model::simulation::term_cache::{KernelTerm, LineTerm};
use crate::model::uncertain_inputs::{CostTerm, GemeenteShares, cost_terms, counted_lines};
use crate::model::{General, InputId, Inputs, LineField, SavingKind};

/// Returns the tie of an input to a common uniform.
pub fn tie(inputs: &Inputs, id: InputId) -> Option<Tie> {
    let chance = inputs.general(General::Samenhang);
    let field = match id {
        InputId::Line(_, field) => field,
        InputId::Own(index, field) if inputs.own[index].kind().is_some() => field,
        InputId::Own(..) | InputId::General(_) => return None,
    };
    let uniform = CommonUniform::of(field)?;
    (chance > 0.0).then_some(Tie { uniform, chance })
}

/// Returns the terms of the calculation, and an upper bound of their sum, in euros.
pub fn terms(inputs: &Inputs, factor: &dyn Fn(InputId) -> Factor) -> (Vec<KernelTerm>, f64) {
    let mut max_amount = 0.0;
    let mut products = Vec::new();
    for CostTerm { quantity, price, income } in cost_terms(inputs) {
        let sign = if income { -1.0 } else { 1.0 };
        let term = [quantity.map_or(Factor::fixed(sign), factor), factor(price)];
        if !term.iter().all(|factor| factor.is_fixed()) {
            max_amount += term[0].largest() * term[1].largest();
            products.push(term);
        }
    }
    let mut terms = vec![KernelTerm::Costs { products }];
    for (line, id) in counted_lines(inputs) {
        let cashable = match line.kind {
            SavingKind::Besparing => factor(id(LineField::Verzilverbaar)),
            // Lines of the other kinds are always cashable in full.
            SavingKind::Overdracht | SavingKind::Welvaart => Factor::fixed(1.0),
        };
        let [quantity, price, autonoom, toerekening, verdringing] = [
            LineField::Aantal,
            LineField::Bedrag,
            LineField::Autonoom,
            LineField::Toerekening,
            LineField::Verdringing,
        ]
        .map(|field| factor(id(field)));
        let factors = [quantity, price, autonoom, toerekening, verdringing, cashable];
        if !factors.iter().all(|factor| factor.is_fixed()) {
            // The net factor is at most one, so the gross value is the largest.
            max_amount += quantity.largest() * price.largest();
            let GemeenteShares { kept, followed } = GemeenteShares::of(inputs, line, &id);
            terms.push(KernelTerm::NetFactor([autonoom, toerekening, verdringing]));
            terms.push(KernelTerm::Line(LineTerm { factors, gemeente: kept, followed, kind: line.kind }));
        }
    }
    (terms, max_amount)
}
