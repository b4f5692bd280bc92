// The bouwstenen of a region: which initiative of the network offers what, what is missing, and what
// several offer.

import assert from "node:assert/strict";
import { assertAccessibleAndFits, assertText, button, field, type, brokenWords } from "./person.mjs";
import { openScenarios } from "./scenarios.mjs";
import { visit } from "./visit.mjs";

const initiative = (name, bouwstenen, values = {}) => ({ name, values, meta: { bouwstenen } });
const BRUG = initiative("De Brug", { "sociale-participatie": "aanwezig", informatie: "aanwezig", naasten: "mist", kwartiermaken: "mist" });
const HAVEN = initiative("De Haven", { "sociale-participatie": "aanwezig", informatie: "deels", naasten: "mist" }, { "kans-geen-effect": 0.3 });
const STIL = { name: "Stil" };

const region = (page) => page.locator("section").filter({ has: page.getByRole("heading", { level: 3, name: "Wat de initiatieven samen bieden" }) });

/** Opens the comparison with these scenarios, and so many initiatives of each. */
async function openNetwork(page, scenarios, counts) {
  await openScenarios(page, scenarios, { network: { counts } });
  await page.getByRole("link", { name: "Vergelijken", exact: true }).press("Enter");
  await region(page).waitFor();
}

/** Returns the row of a block: what the region has, and each initiative. */
const row = (page, block) =>
  region(page).getByRole("row").filter({ has: page.getByRole("rowheader", { name: block, exact: true }) }).locator("td").allInnerTexts();

/** Returns the lists of blocks: `{ title: names }`. */
const lists = async (page) => {
  const found = await region(page).locator("dl > div").evaluateAll((all) => all.map((one) => [...one.children].map((part) => part.innerText)));
  return Object.fromEntries(found);
};

visit("the table says who offers what, what is missing and what several offer", {}, async (page) => {
  await openNetwork(page, [BRUG, HAVEN], [1, 2]);
  await assertText(region(page), "3 initiatieven bieden samen 2 van de 10 bouwstenen. Eén mist. Van 7 is dat nog niet overal ingevuld.");
  const head = await region(page).locator("thead th").allInnerTexts();
  assert.deepEqual(head, ["Bouwsteen", "In de regio", "De Brug", "2 × ‘De Haven’"]);
  assert.deepEqual(await row(page, "Sociale participatie"), ["3 keer", "aanwezig", "aanwezig"]);
  assert.deepEqual(await row(page, "Informatie"), ["1 keer, 2 deels", "aanwezig", "deels"]);
  assert.deepEqual(await row(page, "Ondersteuning van naasten en mantelzorgers"), ["mist", "mist", "mist"]);
  // What one of them did not fill in is not missing.
  assert.deepEqual(await row(page, "Kwartiermaken en inclusieve samenleving"), ["niet overal ingevuld", "mist", "niet ingevuld"]);
  assert.deepEqual(await row(page, "Empowerment en herstel"), ["niet ingevuld", "niet ingevuld", "niet ingevuld"]);
  const found = await lists(page);
  assert.equal(found["Mist in de regio"], "Ondersteuning van naasten en mantelzorgers");
  assert.equal(found["Meer dan één keer"], "Sociale participatie (3 keer)");
  assert.match(found["Niet overal ingevuld"], /Kwartiermaken/);
});

visit("an initiative that filled in nothing makes nothing missing", {}, async (page) => {
  await openNetwork(page, [BRUG, STIL], [1, 1]);
  assert.equal((await lists(page))["Mist in de regio"], "geen, voor zover ingevuld");
  assert.deepEqual(await row(page, "Ondersteuning van naasten en mantelzorgers"), ["niet overal ingevuld", "mist", "niet ingevuld"]);
});

visit("without anything filled in the view says so, and leads to where it is filled in", {}, async (page) => {
  await openNetwork(page, [STIL], [1]);
  await assertText(region(page), "Nog geen initiatief heeft ingevuld welke bouwstenen het biedt.");
  assert.equal(await region(page).getByRole("table").count(), 0);
  await button(page, "Vul de bouwstenen in").press("Enter");
  await page.getByLabel("Sociale participatie", { exact: true }).selectOption({ label: "aanwezig" });
  await page.getByRole("link", { name: "Vergelijken", exact: true }).press("Enter");
  await assertText(region(page), "Eén initiatief biedt 1 van de 10 bouwstenen. Van 9 is dat nog niet overal ingevuld.");
});

visit("whether it works is one question for all initiatives", {}, async (page) => {
  await openNetwork(page, [BRUG, HAVEN], [1, 2]);
  const network = page.locator(".network");
  await assertText(network, "Of het werkt, geldt voor allemaal. De kans dat er geen effect is (15% tot 30%), is er één voor alle initiatieven samen.");
  await type(page, field(page, "Aantal initiatieven als ‘De Haven’"), "0");
  await assertText(network, "De kans van 15% dat er geen effect is, is er één voor alle initiatieven samen.");
});

const MANY = Array.from({ length: 12 }, (_, n) => ({ ...(n % 2 ? BRUG : HAVEN), name: `Initiatief ${n + 1} met een lange naam` }));

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    visit(`axe finds nothing and nothing scrolls sideways, ${width} px, ${colorScheme}`, { width, colorScheme }, async (page) => {
      await openNetwork(page, MANY, MANY.map(() => 1));
      await assertAccessibleAndFits(page);
    });
  }
}

visit("at 320 px what the region has is seen without scrolling, and no word is broken", { width: 320 }, async (page) => {
  await openNetwork(page, MANY, MANY.map(() => 1));
  const cell = region(page).locator("tbody tr").first().locator("td").first();
  const { right } = await cell.evaluate((cell) => cell.getBoundingClientRect());
  assert.ok(right <= 320, `${right}`);
  const broken = await brokenWords(region(page).locator("table"));
  assert.deepEqual(broken, []);
});

visit("on paper the table is whole", {}, async (page) => {
  await openNetwork(page, MANY.slice(0, 5), [1, 1, 1, 1, 1]);
  await page.emulateMedia({ media: "print" });
  await page.setViewportSize({ width: 695, height: 1000 });
  const { right } = await region(page).locator("table").evaluate((table) => table.getBoundingClientRect());
  assert.ok(right <= 695, `${right}`);
  assert.equal(await button(page, "Vul de bouwstenen in").isVisible(), false);
});
