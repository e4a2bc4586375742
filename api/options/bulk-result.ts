import type { z } from 'zod';
import type { BulkResult } from '../../activities/options/in-bulk.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import { tellProblem } from '../http/problems.ts';
import type { BulkAnswer } from './bulk-schema.ts';

type Told = z.output<typeof BulkAnswer>['results'][number];

/** What became of one option of a selection, in the reader's language. */
export function tellResult(result: BulkResult, locale: Locale): Told {
  if ('problem' in result) return { id: result.id, ok: false, problem: tellProblem(result.problem, locale) };
  const { number, state } = result.answer;
  return { id: result.id, ok: true, number, state };
}
