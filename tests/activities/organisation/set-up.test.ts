import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { institutionDefaults } from '../../../activities/organisation/institution-defaults.ts';
import { passwordFits } from '../../../activities/organisation/password.ts';
import { setUpInstitution } from '../../../activities/organisation/set-up-institution.ts';
import { setUpOperator } from '../../../activities/organisation/set-up-operator.ts';
import {
  type OrganisationSetUp,
  setUpOrganisation,
} from '../../../activities/organisation/set-up-organisation.ts';
import { newRequestId, type VerbCaller } from '../../../activities/verb.ts';
import { type Database, openDatabase } from '../../../database/database.ts';
import type { Queries } from '../../../database/schema.ts';
import { createTestDatabase, type TestDatabase } from '../../support/database.ts';

let database: TestDatabase;
let owner: Database;
let application: Database;

beforeAll(async () => {
  database = await createTestDatabase();
  owner = await openDatabase({ databaseUrl: database.url, as: 'owner', poolSize: 1 });
  application = await openDatabase({ databaseUrl: database.url, as: 'application', poolSize: 2 });
});

afterAll(async () => {
  await Promise.all([owner.close(), application.close()]);
  await database.drop();
});

const actor = { type: 'system', id: 'test', name: 'Test', rights: 'all', organisationIds: 'all' } as const;

const institution = (code: string) =>
  setUpInstitution(
    { database: owner, actor, requestId: newRequestId() },
    { code, name: code, locale: 'fr', demo: false, ...institutionDefaults },
  );

const theatre = (more: Partial<OrganisationSetUp> = {}): OrganisationSetUp => ({
  code: 'THEATRE',
  name: 'Théâtre des Essais',
  individualAudience: 'INDIVIDUEL',
  structureAudience: 'OCCASIONNELLE',
  contingents: [
    { code: 'COLLECTIVITES', names: { fr: 'Collectivités' } },
    { code: 'SCOLAIRES', names: { fr: 'Scolaires' } },
  ],
  colleagues: 'nobody',
  ...more,
});

const callerIn = (institutionId: string): VerbCaller => ({
  database: application,
  institutionId,
  actor,
  requestId: newRequestId(),
});

const history = (institutionId: string) =>
  application.read(institutionId, (db) =>
    db.selectFrom('history').select(['verb', 'subject_type', 'actor_name']).orderBy('id').execute(),
  );

describe('setting up an institution', () => {
  it('gives it families, audiences with their option price, kinds of collectivity and the four roles', async () => {
    const { institutionId, ...ids } = await institution('one');
    expect(Object.keys(ids.roles).sort()).toEqual(['administrator', 'finance', 'manager', 'operator']);
    expect(Object.keys(ids.audienceSubcategories)).toContain('OCCASIONNELLE/OPTION');
    const defaults = await application.read(institutionId, (db) =>
      db
        .selectFrom('audience_subcategory as u')
        .innerJoin('audience_category as c', 'c.id', 'u.audience_category_id')
        .select(['c.code', 'u.name'])
        .where('u.option_default', '=', true)
        .execute(),
    );
    expect(defaults.map(({ code }) => code).sort()).toEqual(Object.keys(ids.audienceCategories).sort());
    expect(new Set(defaults.map(({ name }) => name))).toEqual(new Set(['Tarif option']));
    const told = await history(institutionId);
    expect(told[0]).toEqual({ verb: 'create', subject_type: 'institution', actor_name: 'Test' });
  });

  it('changes nothing when it is there, and adds what is missing', async () => {
    const first = await institution('two');
    const before = await history(first.institutionId);
    expect(await institution('two')).toEqual(first);
    expect(await history(first.institutionId)).toEqual(before);
    const more = await setUpInstitution(
      { database: owner, actor, requestId: newRequestId() },
      {
        code: 'two',
        name: 'two',
        locale: 'fr',
        demo: false,
        families: [{ code: 'LIVRE', names: { fr: 'Livre' } }],
        audiences: [],
        collectivityTypes: [],
      },
    );
    expect(more.families).toMatchObject({ ...first.families, LIVRE: expect.any(String) });
    expect(await history(first.institutionId)).toHaveLength(before.length + 1);
  });

  it('may not be done by the application’s own role', async () => {
    const attempt = setUpInstitution(
      { database: application, actor, requestId: newRequestId() },
      { code: 'three', name: 'three', locale: 'fr', demo: false, ...institutionDefaults },
    );
    await expect(attempt).rejects.toThrow('permission denied');
  });
});

