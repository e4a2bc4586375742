import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { PlacetDataProvider } from '../../provider/data-provider.ts';
import { useIntention } from '../../provider/intention.ts';
import type { RecordKind, SettingRecord } from './record-kind.ts';

/** A record as the person saw it, or null for a new one, and what it should become. */
export type SaveCall<R> = { before: R | null; body: Readonly<Record<string, unknown>> };

/**
 * Writes a settings record, pessimistically: a new one, or the fields of one at the version the person saw. What is on
 * screen is read anew afterwards.
 */
export function useSaveRecord<R extends Pick<SettingRecord, 'id' | 'version'>>(kind: RecordKind<R>) {
  const provider = useDataProvider<PlacetDataProvider>();
  const queries = useQueryClient();
  const intend = useIntention();
  const { resource } = kind;
  return useMutation({
    mutationFn: async ({ before, body }: SaveCall<R>) => {
      const { data } = await intend({ id: before?.id, version: before?.version, body }, (idempotencyKey) =>
        before === null
          ? provider.create<R>(resource, { data: body, meta: { idempotencyKey } })
          : provider.update<R>(resource, {
              id: before.id,
              data: body,
              previousData: before,
              meta: { idempotencyKey },
            }),
      );
      return data;
    },
    onSuccess: async () => {
      await Promise.all([
        queries.invalidateQueries({ queryKey: [resource] }),
        queries.invalidateQueries({ queryKey: ['history'] }),
      ]);
    },
  });
}
