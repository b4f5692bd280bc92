//! Present values of a euro a year: growth and discount rate are fixed in the
//! draws, so only the ramp of a new initiative changes them.

use crate::model::bijstand_budget::DELAY;
use crate::model::outcome::Outcome;
use crate::model::simulation::factor::Factor;
use crate::model::years::YearResult;

/// Present value, over the years of the horizon, of a euro of savings in a
/// full-effect year.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct PresentValue {
    /// Present value at the ramp of the scenario.
    pub value: f64,
    /// Ramp of years 1 and 2, each times the present value of a euro in that year.
    pub ramps: [Factor; 2],
}

impl PresentValue {
    /// Sums discounted savings, each so many years after its effect.
    fn delayed(years: &[YearResult], ramps: [Factor; 2], delay: usize) -> PresentValue {
        let factor = |year: usize| {
            let effect = years.get(year)?;
            let paid = years.get(year + delay)?;
            Some(paid.discount.fraction() * effect.saving_growth.fraction())
        };
        let all = (0..years.len()).filter_map(|year| Some(factor(year)? * years[year].ramp.fraction()));
        let ramp = |year: usize| ramps[year].times(factor(year).unwrap_or(0.0));
        PresentValue { value: all.sum(), ramps: [ramp(0), ramp(1)] }
    }

    /// Returns the present value of savings that a budget does not follow.
    pub fn of_savings(outcome: &Outcome, ramps: [Factor; 2]) -> PresentValue {
        PresentValue::delayed(&outcome.years, ramps, 0)
    }

    /// Returns the present value of savings that a budget follows in full: those
    /// of each year less those that it follows later.
    pub fn of_followed(outcome: &Outcome, ramps: [Factor; 2]) -> PresentValue {
        let now = PresentValue::of_savings(outcome, ramps);
        let later = PresentValue::delayed(&outcome.years, ramps, DELAY as usize);
        let difference = |ramp: usize| {
            let (now, later) = (now.ramps[ramp], later.ramps[ramp]);
            let [from, width] = [now.from - later.from, now.width - later.width];
            Factor { value: now.value - later.value, from, width, column: now.column }
        };
        PresentValue { value: now.value - later.value, ramps: [difference(0), difference(1)] }
    }

    /// Returns an upper bound of its absolute value.
    pub fn largest(&self) -> f64 {
        self.ramps.iter().fold(self.value.abs(), |sum, ramp| sum + ramp.from.abs() + ramp.width.abs())
    }
}

/// Returns the present value of a euro of costs a year, of which a party bears a
/// share in each year.
pub fn of_costs(outcome: &Outcome, share: impl Fn(u32) -> f64) -> f64 {
    let of = |year: &YearResult| year.discount.fraction() * year.cost_growth.fraction() * share(year.year);
    outcome.years.iter().map(of).sum()
}
