//! The pictures: geometry worked out by hand, nothing outside the frame,
//! nothing that is no number, files that are well-formed.

use proptest::prelude::*;
use rekenmodel::chart::{self, Chart, Ink, Label, Mark, svg};
use rekenmodel::model::evaluate;
use rekenmodel::scenario::Scenario;
use rekenmodel::text::Language;
use rekenmodel::ui::picture::{ChartCard, ChartCardProps};
use std::rc::Rc;

fn charts(scenario: &Scenario) -> [Chart; 4] {
    let outcome = evaluate(&scenario.inputs());
    let text = Language::Nl.text();
    let own = |place: usize| scenario.own[place].label.clone();
    [
        chart::against(&outcome, text, &own),
        chart::waterfall(&outcome, text, &own),
        chart::cumulative(&outcome, text),
        chart::parties(&outcome, text),
    ]
}

fn of(json: &str) -> [Chart; 4] {
    charts(&Scenario::parse(json).unwrap())
}

/// Left, top, width and height of every bar that this is true of.
fn bars(chart: &Chart, of: impl Fn(Ink) -> bool) -> Vec<(f64, f64, f64, f64)> {
    let bar = |mark: &Mark| match mark {
        Mark::Rect { x, y, width, height, ink } if of(*ink) => Some((*x, *y, *width, *height)),
        _ => None,
    };
    chart.picture.marks.iter().filter_map(bar).collect()
}

fn labels(chart: &Chart) -> Vec<&Label> {
    let label = |mark: &'_ Mark| matches!(mark, Mark::Text(_));
    let found = chart.picture.marks.iter().filter(|mark| label(mark));
    found.map(|mark| if let Mark::Text(label) = mark { label } else { unreachable!() }).collect()
}

fn is_cost(ink: Ink) -> bool {
    matches!(ink, Ink::Cost(_))
}

fn is_saving(ink: Ink) -> bool {
    matches!(ink, Ink::Saving(_))
}

/// 54,000 + 100,000 of 183,000 + 15,000 + 48,000 + 30,000 + 24,000.
#[test]
fn columns_are_as_high_as_their_amounts() {
    let [against, ..] = of("{}");
    let high = |bars: Vec<(f64, f64, f64, f64)>| bars.iter().map(|bar| bar.3 + 1.5).sum::<f64>();
    let (costs, savings) = (high(bars(&against, is_cost)), high(bars(&against, is_saving)));
    assert!((savings / costs - 154.0 / 300.0).abs() < 1e-9, "{savings} of {costs}");
    let first = bars(&against, is_cost)[0].3 + 1.5;
    assert!((first / costs - 183.0 / 300.0).abs() < 1e-9);
    // What is open reaches from the savings to the level of the costs.
    let gap = bars(&against, |ink| ink == Ink::Gap)[0];
    let top = bars(&against, is_cost).iter().map(|bar| bar.1).fold(f64::MAX, f64::min);
    assert!((gap.1 - 0.75 - top).abs() < 1e-9);
    assert!((gap.3 + 3.0 - costs * 146.0 / 300.0).abs() < 1e-9);
}

#[test]
fn the_waterfall_ends_at_the_gap() {
    let [_, waterfall, ..] = of("{}");
    let costs = bars(&waterfall, is_cost)[0];
    let steps = bars(&waterfall, is_saving);
    let gap = bars(&waterfall, |ink| ink == Ink::Gap)[0];
    let per_euro = costs.2 / 300_000.0;
    assert!((steps[0].0 + steps[0].2 - costs.0 - costs.2).abs() < 1e-9);
    assert!((steps[0].2 - 54_000.0 * per_euro).abs() < 1e-9);
    assert!((steps[1].0 + steps[1].2 - steps[0].0).abs() < 1e-9);
    assert!((gap.2 + 1.5 - 146_000.0 * per_euro).abs() < 1e-9);
    assert!((gap.0 + gap.2 + 0.75 - steps[1].0).abs() < 1e-9);
    assert_eq!(waterfall.table.rows.last().unwrap()[2], "€\u{a0}146.000");
}

