// Figures in sentences, next to fields, in charts and of other scenarios: all of them open an
// explanation.

import assert from "node:assert/strict";
import { address, assertAccessibleAndFits, assertExplanationSays, assertFocus, button, chartAreas, evaluate, eventually, explanation, field, openAll, openGroups, type, openAnalysis } from "./person.mjs";
import { visit } from "./visit.mjs";

const inText = (page, sentence) => page.locator("#uitkomst p").filter({ hasText: sentence }).locator(".in-text");
const plain = (text) => text.replaceAll("\u00a0", " ");
const close = async (page) => {
  await page.keyboard.press("Escape");
  await explanation(page).waitFor({ state: "detached" });
};

/** Opens a file with these scenarios, and the comparison of them. */
async function compare(page, scenarios, network) {
  await page.getByRole("link", { name: "Delen" }).press("Enter");
  const text = JSON.stringify({ schema: 2, scenarios, reference: 0, network });
  await page.getByLabel("Bestand openen").setInputFiles({ name: "s.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await page.getByText(/Het bestand met/).waitFor();
  await page.getByRole("link", { name: "Vergelijken" }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "Scenario’s vergelijken" }).waitFor();
}

/** Presses each of these figures, checks that its explanation opens, and returns how many there are. */
async function pressAll(page, figures) {
  const count = await figures.count();
  for (let index = 0; index < count; index += 1) {
    const figure = figures.nth(index);
    const name = await figure.evaluate((one) => one.getAttribute("aria-label") ?? one.innerText);
    // An area of a chart is an SVG element, which only a dispatched event presses wherever it is.
    await figure.dispatchEvent("click");
    await eventually(async () => ((await figure.getAttribute("aria-expanded")) === "true" ? [] : [`${name} does not open`]));
    await assertExplanationSays(page, /Zo (berekend|bepaald)|Dit is ingevuld|opgetelde saldo nul of hoger/);
    assert.equal(await explanation(page).count(), 1, name);
  }
  return count;
}

visit("figures in sentences open, and the text of the sentences is unchanged", {}, async (page) => {
  const headline = page.locator(".sentence");
  assert.equal(
    plain(await headline.innerText()),
    "Een gewoon jaar kost € 300.000. Naar schatting bespaart de gemeente daarmee € 154.000. Het blijft een schatting, met aannames. Het verschil is naar schatting € 146.000: € 292 per bezoeker.",
  );
  assert.deepEqual((await headline.locator(".in-text").allInnerTexts()).map(plain), ["€ 300.000", "€ 154.000", "€ 146.000", "€ 292"]);
  // The same figures are next to the sentence, so the Tab key skips those in it.
  assert.ok(await headline.locator(".in-text").evaluateAll((all) => all.every((one) => one.tabIndex === -1)));
  await headline.locator(".in-text").nth(2).click();
  await assertExplanationSays(page, "€ 300.000 − € 154.000 = € 146.000");
  await close(page);
  for (const [sentence, index, expected] of [
    [/^Om het verschil te dekken/, 0, "€ 146.000, minstens € 0 = € 146.000"],
    [/^Vul in wat het centrum per bezoeker mag kosten/, 0, "€ 146.000 ÷ 500 = € 292"],
    [/^Voor alle betalers samen dekken/, 0, "€ 300.000 ÷ € 154.000 = 1,95"],
    [/^Voor alle betalers samen dekken/, 1, "100% − € 154.000 ÷ € 300.000 = 48,67%"],
    [/is het verschil .* voor elk van de/, 2, "Dit is ingevuld"],
    [/^De twee rekeningen verschillen/, 0, "De saldo’s van de partijen samen: € −146.000"],
    [/\(netto contante waarde\) is/, 0, "Netto contante waarde"],
  ]) {
    const figure = inText(page, sentence).nth(index);
    await figure.focus();
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement.id === "uitleg");
    await assertExplanationSays(page, expected);
    await close(page);
    assert.ok(await figure.evaluate((one) => one === document.activeElement), `${sentence}: the focus went elsewhere`);
  }
  // A welfare line, which is in nobody's budget, has a break-even number in its own unit too.
  await page.getByRole("row").filter({ hasText: /^Betaald werk/ }).getByRole("button").last().press("Enter");
  await assertExplanationSays(page, "€ 200.000 ÷ € 33 = 6.060,61");
  await close(page);
  await type(page, field(page, "Betaalde medewerkers"), "4");
  assert.equal(plain(await headline.locator(".in-text").first().innerText()), "€ 312.200");
});

