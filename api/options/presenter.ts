import type { z } from 'zod';
import type { OptionAnswer } from '../../activities/options/option-answer.ts';
import type { LineProposals } from '../../activities/options/propose-seats.ts';
import type { OptionDetail } from '../../database/read-models/option-detail.ts';
import type { OptionListRow } from '../../database/read-models/options.ts';
import { tellReason } from '../../rules/messages/format.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import { type AllowedActionFacts, allowedActions } from '../../rules/options/allowed-actions.ts';
import { tellSeatReason } from '../../rules/seating/labels.ts';
import type { SeatReason } from '../../rules/seating/reasons.ts';
import type { NamedSeat } from '../../rules/stock/named-seat.ts';
import { seatGroups } from '../../rules/venues/seat-groups.ts';
import { seatLabel } from '../../rules/venues/seat-label.ts';
import { rightsIn, type Session } from '../http/session.ts';
import type { LineProposalsBody, OptionAnswerBody, OptionBody } from './schema.ts';
import { toldDecision } from './told-decision.ts';

/** Who reads: what they may do where, and in which language. */
export interface Reader {
  session: Session;
  locale: Locale;
}

/** The answer of a verb, told to its caller. */
export function presentAnswer(answer: OptionAnswer, reader: Reader): z.output<typeof OptionAnswerBody> {
  const { refusedFrom, lapsedFrom, firstPerformanceStartsAt, timeZone, at, warnings, lines, ...told } =
    answer;
  const { state, kind } = told;
  const orderLocked = (told.basketId ?? null) !== null;
  const facts = {
    state,
    kind,
    refusedFrom,
    lapsedFrom,
    firstPerformanceStartsAt,
    timeZone,
    now: at,
    orderLocked,
  };
  return {
    ...told,
    lines: lines.map((line) => tellSeats(line, reader.locale)),
    allowedActions: tellActions(facts, told.organisationId, reader),
    warnings: warnings.map((reason) => tellReason(reader.locale, reason)),
  };
}

/** One option's page. */
export function presentOption(
  row: OptionListRow,
  { now, ...detail }: OptionDetail,
  reader: Reader,
): z.output<typeof OptionBody> {
  const facts = {
    state: row.state,
    kind: row.kind,
    refusedFrom: row.refusedFrom,
    lapsedFrom: row.lapsedFrom,
    firstPerformanceStartsAt: pastStart(row, detail),
    timeZone: row.timeZone,
    now,
    orderLocked: row.basketId !== null,
  };
  const lines = detail.lines.map((line) => tellSeats(line, reader.locale));
  const rulesDecision = toldDecision(detail.authorisation, reader.locale);
  const told = tellActions(facts, row.organisationId, reader);
  return { ...row, ...detail, lines, rulesDecision, allowedActions: told };
}

/** A line whose seats have their printed labels. Answers kept from before seats were named have none. */
function tellSeats<Places extends { seats?: readonly NamedSeat[] | null }, Line extends { placed: Places[] }>(
  line: Line & { placed: Places[] },
  locale: Locale,
) {
  return {
    ...line,
    placed: line.placed.map((places) => ({
      ...places,
      seats: labelled(places.seats ?? [], locale),
      seatRows: seatGroups(locale, places.seats ?? []),
    })),
  };
}

function labelled(seats: readonly NamedSeat[], locale: Locale) {
  return seats.map((seat) => ({ id: seat.id, label: seatLabel(locale, seat) }));
}

/** Ways to seat an option, told in the reader's language. */
export function presentProposals(lines: readonly LineProposals[], locale: Locale) {
  const told = (reasons: readonly SeatReason[]) => reasons.map((reason) => tellSeatReason(locale, reason));
  return lines.map(
    (line): z.output<typeof LineProposalsBody> => ({
      ...line,
      proposals: line.proposals.map(({ performanceId, seats, reasons }) => ({
        performanceId,
        seats: labelled(seats, locale),
        reasons: told(reasons),
      })),
      left: line.left.map(({ performanceId, reasons }) => ({ performanceId, reasons: told(reasons) })),
    }),
  );
}

/** While nothing is held, an option is past when the latest of its choices has started. */
function pastStart(row: OptionListRow, detail: Pick<OptionDetail, 'lines' | 'choices'>): string {
  const holds = detail.lines.some((line) => line.placed.length > 0);
  const starts = detail.choices.map((choice) => choice.startsAt).sort();
  return holds ? row.startsAt : (starts.at(-1) ?? row.startsAt);
}

function tellActions(
  facts: Omit<AllowedActionFacts, 'rights'>,
  organisationId: string,
  { session, locale }: Reader,
) {
  return allowedActions({ ...facts, rights: rightsIn(session, organisationId) }).map(
    ({ reasons, ...action }) => ({
      ...action,
      reasons: reasons.map((reason) => tellReason(locale, reason)),
    }),
  );
}
