// Simulates for the page, which does not hold the simulation itself.
//
// The page sends `rekenmodel-simulate` with { id, scenario }, the scenario as
// JSON; the answers come as `rekenmodel-simulated` with { id, simulation,
// sensitivity, draws }: first few draws, at once, and the full number when the
// page has come to rest. Only the newest question is answered next. A worker
// does the work; where there is none (a sandboxed frame), the page's own
// thread does, in smaller runs. Where nothing can, { id, refused } or
// { id, failed } says so.

const QUICK = 10_000; // draws that follow a slider from frame to frame
const MOST_HERE = 100_000; // draws that the page's own thread takes at once
const REST = { worker: 40, here: 100 }; // milliseconds of rest before the full number
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

let engine; // who does the work; set up with the first question
let newest; // the question that was asked last
let waiting = null; // the next run: { id, scenario, draws }
let running = null; // the run that is being done
let timer;
let restarts = 0;

/** Takes a question of the page. */
export function ask({ id, scenario }) {
  if (newest && id <= newest.id) return;
  newest = { id, scenario };
  clearTimeout(timer);
  if (!WebAssembly.validate(SIMD)) {
    answer({ id, refused: true });
    return;
  }
  engine ??= startWorker();
  waiting = { id, scenario, draws: QUICK };
  go();
}

/** The same scenario with another number of draws, and how many that are. */
function withDraws(scenario, most) {
  const parsed = JSON.parse(scenario);
  const all = parsed.simulation?.draws ?? 100_000;
  const draws = Math.min(all, most);
  parsed.simulation = { ...parsed.simulation, draws };
  return { text: JSON.stringify(parsed), draws, all: Math.min(all, engine.most) };
}

function go() {
  if (running || !waiting) return;
  running = waiting;
  waiting = null;
  const { text, draws, all } = withDraws(running.scenario, Math.min(running.draws, engine.most));
  running.done = draws;
  running.all = all;
  engine.run(running.id, text);
}

/** A run has come to an end. */
function done(result) {
  const run = running;
  running = null;
  if (!run) return;
  if (result.stopped) return stopped(run);
  if (result.error) answer({ id: run.id, failed: result.error });
  else answer({ id: run.id, simulation: result.simulation, sensitivity: result.sensitivity, draws: run.done });
  if (run.id === newest.id && run.done < run.all && !result.error) {
    clearTimeout(timer);
    timer = setTimeout(() => {
      waiting ??= { ...newest, draws: Infinity };
      go();
    }, engine.rest);
  }
  go();
}

/** The work is done by someone else from here on, beginning with this run. */
function stopped(run) {
  restarts += 1;
  engine.end();
  engine = restarts > MOST_RESTARTS ? null : engine.inWorker && !engine.answered ? here() : engine.inWorker ? startWorker() : here();
  running = null;
  if (!engine) {
    engine = { most: QUICK, rest: 0, run: (id) => done({ id, error: "stopped" }), end() {} };
    answer({ id: run.id, failed: "stopped" });
    return;
  }
  waiting ??= { ...newest, draws: run.draws };
  go();
}

function startWorker() {
  let worker;
  try {
    // Chromium throws here in a sandboxed frame; Firefox reports an error.
    worker = new Worker(scriptAddress("worker.js"), { type: "module" });
  } catch {
    return here();
  }
  const self = { inWorker: true, answered: false, most: Infinity, rest: REST.worker };
  const late = setTimeout(() => fail(), LATEST);
  const fail = () => {
    clearTimeout(late);
    if (engine === self && !self.answered) {
      running ??= { ...newest, draws: QUICK };
      done({ stopped: true });
    }
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
  self.run = (id, scenario) => worker.postMessage({ id, scenario });
  self.end = () => {
    clearTimeout(late);
    worker.terminate();
  };
  return self;
}

function here() {
  const loading = import("./rekenmodel.js").then(async (module) => {
    await module.default();
    return { simulator: new module.Simulator(), sensitivity: module.sensitivity };
  });
  const self = { inWorker: false, most: MOST_HERE, rest: REST.here, end() {} };
  self.run = async (id, scenario) => {
    try {
      const { simulator, sensitivity } = await loading;
      // Whatever is being typed or painted goes first.
      await new Promise((next) => setTimeout(next));
      if (engine === self) done({ id, simulation: simulator.simulate(scenario), sensitivity: sensitivity(scenario) });
    } catch (error) {
      const gone = error instanceof WebAssembly.RuntimeError;
      done(gone ? { id, stopped: true } : { id, error: String(error) });
    }
  };
  return self;
}
