import type { z } from 'zod';
import type { ContactOptionDetail, ContactOptionRow } from '../../database/read-models/contact-options.ts';
import { formatInstant } from '../../rules/messages/figures.ts';
import { fill } from '../../rules/messages/format.ts';
import type { Locale } from '../../rules/messages/locale.ts';
import { contactStatus, optionLabels } from '../../rules/options/labels.ts';
import type { OwnOptionBody, OwnOptionsBody } from './schema.ts';

type Row = z.output<typeof OwnOptionsBody>['options'][number];

/** What the house has granted is told once it has said so: before, it may still be otherwise. */
const answered = ['accepted', 'settled'];

/** An option in its list, in the contact's words. */
export function presentOwnRow(option: ContactOptionRow, locale: Locale): Row {
  const { state, waitingLetterSent, requestedQuantity, placedQuantity, paymentDueAt, ...told } = option;
  const status = contactStatus(state, waitingLetterSent);
  const isAnswered = answered.includes(status);
  const dueAt = paymentDueAt === null ? null : formatInstant(locale, paymentDueAt, told.timeZone);
  return {
    id: told.id,
    number: told.number,
    version: told.version,
    status,
    statusText: fill(locale, optionLabels[locale].contactStatuses[status], { dueAt }),
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
  locale: Locale,
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
