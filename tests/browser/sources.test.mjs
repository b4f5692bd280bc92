// The sources of all figures: in their own view, and in the explanation below a field.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, leave, openPage } from "./support.mjs";
import { eventually, address, assertAccessibleAndFits, assertEuros, assertText, field, openAll, openApp, openGroups, type, waitUntilReady } from "./person.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Returns the collapsible explanation of the field with this label. */
const fieldExplanation = (page, label) => page.locator(".field").filter({ has: field(page, label) }).locator("details.why");

/** Handles requests for bronnen.json with this route. */
const routeSources = (page, handler) => page.context().route("**/bronnen.json", handler);

test("bronnen.json is loaded when an explanation is opened, once", async () => {
  const page = await openPage(browser, { path: "#rekenblad" });
  const requests = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/bronnen.json")) requests.push(request.url());
  });
  await page.reload();
  await waitUntilReady(page);
  await assertEuros(page, { "break_even.gap": 146000 });
  assert.deepEqual(requests, []);
  const explanation = fieldExplanation(page, "Bezoekers");
  await explanation.locator("summary").focus();
  await page.keyboard.press("Enter");
  await assertText(explanation, "Uw eigen registratie");
  await assertText(explanation, "Waarom dit begin: Het gemiddelde initiatief in de brochure");
  await assertText(explanation, "‘Bouwstenen voor participatie en herstel (versie 2)’");
  // A second explanation does not load the file again.
  await fieldExplanation(page, "Betaalde medewerkers").locator("summary").click();
  await assertText(fieldExplanation(page, "Betaalde medewerkers"), "Uw loonadministratie");
  assert.equal(requests.length, 1);
  page.assertClean();
  await leave(page);
});

test("each correction of a saving line has its own source", async () => {
  const page = await openApp(browser);
  await openGroups(page, "Besparingen", "Minder dagbesteding");
  await page.getByText("Correcties bij Minder dagbesteding").click();
  const line = page.getByRole("group", { name: "Minder dagbesteding" });
  const fieldOf = (label) => line.locator(".field").filter({ has: page.getByLabel(label, { exact: true }) });
  await fieldOf("Maakt echt geld vrij").locator("summary").click();
  await assertText(fieldOf("Maakt echt geld vrij"), "Kijk naar het contract van de gemeente");
  // This text is the same for every line.
  await fieldOf("Verschuift alleen").locator("summary").click();
  await assertText(fieldOf("Verschuift alleen"), "Vraag of banen en plekken nieuw zijn");
  await leave(page);
});

for (const [width, colorScheme] of [[1280, "light"], [320, "dark"]]) {
  test(`the view of sources has all its sections, ${width} px, ${colorScheme}`, async () => {
    const page = await openApp(browser, { path: "#bronnen", width, colorScheme });
    await assertText(page.getByRole("region", { name: "Wat zegt onderzoek?" }), "zonder verschil tussen de groepen");
    assert.equal(await page.locator("#onderzoek li").count(), 12);
    await openAll(page);
    for (const [heading, words] of [
      ["De brochure", "16 × € 6.250 is onze splitsing"],
      ["Narekenen van de brochure", "15.500, niet de 30.000"],
      ["Wat critici zeggen, en wat dit model daarmee doet", "Het zijn papieren besparingen."],
      ["Grenzen van dit model", "Het is geen begroting"],
      ["Achtergrond", "Ontplooiingsruimte"],
      ["Achtergrond", "Zelfregiecentrum, Venlo en Weert"],
      ["Wat dit model met opzet niet doet", "Het toont geen besparing aan."],
      ["Cijfers om mee te vergelijken", "Divosa"],
      ["Elke invoer met haar bron", "Het tarievenblad Wmo van uw gemeente"],
    ]) {
      await assertText(page.locator("section").filter({ has: page.getByRole("heading", { name: heading, exact: true }) }), words);
    }
    assert.equal(await page.locator("#invoerbronnen li").count(), 76);
    const links = await page.locator('main a[target="_blank"]').evaluateAll((all) => all.map(({ href, rel }) => [href, rel]));
    assert.ok(links.length > 10, `only ${links.length} links to publications`);
    for (const [href, rel] of links) assert.ok(href.startsWith("https://") && rel.includes("noopener"), href);
    await assertAccessibleAndFits(page);
    page.assertClean();
    await leave(page);
  });
}

test("what speaks against it is on the first screen of the view, one press away at most", async () => {
  for (const [width, height] of [[1280, 800], [360, 740]]) {
    const page = await openApp(browser, { path: "#bronnen", width, height });
    const answer = page.getByText("Wij kennen geen Nederlands onderzoek dat ze bij centra mat.");
    await answer.waitFor();
    const top = (locator) => locator.evaluate((found) => found.getBoundingClientRect().top);
    assert.ok((await top(answer)) < height, `the answer is at ${await top(answer)}`);
    const contents = page.getByRole("navigation", { name: "Op deze pagina" });
    for (const name of ["Wat zegt onderzoek?", "Wat critici zeggen, en wat dit model daarmee doet"]) {
      const button = contents.getByRole("button", { name });
      assert.ok((await top(button)) < height, name);
    }
    // What found no difference comes before what was favourable.
    const groups = await page.locator("#onderzoek h3").allTextContents();
    assert.deepEqual(groups, ["Geen verschil gevonden", "Ongunstig", "Gemengd", "Gunstig", "Beschrijvend: geen effect of geld gemeten"]);
    await assertText(page.locator("#onderzoek"), "Van de 12: 2 zonder verschil, 2 ongunstig, 2 gemengd, 3 gunstig, 3 beschrijvend.");
    await contents.getByRole("button", { name: /^Wat critici/ }).click();
    await page.waitForFunction(() => document.activeElement?.id === "kritiek");
    await leave(page);
  }
});

