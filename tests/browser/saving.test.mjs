// When the browser saves what a person changes: while changes go on, and when the page is left. What the
// page says where it cannot be saved, and where it is instead.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, launchFirefox, leave, openPage, urls } from "./support.mjs";
import {
  address, assertScenario, assertText, assertValue, button, downloadText, eventually, field, linkJson, loadLazyFeatures, type,
  waitUntilReady,
} from "./person.mjs";
import { addScenarios, assertNames, assertStored, assertStoredCount, notices, revisit, storedText, strip } from "./scenario-list.mjs";
import { visit } from "./visit.mjs";

const browsers = {};
before(async () => {
  browsers.Chromium = await launch();
  browsers.Firefox = await launchFirefox();
});
after(() => Promise.all(Object.values(browsers).map((browser) => browser.close())));

/** Fills the storage of the site, so that nothing more can be saved. */
const fillStorage = (page) =>
  page.evaluate(() => {
    let text = "x".repeat(1_000_000);
    for (let count = 0; text; count += 1) {
      try {
        localStorage.setItem(`vol-${count}`, text);
      } catch {
        text = text.slice(text.length / 2 + 1);
      }
    }
  });

/** Removes what `fillStorage` stored. */
const emptyStorage = (page) =>
  page.evaluate(() => {
    for (const key of Object.keys(localStorage)) if (key.startsWith("vol-")) localStorage.removeItem(key);
  });

/** Opens the page with the program changed by this script, which runs before any other. */
async function openWith(browser, script) {
  const page = await openPage(browser);
  await page.addInitScript(script);
  await page.reload();
  await waitUntilReady(page);
  await loadLazyFeatures(page);
  return page;
}

/** Stops the program, as a fault of its own would, by a change that it cannot draw. */
async function stopProgram(page) {
  await page.evaluate(() => {
    Node.prototype.insertBefore = () => {
      throw new Error("broken on purpose");
    };
  });
  await type(page, field(page, "Vrijwilligers"), "7");
}

const status = (page) => page.getByRole("region", { name: "Bewaard in deze browser" });

for (const name of ["Chromium", "Firefox"]) {
  test(`${name}: the last change is kept when the page is left at once`, async () => {
    const page = await openPage(browsers[name]);
    await waitUntilReady(page);
    await loadLazyFeatures(page);
    await type(page, field(page, "Bezoekers"), "600");
    // To a file of the site, so that the page is left and not reloaded.
    await page.goto(new URL("contact.json", urls.page).href);
    await page.goto(urls.page);
    await waitUntilReady(page);
    await assertScenario(page, { values: { bezoekers: 600 } });
    await loadLazyFeatures(page);
    await type(page, field(page, "Bezoekers"), "700");
    await page.reload();
    await waitUntilReady(page);
    await assertScenario(page, { values: { bezoekers: 700 } });
    // Its address, which may be older, is not taken for a link from elsewhere.
    await loadLazyFeatures(page);
    assert.equal(await strip(page).count(), 0);
    await leave(page);
  });

  test(`${name}: changes are kept while they go on`, async () => {
    const page = await openPage(browsers[name]);
    await waitUntilReady(page);
    await loadLazyFeatures(page);
    // Faster than a test can press keys from outside; the moments between are those of a held key.
    const stored = await page.evaluate(async () => {
      const input = document.querySelector('input[name="bezoekers"]');
      for (let count = 0; count < 30; count += 1) {
        input.value = `${600 + count}`;
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
        await new Promise((done) => setTimeout(done, 120));
      }
      return localStorage.getItem("rekenmodel-2");
    });
    assert.match(stored ?? "", /"bezoekers":6\d\d/);
    await leave(page);
  });
}

visit("the last change is kept when another tab is chosen, and is in the address", {}, async (page) => {
  await type(page, field(page, "Bezoekers"), "600");
  // The browser tells a page that it is hidden; a test cannot hide one.
  await page.evaluate(() => {
    Object.defineProperty(document, "visibilityState", { value: "hidden", configurable: true });
    document.dispatchEvent(new Event("visibilitychange"));
    delete document.visibilityState;
  });
  assert.match((await storedText(page)) ?? "", /"bezoekers":600/);
  assert.equal(linkJson(await page.evaluate(() => location.href)).values.bezoekers, 600);
});

