//! Sentences and their number of words, by the rules of docs/words.md.

/// Most words in a sentence; an amount counts as one.
pub const MOST_WORDS: usize = 25;
/// Highest mean number of words of all sentences.
pub const MEAN_WORDS: f64 = 12.0;

/// Returns the sentences of a text.
pub fn sentences(text: &str) -> impl Iterator<Item = &str> {
    text.split_inclusive(['.', '?', '!'])
        .map(str::trim)
        .filter(|sentence| sentence.chars().any(char::is_alphabetic))
}

/// Returns the number of words; an amount counts as one.
pub fn word_count(sentence: &str) -> usize {
    sentence
        .replace("€\u{a0}", "€")
        .replace("€ ", "€")
        .split([' ', '\u{a0}'])
        .filter(|word| !word.is_empty())
        .count()
}

/// Hides the dots of amounts, which end no sentence.
pub fn without_dots_in_numbers(text: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let is_digit = |index: usize| letters.get(index).is_some_and(char::is_ascii_digit);
    let keep =
        |index: usize| !(letters[index] == '.' && index > 0 && is_digit(index - 1) && is_digit(index + 1));
    (0..letters.len()).filter(|index| keep(*index)).map(|index| letters[index]).collect()
}

/// Asserts that no sentence is too long, nor all of them on average.
pub fn assert_short(sentences: &[&str]) {
    let whole: Vec<&&str> = sentences.iter().filter(|sentence| sentence.ends_with(['.', '?', '!'])).collect();
    let longest = whole.iter().max_by_key(|sentence| word_count(sentence)).unwrap();
    let mean = whole.iter().map(|sentence| word_count(sentence)).sum::<usize>() as f64 / whole.len() as f64;
    println!(
        "{} sentences, {mean:.1} words on average; the longest has {}: {longest}",
        whole.len(),
        word_count(longest)
    );
    assert!(word_count(longest) <= MOST_WORDS, "{longest}");
    assert!(mean <= MEAN_WORDS, "{mean}");
}
