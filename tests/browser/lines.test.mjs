// Price year, cost basis kengetal, p.m. lines, and the user's own lines.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, leave } from "./support.mjs";
import {
  assertEuros, assertFocus, assertScenario, assertText, assertValue, button, eventually, field, openApp, openGroups,
  type, undo,
} from "./person.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Defines a test that opens the page, runs `act`, and fails if there was an error. */
function visit(name, act) {
  test(name, async () => {
    const page = await openApp(browser);
    try {
      await act(page);
      page.assertClean();
    } finally {
      await leave(page);
    }
  });
}

// Converts prices of 2016 to prices of 2025, by the CPI of each year in docs/model.md.
const FACTOR = [1.4, 1.7, 2.6, 1.3, 2.7, 10, 3.8, 3.3, 3.3].reduce((factor, cpi) => factor * (1 + cpi / 100), 1);

visit("a new price year leaves own amounts, and converts them by a button, with a notice", async (page) => {
  await openGroups(page, "Kosten", "Tijd en prijspeil");
  await type(page, field(page, "Huisvesting"), "50.000");
  await type(page, field(page, "Prijspeil"), "2025");
  await page.getByText("1 bedrag dat u invulde, staat nog in prijzen van 2016. Het prijspeil is nu 2025.").waitFor();
  await assertEuros(page, { "costs.net": 252_000 * FACTOR + 50_000 });
  await button(page, "Reken om naar prijzen van 2025 (× 1,341)").press("Enter");
  await page.getByText("1 eigen bedrag is omgerekend van prijzen van 2016 naar 2025 (× 1,341).").waitFor();
  // (300.000 + 2.000) × 1,3411…
  await assertEuros(page, { "costs.net": 302_000 * FACTOR, "total.savings": 154_000 * FACTOR });
  await assertScenario(page, { values: { prijspeil: 2025, huisvesting: 50_000 * FACTOR } });
  await page.getByText("in prijzen van 2025").first().waitFor();
  await button(page, "Maak dit ongedaan").press("Enter");
  await assertScenario(page, { values: { prijspeil: 2025, huisvesting: 50_000 } });
  await assertValue(field(page, "Prijspeil"), "2025");
  await assertValue(field(page, "Huisvesting"), "50.000");
});

visit("with kengetal, inputs without effect are marked, and a button scales the savings with the visitors", async (page) => {
  const inert = page.getByText("Telt nu niet mee");
  await openGroups(page, "Kosten", "Besparingen", "Minder dagbesteding");
  // The costs per visitor, and the two shares of a new initiative.
  assert.equal(await inert.count(), 3);
  assert.equal(await page.getByText("een centrum dat er al is, heeft geen aanlooptijd").count(), 2);
  const basis = page.getByLabel("Reken de kosten met");
  await basis.focus();
  await page.keyboard.press("ArrowDown");
  const kostenbasis = "kengetal";
  await assertScenario(page, { values: { kostenbasis } });
  // fte, vrijwilligers, the five lines of the budget, and the two shares of a new initiative
  assert.equal(await inert.count(), 9);
  await type(page, field(page, "Betaalde medewerkers"), "10");
  await assertEuros(page, { "costs.net": 300_000 });
  await type(page, field(page, "Bezoekers"), "1000");
  await assertEuros(page, { "costs.net": 600_000, "total.savings": 154_000, "break_even.gap": 446_000 });
  await page.getByText("Het aantal bezoekers ging van 500 naar 1.000.").waitFor();
  await button(page, "Schaal alle aantallen mee (× 2)").press("Enter");
  await assertEuros(page, { "total.savings": 308_000, "break_even.gap": 292_000 });
  await assertValue(field(page, "Cliënten minder", "Minder dagbesteding"), "32");
  assert.equal(await button(page, "Schaal alle aantallen mee (× 2)").count(), 0);
  await assertScenario(page, {
    values: { kostenbasis, fte: 10, bezoekers: 1000, "dagbesteding.aantal": 32, "uitkeringen.aantal": 8 },
  });
});

