//! Scenarios beside each other: the figures that are compared, and why the
//! saldo of one differs from that of another.
//!
//! The difference is shared out over what differs by Shapley values: the mean
//! of what each thing adds over all orders in which they could be changed, so
//! the order never matters and the parts sum to the whole. The saldo is a sum
//! of lines, and each line hangs on few inputs; so the values are worked out
//! per line, exactly, over the inputs of that line only.
//!
//! In the terms of Shapley values each difference is a [`Player`]: each fixed
//! input that differs, whether a line counts, the basis of the costs, each own
//! line as a whole, the dekkingsplan, and the price year. Amounts are compared
//! after conversion to one price year. So € 50,000 in prices of 2016 and € 50,000
//! in prices of 2025 differ, while an amount that was only converted does not.
//!
//! ```
//! use rekenmodel::compare::{Player, saldo_difference};
//! use rekenmodel::model::{General, InputId, Preset};
//!
//! let from = Preset::Brochure.inputs();
//! let mut to = from.clone();
//! to.set(InputId::General(General::Fte), 4.0);
//! let saldo_difference = saldo_difference(&from, &to);
//! assert_eq!(saldo_difference.parts[0].player, Player::Value(InputId::General(General::Fte)));
//! assert_eq!(saldo_difference.parts[0].amount, -12_200.0);
//! ```

mod figure;
mod mixed_inputs;

pub use crate::compare::figure::ComparedFigure;
use crate::compare::mixed_inputs::MixedInputs;
use crate::model::costs::{CostId, costs};
use crate::model::outcome::saldo;
use crate::model::savings::{SavingId, saving};
use crate::model::{General, InputId, Inputs, Line, LineField, Perspective, Share};

/// One thing in which two scenarios differ.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Player {
    /// The year in whose prices all amounts are.
    PriceYear,
    /// Basis of the costs: budget or key figure.
    Basis,
    /// The value of a fixed input.
    Value(InputId),
    /// Tells whether a fixed line counts.
    Counted(Line),
    /// An own line, at these places in the two scenarios; none where it is not
    /// there.
    Own(Option<usize>, Option<usize>),
    /// The dekkingsplan: it moves who pays, and never the saldo of all together.
    Plan,
}

/// Share of one difference in the difference of two saldi.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct ShapleyShare {
    /// The difference that this share belongs to.
    pub player: Player,
    /// Amount that it adds to the saldo, in euros a year.
    pub amount: f64,
}

/// Difference of two saldi, shared out over what differs.
#[derive(Clone, Debug, PartialEq)]
pub struct SaldoDifference {
    /// The saldo that is compared with, in euros a year.
    pub from: f64,
    /// The saldo that is explained.
    pub to: f64,
    /// Differences that add to it, the largest first; they sum to it.
    pub parts: Vec<ShapleyShare>,
    /// Differences that leave the saldo as it is.
    pub without_effect: Vec<Player>,
}

impl SaldoDifference {
    /// The parts in whole euros, in their order, for where people add them up:
    /// they sum to the difference of the two saldi in whole euros. Each is less
    /// than a euro from what it was.
    pub fn rounded_amounts(&self) -> Vec<f64> {
        let mut whole: Vec<f64> = self.parts.iter().map(|part| part.amount.floor()).collect();
        let short = self.to.round() - self.from.round() - whole.iter().sum::<f64>();
        // Largest remainders first: as many parts get a euro as the sum is short of.
        let mut order: Vec<usize> = (0..whole.len()).collect();
        let lost = |place: &usize| self.parts[*place].amount - self.parts[*place].amount.floor();
        order.sort_by(|a, b| lost(b).total_cmp(&lost(a)));
        for place in order.into_iter().take(short.max(0.0) as usize) {
            whole[place] += 1.0;
        }
        whole.into_iter().map(|amount| amount + 0.0).collect()
    }
}

