// The scenarios that the browser stores: they come back at the next visit, are never replaced by a link
// or a file, survive damage and two windows, and can be erased.

import assert from "node:assert/strict";
import { leave, openPage, urls } from "./support.mjs";
import { address, assertAddressHolds, assertScenario, assertText, button, downloadText, eventually, field, waitUntilReady, openApp, loadLazyFeatures, type } from "./person.mjs";
import { addScenarios, revisit, assertStored, assertStoredCount, assertNames, scenarioButton, scenarioButtons, storedText, openControls, scenarioNames, notices, strip } from "./scenario-list.mjs";
import { visit } from "./visit.mjs";

visit("a visit without changes stores nothing; a change is stored, and there at the next visit", {}, async (page) => {
  await page.getByRole("link", { name: "Zekerheid" }).press("Enter");
  await page.getByRole("link", { name: "Rekenblad", exact: true }).press("Enter");
  await page.waitForTimeout(600);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await type(page, field(page, "Bezoekers"), "600");
  await addScenarios(page, "Gunstig");
  await assertStoredCount(page, 2);
  await scenarioButton(page, "Brochure, aangepast").press("Enter");
  await eventually(async () => (JSON.parse((await storedText(page)).slice(11)).workspace.shown === undefined ? [] : ["not stored yet"]));
  await revisit(page);
  await assertScenario(page, { values: { bezoekers: 600 } });
  await assertNames(page, ["Brochure, aangepast", "Gunstig"]);
  await assertText(notices(page), "Dat was bewaard in deze browser");
  await button(page, "Sluit deze melding").press("Enter");
  await scenarioButton(page, "Gunstig").press("Enter");
  await assertScenario(page, { base: "gunstig" });
  // After a reload of an address with the same scenario no notice is needed.
  await assertAddressHolds(page, '"base":"gunstig"');
  await page.reload();
  await waitUntilReady(page);
  await assertScenario(page, { base: "gunstig" });
  await assertNames(page, ["Brochure, aangepast", "Gunstig"]);
  assert.equal((await notices(page).innerText()).trim(), "");
});

visit("back and forward change the view, not the figures", {}, async (page) => {
  await page.getByRole("link", { name: "Delen" }).press("Enter");
  await page.getByRole("link", { name: "Rekenblad", exact: true }).press("Enter");
  await type(page, field(page, "Bezoekers"), "600");
  await page.waitForFunction(() => location.hash.length > 20);
  await page.waitForTimeout(400);
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "Delen, insluiten en afdrukken" }).waitFor();
  await page.goBack();
  await assertScenario(page, { values: { bezoekers: 600 } });
  assert.equal(await strip(page).count(), 0);
});

visit("a press on the menu is not lost while the page writes its figures to the address", {}, async (page) => {
  await page.getByRole("link", { name: "Delen" }).focus();
  // After a press on a link, the browser reports the new address a moment later. A page that was busy
  // must not write the address of its figures in between.
  await page.evaluate(() => {
    const bezoekers = document.querySelector('input[name="bezoekers"]');
    bezoekers.value = "600";
    bezoekers.dispatchEvent(new InputEvent("input", { bubbles: true }));
    setTimeout(() => {
      const until = performance.now() + 400;
      while (performance.now() < until);
    }, 60);
  });
  await page.waitForTimeout(150);
  await page.keyboard.press("Enter");
  await page.getByRole("heading", { level: 1, name: "Delen, insluiten en afdrukken" }).waitFor({ timeout: 5000 });
  await page.waitForFunction(() => location.hash.startsWith("#delen/"));
  await page.getByRole("link", { name: "Rekenblad", exact: true }).press("Enter");
  await assertScenario(page, { values: { bezoekers: 600 } });
});

visit("the scenario of a link is added to the stored ones, in a new page and in an open one", {}, async (page) => {
  await type(page, field(page, "Bezoekers"), "600");
  await assertStored(page, '"bezoekers":600');
  await assertStoredCount(page, 1);
  const scenario = { name: "Van een ander", values: { bezoekers: 80 } };
  await page.goto("about:blank");
  await page.goto(new URL(address("rekenblad", scenario), urls.page).href);
  await waitUntilReady(page);
  await assertScenario(page, scenario);
  await assertNames(page, ["Brochure, aangepast", "Van een ander"]);
  await assertText(notices(page), "U ziet het scenario uit het adres van deze pagina: ‘Van een ander’");
  await assertStoredCount(page, 2);
  await scenarioButton(page, "Brochure, aangepast").press("Enter");
  await assertScenario(page, { values: { bezoekers: 600 } });
  const third = { name: "Derde", base: "gunstig" };
  await page.goto(new URL(address("rekenblad", third), urls.page).href);
  await assertScenario(page, third);
  await assertNames(page, ["Brochure, aangepast", "Derde", "Van een ander"]);
  // The same link once more is no new scenario.
  await scenarioButton(page, "Van een ander").press("Enter");
  await assertAddressHolds(page, '"bezoekers":80');
  await page.goto(new URL(address("rekenblad", third), urls.page).href);
  await assertScenario(page, third);
  await assertNames(page, ["Brochure, aangepast", "Derde", "Van een ander"]);
});

