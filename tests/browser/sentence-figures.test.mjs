// Figures in the sentences of cards and warnings, ends of ranges, and the marked points of the acceptability
// curve: all of them open an explanation.

import assert from "node:assert/strict";
import { address, assertAccessibleAndFits, assertExplanationSays, assertFocus, assertText, chartAreas, euro, eventually, explanation, openGroups, type, openAnalysis } from "./person.mjs";
import { openScenarios } from "./scenarios.mjs";
import { visit } from "./visit.mjs";

/** Returns the sentence with these words, and with figures that open, within an element. */
const sentence = (container, words) => container.locator("p:has(.in-text), dd:has(.in-text)").filter({ hasText: words });
const close = async (page) => {
  await page.keyboard.press("Escape");
  await explanation(page).waitFor({ state: "detached" });
};

/** Opens the explanation of a figure in a sentence by keyboard, checks its text, and closes it: the focus must go back to the figure. */
async function checkExplanation(page, sentence, figure, expected) {
  const button = sentence.getByRole("button", { name: figure, exact: true });
  await button.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "uitleg");
  for (const text of [expected].flat()) await assertExplanationSays(page, text);
  // The explanation is in the card of the sentence.
  const isNear = await sentence.evaluate((one) => one.closest("li, section, .card, .main-result").contains(document.querySelector("#uitleg")));
  assert.ok(isNear, `${figure}: it opened elsewhere`);
  await close(page);
  assert.ok(await button.evaluate((one) => one === document.activeElement), `${figure}: the focus went elsewhere`);
}

const plan = {
  plan: [
    { label: "Gemeente X", party: "gemeente", amount: 200_000 },
    { label: "Fonds Y", party: "overig", amount: 90_000, until: 2 },
  ],
};

visit("uncovered costs open in every sentence about the dekkingsplan", { path: address("rekenblad", plan) }, async (page) => {
  // By hand: 300.000 − 290.000 in the first two years, and then 300.000 − 200.000.
  const first = euro(10_000);
  await checkExplanation(page, sentence(page.locator(".main-result"), "Volgens het dekkingsplan"), first, "€ 300.000 − € 290.000, minstens € 0 = € 10.000");
  const card = page.getByRole("region", { name: "Dekkingsplan", exact: true });
  await checkExplanation(page, sentence(card, "In jaar 1 is"), first, "Ongedekt in jaar 1");
  await checkExplanation(page, sentence(card, "omdat Fonds Y dan stopt"), euro(100_000), ["Ongedekt in jaar 3", "€ 300.000 − € 200.000, minstens € 0 = € 100.000"]);
  await checkExplanation(page, sentence(card, "Over 4 jaar samen is"), euro(220_000), "€ 10.000 + € 10.000 + € 100.000 + € 100.000 = € 220.000");
  const ledgers = page.getByRole("region", { name: "Wie betaalt en wie bespaart" }).first();
  await checkExplanation(page, sentence(ledgers, "De twee rekeningen verschillen"), euro(100_000), "€ 300.000 − € 200.000");
  await checkExplanation(page, sentence(ledgers, "Volgens het dekkingsplan"), first, "Ongedekt in jaar 1");
  // In the compact view too, and the text of the sentence is unchanged.
  await page.goto(page.url().replace("#rekenblad", "#compact"));
  const stating = sentence(page.locator(".main-result"), "Volgens het dekkingsplan");
  assert.equal(await stating.innerText(), `Volgens het dekkingsplan is in jaar 1 nog ${first} ongedekt: dat moet nog iemand betalen.`);
  await checkExplanation(page, stating, first, "minstens € 0 = € 10.000");
});

const withWarnings = { ...plan, values: { "dagbesteding.aantal": 600, bezoekers: 480 } };

