// 'Uw centrum': seven questions, one answer that stays in view, and how both behave on a phone.

import assert from "node:assert/strict";
import { buffer } from "node:stream/consumers";
import { visit } from "./visit.mjs";
import {
  address, assertAccessibleAndFits, assertAddressHolds, assertExplanationSays, assertFocus, assertScenario, assertText,
  assertValue, button, downloadText, eventually, openAll, paste, type, undo,
} from "./person.mjs";

const CENTRE = { path: "#centrum" };
const VISITORS = "Hoeveel mensen komen er in een jaar?";
const STAFF = "Hoeveel betaalde medewerkers zijn er? (fte)";
const VOLUNTEERS = "Hoeveel vrijwilligers zijn er?";
const RENT = "Wat kosten huur en vaste lasten per jaar?";
const BENEFITS = "Hoeveel mensen hadden een jaar geen uitkering meer nodig?";
const DAY_CARE = "Hoeveel mensen konden een jaar zonder dagbesteding?";
const PLACE = "Wat kost een plek dagbesteding per jaar?";

const plain = (text) => text.replaceAll("\u00a0", " ").trim();
const field = (page, label) => page.getByLabel(label, { exact: true });
const answer = (page) => page.locator("[data-answer]");
const assertAnswer = (page, expected) => assertText(answer(page), new RegExp(expected.replaceAll("€ ", "€\u00a0").replaceAll(".", "\\.")));
const certainty = (page, question) => page.getByRole("group", { name: `Hoe zeker bent u? ${question}`, exact: true });

visit("the first screen is one answer about an average centre, in the brochure's prices", { path: "" }, async (page) => {
  await assertAnswer(page, "Een gemiddeld centrum kost € 300.000 per jaar. Naar schatting bespaart de gemeente daarmee € 154.000. Het verschil is € 146.000: € 292 per bezoeker.");
  await page.getByRole("heading", { level: 1, name: "Een gemiddeld centrum" }).waitFor();
  for (const question of [VISITORS, STAFF, VOLUNTEERS, RENT, BENEFITS, DAY_CARE, PLACE]) {
    assert.equal(await field(page, question).count(), 1, question);
  }
  const costs = plain(await page.locator(".picture-wide").innerText());
  for (const part of ["Kosten € 300.000", "Medewerkers", "€ 183.000", "Geschatte besparingen € 154.000", "verschil € 146.000"]) {
    assert.ok(costs.includes(part), part);
  }
});

visit("one's own centre is put in by keyboard, and the answer follows each of them", CENTRE, async (page) => {
  await button(page, "Vul uw centrum in (2 minuten)").press("Enter");
  await assertFocus(page, "bezoekers", "name");
  const year = String(new Date().getFullYear());
  await assertText(page.locator(".centre-head"), `Prijzen van ${year}`);
  const values = { prijspeil: Number(year) };
  for (const [question, text, name, value] of [
    [VISITORS, "320", "bezoekers", 320], [STAFF, "2,4", "fte", 2.4], [VOLUNTEERS, "30", "vrijwilligers", 30],
    [RENT, "36.500", "huisvesting", 36500], [BENEFITS, "3", "uitkeringen.aantal", 3], [DAY_CARE, "11", "dagbesteding.aantal", 11],
  ]) {
    await type(page, field(page, question), text);
    values[name] = value;
    await assertScenario(page, { values });
  }
  // What is shown adds up: the parts of a bar are its total.
  const [costs, savings] = plain(await page.locator(".picture-wide").textContent()).split("Geschatte besparingen");
  for (const bar of [costs, savings.split("verschil")[0]]) {
    const [total, ...parts] = [...bar.matchAll(/€ ([\d.]+)/g)].map(([, amount]) => Number(amount.replaceAll(".", "")));
    assert.equal(parts.reduce((sum, part) => sum + part, 0), total, bar);
  }
  await assertText(answer(page), /^Ons centrum kost €\s\d{3}\.000 per jaar\. Naar schatting bespaart de gemeente daarmee/);
  await assertText(page.locator(".answer-facts"), "6 van de 7 vragen zelf ingevuld");
  await assertText(page.locator(".centre-head"), "6 eigen cijfers");
  // Costs begin as sure, effects as an estimate.
  for (const question of [VISITORS, STAFF, VOLUNTEERS, RENT]) {
    assert.ok(await certainty(page, question).getByLabel("Dit weet ik zeker").isChecked(), question);
  }
  assert.ok(await certainty(page, BENEFITS).getByLabel("Dit schat ik").isChecked());
  await assertAddressHolds(page, '"huisvesting":{"kind":"fixed"}');
});

