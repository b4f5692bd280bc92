// The areas of a chart (bars, years, steps) open the explanation of their figure, by mouse and by
// keyboard. A saved chart has no such areas.

import assert from "node:assert/strict";
import { axe } from "./support.mjs";
import { address, assertAccessibleAndFits, assertExplanationSays, chartAreas, downloadText, eventually, explanation, field, type } from "./person.mjs";
import { visit } from "./visit.mjs";

const card = (page, title) => page.locator(".card").filter({ has: page.getByRole("heading", { name: title }) }).last();
const columns = (page) => card(page, /^Geschatte besparingen van alle betalers samen:/);
const area = (container, name) => container.getByRole("button", { name: `${name.replaceAll("€ ", "€\u00a0")}, toon hoe dit is berekend`, exact: true });
const focused = (page) => page.evaluate(() => document.activeElement.getAttribute("aria-label")?.replaceAll("\u00a0", " ") ?? document.activeElement.id);
const assertFocused = (page, expected) =>
  eventually(async () => ((await focused(page))?.startsWith(expected) ? [] : [`the focus is at ${await focused(page)}, not ${expected}`]));

visit("a bar opens its explanation below the chart, and follows what is typed", {}, async (page) => {
  // The click is on the bar itself, and not on its label.
  const bar = page.locator(".k-cost1").first();
  const box = await bar.boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await assertExplanationSays(page, "3,75 × € 48.800 = € 183.000");
  assert.ok(await explanation(page).evaluate((one) => one.parentElement.matches("figure")));
  await type(page, field(page, "Betaalde medewerkers"), "4");
  await assertExplanationSays(page, "4 × € 48.800 = € 195.200");
  // The label opens and closes the explanation as well.
  await area(columns(page), "Personeel: € 195.200").click();
  await explanation(page).waitFor({ state: "detached" });
  await area(columns(page), "Minder dagbesteding: € 100.000").click();
  await assertExplanationSays(page, "Minder dagbesteding: na correcties: € 100.000");
});

visit("by keyboard: Tab reaches a chart once, arrows move between areas, Enter and Space open, Escape closes", {}, async (page) => {
  const all = chartAreas(columns(page));
  assert.deepEqual(
    (await all.evaluateAll((found) => found.map((one) => one.getAttribute("aria-label")))).map((name) => name.replaceAll("\u00a0", " ").split(",")[0]),
    [
      "Organisatie: € 24.000", "Activiteiten: € 30.000", "Huisvesting: € 48.000", "Vrijwilligers: € 15.000", "Personeel: € 183.000",
      "Kosten: € 300.000", "Verschil: € 146.000", "Minder dagbesteding: € 100.000", "Minder uitkeringen: € 54.000", "Besparingen: € 154.000",
    ],
  );
  const stops = await page.locator("svg [role=button]").evaluateAll((found) => found.filter((one) => one.tabIndex >= 0).length);
  assert.equal(stops, 4);
  // With the Tab key from the figure before the chart.
  await page.locator(".main-result .facts .figure-button").last().focus();
  await page.keyboard.press("Tab");
  await assertFocused(page, "Organisatie");
  await page.keyboard.press("ArrowUp");
  await assertFocused(page, "Organisatie");
  for (const key of ["ArrowDown", "ArrowRight", "ArrowDown", "ArrowLeft"]) await page.keyboard.press(key);
  await assertFocused(page, "Huisvesting");
  const scrolledTo = await page.evaluate(() => scrollY);
  await page.keyboard.press("Space");
  await assertFocused(page, "uitleg");
  await assertExplanationSays(page, "Huisvesting: € 48.000");
  assert.equal(await area(columns(page), "Huisvesting: € 48.000").getAttribute("aria-expanded"), "true");
  assert.ok(Math.abs((await page.evaluate(() => scrollY)) - scrolledTo) < 500, "Space scrolled the page");
  await page.keyboard.press("Escape");
  await explanation(page).waitFor({ state: "detached" });
  await assertFocused(page, "Huisvesting");
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await assertExplanationSays(page, "Becijferde besparingen: € 154.000");
  await page.keyboard.press("Escape");
  await page.keyboard.press("Home");
  await assertFocused(page, "Organisatie");
});

