// The network: a number of initiatives of each scenario, added up below the comparison.

import assert from "node:assert/strict";
import { urls } from "./support.mjs";
import { assertAccessibleAndFits, assertText, assertValue, button, downloadText, euro, evaluate, eventually, field, loadLazyFeatures, openAll, paste, type, waitUntilReady } from "./person.mjs";
import { openScenarios, twelveScenarios } from "./scenarios.mjs";
import { notices } from "./scenario-list.mjs";
import { visit } from "./visit.mjs";

const OWN = { name: "Ons centrum", values: { bezoekers: 300, fte: 3, horizon: 6, "overlast.aantal": 10 }, counted: { overlast: true } };
const KENGETAL = { name: "Kengetal", base: "prijspeil-2025", values: { kostenbasis: "kengetal", bezoekers: 1000 } };

const section = (page, name) => page.getByRole("region", { name, exact: true }).and(page.locator("section"));
const network = (page) => section(page, "Netwerk: meer initiatieven samen");
const count = (page, name) => field(page, `Aantal initiatieven als ‘${name}’`);
const inhabitants = (page) => field(page, "Inwoners van de regio (niet verplicht)");

/** Opens the comparison by keyboard. */
async function openComparison(page) {
  await page.getByRole("link", { name: "Vergelijken" }).press("Enter");
  await network(page).waitFor();
}

/** Opens a file with these scenarios and a network, and the comparison. */
async function compare(page, scenarios, network) {
  await openScenarios(page, scenarios, { network });
  await openComparison(page);
}

/** Reads the figures of the network: `{ name: { value, text } }`. */
async function figures(page) {
  const rows = section(page, "Cijfers van het netwerk").locator("tbody tr");
  const found = await rows.evaluateAll((rows) =>
    rows.map((row) => {
      const data = row.querySelector("data");
      return [row.querySelector("th").innerText, { value: data.getAttribute("value"), text: data.innerText }];
    }),
  );
  return Object.fromEntries(found);
}

/** Waits until the network has these values: `{ name: value }`. */
async function assertFigures(page, expected) {
  await eventually(async () => {
    const shown = await figures(page);
    return Object.entries(expected).flatMap(([name, value]) => {
      const found = shown[name];
      const isRight = found && Math.abs(found.value - value) <= 1e-9 * Math.max(1, Math.abs(value));
      return isRight ? [] : [`${name}: expected ${value}, on screen ${JSON.stringify(found)}`];
    });
  });
}

/** Returns the texts of a table by row, without the text of a figure's button that only screen readers get. */
const cells = (table) =>
  table.locator("tbody tr").evaluateAll((rows) =>
    rows.map((row) => [...row.children].map((cell) => cell.innerText.split("\n")[0])),
  );

visit("with one scenario, every figure is a multiple of that scenario's", {}, async (page) => {
  await openComparison(page);
  await page.getByText("Vul bij een scenario in hoeveel initiatieven er zijn.").waitFor();
  await type(page, count(page, "Brochure"), "7");
  const one = evaluate({});
  await assertFigures(page, {
    Initiatieven: 7,
    Bezoekers: 3500,
    "Betaalde medewerkers (fte)": 26.25,
    Vrijwilligers: 350,
    Kosten: 7 * one.costs.net,
    "Geschatte besparingen": 7 * one.total.savings,
    "Besparingen min kosten, alle betalers samen": 7 * one.total.net,
    "Kosten per bezoeker": one.costs.per_visitor,
    "Besparingen min kosten, per bezoeker": one.total.net_per_visitor,
    "Besparingen als deel van de kosten": one.total.coverage,
    "Waarde over 4 jaar samen": 7 * one.npv,
  });
  await assertText(network(page), `7 initiatieven als ‘Brochure’ kosten samen ${euro(2_100_000)} per jaar.`);
  const [cash, society] = await section(page, "Wie betaalt en wie bespaart in het netwerk").getByRole("table").all();
  const ledger = ({ costs, savings, net, npv }) => [costs, savings, net, npv].map((amount) => euro(7 * amount));
  const parties = Object.values(one.parties).map(ledger);
  assert.deepEqual((await cells(cash)).map(([, ...amounts]) => amounts), parties);
  assert.deepEqual((await cells(society)).map(([, ...amounts]) => amounts), [ledger(one.society)]);
  const years = await cells(section(page, "Het netwerk over de jaren").getByRole("table"));
  const expected = one.years.map(({ costs, savings, cumulative }) => [costs, savings, cumulative].map((amount) => euro(7 * amount)));
  assert.deepEqual(years.map(([, ...amounts]) => amounts), expected);
});

