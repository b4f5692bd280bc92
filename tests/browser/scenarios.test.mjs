// The list of scenarios: made, renamed, moved, removed, and kept in the browser of whoever makes them.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { test, before, after } from "node:test";
import { axe, launch, openPage, urls } from "./support.mjs";
import { address, assertFocus, assertScenario, assertText, assertValue, button, eventually, field, ready, start, touch, type, visits } from "./person.mjs";

const visit = visits();
let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const strip = (page) => page.getByRole("region", { name: "Scenario’s", exact: true });
const choices = (page) => page.getByRole("group", { name: "Welk scenario wilt u zien?" }).getByRole("button");
const choice = (page, name) => choices(page).filter({ hasText: name }).first();
const status = (page) => page.locator(".notices");
const name = (page) => page.getByRole("textbox", { name: "Naam van het getoonde scenario" });
const kept = (page) => page.evaluate(() => localStorage.getItem("rekenmodel"));

/** The names in the strip, in their order. */
const names = async (page) => (await choices(page).allInnerTexts()).map((text) => text.replace(/\s*referentie$/, "").trim());

const assertNames = (page, expected) =>
  eventually(async () => {
    const found = await names(page);
    return JSON.stringify(found) === JSON.stringify(expected) ? [] : [`expected ${expected}, found ${found}`];
  });

/** Opens the part of the strip that changes the list. */
async function manage(page) {
  const line = strip(page).locator("summary");
  if (!(await line.evaluate((line) => line.parentElement.open))) await line.press("Enter");
}

/** Puts scenarios beside the brochure, by keyboard. */
async function add(page, ...presets) {
  if ((await strip(page).count()) === 0) {
    // The first is put beside it where scenarios are compared.
    await page.getByRole("link", { name: "Vergelijken" }).press("Enter");
    await page.getByText("Er is nu één scenario.").waitFor();
    await button(page, presets.shift()).press("Enter");
    await strip(page).waitFor();
    await page.getByRole("link", { name: "Rekenen" }).press("Enter");
  }
  for (const preset of presets) {
    const before = await choices(page).count();
    await manage(page);
    await strip(page).getByRole("group", { name: "Nieuw scenario vanaf" }).getByRole("button", { name: preset, exact: true }).press("Enter");
    await eventually(async () => ((await choices(page).count()) === before + 1 ? [] : ["it was not added"]));
  }
}

/** Waits until the browser keeps so many scenarios. */
const assertKept = (page, count) =>
  eventually(async () => {
    const text = await kept(page);
    // One that is damaged is none.
    const scenarios = text?.match(/^1\.[0-9a-f]{8}\.(.*)$/s)?.[1].match(/"schema":1/g) ?? [];
    const found = Math.max(0, scenarios.length - 1);
    return found === count ? [] : [`${found} scenarios are kept, not ${count}`];
  });

async function again(page) {
  await page.goto(urls.page);
  await page.reload();
  await ready(page);
}

visit("one scenario needs no strip; with the second it is there, and with one left it is gone", {}, async (page) => {
  assert.equal(await strip(page).count(), 0);
  await add(page, "Gunstig");
  await assertNames(page, ["Brochure", "Gunstig"]);
  await manage(page);
  await strip(page).getByRole("button", { name: "Verwijder" }).press("Enter");
  await eventually(async () => ((await strip(page).count()) === 0 ? [] : ["it stays"]));
  await assertFocus(page, "inhoud");
  await assertScenario(page, {});
});

visit("add, duplicate, rename, move, make it the reference, remove, and undo it all", {}, async (page) => {
  await type(page, field(page, "Bezoekers"), "600");
  await add(page, "Gunstig", "Voorzichtig");
  await assertNames(page, ["Brochure, aangepast", "Gunstig", "Voorzichtig"]);
  await assertScenario(page, { base: "voorzichtig" });
  await choice(page, "Brochure, aangepast").press("Enter");
  await assertScenario(page, { values: { bezoekers: 600 } });
  await strip(page).getByRole("button", { name: "Maak een kopie" }).press("Enter");
  await assertFocus(page, "scenario-1");
  await type(page, name(page), "Groter huis");
  await assertNames(page, ["Brochure, aangepast", "Groter huis", "Gunstig", "Voorzichtig"]);
  assert.match(await page.title(), /^Groter huis/);
  await type(page, field(page, "Bezoekers"), "700");
  await assertScenario(page, { values: { bezoekers: 700 } });
  await strip(page).getByRole("button", { name: "Naar achteren" }).press("Enter");
  await assertNames(page, ["Brochure, aangepast", "Gunstig", "Groter huis", "Voorzichtig"]);
  await strip(page).getByRole("button", { name: "Maak dit de referentie" }).press("Enter");
  await assertText(choice(page, "Groter huis"), "referentie");
  await strip(page).getByRole("button", { name: "Verwijder" }).press("Enter");
  await assertNames(page, ["Brochure, aangepast", "Gunstig", "Voorzichtig"]);
  await assertText(status(page), "‘Groter huis’ is verwijderd.");
  await assertScenario(page, { base: "voorzichtig" });
  await button(page, "Maak dit ongedaan").press("Enter");
  await assertNames(page, ["Brochure, aangepast", "Gunstig", "Groter huis", "Voorzichtig"]);
  await assertScenario(page, { values: { bezoekers: 700 } });
  for (let count = 0; count < 30 && (await button(page, "Ongedaan maken").isEnabled()); count += 1) {
    await button(page, "Ongedaan maken").press("Enter");
  }
  await assertScenario(page, {});
});

