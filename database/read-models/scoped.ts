import { type RawBuilder, type SqlBool, sql } from 'kysely';
import type { LetterLanguage } from '../../rules/letters/letter-language.ts';
import type { OptionKind } from '../../rules/options/rights.ts';
import type { Database } from '../database.ts';
import type { Queries, Schema } from '../schema.ts';
import { type Served, servedCondition, servesAll } from './served.ts';

/**
 * Whose eyes a question is asked with: one institution, inside it the organisations of the reader's right, and of these
 * the clients and products they serve.
 */
export interface Scope {
  institutionId: string;
  /** `all` is for processes and the system; a person always has a list, which may be empty. */
  organisationIds: readonly string[] | 'all';
  /** Where options on seats and on products each have a right of their own: the organisations of each. */
  byKind?: Readonly<Record<OptionKind, readonly string[]>>;
  /** Left out for processes and the system, who serve all. */
  served?: Served;
  /** The reader, where rows of their own are asked for. */
  operatorId?: string;
  /** The language the reader is told names in, where they are kept in several. */
  locale?: LetterLanguage;
}

/**
 * How a row finds the organisation that owns it. `institution`: it belongs to the whole institution.
 * `shared`: a row without organisation serves them all. `through`: the row hangs on another one.
 * `kind`: it is about one kind of option, and seen where the right for that kind is held.
 * `own`: it belongs to the reader; `own-or-shared`: or its owner shares it with the institution.
 */
type Perimeter =
  | 'institution'
  | 'organisation'
  | 'kind'
  | 'shared'
  | 'itself'
  | 'operator'
  | 'own'
  | 'own-or-shared'
  | {
      through:
        | 'performance'
        | 'venue'
        | 'seat_plan'
        | 'logical_configuration'
        | 'sales_channel'
        | 'customer_order'
        | 'seat_option'
        | 'limitation_table'
        | 'option_profile'
        | 'rule_set'
        | 'bulk_run'
        | 'product';
      column: string;
    };

const perimeters = {
  audience_category: 'institution',
  audience_subcategory: 'institution',
  basket: 'organisation',
  booking_file: 'organisation',
  bulk_item: { through: 'bulk_run', column: 'run_id' },
  bulk_run: 'kind',
  channel_contingent: { through: 'sales_channel', column: 'channel_id' },
  claim: { through: 'performance', column: 'performance_id' },
  collectivity_type: 'institution',
  configuration_category: { through: 'logical_configuration', column: 'configuration_id' },
  configuration_seat: { through: 'logical_configuration', column: 'configuration_id' },
  contact: 'institution',
  contact_link: 'institution',
  contingent: 'shared',
  contingent_release: 'organisation',
  contingent_template: 'organisation',
  customer_order: 'organisation',
  decided_request: 'organisation',
  external_sale: 'organisation',
  gauge_check: 'institution',
  group_role: 'organisation',
  history: 'shared',
  institution: 'institution',
  letter: 'organisation',
  letter_template: 'organisation',
  limitation_cover: { through: 'limitation_table', column: 'limitation_table_id' },
  limitation_table: 'organisation',
  managed_rule: { through: 'rule_set', column: 'rule_set_id' },
  logical_configuration: 'organisation',
  operation: { through: 'customer_order', column: 'order_id' },
  operator: 'operator',
  operator_cover: 'institution',
  operator_identity: 'own',
  operator_preference: 'own',
  option_choice: { through: 'seat_option', column: 'option_id' },
  option_line: { through: 'seat_option', column: 'option_id' },
  option_profile: 'organisation',
  option_profile_cover: { through: 'option_profile', column: 'option_profile_id' },
  organisation: 'itself',
  performance: 'organisation',
  performance_seat: { through: 'performance', column: 'performance_id' },
  price: { through: 'performance', column: 'performance_id' },
  product: 'organisation',
  product_family: 'institution',
  product_line: { through: 'product', column: 'product_id' },
  recovery_code: 'own',
  release_plan: 'organisation',
  role: 'institution',
  rule_impact: 'organisation',
  rule_set: 'organisation',
  sales_channel: 'organisation',
  saved_view: 'own-or-shared',
  season: 'organisation',
  season_activity: 'organisation',
  second_factor: 'own',
  seat: { through: 'seat_plan', column: 'plan_id' },
  seat_category: { through: 'venue', column: 'venue_id' },
  seat_option: 'organisation',
  seat_plan: 'organisation',
  show_event: 'organisation',
  sign_in_setting: 'institution',
  space: 'organisation',
  stock: { through: 'performance', column: 'performance_id' },
  stock_category: { through: 'performance', column: 'performance_id' },
  venue: 'organisation',
} as const satisfies Partial<Record<keyof Schema, Perimeter>>;