visit("scenarios with different price years and horizons are converted, with notes", {}, async (page) => {
  await compare(page, [{}, OWN, KENGETAL], { counts: [2, 3, 4] });
  const all = [{}, OWN, KENGETAL].map(evaluate);
  const rate = all[2].price_factor;
  const times = [2 * rate, 3 * rate, 4];
  const sum = (figureOf) => all.reduce((sum, outcome, index) => sum + times[index] * figureOf(outcome), 0);
  await assertFigures(page, {
    Initiatieven: 9,
    Bezoekers: 2 * 500 + 3 * 300 + 4 * 1000,
    "Betaalde medewerkers (fte)": 2 * 3.75 + 3 * 3,
    Kosten: sum((outcome) => outcome.costs.net),
    "Geschatte besparingen": sum((outcome) => outcome.total.savings),
    "Waarde over 4 jaar samen": sum((outcome) => outcome.years.slice(0, 4).reduce((sum, { present }) => sum + present, 0)),
  });
  const figuresSection = section(page, "Cijfers van het netwerk");
  await assertText(figuresSection, /omgerekend naar prijzen van 2025/);
  const notCashable = sum((outcome) => outcome.total.not_cashable);
  await assertText(section(page, "Wie betaalt en wie bespaart in het netwerk"), euro(notCashable));
  await assertText(figuresSection, /alleen geteld bij scenario’s die met een begroting rekenen/);
  await assertText(section(page, "Het netwerk over de jaren"), /alleen de jaren die zij allemaal hebben: 4/);
  await assertText(network(page), /9 initiatieven \(2 als ‘Brochure’, 3 als ‘Ons centrum’ en 4 als ‘Kengetal’\)/);
});

visit("uncovered costs have a row, and with the parties it adds up to the costs", {}, async (page) => {
  const plan = (amount, until) => ({ plan: [{ label: "Fonds", party: "overig", amount, ...until }] });
  const scenarios = [plan(100_000), plan(320_000, { until: 1 }), {}, plan(310_000)];
  const counts = [3, 2, 1, 4];
  await compare(page, scenarios.map((scenario, n) => ({ ...scenario, name: `Plan ${n}` })), { counts });
  const all = scenarios.map(evaluate);
  const sum = (figureOf) => all.reduce((sum, outcome, index) => sum + counts[index] * figureOf(outcome), 0);
  const ledgers = section(page, "Wie betaalt en wie bespaart in het netwerk");
  const rows = Object.fromEntries((await cells(ledgers.getByRole("table").first())).map(([name, ...rest]) => [name, rest]));
  // By hand: with the money that lasts, 3 × 200.000 + 2 × 300.000 is uncovered and 4 × 10.000 is paid in excess.
  assert.deepEqual(rows["Ongedekt"].slice(0, 3), [euro(1_200_000), "–", euro(-1_200_000)]);
  assert.deepEqual(rows["Overschot"].slice(0, 3), [euro(-40_000), "–", euro(40_000)]);
  const amount = (text) => Number(text.replace(/[^\d−]/g, "").replace("−", "-"));
  const paid = Object.values(rows).reduce((sum, [pays]) => sum + amount(pays), 0);
  assert.equal(paid, sum(({ costs }) => costs.net));
  assert.equal(paid, 3_000_000);
  const present = ({ financing, years }) =>
    (financing?.years ?? []).reduce((sum, { uncovered }, index) => sum + uncovered * years[index].discount, 0);
  assert.equal(rows["Ongedekt"][3], euro(-sum(present)));
  await assertText(ledgers, `niemand ${euro(1_200_000)} van de kosten`);
  const years = await cells(section(page, "Het netwerk over de jaren").getByRole("table"));
  // From year 2 on the 2 × 300.000 of the second scenario is uncovered too.
  assert.deepEqual(years.map((cells) => cells.at(-1)), [600_000, 1_200_000, 1_200_000, 1_200_000].map(euro));
  // Without a plan there is no such row and no such column.
  await type(page, count(page, "Plan 0"), "0");
  await type(page, count(page, "Plan 1"), "0");
  await type(page, count(page, "Plan 3"), "0");
  await eventually(async () => ((await ledgers.innerText()).includes("Ongedekt") ? ["still there"] : []));
  assert.equal((await cells(section(page, "Het netwerk over de jaren").getByRole("table")))[0].length, 4);
});