visit("the effect of a change opens next to its field", {}, async (page) => {
  await openGroups(page, "Kosten");
  await type(page, field(page, "Loonkosten per fte"), "50000");
  const effect = page.locator(".effect").filter({ hasText: "lager" }).getByRole("button");
  await effect.press("Enter");
  // By hand: 3,75 × 1.200.
  await assertExplanationSays(page, "€ −150.500 − (€ −146.000) = € −4.500");
  assert.ok(await explanation(page).evaluate((one) => one.closest(".field").querySelector("input[name=loonkosten-per-fte]") !== null));
  await close(page);
  assert.ok(await effect.evaluate((one) => one === document.activeElement));
  // The field still works: it keeps the focus while more is typed.
  await type(page, field(page, "Loonkosten per fte"), "51000");
  await assertFocus(page, "loonkosten-per-fte", "name");
});

const income = { values: { "eigen-inkomsten": 20_000, "dagbesteding.aantal": -2 }, custom: [1, 2, 3].map((id) => ({ id: `c${id}`, side: "saving", label: `Post ${id}`, counted: false, quantity: 1, amount: 5 })) };

visit("chart areas of harm, own income and many p.m. lines open", { path: address("rekenblad", income) }, async (page) => {
  const area = (name) => page.locator("svg").getByRole("button", { name: new RegExp(`^${name}`) }).first();
  await area("Kosten en extra kosten").press("Enter");
  // By hand: costs of 300.000, and harm of 2 × 6.250.
  await assertExplanationSays(page, "(€ −12.500) = € 312.500");
  await close(page);
  await area("Inkomsten en besparing").press("Enter");
  await assertExplanationSays(page, "€ 20.000 + € 54.000 = € 74.000");
  await close(page);
  await area("Eigen inkomsten").press("Enter");
  await assertExplanationSays(page, "Dit is ingevuld");
  await explanation(page).getByRole("button", { name: "Naar het veld ‘Eigen inkomsten’" }).press("Enter");
  await assertFocus(page, "eigen-inkomsten", "name");
  await area("\\d+ posten: p\\.m\\.").press("Enter");
  await assertExplanationSays(page, "Wat de p.m.-posten samen minstens waard moeten zijn");
});

visit("the charts of the view of uncertainty open by mouse and by keyboard", { path: "#onzekerheid" }, async (page) => {
  await page.getByRole("region", { name: "Meetplan" }).waitFor({ timeout: 20_000 });
  const all = chartAreas(page);
  await eventually(async () => ((await all.count()) > 30 ? [] : [`only ${await all.count()}`]));
  const charts = page.locator(".uncertain-pictures figure");
  const bar = chartAreas(charts.nth(2)).first();
  await bar.scrollIntoViewIfNeeded();
  const box = await bar.boundingBox();
  await page.mouse.click(box.x + box.width / 2, box.y + box.height - 4);
  await assertExplanationSays(page, "Al het andere blijft zoals het is.");
  assert.ok(await explanation(page).evaluate((one) => one.parentElement.matches("figure")));
  await close(page);
  // Tab reaches each chart once; keys move between its areas.
  for (const figure of await charts.all()) {
    const stops = await chartAreas(figure).evaluateAll((all) => all.filter((one) => one.tabIndex >= 0).length);
    assert.equal(stops, 1);
    await chartAreas(figure).first().focus();
    await page.keyboard.press("End");
    await page.keyboard.press("Enter");
    await assertExplanationSays(page, /Zo (berekend|bepaald)/);
    await close(page);
  }
  assert.ok((await pressAll(page, all)) > 30);
  // The figures in the strip above the ranges open too.
  await page.locator(".strip").getByRole("button").last().press("Enter");
  await assertExplanationSays(page, "alle trekkingen van laag naar hoog");
});

const OWN = { name: "Ons centrum", values: { bezoekers: 300, fte: 3, "dagbesteding.aantal": 20, horizon: 6 } };

