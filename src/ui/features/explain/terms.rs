//! Terms: the values that a figure is calculated from. The explanation lists them,
//! each with a link to its own explanation or to the field where it is entered.

use crate::explain::{FigureId, Origin, Term, ValueUnit};
use crate::model::price::BASE_YEAR;
use crate::model::{InputId, LineField};
use crate::text::explain::shown;
use crate::ui::commands::Command;
use crate::ui::components::element::classed;
use crate::ui::components::figure::{figure_button, figure_in, name_in, name_text, sentence_in, space};
use crate::ui::context::{Message, PageContext};
use crate::ui::features::explain::comparison;
use crate::ui::features::explain::panel::with_naming;
use crate::ui::features::explain::state::ExplainAction;
use crate::ui::features::financing::editor::EDITOR;
use crate::ui::features::inputs;
use crate::ui::features::inputs::field::field_id;
use crate::ui::features::{embed, own_lines};
use crate::ui::routes::Route;
use crate::ui::state::State;
use yew::prelude::*;

/// A button that leads to a field or to another explanation.
pub struct TermLink {
    /// The message that pressing it sends.
    pub message: Message,
    /// The words on the button.
    pub words: String,
}

impl TermLink {
    /// Returns a link that sends this message.
    pub fn new(message: impl Into<Message>, words: String) -> TermLink {
        TermLink { message: message.into(), words }
    }
}

/// An item in the list of terms.
pub enum TermView {
    /// A value with its name.
    Value {
        /// The name of the value.
        name: String,
        /// The value as it is shown.
        value: String,
        /// A word for the status of the value, such as 'aanname', which says where it is
        /// from; empty for values that are calculated.
        status: &'static str,
        /// A link to the field or the explanation of the value.
        link: Option<TermLink>,
        /// A sentence on how the value was converted.
        remark: Option<String>,
        /// The source of the value.
        source: Option<String>,
    },
    /// A link without a value.
    Link(TermLink),
}

impl TermView {
    /// Returns a value with a link to its field or its explanation.
    pub fn with_link(name: String, value: String, link: TermLink) -> TermView {
        TermView::Value { name, value, status: "", link: Some(link), remark: None, source: None }
    }

    /// Returns a value without a link.
    pub fn plain(name: String, value: String) -> TermView {
        TermView::Value { name, value, status: "", link: None, remark: None, source: None }
    }
}

/// Returns the list item of one term.
pub fn term_item(ctx: &PageContext, term: TermView) -> Html {
    let button = |link: TermLink| figure_button("plain", ctx.press(link.message), name_text(link.words));
    match term {
        TermView::Link(link) => classed("li", "", vec![button(link)]),
        TermView::Value { name, value, status, link, remark, source } => {
            let mut line = vec![
                name_in("span", "term-name", name),
                space(),
                figure_in("strong", "term-value", value),
                space(),
            ];
            if !status.is_empty() {
                line.extend([name_in("span", "status", status), space()]);
            }
            line.extend(link.map(button));
            let mut content = vec![classed("p", "", line)];
            content.extend(remark.map(|remark| sentence_in("p", "small", remark)));
            content.extend(source.map(|source| name_in("p", "small", source)));
            classed("li", "", content)
        }
    }
}

/// Puts a term of an explanation into words.
pub fn describe_term(state: &State, term: &Term) -> TermView {
    let value = shown(state.text().notation, term.value, term.unit);
    match term.origin {
        Origin::Figure(figure) => figure_term(state, figure, value),
        Origin::Input(id) => input_term(state, id, value),
        Origin::Phase => {
            let name = with_naming(state, |naming| naming.origin(term.origin));
            let value = with_naming(state, |naming| naming.value(Some(term.value), term.unit));
            TermView::plain(name, value)
        }
        Origin::Funder(_) => funder_term(state, term, value),
    }
}

