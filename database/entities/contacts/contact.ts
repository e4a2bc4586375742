import { defineEntity, p } from '@mikro-orm/core';
import { AudienceCategory } from '../catalogue/audience-category.ts';
import { cents, id, instant, name, version } from '../columns.ts';
import { Institution } from '../organisation/institution.ts';
import { CollectivityType } from './collectivity-type.ts';

/**
 * A person or a structure. Every contact has a number; the e-mail is neither unique nor required. `reference` is the
 * number the contact has in another system, such as the one it was imported from; `remark` is for the house only.
 * Structures have a type (community with its collectivity type, agency, producer, other) and an acceptance.
 */
export const Contact = defineEntity({
  name: 'Contact',
  tableName: 'contact',
  uniques: [{ properties: ['institution', 'number'] }, { properties: ['institution', 'reference'] }],
  indexes: [
    { properties: ['institution', 'name', 'id'] },
    {
      name: 'contact_words_kept',
      expression: 'create index contact_words_kept on contact using gin (words gin_trgm_ops)',
    },
    {
      name: 'contact_beginnings',
      expression: 'create index contact_beginnings on contact using gin (word_beginnings(words))',
    },
  ],
  checks: [
    { name: 'contact_kind', expression: "kind in ('individual', 'structure')" },
    {
      name: 'contact_structure_type',
      expression: "structure_type in ('community', 'agency', 'producer', 'other')",
    },
    {
      name: 'contact_acceptance',
      expression: "acceptance in ('pending', 'accepted', 'refused', 'suspended')",
    },
    {
      name: 'contact_structure_only',
      expression:
        "(kind = 'structure') = (structure_type is not null) and (kind = 'structure') = (acceptance is not null) and (kind = 'structure' or collectivity_type_id is null)",
    },
  ],
  properties: {
    id: id(),
    institution: () => p.manyToOne(Institution),
    number: p.integer().defaultRaw("nextval('contact_number')"),
    kind: p.text().$type<'individual' | 'structure'>(),
    name: name(),
    email: p.text().nullable(),
    phone: p.text().nullable(),
    mobile: p.text().nullable(),
    locale: p.text().$type<'fr' | 'en' | 'de' | 'es' | 'it'>().default('fr'),
    addressLines: p.json<string[]>().default('[]'),
    postcode: p.text().nullable(),
    city: p.text().nullable(),
    country: p.text().nullable(),
    structureType: p.text().$type<'community' | 'agency' | 'producer' | 'other'>().nullable(),
    collectivityType: () => p.manyToOne(CollectivityType).nullable().deleteRule('no action'),
    acceptance: p.text().$type<'pending' | 'accepted' | 'refused' | 'suspended'>().nullable(),
    audienceCategory: () => p.manyToOne(AudienceCategory).nullable().deleteRule('no action'),
    reference: p.text().nullable(),
    remark: p.text().nullable(),
    /** Why they are not written to; null: they are. */
    noLettersReason: p.text().nullable(),
    createdAt: instant().defaultRaw('now()'),
    /** What the house owes them (cents): above 0, time gives back nothing of theirs. */
    creditCents: cents().default(0),
    version: version(),
  },
});
