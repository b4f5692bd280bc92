// Firefox gives the same figures as Chromium and Node to the last bit, and the page can be used in it.
// All other tests run in Chromium alone.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { launch, launchFirefox, leave, openPage } from "./support.mjs";
import {
  address, assertAccessibleAndFits, assertScenario, field, linkJson, loadLazyFeatures, rekenmodel, shortAddress, type, waitUntilReady,
} from "./person.mjs";

const browsers = {};
before(async () => {
  browsers.Chromium = await launch();
  browsers.Firefox = await launchFirefox();
});
after(() => Promise.all(Object.values(browsers).map((browser) => browser.close())));

const tests = new URL("../", import.meta.url);
/** Reads the JSON files of a folder whose names begin with `prefix`: a list of `[file, content]`. */
const readFolder = async (name, prefix) => {
  const files = (await readdir(new URL(name, tests))).filter((file) => file.startsWith(prefix) && file.endsWith(".json"));
  return Promise.all(files.sort().map(async (file) => [file, JSON.parse(await readFile(new URL(name + file, tests), "utf8"))]));
};
const golden = await readFolder("golden/", "simulation-");
const examples = await readFolder("examples/", "");
assert.ok(golden.length >= 5 && examples.length >= 5);

/** Runs the module in a page, and returns its results for each scenario: in one go, and in steps, as on a page without workers. */
const runInBrowser = (page, scenarios) =>
  page.evaluate(async (scenarios) => {
    const module = await import(new URL("rekenmodel.js", document.baseURI).href);
    await module.default();
    const simulator = new module.Simulator();
    return scenarios.map((scenario) => {
      const row = (numbers) => [simulator.names(), ...new BigUint64Array(numbers.slice().buffer)].join();
      const { draws = 100_000 } = JSON.parse(scenario).simulation ?? {};
      const atOnce = row(simulator.simulatePacked(scenario, draws));
      simulator.begin(scenario, draws);
      while (!simulator.step());
      return {
        evaluate: module.evaluate(scenario),
        simulate: module.simulate(scenario),
        sensitivity: module.sensitivity(scenario),
        steps: row(simulator.finish()) === atOnce,
        atOnce,
      };
    });
  }, scenarios);

for (const name of ["Chromium", "Firefox"]) {
  test(`${name} gives the golden files and the figures of Node to the last bit`, async () => {
    const page = await openPage(browsers[name]);
    const scenarios = golden.map(([, { scenario }]) => scenario);
    const found = await runInBrowser(page, scenarios);
    const simulator = new rekenmodel.Simulator();
    for (const [index, [file, { scenario, simulate, sensitivity }]] of golden.entries()) {
      const { draws = 100_000 } = JSON.parse(scenario).simulation ?? {};
      const row = simulator.simulatePacked(scenario, draws);
      const expected = {
        evaluate: rekenmodel.evaluate(scenario),
        simulate,
        sensitivity,
        steps: true,
        atOnce: [simulator.names(), ...new BigUint64Array(row.buffer)].join(),
      };
      assert.deepEqual(found[index], expected, file);
    }
    simulator.free();
    page.assertClean();
    await leave(page);
  });

  test(`${name} gives the worked examples as Node does, to the last bit`, async () => {
    const page = await openPage(browsers[name]);
    const scenarios = examples.map(([, { scenario }]) => JSON.stringify(scenario));
    const found = await page.evaluate(async (scenarios) => {
      const module = await import(new URL("rekenmodel.js", document.baseURI).href);
      await module.default();
      return scenarios.map((scenario) => module.evaluate(scenario));
    }, scenarios);
    for (const [index, scenario] of scenarios.entries()) {
      assert.equal(found[index], rekenmodel.evaluate(scenario), examples[index][0]);
    }
    await leave(page);
  });
}

test("in Firefox the figures follow what is typed, at 320 px", async () => {
  const page = await openPage(browsers.Firefox, { width: 320 });
  await waitUntilReady(page);
  await loadLazyFeatures(page);
  await type(page, field(page, "Bezoekers"), "620");
  await assertScenario(page, { values: { bezoekers: 620 } });
  await page.keyboard.press("Control+z");
  await assertScenario(page, {});
  await assertAccessibleAndFits(page);
  page.assertClean();
  await leave(page);
});

test("in Firefox the simulation runs, and a range is changed by keyboard", async () => {
  const scenario = { values: { drempel: 200 } };
  const page = await openPage(browsers.Firefox, { width: 320, path: address("onzekerheid", scenario) });
  const shown = () => page.locator('data[data-simulated="p50"]').getAttribute("value").then(Number);
  const p50 = (scenario) => JSON.parse(rekenmodel.simulate(JSON.stringify(scenario))).quantities.net.p50;
  await page.getByText("Wij rekenden 100.000 keer").waitFor();
  assert.equal(await shown(), p50(scenario));
  const low = page.getByRole("slider", { name: "Laagste waarde van Betaalde medewerkers" });
  await low.focus();
  await page.keyboard.press("ArrowLeft");
  const value = Number(await low.inputValue());
  assert.ok(value < 3.5);
  const changed = { ...scenario, ranges: { fte: { kind: "pert", low: value, high: 4 } } };
  await page.waitForFunction(
    (p50) => Number(document.querySelector('data[data-simulated="p50"]').value) === p50,
    p50(changed),
  );
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  page.assertClean();
  await leave(page);
});

test("Firefox opens links as they were sent, and makes the same as Chromium", async () => {
  const scenario = { schema: 2, name: "Café ‘Ons’", values: { bezoekers: 600, "dagbesteding.aantal": 18.5 } };
  const made = {};
  for (const [name, browser] of Object.entries(browsers)) {
    const link = shortAddress("delen", scenario);
    const page = await openPage(browser, { path: `${link.replace("/", "%2F")}).` });
    await waitUntilReady(page);
    await loadLazyFeatures(page);
    made[name] = await page.getByRole("textbox", { name: "Link naar dit scenario" }).inputValue();
    assert.deepEqual(linkJson(made[name]), scenario);
    await page.getByRole("link", { name: "Rekenblad", exact: true }).click();
    await assertScenario(page, scenario);
    page.assertClean();
    await leave(page);
  }
  assert.equal(made.Firefox, made.Chromium);
});
