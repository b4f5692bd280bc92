// Starts the page's program, and takes over when it fails.
//
// index.html is complete without it: the brochure's case, in text. This script
// marks what kind of page is asked for before anything is painted, loads the
// program, says so clearly when that does not work, and brings the user's
// figures back when the program stops.
"use strict";
(() => {
  const root = document.documentElement;
  const fragment = location.hash.slice(1);
  // Figures in the address are not the brochure's: these are not shown first.
  // Nor is the first view, where another one is asked for.
  // Nor what this browser keeps; an embedded page does not look.
  const [view, inLink] = fragment.split("/");
  let figures = inLink;
  try {
    if (view !== "compact") figures ||= localStorage.getItem("rekenmodel");
  } catch {} // not allowed here
  root.dataset.start = view && view !== "rekenen" ? "other" : figures ? "link" : "brochure";

  // All that the page loads stands beside this script. What reads figures is
  // fetched along with the program, which is to begin with them.
  const { src, dataset } = document.currentScript;
  const beside = (name) => new URL(name, src).href;
  for (const name of figures ? dataset.figures.split(" ") : []) {
    const link = document.createElement("link");
    Object.assign(link, { rel: "preload", as: "fetch", crossOrigin: "anonymous", href: beside(name) });
    document.head.append(link);
  }

  // The style of the lazy views comes once the first view stands, and before
  // any other view that the address asks for.
  function addLazyStyle() {
    if (document.querySelector("link[data-lazy]")) return;
    const link = document.createElement("link");
    Object.assign(link, { rel: "stylesheet", href: beside("views.css") });
    link.dataset.lazy = "";
    document.head.append(link);
  }
  if (root.dataset.start !== "brochure") addLazyStyle();

  // Loads what the first view does without; asked again, it is tried again.
  let program;
  async function load() {
    const loaded = !stopped && (await program.load());
    if (loaded) root.dataset.rest = "here";
  }
  const TOUCHES = ["pointerdown", "keydown", "focusin", "wheel", "scroll"];

  const STAYS = 3000; // milliseconds after which a reader is no passer-by
  const LATEST = 8000; // milliseconds until a program that has not come is given up
  let settled = false;

  // The words are those of the page's catalogue, written into it.
  const say = (name) => document.getElementById("start-words")?.dataset[name] ?? "";

  function notice(message, buttons, link) {
    settled = true;
    root.dataset.start = "failed";
    const box = document.createElement("div");
    box.className = "notice is-problem start-notice";
    box.setAttribute("role", "alert");
    const words = document.createElement("p");
    words.textContent = message;
    box.append(words);
    if (link) {
      const label = document.createElement("label");
      const field = document.createElement("input");
      field.type = "text";
      field.readOnly = true;
      field.value = link;
      field.className = "wide";
      label.append(say("address"), field);
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

  function missing() {
    if (settled) return;
    const whose = say(figures ? "link" : "brochure");
    notice(`${say("missing")} ${whose}`, [[say("again"), () => location.reload()]]);
  }

  // As a link: what is kept stands beside it.
  const BROCHURE = "rekenen/1.eyJzY2hlbWEiOjF9.89fbc18c";

  function open(part) {
    // The address is set first, for the new page to read.
    history.replaceState(null, "", `#${part}`);
    location.reload();
  }

  // The program stopped; it must not be entered again.
  let stopped = false;
  function failed() {
    if (stopped) return;
    stopped = true;
    const part = root.dataset.link ?? fragment;
    const link = location.href.split("#")[0] + "#" + part;
    notice(
      say("failed"),
      [
        [say("goOn"), () => open(part)],
        [say("over"), () => open(BROCHURE)],
      ],
      link,
    );
    const app = document.getElementById("app");
    if (app) app.inert = true;
  }
  // It stops with an instruction that cannot be caught: in an event, or later on.
  const checkStop = (problem) => {
    if (problem instanceof WebAssembly.RuntimeError) failed();
  };
  addEventListener("error", (event) => checkStop(event.error));
  addEventListener("unhandledrejection", (event) => checkStop(event.reason));

  // Whom to ask, from a file that whoever hosts the page fills in. It comes
  // along with the program, and never holds it up for long.
  function contact() {
    const read = fetch("./contact.json")
      .then((answer) => answer.json())
      .then(({ contact }) => {
        if (typeof contact !== "string" || !contact.trim()) return;
        root.dataset.contact = contact.trim();
        for (const place of document.querySelectorAll(".contact")) place.textContent = contact.trim();
      })
      .catch(() => {});
    return Promise.race([read, new Promise((late) => setTimeout(late, 1500))]);
  }

  // The simulation is a script of its own: it comes when it is first asked for,
  // or when there is nothing else to do. A question is kept until it is there.
  let asked; // again, where it did not come
  let ask; // once it is there, at once: a worker begins before the page draws
  const simulation = () =>
    (asked ??= import(beside("simulation.js")).then(
      (simulation) => {
        ask = simulation.ask;
      },
      (problem) => {
        asked = undefined;
        throw problem;
      },
    ));
  addEventListener("rekenmodel-simulate", ({ detail }) => {
    if (ask) return ask(detail);
    simulation().then(
      () => ask(detail),
      () => {
        const answer = { id: detail.id, failed: "missing" };
        dispatchEvent(new CustomEvent("rekenmodel-simulated", { detail: answer }));
      },
    );
  });

  addEventListener("DOMContentLoaded", () => {
    const timer = setTimeout(missing, LATEST);
    Promise.all([import(beside("page.js")), contact()])
      .then(async ([loaded]) => {
        await loaded.default();
        await loaded.start(Boolean(figures));
        program = loaded;
        if (figures) await load();
      })
      .then(() => {
        clearTimeout(timer);
        if (stopped) return;
        settled = true;
        root.dataset.start = "done";
        addLazyStyle();
        // It came after all, later than we said.
        document.querySelector(".start-notice")?.remove();
        const idle = window.requestIdleCallback ?? ((act) => setTimeout(act, 500));
        // Who only looks does not load it; who stays finds everything there.
        if (!navigator.connection?.saveData) setTimeout(() => idle(load), STAYS);
        const touched = () => {
          for (const kind of TOUCHES) removeEventListener(kind, touched, true);
          load().then(() => idle(() => simulation().catch(() => {})));
        };
        for (const kind of TOUCHES) addEventListener(kind, touched, true);
      })
      .catch(() => {
        clearTimeout(timer);
        missing();
      });
  });
})();
