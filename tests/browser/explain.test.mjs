// Every figure opens its explanation, by mouse and by keyboard. It leads to the terms, down to the
// fields, and is updated with the figures.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, leave, openPage } from "./support.mjs";
import { address, assertAccessibleAndFits, assertExplanationSays, assertFocus, assertValue, button, eventually, explanation, field, openAll, openApp, openGroups, paste, type } from "./person.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Returns the button of the figure with this name, in the headline or the facts below it. */
const headline = (page, name) =>
  page.locator(".figure, .facts > div").filter({ hasText: name }).locator(".figure-button").first();
/** Returns the button in a cell of the table with this name. */
const cell = (page, table, row, column) =>
  page.getByRole("region", { name: table, exact: true }).locator("tbody tr").nth(row).locator("td").nth(column).getByRole("button");

const focusedId = (page) => page.evaluate(() => document.activeElement.id);

test("by mouse: explanations lead from the difference down to a field, and follow what is typed there", async () => {
  const page = await openApp(browser);
  await headline(page, "Verschil").click();
  await assertExplanationSays(page, "Verschil: € 146.000");
  await assertExplanationSays(page, "Kosten − Becijferde besparingen");
  await assertExplanationSays(page, "€ 300.000 − € 154.000 = € 146.000");
  await explanation(page).getByRole("button", { name: "Uitleg van ‘Kosten’" }).click();
  await assertExplanationSays(page, "Alle kostenposten samen − Eigen inkomsten");
  await explanation(page).getByRole("button", { name: "Uitleg van ‘Alle kostenposten samen’" }).click();
  await assertExplanationSays(page, "€ 183.000 + € 15.000 + € 48.000 + € 30.000 + € 24.000 = € 300.000");
  await explanation(page).getByRole("button", { name: "Uitleg van ‘Personeel’" }).click();
  await assertExplanationSays(page, "Betaalde medewerkers × Loonkosten per fte");
  await assertExplanationSays(page, "3,75 × € 48.800 = € 183.000");
  // The status and the plausible range of the input.
  await assertExplanationSays(page, "afgeleid");
  await assertExplanationSays(page, "3,5 tot 4 fte");
  await explanation(page).getByRole("button", { name: "Naar het veld ‘Loonkosten per fte’" }).click();
  await assertFocus(page, "loonkosten-per-fte", "name");
  assert.ok(await field(page, "Loonkosten per fte").isVisible());
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("50000");
  await assertExplanationSays(page, "3,75 × € 50.000 = € 187.500");
  await assertExplanationSays(page, "zelf ingevuld");
  await assertValue(field(page, "Loonkosten per fte"), "50000");
  // And the way back, step by step.
  await button(page, "Terug naar ‘Alle kostenposten samen’").click();
  await button(page, "Terug naar ‘Kosten’").click();
  await button(page, "Terug naar ‘Verschil’").click();
  await assertExplanationSays(page, "€ 304.500 − € 154.000 = € 150.500");
  assert.equal(await explanation(page).getByRole("button", { name: /^Terug naar/ }).count(), 0);
  await button(page, "Sluit deze uitleg").click();
  await explanation(page).waitFor({ state: "detached" });
  page.assertClean();
  await leave(page);
});

test("by keyboard: Enter and Space open, Escape closes, and the focus moves there and back", async () => {
  const page = await openApp(browser);
  for (const [name, key] of [["Verschil per bezoeker", "Enter"], ["Besparingen als deel van de kosten", "Space"], ["Kosten", "Enter"]]) {
    const figure = headline(page, name);
    await figure.focus();
    assert.equal(await figure.getAttribute("aria-expanded"), "false");
    await page.keyboard.press(key);
    await page.waitForFunction(() => document.activeElement.id === "uitleg");
    assert.equal(await figure.getAttribute("aria-expanded"), "true");
    assert.equal(await figure.getAttribute("aria-controls"), "uitleg");
    // The explanation comes right after the block of the figure in the Tab order.
    await page.keyboard.press("Tab");
    assert.equal(await page.evaluate(() => document.activeElement.closest("#uitleg") !== null), true);
    await page.keyboard.press("Escape");
    await explanation(page).waitFor({ state: "detached" });
    assert.equal(await focusedId(page), await figure.getAttribute("id"));
    assert.equal(await figure.getAttribute("aria-expanded"), "false");
  }
  // Pressing the figure again closes the explanation too.
  await page.keyboard.press("Enter");
  await explanation(page).waitFor();
  await headline(page, "Kosten").press("Enter");
  await explanation(page).waitFor({ state: "detached" });
  // Escape in a field does not close the explanation.
  await headline(page, "Kosten").press("Enter");
  await field(page, "Bezoekers").focus();
  await page.keyboard.press("Escape");
  assert.ok(await explanation(page).isVisible());
  page.assertClean();
  await leave(page);
});

const NEW = { values: { fase: "nieuw" } };

