import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import type { PlacetDataProvider } from '../provider/data-provider.ts';
import type { TemplateChange } from './template-record.ts';

/** What a template would do to a performance, or did: what changes, or why it cannot. */
export type TemplateOutcome = {
  performanceId: string;
  changes: readonly TemplateChange[];
  reasons: readonly string[];
};

type Told = { code: string; message: string };
type Previewed = { performanceId: string; changes: TemplateChange[]; reasons: Told[] };
type Applied = {
  performanceId: string;
  changes: TemplateChange[];
  problem?: { detail: string; reasons?: Told[] };
};

/** Few enough that the bar moves, and that what is lost with a connection is little; applied again it changes nothing. */
const atOnce = { preview: 100, apply: 20 } as const;

function portions(ids: readonly string[], size: number): string[][] {
  return Array.from({ length: Math.ceil(ids.length / size) }, (_portion, at) =>
    ids.slice(at * size, (at + 1) * size),
  );
}

function whyNot({ problem }: Applied): string[] {
  if (problem === undefined) return [];
  const reasons = (problem.reasons ?? []).map(({ message }) => message);
  return reasons.length > 0 ? reasons : [problem.detail];
}

/** Previews a template on performances and applies it, portion by portion, saying how far it is. */
export function useApplyTemplate(templateId: string) {
  const provider = useDataProvider<PlacetDataProvider>();
  const [done, setDone] = useState(0);
  const door = `/contingent-templates/${templateId}`;
  const preview = useMutation({
    mutationFn: async (performanceIds: readonly string[]): Promise<TemplateOutcome[]> => {
      const found: TemplateOutcome[] = [];
      for (const portion of portions(performanceIds, atOnce.preview)) {
        const body = { performanceIds: portion };
        const answer = await provider.act<Previewed[]>(`${door}/preview`, body, crypto.randomUUID());
        found.push(
          ...answer.map(({ reasons, ...each }) => ({
            ...each,
            reasons: reasons.map(({ message }) => message),
          })),
        );
      }
      return found;
    },
  });
  const apply = useMutation({
    mutationFn: async (performanceIds: readonly string[]): Promise<TemplateOutcome[]> => {
      const found: TemplateOutcome[] = [];
      setDone(0);
      for (const portion of portions(performanceIds, atOnce.apply)) {
        const body = { performanceIds: portion };
        const answer = await provider.act<Applied[]>(`${door}/apply`, body, crypto.randomUUID());
        found.push(
          ...answer.map((each) => ({
            performanceId: each.performanceId,
            changes: each.changes,
            reasons: whyNot(each),
          })),
        );
        setDone(found.length);
      }
      return found;
    },
  });
  return { preview, apply, done };
}
