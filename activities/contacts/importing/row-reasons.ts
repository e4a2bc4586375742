import type { MessageValues } from '../../../rules/messages/reason.ts';

/** Why a row is not taken. */
export const rejectionCodes = [
  'row.tooManyCells',
  'row.nameMissing',
  'row.tooLong',
  'row.emailInvalid',
  'row.numberInvalid',
  'row.numberUnknown',
  'row.kindUnknown',
  'row.kindDiffers',
  'row.structureTypeUnknown',
  'row.collectivityUnknown',
  'row.audienceUnknown',
  'row.linkUnknown',
  'row.onlyForStructures',
  'row.onlyForIndividuals',
  'row.onlyForCommunities',
  'row.structureUnknown',
  'row.structureAmbiguous',
  'row.repeated',
] as const;
export type RejectionCode = (typeof rejectionCodes)[number];

/** What a person should know of a row that was taken. */
export const remarkCodes = [
  'remark.phoneAsWritten',
  'remark.postcodeShort',
  'remark.countryUnknown',
  'remark.localeUnknown',
] as const;
export type RemarkCode = (typeof remarkCodes)[number];

/** A reason or a remark with the values of its sentence. */
export interface RowNote<Code extends string> {
  code: Code;
  values: MessageValues;
}
