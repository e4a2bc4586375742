import { z } from 'zod';
import { Problem } from '../../activities/problem.ts';

const Cursor = z.tuple([z.iso.datetime({ offset: true }), z.uuid()]);

/** Where a page ended: an instant, and the id that settles ties. */
export interface PageEnd {
  at: string;
  id: string;
}

/** A cursor for its reader to hand back as it is. */
export function writePageEnd({ at, id }: PageEnd): string {
  return Buffer.from(JSON.stringify([at, id])).toString('base64url');
}

/**
 * Reads a cursor; null when there is none.
 * @throws Problem `list.range` for one that was not ours.
 */
export function readPageEnd(text: string | undefined): PageEnd | null {
  if (text === undefined) return null;
  const read = Cursor.safeParse(parsed(text));
  if (!read.success)
    throw new Problem('list.range', {
      values: { maximum: 0, reach: 0 },
      errors: [{ path: 'after', code: 'field.invalid' }],
    });
  const [at, id] = read.data;
  return { at, id };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
