// What is loaded lazily: not by who only looks, and a failure is told and can be tried again.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, leave, openPage, urls } from "./support.mjs";
import { address, assertText, button, euro, eventually, field, ready, start, touch, type } from "./person.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Every file of the program but the first: what it loads lazily. */
const REST = /\/(split|chunk)_[^/]*\.wasm$/;
const isRest = (name) => REST.test(`/${name}`);

/** Opens a page for a reader who saves data: the rest loads at a touch, never by itself, so nothing is tried again unasked. */
async function openSavingData(browser) {
  const page = await openPage(browser);
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  await page.reload();
  return page;
}

test("who only looks loads the first part and nothing else; a touch brings the rest", async () => {
  const page = await openPage(browser);
  const asked = [];
  page.on("request", (request) => asked.push(request.url().split("/").at(-1)));
  await page.reload();
  await ready(page);
  await page.waitForLoadState("networkidle");
  const names = asked.filter((name) => name && name !== "icon.svg");
  const first = ["__wasm_split.js", "contact.json", "page.js", "page_bg.wasm", "print.css", "start.js", "style.css", "views.css"];
  assert.deepEqual([...new Set(names)].sort(), first);
  await touch(page);
  assert.ok(asked.some((name) => name.startsWith("split_") && isRest(name)), "a touch brought nothing");
  page.assertClean();
  await leave(page);
});

test("where the rest cannot come, that is said, the figures stay, and asked again it comes", async () => {
  const page = await openSavingData(browser);
  let blocked = true;
  await page.route(REST, (route) => (blocked ? route.abort() : route.continue()));
  await ready(page);
  await type(page, field(page, "Bezoekers"), "600");
  await assertText(page.locator('data[data-result="costs.per_visitor"]'), "500");
  await page.getByRole("link", { name: "Bronnen" }).click();
  await page.getByText("Dit onderdeel kon niet worden geladen. Uw cijfers zijn bewaard.").waitFor();
  blocked = false;
  await button(page, "Probeer opnieuw").press("Enter");
  await page.getByRole("heading", { level: 1, name: "Bronnen en verantwoording" }).waitFor();
  await page.getByRole("link", { name: "Rekenen", exact: true }).click();
  await assertText(page.locator('data[data-result="costs.per_visitor"]'), "500");
  await leave(page);
});

test("who stays finds everything there, untouched", async () => {
  const page = await openPage(browser);
  await ready(page);
  const ledgers = page.locator("#uitkomst").getByRole("region", { name: "Rekening 1: geld per partij" });
  assert.equal(await ledgers.getByRole("button").count(), 0);
  await ledgers.getByRole("button").first().waitFor();
  page.assertClean();
  await leave(page);
});

test("results below the main picture are the shell's, never of other figures, and follow when the rest comes", async () => {
  const page = await openPage(browser);
  let blocked = true;
  let tries = 0;
  await page.route(REST, (route) => {
    tries += 1;
    return blocked ? route.abort() : route.continue();
  });
  await ready(page);
  const results = page.locator("#uitkomst");
  const cash = results.getByRole("region", { name: "Rekening 1: geld per partij" });
  await assertText(cash.getByRole("cell").first(), euro(300_000));
  await type(page, field(page, "Betaalde medewerkers"), "4");
  await assertText(page.locator('data[data-result="costs.net"]'), euro(312_200));
  await results.getByText("Dit onderdeel kon niet worden geladen.").waitFor();
  assert.equal(await cash.count(), 0);
  // Asked for by the touch, and by itself after three seconds.
  await eventually(() => (tries >= 2 ? [] : [`asked for ${tries} times`]), 10_000);
  blocked = false;
  await results.getByRole("button", { name: "Probeer opnieuw" }).press("Enter");
  await assertText(cash.getByRole("cell").first(), euro(312_200));
  await type(page, field(page, "Betaalde medewerkers"), "3");
  await assertText(cash.getByRole("cell").first(), euro(263_400));
  await leave(page);
});

test("below the figures of a link stand its own results, untouched", async () => {
  const page = await openPage(browser, { path: address("rekenen", { values: { fte: 4 } }) });
  await ready(page);
  const cash = page.locator("#uitkomst").getByRole("region", { name: "Rekening 1: geld per partij" });
  const first = cash.getByRole("cell").first();
  const soon = (await first.isVisible()) ? await first.innerText() : euro(312_200);
  assert.ok(soon.startsWith(euro(312_200)), `the shell's results stood below a link's figures: ${soon}`);
  await assertText(page.locator('data[data-result="costs.net"]'), euro(312_200));
  await assertText(first, euro(312_200));
  page.assertClean();
  await leave(page);
});

test("a link's figures are never replaced by the brochure's where they cannot be read", async () => {
  const first = await start(browser);
  await type(first, field(first, "Bezoekers"), "600");
  await first.waitForFunction(() => location.hash.includes("/"));
  const url = first.url();
  await leave(first);
  const page = await openPage(browser);
  await page.route(REST, (route) => route.abort());
  await page.goto("about:blank");
  await page.goto(url);
  const notice = page.getByRole("alert");
  await notice.waitFor();
  assert.match(await notice.innerText(), /De cijfers hieronder zijn die van de brochure, niet die van uw link/);
  await leave(page);
});

test("in a sandboxed frame of another site it loads too, within the policy", async () => {
  const query = new URLSearchParams({ src: urls.subfolder, sandbox: "allow-scripts" });
  const page = await openPage(browser, {
    url: urls.host,
    path: `embed.html?${query}`,
    origins: [new URL(urls.subfolder).origin],
  });
  const frame = page.frames().find((frame) => frame.url().startsWith(urls.subfolder));
  await ready(frame);
  await frame.locator("body").press("Shift");
  await frame.waitForFunction(() => document.documentElement.dataset.rest === "here");
  page.assertClean();
  await page.context().close();
});

test("without a connection its place says so, and with one again it loads", async () => {
  const page = await openSavingData(browser);
  await ready(page);
  await page.context().setOffline(true);
  await page.getByRole("link", { name: "Vergelijken" }).click();
  await page.getByText("Dit onderdeel kon niet worden geladen.").waitFor();
  await page.context().setOffline(false);
  await button(page, "Probeer opnieuw").press("Enter");
  await page.getByRole("heading", { level: 1, name: "Scenario’s vergelijken" }).waitFor();
  await page.context().close();
});

test("while it is on its way, its place says so", async () => {
  const page = await openPage(browser);
  let release;
  const opened = new Promise((open) => (release = open));
  await page.route(REST, (route) => opened.then(() => route.continue()));
  await ready(page);
  await page.getByRole("link", { name: "Vergelijken" }).click();
  await page.getByText("Een ogenblik, dit onderdeel wordt geladen…").waitFor();
  release();
  await page.getByRole("heading", { level: 1, name: "Scenario’s vergelijken" }).waitFor();
  page.assertClean();
  await page.context().close();
});
