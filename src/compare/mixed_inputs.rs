//! Inputs between two scenarios in prices of the same year: some values from the first, the
//! others from the second. Shapley values are calculated from these.

use crate::compare::{Player, contribution};
use crate::model::bijstand_budget::followed_share;
use crate::model::costs::costs;
use crate::model::financing::{CostAllocation, Funder, FunderContribution, Period};
use crate::model::inputs::{OwnLine, OwnSide};
use crate::model::savings::{SavingId, saving};
use crate::model::{General, InputId, Inputs, Line, LineField, Party, Perspective, Share};

/// Relative difference up to which two amounts count as equal. It allows for the rounding of
/// amounts that were converted from another price year.
const CONVERSION_TOLERANCE: f64 = 1e-10;

/// An own line of the first scenario, of the second, or of both.
struct OwnLinePair<'a> {
    /// Index and line in each scenario; `None` where a scenario does not have it.
    lines: [Option<(usize, &'a OwnLine)>; 2],
    /// Whether the lines differ apart from rounding; always so for
    /// a line that only one scenario has.
    differs: bool,
    /// Whether the line of the second scenario is used.
    from_second: bool,
}

/// Inputs between two scenarios, in prices of the same year.
pub struct MixedInputs<'a> {
    scenarios: [&'a Inputs; 2],
    /// Perspective whose saldo is divided.
    perspective: Perspective,
    /// The mixed inputs without own lines.
    pub inputs: Inputs,
    /// The own lines of both scenarios.
    own: Vec<OwnLinePair<'a>>,
}

impl<'a> MixedInputs<'a> {
    /// Makes inputs that are all those of the first scenario. Both scenarios must be in prices
    /// of the same year.
    pub fn new(from: &'a Inputs, to: &'a Inputs, perspective: Perspective) -> MixedInputs<'a> {
        let mut inputs = from.clone();
        inputs.own = Vec::new();
        inputs.ranges = Vec::new();
        let mut mixed = MixedInputs { scenarios: [from, to], perspective, inputs, own: Vec::new() };
        mixed.own = mixed.pair_own_lines();
        mixed
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
            LineField::Bedrag => amount_differs(from.get(*field), to.get(*field)),
            _ => from.get(*field) != to.get(*field),
        };
        kind(from) != kind(to) || LineField::ALL.iter().any(value_differs)
    }

    /// Returns all differences between the two scenarios.
    pub fn players(&self) -> Vec<Player> {
        let [from, to] = self.scenarios;
        let mut players = Vec::new();
        if from.basis != to.basis {
            players.push(Player::Basis);
        }
        let differs = |id: &InputId| {
            let (from, to) = (from.get(*id), to.get(*id));
            if id.definition().indexed { amount_differs(from, to) } else { from != to }
        };
        let ids = InputId::fixed().filter(|id| *id != InputId::General(General::Prijspeil));
        players.extend(ids.filter(differs).map(Player::Value));
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
                    !amount_differs(from.euros(), to.euros())
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
            Player::Basis => self.inputs.basis = scenario.basis,
            Player::Plan => self.inputs.plan = scenario.plan.clone(),
            Player::Counted(line) => self.inputs.set_counted(line, scenario.line(line).counted),
            Player::Value(id) => self.inputs.set(id, scenario.get(id)),
            Player::Own(..) => {
                let index = (0..self.own.len()).find(|index| self.own_player(*index) == player);
                if let Some(index) = index {
                    self.own[index].from_second = second;
                }
            }
        }
    }

    /// Returns the contribution of a fixed savings line to the saldo, in euros.
    pub fn line_saldo(&self, line: Line) -> f64 {
        let inputs = self.inputs.line(line);
        if !inputs.counted {
            return 0.0;
        }
        contribution(&saving(SavingId::Fixed(line), inputs, followed_share(&self.inputs)), self.perspective)
    }

    /// Returns the contribution of the own line at this index to the saldo, in euros.
    pub fn own_saldo(&self, index: usize) -> f64 {
        let own = &self.own[index];
        let Some((_, line)) = own.lines[usize::from(own.differs && own.from_second)] else { return 0.0 };
        match &line.side {
            OwnSide::Saving(own) if own.inputs.counted => {
                let id = SavingId::Own(0, String::new());
                contribution(&saving(id, &own.inputs, Share::ZERO), self.perspective)
            }
            OwnSide::Saving(_) => 0.0,
            OwnSide::Cost(_) => {
                let mut inputs = self.inputs.clone();
                inputs.own = vec![line.clone()];
                let amount = costs(&inputs).lines.last().map_or(0.0, |line| line.amount.euros());
                -self.borne_share() * amount
            }
        }
    }

    /// Returns the share of the costs that lowers the saldo: that of the gemeente in its own
    /// perspective, and otherwise all of it.
    pub fn borne_share(&self) -> f64 {
        self.allocation().share.fraction()
    }

    /// Returns the amount apart from that share that lowers the saldo, in euros.
    pub fn paid_amount(&self) -> f64 {
        self.allocation().amount.euros()
    }

    fn allocation(&self) -> CostAllocation {
        match self.perspective {
            Perspective::Gemeente => self.inputs.cost_allocation(Party::Gemeente, Period::FullEffect),
            Perspective::Partijen | Perspective::Samenleving => CostAllocation::ALL_COSTS,
        }
    }
}

/// Returns whether two amounts differ by more than rounding.
fn amount_differs(from: f64, to: f64) -> bool {
    (from - to).abs() > CONVERSION_TOLERANCE * from.abs().max(to.abs())
}
