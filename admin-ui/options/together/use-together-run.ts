import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import type { PlacetDataProvider } from '../../provider/data-provider.ts';
import { problemOf } from '../../provider/problem.ts';
import { useRefreshOptions } from '../use-option-verb.ts';
import { portionsOf, type TogetherItem, type TogetherResult } from './together-preview.ts';

export type TogetherRun = {
  isRunning: boolean;
  done: number;
  total: number;
  results: ReadonlyMap<string, TogetherResult>;
  /** A request that got no answer: nothing after it was sent. */
  failure: unknown;
};

const idle: TogetherRun = { isRunning: false, done: 0, total: 0, results: new Map(), failure: null };

/**
 * Places what was accepted, portion by portion. The same proposal keeps its key after a lost answer, so nothing is done
 * twice when it is sent again.
 */
export function useTogetherRun() {
  const provider = useDataProvider<PlacetDataProvider>();
  const refresh = useRefreshOptions();
  const [run, setRun] = useState<TogetherRun>(idle);
  const [intention, setIntention] = useState<{ items: readonly TogetherItem[]; key: string } | null>(null);
  const start = async (items: readonly TogetherItem[], override: string) => {
    const key = intention?.items === items ? intention.key : crypto.randomUUID();
    setIntention({ items, key });
    const portions = portionsOf(items);
    const results = new Map<string, TogetherResult>();
    const state = { total: portions.flat().length, results, failure: null };
    setRun({ ...state, isRunning: true, done: 0 });
    for (const [at, portion] of portions.entries()) {
      try {
        const answer = await provider.act<{ results: TogetherResult[] }>(
          '/options/bulk/place-together',
          { items: portion, ...(override === '' ? {} : { override: { reason: override } }) },
          `${key}.${at}`,
        );
        for (const result of answer.results) results.set(result.id, result);
      } catch (failure) {
        const { status } = problemOf(failure);
        if (status !== 0 && status < 500) setIntention(null);
        await refresh();
        setRun({ ...state, isRunning: false, done: results.size, failure });
        return;
      }
      setRun({ ...state, isRunning: true, done: results.size });
    }
    await refresh();
    setRun({ ...state, isRunning: false, done: results.size });
  };
  const clear = () => {
    setIntention(null);
    setRun(idle);
  };
  return { run, start, clear };
}
