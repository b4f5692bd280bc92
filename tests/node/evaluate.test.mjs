// The outcomes of the public module against those of the independent reference; and its refusal of
// invalid input.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import init, { Simulator, evaluate, sensitivity, simulate } from "../../dist/rekenmodel.js";

const read = (path) => readFile(new URL(path, import.meta.url), "utf8");
const { memory } = await init({ module_or_path: await readFile(new URL("../../dist/rekenmodel_bg.wasm", import.meta.url)) });

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

test("an object gives an object, with the outcome of the same scenario as text", () => {
  const scenario = { base: "gunstig", values: { bezoekers: 520 }, simulation: { draws: 1_000 } };
  for (const calculate of [evaluate, simulate, sensitivity]) {
    assert.deepEqual(calculate(scenario), JSON.parse(calculate(JSON.stringify(scenario))));
  }
  const simulator = new Simulator();
  assert.deepEqual(simulator.simulate(scenario), simulate(scenario));
  simulator.free();
});

/** Returns the message of the `Error` that a call throws; fails where it throws anything else. */
function messageOf(call) {
  try {
    call();
  } catch (error) {
    assert.equal(Object.getPrototypeOf(error), Error.prototype, `threw ${error}`);
    return error.message;
  }
  assert.fail("nothing was thrown");
}

