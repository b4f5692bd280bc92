// The view of uncertainty: its figures are those of the module, and follow drempel, ranges and settings.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { launch, leave, openPage, urls } from "./support.mjs";
import { assertAccessibleAndFits, assertAddressHolds, eventually, openAnalysis, undo } from "./person.mjs";

const root = new URL("../../", import.meta.url);
const dist = process.env.REKENMODEL_DIST ? new URL(`file://${process.env.REKENMODEL_DIST}/`) : new URL("dist/", root);
const rekenmodel = await import(new URL("rekenmodel.js", dist));
await rekenmodel.default({ module_or_path: await readFile(new URL("rekenmodel_bg.wasm", dist)) });

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Opens the view, and waits until all draws are made. */
async function openView(options = {}) {
  const page = await openPage(browser, { path: "#onzekerheid", ...options });
  await waitForDraws(page);
  return page;
}

const waitForDraws = (frame, draws = "100.000") => frame.getByText(`Wij rekenden ${draws} keer`).waitFor();
const simulated = (frame, path) => frame.locator(`data[data-simulated="${path}"]`).getAttribute("value").then(Number);

test("the view shows the figures that the module gives in Node", async () => {
  const page = await openView();
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
  await leave(page);
});

test("the view is opened from the menu, and its link contains the scenario", async () => {
  const page = await openPage(browser, {});
  await page.getByRole("link", { name: "Zekerheid" }).click();
  await waitForDraws(page);
  await openAnalysis(page);
  await page.getByLabel("Wat mag het per bezoeker kosten?", { exact: true }).fill("200");
  await assertAddressHolds(page, '"drempel":200');
  const other = await openPage(browser, { path: await page.evaluate(() => location.hash) });
  await waitForDraws(other);
  await openAnalysis(other);
  assert.equal(await other.getByLabel("Wat mag het per bezoeker kosten?", { exact: true }).inputValue(), "200");
  page.assertClean();
  await leave(other);
  await leave(page);
});

test("the drempel is changed by keyboard, and the sentence follows", async () => {
  const page = await openView();
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
  await leave(page);
});

test("with the proposed drempel, information has a value", async () => {
  const page = await openView();
  await page.getByText("verandert de keuze niet").first().waitFor();
  await page.getByRole("button", { name: /^Zet het bedrag op/ }).click();
  await page.getByRole("heading", { name: "Beginnen met ‘" }).waitFor();
  await page.getByText("De beslissing kan ervan omslaan").first().waitFor();
  page.assertClean();
  await leave(page);
});

test("a range is changed by keyboard, keeps an invalid text, and is reset and undone", async () => {
  const page = await openView();
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
  // The table is updated once the page is idle.
  const same = async () => JSON.stringify(await rows()) === JSON.stringify(before);
  await eventually(async () => ((await same()) ? ["the table has not changed"] : []));
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
  await undo(page);
  assert.ok(!(await low.isDisabled()));
  page.assertClean();
  await leave(page);
});

test("a late answer never replaces a newer one", async () => {
  const page = await openView();
  const before = await simulated(page, "p50");
  const simulator = new rekenmodel.Simulator();
  const numbers = [...simulator.simulatePacked('{"values":{"dagbesteding.aantal":40}}', 1000)];
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
  await page.getByText("Wij rekenden 1.000 keer").waitFor();
  page.assertClean();
  await leave(page);
});

test("the point estimate alone can be shown, and the number of draws changed", async () => {
  const page = await openView();
  await page.getByLabel("Toon alleen de puntberekening").check();
  await page.getByRole("heading", { name: "Puntberekening" }).waitFor();
  assert.equal(await page.locator("figure.chart").count(), 0);
  await page.getByLabel("Toon alleen de puntberekening").uncheck();
  await page.getByText("Zo wordt er getrokken").click();
  await page.locator('input[name="simulation.draws"]').fill("1.000.000");
  await waitForDraws(page, "1.000.000");
  await page.locator('input[name="simulation.draws"]').fill("5");
  await page.getByText("Vul een heel getal in van 1.000 tot en met 1.000.000.").waitFor();
  page.assertClean();
  await leave(page);
});

test("a browser without vector instructions shows the point estimate, with a notice", async () => {
  const page = await openPage(browser, {});
  await page.evaluate(() => {
    WebAssembly.validate = () => false;
    location.hash = "#onzekerheid";
  });
  await page.getByText("Deze browser kan de simulatie niet uitvoeren").waitFor();
  await page.getByRole("heading", { name: "Puntberekening" }).waitFor();
  page.assertClean();
  await leave(page);
});

