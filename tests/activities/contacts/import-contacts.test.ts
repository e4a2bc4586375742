import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { createContact } from '../../../activities/contacts/create-contact.ts';
import {
  type ImportAnswer,
  type ImportInput,
  importContacts,
} from '../../../activities/contacts/import-contacts.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';
import { createHouse, type House } from '../../support/house.ts';
import { workbook } from './support/workbook.ts';

let database: TestDatabase;
let house: House;

beforeAll(async () => {
  database = await createTestDatabase();
  house = await createHouse(database.url);
});

afterAll(async () => {
  await house.close();
  await database.drop();
});

const bytesOf = (text: string) => new TextEncoder().encode(text);
const lines = (...rows: string[]) => bytesOf(rows.join('\r\n'));

function run(bytes: Uint8Array, more: Partial<ImportInput> = {}): Promise<ImportAnswer> {
  return importContacts(house.caller(), { bytes, dryRun: false, ...more });
}

const counts = ({ created, updated, unchanged, rejected }: ImportAnswer) => [
  created,
  updated,
  unchanged,
  rejected,
];
const codes = (answer: ImportAnswer) =>
  answer.rows.map(({ reasons }) => reasons.map(({ code }) => code).join());
const remarks = (answer: ImportAnswer) =>
  answer.rows.map((row) => row.remarks.map(({ code }) => code).join());

async function contact(name: string) {
  return house.database.read(house.institutionId, (db) =>
    db.selectFrom('contact').selectAll().where('name', '=', name).executeTakeFirstOrThrow(),
  );
}

async function howMany(): Promise<number> {
  const rows = await house.database.read(house.institutionId, (db) =>
    db.selectFrom('contact').select('id').execute(),
  );
  return rows.length;
}

