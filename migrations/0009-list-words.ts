import { Migration } from '@mikro-orm/migrations';

/** What a word finds, as one value: a set of rows costs a step of the executor for each of them. */
const statements = [
  // Row level security keeps an index of patterns from being used: these doors open it for one institution, the reader's.
  `create function contact_ids_with(word text) returns uuid[] language sql stable security definer
    set search_path = public, pg_temp as $$
      select coalesce(array_agg(id), '{}') from contact
      where institution_id = (select current_institution()) and words like (search_patterns(array[word]))[1] $$`,
  `create function performance_ids_with(word text) returns uuid[] language sql stable security definer
    set search_path = public, pg_temp as $$
      select coalesce(array_agg(p.id), '{}') from performance p join show_event e on e.id = p.event_id
      where e.institution_id = (select current_institution())
        and search_text(' ' || e.name || ' ' || e.code) like (search_patterns(array[word]))[1] $$`,
  `revoke all on function contact_ids_with(text), performance_ids_with(text) from public`,
  `grant execute on function contact_ids_with(text), performance_ids_with(text) to placet_app`,
  `drop function contacts_with(text)`,
];

export class ListWords extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