for (const sandbox of ["allow-scripts", "allow-scripts allow-same-origin"]) {
  test(`the view simulates inside another site's page, sandbox: ${sandbox}`, async () => {
    const query = new URLSearchParams({ src: `${urls.page}#onzekerheid`, sandbox });
    const page = await openPage(browser, {
      url: urls.host,
      path: `embed.html?${query}`,
      origins: [new URL(urls.page).origin],
    });
    const frame = page.frames().find((frame) => frame.url().startsWith(urls.page));
    await waitForDraws(frame);
    assert.equal(await simulated(frame, "p50"), JSON.parse(rekenmodel.simulate("{}")).quantities.net.p50);
    page.assertClean();
    await leave(page);
  });
}

for (const [width, colorScheme] of [[320, "light"], [320, "dark"], [1280, "light"], [1280, "dark"]]) {
  test(`axe finds nothing and nothing scrolls sideways, ${width} px, ${colorScheme}`, async () => {
    const page = await openView({ width, colorScheme });
    for (const summary of await page.locator("main details:not([open]) > summary").all()) {
      if (await summary.isVisible()) await summary.click();
    }
    await assertAccessibleAndFits(page);
    page.assertClean();
    await leave(page);
  });
}

/** Records in `window.seen` the order in which the elements with these ids change, and "idle" when the page is idle. */
const recordChanges = (page, ids) =>
  page.evaluate((ids) => {
    window.seen = [];
    for (const id of ids) {
      const recordId = () => window.seen.at(-1) !== id && window.seen.push(id);
      const all = { subtree: true, childList: true, characterData: true, attributes: true };
      new MutationObserver(recordId).observe(document.getElementById(id), all);
    }
    addEventListener("rekenmodel-simulated", ({ detail }) => detail.idle && window.seen.push("idle"));
  }, ids);

/** Waits until the page no longer scrolls, and has seen what is in sight. */
const waitForScrolling = (page) =>
  page.evaluate(async () => {
    for (let last = -1; last !== scrollY; ) {
      last = scrollY;
      await new Promise((done) => setTimeout(done, 300));
    }
  });

/** Waits until the element `follower` has changed after the page became idle; returns `{ before, after }`: the ids that changed before and after that moment. */
async function changesAroundIdle(page, follower) {
  await page.waitForFunction((id) => window.seen.includes(id, window.seen.indexOf("idle") + 1) && window.seen.includes("idle"), follower);
  return page.evaluate(() => {
    const idle = window.seen.indexOf("idle");
    return { before: window.seen.slice(0, idle), after: window.seen.slice(idle + 1) };
  });
}

test("a slider updates what is in sight at once, and what is out of sight when the page is idle", async () => {
  const page = await openView();
  const slider = page.getByRole("slider", { name: "Loonkosten per fte, schuif" });
  await slider.focus();
  await waitForScrolling(page);
  await recordChanges(page, ["kaart-kans", "strook"]);
  await page.keyboard.press("ArrowRight", { delay: 20 });
  const changes = await changesAroundIdle(page, "kaart-kans");
  assert.deepEqual([changes.before.includes("strook"), changes.before.includes("kaart-kans")], [true, false], changes.before.join());
  assert.ok(changes.after.includes("kaart-kans"), changes.after.join());
  assert.equal(await simulated(page, "p50"), await simulated(page, "strip.p50"));
  await leave(page);
});

test("the list of ranges, when out of sight, is updated when the page is idle", async () => {
  const page = await openView();
  await page.locator("#kaart-kans").scrollIntoViewIfNeeded();
  await waitForScrolling(page);
  await recordChanges(page, ["bandbreedtes-lijst", "kaart-kans"]);
  // Like a drag in progress: only `input` events. With a key there would be a `change` event as well, at
  // which the list is updated.
  const slider = page.getByRole("slider", { name: "Loonkosten per fte, schuif" });
  for (const value of ["49000", "49500"]) {
    await slider.evaluate((slider, value) => {
      slider.value = value;
      slider.dispatchEvent(new InputEvent("input", { bubbles: true }));
    }, value);
  }
  const { before, after } = await changesAroundIdle(page, "bandbreedtes-lijst");
  assert.deepEqual([before.includes("bandbreedtes-lijst"), before.includes("kaart-kans")], [false, true], before.join());
  assert.ok(after.includes("bandbreedtes-lijst"), after.join());
  assert.equal(await page.getByRole("textbox", { name: "Loonkosten per fte", exact: true }).inputValue(), "49.500");
  await leave(page);
});
