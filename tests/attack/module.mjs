// Hostile input to the public module, as text and as objects. It must refuse with a message, or give an
// outcome of finite numbers; and it must keep working in bounded memory.

import { readFile, readdir } from "node:fs/promises";
import { inspect } from "node:util";
import { Choices } from "./random.mjs";
import { damage } from "./text.mjs";

const tests = new URL("../", import.meta.url);
const readJson = async (name) => JSON.parse(await readFile(new URL(name, tests), "utf8"));

/** Returns the valid scenarios that attacks begin with: worked examples and random ones. */
export async function scenarios() {
  const names = (await readdir(new URL("examples/", tests))).filter((name) => name.endsWith(".json"));
  const examples = await Promise.all(names.sort().map((name) => readJson(`examples/${name}`)));
  const cases = await readJson("reference/cases.json");
  return [...examples, ...cases].map(({ scenario }) => scenario);
}

const VALUES = [
  0, -1, 1, 1e308, -1e308, 5e-324, 1e21, 2 ** 53, 0.1, null, true, "", "0", "é\u0000", [], {}, [[]], { schema: 2 },
  "a".repeat(10_000), Array.from({ length: 1000 }, () => 0), Array.from({ length: 50 }, (_, n) => ({ id: `c${n}` })),
];
const KEYS = ["schema", "values", "base", "custom", "counted", "ranges", "plan", "meta", "simulation", "name", "x", "__proto__", ""];
const FRAGMENTS = ["NaN", "1e400", "-0", "01", "1.", ".5", "+1", "0x10", "\\u0000", '"\\ud800"', "[[[[", "{\"a\":1,\"a\":2}", "//", "\u2028"];

/** Returns every object and list in a value, the value itself included. */
const containersIn = (value) =>
  value && typeof value === "object" ? [value, ...Object.values(value).flatMap(containersIn)] : [];

/** Returns a copy of a scenario with one change: another number, which may be valid, or a strange value or key. */
function changeOne(scenario, choices) {
  const copy = structuredClone(scenario);
  const container = choices.pick(containersIn(copy));
  const keys = Object.keys(container);
  const numbers = keys.filter((key) => typeof container[key] === "number");
  if (numbers.length > 0 && choices.fraction() < 0.8) {
    container[choices.pick(numbers)] *= choices.pick([0, 0.5, 1 - 2 ** -52, 2, 1000, -1]);
    return copy;
  }
  const key = choices.fraction() < 0.7 && keys.length > 0 ? choices.pick(keys) : choices.pick(KEYS);
  if (choices.fraction() < 0.15) delete container[key];
  else Object.defineProperty(container, key, { value: choices.pick(VALUES), enumerable: true, configurable: true, writable: true });
  return copy;
}

/** Returns a text that resembles a scenario, valid or not. */
function hostileText(all, choices) {
  let scenario = choices.pick(all);
  for (let count = choices.integerBelow(4); count > 0; count -= 1) scenario = changeOne(scenario, choices);
  const text = JSON.stringify(scenario);
  const index = choices.integerBelow(text.length);
  return choices.pickWeighted([
    [5, () => text],
    [3, () => damage(text, choices)],
    [1, () => text.slice(0, index) + choices.pick(FRAGMENTS) + text.slice(index)],
    [1, () => text.replace(/\d+(\.\d+)?/, choices.pick(FRAGMENTS))],
  ])();
}

const throwing = (thrown) => ({ get() { throw thrown; }, enumerable: true });
const cyclic = [];
cyclic.push(cyclic);
/** Values that no JSON has, or that act when they are read. */
const STRANGE = [
  undefined, NaN, Infinity, -0, 5n, Symbol("a"), () => 1, new Map([["fte", 1]]), new Set([1]), new Date(NaN), /a/, cyclic,
  new Float64Array(3), new Proxy([], {}), new Proxy({}, { get() { throw new RangeError("circular"); } }), Object.create(null),
  new Number(5), new String("{}"), new Boolean(false), { toJSON: () => 5n }, { toJSON() { throw undefined; } }, new WeakMap(), globalThis.process,
];

/** Returns a value that resembles a scenario as an object, or that is none at all. */
function hostileValue(all, choices) {
  if (choices.fraction() < 0.2) return choices.pick([...STRANGE, ...VALUES]);
  const copy = structuredClone(choices.pick(all));
  const container = choices.pick(containersIn(copy));
  const keys = Object.keys(container);
  const key = choices.fraction() < 0.7 && keys.length > 0 ? choices.pick(keys) : choices.pick(KEYS);
  const strange = () => ({ value: choices.pick(STRANGE), enumerable: true });
  const throws = () => throwing(choices.pick([...STRANGE, new Error("nee"), Object.create(null)]));
  const itself = () => ({ value: copy, enumerable: true });
  Object.defineProperty(container, key, choices.pickWeighted([[6, strange], [2, throws], [1, itself]])());
  return copy;
}

/**
 * Calls a function of the module with a text or another value, and returns what is wrong with the result. `healthy`
 * is the outcome of an empty scenario, which must be the same afterwards.
 */
function findFaults(module, name, input, healthy) {
  const problems = [];
  try {
    const answer = module[name](input);
    if (typeof answer !== (typeof input === "string" ? "string" : "object")) problems.push(`it returned a ${typeof answer}`);
    JSON.parse(typeof answer === "string" ? answer : JSON.stringify(answer), (_, value) => {
      if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))) problems.push(`it holds ${Object.is(value, -0) ? "-0" : value}`);
      return value;
    });
  } catch (error) {
    // Errors of the engine, such as a TypeError, are those that the module did not foresee.
    if (!(error instanceof Error) || Object.getPrototypeOf(error) !== Error.prototype) {
      problems.push(`it threw ${error}`);
    } else if (error.message === "" || error.message.length > 5_000) {
      problems.push(`its reason has ${error.message.length} letters`);
    }
  }
  if (module.evaluate("{}") !== healthy) problems.push("afterwards it calculates something else");
  return problems;
}

/** Tries `count` texts and objects on a module that has been initialised: returns `{ tried, faults }`. */
export async function attackModule(module, { count, seed }) {
  const choices = new Choices(seed);
  const all = await scenarios();
  const healthy = module.evaluate("{}");
  const faults = [];
  for (let tried = 0; tried < count; tried += 1) {
    const input = choices.fraction() < 0.7 ? hostileText(all, choices) : hostileValue(all, choices);
    // `simulate` and `sensitivity` take longer, and read a scenario in the same way.
    const name = tried % 50 === 0 ? choices.pick(["simulate", "sensitivity"]) : "evaluate";
    for (const problem of findFaults(module, name, input, healthy)) {
      const shown = typeof input === "string" ? input.slice(0, 300) : inspect(input, { depth: 4 }).slice(0, 300);
      faults.push(`seed ${seed}, input ${tried}, ${name}: ${problem}: ${shown}`);
    }
  }
  return { tried: count, faults };
}
