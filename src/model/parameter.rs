//! Parameters: their identity, unit, default, plausible range, limits and status.

use crate::model::lines::{Line, SavingKind};
use crate::model::parameters::General;
use crate::model::perspective::Perspective;
use crate::model::price::PriceLevel;

/// Unit of a parameter's values.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Unit {
    /// Number of people.
    Persons,
    /// Number of inhabitants, whole.
    Inhabitants,
    /// Number of full-time jobs.
    Fte,
    /// Euros per year, or once where the parameter says so.
    Euro,
    /// Euros for each person, full-time job or natural unit.
    EuroPer,
    /// A fraction; a percentage on screen.
    Share,
    /// A whole number of years.
    Years,
    /// A calendar year.
    Year,
    /// Natural units of a line, per year.
    Count,
}

impl Unit {
    /// Returns whether values are euros, and so follow the price year.
    pub fn is_amount(self) -> bool {
        matches!(self, Unit::Euro | Unit::EuroPer)
    }

    /// Returns whether only whole numbers make sense.
    pub fn is_whole(self) -> bool {
        matches!(self, Unit::Years | Unit::Year | Unit::Inhabitants)
    }
}

/// Status of a default: how well it is known.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Status {
    /// Given in the brochure.
    Brochure,
    /// Derived so that the total is the brochure's.
    Derived,
    /// Found in a published source.
    Published,
    /// Our own proposal, labelled 'aanname' on the page.
    Proposal,
    /// A choice that the user makes, not a fact that can be known.
    Choice,
}

/// Definition of one parameter, the same for every scenario. Amounts are in prices
/// of 2016.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Definition {
    /// Unit of its values.
    pub unit: Unit,
    /// The value until the user changes it.
    pub default: f64,
    /// Low and high end of the plausible range of an initiative of average size. `None` where
    /// there is none: then the input has no spread, unless the user gives it a range.
    pub plausible: Option<(f64, f64)>,
    /// The lowest and the highest value that is accepted.
    pub limits: (f64, f64),
    /// Status of the default.
    pub status: Status,
    /// Whether the user may give it a range. Shares that must add up to one with
    /// others, whole years and decisions of the user may not be uncertain.
    pub may_vary: bool,
    /// Whether the default follows the price year. The value of a QALY is an
    /// amount that does not: the thresholds behind it are not indexed.
    pub indexed: bool,
}

impl Definition {
    /// Returns the factor by which the default is multiplied in these prices: 1 where it
    /// does not follow the price year.
    pub fn price_factor(&self, prices: PriceLevel) -> f64 {
        if self.indexed { prices.factor() } else { 1.0 }
    }
}

/// A field of a savings line. An own cost line has only the first two fields.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum LineField {
    /// Number of natural units in a full-effect year.
    Aantal,
    /// Gross euros per unit.
    Bedrag,
    /// Deadweight: the share that would have happened anyway.
    Autonoom,
    /// Attribution: the share due to this initiative.
    Toerekening,
    /// Displacement: the share that only moves elsewhere.
    Verdringing,
    /// The cashable share: it really frees money in someone's budget.
    Verzilverbaar,
    /// The municipality's share in the cashable savings.
    Gemeente,
    /// The national government's share in the cashable savings.
    Rijk,
    /// The health insurer's share in the cashable savings.
    Zorgverzekeraar,
}

impl LineField {
    /// List of all variants, in the order of the interface.
    pub const ALL: [LineField; 9] = [
        LineField::Aantal,
        LineField::Bedrag,
        LineField::Autonoom,
        LineField::Toerekening,
        LineField::Verdringing,
        LineField::Verzilverbaar,
        LineField::Gemeente,
        LineField::Rijk,
        LineField::Zorgverzekeraar,
    ];

    /// Corrections of a saving, in the order in which they apply.
    pub const CORRECTIONS: [LineField; 4] =
        [LineField::Autonoom, LineField::Toerekening, LineField::Verdringing, LineField::Verzilverbaar];

    /// Shares of the parties in a saving; party Overig has the rest.
    pub const PARTIES: [LineField; 3] = [LineField::Gemeente, LineField::Rijk, LineField::Zorgverzekeraar];

    /// Returns the stricter of two values of a correction: of a share that is kept the
    /// smaller one, of a share that is taken off the larger one.
    pub fn stricter(self, one: f64, other: f64) -> f64 {
        if self.is_kept_share() { one.min(other) } else { one.max(other) }
    }

    /// Returns whether a correction is the share that is kept, and not the share that is taken
    /// off.
    fn is_kept_share(self) -> bool {
        matches!(self, LineField::Toerekening | LineField::Verzilverbaar)
    }

