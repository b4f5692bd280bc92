// Random acts on the built page. Whatever is pressed, typed or opened, there must be no error, and if
// the address has a scenario, the figures must be those of it.

import { leave, openPage, urls } from "../browser/support.mjs";
import { address, evaluate, linkJson, loadLazyFeatures, waitUntilReady } from "../browser/person.mjs";
import { faultsAfterWaiting, wrongFigures } from "./figures.mjs";
import { scenarios } from "./module.mjs";
import { Choices } from "./random.mjs";

/** Number of acts in one visit. The next visit begins with an empty storage. */
const ACTS_PER_VISIT = 40;

const TEXTS = [
  "0", "1", "-1", "3", "12,5", "1.5", "250", "600", "1.000.000", "999999999999", "1e9", "€ 1.234,56", "5%", "veel", "", " ",
  "0x10", "１２", "\u202e12", "<b>x</b>", "‘“", "😀".repeat(20), "lang ".repeat(400), "12\n3",
];
const VIEWS = [
  "rekenen", "onzekerheid", "vergelijken", "compact", "bouwstenen", "centrum", "wat-als", "zekerheid", "rekenblad", "bronnen",
  "presenteren", "notities", "a4", "rapport", "raadsvoorstel", "delen", "insluiten", "nergens", "",
];
const KEYS = ["Control+z", "Control+y", "Escape", "Tab", "Shift+Tab", "Enter", "Space", "ArrowDown", "ArrowRight", "Home", "End", "PageDown"];
const SIZES = [[320, 640], [768, 1024], [1280, 800]];

/** Elements that can be pressed. Links to other pages and downloads are left out: they are no acts on this page. */
const PRESSABLE = "button, summary, [role=button], a[href]:not([target]):not([download]), input[type=checkbox], input[type=radio]";
const TEXT_FIELDS = "input:not([type]), input[type=text], input[type=search], textarea";
const SLIDERS = "input[type=range]";
const LISTS = "select";
const FILE_INPUTS = "input[type=file]";

/** Returns a handle of a random element that is visible and enabled, or null if there is none. */
async function randomElement(page, selector, choices) {
  const handle = await page.evaluateHandle(
    ([selector, fraction]) => {
      const all = [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility() && !one.matches(":disabled"));
      return all[Math.floor(fraction * all.length)];
    },
    [selector, choices.fraction()],
  );
  return handle.asElement();
}

/** Returns a name of an element for the report. */
const nameOf = (element) =>
  element.evaluate((one) => (one.getAttribute("aria-label") ?? one.name ?? "") || one.textContent.trim().slice(0, 40));

/** Makes an act on a random element. It returns its description, or "" if there is no such element. */
const actOn = (selector, act) => async (page, choices) => {
  const element = await randomElement(page, selector, choices);
  if (!element) return "";
  try {
    const name = await nameOf(element);
    return `${await act(element, choices, page)} '${name}'`;
  } finally {
    // A handle keeps its element in memory, and all that was around it.
    await element.dispose();
  }
};

/**
 * The acts that neither load the page again nor change the size of the window, each with its weight. An act gets the page, the random choices and all
 * valid scenarios. It returns its description, or "" if it cannot be done on this page.
 */
export const STAYING_ACTS = [
  [40, actOn(PRESSABLE, async (element, choices, page) => {
    await element.focus();
    const key = choices.pick(["Enter", "Space"]);
    await page.keyboard.press(key);
    return `press ${key} on`;
  })],
  [25, actOn(TEXT_FIELDS, async (element, choices, page) => {
    const text = choices.pick(TEXTS);
    await element.focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(text);
    return `type ${JSON.stringify(text.slice(0, 20))} in`;
  })],
  [10, actOn(SLIDERS, async (element, choices, page) => {
    const key = choices.pick(["ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End"]);
    await element.focus();
    await page.keyboard.press(key);
    return `press ${key} on`;
  })],
  [6, actOn(LISTS, async (element, choices) => {
    const index = choices.integerBelow(await element.evaluate((select) => select.options.length));
    await element.selectOption({ index });
    return `choose ${index} of`;
  })],
  [8, async (page, choices) => {
    const key = choices.pick(KEYS);
    await page.keyboard.press(key);
    return `press ${key}`;
  }],
  [4, async (page, choices) => {
    const view = choices.pick(VIEWS);
    await page.evaluate((view) => (location.hash = view), view);
    return `go to #${view}`;
  }],
  [2, async (page, choices, all) => {
    const hash = address(choices.pick(VIEWS.slice(0, 3)), choices.pick(all));
    await page.evaluate((hash) => (location.hash = hash), hash);
    return `open the link ${hash}`;
  }],
  [2, async (page, choices, all) => {
    const input = page.locator(FILE_INPUTS).first();
    if ((await input.count()) === 0) return "";
    const content = choices.pick([choices.pick(all), { schema: 2, scenarios: [choices.pick(all), choices.pick(all)], reference: 0 }, "geen bestand"]);
    const buffer = Buffer.from(JSON.stringify(content));
    await input.setInputFiles({ name: "s.json", mimeType: "application/json", buffer });
    return `open a file of ${buffer.length} bytes`;
  }],
];

