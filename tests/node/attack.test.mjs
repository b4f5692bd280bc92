// The attack of `cargo xtask attack` on the module, short; and that it notices what it looks for.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import init, * as rekenmodel from "../../dist/rekenmodel.js";
import { attackModule } from "../attack/module.mjs";

await init({ module_or_path: await readFile(new URL("../../dist/rekenmodel_bg.wasm", import.meta.url)) });

test("hostile input, 1,000 times", async () => {
  const { tried, faults } = await attackModule(rekenmodel, { count: 1_000, seed: 5 });
  assert.deepEqual(faults, []);
  assert.equal(tried, 1_000);
});

/** The module with another answer to whatever is not the brochure. */
const answering = (answer) => ({
  ...rekenmodel,
  evaluate: (text) => (text === "{}" ? rekenmodel.evaluate(text) : answer(text)),
});

for (const [what, module, reason] of [
  ["an infinite number", answering(() => '{"net":1e999}'), /it holds Infinity/],
  ["a minus zero", answering(() => '{"net":-0}'), /it holds -0/],
  ["what is no JSON", answering(() => "{"), /it threw SyntaxError/],
  ["a module that breaks", answering(() => { throw new WebAssembly.RuntimeError("unreachable"); }), /it threw RuntimeError/],
  ["a refusal without a reason", answering(() => { throw new Error(""); }), /its reason has 0 letters/],
]) {
  test(`the attack notices ${what}`, async () => {
    const { faults } = await attackModule(module, { count: 10, seed: 5 });
    assert.ok(faults.some((fault) => reason.test(fault)), faults.join("\n"));
  });
}
