// How fast the simulation is, against others in the same rounds.
//
//   cargo xtask bench [ROUNDS]
//
// does what this needs, and runs it. It takes the module from dist, or from the
// folder in REKENMODEL_DIST, and the Python in PYTHON. It builds the same kernel natively with
// 128-bit vectors (`native.rs`), and runs the same model in Squiggle (its saldo
// alone) and in vectorised numpy (`numpy_bench.py`, the same outputs). What
// cannot be run is named as missing, and the program then ends with an error.
//
// All on the brochure with its 19 uncertain parameters, 100,000 draws where the
// row says nothing else; who is compared in a row does the same number of them.
// Squiggle gets the 17 parameters that its saldo needs, and ties no effects.
//
// A time is what the thread was given of a processor, where the system tells
// that (Linux), else what passed; of some calls, the shortest, and what is divided
// within one module is called in turns. Ratios are taken
// within a round, and the middle one of all rounds is held against the target.

import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';

const here = new URL('./', import.meta.url);
const root = new URL('../../', here);
const dist = process.env.REKENMODEL_DIST ? new URL(`file://${process.env.REKENMODEL_DIST}/`) : new URL('dist/', root);
const rounds = Number(process.argv[2] ?? 7);
const draws = 100_000;

const rekenmodel = await import(new URL('rekenmodel.js', dist));
await rekenmodel.default({ module_or_path: await readFile(new URL('rekenmodel_bg.wasm', dist)) });

const middle = (values) => [...values].sort((a, b) => a - b)[values.length >> 1];
const scenario = (draws, values) => JSON.stringify({ ...(values && { values }), simulation: { draws } });

/// The time of this thread, in milliseconds: other work on the machine counts
/// for little in it.
function processor() {
  // Has the system bring its account of the current thread up to date.
  process.cpuUsage();
  return Number(readFileSync('/proc/thread-self/schedstat', 'utf8').split(' ')[0]) / 1e6;
}
const clock = (() => {
  try {
    return processor() > 0 ? processor : () => performance.now();
  } catch {
    return () => performance.now();
  }
})();

/// The shortest time of some calls one after the other, in milliseconds.
function time(times, call) {
  let shortest = Infinity;
  for (let k = 0; k <= times; k++) {
    const start = clock();
    call(k);
    // The first time warms up.
    if (k > 0) shortest = Math.min(shortest, clock() - start);
  }
  return shortest;
}

/// The shortest time of each of these calls, in milliseconds. Some of each in
/// turns, for a second: what else the machine does comes and goes, and so weighs
/// on all alike, and each finds a moment of quiet.
function inTurns(calls) {
  const shortest = calls.map(() => Infinity);
  for (let turn = 0; turn < 40; turn++) {
    for (const [which, call] of calls.entries()) {
      shortest[which] = Math.min(shortest[which], time(5, (k) => call(6 * turn + k)));
    }
  }
  return shortest;
}

/// Runs in which one value differs from the run before, as while dragging.
function changing(simulator, values) {
  return (k) => simulator.simulate(scenario(draws, values(k)));
}

const missing = [];

function attempt(what, prepare) {
  try {
    return prepare();
  } catch (error) {
    missing.push(`${what}: ${String(error.stderr ?? error.message).trim().split('\n').at(-1)}`);
    return null;
  }
}

const path = (name) => fileURLToPath(new URL(name, here));
const numbers = (text) => JSON.parse(text.trim().split('\n').at(-1));

