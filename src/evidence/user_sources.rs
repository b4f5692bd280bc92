//! Which figures are the user's own, and where they say these come from:
//! `"eigen": { "uitkeringen.aantal": "jaarrekening 2024" }` in the scenario's
//! `meta`. What is there and means nothing here is left alone, and ignored.

use crate::model::InputId;
use crate::scenario::meta::{self, MetaMember};
use crate::scenario::{MOST_CHARACTERS, Scenario};

const MEMBER: MetaMember = MetaMember::Eigen;

/// The inputs that are marked, each with where its figure comes from; that may
/// be empty.
pub type UserSources = Vec<(InputId, String)>;

impl Scenario {
    /// The figures that are marked as the user's own.
    pub fn user_sources(&self) -> UserSources {
        let Some(json) = MEMBER.read(self.meta.as_deref()) else { return UserSources::new() };
        let mark = |(name, value): (String, &str)| Some((self.input(&name)?, short(&meta::text(value)?)));
        meta::members(json).into_iter().filter_map(mark).collect()
    }

    /// Marks an input as the user's own figure, with where it comes from, or
    /// takes the mark away.
    pub fn set_user_source(&mut self, name: &str, from: Option<&str>) {
        let note = from.map(|from| meta::quote(&short(from)));
        let old = MEMBER.read(self.meta.as_deref());
        // Anything but an object means nothing here, and makes way.
        let old = old.filter(|json| json.starts_with('{'));
        let all = meta::set_member(old, name, note.as_deref());
        self.meta = MEMBER.write(self.meta.as_deref(), all.as_deref());
    }

    /// Takes away the marks of an own line that is no more.
    pub fn remove_user_sources(&mut self, line: &str) {
        let Some(json) = MEMBER.read(self.meta.as_deref()) else { return };
        let of_line = |name: &String| name.split_once('.').is_some_and(|(of, _)| of == line);
        let names: Vec<String> =
            meta::members(json).into_iter().map(|(name, _)| name).filter(of_line).collect();
        for name in names {
            self.set_user_source(&name, None);
        }
    }
}

fn short(text: &str) -> String {
    text.chars().take(MOST_CHARACTERS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{General, Line, LineField};
    use crate::scenario::link;

    const COUNT: InputId = InputId::Line(Line::Uitkeringen, LineField::Aantal);

    fn parsed(meta: &str) -> Scenario {
        Scenario::parse(&format!(r#"{{"meta":{meta}}}"#)).unwrap()
    }

    #[test]
    fn marks_go_into_meta_and_out_and_leave_the_rest_alone() {
        let mut scenario = parsed(r#"{"van":"ons","eigen":{"later-iets":"x"}}"#);
        scenario.set_user_source("uitkeringen.aantal", Some("jaarrekening “2024”\n\\ & meer"));
        scenario.set_user_source("fte", Some(""));
        let expected = vec![
            (COUNT, "jaarrekening “2024”\n\\ & meer".to_owned()),
            (InputId::General(General::Fte), String::new()),
        ];
        assert_eq!(scenario.user_sources(), expected);
        // The same by file and by link.
        assert_eq!(Scenario::parse(&scenario.to_json()).unwrap().user_sources(), expected);
        let read = link::read(&link::fragment("rekenen", &scenario)).scenario.unwrap().unwrap();
        assert_eq!(read, scenario);
        scenario.set_user_source("fte", None);
        scenario.set_user_source("uitkeringen.aantal", None);
        assert_eq!(scenario.meta.as_deref(), Some(r#"{"van":"ons","eigen":{"later-iets":"x"}}"#));
    }

    #[test]
    fn what_means_nothing_is_ignored() {
        for meta in [
            r#"{"eigen":[1]}"#,
            r#"{"eigen":{"fte":3}}"#,
            r#"{"eigen":{"weg.aantal":"x"}}"#,
            r#"{"eigen":null}"#,
        ] {
            let mut scenario = parsed(meta);
            assert_eq!(scenario.user_sources(), [], "{meta}");
            scenario.set_user_source("fte", Some("x"));
            assert_eq!(scenario.user_sources().len(), 1, "{meta}");
        }
        let long = "é".repeat(300);
        let mut scenario = parsed(&format!(r#"{{"eigen":{{"fte":"{long}"}}}}"#));
        assert_eq!(scenario.user_sources()[0].1.chars().count(), MOST_CHARACTERS);
        scenario.set_user_source("fte", Some(&long));
        assert_eq!(scenario.user_sources()[0].1.chars().count(), MOST_CHARACTERS);
        scenario.set_user_source("fte", None);
        assert_eq!(scenario.meta, None);
    }

    #[test]
    fn a_line_takes_its_marks_along() {
        let line = r#"{"id":"c1","side":"cost","label":"","quantity":1,"amount":1}"#;
        let text = format!(r#"{{"custom":[{line}],"meta":{{"eigen":{{"c1.bedrag":"offerte","fte":"x"}}}}}}"#);
        let mut scenario = Scenario::parse(&text).unwrap();
        assert_eq!(scenario.user_sources().len(), 2);
        scenario.own.clear();
        scenario.remove_user_sources("c1");
        assert_eq!(scenario.meta.as_deref(), Some(r#"{"eigen":{"fte":"x"}}"#));
    }
}