const ACTS = [
  ...STAYING_ACTS,
  [2, async (page, choices) => {
    const [width, height] = choices.pick(SIZES);
    await page.setViewportSize({ width, height });
    return `make the window ${width} wide`;
  }],
  [3, async (page, choices) => {
    const direction = choices.pick(["Back", "Forward"]);
    await page[`go${direction}`]();
    // Going back from the first address of this visit leaves the page.
    if (!isOurPage(page)) await page.goForward();
    return `go ${direction}`;
  }],
  [2, async (page) => {
    await page.reload();
    return "reload";
  }],
];

const isOurPage = (page) => page.url().split("#")[0] === urls.page;

/** Returns the scenario in an address, or undefined if it has none. */
function scenarioInAddress(url) {
  return /\/[12]\./.test(new URL(url).hash) ? linkJson(url) : undefined;
}

/** Returns what is wrong with the page: errors, nonsense in its text, or wrong figures. */
export async function findFaults(page) {
  const found = [...page.problems];
  const text = await page.evaluate(() => document.body.innerText);
  found.push(...(text.match(/\bNaN\b|\bundefined\b|\bInfinity\b|\[object \w+\]|Er ging iets mis in het rekenprogramma/g) ?? []));
  if (!isOurPage(page)) found.push(`the page went to ${page.url()}`);
  if (found.length > 0) return found;
  const scenario = scenarioInAddress(page.url());
  if (scenario === undefined) return [];
  return wrongFigures(page, evaluate(scenario));
}

/** Opens the page as a first visit. Printing is turned off, since its dialog would wait for a person. */
export async function openVisit(browser, prepare, options) {
  const page = await openPage(browser, options);
  await page.addInitScript(() => (window.print = () => {}));
  await prepare?.(page);
  await page.reload();
  await waitUntilReady(page);
  await loadLazyFeatures(page);
  return page;
}

/** Does one random act, and returns its description. */
export async function doRandomAct(page, choices, all, acts = ACTS) {
  for (;;) {
    const description = await choices
      .pickWeighted(acts)(page, choices, all)
      .catch((error) => `failed to act: ${error.message.split("\n")[0]}`);
    if (description) return description;
  }
}

/**
 * Does `count` acts, and returns how many were tried and the faults that were found: `{ tried,
 * faults }`. `prepare` is called with every page before it is used; figures may take `timeout`
 * milliseconds to follow.
 */
export async function attackPage(browser, { count, seed, prepare, timeout }) {
  const choices = new Choices(seed);
  const all = await scenarios();
  const faults = [];
  let tried = 0;
  while (tried < count) {
    const page = await openVisit(browser, prepare);
    const done = [];
    while (done.length < ACTS_PER_VISIT && tried < count) {
      done.push(await doRandomAct(page, choices, all));
      tried += 1;
      const found = await faultsAfterWaiting(() => findFaults(page).catch((error) => [`it does not answer: ${error.message}`]), timeout);
      if (found.length > 0) {
        faults.push(`seed ${seed}, act ${tried}: ${[...new Set(found)].slice(0, 3).join("; ")}\n    after: ${done.join(" | ")}`);
        break;
      }
    }
    await leave(page);
  }
  return { tried, faults };
}
