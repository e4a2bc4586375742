import type { z } from 'zod';
import type { ContactOptionDetail, ContactOptionRow } from '../../database/read-models/contact-options.ts';
import type { LetterLanguage } from '../../rules/letters/letter-language.ts';
import { contactStatusText } from '../../rules/messages/contact/tell-contact.ts';
import { formatInstant } from '../../rules/messages/figures.ts';
import { contactStatus } from '../../rules/options/labels.ts';
import type { OwnOptionBody, OwnOptionsBody } from './schema.ts';

type Row = z.output<typeof OwnOptionsBody>['options'][number];

/** What the house has granted is told once it has said so: before, it may still be otherwise. */
const answered = ['accepted', 'settled'];

/** An option in its list, in the contact's words. */
export function presentOwnRow(option: ContactOptionRow, locale: LetterLanguage): Row {
  const { state, waitingLetterSent, requestedQuantity, placedQuantity, paymentDueAt, ...told } = option;
  const status = contactStatus(state, waitingLetterSent);
  const isAnswered = answered.includes(status);
  const dueAt = paymentDueAt === null ? null : formatInstant(locale, paymentDueAt, told.timeZone);
  return {
    id: told.id,
    number: told.number,
    version: told.version,
    status,
    statusText: contactStatusText(locale, status, { dueAt }),
    eventName: told.eventName,
    venueName: told.venueName,
    startsAt: told.startsAt,
    timeZone: told.timeZone,
    requestedAt: told.requestedAt,
    places: isAnswered ? placedQuantity : requestedQuantity,
    open: state === 'requested',
    changeable: state === 'requested' && told.kind === 'seats',
  };
}

/** One option whole, in the contact's words. */
export function presentOwnOption(
  option: ContactOptionDetail,
  locale: LetterLanguage,
): z.output<typeof OwnOptionBody> {
  const row = presentOwnRow(option, locale);
  const isAnswered = answered.includes(row.status);
  return {
    ...row,
    performanceId: option.performanceId,
    acceptsUpgrade: option.acceptsUpgrade,
    remark: option.remark,
    orderNumber: isAnswered ? option.orderNumber : null,
    paymentDueAt: isAnswered ? option.paymentDueAt : null,
    choices: option.choices,
    lines: option.lines.map(({ granted, ...line }) => ({ ...line, granted: isAnswered ? granted : null })),
  };
}