const cyclic = { values: {} };
cyclic.values.bezoekers = cyclic;
const { proxy: revoked, revoke } = Proxy.revocable({}, {});
revoke();
const throwing = (thrown) => ({ get values() { throw thrown; } });
/** Values that are no scenario, each with a part of the message about it. */
const NO_SCENARIOS = [
  [undefined, /undefined/],
  [null, /gegeven is null/],
  [5, /een getal/],
  [NaN, /geen eindig getal/],
  [true, /true of false/],
  [[], /een lijst/],
  [[{}], /een lijst/],
  [() => "{}", /een functie/],
  [class {}, /een functie/],
  [Symbol("a"), /een symbool/],
  [5n, /een BigInt/],
  [new Map([["values", {}]]), /een Map of Set/],
  [new Proxy(() => {}, {}), /een functie/],
  [Promise.resolve({ values: { bezoekers: 600 } }), /geen gewoon object \(maar een Promise/],
  [new Response("{}"), /geen gewoon object/],
  [new ArrayBuffer(8), /geen gewoon object/],
  [new URLSearchParams("bezoekers=600"), /geen gewoon object/],
  [/bezoekers/, /geen gewoon object/],
  [new Error("scenario"), /geen gewoon object/],
  [{ values: Promise.resolve({ bezoekers: 600 }) }, /^values: gegeven is geen gewoon object/],
  [{ values: { bezoekers: 5n } }, /^bezoekers: gegeven is een BigInt/],
  [{ values: { bezoekers: NaN } }, /^bezoekers: gegeven is geen eindig getal/],
  [{ values: { bezoekers: -Infinity } }, /^bezoekers: gegeven is geen eindig getal/],
  [{ values: { bezoekers: () => 5 } }, /^bezoekers: gegeven is een functie/],
  [{ values: { bezoekers: Symbol("a") } }, /^bezoekers: gegeven is een symbool/],
  [{ values: new Map([["bezoekers", 600]]) }, /^values: gegeven is een Map of Set/],
  [{ custom: new Set() }, /^custom: gegeven is een Map of Set/],
  [cyclic, /bevat zichzelf/],
  [throwing(new Error("kan niet")), /niet te lezen \(Error: kan niet\)/],
  [throwing(null), /niet te lezen \(null\)/],
  [throwing(Symbol("a")), /niet te lezen/],
  [throwing(Object.create(null)), /niet te lezen \(\?\)/],
  [revoked, /niet te lezen/],
  [new Proxy({}, { ownKeys() { throw new RangeError("nee"); } }), /niet te lezen \(RangeError: nee\)/],
  [{ toJSON() { return undefined; } }, /undefined/],
  [{ toJSON() { return [1]; } }, /een object tussen/],
  [{ values: { bezoekers: 0 } }, /^bezoekers: gegeven is 0; dit ligt buiten de grenzen; toegestaan: 1 tot en met/],
];

test("a value that is neither text nor an object of JSON is refused in Dutch, and the module still works", () => {
  const healthy = evaluate("{}");
  const simulator = new Simulator();
  for (const calculate of [evaluate, simulate, sensitivity, (value) => simulator.simulate(value)]) {
    for (const [value, expected] of NO_SCENARIOS) {
      const message = messageOf(() => calculate(value));
      assert.match(message, expected);
      assert.match(message, /toegestaan|hier hoort/, message);
      assert.ok(message.length < 400, message);
    }
    assert.match(messageOf(() => calculate()), /undefined/);
  }
  simulator.free();
  assert.equal(evaluate("{}"), healthy);
});

test("what JSON leaves out is left out, and an object that stands for JSON is read", () => {
  const outcome = evaluate({ values: { bezoekers: 600 } });
  assert.equal(outcome.costs.per_visitor, 500);
  assert.deepEqual(evaluate({ name: undefined, values: { bezoekers: 600, fte: undefined } }), outcome);
  assert.deepEqual(evaluate(Object.assign(Object.create(null), { values: { bezoekers: 600 } })), outcome);
  assert.deepEqual(evaluate(new Proxy({ values: { bezoekers: 600 } }, {})), outcome);
  assert.deepEqual(evaluate({ toJSON: () => ({ values: { bezoekers: 600 } }) }), outcome);
  assert.equal(evaluate({}).total.net, -146_000);
});

test("an unknown name gets the three nearest ones", () => {
  for (const [scenario, nearest] of [
    [{ values: { bezoekrs: 5 } }, "bezoekers"],
    [{ values: { "dagbesteding.aantl": 5 } }, "dagbesteding.aantal"],
    [{ values: { "dagbestedin.bedrag": 5 } }, "dagbesteding.bedrag"],
    [{ value: {} }, "values"],
    [{ counted: { uitkering: true } }, "uitkeringen"],
    [{ ranges: { "bezoeker": { low: 1, high: 2 } } }, "bezoekers"],
    [{ custom: [{ id: "c1", side: "cost", ammount: 5 }] }, "amount"],
  ]) {
    const message = messageOf(() => evaluate(scenario));
    assert.match(message, /deze naam is hier onbekend; bedoelt u [^ ]+ of [^ ]+ of [^ ]+\?$/);
    assert.ok(message.includes(`bedoelt u ${nearest} `), message);
    assert.ok(message.length < 250, message);
  }
  const many = Object.fromEntries(Array.from({ length: 40_000 }, (_, n) => [`bezoekers${n}`, n]));
  const message = messageOf(() => evaluate({ values: many }));
  assert.equal(message.split("\n").length, 10);
});

test("an empty text and one of another format are named", () => {
  for (const text of ["", "  ", "\n\t"]) assert.match(refusal(text, "empty"), /^scenario: de tekst is leeg/);
  for (const text of ["Beste mensen", "PK\u0003\u0004", "<html>"]) assert.match(refusal(text), /dit is geen JSON/);
});

test("a text of a hundred megabytes is refused without filling the memory", () => {
  const message = refusal('"' + "a".repeat(100_000_000) + '"', "a huge text");
  assert.match(message, /te lang/);
  assert.ok(memory.buffer.byteLength < 100_000_000, `${memory.buffer.byteLength} bytes`);
});

test("at most 200 own lines are read", () => {
  const custom = (count) => ({ custom: Array.from({ length: count }, (_, n) => ({ id: `c${n}`, side: "cost", amount: 1 })) });
  assert.equal(evaluate(custom(200)).costs.net, 300_000);
  for (const count of [201, 8_000]) assert.match(messageOf(() => evaluate(custom(count))), /^custom\.length: gegeven is \d+; .*0 tot en met 200/);
});

test("a million simulators that are made and forgotten in a loop do not fill the memory", () => {
  const scenario = '{"simulation":{"draws":1000}}';
  const expected = simulate(scenario);
  for (let count = 0; count < 1_000_000; count += 1) {
    const simulator = new Simulator();
    if (count % 10_000 === 0) assert.equal(simulator.simulate(scenario), expected);
  }
  assert.ok(memory.buffer.byteLength < 200_000_000, `${memory.buffer.byteLength} bytes`);
});

test("a range that ends at zero has no minus zero", () => {
  const { net } = sensitivity({ values: { "uitkeringen.aantal": -4 } });
  const { low, high } = net.find(({ id }) => id === "uitkeringen.aantal");
  assert.deepEqual([low, high], [-6, 0]);
});
