import { Migration } from '@mikro-orm/migrations';

const letters = ['read', 'create', 'modify', 'delete'];
const kinds = ['seats', 'products'];

/** Functions that became several, with the letters they had; the new ones are given to who held the old one. */
const splits: readonly (readonly [old: string, letters: readonly string[], next: readonly string[]])[] = [
  ['options.requests', letters, kinds.map((kind) => `options.${kind}.requests`)],
  ...kinds.map(
    (kind) =>
      [
        `options.${kind}.waiting`,
        ['execute'],
        [`options.${kind}.waiting`, `options.${kind}.waiting-end`],
      ] as const,
  ),
  ['catalogue.seasons', letters, ['catalogue.seasons', 'catalogue.activities']],
  ['venues.venues', letters, ['venues.venues', 'venues.seat-categories']],
  [
    'authorisation.rules',
    letters,
    ['authorisation.rules', 'authorisation.limitation-tables', 'authorisation.option-profiles'],
  ],
];

const pairs = splits.flatMap(([old, acts, next]) =>
  acts.flatMap((act) => next.map((name) => `('${old}:${act}', '${name}:${act}')`)),
);

/** What is new in the branch of options: for roles that held all of that branch, so that they still do. */
const added = [
  'options.seats.twins:execute',
  'options.seats.visit-settings:read',
  'options.seats.visit-settings:modify',
  ...letters.map((letter) => `options.seats.visit-guides:${letter}`),
  'options.seats.visit-sheets:execute',
  'options.seats.visit-validation:execute',
];

/** Every right of options there was. */
const whole = [
  ...letters.map((letter) => `options.requests:${letter}`),
  ...kinds.flatMap((kind) => [
    ...['read', 'create', 'execute'].map((act) => `options.${kind}.placement:${act}`),
    ...[
      'refusal',
      'refusal-cancellation',
      'order',
      'order-cancellation',
      'waiting',
      'firm',
      'firm-cancellation',
      'resumption',
      'cancellation',
      'lapse',
      'agreed-date',
      'override',
      'report',
    ].map((name) => `options.${kind}.${name}:execute`),
  ]),
  'options.products.season-ticket-choices:execute',
];

/** Every right to read options there was. */
const reading = whole.filter((right) => right.endsWith(':read'));

const listed = (rights: readonly string[]) => rights.map((right) => `'${right}'`).join(', ');

const statements = [
  // The tree of rights has one function for each thing that is given apart. Roles keep what they allow: who held a
  // function that became several holds them all. Each change of a role is in its history.
  `with split (old, next) as (values ${pairs.join(', ')}),
    wider as (
      select r.id, r.institution_id, r.rights as before, (
        select jsonb_agg(told.name order by told.place, told.name) from (
          select coalesce(s.next, held.name) as name, min(held.place) as place
          from (
            select held.name, held.place from jsonb_array_elements_text(r.rights) with ordinality as held (name, place)
            union all
            select name, 100000 from unnest(array[${listed(added)}]) as name where jsonb_exists_all(r.rights, array[${listed(whole)}])
              or name like '%:read' and jsonb_exists_all(r.rights, array[${listed(reading)}])
            union all
            select 'contacts.imports:execute', 100001 where jsonb_exists_all(r.rights, array['contacts.contacts:create', 'contacts.contacts:modify'])
          ) held left join split s on s.old = held.name
          group by 1
        ) told
      ) as after
      from role r
    ),
    changed as (
      update role set rights = w.after, version = role.version + 1 from wider w
      where role.id = w.id and w.after is not null and w.after <> w.before
      returning role.id, role.institution_id, w.before, w.after
    )
    insert into history (id, at, institution_id, actor_type, actor_id, actor_name, verb, subject_type, subject_id, before, after, request_id)
    select uuidv7(), now(), institution_id, 'system', 'migration', 'Placet', 'change', 'role', id,
      jsonb_build_object('rights', before), jsonb_build_object('rights', after), '0023-rights-tree'
    from changed`,
  // Whom and what an operator serves: everybody and everything, unless it is said which ones.
  `alter table operator add column every_audience boolean not null default true, add column every_family boolean not null default true`,
  `create table "operator_cover" ("id" uuid not null default uuidv7(), "institution_id" uuid not null, "operator_id" uuid not null, "audience_category_id" uuid null, "family_id" uuid null, primary key ("id"))`,
  `create index "operator_cover_operator_id_index" on "operator_cover" ("operator_id")`,
  `alter table "operator_cover" add constraint "operator_cover_one" check (num_nonnulls(audience_category_id, family_id) = 1)`,
  `alter table "operator_cover" add constraint "operator_cover_operator_id_audience_category_id_unique" unique ("operator_id", "audience_category_id")`,
  `alter table "operator_cover" add constraint "operator_cover_operator_id_family_id_unique" unique ("operator_id", "family_id")`,
  `alter table "operator_cover" add constraint "operator_cover_institution_id_foreign" foreign key ("institution_id") references "institution" ("id")`,
  `alter table "operator_cover" add constraint "operator_cover_operator_id_foreign" foreign key ("operator_id") references "operator" ("id") on delete cascade`,
  `alter table "operator_cover" add constraint "operator_cover_audience_category_id_foreign" foreign key ("audience_category_id") references "audience_category" ("id") on delete no action`,
  `alter table "operator_cover" add constraint "operator_cover_family_id_foreign" foreign key ("family_id") references "product_family" ("id") on delete no action`,
  `alter table operator_cover enable row level security`,
  `create policy wall on operator_cover to placet_app using (institution_id = (select current_institution())) with check (institution_id = (select current_institution()))`,
  `grant select, insert, update, delete on operator_cover to placet_app`,
  ...['operator_cover', 'product_family'].map(
    (table) =>
      `create trigger access_changed after insert or update or delete on ${table} for each row execute function access_changed()`,
  ),
  // The same for the session of an operator; null: all of them. Single entries are what seats are placed for.
  `create function session_perimeter(sought uuid) returns table (
      audience_category_ids uuid[], family_ids uuid[], single_entries boolean
    ) language sql stable security definer set search_path = public, pg_temp as $$
      select
        case when not o.every_audience then coalesce((
          select array_agg(c.audience_category_id order by 1) from operator_cover c
          where c.operator_id = o.id and c.audience_category_id is not null), '{}') end,
        case when not o.every_family then coalesce((
          select array_agg(c.family_id order by 1) from operator_cover c
          where c.operator_id = o.id and c.family_id is not null), '{}') end,
        o.every_family or exists (select from operator_cover c join product_family f on f.id = c.family_id
          where c.operator_id = o.id and f.code = 'ENTREE')
      from operator o where o.id = sought $$`,
  `revoke all on function session_perimeter(uuid) from public`,
  `grant execute on function session_perimeter(uuid) to placet_app`,
];

/** See `statements`. */
export class RightsTree extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