visit("how sure an answer is, is chosen by keyboard and undone", { path: address("centrum", { values: { "uitkeringen.aantal": 3 } }) }, async (page) => {
  await certainty(page, BENEFITS).getByLabel("Dit schat ik").focus();
  await page.keyboard.press("ArrowLeft");
  await assertAddressHolds(page, '"uitkeringen.aantal":{"kind":"fixed"}');
  await assertText(page.locator(".question").filter({ hasText: BENEFITS }), "Of het door u kwam, staat onder ‘Wat als?’.");
  assert.ok(await certainty(page, BENEFITS).getByLabel("Dit weet ik zeker").isChecked());
  await undo(page);
  await eventually(async () => ((await certainty(page, BENEFITS).getByLabel("Dit schat ik").isChecked()) ? [] : ["not undone"]));
});

visit("a range that was set by hand is asked about", { path: address("centrum", { values: { fte: 3 }, ranges: { fte: { low: 2, high: 4 } } }) }, async (page) => {
  const group = certainty(page, STAFF);
  assert.equal(await group.getByRole("radio", { checked: true }).count(), 0);
  await group.getByLabel("Dit weet ik zeker").click();
  const question = page.getByRole("status").filter({ hasText: "U koos zelf een bandbreedte, van 2 tot 4." });
  await button(question, "Laat staan").press("Enter");
  assert.equal(await question.count(), 0);
  await group.getByLabel("Dit weet ik zeker").click();
  await button(question, "Vervang").press("Enter");
  await assertAddressHolds(page, '"fte":{"kind":"fixed"}');
});

visit("own visitors with the brochure's counts ask once for a count in proportion", CENTRE, async (page) => {
  await type(page, field(page, VISITORS), "320");
  const notes = page.locator(".answer-notes");
  const costs = "medewerkers, vrijwilligers, huur, activiteiten";
  await assertText(notes, `Deels met cijfers van een gemiddeld centrum (500 bezoekers). Dat zijn: ${costs}, organisatie, uitkeringen en dagbesteding.`);
  const dayCare = page.locator(".question").filter({ hasText: DAY_CARE });
  await assertText(dayCare, "Brochure: 16, bij 500 bezoekers");
  await button(dayCare, "Naar verhouding: 10").press("Enter");
  await assertValue(field(page, DAY_CARE), "10");
  const benefits = page.locator(".question").filter({ hasText: BENEFITS });
  await button(benefits, "4 laten staan").press("Enter");
  assert.equal(await page.getByRole("button", { name: /Naar verhouding|laten staan/ }).count(), 0);
  await assertScenario(page, { values: { bezoekers: 320, "dagbesteding.aantal": 10 } });
  // The counts are the user's now; the costs are still those of a larger centre.
  assert.equal(await page.getByText("Deels met cijfers van een gemiddeld centrum").count(), 0);
  await assertText(notes, `Nog van een gemiddeld centrum (500 bezoekers): ${costs} en organisatie.`);
});

visit("the perspective is switched, and sentence, picture and fact follow", CENTRE, async (page) => {
  const perspectives = page.getByRole("group", { name: "Gezien vanuit" });
  await perspectives.getByLabel("alle betalers").focus();
  await page.keyboard.press("ArrowRight");
  await assertAnswer(page, "De gemeente betaalt € 300.000 per jaar. Naar schatting bespaart zij € 154.000, als alles echt geld oplevert.");
  await assertText(page.locator(".picture-wide"), /Kosten van de gemeente/);
  await page.keyboard.press("ArrowRight");
  await assertAnswer(page, "Wat niet in geld is uitgedrukt, zoals een beter leven, moet de samenleving naar schatting minstens € 200.000 waard zijn.");
  await assertText(page.locator(".picture-wide"), /Geschatte besparingen €\u00a0100\.000/);
  await assertText(page.locator(".answer-facts"), /€\u00a0400\s+minstens waard per bezoeker/);
  assert.equal(await page.locator(".centre-head p").first().innerText(), "Prijzen van 2016 · nog geen eigen cijfers");
});

