//! The parts of the calculation of a draw. No input is in two of them, so each
//! can be kept as long as none of its own inputs changes.

use super::plan::Factor;
use crate::model::Kind;

/// One part of the calculation.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Net costs: those that are fixed, and quantities times prices.
    Costs {
        /// Net costs that are fixed, in euros a year.
        fixed: f64,
        /// Uncertain costs: quantity (a fixed one may be below zero) and price.
        terms: Vec<[Factor; 2]>,
    },
    /// A savings line that counts and is uncertain.
    Line(LinePart),
    /// How the net present value follows from a full-effect year.
    Years(YearsPart),
}

/// A savings line that counts and is uncertain.
#[derive(Clone, Debug, PartialEq)]
pub struct LinePart {
    /// Quantity, price, autonoom, toerekening, verdringing, verzilverbaar.
    pub factors: [Factor; 6],
    /// The gemeente's share of what is cashable.
    pub gemeente: f64,
    /// What it is part of.
    pub kind: Kind,
}

/// How the net present value follows from a full-effect year.
#[derive(Clone, Debug, PartialEq)]
pub struct YearsPart {
    /// Discount rate, ramp of years 1 and 2, growth of costs and of savings.
    pub factors: [Factor; 5],
    /// How many years.
    pub horizon: u32,
}

impl Part {
    /// Every factor of the part.
    pub fn factors(&self) -> Vec<Factor> {
        match self {
            Part::Costs { terms, .. } => terms.concat(),
            Part::Line(line) => line.factors.to_vec(),
            Part::Years(years) => years.factors.to_vec(),
        }
    }

    /// The part whatever columns its factors stand in, for comparing.
    pub fn without_columns(&self) -> Part {
        let mut part = self.clone();
        let factors: &mut [Factor] = match &mut part {
            Part::Costs { terms, .. } => terms.as_flattened_mut(),
            Part::Line(line) => &mut line.factors,
            Part::Years(years) => &mut years.factors,
        };
        factors.iter_mut().for_each(|factor| factor.column = 0);
        part
    }
}
