import { Migration } from '@mikro-orm/migrations';

/** Finding people by what one remembers of them, at 100,000 contacts; and the sign of life of the workers. */
const statements = [
  `create extension if not exists pg_trgm`,
  `create extension if not exists unaccent`,
  // As one types it: small letters, no accents, no punctuation. Said to be immutable, since its dictionary is fixed.
  `create function search_text(told text) returns text language sql immutable strict parallel safe
    return translate(lower(public.unaccent('public.unaccent'::regdictionary, told)), '''"-_/(),;:.', '           ')`,
  // Words of three letters are found anywhere, shorter ones at the beginning of a word.
  `create function search_patterns(words text[]) returns text[] language sql immutable strict parallel safe
    return array(
      select case when length(word) < 3 then '% ' else '%' end || replace(replace(search_text(word), '\\', '\\\\'), '%', '\\%') || '%'
      from unnest(words) with ordinality as given(word, place) order by place)`,
  `create function contact_words(name text, email text, city text, postcode text, phone text) returns text
    language sql immutable parallel safe
    return search_text(' ' || name || ' ' || coalesce(email, '') || ' ' || coalesce(city, '') || ' ' || coalesce(postcode, '')
      || ' ' || coalesce(regexp_replace(phone, '\\D', '', 'g'), ''))`,
  `create index contact_words on contact using gin (contact_words(name, email, city, postcode, phone) gin_trgm_ops)`,
  // Row level security keeps an index of patterns from being used: this door opens it for one institution, the reader's.
  `create function find_contacts(sought text[], most int) returns setof uuid language sql stable security definer
    set search_path = public, pg_temp as $$
      select id from (
        select id, name from contact
        where institution_id = (select current_institution())
          and contact_words(name, email, city, postcode, phone) like (search_patterns(sought))[1]
          and contact_words(name, email, city, postcode, phone) like all (search_patterns(sought))
        limit 2000
      ) found
      order by not search_text(name) ^@ search_text(sought[1]), name, id limit most $$`,
  `create table "worker_beat" ("id" uuid not null default uuidv7(), "started_at" timestamptz(3) not null, "beat_at" timestamptz(3) not null, "temporal" text not null, "mail" text not null, primary key ("id"))`,
  `alter table "worker_beat" add constraint "worker_beat_temporal" check (temporal in ('ok', 'unreachable'))`,
  `alter table "worker_beat" add constraint "worker_beat_mail" check (mail in ('ok', 'unreachable'))`,
  `grant select, insert, update, delete on worker_beat to placet_app`,
  `revoke all on function find_contacts(text[], int) from public`,
  `grant execute on function find_contacts(text[], int) to placet_app`,
];

export class Search extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
