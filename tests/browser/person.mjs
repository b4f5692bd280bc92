// Helpers that use the page as a person does: they find fields by their labels, press keys, and read
// and check the text and figures on the screen.

import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { text } from "node:stream/consumers";
import { deflateRawSync, inflateRawSync } from "node:zlib";
import init, * as rekenmodel from "../../dist/rekenmodel.js";
import { axe, openPage } from "./support.mjs";

await init({ module_or_path: await readFile(new URL("../../dist/rekenmodel_bg.wasm", import.meta.url)) });

/** The public module of the built site, running in Node. */
export { rekenmodel };

/** Returns the outcome of a scenario, calculated by the public module. */
export const evaluate = (scenario) => JSON.parse(rekenmodel.evaluate(JSON.stringify(scenario)));

/** Reads a worked example from tests/examples: `{ scenario, outcome }`. */
export async function example(name) {
  return JSON.parse(await readFile(new URL(`../examples/${name}.json`, import.meta.url), "utf8"));
}

/** Labels of fields in the other views, with the question of 'Uw centrum' for the same field. */
const QUESTIONS = {
  Bezoekers: "Hoeveel mensen komen er in een jaar?",
  "Betaalde medewerkers": "Hoeveel betaalde medewerkers zijn er? (fte)",
  Vrijwilligers: "Hoeveel vrijwilligers zijn er?",
};

/**
 * Opens the page, and waits until it and its lazy features can be used. `options` are those of
 * `openPage`; `url` may have a fragment. Without one it opens the worksheet, which has all fields and figures.
 */
export async function openApp(browser, options) {
  const { path = "#rekenblad", ...others } = withFragment(options) ?? {};
  const page = await openPage(browser, { path, ...others });
  await waitUntilReady(page);
  await loadLazyFeatures(page);
  return page;
}

/** Presses a key, since the page loads its lazy features at the first use, and waits until they are loaded. */
export async function loadLazyFeatures(page) {
  await page.keyboard.press("Shift");
  await waitForLazyFeatures(page);
}

const waitForLazyFeatures = (page) => page.waitForFunction(() => document.documentElement.dataset.lazy === "loaded");

/** Waits until the program has replaced the static page: only the program has fields, or the button to skip the menu. */
export async function waitUntilReady(page) {
  const skip = page.getByRole("button", { name: "Naar de inhoud" });
  await skip.or(field(page, "Bezoekers")).first().waitFor({ state: "attached" });
}

/** Returns the text field with exactly this label; with `group`, the one in the group of that name. */
export function field(page, label, group) {
  const container = group ? page.getByRole("group", { name: group, exact: true }) : page;
  const found = container.getByLabel(label, { exact: true });
  const question = group ? undefined : QUESTIONS[label];
  return question ? found.or(page.getByLabel(question, { exact: true })) : found;
}

/** Returns the summary of the collapsible group with this name. */
export const groupSummary = (page, name) =>
  page.locator("summary").filter({ has: page.getByRole("heading", { name, exact: true }) });

/** Opens collapsible groups by keyboard, in this order: one may be inside the one before it. */
export async function openGroups(page, ...names) {
  for (const name of names) {
    const summary = groupSummary(page, name);
    if (await summary.evaluate((element) => element.parentElement.open)) continue;
    await summary.focus();
    await page.keyboard.press("Enter");
    assert.ok(await summary.evaluate((element) => element.parentElement.open), `${name} did not open`);
  }
}

/** Opens all collapsible elements. */
export const openAll = (page) =>
  page.evaluate(() => {
    for (const details of document.querySelectorAll("details")) details.open = true;
  });

/** Returns options for `openPage` in which the fragment of `url` is the `path`: `openPage` would drop it. */
export function withFragment(options) {
  if (!options?.url?.includes("#")) return options;
  return { ...options, path: options.url.slice(options.url.indexOf("#")) };
}

/** Replaces the text in a field in one step, as pasting does. */
export async function paste(page, input, text) {
  await input.focus();
  await page.keyboard.press("ControlOrMeta+a");
  if (text === "") await page.keyboard.press("Delete");
  else await page.keyboard.insertText(text);
}

/** Replaces the text in a field, key by key. */
export async function type(page, input, text) {
  await input.focus();
  await page.keyboard.press("ControlOrMeta+a");
  if (text === "") await page.keyboard.press("Delete");
  else await page.keyboard.type(text);
}

/** Returns a number in Dutch notation, with at most this number of decimals. */
const formatNumber = (value, decimals = 0) =>
  new Intl.NumberFormat("nl-NL", { maximumFractionDigits: decimals }).format(value).replace("-", "−");

/** Returns an amount as the page shows it: `€ −146.000`. */
export const euro = (value) => `€\u00a0${formatNumber(Math.round(Math.abs(value)) === 0 ? 0 : value)}`;

/** Returns a share as the page shows it: below 10% with one decimal. */
const percent = (share) => `${formatNumber(share * 100, Math.abs(share * 100) < 9.95 ? 1 : 0)}%`;

