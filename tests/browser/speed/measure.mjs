// Helpers for the reports of speed: they slow the processor down, and measure the time from an input
// event to its effect on the screen.

/** The factor by which the browser slows the processor down, as on a simple phone. */
export const SLOW_DOWN = 4;

/** The number of runs that come first and are left out of the report: they warm the browser up. */
export const WARM_UP_RUNS = 5;

/** Returns the median, or the higher one of the middle values of an even number. */
export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
/** Prints a row of the report, with a time in milliseconds. */
export const printRow = (title, value, more = "") =>
  console.log(`${title.padEnd(58)} ${value.toFixed(1).padStart(8)} ms ${more}`);

/** Slows the processor of a page down by a factor; returns its session of the DevTools protocol. */
export async function slowDown(page, rate) {
  const connection = await page.context().newCDPSession(page);
  await connection.send("Emulation.setCPUThrottlingRate", { rate });
  return connection;
}

/**
 * Enters each of `values` in a field, and measures how long after the input event the program has run
 * (`script`), layout is done (`layout`), the next frame is painted (`painted`) and, with `answers`, the
 * frame with the results of all 100,000 draws (`full`). After each value it measures a field with an
 * empty listener as well. Returns `{ page, empty }`: a list of times for either field.
 */
export function measure(field, values, answers = false) {
  return field.evaluate(
    async (field, [values, answers]) => {
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
      let onFullAnswer = () => {};
      addEventListener("rekenmodel-simulated", ({ detail }) => detail.numbers?.[0] === 100_000 && onFullAnswer());
      const empty = document.body.appendChild(document.createElement("input"));
      empty.addEventListener("input", () => {});
      const measureOnce = async (input, value, answered) => {
        await frame();
        set.call(input, value);
        const started = performance.now();
        const since = () => performance.now() - started;
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
        // The program draws in a microtask after the event.
        await Promise.resolve();
        await new Promise((done) => queueMicrotask(done));
        const script = since();
        // Reading a size forces layout. While an answer is on its way that would lay out the page
        // twice, which it never does by itself.
        if (!answered) document.body.getBoundingClientRect();
        const layout = since();
        const next = frame().then(since);
        await answered;
        const [painted] = await Promise.all([next, answered && frame()]);
        return { script, layout, painted, full: since() };
      };
      const rows = { page: [], empty: [] };
      for (const value of values) {
        rows.empty.push(await measureOnce(empty, value));
        const answered = answers ? new Promise((done) => (onFullAnswer = done)) : undefined;
        if (!field.isConnected) throw new Error("the page put another field in its place");
        rows.page.push(await measureOnce(field, value, answered));
        await new Promise((done) => setTimeout(done, 30));
      }
      empty.remove();
      return rows;
    },
    [values, answers],
  );
}

/**
 * Takes the times that `measure` returned. Returns a function that gives, for each run, the time until
 * the end of a phase, such as `script`, in the page's field, less the time until the end of
 * `emptyPhase` in the field with the empty listener: the same phase, unless another is given. The first
 * `WARM_UP_RUNS` runs are left out.
 */
export const timesLessEmptyHandler =
  ({ page, empty }) =>
  (phase, emptyPhase = phase) =>
    page.map((row, run) => row[phase] - empty[run][emptyPhase]).slice(WARM_UP_RUNS);
