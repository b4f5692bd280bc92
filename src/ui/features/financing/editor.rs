//! The editor of the dekkingsplan among the inputs, with a row for each funder.

use crate::model::Party;
use crate::model::financing::{Funder, FunderContribution, MAX_FUNDERS};
use crate::ui::commands::Command;
use crate::ui::components::choice::ChoiceOption;
use crate::ui::components::element::{attributes, button, classed, div, element, heading, keyed, p};
use crate::ui::components::field::number_input;
use crate::ui::components::figure::{figure_button, name_in, name_text, sentence_in};
use crate::ui::context::PageContext;
use crate::ui::controls::{choice, name_field};
use crate::ui::features::certainty::ranges::{FieldContent, field_content, field_message};
use crate::ui::features::certainty::ranges_state::Setting;
use crate::ui::features::financing::results::CARD;
use crate::ui::features::financing::state::{FinancingAction, FunderField};
use crate::ui::features::inputs::field::field_id;
use crate::ui::features::own_lines::view::{move_button, move_button_id};
use crate::ui::state::{FieldId, FocusRequest, State};
use yew::prelude::*;

/// The id of the whole editor; it gets the focus when the last row is removed.
pub const EDITOR: &str = "dekkingsplan-invoer";

/// The start of the id of a button that moves a funder up; its index follows.
const UP: &str = "plan-up";
/// The start of the id of a button that moves a funder down.
const DOWN: &str = "plan-down";

/// Returns the rows of the dekkingsplan, or a button that makes one where there
/// is none.
pub fn editor(ctx: &PageContext) -> Html {
    let words = ctx.text().financing();
    let plan = &ctx.workspace.inputs.plan;
    let mut content = vec![heading("h4", "", words.title)];
    if plan.is_empty() {
        content.extend([
            p("small", words.invite),
            div("buttons", vec![button("button", ctx.press(FinancingAction::Begin), words.begin)]),
            p("small", words.begin_note),
        ]);
    } else {
        let keys = ctx.funder_keys();
        let rows = plan.iter().zip(keys.iter()).enumerate();
        let rows = rows.map(|(index, (funder, key))| keyed(&key.to_string(), row(ctx, index, funder)));
        let add = if plan.len() < MAX_FUNDERS {
            button("button", ctx.press(FinancingAction::Add), words.add)
        } else {
            p("small", words.full)
        };
        let drop = button("plain", ctx.press(FinancingAction::Drop), words.remove_plan);
        let reveal = Command::RevealInWorksheet(CARD.to_owned());
        content.extend([
            sentence_in("p", "small", (words.in_force)(ctx.workspace.inputs.year())),
            div("own-lines", rows.collect()),
            div("buttons", vec![add, drop]),
            div("buttons", vec![button("plain", ctx.press(reveal), words.see_plan)]),
        ]);
    }
    element("div", attributes! { "class" => "group-content", "id" => EDITOR, "tabindex" => "-1" }, content)
}

/// Returns the row of the funder at this index.
fn row(ctx: &PageContext, index: usize, funder: &Funder) -> Html {
    let words = ctx.text().financing();
    let name = (words.funder)(&ctx.workspace.inputs.plan, index);
    let field = |id: &str| field_name(index, id);
    let by_share = matches!(funder.pays, FunderContribution::Share(_));
    let parties = Party::ALL.into_iter().map(|party| {
        let action = FinancingAction::SetParty(index, party);
        ChoiceOption::new(party.id(), (ctx.text().party)(party), party == funder.party, action)
    });
    let pay_by = |by_share| FinancingAction::PayByShare(index, by_share);
    let ways = vec![
        ChoiceOption::new("amount", words.contribution_kinds[0], !by_share, pay_by(false)),
        ChoiceOption::new("share", words.contribution_kinds[1], by_share, pay_by(true)),
    ];
    let temporary = funder.until.is_some();
    let set_temporary = |temporary| FinancingAction::SetTemporary(index, temporary);
    let terms = vec![
        ChoiceOption::new("always", words.terms[0], !temporary, set_temporary(false)),
        ChoiceOption::new("until", words.terms[1], temporary, set_temporary(true)),
    ];
    let pays = if by_share {
        number(ctx, index, FunderField::Share, words.share, "%")
    } else {
        number(ctx, index, FunderField::Amount, words.amount, words.euro)
    };
    let until = if temporary {
        number(ctx, index, FunderField::Until, words.until, words.until_unit)
    } else {
        Html::default()
    };
    let inside = vec![
        name_in("legend", "hidden", name.clone()),
        name_field(ctx, FieldId::FunderLabel(index), &field("label"), words.label, &funder.label),
        choice(ctx, &field("party"), words.party, parties.collect(), None),
        choice(ctx, &field("way"), words.contribution_kind, ways, None),
        pays,
        choice(ctx, &field("term"), words.term, terms, None),
        until,
        row_buttons(ctx, index, &name),
    ];
    let summary = vec![name_in("h4", "", name), sentence_in("span", "line-total", (words.pays)(funder))];
    let summary = element("summary", attributes! { "id" => summary_id(index) }, summary);
    classed("details", "line", vec![summary, classed("fieldset", "line-content", inside)])
}

