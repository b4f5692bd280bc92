// Runs simulations for the page, which does not contain the simulation itself.
//
// The page dispatches the event `rekenmodel-simulate` with { id, scenario, draws };
// the scenario is JSON text. Each answer is an event `rekenmodel-simulated`:
// - { id, numbers, names }: the results. Where all draws would take too long, a
//   first answer with few draws comes at once, and one with all of them follows.
// - { id, idle: true }: no request was made within `IDLE_AFTER` after the last full answer.
// - { id, unsupported: true }: the browser lacks vector instructions.
// - { id, failed, problem }: an error, with its text; and if a file was not loaded, why (see
//   `findProblem` in start.js). The next request starts anew.
// `worker.js` calculates: in a worker or, where the browser allows none (a sandboxed
// frame), in the page's own thread, in short slices.

/** The name of the build that this file belongs to. The files that use each other compare it first. */
export const BUILD = "{{build}}";

const IN_PAGE = { longestRun: 4, quietTime: 60 }; // settings of worker.js for the page's own thread
const IDLE_AFTER = 100; // milliseconds after the last full answer
const WORKER_TIMEOUT = 8_000; // milliseconds until a worker that does not answer is given up
const MAX_RESTARTS = 2;

// The smallest wasm module with a vector instruction, to test whether the browser has those.
const SIMD = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]);

// The Trusted Types policy of the site: a script may only come from this site.
const site = new URL("./", import.meta.url);
const sameSite = (address) => {
  const url = new URL(address, site);
  if (!url.href.startsWith(site.href)) throw new TypeError(`not a script of this site: ${url}`);
  return url.href;
};
const policy = globalThis.trustedTypes?.createPolicy("rekenmodel", { createScriptURL: sameSite });

/** Returns the address of a script of this site, in the form that Trusted Types require. */
export const scriptAddress = (name) => policy?.createScriptURL(name) ?? sameSite(name);

const sendAnswer = (detail) => dispatchEvent(new CustomEvent("rekenmodel-simulated", { detail }));
// The page is drawing while it asks, so an answer that is known at once waits until then.
const sendAnswerSoon = (detail) => queueMicrotask(() => sendAnswer(detail));

let hasSimd; // whether the browser has vector instructions; the test takes a third of a millisecond
let engine; // the worker, or the page's own thread; created with the first request
let newest; // the request that was made last
let restarts = 0;
let idleTimer;
let findProblem; // finds why a file was not loaded

/**
 * Starts the simulation that a request of the page asks for; an older one is dropped. `find` is
 * called with the address of a file, and returns a promise of the reason why it was not loaded.
 */
export function ask(request, find) {
  if (newest && request.id <= newest.id) return;
  findProblem = find;
  newest = { ...request, build: BUILD };
  clearTimeout(idleTimer);
  hasSimd ??= WebAssembly.validate(SIMD);
  if (!hasSimd) {
    sendAnswerSoon({ id: request.id, unsupported: true });
    return;
  }
  engine ??= startWorker();
  engine.ask(newest);
}

/** Handles a message of the engine: results, an error, or that it has stopped. */
function receive(data) {
  const { id } = data;
  if (data.stopped) return replaceEngine(id, data.problem);
  if (data.error) return sendAnswer({ id, failed: data.error });
  sendOncePerFrame(data);
}

let isPainted = true; // whether a frame was painted since the last answer was sent
let waiting; // the newest answer that has not been sent

/**
 * Sends the page at most one answer a frame. If one was sent since the last frame, the next
 * waits for a task after the frame, since the frame itself is busy with drawing. A waiting
 * answer is replaced by a newer one.
 */
function sendOncePerFrame(data) {
  // A hidden page gets no frames, so there the answer is sent at once.
  if (!isPainted && !document.hidden) {
    waiting = data;
    return;
  }
  waiting = undefined;
  isPainted = false;
  sendAnswer(data);
  // Only after the answer itself, which may have waited long for a frame.
  const { id, draws } = data;
  if (id === newest.id && draws === newest.draws) {
    idleTimer = setTimeout(() => sendAnswer({ id, idle: true }), IDLE_AFTER);
  }
  requestAnimationFrame(() => setTimeout(afterFrame));
}

function afterFrame() {
  isPainted = true;
  if (waiting) sendOncePerFrame(waiting);
}

/**
 * Replaces an engine that has stopped, and gives the new one the newest request: a new worker
 * where the old one had worked, else the page's own thread. Gives up after `MAX_RESTARTS`, or
 * where the files are of different builds; the next request begins again.
 */
function replaceEngine(id, problem) {
  restarts += 1;
  engine.end();
  if (problem || restarts > MAX_RESTARTS) {
    engine = undefined;
    restarts = 0;
    reportFailure(id, problem);
    return;
  }
  engine = engine.inWorker && engine.answered ? startWorker() : startInPage();
  engine.ask(newest);
}

/** Sends the answer that the simulation does not work, with the reason if a file is missing. */
async function reportFailure(id, problem) {
  for (const name of ["worker.js", "rekenmodel.js", "rekenmodel_bg.wasm"]) {
    problem ??= await findProblem(new URL(name, site).href);
  }
  sendAnswer({ id, failed: "stopped", problem });
}

/** Returns an engine in a worker, or in the page's own thread where no worker can start. */
function startWorker() {
  let worker;
  try {
    // Chromium throws here in a sandboxed frame; Firefox reports an error.
    worker = new Worker(scriptAddress("worker.js"), { type: "module" });
  } catch {
    return startInPage();
  }
  const self = { inWorker: true, answered: false };
  const timeout = setTimeout(() => fail(), WORKER_TIMEOUT);
  const fail = () => {
    clearTimeout(timeout);
    if (engine === self && !self.answered) receive({ id: newest.id, stopped: true });
  };
  worker.onerror = (event) => {
    event.preventDefault();
    fail();
  };
  worker.onmessage = ({ data }) => {
    clearTimeout(timeout);
    if (engine !== self) return;
    self.answered ||= !data.stopped;
    receive(data);
  };
  self.ask = (request) => worker.postMessage(request);
  self.end = () => {
    clearTimeout(timeout);
    worker.terminate();
  };
  return self;
}

/** Returns an engine in the page's own thread. */
function startInPage() {
  const self = { inWorker: false, end() {} };
  const send = (data) => engine === self && receive(data);
  const started = import("./worker.js").then(({ startSimulator }) => startSimulator(send, IN_PAGE));
  self.ask = (request) =>
    started.then(
      (ask) => ask(request),
      () => send({ id: request.id, stopped: true }),
    );
  return self;
}
