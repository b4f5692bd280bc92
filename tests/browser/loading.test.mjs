// Files that are not loaded: the page says why, offers what can help, and goes on once it is possible.

import assert from "node:assert/strict";
import { readFile, readdir } from "node:fs/promises";
import { after, before, test } from "node:test";
import { pathToFileURL } from "node:url";
import { browserWithRoutes, launch, leave, openPage } from "./support.mjs";
import { address, assertScenario, assertText, button, euro, field, loadLazyFeatures, openApp, type, waitUntilReady } from "./person.mjs";
import { addScenarios, assertNames } from "./scenario-list.mjs";

let browser;
before(async () => {
  browser = await launch();
});
after(() => browser?.close());

const dist = new URL("../../dist/", import.meta.url);
const FIRST_FILES = /\/page\.js$/;
const LAZY_FILES = /\/(split|chunk)_[^/]*\.wasm$/;
const SIMULATION_FILES = /\/(simulation|worker)\.js$/;

const notFound = (route) => route.fulfill({ status: 404, body: "Not found", contentType: "text/plain" });
const fallbackPage = (route) => route.fulfill({ body: "<!doctype html><title>Home</title>", contentType: "text/html" });
const serverError = (route) => route.fulfill({ status: 503, body: "Busy", contentType: "text/plain" });
const unreachable = (route) => route.abort("connectionrefused");
const damaged = (route) =>
  route.fulfill({ body: "\0asm nonsense", contentType: route.request().url().endsWith(".js") ? "text/javascript" : "application/wasm" });
/** Forbids everything to the page, as a proxy or an extension can do with a policy of its own. */
const withPolicy = (policy) => async (route) => {
  const response = await route.fetch();
  const headers = { ...response.headers(), "content-security-policy": policy };
  await route.fulfill({ response, headers });
};
const NO_WASM = "script-src 'self'; require-trusted-types-for 'script'; trusted-types rekenmodel";

const VERSION = "Op de server staat nu een andere versie van deze pagina.";
const CONTENT = "Een bestand van deze pagina is beschadigd, of uw browser is te oud.";
const SERVER = "De server van deze pagina geeft een fout.";
const CONNECTION = "De server van deze pagina was niet te bereiken.";
const OFFLINE = "U bent niet verbonden met internet.";
const POLICY = "Een beveiligingsregel houdt een bestand van deze pagina tegen.";
const AGAIN = "Probeer opnieuw";
const RELOAD = "Laad de pagina opnieuw";

/** What may happen to a file: how it is answered, what the page says, and the button that it offers. */
const FAULTS = [
  ["is gone", notFound, VERSION, RELOAD],
  ["is replaced by the host's own page", fallbackPage, VERSION, RELOAD],
  ["is damaged", damaged, CONTENT, RELOAD],
  ["gives an error of the server", serverError, SERVER, AGAIN],
  ["cannot be reached", unreachable, CONNECTION, AGAIN],
];

/** Returns the browser with its setting to save data: then lazy features are loaded at the first use only, and never again by a timer. */
const savingData = (browser) => ({
  async newContext(options) {
    const context = await browser.newContext(options);
    await context.addInitScript(() => Object.defineProperty(navigator, "connection", { value: { saveData: true } }));
    return context;
  },
});

/** Presses the button of a notice, which goes if the page has tried again by itself meanwhile, as it does at the first use. */
const pressWhileThere = (button) => button.press("Enter", { timeout: 3000 }).catch(() => {});

