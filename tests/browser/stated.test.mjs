// Figures that sentences state further down, ends of ranges, and the two marked points of a curve: all of them open.

import assert from "node:assert/strict";
import { axe } from "./support.mjs";
import { address, assertFocus, assertText, euro, eventually, open, type } from "./person.mjs";
import { openScenarios } from "./scenarios.mjs";
import { visit } from "./visit.mjs";

const explanation = (page) => page.locator("#uitleg");
const assertSays = (page, expected) =>
  assertText(explanation(page), expected instanceof RegExp ? expected : expected.replaceAll("€ ", "€\u00a0"));
/** The sentence with these words, in a part of the page. */
const saying = (around, words) => around.locator("p:has(.in-text), dd:has(.in-text)").filter({ hasText: words });
const close = async (page) => {
  await page.keyboard.press("Escape");
  await explanation(page).waitFor({ state: "detached" });
};

/** Opens a figure of a sentence by keyboard, reads what it says, and closes it: the focus goes back. */
async function read(page, sentence, figure, expected) {
  const opens = sentence.getByRole("button", { name: figure, exact: true });
  await opens.press("Enter");
  await page.waitForFunction(() => document.activeElement.id === "uitleg");
  for (const one of [expected].flat()) await assertSays(page, one);
  // It stands where the sentence does.
  const near = await sentence.evaluate((one) => one.closest("li, section, .card, .story").contains(document.querySelector("#uitleg")));
  assert.ok(near, `${figure}: it opened elsewhere`);
  await close(page);
  assert.ok(await opens.evaluate((one) => one === document.activeElement), `${figure}: the focus went elsewhere`);
}

const plan = {
  plan: [
    { label: "Gemeente X", party: "gemeente", amount: 200_000 },
    { label: "Fonds Y", party: "overig", amount: 90_000, until: 2 },
  ],
};

visit("what a dekkingsplan leaves uncovered opens in every sentence", { path: address("rekenen", plan) }, async (page) => {
  // By hand: 300.000 − 290.000 in the first two years, and then 300.000 − 200.000.
  const first = euro(10_000);
  await read(page, saying(page.locator(".story"), "Volgens het dekkingsplan"), first, "€ 300.000 − € 290.000, minstens € 0 = € 10.000");
  const card = page.getByRole("region", { name: "Dekkingsplan", exact: true });
  await read(page, saying(card, "In jaar 1 is"), first, "Ongedekt in jaar 1");
  await read(page, saying(card, "omdat Fonds Y dan stopt"), euro(100_000), ["Ongedekt in jaar 3", "€ 300.000 − € 200.000, minstens € 0 = € 100.000"]);
  await read(page, saying(card, "Over 4 jaar samen is"), euro(220_000), "€ 10.000 + € 10.000 + € 100.000 + € 100.000 = € 220.000");
  const ledgers = page.getByRole("region", { name: "Wie betaalt en wie bespaart" }).first();
  await read(page, saying(ledgers, "De twee rekeningen verschillen"), first, "€ 300.000 − € 290.000");
  await read(page, saying(ledgers, "Volgens het dekkingsplan"), first, "Ongedekt in jaar 1");
  // In the small view as well; the sentence reads as it did.
  await page.goto(page.url().replace("#rekenen", "#compact"));
  const said = saying(page.locator(".story"), "Volgens het dekkingsplan");
  assert.equal(await said.innerText(), `Volgens het dekkingsplan is in jaar 1 nog ${first} ongedekt: dat moet nog iemand betalen.`);
  await read(page, said, first, "minstens € 0 = € 10.000");
});

const warned = { ...plan, values: { "dagbesteding.aantal": 600, bezoekers: 480 } };

visit("warnings open what they say of the scenario, and nothing of others", { path: address("rekenen", warned) }, async (page) => {
  await open(page, "Let op");
  const guard = (name) => page.locator(".guards").getByRole("listitem").filter({ has: page.getByText(name, { exact: true }) });
  const figures = (name) => guard(name).locator(".in-text").allInnerTexts();
  assert.deepEqual(await figures("Meer mensen dan bezoekers"), ["600", "480"]);
  await read(page, guard("Meer mensen dan bezoekers").locator("p").first(), "600", "Dit is ingevuld");
  // 4 × 13.500 + 600 × 6.250, over 480 people; what a source says stays words.
  const each = euro(3_804_000 / 480);
  assert.deepEqual(await figures("Meer besparing per bezoeker dan in de bronnen"), [each]);
  await read(page, guard("Meer besparing per bezoeker dan in de bronnen").locator("p").first(), each, "€ 3.804.000 ÷ 480 = € 7.925");
  await read(page, guard("Zonder correctie").locator("p").first(), euro(3_804_000), "€ 54.000 + € 3.750.000 = € 3.804.000");
  await read(page, guard("Levert alles echt geld op?").locator("p").first(), euro(3_750_000), "€ 3.750.000");
  await read(page, guard("Niet alles is gedekt").locator("p").first(), euro(10_000), "minstens € 0 = € 10.000");
  await read(page, guard("Tijdelijke financiering").locator("p").first(), euro(90_000), ["tijdelijke financiers", "= € 90.000"]);
  assert.equal(await guard("Tijdelijke financiering").locator(".in-text").count(), 1);
});

