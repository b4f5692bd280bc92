// Helpers and reference prices beside the fields: answers are kept, and nothing is filled in
// before the user says so.

import assert from "node:assert/strict";
import { visit } from "./visit.mjs";
import {
  address, assertAccessibleAndFits, assertAddressHolds, assertFocus, assertText, assertValue, button, eventually,
  loadLazyFeatures, openAll, redo, type, undo, waitUntilReady,
} from "./person.mjs";

const CENTRE = { path: "#centrum" };
const BENEFITS = "Hoeveel mensen hadden een jaar geen uitkering meer nodig?";
const DAY_CARE = "Hoeveel mensen konden een jaar zonder dagbesteding?";
const PLACE = "Wat kost een plek dagbesteding per jaar?";

const opener = (page, field) => button(page, `Help mij rekenen : ${field}`);
const form = (page, field) => page.getByRole("group", { name: `Help mij rekenen: ${field}`, exact: true });
const fillIn = (page, field) => form(page, field).getByRole("button", { name: "Neem over", exact: true });
const answerOf = (page, field, question) => form(page, field).getByLabel(question, { exact: true });
const unknown = (page, field, question) => form(page, field).getByLabel(`Weet ik niet: ${question}`, { exact: true });
const input = (page, name) => page.locator(`input[name="${name}"]`);
const spaced = (text) => text.replaceAll("€ ", "€\u00a0");

const ANSWERS = {
  "Hoeveel mensen gaan dit jaar door u niet naar dagbesteding?": "11",
  "Hoeveel dagdelen per week zou zo iemand gaan?": "3,6",
  "Hoeveel weken per jaar is er dagbesteding?": "46,7",
  "Wat betaalt de gemeente voor een dagdeel?": "35,76",
  "Wat betaalt iemand zelf per maand?": "21",
};
const WEEKS = Object.keys(ANSWERS)[2];

/** Opens a helper by keyboard. */
async function open(page, field) {
  await opener(page, field).press("Enter");
  await form(page, field).waitFor();
}

/** Opens the helper for dagbesteding and answers all questions, from field to field as a person does. */
async function answerAll(page) {
  await open(page, DAY_CARE);
  for (const [question, text] of Object.entries(ANSWERS)) await type(page, answerOf(page, DAY_CARE, question), text);
}

visit("questions that people can answer become figures, by keyboard, in one step back and forward", CENTRE, async (page) => {
  await open(page, DAY_CARE);
  await assertFocus(page, "hulp.dagbesteding.mensen", "name");
  await assertText(form(page, DAY_CARE), "Beantwoord eerst alle vragen.");
  assert.ok(await fillIn(page, DAY_CARE).isDisabled());
  for (const [question, text] of Object.entries(ANSWERS)) await type(page, answerOf(page, DAY_CARE, question), text);
  // By hand: 3.6 × 46.7 × 35.76 − 252 = 5,759.97.
  await assertText(form(page, DAY_CARE), spaced("3,6 dagdelen × 46,7 weken × € 35,76 − 12 maanden × € 21 = ongeveer € 5.760 per plek"));
  await assertText(form(page, DAY_CARE), spaced("Dit vullen wij in: 11 mensen en € 5.760 per plek."));
  await assertValue(input(page, "dagbesteding.aantal"), "16");
  await fillIn(page, DAY_CARE).press("Enter");
  await assertValue(input(page, "dagbesteding.aantal"), "11");
  await assertValue(input(page, "dagbesteding.bedrag"), "5.760");
  await assertText(form(page, DAY_CARE), "Dit is ingevuld: 11 mensen");
  await assertAddressHolds(page, '"dagbesteding.bedrag":5760');
  await undo(page);
  await assertValue(input(page, "dagbesteding.aantal"), "16");
  await assertValue(input(page, "dagbesteding.bedrag"), "6.250");
  await assertValue(answerOf(page, DAY_CARE, WEEKS), "46,7");
  await redo(page);
  await assertValue(input(page, "dagbesteding.aantal"), "11");
});

