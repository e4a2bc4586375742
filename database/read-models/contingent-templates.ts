import { sql } from 'kysely';
import type { TemplateShare } from '../../rules/stock/plan-template.ts';
import type { Queries } from '../schema.ts';
import { defineList } from './list.ts';
import { text, uuid } from './list-fields.ts';
import type { Scope } from './scoped.ts';
import { toldName } from './told-name.ts';

/** Templates of contingents, with what each contingent has of each category. */
export const contingentTemplateList = defineList({
  name: 'contingent-templates',
  table: 'contingent_template',
  sort: ['name', 'ASC'],
  fields: {
    organisationId: uuid('contingent_template.organisation_id'),
    venueId: uuid('contingent_template.venue_id'),
    venueName: text('venue.name', { searched: true }),
    configurationId: uuid('contingent_template.configuration_id', { nullable: true }),
    code: text('contingent_template.code', { searched: true }),
    name: text('contingent_template.name', { searched: true }),
  },
  rows: (db: Queries, scope: Scope) =>
    db
      .selectFrom('contingent_template')
      .innerJoin('venue', 'venue.id', 'contingent_template.venue_id')
      .innerJoin('contingent', 'contingent.id', 'contingent_template.rest_contingent_id')
      .leftJoin('logical_configuration', 'logical_configuration.id', 'contingent_template.configuration_id')
      .select([
        'contingent_template.id',
        'contingent_template.organisation_id as organisationId',
        'contingent_template.venue_id as venueId',
        'venue.name as venueName',
        'contingent_template.configuration_id as configurationId',
        'logical_configuration.name as configurationName',
        'contingent_template.rest_contingent_id as restContingentId',
        toldName(scope, 'contingent').as('restContingentName'),
        'contingent_template.code',
        'contingent_template.name',
        sql<TemplateShare[]>`(select coalesce(json_agg(json_build_object('seatCategoryId', s.seat_category_id,
            'contingentId', s.contingent_id, 'quantity', s.quantity, 'percent', s.percent, 'seatIds', s.seat_ids)
            order by s.position), '[]')
          from template_share s where s.template_id = contingent_template.id)`.as('shares'),
        'contingent_template.version',
      ]),
  present: (row) => ({ ...row, shares: row.shares.map((share) => ({ ...share, seatIds: listOf(share) })) }),
});

function listOf({ seatIds }: TemplateShare): string[] | null {
  return seatIds === null ? null : [...seatIds];
}
