import type { MailMark, MarkRow } from './mail-mark.ts';

/** What stands between a letter and its conversation: kept by the worker, which alone speaks with the guard. */
export interface MailGate {
  /** The mark as the guard confirmed it to this worker; null before it did. */
  known(): MailMark | null;
  /** Has the mark cover a letter number, here and with the guard; or has all mail held. */
  pass(letterNumber: number): Promise<void>;
  /** A letter leaves: the mark will move again within the minute. */
  letterLeaves(): void;
}

/** Whether the mark that the guard confirmed covers a letter, in the database as it is now. */
export function covers(known: MailMark | null, row: MarkRow, letterNumber: number): boolean {
  return (
    known !== null &&
    known.identity === row.identity &&
    row.accepted === row.identity &&
    row.mark >= known.mark &&
    letterNumber <= known.letter
  );
}
