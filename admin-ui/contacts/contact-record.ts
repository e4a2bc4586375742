import type { Acceptance } from '../../rules/contacts/acceptance.ts';

export const contactKinds = ['structure', 'individual'] as const;
export type ContactKind = (typeof contactKinds)[number];

export const structureTypes = ['community', 'agency', 'producer', 'other'] as const;
export type StructureType = (typeof structureTypes)[number];

/** One contact as a row. Neither e-mail nor structure is required. */
export type ContactRow = {
  id: string;
  number: number;
  version: number;
  kind: ContactKind;
  name: string;
  email: string | null;
  phone: string | null;
  mobile: string | null;
  locale: string;
  addressLines: string[] | null;
  postcode: string | null;
  city: string | null;
  country: string | null;
  provenance: string | null;
  structureType: StructureType | null;
  acceptance: Acceptance | null;
  collectivityTypeId: string | null;
  audienceCategoryId: string | null;
  reference: string | null;
  remark: string | null;
  /** What the house owes them: above 0 time gives back nothing of theirs. */
  creditCents: number;
  /** Why they are not written to. */
  noLettersReason: string | null;
  structureId: string | null;
  structureName: string | null;
};

export const linkKinds = ['relay', 'member'] as const;
export type LinkKind = (typeof linkKinds)[number];

/** A dated link between an individual and a structure; days are calendar days. */
export type ContactLinkRow = {
  id: string;
  version: number;
  kind: LinkKind;
  individualId: string;
  individualName: string;
  structureId: string;
  structureName: string;
  startsOn: string;
  endsOn: string | null;
};
