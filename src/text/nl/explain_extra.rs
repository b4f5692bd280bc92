//! Dutch texts that explain figures outside the outcome of one scenario.

use crate::model::{Perspective, Unit};
use crate::number::DUTCH;
use crate::text::explain_extra::{DrawFacts, DrawStatistic, ExplainExtraText, LineStart};
use crate::text::nl::sentences::{capitalised, costs_and_savings, whose};
use crate::uncertainty::SimulatedFigure;

pub static EXPLAIN_EXTRA: ExplainExtraText = ExplainExtraText {
    break_even: |name| format!("Omslagpunt van ‘{name}’"),
    break_even_formula: |start| match start {
        LineStart::Now => "waarde nu + het verschil nu ÷ wat één erbij het saldo verandert",
        LineStart::Zero => "nul + het verschil bij nul ÷ wat één erbij het saldo verandert",
        LineStart::Bend => "begin van de rechte lijn + het verschil daar ÷ wat één erbij het saldo verandert",
    },
    one_more: |unit| match unit {
        Unit::Share => "Eén procentpunt erbij verandert het saldo met",
        Unit::Euro | Unit::EuroPer => "Eén euro erbij verandert het saldo met",
        _ => "Eén erbij verandert het saldo met",
    },
    is_break_even: |perspective| {
        format!("{} zijn nu al even groot.", capitalised(costs_and_savings(perspective)))
    },
    from_zero: "Onder nul is deze post schade en gelden de correcties niet. Daarom begint de som bij nul.",
    from_bend: "Het saldo verandert hier niet overal even hard. Daarom begint de som waar de rechte lijn begint.",
    break_even_note: "Dit gaat over een gewoon jaar, zonder startkosten. Al het andere blijft zoals het is.",
    break_even_times: |name| format!("Omslagpunt van ‘{name}’, in keren de waarde nu"),
    break_even_times_formula: "omslagpunt ÷ waarde nu",
    verification: "Proef op de som: besparingen − kosten bij die waarde",
    goal_value: |name| format!("‘{name}’ voor dit doel"),
    goal_formula: "waarde nu + wat er nu aan het doel ontbreekt ÷ wat één erbij daaraan verandert",
    goal_shortfall: |is_coverage| {
        if is_coverage {
            "Wat er nu ontbreekt: doel × kosten − besparingen"
        } else {
            "Wat er nu ontbreekt: doel − saldo"
        }
    },
    goal_per_unit: |is_coverage| {
        if is_coverage {
            "Eén erbij verandert besparingen − doel × kosten met"
        } else {
            "Eén erbij verandert het saldo met"
        }
    },
    goal_check: |is_coverage| {
        if is_coverage {
            "Proef op de som: besparingen ÷ kosten bij die waarde"
        } else {
            "Proef op de som: besparingen − kosten bij die waarde"
        }
    },
    goal_met: "De waarde van nu haalt het doel al precies.",
    method: "Zo bepaald",
    statistic_method,
    statistic_name,
    draw_count: |count, draws, share| {
        format!("{} van de {} trekkingen = {share}", DUTCH.number(count, 0), number(draws))
    },
    draws: |facts| {
        format!(
            "Hiervoor is geen formule in één regel. Het model rekende {} keer alles opnieuw uit, met dezelfde formules als de puntberekening. Bij elke keer (trekking) kregen {} aannames een andere waarde, binnen hun eigen bandbreedte.{} De toevalsgetallen beginnen bij startgetal {}: wie met hetzelfde startgetal en aantal rekent, vindt precies hetzelfde.",
            number(facts.draws),
            facts.inputs,
            how_effects_are_drawn(facts),
            facts.seed
        )
    },
    ranges_caveat: "De bandbreedtes zijn zelf aannames. Dit cijfer zegt iets over die bandbreedtes, en niet hoe groot de kans in het echt is.",
    draws_term: "Aantal trekkingen",
    seed_term: "Startgetal",
    chance_name: |drempel| format!("Kans bij {drempel} per bezoeker"),
    chance_method: |perspective| match perspective {
        Perspective::Samenleving => {
            "het deel van de trekkingen waarin saldo + waarde per bezoeker × bezoekers nul of hoger is"
        }
        Perspective::Partijen | Perspective::Gemeente => {
            "het deel van de trekkingen waarin saldo + wat het per bezoeker mag kosten × bezoekers nul of hoger is"
        }
    },
    drempel_for_chance_name: |share, perspective| match perspective {
        Perspective::Samenleving => format!("Waarde per bezoeker vanaf waar de kans {share} is"),
        Perspective::Partijen | Perspective::Gemeente => {
            format!("Bedrag dat het per bezoeker mag kosten, vanaf waar de kans {share} is")
        }
    },
    drempel_for_chance: |share| {
        format!(
            "van elke trekking het verschil per bezoeker (−saldo ÷ bezoekers), van laag naar hoog; dit is de waarde waar {share} van de trekkingen niet boven komt"
        )
    },
    drempel_for_chance_note: "In de grafiek en in de zin staat dit bedrag naar boven afgerond op hele euro’s.",
    range_end: |high| {
        if high {
            "de hoogste waarde die deze aanname in de berekening van de spreiding krijgt"
        } else {
            "de laagste waarde die deze aanname in de berekening van de spreiding krijgt"
        }
    },
    plausible_end: |high| {
        if high {
            "de waarde die bij ‘Zekerheid’ onder ‘Hoog’ staat"
        } else {
            "de waarde die bij ‘Zekerheid’ onder ‘Laag’ staat"
        }
    },
    extended_end: |high, end, value, result| {
        let which = if high { "de hoogste van" } else { "de laagste van" };
        format!("{which} {end} en {value} = {result}")
    },
    extended_end_note: "De waarde zelf ligt buiten de bandbreedte. Dan loopt de bandbreedte door tot die waarde.",
    default_range_note: "Deze bandbreedte is waar het model mee begint. Zij is zelf ook een aanname; u kunt haar veranderen.",
    plausible_in_prices_of: |year| format!("Aannemelijk, in prijzen van {year}"),
    plausible_by_default: "Aannemelijk bij een gemiddeld initiatief",
    default_value: "Aantal of bedrag van een gemiddeld initiatief",
    average_visitors: "Bezoekers van een gemiddeld initiatief",
    highest_fee_note: |highest| {
        format!(
            "Hoger dan {highest} gaat deze bandbreedte niet, of dan het bedrag dat u zelf invult. Tot dat bedrag is een vergoeding belastingvrij."
        )
    },
    sensitivity_name: |figure, input, value| format!("{figure} als ‘{input}’ {value} is"),
    sensitivity_note: |input, value, now| {
        format!(
            "‘{input}’ staat hier op {value} in plaats van op {now}. Al het andere blijft zoals het is. De getallen hierboven zijn die van dat geval."
        )
    },
    evppi_name: |input| format!("Wat het waard is om ‘{input}’ zeker te weten, per jaar"),
    evppi: |drempel| {
        format!(
            "wat u gemiddeld overhoudt als u bij elke waarde van deze aanname de beste keuze maakt (wel of niet betalen) − wat u gemiddeld overhoudt bij de beste keuze zonder dat te weten; bij {drempel} per bezoeker voor wat niet in geld staat"
        )
    },
    evppi_note: "Het is een bovengrens, want geen meting geeft volledige zekerheid. Het is geschat uit dezelfde trekkingen.",
    variance_share_name: |input| format!("Deel van de spreiding door ‘{input}’"),
    variance_share: "het deel van de variantie van het saldo dat gemiddeld wegvalt als alleen deze aanname vaststaat",
    variance_share_note: "Het is geschat uit dezelfde trekkingen. Alle delen samen zijn niet precies 100%. Aannames die met elkaar worden vermenigvuldigd, werken ook samen. En zegt een aanname ook iets over een andere, dan kan het meer zijn.",
    change_effect_name: |figure, change| format!("Wat ‘{change}’ doet met: {figure}"),
    change_effect: "uitkomst nu − uitkomst als alleen deze wijziging wordt teruggezet",
    change_effect_without: "Als alleen dit wordt teruggezet",
    change_effect_note: "Wijzigingen werken samen. Daarom zijn de losse effecten opgeteld niet altijd het effect van alles samen.",
    warning_figures: [
        "Besparingen zonder correctie, samen",
        "Besparingen die helemaal als echt geld tellen, samen",
        "Wat tijdelijke financiers samen betalen, in jaar 1",
        "Becijferde besparingen per bezoeker",
        "Welvaart zonder correctie, samen",
    ],
    left_after: |step| format!("Wat overblijft na ‘{step}’"),
    parties_net: "De saldo’s van de partijen samen",
    entered: "Dit is ingevuld; het model heeft het niet berekend.",
    common_change: |costs, lower, perspective| {
        let change = match (costs, lower) {
            (true, true) => "Zoveel lager moeten alle kosten samen zijn",
            (true, false) => "Zoveel hoger mogen alle kosten samen zijn",
            (false, true) => "Zoveel kleiner mogen alle besparingen samen zijn",
            (false, false) => "Zoveel groter moeten alle besparingen samen zijn",
        };
        format!("{change}, voor {}", whose(perspective))
    },
    common_change_note: |perspective| {
        format!("Dan zijn {} precies even groot.", costs_and_savings(perspective))
    },
    savings_factor: |perspective| {
        format!("Hoeveel keer zo groot de besparingen moeten zijn, voor {}", whose(perspective))
    },
    in_preset: |figure, preset| format!("{figure}, in het gekozen begin ‘{preset}’"),
    in_preset_note: "Dit zijn de getallen van het begin, zonder uw wijzigingen.",
    all_changes: "Wat alle wijzigingen samen met het saldo doen",
    without_funder: |funder| format!("Zonder ‘{funder}’"),
    in_scenario: |figure, scenario| format!("{figure}, in ‘{scenario}’"),
    difference: |figure, reference| format!("{figure}, vergeleken met ‘{reference}’"),
    contribution_name: |name| format!("Wat ‘{name}’ bijdraagt aan het verschil"),
    contribution: "het gemiddelde van wat deze wijziging met het saldo doet, over alle volgordes waarin u de verschillen een voor een kunt aanbrengen",
    contribution_by_order: |first, last, mean| {
        format!("als eerste aangebracht {first}, als laatste {last}; gemiddeld over alle volgordes {mean}")
    },
    contribution_note: |name, [from, before], [to, after]| {
        format!("‘{name}’ is {before} in ‘{from}’ en {after} in ‘{to}’.")
    },
    contribution_rounding: "In de grafiek en de tabel staan hele euro’s, zo afgerond dat de bijdragen samen precies het verschil zijn.",
    merged_differences: "Dit zijn de kleinste verschillen. In de grafiek staan zij samen, in de tabel elk apart.",
    in_network: |figure| format!("{figure}, van het netwerk"),
    of_network_members: |figure, scenario| format!("{figure}, van alle initiatieven als ‘{scenario}’"),
    network_sum: |figure, converted| {
        let prices = if converted { " × omrekening naar dezelfde prijzen" } else { "" };
        format!("aantal initiatieven × {figure}{prices}; dat voor elk scenario, en bij elkaar opgeteld")
    },
    network_count: "de aantallen van alle scenario’s bij elkaar opgeteld",
    network_factor: |year| format!("Omrekening van prijzen van {year}"),
    network_mean: "Gemiddeld saldo over de trekkingen",
    indexed: |default, factor, from, to| {
        format!(
            "{default} in prijzen van {from} × {factor}: de stijging van de consumentenprijzen tot {to}, volgens het CBS."
        )
    },
    network_distribution: |mean, sd| format!("gemiddeld saldo {mean}, standaardafwijking {sd}"),
    national: ["aantal × mensen", "kosten ÷ mensen", "aantal × kosten"],
    national_note: "Dit zijn de getallen van de brochure zelf; uw eigen invoer telt hier niet mee.",
};

