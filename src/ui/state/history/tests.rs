//! Everything is one step back, and one forward.

use crate::building_blocks::{BuildingBlock, Presence};
use crate::model::{CostBasis, General, Line, LineField, Party, Preset, SavingKind, Shape};
use crate::participation_ladder::MeasuringPoint;
use crate::scenario::changes::Change;
use crate::scenario::link::Address;
use crate::ui::features::building_blocks::state::Offer;
use crate::ui::features::certainty::state::Uncertain;
use crate::ui::features::financing::state::{Entry, Planning};
use crate::ui::features::network::state::{Networking, Number};
use crate::ui::features::scenarios::state::Manage;
use crate::ui::features::worksheet::goal_state::{Kind as GoalKind, Seeking};
use crate::ui::state::history::*;
use crate::ui::state::{Action, Notice, OwnEdit};

const BEZOEKERS: InputId = InputId::General(General::Bezoekers);
const FTE: InputId = InputId::General(General::Fte);

/// A scenario that has something of everything.
fn state() -> State {
    let text = r#"{"name":"Ons","base":"gunstig","values":{"bezoekers":600},"meta":{"van":"ons"},
        "custom":[{"id":"c1","side":"saving","label":"A","quantity":1,"amount":5},
                  {"id":"c2","side":"cost","label":"B","quantity":1,"amount":5}],
        "ranges":{"fte":{"kind":"uniform","low":3,"high":5}},
        "plan":[{"label":"C","party":"rijk","amount":5,"until":2},{"party":"gemeente","share":0.5}]}"#;
    let mut state = State::at(&Address { view: String::new(), scenario: None });
    state.act(Action::Open(text.to_owned()));
    state
}

#[test]
fn every_change_is_one_step_back_and_forward() {
    let uncertain = |what| Action::Uncertain(what);
    let setting = |setting, text: &str| uncertain(Uncertain::Type(setting, text.into()));
    let link = crate::scenario::link::fragment("rekenen", &Scenario::new(Preset::Voorzichtig));
    let actions = vec![
        Action::Type(FTE, "4".into()),
        Action::Type(FTE, "vier".into()),
        Action::Type(FTE, "-4".into()),
        Action::Slide(BEZOEKERS, 700.0),
        Action::Reset(BEZOEKERS),
        Action::PutBack(Change::Own(0)),
        Action::PutBack(Change::Range(FTE)),
        Action::ResetAll,
        Action::StartOver,
        Action::Choose(Preset::Brochure),
        Action::Basis(CostBasis::Kengetal),
        Action::Counted(Line::Overlast, false),
        Action::AddCost,
        Action::AddSaving,
        Action::AddExample(0),
        Action::Duplicate(1),
        Action::Move(0, false),
        Action::Remove(0),
        Action::Own(0, OwnEdit::Label("Anders".into())),
        Action::Own(0, OwnEdit::Unit("keer".into())),
        Action::Own(0, OwnEdit::Kind(SavingKind::Welvaart)),
        Action::Own(0, OwnEdit::Counted(false)),
        Action::Type(InputId::Own(0, LineField::Autonoom), "50".into()),
        Action::Plan(Planning::Add),
        Action::Plan(Planning::Drop),
        Action::Plan(Planning::Remove(0)),
        Action::Plan(Planning::Move(1, true)),
        Action::Plan(Planning::Label(1, "D".into())),
        Action::Plan(Planning::Party(0, Party::Overig)),
        Action::Plan(Planning::ByShare(0, true)),
        Action::Plan(Planning::Temporary(0, false)),
        Action::PutBack(Change::Plan),
        Action::Goal(Seeking::What(BEZOEKERS)),
        Action::Goal(Seeking::Kind(GoalKind::Saldo)),
        Action::Goal(Seeking::Type(GoalKind::Coverage, "60".into())),
        setting(Setting::Plan(0, Entry::Amount), "6"),
        setting(Setting::Plan(0, Entry::Until), "nooit"),
        Action::Name("Ander".into()),
        Action::Scenarios(Manage::Link(link)),
        Action::Open("{}".into()),
        setting(Setting::Low(FTE), "2"),
        setting(Setting::High(FTE), "2"),
        setting(Setting::Draws, "5000"),
        setting(Setting::Seed, "x"),
        setting(Setting::Network(Number::Count(0)), "31"),
        setting(Setting::Network(Number::Inhabitants), "veel"),
        Networking::Together(true).into(),
        Networking::National.into(),
        uncertain(Uncertain::Shape(BEZOEKERS, Shape::Fixed)),
        uncertain(Uncertain::Reset(FTE)),
        uncertain(Uncertain::Slide(Setting::High(FTE), 6.0)),
        uncertain(Uncertain::PointOnly(true)),
        Action::Offer(Offer::Block(BuildingBlock::Naasten, Some(Presence::Mist))),
        Action::Offer(Offer::People(LadderEntry { when: MeasuringPoint::Now, step: 2 }, "30".into())),
        Action::Offer(Offer::People(LadderEntry { when: MeasuringPoint::Now, step: 2 }, "30.000".into())),
    ];
    for action in actions {
        let mut state = state();
        state.act(Action::Type(InputId::General(General::Huisvesting), "duur".into()));
        let before = state.moment();
        state.act(action.clone());
        let after = state.moment();
        assert_ne!(before, after, "{action:?}");
        state.act(Action::Undo);
        assert_eq!(state.moment(), before, "{action:?}");
        assert_eq!(*state.outcome, crate::model::evaluate(&state.scenario().inputs()), "{action:?}");
        state.act(Action::Redo);
        assert_eq!(state.moment(), after, "{action:?}");
        assert!(!state.can_redo());
    }
}

