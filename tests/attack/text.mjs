// Ways to damage a text, one at a time.

const LETTERS = [..."abcXYZ019-_.:/#%?&\"'{}[],\\ \0\té€\u00a0\u202e\u200b😀"];

const WAYS = [
  (text, at) => text.slice(0, at),
  (text, at) => text.slice(at),
  (text, at) => text.slice(0, at) + text.slice(at + 1),
  (text, at, choices) => text.slice(0, at) + choices.of(LETTERS) + text.slice(at),
  (text, at, choices) => text.slice(0, at) + choices.of(LETTERS) + text.slice(at + 1),
  (text, at) => text.slice(0, at) + (text[at + 1] ?? "") + (text[at] ?? "") + text.slice(at + 2),
  (text, at, choices) => text.slice(0, at) + text.slice(choices.below(text.length)),
  (text, at) => text.slice(0, at) + text.slice(at).toUpperCase(),
  (text, at, choices) => text + choices.of(LETTERS).repeat(1 + choices.below(50)),
  (text) => text + text,
];

/** The text with one thing wrong, at a place and in a way chosen at random. */
export const damaged = (text, choices) => choices.of(WAYS)(text, choices.below(text.length + 1), choices);