visit("what a goal takes opens: the way there, and that it comes out", {}, async (page) => {
  const card = page.getByRole("region", { name: "Wat mag het kosten?" });
  await type(page, card.getByLabel("Besparingen als deel van de kosten"), "60");
  const said = card.locator("p").filter({ hasText: "Nu is het" });
  await assertText(said, /^Betaalde medewerkers: bij 2,86 fte dekken de becijferde besparingen 60% van de kosten\. /);
  // By hand: 60% of 300.000 less 154.000; one more costs 48.800, of which 60%.
  await read(page, said, "2,86 fte", ["3,75 + € 26.000 ÷ (€ −29.280) = 2,86", "60% × € 300.000 − € 154.000 = € 26.000", "€ 154.000 ÷ € 256.666,67 = 60%"]);
  await read(page, said, "3,75 fte", "Dit is ingevuld");
  await card.getByLabel("Doel", { exact: true }).selectOption({ label: "Saldo per jaar" });
  await type(page, card.getByLabel("Saldo per jaar", { exact: true }), "-100000");
  await read(page, said, "2,81 fte", ["3,75 + € 46.000 ÷ (€ −48.800) = 2,81", "€ −100.000 − (€ −146.000) = € 46.000"]);
  await said.getByRole("button", { name: "2,81 fte" }).press("Enter");
  await explanation(page).getByRole("button", { name: "Naar het veld ‘Saldo per jaar’" }).press("Enter");
  await assertFocus(page, "doel.saldo", "name");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("-120000");
  // It follows what is typed.
  await assertSays(page, "€ −120.000 − (€ −146.000) = € 26.000");
});

/** Opens the view of what is uncertain, once it has come to rest. */
async function uncertain(page) {
  await page.getByRole("region", { name: "Meetplan" }).waitFor({ timeout: 20_000 });
}

visit("the ends of a range open, with the way to the field of that end", { path: "#onzekerheid" }, async (page) => {
  await uncertain(page);
  const picture = page.locator("figure").filter({ hasText: "Het saldo hangt het meest aan" });
  await picture.locator("summary").press("Enter");
  const row = picture.getByRole("row").filter({ hasText: "Minder dagbesteding: bedrag" });
  const cells = row.locator("td").getByRole("button");
  await eventually(async () => ((await cells.count()) === 4 ? [] : [`${await cells.count()} cells`]));
  // One stop for the Tab key; an arrow leads from the low end to the saldo there.
  assert.deepEqual(await picture.locator("td button").evaluateAll((all) => all.filter((one) => one.tabIndex >= 0).length), 1);
  await cells.first().focus();
  await page.keyboard.press("ArrowRight");
  await page.keyboard.press("Enter");
  await assertSays(page, /als ‘Minder dagbesteding: .*’ €\u00a03\.680 is/);
  await close(page);
  await page.keyboard.press("ArrowLeft");
  await page.keyboard.press("Enter");
  await assertSays(page, /Laagste waarde van ‘Minder dagbesteding: .*: €\u00a03\.680/);
  await assertSays(page, "aanname");
  await explanation(page).getByRole("button", { name: /^Naar het veld ‘Bandbreedte van ‘Minder dagbesteding.*laag’$/ }).press("Enter");
  await assertFocus(page, "ranges.dagbesteding.bedrag.low", "name");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("7000");
  // The value of 6.250 lies below that, and stays in the range.
  await assertSays(page, "de laagste van € 7.000 en € 6.250 = € 6.250");
  await assertSays(page, "zelf ingevuld");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("4000");
  await assertSays(page, /: €\u00a04\.000/);
  assert.ok(!(await explanation(page).innerText()).includes("de laagste van"));
  // What moves no saldo has ends as well.
  await page.locator("summary").filter({ hasText: "Deze aannames veranderen het saldo niet" }).press("Enter");
  const apart = page.getByRole("row").filter({ hasText: "Minder dagbesteding: maakt echt geld vrij" }).last().locator("td").getByRole("button");
  await apart.first().press("Enter");
  await assertSays(page, /Laagste waarde van .*: 50%/);
});

visit("the plan for measuring opens what it states", { path: "#onzekerheid" }, async (page) => {
  await uncertain(page);
  const first = page.getByRole("region", { name: "Meetplan" }).getByRole("listitem").first();
  const said = saying(first, "gaat het saldo van");
  assert.match(await said.innerText(), /^\d+% van de spreiding in het saldo verdwijnt\. Van €\u00a03\.680 naar €\u00a010\.120 gaat het saldo van €\u00a0−187\.120 naar €\u00a0−84\.080\.$/);
  await read(page, said, /^\d+%$/, "het deel van de variantie");
  await read(page, said, euro(3_680), "Laagste waarde van");
  await read(page, said, euro(10_120), "Hoogste waarde van");
  // By hand: 16 × 3.680 + 54.000 − 300.000.
  await read(page, said, euro(-187_120), "€ 112.880 − € 300.000 = € −187.120");
  await read(page, said, euro(-84_080), "= € −84.080");
  const propose = saying(page, "Wilt u weten welke meting");
  await read(page, propose, /^€/, "van elke trekking het verschil per bezoeker");
});

