// What the attacks hold the figures on a page to.

const at = (outcome, path) => path.split(".").reduce((part, key) => part?.[key], outcome);

/** Which figures on a page or in a frame are not those of an outcome. */
export async function wrongFigures(page, outcome) {
  const shown = await page
    .locator("data[data-result]")
    .evaluateAll((all) => all.map((one) => [one.dataset.result, one.getAttribute("value")]));
  return shown.flatMap(([path, value]) => {
    const expected = at(outcome, path);
    const number = Number(value);
    const near = Math.abs(number - expected) <= 1e-9 * Math.max(1e6, Math.abs(expected));
    const good = expected === null ? value === "" : value !== "" && near;
    return good ? [] : [`${path} is '${value}', not ${expected}`];
  });
}

/** Repeats until a list is empty or the time is over; gives what was in it last. */
export async function lasting(found, patience = 10_000) {
  const deadline = Date.now() + patience;
  for (;;) {
    const wrong = await found();
    if (wrong.length === 0 || Date.now() > deadline) return wrong;
    await new Promise((again) => setTimeout(again, 50));
  }
}
