// The helpers of support.mjs record every kind of problem, and hand no page with traces of another test
// to the next one. Otherwise a test without problems would prove nothing.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { launch, leave, openPage, urls } from "./support.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

for (const [problem, cause] of [
  ["policy", () => document.body.setAttribute("style", "color: red")],
  ["policy", () => (document.body.innerHTML = "<p>not a trusted type</p>")],
  ["page error", () => void setTimeout(() => { throw new Error("on purpose"); })],
  ["console", () => console.error("on purpose")],
  ["response", () => fetch("./nothing")],
  ["foreign request", () => void open("http://localhost:9/")],
]) {
  test(`records a ${problem}, from ${cause}`, async () => {
    const page = await openPage(browser);
    page.assertClean();
    // The browser may refuse by throwing.
    await page.evaluate(cause).catch(() => {});
    const deadline = Date.now() + 5000;
    while (!page.problems.some((found) => found.startsWith(`${problem}:`))) {
      assert.ok(Date.now() < deadline, `recorded only ${JSON.stringify(page.problems)}`);
      await page.waitForTimeout(20);
    }
    assert.throws(page.assertClean);
    await leave(page);
  });
}

test("records the request of a frame from an origin that is not allowed", async () => {
  const page = await openPage(browser, { url: urls.host, path: `embed.html?src=${encodeURIComponent(urls.page)}` });
  assert.ok(page.problems.some((found) => found.startsWith("foreign request:")), page.problems.join("\n"));
  await leave(page);
});

test("a page that another test has left has no traces of that test", async () => {
  const state = () => [localStorage.length, sessionStorage.length, innerWidth, matchMedia("(prefers-color-scheme: dark)").matches];
  const page = await openPage(browser, { width: 320, colorScheme: "dark" });
  assert.deepEqual(await page.evaluate(state), [0, 0, 320, true]);
  await page.evaluate(() => {
    localStorage.setItem("rekenmodel", "kept");
    sessionStorage.setItem("rekenmodel", "kept");
    console.error("on purpose");
  });
  const other = await page.context().newPage();
  await leave(page);
  const next = await openPage(browser);
  assert.equal(next, page, "it is another page");
  assert.deepEqual(await next.evaluate(state), [0, 0, 1280, false]);
  assert.ok(other.isClosed());
  next.assertClean();
  await leave(next);
});

test("a page that a test changed for good is not given to another", async () => {
  const page = await openPage(browser);
  await page.route("**/nothing", (route) => route.abort());
  await leave(page);
  assert.ok(page.isClosed());
  const next = await openPage(browser);
  assert.notEqual(next, page);
  await leave(next);
});
