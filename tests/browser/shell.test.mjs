// Before, without and after the program: the page says what it is, and loses nothing.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, leave, openPage, urls } from "./support.mjs";
import {
  assertEuros, assertOutcome, assertScenario, assertText, button, example, field, open, ready, start, type, whole,
} from "./person.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const WASM = "**/page_bg.wasm";

/** The browser, with the way of some requests changed before anything is asked. */
const routed = (...routes) => ({
  async newContext(options) {
    const context = await browser.newContext(options);
    for (const [address, handle] of routes) await context.route(address, handle);
    return context;
  },
});

/** A request that waits until it is let go. */
function gate() {
  let release;
  const opened = new Promise((open) => (release = open));
  return { release, route: async (route) => opened.then(() => route.continue()).catch(() => {}) };
}

test("without JavaScript: the brochure's figures, the method and a way to a person", async () => {
  const page = await openPage(browser, { javaScriptEnabled: false });
  for (const text of [
    "Wat kost een zelfregie-initiatief, en wat staat daar tegenover?",
    "Zo rekent dit model",
    "Vragen of een fout gevonden?",
    "Vraag degene die deze pagina plaatste.",
  ]) {
    assert.ok(await page.getByText(text).first().isVisible(), text);
  }
  assert.match(await page.getByRole("contentinfo").innerText(), /Zonder JavaScript ziet u hier de cijfers van de brochure/);
  for (const [path, text] of [["costs.net", "€\u00a0300.000"], ["break_even.gap", "€\u00a0146.000"], ["npv", "€\u00a0−672.127"]]) {
    const figure = page.locator(`data[data-result="${path}"]`);
    assert.equal(await figure.innerText(), text);
    assert.ok(await figure.isVisible());
  }
  for (const dead of await page.getByRole("button").all()) {
    assert.ok(await dead.isDisabled(), `a button that does nothing: ${await dead.innerText()}`);
  }
  assert.equal(await page.locator("input, select, textarea").count(), 0);
  await leave(page);
});

for (const [kind, route] of [
  ["is blocked", (route) => route.abort()],
  ["is not there", (route) => route.fulfill({ status: 404, body: "Not found" })],
  ["is damaged", (route) => route.fulfill({ contentType: "application/wasm", body: "\0asm nonsense" })],
  ["never comes", () => {}],
]) {
  test(`when the program ${kind}, that is said within 10 seconds, over the brochure's figures`, async () => {
    const page = await openPage(routed([WASM, route]));
    const notice = page.getByRole("alert");
    await notice.waitFor({ timeout: 10_000 });
    const waited = await page.evaluate(() => performance.now());
    assert.ok(waited < 10_000, `${waited} ms since the page was asked for`);
    await assertText(notice, /kon niet worden geladen.*Hieronder staan de cijfers van de brochure/s);
    await assertOutcome(page, (await example("brochure")).outcome);
    assert.ok(await button(page, "Probeer opnieuw").isEnabled());
    await leave(page);
  });
}

test("when the program comes after the button to try again, all is well", async () => {
  let blocked = true;
  const page = await openPage(routed([WASM, (route) => (blocked ? route.abort() : route.continue())]));
  await button(page, "Probeer opnieuw").waitFor();
  blocked = false;
  await button(page, "Probeer opnieuw").press("Enter");
  await ready(page);
  assert.equal(await page.getByRole("alert").count(), 0);
  await type(page, field(page, "Bezoekers"), "600");
  await assertScenario(page, { values: { bezoekers: 600 } });
  await leave(page);
});

test("a link's figures are never shown as the brochure's, also when the program does not come", async () => {
  const first = await start(browser);
  await type(first, field(first, "Bezoekers"), "600");
  await first.waitForFunction(() => location.hash.length > 20);
  const url = first.url();
  await leave(first);
  const held = gate();
  const page = await openPage(routed([WASM, held.route]), whole({ url }));
  assert.ok(await page.locator('data[data-result="costs.per_visitor"]').isHidden());
  held.release();
  await ready(page);
  await assertScenario(page, { values: { bezoekers: 600 } });
  page.assertClean();
  await leave(page);

  const failing = await openPage(routed([WASM, (route) => route.abort()]), whole({ url }));
  await assertText(failing.getByRole("alert"), "niet die van uw link");
  await leave(failing);
});