visit("in warnings, figures of the scenario open and those of publications do not", { path: address("rekenblad", withWarnings) }, async (page) => {
  await openGroups(page, "Let op");
  const warning = (name) => page.locator(".checks").getByRole("listitem").filter({ has: page.getByText(name, { exact: true }) });
  const figures = (name) => warning(name).locator(".in-text").allInnerTexts();
  assert.deepEqual(await figures("Meer mensen dan bezoekers"), ["600", "480"]);
  await checkExplanation(page, warning("Meer mensen dan bezoekers").locator("p").first(), "600", "Dit is ingevuld");
  // (4 × 13.500 + 600 × 6.250) ÷ 480. The figure from a publication is plain text.
  const each = euro(3_804_000 / 480);
  assert.deepEqual(await figures("Meer besparing per bezoeker dan in de bronnen"), [each]);
  await checkExplanation(page, warning("Meer besparing per bezoeker dan in de bronnen").locator("p").first(), each, "€ 3.804.000 ÷ 480 = € 7.925");
  await checkExplanation(page, warning("Zonder correctie").locator("p").first(), euro(3_804_000), "€ 54.000 + € 3.750.000 = € 3.804.000");
  await checkExplanation(page, warning("Levert alles echt geld op?").locator("p").first(), euro(3_750_000), "€ 3.750.000");
  await checkExplanation(page, warning("Niet alles is gedekt").locator("p").first(), euro(10_000), "minstens € 0 = € 10.000");
  await checkExplanation(page, warning("Tijdelijke financiering").locator("p").first(), euro(90_000), ["tijdelijke financiers", "= € 90.000"]);
  assert.equal(await warning("Tijdelijke financiering").locator(".in-text").count(), 1);
});

visit("the value found by goal seek is explained, with the goal it meets", {}, async (page) => {
  const card = page.getByRole("region", { name: "Wat mag het kosten?" });
  await type(page, card.getByLabel("Besparingen als deel van de kosten"), "60");
  const stating = card.locator("p").filter({ hasText: "Nu is het" });
  await assertText(stating, /^Betaalde medewerkers: bij 2,86 fte dekken de becijferde besparingen 60% van de kosten\. /);
  // By hand: 60% of 300.000 is 26.000 more than 154.000. One fte costs 48.800, and 60% of that is 29.280.
  await checkExplanation(page, stating, "2,86 fte", ["3,75 + € 26.000 ÷ (€ −29.280) = 2,86", "60% × € 300.000 − € 154.000 = € 26.000", "€ 154.000 ÷ € 256.666,67 = 60%"]);
  await checkExplanation(page, stating, "3,75 fte", "Dit is ingevuld");
  await card.getByLabel("Doel", { exact: true }).selectOption({ label: "Saldo per jaar" });
  await type(page, card.getByLabel("Saldo per jaar", { exact: true }), "-100000");
  await checkExplanation(page, stating, "2,81 fte", ["3,75 + € 46.000 ÷ (€ −48.800) = 2,81", "€ −100.000 − (€ −146.000) = € 46.000"]);
  await stating.getByRole("button", { name: "2,81 fte" }).press("Enter");
  await explanation(page).getByRole("button", { name: "Naar het veld ‘Saldo per jaar’" }).press("Enter");
  await assertFocus(page, "doel.saldo", "name");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("-120000");
  // The explanation follows what is typed.
  await assertExplanationSays(page, "€ −120.000 − (€ −146.000) = € 26.000");
});

/** Waits until the view of uncertainty has all its results. */
async function waitForResults(page) {
  await page.getByRole("region", { name: "Meetplan" }).waitFor({ timeout: 20_000 });
}

