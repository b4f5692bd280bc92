// The comparison of scenarios: the figures, the charts, and the reasons for a difference.

import assert from "node:assert/strict";
import { simulate } from "../../dist/rekenmodel.js";
import { urls } from "./support.mjs";
import { assertAccessibleAndFits, assertText, button, downloadText, euro, evaluate, eventually, example, loadLazyFeatures, undo, waitUntilReady, openAnalysis, brokenWords } from "./person.mjs";
import { openScenarios, twelveScenarios } from "./scenarios.mjs";
import { visit } from "./visit.mjs";

const OWN = {
  name: "Ons centrum",
  values: { bezoekers: 300, fte: 3, "dagbesteding.aantal": 20, "dagbesteding.autonoom": 0.2, drempel: 100 },
  counted: { overlast: true, "betaald-werk": true },
  custom: [{ id: "c1", side: "cost", label: "Scholing", quantity: 2, amount: 1_500.5 }],
};
const SCENARIOS = [{}, OWN, { base: "gunstig" }];

const section = (page, name) => page.getByRole("region", { name, exact: true }).and(page.locator("section"));
const table = (page) => page.getByRole("region", { name: "Alle cijfers" }).getByRole("table").first();

/** Opens the view with these scenarios. */
async function compare(page, scenarios = SCENARIOS) {
  await openScenarios(page, scenarios);
  await page.getByRole("link", { name: "Vergelijken" }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "Scenario’s vergelijken" }).waitFor();
}

/** Returns the cells of a row in the table of figures: unrounded value, text, and text of the difference. */
async function row(page, name) {
  const found = table(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name, exact: true }) });
  return found.locator("td").evaluateAll((cells) => {
    // Without the text of a figure's button that only screen readers get.
    const visibleText = (element) => element?.innerText.split("\n")[0] ?? "";
    return cells.map((cell) => {
      const data = cell.querySelector("data");
      return { value: data?.getAttribute("value"), text: (data ?? cell).innerText, difference: visibleText(cell.querySelector("div")) };
    });
  });
}

const amount = (text) => Number(text.replace(/[€\s\u00a0.+]/g, "").replace("−", "-"));

visit("with one scenario the view offers to add another", {}, async (page) => {
  await page.getByRole("link", { name: "Vergelijken" }).press("Enter");
  await page.getByText("Er is nu één scenario.").waitFor();
  assert.ok(page.url().includes("#vergelijken"));
  await button(page, "Voorzichtig").first().press("Enter");
  await page.getByText("Naar schatting dekt geen van de 2 scenario’s de kosten; het verschil is het kleinst bij ‘Brochure’").first().waitFor();
});

visit("every figure and difference is that of its scenario", {}, async (page) => {
  await compare(page);
  const outcomes = SCENARIOS.map(evaluate);
  for (const [name, figureOf] of [
    ["Kosten", (outcome) => outcome.costs.net],
    ["Geschatte besparingen", (outcome) => outcome.total.savings],
    ["Besparingen min kosten, alle betalers samen", (outcome) => outcome.total.net],
    ["Kosten per bezoeker", (outcome) => outcome.costs.per_visitor],
    ["Besparingen min kosten, per bezoeker", (outcome) => outcome.total.net_per_visitor],
    ["Besparingen min kosten, gemeente", (outcome) => outcome.parties.gemeente.net],
    ["Besparingen min kosten, rijk", (outcome) => outcome.parties.rijk.net],
    ["Besparingen min kosten, zorgverzekeraar", (outcome) => outcome.parties.zorgverzekeraar.net],
    ["Besparingen min kosten, overig", (outcome) => outcome.parties.overig.net],
    ["Besparingen min kosten, samenleving", (outcome) => outcome.society.net],
    ["Waarde over alle jaren samen", (outcome) => outcome.npv],
  ]) {
    const cells = await row(page, name);
    assert.equal(cells.length, 3, name);
    cells.forEach((cell, index) => {
      const expected = figureOf(outcomes[index]);
      assert.ok(Math.abs(Number(cell.value) - expected) <= 1e-9 * Math.max(1, Math.abs(expected)), `${name} ${index}`);
      assert.equal(cell.text, euro(expected), `${name} ${index}`);
      const difference = expected - figureOf(outcomes[0]);
      if (index === 0) assert.equal(cell.difference, "");
      else if (Math.round(difference) === 0) assert.equal(cell.difference, "geen verschil");
      else assert.equal(amount(cell.difference), Math.round(difference), `${name} ${index}`);
    });
  }
  const coverage = await row(page, "Besparingen als deel van de kosten");
  coverage.forEach((cell, index) => assert.ok(Math.abs(cell.value - outcomes[index].total.coverage) < 1e-12));
  assert.match(coverage[0].text, /^51%$/);
  assert.match(coverage[2].difference, /^\+.* procentpunt$/);
  for (const cell of await row(page, "Terugverdiend vanaf")) assert.equal(cell.text, "niet binnen 4 jaar");
});

