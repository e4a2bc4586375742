import type { LetterSnapshot, WrittenLetterKind } from '../../rules/letters/letter-snapshot.ts';
import type { LetterSaying, OptionToTell } from './snapshot-of.ts';

const week = 7 * 24 * 3_600_000;

/** What a letter of a kind says when its text is tried on an option to which it did not happen. */
export function sampleSaying(kind: WrittenLetterKind, told: OptionToTell, now: string): LetterSaying {
  switch (kind) {
    case 'correction':
      return { kind, corrects: { kind: 'confirmation', issuedAt: now } };
    case 'performance-moved':
      return { kind, moved: sampleMove(told) };
    case 'configuration-changed':
      return { kind, reseated: { before: told.granted?.[0]?.seats ?? [], now: 'counted' } };
    case 'acknowledgement':
    case 'waiting':
    case 'refusal':
    case 'lapse':
      return { kind, lines: 'asked' };
    default:
      return { kind };
  }
}

function sampleMove({ performance, confirmationDueAt, order }: OptionToTell): LetterSnapshot['moved'] {
  const kept = (now: string | null) => ({ before: now, now, rule: null, told: null });
  return {
    startsAt: new Date(Date.parse(performance.startsAt) - week).toISOString(),
    timeZone: performance.timeZone,
    due: kept(confirmationDueAt),
    payment: kept(order?.paymentDueAt ?? null),
  };
}