visit("the ends of a range open, and lead to their fields", { path: "#onzekerheid" }, async (page) => {
  await waitForResults(page);
  const chart = page.locator("figure").filter({ hasText: "Het saldo verandert het meest tussen laag en hoog van" });
  await chart.locator("summary").press("Enter");
  const row = chart.getByRole("row").filter({ hasText: "Minder dagbesteding: bedrag" });
  const cells = row.locator("td").getByRole("button");
  await eventually(async () => ((await cells.count()) === 4 ? [] : [`${await cells.count()} cells`]));
  // Tab reaches the table once; an arrow key leads from the low end to the saldo at it.
  assert.deepEqual(await chart.locator("td button").evaluateAll((all) => all.filter((one) => one.tabIndex >= 0).length), 1);
  await cells.first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await assertExplanationSays(page, /als ‘Minder dagbesteding: .*’ €\u00a03\.680 is/);
  await close(page);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await assertExplanationSays(page, /Laagste waarde van ‘Minder dagbesteding: .*: €\u00a03\.680/);
  await assertExplanationSays(page, "aanname");
  await explanation(page).getByRole("button", { name: /^Naar het veld ‘Bandbreedte van ‘Minder dagbesteding.*laag’$/ }).press("Enter");
  await assertFocus(page, "ranges.dagbesteding.bedrag.low", "name");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("7000");
  // The value of 6.250 is below that, so the range is widened to contain it.
  await assertExplanationSays(page, "de laagste van € 7.000 en € 6.250 = € 6.250");
  await assertExplanationSays(page, "zelf ingevuld");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("4000");
  await assertExplanationSays(page, /: €\u00a04\.000/);
  assert.ok(!(await explanation(page).innerText()).includes("de laagste van"));
  // Inputs without effect on the saldo have ranges too.
  await page.locator("summary").filter({ hasText: "Deze aannames veranderen dit saldo niet" }).press("Enter");
  const cellsOfOther = page.getByRole("row").filter({ hasText: "Minder dagbesteding: maakt echt geld vrij" }).last().locator("td").getByRole("button");
  await cellsOfOther.first().press("Enter");
  await assertExplanationSays(page, /Laagste waarde van .*: 50%/);
});

visit("the figures in the list of what to measure first open", { path: "#onzekerheid" }, async (page) => {
  await waitForResults(page);
  const item = page.getByRole("region", { name: "Meetplan" }).getByRole("listitem").filter({ hasText: "Minder dagbesteding: bedrag" });
  const stating = sentence(item, "gaat het saldo van");
  assert.match(await stating.innerText(), /^Hoogstens \d+(,\d)?% van de spreiding in het saldo verdwijnt\. Van €\u00a03\.680 naar €\u00a010\.120 gaat het saldo van €\u00a0−187\.120 naar €\u00a0−84\.080\.$/);
  await checkExplanation(page, stating, /^\d+(,\d)?%$/, "het deel van de variantie");
  await checkExplanation(page, stating, euro(3_680), "Laagste waarde van");
  await checkExplanation(page, stating, euro(10_120), "Hoogste waarde van");
  // By hand: 16 × 3.680 + 54.000 − 300.000.
  await checkExplanation(page, stating, euro(-187_120), "€ 112.880 − € 300.000 = € −187.120");
  await checkExplanation(page, stating, euro(-84_080), "= € −84.080");
  const proposal = sentence(page, "Wilt u weten welke meting");
  await checkExplanation(page, proposal, /^€/, "van elke trekking het verschil per bezoeker");
});

visit("the marked points of the acceptability curve open, and so do the other areas", { path: "#onzekerheid" }, async (page) => {
  await waitForResults(page);
  const chart = page.locator("figure").filter({ hasText: "per bezoeker kosten, naast wat het bespaart" }).first();
  const areas = chartAreas(chart);
  for (const share of ["50%", "80%"]) {
    const dot = areas.and(page.getByRole("button", { name: new RegExp(`^${share}: €`) }));
    const box = await dot.boundingBox();
    assert.ok(box.width >= 24 && box.height >= 24, `${share}: ${JSON.stringify(box)}`);
    await dot.scrollIntoViewIfNeeded();
    const scrolled = await dot.boundingBox();
    await page.mouse.click(scrolled.x + scrolled.width / 2, scrolled.y + scrolled.height / 2);
    await assertExplanationSays(page, `Bedrag dat het per bezoeker mag kosten, vanaf waar de kans ${share} is`);
    await assertExplanationSays(page, "startgetal");
    await close(page);
  }
  await areas.first().focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await assertExplanationSays(page, "vanaf waar de kans 80% is");
  await close(page);
  await areas.first().press("Enter");
  await assertExplanationSays(page, "Kans bij €");
});

