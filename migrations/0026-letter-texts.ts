import { Migration } from '@mikro-orm/migrations';

/** Rights of roles that exist: who could read, or act on, letters may do the same with what is new beside them. */
const given: readonly (readonly [held: string, added: string])[] = [
  ['letters.letters:read', 'letters.templates:read'],
  ['letters.mail-hold:execute', 'letters.templates:create'],
  ['letters.mail-hold:execute', 'letters.templates:modify'],
  ['letters.mail-hold:execute', 'letters.templates:delete'],
  ['letters.mail-hold:execute', 'letters.templates:execute'],
  ['letters.mail-hold:execute', 'letters.bounces:execute'],
];

const pairs = given.map(([held, added], place) => `('${held}', '${added}', ${place})`).join(', ');

/** The houses' own texts of letters, which kinds they send, whom they do not write to, and letters sent to try a text. */
const statements = [
  `create table "letter_template" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "organisation_id" uuid not null, "kind" text not null, "language" text not null, "number" int not null, "state" text not null default 'draft', "content" jsonb not null, "written_by_id" uuid null, "written_at" timestamptz(3) not null default now(), "published_by_id" uuid null, "published_at" timestamptz(3) null, "superseded_at" timestamptz(3) null, "version" int not null default 1, primary key ("id"))`,
  `alter table "letter_template" add constraint "letter_template_number" unique ("organisation_id", "kind", "language", "number")`,
  `create unique index letter_template_published on letter_template (organisation_id, kind, language) where state = 'published'`,
  `create unique index letter_template_draft on letter_template (organisation_id, kind, language) where state = 'draft'`,
  `alter table "letter_template" add constraint "letter_template_state" check (state in ('draft', 'published', 'superseded'))`,
  `alter table "letter_template" add constraint "letter_template_language" check (language in ('fr', 'en', 'de', 'es', 'it'))`,
  `alter table "letter_template" add constraint "letter_template_institution_id_foreign" foreign key ("institution_id") references "institution" ("id")`,
  `alter table "letter_template" add constraint "letter_template_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete cascade`,
  `alter table "letter_template" add constraint "letter_template_written_by_id_foreign" foreign key ("written_by_id") references "operator" ("id") on delete set null`,
  `alter table "letter_template" add constraint "letter_template_published_by_id_foreign" foreign key ("published_by_id") references "operator" ("id") on delete set null`,
  `alter table letter_template enable row level security`,
  `create policy wall on letter_template to placet_app using (institution_id = (select current_institution())) with check (institution_id = (select current_institution()))`,
  `grant select, insert, update, delete on letter_template to placet_app`,
  // A text that was published once is what letters were written by: it never changes.
  `create function guard_published_text() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      if old.state <> 'draft' and (new.content, new.kind, new.language) is distinct from (old.content, old.kind, old.language) then
        raise exception 'published texts do not change' using errcode = 'check_violation', constraint = 'letter_template_frozen';
      end if;
      return new;
    end $$`,
  `create trigger letter_template_frozen before update on letter_template for each row execute function guard_published_text()`,

  // Kinds a house may send or not; until now confirmations and refusals went out, and nothing else of these.
  `alter table organisation add column letter_kinds jsonb not null default '["confirmation", "refusal"]'`,
  // Why a contact, or the contact of one option, is not written to.
  `alter table contact add column no_letters_reason text null`,
  `alter table seat_option add column no_letters_reason text null`,
  // A letter sent to whoever tries a text: it goes the way of all letters and is none.
  `alter table letter add column test boolean not null default false`,

  `with given (held, added, place) as (values ${pairs}),
    wider as (
      select r.id, r.institution_id, r.rights as before,
        r.rights || coalesce((select jsonb_agg(told.added order by told.place) from (
          select g.added, min(g.place) as place from given g where r.rights ? g.held and not r.rights ? g.added group by g.added
        ) told), '[]') as after
      from role r
    ),
    changed as (
      update role set rights = w.after, version = role.version + 1 from wider w
      where role.id = w.id and w.after <> w.before
      returning role.id, role.institution_id, w.before, w.after
    )
    insert into history (id, at, institution_id, actor_type, actor_id, actor_name, verb, subject_type, subject_id, before, after, request_id)
    select uuidv7(), now(), institution_id, 'system', 'migration', 'Placet', 'change', 'role', id,
      jsonb_build_object('rights', before), jsonb_build_object('rights', after), '0026-letter-texts'
    from changed`,
];

/** See `statements`. */
export class LetterTexts extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
