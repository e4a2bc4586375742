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

/** What another configuration does. */
export type ConfigurationPreview = NonNullable<Preview['configuration']>;

type Changed = z.output<typeof PerformanceChangedBody>;

/** The verbs that change a performance with its options. */
export type ChangeVerb = Preview['verb'];

/** What a person asks for; each verb takes its part of it. */
export type ChangeWish = {
  startsAt: string | null;
  configurationId: string | null;
  reason: string;
  /** Accepted after the preview: held options that do not fit are placed again later. */
  takeBack: boolean;
  /** Accepted after the preview: validated options get other seats. */
  movePromised: boolean;
};

const touched = [
  'performances',
  'performance-gauges',
  'performance-map',
  'options',
  'history',
  'letters',
  'stock',
  'orders',
];

/** What has to be known to preview a change; null while it is not. */
export function questionOf(
  verb: ChangeVerb,
  { startsAt, configurationId, reason }: ChangeWish,
): Record<string, string> | null {
  switch (verb) {
    case 'move-performance':
      return startsAt === null ? null : { startsAt };
    case 'change-configuration':
      return configurationId === null ? null : { configurationId };
    case 'cancel-performance':
      return reason.trim() === '' ? null : {};
  }
}

/** Previews a change, and does what was previewed. Nothing is done that the person was not shown. */
export function usePerformanceChange(performanceId: string, verb: ChangeVerb) {
  const provider = useDataProvider<PlacetDataProvider>();
  const queries = useQueryClient();
  const intend = useIntention();
  const at = `/performances/${performanceId}`;
  const preview = useMutation({
    mutationFn: (wish: ChangeWish) =>
      provider.act<Preview>(`${at}/preview-${verb}`, questionOf(verb, wish) ?? {}, crypto.randomUUID()),
  });
  const change = useMutation({
    mutationFn: ({ shown, wish }: { shown: Preview; wish: ChangeWish }) => {
      const { takeBack, movePromised } = wish;
      const reason = wish.reason.trim();
      const body = {
        ...questionOf(verb, wish),
        preview: shown.fingerprint,
        ...(shown.configuration === null ? {} : { takeBack, movePromised }),
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
