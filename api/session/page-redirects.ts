import { z } from 'zod';
import { Problem } from '../../activities/problem.ts';
import { failureOf } from '../http/failures.ts';
import { Reply } from '../http/route.ts';

/** The body of an answer that sends a browser elsewhere. */
export const Elsewhere = z.null();

/** Sends the browser to another page. */
export function elsewhere(url: string): Reply<null> {
  return new Reply(null, { status: 302, headers: { Location: url } });
}

/** Whoever opens an address in a browser is told a problem by a page of the console, which knows it by its code. */
export async function orToPage(
  page: 'login' | 'account',
  work: () => Promise<Reply<null>>,
): Promise<Reply<null>> {
  try {
    return await work();
  } catch (error) {
    const problem = error instanceof Problem ? error : failureOf(error);
    if (problem === null) throw error;
    return elsewhere(`/#/${page}?problem=${encodeURIComponent(problem.code)}`);
  }
}
