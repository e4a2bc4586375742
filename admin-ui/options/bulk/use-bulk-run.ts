import { useState } from 'react';
import { useDataProvider } from 'react-admin';
import type { z } from 'zod';
import type { BulkAnswer } from '../../../api/options/bulk-schema.ts';
import type { PlacetDataProvider } from '../../provider/data-provider.ts';
import { problemOf } from '../../provider/problem.ts';
import type { OptionRow } from '../option-record.ts';
import { useRefreshOptions } from '../use-option-verb.ts';
import type { BulkVerb } from './bulk-verbs.ts';

/** What became of one option. */
export type BulkResult = z.output<typeof BulkAnswer>['results'][number];

/** Options sent with one request: few enough that the progress moves. */
const portionSize = 20;

export type BulkRun = {
  isRunning: boolean;
  done: number;
  total: number;
  results: ReadonlyMap<string, BulkResult>;
  /** A request that got no answer: nothing after it was sent. */
  failure: unknown;
};

const idle: BulkRun = { isRunning: false, done: 0, total: 0, results: new Map(), failure: null };

/**
 * Does a verb on options, portion by portion in the order of the list, each with the version that was seen. The same
 * words on the same options keep their key after a lost answer, so nothing is done twice.
 */
export function useBulkRun(verb: BulkVerb) {
  const provider = useDataProvider<PlacetDataProvider>();
  const refresh = useRefreshOptions();
  const [run, setRun] = useState<BulkRun>(idle);
  const [intention, setIntention] = useState<{ text: string; key: string } | null>(null);
  const start = async (options: readonly OptionRow[], words: Readonly<Record<string, unknown>>) => {
    const text = JSON.stringify([options.map(({ id, version }) => [id, version]), words]);
    const key = intention?.text === text ? intention.key : crypto.randomUUID();
    setIntention({ text, key });
    const results = new Map(run.results);
    const state = { total: options.length, results, failure: null };
    setRun({ ...state, isRunning: true, done: 0 });
    for (let at = 0; at < options.length; at += portionSize) {
      const items = options.slice(at, at + portionSize).map(({ id, version }) => ({ id, version }));
      try {
        const answer = await provider.act<{ results: BulkResult[] }>(
          `/options/bulk/${verb}`,
          { items, ...words },
          `${key}.${at}`,
        );
        for (const result of answer.results) results.set(result.id, result);
      } catch (failure) {
        const isLost = problemOf(failure).status === 0 || problemOf(failure).status >= 500;
        if (!isLost) setIntention(null);
        await refresh();
        setRun({ ...state, isRunning: false, done: at, failure });
        return;
      }
      setRun({ ...state, isRunning: true, done: Math.min(at + portionSize, options.length) });
    }
    setIntention(null);
    await refresh();
    setRun({ ...state, isRunning: false, done: options.length });
  };
  return { run, start };
}
