// A report, no test: how long until a change is on the screen, and until the
// page can be used. `cargo xtask speed` runs it.

import { launch } from "./support.mjs";
import { field, ready, start } from "./person.mjs";
import { SLOW, line, median, reportUncertain, slow } from "./speed/uncertain.mjs";

const RUNS = 30;

/**
 * Times from an input event to the frame after the one that paints it, in
 * turns: with the program listening, and with an empty listener only.
 */
function measure(page, name, values) {
  return page.evaluate(
    async ([name, values]) => {
      const painted = () => new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))));
      const aligned = () => new Promise((done) => requestAnimationFrame(() => setTimeout(done)));
      const empty = document.body.appendChild(document.createElement("input"));
      empty.addEventListener("input", () => {});
      const set = Object.getOwnPropertyDescriptor(HTMLInputElement.prototype, "value").set;
      const once = async (input, value) => {
        await aligned();
        set.call(input, value);
        const started = performance.now();
        input.dispatchEvent(new InputEvent("input", { bubbles: true }));
        // The program draws in a microtask after the event.
        await Promise.resolve();
        await new Promise((done) => queueMicrotask(done));
        const script = performance.now() - started;
        document.body.getBoundingClientRect();
        const layout = performance.now() - started;
        return { script, layout, painted: (await painted()) - started };
      };
      const rows = { page: [], empty: [] };
      for (const value of values) {
        rows.empty.push(await once(empty, value));
        rows.page.push(await once(document.querySelector(`input[name="${name}"]`), value));
      }
      empty.remove();
      return rows;
    },
    [name, values],
  );
}

async function reportInput(browser) {
  console.log(`\nFrom input to painted result, median of ${RUNS}, at ${SLOW}× CPU slow-down, above an empty handler:`);
  for (const [what, name, value] of [
    ["Bezoekers (changes the figures per visitor)", "bezoekers", (run) => 501 + run],
    ["Betaalde medewerkers (changes everything)", "fte", (run) => (3 + run / 100).toFixed(2).replace(".", ",")],
    ["Cliënten minder (changes everything)", "dagbesteding.aantal", (run) => 17 + run],
    ["Aantal jaren (changes the table of years)", "horizon", (run) => 2 + (run % 19)],
  ]) {
    const page = await start(browser);
    await slow(page, SLOW);
    const values = Array.from({ length: RUNS + 5 }, (_, run) => String(value(run)));
    const { page: rows, empty } = await measure(page, name, values);
    const above = (part) => rows.map((row, run) => row[part] - empty[run][part]).slice(5);
    const worst = Math.max(...above("layout"));
    line(`${what}: script`, median(above("script")));
    line(`${what}: script and layout`, median(above("layout")), `(worst ${worst.toFixed(1)})`);
    line(`${what}: until painted`, median(above("painted")));
    await page.context().close();
  }
}

/** Opens twelve scenarios that all differ, as from a file. */
async function openTwelve(page) {
  const scenarios = Array.from({ length: 12 }, (_, n) => ({
    name: `Scenario ${n}`,
    values: { fte: 3 + n / 10, huisvesting: 40_000 + n, "dagbesteding.autonoom": n / 20, "dagbesteding.aantal": 10 + n },
    custom: [{ id: "c1", side: "cost", label: "Scholing", quantity: n, amount: 100 }],
  }));
  const buffer = Buffer.from(JSON.stringify({ schema: 1, scenarios, reference: 0 }));
  await page.getByRole("link", { name: "Delen" }).press("Enter");
  await page.getByLabel("Bestand openen").setInputFiles({ name: "s.json", mimeType: "application/json", buffer });
  await page.getByText(/Het bestand met 12/).waitFor();
}

async function reportTwelve(browser) {
  console.log(`\nThe same with twelve scenarios, each with its chance, at ${SLOW}× CPU slow-down:`);
  for (const [what, view, name, value] of [
    ["Rekenen, Betaalde medewerkers", "Rekenen", "fte", (run) => (3 + run / 100).toFixed(2).replace(".", ",")],
    ["Vergelijken, a name, while chances are simulated", "Vergelijken", "scenario-hernoem", (run) => `Naam ${run}`],
  ]) {
    const page = await start(browser);
    await slow(page, SLOW);
    await openTwelve(page);
    await page.getByRole("link", { name: view }).press("Enter");
    await page.locator(`input[name="${name}"]`).waitFor({ state: "attached" });
    const values = Array.from({ length: RUNS + 5 }, (_, run) => String(value(run)));
    const { page: rows, empty } = await measure(page, name, values);
    const above = (part) => rows.map((row, run) => row[part] - empty[run][part]).slice(5);
    line(`${what}: script`, median(above("script")), `(worst ${Math.max(...above("script")).toFixed(1)})`);
    line(`${what}: script and layout`, median(above("layout")), `(worst ${Math.max(...above("layout")).toFixed(1)})`);
    await page.context().close();
  }
}

async function reportStart(browser) {
  console.log(`\nFirst visit, slow 4G (1.6 Mbit/s, 150 ms) and ${SLOW}× CPU slow-down, median of 5:`);
  const rows = [];
  for (let run = 0; run < 5; run += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const connection = await slow(page, SLOW);
    await connection.send("Network.enable");
    const speed = (1.6 * 1024 * 1024) / 8;
    await connection.send("Network.emulateNetworkConditions", {
      offline: false, latency: 150, downloadThroughput: speed, uploadThroughput: speed / 2,
    });
    await page.addInitScript(() => {
      new MutationObserver((_, observer) => {
        if (!document.querySelector('input[name="bezoekers"]')) return;
        observer.disconnect();
        requestAnimationFrame(() => setTimeout(() => (window.usable = performance.now())));
      }).observe(document, { childList: true, subtree: true });
    });
    await page.goto(process.env.REKENMODEL_URL, { waitUntil: "commit" });
    await ready(page);
    await field(page, "Bezoekers").waitFor();
    await page.waitForFunction(() => window.usable);
    rows.push(
      await page.evaluate(() => ({
        paint: performance.getEntriesByName("first-contentful-paint")[0]?.startTime ?? NaN,
        usable: window.usable,
        bytes: performance.getEntries().reduce((sum, entry) => sum + (entry.transferSize ?? 0), 0),
      })),
    );
    await context.close();
  }
  line("First paint, with the brochure's figures", median(rows.map(({ paint }) => paint)));
  line("Fields can be used", median(rows.map(({ usable }) => usable)));
  console.log(`${"Bytes over the line".padEnd(58)} ${String(median(rows.map(({ bytes }) => bytes))).padStart(8)}`);
}

const browser = await launch();
try {
  await reportInput(browser);
  await reportTwelve(browser);
  await reportUncertain(browser);
  await reportStart(browser);
} finally {
  await browser.close();
}
