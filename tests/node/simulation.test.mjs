// The module in dist gives the same texts as `tests/golden`, which the native code wrote: the simulation
// is the same to the last bit, in wasm and natively.

import assert from 'node:assert/strict';
import { readFile, readdir } from 'node:fs/promises';
import { test } from 'node:test';

const root = new URL('../../', import.meta.url);
const dist = process.env.REKENMODEL_DIST ? new URL(`file://${process.env.REKENMODEL_DIST}/`) : new URL('dist/', root);
const golden = new URL('tests/golden/', root);
const rekenmodel = await import(new URL('rekenmodel.js', dist));
await rekenmodel.default({ module_or_path: await readFile(new URL('rekenmodel_bg.wasm', dist)) });

const files = (await readdir(golden)).filter((name) => name.startsWith('simulation-'));
assert.ok(files.length >= 5);

for (const name of files) {
  test(`the module gives ${name} to the last bit`, async () => {
    const { scenario, simulate, sensitivity } = JSON.parse(await readFile(new URL(name, golden), 'utf8'));
    assert.equal(rekenmodel.simulate(scenario), simulate);
    assert.equal(rekenmodel.sensitivity(scenario), sensitivity);
    const simulator = new rekenmodel.Simulator();
    const { simulation, ...rest } = JSON.parse(scenario);
    simulator.simulate(JSON.stringify({ ...rest, simulation: { ...simulation, draws: 1000 } }));
    assert.equal(simulator.simulate(scenario), simulate);
    assert.equal(simulator.simulate(scenario), simulate);
    simulator.free();
  });
}

test('invalid input throws, and the module still works', () => {
  for (const call of [rekenmodel.simulate, rekenmodel.sensitivity]) {
    assert.throws(() => call('{"simulation":{"draws":10}}'), /simulation\.draws.*10/);
    assert.ok(call('{"simulation":{"draws":1000}}').startsWith('{'));
  }
});
