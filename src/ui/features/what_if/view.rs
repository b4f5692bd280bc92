//! The view of 'Wat als?': the questions, and below them the case of the one that is chosen.

use crate::chart::Chart;
use crate::chart::case_bars::{Case, CaseBars};
use crate::model::{General, InputId, Line, Party, SavingLineId};
use crate::number::digits;
use crate::sources::{Direction, Sources, Study};
use crate::ui::commands::Command;
use crate::ui::components::choice::ChoiceOption;
use crate::ui::components::element::{
    attributes, button, classed, div, element, heading, input, p, slider_listeners, span, text_in,
};
use crate::ui::components::field::field_id;
use crate::ui::components::figure::{figure_in, name_in, sentence_in, space};
use crate::ui::components::segmented::segmented;
use crate::ui::components::slider::track;
use crate::ui::context::{Message, PageContext};
use crate::ui::controls::choice;
use crate::ui::features::charts::view::by_width;
use crate::ui::features::financing::editor::EDITOR;
use crate::ui::features::scenarios::messages::ScenarioMessage;
use crate::ui::features::sources::state::SourcesFile;
use crate::ui::features::what_if::state::{WhatIfAction, WhatIfChange};
use crate::ui::features::what_if::text::{GapKind, WhatIfFacts};
use crate::ui::features::{own_lines, sources};
use crate::ui::routes::Route;
use crate::ui::state::{Notice, State, WorkspaceAction};
use crate::what_if::{
    WhatIfAmounts, WhatIfControl, WhatIfFigures, WhatIfOption, WhatIfQuestion, volunteer_hour,
};
use yew::prelude::*;

/// The id of the section with the case of the question that is chosen.
pub const CASE: &str = "wat-als-geval";
/// The name of the slider or the list in which a case is set.
const SETTING: &str = "wat-als-keuze";
/// The name of the list of questions.
const QUESTION_LIST: &str = "wat-als-lijst";
/// Widths for which the picture is drawn, with the id of each, from wide to narrow.
pub const WIDTHS: [(&str, f64); 2] = [("wat-als", 480.0), ("wat-als-smal", 300.0)];
/// Classes of the drawings, from wide to narrow.
const CLASSES: [&str; WIDTHS.len()] = ["what-if-wide", "what-if-narrow"];

/// Returns the whole view.
pub fn view(ctx: &PageContext) -> Html {
    let words = ctx.text().what_if();
    let question = ctx.view.what_if.question;
    let name = ctx.scenario().name.trim();
    let head = vec![
        heading("h1", "wat-als-kop", words.title),
        // On screen the menu leads to the centre with its name.
        if name.is_empty() { Html::default() } else { name_in("p", "paper", name.to_owned()) },
        p("reading", words.intro),
        div("what-if-questions", vec![questions(ctx)]),
        div("what-if-list", vec![question_list(ctx)]),
    ];
    let title = attributes! { "id" => "wat-als-geval-kop" };
    let title = element("h2", title, vec![span("", (words.question)(question))]);
    let mut content = vec![title];
    match question.control(ctx.scenario()) {
        Err(why) => content.push(p("", (words.not_applicable)(why))),
        Ok(control) => {
            // A question that can be asked has figures.
            if let Some(figures) = ctx.what_if_figures(question) {
                content.push(case(ctx, question, &control, &figures));
            }
        }
    }
    let attributes = attributes! {
        "class" => "card what-if-case", "id" => CASE, "aria-labelledby" => "wat-als-geval-kop", "tabindex" => "-1",
    };
    div("what-if", vec![div("what-if-head", head), element("section", attributes, content)])
}

/// Returns all questions, to choose from.
fn question_options(ctx: &PageContext) -> Vec<ChoiceOption<Message>> {
    let words = ctx.text().what_if();
    let option = |question: WhatIfQuestion| {
        let is_chosen = question == ctx.view.what_if.question;
        ChoiceOption::new(question.id(), (words.question)(question), is_chosen, WhatIfAction::Ask(question))
    };
    WhatIfQuestion::ALL.map(option).into()
}

/// Returns the choice of a question.
fn questions(ctx: &PageContext) -> Html {
    let legend = text_in("legend", "hidden", ctx.text().what_if().questions);
    segmented::<Message>(&ctx.sender(), "wat-als-vraag", legend, question_options(ctx))
}

/// Returns the choice of a question as a list, for phones: there the questions would fill a screen.
fn question_list(ctx: &PageContext) -> Html {
    choice(ctx, QUESTION_LIST, ctx.text().what_if().questions, question_options(ctx), None)
}

