// Pages of other sites that embed ours in unusual ways. The frame must show the figures of its link,
// without errors, breaches of the policy or scrolling sideways.

import { leave, openPage, urls } from "../browser/support.mjs";
import { address, evaluate, waitUntilReady } from "../browser/person.mjs";
import { faultsAfterWaiting, wrongFigures } from "./figures.mjs";
import { scenarios } from "./module.mjs";
import { Choices } from "./random.mjs";

const SANDBOXES = [null, "allow-scripts", "allow-scripts allow-same-origin", "allow-scripts allow-forms allow-popups allow-downloads"];
const STYLES = [
  "", "* { all: unset } iframe { display: block }", "body { zoom: 3 }", "iframe { transform: rotate(7deg) scale(0.6) }",
  "body { direction: rtl; writing-mode: vertical-rl }", "iframe { filter: invert(1); opacity: 0.3 }",
  "html { font-size: 3px }", "iframe { position: fixed; inset: 0; border: 0 }", "body { columns: 3 }",
];
const DOCTYPES = ["<!doctype html>", ""];
const POLICIES = ["", "default-src 'none'; frame-src *; style-src 'unsafe-inline'", "script-src 'self'", "frame-src http:"];

/** Scripts of an embedding page, by what they do to the frame. They run in that page. */
const SCRIPTS = {
  nothing: () => {},
  // Messages that our page does not expect.
  messages: () => {
    const frame = document.querySelector("iframe");
    for (const data of [null, "rekenmodel", { type: "resize", height: -1 }, [], 1e9, { scenario: { values: { fte: 99 } } }]) {
      frame.contentWindow.postMessage(data, "*");
    }
  },
  // Hides the frame, and shows it after a while.
  hidden: () => {
    const frame = document.querySelector("iframe");
    frame.hidden = true;
    setTimeout(() => (frame.hidden = false), 300);
  },
  // Moves the frame in the document, which loads it again.
  moved: () => {
    const frame = document.querySelector("iframe");
    document.body.prepend(document.createElement("p"), frame);
  },
  // Changes the size of the frame, many times.
  resized: () => {
    const frame = document.querySelector("iframe");
    for (let turn = 0; turn < 20; turn += 1) setTimeout(() => (frame.width = 320 + 30 * (turn % 7)), 20 * turn);
  },
  // Moves the frame into a shadow tree.
  shadow: () => {
    const frame = document.querySelector("iframe");
    const tree = document.body.appendChild(document.createElement("div")).attachShadow({ mode: "open" });
    tree.append(frame);
  },
};

/** Returns a random page of another site: its HTML and the name of its script. */
function randomEmbeddingPage(link, choices) {
  const sandbox = choices.pick(SANDBOXES);
  const attributes = [
    `src="${link}"`, 'title="Rekenmodel"', `width="${choices.pick([320, 400, 600, 1200])}"`, `height="${choices.pick([200, 600, 2000])}"`,
    sandbox === null ? "" : `sandbox="${sandbox}"`, choices.pick(["", 'loading="lazy"']), choices.pick(["", 'referrerpolicy="unsafe-url"']),
    choices.pick(["", 'allow=""']), choices.pick(["", 'name="rekenmodel"']),
  ];
  const policy = choices.pick(POLICIES);
  const meta = policy && `<meta http-equiv="Content-Security-Policy" content="${policy}">`;
  const head = `<head><meta charset="utf-8">${meta}<title>Another page</title><style>${choices.pick(STYLES)}</style></head>`;
  const text = `${choices.pick(DOCTYPES)}<html lang="nl">${head}<body><iframe ${attributes.join(" ")}></iframe></body></html>`;
  return { text, script: choices.pick(Object.keys(SCRIPTS)) };
}

/** Returns what is wrong with our page in the frame. */
async function findFaults(page, scenario) {
  const frame = page.frames().find((frame) => frame.url().startsWith(urls.page));
  if (!frame) return ["there is no frame with the page"];
  await waitUntilReady(frame);
  const found = [...page.problems];
  if ((await frame.locator("data[data-result]").count()) === 0) found.push("there are no figures");
  found.push(...(await wrongFigures(frame, evaluate(scenario))));
  const [contentWidth, frameWidth] = await frame.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]);
  if (contentWidth > frameWidth) found.push(`${contentWidth} wide in ${frameWidth}`);
  return found;
}

/** Embeds the page in `count` random pages: returns `{ tried, faults }`. `prepare` is called with every page. */
export async function attackEmbeddingPages(browser, { count, seed, prepare, timeout }) {
  const choices = new Choices(seed);
  const all = await scenarios();
  const faults = [];
  for (let tried = 0; tried < count; tried += 1) {
    const scenario = choices.pick(all);
    const link = urls.page + address("compact", scenario);
    const { text, script } = randomEmbeddingPage(link, choices);
    const origins = [new URL(urls.page).origin];
    const page = await openPage(browser, { url: urls.host, path: "embed.html?src=about:blank", origins });
    await page.evaluate((text) => {
      document.open();
      document.write(text);
      document.close();
    }, text);
    await page.evaluate(SCRIPTS[script]);
    await prepare?.(page);
    const found = await faultsAfterWaiting(() => findFaults(page, scenario).catch((error) => [`it does not answer: ${error.message.split("\n")[0]}`]), timeout);
    if (found.length > 0) faults.push(`seed ${seed}, page ${tried}: ${found.slice(0, 3).join("; ")}\n    with ${script}: ${text}`);
    await leave(page);
  }
  return { tried: count, faults };
}
