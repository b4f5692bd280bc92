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

/** Starts the browser that `CHROMIUM` names. */
export function launch() {
  return chromium.launch({
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
}

/** Starts the Firefox that `FIREFOX` names. */
export function launchFirefox() {
  return firefox.launch({ channel: "moz-firefox", executablePath: variable("FIREFOX") });
}

/**
 * Opens a page in a fresh context and waits until it has loaded.
 *
 * `page.problems` lists what went wrong; `page.assertClean()` fails on any;
 * `page.ready()` waits for the page's own program; `page.context().close()` ends it.
 *
 * @param {import("playwright-core").Browser} browser
 * @param {object} options `url` (the site's root), `path` (added to it), `width`,
 *   `height`, `colorScheme`, `reducedMotion`, `forcedColors`, `origins` (other
 *   origins that may be asked), and whatever else a Playwright context takes.
 */
export async function openPage(browser, options = {}) {
  const { url = urls.page, path = "", width = 1280, height = 800, origins = [], ...rest } = options;
  const context = await browser.newContext({ viewport: { width, height }, locale: "nl-NL", ...rest });
  const page = await context.newPage();
  page.problems = [];
  await record(page, [new URL(url).origin, ...origins]);
  page.assertClean = () => assert.deepEqual(page.problems, []);
  waitAfter(page.keyboard, ["press"], page);
  waitAfter(Object.getPrototypeOf(page.locator("html")), ["press", "click", "check", "uncheck", "selectOption"]);
  await page.goto(new URL(path, url).href, { waitUntil: "load" });
  return page;
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
async function record(page, origins) {
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
    if (protocol.startsWith("http") && !origins.includes(origin)) note("foreign request", request.url());
  });
  await page.exposeFunction("noteViolation", (text) => note("policy", text));
  await page.addInitScript(() => {
    document.addEventListener("securitypolicyviolation", (event) => {
      const { effectiveDirective, blockedURI, sourceFile, lineNumber, sample } = event;
      window.noteViolation(`${effectiveDirective} ${blockedURI} ${sourceFile}:${lineNumber} ${sample}`);
    });
  });
}

/** What axe finds against WCAG 2.2 AA, as short lines; `include` limits it to a selector. */
export async function axe(page, include) {
  // What happens to lie half under the bar that stays, or passes it, is no small target.
  await page.evaluate(() => scrollTo({ top: 0, behavior: "instant" }));
  const builder = new AxeBuilder({ page }).withTags(["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]);
  if (include) builder.include(include);
  const { violations } = await builder.analyze();
  return violations.flatMap(({ id, nodes }) =>
    nodes.map(({ target, failureSummary }) => {
      const reason = failureSummary.split("\n").slice(1).join(" ").trim();
      return `${id}: ${target.join(" ")}: ${reason}`;
    }),
  );
}
