// The static page before the program starts, without it, and after it has failed or stopped.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, browserWithRoutes, launch, leave, openPage, urls } from "./support.mjs";
import {
  address, assertAddressHolds, assertEuros, assertOutcome, assertScenario, assertText, button, example, field, openGroups, waitUntilReady, openApp, type, withFragment,
} from "./person.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const WASM = "**/page_bg.wasm";

const withRoutes = (...routes) => browserWithRoutes(browser, ...routes);

/** Returns a `route` that holds requests, and the function `release` that lets them go. */
function heldRoute() {
  let release;
  const released = new Promise((resolve) => (release = resolve));
  return { release, route: async (route) => released.then(() => route.continue()).catch(() => {}) };
}

test("without JavaScript the page shows the brochure's figures, the method and whom to ask", async () => {
  const page = await openPage(browser, { javaScriptEnabled: false });
  for (const text of [
    "Een gemiddeld centrum",
    "Naar schatting bespaart de gemeente daarmee €\u00a0154.000.",
    "Zo rekent dit model",
    "Vragen of een fout gevonden?",
    "Vraag degene die deze pagina plaatste.",
  ]) {
    assert.ok(await page.getByText(text).first().isVisible(), text);
  }
  await page.getByText(NOT_STARTED).waitFor();
  assert.match(await page.getByRole("contentinfo").innerText(), /Zonder JavaScript ziet u hier de cijfers van de brochure/);
  for (const [path, text] of [["costs.net", "€\u00a0300.000"], ["break_even.gap", "€\u00a0146.000"], ["break_even.society_threshold", "€\u00a0200.000"]]) {
    const figure = page.locator(`data[data-result="${path}"]`);
    assert.equal(await figure.innerText(), text);
    assert.ok(await figure.isVisible());
  }
  for (const deadButton of await page.getByRole("button").all()) {
    assert.ok(await deadButton.isDisabled(), `a button that does nothing: ${await deadButton.innerText()}`);
  }
  assert.equal(await page.locator("input, select, textarea").count(), 0);
  await leave(page);
});

const NOT_STARTED = "Het rekenprogramma is niet gestart.";

for (const [kind, route] of [
  ["is blocked", (route) => route.abort()],
  ["is missing", (route) => route.fulfill({ status: 404, body: "Not found" })],
  ["has the wrong type", async (route) => route.fulfill({ response: await route.fetch(), contentType: "text/plain" })],
  ["has a mistake", (route) => route.fulfill({ body: "let 1", contentType: "text/javascript" })],
]) {
  test(`when the script that loads the program ${kind}, the page says that its figures are the brochure's`, async () => {
    const page = await openPage(withRoutes(["**/start.js", route]), { path: address("vergelijken", { values: { fte: 9 } }) });
    const line = page.getByText(NOT_STARTED);
    await line.waitFor();
    await assertText(line, "de cijfers van de brochure, ook als u een link met andere cijfers opende");
    await assertOutcome(page, (await example("brochure")).outcome);
    assert.deepEqual(await axe(page), []);
    await leave(page);
  });
}

test("a page that starts, or says itself why it does not, never says that it has not started", async () => {
  const held = heldRoute();
  const page = await openPage(withRoutes([WASM, held.route]));
  const line = page.getByText(NOT_STARTED);
  // Longer than the line waits.
  await page.waitForFunction(() => performance.now() > 5000);
  assert.equal(await line.count(), 0);
  held.release();
  await waitUntilReady(page);
  assert.equal(await line.count(), 0);
  await leave(page);
});

for (const [kind, route] of [
  ["is blocked", (route) => route.abort()],
  ["is missing", (route) => route.fulfill({ status: 404, body: "Not found" })],
  ["is damaged", (route) => route.fulfill({ contentType: "application/wasm", body: "\0asm nonsense" })],
  ["never arrives", () => {}],
]) {
  test(`when the program ${kind}, a notice says so within 10 seconds, above the brochure's figures`, async () => {
    const page = await openPage(withRoutes([WASM, route]));
    const notice = page.getByRole("alert");
    await notice.waitFor({ timeout: 10_000 });
    const waited = await page.evaluate(() => performance.now());
    assert.ok(waited < 10_000, `${waited} ms since the page was asked for`);
    await assertText(notice, /kon niet worden geladen.*Hieronder staan de cijfers van de brochure/s);
    await assertOutcome(page, (await example("brochure")).outcome);
    assert.ok(await button(page, ["is damaged", "is missing"].includes(kind) ? "Laad de pagina opnieuw" : "Probeer opnieuw").isEnabled());
    await leave(page);
  });
}

test("when the program loads at the second try, the page works", async () => {
  let blocked = true;
  const page = await openPage(withRoutes([WASM, (route) => (blocked ? route.abort() : route.continue())]));
  await button(page, "Probeer opnieuw").waitFor();
  blocked = false;
  await button(page, "Probeer opnieuw").press("Enter");
  await waitUntilReady(page);
  assert.equal(await page.getByRole("alert").count(), 0);
  await type(page, field(page, "Bezoekers"), "600");
  await assertScenario(page, { values: { bezoekers: 600 } });
  await leave(page);
});

test("a page opened by a link never shows the brochure's figures as the link's, while the program loads or when it fails", async () => {
  const first = await openApp(browser);
  await type(first, field(first, "Bezoekers"), "600");
  await assertAddressHolds(first, `"bezoekers":600`);
  const url = first.url();
  await leave(first);
  const held = heldRoute();
  const page = await openPage(withRoutes([WASM, held.route]), withFragment({ url }));
  assert.ok(await page.locator('data[data-result="costs.per_visitor"]').isHidden());
  held.release();
  await waitUntilReady(page);
  await assertScenario(page, { values: { bezoekers: 600 } });
  page.assertClean();
  await leave(page);

  const failing = await openPage(withRoutes([WASM, (route) => route.abort()]), withFragment({ url }));
  await assertText(failing.getByRole("alert"), "niet die van uw link");
  await leave(failing);
});

