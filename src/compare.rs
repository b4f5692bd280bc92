//! Comparison of scenarios: the figures that are compared, and why the saldo of one
//! scenario differs from that of another.
//!
//! The difference of two saldi is divided over the inputs that differ by Shapley values:
//! the contribution of an input is the mean of its effect over all orders in which the
//! inputs could be changed. So the result does not depend on an order, and the
//! contributions sum to the difference. The saldo is a sum of lines, and each line
//! depends on few inputs; so the values are calculated exactly, line by line, over the
//! inputs of that line only.
//!
//! The saldo is that of the first scenario's perspective, and both scenarios are converted
//! to the prices of the latest year of the two. So € 50,000 in prices of 2016 and € 50,000
//! in prices of 2025 differ, while an amount that was only converted does not.
//!
//! In the terms of Shapley values each difference is a [`Player`]: each fixed input that
//! differs, whether a line counts, the basis of the costs, each own line as a whole, and
//! the dekkingsplan.
//!
//! ```
//! use rekenmodel::compare::{Player, saldo_difference};
//! use rekenmodel::model::{General, InputId, Preset};
//!
//! let from = Preset::Brochure.inputs();
//! let mut to = from.clone();
//! to.set(InputId::General(General::Fte), 4.0);
//! let difference = saldo_difference(&from, &to);
//! assert_eq!(difference.shares[0].player, Player::Value(InputId::General(General::Fte)));
//! assert_eq!(difference.shares[0].amount, -12_200.0);
//! ```

mod figure;
mod mixed_inputs;

pub use crate::compare::figure::ComparedFigure;
use crate::compare::mixed_inputs::MixedInputs;
use crate::model::costs::{CostId, costs};
use crate::model::outcome::saldo;
use crate::model::savings::Saving;
use crate::model::{General, InputId, Inputs, Line, LineField, Perspective};

/// One difference between the inputs of two scenarios: a player, as in a Shapley value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Player {
    /// Basis of the costs: budget or key figure.
    Basis,
    /// The value of a fixed input.
    Value(InputId),
    /// Whether a fixed line counts.
    Counted(Line),
    /// An own line, by its index in the first and in the second scenario; `None` for a
    /// scenario that does not have the line.
    Own(Option<usize>, Option<usize>),
    /// The dekkingsplan. It changes who pays, and so the saldo of the gemeente only.
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

/// Difference of two saldi, divided over the inputs that differ.
#[derive(Clone, Debug, PartialEq)]
pub struct SaldoDifference {
    /// Perspective of the first scenario, the reference scenario: whose saldo it is.
    pub perspective: Perspective,
    /// The year in whose prices both saldi are.
    pub price_year: i32,
    /// Saldo of the first scenario, in euros a year.
    pub from: f64,
    /// Saldo of the second scenario, in euros a year.
    pub to: f64,
    /// Shares of the differences that affect the saldo, the largest first; they sum to
    /// `to - from`.
    pub shares: Vec<ShapleyShare>,
    /// Differences that do not affect the saldo.
    pub without_effect: Vec<Player>,
}

impl SaldoDifference {
    /// Returns the amounts of the shares in whole euros, in their order. They sum to the
    /// difference of the saldi `to` and `from` in whole euros, and each differs less than a
    /// euro from the exact amount.
    pub fn rounded_amounts(&self) -> Vec<f64> {
        let mut whole: Vec<f64> = self.shares.iter().map(|share| share.amount.floor()).collect();
        let short = self.to.round() - self.from.round() - whole.iter().sum::<f64>();
        // The shares with the largest fractions get a euro more (the largest remainder
        // method), as many shares as the sum is euros short.
        let mut order: Vec<usize> = (0..whole.len()).collect();
        let fraction = |index: &usize| self.shares[*index].amount - self.shares[*index].amount.floor();
        order.sort_by(|a, b| fraction(b).total_cmp(&fraction(a)));
        for index in order.into_iter().take(short.max(0.0) as usize) {
            whole[index] += 1.0;
        }
        whole.into_iter().map(|amount| amount + 0.0).collect()
    }
}

