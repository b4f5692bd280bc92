use super::*;
use crate::text::catalogue;

#[test]
fn every_question_has_its_words() {
    let words = catalogue().centre();
    for id in QUESTIONS {
        assert!((words.question)(id).ends_with(['?', ')']), "{id:?}");
    }
}
