// The calculation in a thread of its own. It keeps one Simulator, so that only
// what changed since the last time is drawn again.
import init, { Simulator, sensitivity } from "./rekenmodel.js";

let simulator;
const ready = init().then(() => {
  simulator = new Simulator();
});

onmessage = async ({ data: { id, scenario } }) => {
  try {
    await ready;
    postMessage({ id, simulation: simulator.simulate(scenario), sensitivity: sensitivity(scenario) });
  } catch (error) {
    // A module that stopped must not be entered again; bad input is just that.
    postMessage({ id, error: String(error), stopped: error instanceof WebAssembly.RuntimeError || !simulator });
  }
};
