import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { importContactsFile, readContactArguments } from '../../bin/commands/import-contacts.ts';
import { type Database, openDatabase } from '../../database/database.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { createHouse, type House } from '../support/house.ts';

let database: TestDatabase;
let house: House;
let owner: Database;
let folder: string;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url);
  owner = await openDatabase({ databaseUrl: database.url, as: 'owner', poolSize: 1 });
  folder = await mkdtemp(join(tmpdir(), 'placet-contacts-'));
});

afterAll(async () => {
  await Promise.all([owner.close(), house.close()]);
  await database.drop();
  await rm(folder, { recursive: true });
});

async function run(text: string, ...args: string[]) {
  const file = join(folder, 'contacts.csv');
  await writeFile(file, text);
  const out: string[] = [];
  const said: string[] = [];
  const given = readContactArguments([file, '--locale', 'fr', ...args]);
  const code = await importContactsFile(
    given,
    { application: house.database, owner },
    { out: (line) => out.push(line), say: (line) => said.push(line) },
  );
  return { code, out, said, counts: code === 0 ? JSON.parse(out.at(-1)!) : null };
}

describe('placet import contacts', () => {
  const file =
    'Intitulé;Mail;Tél\nBlin Agathe;agathe@blin.test;06.09.57.33.85\nFaux;faux;\nBlin Agate;;06 09 57 33 85\n';
  const mapping = ['--mapping', 'INTITULE=name'];

  it('tries, takes, and finds everything unchanged; each rejected row has its reason', async () => {
    const tried = await run(file, ...mapping, '--dry-run');
    expect(tried.counts).toEqual({ created: 2, updated: 0, unchanged: 0, rejected: 1 });
    expect(tried.said).toEqual(['Essai à blanc\u00A0: rien n’est enregistré.']);
    const taken = await run(file, ...mapping, '--organisation', 'THEATRE');
    expect(taken.counts).toEqual(tried.counts);
    expect(taken.out[0]).toBe(
      'ligne 3, écarté, Faux\u00A0: L’adresse e-mail «\u00A0faux\u00A0» n’est pas valable.',
    );
    expect(taken.out[1]).toMatch(/^ligne 4, créé, Blin Agate.*Blin Agathe \[\d+\].*même téléphone/);
    const again = await run(file, ...mapping);
    expect(again.counts).toEqual({ created: 0, updated: 0, unchanged: 2, rejected: 1 });
  });

  it('says in a sentence why nothing was taken', async () => {
    const { code, out, said } = await run('Intitulé\nX\n');
    expect([code, out]).toEqual([1, []]);
    expect(said[0]).toContain('Indiquez la colonne du nom');
  });

  it('refuses a field or an organisation that does not exist', async () => {
    expect(() => readContactArguments(['x.csv', '--mapping', 'Nom=nom'])).toThrow('TITLE=field');
    expect(() => readContactArguments([])).toThrow('Name one file.');
    await expect(run(file, '--organisation', 'NULLE-PART')).rejects.toThrow('L’organisme NULLE-PART');
  });
});
