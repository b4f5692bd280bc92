// The view of what is uncertain, used as a person does.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { axe, launch, leave, openPage, urls } from "./support.mjs";
import { eventually } from "./person.mjs";

const root = new URL("../../", import.meta.url);
const dist = process.env.REKENMODEL_DIST ? new URL(`file://${process.env.REKENMODEL_DIST}/`) : new URL("dist/", root);
const rekenmodel = await import(new URL("rekenmodel.js", dist));
await rekenmodel.default({ module_or_path: await readFile(new URL("rekenmodel_bg.wasm", dist)) });

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** The view, with the full number of draws done. */
async function open(options = {}) {
  const page = await openPage(browser, { path: "#onzekerheid", ...options });
  await full(page);
  return page;
}

const full = (frame, draws = "100.000") => frame.getByText(`Berekend met ${draws} trekkingen.`).waitFor();
const simulated = (frame, path) => frame.locator(`data[data-simulated="${path}"]`).getAttribute("value").then(Number);
const close = leave;

test("shows the figures that the module gives in Node", async () => {
  const page = await open();
  const { quantities } = JSON.parse(rekenmodel.simulate("{}"));
  assert.equal(await simulated(page, "chance"), quantities.net.share_positive);
  assert.equal(await simulated(page, "below_point"), quantities.net.share_below_point);
  assert.equal(await simulated(page, "p50"), quantities.net.p50);
  await page.getByText("binnen deze bandbreedtes: < 1%").first().waitFor();
  await page.getByRole("button", { name: "Saldo gemeente" }).click();
  await page.waitForFunction(
    (p50) => Number(document.querySelector('data[data-simulated="p50"]').value) === p50,
    quantities.gemeente.p50,
  );
  page.assertClean();
  await close(page);
});

test("is opened from the menu, and its link carries the scenario", async () => {
  const page = await openPage(browser, {});
  await page.getByRole("link", { name: "Onzekerheid" }).click();
  await full(page);
  await page.getByLabel("Wat de rest u waard is", { exact: true }).fill("200");
  await page.waitForFunction(
    () => location.hash.startsWith("#onzekerheid/1.") && atob(location.hash.split(".")[1]).includes('"drempel":200'),
  );
  const again = await openPage(browser, { path: await page.evaluate(() => location.hash) });
  await full(again);
  assert.equal(await again.getByLabel("Wat de rest u waard is", { exact: true }).inputValue(), "200");
  page.assertClean();
  await close(again);
  await close(page);
});

test("the drempel is moved by keyboard, and the sentence follows", async () => {
  const page = await open();
  const sentence = page.locator("#grafiek-waarde-per-bezoeker-uitleg");
  const before = await sentence.textContent();
  const slider = page.locator('.on-axis input');
  await slider.focus();
  for (let step = 0; step < 60; step += 1) await page.keyboard.press("ArrowRight");
  assert.ok(await slider.evaluate((slider) => slider === document.activeElement), "the slider keeps the focus");
  assert.ok(Number(await slider.inputValue()) >= 300);
  await page.waitForFunction(
    (before) => document.querySelector("#grafiek-waarde-per-bezoeker-uitleg").textContent !== before,
    before,
  );
  const value = await page.locator('input[name="drempel"]').inputValue();
  assert.match(await sentence.textContent(), new RegExp(`Bij €\\s${value.replace(".", "\\.")} per bezoeker`));
  page.assertClean();
  await close(page);
});

test("a proposed drempel makes knowing worth something", async () => {
  const page = await open();
  await page.getByText("verandert de keuze niet").first().waitFor();
  await page.getByRole("button", { name: /^Zet de waarde op/ }).click();
  await page.getByRole("heading", { name: "Beginnen met ‘" }).waitFor();
  await page.getByText("De beslissing kan ervan omslaan").first().waitFor();
  page.assertClean();
  await close(page);
});

