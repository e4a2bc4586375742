import { advanceMark } from '../../activities/mail-guard/advance-mark.ts';
import { holdMailAgainst } from '../../activities/mail-guard/hold-mail.ts';
import { judgeMark } from '../../activities/mail-guard/judge-mark.ts';
import type { MailGate } from '../../activities/mail-guard/mail-gate.ts';
import { type MailMark, type MarkRow, readMark } from '../../activities/mail-guard/mail-mark.ts';
import type { Database } from '../../database/database.ts';
import type { GuardBook } from './guard-book.ts';
import type { Log } from './log.ts';

/** The worker's own gate, with its upkeep. */
export interface WorkerMailGate extends MailGate {
  /**
   * Compares the database with the guard and moves the mark, so that letters can leave at once; holds all mail when the
   * database was put back to an older state.
   */
  open(): Promise<void>;
  /** Moves the mark when letters left since it last moved, so that a restore of less than this age is seen. */
  moveOn(): Promise<void>;
}

export interface MailGateSettings {
  database: Database;
  book: GuardBook;
  /** All mail was found to be held: the database is an older one. */
  held(): void;
  log: Log;
}

/**
 * The gate of one worker. The mark moves first in the database and then with the guard, before letters leave: at each
 * block of letter numbers, when the worker opens the gate, and within the minute after letters left.
 */
export function createMailGate({ database, book, held, log }: MailGateSettings): WorkerMailGate {
  let known: MailMark | null = null;
  let moved = false; // by this worker, since it started
  let left = false; // letters, since the mark last moved
  let busy: Promise<unknown> = Promise.resolve();

  /** The guard is asked first and the database read after it: in good order the database is never behind. */
  const compare = async (): Promise<MarkRow | null> => {
    const before = await readMark(database.queries());
    if (before.heldSince !== null) return forget();
    const told = await book.tell(markOf(before));
    const row = await readMark(database.queries());
    const verdict = judgeMark(row, told);
    switch (verdict) {
      case 'sound':
        known = told;
        return row;
      case 'accepted':
        known = await book.takeOver(markOf(row));
        return row;
      default:
        await holdMailAgainst(database, verdict, told);
        log.error(
          { alert: 'mail.held', reason: verdict, told, row },
          'all mail is held until a person releases it',
        );
        held();
        return forget();
    }
  };
  const forget = (): null => {
    known = null;
    return null;
  };
  const move = async (letterNumber: number): Promise<void> => {
    if ((await compare()) === null) return;
    await advanceMark(database, letterNumber);
    left = false;
    moved = (await compare()) !== null;
  };
  /** One after the other: many letters at a time need the same move. */
  const inTurn = (work: () => Promise<unknown>): Promise<void> => {
    const mine = busy.then(work, work).then(() => undefined);
    busy = mine.catch(() => undefined);
    return mine;
  };

  return {
    known: () => (moved ? known : null),
    letterLeaves: () => {
      left = true;
    },
    pass: (letterNumber) =>
      inTurn(async () => {
        if (moved && (await compare()) !== null && known !== null && letterNumber <= known.letter) return;
        await move(letterNumber);
      }),
    open: () => inTurn(() => move(0)),
    moveOn: () => inTurn(async () => (left ? move(0) : undefined)),
  };
}

function markOf({ identity, mark, letter }: MarkRow): MailMark {
  return { identity, mark, letter };
}
