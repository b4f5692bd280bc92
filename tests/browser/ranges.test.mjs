// Ranges of uncertain inputs, set on sliders, by keyboard and in a link; and the view of uncertainty with
// large simulations and without workers.

import assert from "node:assert/strict";
import { leave, urls } from "./support.mjs";
import {
  address, assertAccessibleAndFits, assertAddressHolds, assertText, assertValue, button, eventually, field, groupSummary, openAll, openApp, openGroups, rekenmodel, type,
} from "./person.mjs";
import { visit as visitPage } from "./visit.mjs";

/** Defines a test on the view of uncertainty, with a scenario. */
const visit = (name, { scenario = {}, ...options }, act) =>
  visitPage(name, { path: address("onzekerheid", scenario), ...options }, act);

const slider = (page, name) => page.getByRole("slider", { name, exact: true });
/** The two sliders of a range: low and high end. */
const thumbs = (page, name) => ["Laagste", "Hoogste"].map((end) => slider(page, `${end} waarde van ${name}`));
const fields = (page, name) => ["Laag", "Hoog"].map((end) =>
  page.getByRole("group", { name: `Bandbreedte van ${name}`, exact: true }).getByRole("textbox", { name: end }));
const waitForDraws = (page, draws) => page.getByText(`Wij rekenden ${draws} keer`).waitFor();
const net = (scenario) => JSON.parse(rekenmodel.simulate(JSON.stringify(scenario))).quantities.net;
const shownValue = (frame, path) => frame.locator(`data[data-simulated="${path}"]`).getAttribute("value").then(Number);

/** Waits until the median and the chance on the screen are those of a scenario. */
const assertSimulated = (frame, scenario) => {
  const { p50, share_positive } = net(scenario);
  return eventually(async () => {
    const shown = { p50: await shownValue(frame, "p50"), strip: await shownValue(frame, "strip.p50"), chance: await shownValue(frame, "chance") };
    const isRight = shown.p50 === p50 && shown.strip === p50 && shown.chance === share_positive;
    return isRight ? [] : [`expected ${p50} and ${share_positive}, on screen ${JSON.stringify(shown)}`];
  });
};

visit("both ends of a range are set by keyboard, on their sliders", {}, async (page) => {
  const [low, high] = thumbs(page, "Betaalde medewerkers");
  const [lowField, highField] = fields(page, "Betaalde medewerkers");
  await low.focus();
  await page.keyboard.press("ArrowLeft");
  const value = Number(await low.inputValue());
  assert.ok(value < 3.5 && value > 3, `${value}`);
  await assertValue(lowField, String(value).replace(".", ","));
  await assertSimulated(page, { ranges: { fte: { low: value, high: 4 } } });
  assert.ok(await low.evaluate((low) => low === document.activeElement), "the thumb keeps the focus");
  // When the low end passes the high end, the high end moves with it. The input's value then lies below
  // the range, which the calculation widens to contain it.
  await page.keyboard.press("End");
  const end = Number(await low.inputValue());
  assert.ok(end > 4);
  assert.equal(Number(await high.inputValue()), end);
  await assertValue(highField, String(end).replace(".", ","));
  await page.getByText("ligt erbuiten. Gerekend wordt daarom met").waitFor();
  await page.keyboard.press("Control+z");
  await page.keyboard.press("Control+z");
  await assertValue(lowField, "3,5");
  await assertValue(highField, "4");
  await assertSimulated(page, {});
});

visit("both ends of a range are dragged with a pointer", {}, async (page) => {
  // Charts that are drawn later would move the sliders.
  await waitForDraws(page, "100.000");
  const [low, high] = thumbs(page, "Betaalde medewerkers");
  const group = page.getByRole("group", { name: "Bandbreedte van Betaalde medewerkers", exact: true });
  await group.scrollIntoViewIfNeeded();
  /** Returns the middle of a thumb, which is 24 pixels wide. */
  const middle = async (thumb) => {
    const { x, y, width, height } = await thumb.boundingBox();
    const [value, min, max] = await thumb.evaluate(({ value, min, max }) => [value, min, max].map(Number));
    return { x: x + 12 + ((value - min) / (max - min)) * (width - 24), y: y + height / 2, height };
  };
  for (const [thumb, distance] of [[low, -30], [high, 40]]) {
    const before = await middle(thumb);
    assert.ok(before.height >= 24);
    // The thumb is dragged by a point near its edge, and not by its middle.
    await page.mouse.move(before.x + (distance > 0 ? 11 : -11), before.y);
    await page.mouse.down();
    await page.mouse.move(before.x + distance, before.y, { steps: 4 });
    await page.mouse.up();
    const moved = (await middle(thumb)).x - before.x;
    assert.ok(Math.sign(moved) === Math.sign(distance) && Math.abs(moved) > 15, `${moved}`);
  }
  const ends = await Promise.all([low, high].map((thumb) => thumb.inputValue().then(Number)));
  assert.ok(ends[0] < 3.5 && ends[1] > 4);
  await assertSimulated(page, { ranges: { fte: { low: ends[0], high: ends[1] } } });
  // The value of the input has not changed.
  await assertValue(field(page, "Betaalde medewerkers"), "3,75");
});

