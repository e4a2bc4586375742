import { Problem } from '../../problem.ts';

/**
 * The record a code of the input stands for.
 * @throws Problem `request.invalid` with the place in the input (`performances.3.event`).
 */
export function refer<Found>(known: ReadonlyMap<string, Found>, key: string, path: string): Found {
  const found = known.get(key);
  if (found === undefined) {
    throw new Problem('request.invalid', { errors: [{ path, code: 'field.reference' }] });
  }
  return found;
}

/**
 * A record named once in the input.
 * @throws Problem `request.invalid` with the place of its second mention.
 */
export function assertDistinct(keys: readonly string[], path: (index: number) => string): void {
  const seen = new Set<string>();
  for (const [index, key] of keys.entries()) {
    if (seen.has(key)) {
      throw new Problem('request.invalid', { errors: [{ path: path(index), code: 'field.invalid' }] });
    }
    seen.add(key);
  }
}
