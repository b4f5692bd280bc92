//! The terms of the calculation of a draw. The results of a term can be cached as long
//! as none of its own inputs changes, and few terms have an input in common.

use crate::model::SavingKind;
use crate::model::simulation::factor::Factor;

/// One term of the calculation of a draw.
#[derive(Clone, Debug, PartialEq)]
pub enum KernelTerm {
    /// Net costs: quantities times prices.
    Costs {
        /// Uncertain costs: quantity (a fixed one may be below zero) and price.
        products: Vec<[Factor; 2]>,
    },
    /// Net factor of the line that comes next: autonoom, toerekening, verdringing.
    NetFactor([Factor; 3]),
    /// A savings line that counts and is uncertain.
    Line(LineTerm),
}

/// A savings line that counts and is uncertain.
#[derive(Clone, Debug, PartialEq)]
pub struct LineTerm {
    /// Quantity, price, autonoom, toerekening, verdringing, verzilverbaar.
    pub factors: [Factor; 6],
    /// Share of its cash that the gemeente keeps, after its bijstand budget.
    pub gemeente: f64,
    /// Share of its cash that the bijstand budget of the gemeente follows.
    pub followed: f64,
    /// Kind of saving.
    pub kind: SavingKind,
}

impl KernelTerm {
    /// Expresses amounts of money in units of `unit` euros.
    pub fn in_units(&mut self, unit: f64) {
        let scale = |price: &mut Factor| *price = price.times(1.0 / unit);
        match self {
            KernelTerm::Costs { products } => products.iter_mut().for_each(|[_, price]| scale(price)),
            KernelTerm::Line(line) => scale(&mut line.factors[1]),
            KernelTerm::NetFactor(_) => {}
        }
    }

    /// The number of results of the term for each draw.
    pub fn width(&self) -> usize {
        match self {
            KernelTerm::Costs { .. } | KernelTerm::NetFactor(_) => 1,
            KernelTerm::Line(_) => 2,
        }
    }

    /// Every factor of the term.
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
