import { Migration } from '@mikro-orm/migrations';

const tables = ['second_factor', 'recovery_code', 'operator_identity', 'sign_in_setting', 'group_role'];

const toInstitution = (table: string) =>
  `alter table "${table}" add constraint "${table}_institution_id_foreign" foreign key ("institution_id") references "institution" ("id")`;
const toOperator = (table: string) =>
  `alter table "${table}" add constraint "${table}_operator_id_foreign" foreign key ("operator_id") references "operator" ("id") on delete cascade`;

/** Sessions that can be named and listed, a second factor, and accounts that another issuer vouches for. */
const statements = [
  // A session is named by an id of its own: the one in the cookie is a secret.
  `alter table operator_session add column id uuid not null default uuidv7()`,
  `alter table operator_session add column operator_id uuid generated always as ((sess ->> 'operatorId')::uuid) stored`,
  `create index operator_session_operator on operator_session (operator_id) where operator_id is not null`,

  `create table "second_factor" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "operator_id" uuid not null, "sealed_secret" text not null, "confirmed_at" timestamptz(3) null, "last_step" int null, primary key ("id"))`,
  `alter table "second_factor" add constraint "second_factor_operator_id_unique" unique ("operator_id")`,
  toInstitution('second_factor'),
  toOperator('second_factor'),
  `create table "recovery_code" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "operator_id" uuid not null, "code_hash" text not null, primary key ("id"))`,
  `create index "recovery_code_operator_id_index" on "recovery_code" ("operator_id")`,
  toInstitution('recovery_code'),
  toOperator('recovery_code'),
  `create table "operator_identity" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "operator_id" uuid not null, "issuer" text not null, "subject" text not null, "linked_at" timestamptz(3) not null, primary key ("id"))`,
  `alter table "operator_identity" add constraint "operator_identity_issuer_subject_unique" unique ("issuer", "subject")`,
  `create index "operator_identity_operator_id_index" on "operator_identity" ("operator_id")`,
  toInstitution('operator_identity'),
  toOperator('operator_identity'),
  `create table "sign_in_setting" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "second_factor_role_ids" jsonb not null default '[]', "creates_operators" boolean not null default false, "version" int not null default 1, primary key ("id"))`,
  `alter table "sign_in_setting" add constraint "sign_in_setting_institution_id_unique" unique ("institution_id")`,
  toInstitution('sign_in_setting'),
  `create table "group_role" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "group_name" text not null, "role_id" uuid not null, "organisation_id" uuid not null, primary key ("id"))`,
  `alter table "group_role" add constraint "group_role_unique" unique ("institution_id", "group_name", "role_id", "organisation_id")`,
  toInstitution('group_role'),
  `alter table "group_role" add constraint "group_role_role_id_foreign" foreign key ("role_id") references "role" ("id") on delete cascade`,
  `alter table "group_role" add constraint "group_role_organisation_id_foreign" foreign key ("organisation_id") references "organisation" ("id") on delete cascade`,
  `alter table "operator_role" add column "by_group" boolean not null default false`,
  ...tables.flatMap((table) => [
    `alter table ${table} enable row level security`,
    `create policy wall on ${table} to placet_app using (institution_id = (select current_institution())) with check (institution_id = (select current_institution()))`,
    `grant select, insert, update, delete on ${table} to placet_app`,
  ]),

  // What a session must have shown to count changes with these; a code that is used changes nothing of it.
  `create trigger access_changed after insert or delete or update of confirmed_at on second_factor
    for each row execute function access_changed()`,
  `create trigger access_changed after insert or update or delete on sign_in_setting
    for each row execute function access_changed()`,
  // Whether an operator has a second factor, or holds a role that asks for one.
  `create function operator_second_factor(sought uuid) returns text language sql stable security definer
    set search_path = public, pg_temp as $$
      select case
        when exists (select from second_factor f where f.operator_id = sought and f.confirmed_at is not null) then 'enrolled'
        when exists (
          select from operator_role g join sign_in_setting s on s.institution_id = g.institution_id
          where g.operator_id = sought and s.second_factor_role_ids ? g.role_id::text
        ) then 'required'
        else 'none' end $$`,
  // The institution whose operators an issuer vouches for: the one of that code, or the only one there is.
  `create function issuer_institution(sought text) returns uuid language sql stable security definer
    set search_path = public, pg_temp as $$
      select i.id from institution i
      where i.code = sought or (sought is null and (select count(*) from institution) = 1) $$`,
  `revoke all on function operator_second_factor(uuid), issuer_institution(text) from public`,
  `grant execute on function operator_second_factor(uuid), issuer_institution(text) to placet_app`,
];

/** See `statements`. */
export class SignIn extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
