// Starts the page's program, and takes over when it fails.
//
// index.html is complete without it: it shows the scenario of the brochure, as text. Before
// anything is painted, this script marks in `data-start` whether another scenario or view is
// asked for. Then it loads the program, shows a notice if that fails, and offers the user's
// figures again if the program stops. It also loads the lazy features and the simulation, and
// finds out why a file was not loaded.
"use strict";
(() => {
  const root = document.documentElement;
  const fragment = location.hash.slice(1);
  const { src, dataset } = document.currentScript;

  // Returns the view of the page's address, and whether the address is a link, which may be
  // damaged: anything but exactly the name of a view. The program follows the same rule, in
  // `src/scenario/link/fragment.rs`; tests/addresses.json has the cases of both.
  function readAddress() {
    let text = fragment;
    for (let times = 0; times < 3; times += 1) {
      try {
        text = decodeURIComponent(text);
      } catch {
        break; // it is not encoded
      }
    }
    const [, view, rest] = /^#*([a-z-]*)(.*)$/.exec(text.replace(/[^!-~]/g, ""));
    const isView = view === "" || dataset.views.split(" ").includes(view);
    return { view, isLink: !isView || !/^([?&#]|$)/.test(rest) };
  }

  // If the address or the browser's storage has a scenario, the brochure's figures must not
  // be shown first; nor the first view, if the address names another one. An embedded page
  // (`compact`) does not use the storage.
  const { view, isLink } = readAddress();
  let scenario = isLink;
  try {
    if (view !== "compact") {
      scenario ||= localStorage.getItem("rekenmodel-2") ?? localStorage.getItem("rekenmodel");
      // Texts that were refused, in fields of the brochure's scenario.
      scenario ||= sessionStorage.getItem("rekenmodel-2-velden");
    }
  } catch {} // the browser allows no storage
  root.dataset.start = !["", "centrum", "rekenen"].includes(view) ? "other" : scenario ? "link" : "brochure";

  // All files that the page loads are in the folder of this script. If there is a scenario,
  // the files that read it are fetched together with the program, which begins with it.
  const addressOf = (name) => new URL(name, src).href;
  for (const name of scenario ? dataset.readerFiles.split(" ") : []) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: addressOf(name) });
    document.head.append(link);
  }

  // All files of a build are in one folder, and carry its name: files of two builds are never
  // used together.
  const BUILD = new URL(".", src).pathname.split("/").at(-2);

  // Why a file was not loaded, as one of the words of `LoadingProblem` in src/text/page.rs:
  // `disk`, `policy`, `offline`, `version`, `content`, `server`, `slow` or `connection`. The program reads
  // the last one from the attribute `data-loading-problem`.
  const ANSWER_TIMEOUT = 20_000; // milliseconds after which a file counts as not sent
  let isPolicyBlocking = false;
  document.addEventListener("securitypolicyviolation", ({ blockedURI }) => {
    isPolicyBlocking ||= blockedURI === "wasm-eval" || blockedURI.startsWith(addressOf("."));
  });

  // Returns why the file at this address was not loaded, given the error, if any; undefined if
  // nothing is wrong with it now.
  async function findProblem(address, error) {
    await new Promise((done) => setTimeout(done)); // a breach of the policy is reported in a later task
    if (location.protocol === "file:") return "disk";
    if (isPolicyBlocking) return "policy";
    if (!navigator.onLine) return "offline";
    if (error?.name === "TimeoutError") return "slow";
    if (error instanceof WebAssembly.LinkError) return "version";
    if (error instanceof WebAssembly.CompileError || error instanceof SyntaxError) return "content";
    try {
      const answer = await fetch(address, { method: "HEAD", cache: "no-store", signal: AbortSignal.timeout(ANSWER_TIMEOUT) });
      const { status } = answer;
      // Many hosts answer with a page where there is no file.
      const isPage = answer.headers.get("Content-Type")?.startsWith("text/html");
      if (status === 404 || status === 410 || (answer.ok && isPage)) return "version";
      return answer.ok ? undefined : "server";
    } catch ({ name }) {
      if (isPolicyBlocking) return "policy";
      return name === "TimeoutError" ? "slow" : "connection";
    }
  }

  // Stores why a file was not loaded, for the program and for the notice that it is missing.
  async function recordProblem(address, error) {
    root.dataset.loadingProblem = (await findProblem(address, error)) ?? "connection";
  }

  // Refuses a wasm file of another build, before anything of it runs.
  function checkBuild(module) {
    const [name] = WebAssembly.Module.customSections(module, "build");
    if (!name || new TextDecoder().decode(name) !== BUILD) throw new WebAssembly.LinkError("a file of another build");
  }

  // Returns the answer to a request, or fails if there is none in time.
  const inTime = (answer) =>
    Promise.race([
      answer,
      new Promise((_, reject) => setTimeout(() => reject(new DOMException("no answer", "TimeoutError")), ANSWER_TIMEOUT)),
    ]);

  // The styles of lazy views are loaded with the lazy features, or at once where another view or
  // scenario is asked for. If that fails, the next call tries it again.
  let lazyStyle;
  const loadLazyStyle = () =>
    (lazyStyle ??= new Promise((resolve, reject) => {
      const link = document.createElement("link");
      Object.assign(link, { rel: "stylesheet", href: addressOf("views.css"), onload: resolve });
      link.onerror = () => {
        link.remove();
        lazyStyle = undefined;
        reject(Object.assign(new Error(`${link.href} was not loaded`), { address: link.href }));
      };
      document.head.append(link);
    }));
  if (root.dataset.start !== "brochure") loadLazyStyle().catch(() => {});

  // All wasm files are instantiated by this function. Lazy features wait for their styles, since
  // without them the areas over charts are black. A server that sends wasm with another content
  // type, which streaming refuses, only makes the page slower.
  WebAssembly.instantiateStreaming = async (file, imports) => {
    let address = addressOf(dataset.readerFiles.split(" ").at(-1));
    try {
      const response = await inTime(file);
      address = response.url;
      const type = response.headers.get("Content-Type");
      if (!response.ok || type?.startsWith("text/html")) throw new Error(`${address}: ${response.status} ${type}`);
      if (!address.endsWith("/page_bg.wasm")) await loadLazyStyle();
      const module = await (type === "application/wasm" ? WebAssembly.compileStreaming(response) : WebAssembly.compile(await response.arrayBuffer()));
      checkBuild(module);
      return { module, instance: await WebAssembly.instantiate(module, imports) };
    } catch (error) {
      await recordProblem(error.address ?? address, error);
      throw error;
    }
  };

  // Loads the lazy features, when start.js finds that they will be needed or when the program
  // begins to load one. If that fails, the next call tries it again.
  let program;
  let loadingFeatures;
  async function loadOnce() {
    loadLazyStyle().catch(() => {}); // loads together with the program, which waits for it
    const isLoaded = !stopped && (await program.load());
    if (isLoaded) {
      root.dataset.lazy = "loaded";
      delete root.dataset.loadingProblem;
    } else loadingFeatures = undefined;
  }
  const loadLazyFeatures = () => (loadingFeatures ??= loadOnce());
  addEventListener("rekenmodel-load", loadLazyFeatures);
  // What failed without a connection is tried again once there is one. Before the program has
  // started, nothing can be lost by loading the page again.
  addEventListener("online", () => {
    if (root.dataset.loadingProblem !== "offline") return;
    if (program) loadLazyFeatures();
    else location.reload();
  });
  // The events with which a visitor begins to use the page.
  const FIRST_USE = ["pointerdown", "keydown", "focusin", "wheel", "scroll"];

  const LOAD_AFTER = 3000; // milliseconds after which a visitor is likely to stay
  const START_TIMEOUT = 8000; // milliseconds after which the program is reported as missing
  let isDecided = false; // whether the program has started, or a notice says that it has not

  // The texts of notices come from the catalogue; the build writes them into index.html.
  const textOf = (name) => document.getElementById("start-words")?.dataset[name] ?? "";

  // Shows a notice at the top of the page, with buttons (name and action) and, if given, a link
  // in a field to copy.
  function showNotice(message, buttons, link) {
    isDecided = true;
    root.dataset.start = "failed";
    const box = document.createElement("div");
    box.className = "notice is-problem start-notice";
    box.setAttribute("role", "alert");
    const text = document.createElement("p");
    text.textContent = message;
    box.append(text);
    if (link) {
      const label = document.createElement("label");
      const field = document.createElement("input");
      field.type = "text";
      field.readOnly = true;
      field.value = link;
      field.className = "wide";
      label.append(textOf("address"), field);
      box.append(label);
    }
    const row = document.createElement("div");
    row.className = "buttons";
    for (const [name, act] of buttons) {
      const button = document.createElement("button");
      button.type = "button";
      button.className = "button";
      button.textContent = name;
      button.addEventListener("click", act);
      row.append(button);
    }
    box.append(row);
    document.querySelector(".start-notice")?.remove();
    document.body.prepend(box);
    box.scrollIntoView();
  }

  // Says that the program could not be loaded, why, and whether the figures shown are the user's.
  function reportMissing() {
    if (isDecided) return;
    const problem = root.dataset.loadingProblem ?? (navigator.onLine ? "slow" : "offline");
    root.dataset.loadingProblem = problem;
    const note = textOf(scenario ? "link" : "brochure");
    const name = textOf(["version", "content"].includes(problem) ? "reload" : "again");
    showNotice(`${textOf("missing")} ${textOf(problem)} ${note}`, [[name, () => location.reload()]]);
  }

  // The brochure as a link: opening it removes no scenario from the browser's storage.
  const BROCHURE = "rekenen/1.eyJzY2hlbWEiOjJ9.a2d6924f";

  // Loads the page again with this fragment, without the #, and this state in the history.
  function reopen(fragment, state = null) {
    history.replaceState(state, "", `#${fragment}`);
    location.reload();
  }

  // Loads the page again with the user's figures, where the files of this build are gone.
  addEventListener("rekenmodel-reload", () => reopen(root.dataset.link ?? fragment));

  // A browser that translates the page changes its elements. If the program could not go on with
  // them, the page is offered without translation: that is a state in the history, since the
  // page stores nothing but scenarios.
  const { lang } = root;
  const UNTRANSLATED = "untranslated";
  if (history.state === UNTRANSLATED) root.translate = false;
  const isTranslated = () => root.lang !== lang || /\btranslated-/.test(root.className) || document.querySelector("font font");

  // Offers the user's figures again after the program has stopped. The stopped program must not
  // be called again.
  let stopped = false;
  function reportStop() {
    if (stopped) return;
    stopped = true;
    const last = root.dataset.link ?? fragment;
    const link = location.href.split("#")[0] + "#" + last;
    const [name, state] = isTranslated() ? ["untranslated", UNTRANSLATED] : ["goOn", null];
    showNotice(
      isTranslated() ? textOf("translated") : `${textOf("failed")} ${textOf("saved" in root.dataset ? "saved" : "inLink")}`,
      [
        [textOf(name), () => reopen(last, state)],
        [textOf("over"), () => reopen(BROCHURE)],
      ],
      link,
    );
    const app = document.getElementById("app");
    if (app) app.inert = true;
  }
  // A panic of the program ends in a wasm trap, in an event listener or in a promise.
  const checkStop = (problem) => {
    if (problem instanceof WebAssembly.RuntimeError) reportStop();
  };
  addEventListener("error", (event) => checkStop(event.error));
  addEventListener("unhandledrejection", (event) => checkStop(event.reason));

  // Shows whom to ask, from a file that the owner of the host fills in. The program waits for it,
  // but not for long.
  function loadContact() {
    const read = fetch("./contact.json")
      .then((answer) => answer.json())
      .then(({ contact }) => {
        if (typeof contact !== "string" || !contact.trim()) return;
        root.dataset.contact = contact.trim();
        for (const element of document.querySelectorAll(".contact")) element.textContent = contact.trim();
      })
      .catch(() => {});
    return Promise.race([read, new Promise((timeout) => setTimeout(timeout, 1500))]);
  }

  // The simulation is a script of its own, loaded at the first question or when the page is idle.
  // A question waits until it is loaded. After that it is asked at once, so that the worker
  // begins before the page draws.
  let loading; // the promise of the script; undefined again if it failed, for another try
  let ask; // the script's function, once it is loaded
  const loadSimulation = () =>
    (loading ??= inTime(import(addressOf("simulation.js"))).then(
      (simulation) => {
        if (simulation.BUILD !== BUILD) throw new WebAssembly.LinkError("a file of another build");
        ask = (detail) => simulation.ask(detail, findProblem);
      },
    ).catch((problem) => {
      loading = undefined;
      throw problem;
    }));
  addEventListener("rekenmodel-simulate", ({ detail }) => {
    if (ask) return ask(detail);
    loadSimulation().then(
      () => ask(detail),
      async (error) => {
        const problem = (await findProblem(addressOf("simulation.js"), error)) ?? "connection";
        const answer = { id: detail.id, failed: "missing", problem };
        dispatchEvent(new CustomEvent("rekenmodel-simulated", { detail: answer }));
      },
    );
  });

  addEventListener("DOMContentLoaded", () => {
    // The line that says that nothing runs; until here, the style sheet hides it.
    document.querySelector(".not-started")?.remove();
    const timer = setTimeout(reportMissing, START_TIMEOUT);
    const page = import(addressOf("page.js")).catch(async (error) => {
      await recordProblem(addressOf("page.js"), error);
      throw error;
    });
    Promise.all([page, loadContact()])
      .then(async ([loaded]) => {
        await loaded.default();
        program = loaded;
        await loaded.start(Boolean(scenario));
        if (scenario) await loadLazyFeatures();
      })
      .then(() => {
        clearTimeout(timer);
        if (stopped) return;
        isDecided = true;
        root.dataset.start = "done";
        // The program may start after it was reported as missing.
        document.querySelector(".start-notice")?.remove();
        const idle = window.requestIdleCallback ?? ((act) => setTimeout(act, 500));
        // A visitor who leaves soon never loads the lazy features.
        if (!navigator.connection?.saveData) setTimeout(() => idle(loadLazyFeatures), LOAD_AFTER);
        const onFirstUse = () => {
          for (const kind of FIRST_USE) removeEventListener(kind, onFirstUse, true);
          loadLazyFeatures().then(() => idle(() => loadSimulation().catch(() => {})));
        };
        for (const kind of FIRST_USE) addEventListener(kind, onFirstUse, true);
      })
      .catch(async (error) => {
        // The function that loads the program fails before the one above is called, if the
        // server has no such file.
        if (!("loadingProblem" in root.dataset)) await recordProblem(addressOf("page_bg.wasm"), error);
        clearTimeout(timer);
        reportMissing();
      });
  });
})();
