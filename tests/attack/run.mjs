// Runs all attacks on the built site, and prints a report: `cargo xtask attack [COUNT [SEED]]`
// calls this. A fault is reported with the seed, so that the same command finds it again.

import { attackEmbeddingPages } from "./hosts.mjs";
import { attackLinks } from "./links.mjs";
import { attackLongVisit } from "./growth.mjs";
import { attackModule } from "./module.mjs";
import { attackPage } from "./acts.mjs";
import { launch } from "../browser/support.mjs";
import { rekenmodel } from "../browser/person.mjs";

const [count, seed] = process.argv.slice(2).map(Number);
/** Number of faults of each attack that are printed. */
const SHOWN = 10;

const browser = await launch();
const attacks = [
  // COUNT is the number of acts. Calls of the module are far quicker than pages, so there are more.
  ["hostile input to the module", count * 20, (options) => attackModule(rekenmodel, options)],
  ["random acts on the page", count, (options) => attackPage(browser, options)],
  ["acts on one page, 1280 px wide", count * 4, (options) => attackLongVisit(browser, { ...options, width: 1280 })],
  ["acts on one page, 360 px wide", count * 4, (options) => attackLongVisit(browser, { ...options, width: 360 })],
  ["damaged links", Math.ceil(count / 4), (options) => attackLinks(browser, options)],
  ["pages of other sites that embed it", Math.ceil(count / 10), (options) => attackEmbeddingPages(browser, options)],
];

const rows = [];
for (const [name, number, attack] of attacks) {
  console.log(`\n== ${name}: ${number}, seed ${seed}`);
  const started = performance.now();
  const { tried, faults } = await attack({ count: number, seed });
  for (const fault of faults.slice(0, SHOWN)) console.log(`✖ ${fault}`);
  if (faults.length > SHOWN) console.log(`… and ${faults.length - SHOWN} more`);
  rows.push({ name, tried, faults: faults.length, seconds: (performance.now() - started) / 1000 });
}
await browser.close();

const line = (name, tried, faults, seconds) =>
  console.log(`${name.padEnd(35)} ${String(tried).padStart(8)} ${String(faults).padStart(8)} ${String(seconds).padStart(10)}`);
console.log("");
line("Attack", "tried", "faults", "seconds");
for (const { name, tried, faults, seconds } of rows) line(name, tried, faults, seconds.toFixed(1));
const failed = rows.filter(({ faults }) => faults > 0).length;
console.log(`\n${rows.length - failed} passed, ${failed} failed, 0 skipped`);
process.exitCode = failed > 0 ? 1 : 0;
