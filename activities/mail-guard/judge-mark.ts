import type { HeldReason, MailMark, MarkRow } from './mail-mark.ts';

/** `sound`: letters may leave. `accepted`: they may once the guard has taken this database over. Else: hold all mail. */
export type MarkVerdict = 'sound' | 'accepted' | Exclude<HeldReason, 'asked'>;

/**
 * Compares a database with what the guard knows of it. The mark rises in the database first, so a database read after
 * the guard is never behind it, unless it was put back to an older state.
 */
export function judgeMark(row: MarkRow, known: MailMark): MarkVerdict {
  if (row.accepted !== null && row.accepted !== row.identity) return 'moved';
  if (known.identity !== row.identity) {
    const overruled = known.mark === 0 || row.knownIdentity === known.identity; // no mail left, or a person has said so
    return overruled ? 'accepted' : 'other';
  }
  return known.mark > row.mark ? 'older' : 'sound';
}
