//! Dutch texts of explanations, and names of the figures of an outcome.

use crate::explain::{Account, AccountFigure, FigureId, LineFigure, Note, PlanFigure, YearFigure};
use crate::model::{Party, Perspective, Phase};
use crate::text::explain::{ExplainText, NameContext};

pub static EXPLAIN: ExplainText = ExplainText {
    phase_name: |phase| match phase {
        Phase::Bestaand => "bestaand: het volle effect vanaf jaar 1",
        Phase::Nieuw => "nieuw: het effect groeit in twee jaar",
    },
    perspective_name: |perspective| match perspective {
        Perspective::Partijen => "alle betalers samen",
        Perspective::Gemeente => "de gemeente",
        Perspective::Samenleving => "de samenleving als geheel",
    },
    close: "Sluit deze uitleg",
    back: |name| format!("Terug naar ‘{name}’"),
    formula: "Zo berekend",
    formula_with_numbers: "Met de getallen",
    terms: "Waar de getallen vandaan komen",
    to_field: |name| format!("Naar het veld ‘{name}’"),
    to_figure: |name| format!("Uitleg van ‘{name}’"),
    no_value: "niet te zeggen",
    own_line_default: "standaard voor een eigen post",
    whole: "100%",
    zero: "0",
    floor: ", minstens €\u{a0}0",
    ceiling: ", hoogstens 100%",
    rounded_first: |calculation| {
        format!("Op deze pagina staat: {calculation}. Daar ronden wij eerst af, dan klopt de som die u ziet.")
    },
    chart_hint: "Delen van deze grafiek; pijltjes gaan van deel naar deel",
    total: "Samen:",
    after_corrections: "Na correcties:",
    not_counted: "Telt niet mee:",
    year: |year| format!("jaar {year}"),
    note,
    of_line: |line, name| format!("{line}: {}", with_small_initial(name)),
    needed,
    figure,
};

/// Returns the name with a small first letter, unless the word is an abbreviation.
fn with_small_initial(name: &str) -> String {
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
        Note::NotForGood => {
            "In een gewoon jaar blijven alleen de financiers over die blijvend betalen. Wie later stopt, staat per jaar in het dekkingsplan."
        }
        Note::ExistingInitiative => "Dit initiatief bestaat al: het effect is er vanaf jaar 1 helemaal.",
        Note::BudgetFollows => {
            "Het budget dat de gemeente van het Rijk krijgt, volgt na twee jaar. Wat de gemeente dan verliest, houdt het Rijk over."
        }
        Note::InhabitantsNotGiven => {
            "Het aantal inwoners is niet ingevuld. Dan houdt de gemeente alles; dat is een bovengrens."
        }
        Note::TransferIsCash => "Een uitkering die niet wordt betaald, is altijd echt geld.",
        Note::Stopped => "Deze financier betaalt dan niet meer.",
        Note::NoFunder => "In het dekkingsplan betaalt deze partij niets.",
        Note::FloorAtZero => "Is het verschil negatief, dan hoeft de rest niets waard te zijn.",
    }
}

fn figure(naming: &NameContext, id: FigureId) -> String {
    let text = naming.text;
    let results = text.results();
    let fixed = match id {
        FigureId::Cost(index) => {
            let Some(line) = naming.outcome.costs.lines.get(index) else { return String::new() };
            return text.cost_label(&line.id, naming.own_name);
        }
        FigureId::Line(index, figure) => {
            let Some(line) = naming.outcome.savings.get(index) else { return String::new() };
            return line_figure(naming, &text.saving_label(&line.id, naming.own_name), figure);
        }
        FigureId::Account(account, figure) => return account_figure(naming, account, figure),
        FigureId::Year(account, year, figure) => {
            let owner =
                account_owner(naming, account).map_or_else(String::new, |owner| format!(" ({owner})"));
            return format!("{} in jaar {year}{owner}", year_figure(figure));
        }
        FigureId::Plan(figure, year) => return plan_figure(naming, figure, year),
        FigureId::Gross => "Alle kostenposten samen",
        FigureId::Costs => results.costs,
        FigureId::CostsPerVisitor => results.costs_per_visitor,
        FigureId::Savings => "Becijferde besparingen",
        FigureId::Saldo => results.net,
        FigureId::SaldoPerVisitor => "Saldo per bezoeker",
        FigureId::Coverage => results.coverage,
        FigureId::NotCashable => results.not_cashable,
        FigureId::Gap => results.gap,
        FigureId::GapPerVisitor => results.gap_per_visitor,
        FigureId::SavingsFactor => "Hoeveel keer zo groot de besparingen moeten zijn",
        FigureId::PmThreshold => "Wat de p.m.-posten samen minstens waard moeten zijn",
        FigureId::PerspectiveGap(perspective) => match perspective {
            Perspective::Partijen => "Verschil voor alle betalers samen",
            Perspective::Gemeente => "Verschil voor de gemeente",
            Perspective::Samenleving => "Verschil voor de samenleving",
        },
        FigureId::PerspectiveGapPerVisitor(perspective) => match perspective {
            Perspective::Partijen => "Verschil per bezoeker voor alle betalers samen",
            Perspective::Gemeente => "Verschil per bezoeker voor de gemeente",
            Perspective::Samenleving => "Verschil per bezoeker voor de samenleving",
        },
        FigureId::SocietyThreshold => {
            "Wat alles zonder bedrag, zoals een beter leven, de samenleving minstens waard moet zijn"
        }
        FigureId::SocietyThresholdPerVisitor => {
            "Wat alles zonder bedrag, zoals een beter leven, per bezoeker minstens waard moet zijn"
        }
        FigureId::FollowedShare => "Deel van minder bijstand dat het budget van de gemeente volgt",
    };
    fixed.to_owned()
}

