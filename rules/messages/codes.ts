/**
 * Every code a person may read a text for. The catalogues in `fr.ts` and `en.ts` are typed by these lists, so that a
 * code without its text in both languages does not compile.
 */

/** Codes of problems (RFC 9457): each has a title and a detail. */
export const problemCodes = [
  'request.invalid',
  'request.unauthenticated',
  'request.forbidden',
  'request.notFound',
  'request.methodNotAllowed',
  'request.tooLarge',
  'request.unsupportedType',
  'option.state',
  'stock.insufficient',
  'record.inUse',
  'record.duplicate',
  'record.version',
  'record.versionRequired',
  'authorisation.refused',
  'authorisation.warned',
  'performance.past',
  'price.missing',
  'motive.required',
  'deadline.agreedPast',
  'deadline.agreedAfterPerformance',
  'contingent.notForChannel',
  'contingent.none',
  'channel.none',
  'letter.state',
  'idempotency.mismatch',
  'idempotency.inFlight',
  'list.range',
  'list.filter',
  'list.sort',
  'rate.limited',
  'export.busy',
  'session.signIn',
  'session.csrf',
  'bulk.tooMany',
  'contact.acceptance',
  'import.unreadable',
  'import.empty',
  'import.tooLarge',
  'import.tooManyRows',
  'import.mapping',
  'import.contingentColumns',
  'plan.unreadable',
  'plan.tooLarge',
  'plan.tooDeep',
  'plan.tooManySeats',
  'plan.invalid',
  'configuration.empty',
  'performance.notNumbered',
  'seats.open',
  'stock.numbered',
  'remainder.notBuilt',
  'verb.notBuilt',
  'mail.held',
  'server.unavailable',
  'server.error',
] as const;
export type ProblemCode = (typeof problemCodes)[number];

/** Codes of reasons: why a rule, a state or a deadline says no, or warns. Each is one sentence. */
export const reasonCodes = [
  'order.locked',
  'season.notOpen',
  'activity.optionsNotAllowed',
  'seatCategory.optionsNotAllowed',
  'performance.cancelled',
  'performance.notOpen',
  'structure.pending',
  'structure.refused',
  'structure.suspended',
  'profile.none',
  'profile.notCovered',
  'profile.minimum',
  'limitation.option',
  'limitation.performance',
  'limitation.season',
  'deadline.collides',
  'authorisation.engine',
  'stock.line',
  'placement.otherPerformance',
  'performance.liveOptions',
  'performance.seatsOpen',
  'seat.taken',
  'seats.noneFit',
  'operator.self',
  'usedBy.activities',
  'usedBy.audienceSubcategories',
  'usedBy.channels',
  'usedBy.collectivityTypes',
  'usedBy.configurations',
  'usedBy.contactLinks',
  'usedBy.contacts',
  'usedBy.contingents',
  'usedBy.events',
  'usedBy.letters',
  'usedBy.limitationTables',
  'usedBy.operators',
  'usedBy.optionProfiles',
  'usedBy.options',
  'usedBy.orders',
  'usedBy.performances',
  'usedBy.prices',
  'usedBy.seasons',
  'usedBy.seatCategories',
  'usedBy.seatPlans',
  'usedBy.spaces',
  'usedBy.stock',
  'usedBy.venues',
] as const;
export type ReasonCode = (typeof reasonCodes)[number];

/** Codes of faulty fields in `errors:[{path, code}]`. Each is one sentence. */
export const fieldCodes = [
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
  'field.taken',
  'plan.noSeat',
  'plan.guidTwice',
  'plan.labelTwice',
  'plan.categoryUnknown',
  'configuration.elsewhere',
  'configuration.draft',
  'configuration.capacities',
  'configuration.numbered',
  'seats.dealt',
  'seats.notOpen',
  'seat.otherCategory',
  'seat.tooMany',
  'seat.alreadyTaken',
  'seat.notBlocked',
  'seat.otherContingent',
] as const;
export type FieldCode = (typeof fieldCodes)[number];

export type MessageCode = ProblemCode | ReasonCode | FieldCode;

/** All texts of one language. Placeholders: see `format.ts`. */
export type Catalogue = {
  readonly problems: Readonly<Record<ProblemCode, { readonly title: string; readonly detail: string }>>;
  readonly reasons: Readonly<Record<ReasonCode, string>>;
  readonly fields: Readonly<Record<FieldCode, string>>;
};

/** True when a text exists for `code`. */
export function isMessageCode(code: string): code is MessageCode {
  return [problemCodes, reasonCodes, fieldCodes].some((codes) => codes.some((known) => known === code));
}
