import type { Text } from '../messages/use-text.ts';
import { isFields } from '../provider/problem.ts';

/** One thing that happened to a record. `actor` is an id; the name is the one the actor had then. */
export type HistoryRow = {
  id: string;
  at: string;
  actorType: 'operator' | 'contact' | 'process' | 'system';
  actor: string;
  actorName: string | null;
  verb: string;
  subjectType: string;
  subjectId: string;
  /** What people call the record: its number or its name; null when it is not known. */
  subjectName: string | null;
  before: unknown;
  after: unknown;
  reason: string | null;
};

/** Who did it: by name, or the contact in their own space; null when time did. */
export function actorOf({ actorType, actor, actorName }: HistoryRow, text: Text): string | null {
  if (actorType === 'contact') return text('history.contact', { number: actorName ?? '' });
  return actorType === 'process' ? null : (actorName ?? actor);
}

/** A field of what a record was before or after. */
export function fieldOf(side: unknown, name: string): unknown {
  return isFields(side) ? side[name] : undefined;
}