test("the contact of contact.json is shown before and after the program starts", async () => {
  const held = heldRoute();
  const contact = "Vraag Ans, ans@example.org";
  const page = await openPage(withRoutes([WASM, held.route], ["**/contact.json", (route) => route.fulfill({ json: { contact } })]));
  await assertText(page.getByRole("contentinfo"), contact);
  held.release();
  await waitUntilReady(page);
  await assertText(page.getByRole("contentinfo"), contact);
  await leave(page);
});

test("a contact.json that never arrives does not delay the program for long", async () => {
  const page = await openPage(withRoutes(["**/contact.json", () => {}]));
  await waitUntilReady(page);
  await assertText(page.getByRole("contentinfo"), "Vraag degene die deze pagina plaatste.");
  await leave(page);
});

/** Returns the boxes of some elements on the page, by name. */
async function boxes(page) {
  const locators = {
    "the first heading": page.getByRole("heading", { level: 1 }),
    "the view Rekenblad": page.getByRole("link", { name: "Rekenblad", exact: true }),
    "the costs": page.locator('data[data-result="costs.net"]'),
    "the gap": page.locator('data[data-result="break_even.gap"]'),
    "the answer": page.locator("[data-answer]"),
    "the first question": page.getByText("Hoeveel mensen komen er in een jaar?", { exact: true }).first(),
    "the last question": page.getByText("Wat kost een plek dagbesteding per jaar?", { exact: true }).first(),
    "the first button": button(page, "Vul uw centrum in (2 minuten)"),
    "the group of costs": page.locator("summary").filter({ has: page.getByRole("heading", { name: "Meer kosten", exact: true }) }),
    "the last group": page.locator("summary").filter({ has: page.getByRole("heading", { name: "Tijd, prijzen en twijfel", exact: true }) }),
    "the first chart": page.getByRole("img").first(),
  };
  const found = {};
  for (const [name, locator] of Object.entries(locators)) found[name] = await locator.boundingBox();
  return found;
}

for (const width of [320, 768, 1280]) {
  test(`figures are shown before the program, and nothing moves when it starts, ${width} px`, async () => {
    const held = heldRoute();
    const page = await openPage(withRoutes([WASM, held.route]), { width });
    assert.equal(await page.getByRole("slider").count(), 0, "the program started too early for this test");
    await assertEuros(page, { "costs.net": 300_000, "break_even.gap": 146_000 });
    const painted = await page.evaluate(() => performance.getEntriesByName("first-contentful-paint").length);
    assert.equal(painted, 1, "nothing was painted before the program");
    await page.evaluate(() => {
      window.shifts = [];
      new PerformanceObserver((list) => window.shifts.push(...list.getEntries().map(({ value }) => value))).observe({
        type: "layout-shift",
        buffered: true,
      });
    });
    const before = await boxes(page);
    held.release();
    await waitUntilReady(page);
    // Two frames, so that what moved is painted and counted.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const after = await boxes(page);
    const moved = Object.keys(before).flatMap((name) => {
      const [from, to] = [before[name], after[name]];
      const near = Math.abs(from.x - to.x) <= 2 && Math.abs(from.y - to.y) <= 2 && Math.abs(from.width - to.width) <= 2;
      return near ? [] : [`${name}: ${JSON.stringify(from)} → ${JSON.stringify(to)}`];
    });
    assert.deepEqual(moved, []);
    const shift = (await page.evaluate(() => window.shifts)).reduce((sum, value) => sum + value, 0);
    assert.ok(shift < 0.02, `layout shift ${shift}`);
    page.assertClean();
    await leave(page);
  });
}

test("when the program stops, a button restores the user's figures", async () => {
  const page = await openApp(browser);
  await type(page, field(page, "Bezoekers"), "600");
  await openGroups(page, "Kosten");
  await type(page, field(page, "Huisvesting"), "50.000");
  const values = { bezoekers: 600, huisvesting: 50_000 };
  await assertScenario(page, { values });
  await page.evaluate(() => {
    Node.prototype.insertBefore = () => {
      throw new Error("broken on purpose");
    };
  });
  await type(page, field(page, "Vrijwilligers"), "7");
  const notice = page.getByRole("alert");
  await assertText(notice, "Er ging iets mis in het rekenprogramma.");
  assert.match(await page.getByLabel("Link met uw cijfers").inputValue(), /^http.*#rekenblad\/1\./);
  await button(page, "Begin met de brochure").waitFor();
  // The fields of a stopped program do not take the focus.
  const stopped = field(page, "Bezoekers");
  await stopped.evaluate((input) => input.focus());
  assert.ok(!(await stopped.evaluate((input) => input === document.activeElement)), "a field of the stopped program takes the focus");
  const [navigated] = await Promise.all([
    page.waitForEvent("load"),
    button(page, "Ga verder met mijn cijfers").press("Enter"),
  ]);
  assert.ok(navigated);
  await waitUntilReady(page);
  await assertText(page.locator('data[data-result="costs.per_visitor"]'), /\d/);
  const vrijwilligers = Number(await field(page, "Vrijwilligers").inputValue());
  await assertScenario(page, { values: { ...values, vrijwilligers } });
  await leave(page);
});

test("the page makes no request to another host, sets no cookie and stays within its policy", async () => {
  const page = await openApp(browser, { url: urls.subfolder });
  page.assertClean();
  assert.equal(await page.evaluate(() => document.cookie), "");
  await leave(page);
});
