// Random choices for the attacks, which a seed repeats.

/** A source of random choices: the same seed gives the same sequence. */
export class Choices {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** Returns a number from 0 up to but not including 1 (mulberry32). */
  fraction() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Returns a whole number from 0 up to but not including `end`. */
  integerBelow(end) {
    return Math.floor(this.fraction() * end);
  }

  /** Returns one element of a list. */
  pick(list) {
    return list[this.integerBelow(list.length)];
  }

  /** Returns the value of one of the pairs `[weight, value]`, with a chance in proportion to its weight. */
  pickWeighted(list) {
    let position = this.fraction() * list.reduce((sum, [weight]) => sum + weight, 0);
    return list.find(([weight]) => (position -= weight) < 0)[1];
  }
}