visit("in the comparison every figure is explained with its own scenario", {}, async (page) => {
  await compare(page, [{}, OWN], { counts: [7, 2], inhabitants: 90_000 });
  const table = page.getByRole("region", { name: "Alle cijfers" }).getByRole("table").first();
  const cell = (row, column) => table.getByRole("row").filter({ has: page.getByRole("rowheader", { name: row, exact: true }) }).locator("td").nth(column).getByRole("button");
  const own = evaluate(OWN);
  const euro = (value) => `€ ${value < 0 ? "−" : ""}${Math.abs(value).toLocaleString("nl-NL")}`;
  await cell("Kosten", 1).first().press("Enter");
  await assertExplanationSays(page, `Kosten, in ‘Ons centrum’: ${euro(own.costs.net)}`);
  await explanation(page).getByRole("button", { name: "Uitleg van ‘Alle kostenposten samen’" }).press("Enter");
  await explanation(page).getByRole("button", { name: "Uitleg van ‘Personeel’" }).press("Enter");
  await assertExplanationSays(page, "Personeel, in ‘Ons centrum’");
  await assertExplanationSays(page, "3 × € 48.800 = € 146.400");
  await close(page);
  await cell("Kosten", 1).last().press("Enter");
  await assertExplanationSays(page, `${euro(own.costs.net)} − € 300.000 = ${euro(own.costs.net - 300_000)}`);
  await close(page);
  // The effect of one change: as the first change, as the last, and on average.
  const why = page.locator("figure").filter({ hasText: "Besparingen min kosten is bij ‘Ons centrum’" }).first();
  await chartAreas(why).nth(1).press("Enter");
  await assertExplanationSays(page, "als eerste aangebracht");
  await close(page);
  await openAll(page);
  const figures = page.locator(".figure-button, svg [role=button]");
  await eventually(async () => (/De kans komt uit/.test(await page.locator("main").innerText()) ? [] : ["no chances yet"]), 20_000);
  const count = await pressAll(page, figures);
  assert.ok(count > 120, `only ${count} figures`);
});

visit("an explanation of another scenario leads to that scenario's field", {}, async (page) => {
  await compare(page, [{}, OWN]);
  const bars = page.locator("figure").filter({ has: page.getByRole("heading", { name: /^Naar schatting dek/ }) });
  await chartAreas(bars).nth(4).press("Enter");
  await assertExplanationSays(page, "in ‘Ons centrum’");
  await explanation(page).getByRole("button", { name: "Uitleg van ‘Alle kostenposten samen’" }).press("Enter");
  await explanation(page).getByRole("button", { name: "Uitleg van ‘Personeel’" }).press("Enter");
  await explanation(page).getByRole("button", { name: "Naar het veld ‘Betaalde medewerkers’" }).press("Enter");
  await eventually(async () => ((await page.evaluate(() => `${document.activeElement.name} ${document.activeElement.value}`)) === "fte 3" ? [] : ["elsewhere"]));
  assert.equal(await button(page, "Ons centrum").getAttribute("aria-pressed"), "true");
});

visit("a figure of a network is explained as the sum over its scenarios", {}, async (page) => {
  await compare(page, [{}, OWN], { counts: [7, 2] });
  const row = (name) => page.getByRole("region", { name: "Cijfers van het netwerk" }).getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) }).getByRole("button");
  const own = evaluate(OWN).costs.net;
  const euro = (value) => `€ ${value.toLocaleString("nl-NL")}`;
  await row("Kosten").press("Enter");
  await assertExplanationSays(page, `7 × € 300.000 + 2 × ${euro(own)} = ${euro(2_100_000 + 2 * own)}`);
  await explanation(page).getByRole("button", { name: "Uitleg van ‘Kosten, in ‘Ons centrum’’" }).press("Enter");
  await assertExplanationSays(page, "Alle kostenposten samen − Eigen inkomsten");
  await button(page, "Terug naar ‘Kosten, van het netwerk’").press("Enter");
  await explanation(page).getByRole("button", { name: /^Naar het veld ‘Aantal initiatieven als ‘Ons centrum’/ }).press("Enter");
  await assertFocus(page, "netwerk.1", "name");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("3");
  await assertExplanationSays(page, `7 × € 300.000 + 3 × ${euro(own)}`);
});

