//! Tests of the warnings: for each a scenario that causes it, with figures calculated by
//! hand, and a similar scenario that does not.

use crate::checks::{Warning, WarningKind, plausibility_checks};
use crate::model::{Euro, EuroPer, evaluate};
use crate::scenario::Scenario;

/// Returns the warnings about a scenario, and for each the names of its inputs.
fn warnings(scenario: &str) -> (Vec<Warning>, Vec<String>) {
    let inputs = Scenario::parse(scenario).unwrap_or_else(|issues| panic!("{scenario}: {issues:?}")).inputs();
    let found = plausibility_checks(&inputs, &evaluate(&inputs));
    let fields = found
        .iter()
        .map(|warning| warning.inputs.iter().map(|id| inputs.name(*id)).collect::<Vec<_>>().join(" "))
        .collect();
    (found, fields)
}

/// Returns the warnings, except those about corrections, which the brochure itself causes.
fn warnings_beyond_brochure(scenario: &str) -> Vec<WarningKind> {
    let is_about_corrections = |kind: &WarningKind| {
        matches!(
            kind,
            WarningKind::NoCorrection { .. }
                | WarningKind::WelfareUncorrected { .. }
                | WarningKind::AllCash { .. }
        )
    };
    warnings(scenario)
        .0
        .into_iter()
        .map(|warning| warning.kind)
        .filter(|kind| !is_about_corrections(kind))
        .collect()
}

#[track_caller]
fn assert_no_new_warnings(scenario: &str) {
    assert_eq!(warnings_beyond_brochure(scenario), [], "{scenario}");
}

