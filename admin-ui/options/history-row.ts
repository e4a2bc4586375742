import { isFields } from '../provider/problem.ts';

/** One thing that happened to a record. */
export type HistoryRow = {
  id: string;
  at: string;
  actor: unknown;
  actorName?: string | null;
  verb: string;
  subjectType: string;
  subjectId: string;
  before: unknown;
  after: unknown;
  reason: string | null;
};

/** Who did it, by name; null when time did. */
export function actorOf(row: HistoryRow): string | null {
  if (typeof row.actorName === 'string') return row.actorName;
  if (isFields(row.actor)) return typeof row.actor.name === 'string' ? row.actor.name : null;
  return typeof row.actor === 'string' && !row.actor.startsWith('time') ? row.actor : null;
}

/** A field of what a record was before or after. */
export function fieldOf(side: unknown, name: string): unknown {
  return isFields(side) ? side[name] : undefined;
}
