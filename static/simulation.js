// Has the simulation done for the page, which does not hold it itself.
//
// The page sends `rekenmodel-simulate` with { id, scenario, draws }, the
// scenario as JSON; the answers come as `rekenmodel-simulated` with { id,
// numbers, names }: at once, with few draws where all would take too long, and
// then with all. `worker.js` does the work, in a worker; where there is none (a
// sandboxed frame), in the page's own thread, a little at a time. When the page
// has come to rest, { id, rested } says so. Where nothing can be done, { id,
// refused } or { id, failed } does.

const HERE = { atOnce: 4, rest: 60 }; // how the page's own thread does it, as in worker.js
const RESTED = 100; // milliseconds after the last full answer
const LATEST = 8_000; // milliseconds until a worker that says nothing is given up
const MOST_RESTARTS = 2;

// The smallest module with a vector instruction in it.
const SIMD = new Uint8Array([
  0, 97, 115, 109, 1, 0, 0, 0, 1, 5, 1, 96, 0, 1, 123, 3, 2, 1, 0, 10, 10, 1, 8, 0, 65, 0, 253, 15, 253, 98, 11,
]);

// The one policy for script addresses: those of this site only.
const site = new URL("./", import.meta.url);
const sameSite = (address) => {
  const url = new URL(address, site);
  if (!url.href.startsWith(site.href)) throw new TypeError(`not a script of this site: ${url}`);
  return url.href;
};
const policy = globalThis.trustedTypes?.createPolicy("rekenmodel", { createScriptURL: sameSite });

/** The address of a script of this site, as browsers with Trusted Types want it. */
export const scriptAddress = (name) => policy?.createScriptURL(name) ?? sameSite(name);

const answer = (detail) => dispatchEvent(new CustomEvent("rekenmodel-simulated", { detail }));
// Who asks is drawing: what is known at once waits until that is done.
const answerAfter = (detail) => queueMicrotask(() => answer(detail));

let able; // whether there are vector instructions; asking takes a third of a millisecond
let engine; // who does the work; set up with the first question
let newest; // the question that was asked last
let restarts = 0;
let resting;

/** Takes a question of the page. */
export function ask(question) {
  if (newest && question.id <= newest.id) return;
  newest = question;
  clearTimeout(resting);
  able ??= WebAssembly.validate(SIMD);
  if (!able) {
    answerAfter({ id: question.id, refused: true });
    return;
  }
  engine ??= startWorker();
  engine.ask(question);
}

/** The work has come to something. */
function done(data) {
  const { id } = data;
  if (data.stopped) return stopped(id);
  if (data.error) return answer({ id, failed: data.error });
  show(data);
  if (id === newest.id && data.draws === newest.draws) {
    resting = setTimeout(() => answer({ id, rested: true }), RESTED);
  }
}

let painted = true; // since the last answer was given
let held; // the newest of the others

/** Gives the page one answer a frame, in a task of its own: what is drawn in a frame has enough to do. */
function show(data) {
  // A page that nobody sees is not painted.
  if (!painted && !document.hidden) {
    held = data;
    return;
  }
  held = undefined;
  painted = false;
  answer(data);
  requestAnimationFrame(() => setTimeout(next));
}

function next() {
  painted = true;
  if (held) show(held);
}

/** The work is done by someone else from here on, beginning with what was asked last. */
function stopped(id) {
  restarts += 1;
  engine.end();
  if (restarts > MOST_RESTARTS) {
    engine = { ask: (question) => answerAfter({ id: question.id, failed: "stopped" }), end() {} };
    answer({ id, failed: "stopped" });
    return;
  }
  engine = engine.inWorker && engine.answered ? startWorker() : here();
  engine.ask(newest);
}

function startWorker() {
  let worker;
  try {
    // Chromium throws here in a sandboxed frame; Firefox reports an error.
    worker = new Worker(scriptAddress("worker.js"), { type: "module" });
  } catch {
    return here();
  }
  const self = { inWorker: true, answered: false };
  const late = setTimeout(() => fail(), LATEST);
  const fail = () => {
    clearTimeout(late);
    if (engine === self && !self.answered) done({ id: newest.id, stopped: true });
  };
  worker.onerror = (event) => {
    event.preventDefault();
    fail();
  };
  worker.onmessage = ({ data }) => {
    clearTimeout(late);
    if (engine !== self) return;
    self.answered ||= !data.stopped;
    done(data);
  };
  self.ask = (question) => worker.postMessage(question);
  self.end = () => {
    clearTimeout(late);
    worker.terminate();
  };
  return self;
}

function here() {
  const self = { inWorker: false, end() {} };
  const tell = (data) => engine === self && done(data);
  const asked = import("./worker.js").then(({ simulations }) => simulations(tell, HERE));
  self.ask = (question) =>
    asked.then(
      (ask) => ask(question),
      () => tell({ id: question.id, stopped: true }),
    );
  return self;
}
