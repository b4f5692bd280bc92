//! Components of the page. They get texts, values and callbacks as arguments or
//! properties, and know nothing of the page's state or actions; `tests/architecture`
//! holds them to that. `src/ui/controls.rs` and `src/ui/blocks.rs` connect them to
//! the state.

pub mod chart_drawing;
pub mod choice;
pub mod deferred_block;
pub mod element;
pub mod field;
pub mod figure;
pub mod segmented;
pub mod slider;