visit("with a dekkingsplan the uncovered costs have rows, and the parties add up to the saldo", {}, async (page) => {
  const plan = [{ label: "Fonds", party: "overig", amount: 100_000, until: 1 }, { label: "Stad", party: "gemeente", share: 0.5 }];
  const scenarios = [{}, { name: "Met plan", plan }];
  await compare(page, scenarios);
  const outcome = evaluate(scenarios[1]);
  const uncovered = await row(page, "Ongedekt volgens dekkingsplan");
  // With the money that lasts 150.000; in year 1 the fund pays 100.000 of that, in the other three years nothing.
  assert.deepEqual(uncovered.map(({ text }) => text), [euro(0), euro(150_000)]);
  assert.equal((await row(page, "Ongedekt, alle jaren samen"))[1].text, euro(500_000));
  const parties = await Promise.all(["gemeente", "rijk", "zorgverzekeraar", "overig"].map((party) => row(page, `Besparingen min kosten, ${party}`)));
  const saldo = parties.reduce((sum, cells) => sum + Number(cells[1].value), 0);
  assert.equal(Math.round(saldo - uncovered[1].value), Math.round(outcome.total.net - outcome.total.not_cashable));
  const choose = page.getByLabel("Welk cijfer wilt u naast elkaar zien?");
  await choose.selectOption({ label: "Ongedekt, alle jaren samen" });
  await page.getByRole("figure").filter({ hasText: "Ongedekt, alle jaren samen: het hoogst bij ‘Met plan’" }).waitFor();
  await page.getByRole("link", { name: "Rekenblad", exact: true }).press("Enter");
  await undo(page);
  await page.getByRole("link", { name: "Vergelijken" }).press("Enter");
  await page.getByText("Er is nu één scenario.").waitFor();
});

visit("the chance of each scenario is that of 10.000 draws", {}, async (page) => {
  const scenarios = [{}, { base: "gunstig" }, { name: "Klein", values: { fte: 1, huisvesting: 20_000 } }];
  await compare(page, scenarios);
  await eventually(async () => {
    const cells = await row(page, "Kans dat de geschatte effecten de kosten dekken");
    const good = cells.length === 3 && cells.every(({ value }) => value !== "");
    return good ? [] : [JSON.stringify(cells)];
  }, 20_000);
  const cells = await row(page, "Kans dat de geschatte effecten de kosten dekken");
  const expected = scenarios.map((scenario) => {
    const text = JSON.stringify({ ...scenario, simulation: { draws: 10_000 } });
    return JSON.parse(simulate(text)).quantities.net.share_positive;
  });
  assert.deepEqual(cells.map(({ value }) => Number(value)), expected);
  assert.equal(cells[0].text, "< 1%");
  assert.ok(expected[2] > 0.05, `${expected}`);
  await page.getByText("De kans komt uit 10.000 berekeningen per scenario").first().waitFor();
  await page.getByText("Of het werkt, geldt voor alle scenario’s samen").first().waitFor();
  // The view of uncertainty has its own figures, of the scenario that is shown.
  await page.getByRole("link", { name: "Zekerheid" }).press("Enter");
  await page.getByText(/Wij rekenden 100.000 keer/).waitFor({ timeout: 20_000 });
  await openAnalysis(page);
  await page.locator('data[data-simulated="chance"]').first().waitFor();
});

/** Opens the table below the chart of the difference, and returns its rows: name, from, to, amount. */
async function reasonRows(page) {
  const figure = section(page, "Waardoor verschillen ze?").getByRole("figure");
  await figure.locator("summary").press("Enter");
  return figure.locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.innerText.split("\n")[0])));
}

