import { Migration } from '@mikro-orm/migrations';

const table = (name: string, columns: string) => [
  `create table "${name}" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "contact_id" uuid not null, "relay_id" uuid null, "token_hash" text not null, ${columns}, primary key ("id"))`,
  `alter table "${name}" add constraint "${name}_token_hash_unique" unique ("token_hash")`,
  `create index "${name}_contact_id_index" on "${name}" ("contact_id")`,
  `alter table "${name}" add constraint "${name}_institution_id_foreign" foreign key ("institution_id") references "institution" ("id")`,
  `alter table "${name}" add constraint "${name}_contact_id_foreign" foreign key ("contact_id") references "contact" ("id") on delete cascade`,
  `alter table "${name}" add constraint "${name}_relay_id_foreign" foreign key ("relay_id") references "contact" ("id") on delete cascade`,
  `alter table ${name} enable row level security`,
  `create policy wall on ${name} to placet_app using (institution_id = (select current_institution())) with check (institution_id = (select current_institution()))`,
  `grant select, insert, update, delete on ${name} to placet_app`,
];

/** One-time links into a contact's own space, the sessions they open, and who may send one. */
const statements = [
  ...table(
    'contact_access',
    `"created_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null, "used_at" timestamptz(3) null`,
  ),
  ...table(
    'contact_session',
    `"email_hash" text not null, "opened_at" timestamptz(3) not null, "expires_at" timestamptz(3) not null`,
  ),
  `alter table history drop constraint history_actor_type,
    add constraint history_actor_type check (actor_type in ('operator', 'contact', 'process', 'system'))`,
  // Everything an access depends on, as it is now.
  `create function contact_access_facts(sought uuid, relay_sought uuid) returns jsonb language sql stable
    set search_path = public, pg_temp as $$
      select jsonb_build_object('institutionId', h.institution_id, 'institutionName', i.name,
        'holder', jsonb_build_object('id', h.id, 'number', h.number, 'kind', h.kind, 'name', h.name, 'email', h.email,
          'locale', h.locale, 'structureType', h.structure_type, 'acceptance', h.acceptance),
        'relay', (select jsonb_build_object('id', r.id, 'number', r.number, 'kind', r.kind, 'name', r.name, 'email', r.email,
            'locale', r.locale, 'structureType', null, 'acceptance', null,
            'linked', exists (select from contact_link l where l.individual_id = r.id and l.structure_id = h.id and l.kind = 'relay'
              and l.starts_on <= current_date and coalesce(l.ends_on, current_date) >= current_date))
          from contact r where r.id = relay_sought),
        'channels', coalesce((select jsonb_agg(jsonb_build_object('id', c.id, 'kind', c.kind, 'organisationId', o.id,
            'organisationName', o.name) order by o.code, c.code)
          from sales_channel c join organisation o on o.id = c.organisation_id
          where c.institution_id = h.institution_id and c.active), '[]'))
      from contact h join institution i on i.id = h.institution_id where h.id = sought $$`,
  // Whom a number and an address stand for: a person, who acts for the structure when they are relay of exactly one, or a
  // structure, by its own address or by that of a relay.
  `create function contact_access_candidates(sought_number int, sought_email text) returns setof jsonb language sql stable
    security definer set search_path = public, pg_temp as $$
      select contact_access_facts(coalesce(one.id, c.id), case when one.id is not null then c.id end)
      from institution i join contact c on c.institution_id = i.id and c.number = sought_number
      left join lateral (
        select min(l.structure_id::text)::uuid as id from contact_link l
        where l.individual_id = c.id and l.kind = 'relay' and l.starts_on <= current_date
          and coalesce(l.ends_on, current_date) >= current_date having count(*) = 1) one on true
      where c.kind = 'individual' and lower(c.email) = lower(sought_email)
      union all
      select contact_access_facts(c.id, who.id)
      from institution i join contact c on c.institution_id = i.id and c.number = sought_number
      cross join lateral (
        select r.id from contact_link l join contact r on r.id = l.individual_id
        where l.structure_id = c.id and l.kind = 'relay' and l.starts_on <= current_date
          and coalesce(l.ends_on, current_date) >= current_date and lower(r.email) = lower(sought_email)
        union all
        select null where lower(c.email) = lower(sought_email)
        order by id nulls last limit 1) who
      where c.kind = 'structure' $$`,
  // Where a link leads; the token itself is known to its reader only.
  `create function contact_access_place(sought_hash text) returns table (id uuid, institution_id uuid) language sql stable
    security definer set search_path = public, pg_temp as $$
      select a.id, a.institution_id from contact_access a where a.token_hash = sought_hash $$`,
  // Who is behind a contact's session; asked with every request of theirs.
  `create function contact_session_facts(sought_hash text) returns jsonb language sql stable security definer
    set search_path = public, pg_temp as $$
      select contact_access_facts(s.contact_id, s.relay_id)
        || jsonb_build_object('sessionId', s.id, 'emailHash', s.email_hash, 'expiresAt', s.expires_at)
      from contact_session s where s.token_hash = sought_hash and s.expires_at > now() $$`,
  `revoke all on function contact_access_facts(uuid, uuid), contact_access_candidates(int, text), contact_access_place(text),
    contact_session_facts(text) from public`,
  `grant execute on function contact_access_facts(uuid, uuid), contact_access_candidates(int, text), contact_access_place(text),
    contact_session_facts(text) to placet_app`,
  `with changed as (
      update role set rights = rights || '["contacts.access:execute"]'::jsonb, version = version + 1
      where rights ? 'contacts.contacts:modify' and not rights ? 'contacts.access:execute'
      returning id, institution_id, rights)
    insert into history (id, at, institution_id, actor_type, actor_id, actor_name, verb, subject_type, subject_id, before, after, request_id)
    select uuidv7(), now(), institution_id, 'system', 'migration', 'Placet', 'change', 'role', id,
      jsonb_build_object('rights', rights - 'contacts.access:execute'), jsonb_build_object('rights', rights), '0032-contact-space'
    from changed`,
];

/** See `statements`. */
export class ContactSpace extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
