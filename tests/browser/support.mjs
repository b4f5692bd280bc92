// Opens the page in a real browser, and records every error, breach of the policy and request to
// another host. A page is used again for the next test where that is possible.

import assert from "node:assert/strict";
import { AxeBuilder } from "@axe-core/playwright";
import { chromium, firefox } from "playwright-core";

/** The addresses at which `cargo xtask test` serves the site: at the root (`page`), in a subfolder, and pages of another site that embed it (`host`). */
export const urls = {
  page: variable("REKENMODEL_URL"),
  subfolder: variable("REKENMODEL_SUBFOLDER_URL"),
  host: variable("REKENMODEL_HOST_URL"),
};

/** Returns an environment variable; fails if it is not set. */
function variable(name) {
  const value = process.env[name];
  assert.ok(value, `${name} is not set: run these tests with \`cargo xtask test\``);
  return value;
}

/** Returns the options with which Playwright starts Chromium. */
export const launchOptions = () => ({
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

/** Connects to the Chromium that `tests/run.mjs` has started for all files; starts one if there is none. */
export function launch() {
  const address = process.env.REKENMODEL_BROWSER;
  return address ? chromium.connect(address) : chromium.launch(launchOptions());
}

/** Starts Firefox. */
export function launchFirefox() {
  return firefox.launch({ channel: "moz-firefox", executablePath: variable("FIREFOX") });
}

/** Pages that a finished test has left for the next one, by browser. */
const freePages = new WeakMap();

/** Methods that change a page or its context for good. No other test gets a page on which one was called. */
const LASTING_CHANGES = ["route", "addInitScript", "exposeFunction", "grantPermissions", "setOffline", "newCDPSession"];

/**
 * Opens a page as for a first visit and waits until it has loaded.
 *
 * `page.problems` lists everything that went wrong; `page.assertClean()` fails if there is anything in
 * it; `leave(page)` ends the visit.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {object} options `url` (the site's root), `path` (added to it), `width`,
 *   `height`, `colorScheme`, `reducedMotion`, `forcedColors`, `origins` (other
 *   origins that the page may send requests to), and whatever else a Playwright context takes.
 */
export async function openPage(browser, options = {}) {
  const { url = urls.page, path = "", width = 1280, height = 800, origins = [], ...rest } = options;
  const { colorScheme = "light", reducedMotion = "no-preference", forcedColors = "none", ...contextOptions } = rest;
  const viewport = { width, height };
  let page;
  if (canShare(browser, url, contextOptions)) {
    page = freePages.get(browser)?.pop() ?? (await newPage(browser, {}));
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

/** Returns a browser for `openPage` in which these routes, `[address, handler]`, are set before the page is opened. */
export const browserWithRoutes = (browser, ...routes) => ({
  async newContext(options) {
    const context = await browser.newContext(options);
    for (const [address, handle] of routes) await context.route(address, handle);
    return context;
  },
});

/** Whether a visit may use a page that another test has left: only in Chromium, on our site, and without options that need a context of their own. */
const canShare = (browser, url, contextOptions) =>
  Object.keys(contextOptions).length === 0 && url.startsWith(urls.page) && browser.browserType?.().name() === "chromium";

/** Opens a page in a new context, and equips it with `problems`, `assertClean` and `clearStorage`. */
async function newPage(browser, options) {
  const context = await browser.newContext({ locale: "nl-NL", ...options });
  const page = await context.newPage();
  const route = page.route.bind(page);
  page.problems = [];
  page.assertClean = () => assert.deepEqual(page.problems, []);
  await recordProblems(page);
  page.clearStorage = () => clearStorage(page, route);
  waitForDrawing(page.keyboard, ["press"], page);
  waitForDrawing(Object.getPrototypeOf(page.locator("html")), ["press", "click", "check", "uncheck", "selectOption"]);
  for (const owner of [page, context]) {
    for (const name of LASTING_CHANGES.filter((name) => owner[name])) {
      const method = owner[name];
      owner[name] = function (...parameters) {
        page.isChanged = true;
        return method.apply(this, parameters);
      };
    }
  }
  return page;
}

/**
 * Ends a visit. The page is left for the next one, which saves most of the time that opening takes; its
 * storage is cleared. A page that a test has changed for good, or that cannot be cleared, is closed.
 */
export async function leave(page) {
  const context = page.context();
  if (page.isChanged) return context.close();
  try {
    for (const other of context.pages()) if (other !== page) await other.close();
    await page.mouse.move(-1, -1);
    await page.clearStorage();
  } catch {
    return context.close();
  }
  const browser = context.browser();
  freePages.set(browser, [...(freePages.get(browser) ?? []), page]);
}

/** Clears the storage of the site, on an empty page of the site, so that our program cannot write to it meanwhile. */
async function clearStorage(page, route) {
  const address = new URL("empty.html", urls.page).href;
  const body = '<!doctype html><title>Empty</title><link rel="icon" href="data:,">';
  await route(address, (request) => request.fulfill({ body, contentType: "text/html" }));
  await page.goto(address);
  await page.evaluate(() => {
    localStorage.clear();
    sessionStorage.clear();
  });
  await page.unroute(address);
}

/**
 * Makes these methods of a keyboard or locator wait until the page has drawn their effect. Yew pauses
 * after 16 ms of drawing, so on a busy machine it takes a few tasks more; a person would not read or
 * press a key in between.
 */
function waitForDrawing(object, methods, page) {
  for (const name of methods) {
    const method = object[name];
    if (method.waits) continue;
    object[name] = async function (...parameters) {
      const result = await method.apply(this, parameters);
      const threeTasks = () => new Promise((done) => setTimeout(() => setTimeout(() => setTimeout(done))));
      // A page that is being left has nothing more to draw.
      await (page ?? this.page()).evaluate(threeTasks).catch(() => {});
      return result;
    };
    object[name].waits = true;
  }
}

/** Records errors, breaches of the policy and requests to other origins in `page.problems`, those in frames too. */
async function recordProblems(page) {
  const record = (kind, text) => page.problems.push(`${kind}: ${text}`);
  page.on("pageerror", (error) => record("page error", error.stack ?? error));
  page.on("console", (message) => {
    if (message.type() === "error") record("console", `${message.text()} (${message.location().url})`);
  });
  page.on("requestfailed", (request) => {
    // Leaving a page aborts its requests.
    const reason = request.failure()?.errorText;
    if (reason !== "net::ERR_ABORTED") record("request failed", `${request.url()} ${reason}`);
  });
  page.on("response", (response) => {
    if (response.status() >= 400) record("response", `${response.status()} ${response.url()}`);
  });
  page.context().on("request", (request) => {
    const { origin, protocol } = new URL(request.url());
    if (protocol.startsWith("http") && !page.origins.includes(origin)) record("foreign request", request.url());
  });
  await page.exposeFunction("noteViolation", (text) => record("policy", text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
      window.noteViolation(`${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`);
    });
  });
}

/** Returns a line for each fault that axe finds under the rules of WCAG 2.2 AA and the good practice of axe, on the page or within these selectors. */
export async function axe(page, ...selectors) {
  // Scrolled to the top, since axe reports a target that is half under a sticky bar as too small.
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  const values = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];
  // Only violations are described, and in the page itself (legacy mode): that takes a third of the time,
  // with the same rules and faults.
  const builder = new AxeBuilder({ page })
    .options({ runOnly: { type: "tag", values }, resultTypes: ["violations"] })
    .setLegacyMode();
  for (const selector of selectors) builder.include(selector);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const reason = failureSummary.split("\n").slice(1).join(" ").trim();
      return `${id}: ${target.join(" ")}: ${reason}`;
    }),
  );
}
