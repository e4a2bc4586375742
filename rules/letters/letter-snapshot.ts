import type { DueChange } from '../options/performance-change.ts';
import type { NamedSeat } from '../stock/named-seat.ts';
import type { LetterLanguage } from './letter-language.ts';
import type { LetterTemplate } from './letter-template.ts';

/** Every kind of letter the house owes in the life of an option, as outsiders name it, and the one with an access link. */
export const letterKinds = [
  'acknowledgement',
  'placement',
  'waiting',
  'confirmation',
  'reminder',
  'refusal',
  'correction',
  'lapse',
  'offer',
  'performance-moved',
  'performance-cancelled',
  'configuration-changed',
  'access',
] as const;

export type LetterKind = (typeof letterKinds)[number];

/** The kinds whose words are written; adding one here makes the compiler ask for its words in every language. */
export const writtenLetterKinds = [
  'acknowledgement',
  'placement',
  'waiting',
  'confirmation',
  'reminder',
  'refusal',
  'correction',
  'lapse',
  'performance-moved',
  'performance-cancelled',
  'configuration-changed',
] as const satisfies readonly LetterKind[];

export type WrittenLetterKind = (typeof writtenLetterKinds)[number];

/** True when a letter of this kind can be rendered. */
export function isWrittenLetterKind(kind: string): kind is WrittenLetterKind {
  return writtenLetterKinds.some((written) => written === kind);
}

/** One line of the letter: granted places in a confirmation, requested ones in a refusal. */
export type LetterLine = {
  eventName: string;
  performanceStartsAt: string;
  /** IANA zone of the venue of this line's performance. */
  timeZone: string;
  seatCategory: string;
  audienceSubcategory: string | null;
  quantity: number;
  priceCents: number | null;
  amountCents: number | null;
  /** The numbered seats granted; letters owed before seats were named have none. */
  seats?: NamedSeat[] | null;
};

/**
 * The merge data of a letter, frozen in the transaction of the verb that owes it, so that what is
 * sent says what was true when it was decided. Instants are ISO strings in UTC, money is in
 * hundredths of `currency`; they are written in the venue's time zone and the contact's language.
 */
export type LetterSnapshot = {
  locale: LetterLanguage;
  /** The instant of the verb that owes the letter: the letter's own date. */
  issuedAt: string;
  organisation: {
    name: string;
    addressLines: string[];
    email: string | null;
    phone: string | null;
  };
  contact: {
    number: number;
    name: string;
    /** The structure a relay writes for; null for an individual, and for a structure itself. */
    structureName: string | null;
    email: string | null;
    addressLines: string[];
  };
  option: { number: number; remark: string | null; requestedAt: string };
  order: { number: number; totalCents: number; paymentDueAt: string | null } | null;
  performance: {
    eventName: string;
    eventCode: string;
    venueName: string;
    startsAt: string;
    timeZone: string;
    /** Letters owed before calendars went with them have none. */
    id?: string;
  };
  lines: LetterLine[];
  /** ISO 4217. */
  currency: string;
  confirmationDueAt: string | null;
  /** The motive as told to the contact; never an internal remark. */
  reason: string | null;
  /** In a correction: the letter that no longer holds, when it is known. */
  corrects: { kind: LetterKind; issuedAt: string } | null;
  /** In a letter about a moved performance: when it was to be, and what becomes of the dates that ran. */
  moved?: LetterMove | null;
  /** In a letter about another layout of the hall: the seats as the contact knew them, and what they are now. */
  reseated?: LetterSeats | null;
  /** The option goes on without the places of the letter. */
  stands?: true;
  /** The house's own text in force when the letter was owed; without it the shipped one. */
  template?: LetterTemplate;
  /** Sent to whoever tries a text: marked, and no letter that anybody was owed. */
  test?: true;
};

/**
 * From which start a performance moved; the dates that its letter brings forward count from its sending, as long as the
 * option's earliest performance starts at `firstStartsAt` (left out: at the start the letter tells).
 */
export type LetterMove = {
  startsAt: string;
  timeZone: string;
  due: DueChange;
  payment: DueChange;
  firstStartsAt?: string;
};

/**
 * The seats a contact knew, and what the lines of the letter say now: other `seats`, places that are `counted` only, or
 * what was `asked` and is yet to be answered in the new layout.
 */
export type LetterSeats = { before: NamedSeat[]; now: 'seats' | 'counted' | 'asked' };