/// Returns a term that is another figure, with a link to its explanation.
pub fn figure_term(state: &State, figure: FigureId, value: String) -> TermView {
    let name = with_naming(state, |naming| naming.figure(figure));
    let figure = figure.name(&state.workspace.outcome);
    // On the view that compares scenarios, names of figures include the scenario.
    let figure = match state.view.route {
        Route::Compare => {
            format!("{}.{}.{figure}", comparison::IN_SCENARIO, state.workspace.current.shown)
        }
        Route::Centre
        | Route::WhatIf
        | Route::Worksheet
        | Route::Uncertainty
        | Route::Sources
        | Route::Share
        | Route::BuildingBlocks
        | Route::Compact => figure,
    };
    let words = (state.text().explain().to_figure)(&name);
    TermView::with_link(name, value, TermLink::new(ExplainAction::Follow(figure), words))
}

/// Returns the word for the status of the value of an input. In contrast to
/// [`inputs::field::status_word`], it also has a word for the user's own lines:
/// their corrections are called 'usual' as long as they equal the defaults that
/// every new line has, which nobody typed.
fn status_word(state: &State, id: InputId) -> &'static str {
    match id {
        InputId::Own(index, field) => match own_lines::view::status(state, index, field) {
            "" if !matches!(field, LineField::Aantal | LineField::Bedrag)
                && state.workspace.inputs.get(id) == id.definition().default =>
            {
                state.text().explain().own_line_default
            }
            "" => state.text().page.filled_in,
            // The status of an example's figure, as long as it is unchanged.
            example_status => example_status,
        },
        InputId::General(_) | InputId::Line(..) => inputs::field::status_word(state, id),
    }
}

/// Returns a term that is the value of an input: its status, a link to its field, and its
/// source.
pub fn input_term(state: &State, id: InputId, value: String) -> TermView {
    let all = state.text();
    let name = with_naming(state, |naming| naming.input(id));
    let has_field = match state.view.route {
        Route::Compact => embed::view::INPUTS.contains(&id),
        Route::Centre
        | Route::WhatIf
        | Route::Worksheet
        | Route::Uncertainty
        | Route::Compare
        | Route::Sources
        | Route::Share
        | Route::BuildingBlocks => true,
    };
    let link = has_field.then(|| {
        let field = field_id(&state.workspace.inputs.name(id));
        TermLink::new(reveal_command(state, field), (all.explain().to_field)(&name))
    });
    let is_fixed = id.fixed_id().is_some();
    let remark = if is_fixed { price_conversion(state, id) } else { None };
    // The source is that of the default; a value of the user's own is not from there.
    let has_source = is_fixed && !state.workspace.is_changed(id);
    let source = has_source.then(|| format!("{} {}", all.results().source, all.input_help(id).source));
    TermView::Value { name, value, status: status_word(state, id), link, remark, source }
}

/// Returns a sentence on how a default amount is converted from prices of the
/// base year to the scenario's price year; `None` where the value is no amount, is zero,
/// was changed by the user, or is in prices of the base year. Presets change no
/// amounts, so the default of the definition is also the default of every preset.
fn price_conversion(state: &State, id: InputId) -> Option<String> {
    let definition = id.definition();
    let (year, factor) = (state.workspace.inputs.year(), state.workspace.outcome.price_factor);
    let is_amount = definition.indexed && definition.default != 0.0;
    let is_converted = is_amount && !state.workspace.is_changed(id) && factor != 1.0;
    let notation = state.text().notation;
    let default = shown(notation, definition.default, ValueUnit::Euro);
    let factor = shown(notation, factor, ValueUnit::Factor);
    is_converted.then(|| (state.text().explain_extra().indexed)(&default, &factor, BASE_YEAR, year))
}

