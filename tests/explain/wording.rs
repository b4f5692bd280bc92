//! What the view of uncertainty says about whose saldo it is, whether an amount is a price or
//! a worth, and whose assumptions these are: true in each scenario, not for the defaults only.
//! And what the ledgers say of welfare.

use super::page::{after, open_page, run_simulation, text_with_explanations};
use rekenmodel::model::Perspective;
use rekenmodel::ui::features::certainty::state::IdleStage;
use rekenmodel::ui::state::{SimulationAction, State, ViewAction};
use rekenmodel::uncertainty::SimulatedFigure;
use std::rc::Rc;

/// Returns the view of uncertainty of a scenario with these values, with all tables opened.
fn uncertainty(perspective: Perspective, values: &str) -> Rc<State> {
    let json = format!(r#"{{"values":{{"perspectief":"{}"{values}}}}}"#, perspective.id());
    let mut state = open_page(&json, "onzekerheid");
    state = after(&state, SimulationAction::Receive(Rc::new(run_simulation(&json, 1000))));
    state = after(&state, SimulationAction::EnterIdleStage(1, IdleStage::Details));
    for id in ["spreiding", "waarde-per-bezoeker", "tornado", "wat-meten-we-eerst", "los"] {
        state = after(&state, ViewAction::OpenTable(id.into()));
    }
    state
}

/// Only for society an amount per visitor is a worth; for payers it is what they may pay. The
/// titles of the charts, the field, the tables and the explanations say the same.
#[test]
fn a_price_is_no_worth() {
    const WORTH: [&str; 4] =
        ["waarde per bezoeker", "Waarde per bezoeker", "saldo en waarde", "per bezoeker waard"];
    const PRICE: [&str; 3] =
        ["mag het per bezoeker kosten", "per bezoeker mag kosten", "per bezoeker kosten"];
    for values in [r#","drempel":100"#, r#","drempel":360"#, ""] {
        for perspective in Perspective::ALL {
            let text = text_with_explanations(&uncertainty(perspective, values));
            let (wrong, right) = match perspective {
                Perspective::Samenleving => (&PRICE[..], &WORTH[..]),
                Perspective::Partijen | Perspective::Gemeente => (&WORTH[..], &PRICE[..]),
            };
            for words in wrong {
                let found = text.find(words).map(|at| {
                    let lines = text.split('\n').find(|line| line.contains(words));
                    (at, lines.unwrap().to_owned())
                });
                assert_eq!(found, None, "{perspective:?}, {values}: {words}");
            }
            assert!(right.iter().any(|words| text.contains(words)), "{perspective:?}, {values}: {right:?}");
        }
    }
}

/// The inputs below the tornado move another figure than its saldo; which one, differs by
/// perspective. The chart names its saldo.
#[test]
fn the_inputs_that_leave_the_saldo_are_said_to_move_another_figure() {
    for perspective in Perspective::ALL {
        let text = text_with_explanations(&uncertainty(perspective, r#","inwoners-gemeente":12000"#));
        assert!(text.contains("alleen een andere uitkomst"), "{perspective:?}");
        assert!(!text.contains("alleen mee over de jaren"), "{perspective:?}");
        let title = match perspective {
            Perspective::Partijen => "Het saldo verandert het meest tussen laag en hoog van",
            Perspective::Gemeente => "Het saldo van de gemeente verandert het meest tussen laag en hoog van",
            Perspective::Samenleving => {
                "Het saldo van de samenleving verandert het meest tussen laag en hoog van"
            }
        };
        assert!(text.contains(title), "{perspective:?}: {title}");
    }
}

/// The view begins with the chance of the perspective's saldo, and its title says whose costs.
#[test]
fn the_first_chance_is_that_of_the_perspective() {
    for (perspective, chance) in [
        (Perspective::Partijen, "alleen de kosten van alle betalers samen dekken"),
        (Perspective::Gemeente, "alleen de kosten van de gemeente dekt"),
        (Perspective::Samenleving, "alleen voor de samenleving de kosten dekken"),
    ] {
        let state = uncertainty(perspective, "");
        let text = text_with_explanations(&state);
        let first = text.find("De kans dat").map(|at| text[at..].lines().next().unwrap());
        assert!(first.is_some_and(|title| title.contains(chance)), "{perspective:?}: {first:?}");
        let chosen = after(&state, ViewAction::ChooseDistribution(SimulatedFigure::Npv));
        assert!(text_with_explanations(&chosen).contains("over de jaren"), "{perspective:?}");
    }
}

/// With savings far above the costs the curve says so of the perspective; the advice on
/// measuring names its saldo.
#[test]
fn the_curve_and_the_advice_say_whose_saldo_they_are_about() {
    let values = r#","dagbesteding.aantal":200,"kans-geen-effect":0"#;
    for (perspective, whose, of) in [
        (Perspective::Partijen, "", ""),
        (Perspective::Gemeente, " voor de gemeente", " van de gemeente"),
        (Perspective::Samenleving, " voor de samenleving", " van de samenleving"),
    ] {
        let text = text_with_explanations(&uncertainty(perspective, values));
        for sentence in [
            format!("alleen al de kosten{whose} dekken"),
            format!("dat de besparingen de kosten{whose} dekken."),
            format!("gaat het saldo{of} van €"),
        ] {
            assert!(text.contains(&sentence), "{perspective:?}: {sentence}");
        }
    }
}

/// Figures that the user entered are not called ours, and what cannot happen is not named.
#[test]
fn assumptions_are_ours_until_they_are_entered() {
    let text = |values: &str| text_with_explanations(&uncertainty(Perspective::Partijen, values));
    let ours = ["Ook dat is onze aanname", "dat aantal kozen wij zelf"];
    let (default, entered) = (text(""), text(r#","samenhang":0.25,"kans-geen-effect":0.3"#));
    for words in ours {
        assert!(default.contains(words) && !entered.contains(words), "{words}");
    }
    assert!(entered.contains("25%") && entered.contains("30%") && entered.contains("vulde u zelf in"));
    let neither = text(r#","samenhang":0,"kans-geen-effect":0"#);
    for words in ["vallen alle effecten samen mee of tegen", "is er geen effect", "rekenen wij zonder effect"]
    {
        let line = neither.split(['\n', '.']).find(|line| line.contains(words));
        assert_eq!(line, None, "{words}");
    }
    for words in ["vallen alle effecten samen mee of tegen", "is er geen effect"] {
        assert!(default.contains(words), "{words}");
    }
}

/// What counts is not called p.m. in the title of the ledger that it is in.
#[test]
fn the_ledger_of_society_says_of_welfare_what_is_true() {
    let ledger = |counted: bool| {
        let json = format!(
            r#"{{"values":{{"kwaliteit-van-leven.aantal":2}},"counted":{{"kwaliteit-van-leven":{counted}}}}}"#
        );
        text_with_explanations(&open_page(&json, "rekenblad"))
    };
    let title = "welzijn is p.m.";
    assert!(ledger(false).contains(title) && !ledger(true).contains(title));
}
