//! What buttons ask for that is no plain change of the first view: copies,
//! files, print, and what belongs to other views. It comes later.

use crate::building_blocks::Presence;
use crate::model::{CostBasis, SavingKind};
use crate::platform;
use crate::platform::FileField;
use crate::scenario::examples::EXAMPLES;
use crate::ui::app::go;
use crate::ui::components::chart_view;
use crate::ui::features::building_blocks::state::Offer;
use crate::ui::features::explain::state::Explaining;
use crate::ui::features::scenarios::state::Manage;
use crate::ui::features::sources::state::Sourcing;
use crate::ui::features::worksheet::goal_state::Seeking;
use crate::ui::features::{
    building_blocks, centre, certainty, changes, compare, evidence, financing, network, own_lines, scenarios,
    share, storage, worksheet,
};
use crate::ui::state::{Action, OwnEdit, State, View};
use yew::prelude::*;

/// Asks for the field of an end of a range, from another view.
pub const RANGE: &str = "go-range";

/// Does what a button asks for: a word, or a word and what it is about.
pub fn obey(state: &UseReducerHandle<State>, command: &str) {
    let (word, about) = command.split_once(' ').unwrap_or((command, ""));
    let page = state.dispatcher();
    match word {
        "copy" => platform::copy(about, move |id, done| page.dispatch(Action::Said(Some((id, done))))),
        "png" | "svg" => {
            state.dispatch(Action::Said(None));
            let id = about.to_owned();
            let failed = move || page.dispatch(Action::Said(Some((id, false))));
            centre::results::save(
                state,
                if word == "png" { chart_view::Kind::Png } else { chart_view::Kind::Svg },
                about,
                failed,
            );
        }
        "go-in" => {
            let Some((place, field)) = about.split_once(' ') else { return };
            if let Ok(place) = place.parse() {
                state.dispatch(Manage::Show(place).into());
            }
            go(state, field.to_owned());
        }
        RANGE => {
            state.dispatch(Action::Show(View::Onzekerheid));
            state.dispatch(Action::Aim(about.to_owned(), true));
        }
        "print" => {
            state.dispatch(Action::Show(View::Rekenen));
            // The view is drawn after this event.
            platform::after(50, platform::print);
        }
        "save-all" => storage::persistence::save_all(state),
        "kept-asides" => storage::persistence::save_asides(state),
        "kept-erase" => storage::persistence::erase(state),
        "kept-rejoin" => platform::leave_figures(),
        "save" => {
            let scenario = state.scenario();
            platform::download(
                &share::view::file_name(&scenario.name),
                "application/json",
                &scenario.to_json(),
            );
        }
        _ => {
            let Some(action) = action(state, word, about) else { return };
            let focus = match action {
                Action::Mark(id, ref from) => {
                    Some((evidence::view::focus_after(state, id, from.is_some()), false))
                }
                Action::Plan(ref what) => financing::editor::focus_after(state, what),
                Action::PutBack(_) => Some((changes::view::LIST.to_owned(), false)),
                Action::Scenarios(_) => scenarios::view::focus_after(state, &action).map(|id| (id, false)),
                _ => own_lines::view::focus_after(state, &action),
            };
            state.dispatch(action);
            // The button that was pressed is gone, or stands elsewhere.
            if let Some((id, open)) = focus {
                state.dispatch(Action::Aim(id, open));
            }
        }
    }
}

fn action(state: &State, word: &str, about: &str) -> Option<Action> {
    Some(match word {
        "mark" => Action::Mark(state.scenario().input(about)?, Some(String::new())),
        "unmark" => Action::Mark(state.scenario().input(about)?, None),
        "put-back" => Action::PutBack(changes::view::named(state, about)?),
        "break-even" => Action::BreakEven(state.scenario().input(about)?),
        "add-cost" => Action::AddCost,
        "add-saving" => Action::AddSaving,
        "remove" => Action::Remove(own_place(state, about)?),
        "duplicate" => Action::Duplicate(own_place(state, about)?),
        "up" | "down" => Action::Move(own_place(state, about)?, word == "up"),
        "example" => Action::AddExample(EXAMPLES.iter().position(|example| example.id == about)?),
        "scale" => Action::ScaleSavings,
        "start-over" => Action::StartOver,
        "sources" => Action::Sources(Sourcing::Again),
        "explain" => {
            let (place, figure) = about.split_once(' ')?;
            Action::Explain(Explaining::Open(place.to_owned(), figure.to_owned()))
        }
        "explain-further" => Action::Explain(Explaining::Further(about.to_owned())),
        "explain-back" => Action::Explain(Explaining::Back),
        "explain-close" => Action::Explain(Explaining::Close),
        "goal-take" => Action::Goal(Seeking::Take),
        "basis" => Action::Basis(CostBasis::ALL.into_iter().find(|basis| basis.id() == about)?),
        _ => {
            return network::view::pressed(word)
                .or_else(|| scenarios::view::action(word, about))
                .or_else(|| financing::editor::pressed(word, about))
                .or_else(|| certainty::ranges::pressed(state, word, about));
        }
    })
}