/** A table that a screen may ask about; another one has no perimeter yet and cannot be asked. */
export type ScopedTable = keyof typeof perimeters;

/**
 * The one condition that every read carries: the wall (institution) and the perimeter (organisations, clients and
 * products served) of `table`, on top of row level security. `alias` is the name the query gives the table.
 */
export function scoped(scope: Scope, table: ScopedTable, alias: string = table): RawBuilder<SqlBool> {
  const housed = within(scope, table, alias);
  const served = servedCondition(scope.served ?? servesAll, scope.organisationIds, table, alias);
  return served === null ? housed : and(housed, served);
}

/** The wall and the perimeter by organisation; who works for none sees nothing but what is their own. */
function within(scope: Scope, table: ScopedTable, alias: string): RawBuilder<SqlBool> {
  const wallColumn = sql.ref(`${alias}.${table === 'institution' ? 'id' : 'institution_id'}`);
  const wall = sql<SqlBool>`${wallColumn} = ${scope.institutionId}::uuid`;
  const perimeter: Perimeter = perimeters[table];
  if (perimeter === 'own' || perimeter === 'own-or-shared') {
    const own = sql`${sql.ref(`${alias}.operator_id`)} = ${scope.operatorId ?? null}::uuid`;
    return and(wall, perimeter === 'own' ? own : sql`(${own} or ${sql.ref(`${alias}.shared`)})`);
  }
  if (scope.organisationIds === 'all') return wall;
  if (scope.organisationIds.length === 0) return sql<SqlBool>`false`;
  const mine = oneOf(scope.organisationIds);
  if (perimeter === 'kind') {
    const { seats, product } = scope.byKind ?? {
      seats: scope.organisationIds,
      product: scope.organisationIds,
    };
    const ofKind = sql`case ${sql.ref(`${alias}.kind`)} when 'seats' then ${[...seats]}::uuid[] else ${[...product]}::uuid[] end`;
    return and(wall, sql`${sql.ref(`${alias}.organisation_id`)} = any(${ofKind})`);
  }
  if (perimeter === 'institution') return wall;
  if (perimeter === 'organisation') return and(wall, sql`${sql.ref(`${alias}.organisation_id`)} = ${mine}`);
  if (perimeter === 'itself') return and(wall, sql`${sql.ref(`${alias}.id`)} = ${mine}`);
  if (perimeter === 'shared') {
    const owner = sql.ref(`${alias}.organisation_id`);
    return and(wall, sql`(${owner} is null or ${owner} = ${mine})`);
  }
  if (perimeter === 'operator') {
    // a colleague whose own perimeter reaches further than the reader's is out of reach
    const elsewhere = sql`select from operator_role elsewhere where elsewhere.operator_id = ${sql.ref(`${alias}.id`)} and elsewhere.organisation_id <> all(${[...scope.organisationIds]}::uuid[])`;
    return and(wall, sql`not exists (${elsewhere})`);
  }
  const owners = sql`select owner.id from ${sql.table(perimeter.through)} owner where owner.organisation_id = ${mine}`;
  return and(wall, sql`${sql.ref(`${alias}.${perimeter.column}`)} in (${owners})`);
}

/** What stands right of `=`. Most work for one organisation, and ten thousand rows are compared with one sooner than with a list. */
function oneOf(ids: readonly string[]): RawBuilder<unknown> {
  const [only] = ids;
  return ids.length === 1 ? sql`${only}::uuid` : sql`any(${[...ids]}::uuid[])`;
}

/** Asks inside the wall: one transaction of reads for one reader. */
export function readWithin<T>(
  database: Database,
  scope: Scope,
  work: (db: Queries, scope: Scope) => Promise<T>,
): Promise<T> {
  return database.read(scope.institutionId, (db) => work(db, scope));
}

function and(left: RawBuilder<SqlBool>, right: RawBuilder<unknown>): RawBuilder<SqlBool> {
  return sql<SqlBool>`${left} and ${right}`;
}
