// Opens the page in a real Chromium and keeps a record of all that goes wrong.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium, firefox } from "playwright-core";

/** Where `cargo xtask test` serves the site: at a root, in a folder, and a host page elsewhere. */
export const urls = {
  page: variable("REKENMODEL_URL"),
  subfolder: variable("REKENMODEL_SUBFOLDER_URL"),
  host: variable("REKENMODEL_HOST_URL"),
};

function variable(name) {
  const value = process.env[name];
  assert.ok(value, `${name} is not set: run these tests with \`cargo xtask test\``);
  return value;
}

/** How the browser that `CHROMIUM` names is started. */
export const settings = () => ({
  executablePath: variable("CHROMIUM"),
  args: [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
  ],
});

/** Connects to the browser that `tests/run.mjs` started for all files; starts one where there is none. */
export function launch() {
  const address = process.env.REKENMODEL_BROWSER;
  return address ? chromium.connect(address) : chromium.launch(settings());
}

/** Starts the Firefox that `FIREFOX` names. */
export function launchFirefox() {
  return firefox.launch({ channel: "moz-firefox", executablePath: variable("FIREFOX") });
}

/** Pages whose test is done, by browser. */
const left = new WeakMap();

/** What changes a page or its context for good: after it, no other test gets that page. */
const CHANGES = ["route", "addInitScript", "exposeFunction", "grantPermissions", "setOffline", "newCDPSession"];

/**
 * Opens a page as for a first visit and waits until it has loaded.
 *
 * `page.problems` lists what went wrong; `page.assertClean()` fails on any;
 * `leave(page)` ends the visit.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {object} options `url` (the site's root), `path` (added to it), `width`,
 *   `height`, `colorScheme`, `reducedMotion`, `forcedColors`, `origins` (other
 *   origins that may be asked), and whatever else a Playwright context takes.
 */
export async function openPage(browser, options = {}) {
  const { url = urls.page, path = "", width = 1280, height = 800, origins = [], ...rest } = options;
  const { colorScheme = "light", reducedMotion = "no-preference", forcedColors = "none", ...own } = rest;
  const viewport = { width, height };
  let page;
  if (isShared(browser, url, own)) {
    page = left.get(browser)?.pop() ?? (await newPage(browser, {}));
    await page.setViewportSize(viewport);
    await page.emulateMedia({ media: null, colorScheme, reducedMotion, forcedColors });
  } else {
    page = await newPage(browser, { viewport, ...rest });
    page.isChanged = true;
  }
  page.problems.length = 0;
  page.origins = [new URL(url).origin, ...origins];
  await page.goto(new URL(path, url).href, { waitUntil: "load" });
  return page;
}

/** Whether a page that another test left will do: not on other sites, nor with options of a context of its own. */
const isShared = (browser, url, own) =>
  Object.keys(own).length === 0 && url.startsWith(urls.page) && browser.browserType?.().name() === "chromium";

async function newPage(browser, options) {
  const context = await browser.newContext({ locale: "nl-NL", ...options });
  const page = await context.newPage();
  const route = page.route.bind(page);
  page.problems = [];
  page.assertClean = () => assert.deepEqual(page.problems, []);
  await record(page);
  page.forget = () => forget(page, route);
  waitAfter(page.keyboard, ["press"], page);
  waitAfter(Object.getPrototypeOf(page.locator("html")), ["press", "click", "check", "uncheck", "selectOption"]);
  for (const owner of [page, context]) {
    for (const name of CHANGES.filter((name) => owner[name])) {
      const act = owner[name];
      owner[name] = function (...given) {
        page.isChanged = true;
        return act.apply(this, given);
      };
    }
  }
  return page;
}

/**
 * Ends a visit. The page is kept for the next one, which saves most of the time
 * that opening takes; the browser forgets what this visit kept. A page that a
 * test changed, or that cannot be cleared, is closed.
 */
export async function leave(page) {
  const context = page.context();
  if (page.isChanged) return context.close();
  try {
    for (const other of context.pages()) if (other !== page) await other.close();
    await page.mouse.move(-1, -1);
    await page.forget();
  } catch {
    return context.close();
  }
  const browser = context.browser();
  left.set(browser, [...(left.get(browser) ?? []), page]);
}

/** Clears what the browser keeps for the site, in a page of it that holds nothing and keeps nothing. */
async function forget(page, route) {
  const address = new URL("empty.html", urls.page).href;
  const body = '<!doctype html><title>Empty</title><link rel="icon" href="data:,">';
  await route(address, (asked) => asked.fulfill({ body, contentType: "text/html" }));
  await page.goto(address);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.unroute(address);
}

/**
 * Lets these acts of a hand wait until the page has drawn what they did. Yew
 * lets the browser go on after 16 ms of drawing, so on a busy machine that takes
 * some tasks more; no person reads, or presses a key, in between.
 */
function waitAfter(hand, acts, page) {
  for (const name of acts) {
    const act = hand[name];
    if (act.waits) continue;
    hand[name] = async function (...given) {
      const done = await act.apply(this, given);
      const tasks = () => new Promise((go) => setTimeout(() => setTimeout(() => setTimeout(go))));
      // A page that goes elsewhere has nothing more to draw.
      await (page ?? this.page()).evaluate(tasks).catch(() => {});
      return done;
    };
    hand[name].waits = true;
  }
}

/** Notes errors, breaches of the policy and requests to other origins, in frames too. */
async function record(page) {
  const note = (kind, text) => page.problems.push(`${kind}: ${text}`);
  page.on("pageerror", (error) => note("page error", error.stack ?? error));
  page.on("console", (message) => {
    if (message.type() === "error") note("console", `${message.text()} (${message.location().url})`);
  });
  page.on("requestfailed", (request) => {
    // A test that leaves a page ends its requests.
    const reason = request.failure()?.errorText;
    if (reason !== "net::ERR_ABORTED") note("request failed", `${request.url()} ${reason}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) note("response", `${response.status()} ${response.url()}`);
  });
  page.context().on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && !page.origins.includes(origin)) note("foreign request", request.url());
  });
  await page.exposeFunction("noteViolation", (text) => note("policy", text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
      window.noteViolation(`${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`);
    });
  });
}

/** What axe finds against WCAG 2.2 AA, as short lines; in all, or in the parts that these selectors find. */
export async function axe(page, ...parts) {
  // What happens to lie half under the bar that stays, or passes it, is no small target.
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
  // Describing everything that is good, and doing so in a page of its own, takes
  // two thirds of the time; the rules and the faults are the same without.
  const builder = new AxeBuilder({ page })
    .options({ runOnly: { type: "tag", values }, resultTypes: ["violations"] })
    .setLegacyMode();
  for (const part of parts) builder.include(part);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const reason = failureSummary.split("\n").slice(1).join(" ").trim();
      return `${id}: ${target.join(" ")}: ${reason}`;
    }),
  );
}
