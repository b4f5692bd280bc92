// Accessibility: axe, small screens, large text, forced colours, reduced motion.

import assert from "node:assert/strict";
import { after, before, test } from "node:test";
import { axe, launch, leave } from "./support.mjs";
import { address, assertText, button, field, figures, openGroups, openAll, paste, openApp, type } from "./person.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const LONG = "Voorkomenvanhuisuitzettingenbijmensenmetschulden en meer ".repeat(4).slice(0, 200);

/** States of the page, by name: the fragment of the address (`path`), and the steps that lead to the state (`act`). */
const STATES = {
  centrum: { path: "#centrum", act: openAll },
  rekenblad: { act: openAll },
  bronnen: {
    path: "#bronnen",
    // The texts are in a file that is loaded later.
    async act(page) {
      await page.locator("#onderzoek").waitFor();
      await openAll(page);
    },
  },
  // The name of earlier versions, which opens the analysis.
  zekerheid: {
    path: "#onzekerheid",
    async act(page) {
      await page.getByText("Wij rekenden 100.000 keer").waitFor();
      await openAll(page);
    },
  },
  delen: { path: "#delen" },
  compact: { path: "#compact", act: openAll },
  "compact, with a name of one long word": { path: address("compact", { name: "é".repeat(200) }) },
  "an error": {
    async act(page) {
      await paste(page, field(page, "Bezoekers"), "veel");
      await type(page, field(page, "Betaalde medewerkers"), "1.5");
      await page.getByRole("alert").waitFor();
    },
  },
  "a notice and an offer": {
    async act(page) {
      await type(page, field(page, "Vrijwilligers"), "10");
      await button(page, "Gunstig").press("Enter");
      await page.getByText("Uw eigen cijfers staan er nog.").waitFor();
      await page.getByLabel("Reken de kosten met").selectOption("kengetal");
      await type(page, field(page, "Bezoekers"), "1000");
      await button(page, "Schaal alle aantallen mee (× 2)").waitFor();
    },
  },
  "own lines, long and large": {
    async act(page) {
      await openGroups(page, "Eigen posten");
      await button(page, "Besparing toevoegen").press("Enter");
      await button(page, "Kostenpost toevoegen").press("Enter");
      for (const index of [0, 1]) {
        await paste(page, page.getByLabel("Naam van de post").nth(index), LONG);
        await paste(page, page.getByLabel("Aantal", { exact: true }).nth(index), "1.000.000.000");
        await paste(page, page.getByLabel("Bedrag", { exact: true }).nth(index), index ? "1.000.000.000" : "999.999.999");
      }
      await paste(page, page.getByLabel("Eenheid, bijvoorbeeld huisuitzettingen"), LONG);
      await assertText(page.locator('data[data-result="costs.net"]'), "1.000.000.000.000.300.000");
    },
  },
};

/** Returns the elements that stick out to the right of the window, except within areas that scroll. */
const findOverflow = (page) =>
  page.evaluate(() => {
    const width = document.documentElement.clientWidth;
    const wide = document.documentElement.scrollWidth;
    const isInScrollArea = (element) => {
      for (let ancestor = element; ancestor; ancestor = ancestor.parentElement) {
        if (getComputedStyle(ancestor).overflowX !== "visible") return true;
      }
      return false;
    };
    const out = [...document.body.querySelectorAll("*")].filter((element) => {
      const { right, left } = element.getBoundingClientRect();
      return right > width + 1 && left > -9000 && element.checkVisibility() && !isInScrollArea(element);
    });
    const name = (element) => `${element.tagName} .${element.getAttribute("class")} ${element.textContent.slice(0, 30)}`;
    return wide > width ? [`${wide} wide in ${width}`, ...out.slice(0, 5).map(name)] : [];
  });

/** Returns the elements whose text is cut off by their own box. */
const findCutText = (page) =>
  page.evaluate(() =>
    [...document.querySelectorAll("button, label, summary, dt, dd, h1, h2, h3, h4, p, a, legend, .unit, .status")]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(".hidden, .hidden *, .skip"))
      .filter((element) => ["hidden", "clip"].includes(getComputedStyle(element).overflowX))
      .filter((element) => element.scrollWidth > element.clientWidth + 1)
      .map((element) => `cut off: ${element.textContent.slice(0, 60)}`),
  );

/**
 * Returns the targets smaller than 24 by 24 pixels. Links and figures within a sentence may be smaller,
 * and areas of a chart, since the table of the chart opens the same.
 */
const findSmallTargets = (page) =>
  page.evaluate(() => {
    const all = document.querySelectorAll("button, a[href], input, select, textarea, summary, [tabindex='0']");
    return [...all]
      .filter((element) => element.checkVisibility({ visibilityProperty: true }) && !element.matches(".skip, input[type=file], .chart-picture *"))
      .flatMap((element) => {
        const target = element.matches("input[type=checkbox]") ? element.closest("label") : element;
        const { width, height } = target.getBoundingClientRect();
        const inSentence = element.matches("p a, li a, .in-text") && !element.closest("nav");
        if ((width >= 24 && height >= 24) || inSentence) return [];
        return [`${element.tagName} ${element.textContent.slice(0, 30) || element.name}: ${width} × ${height}`];
      });
  });

