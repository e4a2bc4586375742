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
];

/** See `statements`. */
export class RightsTree extends Migration {
  override up(): void {
    for (const statement of statements) this.addSql(statement);
  }
}
