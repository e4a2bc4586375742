import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it, jest } from '@jest/globals';
import pg from 'pg';
import { setUpOperator } from '../../activities/organisation/set-up-operator.ts';
import { setUpOrganisation } from '../../activities/organisation/set-up-organisation.ts';
import type { RunningApi } from '../../api/server.ts';
import { shippedTemplate } from '../../rules/letters/shipped/shipped-template.ts';
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
  lineIds: 'option_line',
  optionId: 'seat_option',
  organisationId: 'organisation',
  performanceId: 'performance',
  performanceIds: 'performance',
  planId: 'seat_plan',
  productId: 'product',
  productIds: 'product',
  productLineId: 'product_line',
  relayId: 'individual',
  restContingentId: 'second_contingent',
  roleId: 'role',
  saleId: 'external_sale',
  scopeId: 'season',
  bookingFileId: 'booking_file',
  placesId: 'claim',
  seasonId: 'season',
  seasonIds: 'season',
  seatCategoryId: 'seat_category',
  secondFactorRoleIds: 'role',
  seatCategoryIds: 'seat_category',
  seatIds: 'seat',
  spaceId: 'space',
  structureAudienceCategoryId: 'audience_category',
  structureId: 'structure',
  toContingentId: 'second_contingent',
  toId: 'rule_set',
  twinId: 'seat_option',
  venueId: 'venue',
  withoutLetterIds: 'letter',
  'audience-categories': 'audience_category',
  'audience-subcategories': 'audience_subcategory',
  baskets: 'basket',
  'booking-files': 'booking_file',
  'collectivity-types': 'collectivity_type',
  'contact-links': 'contact_link',
  contacts: 'structure',
  'contingent-releases': 'contingent_release',
  'contingent-templates': 'contingent_template',
  contingents: 'contingent',
  events: 'show_event',
  history: 'history',
  'letter-templates': 'letter_template',
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
  'product-options': 'product_option',
  products: 'product',
  'release-plans': 'release_plan',
  roles: 'role',
  'rule-sets': 'rule_set',
  'sales-channels': 'sales_channel',
  'saved-views': 'saved_view',
  'season-activities': 'season_activity',
  seasons: 'season',
  'seat-categories': 'seat_category',
  'seat-plans': 'seat_plan',
  spaces: 'space',
  venues: 'venue',
};

/**
 * What some bodies must say besides what is required, before their ids are looked at; under the name of a slot's first
 * field, what it is said with.
 */
const completed: Readonly<Record<string, (slot: IdSlot | null) => Json>> = {
  'POST /api/performances/{id}/block-seats': placesUnlessNamed,
  'POST /api/performances/{id}/unblock-seats': placesUnlessNamed,
  'POST /api/performances/{id}/record-external-sale': placesUnlessNamed,
  'POST /api/performances/{id}/move-seats': (slot) => ({
    ...placesUnlessNamed(slot),
    fromContingentId: own.contingent,
    toContingentId: own.second_contingent,
    contingentId: undefined,
  }),
  'POST /api/contingent-templates': shareOf,
  'PUT /api/contingent-templates/{id}': shareOf,
  'POST /api/performances/{id}/open-seats': (slot) =>
    slot?.path[0] === 'categories' ? { contingentId: own.contingent } : {},
  'POST /api/products': (slot) => ({ ...kindFor(slot), ...lineFor(slot) }),
  'PUT /api/products/{id}': lineFor,
  'POST /api/venues': () => ({ timeZone: 'Europe/Paris' }),
  'POST /api/logical-configurations': (slot) => (slot?.path[0] === 'capacities' ? { numbered: false } : {}),
  'POST /api/logical-configurations/{id}/paint': (slot) =>
    slot === null || slot.path.at(-1) === 'seatCategoryId' ? { paints: [{ seatIds: [own.seat] }] } : {},
};

/** Places are said by their seats, or by category, contingent and number. */
function placesUnlessNamed(slot: IdSlot | null): Json {
  if (slot?.path[0] === 'seatIds') return {};
  return { seatCategoryId: own.seat_category, contingentId: own.contingent, quantity: 1 };
}

