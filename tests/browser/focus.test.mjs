// The focus after an act that removes or disables the button that was pressed: it stays near, and never
// falls back to the top of the page. And elements that refer to others refer to elements that exist.

import assert from "node:assert/strict";
import { assertFocus, assertText, button, eventually, field, openAll, openGroups, redo, type, undo, waitUntilReady } from "./person.mjs";
import { openPage } from "./support.mjs";
import { visit } from "./visit.mjs";

/** Waits until the focused element is within an element, and can be used. */
const assertFocusWithin = (page, container) =>
  eventually(async () => {
    const found = await container.evaluate((element) => {
      const active = document.activeElement;
      return element.contains(active) && !active.matches(":disabled") ? "" : `the focus is at ${active?.outerHTML.slice(0, 120)}`;
    });
    return found ? [found] : [];
  });

visit("after a field is reset the focus is in the field", {}, async (page) => {
  await type(page, field(page, "Bezoekers"), "600");
  await page.getByRole("button", { name: /^Zet ‘Bezoekers’ terug/ }).press("Enter");
  await assertFocus(page, "veld-bezoekers");
  await openGroups(page, "Kosten");
  await type(page, field(page, "Huisvesting"), "50.000");
  await page.getByRole("button", { name: /^Zet ‘Huisvesting’ terug/ }).press("Space");
  await assertFocus(page, "veld-huisvesting");
});

visit("after everything is reset, or begins again, the focus is near the presets", {}, async (page) => {
  const presets = page.locator(".presets");
  for (const name of ["Alles terugzetten", "Opnieuw beginnen"]) {
    await type(page, field(page, "Bezoekers"), "600");
    await button(page, name).press("Enter");
    await assertFocusWithin(page, presets);
  }
});

visit("after the last step is undone the focus is on the button that redoes it, and back", {}, async (page) => {
  await type(page, field(page, "Bezoekers"), "600");
  await undo(page);
  await assertFocus(page, "Opnieuw", "ariaLabel");
  await redo(page);
  await assertFocus(page, "Ongedaan maken", "ariaLabel");
});

visit("after a value is taken over from the goal seek or the break-even explorer, the focus stays there", {}, async (page) => {
  const take = page.getByRole("button", { name: /^Neem over: / }).first();
  const goal = page.locator("section, .card").filter({ has: take }).last();
  const handle = await goal.elementHandle();
  await take.press("Enter");
  await eventually(async () => {
    const found = await handle.evaluate((card) => (card.contains(document.activeElement) ? "" : document.activeElement.outerHTML.slice(0, 120)));
    return found ? [`the focus is at ${found}`] : [];
  });
  await undo(page);
  const fill = page.getByRole("button", { name: /^Vul .* in$/ }).first();
  await fill.press("Enter");
  await assertFocusWithin(page, page.locator("main .explorer").first());
});

visit("after a range is reset the focus is in that range", { path: "#onzekerheid" }, async (page) => {
  const range = page.getByRole("group", { name: "Bandbreedte van Betaalde medewerkers", exact: true });
  await type(page, range.getByRole("textbox", { name: /^Laag/ }), "2");
  const reset = range.getByRole("button").last();
  await reset.press("Enter");
  await assertFocusWithin(page, range);
});

visit("a step that is undone by keyboard, and takes the focused field with it, leaves the focus near", {}, async (page) => {
  await openGroups(page, "Eigen posten");
  await button(page, "Kostenpost toevoegen").press("Enter");
  await assertFocus(page, /^veld-/);
  await page.keyboard.press("Control+z");
  await eventually(async () => ((await page.evaluate(() => document.activeElement.tagName)) === "BODY" ? ["the focus is on the page itself"] : []));
});

/** Runs in the page: returns each reference of an element to another one that does not exist. */
const danglingReferences = () =>
  ["aria-controls", "aria-labelledby", "aria-describedby", "for"].flatMap((name) =>
    [...document.querySelectorAll(`[${name}]`)].flatMap((element) =>
      element
        .getAttribute(name)
        .split(/\s+/)
        .filter((id) => id && !document.getElementById(id))
        .map((id) => `${name}="${id}" of ${element.outerHTML.slice(0, 100)}`),
    ),
  );

visit("no element refers to one that does not exist, with any explanation open, in any view", {}, async (page) => {
  for (const view of ["rekenblad", "onzekerheid", "vergelijken", "bronnen", "delen", "bouwstenen", "compact"]) {
    await page.evaluate((view) => (location.hash = view), view);
    await page.getByRole("main").waitFor();
    await openAll(page);
    if (view === "onzekerheid") await page.getByText("Wij rekenden 100.000 keer").waitFor();
    if (view === "vergelijken") await button(page, "Voorzichtig").press("Enter");
    assert.deepEqual(await page.evaluate(danglingReferences), [], view);
    const anchors = await page.locator("[data-figure][id]").evaluateAll((all) => {
      const seen = new Map();
      for (const one of all) if (one.checkVisibility()) seen.set(one.id.replace(/-[^-]*$/, ""), one.id);
      return [...seen.values()];
    });
    for (const id of anchors) {
      const figure = page.locator(`[id="${id}"]`);
      if ((await figure.count()) !== 1) continue;
      await figure.focus();
      await page.keyboard.press("Enter");
      await assertText(page.locator("#uitleg"), /./);
      assert.deepEqual(await page.evaluate(danglingReferences), [], `${view}: ${id}`);
      await page.keyboard.press("Escape");
    }
  }
});

visit("while an explanation is being loaded, its figure does not refer to it", {}, async (_, browser) => {
  const page = await openPage(browser);
  let release;
  const released = new Promise((resolve) => (release = resolve));
  await page.route(/\/(split|chunk)_[^/]*\.wasm$/, (route) => released.then(() => route.continue()).catch(() => {}));
  await page.reload();
  await waitUntilReady(page);
  const figure = page.locator("button[data-figure]").first();
  await figure.press("Enter");
  await assertText(page.getByRole("main"), "Een ogenblik, dit onderdeel wordt geladen…");
  assert.deepEqual(await page.evaluate(danglingReferences), []);
  release();
  await assertText(page.locator("#uitleg"), /./);
  assert.equal(await figure.getAttribute("aria-controls"), "uitleg");
  await page.context().close();
});
