import { Migration } from '@mikro-orm/migrations';

/**
 * Options are counted from an index alone, whichever way they are found: ten thousand rows of the table need not be fetched
 * for a total. By performance and by contact what a count asks besides stands in the key, not beside it: equal keys are kept
 * once with the places of their rows, so that these indexes stay as small as without it.
 */
const statements = [
  `create index seat_option_requested on seat_option (institution_id, requested_at, id) include (organisation_id, kind)`,
  `drop index "seat_option_institution_id_requested_at_id_index"`,
  `create index seat_option_performance on seat_option (performance_id, state, kind, organisation_id, institution_id)`,
  `drop index "seat_option_performance_id_index"`,
  `create index seat_option_contact on seat_option (contact_id, performance_id, state, kind, organisation_id, institution_id)`,
  `drop index "seat_option_contact_id_index"`,
  `drop index seat_option_running`,
  `create index seat_option_running on seat_option (institution_id, confirmation_due_at, id) include (organisation_id, kind, number) where state = 'placed'`,
];

/** See `statements`. */
export class ListCounts extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
