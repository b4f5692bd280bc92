//! Reads the file of sources strictly, and names every mistake by its place.

use crate::model::{Issue, Problem, Status};
use crate::scenario::json::{Issues, Node};
use crate::sources::{
    Chapter, Direction, InputSource, MOST_CHARACTERS, Objection, Publication, PublishedFigure, Sources, Study,
};

/// Beginning that a link must have.
const SECURE: &str = "https://";

/// The parts of the file; `uitleg` is for whoever edits it, and is not read.
const PARTS: [&str; 7] = ["uitleg", "bronnen", "invoer", "cijfers", "onderzoek", "kritiek", "delen"];

/// Reads the whole file.
pub fn file(text: &str) -> Result<Sources, Issues> {
    let whole = Node::parse(text).map_err(|issue| vec![Issue { field: FILE.to_owned(), ..issue }])?;
    let mut reader = Reader { issues: Vec::new(), sources: Sources::default() };
    reader.file(&whole.renamed(FILE));
    if reader.issues.is_empty() { Ok(reader.sources) } else { Err(reader.issues) }
}

const FILE: &str = "bronnen.json";

/// The names of the statuses in the file.
fn status_name(status: Status) -> &'static str {
    match status {
        Status::Brochure => "brochure",
        Status::Derived => "afgeleid",
        Status::Published => "gepubliceerd",
        Status::Proposal => "aanname",
        Status::Choice => "eigen keuze",
    }
}

const STATUSES: [Status; 5] =
    [Status::Brochure, Status::Derived, Status::Published, Status::Proposal, Status::Choice];

/// The fields of one object, by name.
struct Fields<'a> {
    field: String,
    all: Vec<(String, Node<'a>)>,
}

struct Reader {
    issues: Issues,
    sources: Sources,
}

impl Reader {
    fn file(&mut self, whole: &Node) {
        let fields = self.fields(whole, &PARTS);
        // Whatever else is read refers to publications by name.
        for (id, node) in self.named_fields(&fields, "bronnen") {
            let of = self.fields(&node, &["titel", "door", "jaar", "link", "gelezen"]);
            let [title, by, year, read] = ["titel", "door", "jaar", "gelezen"].map(|key| self.text(&of, key));
            let link = of.all.iter().any(|(key, _)| key == "link").then(|| self.link(&of));
            self.sources.publications.push(Publication { id, title, by, year, link, read });
        }
        for (input, node) in self.named_fields(&fields, "invoer") {
            let of = self.fields(&node, &["zekerheid", "bronnen", "waarom", "eigen"]);
            let (status, publications) = (self.status(&of), self.publications(&of));
            let [why, local] = ["waarom", "eigen"].map(|key| self.text(&of, key));
            self.sources.entries.push(InputSource { input, status, publications, why, local });
        }
        for node in self.items(&fields, "cijfers") {
            let of = self.fields(&node, &["wat", "waarde", "jaar", "bron", "zekerheid"]);
            let [what, value, year] = ["wat", "waarde", "jaar"].map(|key| self.text(&of, key));
            let (status, publication) = (self.status(&of), self.publication(&of));
            self.sources.figures.push(PublishedFigure { what, value, year, status, publication });
        }
        for node in self.items(&fields, "onderzoek") {
            let of = self.fields(&node, &["wat", "gevonden", "richting", "let_op", "bron"]);
            let [what, found, caveat] = ["wat", "gevonden", "let_op"].map(|key| self.text(&of, key));
            let (direction, publication) = (self.direction(&of), self.publication(&of));
            self.sources.studies.push(Study { what, found, direction, caveat, publication });
        }
        for node in self.items(&fields, "kritiek") {
            let of = self.fields(&node, &["bezwaar", "antwoord"]);
            let [objection, answer] = ["bezwaar", "antwoord"].map(|key| self.text(&of, key));
            self.sources.objections.push(Objection { objection, answer });
        }
        for node in self.items(&fields, "delen") {
            let of = self.fields(&node, &["titel", "punten"]);
            let title = self.text(&of, "titel");
            let points = self.items(&of, "punten").iter().map(|node| self.plain(node)).collect();
            self.sources.chapters.push(Chapter { title, points });
        }
    }

