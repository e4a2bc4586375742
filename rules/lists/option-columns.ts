/** Who asked, when, and what became of it: of options on seats and on products alike. */
const asked = [
  { name: 'number', kind: 'integer' },
  { name: 'requestedAt', kind: 'instant' },
  { name: 'state', kind: 'choice', of: 'optionState' },
  { name: 'contactNumber', kind: 'integer' },
  { name: 'contactName', kind: 'text' },
  { name: 'structureName', kind: 'text' },
  { name: 'provenance', kind: 'text' },
] as const;

const placed = [
  { name: 'requestedQuantity', kind: 'integer' },
  { name: 'placedQuantity', kind: 'integer' },
  { name: 'placedAt', kind: 'instant' },
  { name: 'confirmationDueAt', kind: 'instant' },
  { name: 'overdue', kind: 'flag' },
  { name: 'paymentDueAt', kind: 'instant' },
  { name: 'orderNumber', kind: 'integer' },
  { name: 'bookingFileNumber', kind: 'integer' },
  { name: 'insured', kind: 'flag' },
  { name: 'twinNumber', kind: 'integer' },
  { name: 'channelName', kind: 'text' },
  { name: 'origin', kind: 'choice', of: 'optionOrigin' },
  { name: 'organisationId', kind: 'reference', of: 'organisation' },
] as const;

/** The columns of options on seats, in the order of the file. */
export const optionColumns = [
  ...asked,
  { name: 'eventCode', kind: 'text' },
  { name: 'eventName', kind: 'text' },
  { name: 'venueName', kind: 'text' },
  { name: 'startsAt', kind: 'instant' },
  { name: 'position', kind: 'integer' },
  ...placed,
] as const;

/** The columns of options on products. */
export const productOptionColumns = [
  ...asked,
  { name: 'productName', kind: 'text' },
  { name: 'productKind', kind: 'choice', of: 'productKind' },
  { name: 'productQuantity', kind: 'integer' },
  { name: 'eventName', kind: 'text' },
  { name: 'venueName', kind: 'text' },
  { name: 'startsAt', kind: 'instant' },
  { name: 'guide', kind: 'text' },
  ...placed,
] as const;
