// Lazy features: they are loaded at the first use of the page or after some seconds; a failure is shown,
// and loading can be tried again.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, leave, openPage, urls } from "./support.mjs";
import { address, assertAddressHolds, assertFocus, assertText, button, euro, eventually, field, loadLazyFeatures, openApp, type, waitUntilReady, openAnalysis } from "./person.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Matches the addresses of the files of lazy features. */
const LAZY_FILE = /\/(split|chunk)_[^/]*\.wasm$/;
const LOADING = "Een ogenblik, dit onderdeel wordt geladen…";
const FAILED = "Dit onderdeel kon niet worden geladen.";
const isLazyFile = (name) => LAZY_FILE.test(`/${name}`);

/** Opens a page with the browser's setting to save data: then lazy features are loaded at the first use only, never by a timer, so that a test decides when loading is tried again. */
async function openSavingData(browser) {
  const page = await openPage(browser);
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  await page.reload();
  return page;
}

test("a visit loads the first files only; the first use loads the lazy features", async () => {
  const page = await openPage(browser);
  const requested = [];
  page.on("request", (request) => requested.push(request.url().split("/").at(-1)));
  await page.reload();
  await waitUntilReady(page);
  await page.waitForLoadState("networkidle");
  const names = requested.filter((name) => name && name !== "icon.svg");
  const firstFiles = ["__wasm_split.js", "contact.json", "page.js", "page_bg.wasm", "start.js", "style.css"];
  assert.deepEqual([...new Set(names)].sort(), firstFiles);
  await loadLazyFeatures(page);
  assert.ok(requested.some((name) => name.startsWith("split_") && isLazyFile(name)), "the first use loaded nothing");
  assert.ok(requested.includes("views.css"), "the first use did not load the styles of lazy views");
  page.assertClean();
  await leave(page);
});

/** Opens a page whose lazy features cannot be loaded until `allow()` is called; `notice` is the one that offers to try it again. */
async function openBlocked(browser) {
  const page = await openSavingData(browser);
  let blocked = true;
  await page.route(LAZY_FILE, (route) => (blocked ? route.abort() : route.continue()));
  await waitUntilReady(page);
  const allow = () => {
    blocked = false;
  };
  const notice = page.getByRole("status").filter({ has: button(page, "Probeer opnieuw") });
  return { page, allow, notice };
}

/** Opens a page whose lazy features are on their way until `arrive()` is called. */
async function openWaiting(browser) {
  const page = await openSavingData(browser);
  let arrive;
  const arrived = new Promise((resolve) => (arrive = resolve));
  await page.route(LAZY_FILE, async (route) => {
    await arrived;
    await route.continue();
  });
  await waitUntilReady(page);
  return { page, arrive };
}

/** The fields of the first screen, each with a text in two halves, the whole as the page writes it, and its piece of JSON. */
const FIRST_FIELDS = [
  ["centrum-naam", "Stichting De", " Boei", "Stichting De Boei", '"name":"Stichting De Boei"'],
  ["bezoekers", "6", "40", "640", '"bezoekers":640'],
  ["huisvesting", "61", "250", "61.250", '"huisvesting":61250'],
  ["uitkeringen.aantal", "2", "5", "25", '"uitkeringen.aantal":25'],
];

for (const [name, first, second, whole, piece] of FIRST_FIELDS) {
  test(`what is typed in '${name}' while the lazy features are on their way stays`, async () => {
    const { page, arrive } = await openWaiting(browser);
    const typed = page.locator(`input[name="${name}"]`);
    await typed.focus();
    await page.keyboard.press("Control+a");
    await page.keyboard.type(first);
    arrive();
    await loadLazyFeatures(page);
    await page.keyboard.type(second);
    await page.keyboard.press("Tab");
    assert.equal(await typed.inputValue(), whole);
    // Leaving before the address is written is tested in saving.test.mjs.
    await assertAddressHolds(page, piece);
    await page.reload();
    await waitUntilReady(page);
    assert.equal(await typed.inputValue(), whole);
    page.assertClean();
    await leave(page);
  });
}

test("a name that is typed where the lazy features do not come stays in its field", async () => {
  const { page } = await openBlocked(browser);
  await page.locator('input[name="centrum-naam"]').fill("De Boei");
  await type(page, field(page, "Bezoekers"), "600");
  await page.getByRole("heading", { name: "De Boei", level: 1 }).waitFor();
  assert.equal(await page.locator('input[name="centrum-naam"]').inputValue(), "De Boei");
  await leave(page);
});

test("whoever types in a field before the page begins a new centre stays in that field", async () => {
  const { page, arrive } = await openWaiting(browser);
  await button(page, "Vul uw centrum in (2 minuten)").click();
  const rent = page.locator('input[name="huisvesting"]');
  await rent.focus();
  await page.keyboard.press("Control+a");
  await page.keyboard.type("61");
  arrive();
  await page.locator(".centre-head").getByText("Prijzen van 2026").waitFor();
  await page.keyboard.type("250");
  await assertFocus(page, "huisvesting", "name");
  assert.equal(await rent.inputValue(), "61250");
  assert.equal(await page.locator('input[name="bezoekers"]').inputValue(), "500");
  page.assertClean();
  await leave(page);
});