/// Converts the amounts of two scenarios to the prices of the latest year of the two.
pub fn in_latest_year(scenarios: [&Inputs; 2]) -> [Inputs; 2] {
    let [from, to] = scenarios.map(Inputs::year);
    scenarios.map(|inputs| in_prices_of(inputs, from.max(to)))
}

/// Converts all amounts of a scenario to the prices of a year.
fn in_prices_of(inputs: &Inputs, year: i32) -> Inputs {
    let mut converted = inputs.clone();
    if year == inputs.year() {
        return converted;
    }
    let factor = inputs.prices().conversion_to(year);
    let indexed = InputId::fixed().filter(|id| id.definition().indexed);
    indexed.for_each(|id| converted.set(id, inputs.get(id) * factor));
    for own in &mut converted.own {
        own.set(LineField::Bedrag, own.get(LineField::Bedrag) * factor);
    }
    converted.plan = inputs.plan.map_amounts(|amount| *amount *= factor);
    converted.set(InputId::General(General::Prijspeil), f64::from(year));
    converted
}

/// Returns the amount that a counted savings line adds to the saldo of a perspective, in
/// euros.
fn contribution(saving: &Saving, perspective: Perspective) -> f64 {
    match perspective {
        Perspective::Gemeente => saving.parties.gemeente.euros(),
        Perspective::Partijen | Perspective::Samenleving if saving.kind.counts_for(perspective) => {
            saving.net.euros()
        }
        Perspective::Partijen | Perspective::Samenleving => 0.0,
    }
}

/// Divides the difference between two saldi over the inputs that differ. The saldi are of the
/// perspective of the first scenario, in prices of the latest year of the two.
pub fn saldo_difference(from: &Inputs, to: &Inputs) -> SaldoDifference {
    let perspective = from.perspective;
    let [from, to] = in_latest_year([from, to]);
    let mut mixed = MixedInputs::new(&from, &to, perspective);
    let players = mixed.players();
    let mut game = ShapleyGame { shares: vec![0.0; players.len()], players: &players };
    for line in Line::ALL {
        let plays = |player: &Player| match player {
            Player::Counted(other) => *other == line,
            Player::Value(InputId::Line(other, field)) => {
                *other == line && field.affects_saldo(line.definition().kind, perspective)
            }
            Player::Value(InputId::General(General::InwonersGemeente)) => {
                line == Line::Uitkeringen && perspective == Perspective::Gemeente
            }
            _ => false,
        };
        game.play(&mut mixed, plays, |mixed| mixed.line_saldo(line));
    }
    // The gemeente bears a share of the costs, and may pay an amount apart from them.
    let allocates = |player: &Player| {
        let share = Player::Value(InputId::General(General::FinancieringGemeente));
        perspective == Perspective::Gemeente && (*player == Player::Plan || *player == share)
    };
    for (line, inputs) in COST_LINES {
        let plays = |player: &Player| match player {
            Player::Basis => true,
            Player::Value(InputId::General(general)) if inputs.contains(general) => true,
            other => allocates(other),
        };
        game.play(&mut mixed, plays, |mixed| {
            let costs = costs(&mixed.inputs);
            let amount = costs.lines.iter().find(|found| found.id == line).map(|found| found.amount.euros());
            -mixed.borne_share() * amount.unwrap_or_default()
        });
    }
    let income = Player::Value(InputId::General(General::EigenInkomsten));
    let plays = |player: &Player| *player == income || allocates(player);
    game.play(&mut mixed, plays, |mixed| mixed.borne_share() * costs(&mixed.inputs).own_income.euros());
    game.play(&mut mixed, allocates, |mixed| -mixed.paid_amount());
    for index in 0..mixed.own_lines() {
        let own = mixed.own_player(index);
        game.play(&mut mixed, |player| *player == own || allocates(player), |mixed| mixed.own_saldo(index));
    }

    let amounts = game.shares;
    let mut shares = Vec::new();
    let mut without_effect = Vec::new();
    for (player, amount) in players.into_iter().zip(amounts) {
        if amount == 0.0 { without_effect.push(player) } else { shares.push(ShapleyShare { player, amount }) }
    }
    shares.sort_by(|a, b| b.amount.abs().total_cmp(&a.amount.abs()));
    SaldoDifference {
        perspective,
        price_year: from.year(),
        from: saldo(&from, perspective).euros(),
        to: saldo(&to, perspective).euros(),
        shares,
        without_effect,
    }
}

