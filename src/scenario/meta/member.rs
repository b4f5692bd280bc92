//! Members of `meta` that this program knows, each with its limit.
//! docs/meta.md describes the content of each.

use crate::scenario::meta;

/// Member of `meta` that a part of the page owns.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum MetaMember {
    /// Figures that are the user's own, each with its source.
    Eigen,
    /// Answers to the questions of the helpers, beside their fields.
    Hulpvragen,
    /// Presence of each building block.
    Bouwstenen,
    /// People on each step of the participatieladder.
    Participatieladder,
    /// Choice to show the point calculation alone.
    AlleenPunt,
    /// Content of a presentation, which the page does not read or write yet.
    Presentatie,
}

impl MetaMember {
    /// List of all members, in the order of docs/meta.md.
    pub const ALL: [MetaMember; 6] = [
        MetaMember::Eigen,
        MetaMember::Hulpvragen,
        MetaMember::Bouwstenen,
        MetaMember::Participatieladder,
        MetaMember::AlleenPunt,
        MetaMember::Presentatie,
    ];

    /// Returns the key in `meta`. Keys are public and never change their meaning.
    pub const fn key(self) -> &'static str {
        match self {
            MetaMember::Eigen => "eigen",
            MetaMember::Hulpvragen => "hulpvragen",
            MetaMember::Bouwstenen => "bouwstenen",
            MetaMember::Participatieladder => "participatieladder",
            MetaMember::AlleenPunt => "alleen-punt",
            MetaMember::Presentatie => "presentatie",
        }
    }

    /// Returns the largest length of its JSON that is read, in bytes. Together
    /// they leave room for a scenario within [`crate::scenario::MAX_BYTES`].
    pub const fn max_bytes(self) -> usize {
        match self {
            MetaMember::Eigen => 400_000,
            MetaMember::Hulpvragen => 4_000,
            MetaMember::Bouwstenen | MetaMember::Participatieladder => 2_000,
            MetaMember::AlleenPunt => 10,
            MetaMember::Presentatie => 200_000,
        }
    }

    /// Returns the member's JSON. A longer one than is allowed counts as not there;
    /// it stays in the scenario.
    pub fn read(self, meta: Option<&str>) -> Option<&str> {
        meta::get(meta, self.key()).filter(|json| json.len() <= self.max_bytes())
    }

    /// Returns `meta` with this JSON as the member, or without it. JSON that is longer
    /// than is allowed is not written.
    pub fn write(self, meta: Option<&str>, json: Option<&str>) -> Option<String> {
        if json.is_some_and(|json| json.len() > self.max_bytes()) {
            return meta.map(str::to_owned);
        }
        meta::set_member(meta, self.key(), json)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::scenario::MAX_BYTES;

    #[test]
    fn what_is_too_long_is_not_read_and_not_written() {
        let member = MetaMember::AlleenPunt;
        let kept = r#"{"alleen-punt":[1,2,3,4,5],"x":1}"#;
        assert_eq!(member.read(Some(kept)), None);
        assert_eq!(member.write(Some(kept), Some("[1,2,3,4,5,6]")).as_deref(), Some(kept));
        assert_eq!(member.write(Some(kept), None).as_deref(), Some(r#"{"x":1}"#));
        assert_eq!(member.write(None, Some("true")).as_deref(), Some(r#"{"alleen-punt":true}"#));
        assert_eq!(member.read(Some(r#"{"alleen-punt":true}"#)), Some("true"));
    }

    #[test]
    fn all_members_leave_room_for_the_scenario() {
        let together: usize = MetaMember::ALL.iter().map(|member| member.max_bytes()).sum();
        assert!(together < MAX_BYTES * 3 / 4, "{together}");
    }

    /// The table of docs/meta.md has a row per member, with its key and limit.
    #[test]
    fn the_table_says_the_same() {
        let page = include_str!("../../../docs/meta.md");
        let rows: Vec<(String, String)> = page
            .lines()
            .filter_map(|line| line.strip_prefix("| `"))
            .map(|row| {
                let cells: Vec<&str> = row.split('|').map(str::trim).collect();
                (cells[0].trim_end_matches('`').to_owned(), cells[1].replace(',', ""))
            })
            .collect();
        let code: Vec<(String, String)> = MetaMember::ALL
            .iter()
            .map(|member| (member.key().to_owned(), member.max_bytes().to_string()))
            .collect();
        assert_eq!(rows, code);
    }
}
