// What a person does with the page and reads from it: labels, keys, visible text.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import init, * as rekenmodel from "../../dist/rekenmodel.js";
import { leave, openPage } from "./support.mjs";

await init({ module_or_path: await readFile(new URL("../../dist/rekenmodel_bg.wasm", import.meta.url)) });

/** The module that is published beside the page. */
export { rekenmodel };

/** The outcome of a scenario, by that module. */
export const evaluate = (scenario) => JSON.parse(rekenmodel.evaluate(JSON.stringify(scenario)));

/** A worked example: `{ scenario, outcome }`. */
export async function example(name) {
  return JSON.parse(await readFile(new URL(`../examples/${name}.json`, import.meta.url), "utf8"));
}

/** Opens the page, at the whole of an address, and waits until it can be used. */
export async function start(browser, options) {
  const page = await openPage(browser, whole(options));
  await ready(page);
  await touch(page);
  return page;
}

/** Touches the page, as who reads it does soon: the rest of the program comes. */
export async function touch(page) {
  await page.keyboard.press("Shift");
  await restIsHere(page);
}

/** Waits until the parts of the program are there that the first view does without. */
const restIsHere = (page) => page.waitForFunction(() => document.documentElement.dataset.rest === "here");

/** Waits until the program took over: only it has fields to type in, or a link to its content. */
export async function ready(page) {
  const skip = page.getByRole("button", { name: "Naar de inhoud" });
  await skip.or(field(page, "Bezoekers")).first().waitFor({ state: "attached" });
}

/** The text field with exactly this label, in a named group where one is given. */
export function field(page, label, group) {
  const around = group ? page.getByRole("group", { name: group, exact: true }) : page;
  return around.getByLabel(label, { exact: true });
}

/** The line below or above a group's content that opens it. */
export const summary = (page, name) =>
  page.locator("summary").filter({ has: page.getByRole("heading", { name, exact: true }) });

/** Opens groups, one inside the other, by keyboard. */
export async function open(page, ...names) {
  for (const name of names) {
    const line = summary(page, name);
    if (await line.evaluate((line) => line.parentElement.open)) continue;
    await line.focus();
    await page.keyboard.press("Enter");
    assert.ok(await line.evaluate((line) => line.parentElement.open), `${name} did not open`);
  }
}

/** Opens everything that opens. */
export const openAll = (page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });

/** Options of `openPage` for an address that has a part behind #, which it would leave out. */
export function whole(options) {
  if (!options?.url?.includes("#")) return options;
  return { ...options, path: options.url.slice(options.url.indexOf("#")) };
}

/** Replaces what stands in a field at once, as pasting does. */
export async function paste(page, input, text) {
  await input.focus();
  await page.keyboard.press("ControlOrMeta+a");
  if (text === "") await page.keyboard.press("Delete");
  else await page.keyboard.insertText(text);
}

/** Replaces what stands in a field, key by key. */
export async function type(page, input, text) {
  await input.focus();
  await page.keyboard.press("ControlOrMeta+a");
  if (text === "") await page.keyboard.press("Delete");
  else await page.keyboard.type(text);
}

const number = (value, digits = 0) =>
  new Intl.NumberFormat("nl-NL", { maximumFractionDigits: digits }).format(value).replace("-", "−");

/** An amount as the page shows it: `€ −146.000`. */
export const euro = (value) => `€\u00a0${number(Math.round(Math.abs(value)) === 0 ? 0 : value)}`;

const percent = (share) => `${number(share * 100, Math.abs(share * 100) < 9.95 ? 1 : 0)}%`;

/** The twelve figures of the headline, by their path in the outcome. */
export const PATHS = [
  "costs.net",
  "costs.per_visitor",
  "total.savings",
  "total.net",
  "total.coverage",
  "total.not_cashable",
  "break_even.gap",
  "break_even.gap_per_visitor",
  "break_even.pm_threshold",
  "parties.gemeente.net",
  "society.net",
  "npv",
];

const at = (outcome, path) => path.split(".").reduce((part, key) => part[key], outcome);