visit("a helper that is opened again, after a reload too, shows what was answered", CENTRE, async (page) => {
  await answerAll(page);
  await unknown(page, DAY_CARE, WEEKS).press("Space");
  await assertAddressHolds(page, '"dagbesteding.weken":"weet-ik-niet"');
  await page.reload();
  await waitUntilReady(page);
  await loadLazyFeatures(page);
  // The helper is the same at the number of people and at the price.
  await open(page, PLACE);
  for (const [question, text] of Object.entries(ANSWERS)) {
    await assertValue(answerOf(page, PLACE, question), question === WEEKS ? "" : text);
  }
  assert.ok(await unknown(page, PLACE, WEEKS).isChecked());
});

visit("'weet ik niet' is an answer: nothing is filled in, and the page says what the brochure has", CENTRE, async (page) => {
  await answerAll(page);
  await unknown(page, DAY_CARE, WEEKS).press("Space");
  await assertText(form(page, DAY_CARE), spaced("Daarom vullen wij niets in. De brochure rekent met 16 mensen en € 6.250 per plek."));
  assert.ok(await fillIn(page, DAY_CARE).isDisabled());
  await assertFocus(page, "hulp.dagbesteding.weken.onbekend", "name");
  await assertValue(answerOf(page, DAY_CARE, WEEKS), "");
  // A number instead takes it back.
  await type(page, answerOf(page, DAY_CARE, WEEKS), "40");
  await eventually(async () => ((await fillIn(page, DAY_CARE).isEnabled()) ? [] : ["not ready"]));
  assert.ok(!(await unknown(page, DAY_CARE, WEEKS).isChecked()));
});

visit("what is no answer stays in its field, with what is allowed", CENTRE, async (page) => {
  await answerAll(page);
  const weeks = answerOf(page, DAY_CARE, WEEKS);
  for (const bad of ["60", "veel", "-1"]) {
    await type(page, weeks, bad);
    await assertText(form(page, DAY_CARE).getByRole("alert"), "0 tot en met 53");
    await assertValue(weeks, bad);
    assert.equal(await weeks.getAttribute("aria-invalid"), "true");
    assert.ok(await fillIn(page, DAY_CARE).isDisabled());
    await assertText(form(page, DAY_CARE), "Eén antwoord klopt nog niet.");
  }
  await page.reload();
  await waitUntilReady(page);
  await loadLazyFeatures(page);
  await open(page, DAY_CARE);
  await assertValue(answerOf(page, DAY_CARE, WEEKS), "-1");
});

visit("one helper is open at a time, and closing it gives the focus back", CENTRE, async (page) => {
  await open(page, BENEFITS);
  await assertFocus(page, "hulp.uitkeringen.uitstroom", "name");
  await open(page, PLACE);
  await assertFocus(page, "hulp.dagbesteding.mensen", "name");
  assert.equal(await form(page, BENEFITS).count(), 0);
  assert.equal(await opener(page, BENEFITS).getAttribute("aria-expanded"), "false");
  await button(form(page, PLACE), "Sluit").press("Enter");
  await assertFocus(page, "hulp-dagbesteding-bedrag");
  await opener(page, PLACE).press("Enter");
  await assertFocus(page, "hulp.dagbesteding.mensen", "name");
  await opener(page, PLACE).press("Enter");
  await assertFocus(page, "hulp-dagbesteding-bedrag");
});

