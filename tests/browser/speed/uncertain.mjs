// The speed of the view of what is uncertain: from an input to its painted
// distribution, and whether anything long happens while a slider is dragged.

import { mkdir, writeFile } from "node:fs/promises";
import { openPage } from "../support.mjs";
import { touch } from "../person.mjs";
import { SLOW, above, line, measure, median, slow } from "./measure.mjs";

const RUNS = 40;
const LONG = 50; // milliseconds of a task that a person notices

/** The view, with all draws done, in a page with workers or in one without. */
async function open(browser, { workers = true } = {}) {
  const page = await openPage(browser);
  await page.evaluate((workers) => {
    if (!workers) delete globalThis.Worker;
    location.hash = "#onzekerheid";
  }, workers);
  await page.getByText("Berekend met 100.000 trekkingen.").waitFor();
  await touch(page);
  await page.waitForTimeout(500);
  return page;
}

/** Opens the group that a slider stands in and brings it in sight: nobody moves one that is not. */
async function bring(page, slider) {
  const group = page.locator("details:not([open])").filter({ has: slider }).locator("> summary");
  if (await group.count()) await group.press("Enter");
  await slider.evaluate((found) => found.scrollIntoView({ block: "center" }));
  await page.waitForTimeout(300);
}

async function reportAnswers(browser, rate) {
  console.log(`\nOnzekerheid at 100,000 draws, ${rate}× CPU slow-down, above an empty handler, median of ${RUNS}:`);
  for (const [what, name, value] of [
    ["A quantity", "Cliënten minder, schuif", (run) => 10 + (run % 9)],
    ["A cost", "Loonkosten per fte, schuif", (run) => 46_000 + 100 * run],
    ["The worth of the rest", "Wat de rest u waard is, schuif", (run) => 5 + 5 * run],
    ["An end of a range", "Laagste waarde van Minder dagbesteding: aantal", (run) => 4 + (run % 7)],
  ]) {
    const page = await open(browser);
    const slider = page.getByRole("slider", { name, exact: true, includeHidden: true }).first();
    await bring(page, slider);
    await slow(page, rate);
    const values = Array.from({ length: RUNS + 5 }, (_, run) => String(value(run)));
    const found = above(await measure(slider, values, true));
    line(`${what}: script`, median(found("script")));
    line(`${what}: until the next frame is painted`, median(found("painted")));
    line(`${what}: until all draws are painted`, median(found("full", "painted")));
    await page.context().close();
  }
}

/** Drags a slider there and back, as with a mouse; gives what the page's own thread did. */
async function drag(browser, options) {
  const page = await open(browser, options);
  const slider = page.locator('.on-axis input');
  await slider.scrollIntoViewIfNeeded();
  await slow(page, options.rate);
  const box = await slider.boundingBox();
  const y = box.y + box.height / 2;
  await page.evaluate(() => {
    window.answers = [];
    addEventListener("rekenmodel-simulated", ({ detail }) => detail.numbers && answers.push(detail.numbers[0]));
  });
  await browser.startTracing(page, { categories: ["devtools.timeline", "disabled-by-default-devtools.timeline"] });
  await page.mouse.move(box.x + 10, y);
  await page.mouse.down();
  let frames = 0;
  for (let part = 0; part <= 120; part += 1) {
    const at = part <= 60 ? part / 60 : 2 - part / 60;
    await page.mouse.move(box.x + 10 + at * (box.width - 20), y);
    await page.evaluate(() => new Promise((next) => requestAnimationFrame(next)));
    frames += 1;
  }
  await page.mouse.up();
  const answers = await page.evaluate(() => answers.length);
  await page.waitForTimeout(600);
  const trace = await browser.stopTracing();
  await page.context().close();
  return { trace, answers, frames };
}

/**
 * How long each task of the page's main thread took, by a recorded trace: by
 * the clock, and in time of the processor, which other programs on the machine
 * do not lengthen.
 */
function tasks(trace) {
  const { traceEvents: events } = JSON.parse(trace.toString());
  const mains = events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const own = (event) => mains.some(({ pid, tid }) => pid === event.pid && tid === event.tid);
  const found = events.filter((event) => event.name === "RunTask" && own(event));
  return found.map(({ dur = 0, tdur = 0 }) => ({ clock: dur / 1000, processor: tdur / 1000 }));
}

/** A slow-down by a busy machine counts twice when the browser slows itself down: so there are two ways to tell. */
async function reportDragging(browser) {
  console.log("\nA slider dragged there and back, by a recorded trace, longest task of the page's main thread:");
  await mkdir("target", { recursive: true });
  for (const [what, options, file] of [
    ["with a worker", {}, "worker"],
    ["without workers", { workers: false }, "page"],
  ]) {
    for (const rate of [1, SLOW]) {
      const { trace, answers, frames } = await drag(browser, { ...options, rate });
      await writeFile(`target/trace-${file}-${rate}.json`, trace);
      const all = tasks(trace);
      for (const [of, times, named] of [
        ["clock", 1, `${rate}× by the clock`],
        ["processor", SLOW / rate, rate === 1 ? `${SLOW} × time of the processor` : `${rate}× by time of the processor`],
      ]) {
        const long = all.filter((task) => task[of] * times > LONG).length;
        const most = Math.max(...all.map((task) => task[of] * times));
        line(`${what}, ${named}`, most, `(${long} of ${all.length} over ${LONG} ms)`);
      }
      console.log(`${`${what}, answers in ${frames} frames of dragging`.padEnd(58)} ${String(answers).padStart(8)}`);
    }
  }
}

/** Prints it all. */
export async function reportUncertain(browser) {
  await reportAnswers(browser, 1);
  await reportAnswers(browser, SLOW);
  await reportDragging(browser);
}
