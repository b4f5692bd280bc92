// Runs test files with Node's test runner: `node tests/run.mjs FILE …`. All of
// them use one browser, as many files at a time as there are processors.

import { availableParallelism } from "node:os";
import { basename } from "node:path";
import { stat } from "node:fs/promises";
import { run } from "node:test";
import { spec } from "node:test/reporters";

/** Files that open pages wait for each other's processors; more at a time only slows each down. */
const TOGETHER = Math.min(4, availableParallelism());
/** A browser that hangs must not hang everything. */
const LONGEST = 600_000;
const SLOWEST = 10;

const given = process.argv.slice(2);
const sizes = await Promise.all(given.map(async (file) => [file, (await stat(file)).size]));
// The largest first, so that none of those is still running alone at the end.
const files = sizes.sort(([, one], [, other]) => other - one).map(([file]) => file);

let browser;
if (process.env.REKENMODEL_URL) {
  const [{ chromium }, { settings }] = await Promise.all([import("playwright-core"), import("./browser/support.mjs")]);
  browser = await chromium.launchServer(settings());
  process.env.REKENMODEL_BROWSER = browser.wsEndpoint();
}

const tests = [];
const note = ({ name, file, details }) => tests.push({ name, file, seconds: details.duration_ms / 1000 });
const report = run({ files, concurrency: TOGETHER, timeout: LONGEST })
  .on("test:pass", note)
  .on("test:fail", (failed) => {
    process.exitCode = 1;
    note(failed);
  })
  .compose(new spec());
for await (const text of report) process.stdout.write(text);
await browser?.close();

console.log(`\nThe slowest of ${tests.length} tests:`);
for (const { name, file, seconds } of tests.sort((one, other) => other.seconds - one.seconds).slice(0, SLOWEST)) {
  // A test made by a helper has the helper's file, which says nothing.
  const place = file?.endsWith(".test.mjs") ? ` (${basename(file)})` : "";
  console.log(`${seconds.toFixed(1).padStart(8)} s  ${name}${place}`);
}
