//! The one list of fixed savings lines; each is defined in a file of its own.
//!
//! CONTRIBUTING.md has the steps by which a line is added. Form, charts, links and
//! ledgers follow from the list.

mod betaald_werk;
mod dagbesteding;
mod kwaliteit_van_leven;
mod overlast;
mod uitkeringen;
mod vrijwilligerswerk;
mod zorggebruik;

use crate::model::parameter::{Definition, LineField, Status};
use crate::model::perspective::Perspective;
use serde::Serialize;

/// Kind of saving.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize)]
#[serde(rename_all = "lowercase")]
pub enum SavingKind {
    /// A saving of real resources.
    Besparing,
    /// A transfer: a saving for the payer and an equal loss for the receiver, so zero
    /// for society as a whole.
    Overdracht,
    /// Welfare: worth something to people, but in nobody's budget.
    Welvaart,
}

impl SavingKind {
    /// List of all kinds.
    pub const ALL: [SavingKind; 3] = [SavingKind::Besparing, SavingKind::Overdracht, SavingKind::Welvaart];

    /// Returns the name in files.
    pub fn id(self) -> &'static str {
        match self {
            SavingKind::Besparing => "besparing",
            SavingKind::Overdracht => "overdracht",
            SavingKind::Welvaart => "welvaart",
        }
    }

    /// Returns whether lines of this kind are part of the savings that are compared with
    /// the costs of the payers: besparingen and overdrachten.
    pub fn counts_for_payers(self) -> bool {
        self != SavingKind::Welvaart
    }

    /// Returns whether lines of this kind are part of the savings of society as a whole:
    /// besparingen and welvaart.
    pub fn counts_for_society(self) -> bool {
        self != SavingKind::Overdracht
    }

    /// Returns whether lines of this kind are part of the savings in a perspective.
    pub fn counts_for(self, perspective: Perspective) -> bool {
        match perspective {
            Perspective::Partijen | Perspective::Gemeente => self.counts_for_payers(),
            Perspective::Samenleving => self.counts_for_society(),
        }
    }
}

/// A default value with its plausible range and status.
#[derive(Clone, Copy, Debug)]
pub struct Assumption {
    /// The value until the user changes it.
    pub value: f64,
    /// The lowest plausible value.
    pub low: f64,
    /// The highest plausible value.
    pub high: f64,
    /// Status of the default.
    pub status: Status,
}

/// A fixed savings line. Amounts are in prices of 2016.
#[derive(Clone, Copy, Debug)]
pub struct LineDefinition {
    /// The name in files and links.
    pub id: &'static str,
    /// Kind of saving.
    pub kind: SavingKind,
    /// Whether the line counts until the user changes that; else it is p.m.
    pub counted: bool,
    /// Whether its unit is a year of one person, so that the number needed can be
    /// compared with the number of visitors.
    pub per_person: bool,
    /// Number of natural units a year.
    pub aantal: Assumption,
    /// Gross euros per unit.
    pub bedrag: Assumption,
    /// The cashable share; `None` except for lines of the kind `besparing`.
    pub verzilverbaar: Option<Assumption>,
    /// The shares of gemeente, rijk and zorgverzekeraar in the cashable savings;
    /// `None` for lines of the kind `welvaart`.
    pub parties: Option<[f64; 3]>,
    /// Whether the amount per unit follows the price year.
    pub indexed: bool,
}

impl LineDefinition {
    /// Returns whether the line has this parameter.
    pub fn has(&self, field: LineField) -> bool {
        field.applies_to(self.kind)
    }

    /// Returns the definition of one of its parameters.
    pub fn field(&self, field: LineField) -> Definition {
        let assumption =
            |default: Assumption| (default.value, Some((default.low, default.high)), default.status);
        let correction = |value, low, high| (value, Some((low, high)), Status::Proposal);
        let party = |index: usize| (self.parties.map_or(0.0, |shares| shares[index]), None, Status::Proposal);
        let (default, plausible, status) = match field {
            LineField::Aantal => assumption(self.aantal),
            LineField::Bedrag => assumption(self.bedrag),
            LineField::Autonoom => correction(0.0, 0.0, 0.5),
            LineField::Toerekening => correction(1.0, 0.5, 1.0),
            LineField::Verdringing => correction(0.0, 0.0, 0.2),
            LineField::Verzilverbaar => self.verzilverbaar.map_or((0.0, None, Status::Proposal), assumption),
            LineField::Gemeente => party(0),
            LineField::Rijk => party(1),
            LineField::Zorgverzekeraar => party(2),
        };
        let (unit, limits) = field.unit_and_limits();
        let indexed = unit.is_amount() && self.indexed;
        Definition { unit, default, plausible, limits, status, may_vary: !field.is_party(), indexed }
    }
}

macro_rules! lines {
    ($($(#[$doc:meta])* $variant:ident => $module:ident;)*) => {
        /// A fixed savings line.
        #[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
        pub enum Line { $($(#[$doc])* $variant,)* }

        impl Line {
            /// List of all variants, in the order of the interface.
            pub const ALL: [Line; Line::COUNT] = [$(Line::$variant,)*];
            /// Number of all variants.
            pub const COUNT: usize = [$(stringify!($variant),)*].len();

            /// Returns the definition of the line, from its file.
            pub fn definition(self) -> &'static LineDefinition {
                match self { $(Line::$variant => &$module::LINE,)* }
            }
        }
    };
}

lines! {
    /// Fewer social benefits (bijstand).
    Uitkeringen => uitkeringen;
    /// Less day-activity care.
    Dagbesteding => dagbesteding;
    /// Less use of mental health care.
    Zorggebruik => zorggebruik;
    /// Fewer incidents of nuisance.
    Overlast => overlast;
    /// Paid work by visitors.
    BetaaldWerk => betaald_werk;
    /// Volunteering outside the initiative.
    Vrijwilligerswerk => vrijwilligerswerk;
    /// Quality of life.
    KwaliteitVanLeven => kwaliteit_van_leven;
}

impl Line {
    /// Returns the name in files and links.
    pub fn id(self) -> &'static str {
        self.definition().id
    }

    /// Finds the line with this name; `None` where there is no such line.
    pub fn from_id(id: &str) -> Option<Line> {
        Line::ALL.into_iter().find(|line| line.id() == id)
    }
}

/// Calculates one line of the brochure's preset with this number of units, for the
/// worked example next to each definition.
#[cfg(test)]
pub(crate) fn brochure_saving(line: Line, aantal: f64) -> crate::model::savings::Saving {
    use crate::model::{InputId, Preset};
    let mut inputs = Preset::Brochure.inputs();
    inputs.set(InputId::Line(line, LineField::Aantal), aantal);
    crate::model::evaluate(&inputs).savings.swap_remove(line as usize)
}
