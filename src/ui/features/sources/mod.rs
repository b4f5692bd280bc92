//! The view of sources and method, and the state of the file that it shows.

pub mod background;
mod card;
pub mod inputs;
pub mod loading;
pub mod state;
mod studies;
pub(crate) mod text;
pub mod view;
