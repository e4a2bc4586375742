import type { RejectionCode, RemarkCode } from '../row-reasons.ts';

/** What is said of a row, in English. */
export const en: Readonly<Record<RejectionCode | RemarkCode, string>> = {
  'row.tooManyCells': 'The row has more cells than there are titles: there may be a separator too many.',
  'row.nameMissing': 'The name is missing.',
  'row.tooLong': 'The column “{column}” is longer than {max} characters.',
  'row.emailInvalid': 'The e-mail address “{value}” is not valid.',
  'row.numberInvalid': 'The contact number “{value}” is not a number.',
  'row.numberUnknown': 'No contact has the number {value}.',
  'row.kindUnknown': 'The kind “{value}” is neither “structure” nor “individual”.',
  'row.kindDiffers': 'Contact {number} is of the other kind, which does not change.',
  'row.structureTypeUnknown': 'The structure type “{value}” is unknown.',
  'row.collectivityUnknown': 'The collectivity type “{value}” is unknown.',
  'row.audienceUnknown': 'The audience category “{value}” is unknown.',
  'row.linkUnknown': 'The link “{value}” is neither “relay” nor “member”.',
  'row.onlyForStructures': 'The column “{column}” is for structures only.',
  'row.onlyForIndividuals': 'The column “{column}” is for individuals only.',
  'row.onlyForCommunities': 'Only communities have a collectivity type.',
  'row.structureUnknown': 'There is no structure “{value}”.',
  'row.structureAmbiguous': 'Several structures are called “{value}”: give its number.',
  'row.repeated': 'The row repeats line {line}.',
  'remark.phoneAsWritten': 'The telephone “{value}” was not understood; it is kept as written.',
  'remark.postcodeShort': 'The postcode “{value}” does not have five digits; it is kept as written.',
  'remark.countryUnknown': 'The country “{value}” was not understood; it is left out.',
  'remark.localeUnknown': 'The language “{value}” is not supported; it is left out.',
};
