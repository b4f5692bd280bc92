// The page in a browser that translates it: texts stay those of the state.

import assert from "node:assert/strict";
import { assertNames, addScenarios, nameField, openControls, scenarioButtons, strip } from "./scenario-list.mjs";
import { assertEuros, assertText, button, field, openAll, type, waitUntilReady, openAnalysis } from "./person.mjs";
import { visit } from "./visit.mjs";
import { after, before, test } from "node:test";
import { compareWithPlain, KINDS } from "../attack/translation.mjs";
import { launch, launchFirefox, leave, openPage } from "./support.mjs";

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
  await page.getByRole("link", { name: "Zekerheid" }).press("Enter");
  await page.getByRole("heading", { level: 1 }).waitFor();
  await openAnalysis(page);
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

const browsers = {};
before(async () => {
  browsers.Chromium = await launch();
  browsers.Firefox = await launchFirefox();
});
after(() => Promise.all(Object.values(browsers).map((browser) => browser?.close())));

const goTo = (name, title) => [`the view ${name}`, async (page) => {
  await page.getByRole("link", { name, exact: true }).press("Enter");
  await page.getByRole("heading", { level: 1, name: title }).waitFor();
  await openAll(page);
}];
const press = (name) => [name, (page) => button(page, name).first().press("Enter")];
const write = (label, text) => [`${text} in ${label}`, (page) => type(page, field(page, label), text)];

/** What a person does in every view, in an order in which each act meets what the earlier ones have changed. */
const ACTS = [
  ["all groups open", openAll],
  write("Betaalde medewerkers", "9"),
  write("Betaalde medewerkers", "veel"),
  write("Betaalde medewerkers", "0,5"),
  ["an explanation", (page) => page.locator("button[data-figure]").first().press("Enter")],
  ["its end", (page) => page.keyboard.press("Escape")],
  press("Gunstig"),
  press("Ongedaan maken"),
  press("Kostenpost toevoegen"),
  press("Besparing toevoegen"),
  ["a line removed", (page) => page.getByRole("button", { name: /^Verwijder ‘/ }).first().press("Enter")],
  ["the view Onzekerheid", async (page) => {
    await goTo("Zekerheid", /Hoe zeker is dit|van de 100 keer/)[1](page);
    await page.getByText("Wij rekenden 100.000 keer").waitFor();
    // Charts are drawn once there are results; some of them may have been opened before.
    await openAll(page);
  }],
  ["without uncertainty", (page) => page.getByLabel(/^Toon alleen/).press("Space")],
  ["with uncertainty", (page) => page.getByLabel(/^Toon alleen/).press("Space")],
  goTo("Wat als?", "Wat als een raadslid dit vraagt?"),
  ["another question", (page) => page.getByRole("radio", { name: "En als het niet werkt?" }).check()],
  ["a question with a slider", async (page) => {
    await page.getByRole("radio", { name: "Er komen minder bezoekers" }).check();
    await page.locator(".what-if-setting input").press("ArrowRight");
  }],
  goTo("Vergelijken", "Scenario’s vergelijken"),
  press("Voorzichtig"),
  ["its chance", (page) => page.getByRole("region", { name: "Alle cijfers" }).getByText(/%/).first().waitFor()],
  goTo("Bronnen", "Bronnen en verantwoording"),
  ["the sources", (page) => page.locator("#onderzoek").waitFor()],
  goTo("Delen", "Delen"),
  goTo("Rekenblad", "Wat kost een zelfregie-initiatief, en wat staat daar tegenover?"),
  write("Bezoekers", "0"),
  write("Bezoekers", "620"),
  press("Opnieuw beginnen"),
  press("Ongedaan maken"),
  press("Alles terugzetten"),
  ["bouwstenen", async (page) => {
    await page.evaluate(() => (location.hash = "bouwstenen"));
    await page.getByRole("heading", { level: 1, name: /Bouwstenen/ }).waitFor();
  }],
  ["compact", async (page) => {
    await page.evaluate(() => (location.hash = "compact"));
    await page.getByRole("link", { name: "Open het hele rekenmodel" }).waitFor();
  }],
  write("Bezoekers", "700"),
];

for (const [name, kind] of [["Chromium", KINDS[0]], ["Chromium", KINDS[1]], ["Firefox", KINDS[0]], ["Firefox", KINDS[1]]]) {
  test(`in ${name} every view shows what is calculated, if a translator would ${kind} each text`, () =>
    compareWithPlain(browsers[name], kind, ACTS));
}

test("when the program stops on a translated page, a button opens it with the same figures and no translation", async () => {
  const page = await openPage(browsers.Chromium, { path: "#rekenblad" });
  await waitUntilReady(page);
  await type(page, field(page, "Bezoekers"), "600");
  await translate(page);
  await page.evaluate(() => {
    Node.prototype.insertBefore = () => {
      throw new Error("broken on purpose");
    };
  });
  await type(page, field(page, "Vrijwilligers"), "7");
  await assertText(page.getByRole("alert"), "Uw browser vertaalt deze pagina");
  await Promise.all([page.waitForEvent("load"), button(page, "Ga verder zonder vertaling").press("Enter")]);
  await waitUntilReady(page);
  assert.equal(await page.evaluate(() => document.documentElement.translate), false);
  await assertText(page.locator('data[data-result="costs.per_visitor"]'), "500");
  page.isChanged = true;
  await leave(page);
});
