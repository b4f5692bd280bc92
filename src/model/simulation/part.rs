//! The parts of the calculation of a draw. No input is in two of them, so each
//! can be kept as long as none of its own inputs changes.

use super::plan::Factor;
use crate::model::Kind;

/// One part of the calculation.
#[derive(Clone, Debug, PartialEq)]
pub enum Part {
    /// Net costs: quantities times prices.
    Costs {
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

impl YearsPart {
    /// What a euro of savings or costs a year comes to over the years at most.
    pub fn most(&self) -> f64 {
        let [discount, first, second, costs, savings] = self.factors;
        let low = discount.value + discount.from;
        let high = |factor: Factor| factor.value + factor.from + factor.width;
        let step = (1.0 + high(costs).max(high(savings)).max(0.0)) / (1.0 + low.min(0.0));
        let ramp = high(first).max(high(second)).max(1.0);
        (1..self.horizon).fold(1.0, |sum, _| 1.0 + step * sum) * ramp
    }
}

impl Part {
    /// Counts amounts of money in units of so many euros.
    pub fn in_units(&mut self, unit: f64) {
        let scale = |price: &mut Factor| *price = price.times(1.0 / unit);
        match self {
            Part::Costs { terms } => terms.iter_mut().for_each(|[_, price]| scale(price)),
            Part::Line(line) => scale(&mut line.factors[1]),
            Part::Years(_) => {}
        }
    }

    /// Every factor of the part.
    pub fn factors(&self) -> Vec<Factor> {
        match self {
            Part::Costs { terms } => terms.concat(),
            Part::Line(line) => line.factors.to_vec(),
            Part::Years(years) => years.factors.to_vec(),
        }
    }

    /// The part whatever columns its factors stand in, for comparing.
    pub fn without_columns(&self) -> Part {
        let mut part = self.clone();
        let factors: &mut [Factor] = match &mut part {
            Part::Costs { terms } => terms.as_flattened_mut(),
            Part::Line(line) => &mut line.factors,
            Part::Years(years) => &mut years.factors,
        };
        factors.iter_mut().for_each(|factor| factor.column = 0);
        part
    }
}
