//! Reads the file of sources. Every unknown or invalid field, and every required field that
//! is missing, is a mistake, which is reported with its position.

use crate::model::{Issue, Problem, Status};
use crate::scenario::json::{Issues, Node};
use crate::sources::{
    BackgroundPart, BackgroundPoint, BackgroundShape, Chapter, Direction, InputSource, MAX_CHARACTERS,
    Objection, Publication, PublishedFigure, Sources, Study,
};

/// Required beginning of a link.
const LINK_PREFIX: &str = "https://";

/// The members of the file. `uitleg` is an explanation for the people who edit the file, and
/// is ignored.
const MEMBERS: [&str; 8] =
    ["uitleg", "bronnen", "invoer", "cijfers", "onderzoek", "kritiek", "delen", "achtergrond"];

/// Reads the whole file.
pub fn file(text: &str) -> Result<Sources, Issues> {
    let whole = Node::parse(text).map_err(|issue| vec![Issue { field: FILE.to_owned(), ..issue }])?;
    let mut reader = Reader { issues: Vec::new(), sources: Sources::default() };
    reader.file(&whole.renamed(FILE));
    if reader.issues.is_empty() { Ok(reader.sources) } else { Err(reader.issues) }
}

/// Name of the file in messages about mistakes.
const FILE: &str = "bronnen.json";

/// Returns the name of a status in the file.
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

/// The fields of one object of the file.
struct Fields<'a> {
    /// Position of the object in the file, such as `cijfers 3`.
    position: String,
    /// Name and value of each field.
    all: Vec<(String, Node<'a>)>,
}

/// Collects the content of the file and the mistakes in it.
struct Reader {
    issues: Issues,
    sources: Sources,
}

impl Reader {
    /// Reads all members of the file.
    fn file(&mut self, whole: &Node) {
        let file = self.fields(whole, &MEMBERS);
        // The publications come first, since all other entries refer to them by id.
        for (id, node) in self.named_fields(&file, "bronnen") {
            let entry = self.fields(&node, &["titel", "door", "jaar", "link", "gelezen"]);
            let [title, author, year, extent_read] =
                ["titel", "door", "jaar", "gelezen"].map(|key| self.text(&entry, key));
            let link = entry.all.iter().any(|(key, _)| key == "link").then(|| self.link(&entry));
            self.sources.publications.push(Publication { id, title, author, year, link, extent_read });
        }
        for (input, node) in self.named_fields(&file, "invoer") {
            let entry = self.fields(&node, &["zekerheid", "bronnen", "waarom", "eigen"]);
            let (status, publications) = (self.status(&entry), self.publications(&entry));
            let [reason, local_figure] = ["waarom", "eigen"].map(|key| self.text(&entry, key));
            self.sources.entries.push(InputSource { input, status, publications, reason, local_figure });
        }
        for node in self.items(&file, "cijfers") {
            let entry = self.fields(&node, &["wat", "waarde", "jaar", "bron", "zekerheid"]);
            let [subject, value, year] = ["wat", "waarde", "jaar"].map(|key| self.text(&entry, key));
            let (status, publication) = (self.status(&entry), self.publication(&entry));
            self.sources.figures.push(PublishedFigure { subject, value, year, status, publication });
        }
        for node in self.items(&file, "onderzoek") {
            let entry = self.fields(&node, &["wat", "gevonden", "richting", "let_op", "bron"]);
            let [subject, finding, caveat] = ["wat", "gevonden", "let_op"].map(|key| self.text(&entry, key));
            let (direction, publication) = (self.direction(&entry), self.publication(&entry));
            self.sources.studies.push(Study { subject, finding, direction, caveat, publication });
        }
        for node in self.items(&file, "kritiek") {
            let entry = self.fields(&node, &["bezwaar", "antwoord"]);
            let [objection, answer] = ["bezwaar", "antwoord"].map(|key| self.text(&entry, key));
            self.sources.objections.push(Objection { objection, answer });
        }
        for node in self.items(&file, "delen") {
            let entry = self.fields(&node, &["titel", "punten"]);
            let title = self.text(&entry, "titel");
            let points = self.items(&entry, "punten").iter().map(|node| self.text_of(node)).collect();
            self.sources.chapters.push(Chapter { title, points });
        }
        for node in self.items(&file, "achtergrond") {
            let part = self.background_part(&node);
            self.sources.background.push(part);
        }
    }

    /// Reads a part of the background.
    fn background_part(&mut self, node: &Node) -> BackgroundPart {
        let known = ["naam", "titel", "inleiding", "bron", "waar", "vorm", "punten"];
        let entry = self.fields(node, &known);
        let [id, title, intro, place] =
            ["naam", "titel", "inleiding", "waar"].map(|key| self.text(&entry, key));
        let (publication, shape) = (self.publication(&entry), self.shape(&entry));
        let points = self.items(&entry, "punten");
        let points = points.iter().map(|node| self.background_point(node)).collect();
        BackgroundPart { id, title, intro, publication, place, shape, points }
    }

