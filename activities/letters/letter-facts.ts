import type { LetterLanguage } from '../../rules/letters/letter-language.ts';
import type { LetterKind, LetterSeats, LetterSnapshot } from '../../rules/letters/letter-snapshot.ts';
import type { DueChange } from '../../rules/options/performance-change.ts';
import { seatGroups } from '../../rules/venues/seat-groups.ts';
import { manyLines, oneLine } from './clean-text.ts';
import { formatCount, formatDay, formatLimit, formatMoment, formatMoney } from './letter-formats.ts';

/** A line of the letter, ready to be read. Prices are null where the letter speaks of none. */
export type LineFacts = {
  performance: string;
  seatCategory: string;
  audienceSubcategory: string | null;
  quantity: string;
  price: string | null;
  amount: string | null;
};

/** What the words of a letter may speak of: the snapshot's values cleaned and written out in the reader's language. */
export type LetterFacts = {
  locale: LetterLanguage;
  issuedOn: string;
  organisation: { name: string; addressLines: string[]; email: string | null; phone: string | null };
  contact: { number: string; name: string; structureName: string | null; addressLines: string[] };
  optionNumber: string;
  requestedOn: string;
  orderNumber: string | null;
  eventName: string;
  performance: string;
  venueName: string;
  places: number;
  placesFigure: string;
  lines: LineFacts[];
  severalPerformances: boolean;
  /** Of the lines; null when a price is not known. */
  total: string | null;
  orderTotal: string | null;
  /** True when the order holds more than these lines. */
  orderHoldsMore: boolean;
  nothingToPay: boolean;
  /** Until when the option is to be confirmed. */
  answerLimit: string | null;
  /** Null also when there is nothing to pay. */
  paymentLimit: string | null;
  reason: string[];
  remark: string[];
  corrects: { kind: LetterKind; issuedOn: string } | null;
  /** The former start of a moved performance, and the limits that count from this letter on. */
  moved: { from: string; answerLimit: string | null; paymentLimit: string | null } | null;
  /** The seats the contact knew before the hall was laid out anew, and what there is now. */
  reseated: { before: string[]; now: LetterSeats['now'] } | null;
  /** The option goes on without these places. */
  stands: boolean;
};

/**
 * Reads a snapshot for its letter.
 * @throws RangeError when an instant, a time zone or the currency of the snapshot is not one.
 */
export function letterFacts(snapshot: LetterSnapshot): LetterFacts {
  const { locale, organisation, contact, option, order, performance, currency } = snapshot;
  const { timeZone } = performance;
  const money = (cents: number | null): string | null =>
    cents === null ? null : formatMoney(locale, cents, currency);
  const places = snapshot.lines.reduce((sum, line) => sum + line.quantity, 0);
  const totalCents = sumOfAll(snapshot.lines.map((line) => line.amountCents));
  const performances = new Set(snapshot.lines.map((line) => `${line.performanceStartsAt} ${line.eventName}`));
  return {
    locale,
    issuedOn: formatDay(locale, snapshot.issuedAt, timeZone),
    organisation: {
      name: oneLine(organisation.name),
      addressLines: organisation.addressLines.flatMap(manyLines),
      email: optional(organisation.email),
      phone: optional(organisation.phone),
    },
    contact: {
      number: String(contact.number),
      name: oneLine(contact.name),
      structureName: optional(contact.structureName),
      addressLines: contact.addressLines.flatMap(manyLines),
    },
    optionNumber: String(option.number),
    requestedOn: formatDay(locale, option.requestedAt, timeZone),
    orderNumber: order === null ? null : String(order.number),
    eventName: oneLine(performance.eventName),
    performance: formatMoment(locale, performance.startsAt, timeZone),
    venueName: oneLine(performance.venueName),
    places,
    placesFigure: formatCount(locale, places),
    lines: snapshot.lines.map((line) => ({
      performance: `${oneLine(line.eventName)}, ${formatMoment(locale, line.performanceStartsAt, line.timeZone)}`,
      seatCategory: oneLine([line.seatCategory, ...seatGroups(locale, line.seats ?? [])].join(', ')),
      audienceSubcategory: optional(line.audienceSubcategory),
      quantity: formatCount(locale, line.quantity),
      price: money(line.priceCents),
      amount: money(line.amountCents),
    })),
    severalPerformances: performances.size > 1,
    total: money(totalCents),
    orderTotal: order === null ? null : money(order.totalCents),
    orderHoldsMore: order !== null && totalCents !== null && order.totalCents !== totalCents,
    nothingToPay: order?.totalCents === 0,
    answerLimit: optionalLimit(locale, snapshot.confirmationDueAt, timeZone),
    paymentLimit:
      order === null || order.totalCents === 0 ? null : optionalLimit(locale, order.paymentDueAt, timeZone),
    reason: manyLines(snapshot.reason),
    remark: manyLines(option.remark),
    corrects:
      snapshot.corrects === null
        ? null
        : {
            kind: snapshot.corrects.kind,
            issuedOn: formatDay(locale, snapshot.corrects.issuedAt, timeZone),
          },
    moved: movedFacts(snapshot),
    reseated: snapshot.reseated
      ? { before: seatGroups(locale, snapshot.reseated.before).map(oneLine), now: snapshot.reseated.now }
      : null,
    stands: snapshot.stands === true,
  };
}

function movedFacts({ locale, moved, performance: { timeZone } }: LetterSnapshot): LetterFacts['moved'] {
  if (!moved) return null;
  const limitOf = ({ now, told }: DueChange) => optionalLimit(locale, told?.dueAt ?? now, timeZone);
  return {
    from: formatMoment(locale, moved.startsAt, moved.timeZone),
    answerLimit: moved.payment.now === null ? limitOf(moved.due) : null,
    paymentLimit: limitOf(moved.payment),
  };
}

function sumOfAll(amounts: (number | null)[]): number | null {
  return amounts.reduce<number | null>(
    (sum, amount) => (sum === null || amount === null ? null : sum + amount),
    0,
  );
}

function optional(value: string | null): string | null {
  const cleaned = value === null ? '' : oneLine(value);
  return cleaned === '' ? null : cleaned;
}

function optionalLimit(locale: LetterLanguage, instant: string | null, timeZone: string): string | null {
  return instant === null ? null : formatLimit(locale, instant, timeZone);
}
