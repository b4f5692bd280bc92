// The first part of the comparison: one's own centre counted in three ways. Each figure is calculated
// again here, by the public module, from a scenario whose corrections this test sets itself.

import assert from "node:assert/strict";
import {
  assertAccessibleAndFits, assertText, button, downloadText, euro, evaluate, eventually, linkJson, openAll, undo,
} from "./person.mjs";
import { openScenarios } from "./scenarios.mjs";
import { visit } from "./visit.mjs";

const OWN = {
  name: "De Brug",
  values: { bezoekers: 320, fte: 2.4, "uitkeringen.aantal": 3, "dagbesteding.aantal": 11, "dagbesteding.autonoom": 0.4 },
};

/** The same centre, counted cautiously by hand: its own 40% is stricter than the cautious 25%, and stays. */
const CAUTIOUS = {
  ...OWN,
  values: {
    ...OWN.values,
    "uitkeringen.autonoom": 0.5, "uitkeringen.toerekening": 0.7, "uitkeringen.verdringing": 0.1,
    "dagbesteding.toerekening": 0.8, "dagbesteding.verzilverbaar": 0.7,
  },
};
const WITHOUT = { ...OWN, values: { ...OWN.values, "uitkeringen.aantal": 0, "dagbesteding.aantal": 0 } };
const ALL = [OWN, CAUTIOUS, WITHOUT];

const rounded = (amount) => {
  const step = Math.abs(amount) < 10_000 ? 100 : 1_000;
  return Math.round(amount / step) * step;
};
const gap = ({ costs, total }) => rounded(costs.net) - rounded(total.savings);
const withValues = (scenario, values) => ({ ...scenario, values: { ...scenario.values, ...values } });

const counts = (page) => page.locator("section").filter({ has: page.getByRole("heading", { level: 2, name: /op drie manieren geteld$/ }) });
const finding = (page) => counts(page).locator(".counts-finding");
const goTo = (page, view) => page.getByRole("link", { name: view, exact: true }).press("Enter");

/** Opens the comparison with these scenarios. */
async function compare(page, ...scenarios) {
  await openScenarios(page, scenarios);
  await goTo(page, "Vergelijken");
  await finding(page).waitFor();
}

/** Opens the table of the picture, and returns its rows as texts. */
async function tableRows(page) {
  const figure = counts(page).getByRole("figure");
  await figure.locator("summary").press("Enter");
  return figure.locator("tbody tr").evaluateAll((rows) => rows.map((row) => [...row.children].map((cell) => cell.innerText.split("\n")[0])));
}

visit("the three counts of one's own centre are said, drawn and in a table", {}, async (page) => {
  await compare(page, OWN);
  const outcomes = ALL.map(evaluate);
  const [own, cautious, without] = outcomes.map((outcome) => euro(gap(outcome)));
  await assertText(finding(page), `Het verschil is naar schatting ${own}. Voorzichtig geteld is het ${cautious}, en zonder effect ${without}.`);
  assert.deepEqual(await tableRows(page), [
    ["Kosten", ...outcomes.map(({ costs }) => euro(rounded(costs.net)))],
    ["Geschatte besparingen", ...outcomes.map(({ total }) => euro(rounded(total.savings)))],
    ["verschil", own, cautious, without],
  ]);
  // What is taken off adds up to the difference between what is shown.
  const takenOff = counts(page).locator(".counts-taken-off strong");
  const amounts = (await takenOff.allInnerTexts()).map((text) => Number(text.match(/€\s([\d.]+)/)[1].replaceAll(".", "")));
  assert.equal(amounts.length, 2);
  assert.equal(amounts.reduce((sum, amount) => sum + amount, 0), gap(outcomes[1]) - gap(outcomes[0]));
  await assertText(counts(page).locator(".counts-taken-off li").first(), "Stel dat 50% ook zonder ons was gebeurd.");
});

visit("each amount opens the calculation of its own count", {}, async (page) => {
  await compare(page, OWN);
  const own = evaluate(OWN);
  const cautious = evaluate(CAUTIOUS);
  const opened = page.locator("#uitleg");
  for (const [index, { total, costs }] of [[0, own], [1, cautious]]) {
    await finding(page).getByRole("button").nth(index).press("Enter");
    // The exact amount, which may have cents.
    await assertText(opened, euro(Math.trunc(costs.net - total.savings)));
    await page.keyboard.press("Escape");
  }
  await counts(page).getByRole("figure").locator("summary").press("Enter");
  await counts(page).getByRole("row").filter({ hasText: "Geschatte besparingen" }).getByRole("button").nth(1).press("Enter");
  await assertText(opened, `in ‘De Brug, voorzichtig geteld’: ${euro(Math.trunc(cautious.total.savings))}`);
});