test("a range is changed by keyboard, kept when wrong, undone and reset", async () => {
  const page = await open();
  await page.locator("#grafiek-spreiding-titel").locator("xpath=ancestor::figure").locator("summary").click();
  const rows = () => page.locator('[aria-label*="dekken"] table tbody tr').allTextContents();
  await eventually(async () => ((await rows()).length > 20 ? [] : ["no table"]));
  const before = await rows();
  await page.locator(".group", { hasText: "Minder dagbesteding" }).last().locator("summary").first().click();
  const low = page.locator('input[name="ranges.dagbesteding.aantal.low"]');
  await low.focus();
  await page.keyboard.press("Control+A");
  await page.keyboard.type("1");
  assert.ok(await low.evaluate((low) => low === document.activeElement), "the field keeps the focus");
  const scenario = JSON.stringify({
    ranges: { "dagbesteding.aantal": { kind: "pert", low: 1, high: 26 } },
  });
  const high = Number((await page.locator('input[name="ranges.dagbesteding.aantal.high"]').inputValue()).replace(",", "."));
  const { quantities } = JSON.parse(rekenmodel.simulate(scenario.replace("26", String(high))));
  await page.waitForFunction(
    (p50) => Number(document.querySelector('data[data-simulated="p50"]').value) === p50,
    quantities.net.p50,
  );
  // The table follows when the page has come to rest.
  const same = async () => JSON.stringify(await rows()) === JSON.stringify(before);
  await eventually(async () => ((await same()) ? ["the table is what it was"] : []));
  await low.fill("1000");
  await page.getByText("Laag mag niet hoger zijn dan hoog").waitFor();
  assert.equal(await low.inputValue(), "1000");
  assert.equal(await low.getAttribute("aria-invalid"), "true");
  await low.fill("2");
  const reset = page.getByRole("button", { name: "Zet de bandbreedte van Minder dagbesteding: aantal terug", exact: true });
  await reset.click();
  await reset.waitFor({ state: "detached" });
  await page.waitForFunction((p50) => Number(document.querySelector('data[data-simulated="p50"]').value) === p50, JSON.parse(rekenmodel.simulate("{}")).quantities.net.p50);
  await page.locator('select[name="ranges.dagbesteding.aantal.kind"]').selectOption("fixed");
  assert.ok(await low.isDisabled());
  await page.getByRole("button", { name: "Ongedaan maken" }).click();
  assert.ok(!(await low.isDisabled()));
  page.assertClean();
  await close(page);
});

test("a late answer never replaces a newer one", async () => {
  const page = await open();
  const before = await simulated(page, "p50");
  const simulator = new rekenmodel.Simulator();
  const numbers = [...simulator.answer('{"values":{"dagbesteding.aantal":40}}', 1000)];
  const answer = { numbers, names: simulator.names() };
  simulator.free();
  const send = (id) =>
    page.evaluate(
      ({ numbers, ...rest }) => {
        const detail = { ...rest, numbers: new Float64Array(numbers) };
        dispatchEvent(new CustomEvent("rekenmodel-simulated", { detail }));
      },
      { ...answer, id },
    );
  await send(0);
  await page.waitForTimeout(100);
  assert.equal(await simulated(page, "p50"), before);
  await send(1_000);
  await page.getByText("Berekend met 1.000 trekkingen.").waitFor();
  page.assertClean();
  await close(page);
});

test("the point alone, and draws and seed", async () => {
  const page = await open();
  await page.getByLabel("Toon alleen de puntberekening").check();
  await page.getByRole("heading", { name: "Puntberekening" }).waitFor();
  assert.equal(await page.locator("figure.chart").count(), 0);
  await page.getByLabel("Toon alleen de puntberekening").uncheck();
  await page.getByText("Zo wordt er getrokken").click();
  await page.locator('input[name="simulation.draws"]').fill("1.000.000");
  await full(page, "1.000.000");
  await page.locator('input[name="simulation.draws"]').fill("5");
  await page.getByText("Vul een heel getal in van 1.000 tot en met 1.000.000.").waitFor();
  page.assertClean();
  await close(page);
});

test("an engine that refuses the module shows the point, and says so", async () => {
  const page = await openPage(browser, {});
  await page.evaluate(() => {
    WebAssembly.validate = () => false;
    location.hash = "#onzekerheid";
  });
  await page.getByText("Deze browser kan de simulatie niet uitvoeren").waitFor();
  await page.getByRole("heading", { name: "Puntberekening" }).waitFor();
  page.assertClean();
  await close(page);
});

