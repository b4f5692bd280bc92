// Choices that are random, and the same again for the same seed.

/** A source of choices: the same seed gives the same ones. */
export class Choices {
  #state;

  constructor(seed) {
    this.#state = seed >>> 0;
  }

  /** A number from 0 up to but not including 1 (mulberry32). */
  fraction() {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to but not including `end`. */
  below(end) {
    return Math.floor(this.fraction() * end);
  }

  /** One of these. */
  of(list) {
    return list[this.below(list.length)];
  }

  /** One of `[weight, value]`, the heavier the more often. */
  weighted(list) {
    let place = this.fraction() * list.reduce((sum, [weight]) => sum + weight, 0);
    return list.find(([weight]) => (place -= weight) < 0)[1];
  }
}
