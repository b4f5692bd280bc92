//! Units as types: euros, natural units, euros per unit and shares.
//!
//! Only the operators that mean something exist: a count times a price is an
//! amount, an amount times a share is an amount, two amounts add up. No value
//! made here is minus zero, so none is ever shown as `−0`.

use serde::Serialize;
use std::iter::Sum;
use std::ops::{Add, Div, Mul, Neg, Sub};

/// Turns minus zero into zero and leaves every other number alone.
fn without_minus_zero(value: f64) -> f64 {
    value + 0.0
}

/// An amount in euros of the scenario's price year; an amount a year unless its name
/// says otherwise.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct Euro(f64);

/// A number of natural units: persons, client-years, hours.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct Count(f64);

/// Euros per natural unit.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct EuroPer(f64);

/// A share of a whole, 0 to 1. An amount is also multiplied by one where it grows or is
/// discounted over the years: then it is a factor, which can be above 1.
#[derive(Clone, Copy, Debug, Default, PartialEq, PartialOrd, Serialize)]
#[serde(transparent)]
pub struct Share(f64);

impl Euro {
    /// Amount of zero euros.
    pub const ZERO: Euro = Euro(0.0);

    /// Makes an amount of euros.
    pub fn new(euros: f64) -> Euro {
        Euro(without_minus_zero(euros))
    }

    /// Returns the amount as a plain number of euros.
    pub fn euros(self) -> f64 {
        self.0
    }

    /// Returns whether the amount is zero when it is rounded to whole euros.
    pub fn rounds_to_zero(self) -> bool {
        self.0.abs() < 0.5
    }

    /// Returns the larger of this amount and another.
    pub fn max(self, other: Euro) -> Euro {
        Euro::new(self.0.max(other.0))
    }

    /// Divides this amount by another; `None` where the result is not finite.
    pub fn ratio(self, other: Euro) -> Option<f64> {
        finite(self.0 / other.0)
    }

    /// Returns the number of units of the given price that make up this amount; `None` where the
    /// price is not positive, or so small that the number is not finite.
    pub fn units_at(self, price: EuroPer) -> Option<Count> {
        if price.0 > 0.0 { finite(self.0 / price.0).map(Count::new) } else { None }
    }
}

fn finite(value: f64) -> Option<f64> {
    value.is_finite().then(|| without_minus_zero(value))
}

impl Count {
    /// Makes a number of units.
    pub fn new(units: f64) -> Count {
        Count(without_minus_zero(units))
    }

    /// Returns the plain number of units.
    pub fn units(self) -> f64 {
        self.0
    }
}

impl EuroPer {
    /// Makes a number of euros per unit.
    pub fn new(euros: f64) -> EuroPer {
        EuroPer(without_minus_zero(euros))
    }

    /// Returns the plain number of euros per unit.
    pub fn euros(self) -> f64 {
        self.0
    }
}

impl Share {
    /// Share of zero.
    pub const ZERO: Share = Share(0.0);
    /// Share of one: 100%.
    pub const ONE: Share = Share(1.0);

    /// Makes a share from a fraction of one.
    pub fn new(fraction: f64) -> Share {
        Share(without_minus_zero(fraction))
    }

    /// Returns the plain fraction.
    pub fn fraction(self) -> f64 {
        self.0
    }

    /// Returns one minus the share.
    pub fn complement(self) -> Share {
        Share::new(1.0 - self.0)
    }
}

impl Add for Euro {
    type Output = Euro;
    fn add(self, other: Euro) -> Euro {
        Euro::new(self.0 + other.0)
    }
}

impl Sub for Euro {
    type Output = Euro;
    fn sub(self, other: Euro) -> Euro {
        Euro::new(self.0 - other.0)
    }
}

impl Neg for Euro {
    type Output = Euro;
    fn neg(self) -> Euro {
        Euro::new(-self.0)
    }
}

impl Sum for Euro {
    fn sum<I: Iterator<Item = Euro>>(amounts: I) -> Euro {
        amounts.fold(Euro::ZERO, Add::add)
    }
}

impl Mul<Share> for Euro {
    type Output = Euro;
    fn mul(self, share: Share) -> Euro {
        Euro::new(self.0 * share.0)
    }
}

impl Mul<Share> for EuroPer {
    type Output = EuroPer;
    fn mul(self, share: Share) -> EuroPer {
        EuroPer::new(self.0 * share.0)
    }
}

impl Mul<EuroPer> for Count {
    type Output = Euro;
    fn mul(self, price: EuroPer) -> Euro {
        Euro::new(self.0 * price.0)
    }
}

/// Gives the amount per unit; the number of units must not be zero.
impl Div<Count> for Euro {
    type Output = EuroPer;
    fn div(self, units: Count) -> EuroPer {
        EuroPer::new(self.0 / units.0)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn no_operator_makes_a_minus_zero() {
        let minus_zero = Euro::new(-0.0);
        for zero in [minus_zero, -Euro::ZERO, Euro::new(-5.0) * Share::ZERO, minus_zero - Euro::ZERO] {
            assert!(zero.euros().is_sign_positive());
        }
        assert!((Count::new(-0.0) * EuroPer::new(3.0)).euros().is_sign_positive());
    }

    #[test]
    fn a_price_too_small_to_divide_by_has_no_number_of_units() {
        assert_eq!(Euro::new(1e5).units_at(EuroPer::new(1e-310)), None);
        assert_eq!(Euro::new(1e5).units_at(EuroPer::new(-1.0)), None);
        assert_eq!(Euro::new(10.0).units_at(EuroPer::new(4.0)), Some(Count::new(2.5)));
    }
}
