// A long visit: many random acts on one page that is never loaded again. There must be no error, and the
// page must not grow: a council meeting lasts hours.

import { leave } from "../browser/support.mjs";
import { STAYING_ACTS, doRandomAct, findFaults, openVisit } from "./acts.mjs";
import { faultsAfterWaiting } from "./figures.mjs";
import { scenarios } from "./module.mjs";
import { Choices } from "./random.mjs";

/** The number of acts between two searches for faults, and after which a fault's report begins. */
const ACTS_PER_SEARCH = 20;
/** How much larger a measurement may be at the end than at the first time. */
const MAX_GROWTH = 1.1;

/** Runs before the page's scripts: remembers the memory of each wasm program. */
function watchMemory() {
  window.wasmMemories = [];
  for (const name of ["instantiate", "instantiateStreaming"]) {
    const original = WebAssembly[name];
    WebAssembly[name] = async (...parameters) => {
      const result = await original.apply(WebAssembly, parameters);
      const { memory } = (result.instance ?? result).exports;
      if (memory && !window.wasmMemories.includes(memory)) window.wasmMemories.push(memory);
      return result;
    };
  }
}

/** Brings the page back to its first state, and measures it: `{ name: size }`. */
async function measure(page, client) {
  await page.evaluate(() => (location.hash = "delen"));
  await page.getByRole("button", { name: "Alles wissen uit deze browser" }).press("Enter");
  await page.evaluate(() => (location.hash = "rekenblad"));
  await page.getByRole("button", { name: "Naar de inhoud" }).waitFor({ state: "attached" });
  await page.waitForTimeout(2_000);
  for (let times = 0; times < 3; times += 1) await client.send("HeapProfiler.collectGarbage");
  const { metrics } = await client.send("Performance.getMetrics");
  const metric = (name) => metrics.find((one) => one.name === name).value;
  return {
    "bytes of JavaScript": metric("JSHeapUsedSize"),
    "nodes": metric("Nodes"),
    "listeners": metric("JSEventListeners"),
    "bytes of wasm": await page.evaluate(() => window.wasmMemories.reduce((sum, { buffer }) => sum + buffer.byteLength, 0)),
  };
}

/** The number of rounds of acts. What the last one adds to those before it is growth. */
const ROUNDS = 3;

/**
 * Does `count` acts on one page of this width: returns `{ tried, faults }`, as the other attacks do.
 * Each round has the same acts, and ends in the first state. With other acts, such as one that opens a
 * larger scenario, a page would need more without a leak: the memory of a wasm program never shrinks.
 * In the second round it still grows, since what was freed lies in pieces; hardly so in later ones.
 */
export async function attackLongVisit(browser, { count, seed, width, prepare, timeout }) {
  const all = await scenarios();
  const page = await openVisit(browser, async (page) => {
    await page.addInitScript(watchMemory);
    await prepare?.(page);
  }, { width });
  const client = await page.context().newCDPSession(page);
  await client.send("Performance.enable");
  const faults = [];
  let tried = 0;
  const actUntil = async (end) => {
    const choices = new Choices(seed);
    for (let done = []; tried < end && faults.length === 0; tried += 1) {
      done.push(await doRandomAct(page, choices, all, STAYING_ACTS));
      if (done.length < ACTS_PER_SEARCH && tried + 1 < end) continue;
      const found = await faultsAfterWaiting(() => findFaults(page).catch((error) => [`it does not answer: ${error.message}`]), timeout);
      if (found.length > 0) faults.push(`seed ${seed}, width ${width}, act ${tried}: ${[...new Set(found)].slice(0, 3).join("; ")}\n    after: ${done.join(" | ")}`);
      done = [];
    }
  };
  const measurements = [];
  for (let round = 1; round <= ROUNDS; round += 1) {
    await actUntil(Math.ceil((count * round) / ROUNDS));
    measurements.push(await measure(page, client));
  }
  const [before, after] = measurements.slice(-2);
  for (const [name, size] of Object.entries(before)) {
    if (after[name] > size * MAX_GROWTH) faults.push(`seed ${seed}, width ${width}: ${name} grew from ${size} to ${after[name]}`);
  }
  await leave(page);
  return { tried, faults };
}
