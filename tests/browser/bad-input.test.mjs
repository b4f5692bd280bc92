// Invalid input stays in its field, is explained next to it, and does not change the figures.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, leave } from "./support.mjs";
import {
  assertEuros, assertScenario, assertText, assertValue, evaluate, eventually, field, figures, openGroups, paste, openApp, groupSummary, type,
} from "./person.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Defines a test that opens the page, runs `act`, and fails if there was an error. */
function visit(name, act) {
  test(name, async () => {
    const page = await openApp(browser);
    try {
      await act(page);
      page.assertClean();
    } finally {
      await leave(page);
    }
  });
}

const bezoekers = (page) => field(page, "Bezoekers");
const STALE = "Gerekend met de laatste goede waarde van wat niet klopt.";

/** Returns the descriptions that a screen reader reads with a field. */
const descriptionOf = (input) =>
  input.evaluate((input) =>
    (input.getAttribute("aria-describedby") ?? "")
      .split(" ")
      .map((id) => document.getElementById(id)?.innerText ?? `nothing has the id ${id}`)
      .join(" "),
  );

async function assertRefused(page, input, text, reason) {
  await assertText(page.getByRole("alert"), reason);
  assert.equal(await input.getAttribute("aria-invalid"), "true", text);
  assert.match(await descriptionOf(input), reason, text);
  await assertValue(input, text);
  await page.getByText(STALE).waitFor();
}

async function assertAccepted(page, input) {
  await eventually(async () => ((await input.getAttribute("aria-invalid")) === null ? [] : ["still marked as wrong"]));
  assert.equal(await page.getByRole("alert").count(), 0);
  assert.equal(await page.getByText(STALE).count(), 0);
}

visit("texts that are no valid number of visitors are refused", async (page) => {
  const input = bezoekers(page);
  await type(page, input, "600");
  await page.keyboard.press("Tab");
  const good = { values: { bezoekers: 600 } };
  await assertScenario(page, good);
  const limits = /1 tot en met 1\.000\.000/;
  for (const text of ["inf", "NaN", "Infinity", "1e5", "", " ", "-5", "−5", "0", "1000001", "6OO", "1,2,3", "0x10", "5%"]) {
    await paste(page, input, text);
    await assertRefused(page, input, text, limits);
    await assertScenario(page, good);
    // After the field is left, that is still so.
    await page.keyboard.press("Tab");
    await assertRefused(page, input, text, limits);
  }
  await type(page, input, "700");
  await assertAccepted(page, input);
  await assertScenario(page, { values: { bezoekers: 700 } });
});

visit("numbers are read in many notations, and reformatted when the field is left", async (page) => {
  await openGroups(page, "Kosten");
  const input = field(page, "Huisvesting");
  for (const [text, value, reformatted] of [
    ["1.234,56", 1234.56, "1.234,56"],
    ["€ 1.234", 1234, "1.234"],
    ["€\u00a01.234", 1234, "1.234"],
    ["1\u00a0234", 1234, "1.234"],
    ["1 234,5", 1234.5, "1.234,5"],
    ["  48000 ", 48000, "48.000"],
    ["€ 300,-", 300, "300"],
    ["12,", 12, "12"],
    ["0012", 12, "12"],
    ["-0", 0, "0"],
  ]) {
    await type(page, input, text);
    await assertAccepted(page, input);
    await assertValue(input, text);
    await assertEuros(page, { "costs.net": 252_000 + value });
    await page.keyboard.press("Tab");
    await assertValue(input, reformatted);
    await assertEuros(page, { "costs.net": 252_000 + value });
  }
});

visit("1.5 is read as 1,5, and a note says so", async (page) => {
  const input = field(page, "Betaalde medewerkers");
  await type(page, input, "1.5");
  await page.getByText("Gelezen als 1,5. Schrijf een punt tussen duizendtallen en een komma voor decimalen.").waitFor();
  assert.match(await descriptionOf(input), /Gelezen als 1,5/);
  await assertScenario(page, { values: { fte: 1.5 } });
  await page.keyboard.press("Enter");
  await assertValue(input, "1,5");
  // The note is still there for who looks up only then, until the value is another one.
  for (const [text, read] of [["1.5", "1,5"], ["2.0000", "2"]]) {
    await type(page, input, text);
    await page.keyboard.press("Tab");
    await assertValue(input, read);
    await page.getByText(`Gelezen als ${read}.`).waitFor();
    assert.match(await descriptionOf(input), new RegExp(`Gelezen als ${read}`));
  }
  await type(page, input, "3");
  await eventually(async () => ((await page.getByText("Gelezen als").count()) === 0 ? [] : ["still there"]));
});