visit("a p.m. line counts only once its box is ticked", async (page) => {
  await openGroups(page, "Besparingen", "Minder zorg (ggz)");
  const group = page.getByRole("group", { name: "Minder zorg (ggz)", exact: true });
  await type(page, field(page, "Cliënten minder", "Minder zorg (ggz)"), "10");
  await assertEuros(page, { "total.savings": 154_000 });
  await group.getByText("p.m.: telt niet mee").waitFor();
  await group.getByLabel("Telt mee").press("Space");
  // 10 × 4.600 on top, half of which frees money
  await assertEuros(page, { "total.savings": 200_000, "total.not_cashable": 23_000, "break_even.gap": 100_000 });
  await assertScenario(page, { values: { "zorggebruik.aantal": 10 }, counted: { zorggebruik: true } });
  assert.equal(await group.getByText("p.m.: telt niet mee").count(), 0);
  await group.getByLabel("Telt mee").press("Space");
  await assertEuros(page, { "total.savings": 154_000 });
  await group.getByText("p.m.: telt niet mee").waitFor();
});

const cost = { id: "c1", side: "cost", label: "Scholing", quantity: 3, amount: 1_500 };
const saving = {
  id: "c2", side: "saving", label: "Voorkomen huisuitzetting", unit: "huisuitzettingen", quantity: 2, amount: 9_000,
};

/** Adds the two lines above, by keyboard. */
async function addBoth(page) {
  await openGroups(page, "Eigen posten");
  for (const [name, line] of [["Kostenpost toevoegen", cost], ["Besparing toevoegen", saving]]) {
    await button(page, name).press("Enter");
    await type(page, field(page, "Naam van de post", "Post zonder naam"), line.label);
    if (line.unit) await type(page, field(page, "Eenheid, bijvoorbeeld huisuitzettingen", line.label), line.unit);
    await type(page, field(page, "Aantal", line.label), String(line.quantity));
    await type(page, field(page, "Bedrag", line.label), String(line.amount));
  }
}

visit("own lines are added, named and filled in", async (page) => {
  await addBoth(page);
  // 300.000 + 3 × 1.500; 154.000 + 2 × 9.000
  await assertEuros(page, { "costs.net": 304_500, "total.savings": 172_000, "break_even.gap": 132_500 });
  await assertScenario(page, { custom: [cost, saving] });
  await assertText(page.getByRole("region", { name: "Wanneer is het genoeg?" }).first(), "huisuitzettingen");
  const kind = page.getByLabel("Soort");
  await kind.selectOption({ label: "overdracht" });
  // A transfer is no gain for society: 100.000 − 304.500
  await assertEuros(page, { "society.net": -204_500, "total.savings": 172_000 });
  await kind.selectOption({ label: "welvaart" });
  // A welfare line counts for society only: 118.000 − 304.500
  await assertEuros(page, { "society.net": -186_500, "total.savings": 154_000 });
  await assertScenario(page, { custom: [cost, { ...saving, kind: "welvaart" }] });
});

/** Returns the names of the own lines, in their order on the page. */
const lineNames = async (page) => page.locator(".own-lines h4").allInnerTexts();

visit("own lines are removed, and restored by undo", async (page) => {
  await addBoth(page);
  await button(page, "Verwijder ‘Scholing’").press("Enter");
  await assertScenario(page, { custom: [saving] });
  assert.equal(await page.getByRole("group", { name: "Scholing", exact: true }).count(), 0);
  await assertValue(field(page, "Bedrag", saving.label), "9.000");
  await assertFocus(page, "post-c2");
  await undo(page);
  await assertScenario(page, { custom: [cost, saving] });
  await openGroups(page, cost.label);
  await assertValue(field(page, "Bedrag", cost.label), "1.500");
  await assertValue(field(page, "Naam van de post", cost.label), cost.label);
});

visit("focus stays in the page when an own line is added or removed", async (page) => {
  await openGroups(page, "Eigen posten");
  await button(page, "Kostenpost toevoegen").press("Enter");
  await button(page, "Verwijder ‘Post zonder naam’").press("Enter");
  await page.getByRole("group", { name: "Post zonder naam" }).waitFor({ state: "detached" });
  const lost = await page.evaluate(() => document.activeElement === document.body || !document.activeElement);
  assert.ok(!lost, "the focus fell back to the start of the page");
});

