// The attack on the public module, shorter than in `cargo xtask attack`; and tests that the attack
// detects the faults that it looks for.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import init, * as rekenmodel from "../../dist/rekenmodel.js";
import { attackModule } from "../attack/module.mjs";

await init({ module_or_path: await readFile(new URL("../../dist/rekenmodel_bg.wasm", import.meta.url)) });

test("the module withstands 1,000 hostile inputs", async () => {
  const { tried, faults } = await attackModule(rekenmodel, { count: 1_000, seed: 5 });
  assert.deepEqual(faults, []);
  assert.equal(tried, 1_000);
});

/** Returns a faulty module: it answers anything but an empty scenario with `answer`. */
const faultyModule = (answer) => ({
  ...rekenmodel,
  evaluate: (text) => (text === "{}" ? rekenmodel.evaluate(text) : answer(text)),
});

for (const [description, module, expectedFault] of [
  ["an infinite number", faultyModule(() => '{"net":1e999}'), /it holds Infinity/],
  ["a minus zero", faultyModule(() => '{"net":-0}'), /it holds -0/],
  ["an answer that is no JSON", faultyModule(() => "{"), /it threw SyntaxError/],
  ["a module that breaks", faultyModule(() => { throw new WebAssembly.RuntimeError("unreachable"); }), /it threw RuntimeError/],
  ["an error of the engine", faultyModule(() => { throw new TypeError("cannot read"); }), /it threw TypeError/],
  ["an answer of another type", faultyModule((input) => (typeof input === "string" ? {} : "{}")), /it returned a (string|object)/],
  ["a refusal without a reason", faultyModule(() => { throw new Error(""); }), /its reason has 0 letters/],
]) {
  test(`the attack detects ${description}`, async () => {
    const { faults } = await attackModule(module, { count: 10, seed: 5 });
    assert.ok(faults.some((fault) => expectedFault.test(fault)), faults.join("\n"));
  });
}
