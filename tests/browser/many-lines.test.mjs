// Many own lines, used by keyboard: moved, changed, copied, removed, added, and their evidence.

import assert from "node:assert/strict";
import { address, assertAccessibleAndFits, assertFocus, assertScenario, assertText, assertValue, button, eventually, field, openGroups } from "./person.mjs";
import { visit } from "./visit.mjs";

const MANY = 24;
const line = (number) =>
  number % 2
    ? { id: `c${number}`, side: "cost", label: `Kosten ${number}`, quantity: number, amount: 100 }
    : { id: `c${number}`, side: "saving", label: `Besparing ${number}`, kind: "besparing", counted: true, quantity: number, unit: "keer", amount: 50 };
const custom = Array.from({ length: MANY }, (_, index) => line(index + 1));

const withManyLines = { path: address("rekenblad", { custom }) };

const lineNames = (page) => page.locator(".own-lines h4").allInnerTexts();
const assertOrder = (page, expected) =>
  eventually(async () => ((await lineNames(page)).join() === expected.map(({ label }) => label).join() ? [] : [(await lineNames(page)).join()]));

visit("the last line is moved to the top by pressing one key repeatedly, and back by undo", withManyLines, async (page) => {
  await openGroups(page, "Eigen posten", "Besparing 24");
  const up = page.getByRole("button", { name: /^‘Besparing 24’ omhoog/ });
  await up.focus();
  for (let press = 1; press < MANY; press += 1) {
    await page.keyboard.press("Enter");
    // The line has moved, and its button keeps the focus.
    await assertFocus(page, press < MANY - 1 ? "up-c24" : "down-c24");
  }
  const moved = [custom[23], ...custom.slice(0, 23)];
  await assertOrder(page, moved);
  await assertScenario(page, { custom: moved });
  // The line cannot go higher, so the focus is on the button down. The line is still open.
  await assertFocus(page, "down-c24");
  assert.equal(await up.isDisabled(), true);
  assert.equal(await page.locator("#post-c24").evaluate((one) => one.parentElement.open), true);
  for (let press = 1; press < MANY; press += 1) await page.keyboard.press("ControlOrMeta+z");
  await assertOrder(page, custom);
});

visit("a line in the middle is changed, copied, removed and restored", withManyLines, async (page) => {
  await openGroups(page, "Eigen posten", "Kosten 13");
  const amount = field(page, "Bedrag", "Kosten 13");
  await amount.focus();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("250");
  const changed = { ...custom[12], amount: 250 };
  await button(page, "Kopieer ‘Kosten 13’").press("Enter");
  await assertFocus(page, "veld-c25-label");
  const copy = { ...changed, id: "c25", label: "Kosten 13 (kopie)" };
  const copied = [...custom.slice(0, 12), changed, copy, ...custom.slice(13)];
  await assertScenario(page, { custom: copied });
  await assertOrder(page, copied);
  await button(page, "Verwijder ‘Kosten 13’").press("Enter");
  await assertScenario(page, { custom: copied.filter(({ id }) => id !== "c13") });
  // The focus goes to the line after the removed one, and not to the start of the page.
  await assertFocus(page, "post-c25");
  await page.keyboard.press("ControlOrMeta+z");
  await assertScenario(page, { custom: copied });
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  await assertScenario(page, { custom });
  await page.keyboard.press("ControlOrMeta+y");
  await assertScenario(page, { custom: [...custom.slice(0, 12), changed, ...custom.slice(13)] });
});

visit("a new line and an example are added at the end, with the first free id", withManyLines, async (page) => {
  await openGroups(page, "Eigen posten");
  await button(page, "Kostenpost toevoegen").press("Enter");
  await assertFocus(page, "veld-c25-label");
  await page.keyboard.type("Vijfentwintig");
  await button(page, "Voorkomen huisuitzetting").press("Enter");
  await assertFocus(page, "veld-huisuitzetting-label");
  assert.deepEqual((await lineNames(page)).slice(-2), ["Vijfentwintig", "Voorkomen huisuitzetting"]);
  await assertText(page.getByRole("region", { name: "Wat is er veranderd?" }), "26 cijfers wijken af");
});

