import { mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { placeDirectly } from '../../activities/options/place-directly.ts';
import { contingentRecords } from '../../activities/records/kinds/channels.ts';
import { createRecord } from '../../activities/records/write-record.ts';
import { blockSeats } from '../../activities/stock/block-seats.ts';
import { exportStockFile, readExportArguments } from '../../bin/commands/export-stock.ts';
import { importContingentsFile, readContingentArguments } from '../../bin/commands/import-contingents.ts';
import { type Database, openDatabase } from '../../database/database.ts';
import { audit } from '../activities/options/support/audit.ts';
import { createNumberedHouse, type NumberedHouse } from '../activities/stock/support/numbered-house.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let house: NumberedHouse;
let owner: Database;
let rows: pg.Pool;
let folder: string;
let numbered: string;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createNumberedHouse(database.url);
  owner = await openDatabase({ databaseUrl: database.url, as: 'owner', poolSize: 1 });
  rows = new pg.Pool({ connectionString: database.url, max: 1 });
  folder = await mkdtemp(join(tmpdir(), 'placet-contingents-'));
  await createRecord(house.caller(), contingentRecords, { code: 'ECOLES', name: 'Écoles' });
  numbered = await house.numbered();
});

afterAll(async () => {
  await rows.end();
  await Promise.all([owner.close(), house.close()]);
  await database.drop();
  await rm(folder, { recursive: true });
});

const databases = () => ({ application: house.database, owner });

async function exported(name: string, ...args: string[]) {
  const file = join(folder, name);
  const out: string[] = [];
  const given = readExportArguments([file, '--locale', 'fr', ...args]);
  const code = await exportStockFile(given, databases(), {
    out: (line) => out.push(line),
    say: (line) => out.push(line),
  });
  return { code, file, counts: JSON.parse(out.at(-1)!) };
}

async function imported(file: string, ...args: string[]) {
  const out: string[] = [];
  const said: string[] = [];
  const given = readContingentArguments([file, '--locale', 'fr', ...args]);
  const code = await importContingentsFile(given, databases(), {
    out: (line) => out.push(line),
    say: (line) => said.push(line),
  });
  return { code, said, told: out.slice(0, -1), counts: out.length === 0 ? null : JSON.parse(out.at(-1)!) };
}

async function written(text: string): Promise<string> {
  const file = join(folder, `${crypto.randomUUID()}.csv`);
  await writeFile(file, text);
  return file;
}

/** Where a performance is played, as the file says it, and the codes of its stock. */
async function named(performanceId: string) {
  const found = await rows.query<{ played: string; category: string; contingent: string; capacity: number }>(
    `select concat_ws(';', e.code, to_char(p.starts_at at time zone p.time_zone, 'DD/MM/YYYY'),
       to_char(p.starts_at at time zone p.time_zone, 'HH24"h"MI')) as played, k.code as category, c.code as contingent, t.capacity
     from performance p join show_event e on e.id = p.event_id join stock t on t.performance_id = p.id
     join seat_category k on k.id = t.seat_category_id join contingent c on c.id = t.contingent_id
     where p.id = $1 order by k.rank, t.capacity desc`,
    [performanceId],
  );
  return found.rows[0]!;
}

async function shares(performanceId: string) {
  const found = await rows.query<{ share: string }>(
    `select concat_ws(' ', k.code, c.code, t.capacity) as share from stock t
     join seat_category k on k.id = t.seat_category_id join contingent c on c.id = t.contingent_id
     where t.performance_id = $1 order by 1`,
    [performanceId],
  );
  return found.rows.map(({ share }) => share);
}

const head = 'Événement;Date;Heure;Catégorie;Contingent;Capacité;Place\n';