for (const [width, height] of [[1280, 800], [360, 740]]) {
  test(`each entry of the contents brings its heading to the top, ${width} px`, async () => {
    const page = await openApp(browser, { path: "#bronnen", width, height });
    await page.locator("#onderzoek").waitFor();
    const contents = page.getByRole("navigation", { name: "Op deze pagina" });
    for (const entry of await contents.getByRole("button").all()) {
      await entry.press("Enter");
      // The last sections are shorter than the window, so that the page ends before they are at its top.
      await eventually(async () => {
        const [top, isEnd] = await page.locator(":focus").evaluate((section) => [
          section.getBoundingClientRect().top, scrollY + innerHeight >= document.documentElement.scrollHeight - 2]);
        return (top >= 0 && top < 200) || (isEnd && top < innerHeight) ? [] : [`${await entry.textContent()}: at ${top}`];
      });
    }
    page.assertClean();
    await leave(page);
  });
}

test("a warning about one funder leads to the conditions, and those to the plan", async () => {
  const plan = [{ party: "gemeente", share: 1 }];
  const page = await openApp(browser, { path: address("rekenblad", { base: "voorzichtig", plan }) });
  await openGroups(page, "Let op");
  await page.getByRole("button", { name: "Voorwaarden (in ‘Bronnen’)" }).press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "achtergrond-voorwaarden");
  await assertText(page.locator(":focus"), "Eén financier, of deel zijn van een grote organisatie");
  assert.ok(await page.locator("#achtergrond-voorwaarden").evaluate((found) => Math.abs(found.getBoundingClientRect().top) < innerHeight));
  await page.getByRole("button", { name: /^Naar het dekkingsplan/ }).press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "dekkingsplan-invoer");
  page.assertClean();
  await leave(page);
});

test("the palette is side by side on paper and one below the other at 320 px; all inputs are printed", async () => {
  const page = await openApp(browser, { path: "#bronnen", width: 320 });
  const panels = page.locator("#achtergrond-palet dl > div");
  const tops = () => panels.evaluateAll((all) => all.map((panel) => Math.round(panel.getBoundingClientRect().top)));
  assert.equal(new Set(await tops()).size, 3);
  assert.equal(await page.locator("#invoerbronnen li").first().isVisible(), false);
  await page.setViewportSize({ width: 720, height: 1000 });
  await page.emulateMedia({ media: "print" });
  assert.equal(new Set(await tops()).size, 1);
  for (const item of await page.locator("#invoerbronnen li").all()) {
    assert.ok((await item.boundingBox()).height > 0, await item.textContent());
  }
  await leave(page);
});

test("the table of contents leads to a section, by keyboard", async () => {
  const page = await openApp(browser, { path: "#bronnen" });
  const contents = page.getByRole("navigation", { name: "Op deze pagina" });
  await contents.getByRole("button", { name: "Wat zegt onderzoek?" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "onderzoek");
  await leave(page);
});

test("without bronnen.json a notice says so, the page still calculates, and a button tries again", async () => {
  const page = await openApp(browser);
  let isAvailable = false;
  await routeSources(page, (route) => (isAvailable ? route.continue() : route.abort("internetdisconnected")));
  await page.getByRole("link", { name: "Bronnen" }).click();
  await assertText(page.getByRole("status"), "De bronnen konden niet worden geladen");
  // Sources that are part of the program are still shown.
  await openAll(page);
  await assertText(page.locator("#invoerbronnen"), "MIND, Bouwstenen");
  assert.deepEqual(await axe(page), []);
  await page.getByRole("link", { name: "Rekenblad", exact: true }).click();
  await type(page, field(page, "Bezoekers"), "1000");
  await assertEuros(page, { "costs.per_visitor": 300 });
  await fieldExplanation(page, "Bezoekers").locator("summary").click();
  await assertText(fieldExplanation(page, "Bezoekers"), "konden niet worden geladen");
  isAvailable = true;
  await fieldExplanation(page, "Bezoekers").getByRole("button", { name: "Probeer opnieuw" }).click();
  await assertText(fieldExplanation(page, "Bezoekers"), "Uw eigen registratie");
  assert.ok(page.problems.length > 0 && page.problems.every((problem) => problem.includes("bronnen.json")), page.problems);
  await leave(page);
});

test("a mistake in bronnen.json is reported with its line, and the page still calculates", async () => {
  const page = await openApp(browser);
  const body = '{\n  "bronnen": {},\n  "invoer": { "bezoekers": { "zekerheid": "brochure" "waarom": "…" } }\n}';
  await routeSources(page, (route) => route.fulfill({ body, contentType: "application/json" }));
  await page.getByRole("link", { name: "Bronnen" }).click();
  await assertText(page.getByRole("status"), "regel 3");
  await page.getByRole("link", { name: "Rekenblad", exact: true }).click();
  await assertEuros(page, { "break_even.gap": 146000 });
  page.assertClean();
  await leave(page);
});
