// Damages texts, such as links and JSON.

const LETTERS = [..."abcXYZ019-_.:/#%?&\"'{}[],\\ \0\té€\u00a0\u202e\u200b😀"];

/** Ways to damage a text at an index: cut, delete, insert, replace, swap, join, upper case, append, double. */
const WAYS = [
  (text, index) => text.slice(0, index),
  (text, index) => text.slice(index),
  (text, index) => text.slice(0, index) + text.slice(index + 1),
  (text, index, choices) => text.slice(0, index) + choices.pick(LETTERS) + text.slice(index),
  (text, index, choices) => text.slice(0, index) + choices.pick(LETTERS) + text.slice(index + 1),
  (text, index) => text.slice(0, index) + (text[index + 1] ?? "") + (text[index] ?? "") + text.slice(index + 2),
  (text, index, choices) => text.slice(0, index) + text.slice(choices.integerBelow(text.length)),
  (text, index) => text.slice(0, index) + text.slice(index).toUpperCase(),
  (text, index, choices) => text + choices.pick(LETTERS).repeat(1 + choices.integerBelow(50)),
  (text) => text + text,
];

/** Returns the text, damaged in one random way, at a random index. */
export const damage = (text, choices) => choices.pick(WAYS)(text, choices.integerBelow(text.length + 1), choices);
