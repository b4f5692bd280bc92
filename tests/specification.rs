//! The tables of docs/model.md say what the code has: ids, defaults, ranges
//! and limits. What is marked as not built yet is not there, and where a mark
//! names the value of version 1, the code has that one.

use rekenmodel::model::{InputId, Line, LineField, SavingKind};

const MARK: &str = "**(not built yet";

/// The rows of the table under this heading of columns, as cells.
fn rows(first_columns: &str) -> Vec<Vec<String>> {
    let page = std::fs::read_to_string("docs/model.md").unwrap();
    let table = page.split(first_columns).nth(1).unwrap_or_else(|| panic!("no table {first_columns}"));
    let lines = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let cells = |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
    lines.map(cells).collect()
}

/// What a cell says of the code of today: the value of version 1 where a mark
/// names one, else what stands before the mark.
fn today(cell: &str) -> &str {
    let Some((before, mark)) = cell.split_once(MARK) else { return cell };
    let version_1 = mark.split_once("version 1: ").and_then(|(_, rest)| rest.split(")**").next());
    version_1.filter(|value| value.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(before).trim()
}

/// `1,000,000`, `1e9`, `−0.05`.
fn number(text: &str) -> Option<f64> {
    text.trim().replace(',', "").replace('−', "-").parse().ok()
}

/// `0–1e9`, and nothing of what follows it.
fn pair(text: &str) -> Option<(f64, f64)> {
    let text = text.split([';', ' ']).next()?.trim_end_matches(',');
    let (low, high) = text.split_once('–')?;
    Some((number(low)?, number(high)?))
}

/// `4 (0–6)`.
fn value_and_range(cell: &str) -> Option<(f64, (f64, f64))> {
    let (value, range) = today(cell).split_once(" (")?;
    let (range, _) = range.split_once(')')?;
    Some((number(value)?, pair(range)?))
}

/// The ids of a cell; those that begin with a dot have the first one's group.
fn ids(cell: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for id in cell.split('`').skip(1).step_by(2) {
        let group = found.first().and_then(|first| first.split('.').next()).unwrap_or_default();
        found.push(if id.starts_with('.') { format!("{group}{id}") } else { id.to_owned() });
    }
    found
}

#[test]
fn general_parameters() {
    let mut seen = 0;
    for row in rows("| id | unit | default | low–high | limits | status |") {
        let names = ids(&row[0]);
        for (place, name) in names.iter().enumerate() {
            let Some(id) = InputId::from_fixed_id(name) else {
                assert!(
                    ["kostenbasis", "fase", "perspectief"].contains(&name.as_str()) || row[0].contains(MARK),
                    "{name} is not there, and not marked"
                );
                continue;
            };
            seen += 1;
            assert!(!row[0].contains(MARK), "{name} is there, and still marked");
            let found = id.definition();
            let parts = |cell: usize| today(&row[cell]).split(", ").map(str::to_owned).collect::<Vec<_>>();
            let default = &parts(2)[if parts(2).len() == names.len() { place } else { 0 }];
            let default = default.split(' ').next().unwrap_or_default();
            assert_eq!(number(default), Some(found.default), "the default of {name}");
            let ranges: Vec<_> = parts(3).iter().filter_map(|field| pair(field)).collect();
            let range = ranges.get(place).or(ranges.first()).copied();
            assert_eq!(range, found.plausible, "the range of {name}");
            assert_eq!(pair(today(&row[4])), Some(found.limits), "the limits of {name}");
        }
    }
    let general = InputId::fixed().filter(|id| matches!(id, InputId::General(_))).count();
    assert_eq!(seen, general, "docs/model.md names every general parameter");
}

#[test]
fn savings_lines() {
    let table = rows("| line | kind | counted | aantal (low–high) |");
    let names: Vec<String> = table.iter().flat_map(|row| ids(&row[0])).collect();
    assert_eq!(names, Line::ALL.map(|line| line.id().to_owned()));
    for (line, row) in Line::ALL.into_iter().zip(&table) {
        let definition = line.definition();
        assert_eq!(ids(&row[1]), [definition.kind.id()]);
        assert_eq!(today(&row[2]), if definition.counted { "yes" } else { "p.m." }, "{}", row[0]);
        for (cell, field) in [(3, LineField::Aantal), (5, LineField::Bedrag), (6, LineField::Verzilverbaar)] {
            let found = definition.field(field);
            let expected = definition.has(field).then(|| (found.default, found.plausible.unwrap()));
            assert_eq!(value_and_range(&row[cell]), expected, "{} {field:?}", row[0]);
        }
        let who = row[7].split([';', ' ']).next();
        let payer = [LineField::Gemeente, LineField::Rijk, LineField::Zorgverzekeraar]
            .into_iter()
            .find(|field| definition.has(*field) && definition.field(*field).default == 1.0);
        assert_eq!(who, Some(payer.map_or("–", LineField::id)), "{}", row[0]);
        assert!(definition.kind != SavingKind::Welvaart || payer.is_none());
    }
}

#[test]
fn a_mark_is_read() {
    assert_eq!(today("0.028 **(not built yet; version 1: 0.0225)**"), "0.0225");
    assert_eq!(today("0–0.04 **(not built yet; version 1: in the draws too)**"), "0–0.04");
    assert_eq!(today("2016–2030, whole **(not built yet; version 1: 2016–2025)**"), "2016–2025");
    assert_eq!(value_and_range("– **(not built yet; version 1: 1 (0.5–1))**"), Some((1.0, (0.5, 1.0))));
    assert_eq!(pair("−0.05–0.2"), Some((-0.05, 0.2)));
    assert_eq!(pair("0–1, sum ≤ 1; the rest"), Some((0.0, 1.0)));
    assert_eq!(ids("`financiering.gemeente` `.rijk`"), ["financiering.gemeente", "financiering.rijk"]);
}
