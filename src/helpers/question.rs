//! Questions of the helpers that are answered with a number.

/// Question that is answered with a number.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum NumberQuestion {
    /// People a year who leave a benefit.
    Exits,
    /// Share of these people who are still off the benefit after a year.
    StillOff,
    /// Share of such people who leave a benefit in a year without the centre.
    LeaveAnyway,
    /// Years that the centre has been in operation.
    YearsInOperation,
    /// People who do without dagbesteding because of the centre; half a year
    /// counts as half.
    DayCarePeople,
    /// Dagdelen a week of one such person.
    DagdelenPerWeek,
    /// Weeks a year in which there is dagbesteding.
    WeeksPerYear,
    /// Price of one dagdeel, in euros of the scenario's price year.
    PricePerDagdeel,
    /// Own contribution of one person, in euros a month.
    OwnContribution,
    /// People fewer with whom the gemeente can close a group.
    GroupSize,
    /// Gross salary of a full job, in euros a year.
    Salary,
    /// Surcharge on that salary: employer charges, absence and replacement, as a fraction.
    Surcharge,
}

impl NumberQuestion {
    /// List of all questions, in the order of the interface.
    pub const ALL: [NumberQuestion; 12] = [
        NumberQuestion::Exits,
        NumberQuestion::StillOff,
        NumberQuestion::LeaveAnyway,
        NumberQuestion::YearsInOperation,
        NumberQuestion::DayCarePeople,
        NumberQuestion::DagdelenPerWeek,
        NumberQuestion::WeeksPerYear,
        NumberQuestion::PricePerDagdeel,
        NumberQuestion::OwnContribution,
        NumberQuestion::GroupSize,
        NumberQuestion::Salary,
        NumberQuestion::Surcharge,
    ];

    /// Returns the name in files and links.
    pub fn id(self) -> &'static str {
        match self {
            NumberQuestion::Exits => "uitkeringen.uitstroom",
            NumberQuestion::StillOff => "uitkeringen.blijft-uit",
            NumberQuestion::LeaveAnyway => "uitkeringen.zonder-ons",
            NumberQuestion::YearsInOperation => "uitkeringen.jaren-open",
            NumberQuestion::DayCarePeople => "dagbesteding.mensen",
            NumberQuestion::DagdelenPerWeek => "dagbesteding.dagdelen-per-week",
            NumberQuestion::WeeksPerYear => "dagbesteding.weken",
            NumberQuestion::PricePerDagdeel => "dagbesteding.prijs-per-dagdeel",
            NumberQuestion::OwnContribution => "dagbesteding.eigen-bijdrage",
            NumberQuestion::GroupSize => "dagbesteding.groep",
            NumberQuestion::Salary => "loonkosten.salaris",
            NumberQuestion::Surcharge => "loonkosten.opslag",
        }
    }

    /// Returns the limits of an answer, both included. Values that a helper fills in from
    /// such answers lie within the limits of their inputs.
    pub fn limits(self) -> (f64, f64) {
        match self {
            NumberQuestion::Exits | NumberQuestion::DayCarePeople => (0.0, 1e6),
            NumberQuestion::StillOff | NumberQuestion::LeaveAnyway | NumberQuestion::Surcharge => (0.0, 1.0),
            NumberQuestion::YearsInOperation => (1.0, 100.0),
            NumberQuestion::DagdelenPerWeek => (0.0, 21.0),
            NumberQuestion::WeeksPerYear => (0.0, 53.0),
            NumberQuestion::PricePerDagdeel | NumberQuestion::OwnContribution => (0.0, 1e4),
            NumberQuestion::GroupSize => (1.0, 1_000.0),
            NumberQuestion::Salary => (0.0, 250_000.0),
        }
    }

    /// Returns whether an answer is a whole number.
    pub fn is_whole(self) -> bool {
        matches!(self, NumberQuestion::YearsInOperation | NumberQuestion::GroupSize)
    }

    /// Returns whether a number is an answer that is accepted.
    pub fn accepts(self, number: f64) -> bool {
        let (low, high) = self.limits();
        (low..=high).contains(&number) && (!self.is_whole() || number.fract() == 0.0)
    }
}
