// Compares the speed of the simulation with other implementations, and with its targets:
//
//   cargo xtask bench [ROUNDS]
//
// installs what is needed and runs this. Compared are the wasm module, from dist or the folder in
// REKENMODEL_DIST; the same code natively with 128-bit vectors (`native.rs`); Squiggle, which
// calculates the saldo alone (`saldo.squiggle`); and vectorised numpy with the same outputs
// (`numpy_bench.py`, run with the Python in PYTHON). An implementation that cannot be run is listed
// as missing, and the exit status is then 1.
//
// All simulate the brochure with its 19 uncertain parameters (Squiggle the 17 that the saldo
// depends on, and no tied effects) and 100,000 draws, unless a row says otherwise. Both sides of a
// ratio make the same number of draws.
//
// A time is the processor time of the thread where the system reports it (Linux), else elapsed
// time. It is the shortest of several calls. Calls within one module that are compared are made in
// turns. A ratio is taken within a round; the median of all rounds is compared with the target.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const folder = new URL('./', import.meta.url);
const root = new URL('../../', folder);
const dist = process.env.REKENMODEL_DIST ? new URL(`file://${process.env.REKENMODEL_DIST}/`) : new URL('dist/', root);
const rounds = Number(process.argv[2] ?? 7);
const draws = 100_000;

const rekenmodel = await import(new URL('rekenmodel.js', dist));
await rekenmodel.default({ module_or_path: await readFile(new URL('rekenmodel_bg.wasm', dist)) });

const median = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const scenario = (draws, values) => JSON.stringify({ ...(values && { values }), simulation: { draws } });

/** Returns the processor time of this thread in milliseconds, on which other work on the machine has little influence. */
function processorTime() {
  // This call makes the kernel update the times of the thread.
  process.cpuUsage();
  return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
}
const clock = (() => {
  try {
    return processorTime() > 0 ? processorTime : () => performance.now();
  } catch {
    return () => performance.now();
  }
})();

/** Returns the shortest time of this number of calls, in milliseconds. A call gets its number. */
function shortestTime(calls, call) {
  let shortest = Infinity;
  for (let number = 0; number <= calls; number++) {
    const start = clock();
    call(number);
    // The first call warms up.
    if (number > 0) shortest = Math.min(shortest, clock() - start);
  }
  return shortest;
}

/**
 * Returns the shortest time of each of these calls, in milliseconds. They are called in turns, for
 * about a second, so that other work on the machine slows all of them alike, and each has a chance
 * of a quiet moment.
 */
function shortestTimesInTurns(calls) {
  const shortest = calls.map(() => Infinity);
  for (let turn = 0; turn < 40; turn++) {
    for (const [index, call] of calls.entries()) {
      shortest[index] = Math.min(shortest[index], shortestTime(5, (number) => call(6 * turn + number)));
    }
  }
  return shortest;
}

/** Returns a call that simulates with other values each time, as while a slider is dragged. */
function withChangingValues(simulator, values) {
  return (number) => simulator.simulate(scenario(draws, values(number)));
}

const missing = [];

/** Returns what `prepare` returns; if it throws, lists the implementation as missing and returns null. */
function prepareOrReport(name, prepare) {
  try {
    return prepare();
  } catch (error) {
    missing.push(`${name}: ${String(error.stderr ?? error.message).trim().split('\n').at(-1)}`);
    return null;
  }
}

const pathOf = (name) => fileURLToPath(new URL(name, folder));
const readResult = (text) => JSON.parse(text.trim().split('\n').at(-1));

