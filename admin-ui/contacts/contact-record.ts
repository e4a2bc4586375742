export const contactKinds = ['structure', 'individual'] as const;
export type ContactKind = (typeof contactKinds)[number];

export type Acceptance = 'pending' | 'accepted' | 'refused' | 'suspended';

/** One contact as a row. Neither e-mail nor structure is required. */
export type ContactRow = {
  id: string;
  number: number;
  version: number;
  kind: ContactKind;
  name: string;
  email: string | null;
  phone?: string | null;
  locale: string | null;
  provenance?: string | null;
  acceptance?: Acceptance | null;
  collectivityTypeId?: string | null;
  structureId?: string | null;
  structureName?: string | null;
};
