import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import pg from 'pg';
import { setUpOperator } from '../../activities/organisation/set-up-operator.ts';
import { setUpOrganisation } from '../../activities/organisation/set-up-organisation.ts';
import type { RunningApi } from '../../api/server.ts';
import { isRight } from '../../rules/organisation/right-tree.ts';
import { rolePresetNames, rolePresets } from '../../rules/organisation/role-presets.ts';
import { createNumberedHouse, type NumberedHouse } from '../activities/stock/support/numbered-house.ts';
import { createTestDatabase, type TestDatabase } from '../support/database.ts';
import { type Answer, type Browser, openBrowser, signedIn, startApi } from './support/api.ts';
import { type IdSlot, type Json, Samples } from './support/sample-body.ts';

/**
 * Every door of the OpenAPI document, called by everybody who should not be let in: nobody, each role, another
 * institution's ids in the address and in each place of the body, and who is outside the perimeter by organisation, by
 * audience category and by product family. A new route is held to it without a word here.
 */

/** The table behind the ids of a field or of a path. */
const tables: Readonly<Record<string, string>> = {
  activityId: 'season_activity',
  activityIds: 'season_activity',
  audienceCategoryId: 'audience_category',
  audienceCategoryIds: 'audience_category',
  audienceSubcategoryId: 'audience_subcategory',
  channelId: 'sales_channel',
  channelIds: 'sales_channel',
  collectivityTypeId: 'collectivity_type',
  collectivityTypeIds: 'collectivity_type',
  configurationId: 'logical_configuration',
  contactId: 'structure',
  contingentId: 'contingent',
  eventId: 'show_event',
  eventIds: 'show_event',
  fallbackPerformanceIds: 'second_performance',
  familyId: 'product_family',
  familyIds: 'product_family',
  fromContingentId: 'contingent',
  id: 'seat_option',
  ids: 'seat_option',
  individualAudienceCategoryId: 'audience_category',
  individualId: 'individual',
  lineId: 'option_line',
  organisationId: 'organisation',
  performanceId: 'performance',
  performanceIds: 'performance',
  planId: 'seat_plan',
  restContingentId: 'contingent',
  roleId: 'role',
  saleId: 'external_sale',
  seasonId: 'season',
  seasonIds: 'season',
  seatCategoryId: 'seat_category',
  seatCategoryIds: 'seat_category',
  seatIds: 'seat',
  spaceId: 'space',
  structureAudienceCategoryId: 'audience_category',
  structureId: 'structure',
  toContingentId: 'second_contingent',
  venueId: 'venue',
  withoutLetterIds: 'letter',
  'audience-categories': 'audience_category',
  'audience-subcategories': 'audience_subcategory',
  'booking-files': 'booking_file',
  'collectivity-types': 'collectivity_type',
  'contact-links': 'contact_link',
  contacts: 'structure',
  'contingent-releases': 'contingent_release',
  'contingent-templates': 'contingent_template',
  contingents: 'contingent',
  events: 'show_event',
  history: 'history',
  letters: 'letter',
  'limitation-tables': 'limitation_table',
  'logical-configurations': 'logical_configuration',
  operators: 'operator',
  'option-profiles': 'option_profile',
  options: 'seat_option',
  orders: 'customer_order',
  organisations: 'organisation',
  performances: 'performance',
  'product-families': 'product_family',
  'release-plans': 'release_plan',
  roles: 'role',
  'sales-channels': 'sales_channel',
  'saved-views': 'saved_view',
  'season-activities': 'season_activity',
  seasons: 'season',
  'seat-categories': 'seat_category',
  'seat-plans': 'seat_plan',
  spaces: 'space',
  venues: 'venue',
};

/** What belongs to the whole institution: every one of its organisations reaches it. */
const institutionWide = new Set([
  'audience_category',
  'audience_subcategory',
  'collectivity_type',
  'contact_link',
  'contingent',
  'individual',
  'product_family',
  'role',
  'saved_view',
  'second_contingent',
  'structure',
]);

/** What is for a client or of a product. */
const servedTables = new Set([
  'audience_category',
  'audience_subcategory',
  'booking_file',
  'contact_link',
  'customer_order',
  'external_sale',
  'individual',
  'letter',
  'limitation_table',
  'option_line',
  'performance',
  'product_family',
  'release_plan',
  'seat_option',
  'second_performance',
  'show_event',
  'structure',
]);

interface Door {
  method: string;
  path: string;
  right: string;
  /** The schema of a JSON body, if it takes one. */
  body: Json | null;
  query: string;
}

type Ids = Readonly<Record<string, string>>;

