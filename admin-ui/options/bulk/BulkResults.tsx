import { ScrollBox } from '../../frame/ScrollBox.tsx';
import { useText } from '../../messages/use-text.ts';
import type { OptionRow } from '../option-record.ts';
import { ResultsTable } from './ResultsTable.tsx';
import type { BulkResult } from './use-portioned-run.ts';

/** What became of each option, the failures first, each with a link to look into it. */
export function BulkResults({
  options,
  results,
}: {
  options: readonly OptionRow[];
  results: ReadonlyMap<string, BulkResult>;
}) {
  const text = useText();
  const rows = options.flatMap(({ id, kind, number, contactName }) => {
    const result = results.get(id);
    return result === undefined ? [] : [{ id, kind, number, contactName, result }];
  });
  return (
    <ScrollBox label={text('bulk.results')}>
      <ResultsTable rows={rows.toSorted((one, other) => Number(one.result.ok) - Number(other.result.ok))} />
    </ScrollBox>
  );
}