fn own_place(state: &State, id: &str) -> Option<usize> {
    state.inputs.own.iter().position(|line| line.id == id)
}

/// A field that the first view does not know, by its name.
pub enum Changed<'a> {
    /// This was typed in it.
    Text(&'a str, String),
    /// This was chosen in it.
    Choice(&'a str, String),
    /// It was ticked, or not.
    Box(&'a str, bool),
    /// Its slider was moved to this position, or left.
    Slider(&'a str, Option<f64>),
    /// It was left.
    Left(&'a str),
}

/// The action of what was done to such a field.
pub fn changed(state: &State, what: Changed) -> Option<Action> {
    let own = |name: &str, part: &str, edit| {
        let (line, of) = name.split_once('.')?;
        (of == part).then_some(Action::Own(own_place(state, line)?, edit))
    };
    if let Some(action) = financing::editor::changed(&what) {
        return Some(action);
    }
    match what {
        Changed::Text("scenario-naam" | scenarios::view::NAME, text) => Some(Action::Name(text)),
        Changed::Text(name, text) => {
            if let Some(setting) = certainty::ranges::setting(state, name) {
                return Some(certainty::ranges::typed(setting, text));
            }
            if let Some(rung) = building_blocks::view::rung_named(name) {
                return Some(Action::Offer(Offer::People(rung, text)));
            }
            if let Some(name) = name.strip_prefix(evidence::view::FROM) {
                return state.scenario().input(name).map(|id| Action::Mark(id, Some(text)));
            }
            own(name, "label", OwnEdit::Label(text.clone()))
                .or_else(|| worksheet::goal::typed(name, text.clone()))
                .or_else(|| own(name, "unit", OwnEdit::Unit(text)))
        }
        Changed::Choice(worksheet::explorer::CHOICE, value) => {
            state.scenario().input(&value).map(Action::Explore)
        }
        Changed::Choice(name, value) if building_blocks::view::block_named(name).is_some() => {
            let block = building_blocks::view::block_named(name)?;
            Some(Action::Offer(Offer::Block(block, Presence::from_id(&value))))
        }
        Changed::Choice(name, value) if worksheet::goal::chosen(state, name, &value).is_some() => {
            worksheet::goal::chosen(state, name, &value)
        }
        Changed::Choice(name, value) => compare::view::chosen(name, &value)
            .or_else(|| certainty::ranges::chosen(state, name, &value))
            .or_else(|| {
                let kind = SavingKind::ALL.into_iter().find(|kind| kind.id() == value)?;
                own(name, "kind", OwnEdit::Kind(kind))
            }),
        Changed::Box(certainty::ranges::POINT_ONLY, on) => Some(certainty::ranges::deterministic_only(on)),
        Changed::Box(name, on) => own(name, "counted", OwnEdit::Counted(on)),
        Changed::Slider(name, position) => {
            let setting = certainty::ranges::setting(state, name)?;
            position.map_or_else(
                || Some(certainty::ranges::left(setting)),
                |position| certainty::ranges::slid(setting, position),
            )
        }
        Changed::Left(name) => match building_blocks::view::rung_named(name) {
            Some(rung) => Some(Action::Offer(Offer::Leave(rung))),
            None => certainty::ranges::setting(state, name).map(certainty::ranges::left),
        },
    }
}

/// Opens the file that was chosen.
pub fn open_file(field: FileField, page: UseReducerDispatcher<State>) {
    yew::platform::spawn_local(async move {
        if let Some(text) = platform::chosen_file(&field).await {
            page.dispatch(Action::Open(text));
        }
    });
}
