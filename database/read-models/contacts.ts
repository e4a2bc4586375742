import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { acceptances } from '../../rules/contacts/acceptance.ts';
import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { isNumber } from './list-conditions.ts';
import { choice, day, instant, integer, text, uuid } from './list-fields.ts';
import { contactIdsWith, hasContactWord } from './list-words.ts';

/** What a structure is. */
export const structureTypes = ['community', 'agency', 'producer', 'other'] as const;

/** People and structures; an individual with the structure it is relay of today. */
export const contactList = defineList({
  name: 'contacts',
  table: 'contact',
  sort: ['name', 'ASC'],
  fields: {
    number: integer('contact.number', { searched: true }),
    kind: choice('contact.kind', ['individual', 'structure']),
    name: text('contact.name', { searched: true }),
    email: text('contact.email', { nullable: true, searched: true }),
    reference: text('contact.reference', { nullable: true, searched: true }),
    locale: choice('contact.locale', ['fr', 'en', 'de', 'es', 'it']),
    postcode: text('contact.postcode', { nullable: true }),
    city: text('contact.city', { nullable: true, searched: true }),
    country: text('contact.country', { nullable: true }),
    structureType: choice('contact.structure_type', structureTypes, { nullable: true }),
    acceptance: choice('contact.acceptance', acceptances, { nullable: true }),
    collectivityTypeId: uuid('contact.collectivity_type_id', { nullable: true }),
    audienceCategoryId: uuid('contact.audience_category_id', { nullable: true }),
    structureId: uuid('contact_link.structure_id', {
      among: {
        from: 'contact_link',
        key: 'contact_link.individual_id',
        when: "contact_link.kind = 'relay' and contact_link.starts_on <= current_date and coalesce(contact_link.ends_on, current_date) >= current_date",
      },
    }),
    createdAt: instant('contact.created_at'),
  },
  rows: contactRows,
  hasWord: (word) => sql<SqlBool>`(${hasContactWord(word)} or ${hasNumber(word)})`,
  foundBy: (_db, words, once) => {
    const named = sql<SqlBool>`contact.id = any(${once(contactIdsWith(words))}::uuid[])`;
    const numbered = words.filter(isNumber).map((number) => {
      const others = words.filter((word) => word !== number).map(hasContactWord);
      return sql<SqlBool>`(${sql.join([hasNumber(number), ...others], sql` and `)})`;
    });
    return [named, ...numbered];
  },
  own: sql`contact`,
  present: ({ postcode, country, ...row }) => {
    const provenance = [country, postcode].filter((part) => part !== null).join(' ');
    return { ...row, postcode, country, provenance: provenance === '' ? null : provenance };
  },
});

function hasNumber(word: string): RawBuilder<SqlBool> {
  return sql<SqlBool>`contact.number = ${isNumber(word) ? Number(word) : null}::int`;
}

function contactRows(db: Queries) {
  return db
    .selectFrom('contact')
    .leftJoinLateral(
      (outer) =>
        outer
          .selectFrom('contact_link as link')
          .innerJoin('contact as structure', 'structure.id', 'link.structure_id')
          .whereRef('link.individual_id', '=', 'contact.id')
          .where('link.kind', '=', 'relay')
          .where('link.starts_on', '<=', sql<string>`current_date`)
          .where(sql<string>`coalesce(link.ends_on, current_date)`, '>=', sql<string>`current_date`)
          .orderBy('link.starts_on', 'desc')
          .orderBy('link.id', 'desc')
          .limit(1)
          .select(['structure.id', 'structure.name'])
          .as('relay'),
      (join) => join.onTrue(),
    )
    .select([
      'contact.id',
      'contact.number',
      'contact.kind',
      'contact.name',
      'contact.email',
      'contact.phone',
      'contact.mobile',
      'contact.locale',
      'contact.address_lines as addressLines',
      'contact.postcode',
      'contact.city',
      'contact.country',
      'contact.structure_type as structureType',
      'contact.acceptance',
      'contact.collectivity_type_id as collectivityTypeId',
      'contact.audience_category_id as audienceCategoryId',
      'contact.reference',
      'contact.remark',
      'contact.credit_cents as creditCents',
      'contact.no_letters_reason as noLettersReason',
      'relay.id as structureId',
      'relay.name as structureName',
      'contact.created_at as createdAt',
      'contact.version',
    ]);
}

/** Dated links between individuals and structures. */
export const contactLinkList = defineList({
  name: 'contact-links',
  table: 'contact_link',
  sort: ['startsOn', 'DESC'],
  fields: {
    kind: choice('contact_link.kind', ['relay', 'member']),
    individualId: uuid('contact_link.individual_id'),
    structureId: uuid('contact_link.structure_id'),
    startsOn: day('contact_link.starts_on'),
    endsOn: day('contact_link.ends_on', { nullable: true }),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('contact_link')
      .innerJoin('contact as individual', 'individual.id', 'contact_link.individual_id')
      .innerJoin('contact as structure', 'structure.id', 'contact_link.structure_id')
      .select([
        'contact_link.id',
        'contact_link.kind',
        'contact_link.individual_id as individualId',
        'individual.name as individualName',
        'contact_link.structure_id as structureId',
        'structure.name as structureName',
        'contact_link.starts_on as startsOn',
        'contact_link.ends_on as endsOn',
        'contact_link.version',
      ]),
  present: (row) => row,
});
