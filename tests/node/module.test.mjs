// The public module works in Node as README.md describes.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test } from "node:test";
import init, { evaluate } from "../../dist/rekenmodel.js";

test("the module starts from bytes and evaluates", async () => {
  const bytes = await readFile(new URL("../../dist/rekenmodel_bg.wasm", import.meta.url));
  await init({ module_or_path: bytes });
  assert.equal(typeof JSON.parse(evaluate("{}")), "object");
});
