//! The terms into which the calculation of a draw is split. The results of a term can be
//! cached as long as none of its own inputs changes. No two terms have an input in common,
//! except that a line has the inputs of its net factor too.

use crate::model::SavingKind;
use crate::model::simulation::factor::Factor;

/// One term of the calculation of a draw.
#[derive(Clone, Debug, PartialEq)]
pub enum KernelTerm {
    /// The uncertain net costs: a sum of quantities times prices.
    Costs {
        /// Quantity and price of each uncertain cost. Own income has a fixed quantity of
        /// minus one.
        products: Vec<[Factor; 2]>,
    },
    /// Net factor (net ÷ gross of a gain) of the line that follows in the list: autonoom,
    /// toerekening, verdringing.
    NetFactor([Factor; 3]),
    /// A savings line that counts and is uncertain.
    Line(LineTerm),
}

/// A savings line that counts and is uncertain.
#[derive(Clone, Debug, PartialEq)]
pub struct LineTerm {
    /// Quantity, price, autonoom, toerekening, verdringing, verzilverbaar.
    pub factors: [Factor; 6],
    /// Share of its cashable amount that the gemeente keeps, after its bijstand budget.
    pub gemeente: f64,
    /// Share of its cashable amount that the bijstand budget of the gemeente follows.
    pub followed: f64,
    /// Kind of saving.
    pub kind: SavingKind,
}

impl KernelTerm {
    /// Divides the amounts of money by this number of euros, to express them in that unit.
    pub fn scale_amounts(&mut self, euros_per_unit: f64) {
        let scale = |price: &mut Factor| *price = price.times(1.0 / euros_per_unit);
        match self {
            KernelTerm::Costs { products } => products.iter_mut().for_each(|[_, price]| scale(price)),
            KernelTerm::Line(line) => scale(&mut line.factors[1]),
            KernelTerm::NetFactor(_) => {}
        }
    }

    /// Returns the number of results of the term for each draw.
    pub fn result_count(&self) -> usize {
        match self {
            KernelTerm::Costs { .. } | KernelTerm::NetFactor(_) => 1,
            KernelTerm::Line(_) => 2,
        }
    }

    /// Returns every factor of the term.
    pub fn factors(&self) -> &[Factor] {
        match self {
            KernelTerm::Costs { products } => products.as_flattened(),
            KernelTerm::NetFactor(factors) => factors,
            KernelTerm::Line(line) => &line.factors,
        }
    }

    /// Returns the term with the column numbers of its factors set to zero, for
    /// comparing terms of different runs.
    pub fn without_columns(&self) -> KernelTerm {
        let mut term = self.clone();
        let factors: &mut [Factor] = match &mut term {
            KernelTerm::Costs { products } => products.as_flattened_mut(),
            KernelTerm::NetFactor(factors) => factors,
            KernelTerm::Line(line) => &mut line.factors,
        };
        factors.iter_mut().for_each(|factor| factor.column = 0);
        term
    }
}
