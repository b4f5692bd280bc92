//! The tables of docs/model.md agree with the code: ids, defaults, ranges and limits.
//! docs/model.md marks what is not built yet: the code must not have it. Where such a mark
//! gives the value of version 1, the code must have that value.

use rekenmodel::model::{CostBasis, InputId, Line, LineField, Perspective, Phase, Preset, SavingKind};

/// Start of a mark in docs/model.md, such as `**(not built yet; version 1: 0.0225)**`.
const NOT_BUILT: &str = "**(not built yet";

/// Returns the cells of a table in docs/model.md, by row. `header` is the start of the
/// table's line of column names.
fn table_rows(header: &str) -> Vec<Vec<String>> {
    let page = std::fs::read_to_string("docs/model.md").unwrap();
    let table = page.split(header).nth(1).unwrap_or_else(|| panic!("no table {header}"));
    let lines = table.lines().skip(2).take_while(|line| line.starts_with('|'));
    let cells = |line: &str| line.trim_matches('|').split('|').map(|cell| cell.trim().to_owned()).collect();
    lines.map(cells).collect()
}

/// Returns the text of a cell that holds for today's code: of a marked cell the value of
/// version 1, or the text before the mark if the mark gives no such value.
fn current_value(cell: &str) -> &str {
    let Some((before, mark)) = cell.split_once(NOT_BUILT) else { return cell };
    let version_1 = mark.split_once("version 1: ").and_then(|(_, rest)| rest.split(")**").next());
    version_1.filter(|value| value.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(before).trim()
}

/// Reads a number such as `1,000,000`, `1e9` or `−0.05`.
fn parse_number(text: &str) -> Option<f64> {
    text.trim().replace(',', "").replace('−', "-").parse().ok()
}

/// Reads the range `0–1e9` at the start of a text.
fn parse_range(text: &str) -> Option<(f64, f64)> {
    let text = text.split([';', ' ']).next()?.trim_end_matches(',');
    let (low, high) = text.split_once('–')?;
    Some((parse_number(low)?, parse_number(high)?))
}

/// Reads a value with its range, such as `4 (0–6)`.
fn parse_value_and_range(cell: &str) -> Option<(f64, (f64, f64))> {
    let (value, range) = current_value(cell).split_once(" (")?;
    let (range, _) = range.split_once(')')?;
    Some((parse_number(value)?, parse_range(range)?))
}

/// Returns the ids in a cell. An id that begins with a dot is completed with the group of
/// the first one: `a.b` and `.c` are `a.b` and `a.c`.
fn parse_ids(cell: &str) -> Vec<String> {
    let mut found: Vec<String> = Vec::new();
    for id in cell.split('`').skip(1).step_by(2) {
        let group = found.first().and_then(|first| first.split('.').next()).unwrap_or_default();
        found.push(if id.starts_with('.') { format!("{group}{id}") } else { id.to_owned() });
    }
    found
}

/// Returns the ids of the options of a choice, and that of its default; `None` where the
/// code has no choice with this name.
fn choice(name: &str) -> Option<(Vec<String>, String)> {
    let brochure = Preset::Brochure.inputs();
    let (options, default): (Vec<&str>, &str) = match name {
        "kostenbasis" => (CostBasis::ALL.map(CostBasis::id).to_vec(), brochure.basis.id()),
        "fase" => (Phase::ALL.map(Phase::id).to_vec(), brochure.phase.id()),
        "perspectief" => (Perspective::ALL.map(Perspective::id).to_vec(), brochure.perspective.id()),
        _ => return None,
    };
    Some((options.into_iter().map(str::to_owned).collect(), default.to_owned()))
}

#[test]
fn the_table_of_general_parameters_agrees_with_the_code() {
    let mut seen = 0;
    for row in table_rows("| id | unit | default | low–high | limits | status |") {
        let names = parse_ids(&row[0]);
        for (index, name) in names.iter().enumerate() {
            let Some(id) = InputId::from_fixed_id(name) else {
                match choice(name) {
                    Some((options, default)) => {
                        assert_eq!(
                            (parse_ids(&row[1]), parse_ids(&row[2])),
                            (options, vec![default]),
                            "{name}"
                        );
                    }
                    None => assert!(row[0].contains(NOT_BUILT), "{name} is not in the code, and not marked"),
                }
                continue;
            };
            seen += 1;
            assert!(!row[0].contains(NOT_BUILT), "{name} is in the code, and still marked");
            let found = id.definition();
            let values =
                |cell: usize| current_value(&row[cell]).split(", ").map(str::to_owned).collect::<Vec<_>>();
            let default = &values(2)[if values(2).len() == names.len() { index } else { 0 }];
            let default = default.split(' ').next().unwrap_or_default();
            assert_eq!(parse_number(default), Some(found.default), "the default of {name}");
            let ranges: Vec<_> = values(3).iter().filter_map(|value| parse_range(value)).collect();
            let range = ranges.get(index).or(ranges.first()).copied();
            assert_eq!(range, found.plausible, "the range of {name}");
            assert_eq!(parse_range(current_value(&row[4])), Some(found.limits), "the limits of {name}");
        }
    }
    let general = InputId::fixed().filter(|id| matches!(id, InputId::General(_))).count();
    assert_eq!(seen, general, "docs/model.md names every general parameter");
}

#[test]
fn the_table_of_saving_lines_agrees_with_the_code() {
    let table = table_rows("| line | kind | counted | aantal (low–high) |");
    let names: Vec<String> = table.iter().flat_map(|row| parse_ids(&row[0])).collect();
    assert_eq!(names, Line::ALL.map(|line| line.id().to_owned()));
    for (line, row) in Line::ALL.into_iter().zip(&table) {
        let definition = line.definition();
        assert_eq!(parse_ids(&row[1]), [definition.kind.id()]);
        assert_eq!(current_value(&row[2]), if definition.counted { "yes" } else { "p.m." }, "{}", row[0]);
        for (cell, field) in [(3, LineField::Aantal), (5, LineField::Bedrag), (6, LineField::Verzilverbaar)] {
            let found = definition.field(field);
            let expected = definition.has(field).then(|| (found.default, found.plausible.unwrap()));
            assert_eq!(parse_value_and_range(&row[cell]), expected, "{} {field:?}", row[0]);
        }
        let payer_in_table = row[7].split([';', ' ']).next();
        let payer = [LineField::Gemeente, LineField::Rijk, LineField::Zorgverzekeraar]
            .into_iter()
            .find(|field| definition.has(*field) && definition.field(*field).default == 1.0);
        assert_eq!(payer_in_table, Some(payer.map_or("–", LineField::id)), "{}", row[0]);
        assert!(definition.kind != SavingKind::Welvaart || payer.is_none());
    }
}

#[test]
fn cells_are_read_with_and_without_a_mark() {
    assert_eq!(current_value("0.028 **(not built yet; version 1: 0.0225)**"), "0.0225");
    assert_eq!(current_value("0–0.04 **(not built yet; version 1: in the draws too)**"), "0–0.04");
    assert_eq!(current_value("2016–2030, whole **(not built yet; version 1: 2016–2025)**"), "2016–2025");
    assert_eq!(parse_value_and_range("– **(not built yet; version 1: 1 (0.5–1))**"), Some((1.0, (0.5, 1.0))));
    assert_eq!(parse_range("−0.05–0.2"), Some((-0.05, 0.2)));
    assert_eq!(parse_range("0–1, sum ≤ 1; the rest"), Some((0.0, 1.0)));
    assert_eq!(parse_ids("`financiering.gemeente` `.rijk`"), ["financiering.gemeente", "financiering.rijk"]);
}
