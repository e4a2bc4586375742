import { Migration } from '@mikro-orm/migrations';

/**
 * The lists of options by performance, by event and by date of request are counted, and those of a performance ordered, from
 * an index alone: ten thousand rows of the table need not be fetched for a total.
 */
const statements = [
  `create index seat_option_requested on seat_option (institution_id, requested_at, id) include (organisation_id, kind)`,
  `drop index "seat_option_institution_id_requested_at_id_index"`,
  `create index seat_option_performance on seat_option (performance_id, number, id)
    include (institution_id, organisation_id, kind)`,
  `drop index "seat_option_performance_id_index"`,
];

/** See `statements`. */
export class ListCounts extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
