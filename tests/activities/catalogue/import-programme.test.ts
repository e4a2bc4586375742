import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { z } from 'zod';
import { createContact } from '../../../activities/contacts/create-contact.ts';
import { confirmOption } from '../../../activities/options/confirm-option.ts';
import { placeOption } from '../../../activities/options/place-option.ts';
import { requestOption } from '../../../activities/options/request-option.ts';
import { institutionDefaults } from '../../../activities/organisation/institution-defaults.ts';
import { setUpInstitution } from '../../../activities/organisation/set-up-institution.ts';
import { setUpOperator } from '../../../activities/organisation/set-up-operator.ts';
import { setUpOrganisation } from '../../../activities/organisation/set-up-organisation.ts';
import { importProgrammeFile, readArguments } from '../../../bin/commands/import-programme.ts';
import { callIn } from '../../../bin/commands/verbs.ts';
import { type Database, openDatabase } from '../../../database/database.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { sampleVenuesCsv } from '../programme/support/sample.ts';
import { smallProgramme, wholeProgramme } from './support/programme-file.ts';

const SHIFT = 728;

let database: TestDatabase;
let owner: Database;
let application: Database;
let folder: string;
let institutionId: string;
let client: pg.Client;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = await openDatabase({ databaseUrl: database.url, as: 'owner', poolSize: 1 });
  application = await openDatabase({ databaseUrl: database.url, as: 'application', poolSize: 2 });
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  folder = await mkdtemp(join(tmpdir(), 'placet-import-'));
  ({ institutionId } = await setUpInstitution(
    { ...callIn(owner, ''), database: owner },
    { code: 'demo', name: 'Démonstration', locale: 'fr', demo: true, ...institutionDefaults },
  ));
  const { organisationId } = await setUpOrganisation(callIn(application, institutionId), {
    code: 'THEATRE',
    name: 'Théâtre des Essais',
    individualAudience: 'INDIVIDUEL',
    structureAudience: 'OCCASIONNELLE',
    contingents: [],
    colleagues: 'nobody',
  });
  await setUpOperator(callIn(application, institutionId), {
    email: 'operator@theatre.test',
    name: 'Camille Essai',
    password: 'a long enough password',
    locale: 'fr',
    demo: true,
    roles: [{ organisationId, role: 'operator' }],
  });
});

afterAll(async () => {
  await Promise.all([owner.close(), application.close(), client.end()]);
  await database.drop();
  await rm(folder, { recursive: true });
});

/** What a person sees of one run of the command. */
async function run(text: string, ...args: string[]) {
  const file = join(folder, 'programme.json');
  await writeFile(file, text);
  const out: string[] = [];
  const said: string[] = [];
  const given = readArguments([
    file,
    '--format',
    'nyphil',
    '--shift-days',
    String(SHIFT),
    '--locale',
    'fr',
    ...args,
  ]);
  const code = await importProgrammeFile(
    given,
    { owner, application },
    { out: (line) => out.push(line), say: (line) => said.push(line) },
  );
  return { code, out, said, counts: out.at(-1) };
}

/** Every row of the tables an import may touch, so that "nothing was written" can be shown. */
async function everything(): Promise<unknown> {
  const tables = [
    ...['organisation', 'sales_channel', 'contingent', 'channel_contingent', 'operator_role', 'venue'],
    ...['seat_category', 'season', 'season_activity', 'show_event', 'performance', 'price', 'stock'],
    ...['stock_category', 'product_family', 'history'],
  ];
  const seen: Record<string, unknown> = {};
  for (const table of tables) {
    const { rows } = await client.query(
      `select md5(coalesce(string_agg(t::text, '|' order by t.id), '')) as all, count(*) from ${table} t`,
    );
    seen[table] = rows[0];
  }
  return seen;
}

/** What the file says is played, moved by the shift: day and clock of each venue, wherever it is. */
function expectedClocks(text: string): string[] {
  const known = new Set(sampleVenuesCsv.split('\n').map((line) => line.split(',')[0] ?? ''));
  const File = z.object({
    programs: z.array(
      z.object({ concerts: z.array(z.object({ Venue: z.string(), Date: z.string(), Time: z.string() })) }),
    ),
  });
  return File.parse(JSON.parse(text))
    .programs.flatMap(({ concerts }) => concerts)
    .filter(({ Venue: venue, Time: time }) => known.has(venue) && time !== 'None')
    .map(({ Venue: venue, Date: date, Time: time }) => {
      const day = new Date(Date.parse(date.slice(0, 10)) + SHIFT * 86_400_000).toISOString().slice(0, 10);
      const [, hour = '', minute = '', half = ''] = /^(\d+):(\d+)([AP])M$/.exec(time) ?? [];
      const hours = (Number(hour) % 12) + (half === 'P' ? 12 : 0);
      return `${venue} ${day} ${String(hours).padStart(2, '0')}:${minute}`;
    })
    .sort();
}

