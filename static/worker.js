// The simulation itself, in a thread of its own, or in the page's own thread
// where there is none to be had: only the newest question is worked on, first
// with few draws that come at once, then with all. Of a question that is
// overtaken nothing more is heard.
import init, { Simulator } from "./rekenmodel.js";

const QUICK = 10_000; // draws that follow a slider from frame to frame
const KEPT = 131_072; // draws of which the module keeps what did not change
const SLICE = 4; // milliseconds of work before whoever waits has a turn

/**
 * Begins. `tell` is given { id, draws, numbers, names }, or { id, error } and
 * whether it `stopped` for good. `atOnce` is how many milliseconds a run may
 * take without a turn for others, `rest` how many of silence go before the full
 * number. Gives the function that asks, with { id, scenario, draws }.
 */
export function simulations(tell, { atOnce, rest }) {
  let simulator;
  let newest = null;
  let busy = false;
  let took = Infinity; // milliseconds of the last run of all draws in one go
  const ready = init().then(() => {
    simulator = new Simulator();
  });

  const { port1, port2 } = new MessageChannel();
  let turn;
  port1.onmessage = () => turn();
  /** Lets others have a turn: messages, input, painting. */
  const pause = () =>
    new Promise((next) => {
      turn = next;
      port2.postMessage(null);
    });

  let wake = () => {};
  /** So many milliseconds of silence, or until something is asked. */
  const silence = () =>
    new Promise((next) => {
      const timer = setTimeout(next, rest);
      wake = () => {
        clearTimeout(timer);
        next();
      };
    });

  function give({ id }, draws, numbers) {
    tell({ id, draws, numbers, names: simulator.names() });
  }

  async function answer(question) {
    const { scenario, draws } = question;
    const fits = draws <= KEPT;
    const first = fits && took <= atOnce ? draws : Math.min(draws, QUICK);
    let began = performance.now();
    give(question, first, simulator.answer(scenario, first));
    if (first === draws) {
      took = performance.now() - began;
      return;
    }
    await silence();
    if (newest) return;
    if (fits && atOnce > SLICE) {
      began = performance.now();
      give(question, draws, simulator.answer(scenario, draws));
      took = performance.now() - began;
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
    if (!newest) give(question, draws, simulator.finish());
  }

  async function work() {
    busy = true;
    let question = newest;
    try {
      await ready;
      while (newest) {
        // What asks goes first, and what it draws.
        await pause();
        question = newest;
        newest = null;
        await answer(question);
      }
    } catch (error) {
      // A module that stopped must not be entered again; bad input is just that.
      const stopped = !simulator || error instanceof WebAssembly.RuntimeError;
      if (stopped) newest = null;
      tell({ id: question.id, error: String(error), stopped });
      if (newest) return work();
    }
    busy = false;
  }

  return (question) => {
    newest = question;
    if (busy) wake();
    else work();
  };
}

if (typeof document === "undefined") {
  const tell = (data) => postMessage(data, data.numbers ? [data.numbers.buffer] : []);
  const ask = simulations(tell, { atOnce: 16, rest: 20 });
  onmessage = ({ data }) => ask(data);
}
