// The page in a browser that translates it: texts stay those of the state.

import assert from "node:assert/strict";
import { assertNames, addScenarios, nameField, openControls, scenarioButtons, strip } from "./scenario-list.mjs";
import { assertEuros, assertText, button, field, type } from "./person.mjs";
import { visit } from "./visit.mjs";

/** Puts an element in the place of each text node that may be translated, as a browser's translator does. */
const translate = (page) =>
  page.evaluate(() => {
    const walker = document.createTreeWalker(document.getElementById("inhoud").parentElement, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    for (const node of found) {
      if (!node.data.trim() || node.parentElement.closest("[translate=no], script, style, textarea, svg")) continue;
      const outer = document.createElement("font");
      const inner = document.createElement("font");
      inner.append(node.data);
      outer.append(inner);
      node.replaceWith(outer);
    }
  });

visit("the headline, its name of the gap, and the address on paper follow an input", {}, async (page) => {
  const terms = page.getByRole("region", { name: "Uitkomst", exact: true }).locator("dt");
  const address = page.locator("p.paper");
  await assertText(terms, /^Verschil$/m);
  const before = await address.textContent();
  await translate(page);
  await type(page, field(page, "Betaalde medewerkers"), "0,5");
  await assertText(terms, /^Overschot$/m);
  assert.equal((await terms.allInnerTexts()).includes("Verschil"), false);
  assert.notEqual(await address.textContent(), before);
  await type(page, field(page, "Betaalde medewerkers"), "veel");
  await translate(page);
  await type(page, field(page, "Betaalde medewerkers"), "-1");
  await assertText(page.getByRole("alert"), /0/);
  await type(page, field(page, "Betaalde medewerkers"), "3,75");
  await assertEuros(page, { "break_even.gap": 146_000 });
});

visit("the strip of scenarios shows the names and the reference of now", {}, async (page) => {
  await addScenarios(page, "Gunstig", "Voorzichtig");
  await openControls(page);
  await translate(page);
  await type(page, nameField(page), "Groter huis");
  await assertNames(page, ["Brochure", "Gunstig", "Groter huis"]);
  await strip(page).getByRole("button", { name: "Maak dit de referentie" }).press("Enter");
  await assertText(scenarioButtons(page).last(), "referentie");
  await translate(page);
  await strip(page).getByRole("button", { name: "Verwijder" }).press("Enter");
  await assertNames(page, ["Brochure", "Gunstig"]);
  await assertText(strip(page).locator("summary"), /Gunstig|Brochure/);
});

visit("the list of ranges and the button to copy say what happened last", {}, async (page) => {
  await page.getByRole("link", { name: "Onzekerheid" }).press("Enter");
  await page.getByRole("heading", { level: 1 }).waitFor();
  const low = page.getByRole("group", { name: "Bandbreedte van Betaalde medewerkers", exact: true }).getByRole("textbox", { name: /^Laag/ });
  await type(page, low, "veel");
  const alert = page.getByRole("alert").first();
  await assertText(alert, /getal/);
  const first = await alert.innerText();
  await translate(page);
  await type(page, low, "-5");
  await assertText(alert, /0/);
  assert.notEqual(await alert.innerText(), first);
  await page.getByRole("link", { name: "Delen" }).press("Enter");
  const copy = button(page, "Kopieer").first();
  await copy.waitFor();
  await translate(page);
  await copy.press("Enter");
  await assertText(page.getByRole("status"), /Gekopieerd|Kopiëren lukte niet/);
});
