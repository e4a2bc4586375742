import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import type { BulkVerb } from './bulk-verbs.ts';

/** The name of a verb on a selection. */
export function useBulkVerbName(): (verb: BulkVerb) => string {
  const text = useText();
  const { labels } = useFormat();
  return (verb) => (verb === 'validate' ? text('bulk.name.validate') : labels.verbs[verb]);
}
