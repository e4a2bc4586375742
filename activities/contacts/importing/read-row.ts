import { z } from 'zod';
import { Email } from '../../records/fields.ts';
import type { ContactDraft, DraftFields, RejectedRow } from './contact-draft.ts';
import { countryOf } from './country.ts';
import type { ImportField, Mapping } from './import-fields.ts';
import { type PhoneNumber, readPhoneNumber } from './phone-number.ts';
import { plainText } from './plain-text.ts';
import type { RejectionCode, RemarkCode, RowNote } from './row-reasons.ts';
import type { TableRow } from './table.ts';
import { kindWords, linkWords, localeWords, structureTypeWords } from './words/cell-words.ts';

/** What rows are read with: the columns, what a row is that does not say, and the lists its words are looked up in. */
export interface RowReading {
  columns: readonly string[];
  mapping: Mapping;
  kind: 'individual' | 'structure';
  /** Ids by `plainText` of code and names. */
  collectivityTypes: ReadonlyMap<string, string>;
  audienceCategories: ReadonlyMap<string, string>;
}

/** The longest text a field keeps, in characters. */
const longest: Readonly<Record<ImportField, number>> = {
  number: 20,
  reference: 100,
  kind: 60,
  name: 150,
  firstName: 49,
  email: 254,
  phone: 60,
  mobile: 60,
  address1: 120,
  address2: 120,
  address3: 120,
  postcode: 20,
  city: 100,
  country: 60,
  locale: 60,
  structureType: 60,
  collectivityType: 200,
  audienceCategory: 200,
  structure: 200,
  link: 60,
  remark: 4_000,
};

/** Reads one row: a draft of a contact, or every reason why it cannot be taken. */
export function readRow({ line, cells }: TableRow, reading: RowReading): ContactDraft | RejectedRow {
  const reasons: RowNote<RejectionCode>[] = [];
  const remarks: RowNote<RemarkCode>[] = [];
  const refuse = (code: RejectionCode, values: RowNote<RejectionCode>['values'] = {}) =>
    reasons.push({ code, values });
  const remarked = (code: RemarkCode, value: string) => remarks.push({ code, values: { value } });
  if (cells.length > titledColumns(reading)) refuse('row.tooManyCells');
  const given = cellsByField(cells, reading);
  const titleOf = (field: ImportField) => reading.columns[reading.mapping.indexOf(field)] ?? field;
  for (const [field, value] of given) {
    if (value.length > longest[field]) refuse('row.tooLong', { column: titleOf(field), max: longest[field] });
  }
  const one = <T>(field: ImportField, words: ReadonlyMap<string, T>, code: RejectionCode): T | undefined => {
    const value = given.get(field);
    if (value === undefined) return undefined;
    const found = words.get(plainText(value));
    if (found === undefined) refuse(code, { value });
    return found;
  };
  const kind = one('kind', kindWords, 'row.kindUnknown') ?? reading.kind;
  const fields: DraftFields = { name: nameOf(given, kind) };
  if (fields.name === '') refuse('row.nameMissing');
  const email = given.get('email');
  if (email !== undefined) {
    fields.email = email.replace(/^mailto:/i, '');
    if (!isEmail(fields.email)) refuse('row.emailInvalid', { value: email });
  }
  readPlaces(given, fields, remarked);
  readPhones(given, fields, remarked);
  const locale = given.get('locale');
  if (locale !== undefined) {
    const known = localeWords.get(plainText(locale));
    if (known === undefined) remarked('remark.localeUnknown', locale);
    else fields.locale = known;
  }
  const only: readonly ImportField[] =
    kind === 'individual' ? ['structureType', 'collectivityType'] : ['structure', 'link'];
  for (const field of only.filter((each) => given.has(each))) {
    refuse(kind === 'individual' ? 'row.onlyForStructures' : 'row.onlyForIndividuals', {
      column: titleOf(field),
    });
  }
  const choices = {
    structureType: one('structureType', structureTypeWords, 'row.structureTypeUnknown'),
    collectivityTypeId: one('collectivityType', reading.collectivityTypes, 'row.collectivityUnknown'),
    audienceCategoryId: one('audienceCategory', reading.audienceCategories, 'row.audienceUnknown'),
    reference: given.get('reference'),
    remark: given.get('remark'),
  };
  Object.assign(
    fields,
    Object.fromEntries(Object.entries(choices).filter(([, value]) => value !== undefined)),
  );
  const link = one('link', linkWords, 'row.linkUnknown') ?? 'relay';
  const number = numberOf(given.get('number'), refuse);
  if (reasons.length > 0) return { line, name: fields.name, reasons };
  return { line, kind, number, fields, structure: given.get('structure') ?? null, link, remarks };
}

/** Columns up to the last one that has a title or a field. */
function titledColumns({ columns, mapping }: RowReading): number {
  const titled = columns.map((title, index) => title !== '' || (mapping[index] ?? null) !== null);
  return titled.lastIndexOf(true) + 1;
}

function cellsByField(cells: readonly string[], { mapping }: RowReading): Map<ImportField, string> {
  const given = new Map<ImportField, string>();
  for (const [index, field] of mapping.entries()) {
    const value = cells[index] ?? '';
    if (field !== null && value !== '') given.set(field, value);
  }
  return given;
}

function nameOf(given: ReadonlyMap<ImportField, string>, kind: 'individual' | 'structure'): string {
  const name = given.get('name') ?? '';
  const firstName = kind === 'individual' ? (given.get('firstName') ?? '') : '';
  return name === '' ? '' : [name, firstName].filter((part) => part !== '').join(' ');
}

function isEmail(text: string): boolean {
  return z.safeParse(Email, text).success;
}

function readPlaces(
  given: ReadonlyMap<ImportField, string>,
  fields: DraftFields,
  remarked: (code: RemarkCode, value: string) => void,
): void {
  const lines = (['address1', 'address2', 'address3'] as const).flatMap((field) => given.get(field) ?? []);
  if (lines.length > 0) fields.addressLines = lines;
  const city = given.get('city');
  if (city !== undefined) fields.city = city;
  const country = given.get('country');
  const code = country === undefined ? null : countryOf(country);
  if (code !== null) fields.country = code;
  else if (country !== undefined) remarked('remark.countryUnknown', country);
  const postcode = given.get('postcode');
  if (postcode === undefined) return;
  fields.postcode = postcode;
  const isFrench = code === null || code === 'FR';
  if (isFrench && !/^\d{2} ?\d{3}( cedex.*)?$/i.test(postcode)) remarked('remark.postcodeShort', postcode);
}

function readPhones(
  given: ReadonlyMap<ImportField, string>,
  fields: DraftFields,
  remarked: (code: RemarkCode, value: string) => void,
): void {
  const read = (field: 'phone' | 'mobile'): PhoneNumber | undefined => {
    const text = given.get(field);
    if (text === undefined) return undefined;
    const number = readPhoneNumber(text, fields.country ?? null);
    if (!number.understood) remarked('remark.phoneAsWritten', text);
    return number;
  };
  const phone = read('phone');
  const mobile = read('mobile');
  if (phone !== undefined) fields.phone = phone;
  if (mobile !== undefined) fields.mobile = mobile;
}

function numberOf(
  text: string | undefined,
  refuse: (code: RejectionCode, values: { value: string }) => void,
): number | null {
  if (text === undefined) return null;
  const digits = text.replaceAll(/^n\s*°|[\s.[\]#]/gi, '');
  if (/^\d{1,9}$/.test(digits)) return Number(digits);
  refuse('row.numberInvalid', { value: text });
  return null;
}