#[test]
fn presets() {
    let (found, fields) = warnings("{}");
    let amount = Euro::new(154_000.0);
    assert_eq!(found[0].kind, WarningKind::NoCorrection { amount, as_brochure: true });
    assert_eq!(found[1].kind, WarningKind::AllCash { amount: Euro::new(100_000.0) });
    assert_eq!(fields, ["uitkeringen.autonoom dagbesteding.autonoom", "dagbesteding.verzilverbaar"]);
    assert!(found.iter().all(|warning| !warning.is_probable_error()));
    assert_no_new_warnings(r#"{"base":"prijspeil-2025"}"#);
    assert_no_new_warnings(r#"{"base":"gunstig"}"#);
    assert_eq!(warnings(r#"{"base":"voorzichtig"}"#).0, []);
}

#[test]
fn more_than_visitors() {
    let line =
        |count: &str| format!(r#"{{"values":{{"dagbesteding.aantal":{count},"dagbesteding.bedrag":3680}}}}"#);
    let found = warnings(&line("501"));
    assert_eq!(found.0[0].kind, WarningKind::MoreThanVisitors { people: 501.0, visitors: 500.0 });
    assert_eq!(found.1[0], "dagbesteding.aantal bezoekers");
    assert!(found.0[0].is_probable_error());
    let has = |text: &str| {
        warnings_beyond_brochure(text).iter().any(|kind| matches!(kind, WarningKind::MoreThanVisitors { .. }))
    };
    assert!(!has(&line("500")));
    // A number of hours is no number of people, and a line that does not count is ignored.
    assert!(!has(r#"{"values":{"betaald-werk.aantal":5000},"counted":{"betaald-werk":true}}"#));
    assert!(!has(r#"{"values":{"zorggebruik.aantal":900}}"#));
}

#[test]
fn the_two_ways_to_count_visitors() {
    // 30,000 ÷ 31 = 967.7. Staff and housing are set so that costs per visitor stay
    // plausible and give no warning of their own.
    let near = r#"{"values":{"bezoekers":968,"fte":7,"huisvesting":58000}}"#;
    assert!(warnings_beyond_brochure(near).contains(&WarningKind::SectorAverageVisitors { visitors: 968.0 }));
    for other in ["940", "1000"] {
        let text = near.replace("968", other);
        assert!(
            !warnings_beyond_brochure(&text)
                .iter()
                .any(|kind| matches!(kind, WarningKind::SectorAverageVisitors { .. })),
            "{other}"
        );
    }
    let sector = r#"{"values":{"kostenbasis":"kengetal","bezoekers":30000}}"#;
    assert!(warnings_beyond_brochure(sector).contains(&WarningKind::WholeSector { visitors: 30_000.0 }));
    assert!(
        !warnings_beyond_brochure(&sector.replace("30000", "9999"))
            .iter()
            .any(|kind| matches!(kind, WarningKind::WholeSector { .. }))
    );
}

/// Around the quartiles 275 and 840: 300,000 ÷ 1,091 = 274.98 and ÷ 1,090 = 275.2;
/// 300,000 ÷ 357 = 840.3 and ÷ 358 = 838.0.
#[test]
fn cost_per_visitor() {
    let has = |visitors: &str, base: &str| {
        let text = format!(r#"{{"base":"{base}","values":{{"bezoekers":{visitors}}}}}"#);
        warnings_beyond_brochure(&text)
            .into_iter()
            .any(|kind| matches!(kind, WarningKind::CostPerVisitor { .. }))
    };
    assert!(has("1091", "brochure") && !has("1090", "brochure"));
    assert!(has("357", "brochure") && !has("358", "brochure"));
    // The thresholds are converted to the price year.
    assert!(has("357", "prijspeil-2025") && !has("358", "prijspeil-2025"));
    let expensive = warnings(r#"{"values":{"bezoekers":300}}"#);
    let per_visitor = EuroPer::new(1_000.0);
    assert_eq!(expensive.0[0].kind, WarningKind::CostPerVisitor { per_visitor, high: true, far: false });
    assert!(!expensive.0[0].is_probable_error());
}

/// 300,000 ÷ 178 = 1,685 and ÷ 179 = 1,676, around 2 × 840; ÷ 2,182 = 137.49
/// and ÷ 2,181 = 137.55, around 275 ÷ 2.
#[test]
fn only_costs_far_outside_the_middle_half_are_probable_errors() {
    for base in ["brochure", "prijspeil-2025"] {
        for (visitors, is_high, is_far) in
            [(178, true, true), (179, true, false), (2_182, false, true), (2_181, false, false)]
        {
            let (found, _) = warnings(&format!(r#"{{"base":"{base}","values":{{"bezoekers":{visitors}}}}}"#));
            let costs = found
                .iter()
                .find(|warning| matches!(warning.kind, WarningKind::CostPerVisitor { .. }))
                .unwrap();
            let WarningKind::CostPerVisitor { high, far, .. } = costs.kind else { unreachable!() };
            assert_eq!(
                (high, far, costs.is_probable_error()),
                (is_high, is_far, is_far),
                "{base}: {visitors}"
            );
        }
    }
}

#[test]
fn a_warning_about_costs_names_the_inputs_of_the_largest_cost_line() {
    for (scenario, expected) in [
        (r#"{"values":{"fte":9}}"#, "bezoekers fte loonkosten-per-fte"),
        (r#"{"values":{"huisvesting":400000}}"#, "bezoekers huisvesting"),
        (
            r#"{"values":{"kostenbasis":"kengetal","kosten-per-bezoeker":900}}"#,
            "bezoekers kosten-per-bezoeker",
        ),
        (
            r#"{"custom":[{"id":"c1","side":"cost","label":"x","quantity":2,"amount":200000}]}"#,
            "bezoekers c1.aantal c1.bedrag",
        ),
    ] {
        let (found, fields) = warnings(scenario);
        let index = found
            .iter()
            .position(|warning| matches!(warning.kind, WarningKind::CostPerVisitor { .. }))
            .unwrap();
        assert_eq!(fields[index], expected, "{scenario}");
    }
}

/// 500 × 1,200 = 600,000: 54,000 of benefits and 546,000 of an own line.
#[test]
fn beyond_sources_and_costs() {
    let text = |amount: &str| {
        format!(
            r#"{{"values":{{"dagbesteding.aantal":8,"dagbesteding.bedrag":3680}},"counted":{{"dagbesteding":false}},
        "custom":[{{"id":"c1","side":"saving","label":"x","quantity":1,"amount":{amount},"autonoom":0.5,"verzilverbaar":0.5}}]}}"#
        )
    };
    let found = warnings(&text("1092002"));
    assert_eq!(found.0[0].kind, WarningKind::BeyondSources { per_visitor: EuroPer::new(600_001.0 / 500.0) });
    assert_eq!(found.1[0], "c1.aantal uitkeringen.aantal");
    assert!(
        !warnings_beyond_brochure(&text("1092000"))
            .iter()
            .any(|kind| matches!(kind, WarningKind::BeyondSources { .. }))
    );
    // 54,000 + 246,000 = the costs, to the euro.
    assert!(
        warnings_beyond_brochure(&text("492002"))
            .iter()
            .any(|kind| matches!(kind, WarningKind::MoreThanCosts { .. }))
    );
    assert_no_new_warnings(&text("492000"));
}

#[test]
fn more_people_leave_a_benefit_than_there_are_volunteers() {
    let found = warnings_beyond_brochure(r#"{"values":{"uitkeringen.aantal":41,"vrijwilligers":40}}"#);
    assert!(found.contains(&WarningKind::MoreThanVolunteers { people: 41.0, volunteers: 40.0 }));
    for other in [
        r#"{"values":{"uitkeringen.aantal":40,"vrijwilligers":40}}"#,
        r#"{"values":{"uitkeringen.aantal":60,"kostenbasis":"kengetal"}}"#,
        r#"{"values":{"uitkeringen.aantal":60},"counted":{"uitkeringen":false}}"#,
    ] {
        let has = warnings_beyond_brochure(other)
            .iter()
            .any(|kind| matches!(kind, WarningKind::MoreThanVolunteers { .. }));
        assert!(!has, "{other}");
    }
}

#[test]
fn double_counting() {
    let work = r#"{"values":{"betaald-werk.aantal":3000},"counted":{"betaald-werk":true}}"#;
    assert_eq!(
        warnings_beyond_brochure(work),
        [WarningKind::WorkCountedTwice { people: 4.0, hours: 3000.0 }]
    );
    assert_no_new_warnings(r#"{"values":{"betaald-werk.aantal":3000}}"#);
    assert_no_new_warnings(
        r#"{"values":{"betaald-werk.aantal":3000},"counted":{"betaald-werk":true,"uitkeringen":false}}"#,
    );
    let life = r#"{"values":{"betaald-werk.aantal":3000,"kwaliteit-van-leven.aantal":2},
        "counted":{"betaald-werk":true,"kwaliteit-van-leven":true,"uitkeringen":false}}"#;
    assert_eq!(warnings_beyond_brochure(life), [WarningKind::WorkAndQualityOfLife]);
    let own = |label: &str, counted: bool| {
        format!(
            r#"{{"custom":[{{"id":"c1","side":"saving","label":"{label}","quantity":1,"amount":900,"counted":{counted}}}]}}"#
        )
    };
    assert_eq!(
        warnings_beyond_brochure(&own("Meer Inkomen van bezoekers", true)),
        [WarningKind::IncomeCountedTwice]
    );
    for income in ["Betaalde arbeid", "Arbeidsinkomen", "Meer-werk", "vrijwilligerswerk en (betaald)werk"] {
        assert_eq!(
            warnings_beyond_brochure(&own(income, true)),
            [WarningKind::IncomeCountedTwice],
            "{income}"
        );
    }
    for other in ["Minder werkdruk wijkteam", "Netwerk", "Onderwerp", "Beschut in de buurt"] {
        assert_no_new_warnings(&own(other, true));
    }
    for housing in ["Beschermd wonen uitgesteld", "Beschut wonen", "Korter bij de RIBW"] {
        assert_eq!(
            warnings_beyond_brochure(&own(housing, true)),
            [WarningKind::DayCareWithinHousing],
            "{housing}"
        );
    }
    for bijstand in ["Minder bijstand", "Lagere bijstandsuitkeringen", "Minder Wajong-uitkeringen"] {
        assert_eq!(
            warnings_beyond_brochure(&own(bijstand, true)),
            [WarningKind::BijstandAsOwnLine],
            "{bijstand}"
        );
    }
    let of_rijk = r#"{"custom":[{"id":"c1","side":"saving","label":"Minder Wajong-uitkeringen","quantity":1,"amount":900,"parties":{"rijk":1}}]}"#;
    assert_no_new_warnings(of_rijk);
    assert_no_new_warnings(&own("Beschermd wonen uitgesteld", false));
    assert_no_new_warnings(&own("Voorkomen huisuitzetting", true));
    assert_no_new_warnings(&own("Netwerk in de wijk", true));
    assert_no_new_warnings(
        r#"{"custom":[{"id":"c1","side":"cost","label":"Loon kok","quantity":1,"amount":900}]}"#,
    );
}

#[test]
fn counted_as_zero() {
    let (found, fields) = warnings(r#"{"counted":{"overlast":true,"zorggebruik":true}}"#);
    assert_eq!(
        (found[0].kind, fields[0].as_str()),
        (WarningKind::CountedAsZero, "zorggebruik.aantal overlast.aantal")
    );
    assert_no_new_warnings("{}");
}

#[test]
fn corrections() {
    // A transfer has no cashable share to enter.
    let (found, fields) =
        warnings(r#"{"values":{"uitkeringen.autonoom":0.1,"dagbesteding.verzilverbaar":0.9}}"#);
    assert_eq!(found[0].kind, WarningKind::NoCorrection { amount: Euro::new(100_000.0), as_brochure: true });
    assert_eq!((found.len(), fields), (1, vec!["dagbesteding.autonoom".to_owned()]));
    // Attribution alone is a correction too; 25,000 is large, less is not.
    let (found, _) = warnings(
        r#"{"values":{"uitkeringen.toerekening":0.9,"dagbesteding.aantal":4},"counted":{"uitkeringen":false}}"#,
    );
    assert_eq!(found[1].kind, WarningKind::AllCash { amount: Euro::new(25_000.0) });
    assert_eq!(warnings(r#"{"values":{"dagbesteding.aantal":3.9,"dagbesteding.toerekening":0.9},"counted":{"uitkeringen":false}}"#).0.len(), 1);
}

/// The brochure leaves care and nuisance p.m., and has no own lines.
#[test]
fn as_brochure_holds_only_for_lines_that_the_brochure_counts() {
    let own = r#"{"counted":{"uitkeringen":false,"dagbesteding":false},"custom":[{"id":"c1","side":"saving","label":"x","quantity":1,"amount":900}]}"#;
    for (scenario, expected) in
        [(r#"{"counted":{"uitkeringen":false}}"#, true), (r#"{"base":"gunstig"}"#, false), (own, false)]
    {
        let WarningKind::NoCorrection { as_brochure, .. } = warnings(scenario).0[0].kind else {
            panic!("{scenario}")
        };
        assert_eq!(as_brochure, expected, "{scenario}");
    }
}

/// By hand: welfare is 500 hours × 34 and 900 of an own line; savings stay 154,000.
#[test]
fn savings_and_welfare_are_reported_separately() {
    let (found, fields) = warnings(
        r#"{"values":{"betaald-werk.aantal":500,"betaald-werk.bedrag":34},
        "counted":{"betaald-werk":true},"custom":[{"id":"c1","side":"saving","label":"x","kind":"welvaart","quantity":1,"amount":900}]}"#,
    );
    let inputs_of = |kind: WarningKind| {
        let index = found.iter().position(|warning| warning.kind == kind);
        fields[index.unwrap_or_else(|| panic!("{found:?}"))].as_str()
    };
    let savings = WarningKind::NoCorrection { amount: Euro::new(154_000.0), as_brochure: true };
    assert_eq!(inputs_of(savings), "uitkeringen.autonoom dagbesteding.autonoom");
    let welfare = WarningKind::WelfareUncorrected { amount: Euro::new(17_900.0) };
    assert_eq!(inputs_of(welfare), "betaald-werk.autonoom c1.autonoom");
}

#[test]
fn outside_the_plausible_range() {
    let (found, fields) = warnings(
        r#"{"values":{"bezoekers":399,"fte":4.1,"zorggebruik.bedrag":9000,"kosten-per-bezoeker":1}}"#,
    );
    assert_eq!(
        (found.last().unwrap().kind, fields.last().unwrap().as_str()),
        (WarningKind::OutsidePlausible, "bezoekers fte")
    );
    assert_no_new_warnings(r#"{"values":{"bezoekers":400,"fte":4}}"#);
    // The ranges follow the price year.
    assert_no_new_warnings(r#"{"base":"prijspeil-2025","values":{"loonkosten-per-fte":70000}}"#);
}

#[test]
fn growth_and_start_up_costs() {
    let growth = |values: &str| warnings_beyond_brochure(&format!(r#"{{"values":{{{values}}}}}"#));
    assert_eq!(growth(r#""kostenstijging":0.01"#), [WarningKind::OneSidedGrowth { costs: true }]);
    assert_eq!(growth(r#""batenstijging":0.01"#), [WarningKind::OneSidedGrowth { costs: false }]);
    assert_eq!(growth(r#""batenstijging":0.01,"kostenstijging":0.02"#), []);
    assert_eq!(growth(r#""kostenstijging":0.01,"horizon":1"#), []);
    assert_eq!(growth(r#""startkosten":20000"#), [WarningKind::StartCosts]);
}

/// The ramp of a centre that exists counts for nothing, so its value needs no explanation.
/// Version 1 told such centres to fill in 100% twice.
#[test]
fn inputs_that_count_for_nothing_are_not_checked() {
    assert_no_new_warnings(r#"{"values":{"ingroei-jaar-1":1,"ingroei-jaar-2":0.2}}"#);
    assert_no_new_warnings(r#"{"schema":1,"values":{"ingroei-jaar-1":1,"ingroei-jaar-2":1}}"#);
    let new = warnings_beyond_brochure(r#"{"values":{"fase":"nieuw","ingroei-jaar-1":1}}"#);
    assert_eq!(new, [WarningKind::OutsidePlausible]);
}
