// 'Wat als?': thirteen questions of a councillor. Each answer is calculated again here, by the public
// module, from a scenario that this test writes itself.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { isDeepStrictEqual } from "node:util";
import { launch, leave } from "./support.mjs";
import {
  address, assertAccessibleAndFits, button, euro, evaluate, eventually, linkJson, openApp,
} from "./person.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const OWN = {
  values: { bezoekers: 320, fte: 2.4, "uitkeringen.aantal": 3, "dagbesteding.aantal": 11, "inwoners-gemeente": 20_000 },
};

/** Chooses a question by its words. */
const ask = (page, question) => page.getByRole("radio", { name: question, exact: true }).check();

/** Moves the slider of the question to a value, as a person who drags it does. */
const slide = (page, value) => page.locator(".what-if-setting input[type=range]").fill(`${value}`);

/** Reads the figure that the question is about: `[now, then]`, each with its name and amount. */
const compared = (page) =>
  page.locator(".what-if-figures > div").evaluateAll((all) =>
    all.map((one) => ({ name: one.querySelector("dt").innerText, amount: one.querySelector("dd").innerText })),
  );

const rounded = (amount) => {
  const step = Math.abs(amount) < 10_000 ? 100 : 1_000;
  return Math.round(amount / step) * step;
};
const LINES = ["uitkeringen", "dagbesteding"];
const withAll = (scenario, field, value) => ({
  ...scenario,
  values: { ...scenario.values, ...Object.fromEntries(LINES.map((line) => [`${line}.${field}`, value])) },
});
const withValues = (scenario, values) => ({ ...scenario, values: { ...scenario.values, ...values } });
const gapOfPayers = ({ costs, total }) => rounded(costs.net) - rounded(total.savings);
const gapOfGemeente = ({ parties: { gemeente } }) => rounded(gemeente.costs) - rounded(gemeente.savings);
const gapOfSociety = ({ society }) => rounded(society.costs) - rounded(society.savings);

/** The sum of the years, where `share` of the people is left after each year; no budget follows. */
function overYears(scenario, share) {
  const inputs = (factor) =>
    withValues(scenario, Object.fromEntries(LINES.map((line) => [`${line}.aantal`, people(scenario, line) * factor])));
  const { years } = evaluate(scenario);
  const sum = (amounts) => rounded(amounts.reduce((total, amount) => total + amount, 0));
  const costs = sum(years.map(({ costs }) => costs));
  const savings = sum(years.map((_, index) => evaluate(inputs(share ** index)).years[index].savings));
  return costs - savings;
}
const people = ({ values = {} }, line) => values[`${line}.aantal`] ?? { uitkeringen: 4, dagbesteding: 16 }[line];

/** Waits until the address has exactly these values. */
const assertAddressHasValues = (page, expected) =>
  eventually(async () => {
    const href = await page.evaluate(() => location.href);
    const { values = {} } = href.includes("/2.") ? linkJson(href) : {};
    return isDeepStrictEqual(values, expected) ? [] : [`values in the address: ${JSON.stringify(values)}`];
  });

/** Each question: its words, what is set (a slider's value or an option), the case, and its figure. */
const QUESTIONS = [
  ["Die mensen waren er anders ook uit gekomen", 0.3, (s) => withAll(s, "autonoom", 0.3), gapOfPayers],
  ["Er helpt toch ook een wijkteam?", 0.25, (s) => withAll(s, "toerekening", 0.25), gapOfPayers],
  ["Verschuift dit niet alleen?", 0.75, (s) => withAll(s, "verdringing", 0.75), gapOfPayers],
  ["Dat zijn papieren besparingen", 0.2, (s) => withValues(s, { "dagbesteding.verzilverbaar": 0.2 }), gapOfGemeente],
  ["Wie krijgt dat geld?", 10_000, (s) => withValues(s, { "inwoners-gemeente": 10_000 }), gapOfGemeente],
  ["En als het niet werkt?", undefined, (s) => withAll(s, "aantal", 0), gapOfPayers],
  ["Telt u niet dubbel?", "Minder dagbesteding", (s) => ({ ...s, counted: { dagbesteding: false } }), gapOfPayers],
  ["Dit trekt juist nieuwe zorg aan", 8, (s) => ({ ...withValues(s, { "zorggebruik.aantal": -8 }), counted: { zorggebruik: true } }), gapOfPayers],
  [
    "Vrijwilligers zijn niet gratis", 3,
    (s) => ({ ...s, custom: [{ id: "u", side: "cost", label: "Uren", quantity: 50 * 3 * 46, amount: 17 }] }),
    gapOfSociety,
  ],
  [
    "Dat zijn uw eigen schattingen", 1.5,
    (s) => withValues(s, Object.fromEntries(LINES.map((line) => [`${line}.aantal`, people(s, line) * 1.5]))),
    gapOfPayers,
  ],
];

