// The view of bouwstenen (what an initiative offers) and participatieladder (where its visitors are): both
// are optional and change no figure.

import assert from "node:assert/strict";
import {
  address, assertAccessibleAndFits, assertOutcome, assertText, assertValue, button, evaluate, eventually, linkJson, type,
} from "./person.mjs";
import { visit } from "./visit.mjs";

const empty = { path: "#bouwstenen" };
const group = (page, name) => page.getByRole("group", { name, exact: true });
const countField = (page, step, when) => group(page, step).getByLabel(when, { exact: true });
const ISOLATED = "1. Geïsoleerd";
const SOCIAL = "2. Sociale contacten buitenshuis";
const UNPAID = "4. Onbetaald werk";
const ladder = (page) => page.getByRole("region", { name: "Waar de bezoekers staan" }).first();

const FILLED = {
  values: { bezoekers: 500 },
  meta: {
    bouwstenen: { "sociale-participatie": "aanwezig", "maatschappelijke-participatie": "mist", naasten: "deels" },
    participatieladder: { start: { 1: 200, 2: 150 }, nu: { 1: 150, 2: 160, 4: 40 } },
    anders: [1],
  },
};

visit("the view is reached from the results and back, and the figures do not change", {}, async (page) => {
  const before = evaluate({});
  const card = page.getByRole("region", { name: "Bouwstenen en participatieladder" });
  await card.getByRole("button", { name: "Vul in" }).press("Enter");
  await page.getByRole("heading", { level: 1, name: "Bouwstenen en participatieladder" }).waitFor();
  await page.getByLabel("Sociale participatie").selectOption("aanwezig");
  await page.getByLabel("Maatschappelijke participatie").selectOption("mist");
  await page.getByText("Voor dit geld is 1 van de 10 bouwstenen aanwezig. Eén mist. Van 8 is het niet ingevuld.").waitFor();
  // Both counted savings depend on a bouwsteen, which is our own assumption.
  const lines = page.getByRole("region", { name: "Welke besparing op welke bouwsteen rust" }).first();
  await assertText(lines, "aanname van ons");
  await assertText(lines, /‘Minder uitkeringen’ telt mee.*Maatschappelijke participatie/);
  await assertText(lines, /‘Minder dagbesteding’ telt mee/);
  await button(page, "Terug naar de cijfers").press("Enter");
  await assertText(card, "1 van de 10 bouwstenen");
  await assertOutcome(page, before);
  await page.getByText("Er is nog niets veranderd").first().waitFor();
});

visit("a choice is undone by keyboard, and the list shows it", empty, async (page) => {
  const list = page.getByLabel("Informatie");
  await list.selectOption("deels");
  await list.selectOption("mist");
  await page.keyboard.press("Control+z");
  await assertValue(list, "deels");
  await page.keyboard.press("Control+z");
  await assertValue(list, "");
  await page.keyboard.press("Control+y");
  await assertValue(list, "deels");
});

visit("numbers on the ladder give the change, and a text says what that does not show", empty, async (page) => {
  await type(page, countField(page, ISOLATED, "Bij de start"), "200");
  await type(page, countField(page, SOCIAL, "Bij de start"), "150");
  await type(page, countField(page, ISOLATED, "Nu"), "150");
  await type(page, countField(page, SOCIAL, "Nu"), "160");
  await type(page, countField(page, UNPAID, "Nu"), "40");
  // By hand: 50 fewer on step 1, so 50 more on step 2 or above; 350 of 500 are filled in both times.
  await assertText(ladder(page), "Op trede 2 of hoger staan nu 50 bezoekers meer dan bij de start. Zijn het dezelfde mensen, dan staan er minstens 50 nu hoger.");
  await assertText(ladder(page), "Nu: 350 van 500 bezoekers; niet ingevuld: 150.");
  await assertText(ladder(page), "zij laten niet zien wie er is verschoven");
  await assertText(ladder(page), "Het staat niet in het saldo.");
  const row = page.getByRole("row", { name: /^1\. Geïsoleerd/ });
  assert.deepEqual(await row.getByRole("cell").allInnerTexts(), ["200", "150", "−50"]);
});

