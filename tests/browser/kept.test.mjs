// What is kept in the browser of whoever makes scenarios: it comes back, stands beside links and files, and is erased.

import assert from "node:assert/strict";
import { leave, openPage, urls } from "./support.mjs";
import { address, assertScenario, assertText, button, contents, eventually, field, ready, start, touch, type } from "./person.mjs";
import { add, again, assertKeeps, assertKept, assertNames, choice, choices, kept, manage, name, names, status, strip } from "./strip.mjs";
import { visit } from "./visit.mjs";

visit("a visit without changes keeps nothing, a change does, a new visit brings it back", {}, async (page) => {
  await page.getByRole("link", { name: "Onzekerheid" }).press("Enter");
  await page.getByRole("link", { name: "Rekenen" }).press("Enter");
  await page.waitForTimeout(600);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await type(page, field(page, "Bezoekers"), "600");
  await add(page, "Gunstig");
  await assertKept(page, 2);
  await choice(page, "Brochure, aangepast").press("Enter");
  await eventually(async () => (JSON.parse((await kept(page)).slice(11)).shown === undefined ? [] : ["not kept yet"]));
  await again(page);
  await assertScenario(page, { values: { bezoekers: 600 } });
  await assertNames(page, ["Brochure, aangepast", "Gunstig"]);
  await assertText(status(page), "Dat was bewaard in deze browser");
  await button(page, "Sluit deze melding").press("Enter");
  await choice(page, "Gunstig").press("Enter");
  await assertScenario(page, { base: "gunstig" });
  // The address says what is shown: a reload is no news.
  await page.waitForFunction(() => atob(location.hash.split(".")[1] ?? "").includes("gunstig"));
  await page.reload();
  await ready(page);
  await assertScenario(page, { base: "gunstig" });
  await assertNames(page, ["Brochure, aangepast", "Gunstig"]);
  assert.equal((await status(page).innerText()).trim(), "");
});

visit("back and forward go to other views and take no figures back", {}, async (page) => {
  await page.getByRole("link", { name: "Delen" }).press("Enter");
  await page.getByRole("link", { name: "Rekenen" }).press("Enter");
  await type(page, field(page, "Bezoekers"), "600");
  await page.waitForFunction(() => location.hash.length > 20);
  await page.waitForTimeout(400);
  await page.goBack();
  await page.getByRole("heading", { level: 1, name: "Delen, insluiten en afdrukken" }).waitFor();
  await page.goBack();
  await assertScenario(page, { values: { bezoekers: 600 } });
  assert.equal(await strip(page).count(), 0);
});

visit("a press on the menu just when the address follows the figures is not lost", {}, async (page) => {
  await page.getByRole("link", { name: "Delen" }).focus();
  // The browser says a moment after a press that the address is another one. A
  // page that was busy until then would write its figures there in between.
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
  await page.getByRole("link", { name: "Rekenen" }).press("Enter");
  await assertScenario(page, { values: { bezoekers: 600 } });
});

visit("a link stands beside what was kept, in a new page and in one that is there", {}, async (page) => {
  await type(page, field(page, "Bezoekers"), "600");
  await assertKeeps(page, '"bezoekers":600');
  await assertKept(page, 1);
  const scenario = { name: "Van een ander", values: { bezoekers: 80 } };
  await page.goto("about:blank");
  await page.goto(new URL(address("rekenen", scenario), urls.page).href);
  await ready(page);
  await assertScenario(page, scenario);
  await assertNames(page, ["Brochure, aangepast", "Van een ander"]);
  await assertText(status(page), "U ziet het scenario van de link: ‘Van een ander’");
  await assertKept(page, 2);
  await choice(page, "Brochure, aangepast").press("Enter");
  await assertScenario(page, { values: { bezoekers: 600 } });
  const third = { name: "Derde", base: "gunstig" };
  await page.goto(new URL(address("rekenen", third), urls.page).href);
  await assertScenario(page, third);
  await assertNames(page, ["Brochure, aangepast", "Derde", "Van een ander"]);
  // The same link once more is no new scenario.
  await choice(page, "Van een ander").press("Enter");
  await page.waitForFunction((json) => atob(location.hash.split(".")[1]).includes(json), '"bezoekers":80');
  await page.goto(new URL(address("rekenen", third), urls.page).href);
  await assertScenario(page, third);
  await assertNames(page, ["Brochure, aangepast", "Derde", "Van een ander"]);
});

