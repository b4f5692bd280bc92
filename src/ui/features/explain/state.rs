//! Which figure is explained, and where on the page that stands.

use crate::ui::state::State;

/// The most explanations that can be gone back through.
const LONGEST: usize = 50;

/// An explanation that is open.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Explained {
    /// The block of the page that it stands under.
    pub place: String,
    /// The names of the figures that were opened, one from the other. Names
    /// and not places in the outcome: lines come and go.
    pub trail: Vec<String>,
}

/// Something that happens to explanations.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Explaining {
    /// A figure in a block is opened, or closed where it was open.
    Open(String, String),
    /// A figure within the explanation is opened.
    Further(String),
    /// Back to the one before.
    Back,
    /// It is closed.
    Close,
}

impl State {
    pub(crate) fn act_explained(&mut self, what: Explaining) {
        match (what, &mut self.explained) {
            (Explaining::Open(place, figure), _) => {
                let asked = Explained { place, trail: vec![figure] };
                let open = self.explained.as_ref() == Some(&asked);
                self.explained = (!open).then_some(asked);
            }
            (Explaining::Further(figure), Some(explained)) => {
                // Opened before: the way back is shorter.
                match explained.trail.iter().position(|one| *one == figure) {
                    Some(place) => explained.trail.truncate(place + 1),
                    None if explained.trail.len() < LONGEST => explained.trail.push(figure),
                    None => {}
                }
            }
            (Explaining::Back, Some(explained)) if explained.trail.len() > 1 => {
                explained.trail.pop();
            }
            (Explaining::Back | Explaining::Close, _) => self.explained = None,
            (Explaining::Further(_), None) => {}
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::link::Address;
    use crate::ui::state::{Action, View};

    #[test]
    fn a_way_there_and_back() {
        let mut state = State::at(&Address { view: String::new(), scenario: None });
        let mut act = |what| {
            state.act(Action::Explain(what));
            state.explained.as_ref().map_or(0, |explained| explained.trail.len())
        };
        let open = |figure: &str| Explaining::Open("kop".to_owned(), figure.to_owned());
        let further = |figure: &str| Explaining::Further(figure.to_owned());
        assert_eq!(act(further("costs.net")), 0);
        assert_eq!(act(open("break_even.gap")), 1);
        assert_eq!(act(further("costs.net")), 2);
        assert_eq!(act(further("costs.gross")), 3);
        assert_eq!(act(further("costs.net")), 2);
        assert_eq!(act(Explaining::Back), 1);
        assert_eq!(act(open("costs.net")), 1);
        // Pressed again, it closes.
        assert_eq!(act(open("costs.net")), 0);
        assert_eq!(act(open("costs.net")), 1);
        state.act(Action::Show(View::Bronnen));
        assert_eq!(state.explained, None);
    }
}
