//! Help beside the field of a hard number: the questions of a helper, and dated prices to
//! compare with. Nothing is filled in before the user says so.

pub mod calculation;
pub mod prices;
pub mod readiness;
pub mod state;
pub mod text;
pub mod view;

use crate::helpers::Helper;
use crate::model::{General, InputId, Line, LineField};
use crate::ui::components::element::div;
use crate::ui::context::PageContext;
use crate::ui::lazy::SERVICES;
use yew::prelude::*;

/// Returns the helper for an input; `None` for one that has none.
pub fn helper_of(id: InputId) -> Option<Helper> {
    match id {
        InputId::Line(Line::Uitkeringen, LineField::Aantal) => Some(Helper::Benefits),
        InputId::Line(Line::Dagbesteding, LineField::Aantal | LineField::Bedrag) => Some(Helper::DayCare),
        InputId::Line(Line::Dagbesteding, LineField::Verzilverbaar) => Some(Helper::Purchase),
        InputId::General(General::LoonkostenPerFte) => Some(Helper::WageCost),
        InputId::General(_) | InputId::Line(..) | InputId::Own(..) => None,
    }
}

/// Returns whether an input has reference prices, which are in its own unit or in that of a
/// question of its helper.
fn has_prices(id: InputId) -> bool {
    matches!(
        id,
        InputId::Line(
            Line::Uitkeringen | Line::Dagbesteding | Line::Zorggebruik | Line::BetaaldWerk,
            LineField::Bedrag
        )
    )
}

/// Returns the helper and the reference prices of an input; empty without any, and
/// until their code is loaded.
pub fn below_field(ctx: &PageContext, id: InputId) -> Html {
    if helper_of(id).is_none() && !has_prices(id) {
        return Html::default();
    }
    let services = SERVICES.get().filter(|_| !ctx.is_shell());
    let content = services.map(|services| (services.explanations.helper)(ctx, id)).unwrap_or_default();
    div("helper", vec![content])
}
