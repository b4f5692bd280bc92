//! The words of explanations.

use crate::explain::{Account, AccountFigure, FigureId, LineFigure, Note, PlanFigure, YearFigure};
use crate::model::Party;
use crate::text::explain::{ExplainText, NameContext};

pub static EXPLAIN: ExplainText = ExplainText {
    close: "Sluit deze uitleg",
    back: |name| format!("Terug naar ‘{name}’"),
    formula: "Zo berekend",
    filled: "Met de getallen",
    terms: "Waar de getallen vandaan komen",
    to_field: |name| format!("Naar het veld ‘{name}’"),
    to_figure: |name| format!("Uitleg van ‘{name}’"),
    none: "niet te zeggen",
    usual: "standaard voor een eigen post",
    whole: "100%",
    nothing: "0",
    floor: ", minstens €\u{a0}0",
    parts: "Delen van deze grafiek; pijltjes gaan van deel naar deel",
    in_all: "Samen:",
    after: "Na correcties:",
    not_counted: "Telt niet mee:",
    year: |year| format!("jaar {year}"),
    note,
    of_line: |line, name| format!("{line}: {}", lower(name)),
    figure,
};

/// Returns the name with a small first letter, unless the word is an abbreviation.
fn lower(name: &str) -> String {
    let mut chars = name.chars();
    match (chars.next(), chars.next()) {
        (Some(first), second) if second.is_none_or(char::is_lowercase) => {
            format!("{}{}", first.to_lowercase(), &name[first.len_utf8()..])
        }
        _ => name.to_owned(),
    }
}

fn note(note: Note) -> &'static str {
    match note {
        Note::Harm => {
            "Deze post kost meer dan hij bespaart. Schade telt helemaal mee: zonder correcties, en alles als echt geld."
        }
        Note::Welfare => {
            "Dit is welvaart: het is mensen iets waard, maar er komt in geen enkele begroting geld vrij."
        }
        Note::NotCounted => "Deze post is p.m.: hij telt in geen enkel totaal mee.",
        Note::NoLines => "Er telt hier geen enkele post mee.",
        Note::NoCosts => "Er zijn geen kosten boven nul om mee te vergelijken.",
        Note::NoSavings => "Er zijn geen besparingen boven nul om mee te vergelijken.",
        Note::NoValuePerUnit => {
            "Eén meer is na de correcties niets waard. Daarom is er geen aantal dat het verschil dekt."
        }
        Note::ExtraNeeded => "Dit aantal komt boven op het aantal dat al meetelt.",
        Note::TotalNeeded => "Deze post is p.m.; dit is het hele aantal dat nodig is.",
        Note::Margin => "Er is een overschot. Een negatief aantal is de ruimte die er is.",
        Note::FromYearThree => "Vanaf jaar 3 rekent het model met het volle effect.",
        Note::BaseYear => "Jaar 1 is het jaar waarmee de andere worden vergeleken; het telt helemaal.",
        Note::Payback => {
            "Dit is het eerste jaar vanaf waar het opgetelde saldo nul of hoger blijft, tot het laatste jaar."
        }
        Note::NoPayback => "In geen enkel jaar is het opgetelde saldo nul of hoger en blijft het dat.",
        Note::WithoutTransfers => {
            "Overdrachten vallen weg: wat de een minder betaalt, krijgt de ander minder. Welvaart telt hier wel mee."
        }
        Note::WhileAllPay => {
            "Een gewoon jaar rekent alleen met geld dat blijft. Wie tijdelijk betaalt, staat per jaar in het dekkingsplan."
        }
        Note::Stopped => "Deze financier betaalt dan niet meer.",
        Note::NoFunder => "In het dekkingsplan betaalt deze partij niets.",
        Note::FloorAtZero => "Is het verschil negatief, dan hoeft de rest niets waard te zijn.",
    }
}

