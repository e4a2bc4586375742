import { Migration } from '@mikro-orm/migrations';

/** Lists tell their pages and totals from indexes, and a search makes its patterns once, not once a row. */
const statements = [
  `alter table show_event add column words text not null generated always as (search_text(' ' || name || ' ' || code)) stored`,
  `create index show_event_name on show_event (institution_id, name, id)`,
  // Row level security keeps an index of patterns from being used: these doors open it for one institution, the reader's.
  // The first word is looked up, so the most telling one goes first. A pattern in a sub-select is made once.
  `create function contact_ids_with(sought text[]) returns uuid[] language sql stable security definer
    set search_path = public, pg_temp as $$
      select coalesce(array_agg(id), '{}') from contact
      where institution_id = (select current_institution()) and words like (select (search_patterns(sought))[1])
        and words like all ((select (search_patterns(sought))[2:])::text[]) $$`,
  `create function performance_ids_with(sought text[]) returns uuid[] language sql stable security definer
    set search_path = public, pg_temp as $$
      select coalesce(array_agg(p.id), '{}') from performance p join show_event e on e.id = p.event_id
      where e.institution_id = (select current_institution())
        and e.words like all ((select search_patterns(sought))::text[]) $$`,
  // Which of the words an event has, each combination once: at most nine, more being too many to be told apart.
  `create function event_words(sought text[]) returns table (known text[]) language sql stable security definer
    set search_path = public, pg_temp as $$
      select distinct had.known from show_event e, lateral (
        select array_agg(given.word order by given.place) as known
        from unnest(sought, (select search_patterns(sought))) with ordinality as given(word, pattern, place)
        where e.words like given.pattern
      ) had
      where e.institution_id = (select current_institution()) and had.known is not null
      limit 9 $$`,
  `create or replace function find_contacts(sought text[], most int) returns setof uuid language sql stable security definer
    set search_path = public, pg_temp as $$
      select id from (
        select id, name from contact
        where institution_id = (select current_institution()) and words like (select (search_patterns(sought))[1])
          and words like all ((select (search_patterns(sought))[2:])::text[])
        limit 2000
      ) found
      order by not search_text(name) ^@ (select search_text(sought[1])), name, id limit most $$`,
  `revoke all on function contact_ids_with(text[]), performance_ids_with(text[]), event_words(text[]) from public`,
  `grant execute on function contact_ids_with(text[]), performance_ids_with(text[]), event_words(text[]) to placet_app`,
  `drop function contact_ids_with(text)`,
  `drop function performance_ids_with(text)`,
  // The words are kept beside the contact: the index of words made anew serves nobody any longer.
  `drop index contact_words`,
  // The same indexes with what a page and its total ask besides, so that they are read without their rows.
  `drop index seat_option_institution_id_state_id_index`,
  `create index seat_option_state on seat_option (institution_id, state, id) include (organisation_id)`,
  `drop index seat_option_starts`,
  `create index seat_option_starts on seat_option (institution_id, performance_starts_at, id) include (organisation_id, state)`,
  `drop index seat_option_running`,
  `create index seat_option_running on seat_option (institution_id, confirmation_due_at, id) include (organisation_id) where state = 'placed'`,
  // Most options are in no order: a placement then writes one index less.
  `drop index seat_option_order_id_index`,
  `create index seat_option_order on seat_option (order_id) where order_id is not null`,
];

export class ListTotals extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
