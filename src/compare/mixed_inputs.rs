//! Inputs that are partly those of one scenario and partly of another.

use crate::compare::Player;
use crate::model::Share;
use crate::model::costs::costs;
use crate::model::financing::{Funder, FunderContribution};
use crate::model::inputs::{OwnLine, OwnSide};
use crate::model::savings::{SavingId, saving};
use crate::model::{General, InputId, Inputs, Line, LineField, price};

/// Relative difference within which two amounts of different years count as
/// conversions of each other: the page rounds such amounts.
const CONVERSION_TOLERANCE: f64 = 1e-10;

/// An own line, as it is in each of the two scenarios.
struct OwnLinePair<'a> {
    lines: [Option<(usize, &'a OwnLine)>; 2],
    /// Whether it differs apart from a conversion to another price year.
    differs: bool,
    /// Whether it is from_second from the second scenario.
    from_second: bool,
}

/// Inputs between two scenarios. Own lines are kept apart.
pub struct MixedInputs<'a> {
    ends: [&'a Inputs; 2],
    factors: [f64; 2],
    /// The fixed inputs as they were chosen last, after [`MixedInputs::convert_amounts`].
    pub inputs: Inputs,
    /// Amounts: the input, whether it differs apart from the price year, and whether
    /// it is from_second from the second scenario.
    amounts: Vec<(InputId, bool, bool)>,
    own: Vec<OwnLinePair<'a>>,
    /// Whether the price year is that of the second scenario.
    second_year: bool,
    /// The `second_year` for which `inputs` was converted last.
    converted_year: bool,
}

impl<'a> MixedInputs<'a> {
    /// Makes inputs that are all those of the first scenario.
    pub fn new(from: &'a Inputs, to: &'a Inputs) -> MixedInputs<'a> {
        let ends = [from, to];
        let factors = ends.map(|inputs| price::factor(inputs.year()));
        let mut inputs = from.clone();
        inputs.own = Vec::new();
        inputs.ranges = Vec::new();
        let mut found = MixedInputs {
            ends,
            factors,
            inputs,
            amounts: Vec::new(),
            own: Vec::new(),
            second_year: false,
            converted_year: false,
        };
        for id in InputId::fixed().filter(|id| id.definition().indexed) {
            let differs = found.amount_differs(from.get(id), to.get(id));
            found.amounts.push((id, differs, false));
        }
        found.own = found.pair_own_lines();
        found
    }

    fn amount_differs(&self, from: f64, to: f64) -> bool {
        if self.factors[0] == self.factors[1] {
            return from != to;
        }
        let (from, to) = (from / self.factors[0], to / self.factors[1]);
        (from - to).abs() > CONVERSION_TOLERANCE * from.abs().max(to.abs())
    }

    /// Own lines that are the same line: by id and side, and by name or all of
    /// their values. Ids are given out per scenario, so an id alone says little.
    fn pair_own_lines(&self) -> Vec<OwnLinePair<'a>> {
        let [from, to] = self.ends;
        let mut left: Vec<Option<(usize, &OwnLine)>> = to.own.iter().enumerate().map(Some).collect();
        let mut pairs = Vec::new();
        for (place, line) in from.own.iter().enumerate() {
            let same = |other: &&mut Option<(usize, &OwnLine)>| {
                other.is_some_and(|(_, other)| {
                    let side =
                        matches!(line.side, OwnSide::Cost(_)) == matches!(other.side, OwnSide::Cost(_));
                    let alike = line.label == other.label || !self.own_differs(line, other);
                    line.id == other.id && side && alike
                })
            };
            let other = left.iter_mut().find(same).and_then(Option::take);
            let differs = other.is_none_or(|(_, other)| self.own_differs(line, other));
            pairs.push(OwnLinePair { lines: [Some((place, line)), other], differs, from_second: false });
        }
        let new = left.into_iter().flatten();
        pairs.extend(new.map(|line| OwnLinePair {
            lines: [None, Some(line)],
            differs: true,
            from_second: false,
        }));
        pairs
    }

    fn own_differs(&self, from: &OwnLine, to: &OwnLine) -> bool {
        let kind = |line: &OwnLine| match &line.side {
            OwnSide::Cost(_) => None,
            OwnSide::Saving(saving) => Some((saving.inputs.kind, saving.inputs.counted)),
        };
        let value = |part: &LineField| match part {
            LineField::Bedrag => self.amount_differs(from.get(*part), to.get(*part)),
            _ => from.get(*part) != to.get(*part),
        };
        kind(from) != kind(to) || LineField::ALL.iter().any(value)
    }

    /// Lists everything in which the two differ.
    pub fn players(&self) -> Vec<Player> {
        let [from, to] = self.ends;
        let mut players = Vec::new();
        if from.year() != to.year() {
            players.push(Player::PriceYear);
        }
        if from.basis != to.basis {
            players.push(Player::Basis);
        }
        for id in InputId::fixed().filter(|id| *id != InputId::General(General::Prijspeil)) {
            let amount = self.amounts.iter().find(|(of, ..)| *of == id);
            if amount.map_or(from.get(id) != to.get(id), |(_, differs, _)| *differs) {
                players.push(Player::Value(id));
            }
        }
        let switched = |line: &Line| from.line(*line).counted != to.line(*line).counted;
        players.extend(Line::ALL.into_iter().filter(switched).map(Player::Counted));
        players.extend(
            (0..self.own.len()).filter(|place| self.own[*place].differs).map(|place| self.own_player(place)),
        );
        players.extend(self.plan_differs().then_some(Player::Plan));
        players
    }

    /// Returns whether the two dekkingsplannen differ in a party, an amount or an end
    /// year; the price year and the names of funders are ignored.
    fn plan_differs(&self) -> bool {
        let [from, to] = self.ends.map(|inputs| &inputs.plan);
        let same = |(one, other): (&Funder, &Funder)| {
            let pays = match (one.pays, other.pays) {
                (FunderContribution::Amount(one), FunderContribution::Amount(other)) => {
                    !self.amount_differs(one.euros(), other.euros())
                }
                (one, other) => one == other,
            };
            pays && one.party == other.party && one.until == other.until
        };
        from.len() != to.len() || !from.iter().zip(to.iter()).all(same)
    }

    /// Number of own lines of both scenarios together; a line that is in both counts once.
    pub fn own_lines(&self) -> usize {
        self.own.len()
    }

    /// Returns the [`Player`] for the own line at this place in the combined list.
    pub fn own_player(&self, place: usize) -> Player {
        let [from, to] = self.own[place].lines.map(|line| line.map(|(place, _)| place));
        Player::Own(from, to)
    }

    /// Takes the input of this player from the second scenario, or from the first again.
    pub fn choose(&mut self, player: Player, second: bool) {
        let end = self.ends[usize::from(second)];
        match player {
            Player::PriceYear => self.second_year = second,
            Player::Basis => self.inputs.basis = end.basis,
            Player::Plan => self.inputs.plan = end.plan.clone(),
            Player::Counted(line) => self.inputs.set_counted(line, end.line(line).counted),
            Player::Value(id) => match self.amounts.iter().position(|(of, ..)| *of == id) {
                Some(place) => {
                    self.amounts[place].2 = second;
                    self.set_amount(place);
                }
                None => self.inputs.set(id, end.get(id)),
            },
            Player::Own(..) => {
                let place = (0..self.own.len()).find(|place| self.own_player(*place) == player);
                if let Some(place) = place {
                    self.own[place].from_second = second;
                }
            }
        }
    }

    /// Puts the amounts in the prices of the year that was chosen.
    pub fn convert_amounts(&mut self) {
        if self.second_year != self.converted_year {
            self.converted_year = self.second_year;
            for place in 0..self.amounts.len() {
                self.set_amount(place);
            }
        }
    }

    fn set_amount(&mut self, place: usize) {
        let (id, differs, second) = self.amounts[place];
        // An amount that is only converted goes with the year.
        let from = if differs { second } else { self.second_year };
        let value = self.in_year(self.ends[usize::from(from)].get(id), from);
        self.inputs.set(id, value);
    }

    /// An amount of one of the scenarios, in the prices of the year chosen.
    fn in_year(&self, amount: f64, second: bool) -> f64 {
        if second == self.second_year {
            return amount;
        }
        amount * self.factors[usize::from(self.second_year)] / self.factors[usize::from(second)]
    }

    /// Returns what the own line at this place adds to the saldo.
    pub fn own_saldo(&self, place: usize) -> f64 {
        let own = &self.own[place];
        let second = if own.differs { own.from_second } else { self.second_year };
        let Some((_, line)) = own.lines[usize::from(second)] else { return 0.0 };
        let mut line = line.clone();
        line.set(LineField::Bedrag, self.in_year(line.get(LineField::Bedrag), second));
        match &line.side {
            OwnSide::Saving(of) if of.inputs.counted && of.inputs.kind.is_saving() => {
                saving(SavingId::Own(0, String::new()), &of.inputs, Share::NONE).net.euros()
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