fn figure(naming: &NameContext, id: FigureId) -> String {
    let text = naming.text;
    let page = text.page;
    let fixed = match id {
        FigureId::Cost(place) => {
            let Some(line) = naming.outcome.costs.lines.get(place) else { return String::new() };
            return text.cost_label(&line.id, naming.own);
        }
        FigureId::Line(place, part) => {
            let Some(line) = naming.outcome.savings.get(place) else { return String::new() };
            return of_line(naming, &text.saving_label(&line.id, naming.own), part);
        }
        FigureId::Account(account, part) => return of_account(naming, account, part),
        FigureId::Year(account, year, cell) => {
            let whose = whose(naming, account).map_or_else(String::new, |whose| format!(" ({whose})"));
            return format!("{} in jaar {year}{whose}", of_year(cell));
        }
        FigureId::Plan(part, year) => return of_plan(naming, part, year),
        FigureId::Gross => "Alle kostenposten samen",
        FigureId::Costs => page.costs,
        FigureId::CostsPerVisitor => page.costs_per_visitor,
        FigureId::Savings => "Becijferde besparingen",
        FigureId::Saldo => page.net,
        FigureId::SaldoPerVisitor => "Saldo per bezoeker",
        FigureId::Coverage => page.coverage,
        FigureId::NotCashable => page.not_cashable,
        FigureId::Gap => page.gap,
        FigureId::GapPerVisitor => page.gap_per_visitor,
        FigureId::SavingsFactor => "Hoeveel keer zo groot de besparingen moeten zijn",
        FigureId::PmThreshold => "Wat de p.m.-posten samen minstens waard moeten zijn",
    };
    fixed.to_owned()
}

/// Returns whose account, where it is not everyone's.
fn whose(naming: &NameContext, account: Account) -> Option<&'static str> {
    match account {
        Account::All => None,
        Account::Party(party) => Some((naming.text.sentences.party_short)(party)),
        Account::Society => Some(naming.text.page.society),
    }
}

fn of_account(naming: &NameContext, account: Account, part: AccountFigure) -> String {
    let name = match part {
        AccountFigure::Costs => naming.text.page.pays,
        AccountFigure::Savings => naming.text.page.saves,
        AccountFigure::Net => naming.text.page.saldo,
        AccountFigure::Npv => naming.text.page.npv,
        AccountFigure::Payback => naming.text.page.payback,
    };
    match whose(naming, account) {
        Some(whose) => format!("{whose}: {}", lower(name)),
        None => name.to_owned(),
    }
}

fn of_line(naming: &NameContext, line: &str, part: LineFigure) -> String {
    let name = match part {
        LineFigure::Gross => "vóór correcties",
        LineFigure::Net => "na correcties",
        LineFigure::Cashable => "maakt echt geld vrij",
        LineFigure::Party(party) => {
            let name = (naming.text.sentences.party_short)(party);
            let name = if party == Party::Rijk { name.to_owned() } else { lower(name) };
            return format!("{line}: voor {name}");
        }
        LineFigure::NetPrice => "waarde van één meer",
        LineFigure::Needed => "aantal dat het verschil dekt",
    };
    format!("{line}: {name}")
}

fn of_plan(naming: &NameContext, part: PlanFigure, year: Option<u32>) -> String {
    let name = match part {
        PlanFigure::Funder(place) => {
            let name = (naming.text.financing().funder)(&naming.inputs.plan, place);
            format!("{name}: betaalt")
        }
        PlanFigure::Paid => "Alle financiers samen".to_owned(),
        PlanFigure::Uncovered => "Ongedekt".to_owned(),
        PlanFigure::Surplus => "Overschot in het dekkingsplan".to_owned(),
    };
    year.map_or_else(|| name.clone(), |year| format!("{name} in jaar {year}"))
}

fn of_year(cell: YearFigure) -> &'static str {
    match cell {
        YearFigure::Ramp => "Effect",
        YearFigure::Costs => "Kosten",
        YearFigure::Savings => "Besparingen",
        YearFigure::Net => "Saldo",
        YearFigure::Cumulative => "Opgeteld saldo",
        YearFigure::Discount => "Hoe zwaar het telt",
        YearFigure::Present => "Contante waarde",
    }
}
