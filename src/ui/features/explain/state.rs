//! The figure that is explained, and where on the page its explanation stands.

use crate::ui::state::State;

/// The largest number of figures in the breadcrumbs.
const MOST_BREADCRUMBS: usize = 50;

/// The explanation that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The anchor of the block that the explanation stands under.
    pub anchor: String,
    /// The names of the figures that were opened, one from the other. Names
    /// and not positions in the outcome: lines come and go.
    pub breadcrumbs: Vec<String>,
}

/// A change of which figure is explained.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum ExplainAction {
    /// Opens a figure in a block, or closes it where it was open.
    Open(String, String),
    /// Opens a figure within the explanation.
    Further(String),
    /// Goes back to the figure before.
    Back,
    /// Closes the explanation.
    Close,
}

impl State {
    pub(crate) fn reduce_explain(&mut self, action: ExplainAction) {
        match (action, &mut self.view.explained) {
            (ExplainAction::Open(anchor, figure), _) => {
                let asked = Explained { anchor, breadcrumbs: vec![figure] };
                let open = self.view.explained.as_ref() == Some(&asked);
                self.view.explained = (!open).then_some(asked);
            }
            (ExplainAction::Further(figure), Some(explained)) => {
                // A figure that was opened before cuts the breadcrumbs short.
                match explained.breadcrumbs.iter().position(|one| *one == figure) {
                    Some(position) => explained.breadcrumbs.truncate(position + 1),
                    None if explained.breadcrumbs.len() < MOST_BREADCRUMBS => {
                        explained.breadcrumbs.push(figure)
                    }
                    None => {}
                }
            }
            (ExplainAction::Back, Some(explained)) if explained.breadcrumbs.len() > 1 => {
                explained.breadcrumbs.pop();
            }
            (ExplainAction::Back | ExplainAction::Close, _) => self.view.explained = None,
            (ExplainAction::Further(_), None) => {}
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
    fn breadcrumbs_lead_there_and_back() {
        let mut state = State::from_address(&Address { view: String::new(), scenario: None });
        let mut act = |action: ExplainAction| {
            state.apply(action.into());
            state.view.explained.as_ref().map_or(0, |explained| explained.breadcrumbs.len())
        };
        let open = |figure: &str| ExplainAction::Open("kop".to_owned(), figure.to_owned());
        let further = |figure: &str| ExplainAction::Further(figure.to_owned());
        assert_eq!(act(further("costs.net")), 0);
        assert_eq!(act(open("break_even.gap")), 1);
        assert_eq!(act(further("costs.net")), 2);
        assert_eq!(act(further("costs.gross")), 3);
        assert_eq!(act(further("costs.net")), 2);
        assert_eq!(act(ExplainAction::Back), 1);
        assert_eq!(act(open("costs.net")), 1);
        // Pressed again, it closes.
        assert_eq!(act(open("costs.net")), 0);
        assert_eq!(act(open("costs.net")), 1);
        state.apply(ViewAction::Show(Route::Sources).into());
        assert_eq!(state.view.explained, None);
    }
}
