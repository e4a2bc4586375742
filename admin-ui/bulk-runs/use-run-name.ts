import { optionVerbs } from '../../rules/options/life.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { BulkRunRow } from './bulk-run-record.ts';

/** How a run is named: by its verb, and by the kind of its options where that is not the usual one. */
export function useRunName(): (run: Pick<BulkRunRow, 'verb' | 'kind'>) => string {
  const text = useText();
  const { labels } = useFormat();
  return (run) => {
    const known = optionVerbs.find((verb) => verb === run.verb);
    const verb = known === undefined ? text('bulk.name.validate') : labels.verbs[known];
    return run.kind === 'seats' ? verb : text('bulk.run.ofProducts', { verb });
  };
}
