// Simulates, with the public module: as a worker, or imported by `simulation.js` in the
// page's own thread where the browser allows no worker. It works on the newest request
// only, first with few draws, for a quick answer, and then with all of them. A request
// that a newer one overtakes gets no further answer.
import init, { Simulator } from "./rekenmodel.js";

const BUILD = "{{build}}"; // the name of the build that this file belongs to
const QUICK = 10_000; // draws of the first answer: few enough for one answer a frame
const CACHED = 131_072; // most draws for which the module caches unchanged intermediate results
const SLICE = 4; // milliseconds of work after which other tasks of the thread have a turn

/** Loads the module; fails if it is of another build, before anything of it runs. */
async function loadModule() {
  const answer = await fetch(new URL("rekenmodel_bg.wasm", import.meta.url));
  const module = await WebAssembly.compile(await answer.arrayBuffer());
  const [build] = WebAssembly.Module.customSections(module, "build");
  if (!build || new TextDecoder().decode(build) !== BUILD) throw new OtherBuild();
  await init({ module_or_path: module });
}

/** The error that a file belongs to another build. */
class OtherBuild extends Error {}

/**
 * Loads the module, and returns the function to ask it with: a request is { id, scenario,
 * draws, build }. `send` is called with each answer: { id, draws, numbers, names }, or { id, error,
 * stopped, problem }, where `stopped` says that the module cannot be used again, and `problem` is
 * `version` if the page, this file and the module are not all of one build.
 *
 * `longestRun` is how many milliseconds a run may take without a pause. `quietTime` is how many
 * milliseconds must pass without a new request before all draws are made.
 */
export function startSimulator(send, { longestRun, quietTime }) {
  let simulator;
  let newest = null;
  let isBusy = false;
  let duration = Infinity; // milliseconds of the last run of all draws without a pause
  const ready = loadModule().then(() => {
    simulator = new Simulator();
  });

  const { port1, port2 } = new MessageChannel();
  let resume;
  port1.onmessage = () => resume();
  /** Waits for a task, so that messages, input and painting have a turn. */
  const pause = () =>
    new Promise((done) => {
      resume = done;
      port2.postMessage(null);
    });

  let endWaiting = () => {};
  /** Waits `quietTime` milliseconds, or until a new request is made. */
  const waitForQuiet = () =>
    new Promise((done) => {
      const timer = setTimeout(done, quietTime);
      endWaiting = () => {
        clearTimeout(timer);
        done();
      };
    });

  function sendResults({ id }, draws, numbers) {
    send({ id, draws, numbers, names: simulator.names() });
  }

  async function answer(request) {
    const { scenario, draws } = request;
    const isCached = draws <= CACHED;
    const first = isCached && duration <= longestRun ? draws : Math.min(draws, QUICK);
    let began = performance.now();
    sendResults(request, first, simulator.simulatePacked(scenario, first));
    if (first === draws) {
      duration = performance.now() - began;
      return;
    }
    await waitForQuiet();
    if (newest) return;
    // A worker makes up to `CACHED` draws in one run; the page's own thread makes them in slices.
    if (isCached && longestRun > SLICE) {
      began = performance.now();
      sendResults(request, draws, simulator.simulatePacked(scenario, draws));
      duration = performance.now() - began;
      return;
    }
    simulator.begin(scenario, draws);
    for (let done = false; !done; ) {
      await pause();
      if (newest) return;
      const until = performance.now() + SLICE;
      while (!done && performance.now() < until) done = simulator.step();
    }
    await pause();
    if (!newest) sendResults(request, draws, simulator.finish());
  }

  async function work() {
    isBusy = true;
    let request = newest;
    try {
      await ready;
      while (newest) {
        // A pause lets the page draw the change before the simulation begins.
        await pause();
        request = newest;
        newest = null;
        await answer(request);
      }
    } catch (error) {
      // A module that has stopped must not be called again; after invalid input it works on.
      const stopped = !simulator || error instanceof WebAssembly.RuntimeError;
      if (stopped) newest = null;
      const problem = error instanceof OtherBuild ? "version" : undefined;
      send({ id: request.id, error: String(error), stopped, problem });
      if (newest) return work();
    }
    isBusy = false;
  }

  return (request) => {
    if (request.build !== BUILD) return send({ id: request.id, error: "build", stopped: true, problem: "version" });
    newest = request;
    if (isBusy) endWaiting();
    else work();
  };
}

if (typeof document === "undefined") {
  const send = (data) => postMessage(data, data.numbers ? [data.numbers.buffer] : []);
  const ask = startSimulator(send, { longestRun: 16, quietTime: 20 });
  onmessage = ({ data }) => ask(data);
}