for (const sandbox of ["allow-scripts", "allow-scripts allow-same-origin"]) {
  test(`simulates inside another site's page, sandbox: ${sandbox}`, async () => {
    const query = new URLSearchParams({ src: `${urls.page}#onzekerheid`, sandbox });
    const page = await openPage(browser, {
      url: urls.host,
      path: `embed.html?${query}`,
      origins: [new URL(urls.page).origin],
    });
    const frame = page.frames().find((frame) => frame.url().startsWith(urls.page));
    await full(frame);
    assert.equal(await simulated(frame, "p50"), JSON.parse(rekenmodel.simulate("{}")).quantities.net.p50);
    page.assertClean();
    await close(page);
  });
}

for (const [width, colorScheme] of [[320, "light"], [320, "dark"], [1280, "light"], [1280, "dark"]]) {
  test(`axe finds nothing and nothing scrolls sideways, ${width} px, ${colorScheme}`, async () => {
    const page = await open({ width, colorScheme });
    for (const summary of await page.locator("main details > summary").all()) {
      if (await summary.isVisible()) await summary.click();
    }
    assert.ok(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth));
    assert.deepEqual(await axe(page), []);
    page.assertClean();
    await close(page);
  });
}

/** Writes down, in order, what of these changes, and when the page comes to rest. */
const watch = (page, ids) =>
  page.evaluate((ids) => {
    window.seen = [];
    for (const id of ids) {
      const note = () => window.seen.at(-1) !== id && window.seen.push(id);
      const all = { subtree: true, childList: true, characterData: true, attributes: true };
      new MutationObserver(note).observe(document.getElementById(id), all);
    }
    addEventListener("rekenmodel-simulated", ({ detail }) => detail.rested && window.seen.push("rest"));
  }, ids);

/** What changed until the page came to rest, and since, once that holds `follower`. */
async function changes(page, follower) {
  await page.waitForFunction((id) => window.seen.includes(id, window.seen.indexOf("rest") + 1) && window.seen.includes("rest"), follower);
  return page.evaluate(() => {
    const rest = window.seen.indexOf("rest");
    return { moving: window.seen.slice(0, rest), after: window.seen.slice(rest + 1) };
  });
}

test("what is out of sight follows a slider when the page comes to rest, what is in sight at once", async () => {
  const page = await open();
  const slider = page.getByRole("slider", { name: "Loonkosten per fte, schuif" });
  await slider.focus();
  await page.waitForTimeout(300);
  await watch(page, ["kaart-kans", "strook"]);
  await page.keyboard.press("ArrowRight", { delay: 20 });
  const list = await changes(page, "kaart-kans");
  assert.deepEqual([list.moving.includes("strook"), list.moving.includes("kaart-kans")], [true, false], list.moving.join());
  assert.ok(list.after.includes("kaart-kans"), list.after.join());
  assert.equal(await simulated(page, "p50"), await simulated(page, "strip.p50"));
  await close(page);
});

test("the list of ranges that is out of sight follows too, when the page comes to rest", async () => {
  const page = await open();
  await page.waitForTimeout(300);
  await watch(page, ["bandbreedtes-lijst", "kaart-kans"]);
  // A drag that goes on: nobody lets go. A key would, and the list follows whoever lets go.
  const slider = page.getByRole("slider", { name: "Loonkosten per fte, schuif" });
  for (const value of ["49000", "49500"]) {
    await slider.evaluate((slider, value) => {
      slider.value = value;
      slider.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }, value);
  }
  const { moving, after } = await changes(page, "bandbreedtes-lijst");
  assert.deepEqual([moving.includes("bandbreedtes-lijst"), moving.includes("kaart-kans")], [false, true], moving.join());
  assert.ok(after.includes("bandbreedtes-lijst"), after.join());
  assert.equal(await page.getByRole("textbox", { name: "Loonkosten per fte", exact: true }).inputValue(), "49.500");
  await close(page);
});
