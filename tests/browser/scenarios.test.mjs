// The list of scenarios: they are added, copied, renamed, moved and removed.

import assert from "node:assert/strict";
import { assertAccessibleAndFits, assertFocus, assertScenario, assertText, assertValue, button, eventually, field, type } from "./person.mjs";
import { addScenarios, assertNames, scenarioButton, scenarioButtons, openControls, nameField, notices, strip } from "./scenario-list.mjs";
import { visit } from "./visit.mjs";

visit("the strip is there only while there is more than one scenario", {}, async (page) => {
  assert.equal(await strip(page).count(), 0);
  await addScenarios(page, "Gunstig");
  await assertNames(page, ["Brochure", "Gunstig"]);
  await openControls(page);
  await strip(page).getByRole("button", { name: "Verwijder" }).press("Enter");
  await eventually(async () => ((await strip(page).count()) === 0 ? [] : ["the strip is still there"]));
  await assertFocus(page, "inhoud");
  await assertScenario(page, {});
});

visit("scenarios are added, copied, renamed, moved, made the reference and removed, and all is undone", {}, async (page) => {
  await type(page, field(page, "Bezoekers"), "600");
  await addScenarios(page, "Gunstig", "Voorzichtig");
  await assertNames(page, ["Brochure, aangepast", "Gunstig", "Voorzichtig"]);
  await assertScenario(page, { base: "voorzichtig" });
  await scenarioButton(page, "Brochure, aangepast").press("Enter");
  await assertScenario(page, { values: { bezoekers: 600 } });
  await strip(page).getByRole("button", { name: "Maak een kopie" }).press("Enter");
  await assertFocus(page, "scenario-1");
  await assertText(notices(page), "staat in de lijst. U ziet nog ‘Brochure, aangepast’.");
  assert.match(await page.title(), /^(?!Kopie)/);
  await page.keyboard.press("Enter");
  await type(page, nameField(page), "Groter huis");
  await assertNames(page, ["Brochure, aangepast", "Groter huis", "Gunstig", "Voorzichtig"]);
  assert.match(await page.title(), /^Groter huis/);
  await type(page, field(page, "Bezoekers"), "700");
  await assertScenario(page, { values: { bezoekers: 700 } });
  await strip(page).getByRole("button", { name: "Naar achteren" }).press("Enter");
  await assertNames(page, ["Brochure, aangepast", "Gunstig", "Groter huis", "Voorzichtig"]);
  await strip(page).getByRole("button", { name: "Maak dit de referentie" }).press("Enter");
  await assertText(scenarioButton(page, "Groter huis"), "referentie");
  await strip(page).getByRole("button", { name: "Verwijder" }).press("Enter");
  await assertNames(page, ["Brochure, aangepast", "Gunstig", "Voorzichtig"]);
  await assertText(notices(page), "‘Groter huis’ is verwijderd.");
  await assertScenario(page, { base: "voorzichtig" });
  await button(page, "Maak dit ongedaan").press("Enter");
  await assertNames(page, ["Brochure, aangepast", "Gunstig", "Groter huis", "Voorzichtig"]);
  await assertScenario(page, { values: { bezoekers: 700 } });
  for (let count = 0; count < 30 && (await button(page, "Ongedaan maken").isEnabled()); count += 1) {
    await button(page, "Ongedaan maken").press("Enter");
  }
  await assertScenario(page, {});
});

visit("the names are on one row, and the strip scrolls with the page", {}, async (page) => {
  await addScenarios(page, "Gunstig", "Voorzichtig");
  const boxes = await Promise.all((await scenarioButtons(page).all()).map((one) => one.boundingBox()));
  assert.equal(new Set(boxes.map(({ y }) => Math.round(y))).size, 1, JSON.stringify(boxes));
  await page.evaluate(() => scrollTo(0, 2000));
  await eventually(async () => ((await strip(page).boundingBox()).y < 0 ? [] : ["the strip is still in view"]));
});

visit("an invalid text is not lost when another scenario is shown", {}, async (page) => {
  await addScenarios(page, "Gunstig");
  await type(page, field(page, "Bezoekers"), "veel");
  await scenarioButton(page, "Brochure").press("Enter");
  await assertText(notices(page), "In ‘Gunstig’ stond invoer die niet klopt");
  await assertScenario(page, {});
  await button(page, "Maak dit ongedaan").press("Enter");
  await assertValue(field(page, "Bezoekers"), "veel");
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    visit(`axe finds nothing in the strip, ${width} px, ${colorScheme}`, { width, colorScheme }, async (page) => {
      await addScenarios(page, "Gunstig", "Voorzichtig");
      await type(page, nameField(page), "Huis van Herstel Zuidoost met een heel lange naam die niet past");
      await openControls(page);
      await assertAccessibleAndFits(page);
    });
  }
}