visit("own lines are moved by keyboard, and the focus moves with them", async (page) => {
  await addBoth(page);
  await openGroups(page, cost.label);
  await page.getByRole("button", { name: /^‘Scholing’ omlaag, staat nu op plaats 1 van 2/ }).press("Enter");
  await eventually(async () => {
    const names = (await lineNames(page)).join();
    return names === `${saving.label},${cost.label}` ? [] : [names];
  });
  // The line cannot go further down, so the focus is on the button up.
  await assertFocus(page, "up-c1");
  assert.equal(await page.getByRole("button", { name: /^‘Scholing’ omlaag/ }).isDisabled(), true);
  assert.equal(await page.locator("#post-c1").evaluate((line) => line.parentElement.open), true);
  await assertScenario(page, { custom: [saving, cost] });
  // The button up has the focus: pressing it moves the line back.
  await page.keyboard.press("Enter");
  await assertFocus(page, "down-c1");
  await assertScenario(page, { custom: [cost, saving] });
});

visit("own lines are copied with all their values", async (page) => {
  await addBoth(page);
  await page.keyboard.press("Tab");
  await type(page, field(page, "Bedrag", saving.label), "negenduizend");
  await button(page, "Kopieer ‘Voorkomen huisuitzetting’").press("Enter");
  await assertFocus(page, "veld-c3-label");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("Nog een");
  const copy = { ...saving, id: "c3", label: "Nog een" };
  await assertScenario(page, { custom: [cost, saving, copy] });
  // An invalid text stays in the line where it was typed.
  await assertValue(field(page, "Bedrag", saving.label), "negenduizend");
  await assertValue(field(page, "Bedrag", "Nog een"), "9.000");
});

visit("examples of own lines have figures that are marked as our assumptions", async (page) => {
  await openGroups(page, "Eigen posten");
  await page.getByText("U hebt nog geen eigen posten.").waitFor();
  await button(page, "Voorkomen huisuitzetting").press("Enter");
  await assertFocus(page, "veld-huisuitzetting-label");
  assert.equal(await page.getByText("U hebt nog geen eigen posten.").count(), 0);
  const line = page.getByRole("group", { name: "Voorkomen huisuitzetting", exact: true });
  // At aantal and bedrag; corrections and parties are in closed groups.
  assert.equal(await line.getByText("aanname", { exact: true }).filter({ visible: true }).count(), 2);
  // It is p.m. until its box is ticked.
  await assertEuros(page, { "total.savings": 154_000 });
  await line.getByLabel("Telt mee").press("Space");
  // 2 × 9.000 × (1 − 0,2) × 0,8, half of which frees money
  await assertEuros(page, { "total.savings": 165_520, "total.not_cashable": 5_760 });
  await type(page, field(page, "Bedrag", "Voorkomen huisuitzetting"), "8.000");
  await eventually(async () => {
    const marks = await line.getByText("aanname", { exact: true }).filter({ visible: true }).count();
    return marks === 1 ? [] : [`${marks} figures are marked as ours`];
  });
  await button(page, "Scholing").press("Enter");
  await assertEuros(page, { "costs.net": 302_500 });
});

visit("a welfare line has no fields for cashable share and parties", async (page) => {
  await addBoth(page);
  const group = page.getByRole("group", { name: saving.label, exact: true });
  const shown = async () => [await group.getByLabel("Maakt echt geld vrij").count(), await group.getByText("Wie bespaart").count()];
  // The cashable share has a slider and a text field; the parties have one heading.
  assert.deepEqual(await shown(), [2, 1]);
  await page.getByLabel("Soort").selectOption({ label: "welvaart" });
  await eventually(async () => ((await shown()).join() === "0,0" ? [] : ["the fields are still there"]));
});

visit("twenty own lines can be added", async (page) => {
  await openGroups(page, "Eigen posten");
  for (let count = 0; count < 20; count += 1) await button(page, "Kostenpost toevoegen").press("Enter");
  const amounts = page.getByLabel("Bedrag", { exact: true });
  assert.equal(await amounts.count(), 20);
  await type(page, amounts.nth(19), "1.000");
  await assertEuros(page, { "costs.net": 301_000 });
});
