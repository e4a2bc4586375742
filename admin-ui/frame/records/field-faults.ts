import { problemOf } from '../../provider/problem.ts';

/** Faults by field, as forms want them; nested as their paths are. */
export type FieldFaults = { [name: string]: string | FieldFaults };

/**
 * What a refusal says about single fields. Something is always said at the root, so that the form knows that nothing was
 * saved.
 */
export function fieldFaults(failure: unknown): FieldFaults {
  const problem = problemOf(failure);
  const faults: FieldFaults = { root: { server: problem.code } };
  for (const { path, code, message: told } of problem.errors) {
    if (path === '') continue;
    put(faults, path.split('.'), told ?? code);
  }
  return faults;
}

function put(faults: FieldFaults, [first = '', ...rest]: readonly string[], said: string): void {
  if (rest.length === 0) {
    faults[first] = said;
    return;
  }
  const inner = faults[first];
  const deeper: FieldFaults = typeof inner === 'object' ? inner : {};
  faults[first] = deeper;
  put(deeper, rest, said);
}