visit("the figures in the sentences of a network open", {}, async (page) => {
  const half = { name: "Half gedekt", values: { "dagbesteding.verzilverbaar": 0.5 }, plan: [{ label: "Wmo", party: "gemeente", share: 0.5 }] };
  await openScenarios(page, [half, { name: "Duurder", base: "prijspeil-2025" }], { network: { counts: [7, 2], inhabitants: 90_000 } });
  await page.getByRole("link", { name: "Vergelijken" }).press("Enter");
  const stating = page.locator(".network-sentence");
  await stating.waitFor();
  const text = await stating.innerText();
  assert.match(text, /^9 initiatieven \(7 als ‘Half gedekt’ en 2 als ‘Duurder’\) kosten samen €\u00a0[\d.]+ per jaar\. Zij hebben samen 4\.500 bezoekers\./);
  assert.match(text, /Dat zijn 4\.500 bezoekers op 90\.000 inwoners: 5%\.$/);
  await checkExplanation(page, stating, "5%", "4.500 ÷ 90.000 = 5%");
  const figures = stating.locator(".in-text");
  assert.equal(await figures.count(), 6);
  for (const [index, expected] of [[0, "Kosten, van het netwerk"], [1, "7 × 500 + 2 × 500 = 4.500"], [2, "Becijferde besparingen, van het netwerk"], [3, "Saldo"]]) {
    await figures.nth(index).press("Enter");
    await assertExplanationSays(page, expected);
    await close(page);
  }
  const ledger = page.getByRole("region", { name: "Wie betaalt en wie bespaart in het netwerk" });
  await checkExplanation(page, sentence(ledger, "geen geld op dat iemand anders kan uitgeven"), /^€/, "× omrekening naar dezelfde prijzen");
  await checkExplanation(page, sentence(ledger, "Ongedekt: volgens"), /^€/, "× € 150.000 × 1,341148");
  await page.getByText("Gemiddeld over de berekeningen is besparingen min kosten").waitFor({ timeout: 20_000 });
  const mean = sentence(page, "Gemiddeld over de berekeningen");
  await mean.getByRole("button").first().press("Enter");
  await assertExplanationSays(page, /Gemiddeld saldo over de trekkingen, van het netwerk: €\u00a0−/);
  await close(page);
});

for (const [width, colorScheme] of [[320, "dark"], [1280, "light"]]) {
  visit(`open explanations pass axe and fit, ${width} px`, { path: address("rekenblad", withWarnings), width, colorScheme, reducedMotion: "reduce" }, async (page) => {
    const check = (name) => assertAccessibleAndFits(page, name);
    await openGroups(page, "Let op");
    await sentence(page.locator(".checks"), "telt alles mee").getByRole("button").first().press("Enter");
    await check("a warning");
    await sentence(page.locator(".main-result"), "Volgens het dekkingsplan").getByRole("button").first().press("Enter");
    await check("uncovered costs");
    await page.getByRole("region", { name: "Wat mag het kosten?" }).locator(".in-text").first().press("Enter");
    await check("goal seek");
    await page.getByRole("link", { name: "Zekerheid" }).click();
    await openAnalysis(page);
    await waitForResults(page);
    await page.getByRole("region", { name: "Meetplan" }).locator(".in-text").first().press("Enter");
    await check("the list of what to measure");
    await page.emulateMedia({ media: "print" });
    const plain = await page.locator(".in-text").first().evaluate((one) => getComputedStyle(one).textDecorationLine);
    assert.equal(plain, "none");
  });
}