/** The kind of product that has what the slot is in. */
function kindFor(slot: IdSlot | null): Json {
  if (slot?.path[0] === 'lines') return { kind: 'package' };
  return { kind: 'visit', venueId: own.venue, contingentId: own.contingent };
}

/** A line of a product is of seats or of another product. */
function lineFor(slot: IdSlot | null): Json {
  if (slot?.path[0] !== 'lines') return {};
  const ofProduct = slot.path.at(-1) === 'productId';
  return {
    lines: [ofProduct ? {} : { performanceIds: [own.performance], seatCategoryId: own.seat_category }],
  };
}

/** A share says one of a number, a part and seats. */
function shareOf(slot: IdSlot | null): Json {
  const share = { seatCategoryId: own.seat_category, contingentId: own.contingent };
  if (slot?.path.includes('seatIds') === true)
    return { configurationId: own.logical_configuration, shares: [share] };
  return { shares: [{ ...share, percent: 10 }] };
}

/** Doors that act in a hall with numbers. */
const numberedDoors = /performances\/\{id\}\/open-seats$/;

/** Places whose id may lead nowhere and is answered all the same, as nothing follows from it. */
const inert: readonly string[] = [
  // what cannot be seated is told with its reasons, whatever the category or contingent is
  'POST /api/options/{id}/seat-proposals lines.0.seatCategoryId',
  'POST /api/options/{id}/seat-proposals lines.0.contingentId',
  // sent back as it was read; the subcategory alone says what is priced
  'PUT /api/performances/{id}/prices 0.audienceCategoryId',
  // a preview of what one's own performances would release
  'POST /api/release-plans/preview id',
  'POST /api/release-plans/preview activityId',
  'POST /api/release-plans/preview eventId',
  'POST /api/release-plans/preview performanceId',
  'POST /api/release-plans/preview fromContingentId',
  'POST /api/release-plans/preview toContingentId',
  'POST /api/release-plans/preview seatCategoryId',
  // a numbered configuration has no capacities of its own
  'PUT /api/logical-configurations/{id} capacities.0.seatCategoryId',
  // each item goes through the placement, whose own door is held to the same; what is gone is looked for anew
  'POST /api/options/bulk/place-together items.0.lines.0.audienceSubcategoryId',
  'POST /api/options/bulk/place-together items.0.lines.0.contingentId',
  'POST /api/options/bulk/place-together items.0.lines.0.lineId',
  'POST /api/options/bulk/place-together items.0.lines.0.seatCategoryId',
  'POST /api/options/bulk/place-together items.0.lines.0.seatIds.0',
  // an option that holds nothing does not lapse, whichever of its lines were named
  'POST /api/options/{id}/lapse lineIds.0',
  'POST /api/product-options/{id}/lapse lineIds.0',
  // a draft is not rolled back, to whatever it were
  'POST /api/rule-sets/{id}/roll-back toId',
  // mail is held for all institutions together; what is not held is not looked at
  'POST /api/mail-hold/release withoutLetterIds.0',
];

/** Answers that refuse an id for what it is not. */
const refusals = ['contingent.notForChannel', 'price.missing'];

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
  'history',
  'audience_category',
  'audience_subcategory',
  'basket',
  'booking_file',
  'claim',
  'contact_link',
  'customer_order',
  'external_sale',
  'individual',
  'letter',
  'limitation_table',
  'option_line',
  'performance',
  'product',
  'product_family',
  'product_line',
  'product_option',
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
let client: pg.Pool;
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
/** Some hundreds of calls each, on a slow machine. */
jest.setTimeout(240_000);

async function valuesOf(query: string, values: unknown[]): Promise<string[]> {
  const { rows } = await client.query<{ id: string }>(query, values);
  return rows.map(({ id }) => id);
}