describe('importing a programme', () => {
  it('leaves nothing of a dry run, but counts as the import will', async () => {
    const before = await everything();
    const { code, counts, said } = await run(wholeProgramme().text, '--dry-run');
    expect({ code, counts }).toEqual({
      code: 0,
      counts: '{"created":219,"updated":0,"unchanged":0,"rejected":33}',
    });
    expect(said).toEqual(['Essai à blanc\u00A0: rien n’est enregistré.']);
    expect(await everything()).toEqual(before);
  });

  it('leaves nothing of a broken file', async () => {
    const before = await everything();
    const { text } = wholeProgramme();
    const cut = await run(text.slice(0, text.length / 2));
    expect({ code: cut.code, out: cut.out }).toEqual({ code: 1, out: [] });
    expect(cut.said[0]).toMatch(/^Rien n’a été pris de /);
    expect(await everything()).toEqual(before);
  });

  it('leaves nothing when the database refuses the last row', async () => {
    const before = await everything();
    await client.query(
      `create function refuse_some() returns trigger language plpgsql as $$ begin
         if new.starts_at > '2027-06-01' then raise exception 'refused'; end if; return new; end $$`,
    );
    await client.query(
      `create trigger refuse_some before insert on performance for each row execute function refuse_some()`,
    );
    await expect(run(wholeProgramme().text)).rejects.toThrow('refused');
    await client.query('drop trigger refuse_some on performance');
    expect(await everything()).toEqual(before);
  });

  it('takes every concert at its local clock, in the zone of its venue', async () => {
    const { text, created, rejected } = wholeProgramme();
    const { code, out, counts } = await run(text);
    expect({ code, counts }).toEqual({
      code: 0,
      counts: JSON.stringify({ created, updated: 0, unchanged: 0, rejected }),
    });
    expect(out[0]).toBe(`${rejected} lignes écartées\u00A0:`);
    expect(out).toHaveLength(rejected + 2);
    const { rows } = await client.query(
      `select v.name || ' ' || to_char(p.starts_at at time zone p.time_zone, 'YYYY-MM-DD HH24:MI') as clock
       from performance p join venue v on v.id = p.venue_id and v.time_zone = p.time_zone`,
    );
    expect(rows.map(({ clock }) => clock).sort()).toEqual(expectedClocks(text));
  });

  it('changes nothing the second time', async () => {
    const before = await everything();
    const { created, rejected, text } = wholeProgramme();
    const { code, counts } = await run(text);
    expect({ code, counts }).toEqual({
      code: 0,
      counts: JSON.stringify({ created: 0, updated: 0, unchanged: created, rejected }),
    });
    expect(await everything()).toEqual(before);
  });

  it('makes an organisation ready to work: channel, one contingent a category, prices, ten days, colleagues', async () => {
    const { rows: rights } = await client.query(
      `select r.code from operator_role g join role r on r.id = g.role_id join organisation o on o.id = g.organisation_id
       where o.code = 'NYPHIL'`,
    );
    expect(rights).toEqual([{ code: 'operator' }]);
    const { rows: performances } = await client.query(
      `select p.id, (select array_agg(distinct n) from (select count(*)::int as n from stock t
          where t.performance_id = p.id group by t.seat_category_id) c) as contingents, k.id as category
       from performance p join lateral (select id from seat_category where venue_id = p.venue_id order by rank limit 1) k on true
       where p.starts_at > now() + interval '40 days' order by p.starts_at limit 1`,
    );
    expect(performances[0]?.contingents).toEqual([1]);
    const caller = () => callIn(application, institutionId);
    const { id: contactId } = await createContact(caller(), { kind: 'individual', name: 'Zoé Alphonse' });
    const requested = await requestOption(caller(), {
      contactId,
      performanceId: performances[0]?.id,
      lines: [{ seatCategoryId: performances[0]?.category, quantity: 12 }],
    });
    const placed = await placeOption(caller(), { optionId: requested.id });
    expect(placed.confirmationDueRule).toBe('after-placement');
    const confirmed = await confirmOption(caller(), { optionId: requested.id });
    expect(confirmed.state).toBe('confirmed');
    expect(confirmed.lines[0]?.placed[0]?.priceCents).toBeGreaterThan(0);
  });

  it('moves what is there when the programme is shifted once more', async () => {
    const { created, rejected, text } = wholeProgramme();
    const { counts } = await run(text, '--shift-days', '735');
    expect(counts).toBe(JSON.stringify({ created: 0, updated: created, unchanged: 0, rejected }));
    const { rows } = await client.query(`select count(*)::int from performance`);
    expect(rows).toEqual([{ count: created }]);
  });

  it('takes another file into the same organisation, and lists what it cannot take in the reader’s language', async () => {
    const { text, created, rejected } = smallProgramme();
    const { out, counts } = await run(text, '--locale', 'en');
    expect(counts).toBe(JSON.stringify({ created, updated: 0, unchanged: 0, rejected }));
    expect(out.slice(0, -1)).toEqual([
      '2 lines rejected:',
      '  programs[0].concerts[2]: No time is given (David Geffen Hall, 2024-11-14).',
      '  programs[1].concerts[2]: The venue “A hall nobody knows” is not in the file of venues.',
    ]);
  });

  it('refuses a price that no audience of the institution has', async () => {
    const venues = join(folder, 'venues.csv');
    await writeFile(venues, sampleVenuesCsv.replace('priceCents:REDUIT', 'priceCents:INCONNU'));
    const before = await everything();
    const { code, said } = await run(smallProgramme().text, '--venues', venues);
    expect({ code, faults: said.slice(1) }).toEqual({
      code: 1,
      faults: [
        '  ligne 1\u00A0: La colonne « priceCents:INCONNU » ne correspond à aucune sous-catégorie de public de l’institution.',
      ],
    });
    expect(await everything()).toEqual(before);
  });

  it.each([
    [['--format', 'nyphil']],
    [['programme.json']],
    [['programme.json', '--format', 'opera']],
    [['programme.json', '--format', 'nyphil', '--shift-days', '10']],
    [['programme.json', '--format', 'nyphil', '--shift-days', 'week']],
    [['programme.json', '--format', 'nyphil', '--colour', 'red']],
  ])('says what is wrong with %j', (args) => {
    expect(() => readArguments(args)).toThrow();
  });
});
