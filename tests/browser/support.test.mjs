// The record of problems does notice them: without this, silence proves nothing.

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
  test(`notices: ${problem}, from ${cause}`, async () => {
    const page = await openPage(browser);
    page.assertClean();
    // An exception is one more way to refuse.
    await page.evaluate(cause).catch(() => {});
    const deadline = Date.now() + 5000;
    while (!page.problems.some((found) => found.startsWith(`${problem}:`))) {
      assert.ok(Date.now() < deadline, `noticed only ${JSON.stringify(page.problems)}`);
      await page.waitForTimeout(20);
    }
    assert.throws(page.assertClean);
    await leave(page);
  });
}

test("notices a frame that may not be there", async () => {
  const page = await openPage(browser, { url: urls.host, path: `embed.html?src=${encodeURIComponent(urls.page)}` });
  assert.ok(page.problems.some((found) => found.startsWith("foreign request:")), page.problems.join("\n"));
  await leave(page);
});
