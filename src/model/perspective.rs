//! Perspective: whose saldo is put in front.

use serde::Serialize;

/// Perspective of a scenario: whose saldo is put in front.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Perspective {
    /// All payers together: transfers count, and savings count whether or not they are
    /// cashable, as in the brochure.
    Partijen,
    /// The gemeente, with only the cashable share of savings.
    Gemeente,
    /// Society as a whole, in which transfers drop out and welfare counts.
    Samenleving,
}

impl Perspective {
    /// List of all perspectives, in the order of the interface.
    pub const ALL: [Perspective; 3] =
        [Perspective::Partijen, Perspective::Gemeente, Perspective::Samenleving];

    /// Returns the name in files and links.
    pub fn id(self) -> &'static str {
        match self {
            Perspective::Partijen => "partijen",
            Perspective::Gemeente => "gemeente",
            Perspective::Samenleving => "samenleving",
        }
    }
}

/// Value of each perspective.
#[derive(Clone, Copy, Debug, PartialEq, Serialize)]
pub struct PerPerspective<T> {
    /// Value for all payers together.
    pub partijen: T,
    /// Value for the gemeente.
    pub gemeente: T,
    /// Value for society as a whole.
    pub samenleving: T,
}

impl<T> PerPerspective<T> {
    /// Makes a value for each perspective.
    pub fn from_fn(mut make: impl FnMut(Perspective) -> T) -> PerPerspective<T> {
        PerPerspective {
            partijen: make(Perspective::Partijen),
            gemeente: make(Perspective::Gemeente),
            samenleving: make(Perspective::Samenleving),
        }
    }

    /// Returns the value of one perspective.
    pub fn get(&self, perspective: Perspective) -> &T {
        match perspective {
            Perspective::Partijen => &self.partijen,
            Perspective::Gemeente => &self.gemeente,
            Perspective::Samenleving => &self.samenleving,
        }
    }
}
