import { sql } from 'kysely';
import type { Queries } from '../../database/schema.ts';
import type { ReasonCode } from '../../rules/messages/codes.ts';
import type { Reason } from '../../rules/options/allowed-actions.ts';

/** What people call the rows that may hang on a settings record. */
const usedBy: Readonly<Record<string, ReasonCode>> = {
  audience_subcategory: 'usedBy.audienceSubcategories',
  booking_file: 'usedBy.orders',
  channel_contingent: 'usedBy.channels',
  collectivity_type: 'usedBy.collectivityTypes',
  configuration_category: 'usedBy.configurations',
  contact: 'usedBy.contacts',
  contact_link: 'usedBy.contactLinks',
  contingent: 'usedBy.contingents',
  contingent_release: 'usedBy.releases',
  contingent_template: 'usedBy.templates',
  customer_order: 'usedBy.orders',
  letter: 'usedBy.letters',
  limitation_cover: 'usedBy.limitationTables',
  limitation_table: 'usedBy.limitationTables',
  logical_configuration: 'usedBy.configurations',
  operation: 'usedBy.orders',
  operator_cover: 'usedBy.operators',
  operator_role: 'usedBy.operators',
  option_choice: 'usedBy.options',
  option_line: 'usedBy.options',
  option_profile: 'usedBy.optionProfiles',
  option_profile_cover: 'usedBy.optionProfiles',
  performance: 'usedBy.performances',
  price: 'usedBy.prices',
  product: 'usedBy.products',
  product_choice: 'usedBy.products',
  product_line: 'usedBy.products',
  product_price: 'usedBy.products',
  release_plan: 'usedBy.releasePlans',
  sales_channel: 'usedBy.channels',
  season: 'usedBy.seasons',
  season_activity: 'usedBy.activities',
  seat_category: 'usedBy.seatCategories',
  seat_option: 'usedBy.options',
  seat_plan: 'usedBy.seatPlans',
  show_event: 'usedBy.events',
  space: 'usedBy.spaces',
  stock: 'usedBy.stock',
  stock_category: 'usedBy.stock',
  template_share: 'usedBy.templates',
  venue: 'usedBy.venues',
};

/** Counted no further than this: one is enough to refuse, the number only helps to find them. */
const countedUses = 1_000;

/**
 * What stands in the way of deleting a record: for each kind of rows that refer to it, how many. Foreign keys say which
 * tables may refer to it; rows that go with the record are not counted.
 */
export async function usesOf(db: Queries, table: string, id: string): Promise<Reason[]> {
  const { rows: references } = await sql<{ table: string; column: string }>`
    select c.conrelid::regclass::text as "table", a.attname as "column"
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1]
    where c.contype = 'f' and c.confrelid = ${table}::regclass and c.confdeltype in ('a', 'r')
    order by 1, 2`.execute(db);
  const counts = new Map<ReasonCode, number>();
  for (const { table: user, column } of references) {
    const code = usedBy[user];
    if (code === undefined) continue;
    const { rows } = await sql<{ uses: number }>`select count(*)::int as uses
      from (select 1 from ${sql.table(user)} where ${sql.ref(column)} = ${id}::uuid limit ${countedUses}) used`.execute(
      db,
    );
    const uses = rows[0]?.uses ?? 0;
    if (uses > 0) counts.set(code, Math.max(uses, counts.get(code) ?? 0));
  }
  return [...counts].map(([code, count]) => ({ code, values: { count } }));
}
