// Explanations of figures that are not in the outcome itself: totals of groups, break-even values, the
// effects of changes, and results of the simulation.

import assert from "node:assert/strict";
import { address, assertAccessibleAndFits, assertExplanationSays, assertFocus, button, evaluate, eventually, explanation, openAll, openGroups, openAnalysis } from "./person.mjs";
import { visit } from "./visit.mjs";

const groupTotal = (page, words) => page.locator(".sum").filter({ hasText: words, visible: true }).getByRole("button").first();
const fact = (page, name) => page.locator(".facts > div").filter({ hasText: name }).getByRole("button").first();
const breakEvenSearch = (page) => page.getByRole("region", { name: "Waar slaat de uitkomst om?" });
/** Waits until the view of uncertainty has all its results. */
const waitForResults = (page) => page.getByRole("region", { name: "Meetplan" }).waitFor({ timeout: 20_000 });

visit("the totals of groups and of saving lines open, within the group", {}, async (page) => {
  await openGroups(page, "Kosten");
  await groupTotal(page, "Samen:").press("Enter");
  await assertExplanationSays(page, "Alle kostenposten samen − Eigen inkomsten");
  await page.keyboard.press("Escape");
  await openGroups(page, "Besparingen", "Minder dagbesteding", "Minder overlast");
  const line = (name) => page.getByRole("group", { name, exact: true }).locator(".sum").getByRole("button");
  await line("Minder dagbesteding").press("Enter");
  await assertExplanationSays(page, "€ 100.000 × (100% − 0%) × 100% × (100% − 0%) = € 100.000");
  // There is one explanation, within its saving line.
  assert.equal(await explanation(page).count(), 1);
  assert.ok(await explanation(page).evaluate((one) => one.closest("fieldset")?.querySelector("legend").textContent === "Minder dagbesteding"));
  await line("Minder overlast").press("Enter");
  await assertExplanationSays(page, "€ 146.000 ÷ € 280 = 521,43");
  await openGroups(page, "Eigen posten");
  await button(page, "Scholing").press("Enter");
  await line("Scholing").press("Enter");
  await assertExplanationSays(page, "10 × € 250 = € 2.500");
  // A summary may not contain buttons or links.
  assert.equal(await page.locator("summary button, summary a").count(), 0);
});

visit("a break-even value is explained by a calculation that gives it", {}, async (page) => {
  const list = page.getByLabel("Zoek het omslagpunt van");
  await list.selectOption({ label: "Minder dagbesteding, Cliënten minder" });
  await fact(page, "Omslagpunt").press("Enter");
  // By hand: 16 + 146.000 ÷ 6.250 = 39,36
  await assertExplanationSays(page, "Omslagpunt van ‘Minder dagbesteding, Cliënten minder’: 39,36");
  await assertExplanationSays(page, "16 + € 146.000 ÷ € 6.250 = 39,36");
  await assertExplanationSays(page, "€ 300.000 − € 300.000 = € 0");
  await explanation(page).getByRole("button", { name: "Uitleg van ‘Verschil’" }).press("Enter");
  await assertExplanationSays(page, "€ 300.000 − € 154.000 = € 146.000");
  await button(page, "Terug naar ‘Omslagpunt van ‘Minder dagbesteding, Cliënten minder’’").press("Enter");
  await explanation(page).getByRole("button", { name: /^Naar het veld ‘Minder dagbesteding/ }).press("Enter");
  await assertFocus(page, "dagbesteding.aantal", "name");
  // It follows what is typed. For a line that does harm the calculation begins at zero: (300.000 − 54.000) ÷ 6.250
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("-2");
  await assertExplanationSays(page, "0 + € 246.000 ÷ € 6.250 = 39,36");
  await assertExplanationSays(page, "Daarom begint de som bij nul");
  await page.keyboard.press("ControlOrMeta+z");
  await list.selectOption({ label: "Betaalde medewerkers" });
  await fact(page, "Omslagpunt").press("Enter");
  // 3,75 − 146.000 ÷ 48.800
  await assertExplanationSays(page, "3,75 + € 146.000 ÷ (€ −48.800) = 0,76");
});