/** The first row of each table there is, in one institution. */
async function idsOf({ institutionId, performanceId }: NumberedHouse): Promise<Ids> {
  const found: Record<string, string> = {};
  for (const table of new Set([...Object.values(tables), 'numbered_performance'])) {
    const special: Readonly<Record<string, readonly [string, string]>> = {
      structure: ['contact', "kind = 'structure'"],
      individual: ['contact', "kind = 'individual'"],
      second_performance: ['performance', `id <> '${performanceId}'`],
      performance: ['performance', `id = '${performanceId}'`],
      numbered_performance: ['performance', 'configuration_id is not null'],
      audience_category: ['audience_category', "code = 'ABONNE'"],
      logical_configuration: ['logical_configuration', "code = 'LIBRE'"],
      history: ['history', "subject_type = 'option'"],
      seat_option: ['seat_option', "kind = 'seats'"],
      product_option: ['seat_option', "kind = 'product'"],
      claim: ['claim', 'source_id in (select id from seat_option where basket_id is not null)'],
      second_contingent: [
        'contingent',
        `id > (select min(id::text)::uuid from contingent where institution_id = $1)`,
      ],
    };
    const [known, condition] = special[table] ?? [table, 'true'];
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
  const resumed = await made(
    browser.post('/api/options', { contactId: structureId, performanceId, lines, place: true }),
  );
  await made(browser.post(`/api/options/${resumed.id}/confirm`));
  await made(browser.post(`/api/options/${resumed.id}/resume`));
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
  const { version, id: seasonId } = await made(browser.get(`/api/seasons/${of.seasonId}`));
  await made(browser.put(`/api/seasons/${seasonId}`, version, { productOptionsAllowed: true }));
  const {
    id: productId,
    ownLineId,
    slots,
  } = await made(
    browser.post('/api/products', {
      seasonId,
      familyId: familyId[0],
      kind: 'visit',
      code: 'COULISSES',
      name: 'Les coulisses',
      venueId: of.venueId,
      contingentId: first,
      slots: [{ startsAt: new Date(Date.now() + 50 * 86_400_000).toISOString(), capacity: 20 }],
      prices: [],
    }),
  );
  await made(
    browser.post('/api/product-options', {
      contactId: structureId,
      productId,
      quantity: 2,
      lines: [{ productLineId: ownLineId, performanceId: slots[0].id }],
    }),
  );
  const text = { kind: 'refusal', language: 'fr', content: shippedTemplate('refusal', 'fr') };
  await made(browser.post('/api/letter-templates', { organisationId, ...text }));
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
  const [spaceId] = await valuesOf('select id from space where institution_id = $1', [of.institutionId]);
  const [planId] = await valuesOf('select id from seat_plan where institution_id = $1', [of.institutionId]);
  const free = { spaceId, planId, code: 'LIBRE', name: 'Libre', numbered: true };
  await made(browser.post('/api/logical-configurations', free));
  await of.numbered({ open: false });
  await made(browser.post('/api/rule-sets', { organisationId }));
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
  client = new pg.Pool({ connectionString: database.url, max: 4 });
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
  const hall = numberedDoors.test(path) ? 'numbered_performance' : null;
  let at = 0;
  const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name) =>
    name === 'name' ? 'theme' : idOf(hall ?? found[at++] ?? ''),
  );
  return filled + query;
}

async function versionOf(table: string, id: string): Promise<string> {
  const unversioned =
    ['history', 'seat', 'option_line', 'product_line'].includes(table) || !/^[a-z_]+$/.test(table);
  if (unversioned || id === nothing) return '1';
  const known = {
    product_option: 'seat_option',
    structure: 'contact',
    individual: 'contact',
    second_performance: 'performance',
    numbered_performance: 'performance',
  }[table];
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
  const [table] = numberedDoors.test(door.path) ? ['numbered_performance'] : tablesOf(door.path);
  const unset = door.path === '/api/sign-in-settings' ? '0' : '1';
  const version = table === undefined ? unset : await versionOf(table, idOf(table));
  return browser.ask(door.method, addressOf(door, idOf), {
    body: door.method === 'GET' ? undefined : body,
    headers: { 'if-match': `"${version}"` },
  });
}