visit("the chance comes from the simulation, and initiatives that move together spread more", {}, async (page) => {
  await compare(page, [{ base: "gunstig", values: { "kans-geen-effect": 0 } }], { counts: [16] });
  const chance = "Kans dat de geschatte effecten de kosten van het netwerk dekken";
  const spread = async () => {
    const [low, high] = (await figures(page))["Besparingen min kosten, in 9 van de 10 berekeningen"].text.split(" tot ");
    const amount = (text) => Number(text.replace(/[^\d−]/g, "").replace("−", "-"));
    return amount(high) - amount(low);
  };
  await eventually(async () => ((await figures(page))[chance]?.value ? [] : ["no chance"]), 20_000);
  const independent = await spread();
  assert.ok(independent > 0);
  const dependence = field(page, "Hoe vallen initiatieven mee of tegen?");
  await dependence.selectOption({ label: "Allemaal tegelijk (bewegen samen)" });
  await assertText(network(page), /Laag en hoog liggen dan zo ver uit elkaar als kan/);
  // Whether there is any effect is shared by all, so it is left out here. Sixteen independent initiatives spread √16 = 4 times as much as one; moving together 16 times.
  await eventually(async () => {
    const ratio = (await spread()) / independent;
    return ratio > 3.5 && ratio < 4.5 ? [] : [`${ratio}`];
  });
  await assertText(section(page, "Cijfers van het netwerk"), /10.000 berekeningen per scenario/);
  await page.keyboard.press("Control+z");
  await eventually(async () => ((await dependence.inputValue()) === "nee" ? [] : ["not undone"]));
});

visit("visitors are shown as a share of the inhabitants, with a problem above 100%", {}, async (page) => {
  await openComparison(page);
  await type(page, count(page, "Brochure"), "10");
  await type(page, inhabitants(page), "50.000");
  await assertText(network(page), "5.000 bezoekers op 50.000 inwoners: 10%.");
  await assertFigures(page, { "Bezoekers als deel van de inwoners": 0.1 });
  assert.ok(!(await network(page).innerText()).includes("meer dan 100%"));
  await type(page, inhabitants(page), "4000");
  await assertText(network(page), /meer dan 100%/);
  await type(page, inhabitants(page), "");
  await eventually(async () => ((await network(page).innerText()).includes("inwoners:") ? ["still there"] : []));
  assert.equal(await network(page).getByRole("alert").count(), 0);
});

visit("invalid input stays in its field with the limits, and the last valid figures stay", {}, async (page) => {
  await openComparison(page);
  await type(page, count(page, "Brochure"), "3");
  await page.keyboard.press("Tab");
  await assertFigures(page, { Initiatieven: 3 });
  for (const [bad, message] of [
    ["10.001", /heel getal in van 0 tot en met 10\.000/],
    ["2,5", /heel getal in van 0 tot en met 10\.000/],
    ["-1", /heel getal in van 0 tot en met 10\.000/],
    ["drie", /10\.000/],
  ]) {
    await paste(page, count(page, "Brochure"), bad);
    await assertText(network(page).getByRole("alert"), message);
    assert.equal(await count(page, "Brochure").inputValue(), bad);
    assert.equal(await count(page, "Brochure").getAttribute("aria-invalid"), "true");
    await assertText(network(page), "U ziet de uitkomst met het laatste goede aantal.");
    await assertFigures(page, { Initiatieven: 3 });
  }
  await page.keyboard.press("Tab");
  assert.equal(await count(page, "Brochure").inputValue(), "drie");
  await paste(page, inhabitants(page), "0");
  await assertText(network(page).getByRole("alert").last(), /1\.000\.000\.000/);
  for (const expected of ["drie", "3", "0"]) {
    await page.keyboard.press("Control+z");
    await assertValue(count(page, "Brochure"), expected);
  }
});

visit("the number of initiatives is stored with its scenario", {}, async (page) => {
  await compare(page, [{}, OWN]);
  await type(page, count(page, "Ons centrum"), "4");
  await type(page, inhabitants(page), "25000");
  await page.waitForFunction(() => /25000/.test(localStorage.getItem("rekenmodel-2") ?? ""));
  await page.goto("about:blank");
  await page.goto(`${urls.page}#vergelijken`);
  await waitUntilReady(page);
  await loadLazyFeatures(page);
  await network(page).waitFor();
  assert.equal(await count(page, "Ons centrum").inputValue(), "4");
  assert.equal(await count(page, "Brochure").inputValue(), "0");
  assert.equal(await inhabitants(page).inputValue(), "25.000");
  await assertFigures(page, { Initiatieven: 4 });
});

visit("the saved file has the network, also with one scenario", {}, async (page) => {
  await openComparison(page);
  await type(page, count(page, "Brochure"), "31");
  await page.getByRole("link", { name: "Delen" }).press("Enter");
  const download = page.waitForEvent("download");
  await button(page, "Scenario met netwerk opslaan").press("Enter");
  const file = JSON.parse(await downloadText(download));
  assert.deepEqual(file.network, { counts: [31] });
});

