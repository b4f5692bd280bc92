// Two windows of the page at the same moment, in Chromium and Firefox: what is changed in either is kept
// in both, and where both changed the same field both say so.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, launchFirefox, leave, openPage, urls } from "./support.mjs";
import { assertScenario, assertText, eventually, field, loadLazyFeatures, openGroups, type, waitUntilReady } from "./person.mjs";
import { addScenarios, assertNames, assertStored, notices, scenarioButton, storedText } from "./scenario-list.mjs";

const browsers = {};
before(async () => {
  browsers.Chromium = await launch();
  browsers.Firefox = await launchFirefox();
});
after(() => Promise.all(Object.values(browsers).map((browser) => browser.close())));

/** Opens the page in two windows of one browser. */
async function openTwo(browser) {
  const page = await openPage(browser);
  await waitUntilReady(page);
  await loadLazyFeatures(page);
  return [page, await openSecond(page)];
}

/** Opens the page in another window of the browser that shows `page`. */
async function openSecond(page) {
  const other = await page.context().newPage();
  await other.goto(urls.page);
  await waitUntilReady(other);
  await loadLazyFeatures(other);
  return other;
}

/** Changes a field in one step, in an instant: two windows can do so in the same moment. */
const set = (page, name, text) =>
  page.evaluate(
    ([name, text]) => {
      const input = document.querySelector(`input[name="${name}"]`);
      input.focus();
      input.value = text;
      input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    },
    [name, text],
  );

/** Waits until both windows show this scenario, and the storage has it. */
async function assertBoth(pages, scenario) {
  for (const page of pages) await assertScenario(page, scenario);
  await eventually(async () => {
    const text = (await storedText(pages[0])) ?? "";
    const missing = Object.entries(scenario.values).filter(([name, value]) => !text.includes(`"${name}":${value}`));
    return missing.length === 0 ? [] : [`not stored: ${missing} in ${text}`];
  });
}

for (const name of ["Chromium", "Firefox"]) {
  test(`${name}: changes of two windows in the same moment are both kept`, async () => {
    const pages = await openTwo(browsers[name]);
    const values = {};
    // Several times, since what happens in the same moment differs from time to time.
    for (let round = 1; round <= 5; round += 1) {
      values.huisvesting = 50_000 + round;
      values.activiteiten = 20_000 + round;
      await Promise.all([
        set(pages[0], "huisvesting", `${values.huisvesting}`),
        set(pages[1], "activiteiten", `${values.activiteiten}`),
      ]);
      await assertBoth(pages, { values });
    }
    const third = await openSecond(pages[0]);
    await assertScenario(third, { values });
    await leave(pages[0]);
  });

  test(`${name}: of twenty changes by two windows in turn, all are kept`, async () => {
    const pages = await openTwo(browsers[name]);
    const inputs = [
      ["bezoekers", "huisvesting"],
      ["fte", "activiteiten"],
    ];
    const values = {};
    for (let count = 0; count < 20; count += 1) {
      const input = inputs[count % 2][Math.floor(count / 2) % 2];
      values[input] = 2 + count;
      await set(pages[count % 2], input, `${values[input]}`);
    }
    await assertBoth(pages, { values });
    await leave(pages[0]);
  });

  test(`${name}: where two windows change the same field, both show both values, and one is kept`, async () => {
    const pages = await openTwo(browsers[name]);
    await Promise.all([set(pages[0], "bezoekers", "600"), set(pages[1], "bezoekers", "700")]);
    for (const page of pages) {
      await assertText(notices(page), /Bezoekers/);
      await assertText(notices(page), /600/);
      await assertText(notices(page), /700/);
    }
    const shown = () => Promise.all(pages.map((page) => field(page, "Bezoekers").inputValue()));
    await eventually(async () => {
      const [one, other] = await shown();
      const stored = (await storedText(pages[0])) ?? "";
      return one === other && stored.includes(`"bezoekers":${one}`) ? [] : [`${one} and ${other}, stored ${stored}`];
    });
    assert.ok(["600", "700"].includes((await shown())[0]));
    await leave(pages[0]);
  });
}

test("a change in one window leaves a text that is being typed in the other as it is", async () => {
  const [page, other] = await openTwo(browsers.Chromium);
  await type(page, field(page, "Betaalde medewerkers"), "4,");
  await set(other, "bezoekers", "600");
  await assertScenario(page, { values: { bezoekers: 600, fte: 4 } });
  await page.keyboard.type("5");
  for (const one of [page, other]) await assertScenario(one, { values: { bezoekers: 600, fte: 4.5 } });
  await leave(page);
});

test("a scenario that one window adds and a figure that the other changes in the same moment are both kept", async () => {
  const [page, other] = await openTwo(browsers.Chromium);
  await set(page, "bezoekers", "600");
  await assertScenario(other, { values: { bezoekers: 600 } });
  await Promise.all([addScenarios(page, "Gunstig"), set(other, "fte", "4")]);
  await assertNames(other, ["Brochure, aangepast", "Gunstig"]);
  await scenarioButton(page, "Brochure, aangepast").press("Enter");
  for (const one of [page, other]) await assertScenario(one, { values: { bezoekers: 600, fte: 4 } });
  await leave(page);
});

test("undo in one window leaves what the other changed later to undo as a step of its own", async () => {
  const [page, other] = await openTwo(browsers.Chromium);
  await type(page, field(page, "Bezoekers"), "600");
  await assertScenario(other, { values: { bezoekers: 600 } });
  await set(other, "fte", "4");
  await assertScenario(page, { values: { bezoekers: 600, fte: 4 } });
  await page.keyboard.press("Control+z");
  for (const one of [page, other]) await assertScenario(one, { values: { bezoekers: 600 } });
  await page.keyboard.press("Control+y");
  for (const one of [page, other]) await assertScenario(one, { values: { bezoekers: 600, fte: 4 } });
  await leave(page);
});

test("a window that got no word of the other keeps the changes of both in one scenario", async () => {
  const page = await openPage(browsers.Chromium, { path: "#rekenblad" });
  // Like a frozen window, this one gets no events about changes of the storage.
  await page.addInitScript(() => addEventListener("storage", (event) => event.stopImmediatePropagation()));
  await page.reload();
  await waitUntilReady(page);
  await loadLazyFeatures(page);
  await type(page, field(page, "Bezoekers"), "600");
  await assertStored(page, '"bezoekers":600');
  const other = await openSecond(page);
  await type(other, field(other, "Betaalde medewerkers"), "4");
  await assertStored(other, '"fte":4');
  await openGroups(page, "Kosten");
  await type(page, field(page, "Vrijwilligers"), "10");
  for (const one of [page, other]) await assertScenario(one, { values: { bezoekers: 600, fte: 4, vrijwilligers: 10 } });
  await leave(page);
});
