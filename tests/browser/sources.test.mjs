// Where every figure comes from: the view of sources, and what a field says of its source.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, leave, openPage } from "./support.mjs";
import { assertEuros, assertText, button, field, open, openAll, ready, start, summary, type } from "./person.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** The explanation of the field with this label. */
const why = (page, label) => page.locator(".field").filter({ has: field(page, label) }).locator("details.why");

/** Has the file of sources be answered like this, in place of what is there. */
const answer = (page, how) => page.context().route("**/bronnen.json", how);

test("the sources come when they are asked for, and not before", async () => {
  const page = await openPage(browser);
  const asked = [];
  page.on("request", (request) => {
    if (request.url().endsWith("/bronnen.json")) asked.push(request.url());
  });
  await page.reload();
  await ready(page);
  await assertEuros(page, { "break_even.gap": 146000 });
  assert.deepEqual(asked, []);
  const explanation = why(page, "Bezoekers");
  await explanation.locator("summary").focus();
  await page.keyboard.press("Enter");
  await assertText(explanation, "Uw eigen registratie");
  await assertText(explanation, "Waarom dit begin: Het gemiddelde initiatief in de brochure");
  await assertText(explanation, "‘Bouwstenen voor participatie en herstel (versie 2)’");
  // A second field needs no second file.
  await why(page, "Betaalde medewerkers").locator("summary").click();
  await assertText(why(page, "Betaalde medewerkers"), "Uw loonadministratie");
  assert.equal(asked.length, 1);
  page.assertClean();
  await leave(page);
});

test("each correction of a line has the source that is its own", async () => {
  const page = await start(browser);
  await open(page, "Besparingen", "Minder dagbesteding");
  await page.getByText("Correcties bij Minder dagbesteding").click();
  const line = page.getByRole("group", { name: "Minder dagbesteding" });
  const of = (label) => line.locator(".field").filter({ has: page.getByLabel(label, { exact: true }) });
  await of("Maakt echt geld vrij").locator("summary").click();
  await assertText(of("Maakt echt geld vrij"), "Kijk naar het contract van de gemeente");
  // What is said of every line alike.
  await of("Verschuift alleen").locator("summary").click();
  await assertText(of("Verschuift alleen"), "Vraag of banen en plekken nieuw zijn");
  await leave(page);
});

for (const width of [1280, 320]) {
  test(`the view of sources says it all, ${width} px`, async () => {
    const page = await start(browser, { path: "#bronnen", width });
    await assertText(page.getByRole("region", { name: "Wat zegt onderzoek?" }), "geen verschil tussen de groepen");
    assert.equal(await page.locator("#onderzoek li").count(), 10);
    await openAll(page);
    for (const [part, words] of [
      ["De brochure", "16 × € 6.250 is onze splitsing"],
      ["Narekenen van de brochure", "15.500, niet de 30.000"],
      ["Wat critici zeggen, en wat dit model daarmee doet", "Het zijn papieren besparingen."],
      ["Grenzen van dit model", "Het is geen begroting"],
      ["Wat dit model met opzet niet doet", "Het bewijst geen besparing."],
      ["Cijfers om mee te vergelijken", "Divosa"],
      ["Elke invoer met haar bron", "Het tarievenblad Wmo van uw gemeente"],
    ]) {
      await assertText(page.locator("section").filter({ has: page.getByRole("heading", { name: part, exact: true }) }), words);
    }
    assert.equal(await page.locator("#invoerbronnen li").count(), 73);
    const links = await page.locator('main a[target="_blank"]').evaluateAll((all) => all.map(({ href, rel }) => [href, rel]));
    assert.ok(links.length > 10, `only ${links.length} links to publications`);
    for (const [href, rel] of links) assert.ok(href.startsWith("https://") && rel.includes("noopener"), href);
    const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    assert.ok(wider <= 0, `scrolls ${wider} px sideways`);
    assert.deepEqual(await axe(page), []);
    page.assertClean();
    await leave(page);
  });
}

test("a list of contents leads to each part, by keyboard", async () => {
  const page = await start(browser, { path: "#bronnen" });
  const contents = page.getByRole("navigation", { name: "Op deze pagina" });
  await contents.getByRole("button", { name: "Wat zegt onderzoek?" }).focus();
  await page.keyboard.press("Enter");
  await page.waitForFunction(() => document.activeElement?.id === "onderzoek");
  await leave(page);
});

test("without the file the page says so, calculates, and asks again", async () => {
  const page = await start(browser);
  let there = false;
  await answer(page, (route) => (there ? route.continue() : route.abort("internetdisconnected")));
  await page.getByRole("link", { name: "Bronnen" }).click();
  await assertText(page.getByRole("status"), "De bronnen konden niet worden geladen");
  // What the program knows by itself is still there.
  await openAll(page);
  await assertText(page.locator("#invoerbronnen"), "MIND, Bouwstenen");
  assert.deepEqual(await axe(page), []);
  await page.getByRole("link", { name: "Rekenen" }).click();
  await type(page, field(page, "Bezoekers"), "1000");
  await assertEuros(page, { "costs.per_visitor": 300 });
  await why(page, "Bezoekers").locator("summary").click();
  await assertText(why(page, "Bezoekers"), "konden niet worden geladen");
  there = true;
  await why(page, "Bezoekers").getByRole("button", { name: "Probeer opnieuw" }).click();
  await assertText(why(page, "Bezoekers"), "Uw eigen registratie");
  assert.ok(page.problems.length > 0 && page.problems.every((problem) => problem.includes("bronnen.json")), page.problems);
  await leave(page);
});

test("a mistake in the file is named with its place, and stops nothing", async () => {
  const page = await start(browser);
  const body = '{\n  "bronnen": {},\n  "invoer": { "bezoekers": { "zekerheid": "brochure" "waarom": "…" } }\n}';
  await answer(page, (route) => route.fulfill({ body, contentType: "application/json" }));
  await page.getByRole("link", { name: "Bronnen" }).click();
  await assertText(page.getByRole("status"), "regel 3");
  await page.getByRole("link", { name: "Rekenen" }).click();
  await assertEuros(page, { "break_even.gap": 146000 });
  page.assertClean();
  await leave(page);
});
