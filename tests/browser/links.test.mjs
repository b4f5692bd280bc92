// Links, addresses of views, and embeds: a link shows its whole scenario or, if it is damaged, a notice.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, leave, openPage, urls } from "./support.mjs";
import {
  assertEuros, assertScenario, assertText, assertValue, evaluate, eventually, field, figures, openGroups, waitUntilReady, openApp, type,
} from "./person.mjs";

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
    // 600 visitors at 300.000; 18,5 × 6.250 + 54.000
    await assertEuros(page, { "costs.per_visitor": 500, "total.savings": 169_625 });
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
  ["with a letter changed", (link) => link.replace(/(\/1\.....)./, "$1_"), /De link is beschadigd/],
  ["of a newer version", (link) => link.replace("/1.", "/2."), /gemaakt met een nieuwere versie.*niet die van de link/s],
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
  const { link } = await shared();
  const json = JSON.stringify({ values: { bezoekers: -3, onzin: 1 } });
  const page = await openApp(browser, { url: link.split("#")[0] + `#rekenen/1.${Buffer.from(json).toString("base64url")}.${crc32(json)}` });
  await assertText(page.getByRole("status"), /invoer die niet kan.*bezoekers: gegeven is -3/s);
  await assertScenario(page, {});
  await leave(page);
});

/** Returns the CRC-32 of a text in hexadecimal, as in zip files. */
function crc32(text) {
  let sum = ~0;
  for (const byte of Buffer.from(text)) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0xedb88320 : 0);
  }
  return (~sum >>> 0).toString(16).padStart(8, "0");
}

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
    ["#rekenen", "Wat kost een zelfregie-initiatief"],
    ["#onbekend", "Wat kost een zelfregie-initiatief"],
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
  await page.getByRole("link", { name: "Rekenen" }).click();
  await assertScenario(page, { values: { bezoekers: 600 } });
  page.assertClean();
  await leave(page);
});

test("a reload keeps the figures", async () => {
  const page = await openApp(browser);
  await type(page, field(page, "Bezoekers"), "600");
  await page.waitForFunction(() => location.hash.length > 20);
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
  await page.getByRole("button", { name: "Ongedaan maken" }).press("Enter");
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
      const fullPage = await openApp(browser, { url: fullUrl });
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