for (const [kind, scenario] of [["the brochure", {}], ["an own centre", OWN]]) {
  test(`every answer is that of evaluate, for ${kind}`, async () => {
    const page = await openApp(browser, { path: address("wat-als", scenario) });
    const expect = async (question, set, now, then) => {
      await ask(page, question);
      if (typeof set === "string") await page.locator(".what-if-case select").selectOption({ label: set });
      else if (set !== undefined) await slide(page, set);
      const shown = await compared(page);
      assert.deepEqual(shown.map(({ amount }) => amount), [euro(Math.abs(now)), euro(Math.abs(then))], question);
      for (const [index, gap] of [now, then].entries()) {
        if (gap < 0) assert.match(shown[index].name, /overschot/, question);
      }
    };
    for (const [question, set, change, figure] of QUESTIONS) {
      await expect(question, set, figure(evaluate(scenario)), figure(evaluate(change(scenario))));
    }
    const each = (scenario, visitors) => Math.round(gapOfPayers(evaluate(scenario)) / visitors);
    const visitors = scenario.values?.bezoekers ?? 500;
    const fewer = withValues(scenario, { bezoekers: visitors - 40 });
    await expect("Er komen minder bezoekers", 40, each(scenario, visitors), each(fewer, visitors - 40));
    await expect("Een betaler stopt", undefined, 0, rounded(evaluate(scenario).costs.net));
    await expect("Blijft het effect?", 0.6, overYears(scenario, 1), overYears(scenario, 0.6));
    page.assertClean();
    await leave(page);
  });
}

test("nothing is kept before it is taken over, and that is one step", async () => {
  const page = await openApp(browser, { path: "#wat-als" });
  await ask(page, "Die mensen waren er anders ook uit gekomen");
  await slide(page, 0.4);
  await page.waitForTimeout(600);
  assert.equal(await page.evaluate(() => location.hash), "#wat-als");
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await button(page, "Neem over").press("Enter");
  await page.locator(".what-if-done").getByText("Overgenomen.").waitFor();
  await assertAddressHasValues(page, { "uitkeringen.autonoom": 0.4, "dagbesteding.autonoom": 0.4 });
  await page.locator(".what-if-done").getByRole("button", { name: "Maak dit ongedaan" }).press("Enter");
  await assertAddressHasValues(page, {});
  page.assertClean();
  await leave(page);
});

test("what is put beside it is in the list, and not shown", async () => {
  const page = await openApp(browser, { path: "#wat-als" });
  await ask(page, "En als het niet werkt?");
  await button(page, "Zet ernaast").press("Enter");
  await page.getByText("staat in de lijst").waitFor();
  await assertAddressHasValues(page, {});
  await button(page, "Bekijk bij Vergelijken").press("Enter");
  await page.getByRole("heading", { name: "Scenario’s vergelijken", level: 1 }).waitFor();
  await page.getByText("Zonder effect").first().waitFor();
  page.assertClean();
  await leave(page);
});

