// The grade of the evidence behind the headline, and figures of the user's own with their sources.

import assert from "node:assert/strict";
import { leave } from "./support.mjs";
import {
  address, assertAccessibleAndFits, assertFocus, assertScenario, assertText, assertValue, button, downloadText, field,
  openApp, openGroups, redo, type, undo,
} from "./person.mjs";
import { visit } from "./visit.mjs";

const card = (page) => page.getByRole("region", { name: "Hoe stevig is dit?" }).and(page.locator("section"));
const row = (page, name) => card(page).getByRole("row").filter({ hasText: name });
const sentence = (page) => page.locator(".sentence");
const sourceField = (page, label) => page.getByRole("textbox", { name: `Waar komt dit cijfer vandaan? (${label})` });

/** Marks a field as a figure of the user's own, and types its source, by keyboard. */
async function markAsOwn(page, label, source) {
  const why = page.locator("summary").filter({ hasText: `Uitleg en bron bij ${label}` });
  await why.press("Enter");
  await button(page, `Dit is een eigen cijfer (${label})`).press("Enter");
  await assertFocus(page, /^veld-herkomst-/);
  await page.keyboard.type(source);
}

visit("the sentence of the brochure says that it rests on assumptions", {}, async (page) => {
  await assertText(sentence(page), /Naar schatting bespaart de gemeente daarmee €\u00a0154\.000\. Het blijft een schatting, met aannames\./);
  await page.getByText("Onderbouwing van deze uitkomst: aanname.").waitFor();
  await assertText(row(page, "Alle kosten"), "redelijk onderbouwd");
  await assertText(row(page, "Minder dagbesteding"), /aanname.*Was toch al gebeurd/s);
  await button(page, "Bekijk waarom").press("Enter");
  await assertFocus(page, "stevig");
});

const fields = ["aantal", "bedrag", "autonoom", "toerekening", "verdringing"];
const eigen = Object.fromEntries(
  ["uitkeringen", "dagbesteding"].flatMap((line) => fields.map((field) => [`${line}.${field}`, "eigen onderzoek 2024"])),
);

visit("with own figures and their sources the sentence names no assumptions, and stays an estimate", { path: address("rekenblad", { meta: { eigen } }) }, async (page) => {
  await assertText(sentence(page), "Naar schatting bespaart de gemeente daarmee €\u00a0154.000.");
  assert.doesNotMatch(await sentence(page).innerText(), /aannames/);
  await assertText(row(page, "Minder dagbesteding"), "redelijk onderbouwd");
  // Without a comparison group the evidence of an effect is 'redelijk' at best.
  assert.equal(await card(page).getByText("goed onderbouwd", { exact: true }).count(), 0);
});

visit("a field is marked as an own figure by keyboard; that is shown, undone, and removed again", { width: 320 }, async (page) => {
  await markAsOwn(page, "Betaalde medewerkers", "loonstaat 2024");
  const all = page.locator(".field").filter({ has: field(page, "Betaalde medewerkers") });
  await assertText(all, /eigen cijfer.*Eigen cijfer: loonstaat 2024/s);
  await assertText(card(page), "Betaalde medewerkers. Eigen cijfer: loonstaat 2024");
  await assertAccessibleAndFits(page);
  // The typed source is one step of undo, the mark another.
  await undo(page);
  await assertText(all, "herkomst nog niet ingevuld");
  await undo(page);
  assert.equal(await sourceField(page, "Betaalde medewerkers").count(), 0);
  await redo(page);
  await redo(page);
  await assertValue(sourceField(page, "Betaalde medewerkers"), "loonstaat 2024");
  await button(page, "Toch geen eigen cijfer (Betaalde medewerkers)").press("Enter");
  await assertFocus(page, "veld-fte");
  await assertText(all, "brochure");
  await assertScenario(page, {});
});

visit("a changed field is not called the brochure's, until the change is undone", { width: 320 }, async (page) => {
  const status = page.locator(".field").filter({ has: field(page, "Bezoekers") }).locator(".status");
  assert.equal(await status.innerText(), "brochure");
  await type(page, field(page, "Bezoekers"), "340");
  await assertText(status, /^zelf ingevuld$/);
  // A click waits until the button can be pressed: the header may be drawn after the field.
  await undo(page);
  await assertText(status, /^brochure$/);
});

visit("the source of an own figure is part of the link and of the file", {}, async (page, browser) => {
  await openGroups(page, "Kosten");
  await markAsOwn(page, "Huisvesting", "huurcontract");
  await type(page, field(page, "Huisvesting"), "50000");
  await page.getByRole("link", { name: "Delen" }).press("Enter");
  const link = await page.getByRole("textbox", { name: "Link naar dit scenario" }).inputValue();
  const download = page.waitForEvent("download");
  await button(page, "Opslaan als bestand").press("Enter");
  const saved = JSON.parse(await downloadText(download));
  assert.deepEqual(saved.meta, { eigen: { huisvesting: "huurcontract" } });
  const other = await openApp(browser, { url: link.replace("#centrum", "#rekenblad") });
  await assertText(card(other), "Huisvesting. Eigen cijfer: huurcontract");
  await assertValue(field(other, "Huisvesting"), "50.000");
  other.assertClean();
  await leave(other);
});

visit("invalid marks in a link are ignored", { path: address("rekenblad", { meta: { eigen: { fte: 3, weg: "x" }, ander: [1] } }) }, async (page) => {
  await assertScenario(page, {});
  await assertText(card(page), "Hoe stevig is dit?");
  assert.equal(await page.getByText("Eigen cijfers", { exact: true }).count(), 0);
});

visit("in print the grades of evidence and the sources of own figures are shown", { path: address("rekenblad", { meta: { eigen } }) }, async (page) => {
  await page.emulateMedia({ media: "print" });
  assert.ok(await row(page, "Minder uitkeringen").isVisible());
  assert.ok(await card(page).getByText("eigen onderzoek 2024").first().isVisible());
});
