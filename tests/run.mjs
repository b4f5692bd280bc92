// Runs test files with Node's test runner, and lists the slowest tests: `node tests/run.mjs FILE …`.
// All files share one browser. `cargo xtask test` calls this.

import { availableParallelism } from "node:os";
import { basename } from "node:path";
import { stat } from "node:fs/promises";
import { run } from "node:test";
import { spec } from "node:test/reporters";

/** Number of files that run at the same time: more than there are processors would slow each other down. */
const CONCURRENCY = Math.min(4, availableParallelism());
/** Milliseconds after which a file fails, so that a browser that hangs does not block everything. */
const TIMEOUT = 600_000;
/** Number of slowest tests that are listed. */
const SLOWEST = 10;

const paths = process.argv.slice(2);
const sizes = await Promise.all(paths.map(async (file) => [file, (await stat(file)).size]));
// The largest first, so that no large file is still running alone at the end.
const files = sizes.sort(([, one], [, other]) => other - one).map(([file]) => file);

let browser;
if (process.env.REKENMODEL_URL) {
  const [{ chromium }, { launchOptions }] = await Promise.all([import("playwright-core"), import("./browser/support.mjs")]);
  browser = await chromium.launchServer(launchOptions());
  process.env.REKENMODEL_BROWSER = browser.wsEndpoint();
}

const tests = [];
const recordTest = ({ name, file, details }) => tests.push({ name, file, seconds: details.duration_ms / 1000 });
const report = run({ files, concurrency: CONCURRENCY, timeout: TIMEOUT })
  .on("test:pass", recordTest)
  .on("test:fail", (failed) => {
    process.exitCode = 1;
    recordTest(failed);
  })
  .compose(new spec());
for await (const text of report) process.stdout.write(text);
await browser?.close();

console.log(`\nThe slowest of ${tests.length} tests:`);
for (const { name, file, seconds } of tests.sort((one, other) => other.seconds - one.seconds).slice(0, SLOWEST)) {
  // A test that a helper defines is reported with the helper's file: not worth showing.
  const source = file?.endsWith(".test.mjs") ? ` (${basename(file)})` : "";
  console.log(`${seconds.toFixed(1).padStart(8)} s  ${name}${source}`);
}
