//! Reads scenarios of version 1 of the model as version 2, with the same outcome but for
//! what a [`Conversion`] names.
//!
//! # Design
//! The fields that only version 1 had are collected while a file is read, and then
//! converted to those of today. In version 1 the part of a transfer that was not
//! cashable was in no budget; now `rijk` saves it. Source: docs/model.md, 'Files of
//! version 1'.

use crate::model::inputs::{OwnSide, SavingInputs};
use crate::model::{General, InputId, Line, LineField, Phase, Preset, SavingKind};
use crate::scenario::Scenario;
use litemap::LiteMap;

/// Version of the model that a text was written for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Version {
    /// The first version: `"schema": 1`.
    One,
    /// The second version: `"schema": 2`.
    Two,
}

/// A change that reading made to a scenario of version 1, to be told to the user.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Conversion {
    /// The phase became that of a new initiative: version 1 knew no other.
    NewPhase,
    /// The discount rate stayed that of version 1, 2.25%.
    DiscountRate,
    /// Effects stayed independent, and without a chance of no effect.
    Independent,
    /// The part of a transfer that was not cashable became the Rijk's.
    TransfersToRijk,
    /// A funder that pays up to some year no longer pays in a full-effect year.
    TemporaryFunders,
    /// The value of a QALY stayed the indexed one of version 1.
    QalyPrice,
    /// Ranges that today's model does not have were left out.
    RangesLeftOut,
}

/// Discount rate that version 1 had where a file names none.
const DISCOUNT_RATE: f64 = 0.0225;
/// Value of a QALY in version 1, in prices of 2016; it was indexed.
const QALY_PRICE: f64 = 50_000.0;
/// Cashable share of `uitkeringen` in the preset `voorzichtig` of version 1.
const CAUTIOUS_CASHABLE: f64 = 0.8;

/// Fields that only version 1 had, as they were read.
#[derive(Debug, Default)]
pub struct VersionOneFields {
    /// Cashable shares that were named on fixed transfer lines.
    pub cashable: LiteMap<Line, f64>,
    /// Cashable shares that were named on own transfer lines, by index.
    pub own_cashable: LiteMap<usize, f64>,
    /// Whether a range was left out that today's model does not have.
    pub left_out_range: bool,
}

impl VersionOneFields {
    /// Converts a scenario that was read as version 1 to today's version, and returns the
    /// changes that the user must be told.
    pub fn convert(self, scenario: &mut Scenario) -> Vec<Conversion> {
        let mut conversions = Vec::new();
        let inputs = scenario.inputs();
        let ramp = [General::IngroeiJaar1, General::IngroeiJaar2].map(|year| inputs.general(year));
        if scenario.phase.is_none() && ramp != [1.0, 1.0] {
            scenario.phase = Some(Phase::Nieuw);
            conversions.push(Conversion::NewPhase);
        }
        if set_where_unnamed(scenario, General::Discontovoet, DISCOUNT_RATE) {
            conversions.push(Conversion::DiscountRate);
        }
        let independent = [General::Samenhang, General::KansGeenEffect];
        if independent.map(|general| set_where_unnamed(scenario, general, 0.0)).contains(&true) {
            conversions.push(Conversion::Independent);
        }
        if self.convert_transfers(scenario) {
            conversions.push(Conversion::TransfersToRijk);
        }
        // In version 1 every funder paid in a full-effect year.
        if scenario.plan.iter().any(|funder| funder.until.is_some()) {
            conversions.push(Conversion::TemporaryFunders);
        }
        let qaly = |field| InputId::Line(Line::KwaliteitVanLeven, field);
        let price = qaly(LineField::Bedrag);
        if !scenario.values.contains_key(&price) && inputs.get(qaly(LineField::Aantal)) != 0.0 {
            let factor = inputs.prices().factor();
            if factor != 1.0 {
                scenario.values.insert(price, QALY_PRICE * factor);
                conversions.push(Conversion::QalyPrice);
            }
        }
        if self.left_out_range {
            conversions.push(Conversion::RangesLeftOut);
        }
        conversions
    }

    /// Gives the Rijk the part of transfers that was not cashable; returns whether there
    /// was any. Harm counted in full, so its shares stay.
    fn convert_transfers(&self, scenario: &mut Scenario) -> bool {
        let mut converted = false;
        let inputs = scenario.inputs();
        for line in Line::ALL.into_iter().filter(|line| line.definition().kind == SavingKind::Overdracht) {
            let preset = (scenario.base == Preset::Voorzichtig).then_some(CAUTIOUS_CASHABLE);
            let cashable = self.cashable.get(&line).copied().or(preset).unwrap_or(1.0);
            if let Some(shares) = shares_with_rijk(inputs.line(line), cashable) {
                for (field, share) in shares {
                    scenario.values.insert(InputId::Line(line, field), share);
                }
                converted = true;
            }
        }
        for (index, cashable) in self.own_cashable.iter() {
            let Some(OwnSide::Saving(saving)) = scenario.own.get_mut(*index).map(|line| &mut line.side)
            else {
                continue;
            };
            if let Some(shares) = shares_with_rijk(&saving.inputs, *cashable) {
                for (field, share) in shares {
                    saving.inputs.set(field, share);
                }
                converted = true;
            }
            // A transfer has no cashable share of its own, and none is written.
            saving.inputs.set(LineField::Verzilverbaar, 1.0);
        }
        converted
    }
}

/// Returns the shares of the parties by which the cashable part of a transfer stays
/// where it was and the rest is the Rijk's; `None` where the shares stay.
fn shares_with_rijk(inputs: &SavingInputs, cashable: f64) -> Option<[(LineField, f64); 3]> {
    let gross = inputs.quantity() * inputs.price();
    if cashable >= 1.0 || gross.euros() < 0.0 {
        return None;
    }
    let share = |field| (field, inputs.get(field) * cashable);
    let (rijk, kept) = share(LineField::Rijk);
    Some([share(LineField::Gemeente), (rijk, kept + (1.0 - cashable)), share(LineField::Zorgverzekeraar)])
}

/// Gives an input a value where the scenario names none; returns whether it did.
fn set_where_unnamed(scenario: &mut Scenario, general: General, value: f64) -> bool {
    let id = InputId::General(general);
    let unnamed = !scenario.values.contains_key(&id);
    if unnamed {
        scenario.values.insert(id, value);
    }
    unnamed
}

#[cfg(test)]
mod tests;