test("the contact that the host fills in is shown before and after the program came", async () => {
  const held = gate();
  const contact = "Vraag Ans, ans@example.org";
  const page = await openPage(routed([WASM, held.route], ["**/contact.json", (route) => route.fulfill({ json: { contact } })]));
  await assertText(page.getByRole("contentinfo"), contact);
  held.release();
  await ready(page);
  await assertText(page.getByRole("contentinfo"), contact);
  await leave(page);
});

test("a contact that never comes does not hold the program up", async () => {
  const page = await openPage(routed(["**/contact.json", () => {}]));
  await ready(page);
  await assertText(page.getByRole("contentinfo"), "Vraag degene die deze pagina plaatste.");
  await leave(page);
});

/** Where things stand on the page, by what a person sees of them. */
async function places(page) {
  const found = {
    "the first heading": page.getByRole("heading", { level: 1 }),
    "the view Rekenen": page.getByRole("link", { name: "Rekenen" }),
    "the costs": page.locator('data[data-result="costs.net"]'),
    "the gap": page.locator('data[data-result="break_even.gap"]'),
    "the present value": page.locator('data[data-result="npv"]'),
    "the preset Gunstig": button(page, "Gunstig"),
    "the label Bezoekers": page.getByText("Bezoekers", { exact: true }).first(),
    "the group Kosten": page.locator("summary").filter({ has: page.getByRole("heading", { name: "Kosten", exact: true }) }),
    "the group Afweging": page.locator("summary").filter({ has: page.getByRole("heading", { name: "Afweging", exact: true }) }),
    "the first picture": page.getByRole("img").first(),
  };
  const boxes = {};
  for (const [name, locator] of Object.entries(found)) boxes[name] = await locator.boundingBox();
  return boxes;
}

for (const width of [320, 768, 1280]) {
  test(`figures are there before the program, and nothing jumps when it comes, ${width} px`, async () => {
    const held = gate();
    const page = await openPage(routed([WASM, held.route]), { width });
    assert.equal(await page.getByRole("slider").count(), 0, "the program came too early for this test");
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
    const before = await places(page);
    held.release();
    await ready(page);
    // Two frames, so that what moved is painted and counted.
    await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
    const after = await places(page);
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

test("when the program stops, the user's figures come back by a button", async () => {
  const page = await start(browser);
  await type(page, field(page, "Bezoekers"), "600");
  await open(page, "Kosten");
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
  assert.match(await page.getByLabel("Link met uw cijfers").inputValue(), /^http.*#rekenen\/1\./);
  await button(page, "Begin met de brochure").waitFor();
  // What has stopped cannot be worked with.
  const stopped = field(page, "Bezoekers");
  await stopped.evaluate((input) => input.focus());
  assert.ok(!(await stopped.evaluate((input) => input === document.activeElement)), "what has stopped still takes input");
  const [navigated] = await Promise.all([
    page.waitForEvent("load"),
    button(page, "Ga verder met mijn cijfers").press("Enter"),
  ]);
  assert.ok(navigated);
  await ready(page);
  await assertText(page.locator('data[data-result="costs.per_visitor"]'), /\d/);
  const kept = Number(await field(page, "Vrijwilligers").inputValue());
  await assertScenario(page, { values: { ...values, vrijwilligers: kept } });
  await leave(page);
});

test("the shell asks for nothing from elsewhere and stays within its policy", async () => {
  const page = await start(browser, { url: urls.subfolder });
  page.assertClean();
  assert.equal(await page.evaluate(() => document.cookie), "");
  await leave(page);
});
