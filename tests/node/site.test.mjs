// The built site in dist/: valid HTML, a security policy without serious weaknesses, and relative
// addresses that lead to files.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { test } from "node:test";
import { CspEvaluator } from "csp_evaluator/dist/evaluator.js";
import { Severity } from "csp_evaluator/dist/finding.js";
import { CspParser } from "csp_evaluator/dist/parser.js";
import { HtmlValidate } from "html-validate";

const dist = new URL("../../dist/", import.meta.url);
const html = await readFile(new URL("index.html", dist), "utf8");

test("index.html is valid", async () => {
  const report = await new HtmlValidate({ extends: ["html-validate:standard"] }).validateString(html);
  const problems = report.results.flatMap(({ messages }) =>
    messages.map(({ line, column, ruleId, message }) => `${line}:${column} ${ruleId}: ${message}`),
  );
  assert.deepEqual(problems, []);
});

test("the security policy has no serious weakness", () => {
  const [, policy] = html.match(/Content-Security-Policy" content="([^"]+)"/);
  const findings = new CspEvaluator(new CspParser(policy).csp).evaluate();
  const grave = findings.filter(({ severity }) => severity <= Severity.MEDIUM);
  assert.deepEqual(grave.map(({ directive, value, description }) => `${directive} ${value}: ${description}`), []);
});

test("every address in index.html is relative and leads to a file", async () => {
  const names = new Set(await readdir(dist, { recursive: true }));
  const addresses = [...html.matchAll(/<(?:link|script|img)\b[^>]*?\b(?:href|src)="([^"]+)"/g)].map(([, url]) => url);
  assert.ok(addresses.length >= 4);
  for (const address of addresses.filter((address) => !address.startsWith("data:"))) {
    assert.match(address, /^\.\//, address);
    assert.ok(names.has(address.slice(2)), `${address} is not in dist/`);
  }
});