test("in a table Tab reaches one figure, and arrow keys the others", async () => {
  const page = await openApp(browser, { path: address("rekenblad", NEW) });
  const years = "Bedragen per jaar";
  const stops = await page.locator(`[role=region][aria-label="${years}"] .figure-button`).evaluateAll((all) => all.filter((one) => one.tabIndex >= 0).length);
  assert.equal(stops, 1);
  await cell(page, years, 0, 0).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  assert.equal(await focusedId(page), await cell(page, years, 1, 2).getAttribute("id"));
  await page.keyboard.press("Enter");
  await assertExplanationSays(page, "Becijferde besparingen × Effect in jaar 2");
  await assertExplanationSays(page, "€ 154.000 × 80% = € 123.200");
  await page.keyboard.press("Escape");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("ArrowLeft");
  assert.equal(await focusedId(page), await cell(page, years, 0, 1).getAttribute("id"));
  // At the edge nothing happens.
  await cell(page, years, 3, 5).focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("ArrowDown");
  assert.equal(await focusedId(page), await cell(page, years, 3, 5).getAttribute("id"));
  await leave(page);
});

/** Returns the number in a text; of a percentage that before the %. */
const numberIn = (text) => Number(text.replace(/[^\d,−-]/g, "").replace("−", "-").replace(",", "."));

test("every figure on the page opens an explanation with the same value", async () => {
  const page = await openApp(browser);
  await type(page, field(page, "Bezoekers"), "487");
  await button(page, "Voorzichtig").click();
  await openAll(page);
  const figures = page.locator(".figure-button");
  const count = await figures.count();
  assert.ok(count >= 55, `only ${count} figures`);
  let entered = 0;
  for (let index = 0; index < count; index += 1) {
    const figure = figures.nth(index);
    const name = await figure.innerText();
    const shown = name.split(",")[0];
    await figure.evaluate((one) => one.click());
    await eventually(async () => ((await figure.getAttribute("aria-expanded")) === "true" ? [] : [`${name} does not open`]));
    const title = await page.locator("#uitleg-titel strong").innerText();
    assert.equal(await page.locator("#uitleg").count(), 1, name);
    // The page rounds amounts to whole euros. Other figures may have words of their own.
    if (/^€/.test(shown)) {
      // The sign may differ: a negative gap is shown without a minus, a step that lowers the costs with one.
      const [text, explained] = [(await figure.innerText()).split(", toon")[0], title].map((one) => Math.abs(numberIn(one)));
      assert.ok(Math.abs(text - explained) <= 0.51, `${name}: ${text} for ${explained}`);
    }
    // An input, an end of a plausible range and a year outside the horizon have no calculation.
    if (/Dit is ingevuld|onder ‘(Laag|Hoog)’ staat|opgetelde saldo nul of hoger/.test(await explanation(page).innerText())) {
      entered += 1;
      continue;
    }
    await assertExplanationSays(page, "Met de getallen");
    // The explanation is in the block of its figure.
    const inside = await figure.evaluate((one) => one.closest(".card, .main-result, section").contains(document.getElementById("uitleg")));
    assert.ok(inside, `${name}: is elsewhere`);
  }
  assert.ok(entered <= 8, `${entered} of ${count} figures have no sum`);
  page.assertClean();
  await leave(page);
});

test("the table of a chart opens the same explanations", async () => {
  const page = await openApp(browser);
  const card = page.locator(".card").filter({ has: page.getByRole("heading", { name: /^Geschatte besparingen van alle betalers samen:/ }) });
  await card.getByText("Als tabel").click();
  const row = (name) => card.locator("tbody tr").filter({ hasText: name });
  await row("Personeel").getByRole("button").click();
  await assertExplanationSays(page, "3,75 × € 48.800 = € 183.000");
  assert.ok(await explanation(page).evaluate((one) => one.closest(".card") !== null));
  await page.keyboard.press("Escape");
  // Arrow keys skip cells without a figure.
  await page.keyboard.press("ArrowUp");
  await row("Minder zorg (ggz)").getByRole("button").focus();
  await page.keyboard.press("ArrowUp");
  await page.keyboard.press("Enter");
  await assertExplanationSays(page, "Minder dagbesteding: vóór correcties × (100% − Minder dagbesteding: was toch al gebeurd)");
  // A p.m. line has no amount; its explanation says what it would have to be.
  await row("Minder overlast").getByRole("button").click();
  await assertExplanationSays(page, "€ 146.000 ÷ € 280 = 521,43");
  await assertExplanationSays(page, "Deze post is p.m.; dit is het hele aantal dat nodig is.");
  assert.deepEqual(await axe(page, ".lead"), []);
  page.assertClean();
  await leave(page);
});

