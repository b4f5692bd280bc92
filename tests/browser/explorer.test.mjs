// The search for break-even: of one input, of all savings or costs together, and of p.m. lines in
// their natural units.

import assert from "node:assert/strict";
import { axe } from "./support.mjs";
import { address, assertEuros, assertFocus, assertScenario, assertText, button, euro, eventually, openGroups, undo } from "./person.mjs";
import { visit } from "./visit.mjs";

const card = (page) => page.getByRole("region", { name: "Waar slaat de uitkomst om?" }).first();
const choose = (page, label) => page.getByLabel("Zoek het omslagpunt van").selectOption({ label });

visit("for one input: its break-even value, and whether that is plausible", {}, async (page) => {
  // (100.000 + 146.000) ÷ 6.250
  await assertText(card(page), /Minder dagbesteding, Cliënten minder: bij 39,36 cliëntjaren zijn kosten en becijferde besparingen even groot, 2,5 keer zo veel als nu/);
  await assertText(card(page), "Dat ligt niet tussen laag en hoog");
  await assertText(card(page), "8 tot 20");
  await choose(page, "Huisvesting");
  await assertText(card(page), "Bij geen enkele waarde die kan");
  // 37.000 ÷ 48.800
  await choose(page, "Betaalde medewerkers");
  await assertText(card(page), "bij 0,76 fte");
  await choose(page, "Minder uitkeringen, Uitkeringen minder");
  await assertText(card(page), "bij 14,81 persoonsjaren");
  await assertText(card(page), "Geen enkele invoer kan de uitkomst alleen doen omslaan");
});

visit("the value and both ends of its range open explanations that lead to the field", { width: 320 }, async (page) => {
  const says = (expected) => assertText(page.locator("#uitleg"), expected);
  // Within a sentence the name of the button is the figure alone.
  const figure = (name) => card(page).getByRole("button", { name, exact: true });
  await figure(/^16 cliëntjaren\s*, toon hoe dit is berekend$/).press("Enter");
  await says("Dit is ingevuld");
  await page.keyboard.press("Escape");
  // 39,36 ÷ 16
  await figure("2,5").press("Enter");
  await says("39,36 ÷ 16 = 2,46");
  await page.keyboard.press("Escape");
  await figure("20").press("Enter");
  await says("de waarde die bij ‘Zekerheid’ onder ‘Hoog’ staat");
  await page.keyboard.press("Escape");
  await figure("8").press("Enter");
  await says("Zij is zelf ook een aanname");
  // Not every browser keeps in place what is seen while the page grows above it.
  await page.evaluate(() => (document.documentElement.style.overflowAnchor = document.body.style.overflowAnchor = "none"));
  await page.locator("#uitleg").getByRole("button", { name: /^Naar het veld ‘Bandbreedte van/ }).press("Enter");
  await assertFocus(page, "ranges.dagbesteding.aantal.low", "name");
  // Charts are drawn above the field, and it must stay in view.
  await page.getByText("Wij rekenden 100.000 keer").waitFor();
  await page.getByRole("region", { name: "Meetplan" }).waitFor();
  await eventually(async () => {
    const { y } = await page.evaluate(() => document.activeElement.getBoundingClientRect());
    return y > 0 && y < 800 ? [] : [`the field is at ${y}`];
  });
});

visit("by keyboard: an input is chosen, its break-even value filled in, and that undone", {}, async (page) => {
  const list = page.getByLabel("Zoek het omslagpunt van");
  await list.focus();
  await page.keyboard.press("ArrowDown");
  await assertText(card(page), "Kosten van dagbesteding");
  await button(page, `Vul ${euro(15_375)} in`).press("Enter");
  // 16 × 15.375 = 246.000
  await assertEuros(page, { "break_even.gap": 0, "total.savings": 300_000 });
  await assertText(card(page), "elke afwijking geeft de doorslag");
  await undo(page);
  await assertScenario(page, {});
});

