import type { RecordKind } from '../frame/records/record-kind.ts';
import type { ContactKind, ContactRow } from './contact-record.ts';

const common = {
  resource: 'contacts',
  subject: 'contact',
  nullable: [
    'email',
    'phone',
    'mobile',
    'postcode',
    'city',
    'country',
    'audienceCategoryId',
    'collectivityTypeId',
    'structureId',
    'reference',
    'remark',
  ],
  name: ({ name }: ContactRow) => name,
} as const satisfies Partial<RecordKind<ContactRow>>;

const fields = [
  'name',
  'email',
  'phone',
  'mobile',
  'addressLines',
  'postcode',
  'city',
  'country',
  'locale',
  'audienceCategoryId',
  'reference',
  'creditCents',
  'remark',
] as const;

/** What the form and the pages of structures and of individuals are made of. */
export const contactKindRecords: Readonly<Record<ContactKind, RecordKind<ContactRow>>> = {
  structure: {
    ...common,
    words: 'structure',
    list: { page: 'frame.page.structures', to: '/structures' },
    fields: [...fields, 'structureType', 'collectivityTypeId'],
  },
  individual: {
    ...common,
    words: 'individual',
    list: { page: 'frame.page.individuals', to: '/individuals' },
    fields: [...fields, 'structureId'],
  },
};