visit("the sliders of a range and of the value have one scale", {}, async (page) => {
  const [low] = thumbs(page, "Betaalde medewerkers");
  const value = page.getByRole("slider", { name: /^Betaalde medewerkers/ }).first();
  /** Returns where the scale begins and ends on the screen; `thumbWidth` is in pixels. */
  const scale = (slider, thumbWidth) =>
    slider.evaluate((element, thumbWidth) => {
      const { left, width } = element.getBoundingClientRect();
      return [0, 1].map((fraction) => left + thumbWidth / 2 + fraction * (width - thumbWidth)).join();
    }, thumbWidth);
  assert.equal(await scale(low, 24), await scale(value, 16));
  for (const attribute of ["min", "max", "step"]) {
    assert.equal(await low.getAttribute(attribute), await value.getAttribute(attribute));
  }
});

visit("a fixed range has disabled sliders", {}, async (page) => {
  const group = page.getByRole("group", { name: "Bandbreedte van Betaalde medewerkers", exact: true });
  await group.getByRole("combobox").selectOption({ label: "vast" });
  for (const thumb of thumbs(page, "Betaalde medewerkers")) assert.ok(await thumb.isDisabled());
  await group.getByRole("combobox").selectOption({ label: "gelijk verdeeld" });
  for (const thumb of thumbs(page, "Betaalde medewerkers")) assert.ok(await thumb.isEnabled());
  await assertSimulated(page, { ranges: { fte: { kind: "uniform", low: 3.5, high: 4 } } });
});

visit("a changed range is in the list of changes, and is reset there", {}, async (page) => {
  const [low] = thumbs(page, "Betaalde medewerkers");
  await low.focus();
  await page.keyboard.press("ArrowLeft");
  const lowText = (await low.inputValue()).replace(".", ",");
  await page.getByText("1 afwijking van").waitFor();
  await page.getByRole("link", { name: "Rekenblad", exact: true }).click();
  const list = page.getByRole("region", { name: "Wat is er veranderd?" });
  await assertText(list, "Bandbreedte: Betaalde medewerkers");
  await assertText(list, new RegExp(`3,5.*4.*${lowText}.*4`, "s"));
  await list.getByRole("button", { name: /Bandbreedte: Betaalde medewerkers/ }).click();
  await assertText(list, "Er is nog niets veranderd");
  await page.getByRole("link", { name: "Zekerheid" }).click();
  await assertValue(low, "3.5");
});

visit("the effect of a change opens below its field, and follows what is typed", {}, async (page) => {
  await type(page, field(page, "Betaalde medewerkers"), "4");
  const effect = page.locator(".effect").getByRole("button", { name: /lager/ });
  await effect.press("Enter");
  const explanation = page.locator("#uitleg");
  // By hand: 0,25 × 48.800.
  await assertText(explanation, /€\s−158\.200 − \(€\s−146\.000\) = €\s−12\.200/);
  assert.equal(await effect.getAttribute("aria-expanded"), "true");
  assert.ok(await explanation.evaluate((one) => one.closest(".range-row").querySelector("input[name=fte]") !== null));
  await type(page, field(page, "Betaalde medewerkers"), "5");
  await assertText(explanation, /= €\s−61\.000/);
  await effect.press("Enter");
  await explanation.waitFor({ state: "detached" });
  assert.equal(await effect.getAttribute("aria-expanded"), "false");
});

visit("the choice to show the point estimate alone is in the link, and is undone", {}, async (page, browser) => {
  const checkbox = page.getByLabel("Toon alleen de puntberekening");
  await waitForDraws(page, "100.000");
  await checkbox.focus();
  await page.keyboard.press("Space");
  await page.getByRole("heading", { name: "Puntberekening" }).waitFor();
  await assertAddressHolds(page, '"alleen-punt":true');
  const other = await openApp(browser, { path: await page.evaluate(() => location.hash) });
  await other.getByRole("heading", { name: "Puntberekening" }).waitFor();
  assert.ok(await other.getByLabel("Toon alleen de puntberekening").isChecked());
  assert.equal(await other.locator("figure.chart").count(), 0);
  other.assertClean();
  await leave(other);
  await page.keyboard.press("Control+z");
  await eventually(async () => ((await checkbox.isChecked()) ? ["it is still ticked"] : []));
  await waitForDraws(page, "100.000");
  await page.locator("figure.chart").first().waitFor();
});

visit("the slider of the drempel is on the axis of the acceptability curve", {}, async (page) => {
  const slider = page.locator(".on-axis input");
  await slider.focus();
  for (let step = 0; step < 8; step += 1) await page.keyboard.press("ArrowRight");
  await assertValue(page.getByLabel("Wat mag het per bezoeker kosten?", { exact: true }), "40");
  await page.locator(".chart-sentence", { hasText: /Bij €\s40 per bezoeker is de kans/ }).waitFor();
  // Its thumb is on the line that the chart draws at the drempel.
  await eventually(async () => {
    const distance = await page.evaluate(() => {
      const input = document.querySelector(".on-axis input");
      const { left, width } = input.getBoundingClientRect();
      const thumb = left + 8 + (input.value / input.max) * (width - 16);
      const line = document.querySelector(".on-chart .k-surplus").getBoundingClientRect();
      return Math.abs(thumb - (line.left + line.width / 2));
    });
    return distance < 1.5 ? [] : [`${distance} pixels apart`];
  });
});

