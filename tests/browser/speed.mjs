// Reports, without testing, how soon a change is on the screen and how soon the page can be used.
// `cargo xtask speed` runs this.

import { launch } from "./support.mjs";
import { field, waitUntilReady, openApp } from "./person.mjs";
import { openScenarios, twelveScenarios } from "./scenarios.mjs";
import { SLOW_DOWN, WARM_UP_RUNS, timesLessEmptyHandler, printRow, measure, median, slowDown } from "./speed/measure.mjs";
import { reportUncertainty } from "./speed/uncertainty.mjs";

const RUNS = 30;

/** Enters values in the field with this `name`, and prints how long the page took. */
async function reportField(page, title, name, value) {
  const values = Array.from({ length: RUNS + WARM_UP_RUNS }, (_, run) => String(value(run)));
  const found = timesLessEmptyHandler(await measure(page.locator(`input[name="${name}"]`).first(), values));
  const worst = (phase) => `(worst ${Math.max(...found(phase)).toFixed(1)})`;
  printRow(`${title}: script`, median(found("script")), worst("script"));
  printRow(`${title}: script and layout`, median(found("layout")), worst("layout"));
  printRow(`${title}: until painted`, median(found("painted")));
}

/** Returns another number of employees for each run, as it is typed. */
const fte = (run) => (3 + run / 100).toFixed(2).replace(".", ",");

async function reportInput(browser) {
  console.log(`\nFrom input to painted result, median of ${RUNS}, at ${SLOW_DOWN}× CPU slow-down, less the time of an empty handler:`);
  for (const [path, title, name, value] of [
    ["#centrum", "Uw centrum, visitors (changes the figures per visitor)", "bezoekers", (run) => 501 + run],
    ["#centrum", "Uw centrum, staff (changes everything)", "fte", fte],
    ["#centrum", "Uw centrum, dagbesteding (changes everything)", "dagbesteding.aantal", (run) => 17 + run],
    ["#rekenblad", "Rekenblad, Bezoekers (changes the figures per visitor)", "bezoekers", (run) => 501 + run],
    ["#rekenblad", "Rekenblad, Betaalde medewerkers (changes everything)", "fte", fte],
    ["#rekenblad", "Rekenblad, Aantal jaren (changes the table of years)", "horizon", (run) => 2 + (run % 19)],
  ]) {
    const page = await openApp(browser, { path });
    await slowDown(page, SLOW_DOWN);
    await reportField(page, title, name, value);
    await page.context().close();
  }
}

/** Changes that all twelve scenarios have, one of each kind. */
const OWN = {
  values: { huisvesting: 40_000, "dagbesteding.autonoom": 0.2, "dagbesteding.aantal": 12 },
  custom: [{ id: "c1", side: "cost", label: "Scholing", quantity: 3, amount: 100 }],
};

/** Measures with one scenario and with twelve: the difference is the time for the other eleven. */
async function reportTwelve(browser) {
  const network = { counts: Array.from({ length: 12 }, () => 3) };
  for (const [title, scenarios, more] of [
    ["one of these alone", twelveScenarios(OWN).slice(0, 1), {}],
    ["twelve scenarios, with chances and a network", twelveScenarios(OWN), { network }],
  ]) {
    console.log(`\nThe same with ${title}:`);
    for (const [input, view, name, value] of [
      ["Rekenblad, Betaalde medewerkers", "Rekenblad", "fte", fte],
      ["Vergelijken, a name, while chances are simulated", "Vergelijken", "scenario-hernoem", (run) => `Naam ${run}`],
      ["Vergelijken, initiatives of the network", "Vergelijken", "netwerk.0", (run) => run + 1],
    ]) {
      if (scenarios.length === 1 && name === "scenario-hernoem") continue;
      const page = await openApp(browser);
      await openScenarios(page, scenarios, more);
      await slowDown(page, SLOW_DOWN);
      await page.getByRole("link", { name: view }).press("Enter");
      await page.locator(`input[name="${name}"]`).waitFor({ state: "attached" });
      await reportField(page, input, name, value);
      await page.context().close();
    }
  }
}

async function reportStart(browser) {
  console.log(`\nFirst visit, slow 4G (1.6 Mbit/s, 150 ms) and ${SLOW_DOWN}× CPU slow-down, median of 5:`);
  const rows = [];
  for (let run = 0; run < 5; run += 1) {
    const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
    const page = await context.newPage();
    const connection = await slowDown(page, SLOW_DOWN);
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
    await waitUntilReady(page);
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
  printRow("First paint, with the brochure's figures", median(rows.map(({ paint }) => paint)));
  printRow("Fields can be used", median(rows.map(({ usable }) => usable)));
  console.log(`${"Bytes over the line".padEnd(58)} ${String(median(rows.map(({ bytes }) => bytes))).padStart(8)}`);
}

const browser = await launch();
try {
  await reportInput(browser);
  await reportTwelve(browser);
  await reportUncertainty(browser);
  await reportStart(browser);
} finally {
  await browser.close();
}