visit("the break-even values of all inputs open, and those of p.m. lines in the table", { path: address("rekenblad", { base: "voorzichtig" }) }, async (page) => {
  const list = page.getByLabel("Zoek het omslagpunt van");
  const names = await list.locator("option").allInnerTexts();
  let count = 0;
  for (const label of names) {
    await list.selectOption({ label });
    await eventually(async () => ((await breakEvenSearch(page).innerText()).includes(`${label}: `) ? [] : [label]));
    if (await fact(page, "Omslagpunt").count() === 0) continue;
    await fact(page, "Omslagpunt").press("Enter");
    await assertExplanationSays(page, `Omslagpunt van ‘${label}’`);
    await assertExplanationSays(page, "= € 0");
    await page.keyboard.press("Escape");
    count += 1;
  }
  assert.ok(count >= 5, `only ${count} of ${names.length}`);
  const quantity = (table) => breakEvenSearch(page).getByRole("region", { name: table }).getByRole("row").filter({ hasText: "Minder zorg (ggz)" }).getByRole("button").last();
  await quantity("Wat p.m.-posten moeten besparen").press("Enter");
  await assertExplanationSays(page, "Minder zorg (ggz): aantal dat het verschil dekt");
  await quantity("Wat p.m.-posten de samenleving waard moeten zijn").press("Enter");
  await assertExplanationSays(page, "Minder zorg (ggz): aantal dat het verschil voor de samenleving dekt");
});

const scenario = {
  values: { fte: 4, "dagbesteding.aantal": 18, "dagbesteding.verzilverbaar": 0.5 },
  custom: [{ id: "c1", side: "cost", label: "Scholing", quantity: 2, amount: 1_500 }],
};

visit("the effect of a change is explained as the saldo with it less that without it", { path: address("rekenblad", scenario) }, async (page) => {
  const list = page.getByRole("region", { name: "Wat is er veranderd?" });
  const effect = (name) => list.getByRole("listitem").filter({ has: page.getByText(name, { exact: true }) }).getByRole("button", { name: /toon hoe dit is berekend/ });
  await effect("Betaalde medewerkers").press("Enter");
  const now = evaluate(scenario).total.net;
  const without = evaluate({ ...scenario, values: { ...scenario.values, fte: 3.75 } }).total.net;
  const euro = (value) => `€ ${value < 0 ? "−" : ""}${Math.abs(value).toLocaleString("nl-NL")}`;
  await assertExplanationSays(page, `${euro(now)} − (${euro(without)}) = ${euro(now - without)}`);
  assert.equal(Math.round(now - without), -12_200);
  await effect("Minder dagbesteding, Maakt echt geld vrij").press("Enter");
  await assertExplanationSays(page, "Wat ‘Minder dagbesteding, Maakt echt geld vrij’ doet met: Gemeente: saldo: € −56.250");
  await effect("Scholing").press("Enter");
  await assertExplanationSays(page, "= € −3.000");
  await list.getByRole("button", { name: "Zet terug: Scholing" }).press("Enter");
  await explanation(page).waitFor({ state: "detached" });
});

visit("a result of the simulation is explained, with the numbers of draws and the seed", { path: "#onzekerheid" }, async (page) => {
  await waitForResults(page);
  await fact(page, "Trekkingen onder de puntberekening").press("Enter");
  // By the golden file of the simulation: 86.508 of 100.000.
  await assertExplanationSays(page, "het deel van de trekkingen dat lager uitkomt dan de puntberekening");
  await assertExplanationSays(page, "86.508 van de 100.000 trekkingen = 86,508%");
  await assertExplanationSays(page, "Het model rekende 100.000 keer alles opnieuw uit");
  await assertExplanationSays(page, "startgetal 2017");
  await explanation(page).getByRole("button", { name: "Uitleg van ‘Saldo, alle partijen’" }).press("Enter");
  await assertExplanationSays(page, "€ 154.000 − € 300.000 = € −146.000");
  await page.keyboard.press("Escape");
  await fact(page, "De kans dat de becijferde effecten").press("Enter");
  await assertExplanationSays(page, ": < 1%");
  await explanation(page).getByRole("button", { name: "Naar het veld ‘Startgetal’" }).press("Enter");
  await assertFocus(page, "simulation.seed", "name");
});