visit("a damaged link shows the stored scenario, with a notice", {}, async (page) => {
  await type(page, field(page, "Bezoekers"), "600");
  await assertStored(page, '"bezoekers":600');
  await assertStoredCount(page, 1);
  await page.goto("about:blank");
  await page.goto(new URL(address("rekenblad", { name: "X" }).slice(0, -3), urls.page).href);
  await waitUntilReady(page);
  await assertText(notices(page), /De link is beschadigd.*U ziet wat u zelf had bewaard/s);
  await assertScenario(page, { values: { bezoekers: 600 } });
});

visit("with twelve scenarios, the most, a link is shown separately and no stored scenario is lost", {}, async (page) => {
  await addScenarios(page, ...Array.from({ length: 11 }, (_, n) => ["Gunstig", "Voorzichtig", "Brochure"][n % 3]));
  await assertText(strip(page), "U hebt er 12, meer kan niet.");
  assert.ok(await strip(page).getByRole("button", { name: "Maak een kopie" }).isDisabled());
  assert.equal(new Set(await scenarioNames(page)).size, 12);
  await assertStoredCount(page, 12);
  const before = await storedText(page);
  const scenario = { name: "Dertiende", values: { bezoekers: 80 } };
  await page.goto(new URL(address("rekenblad", scenario), urls.page).href);
  await assertText(notices(page), "er is plaats voor 12");
  await page.goto("about:blank");
  await page.goto(new URL(address("rekenblad", scenario), urls.page).href);
  await waitUntilReady(page);
  await assertScenario(page, scenario);
  await assertText(notices(page), "Daarom staan deze cijfers los");
  await loadLazyFeatures(page);
  await type(page, field(page, "Bezoekers"), "90");
  await page.waitForTimeout(500);
  assert.equal(await storedText(page), before);
  await button(page, "Toon mijn bewaarde scenario’s").press("Enter");
  await eventually(async () => ((await scenarioButtons(page).count()) === 12 ? [] : ["they are not shown"]));
  assert.equal(await storedText(page), before);
  // The browser's back button leads to the scenario that was shown separately.
  await page.goBack();
  await waitUntilReady(page);
  await assertScenario(page, { values: { bezoekers: 90 } });
  assert.equal(await storedText(page), before);
});

visit("when the browser's storage is full a notice says so, and the page still works", {}, async (page) => {
  await page.evaluate(() => {
    let text = "x".repeat(1_000_000);
    for (let count = 0; text; count += 1) {
      try {
        localStorage.setItem(`vol-${count}`, text);
      } catch {
        text = text.slice(text.length / 2 + 1);
      }
    }
  });
  await type(page, field(page, "Bezoekers"), "600");
  await assertText(notices(page), "heeft geen ruimte meer");
  await assertScenario(page, { values: { bezoekers: 600 } });
  await button(page, "Sluit deze melding").press("Enter");
  await type(page, field(page, "Bezoekers"), "700");
  await assertScenario(page, { values: { bezoekers: 700 } });
  await page.waitForTimeout(500);
  assert.equal((await notices(page).innerText()).trim(), "");
});

for (const [kind, damage, notice] of [
  ["cut short", (text) => text.slice(0, -4), "is beschadigd en niet te lezen"],
  ["with a digit changed", (text) => text.replace("600", "900"), "is beschadigd en niet te lezen"],
  ["that is nonsense", () => "[object Object]", "is beschadigd en niet te lezen"],
  ["of a newer version", (text) => text.replace(/^2/, "3"), "is gemaakt met een nieuwere versie"],
]) {
  visit(`stored text ${kind}: the brochure is shown with a notice, and the text is not lost`, {}, async (page) => {
    await type(page, field(page, "Bezoekers"), "600");
    await assertStored(page, '"bezoekers":600');
    await assertStoredCount(page, 1);
    const damaged = damage(await storedText(page));
    // An embedded page writes nothing; an open page would store its figures again.
    await page.goto("about:blank");
    await page.goto(`${urls.page}#compact`);
    await page.evaluate((damaged) => localStorage.setItem("rekenmodel-2", damaged), damaged);
    await revisit(page);
    await assertScenario(page, {});
    await assertText(notices(page), notice);
    assert.equal(await storedText(page), damaged);
    const save = async () => {
      const download = page.waitForEvent("download");
      await button(page, "Sla de bewaarde tekst op").first().press("Enter");
      assert.equal(await downloadText(download), damaged);
    };
    await save();
    // A change stores new scenarios. The damaged text is stored under another key, and can still be saved.
    await loadLazyFeatures(page);
    await type(page, field(page, "Bezoekers"), "700");
    await assertStored(page, '"bezoekers":700');
    await page.getByRole("link", { name: "Delen" }).press("Enter");
    await button(page, "Sluit deze melding").press("Enter");
    await save();
    await revisit(page);
    await assertScenario(page, { values: { bezoekers: 700 } });
  });
}