visit("an input whose break-even value is within its range is named", { path: address("rekenblad", { ranges: { "dagbesteding.aantal": { kind: "pert", low: 8, high: 40 } } }) }, async (page) => {
  await assertText(card(page), "Dat ligt tussen laag en hoog");
  await assertText(card(page), /Eén invoer kan de uitkomst alleen al doen omslaan.*Minder dagbesteding, Cliënten minder/);
});

visit("the card shows what gives break-even: a change of all savings or costs, or an amount of a p.m. line", {}, async (page) => {
  // 300 ÷ 154 and 1 − 154 ÷ 300
  await assertText(card(page), /alle besparingen samen minstens 1,95 keer zo groot zijn, of als alle kosten samen 49% lager/);
  const table = (name) => card(page).getByRole("region", { name });
  const row = (inTable, name) => table(inTable).getByRole("row").filter({ hasText: name });
  // 146.000 ÷ 4.600, ÷ 280
  const payers = "Wat p.m.-posten moeten besparen";
  await assertText(row(payers, "Minder zorg (ggz)"), /31,8 cliëntjaren: 6,3% van de bezoekers/);
  await assertText(row(payers, "Minder overlast"), /521,5 incidenten/);
  assert.equal(await row(payers, "Kwaliteit van leven").count(), 0);
  // Society lacks 200.000: ÷ 4.600, ÷ 33, ÷ 50.000
  const society = "Wat p.m.-posten de samenleving waard moeten zijn";
  await assertText(row(society, "Minder zorg (ggz)"), /43,5 cliëntjaren: 8,7% van de bezoekers/);
  await assertText(row(society, "Betaald werk"), /6\.060,7 uren: 12,2 uur per bezoeker/);
  await assertText(row(society, "Kwaliteit van leven"), /4 QALY’s: 3 dagen in volle gezondheid per bezoeker/);
});

visit("the cards on break-even are about whom the user puts first", {}, async (page) => {
  const enough = page.getByRole("region", { name: "Wanneer is het genoeg?" }).first();
  await openGroups(page, "Afweging");
  await page.getByLabel("Wiens verschil staat voorop?").selectOption({ label: "de gemeente" });
  await assertText(enough, "Alles in dit kader gaat over het verschil voor de gemeente.");
  // Of what the insurer saves, nothing is the gemeente's.
  await assertText(enough.getByRole("row").filter({ hasText: "Minder zorg (ggz)" }), euro(0));
  await enough.getByRole("row").filter({ hasText: "Minder zorg (ggz)" }).getByRole("button").last().press("Enter");
  await assertText(page.locator("#uitleg"), "waarde van één meer voor de gemeente");
  await page.keyboard.press("Escape");
  // 154.000 ÷ 300.000
  await choose(page, "Gemeente betaalt");
  await assertText(card(page), "bij 51,3% zijn kosten en besparingen van de gemeente even groot");
  await page.getByLabel("Wiens verschil staat voorop?").selectOption({ label: "de samenleving als geheel" });
  await assertText(enough, "Alles in dit kader gaat over het verschil voor de samenleving.");
  // 300.000 ÷ 6.250
  await choose(page, "Minder dagbesteding, Cliënten minder");
  await assertText(card(page), "bij 48 cliëntjaren zijn kosten en becijferde effecten voor de samenleving even groot");
});

const own = { custom: [{ id: "c1", side: "saving", label: "Huisuitzetting", quantity: 2, amount: 9_000 }], counted: { dagbesteding: false } };

visit("an own line can be chosen, and then removed", { path: address("rekenblad", own) }, async (page) => {
  await choose(page, "Huisuitzetting, Bedrag");
  // Dagbesteding is not counted: 300.000 − 54.000 is 246.000, for a quantity of 2.
  await assertText(card(page), `bij ${euro(123_000)}`);
  await button(page, "Zet terug: Huisuitzetting").press("Enter");
  await assertText(card(page), "Omslagpunt");
});

for (const [width, colorScheme] of [[320, "light"], [320, "dark"], [1280, "light"]]) {
  visit(`axe finds nothing, ${width} px, ${colorScheme}`, { path: address("rekenblad", own), width, colorScheme }, async (page) => {
    assert.deepEqual(await axe(page, ".explorer"), []);
    assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
  });
}
