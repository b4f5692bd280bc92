// Firefox: the same figures as everywhere to the last bit, and a page that can
// be used. The rest of the tests runs in Chromium alone.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { axe, launch, launchFirefox, leave, openPage } from "./support.mjs";
import { address, assertScenario, field, rekenmodel, ready, touch, type } from "./person.mjs";

const browsers = {};
before(async () => {
  browsers.Chromium = await launch();
  browsers.Firefox = await launchFirefox();
});
after(() => Promise.all(Object.values(browsers).map((browser) => browser.close())));

const tests = new URL("../", import.meta.url);
const folder = async (name, part) => {
  const files = (await readdir(new URL(name, tests))).filter((file) => file.startsWith(part) && file.endsWith(".json"));
  return Promise.all(files.sort().map(async (file) => [file, JSON.parse(await readFile(new URL(name + file, tests), "utf8"))]));
};
const golden = await folder("golden/", "simulation-");
const examples = await folder("examples/", "");
assert.ok(golden.length >= 5 && examples.length >= 5);

/** What the module gives of each scenario in a page: in one go, and in the steps of a page without workers. */
const inBrowser = (page, scenarios) =>
  page.evaluate(async (scenarios) => {
    const module = await import(new URL("rekenmodel.js", document.baseURI).href);
    await module.default();
    const simulator = new module.Simulator();
    return scenarios.map((scenario) => {
      const row = (numbers) => [simulator.names(), ...new BigUint64Array(numbers.slice().buffer)].join();
      const { draws = 100_000 } = JSON.parse(scenario).simulation ?? {};
      const atOnce = row(simulator.answer(scenario, draws));
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
    const found = await inBrowser(page, scenarios);
    const simulator = new rekenmodel.Simulator();
    for (const [place, [file, { scenario, simulate, sensitivity }]] of golden.entries()) {
      const { draws = 100_000 } = JSON.parse(scenario).simulation ?? {};
      const row = simulator.answer(scenario, draws);
      const expected = {
        evaluate: rekenmodel.evaluate(scenario),
        simulate,
        sensitivity,
        steps: true,
        atOnce: [simulator.names(), ...new BigUint64Array(row.buffer)].join(),
      };
      assert.deepEqual(found[place], expected, file);
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
    for (const [place, scenario] of scenarios.entries()) {
      assert.equal(found[place], rekenmodel.evaluate(scenario), examples[place][0]);
    }
    await leave(page);
  });
}

test("in Firefox a person types, and the figures follow, at 320 px too", async () => {
  const page = await openPage(browsers.Firefox, { width: 320 });
  await ready(page);
  await touch(page);
  await type(page, field(page, "Bezoekers"), "620");
  await assertScenario(page, { values: { bezoekers: 620 } });
  await page.keyboard.press("Control+z");
  await assertScenario(page, {});
  assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
  assert.deepEqual(await axe(page), []);
  page.assertClean();
  await leave(page);
});

test("in Firefox a worker answers, and a range is moved by keyboard", async () => {
  const scenario = { values: { drempel: 200 } };
  const page = await openPage(browsers.Firefox, { width: 320, path: address("onzekerheid", scenario) });
  const shown = () => page.locator('data[data-simulated="p50"]').getAttribute("value").then(Number);
  const p50 = (scenario) => JSON.parse(rekenmodel.simulate(JSON.stringify(scenario))).quantities.net.p50;
  await page.getByText("Berekend met 100.000 trekkingen.").waitFor();
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
