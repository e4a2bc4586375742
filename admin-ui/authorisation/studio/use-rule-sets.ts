import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useDataProvider } from 'react-admin';
import type { ManagedRule } from '../../../rules/authorisation/managed-rule.ts';
import type { PlacetDataProvider } from '../../provider/data-provider.ts';
import { useIntention } from '../../provider/intention.ts';
import type { ImpactRecord, RuleRow, RuleSetRecord } from './rule-set-record.ts';

const rulesOf = (id: string) => ['rule-sets', 'rules', id];

/** The rules of a version. */
export function useRules(id: string | null) {
  const provider = useDataProvider<PlacetDataProvider>();
  return useQuery({
    queryKey: rulesOf(id ?? ''),
    queryFn: () => provider.ask<RuleRow[]>(`/rule-sets/${id}/rules`),
    enabled: id !== null,
  });
}

/** How long between two looks at an impact that is being worked out; in milliseconds. */
const lookMs = 700;

/** The last impact of a version, looked at again while it is worked out; its end makes another version of the draft. */
export function useImpact(id: string) {
  const provider = useDataProvider<PlacetDataProvider>();
  const queries = useQueryClient();
  const queryKey = ['rule-sets', 'impact', id];
  return useQuery({
    queryKey,
    queryFn: async () => {
      const { impact } = await provider.ask<{ impact: ImpactRecord | null }>(`/rule-sets/${id}/impact`);
      const before = queries.getQueryData<ImpactRecord | null>(queryKey);
      if (before !== undefined && hasEnded(impact, before))
        await Promise.all([
          queries.invalidateQueries({ queryKey: ['rule-sets', 'getOne'] }),
          queries.invalidateQueries({ queryKey: ['history'] }),
        ]);
      return impact;
    },
    refetchInterval: ({ state: { data } }) => (data != null && isGoing(data) ? lookMs : false),
  });
}

function hasEnded(impact: ImpactRecord | null, before: ImpactRecord | null): boolean {
  if (impact === null || isGoing(impact)) return false;
  return before === null || before.id !== impact.id || isGoing(before);
}

/** True while an impact is being worked out. */
export function isGoing({ state }: ImpactRecord): boolean {
  return state === 'waiting' || state === 'running';
}

/** Everything shown of rule sets is read again. */
export function useRefreshRuleSets(): () => Promise<void> {
  const queries = useQueryClient();
  return async () => {
    await Promise.all([
      queries.invalidateQueries({ queryKey: ['rule-sets'] }),
      queries.invalidateQueries({ queryKey: ['history'] }),
    ]);
  };
}

/** A verb on a version. */
export function useRuleSetVerb<Answer>(
  { id, version }: Pick<RuleSetRecord, 'id' | 'version'>,
  verb: 'copy' | 'publish' | 'roll-back' | 'impact' | 'cancel-impact' | 'dry-run',
  onDone: (answer: Answer) => void | Promise<void> = () => undefined,
) {
  const provider = useDataProvider<PlacetDataProvider>();
  const intend = useIntention();
  const refresh = useRefreshRuleSets();
  const seen = verb === 'publish' || verb === 'roll-back' ? version : undefined;
  return useMutation({
    mutationFn: (body: object) =>
      intend({ id, verb, version, body }, (key) =>
        provider.act<Answer>(`/rule-sets/${id}/${verb}`, body, key, seen),
      ),
    onSuccess: async (answer) => {
      if (verb !== 'dry-run') await refresh();
      await onDone(answer);
    },
  });
}

/** Writes all rules of a draft anew. */
export function useWriteRules({ id, version }: RuleSetRecord, onDone: () => void) {
  const provider = useDataProvider<PlacetDataProvider>();
  const intend = useIntention();
  const refresh = useRefreshRuleSets();
  return useMutation({
    mutationFn: (rules: readonly ManagedRule[]) =>
      intend({ id, version, rules }, (key) => provider.set(`/rule-sets/${id}`, { rules }, key, version)),
    onSuccess: async () => {
      await refresh();
      onDone();
    },
  });
}
