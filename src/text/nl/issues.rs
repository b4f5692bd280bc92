//! Dutch error messages for invalid input, which name the field, the value and the limits.

use crate::model::issue::ExpectedType;
use crate::model::{Issue, Problem, Unit};
use crate::number::{DUTCH, NotANumber, digits};

/// Writes a limit in the notation of the page: shares as percentages, years without a
/// thousands separator.
fn limit(value: f64, unit: Unit) -> String {
    match unit {
        Unit::Share => format!("{}%", DUTCH.number(value * 100.0, 2)),
        Unit::Year => digits::format(value),
        _ => DUTCH.number(value, 2),
    }
}

/// Writes a range of allowed values.
fn between(low: f64, high: f64, unit: Unit) -> String {
    if low == high {
        return format!("alleen {}", limit(low, unit));
    }
    // The message may be about a file, where shares are fractions; so it gives both
    // notations.
    let fractions = if unit == Unit::Share {
        format!(" (in een bestand {} tot en met {})", DUTCH.number(low, 3), DUTCH.number(high, 3))
    } else {
        String::new()
    };
    format!("{} tot en met {}{fractions}", limit(low, unit), limit(high, unit))
}

/// Returns the message about a problem, without field and value.
pub fn problem(issue: &Issue) -> String {
    match &issue.problem {
        Problem::Empty => "de tekst is leeg; toegestaan is één JSON-object".to_owned(),
        Problem::OtherFormat => "dit is geen JSON; toegestaan is één JSON-object".to_owned(),
        Problem::NotJson { line, column } => {
            format!(
                "dit is geen geldige JSON vanaf regel {line}, teken {column}; toegestaan is één JSON-object"
            )
        }
        Problem::TooLong { max } => {
            format!("deze tekst is te lang; toegestaan zijn {} bytes", DUTCH.number(*max as f64, 0))
        }
        Problem::NewerSchema => {
            "dit is met een nieuwere versie van het rekenmodel gemaakt; deze versie leest schema 1 en 2"
                .to_owned()
        }
        Problem::WrongType(expected) => format!("hier hoort {}", type_name(*expected)),
        Problem::Unknown { nearest } => {
            format!("deze naam is hier onbekend; bedoelt u {}?", nearest.join(" of "))
        }
        Problem::DuplicateKey => "deze naam staat er twee keer; toegestaan is één keer".to_owned(),
        Problem::NotOneOf(names) => format!("toegestaan: {}", names.join(", ")),
        Problem::OutOfLimits { low, high, unit } => {
            format!("dit ligt buiten de grenzen; toegestaan: {}", between(*low, *high, *unit))
        }
        Problem::NotWhole { low, high, unit } => {
            format!("hier hoort een heel getal; toegestaan: {}", between(*low, *high, *unit))
        }
        Problem::AboveWhole { sum } => {
            let shown = DUTCH.number(sum * 100.0, 2);
            let shown = if shown == "100" { "iets meer dan 100".to_owned() } else { shown };
            format!("samen is dit {shown}%; toegestaan is samen hoogstens 100% (in een bestand 1)")
        }
        Problem::BadId => {
            "toegestaan: een kleine letter, dan hoogstens 31 kleine letters, cijfers of streepjes".to_owned()
        }
        Problem::TakenId => "deze naam is al in gebruik; elke regel heeft een eigen naam".to_owned(),
        Problem::Missing => "dit moet er staan en ontbreekt".to_owned(),
        Problem::TextTooLong { max } => format!("deze tekst is te lang; toegestaan zijn {max} tekens"),
        Problem::Reversed => "de ondergrens ligt boven de bovengrens; toegestaan is laag ≤ hoog".to_owned(),
        Problem::MayNotVary => "deze invoer kan geen bandbreedte hebben; toegestaan: fixed".to_owned(),
    }
}

/// Returns the message with the field and the value that was given.
pub fn issue(issue: &Issue) -> String {
    let problem = problem(issue);
    let end = if problem.ends_with('?') { "" } else { "." };
    if issue.problem == Problem::Empty {
        return format!("{}: {problem}{end}", issue.field);
    }
    format!("{}: gegeven is {}; {problem}{end}", issue.field, issue.given)
}

fn type_name(expected: ExpectedType) -> &'static str {
    match expected {
        ExpectedType::Number => "een getal",
        ExpectedType::Text => "een tekst tussen aanhalingstekens",
        ExpectedType::Boolean => "true of false",
        ExpectedType::List => "een lijst tussen [ en ]",
        ExpectedType::Object => "een object tussen { en }",
    }
}

/// Returns the message for a text that is no number.
pub fn not_a_number(problem: NotANumber, allowed: &str) -> String {
    match problem {
        NotANumber::Empty => format!("Vul een getal in. Toegestaan: {allowed}."),
        NotANumber::Unreadable => {
            format!(
                "Dit is geen getal dat hier past. Gebruik alleen cijfers, zoals 1.234,5. Toegestaan: {allowed}."
            )
        }
    }
}