visit("the marked points of the curve open, and the strips beside them still do", { path: "#onzekerheid" }, async (page) => {
  await uncertain(page);
  const picture = page.locator("figure").filter({ hasText: "per bezoeker voor wat niet in geld staat" }).first();
  const parts = picture.getByRole("group", { name: "Delen van deze grafiek" }).getByRole("button");
  for (const share of ["50%", "80%"]) {
    const dot = parts.and(page.getByRole("button", { name: new RegExp(`^${share}: €`) }));
    const box = await dot.boundingBox();
    assert.ok(box.width >= 24 && box.height >= 24, `${share}: ${JSON.stringify(box)}`);
    await dot.scrollIntoViewIfNeeded();
    const at = await dot.boundingBox();
    await page.mouse.click(at.x + at.width / 2, at.y + at.height / 2);
    await assertSays(page, `Waarde per bezoeker vanaf waar de kans ${share} is`);
    await assertSays(page, "startgetal");
    await close(page);
  }
  await parts.first().focus();
  await page.keyboard.press("End");
  await page.keyboard.press("Enter");
  await assertSays(page, "vanaf waar de kans 80% is");
  await close(page);
  await parts.first().press("Enter");
  await assertSays(page, "Kans bij €");
});

visit("what is said of a network opens", {}, async (page) => {
  const half = { name: "Half gedekt", values: { "dagbesteding.verzilverbaar": 0.5 }, plan: [{ label: "Wmo", party: "gemeente", share: 0.5 }] };
  await openScenarios(page, [half, { name: "Duurder", base: "prijspeil-2025" }], { network: { counts: [7, 2], inhabitants: 90_000 } });
  await page.getByRole("link", { name: "Vergelijken" }).press("Enter");
  const said = page.locator(".network-said");
  await said.waitFor();
  const reads = await said.innerText();
  assert.match(reads, /^9 initiatieven \(7 als ‘Half gedekt’ en 2 als ‘Duurder’\) kosten samen €\u00a0[\d.]+ per jaar\. Zij hebben samen 4\.500 bezoekers\./);
  assert.match(reads, /Dat zijn 4\.500 bezoekers op 90\.000 inwoners: 5%\.$/);
  await read(page, said, "5%", "4.500 ÷ 90.000 = 5%");
  const figures = said.locator(".in-text");
  assert.equal(await figures.count(), 6);
  for (const [place, expected] of [[0, "Kosten, van het netwerk"], [1, "7 × 500 + 2 × 500 = 4.500"], [2, "Becijferde besparingen, van het netwerk"], [3, "Saldo"]]) {
    await figures.nth(place).press("Enter");
    await assertSays(page, expected);
    await close(page);
  }
  const ledger = page.getByRole("region", { name: "Wie betaalt en wie bespaart in het netwerk" });
  await read(page, saying(ledger, "bij geen enkele partij geld vrij"), /^€/, "× omrekening naar dezelfde prijzen");
  await read(page, saying(ledger, "Ongedekt: volgens"), /^€/, "× € 150.000 × 1,341148");
  await page.getByText("Gemiddeld over de trekkingen is het saldo").waitFor({ timeout: 20_000 });
  const mean = saying(page, "Gemiddeld over de trekkingen");
  await mean.getByRole("button").first().press("Enter");
  await assertSays(page, /Gemiddeld saldo over de trekkingen, van het netwerk: €\u00a0−/);
  await close(page);
});

for (const [width, colorScheme] of [[320, "dark"], [1280, "light"]]) {
  visit(`open, they break no rule and fit, ${width} px`, { path: address("rekenen", warned), width, colorScheme, reducedMotion: "reduce" }, async (page) => {
    const check = async (what) => {
      assert.deepEqual(await axe(page), [], what);
      const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
      assert.ok(wider <= 0, `${what}: scrolls ${wider} px sideways`);
    };
    await open(page, "Let op");
    await saying(page.locator(".guards"), "telt alles mee").getByRole("button").first().press("Enter");
    await check("a warning");
    await saying(page.locator(".story"), "Volgens het dekkingsplan").getByRole("button").first().press("Enter");
    await check("what is short");
    await page.getByRole("region", { name: "Wat mag het kosten?" }).locator(".in-text").first().press("Enter");
    await check("what a goal takes");
    await page.getByRole("link", { name: "Onzekerheid" }).click();
    await uncertain(page);
    await page.getByRole("region", { name: "Meetplan" }).locator(".in-text").nth(1).press("Enter");
    await check("the plan for measuring");
    await page.emulateMedia({ media: "print" });
    const plain = await page.locator(".in-text").first().evaluate((one) => getComputedStyle(one).textDecorationLine);
    assert.equal(plain, "none");
  });
}
