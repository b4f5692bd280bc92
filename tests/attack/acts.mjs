// Random acts on the built page: whatever someone presses, types or opens, no
// error comes up, and the figures are those of the scenario in the address.

import { leave, openPage, urls } from "../browser/support.mjs";
import { address, evaluate, ready, touch } from "../browser/person.mjs";
import { lasting, wrongFigures } from "./figures.mjs";
import { scenarios } from "./module.mjs";
import { Choices } from "./random.mjs";

/** Acts in one visit; after it the next one begins with nothing. */
const VISIT = 40;

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

/** What can be pressed, by what it is; a link to elsewhere and the choice of a file are no acts of this page. */
const PRESSED = "button, summary, [role=button], a[href]:not([target]):not([download]), input[type=checkbox], input[type=radio]";
const TYPED = "input:not([type]), input[type=text], input[type=search], textarea";
const SLID = "input[type=range]";
const CHOSEN = "select";
const FILES = "input[type=file]";

/** One that is in use, at random: a handle, or nothing where there is none. */
async function one(page, selector, choices) {
  const handle = await page.evaluateHandle(
    ([selector, part]) => {
      const all = [...document.querySelectorAll(selector)].filter((one) => one.checkVisibility() && !one.matches(":disabled"));
      return all[Math.floor(part * all.length)];
    },
    [selector, choices.fraction()],
  );
  return handle.asElement();
}

const named = (element) =>
  element.evaluate((one) => (one.getAttribute("aria-label") ?? one.name ?? "") || one.textContent.trim().slice(0, 40));

/** An act on an element of a kind, told in words; nothing where there is no such element. */
const on = (selector, act) => async (page, choices) => {
  const element = await one(page, selector, choices);
  if (!element) return "";
  const name = await named(element);
  return `${await act(element, choices, page)} '${name}'`;
};

const ACTS = [
  [40, on(PRESSED, async (element, choices, page) => {
    await element.focus();
    const key = choices.of(["Enter", "Space"]);
    await page.keyboard.press(key);
    return `press ${key} on`;
  })],
  [25, on(TYPED, async (element, choices, page) => {
    const text = choices.of(TEXTS);
    await element.focus();
    await page.keyboard.press("ControlOrMeta+a");
    await page.keyboard.insertText(text);
    return `type ${JSON.stringify(text.slice(0, 20))} in`;
  })],
  [10, on(SLID, async (element, choices, page) => {
    const key = choices.of(["ArrowLeft", "ArrowRight", "PageUp", "PageDown", "Home", "End"]);
    await element.focus();
    await page.keyboard.press(key);
    return `press ${key} on`;
  })],
  [6, on(CHOSEN, async (element, choices) => {
    const index = choices.below(await element.evaluate((select) => select.options.length));
    await element.selectOption({ index });
    return `choose ${index} of`;
  })],
  [8, async (page, choices) => {
    const key = choices.of(KEYS);
    await page.keyboard.press(key);
    return `press ${key}`;
  }],
  [4, async (page, choices) => {
    const view = choices.of(VIEWS);
    await page.evaluate((view) => (location.hash = view), view);
    return `go to #${view}`;
  }],
  [2, async (page, choices, all) => {
    const hash = address(choices.of(VIEWS.slice(0, 3)), choices.of(all));
    await page.evaluate((hash) => (location.hash = hash), hash);
    return `open the link ${hash}`;
  }],
  [3, async (page, choices) => {
    const way = choices.of(["Back", "Forward"]);
    await page[`go${way}`]();
    // Before the first address of this visit there is none of the page.
    if (!isHere(page)) await page.goForward();
    return `go ${way}`;
  }],
  [2, async (page) => {
    await page.reload();
    return "reload";
  }],
  [2, async (page, choices) => {
    const [width, height] = choices.of(SIZES);
    await page.setViewportSize({ width, height });
    return `make the window ${width} wide`;
  }],
  [2, async (page, choices, all) => {
    const input = page.locator(FILES).first();
    if ((await input.count()) === 0) return "";
    const content = choices.of([choices.of(all), { schema: 1, scenarios: [choices.of(all), choices.of(all)], reference: 0 }, "geen bestand"]);
    const buffer = Buffer.from(JSON.stringify(content));
    await input.setInputFiles({ name: "s.json", mimeType: "application/json", buffer });
    return `open a file of ${buffer.length} bytes`;
  }],
];

const isHere = (page) => page.url().split("#")[0] === urls.page;

/** The scenario that the address carries, if it does. */
function inAddress(url) {
  const text = new URL(url).hash.match(/^#[^/]*\/1\.([\w-]+)\.[0-9a-f]{8}$/)?.[1];
  return text && JSON.parse(Buffer.from(text, "base64url").toString());
}

/** What is wrong with the page now. */
async function wrong(page) {
  const found = [...page.problems];
  const text = await page.evaluate(() => document.body.innerText);
  found.push(...(text.match(/\bNaN\b|\bundefined\b|\bInfinity\b|\[object \w+\]|Er ging iets mis in het rekenprogramma/g) ?? []));
  if (!isHere(page)) found.push(`the page went to ${page.url()}`);
  if (found.length > 0) return found;
  const scenario = inAddress(page.url());
  if (scenario === undefined) return [];
  return wrongFigures(page, evaluate(scenario));
}

/** Opens the page with nothing kept; printing waits for a person, so it does nothing. */
async function visit(browser, prepare) {
  const page = await openPage(browser);
  await page.addInitScript(() => (window.print = () => {}));
  await prepare?.(page);
  await page.reload();
  await ready(page);
  await touch(page);
  return page;
}

/** Does one act that there is an element for; tells it in words. */
async function act(page, choices, all) {
  for (;;) {
    const told = await choices
      .weighted(ACTS)(page, choices, all)
      .catch((error) => `failed to act: ${error.message.split("\n")[0]}`);
    if (told) return told;
  }
}

/** Does so many acts: `{ tried, faults }`. `prepare` gets every page first. */
export async function attackPage(browser, { count, seed, prepare, patience }) {
  const choices = new Choices(seed);
  const all = await scenarios();
  const faults = [];
  let tried = 0;
  while (tried < count) {
    const page = await visit(browser, prepare);
    const did = [];
    while (did.length < VISIT && tried < count) {
      did.push(await act(page, choices, all));
      tried += 1;
      const found = await lasting(() => wrong(page).catch((error) => [`it does not answer: ${error.message}`]), patience);
      if (found.length > 0) {
        faults.push(`seed ${seed}, act ${tried}: ${[...new Set(found)].slice(0, 3).join("; ")}\n    after: ${did.join(" | ")}`);
        break;
      }
    }
    await leave(page);
  }
  return { tried, faults };
}
