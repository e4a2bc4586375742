import { useGetOne } from 'react-admin';
import { useFormat } from '../../messages/use-format.ts';
import { useText } from '../../messages/use-text.ts';
import type { Crumb } from '../use-trail.ts';
import { nameOf, pageOf, type RecordKind, type SettingRecord } from './record-kind.ts';

/** Where a record stands: its list and, for a part, the record it belongs to. The last of them is where leaving leads. */
export function useCrumbs<R>(kind: RecordKind<R>, values: object | null): Crumb[] {
  const text = useText();
  const format = useFormat();
  const { parent, list } = kind;
  const found: unknown =
    parent === undefined
      ? undefined
      : Object.entries(values ?? {}).find(([name]) => name === parent.field)?.[1];
  const parentId = typeof found === 'string' ? found : null;
  const { data } = useGetOne<SettingRecord>(
    parent?.resource ?? kind.resource,
    { id: parentId ?? '' },
    { enabled: parentId !== null },
  );
  const crumbs = [{ label: text(list.page), to: list.to }];
  if (parent !== undefined && parentId !== null && data !== undefined)
    crumbs.push({ label: nameOf(data, format), to: pageOf(parent.resource, parentId) });
  return crumbs;
}
