import { Migration } from '@mikro-orm/migrations';

const tables = ['rule_set', 'managed_rule', 'rule_impact', 'decided_request'];

function reference(table: string, column: string, target: string, rule: 'cascade' | 'set null'): string {
  return `alter table "${table}" add constraint "${table}_${column}_foreign" foreign key ("${column}") references "${target}" ("id") on delete ${rule}`;
}

/** The houses' own rules in versions, the impact of a version, and the requests it is worked out on. */
const statements = [
  `alter table "organisation" add column "rules_second_person" boolean not null default false`,
  `create table "rule_set" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "organisation_id" uuid not null, "number" int not null, "state" text not null default 'draft', "note" text not null default '', "edition" int not null default 1, "based_on_id" uuid null, "written_by_id" uuid null, "written_at" timestamptz(3) not null default now(), "published_by_id" uuid null, "published_at" timestamptz(3) null, "effective_at" timestamptz(3) null, "superseded_at" timestamptz(3) null, "version" int not null default 1, primary key ("id"))`,
  `alter table "rule_set" add constraint "rule_set_organisation_id_number_unique" unique ("organisation_id", "number")`,
  `alter table "rule_set" add constraint "rule_set_state" check (state in ('draft', 'simulated', 'published', 'superseded'))`,
  `alter table "rule_set" add constraint "rule_set_dates" check ((state in ('published', 'superseded')) = (effective_at is not null) and superseded_at >= effective_at)`,
  `alter table "rule_set" add constraint "rule_set_institution_id_foreign" foreign key ("institution_id") references "institution" ("id")`,
  reference('rule_set', 'organisation_id', 'organisation', 'cascade'),
  reference('rule_set', 'written_by_id', 'operator', 'set null'),
  reference('rule_set', 'published_by_id', 'operator', 'set null'),
  `create table "managed_rule" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "rule_set_id" uuid not null, "position" int not null, "code" text not null, "name" text not null, "scope" text not null, "scope_id" uuid null, "moments" jsonb not null, "outcome" text not null, "priority" int not null, "valid_from" timestamptz(3) null, "valid_until" timestamptz(3) null, "message_fr" text null, "message_en" text null, "conditions" jsonb not null, primary key ("id"))`,
  `alter table "managed_rule" add constraint "managed_rule_rule_set_id_code_unique" unique ("rule_set_id", "code")`,
  `alter table "managed_rule" add constraint "managed_rule_outcome" check (outcome in ('refuse', 'warn'))`,
  `alter table "managed_rule" add constraint "managed_rule_scope" check ((scope = 'all') = (scope_id is null))`,
  reference('managed_rule', 'rule_set_id', 'rule_set', 'cascade'),
  `create table "rule_impact" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "organisation_id" uuid not null, "rule_set_id" uuid not null, "edition" int not null, "against_id" uuid null, "at" timestamptz(3) not null, "state" text not null default 'waiting', "requests" int not null, "total" int not null default 0, "done" int not null default 0, "counts" jsonb not null, "flips" jsonb not null default '[]', "position" jsonb null, "asked_by_id" uuid null, "asked_at" timestamptz(3) not null default now(), "ended_at" timestamptz(3) null, "version" int not null default 1, primary key ("id"))`,
  `create index "rule_impact_rule_set_id_index" on "rule_impact" ("rule_set_id")`,
  `alter table "rule_impact" add constraint "rule_impact_state" check (state in ('waiting', 'running', 'done', 'cancelled', 'failed'))`,
  reference('rule_impact', 'organisation_id', 'organisation', 'cascade'),
  reference('rule_impact', 'rule_set_id', 'rule_set', 'cascade'),
  reference('rule_impact', 'against_id', 'rule_set', 'set null'),
  reference('rule_impact', 'asked_by_id', 'operator', 'set null'),
  `create table "decided_request" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "organisation_id" uuid not null, "at" timestamptz(3) not null, "contact_id" uuid not null, "option_id" uuid null, "outcome" text not null, "rule_version" text not null, "facts" jsonb not null, primary key ("id"))`,
  `create index "decided_request_organisation_id_at_id_index" on "decided_request" ("organisation_id", "at", "id")`,
  reference('decided_request', 'organisation_id', 'organisation', 'cascade'),
  reference('decided_request', 'contact_id', 'contact', 'cascade'),
  reference('decided_request', 'option_id', 'seat_option', 'cascade'),
  `create index "decided_request_contact" on "decided_request" ("contact_id")`,
  `create index "decided_request_option" on "decided_request" ("option_id") where option_id is not null`,
  ...tables.flatMap((table) => [
    `alter table ${table} enable row level security`,
    `create policy wall on ${table} to placet_app using (institution_id = (select current_institution())) with check (institution_id = (select current_institution()))`,
    `grant select, insert, update, delete on ${table} to placet_app`,
  ]),
  // What decides about options has changed when a version begins or ends to count; a draft decides about nothing.
  `create constraint trigger catalogue_changed after update on rule_set deferrable initially deferred for each row
    when (new.state in ('published', 'superseded') and (old.state, old.effective_at, old.superseded_at) is distinct from (new.state, new.effective_at, new.superseded_at))
    execute function catalogue_changed()`,
  // A version that was published once is what decisions name: its rules never change.
  `create function guard_published_rules() returns trigger language plpgsql set search_path = public, pg_temp as $$
    begin
      if exists (select from rule_set s where s.state in ('published', 'superseded')
        and s.id = case when tg_op = 'DELETE' then old.rule_set_id else new.rule_set_id end) then
        raise exception 'published rules do not change' using errcode = 'check_violation', constraint = 'managed_rule_published';
      end if;
      return null;
    end $$`,
  `create trigger managed_rule_published after insert or update on managed_rule for each row execute function guard_published_rules()`,
];

/** See `statements`. */
export class ManagedRules extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
