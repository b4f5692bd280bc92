//! Inputs that the user marked as their own figures, each with its source. They are saved
//! in the scenario's `meta`: `"eigen": { "uitkeringen.aantal": "jaarrekening 2024" }`.
//! Members of that object that are no marks are ignored, and do not change. A value of
//! `eigen` that is no object is ignored too, and is replaced when a mark is set.

use crate::model::InputId;
use crate::scenario::meta::{self, MetaMember};
use crate::scenario::{MAX_CHARACTERS, Scenario};

/// The member of `meta` that has the marks.
const MEMBER: MetaMember = MetaMember::Eigen;

/// The inputs that are marked as the user's own, each with its source, which may be an
/// empty text.
pub type UserSources = Vec<(InputId, String)>;

impl Scenario {
    /// Lists the inputs that are marked as the user's own.
    pub fn user_sources(&self) -> UserSources {
        let Some(json) = MEMBER.read(self.meta.as_deref()) else { return UserSources::new() };
        let mark = |(name, value): (String, &str)| Some((self.input(&name)?, shorten(&meta::text(value)?)));
        meta::members(json).into_iter().filter_map(mark).collect()
    }

    /// Marks an input as the user's own figure with this source; `None` removes the mark.
    pub fn set_user_source(&mut self, name: &str, source: Option<&str>) {
        let source = source.map(|source| meta::quote(&shorten(source)));
        let old = MEMBER.read(self.meta.as_deref());
        // A member that is no object has no marks, and is replaced.
        let old = old.filter(|json| json.starts_with('{'));
        let all = meta::set_member(old, name, source.as_deref());
        self.meta = MEMBER.write(self.meta.as_deref(), all.as_deref());
    }

    /// Removes the marks of the inputs of an own line that was removed.
    pub fn remove_user_sources(&mut self, line: &str) {
        let Some(json) = MEMBER.read(self.meta.as_deref()) else { return };
        let is_of_line = |name: &String| name.split_once('.').is_some_and(|(id, _)| id == line);
        let names: Vec<String> =
            meta::members(json).into_iter().map(|(name, _)| name).filter(is_of_line).collect();
        for name in names {
            self.set_user_source(&name, None);
        }
    }
}

/// Cuts a source off after [`MAX_CHARACTERS`].
fn shorten(text: &str) -> String {
    text.chars().take(MAX_CHARACTERS).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{General, Line, LineField};
    use crate::scenario::link;
    use crate::scenario::workspace::ScenarioFile;

    const COUNT: InputId = InputId::Line(Line::Uitkeringen, LineField::Aantal);

    fn parsed(meta: &str) -> Scenario {
        Scenario::parse(&format!(r#"{{"meta":{meta}}}"#)).unwrap()
    }

    #[test]
    fn marks_are_set_and_removed_without_changing_other_members() {
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
        let link = link::write("rekenen", &scenario.to_json()).unwrap();
        assert_eq!(link::read(&link).content, Some(Ok(ScenarioFile::One(scenario.clone()))));
        scenario.set_user_source("fte", None);
        scenario.set_user_source("uitkeringen.aantal", None);
        assert_eq!(scenario.meta.as_deref(), Some(r#"{"van":"ons","eigen":{"later-iets":"x"}}"#));
    }

    #[test]
    fn other_content_of_the_member_is_ignored() {
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
        assert_eq!(scenario.user_sources()[0].1.chars().count(), MAX_CHARACTERS);
        scenario.set_user_source("fte", Some(&long));
        assert_eq!(scenario.user_sources()[0].1.chars().count(), MAX_CHARACTERS);
        scenario.set_user_source("fte", None);
        assert_eq!(scenario.meta, None);
    }

    #[test]
    fn the_marks_of_a_line_can_be_removed() {
        let line = r#"{"id":"c1","side":"cost","label":"","quantity":1,"amount":1}"#;
        let text = format!(r#"{{"custom":[{line}],"meta":{{"eigen":{{"c1.bedrag":"offerte","fte":"x"}}}}}}"#);
        let mut scenario = Scenario::parse(&text).unwrap();
        assert_eq!(scenario.user_sources().len(), 2);
        scenario.own.clear();
        scenario.remove_user_sources("c1");
        assert_eq!(scenario.meta.as_deref(), Some(r#"{"eigen":{"fte":"x"}}"#));
    }
}