test("a new centre that begins once the lazy features are there begins at the first question", async () => {
  const { page, arrive } = await openWaiting(browser);
  await button(page, "Vul uw centrum in (2 minuten)").press("Enter");
  arrive();
  await assertFocus(page, "bezoekers", "name");
  page.assertClean();
  await leave(page);
});

test("when a lazy feature cannot be loaded a notice says so, the figures stay, and a button loads it", async () => {
  const { page, allow, notice } = await openBlocked(browser);
  await type(page, field(page, "Bezoekers"), "600");
  await assertText(page.locator("[data-answer]"), `${euro(243)} per bezoeker`);
  // The attempt to save has failed too, so that only the button can load anything.
  await assertText(notice, FAILED);
  await page.getByRole("link", { name: "Bronnen" }).click();
  const announced = page.getByRole("alert").filter({ hasText: FAILED });
  await announced.waitFor();
  await assertText(announced, "Wat u invulde, wordt nog niet bewaard.");
  allow();
  await button(announced, "Probeer opnieuw").press("Enter");
  await page.getByRole("heading", { level: 1, name: "Bronnen en verantwoording" }).waitFor();
  await page.getByRole("link", { name: "Rekenblad", exact: true }).click();
  await assertText(page.locator('data[data-result="costs.per_visitor"]'), "500");
  await leave(page);
});

test("without any use, lazy features are loaded after some seconds", async () => {
  const page = await openPage(browser);
  await waitUntilReady(page);
  const tables = page.locator("#uitkomst").getByText("Als tabel");
  assert.equal(await tables.count(), 0);
  await tables.first().waitFor();
  page.assertClean();
  await leave(page);
});

test("sections below the answer are those of the static page until a change, and follow once lazy features are loaded", async () => {
  const page = await openPage(browser);
  let blocked = true;
  let attempts = 0;
  await page.route(LAZY_FILE, (route) => {
    attempts += 1;
    return blocked ? route.abort() : route.continue();
  });
  await waitUntilReady(page);
  const results = page.locator("#uitkomst");
  const cash = results.getByRole("region", { name: "Kosten, besparingen en verschil" });
  await assertText(cash.getByRole("cell").first(), euro(300_000));
  await type(page, field(page, "Betaalde medewerkers"), "4");
  await assertText(page.locator("[data-answer]"), euro(312_000));
  await results.getByRole("alert").getByText(FAILED).waitFor();
  assert.equal(await cash.count(), 0);
  // Loading is tried at the first use, and by the timer after three seconds.
  await eventually(() => (attempts >= 2 ? [] : [`requested ${attempts} times`]), 10_000);
  blocked = false;
  await results.getByRole("button", { name: "Probeer opnieuw" }).press("Enter");
  await assertText(cash.getByRole("cell").first(), euro(312_000));
  await type(page, field(page, "Betaalde medewerkers"), "3");
  await assertText(cash.getByRole("cell").first(), euro(263_000));
  await leave(page);
});

test("the results below the figures of a link are the link's, without any use of the page", async () => {
  const page = await openPage(browser, { path: address("rekenblad", { values: { fte: 4 } }) });
  await waitUntilReady(page);
  const cash = page.locator("#uitkomst").getByRole("region", { name: "Rekening 1: geld per partij" });
  const first = cash.getByRole("cell").first();
  const early = (await first.isVisible()) ? await first.innerText() : euro(312_200);
  assert.ok(early.startsWith(euro(312_200)), `the brochure's results were below a link's figures: ${early}`);
  await assertText(page.locator('data[data-result="costs.net"]'), euro(312_200));
  await assertText(first, euro(312_200));
  page.assertClean();
  await leave(page);
});

test("when a link cannot be read, a notice says that the figures are the brochure's", async () => {
  const first = await openApp(browser);
  await type(first, field(first, "Bezoekers"), "600");
  await first.waitForFunction(() => location.hash.includes("/"));
  const url = first.url();
  await leave(first);
  const page = await openPage(browser);
  await page.route(LAZY_FILE, (route) => route.abort());
  await page.goto("about:blank");
  await page.goto(url);
  const notice = page.getByRole("alert");
  await notice.waitFor();
  assert.match(await notice.innerText(), /De cijfers hieronder zijn die van de brochure, niet die van uw link/);
  await leave(page);
});