/// Returns the field of a number of the funder at this index.
fn number(
    ctx: &PageContext,
    index: usize,
    field: FunderField,
    label: &'static str,
    unit: &'static str,
) -> Html {
    let setting = Setting::Plan(index, field);
    let name = field_name(index, field.id());
    number_field(ctx, FieldId::Setting(setting), &name, label, unit, &field_content(ctx, setting))
}

/// Returns a text field for a number, with its label, its unit, and the problem
/// or remark of its content.
pub fn number_field(
    ctx: &PageContext,
    field: FieldId,
    name: &str,
    label: &str,
    unit: &'static str,
    content: &FieldContent,
) -> Html {
    let id = field_id(name);
    let unit_id = format!("{id}-eenheid");
    let remark = field_message(&id, content);
    let described_by = if remark.is_some() { format!("{id}-fout {unit_id}") } else { unit_id.clone() };
    let input = number_input(
        &id,
        name.to_owned().into(),
        described_by,
        content.problem.is_some(),
        content.text.clone(),
        ctx.text_listeners(field),
    );
    let label =
        element("label", attributes! { "class" => "label", "for" => id }, vec![name_text(label.to_owned())]);
    let unit = element("span", attributes! { "class" => "unit", "id" => unit_id }, vec![name_text(unit)]);
    let content =
        vec![label, div("field-row", vec![input, unit]), div("remarks", remark.into_iter().collect())];
    div("field", content)
}

/// Returns the buttons that move and remove the funder with this name.
fn row_buttons(ctx: &PageContext, index: usize, name: &str) -> Html {
    let words = ctx.text().financing();
    let count = ctx.workspace.inputs.plan.len();
    let row = index.to_string();
    let (up, down) = (FinancingAction::MoveUp(index), FinancingAction::MoveDown(index));
    let remove = ctx.press(FinancingAction::Remove(index));
    let content = vec![
        move_button(ctx, UP, &row, (words.up)(name, index + 1, count), index > 0, up),
        move_button(ctx, DOWN, &row, (words.down)(name, index + 1, count), index + 1 < count, down),
        figure_button("plain", remove, name_text((words.remove)(name))),
    ];
    div("own-tools", content)
}

fn summary_id(index: usize) -> String {
    format!("financier-{index}")
}

/// Returns the name of a field of the funder at this index: `plan.0.amount`.
fn field_name(index: usize, id: &str) -> String {
    format!("plan.{index}.{id}")
}

/// Returns where the focus goes after an action that removes or disables the
/// button that was pressed; `None` after other actions.
pub fn focus_after(state: &State, action: &FinancingAction) -> Option<FocusRequest> {
    let count = state.workspace.inputs.plan.len();
    let move_button =
        |direction: &str, index: usize| FocusRequest::Reveal(move_button_id(direction, &index.to_string()));
    Some(match *action {
        FinancingAction::Begin => FocusRequest::Reveal(EDITOR.to_owned()),
        FinancingAction::Drop => FocusRequest::Element(EDITOR.to_owned()),
        FinancingAction::Add => FocusRequest::Reveal(field_id(&field_name(count, "label"))),
        FinancingAction::Remove(_) if count <= 1 => FocusRequest::Element(EDITOR.to_owned()),
        FinancingAction::Remove(index) => FocusRequest::Element(summary_id(index.min(count - 2))),
        // In the first and the last row one of the buttons is disabled, so the
        // other one gets the focus.
        FinancingAction::MoveUp(index) => {
            move_button(if index == 1 { DOWN } else { UP }, index.saturating_sub(1))
        }
        FinancingAction::MoveDown(index) => {
            move_button(if index + 2 >= count { UP } else { DOWN }, index + 1)
        }
        FinancingAction::SetParty(..)
        | FinancingAction::PayByShare(..)
        | FinancingAction::SetTemporary(..) => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::link::Address;

    /// After each action the focus is on an element that exists and is enabled.
    #[test]
    fn the_focus_follows_the_funder() {
        let mut state = State::from_address(&Address::of_view(""));
        let element = |id: &str| Some(FocusRequest::Element(id.to_owned()));
        let reveal = |id: &str| Some(FocusRequest::Reveal(id.to_owned()));
        assert_eq!(focus_after(&state, &FinancingAction::Begin), reveal(EDITOR));
        state.apply(FinancingAction::Begin.into());
        assert_eq!(focus_after(&state, &FinancingAction::Remove(0)), element(EDITOR));
        assert_eq!(focus_after(&state, &FinancingAction::Add), reveal("veld-plan-1-label"));
        state.apply(FinancingAction::Add.into());
        state.apply(FinancingAction::Add.into());
        for (action, expected) in [
            (FinancingAction::MoveUp(1), reveal("plan-down-0")),
            (FinancingAction::MoveUp(2), reveal("plan-up-1")),
            (FinancingAction::MoveDown(0), reveal("plan-down-1")),
            (FinancingAction::MoveDown(1), reveal("plan-up-2")),
            (FinancingAction::Remove(0), element("financier-0")),
            (FinancingAction::Remove(2), element("financier-1")),
            (FinancingAction::Drop, element(EDITOR)),
            (FinancingAction::SetTemporary(0, true), None),
        ] {
            assert_eq!(focus_after(&state, &action), expected, "{action:?}");
        }
    }
}