    fn background_point(&mut self, node: &Node) -> BackgroundPoint {
        let entry = self.fields(node, &["wat", "tekst"]);
        let name = self.text(&entry, "wat");
        let lines = self.items(&entry, "tekst").iter().map(|node| self.text_of(node)).collect();
        BackgroundPoint { name, lines }
    }

    /// Returns the fields of an object; unknown fields are mistakes.
    fn fields<'a>(&mut self, node: &Node<'a>, known: &[&'static str]) -> Fields<'a> {
        let all = node.object(&mut self.issues).unwrap_or_default();
        let with_position = |(key, found): (String, Node<'a>)| {
            let position = format!("{}.{key}", node.field);
            (key, found.renamed(position))
        };
        let all: Vec<_> = all.into_iter().map(with_position).collect();
        for (_, found) in all.iter().filter(|(key, _)| !known.contains(&key.as_str())) {
            self.issues.push(found.issue(Problem::unknown(&found.field, known.iter().copied())));
        }
        Fields { position: node.field.clone(), all }
    }

    /// Returns a required field; that it is missing is a mistake.
    fn field<'a>(&mut self, fields: &Fields<'a>, key: &str) -> Option<Node<'a>> {
        let found = fields.all.iter().find(|(name, _)| name == key).map(|(_, node)| node.clone());
        if found.is_none() {
            self.issues.push(Issue::new(format!("{}.{key}", fields.position), "…", Problem::Missing));
        }
        found
    }

    /// Returns the members of the object in a field, each with its name.
    fn named_fields<'a>(&mut self, fields: &Fields<'a>, key: &str) -> Vec<(String, Node<'a>)> {
        let Some(node) = self.field(fields, key) else { return Vec::new() };
        let all = node.object(&mut self.issues).unwrap_or_default();
        let with_position = |(name, node): (String, Node<'a>)| {
            let position = format!("{key}.{name}");
            (name, node.renamed(position))
        };
        all.into_iter().map(with_position).collect()
    }

    /// Returns the items of the list in a field; messages number them from 1.
    fn items<'a>(&mut self, fields: &Fields<'a>, key: &str) -> Vec<Node<'a>> {
        let Some(node) = self.field(fields, key) else { return Vec::new() };
        let items = node.list(&mut self.issues).unwrap_or_default();
        let with_position = |(index, node): (usize, Node<'a>)| node.renamed(format!("{key} {}", index + 1));
        items.into_iter().enumerate().map(with_position).collect()
    }

    /// Returns the text of a node; an empty or too long text is a mistake.
    fn text_of(&mut self, node: &Node) -> String {
        let text = node.string(&mut self.issues).unwrap_or_default();
        if text.chars().count() > MAX_CHARACTERS {
            self.issues.push(node.issue(Problem::TextTooLong { max: MAX_CHARACTERS }));
        } else if text.trim().is_empty() && node.text().starts_with('"') {
            self.issues.push(node.issue(Problem::Missing));
        }
        text
    }

    fn text(&mut self, fields: &Fields, key: &str) -> String {
        self.field(fields, key).map_or_else(String::new, |node| self.text_of(&node))
    }

    /// Returns a link; it must start with `https://`.
    fn link(&mut self, fields: &Fields) -> String {
        let link = self.text(fields, "link");
        if let Some(node) = self.field(fields, "link").filter(|_| !link.starts_with(LINK_PREFIX)) {
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
        found.unwrap_or(Direction::NoDifference)
    }

    fn shape(&mut self, fields: &Fields) -> BackgroundShape {
        let node = self.field(fields, "vorm");
        let found =
            node.and_then(|node| node.one_of(&BackgroundShape::ALL, BackgroundShape::id, &mut self.issues));
        found.unwrap_or(BackgroundShape::List)
    }

    fn publication(&mut self, fields: &Fields) -> usize {
        let node = self.field(fields, "bron");
        node.and_then(|node| self.publication_index(&node)).unwrap_or_default()
    }

    fn publications(&mut self, fields: &Fields) -> Vec<usize> {
        let Some(node) = self.field(fields, "bronnen") else { return Vec::new() };
        let items = node.list(&mut self.issues).unwrap_or_default();
        items.iter().filter_map(|item| self.publication_index(&item.renamed(node.field.clone()))).collect()
    }

    /// Returns the index of the publication with the id in this node.
    fn publication_index(&mut self, node: &Node) -> Option<usize> {
        let name = node.string(&mut self.issues)?;
        let found = self.sources.publications.iter().position(|publication| publication.id == name);
        if found.is_none() {
            let names = self.sources.publications.iter().map(|publication| publication.id.clone());
            let problem = Problem::unknown(&name, names);
            self.issues.push(node.issue(problem));
        }
        found
    }
}