for (const [fault, answer, message, offer] of FAULTS) {
  test(`when the program ${fault}, the notice says so`, async () => {
    const page = await openPage(browserWithRoutes(browser, [FIRST_FILES, answer]));
    const notice = page.getByRole("alert");
    await assertText(notice, message);
    await assertText(notice, "Hieronder staan de cijfers van de brochure.");
    await button(notice, offer).waitFor();
    await leave(page);
  });

  test(`when a lazy feature ${fault}, its place says so, and the button goes on with the figures`, async () => {
    let isBroken = true;
    const route = (route) => (isBroken ? answer(route) : route.continue());
    const page = await openPage(browserWithRoutes(savingData(browser), [LAZY_FILES, route]));
    await waitUntilReady(page);
    await type(page, field(page, "Bezoekers"), "600");
    await page.getByRole("link", { name: "Vergelijken" }).press("Enter");
    const notice = page.getByRole("main").getByRole("alert");
    await assertText(notice, message);
    isBroken = false;
    await pressWhileThere(button(notice, offer));
    await page.getByRole("heading", { level: 1, name: "Scenario’s vergelijken" }).waitFor();
    assert.equal(await page.getByText(message).count(), 0);
    await page.getByRole("link", { name: "Rekenblad", exact: true }).press("Enter");
    await assertScenario(page, { values: { bezoekers: 600 } });
    await leave(page);
  });

  test(`when the simulation ${fault}, the view says so, and the button asks again`, async () => {
    let isBroken = true;
    const page = await openPage(browserWithRoutes(browser, [SIMULATION_FILES, (route) => (isBroken ? answer(route) : route.continue())]));
    await waitUntilReady(page);
    await loadLazyFeatures(page);
    await type(page, field(page, "Bezoekers"), "600");
    await page.getByRole("link", { name: "Zekerheid" }).press("Enter");
    const notice = page.getByRole("status").filter({ hasText: "De simulatie kon niet worden geladen." });
    await assertText(notice, message);
    isBroken = false;
    await button(notice, offer).press("Enter");
    await page.getByText("Wij rekenden 100.000 keer").waitFor();
    assert.equal(await notice.count(), 0);
    await page.getByRole("link", { name: "Rekenblad", exact: true }).press("Enter");
    await assertScenario(page, { values: { bezoekers: 600 } });
    await leave(page);
  });
}

