import pg from 'pg';

/** How much of what. */
export interface ManyRowsSettings {
  databaseUrl: string;
  institutionId: string;
  /** A performance, copied to make the others. */
  performanceId: string;
  contacts: number;
  events: number;
  performancesOfEach: number;
  options: number;
}

/** What lists are asked about. */
export interface ManyRows {
  /** A contact with some options. */
  contactId: string;
  performanceId: string;
}

/**
 * Fills a database with a season as large houses have it: options in every state, asked for over a year, a tenth of the
 * placed ones past their due date. Set-based, as the owner; its words and numbers are the same each time.
 */
export async function manyRows(settings: ManyRowsSettings): Promise<ManyRows> {
  const client = new pg.Client({ connectionString: settings.databaseUrl });
  await client.connect();
  try {
    await client.query('begin');
    await client.query('select setseed(0.42)');
    await contacts(client, settings);
    await programme(client, settings);
    await options(client, settings);
    await client.query('commit');
    await client.query('vacuum (analyze)');
    return await examples(client);
  } finally {
    await client.end();
  }
}

async function contacts(client: pg.Client, settings: ManyRowsSettings): Promise<void> {
  await client.query(
    `create temporary table made_contact as select uuidv7() as id, n from generate_series(1, $1::int) n`,
    [settings.contacts],
  );
  await client.query(
    `insert into contact (id, institution_id, kind, name, email, postcode, city, country, structure_type, acceptance)
     select id, $1, 'structure',
       (array['Comité', 'Collège', 'Lycée', 'Association', 'Amicale', 'Agence'])[1 + n % 6] || ' '
         || (array['Val', 'Bel', 'Mont', 'Haute', 'Clair', 'Grand', 'Neuve', 'Saint', 'Rose', 'Fort'])[1 + n / 6 % 10]
         || (array['fleury', 'rive', 'combe', 'rocher', 'fontaine', 'champ', 'pierre', 'lac'])[1 + n / 60 % 8] || ' ' || n,
       'groupes' || n || '@contacts.test', lpad((n % 95000)::text, 5, '0'),
       (array['Lyon', 'Villeurbanne', 'Saint-Étienne', 'Grenoble'])[1 + n % 4], 'FR', 'community', 'accepted'
     from made_contact`,
    [settings.institutionId],
  );
}

async function programme(client: pg.Client, settings: ManyRowsSettings): Promise<void> {
  await client.query(
    `create temporary table made_event as select uuidv7() as id, n from generate_series(1, $1::int) n`,
    [settings.events],
  );
  await client.query(
    `insert into show_event (id, institution_id, organisation_id, season_id, activity_id, family_id, code, name)
     select made.id, e.institution_id, e.organisation_id, e.season_id, e.activity_id, e.family_id, 'BENCH-' || made.n,
       (array['La Cerisaie', 'Le Barbier', 'Nuit blanche', 'Les Vagues', 'Cirque d’hiver'])[1 + made.n % 5] || ' ' || made.n
     from made_event made, performance p join show_event e on e.id = p.event_id where p.id = $1`,
    [settings.performanceId],
  );
  await client.query(
    `create temporary table made_performance as
     select uuidv7() as id, e.id as event_id, row_number() over (order by turn, e.n) as n,
       date_trunc('day', now()) + interval '19 hours' + (turn - $2::int / 3) * interval '5 days' as starts_at
     from made_event e, generate_series(1, $1::int) turn`,
    [settings.performancesOfEach, settings.performancesOfEach],
  );
  await client.query(
    `insert into performance (id, institution_id, organisation_id, event_id, venue_id, starts_at, time_zone)
     select made.id, p.institution_id, p.organisation_id, made.event_id, p.venue_id, made.starts_at, p.time_zone
     from made_performance made, performance p where p.id = $1`,
    [settings.performanceId],
  );
}

async function options(client: pg.Client, settings: ManyRowsSettings): Promise<void> {
  await client.query(
    `create temporary table made_option as
     select uuidv7() as id, n, 1 + (n::bigint * 7919) % $2::int as contact, 1 + (n::bigint * 104729) % $3::int as performance,
       now() - ($1::int - n) * (interval '365 days' / $1::int) as requested_at,
       (array['requested', 'requested', 'requested', 'placed', 'placed', 'placed', 'confirmed', 'confirmed', 'refused', 'lapsed'])
         [1 + floor(random() * 10)::int] as state,
       now() + (random() * 100 - 10) * interval '1 day' as due_at
     from generate_series(1, $1::int) n`,
    [settings.options, settings.contacts, settings.events * settings.performancesOfEach],
  );
  await client.query(
    `insert into seat_option (id, institution_id, organisation_id, origin, contact_id, channel_id, state, performance_id,
       performance_starts_at, requested_quantity, placed_quantity, requested_at, placed_at, confirmation_due_at)
     select made.id, p.institution_id, p.organisation_id, 'request', c.id, h.id, made.state, p.id, p.starts_at,
       10 + made.n % 50, case when made.state in ('placed', 'confirmed') then 10 + made.n % 50 else 0 end, made.requested_at,
       case when made.state in ('placed', 'confirmed', 'lapsed') then made.requested_at + interval '2 days' end,
       case when made.state in ('placed', 'confirmed', 'lapsed') then made.due_at end
     from made_option made
     join made_contact c on c.n = made.contact
     join made_performance m on m.n = made.performance
     join performance p on p.id = m.id
     cross join lateral (select id from sales_channel where institution_id = $1 order by id limit 1) h`,
    [settings.institutionId],
  );
  await client.query(
    `insert into option_choice (institution_id, option_id, performance_id, rank)
     select o.institution_id, o.id, o.performance_id, 0 from made_option made join seat_option o on o.id = made.id`,
  );
}

async function examples(client: pg.Client): Promise<ManyRows> {
  const { rows } = await client.query<ManyRows>(
    `select o.contact_id as "contactId", o.performance_id as "performanceId" from made_option made
     join seat_option o on o.id = made.id order by made.n limit 1`,
  );
  const [row] = rows;
  if (row === undefined) throw new Error('no option was made');
  return row;
}
