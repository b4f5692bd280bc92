// The strip with the scenarios, and what the browser keeps of them, as a person sees and moves it.

import { urls } from "./support.mjs";
import { button, eventually, ready } from "./person.mjs";

export const strip = (page) => page.getByRole("region", { name: "Scenario’s", exact: true });
export const choices = (page) => page.getByRole("group", { name: "Welk scenario wilt u zien?" }).getByRole("button");
export const choice = (page, name) => choices(page).filter({ hasText: name }).first();
export const status = (page) => page.locator(".notices");
export const name = (page) => page.getByRole("textbox", { name: "Naam van het getoonde scenario" });
export const kept = (page) => page.evaluate(() => localStorage.getItem("rekenmodel"));

/** The names in the strip, in their order. */
export const names = async (page) => (await choices(page).allInnerTexts()).map((text) => text.replace(/\s*referentie$/, "").trim());

export const assertNames = (page, expected) =>
  eventually(async () => {
    const found = await names(page);
    return JSON.stringify(found) === JSON.stringify(expected) ? [] : [`expected ${expected}, found ${found}`];
  });

/** Opens the part of the strip that changes the list. */
export async function manage(page) {
  const line = strip(page).locator("summary");
  if (!(await line.evaluate((line) => line.parentElement.open))) await line.press("Enter");
}

/** Puts scenarios beside the brochure, by keyboard. */
export async function add(page, ...presets) {
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
export const assertKept = (page, count) =>
  eventually(async () => {
    const text = await kept(page);
    // One that is damaged is none.
    const scenarios = text?.match(/^1\.[0-9a-f]{8}\.(.*)$/s)?.[1].match(/"schema":1/g) ?? [];
    const found = Math.max(0, scenarios.length - 1);
    return found === count ? [] : [`${found} scenarios are kept, not ${count}`];
  });

/** Waits until what the browser keeps has these words. */
export const assertKeeps = (page, words) =>
  eventually(async () => {
    const text = (await kept(page)) ?? "";
    return text.includes(words) ? [] : [`'${words}' is not in what is kept: ${text}`];
  });

export async function again(page) {
  await page.goto(urls.page);
  await page.reload();
  await ready(page);
}
