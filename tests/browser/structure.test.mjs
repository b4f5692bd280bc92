// The structure of the page: headings, landmarks, and the order of the Tab key.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, leave } from "./support.mjs";
import { assertText, openAll, openApp } from "./person.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

for (const path of ["#rekenblad", "#wat-als", "#vergelijken", "#bronnen", "#delen", "#compact"]) {
  test(`${path}: language, headings and landmarks`, async () => {
    const page = await openApp(browser, { path });
    await openAll(page);
    assert.equal(await page.locator("html").getAttribute("lang"), "nl");
    const levels = await page.locator("h1, h2, h3, h4, h5, h6").evaluateAll((all) =>
      all.filter((one) => one.checkVisibility()).map((one) => [Number(one.tagName[1]), one.innerText]),
    );
    assert.equal(levels.filter(([level]) => level === 1).length, 1);
    assert.equal(levels[0][0], 1, `the first heading is ${levels[0]}`);
    const skipped = levels.flatMap(([level, words], index) =>
      index > 0 && level > levels[index - 1][0] + 1 ? [`h${level} ${words} after h${levels[index - 1][0]}`] : [],
    );
    assert.deepEqual(skipped, []);
    assert.equal(await page.getByRole("main").count(), 1);
    if (path !== "#compact") {
      for (const role of ["banner", "contentinfo"]) assert.equal(await page.getByRole(role).count(), 1, role);
      assert.equal(await page.getByRole("navigation", { name: "Onderdelen" }).count(), 1);
      assert.equal(await page.locator('nav [aria-current="page"]').count(), 1);
    }
    const outside = await page.evaluate(() =>
      [...document.querySelectorAll("h1, data, input, select")].filter((one) => !one.closest("main")).length,
    );
    assert.equal(outside, 0, "content outside every landmark");
    const ids = await page.locator("[id]").evaluateAll((all) => all.map(({ id }) => id));
    assert.deepEqual(ids.filter((id, index) => ids.indexOf(id) !== index), []);
    await leave(page);
  });
}

/** Returns the name and kind of the focused element, and whether its focus can be seen; null if nothing has the focus. */
const focused = (page) =>
  page.evaluate(() => {
    const element = document.activeElement;
    if (element === document.body) return null;
    const { width, height, top, bottom } = element.getBoundingClientRect();
    const outlined = element.matches("input[type=file]") ? element.parentElement : element;
    const { outlineStyle, outlineWidth } = getComputedStyle(outlined);
    const covered = () => {
      const { left, right, top, bottom } = element.getBoundingClientRect();
      const hit = document.elementFromPoint((left + right) / 2, (top + bottom) / 2);
      return hit !== null && hit !== element && !element.contains(hit) && !hit.contains(element) && !hit.closest("label")?.contains(element);
    };
    return {
      name: element.getAttribute("aria-label") ?? element.labels?.[0]?.innerText ?? element.innerText.trim(),
      kind: element.tagName === "INPUT" ? element.type : element.tagName.toLowerCase(),
      ring: outlineStyle !== "none" && parseFloat(outlineWidth) >= 2,
      seen: width > 0 && height > 0 && bottom > 0 && top < innerHeight,
      covered: covered(),
    };
  });

/** Presses Tab until the focus leaves the page; returns the elements that had it. */
async function tabThrough(page) {
  const stops = [];
  for (let count = 0; count < 900; count += 1) {
    await page.keyboard.press("Tab");
    const stop = await focused(page);
    if (!stop) return stops;
    stops.push(stop);
  }
  assert.fail("the Tab key never leaves the page");
}

for (const width of [1280, 320]) {
  test(`the Tab key goes through the page in order, and the focus can be seen, ${width} px`, async () => {
    const page = await openApp(browser, { width, reducedMotion: "reduce" });
    const stops = await tabThrough(page);
    const unseen = stops.filter(({ ring, seen, covered }) => !ring || !seen || covered);
    assert.deepEqual(unseen, []);
    const names = stops.map(({ kind, name }) => `${kind}: ${name.split("\n")[0]}`);
    const order = [
      "button: Naar de inhoud",
      "a: Rekenblad",
      "a: Bronnen",
      "a: Delen",
      "button: Brochure",
      "button: Gunstig",
      "text: Bezoekers",
      "range: Bezoekers, schuif",
      "text: Betaalde medewerkers",
      "text: Vrijwilligers",
      "select: Reken de kosten met",
      "text: Kosten per bezoeker",
      "summary: Kosten",
      "summary: Besparingen",
      "summary: Eigen posten",
      "summary: Wie betaalt",
      "summary: Tijd en prijspeil",
      "summary: Afweging",
    ];
    const found = order.map((name) => names.indexOf(name));
    assert.deepEqual(order.filter((_, index) => found[index] < 0), [], names.join("\n"));
    assert.deepEqual(found, [...found].sort((a, b) => a - b));
    // Shift+Tab goes back over the same elements.
    await page.keyboard.press("Shift+Tab");
    const back = [await focused(page)];
    while (back.length < stops.length) {
      await page.keyboard.press("Shift+Tab");
      back.push(await focused(page));
    }
    assert.deepEqual(back.map((stop) => stop?.name).reverse(), stops.map(({ name }) => name));
    page.assertClean();
    await leave(page);
  });
}

test("with all groups open, the Tab key reaches every field", async () => {
  const page = await openApp(browser, { reducedMotion: "reduce" });
  await openAll(page);
  const count = (selector) => page.locator(`${selector}:visible`).count();
  const expected = { text: await count("main input[type=text]"), range: await count("main input[type=range]") };
  assert.ok(expected.text > 60, `only ${expected.text} fields`);
  const stops = await tabThrough(page);
  for (const [kind, number] of Object.entries(expected)) {
    assert.equal(stops.filter((stop) => stop.kind === kind).length, number, kind);
  }
  assert.deepEqual(stops.filter(({ name, ring }) => !name || !ring), []);
  await leave(page);
});

test("the first button skips the menu", async () => {
  const page = await openApp(browser);
  await page.keyboard.press("Tab");
  const skip = page.getByRole("button", { name: "Naar de inhoud" });
  const box = await skip.boundingBox();
  assert.ok(box.x >= 0 && box.y >= 0, "the button that skips the menu is not on the screen when it has the focus");
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.tagName === "MAIN");
  await page.keyboard.press("Tab");
  assert.ok(await page.evaluate(() => document.activeElement.closest("main") !== null));
  await leave(page);
});

test("changed figures and notices are announced to screen readers", async () => {
  const page = await openApp(browser);
  await assertText(page.locator('[aria-live="polite"]').first(), /./);
  const sentence = page.locator(".sentence");
  assert.equal(await sentence.getAttribute("aria-live"), "polite");
  assert.ok((await page.getByRole("status").count()) > 0, "there is no element for notices before there is one");
  await leave(page);
});
