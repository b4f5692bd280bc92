//! Reads and writes the dekkingsplan: a list of funders, each an object with the fields
//! `party`, either `amount` or `share`, and optionally `label` and `until`. Without
//! `until` a funder pays every year.

use crate::model::financing::{
    AMOUNT_LIMITS, Funder, FunderContribution, LAST_YEAR_LIMITS, MAX_FUNDERS, SHARE_LIMITS,
};
use crate::model::{Euro, Issue, Party, Problem, Share, Unit};
use crate::scenario::json::{Issues, Node};
use crate::scenario::read::{bounded_text, missing_key, unknown_key, whole_number};
use crate::scenario::write::Object;

/// Writes the funders as a JSON list.
pub(crate) fn to_json(funders: &[Funder]) -> String {
    let funders: Vec<String> = funders.iter().map(funder_json).collect();
    format!("[{}]", funders.join(","))
}

fn funder_json(funder: &Funder) -> String {
    let mut object = Object::new();
    object.text("label", &funder.label);
    object.text("party", funder.party.id());
    match funder.pays {
        FunderContribution::Amount(amount) => object.number("amount", amount.euros()),
        FunderContribution::Share(share) => object.number("share", share.fraction()),
    }
    if let Some(year) = funder.until {
        object.raw("until", &year.to_string());
    }
    object.close()
}

/// Reads the funders; those with errors are left out and reported as issues.
pub(crate) fn funders(node: &Node, issues: &mut Issues) -> Vec<Funder> {
    let nodes = node.list(issues).unwrap_or_default();
    if nodes.len() > MAX_FUNDERS {
        let problem = Problem::OutOfLimits { low: 0.0, high: MAX_FUNDERS as f64, unit: Unit::Count };
        issues.push(Issue::new(node.field.clone(), nodes.len().to_string(), problem));
        return Vec::new();
    }
    nodes.iter().filter_map(|node| funder(node, issues)).collect()
}

fn funder(node: &Node, issues: &mut Issues) -> Option<Funder> {
    let issues_before = issues.len();
    let (mut label, mut party, mut until) = (String::new(), None, None);
    let mut pays: Option<(&str, Option<FunderContribution>)> = None;
    for (key, found) in node.object(issues)? {
        let found = found.renamed(format!("{}.{key}", node.field));
        let payment = match key.as_str() {
            "label" => {
                label = bounded_text(&found, issues).unwrap_or_default();
                continue;
            }
            "party" => {
                party = found.one_of(&Party::ALL, Party::id, issues);
                continue;
            }
            "until" => {
                until = whole_number(&found, LAST_YEAR_LIMITS, issues).map(|year| year as u32);
                continue;
            }
            "amount" => "amount",
            "share" => "share",
            _ => {
                unknown_key(&found, ["label", "party", "amount", "share", "until"], issues);
                continue;
            }
        };
        // A funder pays an amount or a share, not both.
        if let Some((other, _)) = pays {
            unknown_key(&found, ["label", "party", other, "until"], issues);
            continue;
        }
        let value = match payment {
            "amount" => number_within(&found, AMOUNT_LIMITS, Unit::Euro, issues)
                .map(|euros| FunderContribution::Amount(Euro::new(euros))),
            _ => number_within(&found, SHARE_LIMITS, Unit::Share, issues)
                .map(|share| FunderContribution::Share(Share::new(share))),
        };
        pays = Some((payment, value));
    }
    if issues.len() > issues_before {
        return None;
    }
    if party.is_none() {
        issues.push(missing_key(node, "party"));
    }
    if pays.is_none() {
        issues.push(missing_key(node, "amount"));
    }
    Some(Funder { label, party: party?, pays: pays?.1?, until })
}

/// Reads a number within these limits.
fn number_within(node: &Node, (low, high): (f64, f64), unit: Unit, issues: &mut Issues) -> Option<f64> {
    let number = node.number(issues)?;
    // Written so that NaN is outside too.
    let inside = number >= low && number <= high;
    if !inside {
        issues.push(node.issue(Problem::OutOfLimits { low, high, unit }));
    }
    inside.then_some(number)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::Scenario;

    fn plan(text: &str) -> Result<Vec<Funder>, Vec<(String, String, Problem)>> {
        match Scenario::parse(&format!(r#"{{"plan":{text}}}"#)) {
            Ok(scenario) => Ok(scenario.plan.to_vec()),
            Err(issues) => {
                Err(issues.into_iter().map(|issue| (issue.field, issue.given, issue.problem)).collect())
            }
        }
    }

    #[test]
    fn funders_are_read_and_written_the_same() {
        let text = r#"[{"label":"Gemeente “X”","party":"gemeente","amount":200000},
            {"party":"overig","share":0.5,"until":2}]"#;
        let funders = plan(text).unwrap();
        assert_eq!(funders[0].pays, FunderContribution::Amount(Euro::new(200_000.0)));
        assert_eq!((funders[1].label.as_str(), funders[1].until), ("", Some(2)));
        let scenario = Scenario::parse(&format!(r#"{{"plan":{text}}}"#)).unwrap();
        assert_eq!(Scenario::parse(&scenario.to_json()), Ok(scenario));
        assert!(!Scenario::parse(r#"{"plan":[]}"#).unwrap().to_json().contains("plan"));
    }

    #[test]
    fn issues_name_the_index_of_the_funder() {
        let first_issue = |text: &str| plan(text).unwrap_err().remove(0);
        let (field, given, problem) = first_issue(r#"[{"party":"gemeente","share":1.5}]"#);
        assert_eq!((field.as_str(), given.as_str()), ("plan[0].share", "1.5"));
        assert_eq!(problem, Problem::OutOfLimits { low: 0.0, high: 1.0, unit: Unit::Share });
        assert_eq!(first_issue(r#"[{"party":"rijk","amount":1},{"amount":1}]"#).0, "plan[1].party");
        assert_eq!(first_issue(r#"[{"party":"rijk"}]"#).0, "plan[0].amount");
        let both = first_issue(r#"[{"party":"rijk","amount":1,"share":0.5}]"#);
        let nearest = ["label", "party", "until"].map(str::to_owned).to_vec();
        assert_eq!((both.0.as_str(), both.2), ("plan[0].share", Problem::Unknown { nearest }));
        assert_eq!(first_issue(r#"[{"party":"rijk","amount":1,"until":21}]"#).0, "plan[0].until");
        let many = format!("[{}]", [r#"{"party":"rijk","amount":1}"#; 21].join(","));
        let (field, given, _) = first_issue(&many);
        assert_eq!((field.as_str(), given.as_str()), ("plan", "21"));
    }
}