visit("a broken link shows what was kept and says so", {}, async (page) => {
  await type(page, field(page, "Bezoekers"), "600");
  await assertKeeps(page, '"bezoekers":600');
  await assertKept(page, 1);
  await page.goto("about:blank");
  await page.goto(new URL(address("rekenen", { name: "X" }).slice(0, -3), urls.page).href);
  await ready(page);
  await assertText(status(page), /De link is beschadigd.*U ziet wat u zelf had bewaard/s);
  await assertScenario(page, { values: { bezoekers: 600 } });
});

visit("twelve is the most; a link then stands apart and nothing is lost", {}, async (page) => {
  await add(page, ...Array.from({ length: 11 }, (_, n) => ["Gunstig", "Voorzichtig", "Brochure"][n % 3]));
  await assertText(strip(page), "U hebt er 12, meer kan niet.");
  assert.ok(await strip(page).getByRole("button", { name: "Maak een kopie" }).isDisabled());
  assert.equal(new Set(await names(page)).size, 12);
  await assertKept(page, 12);
  const before = await kept(page);
  const scenario = { name: "Dertiende", values: { bezoekers: 80 } };
  await page.goto(new URL(address("rekenen", scenario), urls.page).href);
  await assertText(status(page), "er is plaats voor 12");
  await page.goto("about:blank");
  await page.goto(new URL(address("rekenen", scenario), urls.page).href);
  await ready(page);
  await assertScenario(page, scenario);
  await assertText(status(page), "Daarom staat dit scenario los");
  await touch(page);
  await type(page, field(page, "Bezoekers"), "90");
  await page.waitForTimeout(500);
  assert.equal(await kept(page), before);
  await button(page, "Toon mijn bewaarde scenario’s").press("Enter");
  await eventually(async () => ((await choices(page).count()) === 12 ? [] : ["they are not there"]));
  assert.equal(await kept(page), before);
  // What was changed apart is a step back in the browser.
  await page.goBack();
  await ready(page);
  await assertScenario(page, { values: { bezoekers: 90 } });
  assert.equal(await kept(page), before);
});

visit("where the browser has no room left, that is said, and work goes on", {}, async (page) => {
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
  await assertText(status(page), "heeft geen ruimte meer");
  await assertScenario(page, { values: { bezoekers: 600 } });
  await button(page, "Sluit deze melding").press("Enter");
  await type(page, field(page, "Bezoekers"), "700");
  await assertScenario(page, { values: { bezoekers: 700 } });
  await page.waitForTimeout(500);
  assert.equal((await status(page).innerText()).trim(), "");
});

for (const [kind, text, said] of [
  ["cut short", (text) => text.slice(0, -4), "is beschadigd en niet te lezen"],
  ["with a digit changed", (text) => text.replace("600", "900"), "is beschadigd en niet te lezen"],
  ["that is nonsense", () => "[object Object]", "is beschadigd en niet te lezen"],
  ["of a newer version", (text) => text.replace(/^1/, "2"), "is gemaakt met een nieuwere versie"],
]) {
  visit(`kept text ${kind}: the brochure, a notice, and the text is not lost`, {}, async (page) => {
    await type(page, field(page, "Bezoekers"), "600");
    await assertKeeps(page, '"bezoekers":600');
    await assertKept(page, 1);
    const damaged = text(await kept(page));
    await page.evaluate((damaged) => localStorage.setItem("rekenmodel", damaged), damaged);
    await again(page);
    await assertScenario(page, {});
    await assertText(status(page), said);
    assert.equal(await kept(page), damaged);
    const save = async () => {
      const download = page.waitForEvent("download");
      await button(page, "Sla de bewaarde tekst op").first().press("Enter");
      assert.equal(await contents(download), damaged);
    };
    await save();
    // Going on sets it aside, and it can still be had.
    await touch(page);
    await type(page, field(page, "Bezoekers"), "700");
    await assertKeeps(page, '"bezoekers":700');
    await page.getByRole("link", { name: "Delen" }).press("Enter");
    await button(page, "Sluit deze melding").press("Enter");
    await save();
    await again(page);
    await assertScenario(page, { values: { bezoekers: 700 } });
  });
}

visit("everything is erased when asked, and undo brings it back", {}, async (page) => {
  await type(page, field(page, "Bezoekers"), "600");
  await add(page, "Gunstig");
  await assertKept(page, 2);
  await page.getByRole("link", { name: "Delen" }).press("Enter");
  await assertText(page.getByRole("region", { name: "Bewaard in deze browser" }), "Er zijn 2 scenario’s bewaard.");
  await button(page, "Alles wissen uit deze browser").press("Enter");
  await assertText(status(page), "Alles van dit rekenmodel is gewist");
  await page.waitForTimeout(500);
  assert.equal(await page.evaluate(() => localStorage.length), 0);
  await button(page, "Maak dit ongedaan").press("Enter");
  await assertKept(page, 2);
});

