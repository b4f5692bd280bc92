// Hostile input to the published module: it refuses in words, or gives an
// outcome of finite numbers; and it goes on working.

import { readFile, readdir } from "node:fs/promises";
import { Choices } from "./random.mjs";
import { damaged } from "./text.mjs";

const tests = new URL("../", import.meta.url);
const json = async (name) => JSON.parse(await readFile(new URL(name, tests), "utf8"));

/** Valid scenarios to start from. */
export async function scenarios() {
  const names = (await readdir(new URL("examples/", tests))).filter((name) => name.endsWith(".json"));
  const examples = await Promise.all(names.sort().map((name) => json(`examples/${name}`)));
  const cases = await json("reference/cases.json");
  return [...examples, ...cases].map(({ scenario }) => scenario);
}

const VALUES = [
  0, -1, 1, 1e308, -1e308, 5e-324, 1e21, 2 ** 53, 0.1, null, true, "", "0", "é\u0000", [], {}, [[]], { schema: 2 },
  "a".repeat(10_000), Array.from({ length: 1000 }, () => 0), Array.from({ length: 50 }, (_, n) => ({ id: `c${n}` })),
];
const KEYS = ["schema", "values", "base", "custom", "counted", "ranges", "plan", "meta", "simulation", "name", "x", "__proto__", ""];
const WORDS = ["NaN", "1e400", "-0", "01", "1.", ".5", "+1", "0x10", "\\u0000", '"\\ud800"', "[[[[", "{\"a\":1,\"a\":2}", "//", "\u2028"];

/** Every object and list in a value, itself first. */
const inside = (value) =>
  value && typeof value === "object" ? [value, ...Object.values(value).flatMap(inside)] : [];

/** A scenario with another number in it, which may still be allowed, or with what does not belong there. */
function changed(scenario, choices) {
  const whole = structuredClone(scenario);
  const place = choices.of(inside(whole));
  const keys = Object.keys(place);
  const numbers = keys.filter((key) => typeof place[key] === "number");
  if (numbers.length > 0 && choices.fraction() < 0.8) {
    place[choices.of(numbers)] *= choices.of([0, 0.5, 1 - 2 ** -52, 2, 1000, -1]);
    return whole;
  }
  const key = choices.fraction() < 0.7 && keys.length > 0 ? choices.of(keys) : choices.of(KEYS);
  if (choices.fraction() < 0.15) delete place[key];
  else Object.defineProperty(place, key, { value: choices.of(VALUES), enumerable: true, configurable: true, writable: true });
  return whole;
}

/** A text that may be anything, near to a scenario. */
function hostile(all, choices) {
  let scenario = choices.of(all);
  for (let count = choices.below(4); count > 0; count -= 1) scenario = changed(scenario, choices);
  const text = JSON.stringify(scenario);
  const at = choices.below(text.length);
  return choices.weighted([
    [5, () => text],
    [3, () => damaged(text, choices)],
    [1, () => text.slice(0, at) + choices.of(WORDS) + text.slice(at)],
    [1, () => text.replace(/\d+(\.\d+)?/, choices.of(WORDS))],
  ])();
}

/** What is wrong with what the module made of a text, given what it makes of nothing. */
function wrong(module, name, text, healthy) {
  const problems = [];
  try {
    const answer = module[name](text);
    JSON.parse(answer, (_, value) => {
      if (typeof value === "number" && (!Number.isFinite(value) || Object.is(value, -0))) problems.push(`it holds ${Object.is(value, -0) ? "-0" : value}`);
      return value;
    });
  } catch (error) {
    if (!(error instanceof Error) || error instanceof WebAssembly.RuntimeError || error instanceof SyntaxError) {
      problems.push(`it threw ${error}`);
    } else if (error.message === "" || error.message.length > 20_000) {
      problems.push(`its reason has ${error.message.length} letters`);
    }
  }
  if (module.evaluate("{}") !== healthy) problems.push("afterwards it calculates something else");
  return problems;
}

/** Tries so many texts on a module that has started: `{ tried, faults }`. */
export async function attackModule(module, { count, seed }) {
  const choices = new Choices(seed);
  const all = await scenarios();
  const healthy = module.evaluate("{}");
  const faults = [];
  for (let tried = 0; tried < count; tried += 1) {
    const text = hostile(all, choices);
    // The other two take longer, and read the same text.
    const name = tried % 50 === 0 ? choices.of(["simulate", "sensitivity"]) : "evaluate";
    for (const problem of wrong(module, name, text, healthy)) {
      faults.push(`seed ${seed}, input ${tried}, ${name}: ${problem}: ${text.slice(0, 300)}`);
    }
  }
  return { tried: count, faults };
}