visit("every area of every chart opens the figure with its name and amount", { path: address("rekenblad", { base: "gunstig", values: { horizon: 3, "eigen-inkomsten": 20_000, "financiering.gemeente": 0.6 }, custom: [{ id: "c1", side: "cost", label: "Scholing", quantity: 2, amount: 1_500 }] }) }, async (page) => {
  const all = chartAreas(page);
  const count = await all.count();
  assert.ok(count > 30, `only ${count} areas`);
  const amount = (text) => /€\s?([−+]?[\d.]+)/.exec(text)?.[1].replace(/[−+.]/g, "");
  for (let index = 0; index < count; index += 1) {
    const name = await all.nth(index).getAttribute("aria-label");
    await all.nth(index).press("Enter");
    await explanation(page).waitFor();
    const title = await page.locator("#uitleg-titel").innerText();
    const hasOwnTitle = /^(Overige posten|Eigen inkomsten)/.test(name);
    if (!name.includes("p.m.") && !hasOwnTitle) assert.equal(amount(title.split(/: /).at(-1)), amount(name), `${name} opened ${title}`);
    // The explanation is in the chart's own card.
    assert.ok(await all.nth(index).evaluate((one) => one.closest("figure").contains(document.getElementById("uitleg"))), name);
    await page.keyboard.press("Escape");
    await explanation(page).waitFor({ state: "detached" });
  }
});

visit("a year of the cumulative saldo and a p.m. step of the waterfall open", {}, async (page) => {
  await area(page, "Jaar 2, Opgeteld saldo: € −292.000").press("Enter");
  await assertExplanationSays(page, "(€ −146.000) + (€ −146.000) = € −292.000");
  await area(page, "Minder overlast: p.m.").press("Enter");
  await assertExplanationSays(page, "€ 146.000 ÷ € 280 = 521,43");
});

visit("in the compact view areas open too", { path: "#compact", width: 400 }, async (page) => {
  await area(page, "Personeel: € 183.000").press("Enter");
  await assertExplanationSays(page, "3,75 × € 48.800 = € 183.000");
  assert.equal(await explanation(page).getByRole("button", { name: "Naar het veld ‘Betaalde medewerkers’" }).count(), 1);
  assert.deepEqual(await axe(page), []);
});

visit("a saved chart has no areas to press", {}, async (page) => {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Bewaar als SVG/ }).first().press("Enter");
  const file = await downloadText(download);
  for (const word of [" data-", "tabindex", "button", "touch"]) assert.ok(!file.includes(word), word);
});

visit("without the program a chart is only an image", {}, async (page) => {
  const withoutScript = await page.context().browser().newPage({ javaScriptEnabled: false });
  await withoutScript.goto(page.url());
  assert.ok((await withoutScript.getByRole("img").count()) > 0);
  assert.equal(await withoutScript.locator("svg [role=button]").count(), 0);
  await withoutScript.close();
});

for (const [width, colorScheme] of [[320, "light"], [320, "dark"], [768, "light"], [1280, "dark"]]) {
  visit(`an open explanation passes axe and fits, ${width} px, ${colorScheme}`, { width, colorScheme, reducedMotion: "reduce" }, async (page) => {
    await area(page, "Gemeente: bespaart € 154.000").press("Enter");
    await assertExplanationSays(page, "Minder uitkeringen: voor gemeente + Minder dagbesteding: voor gemeente");
    await assertAccessibleAndFits(page);
    // Areas with a label are large enough. For the thin bars of the parties there is the table of the chart.
    const small = await page.locator("svg [role=button]").evaluateAll((all) =>
      all.map((one) => [one.getAttribute("aria-label"), one.getBoundingClientRect()])
        .filter(([name, box]) => !/betaalt|bespaart|saldo/.test(name) && (box.width < 24 || box.height < 24))
        .map(([name, box]) => `${name} ${box.width} × ${box.height}`),
    );
    assert.deepEqual(small, []);
  });
}