const told = ({ method, path }: Door, more: unknown) => `${method} ${path} ${JSON.stringify(more)}`;
const inOwn = (table: string) => own[table] ?? nothing;
const inForeign = (table: string) => foreign[table] ?? nothing;
/** The table behind the ids of a field in the body of a door: verbs on many options name those of their door's kind. */
const tableOf = ({ path }: Door, name: string): string | undefined =>
  /product-options\/bulk/.test(path) && /^ids?$/.test(name) ? 'product_option' : tables[name];
const named = (door: Door, ids: (table: string) => string) => (name: string) =>
  ids(tableOf(door, name) ?? name);
/** Doors of contacts are for nobody in the house: a test of their own says so. */
const guarded = () => doors.filter(({ right }) => right !== 'public' && right !== 'contact');
const withIds = () => guarded().filter(({ path }) => tablesOf(path).length > 0);

/** A body as far as its schema says, with the ids of one's own. */
function bodyOf(door: Door, slot: IdSlot | null = null, id = nothing): unknown {
  if (door.body === null) return {};
  const base = samples.body(door.body, named(door, inOwn), slot, id);
  const more = completed[`${door.method} ${door.path}`]?.(slot) ?? {};
  return slot === null ? merged(base, more) : placed(merged(base, more), slot.path, id);
}

/** One value over another, field by field and item by item; a field without a value is taken out. */
function merged(value: unknown, more: unknown): unknown {
  if (more === undefined || more === null) return value;
  if (Array.isArray(more))
    return more.map((item, at) => merged(Array.isArray(value) ? value[at] : undefined, item));
  if (typeof more !== 'object') return more;
  const changes = Object.entries(more);
  if (changes.length === 0) return value;
  const fields = changes.map(([key, part]) => [
    key,
    part === undefined ? undefined : merged(Object(value)[key], part),
  ]);
  return Object.fromEntries(
    Object.entries({ ...Object(value), ...Object.fromEntries(fields) }).filter(
      ([, part]) => part !== undefined,
    ),
  );
}

/** The same with an id at a place. */
function placed(value: unknown, [step, ...rest]: readonly string[], id: string): unknown {
  if (step === undefined) return id;
  if (Array.isArray(value))
    return value.map((item, at) => (String(at) === step ? placed(item, rest, id) : item));
  return { ...Object(value), [step]: placed(Object(value)[step], rest, id) };
}

/** Whether an answer says that what was named is not there: as a whole, or at a field. */
function isNotThere({ status, body }: Answer): boolean {
  if (status === 404 || refusals.includes(body?.code)) return true;
  const results: Answer[] | undefined = Array.isArray(body) ? body : body?.results;
  if (status === 200 && Array.isArray(results) && results.length > 0)
    return results.every((result: Answer['body']) => result.ok === false && result.problem?.status === 404);
  const items: Answer['body'][] = body?.items ?? [];
  if (status === 200 && items.length > 0)
    return items.every(({ obstacles }) => obstacles?.[0]?.reasons[0]?.code === 'request.notFound');
  return (
    status >= 400 &&
    status < 500 &&
    (body?.errors ?? []).some((each: Answer['body']) => /reference|elsewhere|seatsNeedPlan/.test(each.code))
  );
}

/** Asks some at a time; answers what was found wrong. */
async function findings<T>(all: readonly T[], ask: (one: T) => Promise<string | null>): Promise<string[]> {
  const wrong: string[] = [];
  const waiting = [...all];
  const askOn = async () => {
    for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
      const found = await ask(one);
      if (found !== null) wrong.push(found);
    }
  };
  await Promise.all(Array.from({ length: 6 }, askOn));
  return wrong.sort();
}

/** Every place of every body that takes an id. */
function allSlots(doorsAsked: readonly Door[]): { door: Door; slot: IdSlot }[] {
  return doorsAsked
    .flatMap((door) => samples.slots(door.body).map((slot) => ({ door, slot })))
    .filter(({ door, slot }) => !inert.includes(`${door.method} ${door.path} ${slot.path.join('.')}`));
}

