// Links, addresses of views, and embeds: a link shows its whole scenario or, if it is damaged, a notice.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { after, before, test } from "node:test";
import { launch, leave, openPage, urls } from "./support.mjs";
import {
  address, assertAddressHolds, assertEuros, assertScenario, assertText, assertValue, downloadText, evaluate, eventually,
  field, figures, linkJson, loadLazyFeatures, openApp, openGroups, type, undo, waitUntilReady,
} from "./person.mjs";
import { addScenarios, assertNames, scenarioButton, scenarioNames } from "./scenario-list.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const scenario = { name: "Café ‘Ons’", values: { bezoekers: 600, "dagbesteding.aantal": 18.5 } };

/** Fills in the scenario above, and opens the view Delen. */
async function fillAndShare(page) {
  await type(page, field(page, "Bezoekers"), "600");
  await openGroups(page, "Besparingen", "Minder dagbesteding");
  await type(page, field(page, "Cliënten minder", "Minder dagbesteding"), "18,5");
  await page.getByRole("link", { name: "Delen" }).press("Enter");
  await type(page, page.getByRole("textbox", { name: "Naam van dit scenario" }), scenario.name);
  await eventually(async () => ((await page.title()).startsWith(scenario.name) ? [] : ["the name is not in the title"]));
}

/** Returns the link to the scenario above and the snippet to embed it, as the page gives them. */
async function makeLink(options) {
  const page = await openApp(browser, options);
  await fillAndShare(page);
  const [link, snippet] = await Promise.all(
    ["Link naar dit scenario", "Insluiten in een webpagina"].map((name) => page.getByRole("textbox", { name }).inputValue()),
  );
  page.assertClean();
  await leave(page);
  return { link, snippet };
}

let firstLink;
/** Returns link and snippet of the site at the root, made once for all tests. */
const shared = () => (firstLink ??= makeLink());

for (const site of ["page", "subfolder"]) {
  test(`a link carries the whole scenario, at the address of ${site}`, async () => {
    const { link } = await (site === "page" ? shared() : makeLink({ url: urls[site] }));
    assert.ok(link.startsWith(urls[site]), link);
    const page = await openApp(browser, { url: link });
    await assertScenario(page, scenario);
    // 300.000, and 18,5 × 6.250 + 54.000 = 169.625, which the answer rounds.
    await assertText(page.locator("[data-answer]"), /€\s300\.000 per jaar.*€\s170\.000/);
    await assertValue(field(page, "Bezoekers"), "600");
    await page.getByText(scenario.name, { exact: true }).first().waitFor();
    page.assertClean();
    await leave(page);
  });
}

test("the button copies the link", async () => {
  const page = await openApp(browser, { permissions: ["clipboard-read", "clipboard-write"], path: "#delen" });
  await page.getByRole("button", { name: "Kopieer" }).first().press("Enter");
  await page.getByText("Gekopieerd").waitFor();
  const copied = await page.evaluate(() => navigator.clipboard.readText());
  assert.equal(copied, await page.getByRole("textbox", { name: "Link naar dit scenario" }).inputValue());
  await leave(page);
});

for (const [kind, damage, notice] of [
  ["cut short", (link) => link.slice(0, -20), /De link is beschadigd.*U ziet de cijfers van de brochure, niet die van de link/s],
  ["cut by one letter", (link) => link.slice(0, -1), /De link is beschadigd/],
  ["cut off after its view", (link) => link.replace(/\/2.*/, "/"), /De link is beschadigd/],
  ["with a letter changed", (link) => link.replace(/(\/2\.....)./, "$1_"), /De link is beschadigd/],
  ["with the separator lost", (link) => link.replace("/2.", "2."), /De link is beschadigd/],
  ["of a newer version", (link) => link.replace("/2.", "/3."), /gemaakt met een nieuwere versie.*niet die van de link/s],
  ["of an impossible version", (link) => link.replace("/2.", "/0."), /De link is beschadigd/],
]) {
  test(`a link ${kind} gives a notice and the brochure's figures`, async () => {
    const { link } = await shared();
    const page = await openApp(browser, { url: damage(link) });
    await assertText(page.getByRole("status"), notice);
    await assertScenario(page, {});
    // Closing the notice changes nothing else.
    await page.getByRole("button", { name: "Sluit deze melding" }).press("Enter");
    await eventually(async () => ((await page.getByText(notice).count()) === 0 ? [] : ["the notice stays"]));
    await assertScenario(page, {});
    page.assertClean();
    await leave(page);
  });
}