visit("the reasons add up to the difference, to the euro", {}, async (page) => {
  await compare(page, [SCENARIOS[0], OWN]);
  const rows = await reasonRows(page);
  const [last] = rows.slice(-1);
  const [from, to] = [{}, OWN].map((scenario) => Math.round(evaluate(scenario).total.net));
  assert.deepEqual(last.slice(1).map(amount), [from, to, to - from]);
  const effects = rows.slice(0, -1).map(([, , , effect]) => amount(effect));
  assert.ok(effects.length >= 4, JSON.stringify(rows));
  assert.equal(effects.reduce((sum, effect) => sum + effect, 0), to - from);
  // 0,75 fte less at 48.800; 2 × 1.500,50 more.
  const reasons = Object.fromEntries(rows.map(([name, before, after, effect]) => [name, [before, after, amount(effect)]]));
  assert.deepEqual(reasons["Betaalde medewerkers"], ["3,75", "3", 36_600]);
  assert.equal(reasons["Scholing"][2], -3_001);
  // The number of clients goes from 16 to 20, and the share that would have happened anyway from 0 to 20%:
  // 20 × 0,8 = 16, so together they have no effect. The share of each is the mean of its effects as the
  // first and as the last change: of 25.000 and 20.000, and of −20.000 and −25.000.
  assert.equal(reasons["Minder dagbesteding, Cliënten minder"][2], 22_500);
  assert.equal(reasons["Minder dagbesteding, Was toch al gebeurd"][2], -22_500);
  await assertText(section(page, "Waardoor verschillen ze?"), /verandert die uitkomst niet:.*Bezoekers/s);
});

visit("another scenario is explained, and another becomes the reference", {}, async (page) => {
  await compare(page);
  const why = section(page, "Waardoor verschillen ze?");
  await page.getByLabel("Vergelijk de referentie met").selectOption({ label: "Gunstig" });
  await assertText(why, /Besparingen min kosten is bij ‘Gunstig’ €\s[\d.]+ hoger dan bij ‘Brochure’/);
  await page.locator("summary").filter({ hasText: "Beheer ‘Brochure’" }).press("Enter");
  await page.getByRole("group", { name: "Welk scenario wilt u zien?" }).getByRole("button", { name: "Ons centrum" }).press("Enter");
  await button(page, "Maak dit de referentie").press("Enter");
  await assertText(why, /dan bij ‘Ons centrum’/);
  const cells = await row(page, "Kosten");
  assert.equal(cells[1].difference, "");
  assert.notEqual(cells[0].difference, "");
});

visit("a chosen figure is charted for all scenarios, with a table", {}, async (page) => {
  await compare(page);
  await page.getByLabel("Welk cijfer wilt u naast elkaar zien?").selectOption({ label: "Waarde over alle jaren samen" });
  const chart = page.getByRole("figure").filter({ hasText: "Waarde over alle jaren samen: het hoogst bij" });
  await chart.waitFor();
  await chart.locator("summary").press("Enter");
  for (const scenario of SCENARIOS) await assertText(chart, euro(evaluate(scenario).npv));
});

visit("scenarios with different price years get a note, and their difference is in the prices of one", {}, async (page) => {
  // An amount that was not converted is worth less in prices of 2025.
  await compare(page, [{}, { base: "prijspeil-2025", values: { huisvesting: 48_000 } }]);
  await page.getByText("prijzen van verschillende jaren (2016, 2025)").waitFor();
  // Amounts of two years are not subtracted.
  await assertText(section(page, "Alle cijfers").getByRole("row", { name: /^Kosten/ }).first(), "andere prijzen");
  const rows = await reasonRows(page);
  assert.deepEqual(rows[0].slice(0, 3), ["Huisvesting", "48.000", "48.000"]);
  assert.equal(rows.length, 2);
  await page.getByText("De uitkomst is hier: besparingen min kosten, voor alle betalers samen. Beide scenario’s staan in prijzen van 2025.").waitFor();
});

visit("a saved chart names the reference", {}, async (page) => {
  await compare(page);
  for (const title of [/^Naar schatting dek/, /Besparingen min kosten, gemeente/, /Besparingen min kosten is bij/]) {
    const figure = page.getByRole("figure").filter({ has: page.getByRole("heading", { name: title }) }).first();
    const download = page.waitForEvent("download");
    await figure.getByRole("button", { name: /^Bewaar als SVG/ }).press("Enter");
    const file = await downloadText(download);
    assert.match(file.replace(/<[^>]*>/g, " ").replace(/\s+/g, " "), /‘Brochure’ als referentie/);
  }
});