visit("a wrong text stays in its field with what is allowed, and the last good answer stays", CENTRE, async (page) => {
  await type(page, field(page, RENT), "36.500");
  await assertAnswer(page, "Ons centrum kost € 289.000 per jaar.");
  await page.keyboard.press("Tab");
  await paste(page, field(page, RENT), "36,500");
  await assertText(page.getByRole("alert"), "Bedoelt u 36.500 of 36,5?");
  await assertAnswer(page, "Ons centrum kost € 289.000 per jaar.");
  await assertText(page.locator(".answer-notes"), "laatste goede waarde");
  await assertValue(field(page, RENT), "36,500");
});

visit("figures of the sentence and parts of the picture open beside what was pressed", CENTRE, async (page) => {
  await answer(page).getByRole("button").first().press("Enter");
  await assertExplanationSays(page, "€ 300.000");
  await page.keyboard.press("Escape");
  const part = page.locator(".picture-wide").getByRole("button", { name: /^Dagbesteding/ });
  const before = await page.locator(".picture-wide svg").boundingBox();
  await part.focus();
  await page.keyboard.press("Enter");
  await assertExplanationSays(page, "€ 100.000");
  const after = await page.locator(".picture-wide .chart-picture").boundingBox();
  assert.deepEqual([after.x, after.width], [before.x, before.width]);
});

visit("the sentence is copied", { ...CENTRE, permissions: ["clipboard-read", "clipboard-write"] }, async (page) => {
  await button(page, "Kopieer deze zin").press("Enter");
  await page.getByText("Gekopieerd.").waitFor();
  assert.equal(plain(await page.evaluate(() => navigator.clipboard.readText())), `${plain(await answer(page).innerText())} Prijzen van 2016, afgerond.`);
});

visit("on a wide screen the answer stays in view while the questions scroll", { ...CENTRE, width: 1280, height: 800 }, async (page) => {
  await field(page, PLACE).scrollIntoViewIfNeeded();
  await page.evaluate(() => scrollTo(0, 500));
  const box = await answer(page).boundingBox();
  assert.ok(box.y >= 0 && box.y + box.height < 800, JSON.stringify(box));
});

visit("on a phone the answer is on the first screen, and the bar has the outcome", { ...CENTRE, width: 360, height: 740 }, async (page) => {
  await page.evaluate(() => scrollTo(0, 0));
  const box = await answer(page).boundingBox();
  assert.ok(box.y + box.height < 740 - 56, JSON.stringify(box));
  const bar = page.getByRole("button", { name: /Verschil €\s146\.000/ });
  assert.equal((await bar.boundingBox()).height, 56);
  await field(page, PLACE).focus();
  await bar.press("Enter");
  await assertFocus(page, "antwoord");
  await page.setViewportSize({ width: 740, height: 360 });
  assert.ok(await bar.isHidden());
});

const LONG = "Een post met een heel lange naam die nergens in past, ook niet op een breed scherm";
const own = Array.from({ length: 20 }, (_, index) => ({
  id: `c${index}`, side: index % 2 ? "saving" : "cost", label: `${LONG} ${index}`, quantity: 1, amount: 1000 * (index + 1), kind: "besparing", counted: true,
}));
for (const [name, scenario] of [
  ["the brochure", {}],
  ["a surplus with own income", { values: { "dagbesteding.aantal": 60, "eigen-inkomsten": 20000 } }],
  ["harm", { values: { "dagbesteding.aantal": -9 } }],
  ["no costs", { values: { fte: 0, vrijwilligers: 0, huisvesting: 0, activiteiten: 0, organisatie: 0 } }],
  ["twenty own lines with long names", { custom: own.map(({ kind, counted, ...line }) => (line.side === "saving" ? { ...line, kind, counted } : line)) }],
]) {
  for (const [width, colorScheme] of [[1280, "light"], [768, "dark"], [320, "light"]]) {
    visit(`${name}: axe and no scrolling sideways, ${width} px, ${colorScheme}`, { path: address("centrum", scenario), width, colorScheme }, async (page) => {
      await assertAccessibleAndFits(page);
      if (name !== "the brochure") return;
      await openAll(page);
      await assertAccessibleAndFits(page, "all groups open");
    });
  }
}

