import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { OptionVerb } from '../../rules/options/life.ts';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import { useIntention } from '../provider/intention.ts';
import type { OptionRecord } from './option-record.ts';

const touched = [
  'options',
  'product-options',
  'products',
  'history',
  'letters',
  'stock',
  'orders',
  'booking-files',
  'baskets',
];

/** Has everything that a verb may have changed read again. */
export function useRefreshOptions(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await Promise.all(touched.map((key) => queries.invalidateQueries({ queryKey: [key] })));
  };
}

export type VerbBody = Readonly<Record<string, unknown>>;

/**
 * Does a verb on the option a person is looking at. Nothing changes on screen before the answer. The version they saw goes along, so a change made meanwhile is a conflict, never overwritten.
 */
export function useOptionVerb(option: OptionRecord, verb: OptionVerb) {
  const provider = useDataProvider<PlacetDataProvider>();
  const refresh = useRefreshOptions();
  const intend = useIntention();
  const { id, kind, version } = option;
  return useMutation({
    mutationFn: (body: VerbBody) =>
      intend({ verb, version, body }, (idempotencyKey) =>
        provider.optionVerb({ id, kind, verb, body, version, idempotencyKey }),
      ),
    onSuccess: refresh,
  });
}