#[test]
fn a_text_that_was_no_good_is_undone_and_comes_back() {
    let mut state = state();
    state.act(Action::Type(FTE, "4".into()));
    state.act(Action::Type(FTE, "4x".into()));
    state.act(Action::Leave(FTE));
    state.act(Action::Type(BEZOEKERS, "70".into()));
    state.act(Action::Undo);
    assert_eq!((state.inputs.get(BEZOEKERS), state.drafts[&FTE].text.as_str()), (600.0, "4x"));
    state.act(Action::Undo);
    assert_eq!((state.inputs.get(FTE), state.drafts.len()), (3.75, 0));
    state.act(Action::Redo);
    assert_eq!((state.inputs.get(FTE), state.drafts[&FTE].text.as_str()), (4.0, "4x"));
    // The slider replaces it, in one step.
    state.act(Action::Slide(FTE, 5.0));
    state.act(Action::Undo);
    assert_eq!((state.inputs.get(FTE), state.drafts[&FTE].text.as_str()), (4.0, "4x"));
}

#[test]
fn a_name_is_undone_word_by_word() {
    let mut state = state();
    for end in 1..="Huis van Herstel".len() {
        state.act(Action::Name("Huis van Herstel"[..end].to_owned()));
    }
    for expected in ["Huis van ", "Huis ", "Ons"] {
        state.act(Action::Undo);
        assert_eq!(state.scenario().name, expected);
    }
    // Two names of lines are two steps, also when typed right after another.
    state.act(Action::Own(0, OwnEdit::Label("X".into())));
    state.act(Action::Left);
    state.act(Action::Own(0, OwnEdit::Label("XY".into())));
    state.act(Action::Undo);
    assert_eq!(state.inputs.own[0].label, "X");
}

#[test]
fn starting_over_leaves_nothing_and_can_be_undone() {
    let mut state = state();
    let before = state.scenario().clone();
    state.act(Action::StartOver);
    assert_eq!(*state.scenario(), Scenario::new(Preset::Brochure));
    assert_eq!(state.notice, Some(Notice::Anew));
    state.act(Action::Undo);
    assert_eq!(*state.scenario(), before);
    // Another starting point keeps what is no figure.
    state.act(Action::Choose(Preset::Brochure));
    assert_eq!(
        (state.scenario().name.as_str(), state.scenario().meta.as_deref()),
        ("Ons", Some(r#"{"van":"ons"}"#))
    );
    assert_eq!(state.changes(), 0);
}