test("a figure without a value is explained, and so is harm", async () => {
  const page = await openApp(browser, { path: address("rekenblad", NEW) });
  await openGroups(page, "Besparingen", "Minder uitkeringen", "Minder dagbesteding");
  await type(page, field(page, "Uitkeringen minder", "Minder uitkeringen"), "0");
  await type(page, field(page, "Cliënten minder", "Minder dagbesteding"), "-2");
  await headline(page, "Besparingen als deel van de kosten").click();
  await assertExplanationSays(page, "niet te zeggen");
  await assertExplanationSays(page, "Er zijn geen besparingen boven nul om mee te vergelijken.");
  await explanation(page).getByRole("button", { name: "Uitleg van ‘Becijferde besparingen’" }).click();
  await explanation(page).getByRole("button", { name: /Minder dagbesteding: na correcties/ }).click();
  await assertExplanationSays(page, "Schade telt helemaal mee");
  await cell(page, "Bedragen per jaar", 2, 0).evaluate((one) => one.click());
  await assertExplanationSays(page, "Vanaf jaar 3 rekent het model met het volle effect.");
  await page.getByRole("button", { name: /^niet binnen deze jaren/ }).evaluate((one) => one.click());
  await assertExplanationSays(page, "In geen enkel jaar is het opgetelde saldo nul of hoger");
  await leave(page);
});

test("the explanation of an own line disappears with the line", async () => {
  const page = await openApp(browser);
  await openGroups(page, "Eigen posten");
  await button(page, "Kostenpost toevoegen").press("Enter");
  await paste(page, page.getByLabel("Naam van de post"), "Scholing");
  await type(page, page.getByLabel("Aantal", { exact: true }), "3");
  await type(page, page.getByLabel("Bedrag", { exact: true }), "250,50");
  await headline(page, "Kosten").click();
  await explanation(page).getByRole("button", { name: "Uitleg van ‘Alle kostenposten samen’" }).click();
  await explanation(page).getByRole("button", { name: "Uitleg van ‘Scholing’" }).click();
  await assertExplanationSays(page, "Scholing: aantal × Scholing: bedrag");
  await assertExplanationSays(page, "3 × € 250,50 = € 751,50");
  await button(page, "Verwijder ‘Scholing’").evaluate((one) => one.click());
  await explanation(page).waitFor({ state: "detached" });
  page.assertClean();
  await leave(page);
});

for (const [width, colorScheme] of [[1280, "light"], [320, "dark"]]) {
  test(`an open explanation passes axe and fits, ${width} px`, async () => {
    const page = await openApp(browser, { width, colorScheme, reducedMotion: "reduce" });
    const openers = ["Kosten per bezoeker", "Saldo gemeente", "Netto contante waarde", "Verschil"];
    for (const name of openers) {
      await headline(page, name).click();
      await assertExplanationSays(page, "Zo berekend");
      await assertAccessibleAndFits(page);
      const small = await page.locator("#uitleg button").evaluateAll((all) =>
        all.map((one) => [one.innerText, one.getBoundingClientRect()]).filter(([, box]) => box.width < 24 || box.height < 24).map(([name]) => name),
      );
      assert.deepEqual(small, []);
    }
    await cell(page, "Rekening 1: geld per partij", 0, 1).click();
    await assertExplanationSays(page, "Minder uitkeringen: voor gemeente + Minder dagbesteding: voor gemeente");
    assert.deepEqual(await axe(page), []);
    page.assertClean();
    await leave(page);
  });
}

test("the compact view explains figures too, and leads only to fields that it has", async () => {
  const page = await openApp(browser, { path: "#compact" });
  await headline(page, "Kosten per bezoeker").click();
  await assertExplanationSays(page, "€ 300.000 ÷ 500 = € 600");
  await explanation(page).getByRole("button", { name: "Naar het veld ‘Bezoekers’" }).click();
  await assertFocus(page, "bezoekers", "name");
  await explanation(page).getByRole("button", { name: "Uitleg van ‘Kosten’" }).click();
  await explanation(page).getByRole("button", { name: "Uitleg van ‘Alle kostenposten samen’" }).click();
  await explanation(page).getByRole("button", { name: "Uitleg van ‘Huisvesting’" }).click();
  await assertExplanationSays(page, "Huisvesting € 48.000");
  assert.equal(await explanation(page).getByRole("button", { name: /^Naar het veld/ }).count(), 0);
  await leave(page);
});

test("in print, and without the program, figures are plain text", async () => {
  const page = await openApp(browser);
  await headline(page, "Verschil").click();
  await explanation(page).waitFor();
  await page.emulateMedia({ media: "print" });
  assert.equal(await explanation(page).isVisible(), false);
  for (const name of ["Kosten", "Verschil"]) {
    const line = await headline(page, name).evaluate((one) => getComputedStyle(one).textDecorationLine);
    assert.equal(line, "none", name);
  }
  await leave(page);
  const withoutScript = await openPage(browser, { javaScriptEnabled: false });
  assert.equal(await withoutScript.locator(".figure-button").count(), 0);
  await eventually(async () => ((await withoutScript.locator("data[data-result]").count()) === 4 ? [] : ["figures are missing"]));
  await leave(withoutScript);
});