const refused = (input) => eventually(async () => ((await input.getAttribute("aria-invalid")) === "true" ? [] : ["not refused"]));

visit("no figure of a refused text counts, on the page or in its address", async (page) => {
  for (const [label, text] of [["Bezoekers", "60k"], ["Betaalde medewerkers", "1e1"], ["Vrijwilligers", "7½"], ["Bezoekers", "10%"]]) {
    const input = field(page, label);
    await type(page, input, text);
    await refused(input);
    await assertScenario(page, {});
    await page.keyboard.press("Tab");
    await assertScenario(page, {});
    await assertValue(input, text);
    await page.keyboard.press("ControlOrMeta+z");
    await eventually(async () => ((await input.getAttribute("aria-invalid")) === null ? [] : ["undo left the text"]));
    await assertScenario(page, {});
  }
  // A later change is in the address, and nothing of those texts.
  await type(page, bezoekers(page), "60k");
  await page.keyboard.press("Tab");
  await type(page, field(page, "Betaalde medewerkers"), "4");
  await page.keyboard.press("Tab");
  const changed = { values: { fte: 4 } };
  await assertScenario(page, changed);
  await eventually(async () => {
    const other = await openApp(browser, { path: new URL(page.url()).hash });
    const { value } = (await figures(other))["costs.net"];
    await leave(other);
    return Number(value) === evaluate(changed).costs.net ? [] : [`the address leads to costs of ${value}`];
  }, 60_000);
});

visit("a number that can be read in two ways is asked about, and both can be typed", async (page) => {
  await openGroups(page, "Kosten");
  const input = field(page, "Huisvesting");
  await type(page, input, "36,500");
  await assertText(page.getByRole("alert"), "Bedoelt u 36.500 of 36,5? Schrijf 36500 of 36,5. Zolang rekenen wij met 48.000.");
  assert.match(await descriptionOf(input), /Bedoelt u 36\.500 of 36,5\?/);
  await assertScenario(page, {});
  await page.keyboard.press("Tab");
  await assertScenario(page, {});
  for (const [text, value] of [["36500", 36500], ["36,5", 36.5], ["36'500", 36500], ["1,000,000", 1_000_000], ["€ 36,500.00", 36500]]) {
    await type(page, input, text);
    await assertScenario(page, { values: { huisvesting: value } });
  }
  await page.getByText("Gelezen als 36.500.").waitFor();
  // Few people work for 0,125 fte; in other fields too a leading zero is a fraction.
  await type(page, field(page, "Betaalde medewerkers"), "0,125");
  await assertScenario(page, { values: { huisvesting: 36500, fte: 0.125 } });
});

visit("a slider says the value that counts while the text is refused, and the text names it too", async (page) => {
  const slider = page.getByRole("slider", { name: "Bezoekers, schuif" });
  await type(page, bezoekers(page), "0");
  await assertText(page.getByRole("alert"), "1 tot en met 1.000.000. Zolang rekenen wij met 500.");
  assert.equal(await slider.getAttribute("aria-valuetext"), "500 mensen per jaar");
  assert.equal(await slider.inputValue(), "500");
  await openGroups(page, "Wie betaalt");
  const share = page.getByRole("slider", { name: "Rijk betaalt, schuif" });
  await share.focus();
  await page.keyboard.press("ArrowRight");
  await assertText(page.getByRole("alert"), /Samen is dit 10[\d,]+%.*Zolang rekenen wij met 0%/s);
  assert.match(await share.getAttribute("aria-valuetext"), /^0 /);
  await assertScenario(page, {});
});

visit("no slider reaches a value that is refused", async (page) => {
  await openGroups(page, "Kosten", "Wie betaalt", "Tijd en prijspeil");
  await type(page, bezoekers(page), "3");
  await page.keyboard.press("Tab");
  for (const slider of await page.getByRole("slider").all()) {
    const name = await slider.getAttribute("aria-label");
    if (/betaalt, schuif/.test(name)) continue; // shares of one whole depend on each other
    for (const key of ["Home", "End"]) {
      await slider.focus();
      await page.keyboard.press(key);
      assert.equal(await page.getByRole("alert").count(), 0, `${name}, ${key}`);
      const said = await slider.getAttribute("aria-valuetext");
      const typed = await page.getByLabel(name.replace(", schuif", ""), { exact: true }).inputValue();
      assert.ok(said.startsWith(`${typed} `) || said === typed, `${name}: '${said}' and '${typed}'`);
    }
  }
});

