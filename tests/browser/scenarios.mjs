// Several scenarios at once, for the tests of what stands beside each other.

/** As many as there can be, all different; with long names, and prices of two years. */
export const twelve = (own) =>
  Array.from({ length: 12 }, (_, n) => ({
    ...own,
    name: `Scenario ${n + 1} met een lange naam die ergens moet passen`,
    values: { ...own.values, fte: 2 + n / 4, prijspeil: 2016 + (n % 2) },
  }));

/** Opens scenarios by keyboard, as from a file: `more` is what the file has beside them. */
export async function openScenarios(page, scenarios, more = {}) {
  await page.getByRole("link", { name: "Delen" }).press("Enter");
  const buffer = Buffer.from(JSON.stringify({ schema: 1, scenarios, reference: 0, ...more }));
  await page.getByLabel("Bestand openen").setInputFiles({ name: "s.json", mimeType: "application/json", buffer });
  await page.getByText(/Het bestand met/).waitFor();
}
