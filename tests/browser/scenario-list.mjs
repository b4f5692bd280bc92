// Helpers for the strip: the bar with a button for each scenario, and below it the controls that rename,
// move and remove them. Also for the text in which the browser stores the scenarios.

import { urls } from "./support.mjs";
import { button, eventually, waitUntilReady } from "./person.mjs";

/** The strip itself. The page has it only while there are two scenarios or more. */
export const strip = (page) => page.getByRole("region", { name: "Scenario’s", exact: true });
/** The strip's buttons, one for each scenario. */
export const scenarioButtons = (page) => page.getByRole("group", { name: "Welk scenario wilt u zien?" }).getByRole("button");
export const scenarioButton = (page, name) => scenarioButtons(page).filter({ hasText: name }).first();
export const notices = (page) => page.locator(".notices");
export const nameField = (page) => page.getByRole("textbox", { name: "Naam van het getoonde scenario" });
/** The text in the browser's storage, or null. */
export const storedText = (page) => page.evaluate(() => localStorage.getItem("rekenmodel-2"));

/** Returns the names in the strip, in their order. */
export const scenarioNames = async (page) => (await scenarioButtons(page).allInnerTexts()).map((text) => text.replace(/\s*referentie$/, "").trim());

export const assertNames = (page, expected) =>
  eventually(async () => {
    const found = await scenarioNames(page);
    return JSON.stringify(found) === JSON.stringify(expected) ? [] : [`expected ${expected}, found ${found}`];
  });

/** Opens the controls of the strip that change the list. */
export async function openControls(page) {
  const summary = strip(page).locator("summary");
  if (!(await summary.evaluate((element) => element.parentElement.open))) await summary.press("Enter");
}

/** Adds a scenario from each of these presets, and shows it, by keyboard. */
export async function addScenarios(page, ...presets) {
  if ((await strip(page).count()) === 0) {
    // There is no strip yet: a second scenario is added in the view that compares.
    await page.getByRole("link", { name: "Vergelijken" }).press("Enter");
    await page.getByText("Er is nu één scenario.").waitFor();
    const first = presets.shift();
    await button(page, first).press("Enter");
    await strip(page).waitFor();
    await scenarioButton(page, first).press("Enter");
    await page.getByRole("link", { name: "Rekenblad", exact: true }).press("Enter");
  }
  for (const preset of presets) {
    const before = await scenarioButtons(page).count();
    await openControls(page);
    await strip(page).getByRole("group", { name: "Nieuw scenario vanaf" }).getByRole("button", { name: preset, exact: true }).press("Enter");
    await eventually(async () => ((await scenarioButtons(page).count()) === before + 1 ? [] : ["it was not added"]));
    // Its button has the focus.
    await scenarioButtons(page).and(page.locator(":focus")).press("Enter");
  }
}

/** Waits until the browser has stored this number of scenarios. */
export const assertStoredCount = (page, count) =>
  eventually(async () => {
    const text = await storedText(page);
    // A damaged text has no scenarios. The file around them has a `schema` too.
    const scenarios = text?.match(/^2\.[0-9a-f]{8}\.(.*)$/s)?.[1].match(/"schema":2/g) ?? [];
    const found = Math.max(0, scenarios.length - 1);
    return found === count ? [] : [`${found} scenarios are stored, not ${count}`];
  });

/** Waits until the stored text contains these words. */
export const assertStored = (page, words) =>
  eventually(async () => {
    const text = (await storedText(page)) ?? "";
    return text.includes(words) ? [] : [`'${words}' is not in the stored text: ${text}`];
  });

/** Visits the page again, without a fragment in the address, and waits until it can be used. */
export async function revisit(page) {
  await page.goto(urls.page);
  await page.reload();
  await waitUntilReady(page);
}