visit("a fraction is refused where a whole number is needed", async (page) => {
  await openGroups(page, "Tijd en prijspeil");
  for (const [label, texts, limits] of [
    ["Aantal jaren", ["2,5", "0", "21"], /1 tot en met 20/],
    ["Prijspeil", ["2015", "2031", "2020,5", "2.020.1"], /2016 tot en met 2030/],
  ]) {
    const input = field(page, label);
    for (const text of texts) {
      await paste(page, input, text);
      await assertRefused(page, input, text, limits);
      await assertScenario(page, {});
    }
    await page.getByRole("button", { name: `Zet ‘${label}’ terug` }).press("Enter");
    await assertAccepted(page, input);
  }
});

visit("the list of problems leads to every invalid field, also in a closed group", async (page) => {
  await openGroups(page, "Besparingen", "Minder dagbesteding");
  const dayCare = field(page, "Cliënten minder", "Minder dagbesteding");
  await type(page, dayCare, "veel");
  await type(page, bezoekers(page), "0");
  await assertText(page.locator(".problems"), "2 invoeren kloppen niet.");
  for (const name of ["Minder dagbesteding", "Besparingen"]) {
    await groupSummary(page, name).focus();
    await page.keyboard.press("Enter");
  }
  await eventually(async () => ((await dayCare.isVisible()) ? ["the group did not close"] : []));
  await page.locator(".problems").getByRole("button", { name: "Cliënten minder" }).press("Enter");
  await eventually(async () =>
    (await dayCare.evaluate((dayCare) => dayCare === document.activeElement)) ? [] : ["the focus is elsewhere"],
  );
  assert.ok(await dayCare.isVisible());
  await assertValue(dayCare, "veel");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("18");
  await assertText(page.locator(".problems"), "1 invoer klopt niet.");
  // 18 × 6.250 + 54.000, while the visitors are still wrong
  await assertEuros(page, { "total.savings": 166_500, "costs.per_visitor": 600 });
  await page.locator(".problems").getByRole("button", { name: "Bezoekers" }).press("Enter");
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("600");
  await eventually(async () => ((await page.locator(".problems").count()) === 0 ? [] : ["the summary is still there"]));
  await assertScenario(page, { values: { bezoekers: 600, "dagbesteding.aantal": 18 } });
});

visit("shares above 100% together are refused, and accepted once one of them is lowered", async (page) => {
  await openGroups(page, "Wie betaalt");
  const [gemeente, rijk] = [field(page, "Gemeente betaalt"), field(page, "Rijk betaalt")];
  await type(page, rijk, "40");
  await assertRefused(page, rijk, "40", /Samen is dit 140%; toegestaan is samen hoogstens 100%/);
  await assertScenario(page, {});
  await type(page, gemeente, "60");
  await assertAccepted(page, rijk);
  await assertScenario(page, { values: { "financiering.gemeente": 0.6, "financiering.rijk": 0.4 } });
  // 154.000 − 60% of 300.000
  await assertEuros(page, { "parties.gemeente.net": -26_000 });
  await type(page, gemeente, "101");
  await assertRefused(page, gemeente, "101", /0% tot en met 100%/);
});

visit("typed text, valid or not, survives a visit to another view", async (page) => {
  await type(page, bezoekers(page), "zes");
  await type(page, field(page, "Vrijwilligers"), "70");
  await page.getByRole("link", { name: "Bronnen" }).press("Enter");
  await page.getByRole("heading", { name: "Bronnen en verantwoording" }).waitFor();
  await page.getByRole("link", { name: "Rekenblad", exact: true }).press("Enter");
  await assertRefused(page, bezoekers(page), "zes", /1 tot en met 1\.000\.000/);
  await assertValue(field(page, "Vrijwilligers"), "70");
  await assertScenario(page, { values: { vrijwilligers: 70 } });
});

visit("a change in another field leaves an invalid field as it is", async (page) => {
  await type(page, bezoekers(page), "12x");
  await type(page, field(page, "Betaalde medewerkers"), "4");
  await assertRefused(page, bezoekers(page), "12x", /1 tot en met/);
  // The 12 that was accepted on the way to 12x no longer counts.
  await assertScenario(page, { values: { fte: 4 } });
});