test("a link with invalid figures lists them", async () => {
  const page = await openApp(browser, { path: address("rekenblad", { values: { bezoekers: -3, onzin: 1 } }) });
  await assertText(page.getByRole("status"), /invoer die niet kan.*bezoekers: gegeven is -3/s);
  await assertScenario(page, {});
  await leave(page);
});

test("the script and the program read addresses by one rule", async () => {
  const cases = JSON.parse(await readFile(new URL("../addresses.json", import.meta.url), "utf8"));
  const page = await openPage(browser);
  // Without the program, which is not needed here, the page loads faster.
  await page.route(/\.wasm$|\/page\.js$/, (request) => request.abort());
  // Records what the script marks before it finds out that the program is missing.
  await page.addInitScript(() => {
    const record = () => (window.firstStart ??= document.documentElement?.dataset.start);
    new MutationObserver(record).observe(document, { attributeFilter: ["data-start"], subtree: true });
  });
  const starts = [];
  for (const { fragment } of cases) {
    // Another query, so that the browser loads the page again.
    await page.goto(`${urls.page}?${starts.length}#${fragment}`, { waitUntil: "domcontentloaded" });
    starts.push([fragment, await page.evaluate(() => window.firstStart)]);
  }
  assert.deepEqual(starts, cases.map(({ fragment, start }) => [fragment, start]));
  await leave(page);
});

test("what messengers do to a link changes nothing", async () => {
  const { link } = await shared();
  const [base, fragment] = link.split("#");
  for (const changed of [
    `${link}.`,
    `${link}),`,
    `${link}&fbclid=IwAR0abc`,
    `${link}%20en%20meer`,
    `${base}#${fragment.replace("/", "%2F")}`,
    `${base}#${fragment.replace("/", "%252F")}>`,
    `${base}#${fragment.replace("/", "%5C")}`,
    `${base}#${fragment.slice(0, 30)}%0A${fragment.slice(30)}`,
  ]) {
    const page = await openApp(browser, { url: changed });
    await assertScenario(page, scenario);
    assert.equal(await page.getByText(/De link/).count(), 0, changed);
    page.assertClean();
    await leave(page);
  }
});

test("a damaged link stays the address until something changes", async () => {
  const { link } = await shared();
  const damaged = link.slice(0, -5);
  const page = await openApp(browser, { url: damaged });
  await page.getByText(/De link is beschadigd/).waitFor();
  await page.getByRole("button", { name: "Sluit deze melding" }).press("Enter");
  // The page writes its address after a pause; the next key is later.
  await page.waitForTimeout(600);
  assert.equal(page.url(), damaged);
  await page.reload();
  await waitUntilReady(page);
  await page.getByText(/De link is beschadigd/).waitFor();
  await type(page, field(page, "Bezoekers"), "600");
  await eventually(() => (page.url() === damaged ? ["the address stays damaged"] : []));
  assert.deepEqual(linkJson(page.url()).values, { bezoekers: 600 });
  page.assertClean();
  await leave(page);
});

test("a good link opened after a damaged one takes the notice away", async () => {
  const { link } = await shared();
  const page = await openApp(browser, { url: link.slice(0, -5) });
  await page.getByText(/De link is beschadigd/).waitFor();
  await page.goto(link);
  await assertScenario(page, scenario);
  assert.equal(await page.getByText(/De link is beschadigd/).count(), 0);
  await leave(page);
});

test("thirty edits are one step of the browser's back button", async () => {
  const page = await openApp(browser, { path: "#bronnen" });
  await page.getByRole("link", { name: "Rekenblad", exact: true }).click();
  const before = await page.evaluate(() => history.length);
  for (let visitors = 601; visitors <= 630; visitors += 1) {
    await type(page, field(page, "Bezoekers"), String(visitors));
  }
  await eventually(() => (linkValues(page).bezoekers === 630 ? [] : [`the address is ${page.url()}`]));
  assert.equal(await page.evaluate(() => history.length), before);
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "Bronnen en verantwoording" }).waitFor();
  await leave(page);
});

