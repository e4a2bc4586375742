import { Box } from '@mui/material';
import { useGetMany } from 'react-admin';
import type { Locale } from '../../rules/messages/locale.ts';
import { resourceRight } from '../../rules/organisation/resource-rights.ts';
import { useFormat } from '../messages/use-format.ts';
import { useText } from '../messages/use-text.ts';
import type { PerformanceRow } from '../performances/performance-record.ts';
import { useRight } from '../provider/session.ts';
import type { HistoryRow } from './history-row.ts';
import { type OptionChange, optionChanges } from './option-changes.ts';

type Named = { id: string; name: string; names: Partial<Record<Locale, string>> };

const nothing = '—';

/** The names of records known by their ids; none without the right to read them. */
function useNames(resource: 'seat-categories' | 'audience-subcategories', ids: readonly (string | null)[]) {
  const format = useFormat();
  const mayRead = useRight(resourceRight(resource, 'read'));
  const known = [...new Set(ids)].filter((id) => id !== null);
  const { data = [] } = useGetMany<Named>(resource, { ids: known }, { enabled: mayRead && known.length > 0 });
  return (id: string | null): string | null => {
    const found = data.find((record) => record?.id === id);
    return found === undefined ? null : format.name(found);
  };
}

/** The performances moved from and to, as their start on the clock of their venue. */
function usePerformances(changes: readonly OptionChange[]) {
  const format = useFormat();
  const mayRead = useRight(resourceRight('performances', 'read'));
  const ids = changes.flatMap((change) => (change.kind === 'performance' ? [change.from, change.to] : []));
  const { data = [] } = useGetMany<PerformanceRow>(
    'performances',
    { ids },
    { enabled: mayRead && ids.length > 0 },
  );
  return (id: string): string => {
    const found = data.find((performance) => performance?.id === id);
    return found === undefined ? nothing : format.performance(found.startsAt, found.timeZone);
  };
}

function useChangeText(changes: readonly OptionChange[], timeZone?: string) {
  const text = useText();
  const format = useFormat();
  const quantities = changes.filter((change) => change.kind === 'quantity');
  const category = useNames(
    'seat-categories',
    quantities.map(({ seatCategoryId }) => seatCategoryId),
  );
  const tariff = useNames(
    'audience-subcategories',
    quantities.map(({ audienceSubcategoryId }) => audienceSubcategoryId),
  );
  const performance = usePerformances(changes);
  const tell = (field: string, from: string | null, to: string | null) =>
    from === null
      ? text('options.change.now', { field, to: to ?? nothing })
      : text('options.change.moved', { field, from, to: to ?? nothing });
  const at = (instant: string | null) => (instant === null ? null : format.instant(instant, timeZone));
  return (change: OptionChange): string => {
    switch (change.kind) {
      case 'state':
        return tell(
          text('resources.options.fields.state'),
          format.labels.states[change.from],
          format.labels.states[change.to],
        );
      case 'performance':
        return tell(
          text('resources.options.fields.startsAt'),
          performance(change.from),
          performance(change.to),
        );
      case 'startsAt':
      case 'confirmationDueAt':
      case 'paymentDueAt':
        return tell(text(`resources.options.fields.${change.kind}`), at(change.from), at(change.to));
      case 'placedQuantity':
        return tell(
          text('resources.options.fields.placedQuantity'),
          format.number(change.from),
          format.number(change.to),
        );
      case 'quantity': {
        const names = [category(change.seatCategoryId), tariff(change.audienceSubcategoryId)];
        const field = names.filter((name) => name !== null).join(' · ');
        return tell(
          field === '' ? text('resources.options.fields.placedQuantity') : field,
          change.from === 0 ? null : format.number(change.from),
          format.number(change.to),
        );
      }
    }
  };
}

/** What an event changed of an option, a line each: "Élève : 18 → 17". The state is left out where it is shown beside. */
export function OptionChanges({
  row,
  timeZone,
  withState = false,
}: {
  row: HistoryRow;
  /** The venue's clock; the house's when it is not known. */
  timeZone?: string;
  withState?: boolean;
}) {
  const changes = optionChanges(row).filter(({ kind }) => withState || kind !== 'state');
  const tell = useChangeText(changes, timeZone);
  if (changes.length === 0) return null;
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, mt: 0.25, p: 0, typography: 'body2' }}>
      {changes.map((change) => {
        const told = tell(change);
        return <li key={told}>{told}</li>;
      })}
    </Box>
  );
}
