//! Routes: the views of the page, each with its own address. A route has the English name
//! of the view in its address, such as `Calculation` for `#rekenen`. The code of three
//! views is in folders with other names: `centre` for the calculation, `certainty` for
//! uncertainty, `embed` for the compact view.

/// A view of the page.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Route {
    /// Inputs and results of the scenario that is shown: the first view.
    Calculation,
    /// Uncertainty: simulation, sensitivity and ranges.
    Uncertainty,
    /// Comparison of scenarios, and their network.
    Compare,
    /// Sources and method.
    Sources,
    /// Link, embed, print and files.
    Share,
    /// The bouwstenen that the initiative offers, and the participatieladder of its
    /// visitors.
    BuildingBlocks,
    /// The compact view for embedding in other web pages.
    Compact,
}

impl Route {
    /// The routes in the menu, in its order.
    pub const MENU: [Route; 5] =
        [Route::Calculation, Route::Uncertainty, Route::Compare, Route::Sources, Route::Share];

    /// Returns the name of the view in the address, after `#`. Names are never
    /// reused for another view.
    pub fn id(self) -> &'static str {
        match self {
            Route::Calculation => "rekenen",
            Route::Uncertainty => "onzekerheid",
            Route::Compare => "vergelijken",
            Route::Sources => "bronnen",
            Route::Share => "delen",
            Route::BuildingBlocks => "bouwstenen",
            Route::Compact => "compact",
        }
    }

    /// Returns the route with this name in the address; the calculation for any
    /// other name.
    pub fn from_id(id: &str) -> Route {
        let unlisted = [Route::BuildingBlocks, Route::Compact];
        Route::MENU.into_iter().chain(unlisted).find(|route| route.id() == id).unwrap_or(Route::Calculation)
    }
}
