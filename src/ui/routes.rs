//! Routes: the views of the page, each with its own address.

/// A view of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// Inputs and results of one's own centre.
    Centre,
    /// Simulation, sensitivity and ranges.
    Certainty,
    /// Scenarios beside each other, and their network.
    Compare,
    /// Sources and method.
    Sources,
    /// Link, embed, print and files.
    Share,
    /// Bouwstenen that the initiative offers, and where its visitors stand.
    BuildingBlocks,
    /// The compact view inside other web pages.
    Embed,
}

impl Route {
    /// Routes that the menu lists, in its order.
    pub const MENU: [Route; 5] =
        [Route::Centre, Route::Certainty, Route::Compare, Route::Sources, Route::Share];

    /// Returns the name in the address, behind `#`. Names are never reused.
    pub fn id(self) -> &'static str {
        match self {
            Route::Centre => "rekenen",
            Route::Certainty => "onzekerheid",
            Route::Compare => "vergelijken",
            Route::Sources => "bronnen",
            Route::Share => "delen",
            Route::BuildingBlocks => "bouwstenen",
            Route::Embed => "compact",
        }
    }

    /// Returns the route with this name in the address; the centre for any
    /// other name.
    pub fn from_id(id: &str) -> Route {
        let unlisted = [Route::BuildingBlocks, Route::Embed];
        Route::MENU.into_iter().chain(unlisted).find(|route| route.id() == id).unwrap_or(Route::Centre)
    }
}
