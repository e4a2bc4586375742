import type { ContactStatus } from '../../options/labels.ts';
import type { FieldCode, ProblemCode, ReasonCode } from '../codes.ts';

/** Problems a contact may meet on their own page. */
export const contactProblemCodes = [
  'request.invalid',
  'request.unauthenticated',
  'request.notFound',
  'request.tooLarge',
  'record.version',
  'idempotency.mismatch',
  'idempotency.inFlight',
  'rate.limited',
  'access.link',
  'option.treated',
  'online.refused',
  'server.unavailable',
  'server.error',
] as const satisfies readonly ProblemCode[];

/** Why a request of theirs is refused (`rules/authorisation/contact-reasons.ts`). */
export const contactReasonCodes = [
  'online.minimum',
  'online.category',
  'online.anyCategory',
  'online.performance',
  'online.limit',
  'online.other',
] as const satisfies readonly ReasonCode[];

/** What may be wrong with a field of their request. */
export const contactFieldCodes = [
  'field.required',
  'field.unknown',
  'field.type',
  'field.format',
  'field.tooShort',
  'field.tooLong',
  'field.tooSmall',
  'field.tooLarge',
  'field.choice',
  'field.reference',
  'field.duplicate',
  'field.invalid',
] as const satisfies readonly FieldCode[];

/** All that the house says to contacts, in a language only they are spoken to in. Placeholders: see `format.ts`. */
export type ContactTexts = {
  readonly problems: Readonly<
    Record<(typeof contactProblemCodes)[number], { readonly title: string; readonly detail: string }>
  >;
  readonly reasons: Readonly<Record<(typeof contactReasonCodes)[number], string>>;
  readonly fields: Readonly<Record<(typeof contactFieldCodes)[number], string>>;
  /** As `contactStatuses` of the labels of options. */
  readonly statuses: Readonly<Record<ContactStatus, string>>;
};
