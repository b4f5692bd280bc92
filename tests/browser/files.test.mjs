// Printing, saving to a file, and opening a file.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, leave } from "./support.mjs";
import { assertScenario, assertText, button, downloadText, evaluate, example, field, figures, openApp, type } from "./person.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const file = (name, content) => ({
  name,
  mimeType: "application/json",
  buffer: Buffer.from(typeof content === "string" ? content : JSON.stringify(content)),
});

/** Opens a file with this content, by its button. */
async function openFile(page, content, name = "scenario.json") {
  await page.getByLabel("Bestand openen").setInputFiles(file(name, content));
}

test("in print: A4, with the figures and without controls", async () => {
  const page = await openApp(browser);
  await type(page, field(page, "Bezoekers"), "600");
  await assertScenario(page, { values: { bezoekers: 600 } });
  await page.emulateMedia({ media: "print" });
  for (const control of [field(page, "Bezoekers"), page.getByRole("slider").first(), button(page, "Brochure")]) {
    assert.ok(await control.isHidden());
  }
  const hidden = await page.locator("data[data-result]").evaluateAll((all) =>
    all.filter((data) => !data.checkVisibility() || !data.innerText).map((data) => data.dataset.result),
  );
  assert.deepEqual(hidden, []);
  assert.equal((await figures(page))["costs.per_visitor"].text, "€\u00a0500");
  for (const visible of ["Wat is er veranderd?", "Zelf narekenen:", "Wie betaalt en wie bespaart"]) {
    assert.ok(await page.getByText(visible).first().isVisible(), visible);
  }
  const pdf = await page.pdf({ preferCSSPageSize: true });
  assert.ok(pdf.length > 10_000, `${pdf.length} bytes`);
  const text = pdf.toString("latin1");
  const [, width, height] = text.match(/\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/).map(Number);
  assert.ok(Math.abs(width - 595) < 2 && Math.abs(height - 842) < 2, `${width} × ${height} points`);
  const sheets = text.match(/\/Type\s*\/Page\b(?!s)/g).length;
  assert.ok(sheets >= 1 && sheets <= 4, `${sheets} sheets`);
  page.assertClean();
  await leave(page);
});

test("sources are not printed, and the printed address names its scenario where there are several", async () => {
  const page = await openApp(browser, { path: "#delen" });
  assert.match(await page.getByText(/^Dit drukt het rekenblad af/).innerText(), /De bronnen staan niet op papier/);
  const own = page.locator(".paper");
  assert.match(await own.textContent(), /^Zelf narekenen: http/);
  const scenarios = [{ name: "Ons huis" }, { name: "Zonder subsidie" }];
  await openFile(page, JSON.stringify({ schema: 2, scenarios, reference: 0 }));
  await page.getByText(/Het bestand met 2/).waitFor();
  assert.match(await own.textContent(), /^Zelf narekenen, alleen het scenario ‘Ons huis’: http/);
  page.assertClean();
  await leave(page);
});

test("the button for printing prints the view with the figures", async () => {
  const page = await openApp(browser, { path: "#delen" });
  await page.evaluate(() => {
    window.print = () => {
      window.printed = document.querySelectorAll("data[data-result]").length;
    };
  });
  await button(page, "Afdrukken").press("Enter");
  await page.waitForFunction(() => window.printed !== undefined);
  assert.equal(await page.evaluate(() => window.printed), 13);
  await leave(page);
});

test("a saved file opens again with the same figures", async () => {
  const page = await openApp(browser);
  await type(page, field(page, "Bezoekers"), "600");
  await type(page, field(page, "Betaalde medewerkers"), "4,25");
  await page.getByRole("link", { name: "Delen" }).press("Enter");
  await type(page, page.getByRole("textbox", { name: "Naam van dit scenario" }), "Ons Centrum");
  const download = page.waitForEvent("download");
  await button(page, "Opslaan als bestand").press("Enter");
  assert.equal((await download).suggestedFilename(), "rekenmodel-ons-centrum.json");
  const saved = await downloadText(download);
  const values = { bezoekers: 600, fte: 4.25 };
  assert.deepEqual(evaluate(JSON.parse(saved)), evaluate({ values }));
  assert.equal(JSON.parse(saved).schema, 2);
  page.assertClean();
  await leave(page);

  const other = await openApp(browser, { path: "#delen" });
  await openFile(other, saved);
  await other.getByText("‘Ons Centrum’ is geopend.").waitFor();
  await other.getByRole("link", { name: "Rekenblad", exact: true }).press("Enter");
  await assertScenario(other, { values });
  other.assertClean();
  await leave(other);
});

test("worked examples can be opened as files", async () => {
  const page = await openApp(browser, { path: "#delen" });
  for (const name of ["eigen-regels", "kengetal-groot", "voorzichtig"]) {
    const { scenario } = await example(name);
    await openFile(page, scenario);
    await page.getByText(/is geopend\./).waitFor();
    await page.getByRole("link", { name: "Rekenblad", exact: true }).press("Enter");
    await assertScenario(page, scenario);
    await page.getByRole("link", { name: "Delen" }).press("Enter");
  }
  page.assertClean();
  await leave(page);
});

for (const [kind, content, reason] of [
  ["of another kind", "Beste mensen,", /geen bestand van het rekenmodel/],
  ["that is cut off", '{"values":{"bezoekers":', /geen geldige JSON vanaf regel 1/],
  ["that is empty", "", /Het bestand is leeg\./],
  ["with wrong values", { values: { bezoekers: -3, onzin: 1 } }, /bezoekers: gegeven is -3.*onzin/s],
  ["of a newer version", { schema: 3 }, /nieuwere versie/],
  ["of a hundred problems", { values: Object.fromEntries(Array.from({ length: 100 }, (_, n) => [`x${n}`, 1])) }, /x0/],
  ["of 8,000 own lines", { custom: Array.from({ length: 8_000 }, (_, n) => ({ id: `c${n}`, side: "cost", amount: n })) }, /custom\.length: gegeven is 8000.*0 tot en met 200/s],
  ["of 2 MB", " ".repeat(2_000_000), /te lang/],
]) {
  test(`a file ${kind} is refused with a reason, and the figures stay`, async () => {
    const page = await openApp(browser);
    await type(page, field(page, "Bezoekers"), "600");
    await page.getByRole("link", { name: "Delen" }).press("Enter");
    await openFile(page, content);
    await assertText(page.getByRole("status"), /Het bestand is niet geopend; uw cijfers staan er nog/);
    await assertText(page.getByRole("status"), reason);
    await page.getByRole("link", { name: "Rekenblad", exact: true }).press("Enter");
    await assertScenario(page, { values: { bezoekers: 600 } });
    page.assertClean();
    await leave(page);
  });
}
