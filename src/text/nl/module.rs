//! Dutch texts of the public module.

use crate::text::module::{GivenKind, ModuleText};

pub static MODULE: ModuleText = ModuleText {
    no_scenario: |given| {
        format!("scenario: gegeven is {}; toegestaan: een tekst met JSON, of een object.", kind(given))
    },
    no_json_value: |field, given| {
        format!(
            "{field}: gegeven is {}; toegestaan: een getal, een tekst, true of false, een lijst of een object.",
            kind(given)
        )
    },
    cyclic: "scenario: dit object bevat zichzelf; toegestaan: een object dat als JSON te schrijven is.",
    unreadable: |reason| {
        format!(
            "scenario: dit object is niet te lezen ({reason}); toegestaan: een object dat als JSON te schrijven is."
        )
    },
};

fn kind(given: GivenKind) -> &'static str {
    match given {
        GivenKind::Undefined => "niets (undefined)",
        GivenKind::Null => "null",
        GivenKind::Number => "een getal",
        GivenKind::NotFinite => "geen eindig getal (NaN of Infinity)",
        GivenKind::Boolean => "true of false",
        GivenKind::List => "een lijst",
        GivenKind::Function => "een functie",
        GivenKind::Symbol => "een symbool",
        GivenKind::BigInt => "een BigInt",
        GivenKind::Collection => "een Map of Set",
        GivenKind::SpecialObject => "geen gewoon object (maar een Promise, een Response of iets anders)",
    }
}