visit("the national example shows both ways of counting, and is undone", {}, async (page) => {
  await openComparison(page);
  assert.equal(await section(page, "Landelijk: twee manieren van tellen").count(), 0);
  await button(page, "Landelijk, zoals in de brochure").press("Enter");
  const both = section(page, "Landelijk: twee manieren van tellen");
  await both.waitFor();
  const [byInitiatives, byPeople] = (await cells(both.getByRole("table"))).map(([, ...rest]) => rest);
  assert.deepEqual(byInitiatives, ["15.500", euro(600), euro(9_300_000)]);
  assert.deepEqual(byPeople, ["30.000", euro(600), euro(18_000_000)]);
  await assertText(both, /op twee manieren geteld.*Gebruik ze nooit door elkaar/s);
  await assertText(network(page), `31 initiatieven als ‘Brochure’ kosten samen ${euro(9_300_000)} per jaar.`);
  await assertFigures(page, { Bezoekers: 15_500, Kosten: 9_300_000 });
  // The focus stays on the button.
  assert.equal(await page.evaluate(() => document.activeElement.innerText), "Landelijk, zoals in de brochure");
  await page.keyboard.press("Control+z");
  await both.waitFor({ state: "detached" });
  assert.equal(await count(page, "Brochure").inputValue(), "0");
});

visit("the national example adds the brochure to the user's own scenario", {}, async (page) => {
  await type(page, field(page, "Betaalde medewerkers"), "5");
  await openComparison(page);
  await button(page, "Landelijk, zoals in de brochure").press("Enter");
  await section(page, "Landelijk: twee manieren van tellen").waitFor();
  assert.equal(await count(page, "Brochure, aangepast").inputValue(), "0");
  assert.equal(await count(page, "Brochure").inputValue(), "31");
  assert.equal(await page.evaluate(() => document.activeElement.innerText), "Landelijk, zoals in de brochure");
});

visit("with twelve scenarios the national example is refused, next to its button", {}, async (page) => {
  await compare(page, twelveScenarios(OWN));
  const national = button(page, "Landelijk, zoals in de brochure");
  await national.press("Enter");
  const refusal = network(page).getByRole("status");
  await assertText(refusal, "het zouden 13 scenario’s worden, en er is plaats voor 12");
  const [above, below] = await Promise.all([national, refusal].map((one) => one.boundingBox()));
  assert.ok(below.y - above.y < 100, `${below.y - above.y} pixels below`);
  assert.ok(await national.evaluate((one) => one === document.activeElement));
  assert.equal(await notices(page).innerText(), "");
});

visit("the chart has a table with its figures, and a saved chart names the network", {}, async (page) => {
  await compare(page, [{}, { base: "gunstig" }], { counts: [2, 1] });
  const figure = page.getByRole("figure").filter({ hasText: "Het netwerk samen" });
  await figure.locator("summary").press("Enter");
  const [brochure, gunstig] = [{}, { base: "gunstig" }].map(evaluate);
  const rows = await cells(figure.getByRole("table"));
  const [costs, savings] = [2 * brochure.costs.net + gunstig.costs.net, 2 * brochure.total.savings + gunstig.total.savings];
  assert.deepEqual(rows.at(-1), ["Het netwerk samen", euro(costs), euro(savings), euro(savings - costs)]);
  assert.equal(rows[0][0], "2 × ‘Brochure’");
  assert.equal(rows.length, 3);
  const download = page.waitForEvent("download");
  await figure.getByRole("button", { name: /^Bewaar als SVG/ }).press("Enter");
  const file = await downloadText(download);
  assert.match(file.replace(/<[^>]*>/g, " ").replace(/\s+/g, " "), /Netwerk van 2 × ‘Brochure’ en 1 × ‘Gunstig’/);
});

const [, ...ELEVEN] = twelveScenarios(OWN);

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    visit(`axe finds nothing and nothing scrolls sideways, ${width} px, ${colorScheme}`, { width, colorScheme }, async (page) => {
      const check = () => assertAccessibleAndFits(page);
      await openComparison(page);
      await check();
      await compare(page, ELEVEN, { counts: ELEVEN.map(() => 10_000), inhabitants: 1000 });
      await openAll(page);
      await check();
      await button(page, "Landelijk, zoals in de brochure").press("Enter");
      await section(page, "Landelijk: twee manieren van tellen").waitFor();
      await paste(page, inhabitants(page), "veel");
      await check();
    });
  }
}