/// Returns why the saldo of the one differs from that of the other.
pub fn saldo_difference(from: &Inputs, to: &Inputs) -> SaldoDifference {
    let mut mixed = MixedInputs::new(from, to);
    let players = mixed.players();
    let mut game = ShapleyGame { shares: vec![0.0; players.len()], players: &players };
    for line in Line::ALL.into_iter().filter(|line| line.definition().kind.is_saving()) {
        let plays = |player: &Player| match player {
            Player::PriceYear => true,
            Player::Counted(of) => *of == line,
            Player::Value(InputId::Line(of, part)) => *of == line && moves_net(*part),
            _ => false,
        };
        let value = |mixed: &MixedInputs| {
            let inputs = mixed.inputs.line(line);
            if inputs.counted { saving(SavingId::Fixed(line), inputs, Share::NONE).net.euros() } else { 0.0 }
        };
        game.play(&mut mixed, plays, value);
    }
    for (line, inputs) in COST_LINES {
        let plays = |player: &Player| match player {
            Player::PriceYear | Player::Basis => true,
            Player::Value(InputId::General(general)) => inputs.contains(general),
            _ => false,
        };
        game.play(&mut mixed, plays, |mixed| {
            let costs = costs(&mixed.inputs);
            -costs.lines.iter().find(|found| found.id == line).map_or(0.0, |found| found.amount.euros())
        });
    }
    let income = Player::Value(InputId::General(General::EigenInkomsten));
    let plays = |player: &Player| *player == Player::PriceYear || *player == income;
    game.play(&mut mixed, plays, |mixed| costs(&mixed.inputs).own_income.euros());
    for place in 0..mixed.own_lines() {
        let own = mixed.own_player(place);
        let plays = |player: &Player| *player == Player::PriceYear || *player == own;
        game.play(&mut mixed, plays, |mixed| mixed.own_saldo(place));
    }

    let shares = game.shares;
    let mut parts = Vec::new();
    let mut idle = Vec::new();
    for (player, amount) in players.into_iter().zip(shares) {
        if amount == 0.0 { idle.push(player) } else { parts.push(ShapleyShare { player, amount }) }
    }
    parts.sort_by(|a, b| b.amount.abs().total_cmp(&a.amount.abs()));
    SaldoDifference {
        from: saldo(from, Perspective::Partijen).euros(),
        to: saldo(to, Perspective::Partijen).euros(),
        parts,
        without_effect: idle,
    }
}

/// Returns whether this field affects the net value of a savings line.
fn moves_net(part: LineField) -> bool {
    !part.is_party() && part != LineField::Verzilverbaar
}

/// The fixed cost lines, and the inputs that each is made of.
const COST_LINES: [(CostId, &[General]); 6] = [
    (CostId::Personeel, &[General::Fte, General::LoonkostenPerFte]),
    (CostId::Vrijwilligers, &[General::Vrijwilligers, General::VergoedingPerVrijwilliger]),
    (CostId::Huisvesting, &[General::Huisvesting]),
    (CostId::Activiteiten, &[General::Activiteiten]),
    (CostId::Organisatie, &[General::Organisatie]),
    (CostId::Kengetal, &[General::Bezoekers, General::KostenPerBezoeker]),
];

/// Returns the effect of one difference on the saldo when it is changed first, with
/// all else as in `from`, and when it is changed last, with all else as in `to`.
pub fn first_and_last_effect(from: &Inputs, to: &Inputs, player: Player) -> [f64; 2] {
    let mut mixed = MixedInputs::new(from, to);
    let players = mixed.players();
    let mut total = |others: bool, own: bool| {
        for one in &players {
            mixed.choose(*one, if *one == player { own } else { others });
        }
        mixed.convert_amounts();
        let lines: f64 = (0..mixed.own_lines()).map(|place| mixed.own_saldo(place)).sum();
        saldo(&mixed.inputs, Perspective::Partijen).euros() + lines
    };
    [false, true].map(|others| total(others, true) - total(others, false))
}

/// Shapley values, summed line by line.
struct ShapleyGame<'a> {
    shares: Vec<f64>,
    players: &'a [Player],
}

impl ShapleyGame<'_> {
    /// Divides the difference of one line over the players that affect it. There are
    /// at most eight: the fields of the line, whether it counts, and the price year.
    fn play(
        &mut self,
        mixed: &mut MixedInputs,
        plays: impl Fn(&Player) -> bool,
        value: impl Fn(&MixedInputs) -> f64,
    ) {
        let all = self.players.iter().enumerate().filter(|(_, player)| plays(player));
        let members: Vec<(usize, Player)> = all.map(|(place, player)| (place, *player)).collect();
        let count = members.len();
        if count == 0 {
            return;
        }
        let mut values = Vec::with_capacity(1 << count);
        for coalition in 0..1_usize << count {
            for (bit, (_, player)) in members.iter().enumerate() {
                mixed.choose(*player, coalition >> bit & 1 == 1);
            }
            mixed.convert_amounts();
            values.push(value(mixed));
        }
        for (_, player) in &members {
            mixed.choose(*player, false);
        }
        mixed.convert_amounts();
        for (bit, (place, _)) in members.iter().enumerate() {
            for (coalition, without) in values.iter().enumerate().filter(|(c, _)| c >> bit & 1 == 0) {
                let shapley_weight = shapley_weight(coalition.count_ones() as usize, count);
                self.shares[*place] += shapley_weight * (values[coalition | 1 << bit] - without);
            }
        }
    }
}

/// The part of all orders of `count` in which just these `before` come first:
/// before! × (count − 1 − before)! ÷ count!.
fn shapley_weight(before: usize, count: usize) -> f64 {
    let mut orders = count as f64;
    for step in 1..=before {
        orders *= (count - step) as f64 / step as f64;
    }
    1.0 / orders
}

#[cfg(test)]
mod tests;
