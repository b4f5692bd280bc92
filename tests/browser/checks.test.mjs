// Plausibility warnings ('Let op'): they block nothing, and each leads to the field that it is about.

import assert from "node:assert/strict";
import { address, assertAccessibleAndFits, assertFocus, assertScenario, assertText, field, groupSummary, openGroups, type } from "./person.mjs";
import { visit } from "./visit.mjs";

const warning = (page, name) => page.locator(".checks").getByRole("listitem").filter({ has: page.getByText(name, { exact: true }) });

visit("the brochure has two warnings, in a group that is closed at first", {}, async (page) => {
  await assertText(groupSummary(page, "Let op"), "2 punten om na te kijken");
  assert.ok(await page.getByText("Zonder correctie", { exact: true }).isHidden());
  await openGroups(page, "Let op");
  await assertText(warning(page, "Zonder correctie"), "Bij ‘Minder uitkeringen’ en ‘Minder dagbesteding’ telt alles mee: €\u00a0154.000 voor alle betalers samen.");
  await assertText(warning(page, "Levert alles echt geld op?"), "Dat is een bovengrens");
});

visit("a warning leads to its field, and disappears when that is corrected", {}, async (page) => {
  await openGroups(page, "Let op");
  const first = warning(page, "Zonder correctie");
  for (const line of ["uitkeringen", "dagbesteding"]) {
    await first.getByRole("button", { name: `Minder ${line}, Was toch al gebeurd` }).press("Enter");
    await assertFocus(page, `veld-${line}-autonoom`);
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.type("20");
  }
  await assertScenario(page, { values: { "uitkeringen.autonoom": 0.2, "dagbesteding.autonoom": 0.2 } });
  assert.equal(await first.count(), 0);
  await assertText(groupSummary(page, "Let op"), "1 punt om na te kijken");
});

visit("an impossible value is accepted, with warnings", {}, async (page) => {
  await openGroups(page, "Besparingen", "Minder dagbesteding", "Let op");
  await type(page, field(page, "Cliënten minder", "Minder dagbesteding"), "600");
  await assertScenario(page, { values: { "dagbesteding.aantal": 600 } });
  await assertText(groupSummary(page, "Let op"), /waarvan 2 bijna niet kunnen kloppen/);
  await assertText(
    warning(page, "Meer mensen dan bezoekers"),
    "‘Minder dagbesteding’ staat op 600 per jaar, maar er zijn 500 bezoekers.",
  );
  await assertText(warning(page, "Meer besparing per bezoeker dan in de bronnen"), "£ 1.200");
  await assertText(warning(page, "Besparingen groter dan de kosten"), "geen Nederlands onderzoek dat zulke besparingen bij zelfregie-initiatieven heeft gemeten");
});

visit("the cautious preset has no warnings, and a text says what that means", { path: address("rekenblad", { base: "voorzichtig" }) }, async (page) => {
  await assertText(groupSummary(page, "Let op"), "geen punten");
  await openGroups(page, "Let op");
  await page.getByText("Dat wil niet zeggen dat alle cijfers kloppen.").waitFor();
});

const own = (label) => [{ id: "c1", side: "saving", label, kind: "besparing", counted: true, quantity: 1, unit: "keer", amount: 5_000 }];

for (const [name, scenario] of [
  ["Meer mensen dan bezoekers", { values: { "uitkeringen.aantal": 600 } }],
  ["Meer mensen uit de uitkering dan vrijwilligers", { values: { "uitkeringen.aantal": 60 } }],
  ["Telt u iedereen die ooit uit de uitkering ging?", { values: { "uitkeringen.aantal": 30 } }],
  ["Minder medewerkers, evenveel effect: klopt dat?", { values: { fte: 2 } }],
  ["Minder geld, evenveel effect: klopt dat?", { values: { huisvesting: 10_000 } }],
  ["Zijn dit de bezoekers van alle initiatieven samen?", { values: { bezoekers: 30_000 } }],
  ["Twee manieren om bezoekers te tellen", { values: { bezoekers: 968 } }],
  ["Dezelfde mensen bij uitkeringen en bij werk", { values: { "betaald-werk.aantal": 500 }, counted: { "betaald-werk": true } }],
  ["Werk of inkomen als eigen post", { custom: own("Inkomen van deelnemers") }],
  ["Dagbesteding in beschermd wonen", { custom: own("Beschermd wonen uitgesteld") }],
  ["Meer besparing per bezoeker dan in de bronnen", { values: { "dagbesteding.aantal": 120 } }],
  ["Besparingen groter dan de kosten", { values: { "dagbesteding.aantal": 60 } }],
  ["Anders dan bij een gemiddeld initiatief", { values: { fte: 10 } }],
  ["Hoge kosten per bezoeker", { values: { fte: 9 } }],
  ["Zonder correctie bij welvaart", { values: { "betaald-werk.aantal": 500 }, counted: { "betaald-werk": true } }],
]) {
  visit(`‘${name}’ warns, blocks nothing, and leads to a field`, { path: address("rekenblad", scenario) }, async (page) => {
    await openGroups(page, "Let op");
    await assertScenario(page, scenario);
    await assertText(warning(page, name), "Kijk bij:");
    // Figures in the text are buttons too; the button to the field is in the last paragraph.
    await warning(page, name).getByRole("paragraph").last().getByRole("button").first().press("Enter");
    await assertFocus(page, /^veld-/);
  });
}

const withManyWarnings = {
  values: { "dagbesteding.aantal": 700, startkosten: 1_000, bezoekers: 300, "betaald-werk.aantal": 500 },
  counted: { "betaald-werk": true, overlast: true },
};

visit("in print all warnings are written out", { path: address("rekenblad", withManyWarnings) }, async (page) => {
  await page.emulateMedia({ media: "print" });
  for (const name of ["Meer mensen dan bezoekers", "Startkosten", "Dezelfde mensen bij uitkeringen en bij werk"]) {
    const box = await warning(page, name).boundingBox();
    assert.ok(box?.height > 0, `${name} is not printed`);
  }
});

for (const [width, colorScheme] of [[320, "light"], [320, "dark"], [1280, "light"]]) {
  visit(`axe finds nothing in the warnings, ${width} px, ${colorScheme}`, { path: address("rekenblad", withManyWarnings), width, colorScheme }, async (page) => {
    await openGroups(page, "Let op");
    await assertAccessibleAndFits(page);
  });
}