let database: TestDatabase;
let client: pg.Client;
let api: RunningApi;
let house: NumberedHouse;
let other: NumberedHouse;
let own: Ids;
let foreign: Ids;
let admin: Browser;
let elsewhere: Browser;
let restricted: Browser;
let doors: Door[];
let samples: Samples;

const nothing = '00000000-0000-4000-8000-000000000000';
const password = 'a password that is long';

async function valuesOf(query: string, values: unknown[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(query, values);
  return rows.map(({ id }) => id);
}

/** The first row of each table there is, in one institution. */
async function idsOf({ institutionId, performanceId }: NumberedHouse): Promise<Ids> {
  const found: Record<string, string> = {};
  for (const table of new Set(Object.values(tables))) {
    const [known, condition] = {
      structure: ['contact', "kind = 'structure'"],
      individual: ['contact', "kind = 'individual'"],
      second_performance: ['performance', `id <> '${performanceId}'`],
      performance: ['performance', `id = '${performanceId}'`],
      second_contingent: [
        'contingent',
        `id > (select min(id::text)::uuid from contingent where institution_id = $1)`,
      ],
    }[table] ?? [table, 'true'];
    const [id] = await valuesOf(
      `select id from ${known} where institution_id = $1 and ${condition} order by id limit 1`,
      [institutionId],
    );
    if (id !== undefined) found[table] = id;
  }
  return found;
}

/** Something of everything there is. */
async function populate(of: NumberedHouse, browser: Browser): Promise<void> {
  const made = async (answer: Promise<Answer>) => {
    const { status, body } = await answer;
    if (status >= 300) throw new Error(`${status} ${JSON.stringify(body)}`);
    return body;
  };
  const { performanceId, seatCategoryId, contingentIds, organisationId, structureId, individualId } = of;
  const [first, second] = contingentIds;
  const lines = [{ seatCategoryId, quantity: 2 }];
  await made(browser.post('/api/options', { contactId: structureId, performanceId, lines }));
  const placed = await made(
    browser.post('/api/options', { contactId: structureId, performanceId, lines, place: true }),
  );
  await made(browser.post(`/api/options/${placed.id}/confirm`));
  await made(
    browser.post(`/api/performances/${performanceId}/record-external-sale`, {
      seller: 'Guichet',
      reference: of.institutionId,
      seatCategoryId,
      contingentId: first,
      quantity: 1,
      reason: 'Essai',
    }),
  );
  await made(
    browser.post('/api/contact-links', { kind: 'relay', individualId, structureId, startsOn: '2026-01-01' }),
  );
  const familyId = await valuesOf(
    `select id from product_family where institution_id = $1 and code = 'ENTREE'`,
    [of.institutionId],
  );
  await made(
    browser.post('/api/limitation-tables', { organisationId, code: 'T', name: 'T', familyId: familyId[0] }),
  );
  const steps = [{ days: 7, keep: 0 }];
  await made(
    browser.post('/api/release-plans', {
      name: 'Plan',
      eventId: of.eventId,
      fromContingentId: first,
      toContingentId: second,
      steps,
    }),
  );
  await made(
    browser.post('/api/contingent-templates', {
      venueId: of.venueId,
      restContingentId: second,
      code: 'M',
      name: 'M',
      shares: [{ seatCategoryId, contingentId: first, percent: 50 }],
    }),
  );
  await made(
    browser.post('/api/saved-views', { resource: 'contacts', name: 'Vue', filter: {}, shared: false }),
  );
}

/** An operator with the role of their name, who works in one organisation. */
async function hire(name: string, role: (typeof rolePresetNames)[number] | null, organisationId: string) {
  const email = `${name}@rights.test`;
  await setUpOperator(house.system(), {
    email,
    name,
    password,
    locale: 'fr',
    demo: false,
    roles: role === null ? [] : [{ organisationId, role }],
  });
  return signedIn(api.url, { email, password });
}

/** A digest of everything an institution has; history and answers kept apart, which grow with every call. */
async function digest(institutionId: string): Promise<Record<string, string>> {
  const { rows: known } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attname = 'institution_id'
     where c.relnamespace = 'public'::regnamespace and c.relkind in ('r', 'p') and not c.relispartition
       and c.relname not in ('verb_call', 'history', 'operator_session', 'gauge_check', 'saved_view', 'operator_preference')`,
  );
  const sums: Record<string, string> = {};
  for (const { name } of known) {
    const { rows } = await client.query<{ sum: string }>(
      `select count(*) || ' ' || coalesce(md5(string_agg(t::text, '|' order by t::text)), '') as sum from ${name} t
       where institution_id = $1`,
      [institutionId],
    );
    sums[name] = rows[0]?.sum ?? '';
  }
  return sums;
}

beforeAll(async () => {
  database = await createTestDatabase();
  client = new pg.Client({ connectionString: database.url });
  await client.connect();
  const contingents = ['COLLECTIVITES', 'PUBLIC'];
  house = await createNumberedHouse(database.url, { contingents });
  other = await createNumberedHouse(database.url, { contingents });
  api = await startApi(database.url);
  admin = await signedIn(api.url, house);
  await populate(house, admin);
  await populate(other, await signedIn(api.url, other));
  const annexe = await setUpOrganisation(house.system(), {
    code: 'ANNEXE',
    name: 'Annexe',
    individualAudience: 'INDIVIDUEL',
    structureAudience: 'OCCASIONNELLE',
    contingents: [],
    colleagues: 'nobody',
  });
  elsewhere = await hire('elsewhere', 'administrator', annexe.organisationId);
  restricted = await hire('restricted', 'administrator', house.organisationId);
  await client.query(
    `update operator set every_audience = false, every_family = false where email = 'restricted@rights.test'`,
  );
  await client.query(
    `insert into operator_cover (institution_id, operator_id, audience_category_id, family_id)
     select o.institution_id, o.id, x.audience, x.family from operator o, lateral (
       select id as audience, null::uuid as family from audience_category where institution_id = o.institution_id and code = 'SCOLAIRE'
       union all select null, id from product_family where institution_id = o.institution_id and code = 'VISITE') x
     where o.email = 'restricted@rights.test'`,
  );
  own = await idsOf(house);
  foreign = await idsOf(other);
  const { body: document } = await openBrowser(api.url).get('/api/openapi.json');
  samples = new Samples(document);
  doors = Object.entries<Record<string, Answer['body']>>(document.paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path,
      right: String(operation['x-right']),
      body: operation.requestBody?.content['application/json']?.schema ?? null,
      query: queryOf(operation.parameters ?? []),
    })),
  );
}, 120_000);

afterAll(async () => {
  await api.stop();
  await Promise.all([house.close(), other.close(), client.end()]);
  await database.drop();
});

function queryOf(parameters: Answer['body']): string {
  const needed = parameters.filter((each: Answer['body']) => each.in === 'query' && each.required);
  const values = needed.map((each: Answer['body']) => [each.name, each.schema.enum?.[0] ?? 'essai']);
  return values.length === 0 ? '' : `?${new URLSearchParams(values)}`;
}

/** The tables of the ids in a path, in their order. */
function tablesOf(path: string): string[] {
  const resource = path.split('/')[2] ?? '';
  return [...path.matchAll(/\{(\w+)\}/g)].flatMap(([, name], at) => {
    if (name === 'name') return [];
    return tables[at === 0 ? resource : (name ?? '')] ?? [`the table of ${path}`];
  });
}

function addressOf({ path, query }: Door, idOf: (table: string) => string): string {
  const found = tablesOf(path);
  let at = 0;
  const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name) =>
    name === 'name' ? 'theme' : idOf(found[at++] ?? ''),
  );
  return filled + query;
}

async function versionOf(table: string, id: string): Promise<string> {
  if (['history', 'seat', 'option_line'].includes(table)) return '1';
  const known = { structure: 'contact', individual: 'contact', second_performance: 'performance' }[table];
  const { rows } = await client.query<{ version: number }>(
    `select version from ${known ?? table} where id = $1`,
    [id],
  );
  return String(rows[0]?.version ?? 1);
}

/** Calls a door with the ids given, in the version its record has. */
async function call(
  browser: Browser,
  door: Door,
  idOf: (table: string) => string,
  body: unknown,
): Promise<Answer> {
  const [table] = tablesOf(door.path);
  const version = table === undefined ? '1' : await versionOf(table, idOf(table));
  return browser.ask(door.method, addressOf(door, idOf), {
    body: door.method === 'GET' ? undefined : body,
    headers: { 'if-match': `"${version}"` },
  });
}

const told = ({ method, path }: Door, more: unknown) => `${method} ${path} ${JSON.stringify(more)}`;
const inOwn = (table: string) => own[table] ?? nothing;
const inForeign = (table: string) => foreign[table] ?? nothing;
const named = (ids: (table: string) => string) => (name: string) => ids(tables[name] ?? name);
const guarded = () => doors.filter(({ right }) => right !== 'public');
const withIds = () => guarded().filter(({ path }) => tablesOf(path).length > 0);

/** A body as far as its schema says, with the ids of one's own. */
function bodyOf({ body }: Door, slot: IdSlot | null = null, id = nothing, idOf = inOwn): unknown {
  return body === null ? {} : samples.body(body, named(idOf), slot, id);
}

/** Whether an answer says that what was named is not there: as a whole, or at a field. */
function isNotThere({ status, body }: Answer): boolean {
  if (status === 404) return true;
  const results: Answer[] | undefined = body?.results;
  if (status === 200 && Array.isArray(results) && results.length > 0)
    return results.every((result: Answer['body']) => result.ok === false && result.problem?.status === 404);
  return (
    status >= 400 &&
    status < 500 &&
    (body?.errors ?? []).some((each: Answer['body']) => /reference/.test(each.code))
  );
}

describe('nobody', () => {
  it('is let in by any door but the open ones', async () => {
    const stranger = openBrowser(api.url);
    const answers = await Promise.all(
      guarded().map(async (door) => [told(door, (await call(stranger, door, inOwn, {})).status), door]),
    );
    expect(answers.filter(([answer]) => !String(answer).endsWith(' 401'))).toEqual([]);
    expect(guarded().length).toBeGreaterThan(200);
  });
});

describe('each role', () => {
  it.each([...rolePresetNames, 'nothing'] as const)(
    '%s comes in where its rights lead, and nowhere else',
    async (role) => {
      const rights: readonly string[] = role === 'nothing' ? [] : rolePresets[role];
      const browser = await hire(`only-${role}`, role === 'nothing' ? null : role, house.organisationId);
      const wrong: string[] = [];
      for (const door of guarded()) {
        // what is named is nowhere, so that who comes in finds nothing to change
        const { status } = await call(browser, door, () => randomUUID(), {});
        const mayEnter = door.right === 'session' || rights.includes(door.right);
        if (door.right !== 'session' && !isRight(door.right)) wrong.push(told(door, door.right));
        if (mayEnter ? status === 401 || status === 403 || status >= 500 : status !== 403)
          wrong.push(told(door, { status, mayEnter }));
      }
      // an import changes contacts as well as it makes them: its door asks for both rights
      expect(wrong.filter((each) => !each.startsWith('POST /api/contact-imports'))).toEqual([]);
    },
  );
});

describe("another institution's ids", () => {
  it('lead nowhere in an address', async () => {
    const before = await digest(other.institutionId);
    const wrong: string[] = [];
    for (const door of withIds()) {
      const answer = await call(admin, door, inForeign, bodyOf(door));
      const { status } = answer;
      // a body that is no file is not looked at
      if (status !== 404 && status !== 415) wrong.push(told(door, answer.status));
    }
    expect(wrong).toEqual([]);
    expect(await digest(other.institutionId)).toEqual(before);
  });

  it('lead nowhere in any place of a body', async () => {
    const before = await digest(other.institutionId);
    const wrong: string[] = [];
    let places = 0;
    for (const door of guarded().filter(({ body }) => body !== null)) {
      for (const slot of samples.slots(door.body)) {
        const id = inForeign(tables[slot.name] ?? '');
        if (tables[slot.name] === undefined) wrong.push(told(door, `no table of ${slot.name}`));
        const answer = await call(admin, door, inOwn, bodyOf(door, slot, id));
        places += 1;
        if (!isNotThere(answer)) wrong.push(told(door, [slot.path.join('.'), answer.status, answer.body]));
      }
    }
    expect(wrong).toEqual([]);
    expect(places).toBeGreaterThan(100);
    expect(await digest(other.institutionId)).toEqual(before);
  });

  it('are in no list, file or search', async () => {
    const ids = await allIds(other.institutionId, 'true');
    await expectNone(admin, ids);
  });
});

/** The ids of an institution's rows. */
async function allIds(
  institutionId: string,
  condition: string,
  of?: ReadonlySet<string>,
): Promise<Set<string>> {
  const { rows: known } = await client.query<{ name: string }>(
    `select c.relname as name from pg_class c
     join pg_attribute a on a.attrelid = c.oid and a.attname = 'institution_id' join pg_attribute b on b.attrelid = c.oid and b.attname = 'id'
     ${condition === 'true' ? '' : "join pg_attribute g on g.attrelid = c.oid and g.attname = 'organisation_id'"}
     where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and not c.relispartition`,
  );
  const wanted = known.filter(({ name }) => of === undefined || of.has(name));
  const ids = await Promise.all(
    wanted.map(({ name }) =>
      valuesOf(`select id::text from ${name} where institution_id = $1 and ${condition}`, [institutionId]),
    ),
  );
  return new Set(ids.flat());
}

/** No door without an id in its address tells one of these. */
async function expectNone(browser: Browser, ids: ReadonlySet<string>): Promise<void> {
  expect(ids.size).toBeGreaterThan(10);
  const open = guarded().filter(({ method, path }) => method === 'GET' && !path.includes('{'));
  const words = ['essai', 'cerisaie', 'ateliers', 'perrin', 'la', '1', '2'];
  const searches = words.map((word) => ({ ...open[0]!, path: '/api/search', query: `?q=${word}&limit=20` }));
  const leaks: string[] = [];
  for (const door of [...open.filter(({ path }) => path !== '/api/search'), ...searches]) {
    const { body } = await browser.ask('GET', door.path + door.query);
    const text = typeof body === 'string' ? body : JSON.stringify(body);
    const leaked = [...text.matchAll(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g)].filter(([id]) =>
      ids.has(id),
    );
    if (leaked.length > 0) leaks.push(told(door, [leaked[0]?.[0], text.slice(0, 300)]));
  }
  expect(leaks).toEqual([]);
}

describe('who works for another organisation', () => {
  it('reaches nothing of this one, in an address or in a body', async () => {
    const before = await digest(house.institutionId);
    const wrong: string[] = [];
    for (const door of guarded()) {
      const inPath = tablesOf(door.path).filter((table) => !institutionWide.has(table));
      const slots = samples
        .slots(door.body)
        .filter(({ name }) => !institutionWide.has(tables[name] ?? '') && name !== 'planId');
      const bodies =
        inPath.length > 0
          ? [bodyOf(door)]
          : slots.map((slot) => bodyOf(door, slot, inOwn(tables[slot.name] ?? '')));
      for (const body of bodies) {
        const answer = await call(elsewhere, door, inOwn, body);
        if (!isNotThere(answer) && answer.status !== 415)
          wrong.push(told(door, [body, answer.status, answer.body]));
      }
    }
    expect(wrong).toEqual([]);
    expect(await digest(house.institutionId)).toEqual(before);
  });

  it('finds nothing of this one in lists, files and searches', async () => {
    const ids = await allIds(house.institutionId, `organisation_id = '${house.organisationId}'`);
    await expectNone(elsewhere, ids);
  });
});

describe('who serves other clients and products', () => {
  it('reaches none of these, in an address or in a body', async () => {
    const before = await digest(house.institutionId);
    const wrong: string[] = [];
    for (const door of guarded()) {
      const inPath = tablesOf(door.path).filter((table) => servedTables.has(table));
      const slots = samples.slots(door.body).filter(({ name }) => servedTables.has(tables[name] ?? ''));
      const bodies =
        inPath.length > 0
          ? [bodyOf(door)]
          : slots.map((slot) => bodyOf(door, slot, inOwn(tables[slot.name] ?? '')));
      for (const body of bodies) {
        const answer = await call(restricted, door, inOwn, body);
        if (!isNotThere(answer) && answer.status !== 403)
          wrong.push(told(door, [body, answer.status, answer.body]));
      }
    }
    expect(wrong).toEqual([]);
    expect(await digest(house.institutionId)).toEqual(before);
  });

  it('finds none of these in lists, files and searches', async () => {
    const hidden = new Set([
      'seat_option',
      'contact',
      'contact_link',
      'performance',
      'show_event',
      'letter',
      'customer_order',
      'booking_file',
      'external_sale',
    ]);
    await expectNone(restricted, await allIds(house.institutionId, 'true', hidden));
  });

  it('has no right to place seats without single entries, and is told so', async () => {
    const { body: session } = await restricted.get('/api/session');
    expect(session.rights).not.toContain('options.seats.placement:execute');
    expect(session.rights).toContain('options.seats.refusal:execute');
    const [id] = await valuesOf("select id from operator where email = 'restricted@rights.test'", []);
    const { body } = await admin.get(`/api/operators/${id}/effective-rights`);
    expect(body).toMatchObject({
      disabled: false,
      audienceCategories: [{ name: 'Scolaire' }],
      families: [{ name: 'Visite' }],
      organisations: [{ id: house.organisationId, roles: [{ name: 'Administration' }] }],
    });
    const rights = new Map(body.organisations[0].rights.map((each: { right: string }) => [each.right, each]));
    expect(rights.get('options.seats.placement:execute')).toMatchObject({ withheld: 'single-entries' });
    expect(rights.get('catalogue.performances:execute')).toMatchObject({ withheld: 'every-audience' });
    expect(rights.get('options.seats.refusal:execute')).toMatchObject({
      withheld: null,
      roleIds: [body.organisations[0].roles[0].id],
    });
  });
});