visit("the worked examples are compared with their own figures", {}, async (page) => {
  const all = await Promise.all(["brochure", "eigen-regels", "kengetal-groot", "voorzichtig"].map(example));
  await compare(page, all.map(({ scenario }) => scenario));
  const cells = await row(page, "Besparingen min kosten, alle betalers samen");
  all.forEach(({ outcome }, index) => assert.ok(Math.abs(cells[index].value - outcome.total.net) < 1e-3));
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    visit(`axe finds nothing and nothing scrolls sideways, ${width} px, ${colorScheme}`, { width, colorScheme }, async (page) => {
      await compare(page, twelveScenarios(OWN));
      await assertAccessibleAndFits(page);
      await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
      await assertAccessibleAndFits(page);
    });
  }
}

for (const colorScheme of ["light", "dark"]) {
  visit(`at 320 px no figure or word is broken, and a table that scrolls shows it, ${colorScheme}`, { width: 320, colorScheme }, async (page) => {
    const scenarios = twelveScenarios(OWN).slice(0, 3).map((one) => ({ ...one, values: { ...one.values, "loonkosten-per-fte": 400_000 } }));
    await compare(page, scenarios);
    await page.evaluate(() => document.querySelectorAll("details").forEach((one) => (one.open = true)));
    const tables = page.locator(".compare-table, .chart-table");
    const broken = await brokenWords(tables);
    assert.deepEqual(broken, []);
    const cue = await tables.first().evaluate((table) => [table.scrollWidth > table.clientWidth, getComputedStyle(table).backgroundAttachment]);
    assert.equal(cue[0], true);
    assert.match(cue[1], /^local, local, scroll/);
  });
}

visit("in print nothing is wider than the sheet, and controls are left out", {}, async (page) => {
  await compare(page, twelveScenarios(OWN).slice(0, 7));
  const rightEdge = () => page.evaluate(() => Math.max(...[...document.querySelectorAll("main *")].map((one) => one.getBoundingClientRect().right)));
  await page.emulateMedia({ media: "print" });
  // A4 within its margins: portrait, and landscape for tables with more columns.
  await page.setViewportSize({ width: 695, height: 1000 });
  assert.ok((await rightEdge()) <= 695, `${await rightEdge()}`);
  for (const controls of [page.locator("main select"), page.locator("main input"), page.locator("main button:not(.figure-button)")]) {
    for (const one of await controls.all()) assert.ok(!(await one.isVisible()), await one.evaluate((one) => one.outerHTML));
  }
  await page.emulateMedia({ media: "screen" });
  await page.setViewportSize({ width: 1280, height: 800 });
  await compare(page, twelveScenarios(OWN).slice(7));
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 1024, height: 695 });
  assert.ok((await rightEdge()) <= 1024, `${await rightEdge()}`);
});

visit("the address opens the view again, with the stored scenarios", {}, async (page) => {
  await compare(page);
  await page.waitForFunction(() => localStorage.getItem("rekenmodel-2")?.includes("Ons centrum"));
  await page.goto("about:blank");
  await page.goto(`${urls.page}#vergelijken`);
  await waitUntilReady(page);
  await page.getByRole("heading", { level: 1, name: "Scenario’s vergelijken" }).waitFor();
  assert.equal((await row(page, "Kosten")).length, 3);
});

visit("where frames come late, every scenario still gets its chance", {}, async (page) => {
  await page.addInitScript(() => {
    const next = requestAnimationFrame.bind(window);
    window.requestAnimationFrame = (draw) => setTimeout(() => next(draw), 400);
  });
  await page.reload();
  await waitUntilReady(page);
  await loadLazyFeatures(page);
  await page.getByRole("link", { name: "Vergelijken" }).press("Enter");
  await button(page, "Voorzichtig").press("Enter");
  const chances = table(page).getByRole("row").filter({ hasText: "effecten de kosten dekken" });
  await eventually(async () => {
    const text = await chances.innerText();
    return (text.match(/%/g) ?? []).length >= 2 && !/niet te zeggen|wordt berekend/.test(text) ? [] : [text];
  });
});
