// Reports the speed of the view of uncertainty: the time from an input to the painted distribution, and
// the longest tasks while a slider is dragged.

import { mkdir, writeFile } from "node:fs/promises";
import { openPage } from "../support.mjs";
import { loadLazyFeatures } from "../person.mjs";
import { SLOW_DOWN, WARM_UP_RUNS, timesLessEmptyHandler, printRow, measure, median, slowDown } from "./measure.mjs";

const RUNS = 40;
const LONG = 50; // milliseconds from which a person notices a task

/** Opens the view, in a page with workers or without, and waits until all draws are made. */
async function openView(browser, { workers = true } = {}) {
  const page = await openPage(browser);
  await page.evaluate((workers) => {
    if (!workers) delete globalThis.Worker;
    location.hash = "#onzekerheid";
  }, workers);
  await page.getByText("Wij rekenden 100.000 keer").waitFor();
  await loadLazyFeatures(page);
  await page.waitForTimeout(500);
  return page;
}

/** Opens the group with a slider, and scrolls to the slider. */
async function scrollToSlider(page, slider) {
  const group = page.locator("details:not([open])").filter({ has: slider }).locator("> summary");
  if (await group.count()) await group.press("Enter");
  await slider.evaluate((found) => found.scrollIntoView({ block: "center" }));
  await page.waitForTimeout(300);
}

async function reportAnswers(browser, rate) {
  console.log(`\nOnzekerheid at 100,000 draws, ${rate}× CPU slow-down, less the time of an empty handler, median of ${RUNS}:`);
  for (const [title, name, value] of [
    ["A quantity", "Cliënten minder, schuif", (run) => 10 + (run % 9)],
    ["A cost", "Loonkosten per fte, schuif", (run) => 46_000 + 100 * run],
    ["The drempel", "Wat mag het per bezoeker kosten?, schuif", (run) => 5 + 5 * run],
    ["An end of a range", "Laagste waarde van Minder dagbesteding: aantal", (run) => 4 + (run % 7)],
  ]) {
    const page = await openView(browser);
    const slider = page.getByRole("slider", { name, exact: true, includeHidden: true }).first();
    await scrollToSlider(page, slider);
    await slowDown(page, rate);
    const values = Array.from({ length: RUNS + WARM_UP_RUNS }, (_, run) => String(value(run)));
    const found = timesLessEmptyHandler(await measure(slider, values, true));
    printRow(`${title}: script`, median(found("script")));
    printRow(`${title}: until the next frame is painted`, median(found("painted")));
    printRow(`${title}: until all draws are painted`, median(found("full", "painted")));
    await page.context().close();
  }
}

/** Drags a slider to its end and back, by mouse. Returns the recorded trace, and the numbers of answers and frames. */
async function drag(browser, options) {
  const page = await openView(browser, options);
  const slider = page.locator('.on-axis input');
  await slider.scrollIntoViewIfNeeded();
  await slowDown(page, options.rate);
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
  for (let step = 0; step <= 120; step += 1) {
    const position = step <= 60 ? step / 60 : 2 - step / 60;
    await page.mouse.move(box.x + 10 + position * (box.width - 20), y);
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
 * Returns the duration in milliseconds of each task of the page's main thread, from a recorded trace: by
 * the clock, and in processor time, which other programs on the machine do not lengthen.
 */
function taskTimes(trace) {
  const { traceEvents: events } = JSON.parse(trace.toString());
  const mainThreads = events.filter(({ name, args }) => name === "thread_name" && args.name === "CrRendererMain");
  const isOfPage = (event) => mainThreads.some(({ pid, tid }) => pid === event.pid && tid === event.tid);
  const found = events.filter((event) => event.name === "RunTask" && isOfPage(event));
  return found.map(({ dur = 0, tdur = 0 }) => ({ clock: dur / 1000, processor: tdur / 1000 }));
}

/**
 * Reports the longest task at full speed and in a browser that is slowed down, each by the clock and by
 * processor time. On a busy machine the clock also counts the time of other programs. Processor time at
 * full speed is multiplied by `SLOW_DOWN`, to be comparable with the slowed-down browser.
 */
async function reportDragging(browser) {
  console.log("\nA slider dragged to its end and back, by a recorded trace, longest task of the page's main thread:");
  await mkdir("target", { recursive: true });
  for (const [title, options, file] of [
    ["with a worker", {}, "worker"],
    ["without workers", { workers: false }, "page"],
  ]) {
    for (const rate of [1, SLOW_DOWN]) {
      const { trace, answers, frames } = await drag(browser, { ...options, rate });
      await writeFile(`target/trace-${file}-${rate}.json`, trace);
      const all = taskTimes(trace);
      for (const [kind, factor, name] of [
        ["clock", 1, `${rate}× by the clock`],
        ["processor", SLOW_DOWN / rate, rate === 1 ? `${SLOW_DOWN} × time of the processor` : `${rate}× by time of the processor`],
      ]) {
        const long = all.filter((task) => task[kind] * factor > LONG).length;
        const longest = Math.max(...all.map((task) => task[kind] * factor));
        printRow(`${title}, ${name}`, longest, `(${long} of ${all.length} over ${LONG} ms)`);
      }
      console.log(`${`${title}, answers in ${frames} frames of dragging`.padEnd(58)} ${String(answers).padStart(8)}`);
    }
  }
}

/** Prints the whole report of the view. */
export async function reportUncertainty(browser) {
  await reportAnswers(browser, 1);
  await reportAnswers(browser, SLOW_DOWN);
  await reportDragging(browser);
}
