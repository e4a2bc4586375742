import { Migration } from '@mikro-orm/migrations';

/**
 * Options by their date of request are counted from an index alone: ten thousand rows of the table need not be fetched for a
 * total. The index by performance stays as small as it is: searches read much of it.
 */
const statements = [
  `create index seat_option_requested on seat_option (institution_id, requested_at, id) include (organisation_id, kind)`,
  `drop index "seat_option_institution_id_requested_at_id_index"`,
];

/** See `statements`. */
export class ListCounts extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