visit("a change is in the address though the page is left before its drawing ends", {}, async (page) => {
  await page.evaluate(async () => {
    // For whom every look at the clock takes 20 ms, Yew breaks off after each part of its work.
    let time = Date.now();
    Date.now = () => (time += 20);
    const input = document.querySelector('input[name="bezoekers"]');
    input.value = "600";
    input.dispatchEvent(new InputEvent("input", { bubbles: true }));
    // The drawing begins as soon as the event has ended, in the same task.
    for (let count = 0; count < 10; count += 1) await null;
    dispatchEvent(new PageTransitionEvent("pagehide"));
  });
  assert.match((await storedText(page)) ?? "", /"bezoekers":600/);
  assert.equal(linkJson(await page.evaluate(() => location.href)).values.bezoekers, 600);
});

visit("a text that was refused is in its field again after a reload, with its problem", {}, async (page) => {
  await type(page, field(page, "Betaalde medewerkers"), "4");
  await type(page, field(page, "Bezoekers"), "zestig");
  await page.reload();
  await waitUntilReady(page);
  await assertValue(field(page, "Bezoekers"), "zestig");
  assert.equal(await field(page, "Bezoekers").getAttribute("aria-invalid"), "true");
  await assertScenario(page, { values: { fte: 4 } });
  // Once it is corrected it does not come back.
  await loadLazyFeatures(page);
  await type(page, field(page, "Bezoekers"), "60");
  await page.reload();
  await waitUntilReady(page);
  await assertScenario(page, { values: { fte: 4, bezoekers: 60 } });
  await assertValue(field(page, "Bezoekers"), "60");
});

visit("a refused text does not come back in another scenario", {}, async (page) => {
  await type(page, field(page, "Bezoekers"), "zestig");
  await page.goto("about:blank");
  await page.goto(new URL(address("rekenblad", { name: "Van een ander", values: { bezoekers: 80 } }), urls.page).href);
  await waitUntilReady(page);
  await assertValue(field(page, "Bezoekers"), "80");
});

for (const [kind, script] of [
  ["is forbidden", () => Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } })],
  ["does not exist", () => Object.defineProperty(window, "localStorage", { value: null })],
  ["cannot be read", () => { Storage.prototype.getItem = () => { throw new DOMException("no", "SecurityError"); }; }],
  ["cannot be written", () => { Storage.prototype.setItem = () => { throw new DOMException("no", "QuotaExceededError"); }; }],
]) {
  test(`where the storage ${kind}, a notice says so at the second scenario, with a button that saves all`, async () => {
    const page = await openWith(browsers.Chromium, script);
    await addScenarios(page, "Gunstig");
    await type(page, field(page, "Bezoekers"), "600");
    await assertText(notices(page), "worden niet bewaard");
    const download = page.waitForEvent("download");
    await button(notices(page), "Alle 2 scenario’s opslaan").press("Enter");
    const file = JSON.parse(await downloadText(download));
    assert.deepEqual(file.scenarios.map(({ values }) => values?.bezoekers ?? null), [null, 600]);
    // A person who closes the notice is told again when a third scenario is made.
    await button(notices(page), "Sluit deze melding").press("Enter");
    await type(page, field(page, "Bezoekers"), "700");
    assert.equal((await notices(page).innerText()).trim(), "");
    await addScenarios(page, "Voorzichtig");
    await assertText(notices(page), "worden niet bewaard");
    await button(notices(page), "Alle 3 scenario’s opslaan").waitFor();
    page.assertClean();
    await leave(page);
  });
}

