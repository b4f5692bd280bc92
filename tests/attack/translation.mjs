// Random acts on a page that the browser translates, next to the same acts on one that it does not. The
// translator here changes no word, so that both must always show the same text: a text that is not
// updated, or stands where it should not, is a difference.

import { leave, openPage } from "../browser/support.mjs";
import { eventually, loadLazyFeatures, waitUntilReady } from "../browser/person.mjs";
import { doRandomAct } from "./acts.mjs";
import { faultsAfterWaiting } from "./figures.mjs";
import { scenarios } from "./module.mjs";
import { Choices } from "./random.mjs";

/** Number of acts in one visit. The next visit begins with an empty storage. */
const ACTS_PER_VISIT = 30;

/** What a translator does with a text node: it puts elements in its place, or moves the node into them. */
export const KINDS = ["replace", "wrap"];

/**
 * Runs in the page: puts two elements around each text outside drawings, now and whenever one is added or
 * changed. It disregards `translate="no"`, which is harder for the page than what browsers do.
 */
export function translateAlways(kind) {
  const wrap = (node) => {
    if (!node.isConnected || !node.data.trim() || node.parentElement.closest("font, svg, script, style, textarea")) return;
    const [outer, inner] = ["font", "font"].map((name) => document.createElement(name));
    outer.append(inner);
    if (kind === "replace") {
      inner.append(node.data);
      node.replaceWith(outer);
    } else {
      node.before(outer);
      inner.append(node);
    }
  };
  const wrapAll = (root) => {
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
    const found = [];
    while (walker.nextNode()) found.push(walker.currentNode);
    found.forEach(wrap);
  };
  const start = () => {
    wrapAll(document.body);
    new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        for (const node of [target, ...addedNodes]) node.nodeType === Node.TEXT_NODE ? wrap(node) : wrapAll(node);
      }
    }).observe(document.body, { subtree: true, childList: true, characterData: true });
  };
  if (document.body) start();
  else addEventListener("DOMContentLoaded", start);
}

/** Runs in the page: returns all its text, and the name of its view. */
const textOfPage = () => document.title + "\n" + document.body.textContent.replace(/\s+/g, " ");

/** Returns where two texts begin to differ, with what is around it; an empty list if they are equal. */
function difference(translated, plain) {
  if (translated === plain) return [];
  let index = 0;
  while (translated[index] === plain[index]) index += 1;
  const part = (text) => text.slice(Math.max(0, index - 60), index + 60);
  return [`translated: '${part(translated)}', not translated: '${part(plain)}'`];
}

/** A window in which everything is in sight: what is out of sight is drawn later, and not equally late on two pages. */
const HEIGHT = 15_000;

/** Opens the page as a first visit; `kind` translates it from the beginning, before the program has started. */
async function openVisit(browser, kind) {
  const page = await openPage(browser, { height: HEIGHT });
  const resize = page.setViewportSize.bind(page);
  page.setViewportSize = ({ width }) => resize({ width, height: HEIGHT });
  page.isChanged = true;
  await page.addInitScript(() => (window.print = () => {}));
  if (kind) await page.addInitScript(translateAlways, kind);
  await page.reload();
  await waitUntilReady(page);
  await loadLazyFeatures(page);
  return page;
}

/** Returns the faults of the translated page: its errors, and where its text differs from that of the plain page. */
async function findFaults(translated, plain) {
  const texts = await Promise.all([translated, plain].map((page) => page.evaluate(textOfPage)));
  return [...translated.problems, ...difference(...texts)];
}

/** Number of times, 300 ms apart, that a page must have the same text before the next act. */
const STILL = 3;

/**
 * Waits until the text of the page no longer changes. Results of a simulation come later than the act
 * that needs them; if they came between choosing an element and pressing it, on one of the pages only,
 * these would go on differently.
 */
async function waitUntilStill(page) {
  for (let before, times = 0; times < STILL; ) {
    const text = await page.evaluate(textOfPage);
    times = text === before ? times + 1 : 1;
    before = text;
    await page.waitForTimeout(300);
  }
}

/** Opens the page twice, translated and not, and fails if they differ after one of these acts; an act is `[name, function of a page]`. */
export async function compareWithPlain(browser, kind, acts) {
  const pages = [await openVisit(browser, kind), await openVisit(browser)];
  for (const [name, act] of acts) {
    for (const page of pages) {
      await page.bringToFront();
      await act(page);
    }
    await eventually(async () => (await findFaults(...pages)).map((fault) => `${kind}, after '${name}': ${fault}`), 60_000);
  }
  for (const page of pages) await leave(page);
}

/** Does `count` acts on both pages, and returns how many were tried and the faults that were found: `{ tried, faults }`. */
export async function attackTranslated(browser, { count, seed, kinds = KINDS, prepare, timeout }) {
  const all = await scenarios();
  const faults = [];
  let tried = 0;
  for (let visit = 0; tried < count; visit += 1) {
    const kind = kinds[visit % kinds.length];
    const pages = await Promise.all([openVisit(browser, kind), openVisit(browser)]);
    const choices = pages.map(() => new Choices(seed + visit));
    await prepare?.(pages[0]);
    const done = [];
    while (done.length < ACTS_PER_VISIT && tried < count) {
      const acts = await Promise.all(pages.map((page, index) => doRandomAct(page, choices[index], all)));
      // After a reload both wait for the lazy features, so that the next act finds the same elements.
      for (const page of pages) await loadLazyFeatures(page).catch(() => {});
      done.push(acts[0]);
      tried += 1;
      const found = await faultsAfterWaiting(() => findFaults(...pages).catch((error) => [`it does not answer: ${error.message}`]), timeout);
      await Promise.all(pages.map((page) => waitUntilStill(page).catch(() => {})));
      if (acts[0] !== acts[1]) found.push(`not translated, the same act was: ${acts[1]}`);
      if (found.length > 0) {
        faults.push(`${kind}, seed ${seed}, act ${tried}: ${found.slice(0, 3).join("; ")}\n    after: ${done.join(" | ")}`);
        break;
      }
    }
    await Promise.all(pages.map(leave));
  }
  return { tried, faults };
}
