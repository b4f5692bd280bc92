//! State of the explanation that is open: which figure it explains, and below
//! which block of the page it is shown.

use crate::ui::state::State;

/// The largest number of figures in the breadcrumbs.
const MAX_BREADCRUMBS: usize = 50;

/// The explanation that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The anchor of the block below which the explanation is shown.
    pub anchor: String,
    /// The names of the figures that were opened one from the other, the one
    /// that is explained last. They are names and not indices in the outcome,
    /// since lines can be added and removed meanwhile.
    pub breadcrumbs: Vec<String>,
}

/// A change of which figure is explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExplainAction {
    /// Opens the explanation at an anchor of the figure with a name, or closes it
    /// where it was open.
    Open(String, String),
    /// Replaces the explanation by the explanation of another figure, with this name, which
    /// it mentions.
    Follow(String),
    /// Goes back to the previous figure of the breadcrumbs.
    Back,
    /// Closes the explanation.
    Close,
}

impl State {
    pub(crate) fn reduce_explain(&mut self, action: ExplainAction) {
        match (action, &mut self.view.explained) {
            (ExplainAction::Open(anchor, figure), _) => {
                let requested = Explained { anchor, breadcrumbs: vec![figure] };
                let is_open = self.view.explained.as_ref() == Some(&requested);
                self.view.explained = (!is_open).then_some(requested);
            }
            (ExplainAction::Follow(figure), Some(explained)) => {
                // A figure that is in the breadcrumbs already becomes the last.
                match explained.breadcrumbs.iter().position(|one| *one == figure) {
                    Some(index) => explained.breadcrumbs.truncate(index + 1),
                    None if explained.breadcrumbs.len() < MAX_BREADCRUMBS => {
                        explained.breadcrumbs.push(figure)
                    }
                    None => {}
                }
            }
            (ExplainAction::Back, Some(explained)) if explained.breadcrumbs.len() > 1 => {
                explained.breadcrumbs.pop();
            }
            (ExplainAction::Back | ExplainAction::Close, _) => self.view.explained = None,
            (ExplainAction::Follow(_), None) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::link::Address;
    use crate::ui::routes::Route;
    use crate::ui::state::ViewAction;

    #[test]
    fn breadcrumbs_grow_and_shrink() {
        let mut state = State::from_address(&Address::of_view(""));
        let mut act = |action: ExplainAction| {
            state.apply(action.into());
            state.view.explained.as_ref().map_or(0, |explained| explained.breadcrumbs.len())
        };
        let open = |figure: &str| ExplainAction::Open("kop".to_owned(), figure.to_owned());
        let follow = |figure: &str| ExplainAction::Follow(figure.to_owned());
        assert_eq!(act(follow("costs.net")), 0);
        assert_eq!(act(open("break_even.gap")), 1);
        assert_eq!(act(follow("costs.net")), 2);
        assert_eq!(act(follow("costs.gross")), 3);
        assert_eq!(act(follow("costs.net")), 2);
        assert_eq!(act(ExplainAction::Back), 1);
        assert_eq!(act(open("costs.net")), 1);
        // Pressed again, it closes.
        assert_eq!(act(open("costs.net")), 0);
        assert_eq!(act(open("costs.net")), 1);
        state.apply(ViewAction::Show(Route::Sources).into());
        assert_eq!(state.view.explained, None);
    }
}