visit("each line shows its grade of evidence, and a mark is removed and restored with its line", withManyLines, async (page) => {
  await openGroups(page, "Eigen posten", "Kosten 1", "Besparing 2");
  const grade = (name) => page.getByRole("group", { name, exact: true }).locator(".line-grade");
  await assertText(grade("Kosten 1"), "Onderbouwing van deze post: aanname.");
  await assertText(grade("Besparing 2"), "Onderbouwing van deze post: aanname.");
  const group = page.getByRole("group", { name: "Kosten 1", exact: true });
  const card = page.getByRole("region", { name: "Hoe stevig is dit?" }).and(page.locator("section"));
  for (const label of ["Aantal", "Bedrag"]) {
    await group.locator("summary").filter({ hasText: `Uitleg en bron bij ${label}` }).press("Enter");
    await group.getByRole("button", { name: `Dit is een eigen cijfer (${label})` }).press("Enter");
    await group.getByRole("textbox", { name: `Waar komt dit cijfer vandaan? (${label})` }).waitFor();
    await assertFocus(page, /^herkomst\.c1\./, "name");
    await page.keyboard.type("jaarrekening");
  }
  await assertText(grade("Kosten 1"), "Onderbouwing van deze post: goed onderbouwd.");
  await assertText(card, "Kosten 1, Bedrag. Eigen cijfer: jaarrekening");
  await button(page, "Verwijder ‘Kosten 1’").press("Enter");
  await assertFocus(page, "post-c2");
  assert.ok(!(await card.innerText()).includes("Eigen cijfer: jaarrekening"));
  // A new line that gets the same id does not get the mark.
  await button(page, "Kostenpost toevoegen").press("Enter");
  await assertFocus(page, "veld-c1-label");
  await page.keyboard.type("Nieuw");
  await assertText(grade("Nieuw"), "Onderbouwing van deze post: aanname.");
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  await page.keyboard.press("ControlOrMeta+z");
  await assertScenario(page, { custom });
  await assertText(card, "Kosten 1, Bedrag. Eigen cijfer: jaarrekening");
  await openGroups(page, "Kosten 1");
  await assertText(grade("Kosten 1"), "goed onderbouwd");
});

const FULL = 200;
const lines = (count) => ({ custom: Array.from({ length: count }, (_, index) => line(index + 1)) });

visit("a scenario has room for 200 own lines, and the page says so", { path: "#delen" }, async (page) => {
  const scenario = lines(FULL - 1);
  const buffer = Buffer.from(JSON.stringify(scenario));
  await page.getByLabel("Bestand openen").setInputFiles({ name: "veel.json", mimeType: "application/json", buffer });
  await page.getByText("Het bestand is geopend.").waitFor();
  await page.getByRole("link", { name: "Rekenblad", exact: true }).press("Enter");
  // By selectors: among thousands of fields it takes long to find a role and a name.
  await page.locator('summary:has(:text-is("Eigen posten"))').press("Enter");
  const add = page.locator("#eigen-toevoegen");
  const addCost = add.locator("button", { hasText: "Kostenpost toevoegen" });
  const reason = add.locator("p", { hasText: "U hebt 200 eigen posten. Meer kunnen er niet bij. Verwijder eerst een post." });
  await addCost.waitFor();
  assert.equal(await reason.count(), 0);
  await addCost.press("Enter");
  await assertFocus(page, "veld-c200-label");
  await page.keyboard.type("De laatste");
  await reason.waitFor();
  const buttons = page.locator("#eigen-toevoegen button, .own-examples button");
  assert.ok((await buttons.count()) > 3);
  for (const button of await buttons.all()) assert.ok(await button.isDisabled(), await button.innerText());
  const added = { id: "c200", side: "cost", label: "De laatste", quantity: 1, amount: 0 };
  await assertScenario(page, { custom: [...scenario.custom, added] });
  const tools = page.locator("details:has(> #post-c200) .own-tools button");
  assert.equal(await tools.filter({ hasText: "Kopieer" }).count(), 0);
  await tools.filter({ hasText: "Verwijder ‘De laatste’" }).press("Enter");
  await eventually(async () => ((await addCost.isEnabled()) ? [] : ["the button stays disabled"]));
  await assertScenario(page, scenario);
});

visit("a link with 201 own lines is refused with the reason", { path: address("rekenblad", lines(FULL + 1)) }, async (page) => {
  await assertText(page.getByRole("status"), /custom\.length: gegeven is 201.*toegestaan: 0 tot en met 200/s);
  await assertScenario(page, {});
});

for (const width of [320, 1280]) {
  visit(`axe finds nothing and nothing is too wide, ${width} px`, { ...withManyLines, width }, async (page) => {
    await openGroups(page, "Eigen posten", "Kosten 1", "Besparing 24");
    await assertAccessibleAndFits(page);
    await assertValue(field(page, "Bedrag", "Besparing 24"), "50");
  });
}
