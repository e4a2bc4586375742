/** A rule that must not be compiled; the message says which and why. */
export class RuleFault extends Error {
  override readonly name = 'RuleFault';
}

/** The fields of a JSON object. */
export function record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new RuleFault(`${what} is no object`);
  }
  return Object.fromEntries(Object.entries(value));
}

/** The items of a JSON array. */
export function list(value: unknown, what: string): unknown[] {
  if (!Array.isArray(value)) throw new RuleFault(`${what} is no list`);
  return value;
}

/** A text that says something. */
export function text(value: unknown, what: string): string {
  if (typeof value !== 'string' || value === '') throw new RuleFault(`${what} is no text`);
  return value;
}

/** One of the known words. */
export function oneOf<Choice extends string>(
  value: unknown,
  choices: readonly Choice[],
  what: string,
): Choice {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw new RuleFault(`unknown ${what} ${String(value)}`);
  return found;
}
