//! Inputs between two scenarios: some values from the first, the others from the second,
//! with all amounts converted to one price year. Shapley values are calculated from these.

use crate::compare::Player;
use crate::model::Share;
use crate::model::costs::costs;
use crate::model::financing::{Funder, FunderContribution};
use crate::model::inputs::{OwnLine, OwnSide};
use crate::model::savings::{SavingId, saving};
use crate::model::{General, InputId, Inputs, Line, LineField, price};

/// Relative difference up to which two amounts in prices of different years count as
/// conversions of each other. It allows for the rounding of converted amounts.
const CONVERSION_TOLERANCE: f64 = 1e-10;

/// An own line of the first scenario, of the second, or of both.
struct OwnLinePair<'a> {
    /// Index and line in each scenario; `None` where a scenario does not have it.
    lines: [Option<(usize, &'a OwnLine)>; 2],
    /// Whether the lines differ apart from a conversion to another price year; always so for
    /// a line that only one scenario has.
    differs: bool,
    /// Whether the line of the second scenario is used.
    from_second: bool,
}

/// An input that is an amount, and so depends on the price year.
struct MixedAmount {
    id: InputId,
    /// Whether the amounts differ apart from a conversion to another price year.
    differs: bool,
    /// Whether the amount of the second scenario is used.
    from_second: bool,
}

/// Inputs between two scenarios.
pub struct MixedInputs<'a> {
    scenarios: [&'a Inputs; 2],
    /// Price factor of the price year of each scenario.
    factors: [f64; 2],
    /// The mixed inputs without own lines; amounts are valid after
    /// [`MixedInputs::convert_amounts`].
    pub inputs: Inputs,
    amounts: Vec<MixedAmount>,
    /// The own lines of both scenarios.
    own: Vec<OwnLinePair<'a>>,
    /// Whether the chosen price year is that of the second scenario.
    second_year: bool,
    /// The value of `second_year` at the last conversion of `inputs`.
    converted_year: bool,
}

impl<'a> MixedInputs<'a> {
    /// Makes inputs that are all those of the first scenario.
    pub fn new(from: &'a Inputs, to: &'a Inputs) -> MixedInputs<'a> {
        let scenarios = [from, to];
        let factors = scenarios.map(|inputs| price::factor(inputs.year()));
        let mut inputs = from.clone();
        inputs.own = Vec::new();
        inputs.ranges = Vec::new();
        let mut mixed = MixedInputs {
            scenarios,
            factors,
            inputs,
            amounts: Vec::new(),
            own: Vec::new(),
            second_year: false,
            converted_year: false,
        };
        for id in InputId::fixed().filter(|id| id.definition().indexed) {
            let differs = mixed.amount_differs(from.get(id), to.get(id));
            mixed.amounts.push(MixedAmount { id, differs, from_second: false });
        }
        mixed.own = mixed.pair_own_lines();
        mixed
    }

    /// Returns whether two amounts differ apart from a conversion between price years.
    fn amount_differs(&self, from: f64, to: f64) -> bool {
        if self.factors[0] == self.factors[1] {
            return from != to;
        }
        let (from, to) = (from / self.factors[0], to / self.factors[1]);
        (from - to).abs() > CONVERSION_TOLERANCE * from.abs().max(to.abs())
    }

    /// Pairs the own lines of both scenarios. Two lines are the same line where they have the
    /// same id and side, and also the same name or the same values: each scenario numbers
    /// its own ids, so equal ids alone prove nothing.
    fn pair_own_lines(&self) -> Vec<OwnLinePair<'a>> {
        let [from, to] = self.scenarios;
        let mut unpaired: Vec<Option<(usize, &OwnLine)>> = to.own.iter().enumerate().map(Some).collect();
        let mut pairs = Vec::new();
        for (index, line) in from.own.iter().enumerate() {
            let is_same_line = |other: &&mut Option<(usize, &OwnLine)>| {
                other.is_some_and(|(_, other)| {
                    let same_side =
                        matches!(line.side, OwnSide::Cost(_)) == matches!(other.side, OwnSide::Cost(_));
                    let same_name_or_values = line.label == other.label || !self.own_differs(line, other);
                    line.id == other.id && same_side && same_name_or_values
                })
            };
            let other = unpaired.iter_mut().find(is_same_line).and_then(Option::take);
            let differs = other.is_none_or(|(_, other)| self.own_differs(line, other));
            pairs.push(OwnLinePair { lines: [Some((index, line)), other], differs, from_second: false });
        }
        let new = unpaired.into_iter().flatten();
        pairs.extend(new.map(|line| OwnLinePair {
            lines: [None, Some(line)],
            differs: true,
            from_second: false,
        }));
        pairs
    }

    /// Returns whether two own lines differ in kind, in whether they count or in a value.
    fn own_differs(&self, from: &OwnLine, to: &OwnLine) -> bool {
        let kind = |line: &OwnLine| match &line.side {
            OwnSide::Cost(_) => None,
            OwnSide::Saving(saving) => Some((saving.inputs.kind, saving.inputs.counted)),
        };
        let value_differs = |field: &LineField| match field {
            LineField::Bedrag => self.amount_differs(from.get(*field), to.get(*field)),
            _ => from.get(*field) != to.get(*field),
        };
        kind(from) != kind(to) || LineField::ALL.iter().any(value_differs)
    }

    /// Returns all differences between the two scenarios.
    pub fn players(&self) -> Vec<Player> {
        let [from, to] = self.scenarios;
        let mut players = Vec::new();
        if from.year() != to.year() {
            players.push(Player::PriceYear);
        }
        if from.basis != to.basis {
            players.push(Player::Basis);
        }
        for id in InputId::fixed().filter(|id| *id != InputId::General(General::Prijspeil)) {
            let amount = self.amounts.iter().find(|amount| amount.id == id);
            if amount.map_or(from.get(id) != to.get(id), |amount| amount.differs) {
                players.push(Player::Value(id));
            }
        }
        let is_switched = |line: &Line| from.line(*line).counted != to.line(*line).counted;
        players.extend(Line::ALL.into_iter().filter(is_switched).map(Player::Counted));
        players.extend(
            (0..self.own.len()).filter(|index| self.own[*index].differs).map(|index| self.own_player(index)),
        );
        players.extend(self.plan_differs().then_some(Player::Plan));
        players
    }

    /// Returns whether the dekkingsplannen of the scenarios differ in a party, an amount or
    /// an end year; the price year and the names of funders are ignored.
    fn plan_differs(&self) -> bool {
        let [from, to] = self.scenarios.map(|inputs| &inputs.plan);
        let is_same = |(from, to): (&Funder, &Funder)| {
            let pays_the_same = match (from.pays, to.pays) {
                (FunderContribution::Amount(from), FunderContribution::Amount(to)) => {
                    !self.amount_differs(from.euros(), to.euros())
                }
                (from, to) => from == to,
            };
            pays_the_same && from.party == to.party && from.until == to.until
        };
        from.len() != to.len() || !from.iter().zip(to.iter()).all(is_same)
    }

    /// Returns the number of own lines of both scenarios together; a line that is in both
    /// counts once.
    pub fn own_lines(&self) -> usize {
        self.own.len()
    }

    /// Returns the [`Player`] for the own line at this index of the combined list.
    pub fn own_player(&self, index: usize) -> Player {
        let [from, to] = self.own[index].lines.map(|line| line.map(|(index, _)| index));
        Player::Own(from, to)
    }

    /// Uses the value of the second scenario for this player where `second` is true, and
    /// otherwise the value of the first scenario.
    pub fn choose(&mut self, player: Player, second: bool) {
        let scenario = self.scenarios[usize::from(second)];
        match player {
            Player::PriceYear => self.second_year = second,
            Player::Basis => self.inputs.basis = scenario.basis,
            Player::Plan => self.inputs.plan = scenario.plan.clone(),
            Player::Counted(line) => self.inputs.set_counted(line, scenario.line(line).counted),
            Player::Value(id) => match self.amounts.iter().position(|amount| amount.id == id) {
                Some(index) => {
                    self.amounts[index].from_second = second;
                    self.set_amount(index);
                }
                None => self.inputs.set(id, scenario.get(id)),
            },
            Player::Own(..) => {
                let index = (0..self.own.len()).find(|index| self.own_player(*index) == player);
                if let Some(index) = index {
                    self.own[index].from_second = second;
                }
            }
        }
    }

    /// Converts all amounts to the chosen price year, where that changed.
    pub fn convert_amounts(&mut self) {
        if self.second_year != self.converted_year {
            self.converted_year = self.second_year;
            for index in 0..self.amounts.len() {
                self.set_amount(index);
            }
        }
    }

    /// Sets the amount at this index in the mixed inputs, in the chosen price year.
    fn set_amount(&mut self, index: usize) {
        let MixedAmount { id, differs, from_second } = self.amounts[index];
        // An amount that is only converted is taken from the scenario whose year is chosen,
        // so that it is exact.
        let second = if differs { from_second } else { self.second_year };
        let value = self.in_year(self.scenarios[usize::from(second)].get(id), second);
        self.inputs.set(id, value);
    }

    /// Converts an amount of one of the scenarios to the chosen price year; `second` is
    /// whether it is of the second scenario.
    fn in_year(&self, amount: f64, second: bool) -> f64 {
        if second == self.second_year {
            return amount;
        }
        amount * self.factors[usize::from(self.second_year)] / self.factors[usize::from(second)]
    }

    /// Returns the contribution of the own line at this index to the saldo, in euros.
    pub fn own_saldo(&self, index: usize) -> f64 {
        let own = &self.own[index];
        let second = if own.differs { own.from_second } else { self.second_year };
        let Some((_, line)) = own.lines[usize::from(second)] else { return 0.0 };
        let mut line = line.clone();
        line.set(LineField::Bedrag, self.in_year(line.get(LineField::Bedrag), second));
        match &line.side {
            OwnSide::Saving(own) if own.inputs.counted && own.inputs.kind.counts_for_payers() => {
                saving(SavingId::Own(0, String::new()), &own.inputs, Share::ZERO).net.euros()
            }
            OwnSide::Saving(_) => 0.0,
            OwnSide::Cost(_) => {
                let mut inputs = self.inputs.clone();
                inputs.own = vec![line];
                -costs(&inputs).lines.last().map_or(0.0, |line| line.amount.euros())
            }
        }
    }
}