/** Returns the values in the address of the page; none if it has no scenario. */
const linkValues = (page) => (page.url().includes("/2.") ? linkJson(page.url()).values : undefined) ?? {};

test("a link holds this scenario, or all of them with their network", async () => {
  const page = await openApp(browser, { path: address("delen", scenario) });
  const linkField = page.getByRole("textbox", { name: "Link naar dit scenario" });
  const content = page.getByLabel("Wat zit er in de link?");
  assert.equal(await content.count(), 0, "there is nothing to choose with one scenario");
  await addScenarios(page, "Voorzichtig");
  await scenarioButton(page, scenario.name).press("Enter");
  await page.getByRole("link", { name: "Delen" }).click();
  await content.selectOption({ label: "Alle 2 scenario’s" });
  const all = linkJson(await linkField.inputValue());
  assert.deepEqual(all.scenarios.map(({ name }) => name), [scenario.name, "Voorzichtig"]);
  const link = await linkField.inputValue();
  await content.selectOption({ label: "Dit scenario" });
  assert.equal(linkJson(await linkField.inputValue()).name, scenario.name);
  const names = await scenarioNames(page);
  page.assertClean();
  await leave(page);

  const other = await openApp(browser, { url: link });
  await assertNames(other, names);
  await assertScenario(other, scenario);
  other.assertClean();
  await leave(other);
});

test("where the clipboard is refused, the link is selected", async () => {
  const page = await openApp(browser, { path: "#delen" });
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error("refused"));
  });
  page.isChanged = true;
  await page.getByRole("button", { name: "Kopieer" }).first().press("Enter");
  await page.getByText("Kopiëren lukte niet vanzelf").waitFor();
  const selected = await page.evaluate(() => {
    const { value, selectionStart, selectionEnd } = document.activeElement;
    return value.slice(selectionStart, selectionEnd);
  });
  assert.equal(selected, await page.getByRole("textbox", { name: "Link naar dit scenario" }).inputValue());
  page.assertClean();
  await leave(page);
});

test("a device that can share is asked to", async () => {
  const page = await openPage(browser);
  await page.addInitScript(() => {
    navigator.share = (data) => {
      window.shared = data;
      return Promise.resolve();
    };
  });
  await page.goto(`${urls.page}?share#delen`);
  await loadLazyFeatures(page);
  await page.getByRole("button", { name: "Deel via" }).press("Enter");
  const { url } = await page.evaluate(() => window.shared);
  assert.equal(url, await page.getByRole("textbox", { name: "Link naar dit scenario" }).inputValue());
  page.assertClean();
  await leave(page);
});

test("what does not fit in a link goes by file", async () => {
  // Letters without repetitions, which cannot be compressed.
  const letters = Array.from({ length: 12_000 }, (_, index) => ((index * index * 7919 + index * 104729) % 9973).toString(36)).join("");
  const long = { ...scenario, meta: { van: letters } };
  const page = await openApp(browser, { path: address("delen", long) });
  await assertText(page.getByText(/past niet in een link/).first(), /langer dan 8\.000 gaat niet\. Sla het op als bestand/);
  assert.equal(await page.getByRole("textbox", { name: "Link naar dit scenario" }).count(), 0);
  // The address keeps the view, and storage the figures.
  await page.getByRole("link", { name: "Rekenblad", exact: true }).click();
  await type(page, field(page, "Bezoekers"), "700");
  await eventually(() => (page.url().endsWith("#rekenblad") ? [] : [page.url().slice(0, 100)]));
  const download = page.waitForEvent("download");
  await page.getByRole("link", { name: "Delen" }).click();
  await page.getByRole("button", { name: "Opslaan als bestand" }).press("Enter");
  assert.equal(JSON.parse(await downloadText(download)).meta.van, letters);
  page.assertClean();
  await leave(page);
});

test("the suffix that WordPress adds to an address changes nothing", async () => {
  const { link } = await shared();
  for (const [url, expected] of [
    [`${urls.page}#?secret=Ab3dE5`, {}],
    [`${link}#?secret=Ab3dE5`, scenario],
    [`${link}?secret=Ab3dE5`, scenario],
  ]) {
    const page = await openApp(browser, { url });
    await assertScenario(page, expected);
    assert.equal(await page.getByText(/De link/).count(), 0, url);
    page.assertClean();
    await leave(page);
  }
});