/** What stands on the screen: `{ path: { value, text } }`; fails where a figure is there twice. */
export async function figures(page) {
  const found = await page.locator("data[data-result]").evaluateAll((all) =>
    all.map((data) => [data.dataset.result, { value: data.getAttribute("value"), text: data.innerText }]),
  );
  const figures = Object.fromEntries(found);
  assert.equal(found.length, Object.keys(figures).length, "a figure stands there twice");
  return figures;
}

/** How a figure of an outcome must read. A surplus is shown without its minus. */
function reading(path, value) {
  if (path !== "total.coverage") return euro(path === "break_even.gap" ? Math.abs(value) : value);
  return value === null ? "niet te zeggen" : percent(value);
}

/** What differs between the screen and an outcome, in values and in words. */
async function differences(page, outcome) {
  const shown = await figures(page);
  return PATHS.flatMap((path) => {
    const expected = at(outcome, path);
    const { value, text } = shown[path] ?? {};
    const close = expected === null ? value === "" : Math.abs(value - expected) <= 1e-9 * Math.max(1e6, Math.abs(expected));
    const good = value !== undefined && close && (expected === null || value !== "") && text === reading(path, expected);
    return good ? [] : [`${path}: expected ${expected} '${reading(path, expected)}', on screen ${value} '${text}'`];
  });
}

/** Repeats until nothing is wrong any more; then fails with what was. */
export async function eventually(wrong, patience = 15_000) {
  const deadline = Date.now() + patience;
  for (;;) {
    const found = await wrong();
    if (found.length === 0) return;
    assert.ok(Date.now() < deadline, [found].flat().join("\n"));
    await new Promise((again) => setTimeout(again, 20));
  }
}

/** The figures on the screen are these of an outcome. */
export const assertOutcome = (page, outcome) => eventually(() => differences(page, outcome));

/** The figures on the screen are those of a scenario. */
export const assertScenario = (page, scenario) => assertOutcome(page, evaluate(scenario));

/** These figures read so, in euros worked out by hand. */
export async function assertEuros(page, expected) {
  await eventually(async () => {
    const shown = await figures(page);
    return Object.entries(expected).flatMap(([path, value]) => {
      const good = shown[path]?.text === euro(value) && Math.abs(shown[path].value - value) < 0.5;
      return good ? [] : [`${path}: by hand ${euro(value)}, on screen ${JSON.stringify(shown[path])}`];
    });
  });
}

/** What a saved file holds, by the promise of its download. */
export const contents = async (download) => text(await (await download).createReadStream());

/** A button with exactly this name. */
export const button = (page, name) => page.getByRole("button", { name, exact: true });

/** The text becomes this, or matches it. */
export async function assertText(locator, expected) {
  const matches = (text) => (expected instanceof RegExp ? expected.test(text) : text.includes(expected));
  await eventually(async () => {
    const text = (await locator.allInnerTexts()).join("\n");
    return matches(text) ? [] : [`expected ${expected} in '${text}'`];
  });
}

/** The focus comes to the element with this id, or to the field with this name. */
export const assertFocus = (page, expected, by = "id") =>
  eventually(async () => {
    const found = await page.evaluate((by) => document.activeElement?.[by] ?? "", by);
    const good = expected instanceof RegExp ? expected.test(found) : found === expected;
    return good ? [] : [`the focus is at '${found}', not at ${expected}`];
  });

/** The value of a field becomes this. */
export const assertValue = (input, expected) =>
  eventually(async () => {
    const value = await input.inputValue();
    return value === expected ? [] : [`expected '${expected}' in the field, found '${value}'`];
  });

/** The checksum that links end with. */
function crc32(text) {
  let crc = ~0;
  for (const byte of Buffer.from(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (~crc >>> 0).toString(16).padStart(8, "0");
}

/** The part of an address that shows a scenario in a view. */
export function address(view, scenario) {
  const json = JSON.stringify(scenario);
  return `#${view}/1.${Buffer.from(json).toString("base64url")}.${crc32(json)}`;
}
