import { useDataProvider, useTranslate } from 'react-admin';
import type { Resource } from '../../../rules/organisation/resource-rights.ts';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import type { PlacetDataProvider } from '../../provider/data-provider.ts';
import { isFields } from '../../provider/problem.ts';
import type { ShownRow } from '../conflict/ConflictField.tsx';
import { differingFields } from '../conflict/sides.ts';
import { nameOf, type RecordKind, type SettingRecord } from './record-kind.ts';

/** What the ids of a field lead to, also where they stand inside a list. */
const resources: Readonly<Record<string, Resource>> = {
  activityId: 'season-activities',
  audienceCategoryId: 'audience-categories',
  configurationId: 'logical-configurations',
  contingentId: 'contingents',
  eventId: 'events',
  familyId: 'product-families',
  individualAudienceCategoryId: 'audience-categories',
  organisationId: 'organisations',
  planId: 'seat-plans',
  roleId: 'roles',
  seasonId: 'seasons',
  seatCategoryId: 'seat-categories',
  spaceId: 'spaces',
  structureAudienceCategoryId: 'audience-categories',
  venueId: 'venues',
};

type Ids = Map<Resource, Set<string>>;

function collect(field: string, value: unknown, ids: Ids): void {
  if (Array.isArray(value)) for (const each of value) collect(field, each, ids);
  else if (isFields(value)) for (const [name, each] of Object.entries(value)) collect(name, each, ids);
  else {
    const resource = resources[field];
    if (resource === undefined || typeof value !== 'string') return;
    ids.set(resource, (ids.get(resource) ?? new Set()).add(value));
  }
}

/** Both versions of a record that two people changed, field by field, in words. */
export type Conflict<R> = { theirs: R; mine: Record<string, unknown>; rows: ShownRow[] };

/** Reads the other version of a record and tells on which fields it differs from what the person typed. */
export function useConflict<R extends Pick<SettingRecord, 'id' | 'version'>>(kind: RecordKind<R>) {
  const text = useText();
  const format = useFormat();
  const translate = useTranslate();
  const provider = useDataProvider<PlacetDataProvider>();

  const namesOf = async (ids: Ids): Promise<Map<string, string>> => {
    const found = await Promise.all(
      [...ids].map(([resource, wanted]) =>
        provider.getMany<SettingRecord>(resource, { ids: [...wanted] }).catch(() => ({ data: [] })),
      ),
    );
    return new Map(found.flatMap(({ data }) => data.map((record) => [record.id, nameOf(record, format)])));
  };

  const tell = (field: string, value: unknown, names: ReadonlyMap<string, string>): string => {
    if (value === null || value === undefined) return '';
    if (typeof value === 'boolean') return text(value ? 'settings.common.yes' : 'settings.common.no');
    if (typeof value === 'number' && field.endsWith('Cents')) return format.money(value);
    if (Array.isArray(value)) return value.map((each) => tell(field, each, names)).join('\n');
    if (isFields(value)) {
      return Object.entries(value)
        .map(([name, each]) => tell(name, each, names))
        .join(', ');
    }
    const written = String(value);
    return names.get(written) ?? (/^\d{4}-\d\d-\d\dT/.test(written) ? format.instant(written) : written);
  };

  return async (before: R, mine: Record<string, unknown>): Promise<Conflict<R>> => {
    const { data: theirs } = await provider.getOne<R>(kind.resource, { id: before.id });
    const known = Object.fromEntries(Object.entries(before));
    const current = Object.fromEntries(Object.entries(theirs));
    const sent = kind.fields.filter((field) => field in mine);
    const differing = differingFields(sent, { before: known, mine, theirs: current });
    const ids: Ids = new Map();
    for (const row of differing) collect(row.name, [row.mine, row.theirs], ids);
    const names = await namesOf(ids);
    const rows = differing.map((row) => ({
      ...row,
      label: translate(`settings.field.${row.name}`),
      mineText: tell(row.name, row.mine, names),
      theirsText: tell(row.name, row.theirs, names),
    }));
    return { theirs, mine, rows };
  };
}