/** A file is looked at before the record it is for. */
const isFile = ({ method, body, path }: Door) =>
  method === 'POST' && body === null && /seat-plans$/.test(path);

describe('nobody', () => {
  it('is let in by any door but the open ones', async () => {
    const stranger = openBrowser(api.url);
    const wrong = await findings(guarded(), async (door) => {
      const { status } = await call(stranger, door, inOwn, {});
      return status === 401 ? null : told(door, status);
    });
    expect(wrong).toEqual([]);
    expect(guarded().length).toBeGreaterThan(200);
  });
});

describe('each role', () => {
  it.each([...rolePresetNames, 'nothing'] as const)(
    '%s comes in where its rights lead, and nowhere else',
    async (role) => {
      const rights: readonly string[] = role === 'nothing' ? [] : rolePresets[role];
      const browser = await hire(`only-${role}`, role === 'nothing' ? null : role, house.organisationId);
      // what is named is nowhere, so that who comes in finds nothing to change; 503: too many files at once
      const wrong = await findings(guarded(), async (door) => {
        const { status } = await call(browser, door, () => randomUUID(), {});
        const isOpen = door.right === 'session';
        if (!isOpen && !isRight(door.right)) return told(door, door.right);
        const mayEnter = isOpen || rights.includes(door.right);
        const right = mayEnter
          ? status !== 401 && status !== 403 && (status < 500 || status === 503)
          : status === 403;
        return right ? null : told(door, { status, mayEnter });
      });
      expect(wrong).toEqual([]);
    },
  );
});

