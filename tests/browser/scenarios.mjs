// Several scenarios at once, for the tests of comparisons and networks.

/** Returns twelve scenarios, the most that are allowed. They differ from each other, and have long names and two price years. */
export const twelveScenarios = (own) =>
  Array.from({ length: 12 }, (_, n) => ({
    ...own,
    name: `Scenario ${n + 1} met een lange naam die ergens moet passen`,
    values: { ...own.values, fte: 2 + n / 4, prijspeil: 2016 + (n % 2) },
  }));

/** Opens a file with these scenarios, by keyboard. `more` has the other fields of the file, such as `network`. */
export async function openScenarios(page, scenarios, more = {}) {
  await page.getByRole("link", { name: "Delen" }).press("Enter");
  const buffer = Buffer.from(JSON.stringify({ schema: 2, scenarios, reference: 0, ...more }));
  await page.getByLabel("Bestand openen").setInputFiles({ name: "s.json", mimeType: "application/json", buffer });
  await page.getByText(/Het bestand met/).waitFor();
}