visit("more people than visitors: a message at the field, which keeps its text until it fits", empty, async (page) => {
  await type(page, countField(page, ISOLATED, "Nu"), "400");
  const second = countField(page, SOCIAL, "Nu");
  await type(page, second, "200");
  await page.keyboard.press("Tab");
  const problem = "Nu: samen zijn dit 600 mensen en er zijn 500 bezoekers. Hier passen er hoogstens 100.";
  await assertText(group(page, SOCIAL), problem);
  await assertValue(second, "200");
  assert.equal(await second.getAttribute("aria-invalid"), "true");
  const description = await second.getAttribute("aria-describedby");
  assert.equal(await page.locator(`[id="${description}"]`).innerText(), problem);
  await type(page, countField(page, ISOLATED, "Nu"), "300");
  await eventually(async () => ((await second.getAttribute("aria-invalid")) === null ? [] : ["still wrong"]));
  await assertText(ladder(page), "Nu: 500 van 500 bezoekers; niet ingevuld: 0.");
});

visit("fewer visitors than people: a message, and the numbers are kept", { path: address("bouwstenen", FILLED) }, async (page) => {
  await page.getByRole("link", { name: "Rekenblad", exact: true }).press("Enter");
  await type(page, page.getByLabel("Bezoekers", { exact: true }), "300");
  const card = page.getByRole("region", { name: "Bouwstenen en participatieladder" });
  await assertText(card, "Nu: samen 350 mensen, en er zijn 300 bezoekers.");
  assert.equal(await card.getByText("staan nu 50 bezoekers meer").count(), 0);
  await type(page, page.getByLabel("Bezoekers", { exact: true }), "350");
  await assertText(card, "staan nu 50 bezoekers meer");
});

visit("the link contains both, together with other fields of `meta`", { path: address("bouwstenen", FILLED) }, async (page) => {
  await assertValue(page.getByLabel("Ondersteuning van naasten en mantelzorgers"), "deels");
  await assertValue(countField(page, UNPAID, "Nu"), "40");
  await page.getByLabel("Informatie").selectOption("aanwezig");
  const expected = { ...FILLED.meta, bouwstenen: { ...FILLED.meta.bouwstenen, informatie: "aanwezig" } };
  await eventually(async () => {
    const meta = JSON.stringify(linkJson(page.url()).meta);
    return meta === JSON.stringify(expected) ? [] : [meta];
  });
});

const invalid = { meta: { bouwstenen: 7, participatieladder: { start: { 1: "veel", 2: 3 } } } };
visit("invalid values in a link are ignored", { path: address("bouwstenen", invalid) }, async (page) => {
  await assertValue(countField(page, ISOLATED, "Bij de start"), "");
  await assertValue(countField(page, SOCIAL, "Bij de start"), "3");
  await assertValue(page.getByLabel("Informatie"), "");
});

visit("in print both are shown only if they are filled in", {}, async (page) => {
  const card = page.locator("#aanbod");
  await page.emulateMedia({ media: "print" });
  assert.equal(await card.isVisible(), false);
  await page.goto(new URL(address("rekenblad", FILLED), page.url()).href);
  await card.getByText("1 van de 10 bouwstenen").waitFor();
  assert.equal(await card.isVisible(), true);
  assert.equal(await card.getByRole("button", { name: "Wijzig" }).isVisible(), false);
});

for (const colorScheme of ["light", "dark"]) {
  for (const width of [320, 768, 1280]) {
    const options = { path: address("bouwstenen", FILLED), width, colorScheme };
    visit(`axe finds nothing and nothing scrolls sideways, ${width} px, ${colorScheme}`, options, async (page) => {
      await type(page, countField(page, ISOLATED, "Nu"), "4000");
      await assertAccessibleAndFits(page);
    });
  }
}