test("every view has its address, and back and forward work", async () => {
  const heading = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();
  for (const [path, name] of [
    ["#bronnen", "Bronnen en verantwoording"],
    ["#delen", "Delen, insluiten en afdrukken"],
    ["#rekenblad", "Wat kost een zelfregie-initiatief"],
  ]) {
    const page = await openApp(browser, { path });
    await heading(page, name);
    page.assertClean();
    await leave(page);
  }
  const page = await openApp(browser);
  await type(page, field(page, "Bezoekers"), "600");
  await page.getByRole("link", { name: "Bronnen" }).click();
  await heading(page, "Bronnen en verantwoording");
  assert.equal(await page.locator('nav [aria-current="page"]').innerText(), "Bronnen");
  await page.getByRole("link", { name: "Delen" }).click();
  await heading(page, "Delen, insluiten en afdrukken");
  await page.goBack();
  await heading(page, "Bronnen en verantwoording");
  await page.goBack();
  await assertScenario(page, { values: { bezoekers: 600 } });
  await page.goForward();
  await heading(page, "Bronnen en verantwoording");
  await page.getByRole("link", { name: "Rekenblad", exact: true }).click();
  await assertScenario(page, { values: { bezoekers: 600 } });
  page.assertClean();
  await leave(page);
});

test("a reload keeps the figures", async () => {
  const page = await openApp(browser);
  await type(page, field(page, "Bezoekers"), "600");
  await assertAddressHolds(page, '"bezoekers":600');
  await page.reload();
  await waitUntilReady(page);
  await assertScenario(page, { values: { bezoekers: 600 } });
  page.assertClean();
  await leave(page);
});

test("a link opened in the same tab replaces the figures, and undo brings them back", async () => {
  const { link } = await shared();
  const page = await openApp(browser);
  await type(page, field(page, "Vrijwilligers"), "10");
  await page.goto(link);
  await assertScenario(page, scenario);
  await undo(page);
  await assertScenario(page, { values: { vrijwilligers: 10 } });
  await leave(page);
});

for (const site of ["page", "subfolder"]) {
  for (const sandbox of [null, "allow-scripts"]) {
    test(`the snippet works on another site's page: ${site}, sandbox: ${sandbox}`, async () => {
      const { snippet } = await shared();
      const [, source] = snippet.match(/^<iframe src="([^"]+)" title="[^"]+" /);
      const src = source.replace(urls.page, urls[site]);
      const query = new URLSearchParams({ src, ...(sandbox && { sandbox }) });
      const origins = [new URL(src).origin];
      const page = await openPage(browser, { url: urls.host, path: `embed.html?${query}`, origins });
      const frame = page.frames().find((frame) => frame.url().startsWith(urls[site]));
      await waitUntilReady(frame);
      await assertScenario(frame, scenario);
      await type(page, field(frame, "Bezoekers"), "1.000");
      await assertScenario(frame, { values: { ...scenario.values, bezoekers: 1000 } });
      await assertEuros(frame, { "costs.per_visitor": 300 });
      const fullUrl = await frame.getByRole("link", { name: "Open het hele rekenmodel" }).getAttribute("href");
      const fullPage = await openApp(browser, { url: fullUrl.replace("#centrum", "#rekenblad") });
      assert.deepEqual(await figures(fullPage), await figures(frame));
      await leave(fullPage);
      page.assertClean();
      await leave(page);
    });
  }
}

test("the public module calculates on another site's page", async () => {
  const query = new URLSearchParams({ module: `${urls.page}rekenmodel.js` });
  const page = await openPage(browser, {
    url: urls.host,
    path: `module.html?${query}`,
    origins: [new URL(urls.page).origin],
  });
  await assertText(page.locator("output"), "-146000");
  const outcome = await page.evaluate((text) => JSON.parse(window.evaluate(text)), JSON.stringify(scenario));
  assert.deepEqual(outcome, evaluate(scenario));
  await assert.rejects(page.evaluate(() => window.evaluate("nonsense")), /gegeven is/);
  page.assertClean();
  await leave(page);
});
