//! Dutch sentences below the ledgers: what the ledger of society leaves out, and who keeps
//! a saving on bijstand.

use crate::model::quantity::Share;
use crate::model::{Line, Outcome};
use crate::number::DUTCH;
use crate::text::nl::list;

/// Lists everything that the ledger of society leaves out.
pub fn left_out(outcome: &Outcome) -> String {
    let is_counted = |line: Line| outcome.savings[line as usize].counted;
    let mut items = Vec::new();
    if !is_counted(Line::KwaliteitVanLeven) {
        items.push("welzijn");
    }
    for (line, name) in [(Line::Zorggebruik, "minder zorg"), (Line::Overlast, "minder overlast")] {
        if !is_counted(line) {
            items.push(name);
        }
    }
    if !is_counted(Line::BetaaldWerk) {
        items.push("wat mensen voortbrengen die gaan werken");
    }
    items.extend([
        "de kosten van het uitvoeren van de bijstand",
        "de uren van vrijwilligers in het centrum",
        "de verevening tussen zorgverzekeraars",
    ]);
    let items: Vec<String> = items.into_iter().map(str::to_owned).collect();
    format!("Rekening 2 laat weg: {}.", list(&items))
}

/// Explains who keeps a saving on bijstand.
pub fn bijstand_budget(inhabitants: f64, followed: Share) -> String {
    let followed = followed.fraction();
    if inhabitants <= 0.0 {
        "Het aantal inwoners is niet ingevuld. Daarom houdt de gemeente hier alles wat zij bespaart op uitkeringen: een bovengrens. Tot 40.000 inwoners verlaagt het Rijk na twee jaar haar budget.".to_owned()
    } else if followed > 0.0 {
        format!(
            "In een gemeente met {} inwoners gaat na twee jaar {} van de besparing op bijstand naar het Rijk, dat haar budget verlaagt. Stopt het centrum en krijgen weer meer mensen bijstand, dan betaalt de gemeente dat twee jaar zelf. Daarna stijgt haar budget.",
            DUTCH.number(inhabitants, 0),
            DUTCH.percent(followed)
        )
    } else {
        format!(
            "Een gemeente met {} inwoners houdt wat zij bespaart op bijstand. Andere gemeenten krijgen later iets minder.",
            DUTCH.number(inhabitants, 0)
        )
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{General, evaluate};
    use crate::scenario::Scenario;

    fn sentence(inhabitants: u32) -> String {
        let text = format!(r#"{{"values":{{"inwoners-gemeente":{inhabitants}}}}}"#);
        let inputs = Scenario::parse(&text).unwrap().inputs();
        bijstand_budget(inputs.general(General::InwonersGemeente), evaluate(&inputs).followed_share)
    }

    /// By hand: (40,000 − 20,000) ÷ 25,000 is 80%.
    #[test]
    fn the_budget_follows_in_small_gemeenten_only() {
        assert!(sentence(0).contains("bovengrens"));
        assert!(sentence(15_000).contains("100% van de besparing"));
        assert!(sentence(20_000).contains("80% van de besparing"));
        assert!(sentence(40_000).contains("Andere gemeenten"));
    }

    #[test]
    fn a_counted_line_is_not_left_out() {
        let outcome = |text: &str| evaluate(&Scenario::parse(text).unwrap().inputs());
        let brochure = left_out(&outcome("{}"));
        let counted = left_out(&outcome(r#"{"counted":{"betaald-werk":true,"kwaliteit-van-leven":true}}"#));
        for item in ["welzijn", "gaan werken"] {
            assert!(brochure.contains(item) && !counted.contains(item), "{item}");
        }
    }
}