/** Brings the page in one of the states above, and waits until it is drawn. */
async function enterState(page, { act }) {
  // The other views are lazy features.
  await page.locator("h1").waitFor();
  await act?.(page);
  await page.waitForFunction(() => !document.querySelector(".waiting"));
  // Motion is off in these contexts; a frame lets the last change be painted.
  await page.evaluate(() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done))));
}

for (const [name, state] of Object.entries(STATES)) {
  test(`${name}: axe, no scrolling sideways and targets of 24 px, at three widths, light and dark`, async () => {
    const page = await openApp(browser, { width: 1280, path: state.path, reducedMotion: "reduce" });
    await enterState(page, state);
    const found = [];
    for (const width of [1280, 768, 320]) {
      await page.setViewportSize({ width, height: 800 });
      for (const problem of [...(await findOverflow(page)), ...(await findSmallTargets(page)), ...(await findCutText(page))]) {
        found.push(`${width}: ${problem}`);
      }
      for (const colorScheme of ["light", "dark"]) {
        await page.emulateMedia({ colorScheme });
        found.push(...(await axe(page)).map((problem) => `${width} ${colorScheme}: ${problem}`));
      }
    }
    assert.deepEqual(found, []);
    page.assertClean();
    await leave(page);
  });
}

for (const name of ["centrum", "rekenblad", "bronnen", "delen", "compact"]) {
  test(`${name}: at twice the text size no text is lost, 1280 px`, async () => {
    const page = await openApp(browser, { path: STATES[name].path, reducedMotion: "reduce" });
    await enterState(page, STATES[name]);
    // The picture of the answer is drawn for its width, and so has other labels in less room.
    const countCharacters = () => document.body.innerText.length - (document.querySelector(".pictures-by-width")?.innerText.length ?? 0);
    const words = await page.evaluate(countCharacters);
    await page.evaluate(() => {
      document.documentElement.style.fontSize = "200%";
    });
    const size = await page.locator("h1").evaluate((h1) => parseFloat(getComputedStyle(h1).fontSize));
    assert.ok(size >= 38, `the heading is ${size} px`);
    assert.deepEqual([...(await findOverflow(page)), ...(await findCutText(page))], []);
    assert.equal(await page.evaluate(countCharacters), words);
    await leave(page);
  });
}

test("with forced colours all figures, the chosen preset and the sliders can be seen", async () => {
  const page = await openApp(browser, { forcedColors: "active", reducedMotion: "reduce" });
  await openAll(page);
  assert.equal(Object.keys(await figures(page)).length, 13);
  const chosen = await button(page, "Brochure").evaluate((one) => getComputedStyle(one).outlineStyle);
  const other = await button(page, "Gunstig").evaluate((one) => getComputedStyle(one).outlineStyle);
  assert.notEqual(chosen, other, "the chosen preset looks like the others");
  const track = page.locator(".slider").first();
  assert.ok(await track.isVisible());
  const seen = await page.locator(".slider rect").evaluateAll((all) => {
    const paper = getComputedStyle(document.body).backgroundColor;
    return all.filter((rect) => getComputedStyle(rect).fill === paper).length;
  });
  assert.equal(seen, 0, "tracks of sliders have the colour of the paper");
  assert.deepEqual(await findOverflow(page), []);
  page.assertClean();
  await leave(page);
});

test("amounts of trillions fit in a frame of any width", async () => {
  const values = { "dagbesteding.aantal": 1_000_000_000, "zorggebruik.aantal": 1_000_000_000 };
  const path = address("compact", { schema: 2, values, counted: { zorggebruik: true } });
  const page = await openApp(browser, { width: 600, path });
  await assertText(page.locator('data[data-result="total.savings"]').first(), "10.850.000.054.000");
  const found = [];
  for (const width of [320, 400, 500, 560, 600, 640, 700]) {
    await page.setViewportSize({ width, height: 400 });
    found.push(...(await findOverflow(page)));
  }
  assert.deepEqual(found, []);
  await leave(page);
});

test("with reduced motion nothing is animated", async () => {
  const page = await openApp(browser, { reducedMotion: "reduce" });
  await openAll(page);
  const moving = await page.evaluate(() =>
    [...document.querySelectorAll("*")]
      .filter((element) => {
        const { transitionDuration, animationName, scrollBehavior } = getComputedStyle(element);
        return parseFloat(transitionDuration) > 0 || animationName !== "none" || scrollBehavior === "smooth";
      })
      .map((element) => element.tagName),
  );
  assert.deepEqual(moving, []);
  await leave(page);
});
