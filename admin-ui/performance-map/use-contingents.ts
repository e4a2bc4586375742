import { useGetList } from 'react-admin';
import { nameOf, type SettingRecord } from '../frame/records/record-kind.ts';
import { useFormat } from '../messages/use-format.ts';
import type { PerformanceRow } from '../performances/performance-record.ts';

/** The contingents places of a performance may be put in, by name. */
export function useContingents({ organisationId }: PerformanceRow): readonly { id: string; name: string }[] {
  const format = useFormat();
  const { data = [] } = useGetList<SettingRecord & { organisationId: string | null }>('contingents', {
    pagination: { page: 1, perPage: 500 },
    sort: { field: 'name', order: 'ASC' },
  });
  return data
    .filter((each) => each.organisationId === null || each.organisationId === organisationId)
    .map((each) => ({ id: each.id, name: nameOf(each, format) }));
}