/// 154,000 × (0.5 + 0.8 + 1 + 1) − 4 × 300,000 = −691,800.
#[test]
fn words_name_the_amounts() {
    let [against, waterfall, cumulative, parties] = of("{}");
    let has = |chart: &Chart, text: &str| {
        let text = text.replace("€ ", "€\u{a0}");
        assert!(labels(chart).iter().any(|label| label.text == text), "{}: {text}", chart.id);
    };
    has(&against, "€ 146.000");
    has(&against, "Personeel");
    has(&waterfall, "€ −100.000");
    has(&cumulative, "einde raadsperiode");
    has(&cumulative, "€ −691.800");
    has(&parties, "saldo € −146.000");
    has(&parties, "betaalt € 300.000");
    assert!(labels(&against).iter().any(|label| label.text.starts_with("p.m.: Minder zorg")));
    let [_, _, short, _] = of(r#"{"values":{"horizon":3}}"#);
    assert!(labels(&short).iter().all(|label| label.text != "einde raadsperiode"));
    let [_, _, start, _] = of(r#"{"values":{"startkosten":250000}}"#);
    has(&start, "startkosten € 250.000");
}

#[test]
fn harm_is_a_cost_and_a_surplus_is_marked() {
    let [against, waterfall, ..] = of(r#"{"values":{"dagbesteding.aantal":-6}}"#);
    let (costs, savings) = (bars(&against, is_cost), bars(&against, is_saving));
    assert!((bars(&against, |ink| ink == Ink::Harm)[0].0 - costs[0].0).abs() < 1.5);
    assert_eq!(savings.len(), 1);
    assert_eq!(bars(&waterfall, |ink| ink == Ink::Harm).len(), 1);
    let [against, waterfall, ..] = of(r#"{"values":{"dagbesteding.aantal":60}}"#);
    for chart in [against, waterfall] {
        assert_eq!(bars(&chart, |ink| ink == Ink::Surplus).len(), 1, "{}", chart.id);
        assert!(bars(&chart, |ink| ink == Ink::Gap).is_empty());
        assert!(labels(&chart).iter().any(|label| label.text == "Overschot"));
    }
}

#[test]
fn twenty_own_lines_are_put_together_in_the_columns_only() {
    let scenarios = scenarios();
    let (_, json) = scenarios.iter().find(|(name, _)| *name == "twintig").unwrap();
    let [against, waterfall, ..] = of(json);
    assert!(bars(&against, is_cost).len() <= 6 && bars(&against, is_saving).len() <= 6);
    assert!(labels(&against).iter().any(|label| label.text.starts_with("Overige posten")));
    assert_eq!(bars(&waterfall, is_saving).len(), 9);
    assert_eq!(against.table.rows.len(), 5 + 10 + 4 + 10 + 2);
}

#[test]
fn labels_cannot_break_out() {
    let json = r#"{"custom":[{"id":"c1","side":"cost","label":"<b>&\"","quantity":1,"amount":50000}]}"#;
    let [against, ..] = of(json);
    let file = svg::file(&against, &["Bron & <datum>".to_owned()]);
    let parsed = roxmltree::Document::parse(&file.text).unwrap();
    assert!(parsed.descendants().any(|node| node.text() == Some("<b>&\"")));
    let html = card(against, false);
    assert!(html.contains("&lt;b&gt;&amp;") && !html.contains("<b>"), "{html}");
}

#[test]
fn the_card_has_a_picture_a_table_and_files_but_not_in_the_shell() {
    let [against, ..] = of("{}");
    let page = card(against.clone(), false);
    for part in ["<figure", "role=\"img\"", "<details", "PNG", "SVG", "role=\"status\""] {
        assert!(page.contains(part), "{part}");
    }
    assert!(!page.contains("style="));
    let shell = card(against, true);
    assert!(shell.contains("role=\"img\"") && !shell.contains("<button") && !shell.contains("<details"));
}

fn card(chart: Chart, shell: bool) -> String {
    let props = ChartCardProps {
        chart: Rc::new(chart),
        link: "https://voorbeeld.nl/".into(),
        about: "".into(),
        shell,
        language: Language::Nl,
    };
    let renderer = yew::LocalServerRenderer::<ChartCard>::with_props(props).hydratable(false);
    pollster::block_on(renderer.render())
}

/// Everything that is wrong with a picture, whatever the scenario.
fn faults(chart: &Chart) -> Vec<String> {
    let (width, height) = (chart.picture.width, chart.picture.height);
    let mut found = Vec::new();
    let mut inside = |what: &str, left: f64, top: f64, right: f64, bottom: f64| {
        let ends = [left, top, right, bottom];
        if !ends.iter().all(|end| end.is_finite()) {
            found.push(format!("{what}: {ends:?}"));
        } else if left < -0.01 || top < -0.01 || right > width + 0.01 || bottom > height + 0.01 {
            found.push(format!("{what} outside {width} × {height}: {ends:?}"));
        }
    };
    for mark in &chart.picture.marks {
        match mark {
            Mark::Rect { x, y, width, height, .. } => {
                inside("bar", *x, *y, x + width, y + height);
                inside("size of bar", *width, *height, 0.0, 0.0);
            }
            Mark::Path { d, .. } => {
                for (x, y) in points(d) {
                    inside(d, x, y, x, y);
                }
            }
            Mark::Text(label) => {
                let (left, right) = label.span();
                inside(&label.text, left, label.y - label.size * 0.75, right, label.y + label.size * 0.25);
            }
        }
    }
    let labels = labels(chart);
    for (place, one) in labels.iter().enumerate() {
        for other in &labels[place + 1..] {
            let (a, b) = (one.span(), other.span());
            // Two lines of one text are 16 apart; so must all be that share a place.
            if a.0 < b.1 && b.0 < a.1 && (one.y - other.y).abs() < 12.0 {
                found.push(format!("‘{}’ on ‘{}’", one.text, other.text));
            }
        }
        if one.bold && one.text.contains('€') && one.text.contains('…') {
            found.push(format!("an amount is cut: {}", one.text));
        }
    }
    if chart.table.rows.iter().any(|row| row.len() != chart.table.head.len()) {
        found.push("a row of another length".into());
    }
    found
}

/// The points of path data with absolute steps; those of dots are relative
/// after their start.
fn points(d: &str) -> Vec<(f64, f64)> {
    let starts = d.split(['M', 'L']).filter(|part| !part.is_empty());
    let number = |text: &str| text.parse::<f64>().unwrap_or(f64::NAN);
    starts
        .map(|part| {
            let own = part.split(['a', 'Z']).next().unwrap();
            let (x, y) = own.split_once(' ').unwrap();
            (number(x), number(y))
        })
        .collect()
}

fn check(scenario: &Scenario) -> Result<(), String> {
    for chart in charts(scenario) {
        let mut found = faults(&chart);
        let file = svg::file(&chart, &["Bron.".into(), format!("https://voorbeeld.nl/#{}", "a".repeat(900))]);
        if let Err(problem) = roxmltree::Document::parse(&file.text) {
            found.push(problem.to_string());
        }
        if file.text.contains("NaN") || file.text.contains("inf") {
            found.push("no number".into());
        }
        if !found.is_empty() {
            return Err(format!("{}: {}", chart.id, found.join("\n")));
        }
    }
    Ok(())
}

#[test]
fn every_known_scenario_fits() {
    for (name, json) in scenarios() {
        check(&Scenario::parse(&json).unwrap()).unwrap_or_else(|found| panic!("{name}: {found}"));
    }
}

/// A number anywhere, mostly of the usual size, sometimes extreme.
fn amount() -> impl Strategy<Value = f64> {
    prop_oneof![4 => 0.0..200_000.0_f64, 1 => -200_000.0..0.0_f64, 1 => -1e9..1e9_f64, 1 => Just(0.0), 1 => Just(1e9)]
}

fn own_lines() -> impl Strategy<Value = Vec<serde_json::Value>> {
    let quantity = prop_oneof![3 => Just(1.0), 1 => -1e9..1e9_f64];
    let label = prop_oneof!["\\PC{0,60}", "[a-z]{1,200}", "([A-Z][a-z]{1,14} ){1,12}"];
    let line = (label, amount(), quantity, any::<bool>(), any::<bool>(), 0..3_usize);
    prop::collection::vec(line, 0..24).prop_map(|lines| {
        let line = |(place, (label, amount, quantity, cost, counted, kind)): (usize, (String, _, _, _, _, usize))| {
            let label: String = label.chars().take(200).collect();
            let id = format!("e{place}");
            if cost {
                serde_json::json!({"id": id, "side": "cost", "label": label, "quantity": quantity, "amount": amount})
            } else {
                let kind = ["besparing", "overdracht", "welvaart"][kind];
                serde_json::json!({"id": id, "side": "saving", "label": label, "kind": kind, "counted": counted, "quantity": quantity, "amount": amount, "unit": "keer"})
            }
        };
        lines.into_iter().enumerate().map(line).collect()
    })
}

fn any_scenario() -> impl Strategy<Value = Scenario> {
    let shares = (0.0..=0.5_f64, 0.0..=0.5_f64);
    let growth = (prop_oneof![Just(0.0), -0.2..=0.2_f64], prop_oneof![Just(0.0), -0.2..=0.2_f64]);
    let amounts = (0.0..1e9_f64, amount(), amount(), amount());
    (own_lines(), shares, growth, amounts, 1..=20_u32, any::<[bool; 4]>()).prop_map(
        |(own, shares, growth, amounts, horizon, flags)| {
            let mut values = serde_json::json!({
                "horizon": horizon, "financiering.gemeente": shares.0, "financiering.rijk": shares.1,
                "kostenstijging": growth.0, "batenstijging": growth.1,
                "uitkeringen.bedrag": amounts.1, "dagbesteding.bedrag": amounts.2,
            });
            if flags[0] {
                values["eigen-inkomsten"] = amounts.0.into();
            }
            if flags[1] {
                values["startkosten"] = amounts.3.abs().into();
            }
            let json = serde_json::json!({
                "values": values, "custom": own,
                "counted": { "zorggebruik": flags[2], "uitkeringen": flags[3] },
            });
            Scenario::parse(&json.to_string()).expect("a valid scenario")
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(300))]

    #[test]
    fn every_scenario_fits(scenario in any_scenario()) {
        let checked = check(&scenario);
        prop_assert!(checked.is_ok(), "{}", checked.unwrap_err());
    }
}

/// Pages with every chart of several scenarios, to look at.
#[test]
#[ignore = "writes files to look at"]
fn gallery() {
    let folder = std::env::var("GALLERY").unwrap_or_else(|_| "/tmp/gallery".into());
    std::fs::create_dir_all(&folder).unwrap();
    for (name, json) in scenarios() {
        let scenario = Scenario::parse(&json).unwrap();
        let mut page = String::new();
        for chart in charts(&scenario) {
            let foot = [
                "Bron: rekenmodel.".to_owned(),
                "Gemaakt op 1 mei 2026.".to_owned(),
                format!("Narekenen: https://voorbeeld.nl/#{}", "ab1".repeat(60)),
            ];
            std::fs::write(format!("{folder}/{name}-{}.svg", chart.id), svg::file(&chart, &foot).text)
                .unwrap();
            let html = card(chart, false);
            page.push_str(&html);
        }
        std::fs::write(format!("{folder}/{name}.html"), page).unwrap();
    }
}

fn scenarios() -> Vec<(&'static str, String)> {
    let own = |count: usize, label: &str| {
        (0..count)
            .map(|n| {
                if n % 2 == 0 {
                    format!(r#"{{"id":"c{n}","side":"cost","label":"{label} {n}","quantity":1,"amount":{}}}"#, 2000 + 1500 * n)
                } else {
                    format!(r#"{{"id":"c{n}","side":"saving","label":"{label} {n}","kind":"besparing","counted":{},"quantity":1,"unit":"keer","amount":{}}}"#, n % 3 != 0, 3000 + 1700 * n)
                }
            })
            .collect::<Vec<_>>()
            .join(",")
    };
    let text = std::fs::read_to_string("tests/examples/eigen-regels.json").unwrap();
    let eigen: serde_json::Value = serde_json::from_str(&text).unwrap();
    vec![
        ("brochure", "{}".into()),
        ("gunstig", r#"{"base":"gunstig"}"#.into()),
        ("voorzichtig", r#"{"base":"voorzichtig","values":{"startkosten":250000,"eigen-inkomsten":40000}}"#.into()),
        ("eigen", eigen["scenario"].to_string()),
        ("lang", format!(r#"{{"custom":[{}]}}"#, own(4, "Voorkomen van huisuitzettingen door vroegtijdige schuldhulpverlening <b>&\\\"samen\\\" met Arbeidsongeschiktheidsverzekeringsmaatschappijen"))),
        ("twintig", format!(r#"{{"custom":[{}]}}"#, own(20, "Eigen post nummer"))),
        ("harm", r#"{"values":{"dagbesteding.aantal":-6,"horizon":8},"counted":{"zorggebruik":true}}"#.into()),
        ("twintigjaar", r#"{"values":{"horizon":20,"dagbesteding.aantal":60,"startkosten":400000}}"#.into()),
        ("eenjaar", r#"{"values":{"horizon":1,"startkosten":100000}}"#.into()),
        ("huge", r#"{"values":{"horizon":20},"custom":[{"id":"a","side":"cost","label":"Heel veel","quantity":1000000000,"amount":1000000000},{"id":"b","side":"saving","label":"Ook heel veel","kind":"besparing","counted":true,"quantity":1000000000,"amount":400000000,"unit":"x"}]}"#.into()),
        ("inkomsten", r#"{"values":{"eigen-inkomsten":380000,"financiering.gemeente":0.6}}"#.into()),
        ("nul", r#"{"values":{"fte":0,"vrijwilligers":0,"huisvesting":0,"activiteiten":0,"organisatie":0,"uitkeringen.aantal":0,"dagbesteding.aantal":0}}"#.into()),
        ("gelijk", r#"{"values":{"dagbesteding.aantal":60,"financiering.gemeente":0.4,"financiering.zorgverzekeraar":0.3},"counted":{"zorggebruik":true,"overlast":true}}"#.into()),
    ]
}