visit("stored text that is damaged under an open page is set apart, and the figures are stored again", {}, async (page) => {
  await type(page, field(page, "Bezoekers"), "600");
  await assertStored(page, '"bezoekers":600');
  await page.evaluate(() => localStorage.setItem("rekenmodel-2", "2.nonsense"));
  await revisit(page);
  await assertScenario(page, { values: { bezoekers: 600 } });
  assert.equal(await page.evaluate(() => localStorage.getItem("rekenmodel-beschadigd-1")), "2.nonsense");
});

visit("a button erases everything from the browser, and undo restores it", {}, async (page) => {
  await type(page, field(page, "Bezoekers"), "600");
  await addScenarios(page, "Gunstig");
  await assertStoredCount(page, 2);
  await page.getByRole("link", { name: "Delen" }).press("Enter");
  await assertText(page.getByRole("region", { name: "Bewaard in deze browser" }), "Er zijn 2 scenario’s bewaard.");
  await button(page, "Alles wissen uit deze browser").press("Enter");
  await assertText(notices(page), "Alles van dit rekenmodel is gewist");
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await button(page, "Maak dit ongedaan").press("Enter");
  await assertStoredCount(page, 2);
});

visit("all scenarios are saved in one file, and opened from it", {}, async (page, browser) => {
  await type(page, field(page, "Bezoekers"), "600");
  await addScenarios(page, "Gunstig");
  await page.getByRole("link", { name: "Delen" }).press("Enter");
  const download = page.waitForEvent("download");
  await button(page, "Alle 2 scenario’s opslaan").press("Enter");
  const text = await downloadText(download);
  const file = JSON.parse(text);
  assert.deepEqual([file.schema, file.scenarios.length, file.reference], [2, 2, 0]);
  const other = await openApp(browser, { path: "#delen" });
  await other.getByLabel("Bestand openen").setInputFiles({ name: "s.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await assertText(notices(other), "Het bestand met 2 scenario’s is geopend");
  await assertNames(other, ["Brochure, aangepast", "Gunstig"]);
  other.assertClean();
  await leave(other);
});

visit("two windows show each other's changes, and neither overwrites them", {}, async (page) => {
  await addScenarios(page, "Gunstig");
  await assertStoredCount(page, 2);
  const other = await page.context().newPage();
  await other.goto(urls.page);
  await waitUntilReady(other);
  await loadLazyFeatures(other);
  await assertNames(other, ["Brochure", "Gunstig"]);
  await type(other, field(other, "Bezoekers"), "600");
  await assertText(notices(page), "veranderd in een ander venster of tabblad");
  await assertScenario(page, { base: "gunstig", values: { bezoekers: 600 } });
  await scenarioButton(page, "Brochure").press("Enter");
  await type(page, field(page, "Betaalde medewerkers"), "4");
  await assertNames(other, ["Brochure, aangepast", "Gunstig"]);
  await assertScenario(other, { base: "gunstig", values: { bezoekers: 600 } });
  await scenarioButton(other, "Brochure, aangepast").press("Enter");
  await assertScenario(other, { values: { fte: 4 } });
});

visit("in a sandboxed frame nothing is stored, and everything else works", {}, async (_, browser) => {
  const src = `${urls.page}#rekenblad`;
  const query = new URLSearchParams({ src, sandbox: "allow-scripts" });
  const page = await openPage(browser, { url: urls.host, path: `embed.html?${query}`, origins: [new URL(src).origin] });
  const frame = page.frames().find((frame) => frame.url().startsWith(urls.page));
  await waitUntilReady(frame);
  await type(page, field(frame, "Bezoekers"), "600");
  await assertScenario(frame, { values: { bezoekers: 600 } });
  await assertText(notices(frame), "Uw scenario’s worden niet bewaard");
  await addScenarios(frame, "Gunstig");
  await assertNames(frame, ["Brochure, aangepast", "Gunstig"]);
  await openControls(frame);
  await assertText(strip(frame), "staat niet toe dat hier iets wordt bewaard");
  page.assertClean();
  await leave(page);
});

visit("an embedded page neither reads nor writes the storage", {}, async (page) => {
  await type(page, field(page, "Bezoekers"), "600");
  await assertStored(page, '"bezoekers":600');
  await assertStoredCount(page, 1);
  const before = await storedText(page);
  await page.goto("about:blank");
  await page.goto(`${urls.page}#compact`);
  await waitUntilReady(page);
  await assertScenario(page, {});
  await loadLazyFeatures(page);
  await type(page, field(page, "Bezoekers"), "700");
  await assertScenario(page, { values: { bezoekers: 700 } });
  await page.waitForTimeout(500);
  assert.equal(await storedText(page), before);
});
