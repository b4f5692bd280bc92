// The list of scenarios: made, renamed, moved, removed.

import assert from "node:assert/strict";
import { axe } from "./support.mjs";
import { assertFocus, assertScenario, assertText, assertValue, button, eventually, field, type } from "./person.mjs";
import { add, assertNames, choice, choices, manage, name, names, status, strip } from "./strip.mjs";
import { visit } from "./visit.mjs";

visit("one scenario needs no strip; with the second it is there, and with one left it is gone", {}, async (page) => {
  assert.equal(await strip(page).count(), 0);
  await add(page, "Gunstig");
  await assertNames(page, ["Brochure", "Gunstig"]);
  await manage(page);
  await strip(page).getByRole("button", { name: "Verwijder" }).press("Enter");
  await eventually(async () => ((await strip(page).count()) === 0 ? [] : ["it stays"]));
  await assertFocus(page, "inhoud");
  await assertScenario(page, {});
});

visit("add, duplicate, rename, move, make it the reference, remove, and undo it all", {}, async (page) => {
  await type(page, field(page, "Bezoekers"), "600");
  await add(page, "Gunstig", "Voorzichtig");
  await assertNames(page, ["Brochure, aangepast", "Gunstig", "Voorzichtig"]);
  await assertScenario(page, { base: "voorzichtig" });
  await choice(page, "Brochure, aangepast").press("Enter");
  await assertScenario(page, { values: { bezoekers: 600 } });
  await strip(page).getByRole("button", { name: "Maak een kopie" }).press("Enter");
  await assertFocus(page, "scenario-1");
  await type(page, name(page), "Groter huis");
  await assertNames(page, ["Brochure, aangepast", "Groter huis", "Gunstig", "Voorzichtig"]);
  assert.match(await page.title(), /^Groter huis/);
  await type(page, field(page, "Bezoekers"), "700");
  await assertScenario(page, { values: { bezoekers: 700 } });
  await strip(page).getByRole("button", { name: "Naar achteren" }).press("Enter");
  await assertNames(page, ["Brochure, aangepast", "Gunstig", "Groter huis", "Voorzichtig"]);
  await strip(page).getByRole("button", { name: "Maak dit de referentie" }).press("Enter");
  await assertText(choice(page, "Groter huis"), "referentie");
  await strip(page).getByRole("button", { name: "Verwijder" }).press("Enter");
  await assertNames(page, ["Brochure, aangepast", "Gunstig", "Voorzichtig"]);
  await assertText(status(page), "‘Groter huis’ is verwijderd.");
  await assertScenario(page, { base: "voorzichtig" });
  await button(page, "Maak dit ongedaan").press("Enter");
  await assertNames(page, ["Brochure, aangepast", "Gunstig", "Groter huis", "Voorzichtig"]);
  await assertScenario(page, { values: { bezoekers: 700 } });
  for (let count = 0; count < 30 && (await button(page, "Ongedaan maken").isEnabled()); count += 1) {
    await button(page, "Ongedaan maken").press("Enter");
  }
  await assertScenario(page, {});
});

visit("names stand beside each other, and the strip makes way when the page moves", {}, async (page) => {
  await add(page, "Gunstig", "Voorzichtig");
  const boxes = await Promise.all((await choices(page).all()).map((one) => one.boundingBox()));
  assert.equal(new Set(boxes.map(({ y }) => Math.round(y))).size, 1, JSON.stringify(boxes));
  await page.evaluate(() => scrollTo(0, 2000));
  await eventually(async () => ((await strip(page).boundingBox()).y < 0 ? [] : ["it stays in view"]));
});

visit("what was typed wrong is not lost by looking at another one", {}, async (page) => {
  await add(page, "Gunstig");
  await type(page, field(page, "Bezoekers"), "veel");
  await choice(page, "Brochure").press("Enter");
  await assertText(status(page), "In ‘Gunstig’ stond invoer die niet klopt");
  await assertScenario(page, {});
  await button(page, "Maak dit ongedaan").press("Enter");
  await assertValue(field(page, "Bezoekers"), "veel");
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    visit(`axe finds nothing in the strip, ${width} px, ${colorScheme}`, { width, colorScheme }, async (page) => {
      await add(page, "Gunstig", "Voorzichtig");
      await type(page, name(page), "Huis van Herstel Zuidoost met een heel lange naam die niet past");
      await manage(page);
      assert.deepEqual(await axe(page), []);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
    });
  }
}
