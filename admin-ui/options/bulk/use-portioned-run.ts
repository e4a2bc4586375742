import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import type { z } from 'zod';
import type { BulkAnswer } from '../../../api/options/bulk-schema.ts';
import type { PlacetDataProvider } from '../../provider/data-provider.ts';
import { problemOf } from '../../provider/problem.ts';
import { useRefreshOptions } from '../use-option-verb.ts';

/** What became of one option. */
export type BulkResult = z.output<typeof BulkAnswer>['results'][number];

export type PortionedRun = {
  isRunning: boolean;
  done: number;
  total: number;
  results: ReadonlyMap<string, BulkResult>;
  /** A request that got no answer: nothing after it was sent. */
  failure: unknown;
};

const idle: PortionedRun = { isRunning: false, done: 0, total: 0, results: new Map(), failure: null };

/** True when the answer was lost: nobody knows what was done. */
function isLost(failure: unknown): boolean {
  const { status } = problemOf(failure);
  return status === 0 || status >= 500;
}

/**
 * Does something to many options, one request for each portion, in their order. The same portions with the same words
 * keep their key after a lost answer, so nothing is done twice; results of before stay.
 */
export function usePortionedRun() {
  const provider = useDataProvider<PlacetDataProvider>();
  const refresh = useRefreshOptions();
  const [run, setRun] = useState<PortionedRun>(idle);
  const [intention, setIntention] = useState<{ text: string; key: string } | null>(null);
  const start = async (
    path: string,
    portions: readonly (readonly object[])[],
    words: Readonly<Record<string, unknown>>,
  ) => {
    const text = JSON.stringify([portions, words]);
    const key = intention?.text === text ? intention.key : crypto.randomUUID();
    setIntention({ text, key });
    const results = new Map(run.results);
    const state = { total: portions.flat().length, results, failure: null };
    let done = 0;
    setRun({ ...state, isRunning: true, done });
    for (const [at, items] of portions.entries()) {
      try {
        const answer = await provider.act<{ results: BulkResult[] }>(
          path,
          { items, ...words },
          `${key}.${at}`,
        );
        for (const result of answer.results) results.set(result.id, result);
      } catch (failure) {
        if (!isLost(failure)) setIntention(null);
        await refresh();
        setRun({ ...state, isRunning: false, done, failure });
        return;
      }
      done += items.length;
      setRun({ ...state, isRunning: true, done });
    }
    setIntention(null);
    await refresh();
    setRun({ ...state, isRunning: false, done });
  };
  const clear = () => {
    setIntention(null);
    setRun(idle);
  };
  return { run, start, clear };
}
