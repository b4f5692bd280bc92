// Files, links and stored scenarios of version 1 of the model: they keep their outcome, a notice says what
// changed, and what version 1 stored stays as it was.

import assert from "node:assert/strict";
import { address, assertAccessibleAndFits, assertEuros, assertText, button, crc32, downloadText, eventually, field, loadLazyFeatures, type, waitUntilReady } from "./person.mjs";
import { assertStored, notices, revisit, storedText } from "./scenario-list.mjs";
import { visit } from "./visit.mjs";

/** A scenario of version 1. By hand, in a full-effect year: costs 300,000, of which 60% of the 54,000 that is not paid is cashable. */
const SCENARIO = { schema: 1, name: "Ons centrum", values: { "uitkeringen.verzilverbaar": 0.6 } };
const GEMEENTE_NET = 54_000 * 0.6 + 100_000 - 300_000;
/** Net present value of version 1, by hand: half and 80% of the savings in the first two years, and 2.25% a year. */
const NPV = [0.5, 0.8, 1, 1].reduce((sum, ramp, year) => sum + (154_000 * ramp - 300_000) / 1.0225 ** year, 0);

/** The text in which version 1 stored one scenario. */
const STORED = (() => {
  const json = JSON.stringify({ schema: 1, scenarios: [SCENARIO], reference: 0 });
  return `1.${crc32(json)}.${json}`;
})();
const stored1 = (page) => page.evaluate(() => localStorage.getItem("rekenmodel"));

/** Loads the page once: it saves what it read when it is left, so that only the first time has the notice. */
async function reload(page) {
  await page.reload();
  await waitUntilReady(page);
}

/** Waits until the page shows the scenario, with the outcome of version 1 and a notice. */
async function assertConverted(page) {
  await assertEuros(page, { "total.net": -146_000, "parties.gemeente.net": GEMEENTE_NET, npv: NPV });
  await assertText(notices(page), "gemaakt met versie 1 van het rekenmodel");
  for (const change of ["telt als nieuw", "2,25%", "hangen niet samen", "besparing van het Rijk"]) {
    await assertText(notices(page), change);
  }
}

visit("what version 1 stored is shown with its outcome, saved anew, and stays as it was", {}, async (page) => {
  await page.evaluate((text) => localStorage.setItem("rekenmodel", text), STORED);
  await reload(page);
  await assertConverted(page);
  await loadLazyFeatures(page);
  await assertAccessibleAndFits(page);
  const download = page.waitForEvent("download");
  await button(page, "Sla de cijfers van versie 1 op (.json)").press("Enter");
  assert.deepEqual(JSON.parse(await downloadText(download)).scenarios, [SCENARIO]);
  await type(page, field(page, "Bezoekers"), "600");
  await assertStored(page, '"bezoekers":600');
  assert.equal(await stored1(page), STORED);
  // A page of version 1 that is still open stores its own figures; they do not replace these.
  const other = STORED.replace("Ons centrum", "Ander");
  await page.evaluate((text) => localStorage.setItem("rekenmodel", text), other);
  await revisit(page);
  await page.getByRole("link", { name: "Rekenblad", exact: true }).press("Enter");
  await assertEuros(page, { "break_even.gap_per_visitor": 146_000 / 600 });
  assert.equal(await stored1(page), other);
});

visit("starting over does not bring back what version 1 stored, and erasing removes it", {}, async (page) => {
  await page.evaluate((text) => localStorage.setItem("rekenmodel", text), STORED);
  await reload(page);
  await assertConverted(page);
  await button(page, "Opnieuw beginnen").press("Enter");
  await eventually(async () => ((await storedText(page))?.includes("Ons centrum") === false ? [] : ["not stored yet"]));
  await revisit(page);
  await page.getByRole("link", { name: "Rekenblad", exact: true }).press("Enter");
  await assertEuros(page, { npv: -560_570.38 });
  await page.getByRole("link", { name: "Delen" }).press("Enter");
  await assertText(page.getByRole("region", { name: "Bewaard in deze browser" }), "Wat u met versie 1 bewaarde");
  await button(page, "Alles wissen uit deze browser").press("Enter");
  await eventually(async () => ((await page.evaluate(() => localStorage.length)) === 0 ? [] : ["something is stored"]));
});

visit("a link of version 1 keeps its outcome, and the notice closes", { path: address("rekenblad", SCENARIO), width: 320 }, async (page) => {
  await assertConverted(page);
  await button(page, "Sluit deze melding").press("Enter");
  await eventually(async () => ((await notices(page).innerText()).includes("versie 1") ? ["the notice stays"] : []));
});

visit("a file of version 1 keeps its outcome", { path: "#delen" }, async (page) => {
  const buffer = Buffer.from(JSON.stringify(SCENARIO));
  await page.getByLabel("Bestand openen").setInputFiles({ name: "s.json", mimeType: "application/json", buffer });
  await page.getByRole("link", { name: "Rekenblad", exact: true }).press("Enter");
  await assertConverted(page);
});

visit("damaged text of version 1 is not lost either", {}, async (page) => {
  await page.evaluate((text) => localStorage.setItem("rekenmodel", text), STORED.slice(0, -3));
  await revisit(page);
  await assertText(notices(page), "is beschadigd en niet te lezen");
  await loadLazyFeatures(page);
  await type(page, field(page, "Bezoekers"), "700");
  await assertStored(page, '"bezoekers":700');
  assert.equal(await stored1(page), STORED.slice(0, -3));
});