fn case(
    ctx: &PageContext,
    question: WhatIfQuestion,
    control: &WhatIfControl,
    figures: &WhatIfFigures,
) -> Html {
    let words = ctx.text().what_if();
    let setting = ctx.what_if_setting(question);
    let said = to_say(ctx, question, figures).map(|sentence| sentence_in("p", "", sentence));
    let say = attributes! { "class" => "what-if-say", "aria-live" => "polite" };
    let mut left = vec![
        setting_control(ctx, question, control, setting),
        text_in("h3", "hidden", words.say),
        element("blockquote", say, said.into()),
    ];
    // Always an element: Yew would replace the slider if the number of its siblings changed.
    left.push(p("small", if figures.now == figures.then { words.unchanged } else { "" }));
    left.push(p("small", (words.remark)(question, figures)));
    let right = vec![compared(ctx, question, figures), picture(ctx, question, figures)];
    let year = ctx.workspace.inputs.year();
    let prices = sentence_in("p", "small", (ctx.text().centre().rounded)(year));
    let more = vec![research(ctx, question), prices, buttons(ctx, question)];
    let panes = [("what-if-left", left), ("what-if-right", right), ("what-if-more", more)];
    div("what-if-panes", panes.map(|(class, content)| div(class, content)).into())
}

/// Returns the two sentences to say about a case.
fn to_say(state: &State, question: WhatIfQuestion, figures: &WhatIfFigures) -> [String; 2] {
    let inputs = &state.workspace.inputs;
    let setting = state.what_if_setting(question);
    let facts = WhatIfFacts {
        question,
        setting,
        option: &chosen_option(state, question, setting),
        party: leaving_party(state, question, setting),
        perspective: figures.perspective,
        then: figures.then,
        gap: GapKind::of(figures.then.gap(), figures),
        volunteers: inputs.general(General::Vrijwilligers),
        volunteer_hour: volunteer_hour(inputs),
        horizon: inputs.general(General::Horizon),
        has_benefits: inputs.line(Line::Uitkeringen).counted,
    };
    (state.text().what_if().to_say)(&facts)
}

/// Returns the slider or the list in which the case is set.
fn setting_control(ctx: &PageContext, question: WhatIfQuestion, control: &WhatIfControl, set: f64) -> Html {
    let words = ctx.text().what_if();
    match control {
        WhatIfControl::Nothing => Html::default(),
        WhatIfControl::Options(options) => {
            let options = options.iter().enumerate().map(|(index, option)| {
                let action = WhatIfAction::Set(index as f64);
                ChoiceOption::new(index.to_string(), option_name(ctx, *option), index as f64 == set, action)
            });
            choice(ctx, SETTING, (words.setting)(question), options.collect(), None)
        }
        WhatIfControl::Number { low, high, step } => {
            let shown = (words.value)(question, set);
            let id = field_id(SETTING);
            let attributes = attributes! {
                "type" => "range",
                "id" => id.clone(),
                "min" => digits::format(*low),
                "max" => digits::format(*high),
                "step" => digits::format(*step),
                "aria-valuetext" => shown.clone(),
            };
            let send = ctx.sender();
            let moved = Callback::from(move |value| send.emit(WhatIfAction::Set(value).into()));
            let slider = input(attributes, digits::format(set), slider_listeners(moved, Callback::noop()));
            let position = if high > low { (set - low) / (high - low) * 100.0 } else { 0.0 };
            let label = attributes! { "for" => id, "class" => "label" };
            let ends = [*low, set, *high].map(|value| figure_in("span", "", (words.value)(question, value)));
            let content = vec![
                element("label", label, vec![span("", (words.setting)(question))]),
                div("slider", vec![track(Some((0.0, position))), slider]),
                div("what-if-ends", ends.into()),
            ];
            div("what-if-setting", content)
        }
    }
}

/// Returns the name of the option that is chosen in a question; empty in one without options.
pub fn chosen_option(state: &State, question: WhatIfQuestion, setting: f64) -> String {
    match question.control(state.scenario()) {
        Ok(WhatIfControl::Options(options)) => {
            options.get(setting as usize).map_or_else(String::new, |option| option_name(state, *option))
        }
        Ok(WhatIfControl::Number { .. } | WhatIfControl::Nothing) | Err(_) => String::new(),
    }
}

/// Returns the party that stops paying; `None` where it is a funder with a name, and in other
/// questions.
fn leaving_party(state: &State, question: WhatIfQuestion, setting: f64) -> Option<Party> {
    let Ok(WhatIfControl::Options(options)) = question.control(state.scenario()) else { return None };
    match options.get(setting as usize)? {
        WhatIfOption::Party(party) => Some(*party),
        WhatIfOption::Funder(index) => {
            let funder = &state.workspace.inputs.plan[*index];
            funder.label.trim().is_empty().then_some(funder.party)
        }
        WhatIfOption::Line(_) => None,
    }
}