visit("all scenarios go along in one file", {}, async (page, browser) => {
  await type(page, field(page, "Bezoekers"), "600");
  await add(page, "Gunstig");
  await page.getByRole("link", { name: "Delen" }).press("Enter");
  const download = page.waitForEvent("download");
  await button(page, "Alle 2 scenario’s opslaan").press("Enter");
  const text = await contents(download);
  const file = JSON.parse(text);
  assert.deepEqual([file.schema, file.scenarios.length, file.reference], [1, 2, 0]);
  const other = await start(browser, { path: "#delen" });
  await other.getByLabel("Bestand openen").setInputFiles({ name: "s.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await assertText(status(other), "Het bestand met 2 scenario’s is geopend");
  await assertNames(other, ["Brochure, aangepast", "Gunstig"]);
  other.assertClean();
  await leave(other);
});

visit("two windows: what one changes the other shows, and neither undoes the other", {}, async (page) => {
  await add(page, "Gunstig");
  await assertKept(page, 2);
  const other = await page.context().newPage();
  await other.goto(urls.page);
  await ready(other);
  await touch(other);
  await assertNames(other, ["Brochure", "Gunstig"]);
  await type(other, field(other, "Bezoekers"), "600");
  await assertText(status(page), "veranderd in een ander venster of tabblad");
  await assertScenario(page, { base: "gunstig", values: { bezoekers: 600 } });
  await choice(page, "Brochure").press("Enter");
  await type(page, field(page, "Betaalde medewerkers"), "4");
  await assertNames(other, ["Brochure, aangepast", "Gunstig"]);
  await assertScenario(other, { base: "gunstig", values: { bezoekers: 600 } });
  await choice(other, "Brochure, aangepast").press("Enter");
  await assertScenario(other, { values: { fte: 4 } });
});

visit("a window that did not hear the other keeps both", {}, async (page) => {
  // As one that was frozen: it hears nothing of what others keep.
  await page.addInitScript(() => addEventListener("storage", (event) => event.stopImmediatePropagation()));
  await page.reload();
  await ready(page);
  await touch(page);
  await type(page, field(page, "Bezoekers"), "600");
  await assertKeeps(page, '"bezoekers":600');
  await assertKept(page, 1);
  const other = await page.context().newPage();
  await other.goto(urls.page);
  await ready(other);
  await touch(other);
  await type(other, field(other, "Betaalde medewerkers"), "4");
  await assertKeeps(other, '"fte":4');
  await type(page, field(page, "Vrijwilligers"), "10");
  await assertText(status(page), "Beide staan nu naast elkaar");
  await assertKept(page, 2);
  await assertScenario(page, { values: { bezoekers: 600, vrijwilligers: 10 } });
  await choices(page).first().press("Enter");
  await assertScenario(page, { values: { bezoekers: 600, fte: 4 } });
});

visit("in a sandboxed frame nothing can be kept, and all else works", {}, async (_, browser) => {
  const src = `${urls.page}#rekenen`;
  const query = new URLSearchParams({ src, sandbox: "allow-scripts" });
  const page = await openPage(browser, { url: urls.host, path: `embed.html?${query}`, origins: [new URL(src).origin] });
  const frame = page.frames().find((frame) => frame.url().startsWith(urls.page));
  await ready(frame);
  await type(page, field(frame, "Bezoekers"), "600");
  await assertScenario(frame, { values: { bezoekers: 600 } });
  await add(frame, "Gunstig");
  await assertNames(frame, ["Brochure, aangepast", "Gunstig"]);
  await manage(frame);
  await assertText(strip(frame), "staat niet toe dat hier iets wordt bewaard");
  page.assertClean();
  await leave(page);
});

visit("an embedded page neither reads nor keeps", {}, async (page) => {
  await type(page, field(page, "Bezoekers"), "600");
  await assertKeeps(page, '"bezoekers":600');
  await assertKept(page, 1);
  const before = await kept(page);
  await page.goto("about:blank");
  await page.goto(`${urls.page}#compact`);
  await ready(page);
  await assertScenario(page, {});
  await touch(page);
  await type(page, field(page, "Bezoekers"), "700");
  await assertScenario(page, { values: { bezoekers: 700 } });
  await page.waitForTimeout(500);
  assert.equal(await kept(page), before);
});
