// The list of the user's changes: on the page, from a link, in print, in a saved chart, in an embed.

import assert from "node:assert/strict";
import { axe } from "./support.mjs";
import {
  address, assertAccessibleAndFits, assertFocus, assertScenario, assertText, assertValue, button, downloadText, euro,
  field, openGroups, type, undo,
} from "./person.mjs";
import { visit } from "./visit.mjs";

const list = (page) => page.getByRole("region", { name: "Wat is er veranderd?" });
const item = (page, name) => list(page).getByRole("listitem").filter({ has: page.getByText(name, { exact: true }) });

const scenario = {
  values: { fte: 4, "dagbesteding.aantal": 18, "dagbesteding.verzilverbaar": 0.5 },
  custom: [{ id: "c1", side: "cost", label: "Scholing", quantity: 2, amount: 1_500 }],
  ranges: { fte: { kind: "uniform", low: 3, high: 5 } },
};

visit("each change is listed with its values, effect and verdict, the largest effect first", {}, async (page) => {
  await assertText(list(page), "Er is nog niets veranderd");
  await type(page, field(page, "Betaalde medewerkers"), "4");
  await openGroups(page, "Besparingen", "Minder dagbesteding");
  await type(page, field(page, "Cliënten minder", "Minder dagbesteding"), "18");
  // A quarter of 48.800; 2 × 6.250
  await assertText(item(page, "Betaalde medewerkers"), `Van 3,75 naar 4 (fte). Maakt het saldo ${euro(12_200)} lager.`);
  await assertText(item(page, "Betaalde medewerkers"), "ongunstiger");
  await assertText(item(page, "Minder dagbesteding, Cliënten minder"), `Maakt het saldo ${euro(12_500)} hoger.`);
  await assertText(
    list(page),
    `Alle wijzigingen samen maken het saldo ${euro(300)} hoger: van ${euro(-146_000)} naar ${euro(-145_700)}. 1 is gunstiger, 1 is ongunstiger.`,
  );
  const names = await list(page).getByRole("listitem").getByRole("button").allInnerTexts();
  const effects = names.filter((name) => name.includes("toon hoe dit is berekend"));
  assert.equal(effects.length, 2);
  assert.deepEqual(names.filter((name) => name && !effects.includes(name)), ["Minder dagbesteding, Cliënten minder", "Betaalde medewerkers"]);
});

visit("a change without effect on the saldo is listed with its other effect", { path: address("rekenblad", scenario) }, async (page) => {
  // Half of 18 × 6.250 frees no money in the gemeente's budget.
  await assertText(item(page, "Minder dagbesteding, Maakt echt geld vrij"), "Van 100% naar 50%.");
  await assertText(
    item(page, "Minder dagbesteding, Maakt echt geld vrij"),
    `Verandert het saldo niet, maar maakt het saldo van de gemeente ${euro(56_250)} lager.`,
  );
  await assertText(item(page, "Scholing"), `Eigen post, niet in het begin: Kosten · ${euro(3_000)}.`);
  await assertText(item(page, "Bandbreedte: Betaalde medewerkers"), "naar 3 tot 5 (gelijk verdeeld)");
  await assertText(item(page, "Bandbreedte: Betaalde medewerkers"), /alleen spreiding.*Verandert de uitkomst niet/s);
});

visit("a change is reset by its button, and undo restores it; the focus stays in the list", { path: address("rekenblad", scenario) }, async (page) => {
  const { values, custom, ranges } = scenario;
  const steps = [
    ["Zet terug: Betaalde medewerkers", { values: { ...values, fte: undefined }, custom, ranges }],
    ["Zet terug: Scholing", { values: { ...values, fte: undefined }, ranges }],
    ["Zet terug: Bandbreedte: Betaalde medewerkers", { values: { ...values, fte: undefined } }],
  ];
  for (const [name, remaining] of steps) {
    await button(page, name).press("Enter");
    await assertScenario(page, remaining);
    await assertFocus(page, "veranderd");
    assert.equal(await button(page, name).count(), 0);
  }
  await assertText(list(page), "2 cijfers wijken af");
  for (const [, remaining] of steps.slice(0, 2).reverse()) {
    await undo(page);
    await assertScenario(page, remaining);
  }
  await undo(page);
  await assertScenario(page, scenario);
  await assertText(list(page), "5 cijfers wijken af");
});

visit("a change of the price year is neither better nor worse", {}, async (page) => {
  await openGroups(page, "Tijd en prijspeil", "Kosten");
  await type(page, field(page, "Huisvesting"), "50.000");
  await type(page, field(page, "Prijspeil"), "2020");
  await assertText(item(page, "Prijspeil"), /andere prijzen.*Van 2016 naar 2020/s);
  await button(page, "Zet terug: Prijspeil").press("Enter");
  await assertScenario(page, { values: { huisvesting: 50_000 } });
  await assertValue(field(page, "Prijspeil"), "2016");
});

for (const view of ["rekenblad", "onzekerheid", "bronnen", "delen"]) {
  visit(`a link to ${view} shows at the top the number of changes, with a button to the list`, { path: address(view, scenario), width: 320 }, async (page) => {
    await page.getByText("5 afwijkingen van ‘Brochure’").first().waitFor();
    const top = await page.getByText("5 afwijkingen van ‘Brochure’").first().boundingBox();
    assert.ok(top.y < 400, `it is at ${top.y}`);
    await button(page, "Bekijk de lijst").press("Enter");
    await assertFocus(page, "veranderd");
    assert.ok(await list(page).isVisible());
  });
}

visit("the name of a change leads to its field", { path: address("rekenblad", scenario) }, async (page) => {
  const name = "Minder dagbesteding, Cliënten minder";
  await list(page).getByRole("button", { name, exact: true }).press("Enter");
  await assertFocus(page, "veld-dagbesteding-aantal");
});

visit("in the embed the number of changes is shown, and the list opens", { path: address("compact", scenario), width: 320 }, async (page) => {
  const back = button(page, "Zet terug: Scholing");
  assert.ok(await back.isHidden());
  const closed = page.locator("summary").filter({ hasText: "5 afwijkingen van ‘Brochure’" });
  await closed.press("Enter");
  await back.press("Enter");
  await page.locator("summary").filter({ hasText: "4 afwijkingen van ‘Brochure’" }).waitFor();
  assert.deepEqual(await axe(page), []);
});

visit("in print the number and the list of changes are shown, without buttons", { path: address("rekenblad", scenario) }, async (page) => {
  await page.emulateMedia({ media: "print" });
  assert.ok(await page.getByText("5 afwijkingen van ‘Brochure’").first().isVisible());
  assert.ok(await item(page, "Scholing").isVisible());
  assert.ok(await page.getByRole("button", { name: "Bekijk de lijst" }).isHidden());
  assert.ok(await button(page, "Zet terug: Scholing").isHidden());
});

visit("a saved chart has the number of changes", { path: address("rekenblad", scenario) }, async (page) => {
  const download = page.waitForEvent("download");
  await page.getByRole("button", { name: /^Bewaar als SVG/ }).first().press("Enter");
  const file = await downloadText(download);
  assert.match(file.replace(/<[^>]*>/g, " ").replace(/\s+/g, " "), /5 afwijkingen van ‘Brochure’/);
});

for (const colorScheme of ["light", "dark"]) {
  visit(`axe finds nothing in the list, ${colorScheme}`, { path: address("rekenblad", scenario), width: 320, colorScheme }, async (page) => {
    await assertAccessibleAndFits(page);
  });
}
