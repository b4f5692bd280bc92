// Inputs, changed by keyboard: the figures follow; presets, reset, undo and redo.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, leave } from "./support.mjs";
import {
  assertEuros, assertOutcome, assertScenario, assertValue, button, eventually, example, field, openApp, openGroups,
  redo, type, undo,
} from "./person.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Defines a test that opens the page, runs `act`, and fails if there was an error. */
function visit(name, act) {
  test(name, async () => {
    const page = await openApp(browser);
    try {
      await act(page);
      page.assertClean();
    } finally {
      await leave(page);
    }
  });
}

const bezoekers = (page) => field(page, "Bezoekers");
const clienten = (page) => field(page, "Cliënten minder", "Minder dagbesteding");

visit("the page opens with the brochure", async (page) => {
  await assertEuros(page, { "costs.net": 300_000, "total.savings": 154_000, "break_even.gap": 146_000, npv: -560_570 });
  await assertOutcome(page, (await example("brochure")).outcome);
});

visit("the figures follow four inputs, typed one after the other", async (page) => {
  const values = {};
  await type(page, bezoekers(page), "600");
  values.bezoekers = 600;
  // 300.000 ÷ 600; 146.000 ÷ 600
  await assertEuros(page, { "costs.per_visitor": 500, "break_even.gap_per_visitor": 243 });
  await assertScenario(page, { values });

  await type(page, field(page, "Betaalde medewerkers"), "4,5");
  values.fte = 4.5;
  // 4,5 × 48.800 = 219.600; + 15.000 + 102.000
  await assertEuros(page, { "costs.net": 336_600, "break_even.gap": 182_600, "costs.per_visitor": 561 });
  await assertScenario(page, { values });

  await openGroups(page, "Besparingen", "Minder dagbesteding");
  await type(page, clienten(page), "20");
  values["dagbesteding.aantal"] = 20;
  // 20 × 6.250 = 125.000; + 54.000
  await assertEuros(page, { "total.savings": 179_000, "total.net": -157_600 });
  await assertScenario(page, { values });

  await openGroups(page, "Tijd en prijspeil");
  await type(page, field(page, "Prijspeil"), "2017");
  values.prijspeil = 2017;
  // Everything × 1,014
  await assertEuros(page, { "costs.net": 341_312, "total.savings": 181_506, "break_even.gap": 159_806 });
  await assertScenario(page, { values });
});

visit("a decimal, a percentage and a large amount are read in Dutch notation", async (page) => {
  await openGroups(page, "Kosten", "Wie betaalt", "Tijd en prijspeil");
  await type(page, field(page, "Huisvesting"), "€ 1.234.567,89");
  await type(page, field(page, "Gemeente betaalt"), "62,5%");
  await type(page, field(page, "Discontovoet"), "3");
  // 1.234.567,89 − 48.000 + 300.000
  await assertEuros(page, { "costs.net": 1_486_568 });
  await assertScenario(page, {
    values: { huisvesting: 1_234_567.89, "financiering.gemeente": 0.625, discontovoet: 0.03 },
  });
  await page.keyboard.press("Tab");
  await assertValue(field(page, "Discontovoet"), "3");
});

for (const key of ["Enter", "Tab"]) {
  visit(`the step of a slider that is still held ends with ${key}, and the next move is a step of its own`, async (page) => {
    const slider = page.getByRole("slider", { name: "Bezoekers, schuif" });
    await slider.scrollIntoViewIfNeeded();
    const { x, y, width, height } = await slider.boundingBox();
    const moveTo = (part) => page.mouse.move(x + width * part, y + height / 2);
    await moveTo(0.5);
    await page.mouse.down();
    await moveTo(0.7);
    await page.keyboard.press(key);
    const first = await bezoekers(page).inputValue();
    await moveTo(0.9);
    await page.mouse.up();
    await eventually(async () => ((await bezoekers(page).inputValue()) === first ? ["the slider did not move"] : []));
    await undo(page);
    await assertValue(bezoekers(page), first);
  });
}

visit("arrow keys on a slider change the field and the figures", async (page) => {
  const slider = page.getByRole("slider", { name: "Bezoekers, schuif" });
  await slider.focus();
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowRight");
  const moved = Number(await bezoekers(page).inputValue());
  assert.ok(moved > 500 && moved <= 650, `the field says ${moved}`);
  await assertScenario(page, { values: { bezoekers: moved } });
  await assertEuros(page, { "costs.per_visitor": 300_000 / moved });
  assert.equal(await slider.getAttribute("aria-valuetext"), `${moved} mensen per jaar`);
  for (let step = 0; step < 4; step += 1) await page.keyboard.press("ArrowLeft");
  await assertValue(bezoekers(page), "500");
  await assertScenario(page, {});
});

visit("the effect of a change is shown, and a button resets the field", async (page) => {
  await type(page, field(page, "Betaalde medewerkers"), "4");
  // A quarter of 48.800
  await page.getByText("Maakt het saldo €\u00a012.200 lager.").first().waitFor();
  await type(page, bezoekers(page), "600");
  await button(page, "Zet ‘Betaalde medewerkers’ terug op 3,75").press("Enter");
  await assertValue(field(page, "Betaalde medewerkers"), "3,75");
  await assertValue(bezoekers(page), "600");
  await assertScenario(page, { values: { bezoekers: 600 } });
  assert.equal(await button(page, "Zet ‘Betaalde medewerkers’ terug op 3,75").count(), 0);
});