visit("uncovered costs and surpluses open in a network and in the comparison", {}, async (page) => {
  const half = { name: "Half gedekt", values: { horizon: 3 }, plan: [{ label: "Wmo", party: "gemeente", share: 0.5 }] };
  const much = { name: "Ruim gedekt", values: { horizon: 3 }, plan: [{ label: "Wmo", party: "gemeente", amount: 400_000 }] };
  await compare(page, [half, { name: "Zonder plan" }, much], { counts: [7, 1, 2] });
  const row = (name) => page.getByRole("region", { name: "Wie betaalt en wie bespaart in het netwerk" }).getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
  // Costs, saldo and net present value; nobody saves anything.
  assert.equal(await pressAll(page, row("Ongedekt").getByRole("button")), 3);
  await row("Ongedekt").getByRole("button").first().press("Enter");
  await assertExplanationSays(page, "7 × € 150.000 + 1 × € 0 + 2 × € 0 = € 1.050.000");
  await explanation(page).getByRole("button", { name: "Uitleg van ‘Ongedekt, in ‘Half gedekt’’" }).press("Enter");
  await assertExplanationSays(page, "in ‘Half gedekt’");
  assert.equal(await pressAll(page, row("Overschot").getByRole("button")), 3);
  await row("Overschot").getByRole("button").nth(1).press("Enter");
  await assertExplanationSays(page, "2 × € 100.000 = € 200.000");
  const year = page.getByRole("region", { name: "Het netwerk over de jaren" }).getByRole("row").nth(2);
  await year.getByRole("button").last().press("Enter");
  await assertExplanationSays(page, "7 × € 150.000 + 1 × € 0 + 2 × € 0 = € 1.050.000");
  const comparisonRow = (name) => page.getByRole("region", { name: "Alle cijfers" }).getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
  const inAll = comparisonRow("Ongedekt, alle jaren samen").getByRole("button");
  // The scenario without a plan has no such figure, and no difference.
  assert.equal(await pressAll(page, inAll), 3);
  await inAll.first().press("Enter");
  await assertExplanationSays(page, "€ 150.000 + € 150.000 + € 150.000 = € 450.000");
  assert.equal(await pressAll(page, comparisonRow("Ongedekt volgens dekkingsplan").getByRole("button")), 3);
});

const plan = { plan: [{ label: "Wmo", party: "gemeente", share: 0.5 }, { label: "Fonds", party: "overig", amount: 90_000, until: 2 }] };

visit("the figures of the loss of a funder open", { path: address("rekenblad", plan) }, async (page) => {
  const card = page.locator("section").filter({ has: page.getByRole("heading", { name: "Wat als een financier wegvalt?" }) }).last();
  await card.locator("figure details").first().evaluate((one) => { one.open = true; });
  const without = card.getByRole("row").filter({ hasText: "Fonds" }).last().getByRole("button");
  await without.first().press("Enter");
  // Of 300.000 the gemeente pays half.
  await assertExplanationSays(page, "Zonder ‘Fonds’: Ongedekt in jaar 1: € 150.000");
  await close(page);
  assert.ok((await pressAll(page, card.locator(".figure-button, svg [role=button]"))) > 25);
});

for (const [width, colorScheme] of [[320, "dark"], [1280, "light"]]) {
  visit(`open explanations pass axe and fit, ${width} px`, { width, colorScheme, reducedMotion: "reduce" }, async (page) => {
    const check = (name) => assertAccessibleAndFits(page, name);
    await inText(page, /^Om het verschil te dekken/).first().press("Enter");
    await check("a sentence");
    await page.getByRole("link", { name: "Zekerheid" }).click();
    await openAnalysis(page);
    await page.getByRole("region", { name: "Meetplan" }).waitFor({ timeout: 20_000 });
    await chartAreas(page.locator(".uncertain-pictures figure").first()).first().press("Enter");
    await check("bars of the view of uncertainty");
    await compare(page, [{}, OWN], { counts: [7, 2] });
    await page.getByRole("region", { name: "Alle cijfers" }).getByRole("table").getByRole("button").first().press("Enter");
    await check("the comparison");
  });
}