describe('placet export stock, and import contingents', () => {
  it.each(['stock.csv', 'stock.xlsx'])('%s goes out and comes back without a change', async (name) => {
    const { code, file, counts } = await exported(name);
    expect(code).toBe(0);
    expect(counts.rows).toBeGreaterThan(40);
    const versions = () => rows.query('select id, version from performance order by id');
    const before = (await versions()).rows;
    const { counts: again, said } = await imported(file);
    expect(said).toEqual(['Les séances sans défaut sont enregistrées.']);
    expect(again).toEqual({
      rows: counts.rows,
      changed: 0,
      unchanged: counts.performances,
      rejected: 0,
      faults: 0,
    });
    expect((await versions()).rows).toEqual(before);
  });

  it('gives capacities, after a try that leaves nothing', async () => {
    const { played, category, contingent, capacity } = await named(house.performanceId);
    const before = await shares(house.performanceId);
    const file = await written(
      `${head}${played};${category};${contingent};${capacity + 5};\n${played};${category};ECOLES;30;\n`,
    );
    expect((await imported(file, '--dry-run')).counts).toMatchObject({ changed: 1, faults: 0 });
    expect(await shares(house.performanceId)).toEqual(before);
    expect((await imported(file)).counts).toMatchObject({ changed: 1, faults: 0 });
    expect(await shares(house.performanceId)).toEqual(
      expect.arrayContaining([`${category} ${contingent} ${capacity + 5}`, `${category} ECOLES 30`]),
    );
    expect((await imported(file)).counts).toMatchObject({ changed: 0, unchanged: 1 });
    expect(await audit(rows)).toEqual([]);
  });

  it('moves seats to the contingent that is named, with history', async () => {
    const { played, category } = await named(numbered);
    const file = await written(`${head}${played};${category};ECOLES;;0-0\n${played};;ECOLES;;0-1\n`);
    expect((await imported(file)).counts).toMatchObject({ changed: 1, faults: 0 });
    expect(await shares(numbered)).toContain(`${category} ECOLES 2`);
    const told = await rows.query(`select verb from history where subject_id = $1 and verb = 'move-seats'`, [
      numbered,
    ]);
    expect(told.rows).toHaveLength(1);
    expect(await audit(rows)).toEqual([]);
  });

  it('tells each fault by line, column and code, and takes nothing of a performance that has one', async () => {
    const first = (await house.seats(numbered)).at(-1);
    await blockSeats(house.caller(), { performanceId: numbered, seatIds: [first!.id], reason: 'Essai' });
    const guid = await rows.query<{ guid: string }>('select guid from seat where id = $1', [first!.id]);
    await placeDirectly(house.caller(), {
      contactId: house.individualId,
      performanceId: house.performanceId,
      lines: [{ seatCategoryId: house.seatCategoryId, quantity: 3 }],
    });
    const [seats, places] = [await named(numbered), await named(house.performanceId)];
    const before = [await shares(numbered), await shares(house.performanceId)];
    const file = await written(
      [
        head.trim(),
        `${seats.played};;ECOLES;;${guid.rows[0]!.guid}`,
        `${seats.played};;ECOLES;;0-5`,
        `${seats.played};;ECOLES;;9-9`,
        `${seats.played};${seats.category};ECOLES;4;`,
        `${seats.played};;ECOLES;;0-5`,
        `${places.played};${places.category};${places.contingent};2;`,
        `${places.played};${places.category};ECOLES;7;`,
        `${places.played};${places.category};NULLE-PART;1;`,
        `${places.played};${places.category};ECOLES;beaucoup;`,
        `AUCUN;01/02/2027;20:00;${places.category};ECOLES;1;`,
        `${seats.played.split(';')[0]};31/02/2027;25:00;${places.category};ECOLES;1;`,
      ].join('\n'),
    );
    const { code, told, counts } = await imported(file);
    expect(code).toBe(1);
    expect(told.map((line) => line.split('\u00A0:')[0])).toEqual([
      'ligne 2, Place, seat.taken',
      'ligne 4, Place, seat.unknown',
      'ligne 5, Capacité, capacity.numbered',
      'ligne 6, Place, row.repeated',
      'ligne 7, Capacité, capacity.underTaken',
      'ligne 9, Contingent, contingent.unknown',
      'ligne 10, Capacité, cell.capacity',
      'ligne 11, Événement, event.unknown',
      'ligne 12, Date, cell.date',
      'ligne 12, Heure, cell.time',
    ]);
    expect(counts).toMatchObject({ changed: 0, rejected: 3, faults: 10 });
    expect([await shares(numbered), await shares(house.performanceId)]).toEqual(before);
  });

  it('answers a file that cannot be taken with one sentence', async () => {
    const { played } = await named(numbered);
    const cases = [
      [await written(''), 'aucune ligne'],
      [await written('Nom;Prénom\nA;B\n'), 'colonne Événement, Date, Heure et Contingent'],
      [await written(`${head}"${played}`), 'line 2'],
      [await written(`${head}\0\0`), 'lisible'],
    ] as const;
    for (const [file, sentence] of cases) {
      const { code, said, counts } = await imported(file);
      expect(code).toBe(1);
      expect(counts).toBeNull();
      expect(said).toHaveLength(1);
      expect(said[0]).toContain(sentence);
    }
    const huge = join(folder, 'huge.csv');
    const handle = await open(huge, 'w');
    await handle.truncate(200 * 1024 * 1024);
    await handle.close();
    const memory = process.memoryUsage().rss;
    expect((await imported(huge)).said[0]).toContain('dépasse la taille acceptée');
    expect(process.memoryUsage().rss - memory).toBeLessThan(50 * 1024 * 1024);
  });

  it('reads 100,000 rows within bounds of memory', async () => {
    const { played, category } = await named(house.performanceId);
    const lines = Array.from({ length: 100_000 }, (_, at) => `${played};${category};INCONNU-${at};1;`);
    const file = await written(head + lines.join('\n'));
    expect((await readFile(file)).byteLength).toBeGreaterThan(4_000_000);
    const { told, counts } = await imported(file, '--dry-run');
    expect(counts).toMatchObject({ rows: 100_000, changed: 0, rejected: 1, faults: 10_000 });
    expect(told[0]).toContain('contingent.unknown');
  }, 60_000);
});