test("when a policy forbids the program, the notice says so", async () => {
  const page = await openPage(browserWithRoutes(browser, [/\/(#.*)?$/, withPolicy(NO_WASM)]));
  await assertText(page.getByRole("alert"), POLICY);
  await leave(page);
});

test("opened from a disk, the page says that it needs an address on the web", async () => {
  const page = await openPage(browser, { url: pathToFileURL("/").href, path: new URL("index.html", dist).pathname });
  await page.getByText(/U opent deze pagina als bestand van uw computer|Het rekenprogramma is niet gestart/).first().waitFor();
  assert.equal(await page.getByText("internetverbinding").count(), 0);
  await page.context().close();
});

test("a simulation that is first asked without a connection says so, in both views, and can be asked again", async () => {
  let isOffline = true;
  const route = (route) => (isOffline ? route.abort("internetdisconnected") : route.continue());
  const page = await openPage(browserWithRoutes(savingData(browser), [SIMULATION_FILES, route]));
  await waitUntilReady(page);
  await loadLazyFeatures(page);
  await page.context().setOffline(true);
  await page.getByRole("link", { name: "Zekerheid" }).press("Enter");
  await assertText(page.getByRole("status"), OFFLINE);
  await page.getByRole("link", { name: "Vergelijken" }).press("Enter");
  await button(page, "Voorzichtig").press("Enter");
  const table = page.getByRole("region", { name: "Alle cijfers" });
  await assertText(table, "niet gelukt");
  await page.context().setOffline(false);
  isOffline = false;
  await button(page.getByRole("status").filter({ hasText: OFFLINE }), AGAIN).press("Enter");
  await table.getByText(/^< 1%|^\d+%/).first().waitFor();
  assert.equal(await table.getByText("niet gelukt").count(), 0);
  assert.equal(await page.getByText(OFFLINE).count(), 0);
  await leave(page);
});

test("lazy features that were missed without a connection come by themselves once there is one", async () => {
  const page = await openPage(savingData(browser));
  await waitUntilReady(page);
  await page.context().setOffline(true);
  await page.getByRole("link", { name: "Delen" }).press("Enter");
  await assertText(page.getByRole("alert"), OFFLINE);
  await page.context().setOffline(false);
  await page.getByRole("heading", { level: 1, name: "Delen" }).waitFor();
  assert.equal(await page.getByText(OFFLINE).count(), 0);
  await leave(page);
});

for (const [answer, message] of [
  [notFound, "staat niet op de server"],
  [serverError, SERVER],
  [unreachable, CONNECTION],
]) {
  test(`sources say why they are missing, and come once they can be read: ${message}`, async () => {
    const page = await openApp(browser);
    await page.route("**/bronnen.json", answer);
    await page.getByRole("link", { name: "Bronnen" }).press("Enter");
    const notice = page.getByRole("status").filter({ has: button(page, AGAIN) });
    await assertText(notice, message);
    await page.unroute("**/bronnen.json");
    await button(notice, AGAIN).press("Enter");
    await page.locator("#onderzoek").waitFor();
    assert.equal(await page.getByText(message).count(), 0);
    await leave(page);
  });
}

test("sources are shown once the features that read them are loaded", async () => {
  let isBroken = true;
  const page = await openPage(browserWithRoutes(savingData(browser), [LAZY_FILES, (route) => (isBroken ? route.abort() : route.continue())]));
  await waitUntilReady(page);
  await page.getByRole("link", { name: "Bronnen" }).press("Enter");
  const notice = page.getByRole("main").getByRole("alert");
  await assertText(notice, CONNECTION);
  isBroken = false;
  await pressWhileThere(button(notice, AGAIN));
  await page.locator("#onderzoek").waitFor();
  await leave(page);
});

// A build other than the one that is open.

/** Returns the name of the folder of the build. */
const buildFolder = async () => (await readdir(dist)).find((name) => name.startsWith("build-"));

/** Answers with a file of the site that carries the name of another build. */
const ofOtherBuild = async (route) => {
  const response = await route.fetch();
  const name = Buffer.from(await buildFolder());
  const body = await response.body();
  for (let at = body.indexOf(name); at >= 0; at = body.indexOf(name, at + 1)) body.write("build-00000000", at);
  await route.fulfill({ response, body });
};

for (const [name, files] of [
  ["the program", /\/page_bg\.wasm$/],
  ["a lazy feature", LAZY_FILES],
  ["the script of the simulation", /\/simulation\.js$/],
  ["the worker", /\/worker\.js$/],
  ["the module of the simulation", /\/rekenmodel_bg\.wasm$/],
]) {
  test(`${name} of another build is refused, and one reload by the user is enough`, async () => {
    let isOther = true;
    const page = await openPage(browserWithRoutes(browser, [files, (route) => (isOther ? ofOtherBuild(route) : route.continue())]));
    await page.waitForFunction(() => ["done", "failed"].includes(document.documentElement.dataset.start));
    if (name !== "the program") await page.getByRole("link", { name: "Zekerheid" }).press("Enter");
    const notice = page.locator(".notice").filter({ hasText: VERSION });
    await notice.first().waitFor();
    assert.equal(await page.getByText(/Wij rekenden/).count(), 0);
    let loads = 0;
    page.on("load", () => (loads += 1));
    isOther = false;
    await Promise.all([page.waitForEvent("load"), button(notice, RELOAD).first().press("Enter")]);
    await waitUntilReady(page);
    await page.getByRole("link", { name: "Zekerheid" }).press("Enter");
    await page.getByText("Wij rekenden 100.000 keer").waitFor();
    assert.equal(loads, 1);
    await leave(page);
  });
}

test("the public module refuses a wasm file of another build", async () => {
  const { default: init, evaluate } = await import(new URL("rekenmodel.js?other", dist).href);
  const bytes = await readFile(new URL("rekenmodel_bg.wasm", dist));
  const at = bytes.lastIndexOf(await buildFolder());
  assert.ok(at > 0, "the file does not name its build");
  const other = Buffer.from(bytes);
  other.write("build-00000000", at);
  await assert.rejects(init({ module_or_path: other }), /rekenmodel\.js en rekenmodel_bg\.wasm zijn niet van dezelfde versie/);
  await init({ module_or_path: bytes });
  assert.ok(evaluate("{}").includes("break_even"));
});

test("when the files of an open page are gone, a reload keeps all scenarios and figures", async () => {
  const page = await openApp(browser);
  await addScenarios(page, "Voorzichtig");
  await type(page, field(page, "Bezoekers"), "600");
  await page.route(SIMULATION_FILES, notFound);
  await page.getByRole("link", { name: "Zekerheid" }).press("Enter");
  const reload = button(page, RELOAD).first();
  // The simulation may have been loaded before the files went.
  if (await reload.or(page.getByText("Wij rekenden 100.000 keer")).first().innerText() === RELOAD) {
    await page.unroute(SIMULATION_FILES);
    await reload.press("Enter");
    await waitUntilReady(page);
    await loadLazyFeatures(page);
  }
  await page.getByRole("link", { name: "Rekenblad", exact: true }).press("Enter");
  await assertNames(page, ["Brochure", "Voorzichtig"]);
  await assertText(page.locator('data[data-result="costs.per_visitor"]'), euro(500));
  await leave(page);
});

test("an address with figures keeps them when the page is loaded again for another version", async () => {
  let isBroken = true;
  const page = await openPage(browserWithRoutes(browser, [LAZY_FILES, (route) => (isBroken ? notFound(route) : route.continue())]), {
    path: address("vergelijken", { values: { fte: 4 } }),
  });
  const notice = page.getByRole("alert");
  await assertText(notice, VERSION);
  isBroken = false;
  await button(notice, RELOAD).press("Enter");
  await waitUntilReady(page);
  await page.getByRole("link", { name: "Rekenblad", exact: true }).press("Enter");
  await assertScenario(page, { values: { fte: 4 } });
  await leave(page);
});