/** The paths in the outcome of the thirteen headline figures. */
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
  "break_even.society_threshold",
  "parties.gemeente.net",
  "society.net",
  "npv",
];

/** The paths of those that 'Uw centrum' has. */
const CENTRE_PATHS = ["costs.net", "total.savings", "break_even.gap", "break_even.society_threshold"];

const valueAt = (outcome, path) => path.split(".").reduce((value, key) => value[key], outcome);

/** Reads the headline figures on the screen: `{ path: { value, text } }`. Fails if a figure occurs twice. */
export async function figures(page) {
  const found = await page.locator("data[data-result]").evaluateAll((all) =>
    all.map((data) => [data.dataset.result, { value: data.getAttribute("value"), text: data.innerText }]),
  );
  const figures = Object.fromEntries(found);
  assert.equal(found.length, Object.keys(figures).length, "a figure occurs twice");
  return figures;
}

/** Returns the text of a headline figure. Gaps are shown without their minus where savings exceed costs, thresholds rounded up. */
function expectedText(path, value) {
  if (path === "total.coverage") return value === null ? "niet te zeggen" : percent(value);
  if (path.startsWith("break_even.gap")) return euro(Math.abs(value));
  return euro(path.endsWith("threshold") ? Math.ceil(value) : value);
}

/** Rounds an amount as the answer does: to € 1.000, below € 10.000 to € 100; `round` rounds to whole steps. */
function roundedAmount(amount, round = (steps) => Math.sign(steps) * Math.round(Math.abs(steps))) {
  const step = Math.abs(amount) < 10_000 ? 100 : 1000;
  return round(amount / step) * step;
}

/** Returns the text of a headline figure on 'Uw centrum': rounded, with the difference that of the others. */
function roundedText(path, outcome) {
  const [costs, savings] = ["costs.net", "total.savings"].map((path) => roundedAmount(valueAt(outcome, path)));
  switch (path) {
    case "costs.net":
      return euro(costs);
    case "total.savings":
      return euro(savings);
    case "break_even.gap":
      return costs < savings ? `overschot ${euro(savings - costs)}` : euro(costs - savings);
    default:
      return euro(roundedAmount(valueAt(outcome, path), (steps) => Math.ceil(steps - 1e-9)));
  }
}

/** Returns a line for each headline figure on the screen that differs from the outcome, in value or in text. */
async function differences(page, outcome) {
  const shown = await figures(page);
  const isCentre = (await page.locator("[data-answer]").count()) > 0;
  return (isCentre ? CENTRE_PATHS : PATHS).flatMap((path) => {
    const expected = valueAt(outcome, path);
    const { value, text } = shown[path] ?? {};
    const isClose = expected === null ? value === "" : Math.abs(value - expected) <= 1e-9 * Math.max(1e6, Math.abs(expected));
    const expectedShown = isCentre ? roundedText(path, outcome) : expectedText(path, expected);
    const isRight = value !== undefined && isClose && (expected === null || value !== "") && text === expectedShown;
    return isRight ? [] : [`${path}: expected ${expected} '${expectedShown}', on screen ${value} '${text}'`];
  });
}

/** Repeats a search for faults until it returns an empty list; fails with the last faults after `timeout` milliseconds. */
export async function eventually(findFaults, timeout = 15_000) {
  const deadline = Date.now() + timeout;
  for (;;) {
    const found = await findFaults();
    if (found.length === 0) return;
    assert.ok(Date.now() < deadline, [found].flat().join("\n"));
    await new Promise((done) => setTimeout(done, 20));
  }
}

/** Waits until the headline figures on the screen are those of an outcome. */
export const assertOutcome = (page, outcome) => eventually(() => differences(page, outcome));

/** Waits until the headline figures on the screen are those of a scenario. */
export const assertScenario = (page, scenario) => assertOutcome(page, evaluate(scenario));

/** Waits until these headline figures have these values, worked out by hand in euros: `{ path: value }`. */
export async function assertEuros(page, expected) {
  await eventually(async () => {
    const shown = await figures(page);
    return Object.entries(expected).flatMap(([path, value]) => {
      const isRight = shown[path]?.text === euro(value) && Math.abs(shown[path].value - value) < 0.5;
      return isRight ? [] : [`${path}: by hand ${euro(value)}, on screen ${JSON.stringify(shown[path])}`];
    });
  });
}

/** Returns the text of a saved file, given the promise of its download. */
export const downloadText = async (download) => text(await (await download).createReadStream());

/** Returns the button with exactly this name. */
export const button = (page, name) => page.getByRole("button", { name, exact: true });

/** Undoes the last step by keyboard. */
export const undo = (page) => pressOnceEnabled(button(page, "Ongedaan maken"));

/** Redoes the step that was undone last, by keyboard. */
export const redo = (page) => pressOnceEnabled(button(page, "Opnieuw"));

/** Presses Enter on a button that is enabled once the page has drawn the last change: a disabled one does not get the key. */
async function pressOnceEnabled(found) {
  await eventually(async () => ((await found.isEnabled()) ? [] : ["the button stays disabled"]));
  await found.press("Enter");
}

