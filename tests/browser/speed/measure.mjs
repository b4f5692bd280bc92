// What the reports of speed have in common: a slow processor, and the time
// from an event to what it changes on the screen.

export const SLOW = 4;

export const median = (values) => [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)];
export const line = (what, value, more = "") =>
  console.log(`${what.padEnd(58)} ${value.toFixed(1).padStart(8)} ms ${more}`);

/** Slows the processor of a page down; gives its connection to the browser. */
export async function slow(page, rate) {
  const connection = await page.context().newCDPSession(page);
  await connection.send("Emulation.setCPUThrottlingRate", { rate });
  return connection;
}

/**
 * Times from an input event, in turns with an empty listener: until the program
 * has run, until the next frame is painted, and with `answers` until the one
 * that shows what all 100,000 draws say, without until all has its place.
 */
export function measure(field, values, answers = false) {
  return field.evaluate(
    async (field, [values, answers]) => {
      const frame = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
      let full = () => {};
      addEventListener("rekenmodel-simulated", ({ detail }) => detail.numbers?.[0] === 100_000 && full());
      const empty = document.body.appendChild(document.createElement("input"));
      empty.addEventListener("input", () => {});
      const once = async (input, value, answered) => {
        await frame();
        set.call(input, value);
        const started = performance.now();
        const since = () => performance.now() - started;
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
        // The program draws in a microtask after the event.
        await Promise.resolve();
        await new Promise((done) => queueMicrotask(done));
        const script = since();
        // Asked of what comes at once only: whoever asks while an answer is on its
        // way has all laid out twice, which the page never does.
        if (!answered) document.body.getBoundingClientRect();
        const layout = since();
        const next = frame().then(since);
        await answered;
        const [painted] = await Promise.all([next, answered && frame()]);
        return { script, layout, painted, full: since() };
      };
      const rows = { page: [], empty: [] };
      for (const value of values) {
        rows.empty.push(await once(empty, value));
        const answered = answers ? new Promise((done) => (full = done)) : undefined;
        if (!field.isConnected) throw new Error("the page put another field in its place");
        rows.page.push(await once(field, value, answered));
        await new Promise((rest) => setTimeout(rest, 30));
      }
      empty.remove();
      return rows;
    },
    [values, answers],
  );
}

/** Times above an empty listener, without the first five: `above(part, of)`. */
export const above =
  ({ page, empty }) =>
  (part, of = part) =>
    page.map((row, run) => row[part] - empty[run][of]).slice(5);
