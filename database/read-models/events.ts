import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { text, uuid } from './list-fields.ts';

/** Families of products, shared by the institution. */
export const productFamilyList = defineList({
  name: 'product-families',
  table: 'product_family',
  sort: ['name', 'ASC'],
  fields: {
    code: text('product_family.code', { searched: true }),
    name: text('product_family.name', { searched: true }),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('product_family')
      .select([
        'product_family.id',
        'product_family.code',
        'product_family.name',
        'product_family.names',
        'product_family.version',
      ]),
  present: (row) => row,
});

/** Shows of the seasons, and the visits of products. */
export const eventList = defineList({
  name: 'events',
  table: 'show_event',
  sort: ['name', 'ASC'],
  fields: {
    organisationId: uuid('show_event.organisation_id'),
    seasonId: uuid('show_event.season_id'),
    activityId: uuid('show_event.activity_id'),
    familyId: uuid('show_event.family_id'),
    code: text('show_event.code', { searched: true }),
    name: text('show_event.name', { searched: true }),
    externalId: text('show_event.external_id', { nullable: true }),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('show_event')
      .where('show_event.kind', '<>', 'article')
      .select([
        'show_event.id',
        'show_event.organisation_id as organisationId',
        'show_event.season_id as seasonId',
        'show_event.activity_id as activityId',
        'show_event.family_id as familyId',
        'show_event.code',
        'show_event.name',
        'show_event.names',
        'show_event.external_id as externalId',
        'show_event.version',
      ]),
  present: (row) => row,
});
