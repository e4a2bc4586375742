import { Migration } from '@mikro-orm/migrations';

/** Lists searched by words of a contact, and the queues of the day, without looking at every row. */
const statements = [
  // Kept, not made anew for each row that is looked at: the pattern index names candidates, which are then compared.
  `alter table contact add column words text not null generated always as (contact_words(name, email, city, postcode, phone)) stored`,
  `create index contact_words_kept on contact using gin (words gin_trgm_ops)`,
  // Row level security keeps an index of patterns from being used: this door opens it for one institution, the reader's.
  `create function contacts_with(word text) returns setof uuid language sql stable security definer rows 50
    set search_path = public, pg_temp as $$
      select id from contact
      where institution_id = (select current_institution()) and words like (search_patterns(array[word]))[1] $$`,
  `revoke all on function contacts_with(text) from public`,
  `grant execute on function contacts_with(text) to placet_app`,
  `create index seat_option_running on seat_option (institution_id, confirmation_due_at, id) where state = 'placed'`,
  `create index seat_option_starts on seat_option (institution_id, performance_starts_at, id)`,
];

export class ListSearch extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