const native = attempt('native', () => {
  const env = { ...process.env, RUSTFLAGS: process.arch === 'x64' ? '-C target-cpu=x86-64-v2' : '' };
  const options = { cwd: fileURLToPath(root), env, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] };
  const bench = ['bench', '--quiet', '--no-default-features', '--bench', 'uncertainty', '--'];
  execFileSync('cargo', [...bench, '1'], options);
  return () => numbers(execFileSync('cargo', [...bench, '20'], options));
});
const numpy = attempt('numpy', () => {
  const call = (times) => execFileSync(process.env.PYTHON || 'python3', [path('numpy_bench.py'), `${draws}`, times], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] });
  call('1');
  return () => numbers(call('3'));
});
let squiggle = null;
try {
  const { run } = await import('@quri/squiggle-lang');
  const code = await readFile(new URL('saldo.squiggle', here), 'utf8');
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
const row = (name, unit, value, target, holds) => {
  const same = table.find((row) => row.name === name);
  if (same) same.values.push(value);
  else table.push({ name, unit, target, holds, values: [value] });
};

const mean = JSON.parse(rekenmodel.simulate(scenario(draws))).quantities.net.mean;
for (let round = 0; round < rounds; round++) {
  const simulators = [new rekenmodel.Simulator(), new rekenmodel.Simulator()];
  const [full, quantity, cost] = inTurns([
    () => rekenmodel.simulate(scenario(draws)),
    changing(simulators[0], (k) => ({ 'dagbesteding.aantal': 16 + (k % 97) / 100 })),
    changing(simulators[1], (k) => ({ 'loonkosten-per-fte': 48_800 + k })),
  ]);
  simulators.forEach((simulator) => simulator.free());
  const keeping = time(10, () => {
    const simulator = new rekenmodel.Simulator();
    simulator.simulate(scenario(draws));
    simulator.free();
  });
  const million = time(3, () => rekenmodel.simulate(scenario(1_000_000)));
  const below = (most) => (value) => value <= most;
  row('100,000 draws in wasm', 'ms', full, 8, (value) => value < 8);
  row('1,000,000 draws in wasm', 'ms', million, 80, (value) => value < 80);
  row('one quantity changed ÷ full run', '×', quantity / full, 0.35, below(0.35));
  // A full run has four inputs less than in version 1, and a cost is one of seven that
  // are multiplied and added anew; what is left is counting 100,000 draws.
  row('one cost changed ÷ full run', '×', cost / full, 0.4, below(0.4));
  row('one quantity changed', 'ms', quantity);
  row('first run that keeps its columns', 'ms', keeping);
  if (native) {
    const { full: nativeFull } = native();
    row('full run natively, 128-bit vectors', 'ms', nativeFull);
    row('wasm ÷ native', '×', full / nativeFull, 1.6, (value) => value <= 1.6);
  }
  if (numpy) {
    const { full: all, without_knowing: some, mean: numpyMean } = numpy();
    if (Math.abs(numpyMean - mean) > 1000) throw new Error(`numpy calculates another model: ${numpyMean}`);
    row('numpy ÷ wasm, same outputs', '×', all / full, 30, (value) => value >= 30);
    row('numpy without value of knowing ÷ wasm with it', '×', some / full);
  }
  if (squiggle) {
    const tries = [await squiggle(draws), await squiggle(draws), await squiggle(draws)];
    const { saldo } = tries[0];
    const elapsed = Math.min(...tries.map((one) => one.elapsed));
    if (Math.abs(saldo - mean) > 1000) throw new Error(`Squiggle calculates another model: ${saldo}`);
    row('draws per second ÷ Squiggle (saldo alone)', '×', elapsed / full, 300, (value) => value >= 300);
    const larger = await squiggle(1_000_000);
    row('the same at 1,000,000 draws each', '×', larger.elapsed / million);
  }
}

let failed = missing.length > 0;
for (const { name, unit, target, holds, values } of table) {
  const value = middle(values);
  const verdict = holds ? (holds(value) ? `target ${target}: met` : `target ${target}: NOT MET`) : '';
  failed ||= Boolean(holds && !holds(value));
  const [low, high] = [Math.min(...values), Math.max(...values)].map((end) => end.toPrecision(3));
  console.log(`${name.padEnd(48)} ${value.toPrecision(3).padStart(7)} ${unit.padEnd(3)} (${low} to ${high}) ${verdict}`);
}
for (const what of missing) console.log(`MISSING  ${what}`);
process.exitCode = failed ? 1 : 0;
