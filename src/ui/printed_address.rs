//! The address on paper, with which a reader of a print opens its scenario.

use crate::platform;
use crate::scenario::link;
use crate::ui::components::figure::sentence_in;
use crate::ui::lazy::SERVICES;
use crate::ui::routes::Route;
use gloo::timers::callback::Timeout;
use std::rc::Rc;
use yew::prelude::*;

/// The milliseconds without a change after which the short address is written. Writing it
/// at every change would take several times as long as drawing the rest of the footer.
const DELAY: u32 = 250;

/// Properties of [`PrintedAddress`].
#[derive(Properties, PartialEq)]
pub struct PrintedAddressProps {
    /// The words before the address.
    pub words: AttrValue,
    /// The JSON of the scenario that the address leads to.
    pub json: Rc<str>,
}

/// A line that only paper shows, with the address of a scenario: in plain form at first, and
/// in the compressed one, several times shorter, once nothing has changed for a moment.
#[component]
pub fn PrintedAddress(props: &PrintedAddressProps) -> Html {
    let short = use_state(|| None::<(Rc<str>, String)>);
    let set_short = short.setter();
    use_effect_with(props.json.clone(), move |json| {
        let json = json.clone();
        let timer = platform::window().map(|_| {
            Timeout::new(DELAY, move || {
                SERVICES.when_loaded(move |services| {
                    let link = (services.storage.write_link)(Route::Centre.id(), &json).ok();
                    set_short.set(link.map(|link| (json, link)));
                });
            })
        });
        move || drop(timer)
    });
    let fragment = match &*short {
        Some((json, fragment)) if *json == props.json => fragment.clone(),
        Some(_) | None => link::write_plain(Route::Centre.id(), &props.json),
    };
    let address = platform::address_with_fragment(&fragment);
    sentence_in("p", "paper", format!("{} {address}", props.words))
}