describe("another institution's ids", () => {
  it('lead nowhere in an address', async () => {
    const before = await digest(other.institutionId);
    const wrong = await findings(withIds(), async (door) => {
      const answer = await call(admin, door, inForeign, bodyOf(door));
      return isNotThere(answer) || isFile(door) ? null : told(door, [answer.status, answer.body]);
    });
    expect(wrong).toEqual([]);
    expect(await digest(other.institutionId)).toEqual(before);
  });

  it('lead nowhere in any place of a body', async () => {
    const before = await digest(other.institutionId);
    const all = allSlots(guarded());
    const wrong = await findings(all, async ({ door, slot }) => {
      const table = tableOf(door, slot.name);
      if (table === undefined) return told(door, `no table of ${slot.name}`);
      const answer = await call(admin, door, inOwn, bodyOf(door, slot, inForeign(table)));
      return isNotThere(answer) ? null : told(door, [slot.path.join('.'), answer.status, answer.body]);
    });
    expect(wrong).toEqual([]);
    expect(all.length).toBeGreaterThan(100);
    expect(await digest(other.institutionId)).toEqual(before);
  });

  it('are in no list, file or search', async () => {
    await expectNone(admin, await allIds(other.institutionId, 'true'));
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

/** Calls every door with ids of `house` that are out of reach: in the address, else in each place of the body. */
async function callOutOfReach(browser: Browser, isOut: (table: string) => boolean): Promise<string[]> {
  const inPath = (door: Door) => tablesOf(door.path).some(isOut);
  const addresses = guarded()
    .filter(inPath)
    .map((door) => ({ door, body: bodyOf(door) }));
  const bodies = allSlots(guarded().filter((door) => !inPath(door)))
    .filter(({ door, slot }) => isOut(tableOf(door, slot.name) ?? ''))
    .map(({ door, slot }) => ({ door, body: bodyOf(door, slot, inOwn(tableOf(door, slot.name) ?? '')) }));
  return findings([...addresses, ...bodies], async ({ door, body }) => {
    const answer = await call(browser, door, inOwn, body);
    const isShut = isNotThere(answer) || answer.status === 403 || isFile(door);
    return isShut ? null : told(door, [body, answer.status, answer.body]);
  });
}

describe('who works for another organisation', () => {
  it('reaches nothing of this one, in an address or in a body', async () => {
    const before = await digest(house.institutionId);
    expect(await callOutOfReach(elsewhere, (table) => table !== '' && !institutionWide.has(table))).toEqual(
      [],
    );
    expect(await digest(house.institutionId)).toEqual(before);
  });

  it('finds nothing of this one in lists, files and searches', async () => {
    const ids = await allIds(house.institutionId, `organisation_id = '${house.organisationId}'`);
    await expectNone(elsewhere, ids);
  });
});

describe('a right', () => {
  it('counts in the organisation it is held in, beside another right too', async () => {
    const { body: desk } = await admin.post('/api/roles', {
      code: 'desk',
      name: 'Guichet',
      rights: ['options.seats.requests:create', 'options.seats.requests:read'],
    });
    const { body: made } = await admin.post('/api/operators', {
      email: 'guichet@rights.test',
      name: 'Guichet',
      password,
      roles: [{ roleId: desk.id, organisationId: house.organisationId }],
    });
    // places in the other organisation only
    await client.query(
      `insert into operator_role (institution_id, operator_id, role_id, organisation_id)
       select r.institution_id, $1, r.id, o.id from role r, organisation o
       where r.institution_id = $2 and r.code = 'operator' and o.institution_id = $2 and o.code = 'ANNEXE'`,
      [made.id, house.institutionId],
    );
    const browser = await signedIn(api.url, { email: 'guichet@rights.test', password });
    const { performanceId, seatCategoryId, structureId } = house;
    const lines = [{ seatCategoryId, quantity: 1 }];
    const request = { contactId: structureId, performanceId, lines };
    const asked = await browser.post('/api/options', request);
    expect(asked).toMatchObject({ status: 201, body: { allowedActions: [] } });
    expect((await browser.post('/api/options', { ...request, place: true })).status).toBe(404);
    expect((await browser.post(`/api/options/${asked.body.id}/place`)).status).toBe(404);
  });

  it('is given by who holds it there, and a role that is held beyond reach keeps its rights', async () => {
    const [administrator] = await valuesOf(
      `select id from role where institution_id = $1 and code = 'administrator'`,
      [house.institutionId],
    );
    const { body: role } = await elsewhere.get(`/api/roles/${administrator}`);
    const fewer = await elsewhere.put(`/api/roles/${administrator}`, role.version, { rights: [] });
    expect(fewer).toMatchObject({ status: 403, body: { code: 'request.forbidden' } });
    const [guichet] = await valuesOf(`select id from operator where email = 'guichet@rights.test'`, []);
    const { body: colleague } = await admin.get(`/api/operators/${guichet}`);
    expect(colleague.code).toBe('request.notFound'); // works elsewhere, too
  });

  it('serves no more than its giver serves', async () => {
    const wider = { email: 'large@rights.test', name: 'Large', password, roles: [] };
    expect((await restricted.post('/api/operators', wider)).body.code).toBe('request.forbidden');
    const own = await valuesOf(
      `select audience_category_id as id from operator_cover where audience_category_id is not null`,
      [],
    );
    const narrow = { ...wider, everyAudience: false, everyFamily: false, audienceCategoryIds: own };
    expect((await restricted.post('/api/operators', narrow)).status).toBe(201);
    const { body: session } = await restricted.get('/api/session');
    const [colleague] = await valuesOf(`select id from operator where email = $1`, [house.email]);
    const taken = await restricted.ask('PUT', `/api/operators/${colleague}`, {
      headers: { 'if-match': '"1"' },
      body: { password: 'a password to come in with' },
    });
    expect(session.operator.id).not.toBe(colleague);
    expect(taken).toMatchObject({ status: 403, body: { code: 'request.forbidden' } });
  });
});

describe('who serves other clients and products', () => {
  it('reaches none of these, in an address or in a body', async () => {
    const before = await digest(house.institutionId);
    expect(await callOutOfReach(restricted, (table) => servedTables.has(table))).toEqual([]);
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
      'basket',
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
