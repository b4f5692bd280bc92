//! Routes: the views of the page, each with its own address. A route has the English name
//! of the view in its address, such as `Centre` for `#centrum`. The code of two views is in
//! folders with other names: `certainty` for uncertainty, `embed` for the compact view.

use crate::scenario::link::{self, Address, LinkProblem};
use crate::text::page::PageText;

/// Defines the routes, each with its name in the address after `#`, and the list of all
/// of them. Names are never reused for another view.
macro_rules! routes {
    ($($(#[$doc:meta])* $route:ident = $id:literal,)*) => {
        /// A view of the page.
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum Route {
            $($(#[$doc])* $route,)*
        }

        impl Route {
            /// All routes; those in the menu are in its order.
            pub const ALL: &[Route] = &[$(Route::$route),*];

            /// Returns the name of the view in the address.
            pub fn id(self) -> &'static str {
                match self {
                    $(Route::$route => $id,)*
                }
            }
        }
    };
}

routes! {
    /// The user's own centre, the first view: seven questions, and one answer.
    Centre = "centrum",
    /// Questions of a critical councillor.
    WhatIf = "wat-als",
    /// Uncertainty: simulation, sensitivity and ranges.
    Uncertainty = "zekerheid",
    /// Comparison of scenarios, and their network.
    Compare = "vergelijken",
    /// All inputs with all tables, for whoever wants to check the calculation.
    Worksheet = "rekenblad",
    /// Sources and method.
    Sources = "bronnen",
    /// Link, embed, print and files.
    Share = "delen",
    /// The bouwstenen that the initiative offers, and the participatieladder of its
    /// visitors.
    BuildingBlocks = "bouwstenen",
    /// The compact view for embedding in other web pages.
    Compact = "compact",
}

/// The name of the view of certainty in the addresses of earlier versions.
pub const FORMER_UNCERTAINTY: &str = "onzekerheid";

/// Names that views had in the addresses of earlier versions, with where they lead now.
pub const FORMER_IDS: [(&str, Route); 2] =
    [("rekenen", Route::Centre), (FORMER_UNCERTAINTY, Route::Uncertainty)];

impl Route {
    /// Returns the route with this name in the address, and the first view for an empty one;
    /// `None` for any other name. Names of earlier versions count too.
    pub fn from_id(id: &str) -> Option<Route> {
        if id.is_empty() {
            return Some(Route::Centre);
        }
        let former = || FORMER_IDS.into_iter().find(|(name, _)| *name == id).map(|(_, route)| route);
        Route::ALL.iter().copied().find(|route| route.id() == id).or_else(former)
    }

    /// Returns the route of a fragment that is exactly the name of a view; `None` for a
    /// link, also a damaged one.
    pub fn from_fragment(fragment: &str) -> Option<Route> {
        if link::has_data(fragment) { None } else { Route::from_id(&link::view(fragment)) }
    }

    /// Returns whether the menu has a link to the view.
    pub fn is_in_menu(self) -> bool {
        match self {
            Route::Centre
            | Route::WhatIf
            | Route::Uncertainty
            | Route::Compare
            | Route::Worksheet
            | Route::Sources
            | Route::Share => true,
            Route::BuildingBlocks | Route::Compact => false,
        }
    }

    /// Returns the name of the view, in the menu and in the title of the window; `None`
    /// for the view that is embedded in other web pages.
    pub fn name(self, words: &PageText) -> Option<&'static str> {
        match self {
            Route::Centre => Some(words.centre),
            Route::WhatIf => Some(words.what_if),
            Route::Worksheet => Some(words.worksheet),
            Route::Uncertainty => Some(words.uncertainty),
            Route::Compare => Some(words.compare),
            Route::Sources => Some(words.sources),
            Route::Share => Some(words.share),
            Route::BuildingBlocks => Some(words.building_blocks),
            Route::Compact => None,
        }
    }
}

/// Reads the address of a page from its fragment. A text that is neither a link nor
/// exactly the name of a view is what remains of a damaged link.
pub fn read_address(fragment: &str) -> Address {
    let mut address = link::read(fragment);
    if address.content.is_none() && Route::from_id(&address.view).is_none() {
        address.content = Some(Err(LinkProblem::Damaged));
    }
    address
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::text::catalogue;

    #[test]
    fn each_route_has_its_own_address_and_a_name_if_it_is_in_the_menu() {
        for route in Route::ALL {
            assert_eq!(Route::from_id(route.id()), Some(*route));
            assert!(!route.is_in_menu() || route.name(catalogue().page).is_some(), "{route:?}");
        }
        assert_eq!(Route::from_id(""), Some(Route::Centre));
        for (id, route) in FORMER_IDS {
            assert_eq!(Route::from_id(id), Some(route));
        }
        assert_eq!(Route::from_id("onbekend"), None);
    }

    /// `start.js` follows the same rule, which a browser test compares with the same file.
    #[test]
    fn addresses_are_read_by_the_rule_of_the_script() {
        let cases: Vec<serde_json::Value> =
            serde_json::from_str(include_str!("../../tests/addresses.json")).unwrap();
        for case in cases {
            let fragment = case["fragment"].as_str().unwrap();
            let content = match read_address(fragment).content {
                None => "view",
                Some(Ok(_)) => "scenario",
                Some(Err(LinkProblem::Damaged)) => "damaged",
                Some(Err(LinkProblem::Newer)) => "newer",
                Some(Err(LinkProblem::Invalid(_))) => "invalid",
            };
            assert_eq!(case["content"], content, "{fragment}");
            assert_eq!(Route::from_fragment(fragment).is_some(), content == "view", "{fragment}");
        }
    }

    /// README.md promises these names to whoever makes links.
    #[test]
    fn readme_lists_the_name_of_each_route() {
        let readme = include_str!("../../README.md");
        let links = readme.lines().find(|line| line.starts_with("- A link is `#view/")).unwrap();
        for id in Route::ALL.iter().map(|route| route.id()).chain(FORMER_IDS.map(|(id, _)| id)) {
            assert!(links.contains(&format!("`{id}`")), "{id}");
        }
    }
}
