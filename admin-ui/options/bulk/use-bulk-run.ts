import type { OptionKind } from '../../../rules/options/rights.ts';
import { type OptionRow, resourceOf } from '../option-record.ts';
import type { BulkVerb } from './bulk-verbs.ts';
import { usePortionedRun } from './use-portioned-run.ts';

/** Options sent with one request: few enough that the progress moves. */
const portionSize = 20;

/** Does a verb on options in the order of the list, each with the version that was seen. */
export function useBulkRun(verb: BulkVerb, kind: OptionKind) {
  const { run, start } = usePortionedRun();
  return {
    run,
    start: (options: readonly OptionRow[], words: Readonly<Record<string, unknown>>) => {
      const items = options.map(({ id, version }) => ({ id, version }));
      const portions = Array.from({ length: Math.ceil(items.length / portionSize) }, (_none, at) =>
        items.slice(at * portionSize, (at + 1) * portionSize),
      );
      return start(`/${resourceOf(kind)}/bulk/${verb}`, portions, words);
    },
  };
}