/// Returns the name of an option: a savings line, a funder, or a party.
fn option_name(state: &State, option: WhatIfOption) -> String {
    let text = state.text();
    match option {
        WhatIfOption::Line(SavingLineId::Fixed(line)) => (text.line)(line).label.to_owned(),
        WhatIfOption::Line(SavingLineId::Own(index)) => own_lines::view::label(state, index),
        WhatIfOption::Party(party) => (text.party)(party).to_owned(),
        WhatIfOption::Funder(index) => {
            let funder = &state.workspace.inputs.plan[index];
            let label = funder.label.trim();
            if label.is_empty() { (text.party)(funder.party).to_owned() } else { label.to_owned() }
        }
    }
}

/// Returns the figure that the question is about, now and in the case.
fn compared(ctx: &PageContext, question: WhatIfQuestion, figures: &WhatIfFigures) -> Html {
    let words = ctx.text().what_if();
    let euro = |amount: f64| ctx.text().notation.euro(amount.abs());
    let figure = |case: &str, gap: f64| {
        let gap_name = (words.gap)(question.measure(), GapKind::of(gap, figures));
        let name = format!("{case}: {gap_name}{}", (words.whose)(figures.perspective));
        div("", vec![name_in("dt", "", name), figure_in("dd", "", euro(gap))])
    };
    let pair = vec![figure(words.now, figures.now.gap()), figure(words.then, figures.then.gap())];
    let mut content = vec![classed("dl", "what-if-figures", pair)];
    if let Some(other) = question.other() {
        let sentence = (words.other)(other, figures.now.other, figures.then.other);
        content.push(sentence_in("p", "small", sentence));
    }
    div("", content)
}

/// Returns what the picture of the question shows.
fn bars(state: &State, question: WhatIfQuestion, figures: &WhatIfFigures) -> CaseBars {
    let words = state.text().what_if();
    let measure = question.measure();
    let horizon = state.workspace.inputs.general(General::Horizon);
    let [supposed, _] = to_say(state, question, figures);
    let case = |name, amounts: &WhatIfAmounts| Case { name, costs: amounts.costs, covered: amounts.covered };
    // A difference of any amount, beside the two of these figures.
    let gap = GapKind::of(0.0, figures);
    let has_welfare = state.workspace.outcome.counts_welfare(figures.perspective);
    CaseBars {
        title: (words.picture)(&figures.now, &figures.then, measure),
        sentence: format!("{supposed} {}", (words.seen_from)(figures.perspective)),
        costs: (words.costs)(measure, horizon),
        covered: (words.covered)(measure, horizon, has_welfare),
        difference: (words.gap)(measure, GapKind::Gap),
        gap: [gap, GapKind::Surplus].map(|kind| (words.gap)(measure, kind)),
        harm: words.harm,
        cases: vec![case(words.now, &figures.now), case(words.then, &figures.then)],
        text: state.text(),
    }
}

fn picture(ctx: &PageContext, question: WhatIfQuestion, figures: &WhatIfFigures) -> Html {
    let bars = bars(ctx, question, figures);
    by_width(ctx, CLASSES, |index| {
        let (id, width) = WIDTHS[index];
        bars.chart(id, width)
    })
}

/// Draws the picture of a question for the width at this index of [`WIDTHS`]; `None` where the
/// question cannot be asked.
pub fn chart_at_width(state: &State, question: WhatIfQuestion, index: usize) -> Option<Chart> {
    let figures = state.what_if_figures(question)?;
    let (id, width) = WIDTHS[index];
    Some(bars(state, question, &figures).chart(id, width))
}

/// Returns the picture of the question that is shown, for a file.
pub fn chart(state: &State) -> Option<Chart> {
    chart_at_width(state, state.view.what_if.question, 0)
}

/// Publications whose studies say something about a question, in `bronnen.json`.
fn publications(question: WhatIfQuestion) -> &'static [&'static str] {
    match question {
        WhatIfQuestion::Deadweight => &["herstelacademies", "bourne"],
        WhatIfQuestion::Attribution => &["herstelacademies", "white"],
        WhatIfQuestion::PaperSavings => &["bourne"],
        WhatIfQuestion::NewDemand => &["lloyd-evans", "white"],
        WhatIfQuestion::Durability => &["herstelacademies"],
        WhatIfQuestion::OwnEstimates => &["sanches", "hwang"],
        WhatIfQuestion::NoEffect => &["herstelacademies", "wsipp", "bourne"],
        WhatIfQuestion::FunderLeaves => &["bauer"],
        WhatIfQuestion::Displacement
        | WhatIfQuestion::WhoGains
        | WhatIfQuestion::DoubleCounting
        | WhatIfQuestion::Volunteers
        | WhatIfQuestion::FewerVisitors => &[],
    }
}