test("the questions on 'Uw centrum' lead to their case, by keyboard", async () => {
  const page = await openApp(browser, { path: "#centrum" });
  await page.getByRole("link", { name: "Verschuift dit niet alleen?" }).press("Enter");
  await page.getByRole("heading", { name: "Verschuift dit niet alleen?", level: 2 }).waitFor();
  await page.waitForFunction(() => document.activeElement?.id === "wat-als-geval");
  await page.waitForFunction(() => location.hash.startsWith("#wat-als"));
  // Back leads to where the question was pressed.
  await page.goBack();
  await page.getByRole("heading", { name: "Een gemiddeld centrum", level: 1 }).waitFor();
  await page.goForward();
  await page.getByRole("heading", { name: "Verschuift dit niet alleen?", level: 2 }).waitFor();
  // One Tab stop, and the arrow keys choose another question.
  const first = page.getByRole("radio", { name: "Verschuift dit niet alleen?" });
  await first.focus();
  await page.keyboard.press("ArrowRight");
  await page.getByRole("heading", { name: "Dat zijn papieren besparingen", level: 2 }).waitFor();
  await page.locator(".what-if-setting input").focus();
  const before = await compared(page);
  await page.keyboard.press("ArrowRight");
  assert.notDeepEqual(await compared(page), before);
  page.assertClean();
  await leave(page);
});

test("a slider that is dragged past where nothing changes stays in the hand", async () => {
  const page = await openApp(browser, { path: "#wat-als" });
  const slider = page.locator(".what-if-setting input");
  const { x, y, width, height } = await slider.boundingBox();
  const at = (share) => [x + 8 + (width - 16) * share, y + height / 2];
  await page.mouse.move(...at(0.5));
  await page.mouse.down();
  for (const share of [0.2, 0, 0.3, 0.7]) await page.mouse.move(...at(share), { steps: 4 });
  await page.mouse.up();
  assert.equal(await slider.inputValue(), "0.7");
  page.assertClean();
  await leave(page);
});

test("a question that cannot be asked says why, and offers nothing to keep", async () => {
  const scenario = { counted: { uitkeringen: false, dagbesteding: false }, values: { vrijwilligers: 0 } };
  const page = await openApp(browser, { path: address("wat-als", scenario) });
  for (const [question, why] of [
    ["Die mensen waren er anders ook uit gekomen", /telt nog geen besparing mee/],
    ["Wie krijgt dat geld?", /tellen geen uitkeringen mee/],
    ["Vrijwilligers zijn niet gratis", /geen vrijwilligers/],
  ]) {
    await ask(page, question);
    await page.getByText(why).waitFor();
    assert.equal(await button(page, "Neem over").count(), 0, question);
  }
  page.assertClean();
  await leave(page);
});

test("what research found stands with each question", async () => {
  const page = await openApp(browser, { path: "#wat-als" });
  await ask(page, "Die mensen waren er anders ook uit gekomen");
  const research = page.locator(".what-if-research");
  await research.getByText("het zegt niets vóór of tegen besparingen").waitFor();
  await ask(page, "Verschuift dit niet alleen?");
  await research.getByText("Hierover vonden wij geen onderzoek.").waitFor();
  page.assertClean();
  await leave(page);
});

for (const [width, colorScheme] of [[320, "light"], [320, "dark"], [768, "light"], [1280, "light"], [1280, "dark"]]) {
  test(`axe finds nothing and nothing scrolls sideways in any question, ${width} px, ${colorScheme}`, async () => {
    const page = await openApp(browser, { path: address("wat-als", OWN), width, colorScheme });
    const list = page.getByLabel("Vragen van een raadslid").and(page.locator("select"));
    const all = await page.locator(".what-if-questions input").all();
    // All questions at the narrowest width; elsewhere one of each kind.
    const kinds = [0, 3, 7, 10].map((index) => all[index]);
    for (const radio of width === 320 && colorScheme === "light" ? all : kinds) {
      const question = await radio.evaluate((one) => one.parentElement.textContent);
      // On a phone the questions are a list.
      await (width < 560 ? list.selectOption({ label: question }) : radio.check());
      await page.getByRole("heading", { name: question, level: 2 }).waitFor();
      await assertAccessibleAndFits(page, question);
    }
    page.assertClean();
    await leave(page);
  });
}
