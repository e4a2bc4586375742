import { useGetList } from 'react-admin';
import type { SettingRecord } from '../frame/records/record-kind.ts';
import { useNameText } from '../frame/records/use-record-text.ts';

const all = { pagination: { page: 1, perPage: 200 } };

/** The contingents, by name. */
export function useContingents(): readonly SettingRecord[] {
  const { data = [] } = useGetList<SettingRecord>('contingents', {
    ...all,
    sort: { field: 'name', order: 'ASC' },
  });
  return data;
}

/** The seat categories of a venue, the best first. */
export function useCategories(venueId: string): readonly SettingRecord[] {
  const { data = [] } = useGetList<SettingRecord>(
    'seat-categories',
    { ...all, filter: { venueId }, sort: { field: 'rank', order: 'ASC' } },
    { enabled: venueId !== '' },
  );
  return data;
}

/** What contingents and the categories of a venue are called. */
export function useStockNames(venueId: string): (id: string) => string {
  const nameText = useNameText();
  const records = [...useContingents(), ...useCategories(venueId)];
  const names = new Map(records.map((record) => [record.id, nameText(record)]));
  return (id) => names.get(id) ?? '';
}
