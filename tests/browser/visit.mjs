// Defines tests that open the page, use it, and fail if anything went wrong on it.

import { after, before, test } from "node:test";
import { launch, leave } from "./support.mjs";
import { openApp } from "./person.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Defines a test. `run` is called with a page, opened by `openApp` with these options, and with the browser, for a second page. */
export function visit(name, options, run) {
  test(name, async () => {
    const page = await openApp(browser, options);
    try {
      await run(page, browser);
      page.assertClean();
    } finally {
      await leave(page);
    }
  });
}
