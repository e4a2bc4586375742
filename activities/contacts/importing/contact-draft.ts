import type { Acceptance } from '../../../rules/contacts/acceptance.ts';
import type { PhoneNumber } from './phone-number.ts';
import type { RejectionCode, RemarkCode, RowNote } from './row-reasons.ts';

/** The fields a row gives a value for; a blank cell gives none, and leaves what is known as it is. */
export interface DraftFields {
  name: string;
  email?: string;
  phone?: PhoneNumber;
  mobile?: PhoneNumber;
  addressLines?: string[];
  postcode?: string;
  city?: string;
  country?: string;
  locale?: 'fr' | 'en' | 'de' | 'es' | 'it';
  structureType?: 'community' | 'agency' | 'producer' | 'other';
  collectivityTypeId?: string;
  audienceCategoryId?: string;
  reference?: string;
  remark?: string;
}

/** A row that was understood. */
export interface ContactDraft {
  line: number;
  kind: 'individual' | 'structure';
  /** The number of a contact that exists. */
  number: number | null;
  fields: DraftFields;
  /** The structure an individual is relay or member of, by number or name. */
  structure: string | null;
  link: 'relay' | 'member';
  remarks: RowNote<RemarkCode>[];
}

/** A row that is not taken, with every reason. */
export interface RejectedRow {
  line: number;
  /** What the row calls itself, as far as it does. */
  name: string;
  reasons: RowNote<RejectionCode>[];
}

/** A contact that exists, as far as an import looks at it. */
export interface KnownContact {
  id: string;
  number: number;
  version: number;
  kind: 'individual' | 'structure';
  name: string;
  email: string | null;
  phone: string | null;
  mobile: string | null;
  addressLines: string[];
  postcode: string | null;
  city: string | null;
  country: string | null;
  locale: string;
  structureType: string | null;
  acceptance: Acceptance | null;
  collectivityTypeId: string | null;
  audienceCategoryId: string | null;
  reference: string | null;
  remark: string | null;
}
