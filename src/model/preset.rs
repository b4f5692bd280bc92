//! Presets: ready-made inputs from which scenarios start.

use crate::model::inputs::Inputs;
use crate::model::lines::{Line, SavingKind};
use crate::model::parameter::{InputId, LineField};
use crate::model::price::{self, PriceLevel};

/// A ready-made starting point, which a scenario changes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Preset {
    /// The brochure's average initiative: all defaults.
    Brochure,
    /// Average initiative of the brochure in prices of 2025.
    Prijspeil2025,
    /// Savings corrected downwards.
    Voorzichtig,
    /// More savings, care use and nuisance counted.
    Gunstig,
    /// No demonstrable effect: the first question of an opponent.
    GeenEffect,
}

impl Preset {
    /// List of all variants, in the order of the interface.
    pub const ALL: [Preset; 5] =
        [Preset::Brochure, Preset::Prijspeil2025, Preset::GeenEffect, Preset::Voorzichtig, Preset::Gunstig];

    /// Returns the name in files and links.
    pub fn id(self) -> &'static str {
        match self {
            Preset::Brochure => "brochure",
            Preset::Prijspeil2025 => "prijspeil-2025",
            Preset::Voorzichtig => "voorzichtig",
            Preset::Gunstig => "gunstig",
            Preset::GeenEffect => "geen-effect",
        }
    }

    /// Finds the preset with this name; `None` where there is no such preset.
    pub fn from_id(id: &str) -> Option<Preset> {
        Preset::ALL.into_iter().find(|preset| preset.id() == id)
    }

    /// Returns the price year of the preset, unless the scenario chooses another.
    pub fn year(self) -> i32 {
        match self {
            Preset::Prijspeil2025 => 2025,
            Preset::Brochure | Preset::Voorzichtig | Preset::Gunstig | Preset::GeenEffect => price::BASE_YEAR,
        }
    }

    /// Returns the prices of the preset, unless the scenario chooses others.
    pub fn prices(self) -> PriceLevel {
        PriceLevel::from(self.year())
    }

    /// Returns the preset's inputs in its own prices.
    pub fn inputs(self) -> Inputs {
        self.inputs_in(self.prices())
    }

    /// Returns the preset's inputs in other prices.
    pub fn inputs_in(self, prices: impl Into<PriceLevel>) -> Inputs {
        let mut inputs = Inputs::defaults(prices);
        for (line, field, value) in self.changes() {
            inputs.set(InputId::Line(*line, *field), *value);
        }
        if self == Preset::Gunstig {
            inputs.set_counted(Line::Zorggebruik, true);
            inputs.set_counted(Line::Overlast, true);
        }
        inputs
    }

    /// Returns a correction of the preset `voorzichtig` for savings of a kind, own ones too:
    /// a transfer has those of `uitkeringen`, anything else those of `dagbesteding`.
    pub fn cautious_correction(kind: SavingKind, field: LineField) -> f64 {
        let line = if kind == SavingKind::Overdracht { Line::Uitkeringen } else { Line::Dagbesteding };
        Preset::Voorzichtig.inputs().line(line).get(field)
    }

    /// Lists the values that differ from the defaults. None of them is an amount, so
    /// they apply in any price year.
    fn changes(self) -> &'static [(Line, LineField, f64)] {
        match self {
            Preset::Brochure | Preset::Prijspeil2025 => &[],
            Preset::Voorzichtig => &[
                (Line::Uitkeringen, LineField::Autonoom, 0.5),
                (Line::Uitkeringen, LineField::Toerekening, 0.7),
                (Line::Uitkeringen, LineField::Verdringing, 0.1),
                (Line::Dagbesteding, LineField::Autonoom, 0.25),
                (Line::Dagbesteding, LineField::Toerekening, 0.8),
                (Line::Dagbesteding, LineField::Verzilverbaar, 0.7),
            ],
            Preset::GeenEffect => {
                &[(Line::Uitkeringen, LineField::Aantal, 0.0), (Line::Dagbesteding, LineField::Aantal, 0.0)]
            }
            Preset::Gunstig => &[
                (Line::Uitkeringen, LineField::Aantal, 6.0),
                (Line::Dagbesteding, LineField::Aantal, 20.0),
                (Line::Zorggebruik, LineField::Aantal, 10.0),
                (Line::Overlast, LineField::Aantal, 10.0),
            ],
        }
    }
}