visit("every figure of the view of uncertainty opens", { path: address("onzekerheid", { values: { drempel: 360 } }) }, async (page) => {
  await waitForResults(page);
  await openAll(page);
  const figures = page.locator(".figure-button");
  // Tables are drawn once they are open.
  const enoughFigures = async () => ((await figures.count()) > 100 ? [] : [`only ${await figures.count()}`]);
  await eventually(enoughFigures);
  const count = await figures.count();
  let pressed = 0;
  for (let index = 0; index < count; index += 1) {
    // Of the long table below the curve only a few rows are tested.
    const [name, row] = await figures.nth(index).evaluate((one) => {
      const ofCurve = one.closest("figure")?.innerText.includes("per bezoeker kosten, naast wat het bespaart");
      return [one.innerText, ofCurve ? one.closest("tr")?.sectionRowIndex : undefined];
    });
    if (row !== undefined && ![0, 10, 40].includes(row)) continue;
    await figures.nth(index).evaluate((one) => one.click());
    await eventually(async () => ((await figures.nth(index).getAttribute("aria-expanded")) === "true" ? [] : [`${name} does not open`]));
    await assertExplanationSays(page, /Zo (bepaald|berekend)/);
    pressed += 1;
  }
  assert.ok(pressed > 60, `only ${pressed} of ${count}`);
});

visit("the saldo at an end of the tornado is explained like any saldo", { path: "#onzekerheid" }, async (page) => {
  await waitForResults(page);
  await openAll(page);
  const row = page.getByRole("row").filter({ hasText: /^Minder dagbesteding: bedrag/ }).first();
  // The first button is the end of the range, the second the saldo at it.
  await row.getByRole("button").nth(1).evaluate((one) => one.click());
  // By hand: 16 × 3.680 = 58.880, and 54.000: 112.880 − 300.000.
  await assertExplanationSays(page, "€ 112.880 − € 300.000 = € −187.120");
  await assertExplanationSays(page, "staat hier op € 3.680 in plaats van op € 6.250");
  await explanation(page).getByRole("button", { name: /^Naar het veld/ }).press("Enter");
  await assertFocus(page, "dagbesteding.bedrag", "name");
});

visit("the figures of the point estimate alone open too", { path: "#onzekerheid" }, async (page) => {
  await waitForResults(page);
  await page.getByLabel("Toon alleen de puntberekening").press("Space");
  await page.getByRole("region", { name: "Puntberekening" }).locator(".facts").getByRole("button").nth(3).press("Enter");
  await assertExplanationSays(page, "€ 100.000 − € 300.000 = € −200.000");
});

for (const [width, colorScheme] of [[320, "dark"], [1280, "light"]]) {
  visit(`open explanations pass axe and fit, ${width} px`, { path: address("rekenblad", scenario), width, colorScheme, reducedMotion: "reduce" }, async (page) => {
    const check = (name) => assertAccessibleAndFits(page, name);
    await fact(page, "Omslagpunt").press("Enter");
    await check("break-even");
    await openGroups(page, "Kosten");
    await groupTotal(page, "Samen:").press("Enter");
    await check("a group");
    await page.getByRole("link", { name: "Zekerheid" }).click();
    await openAnalysis(page);
    await waitForResults(page);
    await fact(page, "De kans dat").press("Enter");
    await check("a result of the simulation");
  });
}