const own = {
  custom: [
    { id: "c1", side: "saving", label: "Huisuitzetting", kind: "besparing", counted: true, quantity: 2, unit: "keer", amount: 9000 },
    { id: "c2", side: "cost", label: "Scholing", quantity: 1, amount: 5000 },
  ],
};

visit("in print there are no controls", { scenario: own }, async (page) => {
  await waitForDraws(page, "100.000");
  await openAll(page);
  await page.emulateMedia({ media: "print" });
  const controls = await page.locator("main :is(input, select, button:not(.figure-button))").evaluateAll((all) =>
    all.filter((one) => one.checkVisibility()).map((one) => one.outerHTML),
  );
  assert.deepEqual(controls, []);
  assert.ok(await page.locator(".chart-picture").first().isVisible());
  // The list of changes is printed.
  const changed = page.locator(".change-list").getByText("Scholing");
  assert.ok(await changed.isVisible());
  await page.emulateMedia({ media: "screen" });
  assert.ok(await changed.isHidden());
});

visit("own lines have ranges of quantity, amount and corrections", { scenario: own }, async (page) => {
  await openGroups(page, "Huisuitzetting", "Scholing");
  const rows = page.getByRole("group", { name: /^Bandbreedte van (Huisuitzetting|Scholing)/ });
  const names = await rows.evaluateAll((all) => all.map((group) => group.getAttribute("aria-label")));
  assert.equal(names.length, 8, names.join());
  const ranges = {};
  for (const [field, id, low, high] of [
    ["aantal", "c1.aantal", 1, 4],
    ["toerekening", "c1.toerekening", 50, 100],
    ["bedrag", "c2.bedrag", 4000, 9000],
  ]) {
    const kind = page.locator(`select[name="ranges.${id}.kind"]`);
    await kind.selectOption({ label: "driehoek" });
    await type(page, page.locator(`input[name="ranges.${id}.low"]`), String(low));
    await type(page, page.locator(`input[name="ranges.${id}.high"]`), String(high));
    const scale = field === "toerekening" ? 100 : 1;
    ranges[id] = { kind: "triangular", low: low / scale, high: high / scale };
  }
  await assertSimulated(page, { ...own, ranges });
  await assertText(page.locator("figure").filter({ hasText: "Het saldo verandert het meest" }), /Scholing|Huisuitzetting/);
});

visit("during a simulation of a million draws one can go on typing", { scenario: { simulation: { draws: 1_000_000 } } }, async (page) => {
  await waitForDraws(page, "1.000.000");
  await type(page, field(page, "Betaalde medewerkers"), "4,25");
  const scenario = { values: { fte: 4.25 }, simulation: { draws: 1_000_000 } };
  await assertSimulated(page, scenario);
  await waitForDraws(page, "1.000.000");
});

visit("without workers a million draws are made in slices, and overtaken answers are never shown", {}, async (_, browser) => {
  const scenario = { simulation: { draws: 1_000_000 } };
  const query = new URLSearchParams({ src: urls.page + address("onzekerheid", scenario), sandbox: "allow-scripts" });
  const page = await browser.newPage({ viewport: { width: 1280, height: 800 } });
  await page.goto(`${urls.host}embed.html?${query}`);
  const frame = page.frames().find((frame) => frame.url().startsWith(urls.page));
  await waitForDraws(frame, "1.000.000");
  await frame.evaluate(() => {
    window.seen = [];
    addEventListener("rekenmodel-simulated", ({ detail }) => detail.numbers && seen.push([detail.id, detail.numbers[0]]));
  });
  // Each value is typed while the simulation of the one before runs.
  const input = frame.getByLabel("Betaalde medewerkers", { exact: true });
  for (const text of ["4", "4,1", "4,2", "4,25"]) await input.fill(text);
  await assertSimulated(frame, { values: { fte: 4.25 }, ...scenario });
  await eventually(async () => {
    const seen = await frame.evaluate(() => window.seen);
    const last = seen.at(-1);
    const rising = seen.every(([id], index) => index === 0 || id >= seen[index - 1][0]);
    return rising && last?.[1] === 1_000_000 ? [] : [JSON.stringify(seen)];
  });
  await page.close();
});

for (const width of [320, 768]) {
  visit(`with everything open nothing scrolls sideways and axe finds nothing, ${width} px`, { width, scenario: own }, async (page) => {
    await waitForDraws(page, "100.000");
    for (const line of await page.locator("main details:not([open]) > summary").all()) {
      if (await line.isVisible()) await line.click();
    }
    await assertAccessibleAndFits(page);
    assert.ok((await groupSummary(page, "Scholing").count()) > 0);
    assert.ok(await button(page, "Naar de inhoud").count());
  });
}
