import { Migration } from '@mikro-orm/migrations';

const statements = [
  // Pages in the order of numbers, the usual one, are found in the index that keeps numbers unique, without their rows.
  `create unique index seat_option_number on seat_option (institution_id, number) include (id, organisation_id, kind, state, performance_id)`,
  `alter table seat_option drop constraint "seat_option_institution_id_number_unique"`,
  // One or two letters begin a word: the index of patterns takes what follows an @ or a point for a beginning too, and each
  // contact has one in its address. Here beginnings are found as they are.
  `create function word_beginnings(words text) returns text[] language sql immutable strict parallel safe
    return array(select distinct left(word, size) from string_to_table(words, ' ') word, generate_series(1, 2) size where word <> '')`,
  `create index contact_beginnings on contact using gin (word_beginnings(words))`,
  `create or replace function contact_ids_with(sought text[]) returns uuid[] language sql stable security definer
    set search_path = public, pg_temp as $$
      with told as materialized (
        select array_agg(search_text(word)) as beginnings, bool_and(search_text(word) ~ '^[^ ]{1,2}$') as short from unnest(sought) word
      )
      select coalesce(array_agg(id), '{}') from (
        select id from contact
        where institution_id = (select current_institution()) and not (select short from told)
          and words like (select (search_patterns(sought))[1]) and words like all ((select (search_patterns(sought))[2:])::text[])
        union all
        select id from contact
        where institution_id = (select current_institution()) and (select short from told)
          and word_beginnings(words) @> (select beginnings from told)
      ) found $$`,
];

/** Lists find their pages, and contacts by a letter or two, by looking at less. */
export class ListPages extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
