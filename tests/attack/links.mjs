// Damaged links: they show their own scenario, or the brochure with a notice;
// never other figures.

import { leave, openPage } from "../browser/support.mjs";
import { address, evaluate, ready } from "../browser/person.mjs";
import { lasting, wrongFigures } from "./figures.mjs";
import { scenarios } from "./module.mjs";
import { Choices } from "./random.mjs";
import { damaged } from "./text.mjs";

/** What is wrong with the page that such a link opened. */
async function wrong(page, link, scenario) {
  if (page.problems.length > 0) return page.problems;
  if ((await page.locator("data[data-result]").count()) === 0) return ["there are no figures"];
  const other = await wrongFigures(page, evaluate(scenario));
  if (other.length === 0) return [];
  if ((await wrongFigures(page, evaluate({}))).length > 0) return ["neither its own figures nor the brochure's", ...other];
  // An address without a scenario asks for none.
  const asks = /^#[^/]*\/./.test(link);
  const said = await page.getByRole("status").or(page.getByRole("alert")).allInnerTexts();
  return !asks || said.some((text) => /link/.test(text)) ? [] : ["the brochure's figures, without a notice"];
}

/** Opens so many links, each as a first visit: `{ tried, faults }`. `prepare` gets every page. */
export async function attackLinks(browser, { count, seed, prepare, patience }) {
  const choices = new Choices(seed);
  const all = await scenarios();
  const faults = [];
  for (let tried = 0; tried < count; tried += 1) {
    const scenario = choices.of(all);
    const link = `#${damaged(address("rekenen", scenario).slice(1), choices)}`;
    const page = await openPage(browser, { path: link });
    await ready(page);
    await prepare?.(page);
    const found = await lasting(() => wrong(page, link, scenario), patience);
    if (found.length > 0) faults.push(`seed ${seed}, link ${tried}: ${found.slice(0, 3).join("; ")}: ${link}`);
    await leave(page);
  }
  return { tried: count, faults };
}
