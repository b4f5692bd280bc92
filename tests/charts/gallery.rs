//! Unusual scenarios, whose charts are written to the target folder
//! (`target/tmp/gallery`), as SVG files and as HTML, for a person to look at after a change
//! of a chart.

use super::{answer_pictures, charts, count_pictures, page_card, what_if_pictures};
use rekenmodel::chart::svg;
use rekenmodel::scenario::Scenario;
use std::path::Path;

/// Every chart of every scenario can be written as a well-formed SVG file, and rendered as
/// a card with a caption.
#[test]
fn every_chart_becomes_a_file_and_a_card() {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("gallery");
    std::fs::create_dir_all(&folder).unwrap();
    for (name, json) in scenarios() {
        let scenario = Scenario::parse(&json).unwrap();
        let mut page = String::new();
        for chart in charts(&scenario)
            .into_iter()
            .chain(answer_pictures(&scenario))
            .chain(what_if_pictures(&scenario))
            .chain(count_pictures(&scenario))
        {
            let foot = [
                "Bron: rekenmodel.".to_owned(),
                "Gemaakt op 1 mei 2026.".to_owned(),
                format!("Narekenen: https://voorbeeld.nl/#{}", "ab1".repeat(60)),
            ];
            let file = svg::file(&chart, &foot).text;
            roxmltree::Document::parse(&file).unwrap_or_else(|error| panic!("{name}, {}: {error}", chart.id));
            std::fs::write(folder.join(format!("{name}-{}.svg", chart.id)), file).unwrap();
            let html = page_card(chart);
            assert!(html.contains("<figcaption>") && html.contains("<svg"), "{name}: {html}");
            page.push_str(&html);
        }
        std::fs::write(folder.join(format!("{name}.html")), page).unwrap();
    }
}

/// Returns the name and JSON of each scenario, the brochure and other presets first.
pub fn scenarios() -> Vec<(&'static str, String)> {
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
    let own_lines: serde_json::Value = serde_json::from_str(&text).unwrap();
    vec![
        ("brochure", "{}".into()),
        ("gunstig", r#"{"base":"gunstig"}"#.into()),
        ("voorzichtig", r#"{"base":"voorzichtig","values":{"startkosten":250000,"eigen-inkomsten":40000}}"#.into()),
        ("eigen", own_lines["scenario"].to_string()),
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
