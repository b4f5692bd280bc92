//! Evidence grade of the headline, per line and as a card.

pub mod view;
