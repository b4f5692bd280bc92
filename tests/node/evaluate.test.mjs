// The outcomes of the public module against those of the independent reference; and its refusal of
// invalid input.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import init, { evaluate, sensitivity, simulate } from "../../dist/rekenmodel.js";

const read = (path) => readFile(new URL(path, import.meta.url), "utf8");
await init({ module_or_path: await readFile(new URL("../../dist/rekenmodel_bg.wasm", import.meta.url)) });

/** Returns the largest absolute value of all numbers in a value. Sums are as precise as their largest term. */
function largestNumber(value) {
  if (typeof value === "number") return Math.abs(value);
  return value && typeof value === "object" ? Math.max(0, ...Object.values(value).map(largestNumber)) : 0;
}

/** Paths of numbers that are no sums of amounts: they are compared at their own size, or at 1 if they are smaller. */
const OWN_SCALE = /^\.(price_factor|total\.coverage|break_even\.(savings_factor|per_line)|years\.\d+\.(ramp|discount))/;

/** Returns a line for each difference between two outcomes. `largest` is the largest amount in them. */
function differences(expected, given, largest, path = "") {
  if (typeof expected === "number") {
    const scale = OWN_SCALE.test(path) ? Math.abs(expected) : Math.max(largest, Math.abs(expected));
    const isClose = typeof given === "number" && Math.abs(expected - given) <= 1e-9 * Math.max(1, scale);
    return isClose && !Object.is(given, -0) ? [] : [`${path}: expected ${expected}, given ${given}`];
  }
  if (!expected || typeof expected !== "object") {
    return expected === given ? [] : [`${path}: expected ${expected}, given ${given}`];
  }
  if (!given || typeof given !== "object" || Array.isArray(expected) !== Array.isArray(given)) {
    return [`${path}: expected ${JSON.stringify(expected)}, given ${JSON.stringify(given)}`];
  }
  const keys = new Set([...Object.keys(expected), ...Object.keys(given)]);
  if (path === "") keys.delete("schema");
  return [...keys].flatMap((key) => {
    if (!(key in given)) return [`${path}.${key}: not there`];
    if (!(key in expected)) return [`${path}.${key}: not expected`];
    return differences(expected[key], given[key], largest, `${path}.${key}`);
  });
}

/** Evaluates a scenario, and returns what differs from its expected outcome. */
function findFaults({ scenario, outcome: expected }) {
  const text = evaluate(JSON.stringify(scenario));
  const given = JSON.parse(text);
  assert.equal(given.schema, 2);
  const largest = largestNumber([expected.costs, expected.savings, expected.years]);
  const minusZero = /[:[,]-0(\.0+)?[,}\]]/.test(text) ? ["a minus zero in the text"] : [];
  return [...minusZero, ...differences(expected, given, largest)];
}

const examples = (await readdir(new URL("../examples/", import.meta.url))).filter((name) => name.endsWith(".json"));
const cases = JSON.parse(await read("../reference/cases.json"));
const invalid = JSON.parse(await read("../reference/invalid.json"));

test("the comparison finds differences, a minus zero, and missing or unexpected fields", () => {
  for (const [expected, given, count] of [
    [{ a: 1 }, { a: 1 + 5e-10 }, 0],
    [{ a: 1 }, { a: 1 + 5e-9 }, 1],
    [{ a: 0 }, { a: -0 }, 1],
    [{ a: null }, { a: 0 }, 1],
    [{ a: 1 }, {}, 1],
    [{}, { a: 1 }, 1],
    [[1, 2], [1], 1],
    [{ a: { b: [] } }, { a: 1 }, 1],
  ]) {
    assert.equal(differences(expected, given, 0).length, count, JSON.stringify([expected, given]));
  }
  assert.equal(differences({ npv: 1 }, { npv: 1 + 5e-4 }, 1e6).length, 0);
  assert.equal(differences({ total: { coverage: 1 } }, { total: { coverage: 1 + 5e-4 } }, 1e6).length, 1);
});

test("an empty scenario is the brochure", () => {
  const { costs, total } = JSON.parse(evaluate("{}"));
  assert.deepEqual([costs.net, costs.per_visitor, total.savings, total.net], [300000, 600, 154000, -146000]);
});

assert.ok(examples.length > 0);
for (const name of examples) {
  test(`the worked example ${name}`, async () => {
    assert.deepEqual(findFaults(JSON.parse(await read(`../examples/${name}`))), []);
  });
}

test("the 400 scenarios of the reference", () => {
  assert.equal(cases.length, 400);
  const found = cases.flatMap((one) => findFaults(one).map((difference) => `${one.name}: ${difference}`));
  assert.deepEqual(found, []);
});

/** Returns the message of the error that a text gives; fails if it gives none. */
function refusal(text, name = text.slice(0, 40)) {
  let outcome;
  try {
    outcome = evaluate(text);
  } catch (error) {
    assert.ok(error instanceof Error && !(error instanceof WebAssembly.RuntimeError), `${name} threw ${error}`);
    return error.message;
  }
  assert.fail(`${name} was accepted: ${outcome.slice(0, 80)}`);
}

test("every invalid input is refused with its field, and the module still works", () => {
  assert.ok(invalid.length > 100);
  const healthy = evaluate("{}");
  for (const { name, text, field, given } of invalid) {
    const message = refusal(text, name);
    for (const word of (field ?? "").split(/[ .]/)) assert.ok(message.includes(word), `${name}: ${message}`);
    assert.ok(message.includes(given ?? ""), `${name}: ${message}`);
    assert.equal(evaluate("{}"), healthy, name);
  }
});

test("ten megabytes of nonsense are refused in a short message", () => {
  const healthy = evaluate("{}");
  for (const piece of ["[", "{", "9", " ", "\0", '{"a":', "é", "\ud800"]) {
    const message = refusal(piece.repeat(10_000_000 / piece.length), JSON.stringify(piece));
    assert.ok(message.length < 400, message);
    assert.equal(evaluate("{}"), healthy);
  }
});

test("values that are no text and no object are refused, and the module still works", () => {
  for (const value of [undefined, null, 1, true, []]) {
    assert.throws(() => evaluate(value));
    assert.equal(JSON.parse(evaluate("{}")).total.net, -146000);
  }
});

test("an object gives an object, with the outcome of the same scenario as text", () => {
  const scenario = { base: "gunstig", values: { bezoekers: 520 }, simulation: { draws: 1_000 } };
  for (const calculate of [evaluate, simulate, sensitivity]) {
    assert.deepEqual(calculate(scenario), JSON.parse(calculate(JSON.stringify(scenario))));
  }
});

test("a value that is no scenario is refused with its field, as text is", () => {
  const refusal = (scenario) => {
    try {
      evaluate(scenario);
    } catch (error) {
      return error.message;
    }
  };
  assert.match(refusal({ values: { bezoekers: 0 } }), /^bezoekers: gegeven is 0/);
  for (const value of [42, [], true, null]) assert.equal(refusal(value), refusal(JSON.stringify(value)));
  for (const value of [undefined, () => 1, Symbol("a")]) assert.equal(refusal(value), refusal("null"));
  assert.equal(evaluate({}).total.net, -146_000);
});