test("where the storage is forbidden, a notice says so at the first change, and nothing claims to be saved", async () => {
  const page = await openWith(browsers.Chromium, () =>
    Object.defineProperty(window, "localStorage", { get: () => { throw new DOMException("no", "SecurityError"); } }));
  assert.equal((await notices(page).innerText()).trim(), "");
  await type(page, field(page, "Bezoekers"), "640");
  await assertText(notices(page), "worden niet bewaard");
  await button(notices(page), "Opslaan als bestand").waitFor();
  await page.getByRole("link", { name: "Delen" }).press("Enter");
  await assertText(status(page), "staat niet toe dat hier iets wordt bewaard");
  assert.ok(!(await page.getByRole("main").innerText()).includes("bewaart deze browser vanzelf"));
  await page.getByRole("link", { name: "Vergelijken" }).press("Enter");
  await page.getByText("Deze aantallen gaan mee in het bestand").waitFor();
  assert.ok(!(await page.getByRole("main").innerText()).includes("blijven bewaard in deze browser"));
  await button(notices(page), "Sluit deze melding").press("Enter");
  await page.getByRole("link", { name: "Rekenblad", exact: true }).press("Enter");
  await type(page, field(page, "Bezoekers"), "650");
  assert.equal((await notices(page).innerText()).trim(), "");
  page.assertClean();
  await leave(page);
});

visit("a notice that the storage is full goes by itself once there is room, and everything is kept", {}, async (page) => {
  await fillStorage(page);
  await type(page, field(page, "Bezoekers"), "600");
  await assertText(notices(page), "geen ruimte meer");
  await addScenarios(page, "Gunstig");
  await assertText(notices(page), "geen ruimte meer");
  await button(notices(page), "Alle 2 scenario’s opslaan").waitFor();
  await emptyStorage(page);
  await eventually(async () => {
    const text = (await notices(page).innerText()).trim();
    return text === "" ? [] : [text];
  });
  await assertStoredCount(page, 2);
  await revisit(page);
  await assertNames(page, ["Brochure, aangepast", "Gunstig"]);
});

visit("what only the address has is not called saved", { path: address("delen", { values: { bezoekers: 600 } }) }, async (page) => {
  await assertText(status(page), "staat alleen in het adres");
  assert.ok(!(await status(page).innerText()).includes("Er is 1 scenario bewaard"));
  assert.equal(await storedText(page), null);
  await page.getByRole("link", { name: "Rekenblad", exact: true }).press("Enter");
  await type(page, field(page, "Bezoekers"), "700");
  await page.getByRole("link", { name: "Delen" }).press("Enter");
  await assertText(status(page), "Er is 1 scenario bewaard.");
});

visit("when the program stops, the notice calls saved only what was read back", {}, async (page) => {
  await type(page, field(page, "Bezoekers"), "600");
  await assertStored(page, '"bezoekers":600');
  await type(page, field(page, "Betaalde medewerkers"), "4");
  await assertStored(page, '"fte":4');
  await stopProgram(page);
  await assertText(page.getByRole("alert"), "Uw cijfers zijn bewaard in deze browser");
  page.problems.length = 0;
});

test("when the program stops and nothing could be saved, the notice says that the figures are in the link", async () => {
  const page = await openWith(browsers.Chromium, () => {
    Storage.prototype.setItem = () => {
      throw new DOMException("no", "QuotaExceededError");
    };
  });
  await type(page, field(page, "Bezoekers"), "600");
  await stopProgram(page);
  const notice = page.getByRole("alert");
  await assertText(notice, "staan alleen in de link hieronder");
  assert.ok(!(await notice.innerText()).includes("bewaard in deze browser"));
  await leave(page);
});

test("when a lazy part never came and the program stops, the notice does not call the figures saved", async () => {
  const page = await openPage(browsers.Chromium);
  await page.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
  await page.route(/\/(split|chunk)_[^/]*\.wasm$/, (route) => route.abort());
  await page.reload();
  await waitUntilReady(page);
  await type(page, field(page, "Bezoekers"), "600");
  await assertText(page.getByRole("status"), "kon niet worden geladen");
  await stopProgram(page);
  await assertText(page.getByRole("alert").first(), "staan alleen in de link hieronder");
  await leave(page);
});