/// Returns the command that leads to a field: on this view if it has the fields, or else
/// on the worksheet. From the comparison it first shows the scenario that the
/// figure is of.
fn reveal_command(state: &State, field: String) -> Command {
    match state.view.route {
        Route::Centre | Route::Worksheet | Route::Compact => Command::Reveal(field),
        Route::Compare => Command::RevealInScenario(state.workspace.current.shown, field),
        Route::WhatIf | Route::Uncertainty | Route::Sources | Route::Share | Route::BuildingBlocks => {
            Command::RevealInWorksheet(field)
        }
    }
}

/// Returns a term that is the payment of a funder in the dekkingsplan, with a link
/// to the plan, unless the view is the compact one, which has no plan.
fn funder_term(state: &State, term: &Term, value: String) -> TermView {
    let name = with_naming(state, |naming| naming.origin(term.origin));
    let link = (state.view.route != Route::Compact).then(|| {
        TermLink::new(reveal_command(state, EDITOR.to_owned()), (state.text().explain().to_field)(&name))
    });
    TermView::Value { name, value, status: state.text().page.filled_in, link, remark: None, source: None }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::General;
    use crate::scenario::Scenario;
    use crate::scenario::link::Address;

    #[test]
    fn a_default_in_other_prices_says_how_it_was_converted() {
        let explained = |json: &str, id| {
            let scenario = Scenario::parse(json).unwrap();
            price_conversion(&State::from_address(&Address::of_scenario("rekenen", scenario)), id)
        };
        let wage = InputId::General(General::LoonkostenPerFte);
        let converted = explained(r#"{"base":"prijspeil-2025"}"#, wage).unwrap();
        assert!(converted.starts_with("€\u{a0}48.800 in prijzen van 2016 × 1,341148: "), "{converted}");
        assert!(converted.contains(" tot 2025"), "{converted}");
        // A value of the user, a value that is no amount, and prices of the base
        // year are not converted.
        let own = r#"{"base":"prijspeil-2025","values":{"loonkosten-per-fte":60000}}"#;
        for (json, id) in
            [(own, wage), (r#"{"base":"prijspeil-2025"}"#, InputId::General(General::Fte)), ("{}", wage)]
        {
            assert_eq!(explained(json, id), None, "{json}");
        }
    }

    /// Nothing in prices of 2016 is nothing in those of another year.
    #[test]
    fn a_default_of_zero_is_not_explained_by_consumer_prices() {
        let scenario = Scenario::parse(r#"{"base":"prijspeil-2025"}"#).unwrap();
        let state = State::from_address(&Address::of_scenario("rekenen", scenario));
        for id in InputId::fixed().filter(|id| id.definition().default == 0.0) {
            assert_eq!(price_conversion(&state, id), None, "{id:?}");
        }
        let income = input_term(&state, InputId::General(General::EigenInkomsten), "€ 0".to_owned());
        assert!(matches!(income, TermView::Value { remark: None, .. }));
    }

    /// Checks that only a value that somebody can have typed is called filled in.
    #[test]
    fn defaults_of_an_own_line_are_not_called_filled_in() {
        let scenario = Scenario::parse(
            r#"{"custom":[{"id":"c1","side":"saving","label":"x","quantity":1,"amount":900,"toerekening":0.8},
            {"id":"huisuitzetting","side":"saving","label":"x","quantity":2,"amount":8000,"autonoom":0.2}]}"#,
        );
        let state = State::from_address(&Address::of_scenario("", scenario.unwrap()));
        for (index, field, expected) in [
            (0, LineField::Autonoom, "standaard voor een eigen post"),
            (0, LineField::Gemeente, "standaard voor een eigen post"),
            (0, LineField::Toerekening, "zelf ingevuld"),
            (0, LineField::Aantal, "zelf ingevuld"),
            (1, LineField::Autonoom, "aanname"),
            (1, LineField::Bedrag, "zelf ingevuld"),
        ] {
            assert_eq!(status_word(&state, InputId::Own(index, field)), expected, "{index} {field:?}");
        }
    }
}