/// Returns the studies about a question: those that found no gain first.
fn studies(sources: &Sources, question: WhatIfQuestion) -> Vec<&Study> {
    let about = publications(question);
    let is_about = |study: &&Study| about.contains(&sources.publications[study.publication].id.as_str());
    let mut found: Vec<&Study> = sources.studies.iter().filter(is_about).collect();
    found.sort_by_key(|study| match study.direction {
        Direction::NoDifference => 0,
        Direction::Adverse => 1,
        Direction::Mixed => 2,
        Direction::Favourable => 3,
        Direction::Descriptive => 4,
    });
    found
}

fn research(ctx: &PageContext, question: WhatIfQuestion) -> Html {
    let words = ctx.text().what_if();
    let mut content = vec![text_in("h3", "", words.research)];
    match &ctx.view.sources.file {
        SourcesFile::Loaded(sources) => {
            let found = studies(sources, question);
            if found.is_empty() {
                content.push(p("", words.no_research));
            }
            content.extend(found.into_iter().map(|study| {
                let text = format!("{}. {} {}", study.subject, study.finding, study.caveat);
                sentence_in("p", "", text)
            }));
        }
        SourcesFile::NotLoaded | SourcesFile::Missing(_) | SourcesFile::Broken(_) => {
            content.push(sources::loading::notice(ctx));
        }
    }
    let link = attributes! { "href" => format!("#{}", Route::Sources.id()) };
    let link = element("a", link, vec![span("", words.all_research)]);
    content.push(classed("p", "", vec![link]));
    div("what-if-research", content)
}

/// Returns the buttons that keep the case, and the way to what it sets.
fn buttons(ctx: &PageContext, question: WhatIfQuestion) -> Html {
    let words = ctx.text().what_if();
    let to_field = |id: InputId| Command::RevealInWorksheet(field_id(&ctx.workspace.inputs.name(id)));
    let (way, way_words) = match question.input(ctx.scenario()) {
        Some(id) => (to_field(id), words.to_assumption),
        None => (Command::RevealInWorksheet(EDITOR.to_owned()), words.to_plan),
    };
    let way = button("plain", ctx.press(way), way_words);
    if question == WhatIfQuestion::Durability {
        return div("", vec![p("small", words.only_shown), div("buttons", vec![way])]);
    }
    let content = vec![
        button("button is-main", ctx.press(WhatIfChange::TakeOver), words.take_over),
        button("button", ctx.press(WhatIfChange::AddBeside), words.add_beside),
        way,
    ];
    div("", vec![div("buttons", content), done(ctx)])
}

/// Says beside the buttons what was kept, since the notice at the top may be out of view: with a
/// button that undoes it or leads to it.
fn done(ctx: &PageContext) -> Html {
    let words = ctx.text().what_if();
    let said =
        |words: &'static str, way: Html| classed("p", "what-if-done", vec![span("", words), space(), way]);
    match &ctx.view.notice {
        Some(Notice::Scenarios(ScenarioMessage::WhatIfTakenOver)) => {
            let undo = button("plain", ctx.press(WorkspaceAction::Undo), ctx.text().page.undo_this);
            said(words.done, undo)
        }
        Some(Notice::Scenarios(ScenarioMessage::Added { .. })) => {
            said(words.added, button("plain", ctx.press(Command::GoTo(Route::Compare)), words.compare))
        }
        Some(_) | None => Html::default(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;
    use crate::sources::Sources;
    use crate::ui::features::compare::counts;

    /// Welfare counts for society alone, and is no saving: so the pictures of cases name it.
    #[test]
    fn welfare_is_named_beside_savings_where_it_counts() {
        for (perspective, name) in
            [("samenleving", "Geschatte besparingen en welzijn"), ("partijen", "Geschatte besparingen")]
        {
            let json = format!(
                r#"{{"values":{{"perspectief":"{perspective}","kwaliteit-van-leven.aantal":2}},
                "counted":{{"kwaliteit-van-leven":true}}}}"#
            );
            let state = State::new(Route::WhatIf, Scenario::parse(&json).unwrap());
            let case = chart_at_width(&state, WhatIfQuestion::NoEffect, 0).unwrap();
            for chart in [case, counts::chart_at_width(&state, 0)] {
                assert_eq!(chart.table.unwrap().rows[1][0], name, "{}", chart.id);
            }
        }
    }

    /// Every publication that a question names has a study, and what found no gain comes first.
    #[test]
    fn studies_without_gain_come_first() {
        let sources = Sources::parse(include_str!("../../../../static/bronnen.json")).unwrap();
        for question in WhatIfQuestion::ALL {
            let found = studies(&sources, question);
            assert_eq!(found.len(), publications(question).len(), "{question:?}");
            let is_gain =
                |study: &&Study| matches!(study.direction, Direction::Mixed | Direction::Favourable);
            let first_gain = found.iter().position(is_gain).unwrap_or(found.len());
            assert!(found[first_gain..].iter().all(|study| study.direction != Direction::NoDifference));
        }
    }
}
