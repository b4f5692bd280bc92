//! Texts of the public module about a scenario that is not even text or an object.

/// Messages of errors that the public module throws.
pub struct ModuleText {
    /// The scenario is this, and neither text nor an object.
    pub no_scenario: fn(given: GivenKind) -> String,
    /// A field of the object has a value that JSON does not have.
    pub no_json_value: fn(field: &str, given: GivenKind) -> String,
    /// The object contains itself.
    pub cyclic: &'static str,
    /// The object cannot be read; the reason is that of the JavaScript engine.
    pub unreadable: fn(reason: &str) -> String,
}

/// Kind of a JavaScript value.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum GivenKind {
    /// No value, which is also what a missing argument is.
    Undefined,
    /// The value `null`.
    Null,
    /// A finite number.
    Number,
    /// An infinite number, or one that is not a number.
    NotFinite,
    /// True or false.
    Boolean,
    /// An array of any values.
    List,
    /// A function or a class.
    Function,
    /// A value of the type `symbol`.
    Symbol,
    /// A whole number of the type `bigint`.
    BigInt,
    /// A `Map` or a `Set`, which JSON writes as an empty object.
    Collection,
    /// An object of a class, such as a `Promise` or a `Response`, most of which JSON writes as
    /// an empty object.
    SpecialObject,
}