describe('an import of contacts', () => {
  it('takes telephones, postcodes, blanks and accents as people write them', async () => {
    const answer = await run(
      lines(
        'Nom;Prénom;E-mail;Téléphone;Portable;Code postal;Ville',
        '  Lenoir ;\u00A0Zoé; zoe.lenoir@contacts.test ;06.09.57.33.85;;3492;Évian   les Bains',
        'Abadie;Noé;;"poste 12";609573386;75 011;Paris',
      ),
    );
    expect(counts(answer)).toEqual([2, 0, 0, 0]);
    expect(await contact('Lenoir Zoé')).toMatchObject({
      kind: 'individual',
      email: 'zoe.lenoir@contacts.test',
      phone: '+33 6 09 57 33 85',
      mobile: null,
      postcode: '3492',
      city: 'Évian les Bains',
    });
    expect(await contact('Abadie Noé')).toMatchObject({ phone: 'poste 12', mobile: '+33 6 09 57 33 86' });
    expect(remarks(answer)).toEqual(['remark.postcodeShort', 'remark.phoneAsWritten']);
  });

  it.each<[string, () => Uint8Array]>([
    [
      'UTF-8 with its mark, commas and quotes',
      () => bytesOf('\uFEFFNom,Ville\n"Bérénice, dite ""Bé""",Nîmes\n'),
    ],
    [
      'Windows-1252 and semicolons',
      () => Buffer.from('Nom;Ville\r\nB\xe9r\xe9nice, dite "B\xe9";N\xeemes\r\n', 'latin1'),
    ],
    ['tabs', () => bytesOf('Nom\tVille\nBérénice, dite "Bé"\tNîmes')],
    ['UTF-16', () => Buffer.from('\uFEFFNom\tVille\r\nBérénice, dite "Bé"\tNîmes', 'utf16le')],
    ['a line that names the separator', () => bytesOf('sep=|\nNom|Ville\nBérénice, dite "Bé"|Nîmes')],
    [
      'a workbook',
      () =>
        workbook([
          ['Nom', 'Ville'],
          ['Bérénice, dite "Bé"', 'Nîmes'],
        ]),
    ],
  ])('reads %s', async (_name, bytes) => {
    const answer = await run(bytes(), { dryRun: true });
    expect(answer.rows).toMatchObject([
      { name: 'Bérénice, dite "Bé"', reasons: [], fields: ['name', 'city'] },
    ]);
  });

  it('reads numbers of a workbook as they are written', async () => {
    const bytes = workbook([
      ['Nom', 'Tél', 'CP', null, 'Ville'],
      ['Chiffre Anna', 609573377, 1000, null, 'Bourg'],
      [null, null, null],
      ['Chiffre Paul', 478000000, 69003, 'x', 'Lyon'],
    ]);
    const answer = await run(bytes);
    expect(answer.rows.map(({ line }) => line)).toEqual([2, 4]);
    expect(await contact('Chiffre Anna')).toMatchObject({ phone: '+33 6 09 57 33 77', postcode: '1000' });
  });

  it('changes nothing when the same file comes again, and only what it says otherwise', async () => {
    const file = lines(
      'Nom;Mél;Tél;CP;Remarque',
      'Aubin Louis;louis@aubin.test;01 42 00 00 01;75011;',
      'Aubin Louis;;;69002;père',
      'Aubin Louis;;;;',
      'Seul Nom;;;;',
    );
    expect(counts(await run(file))).toEqual([4, 0, 0, 0]);
    const before = await howMany();
    expect(counts(await run(file))).toEqual([0, 0, 4, 0]);
    const changed = lines('Nom;Mél;Tél;CP;Remarque', 'AUBIN, LOUIS;Louis@Aubin.test;+33142000001;75020;');
    const answer = await run(changed);
    expect(answer.rows).toMatchObject([{ outcome: 'updated', fields: ['postcode'], name: 'Aubin Louis' }]);
    expect(await howMany()).toBe(before);
  });

  it('finds a contact by its number or its reference, and refuses a number nobody has', async () => {
    const { number } = await createContact(house.system(), { kind: 'individual', name: 'Ancien Nom' });
    const answer = await run(
      lines(
        'N° contact;Référence;Nom;Ville',
        `${number};;Nouveau Nom;Albi`,
        '999999;;Personne;Albi',
        'douze;;Personne;Albi',
        ';R-77;Cité Jean;Gap',
      ),
    );
    expect(codes(answer)).toEqual(['', 'row.numberUnknown', 'row.numberInvalid', '']);
    expect(await contact('Nouveau Nom')).toMatchObject({ number, city: 'Albi' });
    const again = await run(lines('Référence;Nom', 'R-77;Cité Jeanne'));
    expect(again.rows).toMatchObject([{ outcome: 'updated', fields: ['name'] }]);
  });

  it('says of every bad row why, and takes the others', async () => {
    const answer = await run(
      lines(
        'Nature;Nom;Mail;Type de collectivité;Structure;Lien;Pays',
        'structure;École Pasteur;ecole@pasteur.test;CSE;;;France',
        ';;sans.nom@contacts.test;;;;',
        ';Faux Mail;pas une adresse;;;;',
        'robot;Drôle;;;;;',
        ';Seule Personne;;CSE;;;',
        'structure;Club des Six;;Inconnu;;;',
        ';Relais Perdu;;;Maison Inconnue;;',
        ';Bonne Relais;;;école PASTEUR;membre;Pays-bas',
        ';Bonne Relais;;;école PASTEUR;membre;Pays-bas',
        ';Trop;;;;;;de;cellules',
      ),
    );
    expect(codes(answer)).toEqual([
      '',
      'row.nameMissing',
      'row.emailInvalid',
      'row.kindUnknown',
      'row.onlyForStructures',
      'row.collectivityUnknown',
      'row.structureUnknown',
      '',
      'row.repeated',
      'row.tooManyCells',
    ]);
    expect(counts(answer)).toEqual([2, 0, 0, 8]);
    expect(await contact('Bonne Relais')).toMatchObject({ country: 'NL' });
    const links = await house.database.read(house.institutionId, (db) =>
      db.selectFrom('contact_link').selectAll().execute(),
    );
    const school = await contact('École Pasteur');
    expect(links).toMatchObject([{ kind: 'member', structure_id: school.id, ends_on: null }]);
    expect(school).toMatchObject({ structure_type: 'community', acceptance: 'accepted' });
  });

  it('tells who may be the same, and merges nobody', async () => {
    await createContact(house.system(), {
      kind: 'individual',
      name: 'Thibaudeau Corentin',
      email: 'corentin@thibaudeau.test',
      phone: '04 78 11 22 33',
      postcode: '69001',
    });
    const answer = await run(
      lines(
        'Nom;Mail;Tél;CP',
        'Tibaudeau Corentin;;;69001',
        'C. Thibaudeau;CORENTIN@thibaudeau.test;;',
        'Cabinet Ouest;;+33 4 78 11 22 33;',
        'Zacharie Wolff;;;69001',
        'Zacharie Wolf;;;69001',
      ),
    );
    expect(counts(answer)).toEqual([5, 0, 0, 0]);
    const [close, email, phone, other, second] = answer.rows.map(({ duplicates }) => duplicates);
    expect(close).toMatchObject([
      { because: 'name', name: 'Thibaudeau Corentin', number: expect.any(Number) },
    ]);
    expect(email?.[0]).toMatchObject({ because: 'email', name: 'Thibaudeau Corentin' });
    expect(phone).toMatchObject([{ because: 'phone', name: 'Thibaudeau Corentin' }]);
    expect(other).toEqual([]);
    expect(second).toMatchObject([{ because: 'name', line: 5, number: expect.any(Number) }]);
  });

  it('says in a dry run what it would do, and leaves nothing', async () => {
    const before = await howMany();
    const answer = await run(lines('Nom', 'Essai à Blanc'), { dryRun: true });
    expect(answer.rows).toMatchObject([{ outcome: 'created', contactId: null, number: null }]);
    expect(await howMany()).toBe(before);
  });

  it('is told by history as if it had been typed, without a word about who it is', async () => {
    const { rows } = await run(lines('Nom;Mail', 'Discret Émile;emile@discret.test'));
    const id = rows[0]!.contactId!;
    await run(lines('Nom;Mail;Ville', 'Discret Émile;emile@discret.test;Sète'));
    const history = await house.database.read(house.institutionId, (db) =>
      db.selectFrom('history').selectAll().where('subject_id', '=', id).orderBy('at').execute(),
    );
    expect(history.map(({ verb }) => verb)).toEqual(['create', 'change']);
    expect(JSON.stringify(history)).not.toMatch(/Discret|emile|Sète/);
    expect(history[1]!.after).toEqual({ city: { personalValueId: expect.any(String) } });
  });

  it('done again under its key answers the same', async () => {
    const input = { bytes: lines('Nom', 'Une Fois'), dryRun: false };
    const first = await importContacts(house.caller('import-once'), input);
    expect(await importContacts(house.caller('import-once'), input)).toEqual(first);
  });

  it('takes the columns as they are mapped by hand', async () => {
    const bytes = lines('Intitulé;Divers', 'Amicale des Brodeurs;12 rue Neuve');
    await expect(run(bytes)).rejects.toMatchObject({ code: 'import.mapping' });
    const answer = await run(bytes, { mapping: ['name', 'address1'], kind: 'structure' });
    expect(counts(answer)).toEqual([1, 0, 0, 0]);
    expect(await contact('Amicale des Brodeurs')).toMatchObject({
      kind: 'structure',
      address_lines: ['12 rue Neuve'],
    });
  });
});

