//! 'Wat als?' (`#wat-als`): questions of a critical councillor, each with the outcome as it would
//! be, a sentence to say, and what research found. Nothing is kept before a person takes it over.

pub mod state;
pub mod text;
pub mod view;
