/**
 * Calculates one scenario: JSON text in and out, or an object in and out. Amounts in euros a
 * year in prices of the scenario's `prijspeil`; shares as fractions. Throws an `Error` that
 * says what is wrong with the scenario.
 */
export function evaluate(scenario: string): string;
export function evaluate(scenario: object): object;

/**
 * Simulates one scenario with its own number of draws and seed: JSON text in and out, or an
 * object in and out. Amounts as in `evaluate`; chances and shares as fractions. Throws an
 * `Error` that says what is wrong with the scenario.
 */
export function simulate(scenario: string): string;
export function simulate(scenario: object): object;

/**
 * Calculates the saldo with each uncertain input at both ends of its range: JSON text in and
 * out, or an object in and out. For an input without effect on the saldo of the scenario's
 * perspective it calculates another figure, whichever the input changes. Throws an `Error`
 * that says what is wrong with the scenario.
 */
export function sensitivity(scenario: string): string;
export function sensitivity(scenario: object): object;

export interface Simulator {
  /**
   * Returns exactly what the function `simulate` returns, faster where little changes from one
   * call to the next. All simulators share the memory that this takes.
   */
  simulate(scenario: string): string;
  simulate(scenario: object): object;
}
