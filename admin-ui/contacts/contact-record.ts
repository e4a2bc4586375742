export const contactKinds = ['structure', 'individual'] as const;
export type ContactKind = (typeof contactKinds)[number];

export const acceptances = ['pending', 'accepted', 'refused', 'suspended'] as const;
export type Acceptance = (typeof acceptances)[number];

/** One contact as a row. Neither e-mail nor structure is required. */
export type ContactRow = {
  id: string;
  number: number;
  version: number;
  kind: ContactKind;
  name: string;
  email: string | null;
  phone: string | null;
  locale: string;
  addressLines: string[] | null;
  postcode: string | null;
  city: string | null;
  country: string | null;
  provenance: string | null;
  acceptance: Acceptance | null;
  collectivityTypeId: string | null;
  structureId: string | null;
  structureName: string | null;
};
