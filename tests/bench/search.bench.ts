import pg from 'pg';
import { startBenchStack } from './support/api-process.ts';
import { httpLoad } from './support/http-load.ts';

/** How long one search takes over HTTP, one at a time, with 100,000 contacts and 100,000 options in the institution. */
const contacts = 100_000;
const options = 100_000;
const rounds = 12;

/** What people type: a rare name, a common one, parts of words, contact with event, numbers, telephone, nothing there. */
const questions = [
  'verrières 4711',
  'lycee',
  'comité vallon',
  'cse 99',
  'lycee open',
  'n° 50021',
  '06 00 01 23 45',
  'zanzibar',
];

const stack = await startBenchStack();
try {
  await fill();
  const load = await httpLoad(stack.url, stack.signIn, 1);
  const asked = Array.from({ length: rounds }, () => questions)
    .flat()
    .map((q) => ({ method: 'GET', path: `/api/search?${new URLSearchParams({ q })}`, body: undefined }));
  await load.run(asked.slice(0, questions.length * 2), 10);
  const found = await load.run(asked, 60);
  await load.close();
  process.stdout.write(
    `${JSON.stringify({
      name: 'search',
      perSecond: Math.round(found.perSecond),
      medianMs: Number(found.medianMs.toFixed(1)),
      p95Ms: Number(found.p95Ms.toFixed(1)),
    })}\n`,
  );
} finally {
  await stack.stop();
}

async function fill(): Promise<void> {
  const owner = new pg.Client({ connectionString: stack.postgres.url });
  await owner.connect();
  try {
    await owner.query(
      `insert into contact (institution_id, kind, name, email, phone, postcode, city, structure_type, acceptance)
       select i.id, 'structure',
         (array['Lycée', 'CSE', 'Collège', 'Association', 'Comité'])[1 + n % 5] || ' ' ||
         (array['Verrières', 'Vallon', 'Œillets', 'Grand-Pré', 'Bel Air', 'Saint-Brès', 'Ormeaux'])[1 + n % 7] || ' ' || n,
         'groupe' || n || '@contacts.test', '06 00 ' || to_char(n, 'FM000000'), to_char(n % 95000, 'FM00000'),
         (array['Lyon', 'Nîmes', 'Sète', 'Béziers'])[1 + n % 4], 'community', 'accepted'
       from (select id from institution order by id limit 1) i, generate_series(1, ${contacts}) n`,
    );
    await owner.query(
      `insert into seat_option (institution_id, organisation_id, origin, contact_id, channel_id, state, performance_id,
         performance_starts_at, requested_quantity, requested_at)
       select p.institution_id, p.organisation_id, 'request', c.id, h.id, 'requested', p.id, p.starts_at, 2, now()
       from (select *, row_number() over (order by id) as place, count(*) over () as number from performance) p
       join (select *, row_number() over (order by id) as place from contact limit ${options}) c on c.place % p.number = p.place - 1
       join lateral (select id from sales_channel where organisation_id = p.organisation_id order by id limit 1) h on true`,
    );
    await owner.query('vacuum analyze');
  } finally {
    await owner.end();
  }
}
