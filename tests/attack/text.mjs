// Damages texts, such as links and JSON.

const LETTERS = [..."abcXYZ019-_.:/#%?&\"'{}[],\\ \0\té€\u00a0\u202e\u200b😀"];

/** Ways to damage a text at a position: cut, delete, insert, replace, swap, join, upper case, append, double. */
const WAYS = [
  (text, position) => text.slice(0, position),
  (text, position) => text.slice(position),
  (text, position) => text.slice(0, position) + text.slice(position + 1),
  (text, position, choices) => text.slice(0, position) + choices.of(LETTERS) + text.slice(position),
  (text, position, choices) => text.slice(0, position) + choices.of(LETTERS) + text.slice(position + 1),
  (text, position) => text.slice(0, position) + (text[position + 1] ?? "") + (text[position] ?? "") + text.slice(position + 2),
  (text, position, choices) => text.slice(0, position) + text.slice(choices.below(text.length)),
  (text, position) => text.slice(0, position) + text.slice(position).toUpperCase(),
  (text, position, choices) => text + choices.of(LETTERS).repeat(1 + choices.below(50)),
  (text) => text + text,
];

/** Returns the text with one fault, in a random way and at a random position. */
export const damaged = (text, choices) => choices.of(WAYS)(text, choices.below(text.length + 1), choices);
