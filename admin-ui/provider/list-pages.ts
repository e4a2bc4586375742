import type { request } from './request.ts';

/** How far pages reach without a cursor, and the most rows one question brings. */
const reach = 10_000;
const mostRows = 1_000;

/** Cursors by the list they walk and the row they stand behind. */
const cursors = new Map<string, string>();
const mostCursors = 500;

type Answer = Awaited<ReturnType<typeof request>>;

/** A page of a list, and what is known of how many rows there are. */
export type ListPageAnswer = { answer: Answer; total: number; capped: boolean };

function keep(list: string, row: number, answer: Answer): string | null {
  const cursor = answer.headers.get('X-Next-Cursor');
  if (cursor === null) return null;
  if (cursors.size >= mostCursors) cursors.clear();
  cursors.set(`${list} ${row}`, cursor);
  return cursor;
}

/** The cursor that stands behind `row`: remembered from the page before, else walked to. */
async function cursorBehind(
  list: string,
  row: number,
  ask: (range: [number, number], after: string | null) => Promise<Answer>,
): Promise<string | null> {
  const known = cursors.get(`${list} ${row}`);
  if (known !== undefined) return known;
  let at = Math.min(row, reach);
  let cursor = keep(list, at, await ask([at - 1, at - 1], null));
  while (cursor !== null && at < row) {
    const next = Math.min(at + mostRows, row);
    cursor = keep(list, next, await ask([at, next - 1], cursor));
    at = next;
  }
  return cursor;
}

/**
 * Asks for the rows from one to another: within the reach of the list by their place, further by the cursor of the page
 * before. A total that is counted only so far grows with the pages that were seen, so that there is always a next one.
 */
export async function askPage(
  list: string,
  [from, to]: [number, number],
  ask: (range: [number, number], after: string | null) => Promise<Answer>,
): Promise<ListPageAnswer> {
  const after = to < reach ? null : await cursorBehind(list, from, ask);
  const answer = await ask([from, to], after);
  const more = keep(list, to + 1, answer) !== null;
  const counted = Number(answer.headers.get('Content-Range')?.split('/').at(-1) ?? 0);
  const capped = answer.headers.get('X-Total-Capped') === 'true';
  const rows = Array.isArray(answer.json) ? answer.json.length : 0;
  if (!capped) return { answer, total: counted, capped };
  return { answer, total: more ? Math.max(counted, to + 2) : from + rows, capped: more };
}