/// Writes how the effects hang together in the draws, and that some draws have none.
fn how_effects_are_drawn(facts: &DrawFacts) -> String {
    let mut sentences = String::new();
    if facts.dependence > 0.0 {
        sentences.push_str(&format!(
            " Bij {} van de trekkingen vallen alle effecten samen mee of tegen.",
            DUTCH.percent(facts.dependence)
        ));
    }
    if facts.no_effect > 0.0 {
        sentences.push_str(&format!(
            " Bij {} van de trekkingen is er geen effect.",
            DUTCH.percent(facts.no_effect)
        ));
    }
    sentences
}

fn number(draws: u32) -> String {
    DUTCH.number(f64::from(draws), 0)
}

fn statistic_method(statistic: DrawStatistic, figure: SimulatedFigure) -> &'static str {
    match (statistic, figure) {
        (DrawStatistic::Chance, SimulatedFigure::Npv) => {
            "het deel van de trekkingen waarin de netto contante waarde nul of hoger is"
        }
        (DrawStatistic::Chance, _) => "het deel van de trekkingen waarin het saldo nul of hoger is",
        (DrawStatistic::BelowDeterministic, _) => {
            "het deel van de trekkingen dat lager uitkomt dan de puntberekening"
        }
        (DrawStatistic::Mean, _) => "alle trekkingen opgeteld ÷ het aantal trekkingen",
        (DrawStatistic::StandardDeviation, _) => {
            "de wortel uit het gemiddelde van (trekking − gemiddelde)²: hoe ver trekkingen meestal van het gemiddelde liggen"
        }
        (DrawStatistic::Percentile(_), _) => {
            "alle trekkingen van laag naar hoog; dit is de uitkomst waar zo veel procent van de trekkingen onder ligt"
        }
        (DrawStatistic::Range90, _) => {
            "alle trekkingen van laag naar hoog; 5% ligt lager dan het eerste bedrag en 5% hoger dan het tweede"
        }
        (DrawStatistic::BinShare, _) => "het deel van de trekkingen dat tussen deze twee bedragen uitkomt",
    }
}

fn statistic_name(statistic: DrawStatistic, figure: SimulatedFigure, perspective: Perspective) -> String {
    let words = &crate::text::nl::uncertainty::UNCERTAINTY;
    let name = match statistic {
        DrawStatistic::Chance => return (words.chance_name)(figure, perspective).to_owned(),
        DrawStatistic::BelowDeterministic => words.below_deterministic.to_owned(),
        DrawStatistic::Mean => words.mean.to_owned(),
        DrawStatistic::StandardDeviation => words.sd.to_owned(),
        DrawStatistic::Percentile(percent) => format!("P{percent}"),
        DrawStatistic::Range90 => words.range_90.to_owned(),
        DrawStatistic::BinShare => "Deel van de trekkingen".to_owned(),
    };
    format!("{}: {}", (words.figure)(figure, perspective), name)
}
