// A test that opens the page, does something, and fails where anything went wrong on the way.

import { after, before, test } from "node:test";
import { launch, leave } from "./support.mjs";
import { start } from "./person.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

/** Opens the page as `start` does with these options; `act` gets it, and the browser for another one. */
export function visit(name, options, act) {
  test(name, async () => {
    const page = await start(browser, options);
    try {
      await act(page, browser);
      page.assertClean();
    } finally {
      await leave(page);
    }
  });
}