    /// Returns the last part of an input's id, after the dot.
    pub fn id(self) -> &'static str {
        match self {
            LineField::Aantal => "aantal",
            LineField::Bedrag => "bedrag",
            LineField::Autonoom => "autonoom",
            LineField::Toerekening => "toerekening",
            LineField::Verdringing => "verdringing",
            LineField::Verzilverbaar => "verzilverbaar",
            LineField::Gemeente => "gemeente",
            LineField::Rijk => "rijk",
            LineField::Zorgverzekeraar => "zorgverzekeraar",
        }
    }

    /// Finds the field with this name; `None` where there is no such field.
    pub fn from_id(id: &str) -> Option<LineField> {
        LineField::ALL.into_iter().find(|field| field.id() == id)
    }

    /// Returns the unit and the limits, the same for every line, fixed or own.
    pub fn unit_and_limits(self) -> (Unit, (f64, f64)) {
        match self {
            LineField::Aantal => (Unit::Count, (-1e9, 1e9)),
            LineField::Bedrag => (Unit::EuroPer, (-1e9, 1e9)),
            _ => (Unit::Share, (0.0, 1.0)),
        }
    }

    /// Returns whether it is the share of a party in the cashable savings.
    pub fn is_party(self) -> bool {
        LineField::PARTIES.contains(&self)
    }

    /// Returns whether lines of a kind have this field. Lines of the kind `welvaart` are
    /// in nobody's budget, so they have no cashable share and no shares of parties; a
    /// benefit that is not paid is always cash, so `overdracht` has no cashable share.
    pub fn applies_to(self, kind: SavingKind) -> bool {
        match self {
            LineField::Verzilverbaar => kind == SavingKind::Besparing,
            LineField::Gemeente | LineField::Rijk | LineField::Zorgverzekeraar => {
                kind != SavingKind::Welvaart
            }
            LineField::Aantal
            | LineField::Bedrag
            | LineField::Autonoom
            | LineField::Toerekening
            | LineField::Verdringing => true,
        }
    }

    /// Returns whether this parameter of a counted line of a kind affects the saldo of a
    /// perspective.
    pub fn affects_saldo(self, kind: SavingKind, perspective: Perspective) -> bool {
        let is_of_gemeente = matches!(self, LineField::Verzilverbaar | LineField::Gemeente);
        let is_used = if is_of_gemeente { perspective == Perspective::Gemeente } else { !self.is_party() };
        is_used && kind.counts_for(perspective) && self.applies_to(kind)
    }
}

/// Identity of an input: a general one, one of a fixed line, or one of an own line
/// (by its index in the scenario's list).
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum InputId {
    /// A parameter of the initiative, of time or of prices.
    General(General),
    /// A parameter of a fixed savings line.
    Line(Line, LineField),
    /// A parameter of the own line with this index.
    Own(usize, LineField),
}

impl InputId {
    /// Returns every fixed parameter, in the order of the interface.
    pub fn fixed() -> std::vec::IntoIter<InputId> {
        let mut all: Vec<InputId> = Vec::new();
        for general in General::ALL {
            all.push(InputId::General(general));
        }
        for line in Line::ALL {
            all.extend(InputId::of_line(line));
        }
        all.into_iter()
    }

    /// Returns the parameters that this fixed line has.
    pub fn of_line(line: Line) -> std::vec::IntoIter<InputId> {
        let mut all = Vec::new();
        for field in LineField::ALL {
            if line.definition().has(field) {
                all.push(InputId::Line(line, field));
            }
        }
        all.into_iter()
    }

    /// Finds the fixed parameter with this id, such as `dagbesteding.aantal`; `None`
    /// where there is no such parameter.
    pub fn from_fixed_id(id: &str) -> Option<InputId> {
        if let Some(general) = General::from_id(id) {
            return Some(InputId::General(general));
        }
        let (line, field) = id.split_once('.')?;
        let (line, field) = (Line::from_id(line)?, LineField::from_id(field)?);
        line.definition().has(field).then_some(InputId::Line(line, field))
    }

    /// Returns the id in files and links; `None` for own lines, whose ids are in the
    /// scenario.
    pub fn fixed_id(self) -> Option<String> {
        match self {
            InputId::General(general) => Some(general.id().to_owned()),
            InputId::Line(line, field) => Some(format!("{}.{}", line.id(), field.id())),
            InputId::Own(..) => None,
        }
    }

    /// Returns the definition of the parameter. The default of an own line is a
    /// neutral value: a quantity of one, an amount of zero, no corrections, and all of it
    /// cashable for the gemeente.
    pub fn definition(self) -> Definition {
        match self {
            InputId::General(general) => general.definition(),
            InputId::Line(line, field) => line.definition().field(field),
            InputId::Own(_, field) => {
                let (unit, limits) = field.unit_and_limits();
                let default = f64::from(u8::from(matches!(
                    field,
                    LineField::Aantal
                        | LineField::Toerekening
                        | LineField::Verzilverbaar
                        | LineField::Gemeente
                )));
                let may_vary = !field.is_party();
                let indexed = unit.is_amount();
                Definition {
                    unit,
                    default,
                    plausible: None,
                    limits,
                    status: Status::Choice,
                    may_vary,
                    indexed,
                }
            }
        }
    }
}