test("in a sandboxed frame of another site lazy features are loaded, within the policy", async () => {
  const query = new URLSearchParams({ src: urls.subfolder, sandbox: "allow-scripts" });
  const page = await openPage(browser, {
    url: urls.host,
    path: `embed.html?${query}`,
    origins: [new URL(urls.subfolder).origin],
  });
  const frame = page.frames().find((frame) => frame.url().startsWith(urls.subfolder));
  await waitUntilReady(frame);
  await frame.locator("body").press("Shift");
  await frame.waitForFunction(() => document.documentElement.dataset.lazy === "loaded");
  page.assertClean();
  await page.context().close();
});

test("while a view is being loaded, a placeholder says so", async () => {
  const page = await openPage(browser);
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(LAZY_FILE, (route) => released.then(() => route.continue()));
  await waitUntilReady(page);
  await page.getByRole("link", { name: "Vergelijken" }).click();
  await page.getByText(LOADING).waitFor();
  release();
  await page.getByRole("heading", { level: 1, name: "Scenario’s vergelijken" }).waitFor();
  page.assertClean();
  await page.context().close();
});

test("when a picture cannot be saved because a part is missing, the page and the picture say so", async () => {
  const { page, allow, notice } = await openBlocked(browser);
  const figure = page.getByRole("figure").first();
  await figure.getByRole("button", { name: /^Bewaar als PNG/ }).press("Enter");
  await assertText(figure.getByRole("status"), FAILED);
  // The second attempt fails too; until then the notice says that it is being made.
  let fail;
  const failed = new Promise((resolve) => (fail = resolve));
  const failLater = (route) => failed.then(() => route.abort());
  await page.route(LAZY_FILE, failLater);
  const retry = button(notice, "Probeer opnieuw");
  await retry.press("Enter");
  await assertText(notice, LOADING);
  fail();
  await assertText(notice, FAILED);
  await page.unroute(LAZY_FILE, failLater);
  allow();
  await retry.press("Enter");
  await notice.waitFor({ state: "detached" });
  await assertFocus(page, "inhoud");
  await assertText(figure.getByRole("status"), /^$/);
  const download = page.waitForEvent("download");
  await figure.getByRole("button", { name: /^Bewaar als PNG/ }).press("Enter");
  await download;
  await leave(page);
});

test("a pasted link that cannot be opened is announced, and opened once that is possible", async () => {
  const { page, allow, notice } = await openBlocked(browser);
  const hash = address("onzekerheid", { values: { fte: 4 } });
  await page.evaluate((hash) => (location.hash = hash), hash);
  await assertText(notice, FAILED);
  assert.equal(new URL(page.url()).hash, hash);
  allow();
  await button(notice, "Probeer opnieuw").press("Enter");
  await page.getByRole("heading", { level: 1, name: "Hoe zeker is dit?" }).waitFor();
  await page.getByRole("link", { name: "Rekenblad", exact: true }).click();
  await assertText(page.locator('data[data-result="costs.net"]'), euro(312_200));
  await leave(page);
});

test("scenarios that cannot be saved are announced, and saved once that is possible", async () => {
  const { page, allow, notice } = await openBlocked(browser);
  await type(page, field(page, "Bezoekers"), "600");
  await assertText(notice, FAILED);
  const saved = () => page.evaluate(() => localStorage.getItem("rekenmodel-2"));
  assert.equal(await saved(), null);
  allow();
  await button(notice, "Probeer opnieuw").press("Enter");
  await eventually(async () => ((await saved())?.includes("600") ? [] : ["nothing is saved"]));
  assert.equal(await notice.count(), 0);
  // A retry loads the other features and their styles too.
  await page.waitForFunction(() => document.documentElement.dataset.lazy === "loaded");
  await leave(page);
});

test("lazy views are shown with their styles only: when these fail, a retry loads both", async () => {
  const page = await openSavingData(browser);
  let blocked = true;
  await page.route(/\/views\.css$/, (route) => (blocked ? route.abort() : route.continue()));
  await waitUntilReady(page);
  await page.getByRole("link", { name: "Zekerheid" }).click();
  await page.getByRole("main").getByRole("alert").getByText(FAILED).waitFor();
  blocked = false;
  await button(page, "Probeer opnieuw").first().press("Enter");
  await openAnalysis(page);
  const areas = page.locator("svg .part rect");
  await areas.first().waitFor({ state: "attached" });
  // Without styles the areas over a chart are black.
  const fills = await areas.evaluateAll((rects) => rects.map((rect) => getComputedStyle(rect).fill));
  assert.deepEqual([...new Set(fills)], ["rgba(0, 0, 0, 0)"], "the areas over charts have no styles");
  await page.context().close();
});

test("a server that sends wasm with another content type makes the page slower, and no more", async () => {
  const page = await openPage(browser);
  await page.route(/\.wasm$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, headers: { ...response.headers(), "content-type": "application/octet-stream" } });
  });
  await page.reload();
  await waitUntilReady(page);
  await page.getByRole("link", { name: "Vergelijken" }).click();
  await page.getByRole("heading", { level: 1, name: "Scenario’s vergelijken" }).waitFor();
  await page.context().close();
});
