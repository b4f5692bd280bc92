//! Reference prices of an input, and of a question of a helper: each on a quiet line with its
//! source, and with a button that sets the field to it.

use crate::helpers::NumberQuestion;
use crate::model::{InputId, Line, LineField};
use crate::sources::reference_prices::{PriceIndex, ReferencePrice};
use crate::ui::components::element::{attributes, classed, div, element, span};
use crate::ui::components::figure::{figure_button, name_in, name_text, sentence_in, sentence_text, space};
use crate::ui::context::PageContext;
use crate::ui::features::helpers::state::{HelperAction, price_in_cents};
use crate::ui::routes::Route;
use yew::prelude::*;

/// Returns the names of the reference prices of an input, in its unit.
pub fn names_of_input(id: InputId) -> &'static [&'static str] {
    match id {
        InputId::Line(Line::Uitkeringen, LineField::Bedrag) => {
            &["bijstand", "bijstand-budget", "arbeidsongeschiktheid"]
        }
        InputId::Line(Line::Zorggebruik, LineField::Bedrag) => &["ggz-patient"],
        InputId::Line(Line::BetaaldWerk, LineField::Bedrag) => &["uur-betaald-werk"],
        InputId::General(_) | InputId::Line(..) | InputId::Own(..) => &[],
    }
}

/// Returns the names of the reference prices of a question, in its unit.
pub fn names_of_question(question: NumberQuestion) -> &'static [&'static str] {
    match question {
        NumberQuestion::PricePerDagdeel => {
            &["dagbesteding-licht", "dagbesteding-midden", "dagbesteding-zwaar"]
        }
        NumberQuestion::OwnContribution => &["wmo-eigen-bijdrage"],
        NumberQuestion::Salary => &["salaris-sociaal-werk"],
        NumberQuestion::Exits
        | NumberQuestion::StillOff
        | NumberQuestion::LeaveAnyway
        | NumberQuestion::YearsInOperation
        | NumberQuestion::DayCarePeople
        | NumberQuestion::DagdelenPerWeek
        | NumberQuestion::WeeksPerYear
        | NumberQuestion::GroupSize
        | NumberQuestion::Surcharge => &[],
    }
}

/// Returns the reference prices of an input; empty without any.
pub fn of_input(ctx: &PageContext, id: InputId) -> Html {
    if id == InputId::Line(Line::Dagbesteding, LineField::Bedrag) {
        return per_dagdeel(ctx);
    }
    let euros = |price: &ReferencePrice| price.in_prices(ctx.workspace.inputs.prices()).euros().round();
    list(ctx, names_of_input(id), euros, |price| HelperAction::SetToPrice(id, price))
}

/// Returns the reference prices of a question; empty without any.
pub fn of_question(ctx: &PageContext, question: NumberQuestion) -> Html {
    let euros = |price: &ReferencePrice| price_in_cents(ctx, price);
    list(ctx, names_of_question(question), euros, |price| HelperAction::AnswerWithPrice(question, price))
}

/// Returns the prices of a dagdeel, beside the price of a place: no publication has the price of
/// a whole place, which the helper works out.
fn per_dagdeel(ctx: &PageContext) -> Html {
    let names = names_of_question(NumberQuestion::PricePerDagdeel);
    let (Some(low), Some(high)) = (found(names).next(), found(names).last()) else { return Html::default() };
    let amount = |price: &ReferencePrice| ctx.text().notation.euro(price_in_cents(ctx, price));
    let text = (ctx.text().helpers().prices_between)(&amount(low), &amount(high));
    div("reference-prices small", vec![sentence_in("p", "", text), source(ctx, low)])
}

fn found(names: &'static [&'static str]) -> impl Iterator<Item = &'static ReferencePrice> {
    names.iter().filter_map(|name| ReferencePrice::from_id(name))
}

/// Returns prices, each with a button that sends what `act` returns; prices of one source in a
/// row have it once, below the last of them.
fn list(
    ctx: &PageContext,
    names: &'static [&'static str],
    euros: impl Fn(&ReferencePrice) -> f64,
    act: impl Fn(&'static ReferencePrice) -> HelperAction,
) -> Html {
    let prices: Vec<&ReferencePrice> = found(names).collect();
    if prices.is_empty() {
        return Html::default();
    }
    let mut content = Vec::new();
    for (index, price) in prices.iter().enumerate() {
        content.push(line(ctx, price, euros(price), act(price)));
        if prices.get(index + 1).is_none_or(|next| next.source != price.source) {
            content.push(source(ctx, price));
        }
    }
    div("reference-prices small", content)
}

fn line(ctx: &PageContext, price: &ReferencePrice, euros: f64, act: HelperAction) -> Html {
    let words = ctx.text().helpers();
    let text = (words.price)((words.subject)(price.id), &ctx.text().notation.euro_with_cents(euros));
    let name = vec![span("", words.fill_in), name_in("span", "hidden", (words.about)(&text))];
    let fill_in = figure_button("plain", ctx.press(act), name.into_iter().collect());
    classed("p", "", vec![sentence_text(text), space(), fill_in])
}

/// Returns the year of the prices and the source, which leads to the page of sources.
fn source(ctx: &PageContext, price: &ReferencePrice) -> Html {
    let words = ctx.text().helpers();
    let name = (words.source)(price.source, price.year);
    let link =
        element("a", attributes! { "href" => format!("#{}", Route::Sources.id()) }, vec![name_text(name)]);
    let year = match price.index {
        PriceIndex::Cpi => sentence_text((words.prices_of)(ctx.workspace.inputs.year())),
        PriceIndex::None => Html::default(),
    };
    classed("p", "", vec![year, link])
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::catalogue;

    #[test]
    fn every_price_exists_and_has_its_words() {
        let questions = NumberQuestion::ALL.into_iter().flat_map(names_of_question);
        let inputs =
            Line::ALL.into_iter().flat_map(|line| names_of_input(InputId::Line(line, LineField::Bedrag)));
        let words = catalogue().helpers();
        for name in questions.chain(inputs) {
            let price = ReferencePrice::from_id(name).unwrap();
            assert!(!(words.subject)(name).is_empty(), "{name}");
            assert!(!(words.source)(price.source, 1).contains(": ,"), "{name}");
        }
    }
}
