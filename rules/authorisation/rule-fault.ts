import type { FieldCode } from '../messages/codes.ts';

/** Where a rule is faulty, as a dotted path such as `rules.0.conditions.all.1.value`, and the code of the fault. */
export type FaultPlace = { readonly path: string; readonly code: FieldCode };

/** A rule that must not be compiled; the message says which and why, `places` where. */
export class RuleFault extends Error {
  override readonly name = 'RuleFault';
  readonly places: readonly FaultPlace[];

  constructor(
    message: string,
    { places = [], cause }: { places?: readonly FaultPlace[]; cause?: unknown } = {},
  ) {
    super(message, { cause });
    this.places = places;
  }
}

/** A fault at one place. */
export function faultAt(path: string, code: FieldCode, message: string): RuleFault {
  return new RuleFault(message, { places: [{ path, code }] });
}

/**
 * Does every piece of work, then fails with the faults of all of them, so that a writer is told everything at once.
 * Throws `RuleFault` with the first message and all places.
 */
export function gather<Result>(works: readonly (() => Result)[]): Result[] {
  const faults: RuleFault[] = [];
  const results = works.flatMap((work) => {
    try {
      return [work()];
    } catch (error) {
      if (!(error instanceof RuleFault)) throw error;
      faults.push(error);
      return [];
    }
  });
  const [first] = faults;
  if (first !== undefined) {
    throw new RuleFault(first.message, { places: faults.flatMap(({ places }) => places), cause: first });
  }
  return results;
}

/** A path one step further. */
export function under(path: string, step: string | number): string {
  return path === '' ? String(step) : `${path}.${step}`;
}

/** The fields of a JSON object. */
export function record(value: unknown, what: string, path = ''): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw faultAt(path, 'field.type', `${what} is no object`);
  }
  return Object.fromEntries(Object.entries(value));
}

/** The items of a JSON array. */
export function list(value: unknown, what: string, path = ''): unknown[] {
  if (!Array.isArray(value)) throw faultAt(path, 'field.type', `${what} is no list`);
  return value;
}

/** A text that says something. */
export function text(value: unknown, what: string, path = ''): string {
  if (typeof value !== 'string' || value === '') throw faultAt(path, 'field.required', `${what} is no text`);
  return value;
}

/** One of the known words. */
export function oneOf<Choice extends string>(
  value: unknown,
  choices: readonly Choice[],
  what: string,
  path = '',
): Choice {
  const found = choices.find((choice) => choice === value);
  if (found === undefined) throw faultAt(path, 'field.choice', `unknown ${what} ${String(value)}`);
  return found;
}
