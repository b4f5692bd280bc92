//! Dutch texts inside charts and around them.

use crate::model::{Euro, Outcome};
use crate::number::DUTCH;
use crate::text::charts::{ChartText, ResultChartText};

pub static CHARTS: ChartText = ChartText {
    large: ["mln", "mld", "biljoen", "biljard", "triljoen"],
    costs: "Kosten",
    costs_and_harm: "Kosten en extra kosten",
    savings: "Besparingen",
    income_and_savings: "Inkomsten en besparing",
    income: "Eigen inkomsten",
    gap: "Verschil",
    positive_saldo: "Overschot",
    pm: "p.m.",
    pm_lines: |count| format!("{count} posten"),
    others: |count| format!("Overige posten ({count})"),
    harm: |name| format!("Kost extra: {name}"),
    nameless: "Post zonder naam",
    costs_vs_savings_note,
    as_table: "Als tabel",
    slide: "Dia",
    save_slide: "Bewaar als dia (.png)",
    save_png: "Bewaar als PNG",
    save_svg: "Bewaar als SVG",
    failed: "De afbeelding kon niet worden gemaakt. Probeer de andere soort, of maak een schermafdruk.",
};

pub static RESULT_CHARTS: ResultChartText = ResultChartText {
    term_end: "einde raadsperiode",
    year: "jaar",
    start_up: "startkosten",
    pays: "betaalt",
    saves: "bespaart",
    receives: "ontvangt",
    extra: "extra kosten",
    neither: "geen kosten en geen besparingen",
    saldo: "saldo",
    total: "Samen",
    together: "Alle betalers samen, in geld",
    parties,
    costs_vs_savings_head: ["Post", "Kosten", "Besparingen"],
    waterfall_head: ["Stap", "Bedrag", "Blijft over"],
    cumulative_head: ["Jaar", "Kosten", "Besparingen", "Saldo", "Opgeteld saldo"],
    parties_head: ["Partij", "Betaalt", "Bespaart", "Saldo"],
    source: "Bron: rekenmodel zelfregie-initiatieven, op basis van de brochure ‘Bouwstenen voor participatie en herstel’ (MIND, 2017) en ingevulde aannames.",
    made,
    link: "Narekenen:",
};

fn costs_vs_savings_note(outcome: &Outcome) -> String {
    let mut note = String::new();
    if outcome.costs.own_income > Euro::ZERO {
        note.push_str(" Eigen inkomsten gaan van de kosten af; ze staan rechts onderaan.");
    }
    let harm = |line: &crate::model::savings::Saving| {
        line.counted && line.kind.counts_for_payers() && line.net < Euro::ZERO
    };
    if outcome.savings.iter().any(harm) {
        note.push_str(" Een post die extra kost in plaats van bespaart, staat links bovenaan.");
    }
    note
}

fn parties(outcome: &Outcome) -> String {
    let gemeente = &outcome.parties.gemeente;
    format!(
        "Per partij: boven wat die in een gewoon jaar betaalt, onder wat die bespaart. Alleen geld dat echt vrijkomt, telt hier mee. De gemeente betaalt {} en bespaart naar schatting {}.",
        DUTCH.euro(gemeente.costs.euros()),
        DUTCH.euro(gemeente.savings.euros())
    )
}

const MONTHS: [&str; 12] = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
];

fn made(year: u32, month: u32, day: u32) -> String {
    let name = MONTHS.get((month as usize).wrapping_sub(1)).copied().unwrap_or_default();
    format!("Gemaakt op {day} {name} {year}.")
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Preset, evaluate};

    #[test]
    fn what_the_gemeente_saves_is_called_an_estimate() {
        let sentence = parties(&evaluate(&Preset::Brochure.inputs()));
        assert!(sentence.contains("bespaart naar schatting €\u{a0}154.000"), "{sentence}");
    }
}