/// Returns the name of the owner of an account; `None` for that of all parties together.
fn account_owner(naming: &NameContext, account: Account) -> Option<&'static str> {
    match account {
        Account::All => None,
        Account::Party(party) => Some((naming.text.result_sentences().party_short)(party)),
        Account::Society => Some(naming.text.results().society),
    }
}

fn account_figure(naming: &NameContext, account: Account, figure: AccountFigure) -> String {
    let name = match figure {
        AccountFigure::Costs => naming.text.results().pays,
        AccountFigure::Savings => naming.text.results().saves,
        AccountFigure::BeforeBudget => "Bespaart, voordat het bijstandsbudget volgt",
        AccountFigure::Followed => "Gaat er af doordat het bijstandsbudget volgt",
        AccountFigure::Net => naming.text.results().saldo,
        AccountFigure::Npv => naming.text.results().npv,
        AccountFigure::Payback => naming.text.results().payback,
    };
    match account_owner(naming, account) {
        Some(owner) => format!("{owner}: {}", with_small_initial(name)),
        None => name.to_owned(),
    }
}

fn line_figure(naming: &NameContext, line: &str, figure: LineFigure) -> String {
    let name = match figure {
        LineFigure::Gross => "vóór correcties",
        LineFigure::Net => "na correcties",
        LineFigure::Cashable => "maakt echt geld vrij",
        LineFigure::Party(party) => {
            let name = (naming.text.result_sentences().party_short)(party);
            let name = if party == Party::Rijk { name.to_owned() } else { with_small_initial(name) };
            return format!("{line}: voor {name}");
        }
        LineFigure::Followed => "gaat na twee jaar naar het Rijk",
        LineFigure::NetPrice => "waarde van één meer",
        LineFigure::GemeentePrice => "waarde van één meer voor de gemeente",
        LineFigure::Needed => needed(naming.inputs.perspective),
    };
    format!("{line}: {name}")
}

fn needed(perspective: Perspective) -> &'static str {
    match perspective {
        Perspective::Partijen => "aantal dat het verschil dekt",
        Perspective::Gemeente => "aantal dat het verschil voor de gemeente dekt",
        Perspective::Samenleving => "aantal dat het verschil voor de samenleving dekt",
    }
}

fn plan_figure(naming: &NameContext, figure: PlanFigure, year: Option<u32>) -> String {
    let name = match figure {
        PlanFigure::Funder(index) => {
            let name = (naming.text.financing().funder)(&naming.inputs.plan, index);
            format!("{name}: betaalt")
        }
        PlanFigure::Paid => "Alle financiers samen".to_owned(),
        PlanFigure::Uncovered => "Ongedekt".to_owned(),
        PlanFigure::Surplus => "Overschot in het dekkingsplan".to_owned(),
    };
    year.map_or_else(|| name.clone(), |year| format!("{name} in jaar {year}"))
}

fn year_figure(figure: YearFigure) -> &'static str {
    match figure {
        YearFigure::Ramp => "Effect",
        YearFigure::Costs => "Kosten",
        YearFigure::Followed => "Gaat er af doordat het bijstandsbudget volgt",
        YearFigure::Savings => "Besparingen",
        YearFigure::Net => "Saldo",
        YearFigure::Cumulative => "Opgeteld saldo",
        YearFigure::Discount => "Hoe zwaar het telt",
        YearFigure::Present => "Contante waarde",
    }
}
