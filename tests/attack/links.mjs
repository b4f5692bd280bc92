// Damaged links. Each must show its own scenario, or the brochure with a notice; never other figures.

import { leave, openPage } from "../browser/support.mjs";
import { address, evaluate, shortAddress, waitUntilReady } from "../browser/person.mjs";
import { faultsAfterWaiting, wrongFigures } from "./figures.mjs";
import { scenarios } from "./module.mjs";
import { Choices } from "./random.mjs";
import { damage } from "./text.mjs";

/** Returns what is wrong with the page that was opened at a damaged link of a scenario. */
async function findFaults(page, link, scenario) {
  if (page.problems.length > 0) return page.problems;
  if ((await page.locator("data[data-result]").count()) === 0) return ["there are no figures"];
  const differences = await wrongFigures(page, evaluate(scenario));
  if (differences.length === 0) return [];
  if ((await wrongFigures(page, evaluate({}))).length > 0) return ["neither its own figures nor the brochure's", ...differences];
  // Only where the address is exactly that of a view, the brochure needs no notice.
  const isView = /^#(centrum|rekenen|rekenblad)?([?&#].*)?$/.test(link);
  const notices = await page.getByRole("status").or(page.getByRole("alert")).allInnerTexts();
  return isView || notices.some((text) => /link/.test(text)) ? [] : ["the brochure's figures, without a notice"];
}

/** Opens `count` damaged links, each as a first visit: returns `{ tried, faults }`. `prepare` is called with every page. */
export async function attackLinks(browser, { count, seed, prepare, timeout }) {
  const choices = new Choices(seed);
  const all = await scenarios();
  const faults = [];
  for (let tried = 0; tried < count; tried += 1) {
    const scenario = choices.pick(all);
    const whole = choices.pick([address, shortAddress])("rekenblad", scenario);
    const link = `#${damage(whole.slice(1), choices)}`;
    const page = await openPage(browser, { path: link });
    await waitUntilReady(page);
    await prepare?.(page);
    const found = await faultsAfterWaiting(() => findFaults(page, link, scenario), timeout);
    if (found.length > 0) faults.push(`seed ${seed}, link ${tried}: ${found.slice(0, 3).join("; ")}: ${link}`);
    await leave(page);
  }
  return { tried: count, faults };
}