describe('setting up an organisation', () => {
  it('makes it ready to work: a back-office channel that draws from its contingents in order', async () => {
    const { institutionId } = await institution('four');
    const { channelId, contingents } = await setUpOrganisation(callerIn(institutionId), theatre());
    const read = <Row>(work: (db: Queries) => Promise<Row>) => application.read(institutionId, work);
    const channel = await read((db) =>
      db.selectFrom('sales_channel').selectAll().where('id', '=', channelId).executeTakeFirstOrThrow(),
    );
    expect(channel).toMatchObject({ kind: 'back-office', active: true });
    expect(channel.individual_audience_category_id).not.toBeNull();
    expect(channel.structure_audience_category_id).not.toBeNull();
    const drawn = await read((db) =>
      db.selectFrom('channel_contingent').select(['contingent_id', 'rank']).orderBy('rank').execute(),
    );
    expect(drawn).toEqual([
      { contingent_id: contingents.COLLECTIVITES, rank: 1 },
      { contingent_id: contingents.SCOLAIRES, rank: 2 },
    ]);
  });

  it('changes nothing when it is there, and adds a contingent after the others', async () => {
    const { institutionId } = await institution('five');
    const first = await setUpOrganisation(callerIn(institutionId), theatre());
    const before = await history(institutionId);
    expect(await setUpOrganisation(callerIn(institutionId), theatre())).toEqual(first);
    expect(await history(institutionId)).toEqual(before);
    const contingents = [{ code: 'FNAC', names: { fr: 'Fnac' } }];
    const grown = await setUpOrganisation(callerIn(institutionId), theatre({ contingents }));
    expect(grown).toMatchObject({ organisationId: first.organisationId, channelId: first.channelId });
    const ranks = await application.read(institutionId, (db) =>
      db.selectFrom('channel_contingent').select('rank').orderBy('rank').execute(),
    );
    expect(ranks.map(({ rank }) => rank)).toEqual([1, 2, 3]);
  });

  it.each([
    ['everyone', ['administrator', 'operator']],
    ['administrators', ['administrator']],
    ['nobody', []],
  ] as const)('lets %s of the institution work in a new one', async (colleagues, roles) => {
    const { institutionId } = await institution(`of-${colleagues}`);
    const { organisationId } = await setUpOrganisation(callerIn(institutionId), theatre());
    for (const role of ['administrator', 'operator'] as const) {
      await setUpOperator(callerIn(institutionId), {
        email: `${role}@${colleagues}.test`,
        name: role,
        password: 'a long enough password',
        locale: 'fr',
        demo: false,
        roles: [{ organisationId, role }],
      });
    }
    const second = await setUpOrganisation(callerIn(institutionId), theatre({ code: 'STUDIO', colleagues }));
    const held = await application.read(institutionId, (db) =>
      db
        .selectFrom('operator_role as g')
        .innerJoin('role as r', 'r.id', 'g.role_id')
        .select('r.code')
        .where('g.organisation_id', '=', second.organisationId)
        .orderBy('r.code')
        .execute(),
    );
    expect(held.map(({ code }) => code)).toEqual(roles);
  });
});

describe('setting up an operator', () => {
  it('makes them once, with a password that fits and stands nowhere in clear', async () => {
    const { institutionId } = await institution('six');
    const { organisationId } = await setUpOrganisation(callerIn(institutionId), theatre());
    const input = {
      email: 'Camille@Theatre.test',
      name: 'Camille Essai',
      password: 'correct horse battery',
      locale: 'fr' as const,
      demo: false,
      roles: [{ organisationId, role: 'operator' as const }],
    };
    const first = await setUpOperator(callerIn(institutionId), input);
    expect(await setUpOperator(callerIn(institutionId), { ...input, password: 'another one' })).toEqual(
      first,
    );
    const row = await application.read(institutionId, (db) =>
      db.selectFrom('operator').selectAll().where('id', '=', first.operatorId).executeTakeFirstOrThrow(),
    );
    expect(row.email).toBe('camille@theatre.test');
    expect(await passwordFits(row.password_hash, input.password)).toBe(true);
    const told = JSON.stringify(
      await application.read(institutionId, async (db) => [
        await db.selectFrom('history').selectAll().execute(),
        await db.selectFrom('verb_call').selectAll().execute(),
      ]),
    );
    expect(told).not.toContain(input.password);
    expect(told).not.toContain(row.password_hash);
  });
});