visit("the perspective is that of the reference, and the picture says which", {}, async (page) => {
  await compare(page, withValues(OWN, { perspectief: "gemeente" }), { base: "gunstig" });
  const [own, cautious] = [OWN, CAUTIOUS].map((scenario) => {
    const { gemeente } = evaluate(scenario).parties;
    return euro(rounded(gemeente.costs) - rounded(gemeente.savings));
  });
  await assertText(finding(page), `Het verschil voor de gemeente is naar schatting ${own}. Voorzichtig geteld is het ${cautious}`);
  await assertText(counts(page).getByRole("figure"), "Alleen de gemeente.");
  await assertText(counts(page), "30% levert geen geld op dat iemand anders kan uitgeven.");
  // Another scenario that is shown is counted in the same perspective.
  await page.getByRole("group", { name: "Welk scenario wilt u zien?" }).getByRole("button", { name: "Gunstig" }).press("Enter");
  await assertText(counts(page), /‘Gunstig’ op drie manieren geteld.*voor de gemeente/s);
});

visit("the cautious count becomes a scenario beside the own one, and is not shown", {}, async (page) => {
  await compare(page, OWN);
  const before = await finding(page).innerText();
  await button(page, "Reken mijn centrum voorzichtig").press("Enter");
  const list = page.getByRole("group", { name: "Welk scenario wilt u zien?" });
  await list.getByRole("button", { name: "De Brug, voorzichtig geteld" }).waitFor();
  assert.equal(await list.locator("[aria-pressed=true]").getAttribute("title"), "De Brug");
  assert.equal(await finding(page).innerText(), before);
  await assertText(counts(page), "Deze telling staat al in de lijst, als ‘De Brug, voorzichtig geteld’.");
  // It keeps the chance of no effect, so the doubt is in it twice.
  await assertText(counts(page), /U telt twijfel dubbel: kies één\s+In ‘De Brug, voorzichtig geteld’\..*kans van 15%/s);
  await list.getByRole("button", { name: "De Brug, voorzichtig geteld" }).press("Enter");
  await assertText(counts(page), "U telt zelf al zo voorzichtig.");
  // The address follows the scenario that is shown.
  await eventually(() => {
    const { values = {} } = page.url().includes("/2.") ? linkJson(page.url()) : {};
    return Object.entries(CAUTIOUS.values).flatMap(([name, value]) => (values[name] === value ? [] : [`${name}: ${values[name]}`]));
  });
  await undo(page);
  await button(page, "Reken mijn centrum voorzichtig").waitFor();
});

visit("where no count changes anything the view says why, and draws no equal bars", {}, async (page) => {
  await compare(page, WITHOUT);
  await assertText(counts(page), "Er telt geen besparing mee. Daarom komt elke manier van tellen op hetzelfde uit.");
  assert.equal(await counts(page).getByRole("figure").count(), 0);
  assert.equal(await button(page, "Reken mijn centrum voorzichtig").count(), 0);
});

visit("people of whom the user is sure stay in the count without effect", {}, async (page) => {
  const fixed = { kind: "fixed" };
  await compare(page, { ...OWN, ranges: { "uitkeringen.aantal": fixed, "dagbesteding.aantal": fixed } });
  const [own, cautious] = [OWN, CAUTIOUS].map((scenario) => euro(gap(evaluate(scenario))));
  await assertText(finding(page), `Voorzichtig geteld is het ${cautious}, en zonder effect ${own}.`);
  await assertText(counts(page), "Daarom blijft uw aantal staan, ook in de telling zonder effect.");
});

visit("the picture is saved with the name of its scenario", {}, async (page) => {
  await compare(page, OWN);
  const download = page.waitForEvent("download");
  await counts(page).getByRole("button", { name: /^Bewaar als SVG/ }).press("Enter");
  const file = (await downloadText(download)).replace(/<[^>]*>/g, " ").replace(/\s+/g, " ");
  assert.match(file, /‘De Brug’ op drie manieren geteld/);
  assert.match(file, /Voorzichtig geteld is het verschil/);
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 768, 1280]) {
    visit(`axe finds nothing and nothing scrolls sideways, ${width} px, ${colorScheme}`, { width, colorScheme }, async (page) => {
      await compare(page, OWN);
      await button(page, "Reken mijn centrum voorzichtig").press("Enter");
      await assertText(counts(page), "U telt twijfel dubbel: kies één");
      await openAll(page);
      await assertAccessibleAndFits(page);
      const drawn = await counts(page).locator("figure svg").evaluateAll((all) => all.filter((one) => one.checkVisibility()).length);
      assert.equal(drawn, 1);
    });
  }
}

visit("on paper the counts are whole, without buttons", {}, async (page) => {
  await compare(page, OWN);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 695, height: 1000 });
  for (const text of ["Voorzichtig geteld is het", "Wat voorzichtig tellen eraf haalt", "Samen gaat er"]) {
    assert.ok(await counts(page).getByText(text).first().isVisible(), text);
  }
  assert.equal(await button(page, "Reken mijn centrum voorzichtig").isVisible(), false);
  const { right } = await counts(page).evaluate((section) => section.getBoundingClientRect());
  assert.ok(right <= 695, `${right}`);
});
