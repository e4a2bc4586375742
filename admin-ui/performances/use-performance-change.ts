import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { z } from 'zod';
import type { PerformanceChangedBody, PerformancePreviewBody } from '../../api/catalogue/change-schema.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';

/** Who is affected by a change of a performance, before it is done. */
export type Preview = z.output<typeof PerformancePreviewBody>;

/** One option a change concerns. */
export type PreviewedOption = Preview['options'][number];

type Changed = z.output<typeof PerformanceChangedBody>;

/** The verbs that change a performance with its options. */
export type ChangeVerb = Preview['verb'];

const touched = ['performances', 'performance-gauges', 'options', 'history', 'letters', 'stock', 'orders'];

/** Previews a change, and does what was previewed. Nothing is done that the person was not shown. */
export function usePerformanceChange(performanceId: string, verb: ChangeVerb) {
  const provider = useDataProvider<PlacetDataProvider>();
  const queries = useQueryClient();
  const intend = useIntention();
  const at = `/performances/${performanceId}`;
  const preview = useMutation({
    mutationFn: (startsAt: string | null) =>
      provider.act<Preview>(
        `${at}/preview-${verb}`,
        startsAt === null ? {} : { startsAt },
        crypto.randomUUID(),
      ),
  });
  const change = useMutation({
    mutationFn: ({
      shown,
      startsAt,
      reason,
    }: {
      shown: Preview;
      startsAt: string | null;
      reason: string;
    }) => {
      const body = {
        preview: shown.fingerprint,
        ...(startsAt === null ? {} : { startsAt }),
        ...(reason === '' ? {} : { reason }),
      };
      return intend({ verb, version: shown.version, body }, (key) =>
        provider.act<Changed>(`${at}/${verb}`, body, key, shown.version),
      );
    },
    onSuccess: () => Promise.all(touched.map((key) => queries.invalidateQueries({ queryKey: [key] }))),
  });
  return { preview, change };
}
