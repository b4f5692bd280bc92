// Printing: it waits for what the page still loads, and paper says what was not loaded.

import assert from "node:assert/strict";
import { visit } from "./visit.mjs";
import { button, euro, waitUntilReady } from "./person.mjs";
import { openPage } from "./support.mjs";

const LAZY_FILES = /\/(split|chunk)_[^/]*\.wasm$/;
const NOT_LOADED = "Dit onderdeel was nog niet geladen toen u afdrukte.";

visit("the button prints the whole calculation, and no placeholder", { path: "#delen" }, async (page) => {
  await page.evaluate(() => {
    window.print = () => (window.printed = document.body.innerText);
  });
  await button(page, "Afdrukken").press("Enter");
  await page.waitForFunction(() => window.printed);
  const printed = await page.evaluate(() => window.printed);
  assert.ok(printed.includes(euro(300_000)) && printed.includes("Rekening 1: geld per partij"), printed);
  assert.ok(!printed.includes("Een ogenblik"));
  page.isChanged = true;
});

visit("on paper, a part that was not loaded yet says so", {}, async (_, browser) => {
  const page = await openPage(browser);
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(LAZY_FILES, (route) => released.then(() => route.continue()).catch(() => {}));
  await page.reload();
  await waitUntilReady(page);
  await page.getByRole("link", { name: "Vergelijken" }).press("Enter");
  await page.emulateMedia({ media: "print" });
  await page.getByText(NOT_LOADED).first().waitFor();
  assert.equal(await page.getByText("Een ogenblik, dit onderdeel wordt geladen…").first().isVisible(), false);
  await page.emulateMedia({ media: "screen" });
  release();
  await page.getByRole("heading", { level: 1, name: "Scenario’s vergelijken" }).waitFor();
  assert.equal(await page.getByText(NOT_LOADED).count(), 0);
  await page.context().close();
});
