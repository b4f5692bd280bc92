// The attacks on the page, shorter than in `cargo xtask attack`; and tests that the attacks detect the
// faults that they look for.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { attackEmbeddingPages } from "../attack/hosts.mjs";
import { attackLinks } from "../attack/links.mjs";
import { attackLongVisit } from "../attack/growth.mjs";
import { attackPage } from "../attack/acts.mjs";
import { attackTranslated } from "../attack/translation.mjs";
import { address } from "./person.mjs";
import { launch } from "./support.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const ATTACKS = { attackPage, attackTranslated, attackLinks, attackEmbeddingPages };
const COUNTS = { attackPage: 40, attackTranslated: 24, attackLinks: 12, attackEmbeddingPages: 4 };

for (const [name, attack] of Object.entries(ATTACKS)) {
  test(`${name}, ${COUNTS[name]} times`, async () => {
    const { tried, faults } = await attack(browser, { count: COUNTS[name], seed: 5 });
    assert.deepEqual(faults, []);
    assert.equal(tried, COUNTS[name]);
  });
}

/** Runs in the page: sets every figure to a wrong value, again and again. */
const spoil = () =>
  setInterval(() => {
    for (const figure of document.querySelectorAll("data[data-result]")) figure.setAttribute("value", "1");
  });
/** Spoils the figures in the page and in all its frames. */
const spoilAll = (page) => Promise.all(page.frames().map((frame) => frame.evaluate(spoil)));
/** Spoils the figures, and puts a scenario in the address: without one the attack compares no figures. */
async function spoilScenario(page) {
  await page.addInitScript(spoil);
  await page.evaluate((hash) => history.replaceState(null, "", hash), address("rekenblad", { values: { bezoekers: 600 } }));
}
const breakKeys = () => addEventListener("keydown", () => { throw new Error("on purpose"); });

/** Runs in the page: stores more and more at every key. */
const hoard = () => {
  window.hoard = [];
  addEventListener("keydown", () => window.hoard.push(Array.from({ length: 300_000 }, Math.random)));
};

test("attackLongVisit detects growth", async () => {
  const { tried, faults } = await attackLongVisit(browser, { count: 30, seed: 5, width: 1280, prepare: (page) => page.addInitScript(hoard) });
  assert.equal(tried, 30);
  assert.ok(faults.some((fault) => /bytes of JavaScript grew/.test(fault)), faults.join("\n"));
});

for (const [name, description, count, prepare, expectedFault] of [
  ["attackPage", "an error", 1, (page) => page.addInitScript(breakKeys), /on purpose/],
  ["attackPage", "other figures", 3, spoilScenario, / is '1', not /],
  ["attackTranslated", "a text that is not updated", 1, (page) => page.evaluate(() => document.body.append("stale")), /translated: '.*stale/s],
  ["attackLinks", "other figures", 1, spoilAll, / is '1', not /],
  ["attackEmbeddingPages", "other figures", 1, spoilAll, / is '1', not /],
]) {
  test(`${name} detects ${description}`, async () => {
    const { faults } = await ATTACKS[name](browser, { count, seed: 5, prepare, timeout: 1000 });
    assert.ok(faults.length > 0);
    for (const fault of faults) assert.match(fault, expectedFault);
  });
}
