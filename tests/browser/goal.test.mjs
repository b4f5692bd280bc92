// Goal seek ('Wat mag het kosten?'): the value of one input at which a goal is met.

import assert from "node:assert/strict";
import { axe } from "./support.mjs";
import { address, assertEuros, assertScenario, assertText, assertValue, button, euro, paste, type, undo } from "./person.mjs";
import { visit } from "./visit.mjs";

const card = (page) => page.getByRole("region", { name: "Wat mag het kosten?" });
const inputList = (page) => card(page).getByLabel("Dit mag veranderen");
const goalList = (page) => card(page).getByLabel("Doel", { exact: true });
const coverage = (page) => card(page).getByLabel("Besparingen als deel van de kosten");

visit("for a coverage the value is found, filled in and undone", {}, async (page) => {
  // (154.000 − 117.000) ÷ 48.800, and (154.000 ÷ 0,6 − 117.000) ÷ 48.800.
  await assertText(card(page), "Betaalde medewerkers: bij 0,76 fte dekken de becijferde besparingen 100% van de kosten. Nu is het 3,75 fte.");
  await type(page, coverage(page), "60");
  await assertText(card(page), "bij 2,86 fte dekken de becijferde besparingen 60% van de kosten");
  await assertText(card(page), "Dat ligt niet tussen laag en hoog (3,5 fte tot 4 fte)");
  await button(page, "Neem over: 2,86 fte").press("Enter");
  // What the button says is what counts: 117.000 + 2,86 × 48.800.
  await assertScenario(page, { values: { fte: 2.86 } });
  await assertEuros(page, { "costs.net": 256_568, "total.savings": 154_000 });
  await assertText(card(page), "Dat is de waarde van nu.");
  await undo(page);
  await assertScenario(page, {});
  await assertValue(coverage(page), "60");
  // A goal is not part of the scenario, so setting it adds no step to undo, and redo still works.
  assert.ok(await button(page, "Ongedaan maken").isDisabled(), "the question was a step");
  await page.keyboard.press("ControlOrMeta+z");
  await assertScenario(page, {});
  await assertValue(coverage(page), "60");
  await assertText(card(page), "bij 2,86 fte dekken de becijferde besparingen 60% van de kosten");
  await page.keyboard.press("ControlOrMeta+y");
  await assertScenario(page, { values: { fte: 2.86 } });
  await assertText(card(page), "Dat is de waarde van nu.");
  await inputList(page).selectOption({ label: "Bezoekers" });
  await goalList(page).selectOption({ label: "Saldo per jaar" });
  await page.keyboard.press("ControlOrMeta+z");
  await assertScenario(page, {});
  assert.equal(await inputList(page).locator("option:checked").innerText(), "Bezoekers");
  await goalList(page).selectOption({ label: "Deel van de kosten" });
  await assertValue(coverage(page), "60");
  await inputList(page).selectOption({ label: "Betaalde medewerkers" });
  await assertText(card(page), "Betaalde medewerkers: bij 2,86 fte dekken de becijferde besparingen 60%");
  assert.ok(await button(page, "Ongedaan maken").isDisabled(), "another goal was a step");
});

visit("for an input without effect the reason is given, and the other cost basis is offered", {}, async (page) => {
  await inputList(page).selectOption({ label: "Bezoekers" });
  await assertText(card(page), "‘Bezoekers’ verandert de kosten nu niet: u rekent met een begroting");
  await button(page, "Reken met het kengetal").press("Enter");
  // 154.000 ÷ 600 = 256,67; a saldo of −100.000 takes 254.000 ÷ 600 = 423,33.
  await assertText(card(page), "bij 256,67 mensen per jaar dekken");
  await goalList(page).selectOption({ label: "Saldo per jaar" });
  await type(page, card(page).getByLabel("Saldo per jaar", { exact: true }), "-100.000");
  await assertText(card(page), `bij 423,33 mensen per jaar is het saldo ${euro(-100_000)}`);
  await assertText(card(page), "Dat ligt tussen laag en hoog");
  await inputList(page).selectOption({ label: "Kosten per bezoeker" });
  // 254.000 ÷ 500.
  await button(page, `Neem over: ${euro(508)}`).press("Enter");
  await assertEuros(page, { "total.net": -100_000, "costs.per_visitor": 508 });
  await inputList(page).selectOption({ label: "Betaalde medewerkers" });
  await button(page, "Reken met de begroting").press("Enter");
  await assertText(card(page), "bij 2,81 fte is het saldo");
});

visit("a goal that cannot be met is reported, and an invalid goal refused", {}, async (page) => {
  await goalList(page).selectOption({ label: "Saldo per jaar" });
  const saldo = card(page).getByLabel("Saldo per jaar", { exact: true });
  await type(page, saldo, "200.000");
  await assertText(card(page), "met deze invoer alleen is het doel niet te halen");
  assert.equal(await card(page).getByRole("button", { name: /Neem over/ }).count(), 0);
  for (const bad of ["veel", "", "9.000.000.000"]) {
    await paste(page, saldo, bad);
    await assertText(card(page).getByRole("alert"), "1.000.000.000");
    await assertValue(saldo, bad);
    assert.equal(await saldo.getAttribute("aria-invalid"), "true");
  }
  await assertScenario(page, {});
});

visit("without savings no coverage can be met, but a saldo can be chosen", { path: address("rekenblad", { counted: { uitkeringen: false, dagbesteding: false } }) }, async (page) => {
  await assertText(card(page), "Er zijn geen becijferde besparingen boven nul");
  await goalList(page).selectOption({ label: "Saldo per jaar" });
});

visit("axe and no scrolling sideways, at 1280 and 320 px, light and dark", { reducedMotion: "reduce" }, async (page) => {
  await paste(page, coverage(page), "x");
  const found = [];
  for (const width of [1280, 320]) {
    await page.setViewportSize({ width, height: 800 });
    const [wide, room] = await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
    if (wide > room) found.push(`${wide} wide in ${room}`);
    for (const colorScheme of ["light", "dark"]) {
      await page.emulateMedia({ colorScheme });
      found.push(...(await axe(page, "section:has(> #doel)")).map((problem) => `${width} ${colorScheme}: ${problem}`));
    }
  }
  assert.deepEqual(found, []);
});