visit("names stand beside each other, and the strip makes way when the page moves", {}, async (page) => {
  await add(page, "Gunstig", "Voorzichtig");
  const boxes = await Promise.all((await choices(page).all()).map((one) => one.boundingBox()));
  assert.equal(new Set(boxes.map(({ y }) => Math.round(y))).size, 1, JSON.stringify(boxes));
  await page.evaluate(() => scrollTo(0, 2000));
  await eventually(async () => ((await strip(page).boundingBox()).y < 0 ? [] : ["it stays in view"]));
});

visit("what was typed wrong is not lost by looking at another one", {}, async (page) => {
  await add(page, "Gunstig");
  await type(page, field(page, "Bezoekers"), "veel");
  await choice(page, "Brochure").press("Enter");
  await assertText(status(page), "In ‘Gunstig’ stond invoer die niet klopt");
  await assertScenario(page, {});
  await button(page, "Maak dit ongedaan").press("Enter");
  await assertValue(field(page, "Bezoekers"), "veel");
});

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
  visit(`kept text ${kind}: the brochure, a notice, and the text is not lost`, { acceptDownloads: true }, async (page) => {
    await type(page, field(page, "Bezoekers"), "600");
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
      assert.equal(await readFile(await (await download).path(), "utf8"), damaged);
    };
    await save();
    // Going on sets it aside, and it can still be had.
    await touch(page);
    await type(page, field(page, "Bezoekers"), "700");
    await eventually(async () => ((await kept(page)).includes('"bezoekers":700') ? [] : ["it is not kept"]));
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

visit("all scenarios go along in one file", { acceptDownloads: true }, async (page, browser) => {
  await type(page, field(page, "Bezoekers"), "600");
  await add(page, "Gunstig");
  await page.getByRole("link", { name: "Delen" }).press("Enter");
  const download = page.waitForEvent("download");
  await button(page, "Alle 2 scenario’s opslaan").press("Enter");
  const text = await readFile(await (await download).path(), "utf8");
  const file = JSON.parse(text);
  assert.deepEqual([file.schema, file.scenarios.length, file.reference], [1, 2, 0]);
  const other = await start(browser, { path: "#delen" });
  await other.getByLabel("Bestand openen").setInputFiles({ name: "s.json", mimeType: "application/json", buffer: Buffer.from(text) });
  await assertText(status(other), "Het bestand met 2 scenario’s is geopend");
  await assertNames(other, ["Brochure, aangepast", "Gunstig"]);
  other.assertClean();
  await other.context().close();
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
  await assertKept(page, 1);
  const other = await page.context().newPage();
  await other.goto(urls.page);
  await ready(other);
  await touch(other);
  await type(other, field(other, "Betaalde medewerkers"), "4");
  await eventually(async () => ((await kept(other)).includes("fte") ? [] : ["it is not kept"]));
  await type(page, field(page, "Vrijwilligers"), "10");
  await assertText(status(page), "Beide staan nu naast elkaar");
  await assertKept(page, 2);
  await assertScenario(page, { values: { bezoekers: 600, vrijwilligers: 10 } });
  await choices(page).first().press("Enter");
  await assertScenario(page, { values: { bezoekers: 600, fte: 4 } });
});

test("in a sandboxed frame nothing can be kept, and all else works", async () => {
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
  await page.context().close();
});

visit("an embedded page neither reads nor keeps", {}, async (page) => {
  await type(page, field(page, "Bezoekers"), "600");
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

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 1280]) {
    visit(`axe finds nothing in the strip, ${width} px, ${colorScheme}`, { width, colorScheme }, async (page) => {
      await add(page, "Gunstig", "Voorzichtig");
      await type(page, name(page), "Huis van Herstel Zuidoost met een heel lange naam die niet past");
      await manage(page);
      assert.deepEqual(await axe(page), []);
      assert.ok((await page.evaluate(() => document.documentElement.scrollWidth)) <= width);
    });
  }
}