visit("people who leave a benefit: what would have happened anyway is taken off", CENTRE, async (page) => {
  await open(page, BENEFITS);
  const questions = {
    "Hoeveel van uw bezoekers stoppen in een jaar met hun uitkering?": "4",
    "Hoeveel van hen hebben een jaar later nog steeds geen uitkering?": "70%",
    "Van 100 zulke mensen, hoeveel stoppen er elk jaar zonder u met hun uitkering?": "8,4",
    "Hoeveel jaar bestaat uw centrum?": "2",
  };
  for (const [question, text] of Object.entries(questions)) await type(page, answerOf(page, BENEFITS, question), text);
  const kind = form(page, BENEFITS).getByRole("group", { name: "Wie telt u dan mee?" });
  await kind.getByLabel("Iedereen die stopt met de uitkering").focus();
  await page.keyboard.press("ArrowDown");
  await assertText(form(page, BENEFITS), "8,4% van alle mensen met bijstand werk (Divosa)");
  // docs/model.md: 4.22 after two years.
  await assertText(form(page, BENEFITS), "1,91 + 2,31 = 4,22 mensen");
  await fillIn(page, BENEFITS).press("Enter");
  await assertValue(input(page, "uitkeringen.aantal"), "4,22");
  await assertAddressHolds(page, '"uitkeringen.autonoom":{"kind":"fixed"}');
});

visit("the worksheet has the helpers too, and reference prices with their source", { path: "#rekenblad" }, async (page) => {
  await openAll(page);
  await opener(page, "Loonkosten per fte").press("Enter");
  await assertFocus(page, "hulp.loonkosten.salaris", "name");
  const wage = form(page, "Loonkosten per fte");
  await wage.getByRole("button", { name: /^Neem over ?: Richtprijs loon sociaal werk/ }).press("Enter");
  await type(page, wage.getByLabel("Hoeveel procent komt daar voor u nog bij?", { exact: true }), "44");
  await assertText(wage, /\+ 44% = ongeveer €/);
  await wage.getByRole("button", { name: "Neem over", exact: true }).press("Enter");
  await assertText(wage, "Dit is ingevuld:");
  // How the gemeente buys: groups need the size of one.
  const cashable = page.locator("#hulp-dagbesteding-verzilverbaar");
  await cashable.press("Enter");
  await assertFocus(page, "veld-hulp-dagbesteding-inkoop-per-dagdeel");
  const purchase = page.getByRole("group", { name: /^Help mij rekenen/ });
  await purchase.getByLabel("Per groep").focus();
  await page.keyboard.press("Space");
  await type(page, purchase.getByLabel("Hoeveel mensen moeten er minder komen om een groep te sluiten?", { exact: true }), "10");
  // By hand: of 16 people 10 are a whole group, 62.5%.
  await assertText(purchase, "hoogstens 62,5% levert geld op");
  await purchase.getByRole("button", { name: "Neem over", exact: true }).press("Enter");
  await assertValue(input(page, "dagbesteding.verzilverbaar"), "62,5");
  // A reference price, in the scenario's prices.
  const price = page.getByRole("button", { name: /^Neem over ?: Richtprijs een uur werk/ });
  await price.press("Enter");
  await assertValue(input(page, "betaald-werk.bedrag"), "33");
  const source = page.getByRole("link", { name: "bron: Zorginstituut, 2022" });
  assert.equal(await source.getAttribute("href"), "#bronnen");
});

for (const [width, colorScheme] of [[320, "light"], [1280, "dark"], [1280, "light"]]) {
  const answered = { meta: { hulpvragen: { "uitkeringen.uitstroom": 4, "uitkeringen.jaren-open": "weet-ik-niet" } } };
  visit(`helpers are accessible and fit: ${width} px, ${colorScheme}`, { path: address("centrum", answered), width, colorScheme }, async (page) => {
    for (const field of [BENEFITS, DAY_CARE, PLACE]) {
      await open(page, field);
      await assertAccessibleAndFits(page, field);
      const small = await form(page, field).locator("button, input, a").evaluateAll((all) =>
        all.map((target) => (target.closest(".segment, .check") ?? target).getBoundingClientRect())
          .filter((box) => Math.min(box.width, box.height) < 24).length);
      assert.equal(small, 0, `${field}: targets below 24 px`);
    }
  });
}
