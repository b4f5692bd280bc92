//! The terms into which the calculation of a draw is split. The results of a term can be
//! cached as long as none of its own inputs changes. No two terms have an input in common,
//! except that a line has the inputs of its net factor too.

use crate::model::SavingKind;
use crate::model::simulation::plan::Factor;

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
    /// Present value factors that turn a full-effect year into the net present
    /// value.
    Years(YearsTerm),
}

/// A savings line that counts and is uncertain.
#[derive(Clone, Debug, PartialEq)]
pub struct LineTerm {
    /// Quantity, price, autonoom, toerekening, verdringing, verzilverbaar.
    pub factors: [Factor; 6],
    /// The gemeente's share of what is cashable.
    pub gemeente: f64,
    /// Kind of saving.
    pub kind: SavingKind,
}

/// Present value factors that turn a full-effect year into the net present value.
#[derive(Clone, Debug, PartialEq)]
pub struct YearsTerm {
    /// Discount rate, ramp of years 1 and 2, growth of costs and of savings.
    pub factors: [Factor; 5],
    /// Factors of one year at the scenario's values: of discounting, and of discounting
    /// times the growth of costs and of savings.
    pub base_steps: [f64; 3],
    /// For every year but the last, at the scenario's values: the present values of a
    /// euro of savings and a euro of costs a year over all later years, discounted to
    /// the next year.
    pub base_later_years: Vec<[f32; 2]>,
    /// Present values of a euro of savings and a euro of costs a year over all years,
    /// at the scenario's values.
    pub base_factors: [f64; 2],
}

impl YearsTerm {
    /// Calculates the term for a horizon of so many years, at least one.
    pub fn new(factors: [Factor; 5], horizon: u32) -> YearsTerm {
        let [discount, first, second, cost_growth, saving_growth] = factors.map(|factor| factor.value);
        let step = 1.0 / (1.0 + discount);
        let [cost_step, saving_step] = [cost_growth, saving_growth].map(|growth| step * (1.0 + growth));
        let ramp = |year| [first, second].get(year as usize).copied().unwrap_or(1.0);
        let mut sums = [ramp(horizon - 1), 1.0];
        let mut later_years = Vec::new();
        for year in (0..horizon - 1).rev() {
            later_years.push(sums.map(|sum| sum as f32));
            sums = [ramp(year) + saving_step * sums[0], 1.0 + cost_step * sums[1]];
        }
        later_years.reverse();
        YearsTerm {
            factors,
            base_steps: [step, cost_step, saving_step],
            base_later_years: later_years,
            base_factors: sums,
        }
    }

    /// Returns an upper limit of the present value over all years of a euro of savings or
    /// costs a year.
    pub fn largest(&self) -> f64 {
        let [discount, first, second, costs, savings] = self.factors;
        let low = discount.value + discount.from;
        let high = |factor: Factor| factor.value + factor.from + factor.width;
        let step = (1.0 + high(costs).max(high(savings)).max(0.0)) / (1.0 + low.min(0.0));
        let ramp = high(first).max(high(second)).max(1.0);
        self.base_later_years.iter().fold(1.0, |sum, _| 1.0 + step * sum) * ramp
    }
}

impl KernelTerm {
    /// Divides the amounts of money by this number of euros, to express them in that unit.
    pub fn scale_amounts(&mut self, euros_per_unit: f64) {
        let scale = |price: &mut Factor| *price = price.times(1.0 / euros_per_unit);
        match self {
            KernelTerm::Costs { products } => products.iter_mut().for_each(|[_, price]| scale(price)),
            KernelTerm::Line(line) => scale(&mut line.factors[1]),
            KernelTerm::NetFactor(_) | KernelTerm::Years(_) => {}
        }
    }

    /// Returns the number of results of the term for each draw.
    pub fn result_count(&self) -> usize {
        match self {
            KernelTerm::Costs { .. } | KernelTerm::NetFactor(_) => 1,
            KernelTerm::Line(_) | KernelTerm::Years(_) => 2,
        }
    }

    /// Returns every factor of the term.
    pub fn factors(&self) -> &[Factor] {
        match self {
            KernelTerm::Costs { products } => products.as_flattened(),
            KernelTerm::NetFactor(factors) => factors,
            KernelTerm::Line(line) => &line.factors,
            KernelTerm::Years(years) => &years.factors,
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
            KernelTerm::Years(years) => &mut years.factors,
        };
        factors.iter_mut().for_each(|factor| factor.column = 0);
        term
    }
}