visit("the picture is saved for a slide, in 16:9", CENTRE, async (page) => {
  const download = page.waitForEvent("download");
  await page.locator(".answer-picture").getByRole("button", { name: /^Bewaar als dia \(\.png\)/ }).press("Enter");
  const file = await download;
  assert.equal(file.suggestedFilename(), "antwoord-dia.png");
  const bytes = await buffer(await file.createReadStream());
  assert.deepEqual([bytes.readUInt32BE(16), bytes.readUInt32BE(20)], [1920, 1080]);
});

visit("on a laptop the sentence and the picture stay in view, in at most 60% of the height", { ...CENTRE, width: 1366, height: 768 }, async (page) => {
  await field(page, PLACE).focus();
  await page.evaluate(() => scrollTo(0, 600));
  const [sentence, picture] = [await answer(page).boundingBox(), await page.locator(".picture-wide svg").boundingBox()];
  assert.ok(sentence.y >= 0, JSON.stringify(sentence));
  assert.ok(picture.y + picture.height <= 0.6 * 768, JSON.stringify(picture));
});

visit("at twice the text size and 320 px nothing scrolls sideways", { ...CENTRE, width: 320 }, async (page) => {
  await type(page, field(page, RENT), "36.500");
  await page.evaluate(() => {
    document.documentElement.style.fontSize = "200%";
  });
  await assertAccessibleAndFits(page);
});

visit("a large estimate is asked between which two numbers it lies", CENTRE, async (page) => {
  await type(page, field(page, BENEFITS), "40");
  const range = page.getByRole("group", { name: `Tussen welke twee getallen ligt het? ${BENEFITS}` });
  await type(page, range.getByLabel("tussen"), "30");
  await type(page, range.getByLabel("en", { exact: true }), "45");
  await assertAddressHolds(page, '"uitkeringen.aantal":{"kind":"pert","low":30,"high":45}');
  await type(page, range.getByLabel("tussen"), "veel");
  await range.getByRole("alert").waitFor();
  await assertAddressHolds(page, '"low":30,"high":45');
});

visit("what is typed after a click or after the first button replaces the brochure's figure", CENTRE, async (page) => {
  await button(page, "Vul uw centrum in (2 minuten)").click();
  await assertFocus(page, "bezoekers", "name");
  await page.waitForTimeout(200);
  await page.keyboard.type("320");
  await assertValue(field(page, VISITORS), "320");
  await field(page, STAFF).click();
  await page.waitForTimeout(200);
  await page.keyboard.type("2,4");
  await assertValue(field(page, STAFF), "2,4");
});

visit("the file of the picture has its bars and its difference", CENTRE, async (page) => {
  const download = page.waitForEvent("download");
  await page.locator(".answer-picture").getByRole("button", { name: /^Bewaar als SVG/ }).press("Enter");
  const svg = await downloadText(download);
  const width = Number(svg.match(/viewBox="0 0 (\d+) /)[1]);
  const ends = [...svg.matchAll(/<rect x="([\d.]+)" y="[\d.]+" width="([\d.]+)"/g)].map(([, x, w]) => Number(x) + Number(w));
  assert.ok(Math.max(...ends) <= width, `${Math.max(...ends)} in ${width}`);
  for (const text of ["Huur", "verschil €\u00a0146.000"]) assert.ok(svg.includes(text), text);
});

visit("own figures in prices that nobody chose are asked about", CENTRE, async (page) => {
  await type(page, field(page, RENT), "36.500");
  await assertText(page.locator(".centre-head"), "Uw centrum rekent nu in prijzen van 2016.");
  await button(page, "Neem de prijzen van dit jaar").press("Enter");
  const year = new Date().getFullYear();
  await assertScenario(page, { values: { huisvesting: 36500, prijspeil: year } });
  assert.equal(await page.getByText("Uw centrum rekent nu").count(), 0);
});
