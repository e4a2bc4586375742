import { sql } from 'kysely';
import type { Queries } from '../schema.ts';
import { coveredIds } from './covered-ids.ts';
import { defineList } from './list.ts';
import { flag, text, uuid } from './list-fields.ts';

/** Roles of the institution. */
export const roleList = defineList({
  name: 'roles',
  table: 'role',
  sort: ['name', 'ASC'],
  fields: {
    code: text('role.code', { searched: true }),
    name: text('role.name', { searched: true }),
  },
  rows: (db: Queries) =>
    db
      .selectFrom('role')
      .select(['role.id', 'role.code', 'role.name', 'role.names', 'role.rights', 'role.version'])
      .select(
        sql<string[]>`coalesce((
          select jsonb_agg(distinct held.organisation_id) from operator_role held where held.role_id = role.id), '[]')`.as(
          'organisationIds',
        ),
      ),
  present: (row) => row,
});

/** People who work in the console and their roles; never a password, nor what became of it. */
export const operatorList = defineList({
  name: 'operators',
  table: 'operator',
  sort: ['name', 'ASC'],
  fields: {
    email: text('operator.email', { searched: true }),
    name: text('operator.name', { searched: true }),
    disabled: flag('operator.disabled'),
    demo: flag('operator.demo'),
    organisationId: uuid('operator_role.organisation_id', {
      among: { from: 'operator_role', key: 'operator_role.operator_id' },
    }),
    roleId: uuid('operator_role.role_id', {
      among: { from: 'operator_role', key: 'operator_role.operator_id' },
    }),
  },
  rows: operatorRows,
  present: (row) => row,
});

function operatorRows(db: Queries) {
  const operators = db
    .selectFrom('operator')
    .select([
      'id',
      'institution_id',
      'email',
      'name',
      'locale',
      'demo',
      'every_audience',
      'every_family',
      'version',
    ])
    .select(sql<boolean>`(disabled_at is not null)`.as('disabled'))
    .as('operator');
  return db
    .selectFrom(operators)
    .select([
      'operator.id',
      'operator.email',
      'operator.name',
      'operator.locale',
      'operator.demo',
      'operator.disabled',
      'operator.every_audience as everyAudience',
      'operator.every_family as everyFamily',
      'operator.version',
    ])
    .select(
      sql<{ roleId: string; organisationId: string }[]>`coalesce((
        select jsonb_agg(jsonb_build_object('roleId', held.role_id, 'organisationId', held.organisation_id)
          order by held.organisation_id, held.role_id)
        from operator_role held where held.operator_id = operator.id), '[]')`.as('roles'),
    )
    .select([
      coveredIds('operator_cover', 'operator', 'audience_category_id').as('audienceCategoryIds'),
      coveredIds('operator_cover', 'operator', 'family_id').as('familyIds'),
    ]);
}