    /// The fields of an object; unknown ones are mistakes.
    fn fields<'a>(&mut self, node: &Node<'a>, known: &[&'static str]) -> Fields<'a> {
        let all = node.object(&mut self.issues).unwrap_or_default();
        let named = |(key, found): (String, Node<'a>)| {
            let place = format!("{}.{key}", node.field);
            (key, found.renamed(place))
        };
        let all: Vec<_> = all.into_iter().map(named).collect();
        for (_, found) in all.iter().filter(|(key, _)| !known.contains(&key.as_str())) {
            let allowed = known.iter().map(|key| (*key).to_owned()).collect();
            self.issues.push(found.issue(Problem::Unknown { allowed }));
        }
        Fields { field: node.field.clone(), all }
    }

    /// A field that must be there.
    fn field<'a>(&mut self, fields: &Fields<'a>, key: &str) -> Option<Node<'a>> {
        let found = fields.all.iter().find(|(name, _)| name == key).map(|(_, node)| node.clone());
        if found.is_none() {
            self.issues.push(Issue::new(format!("{}.{key}", fields.field), "…", Problem::Missing));
        }
        found
    }

    /// The objects under a field, each with its own name.
    fn named_fields<'a>(&mut self, fields: &Fields<'a>, key: &str) -> Vec<(String, Node<'a>)> {
        let Some(node) = self.field(fields, key) else { return Vec::new() };
        let all = node.object(&mut self.issues).unwrap_or_default();
        let at = |(name, node): (String, Node<'a>)| {
            let place = format!("{key}.{name}");
            (name, node.renamed(place))
        };
        all.into_iter().map(at).collect()
    }

    /// The items of a list, counted from 1 in messages.
    fn items<'a>(&mut self, fields: &Fields<'a>, key: &str) -> Vec<Node<'a>> {
        let Some(node) = self.field(fields, key) else { return Vec::new() };
        let items = node.list(&mut self.issues).unwrap_or_default();
        let place = |(place, node): (usize, Node<'a>)| node.renamed(format!("{key} {}", place + 1));
        items.into_iter().enumerate().map(place).collect()
    }

    /// A text that says something, and not too much.
    fn plain(&mut self, node: &Node) -> String {
        let text = node.string(&mut self.issues).unwrap_or_default();
        if text.chars().count() > MOST_CHARACTERS {
            self.issues.push(node.issue(Problem::TextTooLong { most: MOST_CHARACTERS }));
        } else if text.trim().is_empty() && node.text().starts_with('"') {
            self.issues.push(node.issue(Problem::Missing));
        }
        text
    }

    fn text(&mut self, fields: &Fields, key: &str) -> String {
        self.field(fields, key).map_or_else(String::new, |node| self.plain(&node))
    }

    /// A link to a page that is fetched securely.
    fn link(&mut self, fields: &Fields) -> String {
        let link = self.text(fields, "link");
        if let Some(node) = self.field(fields, "link").filter(|_| !link.starts_with(SECURE)) {
            self.issues.push(node.issue(Problem::NotOneOf(vec!["https://…"])));
        }
        link
    }

    fn status(&mut self, fields: &Fields) -> Status {
        let node = self.field(fields, "zekerheid");
        let found = node.and_then(|node| node.one_of(&STATUSES, status_name, &mut self.issues));
        found.unwrap_or(Status::Proposal)
    }

    fn direction(&mut self, fields: &Fields) -> Direction {
        let node = self.field(fields, "richting");
        let found = node.and_then(|node| node.one_of(&Direction::ALL, Direction::id, &mut self.issues));
        found.unwrap_or(Direction::None)
    }

    fn publication(&mut self, fields: &Fields) -> usize {
        let node = self.field(fields, "bron");
        node.and_then(|node| self.place(&node)).unwrap_or_default()
    }

    fn publications(&mut self, fields: &Fields) -> Vec<usize> {
        let Some(node) = self.field(fields, "bronnen") else { return Vec::new() };
        let items = node.list(&mut self.issues).unwrap_or_default();
        items.iter().filter_map(|item| self.place(&item.renamed(node.field.clone()))).collect()
    }

    /// The place of the publication that is named here.
    fn place(&mut self, node: &Node) -> Option<usize> {
        let name = node.string(&mut self.issues)?;
        let found = self.sources.publications.iter().position(|one| one.id == name);
        if found.is_none() {
            let allowed = self.sources.publications.iter().map(|one| one.id.clone()).collect();
            self.issues.push(node.issue(Problem::Unknown { allowed }));
        }
        found
    }
}
