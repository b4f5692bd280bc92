// Compares the figures on a page with an outcome, for the attacks.

/** Returns the value at a path of an outcome, such as `costs.net`. */
const valueAt = (outcome, path) => path.split(".").reduce((value, key) => value?.[key], outcome);

/** Returns a message for each figure on a page or in a frame that differs from the outcome. */
export async function wrongFigures(page, outcome) {
  const shown = await page
    .locator("data[data-result]")
    .evaluateAll((all) => all.map((one) => [one.dataset.result, one.getAttribute("value")]));
  return shown.flatMap(([path, value]) => {
    const expected = valueAt(outcome, path);
    const number = Number(value);
    const isNear = Math.abs(number - expected) <= 1e-9 * Math.max(1e6, Math.abs(expected));
    const isRight = expected === null ? value === "" : value !== "" && isNear;
    return isRight ? [] : [`${path} is '${value}', not ${expected}`];
  });
}

/** Repeats a search for faults until there are none, or for `timeout` milliseconds; returns those found last. */
export async function faultsAfterWaiting(findFaults, timeout = 10_000) {
  const deadline = Date.now() + timeout;
  for (;;) {
    const faults = await findFaults();
    if (faults.length === 0 || Date.now() > deadline) return faults;
    await new Promise((done) => setTimeout(done, 50));
  }
}
