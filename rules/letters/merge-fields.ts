import type { LetterKind } from './letter-snapshot.ts';

/** What a name in a letter's text may stand for. */
interface MergeRule {
  /** The kinds of letter it is known in; all when left out. */
  kinds?: readonly LetterKind[];
  /** It may be empty: it stands only where one of these conditions holds. */
  guards?: readonly MergeCondition[];
}

const inOrder = ['orderNumber', 'orderTotal', 'paymentLimit', 'nothingToPay', 'orderHoldsMore'] as const;

/**
 * Every name that a letter's text may write out, and where: a closed list, so that no text reaches anything else. Values
 * are written in the letter's language, dates on the venue's clock.
 */
const mergeFields = {
  contactName: {},
  structureName: { guards: ['structureName'] },
  contactNumber: {},
  organisation: {},
  date: {},
  optionNumber: {},
  requestedOn: {},
  event: {},
  shortEvent: {},
  performance: {},
  venue: {},
  occasion: {},
  places: {},
  placesCount: {},
  answerLimit: { guards: ['answerLimit'] },
  orderNumber: { guards: inOrder },
  orderTotal: { guards: inOrder },
  paymentLimit: { guards: ['paymentLimit'] },
  formerLetterDate: {
    kinds: ['correction'],
    guards: ['correctsConfirmation', 'correctsRefusal', 'formerLetterDate'],
  },
  formerDate: { kinds: ['performance-moved'] },
  newAnswerLimit: { kinds: ['performance-moved'], guards: ['newAnswerLimit'] },
  newPaymentLimit: { kinds: ['performance-moved'], guards: ['newPaymentLimit'] },
  formerSeats: { kinds: ['configuration-changed'], guards: ['formerSeats'] },
} as const satisfies Record<string, MergeRule>;

export type MergeField = keyof typeof mergeFields;

/** What `{{#if …}}` and `{{#unless …}}` may ask. */
const mergeConditions = [
  'structureName',
  'answerLimit',
  'orderNumber',
  'orderTotal',
  'paymentLimit',
  'nothingToPay',
  'orderHoldsMore',
  'severalPerformances',
  'reason',
  'correctsConfirmation',
  'correctsRefusal',
  'formerLetterDate',
  'newAnswerLimit',
  'newPaymentLimit',
  'formerSeats',
  'seatsNumbered',
  'seatsCounted',
  'optionStands',
] as const;
export type MergeCondition = (typeof mergeConditions)[number];

const kindsOfConditions: Partial<Record<MergeCondition, readonly LetterKind[]>> = {
  correctsConfirmation: ['correction'],
  correctsRefusal: ['correction'],
  formerLetterDate: ['correction'],
  newAnswerLimit: ['performance-moved'],
  newPaymentLimit: ['performance-moved'],
  formerSeats: ['configuration-changed'],
  seatsNumbered: ['configuration-changed'],
  seatsCounted: ['configuration-changed'],
  optionStands: ['performance-cancelled'],
};

/** The values of one letter. */
export interface MergeValues {
  fields: Readonly<Record<MergeField, string>>;
  conditions: Readonly<Record<MergeCondition, boolean>>;
}

/** The names a text of this kind may write out, in the order of the list. */
export function fieldsOf(kind: LetterKind): MergeField[] {
  return fieldNames.filter((name) => knownIn(ruleOf(name).kinds, kind));
}

/** The conditions a text of this kind may ask. */
export function conditionsOf(kind: LetterKind): MergeCondition[] {
  return mergeConditions.filter((name) => knownIn(kindsOfConditions[name], kind));
}

/** The conditions of which one must hold where the name stands; null when it is never empty. */
export function guardsOf(name: MergeField): readonly MergeCondition[] | null {
  return ruleOf(name).guards ?? null;
}

const fieldNames = Object.keys(mergeFields).filter((name): name is MergeField => name in mergeFields);

function ruleOf(name: MergeField): MergeRule {
  return mergeFields[name];
}

function knownIn(kinds: readonly LetterKind[] | undefined, kind: LetterKind): boolean {
  return kinds === undefined || kinds.includes(kind);
}