const native = prepareOrReport('native', () => {
  const env = { ...process.env, RUSTFLAGS: process.arch === 'x64' ? '-C target-cpu=x86-64-v2' : '' };
  const options = { cwd: fileURLToPath(root), env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  const bench = ['bench', '--quiet', '--no-default-features', '--bench', 'uncertainty', '--'];
  execFileSync('cargo', [...bench, '1'], options);
  return () => readResult(execFileSync('cargo', [...bench, '20'], options));
});
const numpy = prepareOrReport('numpy', () => {
  const call = (times) => execFileSync(process.env.PYTHON || 'python3', [pathOf('numpy_bench.py'), `${draws}`, times], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  call('1');
  return () => readResult(call('3'));
});
let squiggle = null;
try {
  const { run } = await import('@quri/squiggle-lang');
  const code = await readFile(new URL('saldo.squiggle', folder), 'utf8');
  squiggle = async (sampleCount) => {
    const start = clock();
    const found = await run(code, { environment: { sampleCount, xyPointLength: 1000, seed: '2017' } });
    const elapsed = clock() - start;
    if (!found.result.ok) throw new Error(found.result.value.toString());
    return { elapsed, saldo: found.result.value.result.asJS().value };
  };
  await squiggle(1000);
} catch (error) {
  missing.push(`squiggle: ${error.message.split('\n')[0]}`);
}

const table = [];
/** Adds a round's value to the row with this name. `isMet` tells whether a median meets the target; a row without a target has neither. */
const addValue = (name, unit, value, target, isMet) => {
  const row = table.find((row) => row.name === name);
  if (row) row.values.push(value);
  else table.push({ name, unit, target, isMet, values: [value] });
};

const mean = JSON.parse(rekenmodel.simulate(scenario(draws))).quantities.net.mean;
for (let round = 0; round < rounds; round++) {
  const simulators = [new rekenmodel.Simulator(), new rekenmodel.Simulator()];
  const [full, quantity, cost] = shortestTimesInTurns([
    () => rekenmodel.simulate(scenario(draws)),
    withChangingValues(simulators[0], (number) => ({ 'dagbesteding.aantal': 16 + (number % 97) / 100 })),
    withChangingValues(simulators[1], (number) => ({ 'loonkosten-per-fte': 48_800 + number })),
  ]);
  simulators.forEach((simulator) => simulator.free());
  const firstCached = shortestTime(10, () => {
    const simulator = new rekenmodel.Simulator();
    simulator.simulate(scenario(draws));
    simulator.free();
  });
  const million = shortestTime(3, () => rekenmodel.simulate(scenario(1_000_000)));
  addValue('100,000 draws in wasm', 'ms', full, 8, (value) => value < 8);
  addValue('1,000,000 draws in wasm', 'ms', million, 80, (value) => value < 80);
  addValue('one quantity changed ÷ full run', '×', quantity / full, 0.35, (value) => value <= 0.35);
  // A full run has four inputs less than in version 1, and a cost is one of seven that are multiplied
  // and added up anew; the remainder is the counting of 100,000 draws.
  addValue('one cost changed ÷ full run', '×', cost / full, 0.4, (value) => value <= 0.4);
  addValue('one quantity changed', 'ms', quantity);
  addValue('first run that caches its results', 'ms', firstCached);
  if (native) {
    const { full: nativeFull } = native();
    addValue('full run natively, 128-bit vectors', 'ms', nativeFull);
    addValue('wasm ÷ native', '×', full / nativeFull, 1.6, (value) => value <= 1.6);
  }
  if (numpy) {
    const { full: numpyFull, without_value_of_information: numpyWithoutInformation, mean: numpyMean } = numpy();
    if (Math.abs(numpyMean - mean) > 1000) throw new Error(`numpy calculates another model: ${numpyMean}`);
    addValue('numpy ÷ wasm, same outputs', '×', numpyFull / full, 30, (value) => value >= 30);
    addValue('numpy without value of information ÷ wasm with it', '×', numpyWithoutInformation / full);
  }
  if (squiggle) {
    const tries = [await squiggle(draws), await squiggle(draws), await squiggle(draws)];
    const { saldo } = tries[0];
    const elapsed = Math.min(...tries.map((one) => one.elapsed));
    if (Math.abs(saldo - mean) > 1000) throw new Error(`Squiggle calculates another model: ${saldo}`);
    addValue('draws per second ÷ Squiggle (saldo alone)', '×', elapsed / full, 300, (value) => value >= 300);
    const larger = await squiggle(1_000_000);
    addValue('the same at 1,000,000 draws each', '×', larger.elapsed / million);
  }
}

let failed = missing.length > 0;
for (const { name, unit, target, isMet, values } of table) {
  const value = median(values);
  const verdict = isMet ? (isMet(value) ? `target ${target}: met` : `target ${target}: NOT MET`) : '';
  failed ||= Boolean(isMet && !isMet(value));
  const [low, high] = [Math.min(...values), Math.max(...values)].map((end) => end.toPrecision(3));
  console.log(`${name.padEnd(48)} ${value.toPrecision(3).padStart(7)} ${unit.padEnd(3)} (${low} to ${high}) ${verdict}`);
}
for (const name of missing) console.log(`MISSING  ${name}`);
process.exitCode = failed ? 1 : 0;
