// The page starts at the root of a host, in a subfolder and in a frame; axe and the server's headers.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, leave, openPage, urls } from "./support.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Waits until the page has requested its wasm and has text. */
async function assertStarted(frame) {
  await frame.waitForFunction(
    () => performance.getEntriesByType("resource").some(({ name }) => /\/build-[0-9a-f]{8}\/page_bg\.wasm$/.test(name)),
  );
  await frame.waitForFunction(() => document.body.innerText.trim().length > 0);
}

for (const site of ["page", "subfolder"]) {
  test(`the page opens at the address ${site}`, async () => {
    const page = await openPage(browser, { url: urls[site] });
    assert.match(await page.title(), /Rekenmodel/);
    await assertStarted(page);
    page.assertClean();
    await leave(page);
  });
}

for (const width of [320, 1280]) {
  for (const colorScheme of ["light", "dark"]) {
    test(`axe finds nothing, ${width} px, ${colorScheme}`, async () => {
      const page = await openPage(browser, { width, colorScheme });
      await assertStarted(page);
      assert.deepEqual(await axe(page), []);
      page.assertClean();
      await leave(page);
    });
  }
}

for (const sandbox of [null, "allow-scripts"]) {
  test(`the page opens inside another site's page, sandbox: ${sandbox}`, async () => {
    const query = new URLSearchParams({ src: urls.page, ...(sandbox && { sandbox }) });
    const page = await openPage(browser, {
      url: urls.host,
      path: `embed.html?${query}`,
      origins: [new URL(urls.page).origin],
    });
    const frame = page.frames().find((frame) => frame.url().startsWith(urls.page));
    assert.ok(frame, "there is no frame with the page");
    await assertStarted(frame);
    page.assertClean();
    await leave(page);
  });
}

test("the server sends the policy, types and cache rules", async () => {
  const index = await fetch(urls.page);
  const html = await index.text();
  const [, meta] = html.match(/Content-Security-Policy" content="([^"]+)"/);
  assert.equal(index.headers.get("content-security-policy"), meta);
  assert.equal(index.headers.get("cache-control"), "no-cache");
  assert.equal(index.headers.get("x-frame-options"), null);
  const [, wasm] = html.match(/href="\.\/(build-[0-9a-f]{8}\/page_bg\.wasm)"/);
  const module = await fetch(new URL(wasm, urls.page), { method: "HEAD" });
  assert.equal(module.headers.get("content-type"), "application/wasm");
  assert.equal(module.headers.get("access-control-allow-origin"), "*");
  assert.match(module.headers.get("cache-control"), /immutable/);
  assert.equal((await fetch(new URL("nothing", urls.page))).status, 404);
});