visit("one button resets everything, and that can be undone", async (page) => {
  const resetAll = button(page, "Alles terugzetten");
  assert.ok(await resetAll.isDisabled());
  await type(page, bezoekers(page), "600");
  await type(page, field(page, "Vrijwilligers"), "10");
  await page.getByText("2 cijfers wijken af van het gekozen begin.").first().waitFor();
  await resetAll.press("Enter");
  await assertScenario(page, {});
  await page.getByText("Er is nog niets veranderd").first().waitFor();
  await button(page, "Maak dit ongedaan").press("Enter");
  await assertScenario(page, { values: { bezoekers: 600, vrijwilligers: 10 } });
  await assertValue(field(page, "Vrijwilligers"), "10");
});

for (const [name, file] of [
  ["Brochure in prijzen van 2025", "prijspeil-2025"],
  ["Voorzichtig", "voorzichtig"],
  ["Gunstig", "gunstig"],
]) {
  visit(`the preset ${name} keeps one's own figures, and that can be undone`, async (page) => {
    await type(page, bezoekers(page), "600");
    await button(page, name).press("Enter");
    await assertScenario(page, { base: file, values: { bezoekers: 600 } });
    assert.equal(await button(page, name).getAttribute("aria-pressed"), "true");
    assert.equal(await page.locator('[aria-pressed="true"]').count(), 1);
    await page.getByText(`De andere cijfers komen nu van ‘${name}’. Uw eigen cijfers staan er nog.`).waitFor();
    await button(page, "Maak dit ongedaan").press("Enter");
    await assertScenario(page, { values: { bezoekers: 600 } });
  });
}

visit("undo and redo work by buttons and by keys", async (page) => {
  const [undoButton, redoButton] = [button(page, "Ongedaan maken"), button(page, "Opnieuw")];
  assert.ok((await undoButton.isDisabled()) && (await redoButton.isDisabled()));
  await type(page, bezoekers(page), "600");
  await type(page, field(page, "Vrijwilligers"), "10");
  const both = { values: { bezoekers: 600, vrijwilligers: 10 } };
  await assertScenario(page, both);
  await undo(page);
  await assertScenario(page, { values: { bezoekers: 600 } });
  await undo(page);
  await assertScenario(page, {});
  await eventually(async () => ((await undoButton.isDisabled()) ? [] : ["there is still something to undo"]));
  await redo(page);
  await redo(page);
  await assertScenario(page, both);
  await page.getByRole("slider", { name: "Vrijwilligers, schuif" }).focus();
  await page.keyboard.press("Control+z");
  await assertScenario(page, { values: { bezoekers: 600 } });
  await page.keyboard.press("Control+Shift+Z");
  await assertScenario(page, both);
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+y");
  await assertScenario(page, both);
});

visit("undo and redo by keys work in the field that is being typed in", async (page) => {
  await type(page, bezoekers(page), "600");
  await type(page, field(page, "Vrijwilligers"), "1O");
  await page.keyboard.press("Control+z");
  await assertValue(field(page, "Vrijwilligers"), "50");
  await page.keyboard.press("Control+z");
  await assertValue(bezoekers(page), "500");
  await assertScenario(page, {});
  await page.keyboard.press("Control+Shift+Z");
  await assertScenario(page, { values: { bezoekers: 600 } });
  // Redo restores the invalid text too.
  await page.keyboard.press("Control+y");
  await assertValue(field(page, "Vrijwilligers"), "1O");
  assert.equal(await field(page, "Vrijwilligers").getAttribute("aria-invalid"), "true");
  await assertValue(bezoekers(page), "600");
  // Typing continues from the restored state.
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("70");
  await assertScenario(page, { values: { bezoekers: 600, vrijwilligers: 70 } });
});

visit("starting over removes all changes, and can be undone", async (page) => {
  const startOver = button(page, "Opnieuw beginnen");
  assert.ok(await startOver.isDisabled());
  await button(page, "Gunstig").press("Enter");
  await type(page, bezoekers(page), "600");
  const mine = { base: "gunstig", values: { bezoekers: 600 } };
  await assertScenario(page, mine);
  await startOver.press("Enter");
  await assertScenario(page, {});
  await page.getByText("U begint opnieuw, met de cijfers van de brochure.").waitFor();
  await button(page, "Maak dit ongedaan").press("Enter");
  await assertScenario(page, mine);
});

visit("undo restores the scenario's name, word by word", async (page) => {
  await page.getByRole("link", { name: "Delen" }).press("Enter");
  const name = page.getByRole("textbox", { name: "Naam van dit scenario" });
  await type(page, name, "Huis van Herstel");
  await page.keyboard.press("Control+z");
  await assertValue(name, "Huis van ");
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await assertValue(name, "");
  await page.keyboard.press("Control+y");
  await assertValue(name, "Huis ");
});