/// The fixed cost lines, and the inputs of each.
const COST_LINES: [(CostId, &[General]); 6] = [
    (CostId::Personeel, &[General::Fte, General::LoonkostenPerFte]),
    (CostId::Vrijwilligers, &[General::Vrijwilligers, General::VergoedingPerVrijwilliger]),
    (CostId::Huisvesting, &[General::Huisvesting]),
    (CostId::Activiteiten, &[General::Activiteiten]),
    (CostId::Organisatie, &[General::Organisatie]),
    (CostId::Kengetal, &[General::Bezoekers, General::KostenPerBezoeker]),
];

/// Returns the effect of one difference on the saldo when it is changed first, with all
/// other inputs as in `from`, and when it is changed last, with all others as in `to`. The
/// saldo is that of [`saldo_difference`].
pub fn first_and_last_effect(from: &Inputs, to: &Inputs, player: Player) -> [f64; 2] {
    let perspective = from.perspective;
    let [from, to] = in_latest_year([from, to]);
    let mut mixed = MixedInputs::new(&from, &to, perspective);
    let players = mixed.players();
    // Each argument is whether the value of the second scenario is used.
    let mut total = |others_second: bool, player_second: bool| {
        for other in &players {
            mixed.choose(*other, if *other == player { player_second } else { others_second });
        }
        let lines: f64 = (0..mixed.own_lines()).map(|index| mixed.own_saldo(index)).sum();
        saldo(&mixed.inputs, perspective).euros() + lines
    };
    [false, true].map(|others_second| total(others_second, true) - total(others_second, false))
}

/// Shapley values, summed line by line.
struct ShapleyGame<'a> {
    /// The share of each player so far, in euros.
    shares: Vec<f64>,
    players: &'a [Player],
}

impl ShapleyGame<'_> {
    /// Divides the difference of one line over the players that affect it, by trying every
    /// subset of them (coalition). There are at most nine such players: for the gemeente, the
    /// seven fields of a savings line that affect its contribution, whether it counts, and
    /// the inhabitants.
    /// `plays` selects them; `value` is the saldo of the line.
    fn play(
        &mut self,
        mixed: &mut MixedInputs,
        plays: impl Fn(&Player) -> bool,
        value: impl Fn(&MixedInputs) -> f64,
    ) {
        let all = self.players.iter().enumerate().filter(|(_, player)| plays(player));
        let members: Vec<(usize, Player)> = all.map(|(index, player)| (index, *player)).collect();
        let count = members.len();
        if count == 0 {
            return;
        }
        let mut values = Vec::with_capacity(1 << count);
        for coalition in 0..1_usize << count {
            for (bit, (_, player)) in members.iter().enumerate() {
                mixed.choose(*player, coalition >> bit & 1 == 1);
            }
            values.push(value(mixed));
        }
        for (_, player) in &members {
            mixed.choose(*player, false);
        }
        for (bit, (index, _)) in members.iter().enumerate() {
            for (coalition, without) in
                values.iter().enumerate().filter(|(coalition, _)| coalition >> bit & 1 == 0)
            {
                let weight = shapley_weight(coalition.count_ones() as usize, count);
                self.shares[*index] += weight * (values[coalition | 1 << bit] - without);
            }
        }
    }
}

/// Returns the share of all orders of `count` players in which a player comes directly after
/// one particular set of `before` others: before! × (count − 1 − before)! ÷ count!.
fn shapley_weight(before: usize, count: usize) -> f64 {
    let mut orders = count as f64;
    for step in 1..=before {
        orders *= (count - step) as f64 / step as f64;
    }
    1.0 / orders
}

#[cfg(test)]
mod tests;