describe('a file that is no list of contacts', () => {
  const row = (xml: string) =>
    workbook([], `<row r="1"><c r="A1" t="inlineStr"><is><t>Nom</t></is></c></row>${xml}`);
  it.each<[string, () => Uint8Array, string]>([
    ['nothing', () => bytesOf(''), 'import.empty'],
    ['titles only', () => bytesOf('Nom;Ville\n\n'), 'import.empty'],
    ['bytes of something else', () => Uint8Array.from([0, 1, 2, 3, 0, 255]), 'import.unreadable'],
    ['a quote that never ends', () => bytesOf('Nom\n"abc'), 'import.unreadable'],
    ['an archive of something else', () => workbook([]).slice(0, 200), 'import.unreadable'],
    ['too many rows', () => bytesOf(`Nom\n${'x\n'.repeat(10_001)}`), 'import.tooManyRows'],
    ['too many bytes', () => new Uint8Array(10 * 1024 * 1024 + 1), 'import.tooLarge'],
    ['an archive that swells', () => row(' '.repeat(90 * 1024 * 1024)), 'import.tooLarge'],
    [
      'a row far below',
      () => row('<row r="400000000"><c r="A400000000"><v>1</v></c></row>'),
      'import.tooLarge',
    ],
  ])('is refused: %s', async (_name, bytes, code) => {
    const before = await howMany();
    await expect(run(bytes())).rejects.toMatchObject({ code });
    expect(await howMany()).toBe(before);
  });
});
