import { useGetMany, useListContext } from 'react-admin';
import { bulkRightFor } from '../../../rules/options/rights.ts';
import { useNow } from '../../frame/use-now.ts';
import { useFormat } from '../../messages/use-format.ts';
import { useSession } from '../../provider/session.ts';
import type { OptionRow } from '../option-record.ts';
import { type BulkVerb, bulkVerbs, mostInBulk, mostInRun, previewOf } from './bulk-verbs.ts';
import { useBulkVerbName } from './use-bulk-verb-name.ts';
import { useListKind } from './use-list-kind.ts';
import { previewFrom, useSelectionPreview } from './use-selection-preview.ts';

/** A verb of the bar, with the number of options of the selection that allow it. */
export type Choice = { verb: BulkVerb; name: string; possible: number };

/** What may be done with the selection: looked at here while it is small, else by the API. */
export function useChoices() {
  const format = useFormat();
  const now = useNow();
  const rights = useSession()?.rights ?? [];
  const nameOf = useBulkVerbName();
  const kind = useListKind();
  const { resource, selectedIds = [] } = useListContext<OptionRow>();
  const large = selectedIds.length > mostInBulk;
  const tooMany = selectedIds.length > mostInRun;
  const { data = [] } = useGetMany<OptionRow>(
    resource,
    { ids: selectedIds.slice(0, mostInBulk) },
    { enabled: selectedIds.length > 0 && !large },
  );
  const selected = data.filter((option) => option !== undefined);
  const looked = useSelectionPreview(resource, selectedIds, large && !tooMany);
  const at = new Date(now).toISOString();
  const possibleIn = (verb: BulkVerb) =>
    large
      ? (previewFrom(looked.data, verb)?.possible ?? 0)
      : previewOf(selected, verb, at, format.locale).possible;
  const choices = bulkVerbs
    .filter((verb) => rights.includes(bulkRightFor(verb, kind)))
    .map((verb): Choice => ({ verb, name: nameOf(verb), possible: possibleIn(verb) }));
  return {
    selected,
    choices,
    large,
    tooMany,
    /** Everything that was chosen has been looked at. */
    isLooked: large ? looked.data !== undefined : selected.length > 0,
    previewLarge: (verb: BulkVerb) => (large ? previewFrom(looked.data, verb) : null),
  };
}