/** Waits until the text of the elements contains a string, or matches a pattern. */
export async function assertText(locator, expected) {
  const matches = (text) => (expected instanceof RegExp ? expected.test(text) : text.includes(expected));
  await eventually(async () => {
    const text = (await locator.allInnerTexts()).join("\n");
    return matches(text) ? [] : [`expected ${expected} in '${text}'`];
  });
}

/** The open explanation of a figure. */
export const explanation = (page) => page.locator("#uitleg");

/** Waits until the open explanation contains a text, or matches a pattern; a space after € in a text is a no-break space on the page. */
export const assertExplanationSays = (page, expected) =>
  assertText(explanation(page), expected instanceof RegExp ? expected : expected.replaceAll("€ ", "€\u00a0"));

/** The areas of a chart that open an explanation. The first argument is a chart, or an element with charts. */
export const chartAreas = (container) => container.getByRole("group", { name: "Delen van deze grafiek" }).getByRole("button");

/** Checks that axe finds nothing in the page, and that the page does not scroll sideways. `part` is named in a failure. */
export async function assertAccessibleAndFits(page, part = "the page") {
  assert.deepEqual(await axe(page), [], part);
  const wider = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  assert.ok(wider <= 0, `${part}: scrolls ${wider} px sideways`);
}

/** Waits until the focused element has this id or, with `by` "name", this name. */
export const assertFocus = (page, expected, by = "id") =>
  eventually(async () => {
    const found = await page.evaluate((by) => document.activeElement?.[by] ?? "", by);
    const isRight = expected instanceof RegExp ? expected.test(found) : found === expected;
    return isRight ? [] : [`the focus is at '${found}', not at ${expected}`];
  });

/** Waits until a field has this value. */
export const assertValue = (input, expected) =>
  eventually(async () => {
    const value = await input.inputValue();
    return value === expected ? [] : [`expected '${expected}' in the field, found '${value}'`];
  });

/** Returns the checksum in links and stored texts: CRC-32 in hexadecimal. */
export function crc32(text) {
  let crc = ~0;
  for (const byte of Buffer.from(text)) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit += 1) crc = (crc >>> 1) ^ (crc & 1 ? 0xedb88320 : 0);
  }
  return (~crc >>> 0).toString(16).padStart(8, "0");
}

const dictionary = await readFile(new URL("../../src/scenario/link/dictionary.txt", import.meta.url));

/**
 * Returns the JSON in a link, and checks its checksum. The compressed form is restored by zlib, which
 * knows nothing of our code: deflate with a dictionary.
 */
export function linkJson(link) {
  const [, version, data, sum] = link.match(/#[a-z-]+\/([12])\.([\w-]+)\.([0-9a-f]{8})$/) ?? assert.fail(`no link: ${link}`);
  const bytes = Buffer.from(data, "base64url");
  const json = (version === "1" ? bytes : inflateRawSync(bytes, { dictionary })).toString();
  assert.equal(crc32(json), sum, link);
  return JSON.parse(json);
}

/** Waits until the scenario in the address of a page has this piece of JSON, such as `"bezoekers":600`. */
export const assertAddressHolds = (page, piece) =>
  eventually(() => {
    const json = /\/[12]\./.test(page.url()) ? JSON.stringify(linkJson(page.url())) : "";
    return json.includes(piece) ? [] : [`${piece} is not in the address: ${json}`];
  });

/** Returns the fragment of an address that shows a scenario in a view, in compressed form: `#rekenblad/2.data.check`. */
export function shortAddress(view, scenario) {
  const json = JSON.stringify(scenario);
  return `#${view}/2.${deflateRawSync(json, { dictionary }).toString("base64url")}.${crc32(json)}`;
}

/** Returns the fragment of an address that shows a scenario in a view, in plain form: `#rekenblad/1.data.check`. */
export function address(view, scenario) {
  const json = JSON.stringify(scenario);
  return `#${view}/1.${Buffer.from(json).toString("base64url")}.${crc32(json)}`;
}

/** Unfolds the analysis in the view of certainty. */
export const openAnalysis = (page) => page.locator("summary").filter({ hasText: "Voor wie rekent" }).press("Enter");

/** Returns the words within these elements that are broken over two lines. A word after a soft hyphen begins with the narrow box of the hyphen, at the end of the line before. */
export const brokenWords = (elements) =>
  elements.evaluateAll((elements) => {
    const found = [];
    const isBroken = (boxes) => new Set(boxes.filter(({ width }) => width > 10).map(({ top }) => Math.round(top))).size > 1;
    for (const element of elements) {
      const texts = document.createTreeWalker(element, NodeFilter.SHOW_TEXT);
      while (texts.nextNode()) {
        for (const { 0: word, index } of texts.currentNode.data.matchAll(/[^ \n\u00ad-]+/g)) {
          const range = document.createRange();
          range.setStart(texts.currentNode, index);
          range.setEnd(texts.currentNode, index + word.length);
          if (isBroken([...range.getClientRects()])) found.push(word);
        }
      }
    }
    return found;
  });
